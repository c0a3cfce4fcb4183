"""What users set, where it was set, and what is said of what cannot be set."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.settings import DEFAULTS, Settings, config_path, load


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file of settings belongs; its folder is there, and no variable sets anything."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "KREMLIN_TUI_THEME", "KREMLIN_TUI_WIDTH", "KREMLIN_TUI_GLYPHS"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "kremlin-tui" / "config.toml"
    path.parent.mkdir()
    return path


def said(found: Settings) -> list[str]:
    return [trouble.origin.short + ": " + trouble.text for trouble in found.troubles]


def test_the_file_is_where_xdg_has_it(file: Path) -> None:
    assert config_path() == file


def test_without_a_file_everything_is_as_by_default(file: Path) -> None:
    assert load()[:4] == DEFAULTS[:4]
    assert load().troubles == ()


def test_without_a_folder_everything_is_as_by_default(file: Path) -> None:
    file.parent.rmdir()
    assert load().troubles == ()


def test_a_file_sets_what_it_names_and_tells_the_line(file: Path) -> None:
    file.write_text('theme = "paper"\n\n# wide\nwidth = 90\nglyphs = "ascii"\n')
    found = load()
    assert found[:3] == ("paper", 90, "ascii")
    assert [found.origin(name).short for name in ("theme", "width", "glyphs")] == [
        "config.toml:1",
        "config.toml:4",
        "config.toml:5",
    ]
    assert found.troubles == ()


def test_the_environment_counts_before_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("width = 90\n")
    monkeypatch.setenv("KREMLIN_TUI_WIDTH", "60")
    assert (load().width, str(load().origin("width"))) == (60, "KREMLIN_TUI_WIDTH")


def test_the_command_line_counts_before_the_environment(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREMLIN_TUI_WIDTH", "60")
    found = load({"width": 100})
    assert (found.width, str(found.origin("width"))) == (100, "--width")


@pytest.mark.parametrize("text", ["thirty", "30", "9" * 5000, "-60", "60.5"])
def test_a_variable_that_sets_nothing_that_can_be_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    file.write_text("width = 90\n")
    monkeypatch.setenv("KREMLIN_TUI_WIDTH", text)
    assert load().width == 90
    assert said(load())[0].startswith("KREMLIN_TUI_WIDTH: width must be ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("width = 30", "width must be from 40 to 120, and not 30."),
        ('width = "80"', "width must be a number from 40 to 120."),
        ("width = true", "width must be a number from 40 to 120."),
        ("theme = 1", "theme must be a text in quotation marks."),
        ('glyphs = "fancy"', "glyphs must be “unicode” or “ascii”, and not “fancy”."),
        ('them = "paper"', "There is no setting “them”. Did you mean “theme”?"),
        ("zzz = 1", "There is no setting “zzz”."),
        ("keys = 1", "keys must be a table: [keys], and below it a line for each binding."),
        ('"\\u001b[31m" = 1', "There is no setting “␛[31m”."),
    ],
)
def test_what_cannot_be_is_said_with_its_line_and_the_rest_is_in_force(file: Path, text: str, told: str) -> None:
    file.write_text(f"# mine\n{text}\n[keys]\n" if text[:4] != "keys" else f"# mine\n{text}\n")
    assert said(load()) == [f"config.toml:2: {told}"]
    assert load()[:3] == DEFAULTS[:3]


def test_one_wrong_line_leaves_the_others_in_force(file: Path) -> None:
    file.write_text('width = 10\ntheme = "paper"\n')
    assert load()[:2] == ("paper", 72)


def test_a_file_that_is_no_toml_is_told_with_its_line(file: Path) -> None:
    file.write_text('theme = "paper"\nwidth == 3\n')
    assert said(load()) == ["config.toml:2: This is not TOML: Invalid value. Nothing of the file is in force."]
    assert load().theme == "ink"


@pytest.mark.parametrize("data", [b"\xff", b"a = " + b"[" * 5000, b"a = " + b"1" * 5000, b"x" * 70_000, b"\0", b"a="])
def test_no_file_is_fatal(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert load()[:3] == DEFAULTS[:3]
    assert len(load().troubles) == 1


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (b'theme = "ink"\n\nwidth = \xff\n', [3]),
        (b'\n"\\u0077idth" = 3\n', [2]),
        (b'\n["\\u006beys"]\n"reader\\u002ehelp" = 1\n', [3]),
        (b'\nkeys = { "reader.help" = 1, reader.quit = [] }\n', [2, 2]),
        (b"\n[keys.reader]\n\nhelp = { a = 1 }\n", [4]),
        (b"\nx.y = 1\n", [2]),
        (b"\n[x.y]\nz = 1\n", [2]),
        (b"\n[[keys]]\na = 1\n", [2]),
        (b'glyphs = """\nwidth = 3\n[keys]\n"""\nwidth = 4\n', [1, 5]),
        (b'glyphs = "#" # "\nwidth = 4\n', [1, 2]),
        (b"glyphs = [\n  'a', # ]\n  '[',\n]\nwidth = 4\n", [1, 5]),
        (b"glyphs = '''\n\\'''''\nwidth = 4\n", [1, 3]),
        (b'glyphs = "\xe2\x80\xa8\xc2\x85"\r\nwidth = 4\r\n', [1, 2]),
        (b'glyphs = """a\n""""\nwidth = 4\n', [1, 3]),
        (b'glyphs = """a\n\\""""\nwidth = 4\n', [1, 3]),
        (b"x = [\n", [2]),
    ],
    ids=repr,
)
def test_every_problem_has_its_line_however_it_is_written(file: Path, text: bytes, lines: list[int]) -> None:
    file.write_bytes(text)
    assert sorted(trouble.origin.line or 0 for trouble in load().troubles) == lines


def test_values_too_deep_within_each_other_are_a_problem_of_the_whole_file(file: Path) -> None:
    file.write_text("x = " + "[\n" * 20_000)
    assert said(load()) == ["config.toml: Values stand too deep within each other. Nothing of the file is in force."]


DEEP = ".".join(["a"] * 900)
HOSTILE = {
    "a long line": "x = '" + "a" * 3000 + "'\n",
    "tables within each other": f"[keys]\n{DEEP} = 'x'\n",
    "a table of them": f"[keys.{DEEP}]\n{DEEP} = 'x'\n",
    "spaces": 'x = """\n' + ("[" + " " * 1900 + "\n") * 30 + '"""\n',
    "spaces about a dot": 'x = """\n' + ("[x" + " " * 1900 + "y]\n") * 30 + '"""\n',
    "many keys": "[keys]\n" + "".join(f'"reader.h{number}" = "x"\n' for number in range(2500)),
    "lists over lines": "x = " + "[\n" * 20_000,
    "a number of many digits": f"width = {'9' * 1900}\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_said_in_short_lines(file: Path, text: str) -> None:
    file.write_text(text)
    found = load()
    assert 0 < len(found.troubles) + len(found.keys) <= 502
    assert max(len(line) for line in (*said(found), "")) < 200
    assert found.width == DEFAULTS.width


def test_more_keys_than_there_can_be_are_not_in_force(file: Path) -> None:
    file.write_text(HOSTILE["many keys"])
    assert len(load().keys) == 500
    assert said(load()) == ["config.toml:502: More than 500 keys are set: the others are not in force."]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_is_fatal(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    (folder / "kremlin-tui").mkdir(parents=True, exist_ok=True)
    (folder / "kremlin-tui" / "config.toml").write_bytes(text.encode("utf-8", "replace"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        found = load()
    assert all(char.isprintable() for trouble in found.troubles for char in str(trouble))


def test_a_file_that_begins_with_a_mark_of_its_coding_is_read(file: Path) -> None:
    file.write_bytes("width = 60\n".encode("utf-8-sig"))
    assert load().width == 60


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_said_and_never_waited_for(file: Path, kind: str) -> None:
    if kind == "folder":
        file.mkdir()
    else:
        os.mkfifo(file)
    assert said(load()) == ["config.toml: The file cannot be read: it is not a regular file."] or kind == "folder"
    assert "The file cannot be read: " in said(load())[0]


@pytest.mark.parametrize(
    "lines",
    ['"reader.help" = "h"', "'reader.help' = ['h']", 'reader.help = "h"', 'reader . help = "h"', 'reader."help"="h"'],
)
def test_keys_are_set_by_the_id_of_their_binding_however_it_is_quoted(file: Path, lines: str) -> None:
    file.write_text(f"[keys]\n\n{lines}\n")
    assert load().keys == {"reader.help": ("h",)}
    assert load().origin("keys.reader.help").short == "config.toml:3"


@pytest.mark.parametrize("value", ["1", "[]", '["a", 1]', '""', "true"])
def test_keys_that_are_no_texts_are_said(file: Path, value: str) -> None:
    file.write_text(f'[keys]\n"reader.help" = {value}\n')
    told = "config.toml:2: “reader.help” must be a key in quotation marks, or a list of them."
    assert said(load()) == [told]
    assert load().keys == {}


@pytest.mark.parametrize(
    ("name", "coding"), [("LANG", "C"), ("LC_ALL", "POSIX"), ("LC_CTYPE", "de_DE.ISO-8859-1"), ("LANG", "en_US")]
)
def test_a_locale_that_is_not_utf_8_brings_ascii(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, coding: str
) -> None:
    monkeypatch.setenv(name, coding)
    assert (load().glyphs, str(load().origin("glyphs"))) == ("ascii", f"default, {name}={coding}")


@pytest.mark.parametrize("coding", ["C.UTF-8", "de_DE.utf8", "UTF-8", ""])
def test_a_locale_of_utf_8_or_none_brings_all_signs(file: Path, monkeypatch: pytest.MonkeyPatch, coding: str) -> None:
    monkeypatch.setenv("LANG", coding)
    assert load().glyphs == "unicode"


def test_the_first_variable_of_the_locale_counts(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANG", "C")
    assert load().glyphs == "unicode"


def test_who_sets_signs_has_them_in_any_locale(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "C")
    file.write_text('glyphs = "unicode"\n')
    assert load().glyphs == "unicode"


def test_a_theme_that_there_is_not_is_said_with_the_nearest(file: Path) -> None:
    file.write_text('theme = "papr"\n')
    found = load().among(["ink", "paper"])
    assert found.theme == "ink"
    assert said(found) == ["config.toml:1: There is no theme “papr”. Did you mean “paper”? ink is in force."]


def test_a_notice_tells_one_problem_and_counts_several(file: Path) -> None:
    file.write_text("width = 1\n")
    assert load().told() == "config.toml:1: width must be from 40 to 120, and not 1."
    file.write_text("width = 1\ntheme = 2\n")
    assert load().told() == "2 problems in the settings: kremlin-tui config lists them."
    assert DEFAULTS.told() == ""


def test_without_a_file_nothing_is_loaded_that_reads_one(tmp_path: Path) -> None:
    code = "import sys, tui.settings; tui.settings.load(); print('tomllib' in sys.modules, 'difflib' in sys.modules)"
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert run.stdout.split() == ["False", "False"]

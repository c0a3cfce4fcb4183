"""``kremlin-tui config``: the path, what is in force and where it was set."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tui.cli import main
from tui.keymap import fitting_keys
from tui.screen_keys import SECTIONS
from tui.settings import DEFAULTS, load

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("KREMLIN_TUI_THEME", "KREMLIN_TUI_WIDTH", "KREMLIN_TUI_GLYPHS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "kremlin-tui").mkdir()
    return tmp_path / "kremlin-tui" / "config.toml"


def test_the_path_alone_can_be_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{file}\n"


def test_without_a_file_it_says_so_and_all_is_default(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["config"]) == 0
    path, _, *rows = capsys.readouterr().out.splitlines()
    assert path == f"{file} (there is none; --example prints one to begin with)"
    assert [row.split()[-1] for row in rows] == ["default"] * 5


def test_each_setting_is_told_with_its_origin(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('theme = "paper"\n[keys]\n"reader.help" = ["h", "enter"]\n"reader.quit" = "Q"\n')
    monkeypatch.setenv("KREMLIN_TUI_WIDTH", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["config"]) == 1
    told = capsys.readouterr()
    rows = {row.split()[0]: row.split()[1:] for row in told.out.splitlines()[2:]}
    assert rows == {
        "theme": ["paper", f"{file}:1"],
        "width": ["60", "KREMLIN_TUI_WIDTH"],
        "glyphs": ["unicode", "default"],
        "colour": ["none", "NO_COLOR"],
        "reader.quit": ["Q", f"{file}:4"],
    }
    assert told.err.startswith(f"{file}:3: “reader.help” cannot have ⏎: ")


def test_every_problem_is_told_on_a_line_and_fails(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text('theme = "nothing"\nwidth = 3\n[keys]\n"x" = "y"\n')
    assert main(["config"]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.removeprefix(f"{file}:")[:2] for line in told] == ["2:", "1:", "4:"]


def example(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["config", "--example"]) == 0
    return capsys.readouterr().out


def test_the_example_sets_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tomllib.loads(example(capsys)) == {"keys": {}}


def test_the_example_without_its_number_signs_sets_all_as_by_default(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(re.sub(r"^# (?=[\w\"][\w.\"-]* = )", "", example(capsys), flags=re.MULTILINE))
    keys, settings = fitting_keys(load())
    assert settings[:3] == DEFAULTS[:3]
    assert settings.troubles == ()
    assert keys == {binding.id: binding.key for table in SECTIONS.values() for binding in table}


# ---------------------------------------------------------------------- where no file can be had

WITHOUT_PRIVILEGE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
"""Lets the superuser read no more than others may."""
WITHOUT_A_NAME = ["setpriv", "--reuid=54321", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
"""Makes one a user of whom the system knows no home, and who can still start the Python of these tests."""


def run(*arguments: str, by: Sequence[str] = (), **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, ``by`` what takes rights away from who runs the tests where that is the superuser."""
    if by and os.geteuid() == 0 and not shutil.which(by[0]):
        pytest.skip(f"no {by[0]} to take rights away from the superuser")
    words = [*(by if os.geteuid() == 0 else ()), sys.executable, "-m", "tui", "config", *arguments]
    usual = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(words, capture_output=True, text=True, check=False, env=usual | environment)


NOBODYS = pytest.param(
    {}, "there is no HOME", marks=pytest.mark.skipif(os.geteuid() != 0, reason="who runs this has a home")
)


@pytest.mark.parametrize(
    ("home", "why"),
    [({"HOME": "foo"}, "HOME is “foo”"), ({"HOME": "~"}, "HOME is “~”"), ({"HOME": ""}, "there is no HOME"), NOBODYS],
)
def test_without_a_home_it_names_no_file_and_says_why(home: dict[str, str], why: str) -> None:
    told = f"o settings are looked for: {why}; set it or XDG_CONFIG_HOME to an absolute path.\n"
    by = () if home else WITHOUT_A_NAME
    done = run(by=by, XDG_CONFIG_HOME="here", **home)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"N{told}")
    done = run("--path", by=by, **home)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"kremlin-tui: n{told}")


def locked(folder: Path) -> Path:
    (folder / "kremlin-tui").mkdir(mode=0)
    return folder


def looped(folder: Path) -> Path:
    (folder / "kremlin-tui").mkdir()
    (folder / "kremlin-tui" / "config.toml").symlink_to("config.toml")
    return folder


def long(folder: Path) -> Path:
    return folder / ("x" * 300)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (locked, "Permission denied"),
        (looped, "Too many levels of symbolic links"),
        (long, "File name too long"),
    ],
)
def test_a_file_that_cannot_be_looked_at_is_told_in_a_line(
    tmp_path: Path, make: Callable[[Path], Path], why: str
) -> None:
    home = make(tmp_path)
    done = run(by=WITHOUT_PRIVILEGE, XDG_CONFIG_HOME=str(home))
    file = f"{home}/kremlin-tui/config.toml"
    assert (done.returncode, done.stderr) == (1, f"{file}: The file cannot be read: {why}.\n")
    assert done.stdout.splitlines()[0] == file

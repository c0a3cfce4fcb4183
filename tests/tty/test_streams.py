"""What the reader finds at its standard streams and in its environment, and what it makes of that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal
from tests.tty.test_reading import HARBOR, PROGRAM

OTHER_SCREEN = b"\x1b[?1049h"


def in_shell(command: str, env: Mapping[str, str] | None = None) -> Terminal:
    return Terminal("/bin/sh", "-c", f"{command}; echo code=$?", env=env)


def wait_for_code(terminal: Terminal) -> str:
    terminal.wait()
    terminal.settle()
    return terminal.text().rpartition("code=")[2].strip()


@pytest.mark.parametrize(
    "redirection",
    ["2>/dev/null", "2>/dev/full", "2>&-", "</dev/null", "<&-", "</dev/null 2>&-", "<&- 2>&-"],
)
def test_whatever_the_other_streams_are_a_terminal_to_draw_on_shows_the_reader(redirection: str) -> None:
    with in_shell(f"{PROGRAM} {HARBOR} {redirection}") as terminal:
        terminal.wait_for("Council weighs Harbor Avenue bike lane")
        terminal.press("j", "q")
        assert wait_for_code(terminal) == "0"


def test_errors_that_go_to_a_file_have_nothing_of_the_screen_in_it(tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    with in_shell(f"{PROGRAM} {HARBOR} 2>{errors}") as terminal:
        terminal.wait_for("Council weighs Harbor Avenue bike lane")
        terminal.press("q")
        assert wait_for_code(terminal) == "0"
    assert errors.read_text() == ""


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"{PROGRAM} >/dev/full", "1"),
        (f"{PROGRAM} >&-", "1"),
        (f"{PROGRAM} >/dev/full 2>/dev/full", "1"),
        (f"{PROGRAM} <&- >&- 2>&-", "1"),
        (f"{PROGRAM} no-such-file 2>/dev/full", "1"),
        (f"{PROGRAM} no-such-file 2>&-", "1"),
        (f"{PROGRAM} - <&-", "1"),
        (f"{PROGRAM} - </dev/null", "1"),
        (f"echo words | {PROGRAM} -", "1"),
        (f"{PROGRAM} | true", "0"),
        (f"{PROGRAM} check {HARBOR} >&- 2>&-", "1"),
        (f"{PROGRAM} >/dev/null", "0"),
        (f"{PROGRAM} --help >/dev/full", "1"),
        (f"{PROGRAM} --version >/dev/full 2>/dev/full", "1"),
        (f"{PROGRAM} --help | true", "0"),
        (f"{PROGRAM} --no-such-option 2>/dev/full", "2"),
    ],
)
def test_what_cannot_be_shown_ends_with_a_code_and_without_a_screen(command: str, code: str) -> None:
    with in_shell(command) as terminal:
        assert wait_for_code(terminal) == code
        assert OTHER_SCREEN not in terminal.raw
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_a_terminal_that_shows_lines_alone_gets_plain_text(term: str) -> None:
    with Terminal("kremlin-tui", env={"TERM": term}, size=(100, 200)) as terminal:
        assert terminal.wait() == 0
        terminal.settle()
        assert b"\x1b" not in terminal.raw
        assert "POSITIONS" in terminal.text()


def test_a_terminal_that_nobody_knows_gets_the_reader() -> None:
    with Terminal("kremlin-tui", env={"TERM": "no-such-terminal"}) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """An article in several scripts."""
    path = tmp_path / "letters.yaml"
    path.write_text(HARBOR.read_text().replace("Council", "Café Щ 中文 “Council”"))
    return path


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "de_DE.ISO-8859-1"}])
def test_another_coding_than_utf_8_gets_ascii_in_as_many_cells(letters: Path, locale: Mapping[str, str]) -> None:
    with Terminal("kremlin-tui", str(letters), env=locale, size=(160, 45)) as terminal:
        terminal.wait_for('Cafe ? ???? "Council" weighs Harbor Avenue bike lane')
        terminal.press("?", "esc", "q")
        assert terminal.wait() == 0
        assert terminal.raw.isascii()


@pytest.mark.parametrize("arguments", [["--plain", str(HARBOR)], ["--help"], ["no-such-file"], ["--no-such-option"]])
def test_another_coding_than_utf_8_gets_ascii_in_lines_as_well(arguments: list[str]) -> None:
    with Terminal("kremlin-tui", *arguments, env={"LC_ALL": "C"}) as terminal:
        terminal.wait()
        terminal.settle()
        assert terminal.raw.isascii()


NARROW = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, NARROW, {"PYTHONIOENCODING": "ascii"}], ids=str)
def test_a_file_gets_every_letter_whatever_the_terminal_shows(
    letters: Path, tmp_path: Path, env: Mapping[str, str]
) -> None:
    with in_shell(f"{PROGRAM} {letters} >{tmp_path / 'text'}", env=env) as terminal:
        assert wait_for_code(terminal) == "0"
    assert "Café Щ 中文 “Council”" in (tmp_path / "text").read_text()


def test_lines_have_the_letters_that_the_locale_names_whatever_python_takes_the_coding_to_be(letters: Path) -> None:
    for env, headline in (
        (NARROW, 'Cafe ? ???? "Council"'),
        ({"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "ascii"}, "Café Щ 中文 “Council”"),
    ):
        with Terminal("kremlin-tui", "--plain", str(letters), env=env, size=(100, 200)) as terminal:
            terminal.wait_for("ACTORS")
            assert headline in terminal.text().replace("中 文 ", "中文")


def test_where_no_coding_is_named_the_terminal_is_believed_to_show_every_letter(letters: Path) -> None:
    with Terminal(
        "kremlin-tui", str(letters), env={"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, size=(160, 45)
    ) as terminal:
        terminal.wait_for("Café Щ")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COLUMNS", "100000"),
        ("LINES", "9000"),
        ("TEXTUAL_LOG", "/dev/full"),
        ("TEXTUAL_PRESS", "q"),
        ("TEXTUAL_FPS", "x"),
    ],
)
def test_what_the_environment_says_to_the_toolkit_is_not_heard(name: str, value: str) -> None:
    with Terminal("kremlin-tui", str(HARBOR), env={name: value}, size=(100, 30)) as terminal:
        terminal.wait_for("Council weighs Harbor Avenue bike lane")
        assert "Positions" in terminal.text()
        terminal.press("j", "q")
        assert terminal.wait() == 0

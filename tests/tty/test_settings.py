"""Settings as the installed command finds them: files, variables and options, in a real terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

READY = "Positions"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "kremlin-tui").mkdir()
    return tmp_path


def write(home: Path, text: str) -> dict[str, str]:
    """A file of settings; returns the variable that leads there."""
    (home / "kremlin-tui" / "config.toml").write_text(text)
    return {"XDG_CONFIG_HOME": str(home)}


def ink_of(terminal: Terminal) -> set[bytes]:
    """The colours of the ground that were sent."""
    return {code for code in (b"48;2;17;20;26", b"48;2;250;246;236") if code in terminal.raw}


def test_a_file_sets_theme_width_and_keys(home: Path) -> None:
    env = write(home, 'theme = "paper"\nwidth = 40\n[keys]\n"reader.quit" = "Q"\n')
    with Terminal("kremlin-tui", env=env, size=(160, 30)) as terminal:
        terminal.wait_for(READY)
        assert ink_of(terminal) == {b"48;2;250;246;236"}
        assert "A conflict between Russia and NATO, the     " in terminal.text()
        terminal.press("q")
        assert terminal.exit_code is None
        terminal.press("Q")
        assert terminal.wait() == 0


def test_options_count_before_variables_and_those_before_the_file(home: Path) -> None:
    env = write(home, 'theme = "nord"\n') | {"KREMLIN_TUI_THEME": "paper"}
    with Terminal("kremlin-tui", env=env) as terminal:
        terminal.wait_for(READY)
        assert ink_of(terminal) == {b"48;2;250;246;236"}
    with Terminal("kremlin-tui", "--theme", "ink", env=env) as terminal:
        terminal.wait_for(READY)
        assert ink_of(terminal) == {b"48;2;17;20;26"}


def test_what_is_wrong_with_the_file_is_said_on_the_screen_and_the_program_runs(home: Path) -> None:
    with Terminal("kremlin-tui", env=write(home, "\nwidth = 3\n"), size=(160, 45)) as terminal:
        terminal.wait_for("config.toml:2: width must be")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    "text", ["a = [", 'theme = "\\u001b[31mred"', '[keys]\n"\\u001b]0;x\\u0007" = "h"', "x" * 70_000]
)
def test_no_file_reaches_the_terminal_unclean_or_stops_the_program(home: Path, text: str) -> None:
    with Terminal("kremlin-tui", env=write(home, text), size=(160, 45)) as terminal:
        terminal.wait_for("config.toml")
        assert b"\x1b[31mred" not in terminal.raw
        assert b"\x1b]0;x" not in terminal.raw
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("arguments", "env"), [(["--ascii"], {}), ([], {"LC_ALL": "C"}), ([], {"KREMLIN_TUI_GLYPHS": "ascii"})]
)
def test_with_signs_of_ascii_nothing_else_is_sent(arguments: list[str], env: dict[str, str]) -> None:
    with Terminal("kremlin-tui", *arguments, env=env, size=(160, 45)) as terminal:
        terminal.wait_for(READY)
        terminal.press("3", "j", "?", "G", "esc", "\x10", "esc", "2", " ", "f", "+", "-")
        assert {byte for byte in terminal.raw if byte > 0x7F} == set()
        terminal.press("q")
        assert terminal.wait() == 0


def test_plain_output_has_signs_of_ascii_when_asked(home: Path) -> None:
    env = write(home, 'glyphs = "ascii"\n')
    with Terminal("kremlin-tui", "--plain", env=env, size=(100, 200)) as terminal:
        terminal.wait_for("ACTORS")
        assert terminal.wait() == 0
        assert {byte for byte in terminal.raw if byte > 0x7F} == set()


def test_a_width_that_cannot_be_is_an_error() -> None:
    with Terminal("kremlin-tui", "--width", "300") as terminal:
        assert terminal.wait() == 2
        assert "argument --width: must be from 40 to 120, and not 300" in terminal.text()


def test_without_colour_none_is_sent_where_there_is_nothing_either() -> None:
    with Terminal("kremlin-tui", env={"NO_COLOR": "1"}, size=(160, 45)) as terminal:
        terminal.wait_for(READY)
        terminal.press("2", "j", "o", "?", "esc", "!", "+")
        assert [code for code in (b"38;2", b"48;2", b"38;5", b"48;5") if code in terminal.raw] == []

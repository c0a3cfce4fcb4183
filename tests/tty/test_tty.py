"""The installed command in a real terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

DATA = Path(__file__).parents[1] / "data"
ALTERNATE_SCREEN = (b"\x1b[?1049h", b"\x1b[?1049l")


def test_it_opens_filters_to_peskov_and_quits() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Kremlin warns of NATO conflict over troops in Ukraine")
        terminal.wait_for("Positions  19")
        terminal.press("2", "j", "j", "o")
        screen = terminal.text()
        assert "3 of 19 positions · 2 of 8 ¶" in screen
        assert "Dmitry Peskov" in screen
        assert "Vladimir Putin   " not in screen
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.raw.index(ALTERNATE_SCREEN[0]) < terminal.raw.index(ALTERNATE_SCREEN[1])


def test_a_file_of_the_users_own_opens() -> None:
    with Terminal("kremlin-tui", str(DATA / "harbor-ave-lane.yaml")) as terminal:
        terminal.wait_for("Council weighs Harbor Avenue bike lane")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_file_that_is_not_there_leaves_the_terminal_alone(tmp_path: Path) -> None:
    with Terminal("kremlin-tui", str(tmp_path / "none.yaml"), size=(200, 10)) as terminal:
        assert terminal.wait() == 1
        assert re.fullmatch(r".*/none.yaml: fatal: The file cannot be read: .*", terminal.text().strip())
        assert b"\x1b" not in terminal.raw


@pytest.mark.parametrize("theme", ["ink", "paper", "nord", "solarized-light", "ansi-dark", "ansi-light"])
def test_every_kind_of_theme_opens(theme: str) -> None:
    with Terminal("kremlin-tui", "--theme", theme) as terminal:
        terminal.wait_for("Positions")
        terminal.press("2", "o", "3", "j", "?", "q", "q")
        assert terminal.wait() == 0


def test_without_colour_no_colour_is_sent() -> None:
    with Terminal("kremlin-tui", env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Positions")
        terminal.press("3", "j", "2", "o")
        codes = {code for styles in re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw) for code in styles.split(b";")}
        assert codes <= {b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}


def test_a_dumb_terminal_gets_plain_text() -> None:
    with Terminal("kremlin-tui", env={"TERM": "dumb"}, size=(100, 200)) as terminal:
        assert terminal.wait() == 0
        assert b"\x1b" not in terminal.raw
        assert "POSITIONS" in terminal.text()


def test_python_dash_m_tui_is_the_same_command() -> None:
    with Terminal("python", "-m", "tui", "--version") as terminal:
        assert terminal.wait() == 0
        assert terminal.text().strip().startswith("kremlin-tui ")

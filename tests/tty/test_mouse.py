"""The mouse and keys with modifiers as a real terminal sends them."""

from __future__ import annotations

import base64
import re

from tests.tty.terminal import Terminal

COPIED = re.compile(rb"\x1b\]52;c;([^\x07\x1b]*)")
"""What is handed to the clipboard (OSC 52)."""


def place(terminal: Terminal, text: str) -> tuple[int, int]:
    """The column and row of a text on the screen, counted from 1."""
    row, line = next((row, line) for row, line in enumerate(terminal.text().splitlines(), 1) if text in line)
    return line.index(text) + 1, row


def mouse(button: int, column: int, row: int, end: str = "M") -> str:
    """A report of the mouse (xterm, SGR): 0 the left button, 32 more while it is moved, 64 and 65 the wheel."""
    return f"\x1b[<{button};{column};{row}{end}"


def test_a_click_and_the_wheel_come_through_a_terminal() -> None:
    with Terminal("kremlin-tui", size=(100, 24)) as terminal:
        terminal.wait_for("Positions  19")
        column, row = place(terminal, "Biden")
        for _ in range(2):
            terminal.press(mouse(0, column, row) + mouse(0, column, row, "m"))
        assert "Only" in terminal.text()
        assert "Joe Biden" in terminal.text()
        before = terminal.text()
        terminal.press(mouse(65, 20, 10))
        assert terminal.text() != before
        terminal.press(mouse(64, 20, 10))
        assert terminal.text() == before


def test_a_drag_copies_to_the_clipboard_of_the_terminal() -> None:
    with Terminal("kremlin-tui", size=(100, 24)) as terminal:
        terminal.wait_for("Positions  19")
        column, row = place(terminal, "A conflict between")
        terminal.press(mouse(0, column, row) + mouse(32, column + 9, row) + mouse(0, column + 9, row, "m"))
        assert [base64.b64decode(text).decode() for text in COPIED.findall(terminal.raw)] == ["A conflict"]


def test_alt_with_an_arrow_goes_along_the_jump_list() -> None:
    with Terminal("kremlin-tui", size=(100, 24)) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("G")
        assert "■" in terminal.text()
        terminal.press("\x1b[1;3D")
        assert "■" not in terminal.text()
        terminal.press("\x1b[1;3C")
        assert "■" in terminal.text()


def test_a_mark_is_set_and_gone_to_in_a_terminal() -> None:
    with Terminal("kremlin-tui", size=(100, 24)) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("\x02", "a", "G", "'", "a")
        assert "┃a 1" in terminal.text()

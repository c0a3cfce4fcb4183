"""Outline and detail in a terminal."""

from __future__ import annotations

import re

from tests.tty.terminal import Terminal


def test_without_colour_sheets_send_no_colour() -> None:
    with Terminal("kremlin-tui", env={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Positions")
        terminal.press("t", "j", "esc", "n", "i", "j", "esc")
        codes = {code for styles in re.findall(rb"\x1b\[([0-9;]*)m", terminal.raw) for code in styles.split(b";")}
        assert codes <= {b"0", b"1", b"2", b"3", b"4", b"7", b"39", b"49"}


def test_a_key_in_a_sheet_brings_one_frame() -> None:
    with Terminal("kremlin-tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("t")
        assert terminal.frames("j") == 1
        terminal.press("esc", "n", "i")
        assert terminal.frames("j") == 1

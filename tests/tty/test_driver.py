"""The terminal's driver: it outlives whatever a terminal sends, and leaves every terminal as it was."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.tty.terminal import Terminal
from tests.unit.test_incoming import SAID

HEADLINE = "Kremlin warns of NATO conflict"
HELP = "esc closes"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal("kremlin-tui") as opened:
        opened.wait_for(HEADLINE)
        opened.wait_for("Positions  19")
        yield opened


@pytest.mark.parametrize("sequence", ["\x1b[1114112u", "\x1b[:u", "\x1b[1;:~", "\x1b[5529655296u"], ids=ascii)
def test_a_key_that_no_keyboard_has_leaves_the_others_alone(terminal: Terminal, sequence: str) -> None:
    terminal.send(sequence)
    terminal.settle()
    terminal.press("?")
    terminal.wait_for(HELP)


def test_what_a_terminal_says_of_itself_is_no_key(terminal: Terminal) -> None:
    before = terminal.text()
    for said in SAID.values():
        terminal.send(said)
        terminal.settle()
        assert terminal.text() == before, said
    for said in SAID.values():
        terminal.send(f"{said}?")
        terminal.wait_for(HELP)
        terminal.press("esc")


def test_a_click_beside_the_screen_leaves_the_pane_in_front(terminal: Terminal) -> None:
    terminal.press("2")
    before = terminal.text()
    terminal.press("\x1b[<0;900;900M", "\x1b[<0;900;900m")
    assert terminal.text() == before


@pytest.mark.parametrize("delay", ["25", "300"])
def test_an_escape_alone_is_a_key_however_long_it_may_be_the_beginning_of_another(delay: str) -> None:
    with Terminal("kremlin-tui", env={"ESCDELAY": delay}) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("?")
        terminal.wait_for(HELP)
        terminal.send("\x1b")
        end = time.monotonic() + 10
        while HELP in terminal.text() and time.monotonic() < end:
            terminal.settle()
        assert HELP not in terminal.text()


def test_a_terminal_that_does_not_keep_up_is_restored(terminal: Terminal) -> None:
    terminal.send(" b" * 150)
    terminal.send("q")
    assert terminal.wait() == 0
    assert terminal.raw.rstrip().endswith(b"\x1b[?1049l\x1b[?25h\x1b[?1004l")


def test_a_program_that_comes_back_to_the_foreground_paints_everything(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.settle()
    before = len(terminal.raw)
    os.kill(terminal.pid, signal.SIGCONT)
    terminal.settle()
    assert HEADLINE.encode() in terminal.raw[before:]


@pytest.mark.parametrize("keys", ["? ", "?G", "?bq", "? ?g", "T\x1b", "?\x1a"])
def test_keys_typed_before_what_they_are_for_is_there_do_no_harm(terminal: Terminal, keys: str) -> None:
    for _ in range(5):
        terminal.send(f"{keys}\x1b")
        terminal.settle()
    terminal.press("esc")
    terminal.wait_for("Positions  19")
    terminal.press("q")
    assert terminal.wait() == 0

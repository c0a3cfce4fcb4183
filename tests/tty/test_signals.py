"""Signals: whatever ends the reader, the terminal is as it was, and nothing is left behind."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.tty.mishap import KEY, reader_with
from tests.tty.terminal import Terminal
from tests.tty.test_reading import Stop, is_gone, large, process_of, see, stop

__all__ = ["large", "stop"]
ENDING = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM]
AT_EASE, HELD_UP = 0.5, 2.5
"""Seconds to a clean terminal: figures of design/hardening.md."""
BUSY = 5.0
"""How many times longer a busy machine may take; what is looked for is an end, and none takes this long by chance."""
LEFT = b"\x1b[?1049l\x1b[?25h\x1b[?1004l"
MODES = {b"1000", b"1003", b"1006", b"1015", b"1016", b"1004", b"1049", b"2004", b"2048"}
HELD_UP_BY = {
    "a loop": "while True: pass",
    "a call that waits": "import time\nwhile True: time.sleep(1000)",
    "a pattern": "import re\nre.match('(a*)*b', 'a' * 60)",
    "a call that no signal interrupts": (
        "import ctypes\nlib, lock = ctypes.CDLL(None), (ctypes.c_byte * 64)()\n"
        "lib.pthread_mutex_lock(lock)\nlib.pthread_mutex_lock(lock)"
    ),
}


def assert_clean(terminal: Terminal, attributes: list[object]) -> None:
    """The terminal is as it was: its modes, its screen, its keys."""
    assert terminal.raw.rstrip().endswith(LEFT)
    on = [mode for mode in MODES if terminal.raw.rfind(b"\x1b[?%sh" % mode) > terminal.raw.rfind(b"\x1b[?%sl" % mode)]
    assert on == []
    assert terminal.raw.count(b"\x1b[>25u") == terminal.raw.count(b"\x1b[<u")
    assert terminal.attributes == attributes


def ended(terminal: Terminal, number: signal.Signals, seconds: float) -> int:
    began = time.monotonic()
    os.kill(terminal.pid, number)
    code = terminal.wait(seconds * BUSY)
    terminal.settle()
    assert time.monotonic() - began < seconds * BUSY
    return code


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_the_reader_and_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal("kremlin-tui") as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        assert ended(terminal, number, AT_EASE) == 128 + number
        assert_clean(terminal, attributes)


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_ends_what_reads_a_file(stop: Stop, large: Path, number: signal.Signals) -> None:
    with Terminal("kremlin-tui", str(large)) as terminal:
        attributes = terminal.attributes
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading large.yaml")
        assert ended(terminal, number, AT_EASE) == 128 + number
        assert_clean(terminal, attributes)
        assert is_gone(reading)


@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize("mishap", HELD_UP_BY)
def test_a_signal_ends_a_reader_that_is_held_up(mishap: str, number: signal.Signals) -> None:
    with reader_with(HELD_UP_BY[mishap]) as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        terminal.send(KEY)
        terminal.settle()
        assert ended(terminal, number, HELD_UP) == 128 + number
        assert_clean(terminal, attributes)


def test_a_window_that_is_closed_tells_it_twice_and_the_end_is_in_good_order() -> None:
    with reader_with("pass") as terminal:
        terminal.wait_for("Positions  19")
        os.kill(terminal.pid, signal.SIGHUP)
        os.kill(terminal.pid, signal.SIGHUP)
        assert terminal.wait() == 128 + signal.SIGHUP


def test_a_reader_that_is_to_outlive_its_terminal_is_not_ended_by_its_end() -> None:
    with Terminal("/bin/sh", "-c", "trap '' HUP; exec python -m tui") as terminal:
        terminal.wait_for("Positions  19")
        os.kill(terminal.pid, signal.SIGHUP)
        terminal.press("2")
        assert terminal.exit_code is None
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("number", ENDING)
def test_a_signal_before_there_is_a_screen_leaves_the_terminal_alone(number: signal.Signals) -> None:
    with Terminal("kremlin-tui") as terminal:
        attributes = terminal.attributes
        reading = process_of(terminal.pid)
        os.kill(terminal.pid, number)
        assert terminal.wait() in (-number, 128 + number)
        terminal.settle()
        assert b"Traceback" not in terminal.raw
        assert terminal.raw.count(b"\x1b[?1049h") == terminal.raw.count(b"\x1b[?1049l")
        assert terminal.attributes == attributes
        assert is_gone(reading)

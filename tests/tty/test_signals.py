"""Signals: whatever ends the reader, the terminal is as it was, and nothing is left behind.

How long an end may take is a figure of design/hardening.md. What counts is the reader's own time, in which it works or
sleeps; not that in which it is ready to go on and others have the cores, which Linux tells (proc(5), schedstat).
"""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.tty.mishap import KEY, reader_with
from tests.tty.terminal import Terminal, wait_until
from tests.tty.test_reading import HARBOR, Stop, is_gone, large, process_of, see, stop
from tui.driver import GIVEN_BACK

__all__ = ["large", "stop"]
ENDING = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM]
SELDOM = [
    *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGVTALRM, signal.SIGPROF, signal.SIGABRT, signal.SIGXCPU),
    *(signal.SIGIO, signal.SIGPWR, signal.SIGSTKFLT, signal.SIGRTMIN, signal.SIGRTMAX),
]
AT_EASE, HELD_UP = 0.5, 2.5
"""Seconds to a clean terminal: figures of design/hardening.md."""
PATIENCE = 30
"""Seconds for which an end is waited for, however busy the machine is."""
LEFT = b"\x1b[?1049l\x1b[?25h\x1b[?1004l"
SET = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
KEYBOARD_SET = re.compile(rb"\x1b\[>\d*u")
ON_AT_FIRST = {b"7", b"25"}
"""The modes that are on in a terminal as it is: long lines are wrapped, and the cursor shows."""
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
    modes = {mode: sign == b"h" for numbers, sign in SET.findall(terminal.raw) for mode in numbers.split(b";")}
    assert modes == {mode: mode in ON_AT_FIRST for mode in modes}
    assert len(KEYBOARD_SET.findall(terminal.raw)) == terminal.raw.count(b"\x1b[<u")
    assert terminal.attributes == attributes


def ended(terminal: Terminal, number: signal.Signals, seconds: float) -> int:
    """The exit code of a reader that a signal ends, within so many seconds of its own, after which nothing is said."""
    waited = _waited(terminal.pid) + _waited("thread-self")
    began = time.monotonic()
    os.kill(terminal.pid, number)
    while not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
        assert time.monotonic() < began + PATIENCE, terminal.text()
        terminal._read(0.005)
    took = time.monotonic() - began
    assert took - (_waited(terminal.pid) + _waited("thread-self") - waited) <= seconds
    terminal.settle()
    assert terminal.raw.endswith(LEFT)
    return terminal.wait()


def _waited(process: int | str) -> float:
    """Seconds for which a process was ready to go on, and others had the cores."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[1]) / 1e9


@pytest.mark.parametrize("number", ENDING + SELDOM)
def test_a_signal_ends_the_reader_and_leaves_the_terminal_as_it_was(number: signal.Signals) -> None:
    with Terminal("kremlin-tui") as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        assert ended(terminal, number, AT_EASE) == 128 + number
        assert_clean(terminal, attributes)


@pytest.mark.parametrize("number", ENDING)
def test_the_end_is_in_good_order_and_the_place_is_kept(tmp_path: Path, number: signal.Signals) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path)}
    with Terminal("kremlin-tui", str(HARBOR), env=state) as terminal:
        terminal.wait_for("Council weighs")
        assert not _is_at_2(terminal)
        terminal.send("}")
        while not _is_at_2(terminal):  # No longer, as the place is kept in any case after a second.
            terminal._read(0.05)
        assert ended(terminal, number, AT_EASE) == 128 + number
        assert GIVEN_BACK.encode() not in terminal.raw, "the terminal was given back as at a crash"
    assert [path.name for path in tmp_path.rglob("*.log")] == []
    with Terminal("kremlin-tui", str(HARBOR), env=state) as terminal:
        terminal.wait_for("Back where you were.")
        assert _is_at_2(terminal)


def _is_at_2(terminal: Terminal) -> bool:
    """Whether the caret stands at the second paragraph."""
    return any(line.startswith("┃") and " 2 " in line[:6] for line in terminal.text().splitlines())


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
def test_a_signal_ends_a_reader_that_is_held_up(mishap: str, number: signal.Signals, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    with reader_with(f"open({str(begun)!r}, 'w').close()\n{HELD_UP_BY[mishap]}") as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        terminal.send(KEY)
        wait_until(begun.exists)
        assert ended(terminal, number, HELD_UP) == 128 + number
        assert_clean(terminal, attributes)


def test_a_signal_counts_also_where_python_takes_long_to_end() -> None:
    ends_late = "import sys, time\nclass Late:\n    def __del__(self, sleep=time.sleep): sleep(2)\nsys.late = Late()"
    with reader_with(ends_late) as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        terminal.press(KEY)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert_clean(terminal, attributes)


def test_a_window_that_is_closed_tells_it_again_and_again_and_the_end_is_in_good_order() -> None:
    with reader_with("pass") as terminal:
        terminal.wait_for("Positions  19")
        while not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            os.kill(terminal.pid, signal.SIGHUP)
            terminal._read(0.001)
        assert terminal.wait() == 128 + signal.SIGHUP
        assert GIVEN_BACK.encode() not in terminal.raw


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

"""Windows of every size, that change, and that go away."""

from __future__ import annotations

import os
import random
import signal
import time
from pathlib import Path

import pytest

from tests.tty.mishap import KEY, reader_with
from tests.tty.terminal import Terminal
from tests.tty.test_reading import Stop, is_gone, large, process_of, see, stop

__all__ = ["large", "stop"]
SIZES = [
    *((1, 1), (2, 1), (1, 50), (3, 2), (24, 7), (23, 8), (24, 8), (60, 24)),
    *((80, 24), (129, 20), (130, 19), (300, 5), (500, 200)),
]
SOON = 1.0
"""Seconds within which a program ends whose terminal is gone: the figure of the issue."""
OTHER_SCREEN = b"\x1b[?1049h"
BUSY = 5.0
"""How many times longer a busy machine may take."""
LONGEST_NOTICE = 6
"""Seconds after which a notice has gone."""


def named(size: tuple[int, int]) -> str:
    return "{}x{}".format(*size)


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_it_works_in_a_window_of_every_size(size: tuple[int, int]) -> None:
    with Terminal("kremlin-tui", size=size) as terminal:
        end = time.monotonic() + 20
        while b"\x1b[?2026l" not in terminal.raw:
            assert time.monotonic() < end
            terminal._read(0.05)
        terminal.press("j", "2", "o", "3", "j", "?", "j", "esc", "G", "z", "q")
        assert terminal.wait() == 0


def test_a_window_without_a_size_counts_as_one_of_80_by_24() -> None:
    with Terminal("/bin/sh", "-c", "stty rows 0 cols 0; exec python -m tui", size=(80, 24)) as terminal:
        terminal.wait_for("Kremlin warns of NATO conflict")
        assert len(terminal.text().splitlines()) == 24
        terminal.press("q")
        assert terminal.wait() == 0


def until_nothing_is_said(terminal: Terminal) -> None:
    """Until a notice would have gone: one that goes while screens are compared is a difference too."""
    last = time.monotonic()
    while time.monotonic() - last < LONGEST_NOTICE:
        if terminal._read(0.1):
            last = time.monotonic()
    terminal.settle()


def until_anew(terminal: Terminal, before: int) -> None:
    """Until the terminal is taken anew, after so many bytes, and painted."""
    end = time.monotonic() + 20
    while OTHER_SCREEN not in terminal.raw[before:]:
        assert time.monotonic() < end, terminal.text()
        terminal._read(0.05)
    terminal.settle()


HANDED_TO_ANOTHER = """
import signal, threading, time
other = next(thread for thread in threading.enumerate() if thread is not threading.main_thread())
def later():
    time.sleep(0.5)
    signal.pthread_kill(other.ident, signal.SIGCONT)
threading.Thread(target=later, daemon=True).start()
"""


def test_a_signal_that_the_system_hands_to_another_thread_does_not_wait_for_a_key() -> None:
    with reader_with(HANDED_TO_ANOTHER) as terminal:
        terminal.wait_for("Positions  19")
        before = len(terminal.raw)
        terminal.press(KEY)
        until_anew(terminal, before)
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("seed", range(3))
def test_after_a_storm_of_sizes_and_keys_the_screen_is_what_painting_it_anew_makes_of_it(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - of no secret
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Positions  19")
        for _ in range(200):
            terminal.resize(chance.randint(1, 220), chance.randint(1, 70))
            terminal.send(chance.choice([*"jkGg123nfz? b", "\x1b"]))
            terminal._read(chance.choice([0, 0, 0.02]))
        terminal.resize(100, 30)
        until_nothing_is_said(terminal)
        screen, before = terminal.text(), len(terminal.raw)
        assert len(screen.splitlines()) == 30
        os.kill(terminal.pid, signal.SIGSTOP)
        os.kill(terminal.pid, signal.SIGCONT)
        until_anew(terminal, before)
        assert terminal.text() == screen
        terminal.press("esc", "q")
        assert terminal.wait() == 0


SLOWLY_ASKED = """
import shutil, time
asked = shutil.get_terminal_size
def slowly(*_):
    size = asked()
    time.sleep(0.3)
    return size
shutil.get_terminal_size = slowly
"""


def test_of_two_sizes_in_a_moment_the_later_one_counts() -> None:
    with reader_with(SLOWLY_ASKED, size=(100, 30)) as terminal:
        terminal.wait_for("Positions  19")
        terminal.press(KEY)
        terminal.resize(90, 30)
        time.sleep(0.1)
        terminal.resize(160, 45)
        end = time.monotonic() + 20
        while not any("Article" in row and "Positions" in row for row in terminal.text().splitlines()):
            assert time.monotonic() < end, terminal.text()
            terminal._read(0.1)


@pytest.mark.parametrize("rows_and_columns", ["0;100", "0;0", "30;0"])
def test_a_terminal_that_tells_of_a_size_that_cannot_be_is_not_believed(rows_and_columns: str) -> None:
    with Terminal("kremlin-tui", size=(100, 30)) as terminal:
        terminal.wait_for("Positions  19")
        terminal.send(f"\x1b[?2048;2$y\x1b[48;{rows_and_columns};10;10t")
        terminal.press("j", "2", "1")
        assert "Positions  19" in terminal.text()
        terminal.send("\x1b[48;24;60;10;10t")
        terminal.wait_for("2 Actors")


def wait_for_end(pid: int) -> int:
    """The exit code of a program whose terminal is gone."""
    end = time.monotonic() + SOON * BUSY
    while time.monotonic() < end:
        gone, status = os.waitpid(pid, os.WNOHANG)
        if gone:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    raise AssertionError("it is still there")


@pytest.mark.parametrize("heard", ["", "trap '' HUP; "], ids=["told", "not told"])
def test_a_terminal_that_goes_away_ends_the_reader(heard: str) -> None:
    with Terminal("/bin/sh", "-c", f"{heard}exec python -m tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.close()
        terminal.exit_code = wait_for_end(terminal.pid)
        assert terminal.exit_code == 128 + signal.SIGHUP


@pytest.mark.parametrize("heard", ["", "trap '' HUP; "], ids=["told", "not told"])
def test_a_terminal_that_goes_away_while_a_file_is_read_leaves_no_process(stop: Stop, large: Path, heard: str) -> None:
    with Terminal("/bin/sh", "-c", f"{heard}exec python -m tui {large}") as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading large.yaml")
        terminal.close()
        terminal.exit_code = wait_for_end(terminal.pid)
        assert terminal.exit_code == 128 + signal.SIGHUP
        assert is_gone(reading)


def jam(terminal: Terminal) -> None:
    """Have the reader paint until the terminal, which nobody reads, takes no more."""
    for _ in range(100):
        terminal.send(" b")
        time.sleep(0.02)


def test_a_terminal_that_takes_nothing_and_goes_away_ends_the_reader() -> None:
    with Terminal("/bin/sh", "-c", "trap '' HUP; exec python -m tui", size=(300, 100)) as terminal:
        terminal.wait_for("Positions  19")
        jam(terminal)
        terminal.close()
        terminal.exit_code = wait_for_end(terminal.pid)
        assert terminal.exit_code == 128 + signal.SIGHUP


@pytest.mark.parametrize("held_up", [False, True], ids=["at ease", "held up"])
def test_a_signal_ends_a_reader_whose_terminal_takes_nothing(held_up: bool) -> None:  # noqa: FBT001 - a case
    with reader_with("while True: pass", size=(300, 100)) as terminal:
        terminal.wait_for("Positions  19")
        jam(terminal)
        if held_up:
            terminal.send(KEY)
            time.sleep(0.2)
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.exit_code = wait_for_end(terminal.pid)
        assert terminal.exit_code == 128 + signal.SIGTERM

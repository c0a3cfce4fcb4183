"""ctrl+c while the program starts: it ends at once with the code of an interruption, and without a word."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal
from tests.tty.test_reading import HARBOR
from tests.tty.test_signals import assert_clean

ROOT = Path(__file__).parents[2]
OURS = re.compile(rf'File "{re.escape(str(ROOT))}/(?:article/|styles/|tui/(?!__init__\.py))')
"""A place of ours in what Python tells, but the module that comes first: whatever was on its way while that was being
loaded is told on its first line. The environment may stand in the project too, with the command as pip writes it."""
START = 60
"""Milliseconds within which Python itself may be at its own start, where it loses an interruption now and then."""
PYTHON_ITSELF = (-signal.SIGINT, 1)
"""How Python ends where its own start is interrupted."""
INTERRUPTED = 130


def begun(terminal: Terminal) -> None:
    """Wait until it is the program that a signal reaches, and not yet what starts it."""
    started, ours = Path(f"/proc/{terminal.pid}/cmdline"), Path("/proc/self/cmdline").read_bytes()
    while started.read_bytes() == ours:
        time.sleep(0.0002)


def printed(*arguments: str) -> str:
    """What a command prints that nobody interrupts."""
    with Terminal("kremlin-tui", *arguments) as terminal:
        terminal.wait()
        while terminal._read(0):
            pass
        return terminal.raw.decode()


def interrupted(milliseconds: int, *arguments: str, whole: str = "") -> str:
    """What is wrong with how the program ends that is interrupted so long after its start; empty if nothing is. Of
    the ``whole`` of what it prints, it may have printed the beginning."""
    with Terminal("kremlin-tui", *arguments) as terminal:
        attributes = terminal.attributes
        begun(terminal)
        time.sleep(milliseconds / 1000)
        os.kill(terminal.pid, signal.SIGINT)
        try:
            code = terminal.wait(5 if milliseconds <= START else 10)
        except AssertionError:
            if milliseconds > START:
                raise
            os.kill(terminal.pid, signal.SIGINT)
            code = terminal.wait()
        while terminal._read(0):
            pass
        told = terminal.raw.decode()
        if terminal.attributes != attributes:
            return f"{milliseconds} ms: the terminal is not as it was"
        if code in PYTHON_ITSELF:  # Nothing of the program has run so far.
            return f"{milliseconds} ms: code {code}, {told!r}" if OURS.search(told) else ""
        if "\x1b[?1049h" in told:
            assert_clean(terminal, attributes)
            told = told[told.rindex("\x1b[?1049l") :].removeprefix("\x1b[?1049l\x1b[?25h\x1b[?1004l")
        elif code == 0 and arguments:  # It was done already.
            return ""
        is_well = code == INTERRUPTED and whole.startswith(told.strip())
        return "" if is_well else f"{milliseconds} ms: code {code}, {told!r}"


@pytest.mark.parametrize("quarter", range(4))
def test_ctrl_c_at_any_moment_of_the_start_ends_the_reader_without_a_word(quarter: int) -> None:
    times = range(quarter * 5, 201, 20)
    assert [wrong for milliseconds in times if (wrong := interrupted(milliseconds))] == []


@pytest.mark.parametrize("command", ["check", "--plain"])
def test_it_ends_a_command_without_a_word_too(command: str) -> None:
    arguments = (command, str(HARBOR))
    whole = printed(*arguments)
    found = [interrupted(milliseconds, *arguments, whole=whole) for milliseconds in range(0, 121, 10)]
    assert [wrong for wrong in found if wrong] == []


def test_who_starts_it_to_pass_over_ctrl_c_is_heeded() -> None:
    with Terminal("/bin/sh", "-c", "trap '' INT; echo begun; exec python -m tui") as terminal:
        terminal.wait_for("begun")
        for _ in range(20):
            os.kill(terminal.pid, signal.SIGINT)
            time.sleep(0.01)
        terminal.wait_for("Positions  19")
        terminal.press("q")
        assert terminal.wait() == 0


def test_a_program_that_needs_a_part_of_this_one_keeps_its_own_way() -> None:
    code = "import signal, tui.cli; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    with Terminal("python", "-c", code) as terminal:
        assert terminal.wait() == 0
        terminal.settle()
        assert terminal.text().strip() == "True"

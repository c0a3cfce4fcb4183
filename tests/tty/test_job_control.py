"""The shell and the reader: who has the terminal, and that each finds it as it left it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tty.mishap import KEY, program_with, reader_with
from tests.tty.terminal import Terminal
from tests.tty.test_reading import HARBOR, PROGRAM, is_gone

HEADLINE = "Kremlin warns of NATO conflict"
PROMPT = "ready>"
SHELL = ("/usr/bin/env", f"PS1={PROMPT} ", "bash", "--norc", "--noprofile", "-i")
pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")


@pytest.fixture
def shell() -> Iterator[Terminal]:
    with Terminal(*SHELL, env={"HISTFILE": "/dev/null", "BASH_SILENCE_DEPRECATION_WARNING": "1"}) as opened:
        opened.wait_for(PROMPT)
        yield opened


def type_line(shell: Terminal, line: str) -> None:
    shell.send(f"{line}\r")


def reader_of(shell: Terminal) -> int:
    """The reader that a shell started, as soon as it is one."""
    end = time.monotonic() + 20
    while True:
        for child in Path(f"/proc/{shell.pid}/task/{shell.pid}/children").read_text().split():
            if b"kremlin-tui" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        assert time.monotonic() < end, "there is no reader"
        time.sleep(0.01)


def state_of(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def until(true: Callable[[], bool], shell: Terminal) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, shell.text()
        shell._read(0.02)


def opened_in(shell: Terminal, command: str = str(PROGRAM)) -> int:
    type_line(shell, command)
    shell.wait_for("Positions")
    return reader_of(shell)


def leave(shell: Terminal) -> None:
    shell.press("q")
    shell.wait_for(PROMPT)
    assert HEADLINE not in shell.text()


def exit_code(shell: Terminal) -> str:
    type_line(shell, "echo code=$?.")
    shell.wait_for("code=")
    shell.settle()
    return shell.text().rpartition("code=")[2].partition(".")[0]


@pytest.mark.parametrize("over", [[], ["?"], ["T"]], ids=["reader", "help", "palette"])
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back_to_the_same_screen(shell: Terminal, over: list[str]) -> None:
    opened_in(shell)
    shell.press("2", "j", "o", *over)
    before = shell.text()
    shell.press("\x1a")
    shell.wait_for("Stopped")
    assert HEADLINE not in shell.text()
    assert shell.raw.rindex(b"\x1b[?1049l") > shell.raw.rindex(b"\x1b[?1049h")
    type_line(shell, "fg")
    until(lambda: shell.text() == before, shell)
    shell.press(*(["esc"] * len(over)))
    leave(shell)


def test_keys_typed_in_the_shell_meanwhile_are_the_shells(shell: Terminal) -> None:
    opened_in(shell)
    shell.press("\x1a")
    shell.wait_for("Stopped")
    type_line(shell, "echo $((6 * 7)) qq")
    shell.wait_for("42 qq")
    type_line(shell, "fg")
    shell.wait_for(HEADLINE)
    leave(shell)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_after_a_stop_and_quitting_the_terminal_is_as_at_the_start(shell: Terminal, number: signal.Signals) -> None:
    opened_in(shell, "stty -g; " + str(PROGRAM))
    os.kill(reader_of(shell), number)
    shell.wait_for("Stopped")
    before = len(shell.raw)
    type_line(shell, "fg")
    until(lambda: HEADLINE.encode() in shell.raw[before:], shell)
    shell.settle()
    shell.press("?")
    shell.wait_for("esc closes")
    shell.press("esc")
    shell.press("q")
    shell.wait_for(PROMPT)
    type_line(shell, "stty -a | tr ' ' '\\n' | grep -x -e '-*icanon;*' -e '-*echo;*' -e '-*isig;*' | tr '\\n' ,")
    shell.wait_for("isig,")
    assert {"isig", "icanon", "echo"} <= set(shell.text().replace("\n", ",").split(","))
    assert shell.raw.count(b"\x1b[>25u") == shell.raw.count(b"\x1b[<u")


def test_stopped_and_continued_without_a_shell_it_paints_everything_and_leaves_the_terminal_as_it_was() -> None:
    with Terminal("kremlin-tui") as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        os.kill(terminal.pid, signal.SIGSTOP)
        before = len(terminal.raw)
        os.kill(terminal.pid, signal.SIGCONT)
        until(lambda: HEADLINE.encode() in terminal.raw[before:], terminal)
        terminal.settle()
        terminal.press("q")
        assert terminal.wait() == 0
        assert terminal.attributes == attributes


def test_where_no_shell_waits_ctrl_z_does_not_freeze_the_reader() -> None:
    with Terminal("kremlin-tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("\x1a")
        terminal.wait_for(HEADLINE)
        terminal.press("?")
        terminal.wait_for("esc closes")
        terminal.press("esc", "q")
        assert terminal.wait() == 0


def test_in_the_background_it_waits_until_it_is_fetched(shell: Terminal) -> None:
    type_line(shell, f"{PROGRAM} &")
    pid = reader_of(shell)
    until(lambda: state_of(pid) == "T", shell)
    assert b"\x1b[?1049h" not in shell.raw
    type_line(shell, "fg")
    shell.wait_for(HEADLINE)
    leave(shell)


def test_sent_to_the_background_it_leaves_the_terminal_to_the_shell(shell: Terminal) -> None:
    pid = opened_in(shell)
    shell.press("\x1a")
    shell.wait_for("Stopped")
    before = len(shell.raw)
    type_line(shell, "bg")
    until(lambda: b"bg" in shell.raw[before:] and state_of(pid) == "T", shell)
    type_line(shell, "echo $((6 * 7))")
    shell.wait_for("42")
    assert b"\x1b[?1049h" not in shell.raw[before:]
    type_line(shell, "fg")
    shell.wait_for(HEADLINE)
    leave(shell)


@pytest.mark.parametrize("stop", ["\x1a", signal.SIGSTOP], ids=["ctrl+z", "SIGSTOP"])
def test_a_stopped_reader_can_be_ended_by_the_shell(shell: Terminal, stop: str | signal.Signals) -> None:
    pid = opened_in(shell)
    if isinstance(stop, str):
        shell.press(stop)
    else:
        os.kill(pid, stop)
    shell.wait_for("Stopped")
    type_line(shell, "kill %1")
    assert is_gone(pid)
    until(lambda: not Path(f"/proc/{pid}").exists(), shell)
    type_line(shell, "jobs")
    shell.wait_for("Exit 143")


def test_what_runs_in_a_pipe_stands_still_as_a_whole(shell: Terminal) -> None:
    type_line(shell, f"cat '{HARBOR}' | sh -c '{PROGRAM} -; exit 3'")
    shell.wait_for("Council weighs Harbor Avenue bike lane")
    shell.press("\x1a")
    shell.wait_for("Stopped")
    type_line(shell, "fg")
    shell.wait_for("Council weighs Harbor Avenue bike lane")
    shell.press("q")
    assert exit_code(shell) == "3"


EDITOR = """
import subprocess
with self.app.suspend():
    subprocess.run(["sh", "-c", "trap 'echo heard' INT; echo editing; while ! read line; do :; done"])
"""


def test_ctrl_c_typed_to_an_editor_does_not_end_the_reader_behind_it() -> None:
    with reader_with(EDITOR) as terminal:
        terminal.wait_for("Positions  19")
        terminal.send(KEY)
        terminal.wait_for("editing")
        terminal.press("\x03")
        terminal.wait_for("heard")
        terminal.send("done\r")
        terminal.wait_for(HEADLINE)
        terminal.press("q")
        assert terminal.wait() == 0


def test_ctrl_z_typed_to_an_editor_goes_to_the_shell_and_back_to_it(shell: Terminal, tmp_path: Path) -> None:
    script = tmp_path / "kremlin-tui.py"
    script.write_text(program_with(EDITOR))
    opened_in(shell, f"python {script}")
    shell.send(KEY)
    shell.wait_for("editing")
    shell.press("\x1a")
    shell.wait_for("Stopped")
    type_line(shell, "fg")
    shell.settle()
    shell.send("done\r")
    shell.wait_for(HEADLINE)
    leave(shell)


def test_ctrl_c_ends_nothing_and_says_what_does() -> None:
    with Terminal("kremlin-tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.press("\x03")
        terminal.wait_for("q leaves the program.")
        terminal.press("?", "\x03", "esc", "q")
        assert terminal.wait() == 0

"""A program in a pseudo-terminal, with a clock: what it writes is kept with its time, and read only later.

While the clock runs nothing is done but waiting and collecting; what the screen showed, and when, is found
afterwards by feeding the kept output to a terminal emulator.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import tempfile
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pyte

from tests.tty.terminal import UNREAD

ROOT = Path(__file__).parents[2]
SIZE = (120, 40)
"""Columns and rows of every terminal."""
QUIET = 0.15
"""Seconds without output after which a program that opens has settled."""
FRAME_END = b"\x1b[?2026l"
"""The end of a synchronized update (DEC mode 2026): a frame is on the screen."""
INHERITED = ("PATH", "HOME", "USER", "TMPDIR", "TZ", "VIRTUAL_ENV")
"""What programs see of the environment; above all not PYTHONDONTWRITEBYTECODE, without byte code a start
takes five times as long."""
_QUERY = re.compile(rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[0?(?P<device>c)|\x1b\[(?P<cursor>6n)")
_TICK = os.sysconf("SC_CLK_TCK")


class ProgramError(Exception):
    """A program did not do what is measured; the message says what."""


class Opening(NamedTuple):
    """Seconds from the start until a text stands on the screen, and until nothing more is written."""

    text: float
    settled: float


class Answer(NamedTuple):
    """What came of keys: seconds until the first and the last byte, bytes, and frames."""

    first: float
    settled: float
    size: int
    frames: int


class Session:
    """One run of a program, on a terminal of its own with empty XDG folders."""

    def __init__(self, command: Sequence[str]) -> None:
        self.home = tempfile.TemporaryDirectory(prefix="kremlin-tui-benchmark-")
        self._terminal, self._other_end = os.openpty()
        os.set_blocking(self._terminal, False)
        self._resize(*SIZE)
        self._written: list[tuple[float, bytes]] = []
        self._replayed = 0
        self._screen = pyte.Screen(*SIZE)
        self._stream = pyte.ByteStream(self._screen)
        name = os.ttyname(self._other_end)
        self._started = perf_counter()
        # The first terminal that the leader of a session opens becomes its own; without one nobody hears of a resize.
        self._pid = os.posix_spawnp(
            command[0],
            list(command),
            environment(self.home.name),
            setsid=True,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
        )
        self._process = os.pidfd_open(self._pid)
        self._poll = select.poll()
        self._poll.register(self._terminal, select.POLLIN)
        self._poll.register(self._process, select.POLLIN)

    # ------------------------------------------------------------------ what is measured

    def open(self, text: str, seconds: float) -> Opening:
        """Wait for a text on the screen, and for quiet. Raises ProgramError after the seconds given."""
        shown: float | None = None
        while shown is None:
            self._listen(QUIET, until=self._started + seconds)
            shown = self._shown(text)
            if shown is None and perf_counter() > self._started + seconds:
                raise ProgramError(f"shows no “{text}” after {seconds:.0f} s")
        return Opening(shown - self._started, self._written[-1][0] - self._started)

    def press(self, keys: str, quiet: float = 0.05, seconds: float = 10) -> Answer | None:
        """Write keys, all at once; None where nothing is painted for ``seconds``.

        The answer is over when nothing was written for ``quiet`` seconds, which do not count.
        """
        return self._answer(lambda: os.write(self._terminal, keys.encode()), quiet, seconds)

    def resize(self, columns: int, rows: int) -> Answer | None:
        """Give the terminal another size."""
        self._replay()
        self._screen.resize(rows, columns)
        return self._answer(lambda: self._resize(columns, rows), QUIET, 5)

    def quit(self, key: str, seconds: float = 5) -> float:
        """Seconds from a key to the end of the process. Raises ProgramError when it does not end."""
        start = perf_counter()
        os.write(self._terminal, key.encode())
        while not self._has_ended():
            self._read(0.05)
            if perf_counter() > start + seconds:
                raise ProgramError("does not quit")
        return perf_counter() - start

    def memory(self) -> float:
        """The most memory that the processes of the session had, in MB: the sum of VmHWM, the peak of the
        resident set, over those that are alive now."""
        return sum(map(_peak, self._processes()))

    # ------------------------------------------------------------------ what stands around it

    def rest(self, seconds: float) -> None:
        """Until nothing is written and the processor is idle: what a program does after it opened is done."""
        end = perf_counter() + seconds
        while perf_counter() < end:
            before = sum(map(_ticks, self._processes()))
            if not self._read(QUIET) and sum(map(_ticks, self._processes())) - before <= 0.1 * QUIET * _TICK:
                return

    def drain(self, quiet: float = 0.0) -> None:
        """Take in what is written without a key."""
        self._listen(quiet, until=perf_counter() + 5)

    def rows(self) -> list[str]:
        """What stands on the screen."""
        self._replay()
        return self._screen.display

    @property
    def output(self) -> bytes:
        """Everything that was written."""
        return b"".join(data for _, data in self._written)

    def close(self) -> None:
        """End what still runs, and give everything back."""
        if not self._has_ended():
            os.killpg(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        for handle in (self._process, self._terminal, self._other_end):
            os.close(handle)
        self.home.cleanup()

    # ------------------------------------------------------------------ how

    def _answer(self, act: Callable[[], object], quiet: float, seconds: float) -> Answer | None:
        before = len(self._written)
        start = perf_counter()
        act()
        if not self._read(seconds):
            self._check()
            return None
        self._listen(quiet, until=start + 30)
        answer = self._written[before:]
        data = b"".join(data for _, data in answer)
        return Answer(answer[0][0] - start, answer[-1][0] - start, len(data), data.count(FRAME_END))

    def _listen(self, quiet: float, until: float) -> None:
        while perf_counter() < until and self._read(quiet):
            pass
        self._check()

    def _check(self) -> None:
        if self._has_ended():
            raise ProgramError("ended by itself")

    def _read(self, seconds: float) -> bool:
        """Take in what is written within a time; False when there was nothing, or the process has ended."""
        ready = {handle for handle, _ in self._poll.poll(seconds * 1000)}
        if self._terminal not in ready:
            return False
        data = os.read(self._terminal, 65536)
        self._written.append((perf_counter(), data))
        if replies := b"".join(map(_reply, _QUERY.finditer(data))):
            os.write(self._terminal, replies)
        return True

    def _replay(self) -> None:
        self._shown("")

    def _shown(self, text: str) -> float | None:
        """Replay what was not yet, up to where a text stands on the screen; returns when that was."""
        while self._replayed < len(self._written):
            time, data = self._written[self._replayed]
            self._replayed += 1
            self._stream.feed(UNREAD.sub(b"", data))
            if text and any(text in row for row in self._screen.display):
                return time
        return None

    def _resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._other_end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _has_ended(self) -> bool:
        return bool(select.select([self._process], [], [], 0)[0])

    def _processes(self) -> list[Path]:
        """The folders in /proc of the session's processes."""
        found = [Path(entry.path) for entry in os.scandir("/proc") if entry.name.isdigit()]
        return [folder for folder in found if (stat := _stat(folder)) and int(stat[3]) == self._pid]


def environment(home: str) -> dict[str, str]:
    """The same for every program: nothing remembered, and imports from this tree alone."""
    folders = {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("CACHE", "CONFIG", "DATA", "STATE")}
    kept = {name: os.environ[name] for name in INHERITED if name in os.environ}
    looks = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return kept | folders | looks | {"PYTHONPATH": str(ROOT), "PYTHONSAFEPATH": "1"}


def _reply(query: re.Match[bytes]) -> bytes:
    """What a terminal answers that knows synchronized updates and nothing else."""
    if query["mode"]:
        return b"\x1b[?%s;%d$y" % (query["mode"], 2 if query["mode"] == b"2026" else 0)
    return b"\x1b[?62c" if query["device"] else b"\x1b[1;1R"


def _stat(folder: Path) -> list[str]:
    """The fields of a process from its state on (proc_pid_stat(5), from the third); none when it is gone."""
    with suppress(OSError):
        return (folder / "stat").read_text().rpartition(")")[2].split()
    return []


def _ticks(folder: Path) -> int:
    """Clock ticks for which a process has run, of all its threads."""
    stat = _stat(folder)
    return int(stat[11]) + int(stat[12]) if stat else 0


def _peak(folder: Path) -> float:
    with suppress(OSError):
        found = re.search(r"VmHWM:\s+(\d+) kB", (folder / "status").read_text())
        return int(found[1]) * 1024 / 1e6 if found else 0.0
    return 0.0

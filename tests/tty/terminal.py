"""A real pseudo-terminal with a screen that can be read: for tests that start the installed command."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

KEYS = {"enter": "\r", "tab": "\t", "esc": "\x1b", "down": "\x1b[B", "up": "\x1b[A"}
QUIET = 0.2
"""Seconds without output after which a screen counts as painted."""
FRAMES_ASKED = b"\x1b[?2026$p"
"""Asks whether the terminal can show a frame as a whole (DEC mode 2026)."""
FRAMES_KNOWN = b"\x1b[?2026;2$y"
"""It can."""
FRAME_END = b"\x1b[?2026l"
UNREAD = re.compile(rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\")
"""Sequences that pyte would show as text: keyboard protocols, queries, device strings."""
OTHER_SCREEN = re.compile(rb"\x1b\[\?1049[hl]")
"""To the other screen and back, which pyte does not know: here either is blank at first."""
BLANK = b"\x1b[H\x1b[2J"
NOT_OURS = ("COLUMNS", "LINES", "NO_COLOR", "TEXTUAL", "PYTHONUNBUFFERED")
"""What a developer's or a build's environment may say that a user's does not."""


class Terminal:
    """Runs a command of this environment, which stands first on its path. It shows frames as a whole. What is kept of
    where a reader was is gone at the end, unless ``env`` says where it stands."""

    def __init__(
        self,
        command: str,
        *arguments: str,
        size: tuple[int, int] = (100, 30),
        env: Mapping[str, str] | None = None,
    ) -> None:
        columns, rows = size
        self._written = bytearray()
        self.exit_code: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        here = Path(sys.executable).parent
        program = str(here / command)
        self._state = tempfile.TemporaryDirectory(prefix="kremlin-tui-state-")
        clean = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        environment = clean | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": self._state.name}
        environment["PATH"] = f"{here}{os.pathsep}{clean.get('PATH', os.defpath)}"
        environment |= dict(env or {})
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            for ignored in (signal.SIGINT, signal.SIGQUIT):  # as they are in what a shell runs in the background
                signal.signal(ignored, signal.SIG_DFL)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(program, [program, *arguments], environment)  # noqa: S606
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)
        self._state.cleanup()

    @property
    def raw(self) -> bytes:
        """Every byte that it wrote."""
        return bytes(self._written)

    def forget_from(self, text: str) -> None:
        """Leave out of ``raw`` what was written from the last such text on."""
        del self._written[self._written.rindex(text.encode()) :]

    def press(self, *keys: str) -> None:
        """Type keys one by one, by name or as they stand, and wait for the screen after each."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self.settle()

    def frames(self, key: str) -> int:
        """How many frames a key brings; to be asked when the screen is quiet."""
        before = self.raw.count(FRAME_END)
        self.press(key)
        return self.raw.count(FRAME_END) - before

    def send(self, text: str) -> None:
        """Type a text at once, and read nothing of what comes of it."""
        os.write(self._fd, text.encode())

    def text(self) -> str:
        """What stands on the screen, without the spaces at the ends of lines; in the middle of a frame too, where half
        of a wide character may stand alone."""
        rows, columns = range(self._screen.lines), range(self._screen.columns)
        return "\n".join("".join(self._screen.buffer[y][x].data for x in columns).rstrip() for y in rows)

    def wait_for(self, text: str, seconds: float = 20) -> None:
        """Until a text stands on the screen, and the screen is quiet."""
        end = time.monotonic() + seconds
        while text not in self.text():
            assert time.monotonic() < end, f"{text!r} never appeared on:\n{self.text()}"
            self._read(QUIET)
        self.settle()

    def settle(self, seconds: float = 10) -> None:
        """Until nothing more is written, and the program waits for something to do."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and (self._read(QUIET) or self._is_at_work):
            pass

    @property
    def _is_at_work(self) -> bool:
        """Whether the program has something to do, and may only be kept from it by others; Linux tells (proc(5))."""
        try:
            return Path(f"/proc/{self.pid}/stat").read_text().rpartition(") ")[2].startswith("R")
        except OSError:
            return False

    def wait(self, seconds: float = 10) -> int:
        """The exit code of the program, which must end by itself."""
        end = time.monotonic() + seconds
        while self.exit_code is None:
            assert time.monotonic() < end, f"still running with:\n{self.text()}"
            self._read(0.05)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.exit_code = os.waitstatus_to_exitcode(status)
        while self._read(0):
            pass
        return self.exit_code

    def resize(self, columns: int, rows: int) -> None:
        """Make the window larger or smaller, as far as the program is told."""
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def close(self) -> None:
        """Go away, as a window does that is closed while its program runs."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDWR)

    @property
    def attributes(self) -> list[object]:
        """How the terminal treats what is typed and written."""
        return termios.tcgetattr(self._fd)

    @property
    def is_raw(self) -> bool:
        """Whether the terminal still hands over keys one by one, unechoed."""
        return not termios.tcgetattr(self._fd)[3] & (termios.ICANON | termios.ECHO)

    def _read(self, seconds: float) -> bool:
        """Take in what is written within a time; False when there was nothing."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        if FRAMES_ASKED in data:
            os.write(self._fd, FRAMES_KNOWN)
        self._written += data
        self._show(data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        self._stream.feed(OTHER_SCREEN.sub(BLANK, UNREAD.sub(b"", data)))


def wait_until(done: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)

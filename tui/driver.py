"""The terminal as Textual drives it, but read, written to and left without its threads: no key and no frame waits
for one, and whoever quits does not wait for the keyboard."""

from __future__ import annotations

import os
import signal
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterable
from select import select

from textual._ansi_sequences import SYNC_END
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

STANDARD_ERROR = 2
"""Where Textual writes, as standard output may be a file."""
PATIENCE = ESCAPE_DELAY + 0.01
"""Seconds after which an escape is a key of its own, and not the beginning of a longer one; a bit more than
Textual's own."""
PATIENCE_AT_END = 1.0
"""Seconds for which a terminal that takes nothing more is waited for at the end."""
ENDING = (signal.SIGTERM, signal.SIGHUP)
"""What ends the program in order: the terminal is given back, and what is to be kept is kept."""
MOST_READ = 4096
"""Bytes of one reading; Textual's own."""


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS, on the event loop alone."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._terminal: int | None = None
        """Where to write, while the terminal is the program's; writing to it never waits."""
        self._pending: deque[bytes] = deque()
        """What the terminal has not taken in yet; of the first it may have a part."""
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest: TimerHandle | None = None

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._leave_terminal()
        self._terminal = _opened(STANDARD_ERROR)
        super().start_application_mode()
        for number in ENDING:
            self._loop.add_signal_handler(number, self._app.exit, None, 128 + number)
        self._loop.add_reader(self.fileno, self._read)

    def stop_application_mode(self) -> None:
        """Give it back: what is not begun of frames is not sent any more, so that this comes next."""
        while len(self._pending) > 1:
            self._pending.pop()
        self.write(SYNC_END)
        super().stop_application_mode()
        if self._terminal is not None:
            while self._pending and select([], [self._terminal], [], PATIENCE_AT_END)[1]:
                self._drain()
        self._leave_terminal()

    def _leave_terminal(self) -> None:
        if self._terminal is not None:
            self._loop.remove_writer(self._terminal)
            os.close(self._terminal)
        self._terminal = None
        self._pending.clear()

    def disable_input(self) -> None:
        """Take in no more keys."""
        self._loop.remove_reader(self.fileno)
        super().disable_input()

    def run_input_thread(self) -> None:
        """What Textual's thread for keys would do is done on the event loop."""

    def send_message(self, message: Message) -> None:
        """Pass on what the terminal told."""
        self._app.post_message(message)

    def _read(self) -> None:
        """Take in what was typed."""
        try:
            data = os.read(self.fileno, MOST_READ)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._take(lambda: self._parser.feed(self._decode(data)))
        else:  # The terminal is gone.
            self._loop.remove_reader(self.fileno)
            self._app.exit()
        if self._rest:
            self._rest.cancel()
        self._rest = self._loop.call_later(PATIENCE, self._take, self._tick)

    def _tick(self) -> Iterable[Message]:
        """An escape that nothing followed is a key."""
        return self._parser.tick()

    def _take(self, parse: Callable[[], Iterable[Message]]) -> None:
        """Pass on what the terminal told; what Textual cannot read of it is dropped, and reading goes on."""
        try:
            for message in parse():
                self.process_message(message)
        except Exception:  # the outermost edge: a terminal may send anything
            self._parser = XTermParser(self._debug)

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        self._pending.append(data.encode())
        self._drain()

    def _drain(self) -> None:
        """Write as much as the terminal takes, and the rest when it takes more."""
        if self._terminal is None:
            return
        try:
            while self._pending:
                data = self._pending[0]
                self._pending[0] = data[os.write(self._terminal, data) :]
                if not self._pending[0]:
                    self._pending.popleft()
        except BlockingIOError:
            self._loop.add_writer(self._terminal, self._drain)
            return
        except OSError:  # The terminal is gone.
            self._pending.clear()
        self._loop.remove_writer(self._terminal)


def _opened(terminal: int) -> int:
    """The terminal once more, opened so that writing to it does not wait; where that cannot be, the same as it is."""
    try:
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return os.dup(terminal)

"""The terminal as Textual drives it, but read, written to and left without its threads: no key and no frame waits
for one, and whoever quits does not wait for the keyboard."""

from __future__ import annotations

import os
from asyncio import TimerHandle
from codecs import getincrementaldecoder
from select import select
from time import monotonic

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

STANDARD_ERROR = 2
"""Where Textual writes, as standard output may be a file."""
PATIENCE = 0.11
"""Seconds after which an escape is a key of its own, and not the beginning of a longer one; a bit more than
Textual's own."""
PATIENCE_AT_END = 1.0
"""Seconds for which a terminal that takes nothing is waited for at the end."""
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
        self._pending = bytearray()
        """What the terminal has not taken in yet."""
        self._parser = XTermParser(debug)
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._rest: TimerHandle | None = None

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._terminal = _opened(STANDARD_ERROR)
        super().start_application_mode()
        self._loop.add_reader(self.fileno, self._read)

    def stop_application_mode(self) -> None:
        """Give it back, and what is pending with it, unless it takes nothing any more."""
        super().stop_application_mode()
        if self._terminal is None:
            return
        until = monotonic() + PATIENCE_AT_END
        while self._pending and (left := until - monotonic()) > 0:
            select([], [self._terminal], [], left)
            self._drain()
        self._pending.clear()
        self._loop.remove_writer(self._terminal)
        os.close(self._terminal)
        self._terminal = None

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
        except OSError:
            data = b""
        if not data:  # The terminal is gone.
            self._loop.remove_reader(self.fileno)
            self._app.exit()
        for message in self._parser.feed(self._decode(data)) if data else ():
            self.process_message(message)
        if self._rest:
            self._rest.cancel()
        self._rest = self._loop.call_later(PATIENCE, self._end_key)

    def _end_key(self) -> None:
        """An escape that nothing followed is a key."""
        for message in self._parser.tick():
            self.process_message(message)

    def write(self, data: str) -> None:
        """Send something to the terminal."""
        self._pending += data.encode()
        self._drain()

    def _drain(self) -> None:
        """Write as much as the terminal takes, and the rest when it takes more."""
        if self._terminal is None:
            return
        try:
            while self._pending:
                del self._pending[: os.write(self._terminal, self._pending)]
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

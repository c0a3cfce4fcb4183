"""The terminal as Textual drives it, but written to and left at once: no frame waits for a thread, and whoever
quits does not wait for the keyboard."""

from __future__ import annotations

import os
from asyncio import get_running_loop
from codecs import getincrementaldecoder
from select import select
from selectors import EVENT_READ, SelectSelector
from threading import Event
from time import monotonic

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

STANDARD_ERROR = 2
"""Where Textual writes, as standard output may be a file."""
PATIENCE = 0.1
"""Seconds for which an escape may turn out to be the beginning of a longer key; Textual's own."""
PATIENCE_AT_END = 1.0
"""Seconds for which a terminal that takes nothing is waited for at the end."""
MOST_READ = 4096
"""Bytes of one reading; Textual's own."""


class _Alarm(Event):
    """An event that also wakes whoever waits for ``handle`` to be readable."""

    def __init__(self) -> None:
        super().__init__()
        self.handle, self._bell = os.pipe()

    def set(self) -> None:
        super().set()
        os.write(self._bell, b"!")

    def clear(self) -> None:
        if self.is_set():
            os.read(self.handle, MOST_READ)
        super().clear()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS. Its thread for keys looks every tenth of a second whether it is to
    end, and then waits for one more key; here the end is something to wait for like a key."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.exit_event = self._alarm = _Alarm()
        self._terminal: int | None = None
        """Where to write, while the terminal is the program's; writing to it never waits."""
        self._pending = bytearray()
        """What the terminal has not taken in yet."""
        self._frame_is_open = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._terminal = _opened(STANDARD_ERROR)
        super().start_application_mode()

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
        self._drain()
        os.close(self._terminal)
        self._terminal = None

    def write(self, data: str) -> None:
        """Send a whole frame in one piece, and at once: a thread that writes, as Textual has it, would be woken
        three times for it, and come after what else there is to do."""
        self._pending += data.encode()
        self._frame_is_open = data == SYNC_START or (self._frame_is_open and data != SYNC_END)
        if not self._frame_is_open:
            self._drain()

    def _drain(self) -> None:
        """Write as much as the terminal takes, and the rest when it takes more."""
        if self._terminal is None:
            return
        loop = get_running_loop()
        loop.remove_writer(self._terminal)
        try:
            while self._pending:
                del self._pending[: os.write(self._terminal, self._pending)]
        except BlockingIOError:
            loop.add_writer(self._terminal, self._drain)
        except OSError:  # The terminal is gone.
            self._pending.clear()

    def run_input_thread(self) -> None:
        """Wait for keys and the like and pass them on, until the exit event."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            selector.register(self._alarm.handle, EVENT_READ)
            while not self._alarm.is_set():
                ready = {key.fd for key, _ in selector.select(PATIENCE)}
                text = decode(os.read(self.fileno, MOST_READ)) if self.fileno in ready else ""
                for message in (*(parser.feed(text) if text else ()), *parser.tick()):
                    self.process_message(message)


def _opened(terminal: int) -> int:
    """The terminal once more, opened so that writing to it does not wait; where that cannot be, the same as it is."""
    try:
        return os.open(os.ttyname(terminal), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return os.dup(terminal)

"""The terminal as Textual drives it, but left at once: whoever quits does not wait for the keyboard."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from selectors import EVENT_READ, SelectSelector
from threading import Event

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

PATIENCE = 0.1
"""Seconds for which an escape may turn out to be the beginning of a longer key; Textual's own."""
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
        self._frame: list[str] = []
        """What is held back of a frame that is not whole yet."""

    def write(self, data: str) -> None:
        """Hand a whole frame to the thread that writes: it is woken once for it, not three times."""
        self._frame.append(data)
        if self._frame[0] != SYNC_START or data == SYNC_END:
            whole = "".join(self._frame)
            self._frame.clear()
            super().write(whole)

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

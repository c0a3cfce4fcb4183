"""The end that a signal asks for: in good order where the program can, and at once where it is held up."""

from __future__ import annotations

import atexit
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import sleep
from types import FrameType
from typing import ClassVar, NoReturn

_HARMLESS = ("CHLD", "CLD", "CONT", "INFO", "PIPE", "STOP", "TSTP", "TTIN", "TTOU", "URG", "WINCH", "XFSZ")
"""What ends no program, or as with PIPE and XFSZ none of Python's."""
_FAULTS = ("BUS", "EMT", "FPE", "ILL", "KILL", "SEGV", "SYS", "TRAP")
"""What tells of a fault in the program, which cannot go on after it, and what cannot be listened to."""
SIGNALS = frozenset(
    int(number)
    for number in signal.valid_signals()
    if number not in {getattr(signal, f"SIG{name}", None) for name in (*_HARMLESS, *_FAULTS)}
)
"""What ends the program from outside. Keys send none of them: the terminal hands ctrl+c over as a key."""
TYPED = (signal.SIGINT, signal.SIGQUIT)
"""What a terminal sends for keys to all programs at work in it, where it does so."""
BY_SIGNAL = 128
"""What a shell adds to a signal's number to tell by the exit code that it ended a program."""
HUNG_UP = BY_SIGNAL + signal.SIGHUP
"""The exit code where the terminal is gone, whether or not a signal said so."""
PATIENCE = 1.0
"""Seconds for which good order is waited for."""
GRACE = 0.3
"""Seconds that the thread waits longer, which is there for what Python cannot interrupt."""
MOST_READ = 64
"""Bytes of one reading; a signal is a byte."""


class Ending:
    """Listens to signals from when it is made. ``leave`` is told the exit code, from anywhere in the main thread;
    when the program is there still after that, ``restore`` gives the terminal back, from any thread, and it ends.
    What is typed to another program, while that has the terminal (``lent``), ends only that one.

    The system may hand a signal to any thread, and only the main one has Python handle it: ``wake`` has that go on
    where it waits, whatever the signal, or it would be handled at the next key.

    Three things may hold it up: Python code, in which the alarm's handler is run; a call that waits without holding
    Python's lock and that no signal interrupts, during which the thread runs; and a call that holds the lock, which
    nothing within a process can end. Of the last kind the reader has none that lasts.
    """

    asked: ClassVar[bool] = False
    """Whether the end was asked for of this process."""

    def __init__(
        self,
        leave: Callable[[int], object],
        restore: Callable[[], object],
        lent: Callable[[], bool],
        wake: Callable[[], object],
    ) -> None:
        self.code = 0
        """The exit code, as soon as the end is asked for."""
        self._leave = leave
        self._restore = restore
        self._lent = lent
        self._wake = wake
        heard, self._told = os.pipe()
        os.set_blocking(self._told, False)
        signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup means it.
                signal.signal(number, self._ask)
        Thread(target=self._listen, args=(heard,), name="ending", daemon=True).start()

    def _ask(self, number: int, _: FrameType | None) -> None:
        """Ask for the end; a terminal that is closed may send its signal twice."""
        if not self.code and self._means_us(number):
            self.code = BY_SIGNAL + number
            Ending.asked = True
            for further in SIGNALS:  # Python itself, when it ends, would have them end it on the spot.
                signal.signal(further, signal.SIG_IGN)
            signal.signal(signal.SIGALRM, self._lose_patience)
            signal.setitimer(signal.ITIMER_REAL, PATIENCE)
            atexit.register(signal.setitimer, signal.ITIMER_REAL, 0)  # Python, when it ends, handles none any more.
            self._leave(self.code)

    def _lose_patience(self, _: int, __: FrameType | None) -> None:
        self._end(self.code)

    def _listen(self, heard: int) -> None:
        """What the thread does: it hears of a signal also while Python cannot handle it."""
        ending: list[int] = []
        while not ending:
            ending = [number for number in os.read(heard, MOST_READ) if self._means_us(number)]
            self._wake()
        sleep(PATIENCE + GRACE)
        self._end(BY_SIGNAL + ending[0])

    def _means_us(self, number: int) -> bool:
        return number in SIGNALS and not (number in TYPED and self._lent())

    def _end(self, code: int) -> NoReturn:
        with suppress(Exception):  # the outermost edge: whatever fails here, the program ends
            self._restore()
        os._exit(code)

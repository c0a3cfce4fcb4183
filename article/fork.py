"""A process that does an errand with all that this one has loaded already, beside it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress

MOST_OPEN = 256
"""File descriptors below which those of a program are that has only just begun."""


class Fork:
    """Starts at once, reads nothing but what it is ``given`` (a file descriptor), and can be heard at ``stdout``.

    To be made before this process has a second thread: of locks that are held there nobody would let go.
    """

    def __init__(self, errand: Callable[[], object], given: int | None) -> None:
        heard, said = os.pipe()
        self._ended = False
        self._pid = os.fork()
        if not self._pid:
            try:
                _stand_apart(given, said)
                errand()
            finally:
                os._exit(1)
        os.close(said)
        self.stdout = os.fdopen(heard, "rb")

    def kill(self) -> None:
        """End it, unless it has ended."""
        if not self._ended:
            with suppress(ProcessLookupError):  # It ends just now, and is being waited for.
                os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> int:
        """The code it ends with; minus the number of the signal that ends it; 0 where nobody can know."""
        try:
            return os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        except ChildProcessError:  # Whoever started this program has the ends of processes ignored.
            return 0
        finally:
            self._ended = True


def _stand_apart(given: int | None, said: int) -> None:
    """Have standard streams of its own, and nothing else: not the terminal, nor the ear of its own pipe, with which it
    would outlive whoever listens."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for own, standard in ((nowhere if given is None else given, 0), (said, 1), (nowhere, 2)):
        os.dup2(own, standard)
    os.closerange(3, MOST_OPEN)

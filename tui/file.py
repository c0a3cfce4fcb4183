"""The file behind the article on the screen: how it is read again, and whether it has changed meanwhile."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from article.reading import STANDARD_INPUT, Read, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from article.problems import Problem
    from tui.memory import Memory

POLL = 0.25
"""Seconds between two looks at the file; it counts as written when two of them find the same."""
MISSING = 8
"""Looks for which a file may be missing, as one that is being replaced is, before that counts as a change."""

_Stamp = tuple[int, int, int]
"""When a file was written, how long it is, and which one it is: another whenever it has changed."""


class File:
    """What an article was read from."""

    def __init__(self, path: str | None, *, watched: bool = False, memory: Memory | None = None) -> None:
        self.path = path
        """A path, ``-`` for standard input, or None for the shipped article."""
        self.watched = watched
        """Whether it is to be read again as soon as it changes."""
        self.memory = memory
        """Where the reader's place in it is kept."""
        self.refused: tuple[Problem, ...] = ()
        """The problems for which there is no article to show; none as soon as there is one."""
        self._read = self._seen = _stamp(path)
        self._missed = 0

    @property
    def is_standard_input(self) -> bool:
        return self.path == STANDARD_INPUT

    def can_be_mended(self, problems: Iterable[Problem]) -> bool:
        """Whether there is more to its problems than a line can say: it could be read, and can be once more."""
        unread = ("cannot-read", "no-articles", "not-a-file")
        return not self.is_standard_input and any(problem.code not in unread for problem in problems)

    def read(self) -> Reading | Read:
        """Begin to read it again."""
        self._read = self._seen = _stamp(self.path)
        self._missed = 0
        return Reading.start(self.path) or Read.of(self.path)

    def has_changed(self) -> bool:
        """Whether it is another than the one that was read, and nobody writes it any more; to be asked every
        POLL seconds."""
        before, self._seen = self._seen, _stamp(self.path)
        if self._seen == self._read:
            self._missed = 0
            return False
        if self._seen is None:
            self._missed += 1
            return self._missed >= MISSING
        self._missed = 0
        return self._seen == before


def _stamp(path: str | None) -> _Stamp | None:
    if path in (None, STANDARD_INPUT):
        return None
    try:
        found = os.stat(path)  # noqa: PTH116 - before pathlib is needed
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino

"""A text as it is compared, with the way back to the characters that were written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from article.clean import marks

KEPT = 64
"""Pieces of a text of which the origins are kept; with one more all are worked out anew."""
JOINING = "\u200c\u200d\U0001f3fb-\U0001f3ff"
"""What belongs to the character before it without being a mark: joiners and skin tones."""


def pieces(text: str, size: int) -> Iterator[str]:
    """A text in pieces of so many characters, or few more: cut where nothing composes, and between no two spaces."""
    start = 0
    while start + size < len(text) and (cut := _cut().search(text, start + size)):
        yield text[start : cut.start()]
        start = cut.start()
    yield text[start:]


def closed(text: str) -> str:
    """A text with one space in place of several."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(rf"[^\s{marks()}{JOINING}]|(?<!\s)\s")


class Origins:
    """The index in a real text of what each character of a folded one stands for, and one more for the end.

    They are worked out piece by piece, when one of a piece is asked for: ``origins_of`` tells those within a piece, by
    the piece and what it is folded to.
    """

    def __init__(
        self, real: Sequence[str], folded: Sequence[str], origins_of: Callable[[str, str], Sequence[int]]
    ) -> None:
        self._pieces = list(zip(real, folded, strict=True))
        self._real = [0, *accumulate(map(len, real))]
        self._folded = [0, *accumulate(map(len, folded))]
        self._origins_of = origins_of
        self._kept: dict[int, Sequence[int]] = {}

    def _origins_in(self, piece: int) -> Sequence[int]:
        origins = self._kept.get(piece)
        if origins is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            origins = self._kept[piece] = self._origins_of(*self._pieces[piece])
        return origins

    def __len__(self) -> int:
        return self._folded[-1] + 1

    def __getitem__(self, index: int) -> int:
        """Raises IndexError past the end."""
        if index == self._folded[-1]:
            return self._real[-1]
        piece = bisect_right(self._folded, index) - 1
        return self._real[piece] + self._origins_in(piece)[index - self._folded[piece]]


class Folded(NamedTuple):
    """A text as it is compared. ``origin[i]`` is the index in the real text of what the folded character ``i`` stands
    for, with one more for the end; None where both have the same characters at the same places."""

    text: str
    origin: Origins | None = None

    def real(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the real text of a run of the folded one, whole letters with all their marks."""
        return (start, end) if self.origin is None else (self.origin[start], self.origin[self.whole(end)])

    def whole(self, end: int) -> int:
        """Where the letter ends, here, in which a run ends."""
        while self.origin and self.origin[end] == self.origin[end - 1]:
            end += 1
        return end

"""A text as it is compared, with the way back to the characters that were written."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import accumulate
from typing import NamedTuple, Protocol

from article.clean import marks

KEPT = 64
"""Pieces of texts of which the origins are kept."""
JOINING = "\u200c\u200d\U0001f3fb-\U0001f3ff"
"""What belongs to the character before it without being a mark: joiners and skin tones."""


def pieces(text: str, size: int, joining: str = "") -> Iterator[str]:
    """A text in pieces of so many characters, or few more: cut where nothing composes, between no two spaces, and
    before nothing that is ``joining``."""
    start = 0
    while start + size < len(text) and (cut := _cut(joining).search(text, start + size)):
        yield text[start : cut.start()]
        start = cut.start()
    yield text[start:]


def closed(text: str) -> str:
    """A text with one space in place of several."""
    while "  " in text:
        text = text.replace("  ", " ")
    return text


@cache
def _cut(joining: str) -> re.Pattern[str]:
    return re.compile(rf"[^\s{marks()}{joining}]|(?<!\s)\s")


_InPieces = tuple[str, Iterable[str]]
"""A text, and the pieces it is made of."""


class Indexes(Protocol):
    """An index for each character of a text."""

    def __getitem__(self, index: int, /) -> int: ...
    def __len__(self) -> int: ...


class Origins:
    """The index in a real text of what each character of a folded one stands for, and one more for the end.

    They are worked out piece by piece, when one of a piece is asked for: ``origins_of`` tells those within a piece, by
    the piece and what it is folded to.
    """

    __slots__ = ("_bounds", "_folded", "_origins_of", "_real", "_real_bounds")

    def __init__(self, real: _InPieces, folded: _InPieces, origins_of: Callable[[str, str], Indexes]) -> None:
        self._real, pieces = real
        self._folded, folded_pieces = folded
        self._real_bounds = tuple(accumulate(map(len, pieces), initial=0))
        self._bounds = tuple(accumulate(map(len, folded_pieces), initial=0))
        self._origins_of = origins_of

    def _origins_in(self, piece: int) -> Indexes:
        real = self._real[self._real_bounds[piece] : self._real_bounds[piece + 1]]
        return self._origins_of(real, self._folded[self._bounds[piece] : self._bounds[piece + 1]])

    def __getitem__(self, index: int) -> int:
        """Raises IndexError past the end."""
        if index == self._bounds[-1]:
            return self._real_bounds[-1]
        piece = bisect_right(self._bounds, index) - 1
        return self._real_bounds[piece] + self._origins_in(piece)[index - self._bounds[piece]]

    def real(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the real text of a run of the folded one, whole letters with all their marks."""
        piece = bisect_right(self._bounds, start) - 1
        if end >= self._bounds[piece + 1]:
            return self[start], self[self.whole(end)]
        origins = self._origins_in(piece)
        folded, real = self._bounds[piece], self._real_bounds[piece]
        at = _past_letter(origins, end - folded)
        return real + origins[start - folded], real + origins[at] if at < len(origins) else self._real_bounds[piece + 1]

    def whole(self, end: int) -> int:
        """Where the letter ends, in the folded text, in which a run ends."""
        piece = bisect_left(self._bounds, end) - 1
        if piece < 0:
            return end
        return self._bounds[piece] + _past_letter(self._origins_in(piece), end - self._bounds[piece])


def _past_letter(origins: Indexes, end: int) -> int:
    while 0 < end < len(origins) and origins[end] == origins[end - 1]:
        end += 1
    return end


class Folded(NamedTuple):
    """A text as it is compared. ``origin[i]`` is the index in the real text of what the folded character ``i`` stands
    for, with one more for the end; None where both have the same characters at the same places."""

    text: str
    origin: Origins | None = None

    def real(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the real text of a run of the folded one, whole letters with all their marks."""
        return (start, end) if self.origin is None else self.origin.real(start, end)

    def whole(self, end: int) -> int:
        """Where the letter ends, here, in which a run ends."""
        return end if self.origin is None else self.origin.whole(end)

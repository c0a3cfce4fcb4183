"""A text as it is compared, with the way back to the characters that were written."""

from __future__ import annotations

from array import array
from typing import NamedTuple


class Folded(NamedTuple):
    """A text as it is compared. ``origin[i]`` is the index in the real text of what the folded character ``i`` stands
    for, with one more for the end; None where both have the same characters at the same places."""

    text: str
    origin: array[int] | None = None

    def real(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the real text of a run of the folded one, whole letters with all their marks."""
        return (start, end) if self.origin is None else (self.origin[start], self.origin[self.whole(end)])

    def whole(self, end: int) -> int:
        """Where the letter ends, here, in which a run ends."""
        while self.origin and self.origin[end] == self.origin[end - 1]:
            end += 1
        return end

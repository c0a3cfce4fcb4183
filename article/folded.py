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
        if self.origin is None:
            return start, end
        while self.origin[end] == self.origin[end - 1]:
            end += 1
        return self.origin[start], self.origin[end]

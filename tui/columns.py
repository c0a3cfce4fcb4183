"""Where on a row of the article each thing stands: the sign of the place, the number, signs of positions, the text."""

from __future__ import annotations

from typing import NamedTuple

WIDE_FROM = 55
"""Columns beside the rail from which the gutter has room to breathe."""
NARROW_BELOW = 39
"""Columns beside the rail below which the gutter is as thin as can be."""


class Columns(NamedTuple):
    """Where on a row of the page each thing begins, and how much of it there may be."""

    caret: int
    number: int
    digits: int
    signs: int
    most_signs: int
    """Signs of positions that the gutter has room for on a row."""
    text: int
    room: int
    """Columns for the text."""

    @property
    def mark(self) -> int:
        """That of marks; where the gutter is thin a mark stands in place of the caret."""
        return self.number - 1


def columns_of(width: int, paragraphs: int, widest: int) -> Columns:
    """The columns for ``width`` of them beside the rail: the text stands in the middle, in at most ``widest`` cells."""
    roomy = width >= WIDE_FROM
    digits = max(2, len(str(paragraphs)))
    most_signs = 3 if roomy else 2 if width >= NARROW_BELOW else 1
    gutter = 1 + roomy + digits + 1 + most_signs + 1
    beside = width - gutter - 1
    room = max(1, min(widest, beside))
    left = max(0, (beside - room) // 2)
    number = left + 1 + roomy
    return Columns(left, number, digits, number + digits + 1, most_signs, left + gutter, room)

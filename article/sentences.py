"""Where the sentence about some words begins and ends."""

from __future__ import annotations

import re

MOST = 320
"""Characters of a sentence on either side of the words; longer ones are cut at a space."""
_CLOSING = "\"'”’»)\\]"
_BOUNDARY = re.compile(rf"(?:[.!?…]+[{_CLOSING}]*\s+(?=[^\s\da-z])|[。！？]+[」』”’）]*\s*)")
"""Where a sentence may end: at a full stop before a space and no small letter, at a CJK one anywhere."""
_ABBREVIATED = re.compile(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|vs|etc|Jr|Sr|Jan|Feb|Mar|Apr|Aug"
    r"|Sept?|Oct|Nov|Dec))\.$"
)
"""A full stop that ends an abbreviation or an initial, and hardly ever a sentence."""


def sentence_about(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentences that hold the characters from ``start`` to ``end``."""
    low, high = max(0, start - MOST), min(len(text), end + MOST)
    first, last = _next_word(text, low, start), _last_word(text, high, end)
    for found in _BOUNDARY.finditer(text, low, high):
        if _ABBREVIATED.search(text, max(low, found.start() - 8), found.start() + 1):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.end() >= end:
            return first, max(end, found.start() + len(found[0].rstrip()))
    return first, last


def _next_word(text: str, low: int, start: int) -> int:
    """Where a word begins from ``low`` on, as far as to ``start``."""
    space = text.find(" ", low, start) if low else -1
    return low if space < 0 else space + 1


def _last_word(text: str, high: int, end: int) -> int:
    """Where a word ends up to ``high``, as far back as to ``end``."""
    space = text.rfind(" ", end, high) if high < len(text) else -1
    return high if space < 0 else space

"""The second line of defence: what is sent to the terminal as text holds nothing that a terminal would obey, whatever
has gone wrong before. The first is ``article/clean.py``, which leaves nothing to do here."""

from __future__ import annotations

import re
from functools import cache

_OBEYED = (
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Control characters, what turns the order of letters about or hides among them, and halves of characters, which
cannot be sent at all."""


def guarded(text: str) -> str:
    """A text without line ends, as it may be sent; most have nothing to replace, which Python knows at once."""
    return text if text.isprintable() else replaced(text)


def replaced(text: str) -> str:
    """The same with U+FFFD for all that it may not hold."""
    return _obeyed().sub("\ufffd", text)


@cache
def _obeyed() -> re.Pattern[str]:
    return re.compile(_OBEYED)


def guarded_lines(text: str) -> str:
    """Lines, as they may be sent: their ends and tabs are kept."""
    if all(line.isprintable() for line in text.split("\n")):
        return text
    return re.sub("[^\t\n]+", lambda found: guarded(found[0]), text)

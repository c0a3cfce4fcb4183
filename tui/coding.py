"""What a terminal is said to show: every letter, or those of ASCII alone."""

from __future__ import annotations

import os
import re

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
"""What names the coding of texts, the first that is set (POSIX.1-2017, Environment Variables, 8.2)."""
_UTF8 = re.compile("utf-?8", re.IGNORECASE)
_OTHERS = re.compile("[^\x00-\x7f]")


def is_narrow() -> bool:
    """Whether the environment names a coding other than UTF-8. Where it names none, as in many a container, the
    terminal takes UTF-8 nearly always, which Python believes as well (PEP 538)."""
    named = next((value for name in _LOCALE if (value := os.environ.get(name))), None)
    return named is not None and not _UTF8.search(named)


def in_ascii(text: str) -> str:
    """A text with letters of ASCII for all others; each takes as many cells as before."""
    return text if text.isascii() else _OTHERS.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    from anyascii import anyascii
    from rich.cells import cell_len

    letter, cells = found[0], cell_len(found[0])
    spelt = anyascii(letter)
    # Names of signs, and letters that take several, would say something else when they are cut.
    return spelt.ljust(cells) if 0 < len(spelt) <= cells else "?" * cells

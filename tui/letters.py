"""Letters of ASCII in place of all others, for what shows no others."""

from __future__ import annotations

import re

_OTHERS = re.compile("[^\x00-\x7f]")


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

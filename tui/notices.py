"""Notices where there is little room: each is read in whole, a long one in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.geometry import Size

AROUND = 3
"""Cells of a notice beside its text: the line at its left, and a space at either side."""
WIDEST = 60
"""Cells that a notice takes on a screen that is not narrow, as the style sheet has it."""
NARROW = 80
"""Columns below which it takes all of them."""
GOES_ON = " …"
"""What a part ends with that another one follows."""


FREE = 2
"""Rows that no notice covers: the keys, and what may be typed above them."""
TOLD = {"-told-below": 1, "-told-in-two": 1, "-told-in-four": 2}
"""Rows that are kept free as well, by the classes of a screen on which something is told of what is typed."""
TALL = 20
"""Rows from which a notice has an empty row above its text, and below, and stands apart from others."""


def part_of(text: str, size: Size, classes: Collection[str]) -> tuple[str, str]:
    """As much of a text as a notice can show on a screen of this size and of these classes, and what is left."""
    width = (size.width if size.width < NARROW else WIDEST) - AROUND
    free = FREE + sum(rows for name, rows in TOLD.items() if name in classes)
    rows = max(1, size.height - free - (3 if size.height >= TALL else 0))
    if len(wrap(text, width)) <= rows:
        return text, ""
    end = wrap(text, width - len(GOES_ON))[rows]
    return text[:end].rstrip(" ") + GOES_ON, text[end:]

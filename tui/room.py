"""The smallest terminal there is room in, and what a smaller one shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from tui.paint import Cells

if TYPE_CHECKING:
    from textual.geometry import Region, Size
    from textual.widget import Widget

SMALLEST = (24, 8)
"""Columns and rows that the panes need."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size can show no panes."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


def enlarge(screen: Widget, crop: Region) -> list[Strip]:
    """The lines of a screen that hides all its widgets: the first asks for a larger terminal. Textual may ask for more
    than the screen has, before it tells it of its new size."""
    width = max(screen.size.width, crop.right)
    blank = Strip.blank(width, screen.rich_style)
    asked = Cells(width, screen.rich_style).add("Enlarge to {}x{}".format(*SMALLEST)).strip()
    return [(blank if y else asked).crop(*crop.column_span) for y in crop.line_range]

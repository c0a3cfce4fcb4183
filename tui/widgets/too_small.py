"""What a terminal below the smallest size shows."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip

from tui.paint import Cells
from tui.widgets.painted import Painted

SMALLEST = (24, 8)
"""Columns and rows that the panes need."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal of this size can show no panes."""
    return size.width < SMALLEST[0] or size.height < SMALLEST[1]


class TooSmall(Painted):
    """One line that asks for a larger terminal."""

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        return cells.add("Enlarge to {}x{}".format(*SMALLEST) if y == 0 else "").strip()

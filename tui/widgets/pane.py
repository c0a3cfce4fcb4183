"""What the three panes share: a title rule, rows that are painted one by one, a rail, and keys to move."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

from tui.keys import MOVE
from tui.paint import Cells
from tui.projection import View
from tui.widgets.painted import Painted

TITLE = 1
"""Rows that the title takes."""
RAIL = 1
"""Columns that the rail takes."""
WHEEL = 3
"""Rows a notch of the mouse wheel moves."""


class Pane(Painted, can_focus=True):
    """A focusable list of rows under a title; subclasses say how many there are and paint each.

    It scrolls by itself (``top`` is the first row in sight) and paints only what is in sight; stock
    scrollbars would cost most of a repaint.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*MOVE]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.top = 0
        self._fitted = Size()
        self._followed: View | None = None
        self._painted: dict[int, Strip] = {}
        """Rows that were painted."""
        self._lines: dict[int, Strip] = {}
        """Lines in sight that were put together."""
        self._rail: dict[int, tuple[str, Style]] | None = None

    @property
    @abstractmethod
    def rows(self) -> int:
        """How many rows there are to scroll through."""

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """The title, and what it counts."""

    @abstractmethod
    def paint(self, row: int) -> Strip:
        """A row, ``self.inner`` cells wide."""

    @abstractmethod
    def refit(self, before: Size) -> None:
        """Lay the rows out for a new size, and keep the place."""

    @abstractmethod
    def follow(self, old: View | None, new: View) -> None:
        """Show a new view; ``old`` is the one shown before, None at first."""

    @abstractmethod
    def action_move(self, step: int) -> None:
        """Go ``step`` lines or items on."""

    @abstractmethod
    def action_page(self, halves: int) -> None:
        """Go some halves of a screenful on."""

    @abstractmethod
    def action_edge(self, side: int) -> None:
        """Go to the beginning (-1) or the end (1)."""

    def rail(self) -> dict[int, tuple[str, Style]]:
        """Signs on the rail, by line in sight."""
        return {}

    @property
    def inner(self) -> int:
        """Columns beside the rail."""
        return max(1, self.size.width - RAIL)

    @property
    def sight(self) -> int:
        """Rows in sight under the title."""
        return max(1, self.size.height - TITLE)

    def repaint(self) -> None:
        """Paint everything anew."""
        self._forget()
        self.refresh()

    def _forget(self) -> None:
        self._painted.clear()
        self._lines.clear()
        self._rail = None

    def repaint_rows(self, first: int, end: int) -> None:
        """Paint some rows anew, the end excluded."""
        for row in range(first, end):
            self._painted.pop(row, None)
            self._lines.pop(TITLE + row - self.top, None)
        self._lines.pop(TITLE, None)
        low, high = max(first, self.top), min(end, self.top + self.sight)
        if low < high:
            self.refresh(Region(0, TITLE + low - self.top, self.size.width, high - low))

    def scroll_rows(self, top: int) -> None:
        """Bring a row to the top, as far as there are rows to fill the pane."""
        top = max(0, min(top, self.rows - self.sight))
        if top != self.top:
            self.top = top
            self._lines.clear()
            self._rail = None
            self.refresh()

    def first_row(self) -> int:
        """The row painted on the first line: ``top``, unless a heading that was scrolled off stays there."""
        return self.top

    def in_sight(self, first: int, end: int) -> bool:
        """Whether all these rows are in sight."""
        return self.top <= first and end <= self.top + self.sight

    def reveal(self, first: int, end: int) -> None:
        """Scroll as little as brings the rows into sight, the first of them above all."""
        if end > self.top + self.sight:
            self.scroll_rows(end - self.sight)
        if first < self.top:
            self.scroll_rows(first)

    def reveal_at_third(self, first: int, end: int) -> None:
        """Where the rows are out of sight, bring them to a third of the height."""
        if not self.in_sight(first, end):
            self.scroll_rows(first - self.sight // 3)

    def catch_up(self) -> None:
        """Lay the rows out for the size and follow the view, where either has changed.

        A pane that is not on the screen has no size, and catches up when it comes back; Textual may
        also paint a widget before it tells it of its new size.
        """
        if self.view is None or not self.size:
            return
        if self.size != self._fitted:
            self._fitted, before = self.size, self._fitted
            self.refit(before)
        if self.view is not self._followed:
            self._followed, old = self.view, self._followed
            self.follow(old, self.view)

    def on_show(self) -> None:
        """Back on the screen."""
        self.catch_up()
        self.come_back()

    def come_back(self) -> None:
        """Show what was asked for while the pane was off the screen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region; the style cache of stock widgets, which costs more, is passed by.

        Textual asks for lines that did not change whenever a neighbour is painted: they are kept.
        """
        self.catch_up()
        strips = [self._lines.get(y) or self._line(y) for y in crop.line_range]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _line(self, y: int) -> Strip:
        """Put a line together: a row and its bit of rail, or the title."""
        if self.view is None or self.palette is None:
            return Strip.blank(self.size.width, self.ground)
        strip = self._title() if y < TITLE else self._railed(y - TITLE)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        self._lines[y] = strip
        return strip

    def _railed(self, line: int) -> Strip:
        row = self.top + line if line else self.first_row()
        if row not in self._painted:
            self._painted[row] = self.paint(row) if row < self.rows else Strip.blank(self.inner, self.ground)
        if self._rail is None:
            self._rail = self._thumb() | self.rail()
        sign, style = self._rail.get(line, (" ", Style.null()))
        return Strip([*self._painted[row], Segment(sign, self.ground + style)], self.size.width)

    def _title(self) -> Strip:
        name, number = self.heading()
        sign, focus = ("━", "-in-focus") if self.has_focus else ("─", "")
        rule = self.ink(f"rule{focus}")
        cells = Cells(self.size.width, self.ground)
        cells.add(sign, rule).add(f" {name}", self.ink(f"title{focus}"))
        cells.add(f"  {number} ", self.ink("muted")).add(sign * cells.left, rule)
        return cells.strip()

    def _thumb(self) -> dict[int, tuple[str, Style]]:
        """The part of the rail that stands for the rows in sight."""
        if self.rows <= self.sight:
            return {}
        size = max(1, self.sight * self.sight // self.rows)
        start = round(self.top * (self.sight - size) / (self.rows - self.sight))
        track, thumb = ("│", self.ink("track")), ("┃", self.ink("thumb"))
        return {line: thumb if start <= line < start + size else track for line in range(self.sight)}

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget()

    def on_resize(self) -> None:
        self.catch_up()

    def watch_view(self, old: View | None, new: View | None) -> None:
        if new:
            self.adopt(old, new)
            self.catch_up()

    def adopt(self, old: View | None, new: View) -> None:
        """Take over from a new view what needs no size: even a pane off the screen keeps up with it."""

    def watch_palette(self) -> None:
        self.repaint()

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.repaint()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(self.top - WHEEL)

"""What the three panes share: a title rule, blocks of rows of which only those in sight are laid out and
painted, a rail, and keys to move."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import ClassVar, NamedTuple, Self, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.timer import Timer

from tui.keys import MOVE
from tui.messages import WordsSelected
from tui.paint import Cells, Line, RailedLine, reversed_between, shortened
from tui.projection import View
from tui.rows import Place, RowIndex
from tui.theme import Palette
from tui.widgets.keyed import Keyed
from tui.widgets.pointed import TITLE, Pointed

RAIL = 1
"""Columns that the rail takes."""
_Sign = tuple[str, Style]
"""A sign on the rail, and its style."""
SLICE = 0.001
"""Seconds for which blocks out of sight are measured at a time; a key never waits longer for that."""
BETWEEN_SLICES = 0.004
"""Seconds until the next slice."""
MOST_KEPT = 8
"""Heights of the pane for which painted rows are kept."""


class _Painted(NamedTuple):
    """A painted row, and the lines that it makes with signs of the rail beside it."""

    row: Line
    lines: dict[_Sign, Strip]


def sight_of(size: Size) -> int:
    """Rows in sight under the title of a pane of a size."""
    return max(1, size.height - TITLE)


class Pane(Pointed, Keyed, can_focus=True):
    """A focusable list of rows under a title; subclasses say how many there are and paint each.

    It scrolls by itself and paints only what is in sight; stock scrollbars would cost most of a repaint. Rows
    stand in blocks, and blocks out of sight are measured little by little. The place of the first row in sight
    is kept, so that nothing moves meanwhile.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*MOVE]
    virtual_size = Reactive(Size(), repaint=False)
    """As Textual has it; but nothing is laid out anew because of it, as a pane does not scroll by Textual's means."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.index = RowIndex([1])
        self.first = Place()
        """The first row in sight."""
        self.fitted = Size()
        """The size that the rows are laid out for."""
        self._followed: View | None = None
        self._painted: dict[int, dict[int, _Painted]] = {}
        """Rows that were painted, by block and line."""
        self._lines: dict[int, Strip] = {}
        """Lines in sight that were put together."""
        self._is_painting = False
        """Whether all of it is being painted."""
        self._is_lacking = True
        """Whether some of them are yet to be."""
        self._rail_signs: dict[int, _Sign] | None = None
        """The signs on the rail but its thumb."""
        self._rails: dict[_Sign, Line] = {}
        """The signs on the rail, painted."""
        self._measuring: Timer | None = None

    @property
    def top(self) -> int:
        """The number of the first row in sight."""
        return self.index.row(self.first)

    @property
    def rows(self) -> int:
        """How many rows there are to scroll through, as far as is known."""
        return self.index.height

    def stack(self, index: RowIndex) -> None:
        """Show other blocks, or the same ones at another width; what is out of sight is measured by and by. The
        first block in sight stays so by its place among them: rows are as many as was guessed."""
        first = self.first._replace(block=min(self.first.block, len(index) - 1))
        index.measure_around(first.block, 0)
        self.index = index
        self.first = Place()
        self.repaint()
        if self._measuring:
            self._measuring.stop()
        self._measuring = None if index.complete else self.set_interval(BETWEEN_SLICES, self._measure)
        self.scroll_rows(index.row(first))

    def _measure(self) -> None:
        self.index.measure_for(SLICE)
        if self.index.complete and self._measuring:
            self._measuring.stop()
            self._measuring = None
            self.repaint_rail()

    @abstractmethod
    def heading(self) -> tuple[str, str]:
        """The title, and what it counts."""

    @abstractmethod
    def paint(self, place: Place) -> Strip:
        """The row of a place, ``self.inner`` cells wide."""

    @abstractmethod
    def selected_columns(self, place: Place) -> range:
        """The columns of a row that are selected with the mouse."""

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

    def rail(self) -> dict[int, _Sign]:
        """Signs on the rail, by line in sight; they depend on the view and the size, not on where the pane is."""
        return {}

    @property
    def inner(self) -> int:
        """Columns beside the rail."""
        return max(1, self.fitted.width - RAIL)

    @property
    def sight(self) -> int:
        """Rows in sight under the title."""
        return sight_of(self.fitted)

    def repaint(self) -> None:
        """Paint everything anew."""
        self._forget()
        self.refresh()

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be painted, unless all of it is being painted just now."""
        if self._is_painting:
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _forget(self) -> None:
        self._painted.clear()
        self._drop_lines()
        self._rails.clear()
        self._rail_signs = None

    def _drop_lines(self) -> None:
        self._lines.clear()
        self._is_lacking = True

    def repaint_rail(self) -> None:
        """Paint the rail anew, and nothing beside it."""
        self._drop_lines()
        self._rail_signs = None
        self.refresh(Region(self.inner, TITLE, RAIL, self.sight))

    def repaint_title(self) -> None:
        """Paint the title anew, and nothing below it."""
        self._lines.pop(0, None)
        self._is_lacking = True
        self.refresh(Region(0, 0, self.fitted.width, TITLE))

    def repaint_block(self, block: int) -> None:
        """Paint the rows of a block anew."""
        self._painted.pop(block, None)
        self._refresh_rows(self.index.top(block), self.index.end(block))

    def repaint_row(self, place: Place) -> None:
        """Paint one row anew."""
        self._painted.get(place.block, {}).pop(place.line, None)
        row = self.index.row(place)
        self._refresh_rows(row, row + 1)

    def _refresh_rows(self, first: int, end: int) -> None:
        low, high = max(first, self.top), min(end, self.top + self.sight)
        for row in range(low, high):
            self._lines.pop(TITLE + row - self.top, None)
        self._lines.pop(TITLE, None)
        self._is_lacking = True
        if low < high:
            self.refresh(Region(0, TITLE + low - self.top, self.fitted.width, high - low))

    def scroll_rows(self, top: int) -> None:
        """Bring a row to the top, as far as there are rows to fill the pane."""
        before, thumb = self.first, self.thumb
        place = self.index.place(top)
        self.index.measure_around(place.block, self.sight)
        self.first = self.index.place(min(self.index.row(place), self.rows - self.sight))
        if self.first != before:
            self._drop_lines()
            self.refresh(Region(0, TITLE, self.inner, self.sight))
            for line in {*thumb} ^ {*self.thumb}:
                self.refresh(Region(self.inner, TITLE + line, RAIL, 1))

    def first_place(self) -> Place:
        """What is painted on the first line: the row there, unless a heading that was scrolled off stays."""
        return self.first

    def look_again(self, first: Place) -> None:
        """Bring a row to the top that was there before."""
        self.scroll_rows(self.index.row(first._replace(block=min(first.block, len(self.index) - 1))))

    def in_sight(self, first: int, end: int, size: Size | None = None) -> bool:
        """Whether all these rows are in sight, at the size that they are laid out for or at another one."""
        top = self.top
        return top <= first and end <= top + sight_of(size or self.fitted)

    def reveal(self, first: int, end: int) -> None:
        """Scroll as little as brings the rows into sight, the first of them above all."""
        top = min(first, max(self.top, end - self.sight))
        if top != self.top:
            self.scroll_rows(top)

    def reveal_at_third(self, first: int, end: int) -> None:
        """Where the rows are out of sight, bring them to a third of the height."""
        if not self.in_sight(first, end):
            self.scroll_rows(first - self.sight // 3)

    def catch_up(self) -> None:
        """Lay the rows out for the size and follow the view, where either has changed.

        A pane that is not on the screen has no size, and catches up when it comes back; Textual may
        also paint a widget before it tells it of its new size.
        """
        size = self.size
        if self.view is None or not size:
            return
        if size != self.fitted:
            self.fitted, before = size, self.fitted
            self.repaint_rail()
            self.refit(before)
        self._follow(self.view)

    def _follow(self, view: View) -> None:
        if view is not self._followed:
            self._followed, old = view, self._followed
            self.follow(old, view)

    def on_show(self) -> None:
        """Back on the screen."""
        self.catch_up()
        self.come_back()

    def come_back(self) -> None:
        """Show what was asked for while the pane was off the screen."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region; the style cache of stock widgets, which costs more, is passed by.

        Textual asks for lines that did not change whenever a neighbour is painted: they are kept. It may also ask
        for more than there is room for, before it tells the widget of its new size.
        """
        if crop.size != self.fitted or self.view is not self._followed:
            self._is_painting = crop.size == self.size
            self.catch_up()
            self._is_painting = False
        if self.view is None or self.palette is None:
            return [self._blank(crop.width)] * crop.height
        if self._is_lacking:
            self._put_together()
        found = [self._lines.get(y) for y in crop.line_range]
        strips = [self._blank(self.fitted.width) if line is None else line for line in found]
        if crop.column_span != (0, self.fitted.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def _blank(self, width: int) -> Strip:
        """A line on which nothing stands, in the colours that the terminal can show."""
        return Line(self.filtered(Strip.blank(width, self.ground)), width)

    def _put_together(self) -> None:
        """Put together the lines that are lacking: rows and their bits of rail, under the title."""
        if self._rail_signs is None:
            self._rail_signs = self.rail()
        if sum(map(len, self._painted.values())) > MOST_KEPT * self.sight:
            self._painted.clear()
        signs, thumb = self._rail_signs, self.thumb
        track = ("│" if thumb else " ", self.ink("track"))
        if 0 not in self._lines:
            self._lines[0] = Line(self.filtered(self._title()))
        for line, place in enumerate(self._places()):
            if TITLE + line not in self._lines:
                sign = signs.get(line) or (("┃", self.ink("thumb")) if line in thumb else track)
                self._lines[TITLE + line] = self._railed(place, sign)
        self._is_lacking = False

    def _places(self) -> Iterator[Place]:
        """What is painted on the lines in sight, as far as there are rows."""
        return chain([self.first_place()], islice(self.index.places(self.first, self.sight), 1, None))

    def place_at(self, line: int) -> Place | None:
        return next(islice(self._places(), line, None), None) if line >= 0 else None

    def _railed(self, place: Place, sign: _Sign) -> Strip:
        """A row with its bit of rail."""
        block = self._painted.setdefault(place.block, {})
        if place.line not in block:
            row = self.paint(place)
            if selected := self.selected_columns(place):
                row = reversed_between(row, selected)
            block[place.line] = _Painted(Line(self.filtered(row), self.inner), {})
        row, lines = block[place.line]
        if sign not in lines:
            if sign not in self._rails:
                self._rails[sign] = Line(self.filtered(Strip([Segment(sign[0], self.ground + sign[1])])), RAIL)
            lines[sign] = RailedLine(row, self._rails[sign])
        return lines[sign]

    def _title(self) -> Strip:
        name, number = self.heading()
        sign, focus = ("━", "-in-focus") if self.has_focus else ("─", "")
        rule = self.ink(f"rule{focus}")
        cells = Cells(self.fitted.width, self.ground)
        cells.add(sign, rule).add(f" {name}", self.ink(f"title{focus}"))
        if cell_len(number) + 3 > cells.left:
            number = shortened(number.replace(" · ", " "), cells.left - 3)
        cells.add(f"  {number} ", self.ink("muted")).add(sign * cells.left, rule)
        return cells.strip()

    @property
    def thumb(self) -> range:
        """The lines of the rail that stand for the rows in sight; none where all are."""
        if self.rows <= self.sight:
            return range(0)
        size = max(1, self.sight * self.sight // self.rows)
        start = round(self.top * (self.sight - size) / (self.rows - self.sight))
        return range(start, start + size)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._forget()

    def ask(self, message: Message) -> None:
        """Ask the screen for something. It is done at once: before the next key is looked at, and before anything is
        painted, so that all panes change in one frame."""
        cast("Callable[[Message], object]", getattr(self.screen, message.handler_name))(message)

    def on_resize(self) -> None:
        self.catch_up()

    def show(self, view: View) -> None:
        old, self.view = self.view, view
        self.adopt(old, view)
        if self.fitted and self.display:
            self._follow(view)

    def adopt(self, old: View | None, new: View) -> None:
        """Take over from a new view what needs no size: even a pane off the screen keeps up with it."""

    def dress(self, palette: Palette) -> None:
        self.palette = palette
        self.repaint()

    def on_focus(self) -> None:
        self.repaint()

    def on_blur(self) -> None:
        self.drop_selection()
        self.repaint()

    def copy_selection(self) -> None:
        if text := self.selected_text():
            self.ask(WordsSelected(text))

"""A pane of items, each of one row or more, of which the cursor holds one."""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from textual import events
from textual.geometry import Size

from tui.rows import Place, RowIndex
from tui.widgets.pane import Pane, sight_of

MEASURED = 3
"""Heights of the pane, above an item and below it, within which row numbers are exact."""


class ItemList(Pane):
    """A list whose cursor goes from item to item; rows between them are headings and space.

    Subclasses fill ``blocks`` with the block of each item, in order; ``margin`` rows of it stand above the item.
    """

    margin = 0
    text_from = 0
    """The column where the text of a row begins, which can be selected."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.blocks: Sequence[int] = ()
        self.cursor = 0
        self._clicked: int | None = None
        """The item that was clicked last, since the pane came into focus."""
        self._held_at: tuple[Place, int] | None = None
        """Where the mouse began to select: a row and a column."""
        self._held_to: tuple[Place, int] | None = None

    def stack(self, index: RowIndex) -> None:
        """Other rows have nothing of what was selected in the old ones."""
        self._held_at = self._held_to = None
        super().stack(index)

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @abstractmethod
    def lay_out(self) -> None:
        """Work out the blocks for the view and the size there is."""

    def entered(self) -> None:
        """The reader moved the cursor to an item."""

    def refit(self, before: Size) -> None:
        """Lay the items out anew. The cursor stays in sight, unless the reader looks elsewhere."""
        self.drop_selection()
        was_in_sight = self._was_in_sight(before)
        self.lay_out()
        if was_in_sight:
            self.show_item(self.cursor)

    def _was_in_sight(self, before: Size) -> bool:
        """Whether the item under the cursor was in sight, or as much of it as there was room for."""
        if not before or self.cursor >= len(self.blocks):
            return True
        first, end = self.span(self.cursor)
        return self.in_sight(first, min(end, first + sight_of(before)), before)

    def come_back(self) -> None:
        self.show_item(self.cursor)

    def span(self, index: int) -> tuple[int, int]:
        """The first row of an item and the one after its last, exact as are those around it."""
        block = self.blocks[index]
        self.index.measure_around(block, MEASURED * self.sight)
        return self.index.top(block) + self.margin, self.index.end(block)

    def stand_on(self, index: int) -> None:
        """Put the cursor on an item and bring it into sight."""
        before, self.cursor = self.cursor, max(0, min(index, self.count - 1))
        for changed in (before, self.cursor):
            self.repaint_item(changed)
        self.show_item(self.cursor)

    def repaint_item(self, index: int) -> None:
        """Paint an item anew, where it is laid out already."""
        if index < len(self.blocks):
            self.repaint_block(self.blocks[index])

    def show_item(self, index: int) -> None:
        """Bring an item into sight; with the first one come the rows above it, with the last those below. One that is
        higher than the pane has its margin above it, where the heading stays."""
        if self.size and index < len(self.blocks):
            first, end = self.span(index)
            heading = self.index.end(self.blocks[index - 1]) if index else 0
            first = heading if end - heading <= self.sight else first - self.margin
            self.reveal(first, self.rows if index == len(self.blocks) - 1 else end)

    def action_move(self, step: int) -> None:
        self._go(self.cursor + step)

    def action_page(self, halves: int) -> None:
        """As many items as the rows hold, one at least."""
        if not self.blocks:
            return
        step = 1 if halves > 0 else -1
        start, _ = self.span(self.cursor)
        index = self.cursor + step
        while 0 <= index < len(self.blocks) and self._apart(index, start) < self.sight * abs(halves) // 2:
            index += step
        self._go(index)

    def _apart(self, index: int, row: int) -> int:
        return abs(self.index.row(Place(self.blocks[index], self.margin)) - row)

    def action_edge(self, side: int) -> None:
        self._go(0 if side < 0 else self.count - 1)

    def _go(self, index: int) -> None:
        if self.count:
            self.stand_on(index)
            self.entered()

    # ------------------------------------------------------------------ the mouse

    def clicked(self, place: Place, event: events.Click) -> None:
        at = bisect_left(self.blocks, place.block)
        if at == len(self.blocks) or self.blocks[at] != place.block:
            self.clicked_heading(place, at)
        elif place.line >= self.margin:
            again = self._clicked == at == self.cursor
            self._clicked = at
            self.clicked_item(at, event.x, again=again)

    def clicked_item(self, index: int, column: int, *, again: bool) -> None:  # noqa: ARG002
        """The mouse points at an item, for the first time or ``again``."""
        self._go(index)

    def clicked_heading(self, place: Place, following: int) -> None:
        """The mouse points at a row that is no item; ``following`` is the next one that is."""

    def on_blur(self) -> None:
        self._clicked = None

    def hold(self, place: Place, column: int) -> None:
        self._held_at = (place, column)

    def extend(self, place: Place, column: int) -> None:
        self._held_to = (place, column)
        self.repaint()

    def drop_selection(self) -> bool:
        was_selected, self._held_at, self._held_to = self._held_to is not None, None, None
        if was_selected:
            self.repaint()
        return was_selected

    def selected_columns(self, place: Place) -> range:
        """From the row and column where it begins to those where it ends, without what stands before the text."""
        if self._held_at is None or self._held_to is None:
            return range(0)
        (low, start), (high, end) = sorted((self._held_at, self._held_to))
        if not low <= place <= high:
            return range(0)
        first = max(self.text_from, start) if place == low else self.text_from
        return range(first, min(self.inner, end + 1) if place == high else self.inner)

    def selected_text(self) -> str:
        return "\n".join(self._selected_rows()).strip("\n")

    def _selected_rows(self) -> Iterator[str]:
        if self._held_at is None or self._held_to is None:
            return
        (low, _), (high, _) = sorted((self._held_at, self._held_to))
        for place in self.index.places(low, self.index.row(high) - self.index.row(low) + 1):
            selected = self.selected_columns(place)
            yield self.paint(place).crop(selected.start, selected.stop).text.rstrip() if selected else ""

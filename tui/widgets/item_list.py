"""A pane of items, each of one row or more, of which the cursor holds one."""

from __future__ import annotations

from abc import abstractmethod

from textual.geometry import Size

from tui.widgets.pane import Pane


class ItemList(Pane):
    """A list whose cursor goes from item to item; rows between them are headings and space.

    Subclasses fill ``spans`` with the first row and the end of each item, in order.
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.spans: list[tuple[int, int]] = []
        self.cursor = 0

    @property
    @abstractmethod
    def count(self) -> int:
        """How many items there are."""

    @abstractmethod
    def lay_out(self) -> None:
        """Work out rows and ``spans`` for the view and the size there is."""

    def entered(self) -> None:
        """The reader moved the cursor to an item."""

    def refit(self, before: Size) -> None:  # noqa: ARG002
        """Lay the items out anew, with the cursor in sight."""
        self.lay_out()
        self.scroll_rows(self.top)
        self.show_item(self.cursor)

    def come_back(self) -> None:
        self.show_item(self.cursor)

    def stand_on(self, index: int) -> None:
        """Put the cursor on an item and bring it into sight."""
        before, self.cursor = self.cursor, max(0, min(index, self.count - 1))
        for changed in (before, self.cursor):
            if changed < len(self.spans):
                self.repaint_rows(*self.spans[changed])
        self.show_item(self.cursor)

    def show_item(self, index: int) -> None:
        """Bring an item into sight; with the first one come the rows above it, with the last those below."""
        if self.size and index < len(self.spans):
            first, end = self.spans[index]
            heading = self.spans[index - 1][1] if index else 0
            first = heading if end - heading <= self.sight else first
            self.reveal(first, self.rows if index == len(self.spans) - 1 else end)

    def action_move(self, step: int) -> None:
        self._go(self.cursor + step)

    def action_page(self, halves: int) -> None:
        """As many items as the rows hold, one at least."""
        if not self.spans:
            return
        step = 1 if halves > 0 else -1
        rows = self.sight * abs(halves) // 2
        start, index = self.spans[self.cursor][0], self.cursor + step
        while 0 <= index < len(self.spans) and abs(self.spans[index][0] - start) < rows:
            index += step
        self._go(index)

    def action_edge(self, side: int) -> None:
        self._go(0 if side < 0 else self.count - 1)

    def _go(self, index: int) -> None:
        if self.count:
            self.stand_on(index)
            self.entered()

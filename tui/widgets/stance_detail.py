"""The detail of a position, to be read and to go on from."""

from __future__ import annotations

from textual.geometry import Size
from textual.strip import Strip

from article.model import Stance
from tui.dossier import LEFT, Dossier, Goal, Row
from tui.paint import Cells
from tui.projection import View
from tui.rows import Place, RowIndex
from tui.theme import Palette
from tui.widgets.pane import Pane

RIGHT = 2
"""Cells left free before the rail."""
WIDEST = 84
"""Cells of a row at most."""


class StanceDetail(Pane):
    """Everything about one position. The cursor goes through what one can go to: sentences and related positions."""

    def __init__(self, stance: Stance) -> None:
        super().__init__(id="detail")
        self.stance = stance
        self.cursor = 0
        self.goals: list[Goal] = []
        """Where each item leads."""
        self._rows: list[Row] = []
        self._items: list[tuple[int, int]] = []
        """The first row of each item, and the one after its last."""

    @property
    def goal(self) -> Goal | None:
        """Where the item under the cursor leads."""
        return self.goals[self.cursor] if self.goals else None

    def heading(self) -> tuple[str, str]:
        at = self.view.selection.index_of(self.stance.id) if self.view else None
        if self.view is None or at is None:
            return "Position", "hidden by the filter"
        return "Position", f"{at + 1} of {self.view.selection.positions}"

    def tell(self, stance: Stance, cursor: int = 0) -> None:
        """Show another position, from its beginning."""
        self.stance, self.cursor = stance, cursor
        self._lay_out()
        self.scroll_rows(0)
        if cursor:
            self._stand_on(cursor)
        self.repaint()

    def renew(self, stance: Stance) -> None:
        """Take the position as it is in the article that is about to come."""
        self.stance = stance

    def follow(self, old: View | None, new: View) -> None:
        """It is laid out anew when the colours come that go with the view; a filter changes the title alone."""
        if old and old.state.chosen != new.state.chosen:
            self.repaint()

    def dress(self, palette: Palette) -> None:
        super().dress(palette)
        self._lay_out()

    def refit(self, before: Size) -> None:  # noqa: ARG002
        self._lay_out()
        if self.cursor:
            self._stand_on(self.cursor)

    def _lay_out(self) -> None:
        if self.view is None or self.palette is None or not self.fitted:
            return
        inks = {name: self.ink(name) for name in ("muted", "error", "accent")}
        sheet = Dossier(self.view.article, self.stance, self.palette, inks, min(WIDEST, self.inner - RIGHT))
        self._rows, self.goals = sheet.rows, sheet.goals
        spans: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(self._rows):
            if row.item is not None:
                spans[row.item] = (spans.get(row.item, (number,))[0], number + 1)
        self._items = [spans[item] for item in range(len(spans))]
        self.cursor = max(0, min(self.cursor, len(self._items) - 1))
        self.stack(RowIndex([1] * len(self._rows)))

    # ------------------------------------------------------------------ moving

    def action_move(self, step: int) -> None:
        """To the next item that is in sight, or else a row on."""
        following = self.cursor + step
        if 0 <= following < len(self._items) and self.in_sight(*self._beginning(following)):
            self._stand_on(following)
        else:
            self._scroll(self.top + step)

    def action_page(self, halves: int) -> None:
        self._scroll(self.top + self.sight * halves // 2 - (halves > 0) + (halves < 0))

    def action_edge(self, side: int) -> None:
        self._scroll(0 if side < 0 else self.rows)
        self._point_at(0 if side < 0 else len(self._items) - 1)

    def _beginning(self, item: int) -> tuple[int, int]:
        """The first row of an item, and the one after that."""
        first, _ = self._items[item]
        return first, first + 1

    def _stand_on(self, item: int) -> None:
        self._point_at(item)
        if self._items:
            self.reveal(*self._items[self.cursor])

    def _scroll(self, row: int) -> None:
        """Scroll, and take the cursor along to an item in sight."""
        self.scroll_rows(row)
        if self._items and not self.in_sight(*self._beginning(self.cursor)):
            seen = [item for item in range(len(self._items)) if self.in_sight(*self._beginning(item))]
            if seen:
                self._point_at(min(seen, key=lambda item: abs(item - self.cursor)))

    def _point_at(self, item: int) -> None:
        if 0 <= item < len(self._items) and item != self.cursor:
            for changed in (self.cursor, item):
                for row in range(*self._items[changed]):
                    self.repaint_block(row)
            self.cursor = item
            self._drop_lines()

    # ------------------------------------------------------------------ painting

    def paint(self, place: Place) -> Strip:
        row = self._rows[place.block]
        cells = Cells(self.inner, self.ground)
        if row.item is not None and row.item == self.cursor:
            cells.add("▸" if self._items[row.item][0] == place.block else "│", self.ink("accent"))
        cells.to(LEFT)
        for text, style, _ in row.segments:
            cells.add(text, style)
        if row.right:
            cells.right(row.right.text, row.right.style, max(RIGHT, self.inner - WIDEST))
        return cells.strip()

"""The matrix: every actor on every issue, and the words of the cell under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.widget import Widget

from article.model import Stance
from tui.keys import MOVE
from tui.messages import CellPointed
from tui.projection import View
from tui.screen_keys import MATRIX, TABLE
from tui.screens.table import Outcome, Table
from tui.standings import Cell, Standing, Standings
from tui.widgets.cell_words import CellWords
from tui.widgets.position_grid import NUMBERED, PositionGrid


class Matrix(Table, inherit_bindings=False):
    """The cursor goes from cell to cell; in a cell with several positions it goes through them."""

    NAME = "matrix"
    CALLED = "Matrix"
    BINDINGS: ClassVar[list[BindingType]] = [*MATRIX, *MOVE, *TABLE]

    def __init__(self, view: View, standings: Standings, size: Size, cell: Cell | None = None) -> None:
        """Begins at ``cell``, or at the first position there is."""
        super().__init__(view, standings, size)
        self._row, self._column, self._nth = self._place_of(cell)
        self._cell = cell
        """The cell under the cursor, by ids, which other standings have too."""
        self._grid = PositionGrid(id="grid")
        self._words = CellWords(id="words")

    def parts(self) -> list[Widget]:
        return [self._grid, self._words]

    def outcome(self) -> Outcome:
        return Outcome(cell=self._cell, issue=self._cell.issue if self._cell else None)

    def on_mount(self) -> None:
        self._grid.fill(self.standings, self._row, self._column)
        self._stand_on(self._row, self._column, self._nth)

    def refill(self) -> None:
        if not self.standings.actors or not self.standings.issues:
            self.leave()
            return
        self._row, self._column, self._nth = self._place_of(self._cell)
        self._cell = Cell(*self.standing[:2], self._nth)
        self._grid.fill(self.standings, self._row, self._column)
        self._peek()

    def _place_of(self, cell: Cell | None) -> tuple[int, int, int]:
        """Row, column and number of a cell; those of the first position there is, as far as it is not there."""
        standings = self.standings
        first = standings.taken[0] if standings.taken else (0, 0)
        row = standings.row.get(cell.actor, first[0]) if cell else first[0]
        column = standings.column.get(cell.issue, first[1]) if cell else first[1]
        nth = cell.nth if cell and cell.nth < len(standings.at(row, column).stances) else 0
        return row, column, nth

    @property
    def standing(self) -> Standing:
        return self.standings.at(self._row, self._column)

    @property
    def stance(self) -> Stance | None:
        return self.standing.stances[self._nth] if self.standing else None

    def _stand_on(self, row: int, column: int, nth: int = 0) -> None:
        self._row = max(0, min(row, len(self.standings.actors) - 1))
        self._column = max(0, min(column, len(self.standings.issues) - 1))
        self._nth = nth
        self._cell = Cell(*self.standing[:2], nth)
        self._grid.stand_on(self._row, self._column)
        self._peek()

    def _peek(self) -> None:
        self._words.peek(self.standings, self.standing, self._nth, numbered=self.app.size.width < NUMBERED)

    def on_resize(self) -> None:
        self._peek()

    # ------------------------------------------------------------------ moving

    def action_move(self, step: int) -> None:
        self._stand_on(self._row + step, self._column)

    def action_page(self, halves: int) -> None:
        self._stand_on(self._grid.row_apart(halves), self._column)

    def action_edge(self, side: int) -> None:
        self._stand_on(0 if side < 0 else len(self.standings.actors) - 1, self._column)

    def action_issue(self, step: int) -> None:
        self._stand_on(self._row, self._column + step)

    def action_outermost(self, side: int) -> None:
        self._stand_on(self._row, 0 if side < 0 else len(self.standings.issues) - 1)

    def action_taken(self, step: int) -> None:
        """To the next position: of those in the cell, or else in another cell."""
        nth = self._nth + step
        if 0 <= nth < len(self.standing.stances):
            self._stand_on(self._row, self._column, nth)
            return
        place = self.standings.next_taken(self._row, self._column, step)
        if place is None:
            self._tell("No more positions this way." if self.standings.taken else "No positions here.")
            return
        self._stand_on(*place, nth=0 if step > 0 else len(self.standings.at(*place).stances) - 1)

    def on_cell_pointed(self, message: CellPointed) -> None:
        """The mouse goes to a cell, and on the cell under the cursor to its words."""
        here = self._row, self._column
        there = (
            self._row if message.row is None else message.row,
            self._column if message.column is None else message.column,
        )
        if here != there:
            self._stand_on(*there)
        elif None not in (message.row, message.column):
            self.action_words()

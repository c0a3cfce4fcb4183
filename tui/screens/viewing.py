"""The other views of the article: they lie over the reader, keep to its filter, and lead back to where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.messages import PaneWanted, ViewWanted, WordsWanted
from tui.screens.desk import Desk
from tui.state import ReaderState

if TYPE_CHECKING:
    from tui.screens.table import Outcome, Table
    from tui.standings import Cell, Standings


class Viewing(Desk):
    """The reader's other views; each is loaded when it is first asked for."""

    _table: Table | None = None
    """The view that lies over the reader."""
    _cell: Cell | None = None
    """Where the reader was in the matrix."""
    _pair: tuple[str, str] | None = None
    """Who was compared."""
    _left_with: ReaderState | None = None
    """The state in which a view was left last."""

    def _show(self, state: ReaderState) -> None:
        super()._show(state)
        if self._table:
            self._table.show(self.view)

    def action_view(self, name: str) -> None:
        if name == "matrix":
            self._open_matrix()
        elif name == "compare":
            self._open_comparison()

    def on_view_wanted(self, message: ViewWanted) -> None:
        self.action_view(message.view)

    def on_pane_wanted(self, message: PaneWanted) -> None:
        self.action_pane(message.pane)

    def _standings(self) -> Standings:
        from tui.standings import Standings

        return Standings(self._article, self._state.chosen)

    def _open_matrix(self) -> None:
        from tui.screens.matrix import Matrix

        standings = self._standings()
        if not standings.actors or not standings.issues:
            self._tell("There is nobody here who could take a position on anything.")
            return
        self._open(Matrix(self.view, standings, self.app.size, self._cell_to_open(standings)))

    def _cell_to_open(self, standings: Standings) -> Cell | None:
        """That of the pinned stance; where it was left, as long as no other one has been pinned since."""
        from tui.standings import Cell

        pinned = self.view.pinned
        if pinned is None or (self._cell and self._left_with and self._left_with.pinned == pinned.id):
            return self._cell
        return Cell(pinned.actor, pinned.issue, standings.of(pinned.actor, pinned.issue).stances.index(pinned))

    def _open(self, table: Table) -> None:
        self._table = table
        self.app.push_screen(table, self._come_back)

    def _come_back(self, outcome: Outcome | None) -> None:
        """What was asked for when a view was left."""
        self._table = None
        if outcome is None:
            return
        self._cell = outcome.cell or self._cell
        self._pair = outcome.pair or self._pair
        self._left_with = self._state
        if outcome.words:
            self.post_message(WordsWanted(outcome.words))
        elif outcome.view == "compare":
            self._open_comparison(outcome.cell.actor if outcome.cell else None)
        else:
            self.action_view(outcome.view)

    def _open_comparison(self, left: str | None = None) -> None:
        pass

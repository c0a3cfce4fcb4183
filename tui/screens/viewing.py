"""The other views of the article: they lie over the reader, keep to its filter, and lead back to where it was."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from article.filters import Filter
from tui.messages import PaneWanted, ViewWanted, WordsWanted
from tui.screens.desk import Part
from tui.state import ReaderState

if TYPE_CHECKING:
    from collections.abc import Callable

    from article.model import Article
    from tui.screens.table import Outcome, Table
    from tui.standings import Cell, Standings


class Viewing(Part):
    """The reader's other views; each is loaded when it is first asked for."""

    _table: Table | None = None
    """The view that lies over the reader."""
    _worked_out: tuple[Article, Callable[[Filter], Standings]] | None = None
    """An article, and what gives the standings in it that a filter leaves; those of two filters are kept."""
    _cell: Cell | None = None
    """Where the reader was in the matrix."""
    _pair: tuple[str, str] | None = None
    """Who was compared."""
    _issue: str | None = None
    """The issue that the reader was on in a view."""
    _left_with: ReaderState | None = None
    """The state in which a view was left last."""

    def _show(self, state: ReaderState) -> None:
        super()._show(state)
        if self._table:
            compares = self._table.NAME == "compare"
            self._table.show(self.view, self._comparable() if compares else self._standings())

    @property
    def look(self) -> str:
        return self._table.NAME if self._table else super().look

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
        """The standings that the filter leaves."""
        return self._standings_of(self._state.chosen)

    def _standings_of(self, chosen: Filter) -> Standings:
        from tui.standings import Standings

        if self._worked_out is None or self._worked_out[0] is not self._article:
            self._worked_out = self._article, lru_cache(2)(partial(Standings, self._article))
        return self._worked_out[1](chosen)

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

    def _open_comparison(self, left: str | None = None) -> None:
        """Compare an actor that was chosen; or those who are selected, or the one whose words are lit up, or whoever
        clashes first."""
        from tui.screens.compare import Compare

        chosen, standings = self._standings().actors, self._comparable()
        pair = self._pair_to_open(standings, chosen[0].id if len(chosen) == 1 else left)
        if pair is None:
            self._tell("There are no two actors here to compare.")
            return
        pinned = self.view.pinned
        stays = pinned is None or (self._left_with and self._is_as_it_was(self._left_with))
        issue = self._issue if stays or pinned is None else pinned.issue
        self._open(Compare(self.view, standings, self.app.size, pair, issue))

    def _comparable(self) -> Standings:
        """The standings of those who can be compared: of everyone, where the filter leaves one alone."""
        alone = len(self._standings().actors) == 1
        return self._standings_of(self._state.chosen._replace(actors=frozenset())) if alone else self._standings()

    def _pair_to_open(self, standings: Standings, left: str | None) -> tuple[str, str] | None:
        """Who was compared before, as long as nothing else has been asked for since."""
        known = self._pair is not None and standings.row.keys() >= {*self._pair}
        if left:
            return self._pair if self._pair and known and self._pair[0] == left else standings.pair(left)
        if self._pair and known and self._left_with and self._is_as_it_was(self._left_with):
            return self._pair
        if self._state.chosen.actors and len(standings.speakers) > 1:
            first, second, *_ = standings.speakers
            return first.id, second.id
        pinned = self.view.pinned
        return standings.pair(pinned.actor if pinned else None)

    def _is_as_it_was(self, state: ReaderState) -> bool:
        return (state.chosen, state.pinned) == (self._state.chosen, self._state.pinned)

    def _open(self, table: Table) -> None:
        self._table = table
        self._keep_soon()
        self.app.push_screen(table, self._come_back)

    def _come_back(self, outcome: Outcome | None) -> None:
        """What was asked for when a view was left."""
        self._table = None
        self._keep_soon()
        if outcome is None:
            return
        self._cell = outcome.cell or self._cell
        self._pair = outcome.pair or self._pair
        self._issue = outcome.issue
        self._left_with = self._state
        if outcome.words:
            self.post_message(WordsWanted(outcome.words))
        elif outcome.view == "compare":
            self._open_comparison(outcome.cell.actor if outcome.cell else None)
        else:
            self.action_view(outcome.view)

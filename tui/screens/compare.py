"""The comparison: two actors, what each says on every issue, and who of the others they might be."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Size
from textual.widget import Widget

from article.model import Stance
from tui.messages import WordsWanted
from tui.projection import View
from tui.screen_keys import COMPARE, TABLE
from tui.screens.table import Outcome, Table
from tui.standings import Standing, Standings
from tui.widgets.comparison_pane import ComparisonPane


class Compare(Table, inherit_bindings=False):
    """Either of the two can be changed for the next who speaks."""

    NAME = "compare"
    CALLED = "Comparison"
    BINDINGS: ClassVar[list[BindingType]] = [*COMPARE, *TABLE]
    AUTO_FOCUS = "#comparison"

    def __init__(
        self,
        view: View,
        standings: Standings,
        size: Size,
        pair: tuple[str, str],
        issue: str | None = None,
    ) -> None:
        """Begins with two actors, by their ids, on an issue that the reader comes from."""
        super().__init__(view, standings, size)
        self._pair = pair
        self._pane = ComparisonPane(id="comparison")
        self._pane.compare(standings.compare(*pair), issue)
        self._filter_row.compare(pair)

    def parts(self) -> list[Widget]:
        return [self._pane]

    @property
    def standing(self) -> Standing | None:
        return self._pane.standing

    @property
    def stance(self) -> Stance | None:
        return self._pane.stance

    def outcome(self) -> Outcome:
        return Outcome(pair=self._pair, issue=self._pane.pair.issue.id if self._pane.pair else None)

    def show(self, view: View, standings: Standings | None = None) -> None:
        """Where the filter leaves one alone by now, that one is compared."""
        before, actors = self.view.state.chosen.actors, view.state.chosen.actors
        super().show(view, standings)
        if actors != before and len(actors) == 1 and not actors & {*self._pair}:
            self._pair = self.standings.pair(*actors) or self._pair
            self._compare()

    def refill(self) -> None:
        pair = self._pair if self.standings.row.keys() >= {*self._pair} else self.standings.pair()
        if pair is None:
            self.leave()
            return
        self._pair = pair
        self._compare()

    def _compare(self) -> None:
        """Show the two, on the issue where the reader was."""
        issue = self._pane.pair.issue.id if self._pane.pair else None
        self._pane.compare(self.standings.compare(*self._pair), issue)
        self._filter_row.compare(self._pair)

    def action_left(self, step: int) -> None:
        self._change(0, step)

    def action_right(self, step: int) -> None:
        self._change(1, step)

    def _change(self, side: int, step: int) -> None:
        """The next or previous of those who speak, but never one actor on both sides."""
        other = self._pair[1 - side]
        names = [actor.id for actor in self.standings.speakers if actor.id != other]
        if self._pair[side] not in names:
            names.append(self._pair[side])
        if len(names) == 1:
            self._tell("There is nobody else to compare: the filter, or the article, leaves these two.")
            return
        found = names[(names.index(self._pair[side]) + step) % len(names)]
        self._pair = (self._pair[0], found) if side else (found, self._pair[1])
        self._compare()

    def action_side(self) -> None:
        self._pane.step_aside()

    def action_several(self, step: int) -> None:
        if not self._pane.step_among(step):
            self._tell("No more positions of this actor on this issue this way.")

    def on_words_wanted(self, message: WordsWanted) -> None:
        self.to_words(message.stance)

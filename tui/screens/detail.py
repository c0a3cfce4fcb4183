"""The detail of a position, and the ways from it: to the words, to related positions, and back."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from article.model import Article, Stance
from tui.dossier import Goal
from tui.projection import View
from tui.screen_keys import DETAIL
from tui.screens.sheet import Sheet
from tui.widgets.stance_detail import StanceDetail


class Detail(Sheet[Goal]):
    """All that the file says of a position; left with a goal, the reader goes to those words."""

    BINDINGS: ClassVar[list[BindingType]] = [*DETAIL]

    def __init__(self, view: View, stance: Stance) -> None:
        self._detail = StanceDetail(stance)
        self._before: list[tuple[Stance, int]] = []
        """The positions that led here, each with the item that was followed."""
        super().__init__(view, self._detail)

    def renew(self, view: View, before: Article) -> str:
        """The same position, where there still is one of its id."""
        if view.article is before:
            return ""
        known = view.article.stance
        if self._detail.stance.id not in known:
            return "The position is no longer in the file."
        self._before = [(known[stance.id], item) for stance, item in self._before if stance.id in known]
        self._detail.renew(known[self._detail.stance.id])
        super().renew(view, before)
        self.refresh_bindings()
        return ""

    def action_follow(self) -> None:
        """To the words under the cursor, or to the related position there."""
        goal = self._detail.goal
        if goal is None:
            self._tell("The words of this position were not found in the text.")
        elif goal.words:
            self.dismiss(goal)
        else:
            self._before.append((self._detail.stance, self._detail.cursor))
            self._show(goal.stance)

    def action_back(self) -> None:
        if self._before:
            self._show(*self._before.pop())

    def action_next(self, step: int) -> None:
        """To the next position in the order of the panel."""
        cards = self.view.shelf.cards
        at = self.view.shelf.index_of(self._detail.stance.id)
        if at is None:
            self._tell("This position is not among those that are shown.")
        elif not 0 <= at + step < len(cards):
            self._tell("No more positions this way.")
        else:
            self._show(cards[at + step])

    def action_copy(self, form: str) -> None:
        self._reader.copy_stance(self._detail.stance, form)

    def action_edit(self) -> None:
        self._reader.edit_stance(self._detail.stance)

    def action_page(self, halves: int) -> None:
        self._detail.action_page(halves)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing led here, nothing leads back."""
        if action == "back":
            return bool(self._before) or None
        return super().check_action(action, parameters)

    def _show(self, stance: Stance, cursor: int = 0) -> None:
        self._detail.tell(stance, cursor)
        self.refresh_bindings()

    def _tell(self, text: str) -> None:
        self.app.clear_notifications()
        self.notify(text, markup=False, timeout=3)

"""What the matrix and the comparison share: a view over the reader, which leads back to it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widget import Widget

import styles
from article.filters import EVERYONE
from article.model import Article, Stance
from tui.messages import ActorToggled, ViewWanted
from tui.projection import View
from tui.screens.beneath import reader_of
from tui.screens.fitted import Fitted
from tui.standings import Cell, Standing, Standings
from tui.widgets.bar import Bar
from tui.widgets.filter_row import FilterRow
from tui.widgets.key_bar import KeyBar
from tui.widgets.problem_row import ProblemRow

if TYPE_CHECKING:
    from tui.screens.reader import Reader


class Outcome(NamedTuple):
    """How a view was left: for which other one, or for the words of a stance, and where the reader was in it."""

    view: str = "read"
    words: str | None = None
    """The id of the stance whose words are wanted."""
    cell: Cell | None = None
    pair: tuple[str, str] | None = None
    """The ids of the actors compared."""
    issue: str | None = None
    """The id of the issue that the reader was on."""


class Table(Fitted[Outcome]):
    """A view of the standings that the filter leaves. What the reader shows comes down to it; what is asked for in
    it is told when it is left."""

    CSS_PATH = styles.of_screen("table")
    AUTO_FOCUS = ""
    NAME: ClassVar[str]
    """The name of the view."""
    CALLED: ClassVar[str]
    """What it is called where its keys are explained; their ids begin with it."""

    def __init__(self, view: View, standings: Standings, size: Size) -> None:
        super().__init__(size)
        self.view = view
        self.standings = standings
        self._filter_row = FilterRow(id="filter", over=True)

    @property
    def _reader(self) -> Reader:
        return reader_of(self.app.screen_stack)

    @property
    def article(self) -> Article:
        return self.view.article

    def compose(self) -> ComposeResult:
        yield Bar(id="bar", here=self.NAME)
        yield self._filter_row
        yield ProblemRow(id="problems")
        yield from self.parts()
        yield KeyBar(id="keys")

    @abstractmethod
    def parts(self) -> list[Widget]:
        """What stands between the filter and the keys."""

    @property
    @abstractmethod
    def standing(self) -> Standing | None:
        """Where the actor under the cursor stands on the issue there."""

    @property
    @abstractmethod
    def stance(self) -> Stance | None:
        """The stance under the cursor."""

    @abstractmethod
    def outcome(self) -> Outcome:
        """Where the reader is in this view."""

    def on_mount(self) -> None:
        self._follow_theme()
        self.show(self.view)
        self.watch(self._reader, "refused", self._refuse)

    def show(self, view: View, standings: Standings | None = None) -> None:
        """Show a view of the reader's, and the standings where they are others now."""
        before, self.view = self.view, view
        if (before.article.actors, before.article.parties) != (view.article.actors, view.article.parties):
            self._use_theme(self.app.current_theme)
        for widget in self._painted:
            widget.show(view)
        self.refresh_bindings()
        if standings and standings is not self.standings:
            self.standings = standings
            self.refill()

    def _refuse(self, problems: int) -> None:
        """Say how many problems the file has, where it is no article any more."""
        self.query_one(ProblemRow).refused = problems

    @abstractmethod
    def refill(self) -> None:
        """Show other standings, and keep the place."""

    def leave(self, view: str = "read", words: str | None = None) -> None:
        """Go to another view, or to the words of a stance, with whatever lies over this one."""
        if self not in self.app.screen_stack:
            return
        while self.app.screen is not self and isinstance(self.app.screen, ModalScreen):
            self.app.pop_screen()
        self.dismiss(self.outcome()._replace(view=view, words=words))

    def action_view(self, name: str) -> None:
        if name != self.NAME:
            self.leave(name)

    def on_view_wanted(self, message: ViewWanted) -> None:
        self.action_view(message.view)

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(list(self.active_bindings.values()), self.CALLED))

    # ------------------------------------------------------------------ the words

    def action_words(self) -> None:
        if self.stance:
            self.to_words(self.stance.id)
        else:
            self._tell_empty()

    def _tell_empty(self) -> None:
        if self.standing is not None:
            self._tell(self.standings.why_empty(self.standing.actor, self.standing.issue))
        else:
            self._tell("There is no position here.")

    def to_words(self, stance: str) -> None:
        """Go to the words of a stance, where it has any that were found."""
        if self.article.stance[stance].words:
            self.leave(words=stance)
        else:
            self._tell("The words of this position were not found in the text.")

    def action_copy(self, form: str) -> None:
        """Copy the position under the cursor with its source."""
        if self.stance:
            self._reader.copy_stance(self.stance, form)
        else:
            self._tell_empty()

    def action_edit(self) -> None:
        """Edit the file at the position under the cursor; without one at its actor."""
        if self.stance:
            self._reader.edit_stance(self.stance)
        elif self.standing is not None:
            self._reader.edit_actor(self.standing.actor)

    def action_reload(self) -> None:
        self._reader.action_reload()

    def action_problems(self) -> None:
        self._reader.action_problems()

    # ------------------------------------------------------------------ the filter

    def action_own(self) -> None:
        self._reader.action_own()

    def action_undo(self) -> None:
        """The filter before this one; one that the reader came back to is lifted."""
        if self.view.state.before:
            self._reader.action_undo()
        else:
            self._reader.filter_by(EVERYONE)

    def on_actor_toggled(self, message: ActorToggled) -> None:
        self._reader.on_actor_toggled(message)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "undo":
            return bool(self.view.state.chosen or self.view.state.before) or None
        if action == "problems":
            return bool(self._reader.problems) or None
        return super().check_action(action, parameters)

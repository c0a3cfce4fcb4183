"""What the matrix and the comparison share: a view over the reader, which leads back to it."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widget import Widget

import styles
from article.model import Article
from tui.messages import ViewWanted
from tui.projection import View
from tui.screens.fitted import Fitted
from tui.standings import Cell, Standings
from tui.widgets.bar import Bar
from tui.widgets.filter_row import FilterRow
from tui.widgets.key_bar import KeyBar
from tui.widgets.painted import INKS
from tui.widgets.too_small import TooSmall


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

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
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

    @property
    def article(self) -> Article:
        return self.view.article

    def compose(self) -> ComposeResult:
        yield Bar(id="bar", here=self.NAME)
        yield FilterRow(id="filter", leads=False)
        yield from self.parts()
        yield KeyBar(id="keys")
        yield TooSmall(id="too-small")

    @abstractmethod
    def parts(self) -> list[Widget]:
        """What stands between the filter and the keys."""

    @abstractmethod
    def outcome(self) -> Outcome:
        """Where the reader is in this view."""

    def on_mount(self) -> None:
        self._follow_theme()
        self.show(self.view)

    def show(self, view: View, standings: Standings | None = None) -> None:
        """Show a view of the reader's, and the standings where they are others now."""
        before, self.view = self.view, view
        if (before.article.actors, before.article.parties) != (view.article.actors, view.article.parties):
            self._use_theme(self.app.current_theme)
        for widget in self._painted:
            widget.show(view)
        if standings and standings is not self.standings:
            self.standings = standings
            self.refill()

    @abstractmethod
    def refill(self) -> None:
        """Show other standings, and keep the place."""

    def leave(self, view: str = "read", words: str | None = None) -> None:
        """Go to another view, or to the words of a stance."""
        self.dismiss(self.outcome()._replace(view=view, words=words))

    def action_view(self, name: str) -> None:
        if name != self.NAME:
            self.leave(name)

    def on_view_wanted(self, message: ViewWanted) -> None:
        self.action_view(message.view)

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(list(self.active_bindings.values()), self.CALLED))

    def to_words(self, stance: str) -> None:
        """Go to the words of a stance, where it has any that were found."""
        if self.article.stance[stance].words:
            self.leave(words=stance)
        else:
            self._tell("The words of this position were not found in the text.")

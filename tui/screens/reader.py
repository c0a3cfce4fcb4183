"""The reader: the three panes, the rows around them, and what is laid over them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Region
from textual.strip import Strip

from tui.keys import PANES, READER
from tui.screens.consulting import Consulting
from tui.screens.desk import Desk
from tui.screens.filing import Filing
from tui.screens.finding import Finding
from tui.screens.typesetting import Typesetting
from tui.screens.viewing import Viewing
from tui.widgets.actor_list import ActorList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bar import Bar
from tui.widgets.filter_row import FilterRow
from tui.widgets.key_bar import KeyBar
from tui.widgets.peek import Peek
from tui.widgets.problem_row import ProblemRow
from tui.widgets.stance_panel import StancePanel


class _Panes(Container):
    """The three panes. They fill it, so that nothing of it is ever painted."""

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        return []


class Reader(Finding, Filing, Viewing, Typesetting, Consulting, Desk):
    """An article open for reading. Panes post requests; each makes a new state, and the view derived
    from it goes down to every pane. Each part of what it can do is a room of its own beside this one."""

    BINDINGS: ClassVar[list[BindingType]] = [*READER]
    AUTO_FOCUS = "Pane.-front"

    def compose(self) -> ComposeResult:
        yield Bar(id="bar").data_bind(Desk.front, Desk.searching, Filing.rereading)
        yield FilterRow(id="filter")
        yield ProblemRow(id="problems").data_bind(Filing.refused)
        with _Panes(id="panes"):
            for pane in (ArticlePane(id="article"), ActorList(id="actors"), StancePanel(id="positions")):
                yield pane.set_class(pane.id == self.front, "-front")
        yield Peek(id="peek").data_bind(Desk.front)
        yield KeyBar(id="keys")

    def action_peel(self) -> None:
        """What the mouse selected is the outermost layer."""
        if not self.drop_selection():
            super().action_peel()

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(list(self.active_bindings.values()), PANES[self.front], self._article))

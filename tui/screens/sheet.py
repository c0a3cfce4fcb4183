"""A sheet beside the text: a pane of its own over the reader, painted as the reader's panes are."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import ModalScreen
from textual.theme import Theme

import styles
from article.model import Article
from tui.projection import View
from tui.room import SMALLEST
from tui.screens.beneath import reader_of
from tui.theme import Palette
from tui.widgets.key_bar import KeyBar
from tui.widgets.painted import Painted
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.reader import Reader

Chosen = TypeVar("Chosen")
"""What the reader goes to when the sheet is left with a choice."""


class Sheet(ModalScreen[Chosen], inherit_bindings=False):
    """A pane at the right of a wide screen, and all over a narrower one, with its keys below."""

    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SMALLEST[0], "-narrow"), (80, "-medium"), (130, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012
    CSS_PATH = styles.of_screen("sheet")

    def __init__(self, view: View, pane: Pane) -> None:
        super().__init__()
        self.view = view
        self._pane = pane

    @property
    def _reader(self) -> Reader:
        return reader_of(self.app.screen_stack)

    def compose(self) -> ComposeResult:
        with Container(id="sheet"):
            yield self._pane
            yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._use_theme)
        for widget in self.query(Painted):
            widget.show(self.view)
        self._use_theme(self.app.current_theme)
        self._pane.focus(scroll_visible=False)

    def _use_theme(self, theme: Theme) -> None:
        colour = not self.app.no_color
        self.set_class(theme.ansi or not colour, "-plain")
        palette = Palette(self.view.article, theme, self.app.theme_variables, colour=colour)
        for widget in self.query(Painted):
            widget.dress(palette)

    def renew(self, view: View, before: Article) -> str:
        """Show the article as it is now; nothing where it is the one ``before``."""
        if view.article is not before:
            self.view = view
            for widget in self.query(Painted):
                widget.show(view)
            self._use_theme(self.app.current_theme)
        return ""

    # ------------------------------------------------------------------ the filter

    def action_own(self) -> None:
        self._reader.action_own()
        self._refilter()

    def action_undo(self) -> None:
        self._reader.action_undo()
        self._refilter()

    def _refilter(self) -> None:
        """Show what the filter leaves now."""
        self.view = self._reader.view
        for widget in self.query(Painted):
            widget.show(self.view)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "undo":
            return bool(self.view.state.before) or None
        return super().check_action(action, parameters)

    # ------------------------------------------------------------------

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(list(self.active_bindings.values()), type(self).__name__))

    def action_reload(self) -> None:
        self._reader.action_reload()

    def action_close(self) -> None:
        self.dismiss(None)

"""A pane of running text: what the mouse points at in it, and the words it selects."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tui.lines import Page
from tui.messages import ActorIsolated, TextPointed
from tui.rows import Place
from tui.state import Caret
from tui.stretch import Stretch, columns, pointed, text_of
from tui.widgets.pane import Pane

DOUBLE = 2
"""Clicks at one place, one soon after the other."""


class TextPane(Pane):
    """Rows of a page. A selection is of the text, not of the screen: no gutter, no line ends, the same at any width."""

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.page: Page | None = None
        self._held_from: Stretch | None = None
        """The character where the mouse began to select."""
        self._selected: Stretch | None = None

    @property
    @abstractmethod
    def text_column(self) -> int:
        """The column where the text begins."""

    def clicked(self, place: Place, event: events.Click) -> None:
        """Stand there; on words their position is meant, on a name the actor, and the actor alone where the click
        is a double one, or comes with the control key."""
        if self.page is None or self.view is None:
            return
        low, high = pointed(self.page, place, event.x - self.text_column)
        marks = [] if low == high else self.view.marks_at(low)
        actor = next((mark.actor for mark in marks if mark.stance is None), None)
        if actor and (event.chain > 1 or event.ctrl):
            if event.chain <= DOUBLE:
                self.ask(ActorIsolated(actor))
            return
        caret = self.page.row(self.page.nearest(self.index.row(place))).caret or Caret()
        stance = None if actor else self.view.after_pinned([mark.stance for mark in marks if mark.stance])
        if stance and stance.words:
            words = Caret(stance.words[0].paragraph, stance.words[0].start)
            caret = words if self.page.place_of(words) == place else caret
        self.ask(TextPointed(caret, stance.id if stance else None, actor))

    def hold(self, place: Place, column: int) -> None:
        if self.page:
            self._held_from = pointed(self.page, place, column - self.text_column)

    def extend(self, place: Place, column: int) -> None:
        if self.page and self._held_from:
            self._selected = self._held_from.to(pointed(self.page, place, column - self.text_column))
            self.repaint()

    def drop_selection(self) -> bool:
        was_selected, self._selected = self._selected is not None, None
        if was_selected:
            self.repaint()
        return was_selected

    def selected_columns(self, place: Place) -> range:
        if self._selected is None or self.page is None:
            return range(0)
        shown = columns(self.page, self.page.row_at(place), self._selected)
        return range(self.text_column + shown.start, self.text_column + shown.stop) if shown else shown

    def selected_text(self) -> str:
        return text_of(self.page, self._selected) if self.page and self._selected else ""

"""What every widget of the reader is: lines painted from a view, with the inks of the style sheet."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.reactive import reactive
from textual.widget import Widget

from tui.projection import View
from tui.theme import Palette

INKS = (
    *("accent", "chip", "cursor", "dimmed", "error", "here", "key", "lit"),
    *("muted", "name", "rule", "strong", "thumb", "title", "track", "words"),
)
"""The styles that lines are painted in; ``painted.tcss`` says how each looks."""


class Painted(Widget):
    """A widget that paints itself line by line; view and palette come down from the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}

    view: reactive[View | None] = reactive[View | None](None, repaint=False)
    palette: reactive[Palette | None] = reactive[Palette | None](None)

    def shown(self, view: View) -> object:
        """What of the view it shows: the widget is painted anew when this changes."""
        return view.article

    def watch_view(self, old: View | None, new: View | None) -> None:
        if new and (old is None or self.shown(old) != self.shown(new)):
            self.refresh()

    def ink(self, name: str) -> Style:
        """One of INKS, to be laid over the widget's ground."""
        return self.get_component_rich_style(f"ink--{name}", partial=True)

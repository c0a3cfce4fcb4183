"""What every widget of the reader is: lines painted from a view, with the inks of the style sheet."""

from __future__ import annotations

from typing import Self

from rich.style import Style
from textual.geometry import Region
from textual.messages import Update
from textual.widget import Widget

from tui.projection import View
from tui.theme import Palette

INKS = (
    *("accent", "chip", "chosen", "cursor", "dimmed", "error", "here", "key", "lit"),
    *("muted", "name", "rule", "strong", "thumb", "title", "track", "words"),
    *("rule-in-focus", "title-in-focus"),
)
"""The styles that lines are painted in; ``painted.tcss`` says how each looks. The screen has them for all its
widgets: Textual works out every one for each node that has it, whenever a class or a theme changes."""


class Painted(Widget):
    """A widget that paints itself line by line; view and palette come down from the screen."""

    _own: Style | None = None
    _inks: dict[str, Style] | None = None

    view: View | None = None
    palette: Palette | None = None

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be painted. The screen hears of it at once, where Textual would tell it when the widget has
        nothing else to do: so whatever one key changes comes in one frame, not in several."""
        announced = self._repaint_required
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if self._repaint_required and not announced and self.is_attached:
            self.screen.post_message(Update(self))
        return self

    def shown(self, view: View) -> object:
        """What of the view it shows: the widget is painted anew when this changes."""
        return view.article

    def show(self, view: View) -> None:
        """Show a view; the screen says so to each of its widgets at once."""
        old, self.view = self.view, view
        if old is None or self.shown(old) != self.shown(view):
            self.refresh()

    def dress(self, palette: Palette) -> None:
        """Paint in the colours of a palette."""
        self.palette = palette
        self.refresh()

    @property
    def ground(self) -> Style:
        """The style of the widget's own area, on which the inks are laid; Textual asks all ancestors for it."""
        if self._own is None:
            self._own = self.rich_style
        return self._own

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._own = self._inks = None

    def ink(self, name: str) -> Style:
        """One of INKS, to be laid over the widget's ground."""
        if self._inks is None:
            self._inks = {}
        if name not in self._inks:
            self._inks[name] = self.screen.get_component_rich_style(f"ink--{name}", partial=True)
        return self._inks[name]

"""What every widget of the reader is: lines painted from a view, in the inks of a theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.messages import Update
from textual.strip import Strip
from textual.widget import Widget

from tui.inks import ink
from tui.paint import Line
from tui.projection import View
from tui.theme import Palette


class AtOnce(Widget):
    """Whatever is painted together with everything else that a key changes."""

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Ask to be painted. The screen hears of it at once, where Textual would tell it when the widget has
        nothing else to do: so whatever one key changes comes in one frame, not in several."""
        announced = self._repaint_required
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        if self._repaint_required and not announced and self.is_attached:
            self.screen.post_message(Update(self))
        return self


class Painted(AtOnce):
    """A widget that paints itself line by line; view and palette come down from the screen."""

    _own: Style | None = None
    _inks: dict[str, Style] | None = None
    _filters: Sequence[LineFilter] | None = None
    _behind: Color | None = None
    _kept: dict[int, Strip] | None = None
    """The lines that are painted and have not changed since."""
    _kept_for: Size | None = None
    """The size for which they are."""

    view: View | None = None
    palette: Palette | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region; the style cache of stock widgets, which costs more, is passed by. Textual asks for
        lines that did not change whenever a neighbour is painted: they are kept."""
        kept = self._kept if self._kept_for == self.size else None
        if kept is None:
            kept = self._kept = {}
            self._kept_for = self.size
        for y in crop.line_range:
            if y not in kept:
                kept[y] = Line(self.filtered(self.render_line(y)), self.size.width)
        return [kept[y].crop(*crop.column_span) for y in crop.line_range]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        self._kept = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

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
        self._own = self._inks = self._filters = self._behind = self._kept = None

    def filtered(self, strip: Strip) -> list[Segment]:
        """The segments of a strip with the colours that the terminal can show."""
        if self._filters is None:
            self._filters = self.get_line_filters()
        segments = [*strip]
        for line_filter in self._filters:
            segments = line_filter.apply(segments, self._background)
        return segments

    @property
    def _background(self) -> Color:
        """What blended colours are blended with; Textual asks all ancestors for it."""
        if self._behind is None:
            self._behind = self.background_colors[1]
        return self._behind

    def ink(self, name: str) -> Style:
        """One of the inks, to be laid over the widget's ground."""
        if self._inks is None:
            self._inks = {}
        if name not in self._inks:
            plain = self.app.no_color or self.app.current_theme.ansi
            self._inks[name] = ink(name, self.app.theme_variables, plain=plain)
        return self._inks[name]

"""The filter row: always says what is filtered, how much is left, and how to leave."""

from __future__ import annotations

from textual.strip import Strip

from tui.keys import ACTORS, READER, key_of
from tui.paint import Cells
from tui.projection import View
from tui.theme import Palette
from tui.widgets.painted import Painted

ROOMY = 100
"""Columns from which chips bear names and the counts say what they count in words."""


class FilterRow(Painted):
    """One row, painted from the view."""

    def shown(self, view: View) -> object:
        return view.selection, view.state.folded

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.rich_style)
        if y or self.view is None or self.palette is None:
            return cells.strip()
        cells.to(2)
        if self.view.state.chosen:
            self._paint_filter(cells, self.view, self.palette)
        else:
            cells.add("All actors", self.ink("title"))
            keys = (("pick", "picks"), ("only", "isolates"), ("party", "takes the party"))
            hint = ", ".join(f"{key_of(f'actors.{action}', ACTORS)} {verb}" for action, verb in keys)
            cells.add(f"   in {key_of('reader.actors', READER)} Actors: {hint}", self.ink("muted"))
        return cells.strip()

    def _paint_filter(self, cells: Cells, view: View, palette: Palette) -> None:
        leave, undo = key_of("reader.peel", READER), key_of("reader.undo", READER)
        chosen = view.selection.chosen
        positions = f"{view.selection.positions} of {len(view.article.stances)}"
        numbered = sum(not paragraph.is_heading for paragraph in view.article.paragraphs)
        paragraphs = f"{view.selection.paragraphs} of {numbered} ¶"
        roomy = self.size.width >= ROOMY
        left = f"{positions} positions · {paragraphs}" if roomy else f"{positions} · {paragraphs}"
        tail = f"{leave} clears  {undo} undo" if roomy else f"{leave} clears"
        folded = "folded  " if view.state.folded else ""
        room = cells.left - len(left) - len(tail) - len(folded) - 6
        cells.add("Only ", self.ink("accent"))
        end = cells.used + room - 5
        for shown, actor in enumerate(chosen):
            label = f" {actor.label} " if roomy or len(chosen) == 1 else ""
            if cells.used + len(label) + 5 > end and shown < len(chosen):
                cells.add(f"+{len(chosen) - shown}", self.ink("title"))
                break
            cells.add(f" {actor.tag:<2} ", palette.actors[actor.id].chip).add(label, self.ink("chip")).add(" ")
        cells.add("  ").add(left, self.ink("title")).add("   ").add(folded, self.ink("accent"))
        cells.add(tail, self.ink("muted"))

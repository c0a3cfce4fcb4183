"""The search row: what is searched in the text, which match this is of how many, and how to leave."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

import styles
from tui.keyboard import key_of
from tui.keys import FILTERING, FINDING, MOVING
from tui.paint import BOLD, Cells, shortened
from tui.projection import View
from tui.widgets.painted import Painted

ROOMY = 60
"""Columns from which the keys are named."""


class SearchRow(Painted):
    """One row, painted from the view, while a search is on and nothing is typed."""

    DEFAULT_CSS = styles.of_widget("search_row")
    SCOPED_CSS = False

    def show(self, view: View) -> None:
        super().show(view)
        self.set_class(view.state.found is None, "-off")

    def shown(self, view: View) -> object:
        found = view.state.found
        return found and (found.query, found.told)

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        found = self.view.state.found if self.view else None
        if y or found is None:
            return cells.strip()
        told = f"   {found.told}"
        keys = f"{key_of('reader.next-words', MOVING)} {key_of('reader.previous-words', MOVING)}"
        leave = f"{key_of('reader.peel', FILTERING)} clears"
        hints = f"   {keys}   {leave}" if self.size.width >= ROOMY else f"  {leave}"
        cells.to(1).add(key_of("reader.search", FINDING), self.ink("key"))
        room = cells.left - cell_len(told) - cell_len(hints) - 1
        cells.add(shortened(found.query.text, max(room, 4)), BOLD)
        cells.add("  regex" if found.query.is_pattern else "", self.ink("muted"))
        cells.add(told, self.ink("error" if found.fault else "chosen"))
        return cells.add(hints if cells.left > cell_len(hints) else "", self.ink("muted")).strip()

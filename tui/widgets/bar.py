"""The bar at the top: the program's name, the panes and their keys, the file."""

from __future__ import annotations

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from article.wording import count
from tui.keys import PANES, READER, key_of
from tui.paint import Cells, shortened
from tui.widgets.painted import Painted

NAME = "KREMLIN"
SEARCHING = "finding names …"
READING_AGAIN = "reading the file again …"
NAMES_FROM = 12
"""Cells from which a file's name is worth showing."""


class Bar(Painted):
    """One row; the pane in focus is underlined."""

    front: reactive[str] = reactive("article")
    """The id of the pane in focus."""
    searching: reactive[bool] = reactive(default=False)
    """Whether names are still sought in the text."""
    rereading: reactive[bool] = reactive(default=False)
    """Whether the file is being read again."""

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y:
            return cells.strip()
        cells.add(f" {NAME} ", self.ink("name"))
        if self.view is None:
            return cells.strip()
        for pane, title in PANES.items():
            here = pane == self.front
            cells.add("   ").add(key_of(f"reader.{pane}", READER), self.ink("key" if here else "muted")).add(" ")
            cells.add(title, self.ink("here" if here else "muted"))
        article = self.view.article
        hidden = f"{count(article.hidden, 'hidden character')}" if article.hidden else ""
        busy = READING_AGAIN if self.rereading else SEARCHING if self.searching else ""
        told = " · ".join(part for part in (hidden, busy) if part)
        room = cells.left - cell_len(told) - 6
        file = shortened(article.source.rsplit("/", 1)[-1], room) if room >= NAMES_FROM else ""
        return cells.right(" · ".join(part for part in (file, told) if part), self.ink("muted"), margin=1).strip()

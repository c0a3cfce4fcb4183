"""The bar at the top: the program's name, the views and their keys, the file."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from article.wording import count
from tui.keyboard import key_of
from tui.keys import PANES, READER, VIEW_KEYS, VIEW_NAMES
from tui.messages import PaneWanted, ViewWanted
from tui.paint import Cells, shortened
from tui.widgets.painted import Painted

NAME = "KREMLIN"
SEARCHING = "finding names …"
GAP = "   "
"""Between two names."""
READING_AGAIN = "reading the file again …"
NAMES_FROM = 12
"""Cells from which a file's name is worth showing."""
ROOMY = 80
"""Columns from which the reader has several panes at a time; with fewer its bar says which one is shown."""


class Bar(Painted):
    """One row; the view that is shown is underlined, and in a narrow reader the pane."""

    front: reactive[str] = reactive("article")
    """The id of the pane in focus."""
    searching: reactive[bool] = reactive(default=False)
    """Whether names are still sought in the text."""
    rereading: reactive[bool] = reactive(default=False)
    """Whether the file is being read again."""

    def __init__(self, *, id: str | None = None, here: str = "read") -> None:  # noqa: A002
        super().__init__(id=id)
        self._views_from: int | None = None
        """The column from which the keys of the views stand together, where they do."""
        self.here = here
        """The name of the view that is shown."""

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        self._views_from = None
        if y:
            return cells.strip()
        cells.add(f" {NAME} ", self.ink("name"))
        if self.view is None:
            return cells.strip()
        shown = self.front if self._shows_panes else self.here
        for name, title in self._names.items():
            here = name == shown
            cells.add(GAP).add(key_of(f"reader.{name}", READER), self.ink("key" if here else "muted")).add(" ")
            cells.add(title, self.ink("here" if here else "muted"))
        article = self.view.article
        hidden = f"{count(article.hidden, 'hidden character')}" if article.hidden else ""
        busy = READING_AGAIN if self.rereading else SEARCHING if self.searching else ""
        told = " · ".join(part for part in (hidden, busy) if part)
        room = cells.left - cell_len(told) - 6
        file = shortened(article.source.rsplit("/", 1)[-1], room) if room >= NAMES_FROM else ""
        if self._shows_panes and not file and not told:
            return self._paint_views(cells).strip()
        return cells.right(" · ".join(part for part in (file, told) if part), self.ink("muted"), margin=1).strip()

    def _paint_views(self, cells: Cells) -> Cells:
        """The keys of the views at the right, where there is room for no more of them."""
        keys, name = "".join(key_of(f"reader.{name}", READER) for name in VIEW_NAMES), f" {VIEW_KEYS.description} "
        if cells.left < cell_len(GAP + keys + name):
            return cells
        self._views_from = cells.width - cell_len(keys + name)
        return cells.to(self._views_from).add(keys, self.ink("key")).add(name, self.ink("muted"))

    @property
    def _names(self) -> dict[str, str]:
        """The panes or views that are named, by id."""
        return PANES if self._shows_panes else VIEW_NAMES

    def on_click(self, event: events.Click) -> None:
        """To the view or the pane whose name is pointed at."""
        start = cell_len(f" {NAME} ")
        for name, title in self._names.items():
            end = start + cell_len(f"{GAP}{key_of(f'reader.{name}', READER)} {title}")
            if start + len(GAP) <= event.x < end:
                self.screen.post_message(PaneWanted(name) if self._shows_panes else ViewWanted(name))
            start = end
        if self._views_from is None or event.x < self._views_from:
            return
        at = self._views_from
        for name in VIEW_NAMES:
            at += cell_len(key_of(f"reader.{name}", READER))
            if event.x < at:
                self.screen.post_message(ViewWanted(name))
                return

    @property
    def _shows_panes(self) -> bool:
        return self.here == "read" and self.size.width < ROOMY

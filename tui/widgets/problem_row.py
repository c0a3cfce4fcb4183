"""The row that says how many problems the file has, and which key lists them."""

from __future__ import annotations

from textual import events
from textual.strip import Strip

from article.wording import troubles
from tui.keys import READER, key_of, pressed
from tui.messages import KeyPointed
from tui.paint import Cells
from tui.projection import View
from tui.widgets.painted import Painted


class ProblemRow(Painted):
    """One row, shown only where there are problems."""

    def show(self, view: View) -> None:
        super().show(view)
        self.set_class(bool(view.article.problems), "-troubled")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.screen.post_message(KeyPointed(pressed("reader.problems", READER)))

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y == 0 and self.view:
            cells.to(2).add(f"{troubles(self.view.article)} · {key_of('reader.problems', READER)} lists them")
        return cells.strip()

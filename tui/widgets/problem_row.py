"""The row that says how many problems the file has, and which key lists them."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from article.wording import count, troubles
from tui.keyboard import key_of, pressed
from tui.keys import READER
from tui.messages import KeyPointed
from tui.paint import Cells
from tui.projection import View
from tui.widgets.painted import Painted
from tui.wrapping import fitting


class ProblemRow(Painted):
    """One row, shown only where there are problems."""

    refused: reactive[int] = reactive(0)
    """How many problems the file has by now, where it can no longer be read as the article that is shown."""

    def show(self, view: View) -> None:
        super().show(view)
        self._come_and_go()

    def watch_refused(self) -> None:
        self._come_and_go()

    def _come_and_go(self) -> None:
        problems = self.view.article.problems if self.view else ()
        self.set_class(bool(problems or self.refused), "-troubled")

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.screen.post_message(KeyPointed(pressed("reader.problems", READER)))

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y == 0 and self.view:
            told = self._told(self.view)
            cells.to(2).add(fitting(told, cells.left))
        return cells.strip()

    def _told(self, view: View) -> list[str]:
        """What there is to say, the longest first."""
        key = key_of("reader.problems", READER)
        leads = f"{key} lists them"
        if not self.refused:
            number = count(len(view.article.problems), "problem")
            return [f"{troubles(view.article)} · {leads}", f"{number} · {leads}", f"{number} · {key}"]
        number = count(self.refused, "problem")
        return [
            f"The file has {number} now and is no article; this is how it was before · {leads}",
            f"The file has {number} now; this is how it was · {leads}",
            f"{number} now; this is how it was · {leads}",
            f"{number} now · {leads}",
            f"{number} now · {key}",
        ]

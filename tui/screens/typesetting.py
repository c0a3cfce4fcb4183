"""How the text is set: the width of its column."""

from __future__ import annotations

from article.wording import count
from tui.screens.desk import Part
from tui.settings import NARROWEST, WIDEST
from tui.widgets.article_pane import ArticlePane


class Typesetting(Part):
    """The reader's column."""

    def action_widen(self, step: int) -> None:
        """A wider (1) or narrower column (-1), or the one that is set (0); the place stays."""
        room = self.query_one(ArticlePane).column
        wanted = self._state.width
        shown = min(wanted, room) if room else wanted
        if step > 0 and shown < wanted:
            self._tell(f"There is no room for more than {count(shown, 'cell')}.")
            return
        self._show(self._state.widened(step, shown) if step else self._state.with_width(self._settings.width))
        self._tell(_told(self._state.width, self.query_one(ArticlePane).column))


def _told(width: int, room: int) -> str:
    """How wide the column is now, and where it ends."""
    if 0 < room < width:
        return f"The column is {count(room, 'cell')} wide; there is no room for {width}."
    end = {NARROWEST: ", as narrow as it goes", WIDEST: ", as wide as it goes"}.get(width, "")
    return f"The column is {width} cells wide{end}."

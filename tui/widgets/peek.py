"""The peek of a small screen: who says it, the words themselves, and how they are told."""

from __future__ import annotations

from textual.strip import Strip

from article.clean import one_line
from article.model import Role, Stance
from tui.lines import rows_of
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import View, card_of
from tui.signs import badge
from tui.widgets.painted import Painted


class Peek(Painted):
    """The evidence of the pinned stance, or of the first that stands where the reader stands."""

    def shown(self, view: View) -> object:
        return view.selection, view.peeked

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.rich_style)
        if y == 0:
            return cells.add("─" * cells.width, self.ink("rule")).strip()
        stance = self.view.peeked if self.view else None
        if self.view is None or self.palette is None or stance is None:
            return cells.to(1).add("No position stands here." if y == 1 else "", self.ink("muted")).strip()
        card = card_of(self.view.article, stance)
        actor = self.view.article.actor[stance.actor]
        ink = self.palette.actors[actor.id]
        cells.to(1)
        if y == 1:
            cells.add(chip(actor.tag), ink.chip).add(" ")
            cells.add(shortened(actor.label, max(8, cells.left - 30)), ink.name + BOLD).add(" ")
            cells.add(badge(stance.position), self.palette.badges[stance.position]).add(" ")
            cells.add(shortened(card.issue, cells.left - len(card.where) - 2), BOLD)
            cells.right(card.where, self.ink("accent"), margin=1)
            return cells.strip()
        quoted = self._quoted(stance)
        if y - 2 < len(quoted):
            cells.add(quoted[y - 2], self.ink("words"))
        elif y - 2 == len(quoted):
            cells.add(card.source, self.ink("muted"))
        return cells.strip()

    def _quoted(self, stance: Stance) -> list[str]:
        """The words in the rows there are for them, what does not fit cut short."""
        words = next((piece.exact for piece in stance.evidence if piece.role is Role.CONTENT), "")
        text = f"“{one_line(words)}”"
        width, most = self.size.width - 2, max(1, self.size.height - 3)
        rows = rows_of(text, width)
        return rows if len(rows) <= most else [*rows[: most - 1], shortened(" ".join(rows[most - 1 :]), width)]

"""The peek of a small screen: who says it, the words themselves, and how they are told."""

from __future__ import annotations

from textual.strip import Strip

from tui.lines import wrap
from tui.paint import BOLD, Cells, shortened
from tui.projection import card_of
from tui.widgets.painted import Painted
from tui.widgets.stance_panel import badge


class Peek(Painted):
    """The evidence of the pinned stance, or of the first that stands where the reader stands."""

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
            cells.add(f" {actor.tag:<2} ", ink.chip).add(" ")
            cells.add(shortened(actor.label, max(8, cells.left - 30)), ink.name + BOLD).add(" ")
            cells.add(badge(stance), self.palette.badges[stance.position]).add(" ")
            cells.add(shortened(card.issue, cells.left - len(card.where) - 2), BOLD)
            cells.right(card.where, self.ink("accent"), margin=1)
        elif y < self.size.height - 1:
            cells.add(self._quoted(stance.evidence[0].exact if stance.evidence else "", y - 2), self.ink("words"))
        else:
            cells.add(card.source, self.ink("muted"))
        return cells.strip()

    def _quoted(self, exact: str, line: int) -> str:
        """A line of the words, those that do not fit cut short."""
        text = f"“{' '.join(exact.split())}”"
        width, lines = self.size.width - 2, self.size.height - 3
        starts = [*wrap(text, width), len(text)]
        if line >= len(starts) - 1:
            return ""
        last = line == lines - 1
        return shortened(text[starts[line] :], width) if last else text[starts[line] : starts[line + 1]].rstrip()

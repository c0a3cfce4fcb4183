"""The peek of a small screen: who says it, the words themselves, and how they are told."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from article.clean import one_line
from article.model import Role
from article.wording import no_position
from tui.messages import WordsWanted
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import Card, View
from tui.signs import badge
from tui.widgets.painted import Painted
from tui.wrapping import rows_together


class Peek(Painted):
    """The evidence of the pinned stance, or of the first that stands where the reader stands; among the actors
    that of the one under the cursor. A click leads to the words."""

    front: reactive[str] = reactive("article")
    """The id of the pane in focus."""

    def shown(self, view: View) -> object:
        return view.selection, view.peeked(self.front), self._actor(view)

    def _actor(self, view: View) -> str | None:
        """The id of the actor under the cursor, where that matters."""
        return view.state.actor if self.front == "actors" and view.state.actor in view.article.actor else None

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if self.view and (stance := self.view.peeked(self.front)):
            self.screen.post_message(WordsWanted(stance.id))

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y == 0:
            return cells.add("─" * cells.width, self.ink("rule")).strip()
        stance = self.view.peeked(self.front) if self.view else None
        if self.view is None or self.palette is None or stance is None:
            rows = rows_together([self._nothing()], self.size.width - 2, self.size.height - 1)[0]
            return cells.to(1).add(rows[y - 1] if y <= len(rows) else "", self.ink("muted")).strip()
        card = self.view.card(stance.id)
        actor = self.view.article.actor[stance.actor]
        ink = self.palette.actors[actor.id]
        cells.to(1)
        if y == 1:
            cells.add(chip(actor.tag), ink.chip).add(" ")
            cells.add(shortened(actor.label, max(8, cells.left - 30)), ink.name + BOLD).add(" ")
            cells.add(badge(stance), self.palette.badges[stance.position]).add(" ")
            cells.add(shortened(card.issue, cells.left - len(card.where) - 2), BOLD)
            cells.right(card.where, self.ink("accent" if stance.words else "error"), margin=1)
            return cells.strip()
        rows = self._rows(card)
        if y - 2 < len(rows):
            text, ink = rows[y - 2]
            cells.add(text, self.ink(ink))
        return cells.strip()

    def _nothing(self) -> str:
        """Why no words are shown."""
        if self.view is None or (actor := self._actor(self.view)) is None:
            return "No position stands here."
        name = self.view.article.actor[actor].name
        hidden = actor in self.view.article.stances_of
        return f"The filter hides {name}." if hidden else no_position(self.view.article, actor)

    def _rows(self, card: Card) -> list[tuple[str, str]]:
        """The words, how they are told and on what condition, each with its ink, in the rows there are."""
        words = next((piece.exact for piece in card.stance.evidence if piece.role is Role.CONTENT), "")
        texts = (f"“{one_line(words)}”", *card.conditions, card.source)
        parts = rows_together(texts, self.size.width - 2, self.size.height - 2)
        return [(row, "muted" if number else "words") for number, rows in enumerate(parts) for row in rows]

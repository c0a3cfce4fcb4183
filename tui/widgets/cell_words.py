"""The peek under the matrix: whose position the cell is, the words themselves, and how they are told."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from article.clean import one_line
from article.model import Role
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import Card
from tui.standings import Standing, Standings
from tui.theme import Palette
from tui.widgets.painted import Painted
from tui.wrapping import rows_of, rows_together

NAMED = 6
"""Cells from which a name is worth showing."""


class CellWords(Painted):
    """The words of one of a cell's stances, or that there are none."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._standings: Standings | None = None
        self._standing: Standing | None = None
        self._nth = 0
        self._numbered = False

    def peek(self, standings: Standings, standing: Standing | None, nth: int, *, numbered: bool) -> None:
        """Show the words of a cell, of its ``nth`` stance; ``numbered`` columns are told by number too."""
        if (standings, standing, nth, numbered) != (self._standings, self._standing, self._nth, self._numbered):
            self._standings, self._standing, self._nth, self._numbered = standings, standing, nth, numbered
            self.refresh()

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y == 0:
            return cells.add("─" * cells.width, self.ink("rule")).strip()
        standings, standing = self._standings, self._standing
        if self.view is None or self.palette is None or standings is None or standing is None:
            return cells.strip()
        cells.to(1)
        if not standing:
            rows = self._why_empty(standing, standings)
            return cells.add(rows[y - 1] if y <= len(rows) else "", self.ink("muted") + self.ink("words")).strip()
        card = self.view.card(standing.stances[self._nth].id)
        if y == 1:
            return self._paint_head(cells, standing, card, self.palette)
        rows = self._rows(card)
        if y - 2 < len(rows):
            text, ink = rows[y - 2]
            cells.add(text, self.ink(ink) if ink else None)
        return cells.strip()

    def _why_empty(self, standing: Standing, standings: Standings) -> list[str]:
        """Why there are no words, in rows, more briefly where there are not enough."""
        number, width, most = self._number(standing), self.size.width - 2, self.size.height - 1
        told = (
            standings.why_empty(standing.actor, standing.issue, number),
            standings.why_empty_briefly(standing.actor, standing.issue, number),
        )
        every = [rows_of(text, width) for text in told]
        return next((rows for rows in every if len(rows) <= most), every[-1])

    def _number(self, standing: Standing) -> str:
        """The number of the column, where columns are told by it."""
        column = self._standings.column[standing.issue] if self._standings else 0
        return f"{column + 1} " if self._numbered else ""

    def _paint_head(self, cells: Cells, standing: Standing, card: Card, palette: Palette) -> Strip:
        """Who, which position, which of several, on what, where."""
        actor = self.view.article.actor[standing.actor] if self.view else None
        if actor is None:
            return cells.strip()
        ink, stance = palette.actors[actor.id], card.stance
        own = Standing(actor.id, stance.issue, (stance,))
        several = f"{self._nth + 1} of {len(standing.stances)} " if len(standing.stances) > 1 else ""
        issue = self._number(standing) + card.issue
        said = f" {own.said} "
        cells.add(chip(actor.tag), ink.chip).add(" ")
        room = cells.left - cell_len(said + several + issue + card.where) - 4
        if room >= NAMED:
            cells.add(shortened(actor.name, room), ink.name + BOLD).add(" ")
        cells.add(said, palette.badges[stance.position]).add(" ").add(several, self.ink("accent"))
        cells.add(shortened(issue, max(NAMED, cells.left - len(card.where) - 2)), BOLD)
        return cells.right(card.where, self.ink("accent" if stance.words else "error"), margin=1).strip()

    def _rows(self, card: Card) -> list[tuple[str, str]]:
        """The words, how they are told and on what condition, and the position in a sentence where there is room
        for it, each with its ink."""
        width, most = self.size.width - 2, self.size.height - 2
        words = next((piece.exact for piece in card.stance.evidence if piece.role is Role.CONTENT), "")
        parts = rows_together((f"“{one_line(words)}”", card.source, *card.conditions), width, most)
        rows = [(row, "muted" if number else "words") for number, part in enumerate(parts) for row in part]
        summary = rows_of(card.stance.summary, width)
        if len(rows) + len(summary) <= most:
            rows = [*((text, "") for text in summary), *rows]
        return rows

"""The stance panel: every party's positions, actor by actor, each a card that leads to its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from tui.keys import POSITIONS, READER, key_of
from tui.lines import rows_of
from tui.messages import StancePinned, WordsWanted
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import ActorHead, Card, View
from tui.signs import badge
from tui.theme import Palette
from tui.widgets.item_list import ItemList

LEFT = 3
"""The column where a card's text begins, after its bar."""
RIGHT = 2
"""Cells left free before the rail."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the panel: empty, a heading, the badge of a card, or a text under it."""

    entry: ActorHead | Card | None = None
    text: str = ""
    muted: bool = False


EMPTY = _Row()


class StancePanel(ItemList):
    """Positions by party and actor. The card of the pinned stance bears the cursor; the cards that
    stand on the paragraph where the reader is are lit."""

    BINDINGS: ClassVar[list[BindingType]] = [*POSITIONS]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._table: list[_Row] = []
        self.cards: list[Card] = []
        """The cards there are, in the order shown."""

    @property
    def count(self) -> int:
        return len(self.cards)

    @property
    def rows(self) -> int:
        return len(self._table)

    def heading(self) -> tuple[str, str]:
        if self.view is None:
            return "Positions", ""
        total, left = len(self.view.article.stances), self.view.selection.positions
        return "Positions", f"{left} of {total}" if self.view.state.chosen else str(total)

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        return self.cards[self.cursor] if self.cards else None

    # ------------------------------------------------------------------ following the view

    def adopt(self, old: View | None, new: View) -> None:
        if old is None or old.selection is not new.selection:
            kept = self.card
            self.cards = [entry for entry in new.selection.entries if isinstance(entry, Card)]
            self.cursor = self._index_of(kept.stance.id) if kept else 0
        if new.pinned and (old is None or new.pinned is not old.pinned):
            self.stand_on(self._index_of(new.pinned.id))

    def follow(self, old: View | None, new: View) -> None:
        if old is None:
            return
        if old.selection is not new.selection:
            self.lay_out()
            self.show_item(self.cursor)
        if old.lit != new.lit:
            self._light(old, new)

    def stand_on_stance(self, stance: str) -> None:
        """Put the cursor on a stance's card."""
        self.stand_on(self._index_of(stance))

    def _light(self, old: View, new: View) -> None:
        lit = [index for index, card in enumerate(self.cards) if card.stance.id in new.lit]
        for index, card in enumerate(self.cards):
            if card.stance.id in old.lit | new.lit:
                self.repaint_rows(*self.spans[index])
        if lit and not any(self.in_sight(*self.spans[index]) for index in lit):
            self.show_item(lit[0])

    def _index_of(self, stance: str) -> int:
        return next((index for index, card in enumerate(self.cards) if card.stance.id == stance), 0)

    def lay_out(self) -> None:
        if self.view is None:
            return
        entries = self.view.selection.entries
        self._table, self.spans = [], []
        for entry in entries:
            self._table.append(EMPTY)
            first = len(self._table)
            self._table.append(_Row(entry))
            if isinstance(entry, Card):
                self._table.extend(self._about(entry))
                self.spans.append((first, len(self._table)))
        self._table.append(EMPTY)
        if not self.cards:
            nothing = f"No positions for this filter. {key_of('reader.peel', READER)} lifts it."
            about = nothing if self.view.state.chosen else "This article states no positions."
            self._table.extend(_Row(text=text, muted=True) for text in _cut(about, self.inner - LEFT - RIGHT))
        self.repaint()

    # ------------------------------------------------------------------ asking

    def entered(self) -> None:
        if self.card:
            self.post_message(StancePinned(self.card.stance.id))

    def on_focus(self) -> None:
        """Whoever comes here wants to see words: those of the pinned stance, or of one that stands where
        the reader stands, or of the card under the cursor."""
        super().on_focus()
        if self.view and self.view.pinned is None and self.cards:
            lit = [index for index, card in enumerate(self.cards) if card.stance.id in self.view.lit]
            self.stand_on(self.cursor if self.cursor in lit or not lit else lit[0])
            self.entered()

    def action_words(self) -> None:
        if self.card:
            self.post_message(WordsWanted(self.card.stance.id))

    # ------------------------------------------------------------------ painting

    def paint(self, row: int) -> Strip:
        line = self._table[row]
        if line.entry is None or self.view is None or self.palette is None:
            return Cells(self.inner, self.rich_style).to(LEFT).add(line.text, self.ink("muted")).strip()
        if isinstance(line.entry, ActorHead):
            return self._paint_head(line.entry, self.palette)
        return self._paint_card(line.entry, line, self.view, self.palette)

    def _paint_head(self, head: ActorHead, palette: Palette) -> Strip:
        ink = palette.actors[head.actor.id]
        cells = Cells(self.inner, self.rich_style).to(1)
        cells.add(chip(head.actor.tag), ink.chip).add(" ")
        room = cells.left - RIGHT - cell_len(head.party) - 2
        cells.add(head.actor.name if cell_len(head.actor.name) <= room else head.actor.label, ink.name + BOLD)
        return cells.right(head.party, self.ink("muted"), RIGHT).strip()

    def _paint_card(self, card: Card, line: _Row, view: View, palette: Palette) -> Strip:
        stance = card.stance
        here = self.card is card
        lit = stance.id in view.lit
        ground = self.ink("cursor" if here and self.has_focus else "lit") if here or lit else Style.null()
        ink = palette.actors[stance.actor]
        cells = Cells(self.inner, self.rich_style).to(1)
        cells.add("▌" if here else "▎", ink.name if here or lit else ink.name + Style(dim=True))
        cells.base = self.rich_style + ground
        cells.to(LEFT)
        if line.text:
            return cells.add(line.text, self.ink("muted") if line.muted else None).strip()
        cells.add(badge(stance.position), palette.badges[stance.position]).add(" ")
        room = cells.left - RIGHT - len(card.where) - 1
        cells.add(shortened(card.issue, room), BOLD)
        where = self.ink("error") if not stance.words else self.ink("accent") + BOLD if lit else self.ink("muted")
        return cells.right(card.where, where, RIGHT).strip()

    def _about(self, card: Card) -> list[_Row]:
        """The rows under the badge: the position in a sentence, how it is told, its conditions."""
        width = self.inner - LEFT - RIGHT
        rows = [_Row(card, text) for text in _cut(card.stance.summary, width)]
        for about in (card.source, *card.conditions):
            rows.extend(_Row(card, text, muted=True) for text in _cut(about, width, "  "))
        return rows


def _cut(text: str, width: int, indent: str = "") -> list[str]:
    """A text in rows, those after the first one indented."""
    rows = rows_of(text, width - len(indent))
    return [rows[0], *(indent + row for row in rows[1:])]

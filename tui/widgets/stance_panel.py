"""The stance panel: every party's positions, actor by actor, each a card that leads to its words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip

from article.wording import no_position
from tui.keys import POSITIONS, READER, key_of
from tui.lines import rows_of
from tui.messages import StancePinned, WordsWanted
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import Card, View
from tui.selection import ActorHead
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
PARTY = 14
"""Cells of a party's name beside which an actor's name is shortened."""
MOST_TOLD = 5
"""Actors of whom an empty panel says why it is empty."""


class StancePanel(ItemList):
    """Positions by party and actor. The card of the pinned stance bears the cursor; the cards that
    stand on the paragraph where the reader is are lit."""

    BINDINGS: ClassVar[list[BindingType]] = [*POSITIONS]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._table: list[_Row] = []
        self._heads: list[int] = []
        """The rows that head an actor's cards."""
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
            self.cards = [new.card(stance.id) for stance in new.selection.cards]
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
        changed = old.lit ^ new.lit
        for index, card in enumerate(self.cards):
            if card.stance.id in changed:
                self.repaint_rows(*self.spans[index])
        if lit and not any(self._touches_sight(*self.spans[index]) for index in lit):
            self.show_item(self.cursor if self.cursor in lit else lit[0])

    def _touches_sight(self, first: int, end: int) -> bool:
        """Whether a card is in sight, or as much of it as the pane can hold."""
        return self.in_sight(first, end) or (end - first > self.sight and self.top <= first < self.top + self.sight)

    def _index_of(self, stance: str) -> int:
        return (self.view.selection.index_of(stance) if self.view else None) or 0

    def lay_out(self) -> None:
        if self.view is None:
            return
        cards = iter(self.cards)
        self._table, self.spans, self._heads = [], [], []
        for found in self.view.selection.entries:
            entry = found if isinstance(found, ActorHead) else next(cards)
            self._table.append(EMPTY)
            if isinstance(entry, ActorHead):
                self._heads.append(len(self._table))
            first = len(self._table)
            self._table.append(_Row(entry))
            if isinstance(entry, Card):
                self._table.extend(self._about(entry))
                self.spans.append((first, len(self._table)))
        self._table.append(EMPTY)
        if not self.cards:
            for about in self._nothing(self.view):
                self._table.extend(_Row(text=text, muted=True) for text in _cut(about, self.inner - LEFT - RIGHT))
        self.repaint()

    def first_row(self) -> int:
        """The heading of the actor whose cards are in sight stays when they are scrolled under it."""
        passed = bisect_right(self._heads, self.top)
        following = self._heads[passed] if passed < len(self._heads) else self.rows
        return self._heads[passed - 1] if passed and self.top < following - 1 else self.top

    def _nothing(self, view: View) -> list[str]:
        """What is said where there are no cards."""
        if not view.state.chosen:
            return ["This article states no positions."]
        told = [no_position(view.article, actor.id) for actor in view.selection.chosen[:MOST_TOLD]]
        return ["No positions for this filter.", *told, f"{key_of('reader.peel', READER)} lifts it."]

    # ------------------------------------------------------------------ asking

    def entered(self) -> None:
        if self.card:
            self.post_message(StancePinned(self.card.stance.id))

    def on_focus(self) -> None:
        """Whoever comes here with nothing pinned sees the words of a position on the paragraph where the
        reader stands; the place stays, as the focus may only be passing through."""
        super().on_focus()
        lit = self.view.lit if self.view and self.view.pinned is None else frozenset[str]()
        found = [index for index, card in enumerate(self.cards) if card.stance.id in lit]
        if found:
            self.stand_on(self.cursor if self.cursor in found else found[0])
            self.post_message(StancePinned(self.cards[self.cursor].stance.id, stays=True))

    def action_words(self) -> None:
        if self.card:
            self.post_message(WordsWanted(self.card.stance.id))

    # ------------------------------------------------------------------ painting

    def paint(self, row: int) -> Strip:
        line = self._table[row]
        if line.entry is None or self.view is None or self.palette is None:
            return Cells(self.inner, self.ground).to(LEFT).add(line.text, self.ink("muted")).strip()
        if isinstance(line.entry, ActorHead):
            return self._paint_head(line.entry, self.palette)
        return self._paint_card(line.entry, line, self.view, self.palette)

    def _paint_head(self, head: ActorHead, palette: Palette) -> Strip:
        ink = palette.actors[head.actor.id]
        cells = Cells(self.inner, self.ground).to(1)
        cells.add(chip(head.actor.tag), ink.chip).add(" ")
        room = cells.left - RIGHT - min(cell_len(head.party), PARTY) - 2
        name = head.actor.name if cell_len(head.actor.name) <= room else shortened(head.actor.label, room)
        cells.add(name, ink.name + BOLD)
        return cells.right(shortened(head.party, cells.left - RIGHT - 2), self.ink("muted"), RIGHT).strip()

    def _paint_card(self, card: Card, line: _Row, view: View, palette: Palette) -> Strip:
        stance = card.stance
        here = self.card is card
        lit = stance.id in view.lit
        ground = self.ink("cursor" if here and self.has_focus else "lit") if here or lit else Style.null()
        ink = palette.actors[stance.actor]
        cells = Cells(self.inner, self.ground).to(1)
        cells.add("▌" if here else "▎", ink.name if here or lit else ink.name + Style(dim=True))
        cells.base = self.ground + ground
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

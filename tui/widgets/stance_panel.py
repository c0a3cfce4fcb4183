"""The stance panel: every party's positions, actor by actor, each a card that leads to its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from article.model import Stance
from article.wording import count, no_position
from tui.keyboard import key_of
from tui.keys import POSITIONS, READER
from tui.messages import StancePinned, WordsWanted
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import Card, View
from tui.rows import Place, RowIndex
from tui.selection import ActorHead
from tui.signs import badge
from tui.theme import Palette
from tui.widgets.item_list import ItemList
from tui.wrapping import rows_of

LEFT = 3
"""The column where a card's text begins, after its bar."""
RIGHT = 2
"""Cells left free before the rail."""
PARTY = 14
"""Cells of a party's name beside which an actor's name is shortened."""
MOST_TOLD = 5
"""Actors of whom an empty panel says why it is empty."""
HEAD = 2
"""Rows of an actor's heading with the blank one above."""
USUAL_HEIGHT = 6
"""Rows of most cards with the blank one above."""
MEASURED_AT_ONCE = 200
"""Cards up to which all are measured before the panel is shown; it takes some 5 ms."""
KEPT = 256
"""Cards whose rows are kept: more than the highest screen shows."""


class _Text(NamedTuple):
    """A row of text under the badge of a card, or of a panel without cards."""

    text: str
    muted: bool = False


class StancePanel(ItemList):
    """Positions by party and actor. The card of the pinned stance bears the cursor; the cards that
    stand on the paragraph where the reader is are lit.

    A block is a blank row with a heading, or with a card: its badge and the texts under it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*POSITIONS]
    margin = 1
    text_from = LEFT

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._entries: Sequence[ActorHead | Stance] = ()
        self._heads: list[int] = []
        """The blocks that head an actor's cards."""
        self._instead: list[_Text] = []
        """What is said where there are no cards."""
        self._texts = lru_cache(KEPT)(self._texts_of)
        """Gives the texts of a block."""
        self._last: Stance | None = None
        """The stance where the reader was last; the cursor comes back to it from a search that finds no card."""
        self._heights: dict[str, int] = {}
        """The rows of the cards that were measured, by stance, at the width there is."""

    @property
    def cards(self) -> Sequence[Stance]:
        """The stances whose cards there are, in the order shown."""
        return self.view.shelf.cards if self.view else ()

    @property
    def count(self) -> int:
        return len(self.cards)

    def heading(self) -> tuple[str, str]:
        if self.view is None:
            return "Positions", ""
        total, left, state = len(self.view.article.stances), len(self.cards), self.view.state
        sought = f" · /{state.positions_sought.text}" if state.positions_sought else ""
        return "Positions", (f"{left} of {total}" if state.chosen or sought else str(total)) + sought

    @property
    def stance(self) -> Stance | None:
        """The stance of the card under the cursor."""
        return self.cards[self.cursor] if self.cards else None

    # ------------------------------------------------------------------ following the view

    def adopt(self, old: View | None, new: View) -> None:
        if old and old.shelf is not new.shelf:
            here = old.shelf.cards[self.cursor] if old.shelf.cards else None
            if here and not old.state.positions_sought:
                self._last = here
            kept = here or self._last
            self.cursor = self._index_of(kept) if kept else 0
        if old and old.article.stances is not new.article.stances:
            self._heights.clear()
            return
        if new.pinned and (old is None or new.pinned is not old.pinned):
            self.stand_on(self._index_of(new.pinned, self.cursor))

    def follow(self, old: View | None, new: View) -> None:
        if old is None:
            return
        before, after = old.state, new.state
        is_narrowed = (before.chosen, before.positions_sought) != (after.chosen, after.positions_sought)
        if is_narrowed or old.article.stances is not new.article.stances:
            self.lay_out()
            self.show_item(self.cursor)
        if old.lit != new.lit:
            self._light(old, new)

    def stand_on_stance(self, stance: Stance) -> None:
        """Put the cursor on a stance's card."""
        self.stand_on(self._index_of(stance))

    def _light(self, old: View, new: View) -> None:
        for stance in old.lit ^ new.lit:
            if (index := new.shelf.index_of(stance)) is not None:
                self.repaint_item(index)
        lit = self._lit
        if lit and not any(self._touches_sight(*self.span(index)) for index in lit):
            self.show_item(self.cursor if self.cursor in lit else lit[0])

    @property
    def _lit(self) -> list[int]:
        """The cards that stand on the paragraph where the reader is."""
        if self.view is None:
            return []
        found = (self.view.shelf.index_of(stance) for stance in self.view.lit)
        return sorted(index for index in found if index is not None)

    def _touches_sight(self, first: int, end: int) -> bool:
        """Whether an item is in sight, or as much of it as there is room for."""
        return self.in_sight(first, end) or (end - first > self.sight and self.top <= first < self.top + self.sight)

    def _index_of(self, stance: Stance, otherwise: int = 0) -> int:
        """The place of a stance's card, or another where it has none."""
        index = self.view.shelf.index_of(stance.id) if self.view else None
        return otherwise if index is None else index

    # ------------------------------------------------------------------ laying out

    def refit(self, before: Size) -> None:
        if before.width != self.fitted.width:
            self._heights.clear()
        super().refit(before)

    def lay_out(self) -> None:
        if self.view is None:
            return
        self._texts.cache_clear()
        self._entries = self.view.shelf.entries
        self._heads, self.blocks = self.view.shelf.places
        self._instead = [] if self.cards else self._nothing(self.view)
        known = [self._heights.get(entry.id, 0) if isinstance(entry, Stance) else HEAD for entry in self._entries]
        known.append(1 + len(self._instead))
        index = RowIndex(known) if all(known) else RowIndex([rows or USUAL_HEIGHT for rows in known], self._height_of)
        self.stack(index.measure_all() if self.count <= MEASURED_AT_ONCE else index)

    def _height_of(self, block: int) -> int:
        if block == len(self._entries):
            return 1 + len(self._instead)
        entry = self._entries[block]
        if isinstance(entry, ActorHead):
            return HEAD
        if entry.id not in self._heights:
            self._heights[entry.id] = 2 + len(self._texts_of(block))
        return self._heights[entry.id]

    def first_place(self) -> Place:
        """The heading of the actor whose cards are in sight stays when they are scrolled under it."""
        at = bisect_right(self._heads, self.first.block) - 1
        is_above_head = at < 0 or self.first == (self._heads[at], 0)
        return self.first if is_above_head else Place(self._heads[at], self.margin)

    def _nothing(self, view: View) -> list[_Text]:
        """What is said where there are no cards."""
        told = ["This article states no positions."]
        if view.state.positions_sought and view.selection.cards:
            sought = view.state.positions_sought
            fault = view.fault(sought)
            missed = f"/{sought.text}: {fault}." if fault else f"No position matches /{sought.text}."
            told = [missed, f"{key_of('reader.peel', READER)} shows them all."]
        elif view.state.chosen:
            told = ["No positions for this filter.", *_reasons(view), f"{key_of('reader.peel', READER)} lifts it."]
        return [_Text(row, muted=True) for text in told for row in _cut(text, self._room)]

    @property
    def _room(self) -> int:
        """Cells for the text of a card."""
        return self.inner - LEFT - RIGHT

    def _texts_of(self, block: int) -> list[_Text]:
        """The rows under a badge: the position in a sentence, how it is told, its conditions."""
        entry = self._entries[block]
        if isinstance(entry, ActorHead) or self.view is None:
            return []
        card = self.view.card(entry.id)
        texts = [_Text(row) for row in _cut(entry.summary, self._room)]
        for about in (card.source, *card.conditions):
            texts.extend(_Text(row, muted=True) for row in _cut(about, self._room, "  "))
        return texts

    # ------------------------------------------------------------------ asking

    def entered(self) -> None:
        if self.stance:
            self._last = self.stance
            self.ask(StancePinned(self.stance.id))

    def on_focus(self) -> None:
        """Whoever comes here with nothing pinned sees the words of a position on the paragraph where the
        reader stands; the place stays, as the focus may only be passing through."""
        super().on_focus()
        lit = self._lit if self.view and self.view.pinned is None else []
        if lit:
            self.stand_on(self.cursor if self.cursor in lit else lit[0])
            self.ask(StancePinned(self.cards[self.cursor].id, stays=True))

    def clicked_item(self, index: int, column: int, *, again: bool) -> None:
        """A card lights up its words; a second click goes there."""
        super().clicked_item(index, column, again=again)
        if again:
            self.action_words()

    def clicked_heading(self, place: Place, following: int) -> None:
        """An actor's name leads to the first of the cards under it."""
        if place.line >= self.margin and following < self.count:
            self._go(following)

    def action_words(self) -> None:
        if self.stance:
            self.ask(WordsWanted(self.stance.id))

    # ------------------------------------------------------------------ painting

    def paint(self, place: Place) -> Strip:
        block, line = place
        if self.view is None or self.palette is None or line == 0:
            return Strip.blank(self.inner, self.ground)
        if block == len(self._entries):
            text = self._instead[line - 1].text
            return Cells(self.inner, self.ground).to(LEFT).add(text, self.ink("muted")).strip()
        entry = self._entries[block]
        if isinstance(entry, ActorHead):
            return self._paint_head(entry, self.palette)
        return self._paint_card(self.view.card(entry.id), place, self.view, self.palette)

    def _paint_head(self, head: ActorHead, palette: Palette) -> Strip:
        ink = palette.actors[head.actor.id]
        cells = Cells(self.inner, self.ground).to(1)
        cells.add(chip(head.actor.tag), ink.chip).add(" ")
        room = cells.left - RIGHT - min(cell_len(head.party), PARTY) - 2
        name = head.actor.name if cell_len(head.actor.name) <= room else shortened(head.actor.label, room)
        cells.add(name, ink.name + BOLD)
        return cells.right(shortened(head.party, cells.left - RIGHT - 2), self.ink("muted"), RIGHT).strip()

    def _paint_card(self, card: Card, place: Place, view: View, palette: Palette) -> Strip:
        stance = card.stance
        here = self.blocks[self.cursor] == place.block
        lit = stance.id in view.lit
        ground = self.ink("cursor" if here and self.has_focus else "lit") if here or lit else Style.null()
        ink = palette.actors[stance.actor]
        cells = Cells(self.inner, self.ground).to(1)
        cells.add("▌" if here else "▎", ink.name if here or lit else ink.name + Style(dim=True))
        cells.base = self.ground + ground
        cells.to(LEFT)
        if place.line > self.margin:
            text, muted = self._texts(place.block)[place.line - self.margin - 1]
            return cells.add(text, self.ink("muted") if muted else None).strip()
        cells.add(badge(stance), palette.badges[stance.position]).add(" ")
        room = cells.left - RIGHT - len(card.where) - 1
        cells.add(shortened(card.issue, room), BOLD)
        where = self.ink("error") if not stance.words else self.ink("accent") + BOLD if lit else self.ink("muted")
        return cells.right(card.where, where, RIGHT).strip()


def _cut(text: str, width: int, indent: str = "") -> list[str]:
    """A text in rows, those after the first one indented."""
    rows = rows_of(text, width - len(indent))
    return [rows[0], *(indent + row for row in rows[1:])]


def _reasons(view: View) -> Iterator[str]:
    """Why a filter leaves no positions, of some of the selected actors, and as a whole."""
    article, selection = view.article, view.selection
    for actor in selection.chosen[:MOST_TOLD]:
        if takes := len(article.stances_of.get(actor.id, ())):
            yield f"{actor.name} takes {count(takes, 'position')}, of which the filter leaves none."
        else:
            yield no_position(article, actor.id)
    if hidden := len(selection.unheard):
        yield f"{count(hidden, 'position')} would be left but for own words: {key_of('reader.own', READER)}."

"""The actors under their parties: tag, name, the signs of their positions, how often the text names them."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from article.model import Party, Position, Stance
from tui.keyboard import key_of
from tui.keys import ACTORS, READER
from tui.messages import ActorIsolated, ActorReached, ActorToggled, PartyToggled, PositionsOfActorWanted
from tui.paint import BOLD, Cells, shortened
from tui.projection import ActorRow, View
from tui.rows import Place, RowIndex
from tui.signs import LEGEND, POSITION_SIGN, REPORTED
from tui.theme import Palette
from tui.widgets.item_list import ItemList
from tui.widgets.pointed import TITLE
from tui.wrapping import rows_of

MOST_SIGNS = 5
"""Signs in a row; an actor with more positions has them counted."""
MARGIN = 2
"""Cells left free at either side."""
NO_PARTY = Party("", "Of no party")


class _Legend(NamedTuple):
    """A line of the legend, in two columns."""

    left: str
    right: str


class _Said(NamedTuple):
    """A line of what is said where there are no actors."""

    text: str


_Row = ActorRow | Party | _Legend | _Said | None
"""What a row shows; None is an empty one."""


class ActorList(ItemList):
    """The actors. They are never hidden, and what they count is always of the whole article.

    Parties are headed with a blank line between them where there is room, without it where there is
    less, and not at all where rows are dear.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*ACTORS]
    text_from = MARGIN

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._table: list[_Row] = []
        self._rows: list[ActorRow] = []
        """The actors that the view lists."""
        self._most_mentions = 0
        self._last: str | None = None
        """The id of the actor where the reader was last: there the cursor is again after a search that finds nobody."""

    @property
    def count(self) -> int:
        return len(self._rows)

    def heading(self) -> tuple[str, str]:
        sought = self.view.state.actors_sought if self.view else None
        if self.view is None or not sought:
            return "Actors", str(self.count)
        return "Actors", f"{self.count} of {len(self.view.article.actors)} · /{sought.text}"

    def adopt(self, old: View | None, new: View) -> None:
        """The cursor stays on its actor, as long as that is in the list."""
        if old is None or old.listed is not new.listed:
            if old and not old.state.actors_sought:
                self._last = self.here
            kept, before = self.here or self._last, 0 if new.state.actors_sought else self.cursor
            self._rows = [entry for entry in new.listed if isinstance(entry, ActorRow)]
            near = min(before, max(0, self.count - 1))
            at = self._index_of(kept)
            self.cursor = near if at is None else at
        actor = new.state.actor
        if actor and actor != self.here and (old is None or actor != old.state.actor):
            self.stand_on_actor(actor)

    def follow(self, old: View | None, new: View) -> None:
        if old and (old.listed is not new.listed or old.state.actors_sought != new.state.actors_sought):
            self.lay_out()
            self.show_item(self.cursor)
        elif old and old.selection is not new.selection:
            self.repaint()

    def lay_out(self) -> None:
        if self.view is None:
            return
        self._table = _arranged(self.view.listed, self.sight) if self._rows else self._nothing(self.view)
        self.blocks = [row for row, entry in enumerate(self._table) if isinstance(entry, ActorRow)]
        self._most_mentions = max((actor.mentions for actor in self._rows), default=0)
        self.stack(RowIndex([1] * len(self._table)))

    def _nothing(self, view: View) -> list[_Row]:
        """What is said where there are no actors."""
        sought = view.state.actors_sought
        if not sought:
            return [None]
        fault = view.fault(sought)
        told = (
            f"/{sought.text}: {fault}." if fault else f"No actor matches /{sought.text}.",
            f"{key_of('reader.peel', READER)} shows them all.",
        )
        return [None, *(_Said(row) for text in told for row in rows_of(text, self.inner - MARGIN))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows of all actors under their parties, for where the list may be as high as it likes."""
        return TITLE + (len(self.view.actors) if self.view else 0) + 1

    def lists(self, actor: str) -> bool:
        """Whether an actor is among those that the list is narrowed to."""
        return self._index_of(actor) is not None

    def _index_of(self, actor: str | None) -> int | None:
        return next((index for index, row in enumerate(self._rows) if row.actor.id == actor), None)

    def stand_on_actor(self, actor: str) -> None:
        """Put the cursor on an actor."""
        if (at := self._index_of(actor)) is not None:
            self.stand_on(at)

    def on_focus(self) -> None:
        """Whoever comes here for the first time looks at the actor under the cursor."""
        if self.view and self.view.state.actor is None:
            self.entered()

    def entered(self) -> None:
        if actor := self.here:
            self._last = actor
            self.ask(ActorReached(actor))

    def clicked_item(self, index: int, column: int, *, again: bool) -> None:
        """An actor is picked by the sign before the tag, or by a second click."""
        super().clicked_item(index, column, again=again)
        if again or column < MARGIN + 2:
            self.action_pick()

    def clicked_heading(self, place: Place, following: int) -> None:
        """A party is picked by its name."""
        entry = self._table[self.blocks[following]] if following < self.count else None
        if isinstance(self._table[place.block], Party) and isinstance(entry, ActorRow):
            self.ask(PartyToggled(entry.actor.id))

    def action_pick(self) -> None:
        if actor := self.here:
            self.ask(ActorToggled(actor))

    def action_only(self) -> None:
        if actor := self.here:
            self.ask(ActorIsolated(actor))

    def action_party(self) -> None:
        if actor := self.here:
            self.ask(PartyToggled(actor))

    def action_positions(self) -> None:
        if actor := self.here:
            self.ask(PositionsOfActorWanted(actor))

    @property
    def here(self) -> str | None:
        """The id of the actor under the cursor."""
        return self._rows[self.cursor].actor.id if self._rows else None

    def paint(self, place: Place) -> Strip:
        entry = self._table[place.block]
        cells = Cells(self.inner, self.ground)
        if isinstance(entry, ActorRow) and self.view and self.palette:
            here = place.block == self.blocks[self.cursor]
            return self._paint_actor(entry, self.view, self.palette, here=here)
        if isinstance(entry, Party):
            cells.to(2).add(entry.name.upper(), self.ink("muted") + BOLD)
        elif isinstance(entry, _Said):
            cells.to(MARGIN).add(entry.text, self.ink("muted"))
        elif isinstance(entry, _Legend):
            for column, text in ((2, entry.left), (15, entry.right)):
                sign, _, word = text.partition(" ")
                cells.to(column).add(sign).add(f" {word}", self.ink("muted"))
        return cells.strip()

    def _paint_actor(self, entry: ActorRow, view: View, palette: Palette, *, here: bool) -> Strip:
        actor, chosen = entry.actor, view.state.chosen
        selected = actor.id in chosen.actors
        set_back = view.selection.is_set_back(actor.id)
        ground = self.ink("cursor" if self.has_focus else "lit") if here else Style.null()
        color = self.ink("muted") if set_back else palette.actors[actor.id].name
        signs, mentions = _signs(entry.stances), str(entry.mentions)
        end = self.inner - MARGIN - max(2, len(str(self._most_mentions)))
        cells = Cells(self.inner, self.ground + ground)
        cells.add("▸" if here and self.has_focus else " ", self.ink("accent")).to(MARGIN)
        cells.add("●" if selected else "·", self.ink("accent" if selected else "muted"))
        cells.to(MARGIN + 2).add(actor.tag, color if set_back else color + BOLD).to(MARGIN + 6)
        name = shortened(actor.label, end - 1 - cell_len(signs) - 1 - cells.used)
        cells.add(name, BOLD if selected else self.ink("muted") if set_back else None)
        cells.to(end - 1 - cell_len(signs)).add(signs, color)
        cells.right(mentions, self.ink("muted"), MARGIN - 1)
        return cells.strip()


def _arranged(entries: tuple[Party | ActorRow | None, ...], rows: int) -> list[_Row]:
    """The list as roomy as the rows allow, with the legend at the foot where it fits."""
    actors = [entry for entry in entries if isinstance(entry, ActorRow)]
    parties = 0 if entries[:1] == (None,) else len(entries) - len(actors)
    if len(actors) <= rows < len(actors) + parties:
        return list(actors)
    headed = [entry or NO_PARTY for entry in entries] if parties else actors
    if len(actors) + 2 * parties > rows:
        return list(headed)
    table: list[_Row] = [] if parties else [None]
    for entry in headed:
        table.extend([entry] if isinstance(entry, ActorRow) else [None, entry])
    spare = rows - len(table) - len(LEGEND) - 1
    if spare > 0:
        table.extend([*[None] * spare, *(_Legend(*line) for line in LEGEND), None])
    return table


def _signs(stances: tuple[Stance, ...]) -> str:
    """A sign for each position, after another where others report it; of many, how often each stands."""
    if len(stances) <= MOST_SIGNS:
        return "".join((REPORTED if stance.via else "") + POSITION_SIGN[stance.position] for stance in stances)
    counts = Counter(stance.position for stance in stances)
    return "".join(f"{POSITION_SIGN[position]}{counts[position]}" for position in Position if counts[position])

"""The cards that the panel shows: those that the filter leaves, or of them what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from article.model import Stance
from tui.selection import ActorHead, Selection


class Shelf:
    """Cards under the headings of their actors. ``admitted`` are the ids of the stances sought, None for all."""

    def __init__(self, selection: Selection, admitted: frozenset[str] | None = None) -> None:
        self._selection = selection
        self._admitted = admitted

    @cached_property
    def entries(self) -> Sequence[ActorHead | Stance]:
        """The cards under their headings, in the order shown; no heading stands alone."""
        return self._selection.entries if self._admitted is None else tuple(self._narrowed(self._admitted))

    @cached_property
    def cards(self) -> Sequence[Stance]:
        """The stances, in the order shown."""
        if self._admitted is None:
            return self._selection.cards
        return tuple(entry for entry in self.entries if isinstance(entry, Stance))

    @cached_property
    def places(self) -> tuple[list[int], list[int]]:
        """The places among the entries of the headings, and of the cards."""
        if self._admitted is None:
            return self._selection.places
        heads: list[int] = []
        cards: list[int] = []
        for place, entry in enumerate(self.entries):
            (cards if isinstance(entry, Stance) else heads).append(place)
        return heads, cards

    def index_of(self, stance: str) -> int | None:
        """The place of a stance among the cards, by its id; None where it is not shown."""
        return self._selection.index_of(stance) if self._admitted is None else self._indexes.get(stance)

    @cached_property
    def _indexes(self) -> dict[str, int]:
        return {stance.id: index for index, stance in enumerate(self.cards)}

    def _narrowed(self, admitted: frozenset[str]) -> Iterator[ActorHead | Stance]:
        head: ActorHead | None = None
        for entry in self._selection.entries:
            if isinstance(entry, ActorHead):
                head = entry
            elif entry.id in admitted:
                if head:
                    yield head
                head = None
                yield entry

"""What a filter leaves of an article: its cards, its stops, and what is marked in each paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import accumulate, chain, islice
from operator import itemgetter
from typing import NamedTuple

from article.filters import Filter, Relevance, in_own_words
from article.model import Actor, Article, Role, Span, Stance
from tui.state import Caret

KEPT = 128
"""Paragraphs of which a selection keeps what was worked out: more than the highest screen shows."""


class Ink(IntEnum):
    """Why a run of text is marked."""

    NAME = 0
    CUE = 1
    CONDITION = 2
    CONTENT = 3
    FOUND = 4
    FOUND_HERE = 5


_INK = {Role.CONTENT: Ink.CONTENT, Role.CONDITION: Ink.CONDITION, Role.CUE: Ink.CUE}


class Mark(NamedTuple):
    """A marked run of a paragraph's characters; ``stance`` is None for a name, ``actor`` empty where none is."""

    start: int
    end: int
    ink: Ink
    actor: str
    stance: Stance | None = None


class Marks:
    """The marks of a paragraph, which may overlap, in the order of their beginnings: found by bisection, as a
    paragraph may hold thousands."""

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = sorted(marks, key=_START)
        self._furthest = list(accumulate(map(_END, self._marks), max))
        """Of each mark, how far it and those before it reach."""

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks that bear on a run of characters."""
        low = bisect_right(self._furthest, start)
        high = bisect_left(self._marks, end, key=_START)
        return [mark for mark in self._marks[low:high] if mark.end > start]


_START, _END = itemgetter(0), itemgetter(1)


class ActorHead(NamedTuple):
    """The heading over an actor's positions."""

    actor: Actor
    party: str


class Standpoints:
    """Where an article's stances are, in its text and among the cards: what all filters choose from."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.mentions = article.mentions
        self.relevance = Relevance(article)
        self.actors = tuple(actor for _, members in article.by_party for actor in members)
        """In the order of the list."""
        self.heads = {
            actor.id: ActorHead(actor, party.name if party else "")
            for party, members in article.by_party
            for actor in members
            if actor.id in article.stances_of
        }
        """Of the actors who take a position, by id, in the order shown."""
        self.here = article.standing
        """By paragraph the stances that have evidence there, in the order of the file."""
        self.begins, self.stops = article.beginnings
        """The first words of each stance that has any, in the order of the text, and the stances they belong to."""

    def with_mentions(self, article: Article) -> Standpoints:
        """The same, where the places that name the actors were found meanwhile."""
        complete = copy(self)
        complete.article = article
        complete.mentions = article.mentions
        complete.relevance = Relevance(article)
        return complete

    @cached_property
    def stops_of(self) -> Mapping[str, list[int]]:
        """By actor, the places among the stops."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, stance in enumerate(self.stops):
            places[stance.actor].append(place)
        return places

    @cached_property
    def place_of_stop(self) -> dict[str, int]:
        """The places of all stances among the stops, by their ids."""
        return {stance.id: place for place, stance in enumerate(self.stops)}


class Selection:
    """What a filter leaves: everything that depends on the filter and on nothing else of the state.

    Each part is worked out when it is first asked for; what there is to a paragraph, for that paragraph alone.
    """

    def __init__(self, standpoints: Standpoints, chosen: Filter) -> None:
        self._all = standpoints
        self._filter = chosen
        self.relevant = standpoints.relevance.of(chosen)
        """The paragraphs that the filter finds."""
        self._marks = lru_cache(KEPT)(self._marks_in)
        self._beginnings = lru_cache(KEPT)(self._beginnings_in)
        self._standing = lru_cache(KEPT)(self._standing_in)

    @cached_property
    def chosen(self) -> tuple[Actor, ...]:
        """The selected actors, in the order of the list; none selected means everyone."""
        return tuple(actor for actor in self._all.actors if actor.id in self._filter.actors)

    @cached_property
    def paragraphs(self) -> int:
        """How many numbered paragraphs are relevant."""
        return self._all.relevance.numbered(self.relevant)

    @cached_property
    def unheard(self) -> tuple[Stance, ...]:
        """The stances that are hidden for the one reason that the actors are not heard to take them; none while
        these are not asked to be hidden."""
        if not self._filter.own:
            return ()
        anyhow = self._filter._replace(own=False)
        return tuple(
            stance for stance in self._all.article.stances if not in_own_words(stance) and anyhow.admits(stance)
        )

    def is_set_back(self, actor: str) -> bool:
        """Whether the filter leaves nothing of an actor."""
        if self._filter.narrows:
            return actor not in self._stances_of
        return bool(self._filter) and actor not in self._filter.actors

    # ------------------------------------------------------------------ the cards

    @cached_property
    def _stances_of(self) -> Mapping[str, tuple[Stance, ...]]:
        """By actor, the stances that are left, of those who take any; of others there may be more."""
        every = self._all.article.stances_of
        if not self._filter.narrows:
            return every
        admits, actors = self._filter.admits, self._filter.actors or every
        left = {actor: tuple(filter(admits, every[actor])) for actor in actors if actor in every}
        return {actor: stances for actor, stances in left.items() if stances}

    @cached_property
    def entries(self) -> tuple[ActorHead | Stance, ...]:
        """The cards under the headings of their actors, in the order shown."""
        return tuple(chain.from_iterable((head, *self._stances_of[head.actor.id]) for head in self._heads))

    @cached_property
    def cards(self) -> tuple[Stance, ...]:
        """The stances that are left, in the order shown."""
        return tuple(chain.from_iterable(self._stances_of[head.actor.id] for head in self._heads))

    @cached_property
    def places(self) -> tuple[list[int], list[int]]:
        """The places among the entries of the headings, and of the cards."""
        heads: list[int] = []
        cards: list[int] = []
        for head in self._heads:
            first = len(heads) + len(cards) + 1
            heads.append(first - 1)
            cards.extend(range(first, first + len(self._stances_of[head.actor.id])))
        return heads, cards

    @property
    def positions(self) -> int:
        """How many positions are left."""
        return len(self.cards)

    def index_of(self, stance: str) -> int | None:
        """The place of a stance among the cards, by its id; None where the filter hides it."""
        there = self._all.article.stance.get(stance)
        if there is None or there.actor not in self._first_cards:
            return None
        among = self._stances_of[there.actor]
        return self._first_cards[there.actor] + among.index(there) if there in among else None

    @cached_property
    def _first_cards(self) -> dict[str, int]:
        """By actor, the place of the first card."""
        actors = [head.actor.id for head in self._heads]
        return dict(
            zip(actors, accumulate((len(self._stances_of[actor]) for actor in actors), initial=0), strict=False)
        )

    @cached_property
    def _heads(self) -> tuple[ActorHead, ...]:
        heads = self._all.heads
        if not self._filter:
            return tuple(heads.values())
        if not self._filter.actors:
            return tuple(head for actor, head in heads.items() if actor in self._stances_of)
        return tuple(heads[actor.id] for actor in self.chosen if actor.id in self._stances_of)

    # ------------------------------------------------------------------ the stops

    @cached_property
    def stops(self) -> tuple[Stance, ...]:
        """The stances by the first of their words, in the order of the text."""
        return tuple(map(self._all.stops.__getitem__, self._stops))

    @cached_property
    def begins(self) -> tuple[Span, ...]:
        """Of each stop, the first of its words."""
        return tuple(map(self._all.begins.__getitem__, self._stops))

    @cached_property
    def _stops(self) -> Sequence[int]:
        """The places of these stops among those of everyone."""
        if not self._filter:
            return range(len(self._all.stops))
        if self._filter.narrows:
            return sorted(place for card in self.cards if (place := self._all.place_of_stop.get(card.id)) is not None)
        return sorted(chain.from_iterable(self._all.stops_of.get(actor, ()) for actor in self._filter.actors))

    def stop_at(self, caret: Caret) -> int:
        """The index of the first stop whose words begin here or later."""
        return bisect_left(self.begins, caret)

    def stop_of(self, stance: str) -> int | None:
        """The place of a stance among the stops, by its id; None where it has no words or the filter hides it."""
        place = self._all.place_of_stop.get(stance, len(self._all.stops))
        at = bisect_left(self._stops, place)
        return at if at < len(self._stops) and self._stops[at] == place else None

    def last_stop_between(self, low: Caret, high: Caret) -> Stance | None:
        """The last of the stops whose words begin in a part of the text, its end excluded."""
        at = self.stop_at(high) - 1
        return self.stops[at] if at >= 0 and self.begins[at] >= low else None

    def first_of(self, stances: frozenset[str]) -> Stance | None:
        """Of the stances with these ids, which all have words, the first in the order of the text."""
        words = min((min(self._all.article.stance[stance].words) for stance in stances), default=None)
        if words is None:
            return None
        at = bisect_left(self._all.begins, words)
        return next(stance for stance in islice(self._all.stops, at, None) if stance.id in stances)

    # ------------------------------------------------------------------ the text

    def marks(self, paragraph: int) -> Marks:
        """What is marked in a paragraph."""
        return self._marks(paragraph)

    def beginnings(self, paragraph: int) -> tuple[tuple[int, Stance], ...]:
        """Where in a paragraph the words of stances begin, in the order of the text."""
        return self._beginnings(paragraph)

    def standing(self, paragraph: int) -> frozenset[str]:
        """The ids of the stances that stand on a paragraph."""
        return self._standing(paragraph)

    def _marks_in(self, paragraph: int) -> Marks:
        marks = [
            Mark(mention.span.start, mention.span.end, Ink.NAME, mention.actor)
            for mention in self._all.mentions.of(paragraph)
            if not self._filter.actors or mention.actor in self._filter.actors
        ]
        marks.extend(
            Mark(piece.span.start, piece.span.end, _INK[piece.role], stance.actor, stance)
            for stance in self._here(paragraph)
            for piece in stance.evidence
            if piece.span and piece.span.paragraph == paragraph
        )
        return Marks(marks)

    def _beginnings_in(self, paragraph: int) -> tuple[tuple[int, Stance], ...]:
        low, high = self.stop_at(Caret(paragraph)), self.stop_at(Caret(paragraph + 1))
        return tuple(
            (span.start, stance) for span, stance in zip(self.begins[low:high], self.stops[low:high], strict=True)
        )

    def _standing_in(self, paragraph: int) -> frozenset[str]:
        return frozenset(
            stance.id
            for stance in self._here(paragraph)
            for piece in stance.evidence
            if piece.role is Role.CONTENT and piece.span and piece.span.paragraph == paragraph
        )

    def _here(self, paragraph: int) -> list[Stance]:
        """The stances with evidence in a paragraph, as far as the filter leaves them."""
        return [stance for stance in self._all.here.get(paragraph, ()) if self._filter.admits(stance)]

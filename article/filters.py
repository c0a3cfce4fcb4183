"""Which positions are in focus: a filter is a value, and matching is pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import chain, compress, count, pairwise, repeat
from typing import NamedTuple

from article.model import Article, Modality, Position, Stance

_AS_BOOLS = bytes.maketrans(b"01", b"\0\1")
_NOT_HEARD = (Modality.ATTRIBUTED, Modality.INFERRED)
"""How the text carries what the actor is not heard to say: others report it, or the coder concludes it."""


class Filter(NamedTuple):
    """What is in focus: within a field any of the values will do, every field has to be met, and an empty one
    leaves everything."""

    actors: frozenset[str] = frozenset()
    """Ids of those who take the position."""
    issues: frozenset[str] = frozenset()
    positions: frozenset[Position] = frozenset()
    via: frozenset[str | None] = frozenset()
    """Ids of those who report it; None stands for nobody."""
    own: bool = False
    """Only what actors say themselves."""

    def __bool__(self) -> bool:
        return bool(self.actors) or self.narrows

    @property
    def narrows(self) -> bool:
        """Whether it tells apart the positions of one and the same actor."""
        return bool(self.issues or self.positions or self.via or self.own)

    def toggled(self, actors: frozenset[str]) -> Filter:
        """With these actors; without them when all of them were selected."""
        return self._replace(actors=self.actors - actors if actors <= self.actors else self.actors | actors)

    def admits(self, stance: Stance) -> bool:
        """Whether the stance is in focus."""
        return (
            (not self.actors or stance.actor in self.actors)
            and (not self.issues or stance.issue in self.issues)
            and (not self.positions or stance.position in self.positions)
            and (not self.via or not self.via.isdisjoint(stance.via or (None,)))
            and (not self.own or in_own_words(stance))
        )


EVERYONE = Filter()


def in_own_words(stance: Stance) -> bool:
    """Whether the actor is heard to say it, quoted or in the writer's words.

    What comes through reporters (``via``), what is marked as attributed by others, and what the coder infers is
    not: these are never counted as the actor's own statement.
    """
    modality = stance.modality
    return not stance.via and modality is not _NOT_HEARD[0] and modality is not _NOT_HEARD[1]


def party_of(article: Article, actor: str) -> frozenset[str]:
    """The actors of an actor's party; the actor alone where it has none."""
    own = article.actor[actor].party
    members = next((members for party, members in article.by_party if party and party.id == own), ())
    return frozenset(member.id for member in members) or frozenset({actor})


class Paragraphs(Collection[int]):
    """Some of an article's paragraphs, by index and in their order.

    A bit stands for each, so that many thousands are united, counted and searched at once.
    """

    __slots__ = ("bits",)

    def __init__(self, bits: int = 0) -> None:
        self.bits = bits

    @classmethod
    def of(cls, indexes: Collection[int]) -> Paragraphs:
        """The paragraphs with these indexes."""
        octets = bytearray(max(indexes, default=0) // 8 + 1)
        for index in indexes:
            octets[index >> 3] |= 1 << (index & 7)
        return cls(int.from_bytes(octets, "little"))

    def __contains__(self, index: object) -> bool:
        return isinstance(index, int) and index >= 0 and bool(self.bits >> index & 1)

    def __iter__(self) -> Iterator[int]:
        return compress(count(), f"{self.bits:b}"[::-1].encode().translate(_AS_BOOLS))

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paragraphs) and other.bits == self.bits

    def __hash__(self) -> int:
        return hash(self.bits)

    def __repr__(self) -> str:
        return f"Paragraphs.of({[*self]})"

    def after(self, index: int) -> int | None:
        """The first of them after a paragraph."""
        later = self.bits >> (index + 1)
        return index + (later & -later).bit_length() if later else None

    def before(self, index: int) -> int | None:
        """The last of them before a paragraph."""
        earlier = self.bits & ((1 << index) - 1)
        return earlier.bit_length() - 1 if earlier else None


class Relevance:
    """Which paragraphs a filter finds in an article: those that hold evidence of a position in focus, and with
    actors alone selected also those that name one of them; with nothing selected all of them. A cross-heading is
    relevant when a paragraph under it is.

    A filter that asks for more than actors asks what was said: there a name alone is no answer. What is found of
    an actor is worked out when it is first asked for, and kept.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._mentions = article.mentions
        self._headings = article.headings
        self._everything = (1 << len(article.paragraphs)) - 1
        self._numbered = self._everything ^ Paragraphs.of(self._headings).bits
        self._found = cache(self._bits_of)

    def of(self, chosen: Filter) -> Paragraphs:
        """The paragraphs that a filter finds."""
        if not chosen:
            return Paragraphs(self._everything)
        bits = self._said(chosen) if chosen.narrows else self._found_of_all(chosen.actors)
        if self._headings:
            over = set(map(self._heading_over.__getitem__, Paragraphs(bits)))
            bits |= Paragraphs.of(over).bits
        return Paragraphs(bits)

    def numbered(self, paragraphs: Paragraphs) -> int:
        """How many of the paragraphs bear a number."""
        return (paragraphs.bits & self._numbered).bit_count()

    def _said(self, chosen: Filter) -> int:
        """Where a position in focus has evidence."""
        if not chosen.actors:
            return _evidence(filter(chosen.admits, self._article.stances))
        stances = self._article.stances_of
        whose = chain.from_iterable(stances.get(actor, ()) for actor in chosen.actors)
        return _evidence(filter(chosen.admits, whose))

    def _found_of_all(self, actors: Iterable[str]) -> int:
        bits = 0
        for actor in actors:
            bits |= self._found(actor)
        return bits

    def _bits_of(self, actor: str) -> int:
        """Where an actor is named, or has evidence."""
        named = Paragraphs.of(self._mentions.paragraphs_of(actor))
        return named.bits | _evidence(self._article.stances_of.get(actor, ()))

    @cached_property
    def _heading_over(self) -> list[int]:
        """For each paragraph the heading that it stands under; itself where there is none, and for a heading."""
        bounds = [*self._headings, len(self._article.paragraphs)]
        under = chain.from_iterable(repeat(start, end - start) for start, end in pairwise(bounds))
        return [*range(bounds[0]), *under]


def _evidence(stances: Iterable[Stance]) -> int:
    """The paragraphs that hold evidence of the stances, as bits."""
    return Paragraphs.of({piece.span.paragraph for stance in stances for piece in stance.evidence if piece.span}).bits

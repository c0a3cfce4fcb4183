"""Runs of characters in the text, and where they name an actor."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, cast, overload


class Span(NamedTuple):
    """A run of characters: ``paragraph`` is an index into the article's paragraphs, ``start`` and
    ``end`` count characters of that paragraph's text, the end excluded."""

    paragraph: int
    start: int
    end: int


class Mention(NamedTuple):
    """A place where the text names an actor, by the actor's id."""

    span: Span
    actor: str


class Mentions(Sequence[Mention]):
    """The mentions of a text in its order, held as columns of numbers: a long text names its actors some
    hundred thousand times, and as many objects take long to make, to keep and to send."""

    def __init__(
        self,
        actors: Sequence[str] = (),
        paragraphs: Iterable[int] = (),
        starts: Iterable[int] = (),
        ends: Iterable[int] = (),
        whose: Iterable[int] = (),
    ) -> None:
        """``actors`` are ids; the others are the columns of the mentions: the numbers of paragraph, start and end
        as in ``Span``, of which the paragraphs never decrease, and the index of the actor among ``actors``."""
        self._actors = tuple(actors)
        self._paragraphs = array("I", paragraphs)
        self._starts = array("I", starts)
        self._ends = array("I", ends)
        self._whose = array("I", whose)

    def __len__(self) -> int:
        return len(self._whose)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, index: int | slice) -> Mention | tuple[Mention, ...]:
        if isinstance(index, slice):
            return tuple(map(self.__getitem__, range(*index.indices(len(self)))))
        span = Span(self._paragraphs[index], self._starts[index], self._ends[index])
        return Mention(span, self._actors[self._whose[index]])

    def __iter__(self) -> Iterator[Mention]:
        spans = map(Span, self._paragraphs, self._starts, self._ends)
        return map(Mention, spans, map(self._actors.__getitem__, self._whose))

    def __eq__(self, other: object) -> bool:
        """Whether the other is a sequence of the same mentions, held in whatever way."""
        if not isinstance(other, Sequence):
            return NotImplemented
        others = cast("Sequence[object]", other)
        return len(self) == len(others) and tuple(self) == tuple(others)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Mentions{tuple(self)}"

    def __reduce__(self) -> tuple[type[Mentions], tuple[object, ...]]:
        return Mentions, (self._actors, self._paragraphs, self._starts, self._ends, self._whose)

    def of(self, paragraph: int) -> tuple[Mention, ...]:
        """The mentions in a paragraph, given by its index."""
        return self[bisect_left(self._paragraphs, paragraph) : bisect_left(self._paragraphs, paragraph + 1)]

    def counts(self) -> Mapping[str, int]:
        """How often each actor is named, by its id; 0 for any other."""
        return self._counts

    def paragraphs_of(self, actor: str) -> frozenset[int]:
        """The indexes of the paragraphs that name the actor; all actors' are worked out at the first call."""
        return frozenset(self._paragraphs_of.get(actor, ()))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter({self._actors[actor]: number for actor, number in Counter(self._whose).items()})

    @cached_property
    def _paragraphs_of(self) -> dict[str, array[int]]:
        found = [array("I") for _ in self._actors]
        for actor, paragraph in zip(self._whose, self._paragraphs, strict=True):
            found[actor].append(paragraph)
        return dict(zip(self._actors, found, strict=True))

"""All that the panes show, derived from the article and the reader's state, never edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from article.clean import one_line
from article.filters import EVERYONE, Filter, relevant_paragraphs
from article.model import Actor, Article, Party, Role, Span, Stance
from article.wording import act_phrase, source_phrase
from tui.signs import modality_sign
from tui.state import Caret, ReaderState


class Ink(IntEnum):
    """Why a run of text is marked."""

    NAME = 0
    CUE = 1
    CONDITION = 2
    CONTENT = 3


_INK = {Role.CONTENT: Ink.CONTENT, Role.CONDITION: Ink.CONDITION, Role.CUE: Ink.CUE}


class Mark(NamedTuple):
    """A marked run of a paragraph's characters; ``stance`` is None for a name."""

    start: int
    end: int
    ink: Ink
    actor: str
    stance: Stance | None = None


class ActorRow(NamedTuple):
    """An actor in the list; what it counts is always of the whole article."""

    actor: Actor
    stances: tuple[Stance, ...]
    mentions: int


class Card(NamedTuple):
    """A position in the stance panel."""

    stance: Stance
    issue: str
    where: str
    """The number of the first paragraph it stands on, or what is the matter with its words."""
    source: str
    """Modality, chain of reporters and act, with a sign."""
    conditions: tuple[str, ...]


class ActorHead(NamedTuple):
    """The heading over an actor's positions."""

    actor: Actor
    party: str


@dataclass(frozen=True, eq=False)
class Selection:
    """What a filter leaves: everything that depends on the filter and on nothing else of the state."""

    chosen: tuple[Actor, ...]
    """The selected actors, in the order of the list; none selected means everyone."""
    entries: tuple[ActorHead | Card, ...]
    relevant: frozenset[int]
    marks: Mapping[int, tuple[Mark, ...]]
    """By paragraph, in the order of their beginnings."""
    beginnings: Mapping[int, tuple[tuple[int, Stance], ...]]
    """By paragraph, where the words of stances begin, in the order of the text."""
    stops: tuple[tuple[Span, Stance], ...]
    """The stances by the first of their words, in the order of the text."""
    standing: Mapping[int, frozenset[str]]
    """The ids of the stances that stand on each paragraph."""
    paragraphs: int
    """How many numbered paragraphs are relevant."""

    @property
    def positions(self) -> int:
        """How many positions are left."""
        return sum(isinstance(entry, Card) for entry in self.entries)


@dataclass(frozen=True, eq=False)
class View:
    """One state of the screen."""

    article: Article
    state: ReaderState
    selection: Selection
    actors: tuple[Party | ActorRow | None, ...]
    """The actors under their parties; None heads those of no party."""

    @property
    def pinned(self) -> Stance | None:
        """The stance whose words are lit up, unless the filter hides it."""
        stance = self.article.stance.get(self.state.pinned or "")
        return stance if stance and self.state.chosen.admits(stance) else None

    @property
    def lit(self) -> frozenset[str]:
        """The stances that stand where the reader stands."""
        return self.selection.standing.get(self.state.caret.paragraph, frozenset())

    def peeked(self, front: str) -> Stance | None:
        """The stance whose words a small screen shows: among the positions the one under the cursor,
        elsewhere the pinned one as long as the reader stands on it, or the first that stands here."""
        if self.pinned and (front == "positions" or self.pinned.id in self.lit):
            return self.pinned
        return next((stance for _, stance in self.selection.stops if stance.id in self.lit), None)

    def stop(self, step: int) -> Stance | None:
        """The next (``step`` 1) or previous (-1) stance in the order of the text.

        The pinned one is where counting begins, as long as the reader stands on its words; several
        may begin on the same words.
        """
        stops = self.selection.stops
        caret = self.state.caret
        if (pinned := self.pinned) and (words := pinned.words) and Caret(words[0].paragraph, words[0].start) == caret:
            at = next(i for i, (_, stance) in enumerate(stops) if stance is pinned)
            found = at + step
        elif step > 0:
            found = bisect_right(stops, (caret.paragraph, caret.offset - 1), key=_begins)
        else:
            found = bisect_left(stops, (caret.paragraph, caret.offset), key=_begins) - 1
        return stops[found][1] if 0 <= found < len(stops) else None


class Projection:
    """Views of one article; what depends on the article alone is worked out once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._actors = _actor_rows(article)
        self._select = lru_cache(maxsize=16)(self._selected)

    def view(self, state: ReaderState) -> View:
        """What the panes show in this state."""
        return View(self._article, state, self._select(state.chosen), self._actors)

    def relevant(self, chosen: Filter) -> frozenset[int]:
        """The indexes of the paragraphs that a filter finds."""
        return self._select(chosen).relevant

    def _selected(self, chosen: Filter) -> Selection:
        article = self._article
        relevant = relevant_paragraphs(article, chosen)
        stances = [stance for stance in article.stances if chosen.admits(stance)]
        standing: dict[int, set[str]] = defaultdict(set)
        for stance in stances:
            for span in stance.words:
                standing[span.paragraph].add(stance.id)
        stops = tuple(sorted(((s.words[0], s) for s in stances if s.words), key=lambda stop: stop[0]))
        beginnings: dict[int, list[tuple[int, Stance]]] = defaultdict(list)
        for span, stance in stops:
            beginnings[span.paragraph].append((span.start, stance))
        return Selection(
            chosen=tuple(actor for _, members in article.by_party for actor in members if actor.id in chosen.actors),
            entries=_entries(article, stances),
            relevant=relevant,
            marks=_marks(article, chosen, stances),
            beginnings={paragraph: tuple(found) for paragraph, found in beginnings.items()},
            stops=stops,
            standing={paragraph: frozenset(names) for paragraph, names in standing.items()},
            paragraphs=sum(not article.paragraphs[index].is_heading for index in relevant),
        )


def _begins(stop: tuple[Span, Stance]) -> tuple[int, int]:
    return stop[0].paragraph, stop[0].start


def _actor_rows(article: Article) -> tuple[Party | ActorRow | None, ...]:
    stances: dict[str, list[Stance]] = defaultdict(list)
    for stance in article.stances:
        stances[stance.actor].append(stance)
    mentions = Counter(mention.actor for mention in article.mentions)
    rows: list[Party | ActorRow | None] = []
    for party, actors in article.by_party:
        rows.append(party)
        rows.extend(ActorRow(actor, tuple(stances[actor.id]), mentions[actor.id]) for actor in actors)
    return tuple(rows)


def _entries(article: Article, stances: list[Stance]) -> tuple[ActorHead | Card, ...]:
    by_actor: dict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        by_actor[stance.actor].append(stance)
    entries: list[ActorHead | Card] = []
    for party, actors in article.by_party:
        for actor in actors:
            if actor.id in by_actor:
                entries.append(ActorHead(actor, party.name if party else ""))
                entries.extend(card_of(article, stance) for stance in by_actor[actor.id])
    return tuple(entries)


def card_of(article: Article, stance: Stance) -> Card:
    """The card that shows a stance."""
    words = stance.words
    number = article.paragraphs[words[0].paragraph].number if words else None
    source = f"{modality_sign(stance)} {source_phrase(article, stance)}"
    act = act_phrase(stance)
    return Card(
        stance=stance,
        issue=article.issue[stance.issue].label,
        where=(f"¶{number}" if number else "¶") if words else "not found once",
        source=f"{source} · {act}" if act else source,
        conditions=tuple(f"on condition: “{one_line(words)}”" for words in stance.conditions),
    )


def _marks(article: Article, chosen: Filter, stances: list[Stance]) -> dict[int, tuple[Mark, ...]]:
    marks: dict[int, list[Mark]] = defaultdict(list)
    for mention in article.mentions:
        if chosen == EVERYONE or mention.actor in chosen.actors:
            span = mention.span
            marks[span.paragraph].append(Mark(span.start, span.end, Ink.NAME, mention.actor))
    for stance in stances:
        for piece in stance.evidence:
            if span := piece.span:
                marks[span.paragraph].append(Mark(span.start, span.end, _INK[piece.role], stance.actor, stance))
    return {paragraph: tuple(sorted(found, key=lambda mark: mark.start)) for paragraph, found in marks.items()}

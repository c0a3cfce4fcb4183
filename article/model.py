"""What an article is: its text, its sides, and who takes which position on which words."""

# No annotations from __future__: named tuples parse those that are texts, which doubles the time of the import.

from collections import defaultdict
from copy import copy
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from article.problems import Place, Problem
from article.spans import Mentions, Span

MOST_COUNTED = 2_000
"""Paragraphs up to which every word is counted; counting those of 10 MB takes 20 ms."""


class Kind(StrEnum):
    """What sort of actor somebody is."""

    PERSON = "person"
    GOVERNMENT = "government"
    COUNTRY = "country"
    INTERGOVERNMENTAL = "intergovernmental"
    ORGANIZATION = "organization"
    GROUP = "group"
    MEDIA = "media"
    UNNAMED = "unnamed"


class Position(StrEnum):
    """Where an actor stands towards an issue's proposition."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"


class Modality(StrEnum):
    """How the text carries the position."""

    QUOTATION = "quotation"
    PARAPHRASE = "paraphrase"
    MIXED = "mixed"
    ATTRIBUTED = "attributed"
    INFERRED = "inferred"


class Act(StrEnum):
    """What the actor does by taking the position."""

    ASSERTION = "assertion"
    PREDICTION = "prediction"
    INTENTION = "intention"
    COMMITMENT = "commitment"
    DEMAND = "demand"
    WARNING = "warning"
    DENIAL = "denial"
    EVALUATION = "evaluation"


class Certainty(StrEnum):
    """How sure the actor is of it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"


class Role(StrEnum):
    """What a piece of evidence does for its stance."""

    CONTENT = "content"
    CUE = "cue"
    CONDITION = "condition"


class RelationType(StrEnum):
    """How one stance answers another."""

    SUPPORTS = "supports"
    REJECTS = "rejects"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"


class PublishedBasis(StrEnum):
    """Whether the source states its date or the coder worked it out."""

    STATED = "stated"
    INFERRED = "inferred"


class DateBasis(StrEnum):
    """Where the date of a statement comes from."""

    EXPLICIT = "explicit"
    INFERRED = "inferred"
    ARTICLE = "article"


class Paragraph(NamedTuple):
    """A paragraph of the body, or a cross-heading, which bears no number."""

    text: str
    number: int | None

    @property
    def is_heading(self) -> bool:
        return self.number is None


class Party(NamedTuple):
    """A side of the story."""

    id: str
    name: str


class Membership(NamedTuple):
    """An actor's place in an organization, itself an actor; dates are ISO 8601."""

    org: str
    role: str | None = None
    since: str | None = None
    until: str | None = None


class Actor(NamedTuple):
    """Somebody who takes a position, reports one, or is addressed by one."""

    id: str
    name: str
    kind: Kind | None
    tag: str
    """At most two cells wide and unique in the article: tells actors apart where colour cannot."""
    party: str | None = None
    role: str | None = None
    short: str | None = None
    aliases: tuple[str, ...] = ()
    member_of: tuple[Membership, ...] = ()
    same_as: str | None = None

    @property
    def label(self) -> str:
        """The name for narrow places."""
        return self.short or self.name


class Issue(NamedTuple):
    """A question of the story, as a positively phrased proposition with a short label."""

    id: str
    label: str
    proposition: str
    broader: str | None = None
    same_as: str | None = None


class Evidence(NamedTuple):
    """Words of the text that ground a stance; ``span`` is None where they were not found exactly once."""

    exact: str
    role: Role
    span: Span | None
    place: Place
    prefix: str = ""
    suffix: str = ""


class Relation(NamedTuple):
    """A link from the stance that bears it to another stance."""

    type: RelationType
    stance: str


class Stance(NamedTuple):
    """A position that an actor takes on an issue, and the words it stands on."""

    id: str
    actor: str
    issue: str
    position: Position
    summary: str
    modality: Modality | None
    evidence: tuple[Evidence, ...]
    place: Place
    """Where the stance begins in its file."""
    via: tuple[str, ...] = ()
    """Who reports it, the outermost reporter first; the article's own writer is implicit."""
    act: Act | None = None
    negated: bool = False
    certainty: Certainty | None = None
    target: str | None = None
    date: str | None = None
    date_basis: DateBasis | None = None
    relations: tuple[Relation, ...] = ()
    coder: str | None = None
    note: str | None = None

    @property
    def words(self) -> tuple[Span, ...]:
        """The spans of its content, in the order of the text."""
        return tuple(sorted(e.span for e in self.evidence if e.span and e.role is Role.CONTENT))

    @property
    def conditions(self) -> tuple[str, ...]:
        """The words that state what the position depends on."""
        return tuple(e.exact for e in self.evidence if e.role is Role.CONDITION)


@dataclass(frozen=True)
class Article:
    """One article with everything its file says, and the problems found while reading it."""

    id: str
    headline: str
    paragraphs: tuple[Paragraph, ...]
    parties: tuple[Party, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    stances: tuple[Stance, ...]
    source: str
    """The file's name, safe to show."""
    mentions: Mentions = field(default_factory=Mentions)
    """In the order of the text, never overlapping."""
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    """How many stances the file holds that cannot be shown; its problems tell why."""
    hidden: int = 0
    """How many invisible characters were dropped from the file's text."""
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    rights: str | None = None
    note: str | None = None
    coder: str | None = None
    published: str | None = None
    published_basis: PublishedBasis = field(default=PublishedBasis.STATED)

    def with_mentions(self, mentions: Mentions, problems: tuple[Problem, ...]) -> "Article":
        """The same, where it was found meanwhile which places name the actors; what else was worked out stays."""
        complete = copy(self)
        vars(complete).update(mentions=mentions, problems=problems)
        return complete

    @cached_property
    def actor(self) -> dict[str, Actor]:
        """Actors by id."""
        return {actor.id: actor for actor in self.actors}

    @cached_property
    def words(self) -> int:
        """How many words the text has, about; of a text as long as books, some paragraphs speak for the others."""
        told = self.paragraphs[:: 1 + len(self.paragraphs) // MOST_COUNTED]
        counted = sum(paragraph.text.count(" ") + 1 for paragraph in told)
        return counted * len(self.paragraphs) // max(1, len(told))

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """The indexes of the cross-headings among the paragraphs."""
        return tuple(index for index, paragraph in enumerate(self.paragraphs) if paragraph.number is None)

    @cached_property
    def party(self) -> dict[str, Party]:
        """Parties by id."""
        return {party.id: party for party in self.parties}

    @cached_property
    def issue(self) -> dict[str, Issue]:
        """Issues by id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def stance(self) -> dict[str, Stance]:
        """Stances by id."""
        return {stance.id: stance for stance in self.stances}

    @cached_property
    def stances_of(self) -> dict[str, tuple[Stance, ...]]:
        """Stances by actor, in the file's order, of those who take any."""
        found: dict[str, list[Stance]] = {}
        for stance in self.stances:
            found.setdefault(stance.actor, []).append(stance)
        return {actor: tuple(stances) for actor, stances in found.items()}

    @cached_property
    def by_party(self) -> tuple[tuple[Party | None, tuple[Actor, ...]], ...]:
        """The actors of each party that has any, in the file's order; those without a party last."""
        members: dict[str | None, list[Actor]] = {party.id: [] for party in self.parties}
        members[None] = []
        for actor in self.actors:
            members[actor.party].append(actor)
        return tuple((self.party.get(party or ""), tuple(actors)) for party, actors in members.items() if actors)

    @cached_property
    def standing(self) -> dict[int, list[Stance]]:
        """By the index of a paragraph, the stances that have evidence there, in the file's order."""
        found: dict[int, list[Stance]] = defaultdict(list)
        for stance in self.stances:
            for piece in stance.evidence:
                if piece.span and (not (here := found[piece.span.paragraph]) or here[-1] is not stance):
                    here.append(stance)
        return dict(found)

    @cached_property
    def beginnings(self) -> tuple[tuple[Span, ...], tuple[Stance, ...]]:
        """The first words of each stance that has any, in the order of the text, and the stances in that order."""
        content = Role.CONTENT  # which takes long to look up ten thousand times
        found: list[tuple[Span, Stance]] = []
        for stance in self.stances:
            spans = [piece.span for piece in stance.evidence if piece.span and piece.role is content]
            if spans:
                found.append((min(spans), stance))
        found.sort(key=itemgetter(0))
        return tuple(span for span, _ in found), tuple(stance for _, stance in found)

    def prepared(self) -> "Article":
        """The same, after working out all that whoever shows it will ask for."""
        for name, value in vars(Article).items():
            if isinstance(value, cached_property):
                getattr(self, name)
        return self


_NOWHERE = Place(0, 0, 0, 0)


def without_places(article: Article) -> Article:
    """What an article says, wherever its file says it: no places, and no problems, which tell some."""
    return replace(article, problems=(), stances=tuple(map(_without_places, article.stances)))


def _without_places(stance: Stance) -> Stance:
    evidence = tuple(piece._replace(place=_NOWHERE) for piece in stance.evidence)
    return stance._replace(place=_NOWHERE, evidence=evidence)

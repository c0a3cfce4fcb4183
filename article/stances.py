"""Stances and their evidence: the reading of who takes which position on which words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from article.anchors import Passages, Quotation, fold
from article.clean import quoted
from article.fields import ID, Field, Record, Records, named_once
from article.model import (
    Act,
    Certainty,
    DateBasis,
    Evidence,
    Modality,
    Position,
    Relation,
    RelationType,
    Role,
    Span,
    Stance,
)
from article.nodes import Mapping, Scalar
from article.nodes import Sequence as ListNode
from article.problems import Place
from article.values import DATE, FLAG, LINE, PROSE, SLUG, At, ListOf, OneOf, Reference

_EXACT = Field("exact", PROSE, "The words, exactly as the body has them.", required=True)
_PREFIX = Field("prefix", PROSE, "What stands right before them, where they occur more than once.")
_SUFFIX = Field("suffix", PROSE, "What stands right after them.")
_ROLE = Field("role", OneOf(Role), "What the words do for the stance; `content` unless said.")
EVIDENCE_FIELDS = (_EXACT, _PREFIX, _SUFFIX, _ROLE)

_TYPE = Field("type", OneOf(RelationType), "How it answers the other stance.", required=True)
_STANCE = Field("stance", SLUG, "The id of the other stance.", required=True)
RELATION_FIELDS = (_TYPE, _STANCE)

_ACTOR = Field("actor", SLUG, "The id of the actor whose stance it is.", required=True)
_VIA = Field("via", ListOf(SLUG), "Who reports it, the outermost first; the article's writer goes without saying.")
_ISSUE = Field("issue", SLUG, "The id of the issue.", required=True)
_POSITION = Field("position", OneOf(Position), "Where the actor stands towards the issue's proposition.", required=True)
_MODALITY = Field("modality", OneOf(Modality), "How the text carries it.", required=True)
_ACT = Field("act", OneOf(Act), "What the actor does by it.")
_NEGATED = Field("negated", FLAG, "Whether the act is denied: “no plans to” is a negated intention.")
_CERTAINTY = Field("certainty", OneOf(Certainty), "How sure the actor is of it.")
_TARGET = Field("target", SLUG, "The id of the actor whom it addresses or judges.")
_DATE = Field("date", DATE, "When it was said.")
_DATE_BASIS = Field("date_basis", OneOf(DateBasis), "Where that date comes from.")
_SUMMARY = Field("summary", LINE, "The position in one sentence, in the coder's words.", required=True)
_RELATIONS = Field("relations", Records(RELATION_FIELDS), "Which stances it answers.")
_CODER = Field("coder", LINE, "Who encoded it, where that is not the article's coder.")
_NOTE = Field("note", PROSE, "What to know about the coding.")
_EVIDENCE = Field(
    "evidence", Records(EVIDENCE_FIELDS, alone=_EXACT), "The words it stands on, found exactly once.", required=True
)
STANCE_FIELDS = (
    *(ID, _ACTOR, _VIA, _ISSUE, _POSITION, _MODALITY, _ACT, _NEGATED, _CERTAINTY, _TARGET, _DATE, _DATE_BASIS),
    *(_SUMMARY, _RELATIONS, _CODER, _NOTE, _EVIDENCE),
)


class Known(NamedTuple):
    """The ids that stances may refer to."""

    actors: Collection[str]
    issues: Collection[str]


def read_stances(found: Sequence[Record], known: Known, passages: Passages) -> tuple[Stance, ...]:
    """The stances of the list; one that lacks what a reader must be shown (an id of its own, a known
    actor and issue, a position) is left out, with a problem."""
    passages.expect(quotation for record in found for quotation in _quotations(record))
    reader = _StanceReader(known, passages)
    stances: dict[str, Stance] = {}
    related: list[tuple[str | None, tuple[Record, ...]]] = []
    for name, record in named_once(found):
        stance = reader.read(name, record)
        related.append((name, record.get(_RELATIONS) or ()))
        if stance:
            stances[stance.id] = stance
    for name, answers in related:
        relations = _read_relations(answers, stances)
        if relations and name in stances:
            stances[name] = stances[name]._replace(relations=relations)
    return tuple(stances.values())


class _StanceReader:
    """Reads stances that refer to known actors and issues, and to passages of the body."""

    def __init__(self, known: Known, passages: Passages) -> None:
        self._passages = passages
        self._actor = Reference("actor", known.actors)
        self._actors = ListOf(self._actor)
        self._issue = Reference("issue", known.issues)

    def read(self, name: str | None, record: Record) -> Stance | None:
        """The stance, or None where it lacks what must be shown; all its fields are read in either case."""
        actor = record.get(_ACTOR, self._actor)
        issue = record.get(_ISSUE, self._issue)
        position = record.get(_POSITION)
        stance = Stance(
            id=name or "",
            actor=actor or "",
            issue=issue or "",
            position=position or Position.UNCLEAR,
            summary=record.get(_SUMMARY) or "",
            modality=record.get(_MODALITY),
            evidence=_EvidenceReader(self._passages).read(record),
            place=record.node.place,
            via=record.get(_VIA, self._actors) or (),
            act=record.get(_ACT),
            negated=record.get(_NEGATED) or False,
            certainty=record.get(_CERTAINTY),
            target=record.get(_TARGET, self._actor),
            date=record.get(_DATE),
            date_basis=record.get(_DATE_BASIS),
            coder=record.get(_CODER),
            note=record.get(_NOTE),
        )
        _warn_of_missing_source(record, stance)
        return stance if name and actor and issue and position else None


def _read_relations(found: Iterable[Record], stances: Collection[str]) -> tuple[Relation, ...]:
    pairs = ((record.get(_TYPE), record.get(_STANCE, Reference("stance", stances))) for record in found)
    return tuple(Relation(kind, stance) for kind, stance in pairs if kind and stance)


def _warn_of_missing_source(record: Record, stance: Stance) -> None:
    has_cue = any(piece.role is Role.CUE for piece in stance.evidence)
    if stance.modality is Modality.ATTRIBUTED and not record.has(_VIA) and not has_cue:
        message = "The position is attributed, but neither “via” nor evidence with “role: cue” says by whom."
        record.at_of(_MODALITY).warning("no-source", record.place_of(_MODALITY), message)


class _Quote(NamedTuple):
    """Words to look for, as the file gives them."""

    exact: str
    prefix: str
    suffix: str
    role: Role
    place: Place
    at: At


def _quote(record: Record) -> _Quote | None:
    """A piece of evidence, or None where it has no words."""
    exact = record.get(_EXACT)
    if exact is None:
        return None
    prefix, suffix, role = record.get(_PREFIX), record.get(_SUFFIX), record.get(_ROLE)
    return _Quote(
        exact, prefix or "", suffix or "", role or Role.CONTENT, record.place_of(_EXACT), record.at_of(_EXACT)
    )


def _quotations(record: Record) -> Iterator[Quotation]:
    """What will be looked for in the body if all is right, before anything is read and problems are told."""
    evidence = record.node.entries.get(_EVIDENCE.name)
    if evidence is None:
        return
    for node in evidence.value.items if isinstance(evidence.value, ListNode) else (evidence.value,):
        if isinstance(node, Scalar):
            yield Quotation(node.text)
        elif isinstance(node, Mapping):
            entries = (node.entries.get(field.name) for field in (_EXACT, _PREFIX, _SUFFIX))
            yield Quotation(*(e.value.text if e and isinstance(e.value, Scalar) else "" for e in entries))


def _are_unlike(one: str, other: str) -> bool:
    """Whether either text tells a place that the other does not."""
    folded = [fold(text).text for text in (one, other)]
    shorter, longer = sorted(folded, key=len)
    return bool(shorter) and not longer.startswith(shorter) and not longer.endswith(shorter)


_GIVEN_UP = "The passage most like them is not looked for: they are too long, or it would take too long."


class _EvidenceReader:
    """Finds the words of one stance; its conditions and cues are looked for beside its content first."""

    def __init__(self, passages: Passages) -> None:
        self.passages = passages
        self.home: int | None = None
        """The paragraph of the first content found, an index."""

    def read(self, record: Record) -> tuple[Evidence, ...]:
        quotes = [quote for piece in record.get(_EVIDENCE) or () if (quote := _quote(piece))]
        if quotes and not any(quote.role is Role.CONTENT for quote in quotes):
            message = "There are only cues or conditions: no words say what the position is."
            record.at_of(_EVIDENCE).error(
                "no-content",
                record.place_of(_EVIDENCE),
                message,
                "Add the words of the position itself, without a role.",
            )
        content_first = sorted(quotes, key=lambda quote: quote.role is not Role.CONTENT)
        found = {id(quote): self._found(quote) for quote in content_first}
        return tuple(found[id(quote)] for quote in quotes)

    def _found(self, quote: _Quote) -> Evidence:
        spans = self._spans(quote)
        span = spans[0] if len(spans) == 1 else None
        if len(spans) > 1 and not quote.at.problems.full:
            message = f"The words {quoted(quote.exact)} occur more than once in the body."
            quote.at.error("evidence-ambiguous", quote.place, message, self._what_parts(*spans))
        elif not spans:
            self._tell_missing(quote)
        elif span and quote.role is Role.CONTENT and self.home is None:
            self.home = spans[0].paragraph
        return Evidence(quote.exact, quote.role, span, quote.place, quote.prefix, quote.suffix)

    def _tell_missing(self, quote: _Quote) -> None:
        """Without a body every quotation is missing, and the lack of the body is told already."""
        if not self.passages or quote.at.problems.full:
            return
        if (quote.prefix or quote.suffix) and (spans := self.passages.find(quote.exact)):
            message = f"The words {quoted(quote.exact)} are in the body, but not between the prefix and suffix given."
            places = " and ".join(f"“{before} … {after}”" for before, after in map(self.passages.beside, spans))
            quote.at.error("context-not-found", quote.place, message, f"They stand there like this: {places}.")
            return
        message = f"The words {quoted(quote.exact)} are not in the body."
        hint = self.passages.nearest(quote.exact) or (_GIVEN_UP if self.passages.gave_up else "")
        quote.at.error("evidence-not-found", quote.place, message, hint)

    def _what_parts(self, first: Span, second: Span) -> str:
        """A hint that names what stands beside words in one place and not in another."""
        import json

        (before, after), (other_before, other_after) = self.passages.beside(first), self.passages.beside(second)
        for key, one, other in (("suffix", after, other_after), ("prefix", before, other_before)):
            if _are_unlike(one, other):
                ways = (f"{{exact: the words, {key}: {json.dumps(text, ensure_ascii=False)}}}" for text in (one, other))
                return f"Tell which you mean: the first is {' and the second '.join(ways)}."
        return "Quote more words, so that they are found once."

    def _spans(self, quote: _Quote) -> list[Span]:
        find = self.passages.find
        if quote.role is not Role.CONTENT and self.home is not None:
            beside = find(quote.exact, quote.prefix, quote.suffix, within=self.home)
            if beside:
                return beside
        return find(quote.exact, quote.prefix, quote.suffix)

"""Stances and their evidence: the reading of who takes which position on which words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from article.anchors import Passages
from article.clean import quoted
from article.fields import (
    DATE,
    FLAG,
    LINE,
    PROSE,
    RAW,
    SLUG,
    At,
    Field,
    ListOf,
    OneOf,
    Record,
    Reference,
    named_once,
    records,
)
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
from article.nodes import Mapping, Node, Scalar, Sequence
from article.problems import Place

_ID = Field("id", SLUG, required=True)
_ACTOR = Field("actor", SLUG, required=True)
_VIA = Field("via", ListOf(SLUG))
_ISSUE = Field("issue", SLUG, required=True)
_POSITION = Field("position", OneOf(Position), required=True)
_SUMMARY = Field("summary", LINE, required=True)
_EVIDENCE = Field("evidence", RAW, required=True)
_MODALITY = Field("modality", OneOf(Modality), required=True)
_ACT = Field("act", OneOf(Act))
_NEGATED = Field("negated", FLAG)
_CERTAINTY = Field("certainty", OneOf(Certainty))
_TARGET = Field("target", SLUG)
_DATE = Field("date", DATE)
_DATE_BASIS = Field("date_basis", OneOf(DateBasis))
_RELATIONS = Field("relations", RAW)
_CODER = Field("coder", LINE)
_NOTE = Field("note", PROSE)
STANCE_FIELDS = (
    *(_ID, _ACTOR, _VIA, _ISSUE, _POSITION, _SUMMARY, _EVIDENCE, _MODALITY, _ACT, _NEGATED, _CERTAINTY),
    *(_TARGET, _DATE, _DATE_BASIS, _RELATIONS, _CODER, _NOTE),
)

_EXACT = Field("exact", PROSE, required=True)
_PREFIX = Field("prefix", PROSE)
_SUFFIX = Field("suffix", PROSE)
_ROLE = Field("role", OneOf(Role))
EVIDENCE_FIELDS = (_EXACT, _PREFIX, _SUFFIX, _ROLE)

_TYPE = Field("type", OneOf(RelationType), required=True)
_STANCE = Field("stance", SLUG, required=True)
RELATION_FIELDS = (_TYPE, _STANCE)


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that stances may refer to."""

    actors: Collection[str]
    issues: Collection[str]


def read_stances(node: Node | None, known: Known, passages: Passages, at: At) -> tuple[Stance, ...]:
    """The stances of the list; one that lacks what a reader must be shown (an id of its own, a known
    actor and issue, a position) is left out, with a problem."""
    stances: dict[str, Stance] = {}
    related: list[tuple[str | None, list[Record]]] = []
    for name, record in named_once(records(node, STANCE_FIELDS, at), _ID):
        stance = _read_stance(name, record, known, passages)
        related.append(
            (name, list(records(record.get(_RELATIONS), RELATION_FIELDS, record.at.key("relations")))),
        )
        if stance:
            stances[stance.id] = stance
    for name, found in related:
        relations = _read_relations(found, stances)
        if relations and name in stances:
            stances[name] = replace(stances[name], relations=relations)
    return tuple(stances.values())


def _read_stance(name: str | None, record: Record, known: Known, passages: Passages) -> Stance | None:
    """The stance, or None where it lacks what must be shown; all its fields are read in either case."""
    an_actor = Reference("actor", known.actors)
    actor = record.get(_ACTOR, an_actor)
    issue = record.get(_ISSUE, Reference("issue", known.issues))
    position = record.get(_POSITION)
    stance = Stance(
        id=name or "",
        actor=actor or "",
        issue=issue or "",
        position=position or Position.UNCLEAR,
        summary=record.get(_SUMMARY) or "",
        modality=record.get(_MODALITY),
        evidence=_EvidenceReader(passages).read(record),
        place=record.node.place,
        via=record.get(_VIA, ListOf(an_actor)) or (),
        act=record.get(_ACT),
        negated=record.get(_NEGATED) or False,
        certainty=record.get(_CERTAINTY),
        target=record.get(_TARGET, an_actor),
        date=record.get(_DATE),
        date_basis=record.get(_DATE_BASIS),
        coder=record.get(_CODER),
        note=record.get(_NOTE),
    )
    _warn_of_missing_source(record, stance)
    return stance if name and actor and issue and position else None


def _read_relations(found: list[Record], stances: Collection[str]) -> tuple[Relation, ...]:
    pairs = ((record.get(_TYPE), record.get(_STANCE, Reference("stance", stances))) for record in found)
    return tuple(Relation(kind, stance) for kind, stance in pairs if kind and stance)


def _warn_of_missing_source(record: Record, stance: Stance) -> None:
    has_cue = any(piece.role is Role.CUE for piece in stance.evidence)
    if stance.modality is Modality.ATTRIBUTED and not stance.via and not has_cue:
        message = "The position is attributed, but neither “via” nor a cue says by whom."
        record.at.key("modality").warning("no-source", record.place_of(_MODALITY), message)


@dataclass(frozen=True, slots=True)
class _Quote:
    """Words to look for, as the file gives them."""

    exact: str
    prefix: str
    suffix: str
    role: Role
    place: Place
    at: At


@dataclass(slots=True)
class _EvidenceReader:
    """Finds the words of one stance; its conditions and cues are looked for beside its content first."""

    passages: Passages
    home: int | None = field(default=None, init=False)
    """The paragraph of the first content found, an index."""

    def read(self, record: Record) -> tuple[Evidence, ...]:
        node = record.get(_EVIDENCE)
        quotes = [] if node is None else self._quotes(node, record.at.key("evidence"))
        if (quotes or isinstance(node, Sequence)) and not any(quote.role is Role.CONTENT for quote in quotes):
            record.at.key("evidence").error(
                "no-content", record.place_of(_EVIDENCE), "No evidence has the role content."
            )
        content_first = sorted(quotes, key=lambda quote: quote.role is not Role.CONTENT)
        found = {id(quote): self._found(quote) for quote in content_first}
        return tuple(found[id(quote)] for quote in quotes)

    def _quotes(self, node: Node, at: At) -> list[_Quote]:
        if isinstance(node, Sequence):
            return [quote for i, item in enumerate(node.items) for quote in self._quote(item, at.item(i))]
        return self._quote(node, at)

    def _quote(self, node: Node, at: At) -> list[_Quote]:
        if isinstance(node, Scalar):
            text = node.text.strip()
            return [_Quote(text, "", "", Role.CONTENT, node.place, at)] if text else []
        if not isinstance(node, Mapping):
            at.error("not-a-text", node.place, "A text, or “exact” with its “prefix”, “suffix” or “role”, is wanted.")
            return []
        record = Record(node, EVIDENCE_FIELDS, at)
        exact = record.get(_EXACT)
        if exact is None:
            return []
        role = record.get(_ROLE) or Role.CONTENT
        prefix, suffix = record.get(_PREFIX) or "", record.get(_SUFFIX) or ""
        return [_Quote(exact, prefix, suffix, role, record.place_of(_EXACT), at.key("exact"))]

    def _found(self, quote: _Quote) -> Evidence:
        spans = self._spans(quote)
        span = spans[0] if len(spans) == 1 else None
        if len(spans) > 1:
            message = f"The words {quoted(quote.exact)} occur more than once in the body."
            quote.at.error("evidence-ambiguous", quote.place, message, "Add a prefix or a suffix.")
        elif not spans:
            closest = self.passages.nearest(quote.exact)
            message = f"The words {quoted(quote.exact)} are not in the body."
            quote.at.error("evidence-not-found", quote.place, message, f"Closest: “{closest}”." if closest else "")
        elif quote.role is Role.CONTENT and self.home is None:
            self.home = spans[0].paragraph
        return Evidence(quote.exact, quote.role, span, quote.place, quote.prefix, quote.suffix)

    def _spans(self, quote: _Quote) -> list[Span]:
        find = self.passages.find
        if quote.role is not Role.CONTENT and self.home is not None:
            beside = find(quote.exact, quote.prefix, quote.suffix, within=self.home)
            if beside:
                return beside
        return find(quote.exact, quote.prefix, quote.suffix)

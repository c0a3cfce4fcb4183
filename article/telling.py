"""What a file says of a stance beside its words, told in full: for whoever shows or cites one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from article.model import Act, Article, DateBasis, Evidence, Modality, Position, RelationType, Role, Stance
from article.wording import source_phrase

POSITION_ON = {
    Position.SUPPORT: "for",
    Position.OPPOSE: "against",
    Position.MIXED: "mixed on",
    Position.NEUTRAL: "neutral on",
    Position.UNCLEAR: "unclear on",
}
"""Where an actor stands, as it is said before the proposition."""
_IN_WHOSE_WORDS = {
    Modality.QUOTATION: "quoted",
    Modality.PARAPHRASE: "paraphrase, in the article's words",
    Modality.MIXED: "partly quoted, partly in the article's words",
    Modality.ATTRIBUTED: "reported, in the article's words",
    Modality.INFERRED: "inferred from the article's words",
}
_BASIS = {
    DateBasis.EXPLICIT: "stated in the text",
    DateBasis.INFERRED: "inferred",
    DateBasis.ARTICLE: "the article's own date",
}
_ANSWER = {
    RelationType.SUPPORTS: ("supports", "is supported by"),
    RelationType.REJECTS: ("rejects", "is rejected by"),
    RelationType.REPEATS: ("repeats", "is repeated by"),
    RelationType.CONTRADICTS: ("contradicts", "is contradicted by"),
}
"""How a stance answers another, and the other way round."""


def telling(article: Article, stance: Stance) -> str:
    """In whose words the position is told, and through whom: ``reported by A, citing B``."""
    whose = _IN_WHOSE_WORDS[stance.modality] if stance.modality else ""
    if not stance.via:
        return whose or "modality not known"
    told = source_phrase(article, stance)
    return told if stance.modality in (None, Modality.ATTRIBUTED) else f"{told}; {whose}"


def act_told(stance: Stance) -> str:
    """What the actor does by it; a denial of that says what it does not mean."""
    if not stance.negated:
        return str(stance.act or "")
    if stance.act is Act.INTENTION:
        return "no intention: a plan is denied, which is not opposition"
    return f"no {stance.act or 'act'}: the words deny it"


def date_told(stance: Stance) -> str:
    """When it was said, and how that is known."""
    if stance.date is None:
        return ""
    return f"{day(stance.date)} ({_BASIS[stance.date_basis]})" if stance.date_basis else day(stance.date)


def day(iso: str) -> str:
    """A date as it is read aloud: ``9 April 2031``; a text that is none stays as it is."""
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{found.day} {found:%B} {found.year}"


def where_told(article: Article, paragraph: int) -> str:
    """A paragraph by its number."""
    number = article.paragraphs[paragraph].number
    return f"¶{number}" if number else "a cross-heading"


def lack_told(article: Article, piece: Evidence) -> str:
    """Why words have no place in the text; empty where they have one."""
    if piece.span:
        return ""
    codes = {problem.code for problem in article.problems if problem.place == piece.place}
    if "evidence-ambiguous" in codes:
        return "ambiguous: the text has these words more than once"
    if "context-not-found" in codes:
        return "missing: the text has these words, but not between the prefix and suffix given"
    if "evidence-not-found" in codes:
        return "missing: the text does not have these words"
    return "not found once in the text"


def content_of(stance: Stance) -> tuple[Evidence, ...]:
    """The pieces that say what the position is, in the order of the text; those not found last."""
    pieces = [piece for piece in stance.evidence if piece.role is Role.CONTENT]
    found = sorted((piece for piece in pieces if piece.span), key=lambda piece: piece.span or ())
    return (*found, *(piece for piece in pieces if not piece.span))


class Answer(NamedTuple):
    """How a stance and another one bear on each other, told from the first: ``is rejected by``."""

    phrase: str
    stance: str
    """The id of the other."""


def answers(article: Article, stance: Stance) -> tuple[Answer, ...]:
    """What a stance answers, and then what answers it."""
    return (*(Answer(_ANSWER[found.type][0], found.stance) for found in stance.relations), *_answering(article, stance))


def _answering(article: Article, stance: Stance) -> Iterator[Answer]:
    for other in article.stances:
        for relation in other.relations:
            if relation.stance == stance.id:
                yield Answer(_ANSWER[relation.type][1], other.id)

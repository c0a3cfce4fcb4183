"""The words in which the format's values are told to a reader; plain output and screen share them."""

from __future__ import annotations

from datetime import date

from article.model import Actor, Article, Certainty, Modality, Position, PublishedBasis, Stance

POSITION_WORD = {
    Position.SUPPORT: "for",
    Position.OPPOSE: "against",
    Position.MIXED: "mixed",
    Position.NEUTRAL: "neutral",
    Position.UNCLEAR: "unclear",
}
MODALITY_PHRASE = {
    Modality.QUOTATION: "quote",
    Modality.PARAPHRASE: "paraphrase",
    Modality.MIXED: "partly quoted",
    Modality.ATTRIBUTED: "reported",
    Modality.INFERRED: "inferred",
}
WORDS_A_MINUTE = 240
"""Silent reading of English non-fiction: 238 words a minute on average (Brysbaert, 2019)."""


def source_phrase(article: Article, stance: Stance) -> str:
    """How the text carries the stance, and through whom: ``reported by A, citing B``."""
    if stance.via:
        return f"reported by {', citing '.join(article.actor[name].label for name in stance.via)}"
    return MODALITY_PHRASE[stance.modality] if stance.modality else "modality not known"


def position_word(stance: Stance) -> str:
    """Where the actor stands, in a word. A denied plan is told as what it is, as it is no position against it."""
    return _act(stance) if _is_denial(stance) else POSITION_WORD[stance.position]


def act_phrase(stance: Stance) -> str:
    """What the actor does by it, and how sure of it, for where the word of its position stands too: a denial that
    is told as the position is not told again."""
    act = stance.act or ("act" if stance.negated else "")
    told = "" if _is_denial(stance) else _act(stance)
    told_anyway = {Certainty.CERTAIN} if act else set[Certainty]()
    told_anyway |= {Certainty.CONDITIONAL} if stance.conditions else set()
    sure = stance.certainty if stance.certainty not in told_anyway else None
    return " · ".join(part for part in (told, str(sure or "")) if part)


def _act(stance: Stance) -> str:
    """The act; one that the words negate says so."""
    return f"no {stance.act or 'act'}" if stance.negated else str(stance.act or "")


def _is_denial(stance: Stance) -> bool:
    """Whether all there is to say of the position is that an act is denied."""
    return stance.negated and stance.position is Position.UNCLEAR


def role_phrase(actor: Actor) -> str:
    """The actor's name with its role."""
    return f"{actor.name}, {actor.role}" if actor.role else actor.name


def dateline(article: Article, width: int | None = None) -> str:
    """Publisher, date, author and reading time, as far as the file tells them.

    In ``width`` characters what does not fit is left out from the end, the publisher last.
    """
    minutes = f"{max(1, round(article.words / WORDS_A_MINUTE))} min"
    parts = [part for part in (article.publisher, _day(article), article.author, minutes) if part]
    while width is not None and len(parts) > 1 and len(" · ".join(parts)) > width:
        parts.pop()
    return " · ".join(parts)


def troubles(article: Article) -> str:
    """How many problems the file has, and how many positions cannot be shown for them."""
    left_out = f", {count(article.left_out, 'position')} left out" if article.left_out else ""
    return f"{count(len(article.problems), 'problem')} in this file{left_out}"


def no_position(article: Article, actor: str) -> str:
    """What there is to say of an actor without a position: perhaps that it reports those of others."""
    reported = sum(actor in stance.via for stance in article.stances)
    told = f" It reports {count(reported, 'position')} of others." if reported else ""
    return f"{article.actor[actor].name} takes no position of its own.{told}"


def count(number: int, noun: str) -> str:
    """``1 problem``, ``2 problems``."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(length: int) -> str:
    """Bytes as a person counts them: ``14 KB``, ``1.4 MB``."""
    return f"{max(1, round(length / 1e3))} KB" if length < 1e6 else f"{length / 1e6:.{int(length < 1e7)}f} MB"


def _day(article: Article) -> str:
    if article.published is None:
        return ""
    try:
        day = date.fromisoformat(article.published)
    except ValueError:
        text = article.published
    else:
        text = f"{day.day} {day:%B %Y}"
    return f"{text} (inferred)" if article.published_basis is PublishedBasis.INFERRED else text

"""An article, its actors and its positions as plain text: for pipes, logs and screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from article.cells import wrapped
from article.clean import one_line
from article.model import Actor, Article, DateBasis, Evidence, Role, Stance
from article.wording import act_phrase, count, dateline, position_word, role_phrase, source_phrase, troubles

WIDTH = 78
"""Columns: what a mail, a log and an 80-column terminal take without folding."""


def plain_text(article: Article) -> str:
    """The whole article as lines of at most 78 characters, where a word permits."""
    return "\n".join(_lines(article)) + "\n"


def _lines(article: Article) -> Iterator[str]:
    yield from _wrapped(article.headline)
    yield from _wrapped(dateline(article))
    if article.note:
        yield from _wrapped(one_line(article.note))
    if article.hidden:
        yield f"({count(article.hidden, 'hidden character')} left out)"
    if article.problems:
        yield f"({troubles(article)})"
    for paragraph in article.paragraphs:
        yield ""
        label = f"[{paragraph.number}] " if paragraph.number else "## "
        yield from _wrapped(paragraph.text, label)
    named = article.mentions.counts()
    yield from _title("Actors")
    for party, actors in article.by_party:
        yield from _wrapped(f"{party.name if party else 'Of no party'}:")
        for actor in actors:
            facts = _facts(article, actor, named.get(actor.id, 0))
            yield from _wrapped(f"{role_phrase(actor)} ({facts})", f"  {actor.tag}  ")
    yield from _title("Positions")
    for _, actors in article.by_party:
        for actor in actors:
            yield from _positions(article, actor)


def _positions(article: Article, actor: Actor) -> Iterator[str]:
    stances = [stance for stance in article.stances if stance.actor == actor.id]
    if not stances:
        return
    party = article.party.get(actor.party or "")
    yield from _wrapped(f"{actor.name} ({party.name})" if party else actor.name)
    for stance in stances:
        yield from _position(article, stance)
    yield ""


def _position(article: Article, stance: Stance) -> Iterator[str]:
    issue = article.issue[stance.issue]
    yield from _wrapped(f"{position_word(stance).upper()}: {issue.proposition}", "  - ")
    yield from _wrapped(stance.summary, "    ")
    for piece in stance.evidence:
        role = "" if piece.role is Role.CONTENT else f"{piece.role}: "
        yield from _wrapped(f"{role}“{one_line(piece.exact)}” {_where(article, piece)}", "    ")
    about = "; ".join(phrase for phrase in (source_phrase(article, stance), act_phrase(stance)) if phrase)
    yield from _wrapped(f"({about})", "    ")
    for label, told in _details(article, stance):
        yield from _wrapped(f"{label}: {told}", "    ")


def _facts(article: Article, actor: Actor, named: int) -> str:
    """How many positions an actor takes, and reports of others, and how often the text names it."""
    stances = count(len(article.stances_of.get(actor.id, ())), "position")
    reported = sum(actor.id in stance.via for stance in article.stances)
    facts = [stances, f"reports {count(reported, 'position')} of others" if reported else "", f"named {_times(named)}"]
    return ", ".join(fact for fact in facts if fact)


def _times(number: int) -> str:
    return "never" if not number else "once" if number == 1 else f"{number:,} times"


def _details(article: Article, stance: Stance) -> Iterator[tuple[str, str]]:
    """What else the file says of a position, as far as it does."""
    yield "issue", article.issue[stance.issue].label
    if stance.target in article.actor:
        yield "to", article.actor[stance.target].name
    if stance.date:
        yield "date", f"{stance.date} (inferred)" if stance.date_basis is DateBasis.INFERRED else stance.date
    for relation in stance.relations:
        if other := article.stance.get(relation.stance):
            yield str(relation.type), f"{article.actor[other.actor].name} on “{article.issue[other.issue].label}”"
    if stance.note:
        yield "note", one_line(stance.note)


def _where(article: Article, piece: Evidence) -> str:
    if piece.span is None:
        return "(not found in the text)"
    number = article.paragraphs[piece.span.paragraph].number
    return f"[{number}]" if number else "[##]"


def _title(text: str) -> Iterator[str]:
    yield from ("", "", text.upper(), "")


def _wrapped(text: str, label: str = "") -> list[str]:
    return wrapped(text, WIDTH, label)

"""Articles in which every field holds payloads: what can be said in it is, and what cannot is a problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle

from tests.tty.payloads import PAYLOADS, in_quotes

POSITIONS = ("support", "oppose", "mixed", "neutral", "unclear")
MODALITIES = ("quotation", "paraphrase", "attributed")
TEXTS = tuple(PAYLOADS.values())
BAD = cycle(
    (
        "actor: {text}, issue: i0, position: support, modality: paraphrase, summary: a, evidence: N0",
        "actor: a0, issue: {text}, position: support, modality: paraphrase, summary: a, evidence: {text}",
        "actor: a0, issue: i0, position: {text}, modality: {text}, summary: a, evidence: N0",
        "actor: a0, issue: i0, position: support, modality: paraphrase, summary: a, date: {text}, negated: {text},"
        " target: {text}",
        "actor: a0, issue: i0, position: support, modality: paraphrase, summary: a, {text}: b",
        "actor: a0, issue: i0, position: support, modality: paraphrase, summary: a, x: [{{{text}: [{text}, 1]}}]",
        "actor: a0, issue: i0, position: support, modality: paraphrase, summary: a, evidence:"
        " {{exact: words, prefix: {text}}}",
        "actor: a0, issue: i0, position: support, modality: paraphrase, summary: a, relations:"
        " [{{type: {text}, stance: {text}}}]",
        "actor: a0, issue: i0, position: support, modality: paraphrase, {text}: 1, {text}: 2, summary: a",
    )
)
"""Stances in which something has not the form it must have."""


def article(texts: Sequence[str] = TEXTS) -> str:
    """An article whose every text is a payload, or holds one; it has no problem."""
    return "\n".join((*_head(texts), *_names(texts), "stances:", *_stances(texts), ""))


def with_problems(texts: Sequence[str] = TEXTS) -> str:
    """One that has payloads in place of ids, dates, known words and keys, too."""
    stances = (*_stances(texts), *_bad_stances(texts))
    return "\n".join((*_head(texts), *_keys(texts), *_names(texts), "stances:", *stances, ""))


def refused(texts: Sequence[str] = TEXTS) -> str:
    """One that cannot be read as an article at all, for it has no headline."""
    return with_problems(texts).replace("headline:", "head:", 1)


def _head(texts: Sequence[str]) -> Iterator[str]:
    joined = " | ".join(texts)
    together = in_quotes(joined)
    yield "format: 1\nid: hostile\nlanguage: en\npublished: 2031-04-09"
    yield f"headline: {in_quotes(f'Hostile {joined}')}"
    yield from (f"{key}: {together}" for key in ("publisher", "author", "note", "coder", "rights", "x_own"))
    yield f"body: {in_quotes(''.join(f'{_paragraph(*each)}' for each in enumerate(texts)))}"


def _paragraph(number: int, text: str) -> str:
    heading = f"## Heading {text}\n\n" if number % 5 == 0 else ""
    return f"{heading}{text} N{number} {text} said {_words(number, text)} {_condition(number, text)}.\n\n"


def _words(number: int, text: str) -> str:
    return f"{number} words of {text} and no more"


def _condition(number: int, text: str) -> str:
    return f"if {text} were {number} so"


def _names(texts: Sequence[str]) -> Iterator[str]:
    yield "parties:"
    for number, text in enumerate(texts):
        yield f"  - {{id: p{number}, name: {in_quotes(f'P{number} {text}')}}}"
    yield "actors:"
    for number, text in enumerate(texts):
        inner = in_quotes(text)
        yield f"  - id: a{number}\n    name: {in_quotes(f'N{number} {text}')}\n    kind: person\n    party: p{number}"
        yield f"    role: {inner}\n    aliases: [{in_quotes(f'{text} alias {number}')}]\n    same_as: {inner}"
        yield f"    member_of: [{{org: a{(number + 1) % len(texts)}, role: {inner}}}]"
    yield "issues:"
    for number, text in enumerate(texts):
        inner = in_quotes(text)
        yield f"  - {{id: i{number}, label: {in_quotes(f'L{number} {text}')}, proposition: {inner}, same_as: {inner}}}"


def _stances(texts: Sequence[str]) -> Iterator[str]:
    for (number, text), position, modality in zip(enumerate(texts), cycle(POSITIONS), cycle(MODALITIES), strict=False):
        inner = in_quotes(text)
        following = (number + 1) % len(texts)
        yield f"  - id: s{number}\n    actor: a{number}\n    issue: i{number}\n    position: {position}"
        yield f"    modality: {modality}\n    via: [a{following}]\n    target: a{following}"
        yield f"    summary: {in_quotes(f'{text} in short')}\n    note: {inner}\n    coder: {inner}"
        yield f"    relations: [{{type: rejects, stance: s{following}}}]"
        yield f"    evidence: [{in_quotes(_words(number, text))},"
        yield f"      {{exact: {in_quotes(_condition(number, text))}, role: condition}}]"


def _bad_stances(texts: Sequence[str]) -> Iterator[str]:
    for text, bad in zip(texts, BAD, strict=False):
        inner = in_quotes(text)
        yield f"  - {{id: {inner}, {bad.format(text=inner)}}}"


def _keys(texts: Sequence[str]) -> Iterator[str]:
    yield from (f"{in_quotes(text)}: 1" for text in texts)
    yield f"url: {in_quotes(' '.join(texts))}\npublished_basis: {in_quotes(texts[0])}\nlanguages: {in_quotes(texts[1])}"

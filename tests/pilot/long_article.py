"""A made-up article of some 300 paragraphs, of one row and of many, in two scripts, under headings, with sixty
stances: long enough that most of it is out of sight."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import count

from article import Article
from article.loader import load_text

PARAGRAPHS = 300
STANCES = 60
ACTORS = 12
WORDS: Sequence[str] = (
    "a",
    "of",
    "lane",
    "river",
    "avenue",
    "because",
    "opposition",
    "counterproposal",
    "unenforceability",
)
HAN = "市長報告高速道路建設計画反対派住民"
POSITIONS = ("support", "oppose", "mixed", "neutral", "unclear")


@cache
def long_article() -> Article:
    """The article; it is always the same."""
    chance = random.Random(300)  # noqa: S311 - nothing is secret
    quoted = set(chance.sample(range(PARAGRAPHS), STANCES))
    paragraphs: list[str] = []
    quotations: list[str] = []
    for index in range(PARAGRAPHS):
        if index % 23 == 22:
            paragraphs.append(f"## Part {index // 23 + 1}")
        words = _words(chance, chance.choice((3, 6, 40, 90, 90, 500)))
        if index in quoted:
            quotation = f"statement {len(quotations)} calls for {' '.join(_words(chance, chance.choice((2, 25))))}"
            words.insert(len(words) // 2, quotation)
            quotations.append(quotation)
        paragraphs.append(" ".join(words))
    lines = ["format: 1", "id: long", "headline: A long text about a lane", "body: |"]
    lines += [f"  {paragraph}\n" for paragraph in paragraphs]
    lines += ["parties: [{id: for, name: For}, {id: against, name: Against}]", "actors:"]
    lines += [f"  - {{id: a{n}, name: Ann {n:02}, kind: person, party: {_party(n)}}}" for n in range(ACTORS)]
    lines += ["issues: [{id: lane, label: The lane, proposition: It should be built.}]", "stances:"]
    for number, quotation in zip(count(), quotations):
        summary = " ".join(_words(chance, chance.choice((3, 12, 30))))
        lines.append(f"  - {{id: s{number}, actor: a{number * 5 % ACTORS}, issue: lane, modality: quotation,")
        lines.append(f"     position: {POSITIONS[number % 5]}, summary: The {summary}, evidence: {quotation}}}")
    return load_text("\n".join(lines) + "\n", name="long.yaml")


def _party(actor: int) -> str:
    return "against" if actor % 3 else "for"


def _words(chance: random.Random, number: int) -> list[str]:
    """Words of a paragraph: a sixth of them are written in Han without spaces, a few name an actor."""
    if chance.random() < 1 / 6:
        return ["".join(chance.choices(HAN, k=number)) + "。"]
    words = chance.choices(WORDS, k=number)
    if chance.random() < 1 / 3:
        words[number // 2] = f"Ann {chance.randrange(ACTORS):02}"
    return words

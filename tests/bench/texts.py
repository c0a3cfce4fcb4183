"""The articles that are measured: made from a seed, without a problem, and kept between runs.

A text of a given size has its stances spread evenly over its sentences and an actor's name for one word in a
hundred. A quotation holds a word that occurs nowhere else, so that it is found exactly once.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import NamedTuple

FIRST_WORDS = "Quartz opens"
"""What every body begins with: on the screen, it says that the page is shown."""
CHANCE_OF_NAME = 0.01
SENTENCES = (3, 8)
"""Of a paragraph, at least and at most."""
WORDS = (9, 19)
"""Of a sentence, at least and at most."""
PARAGRAPHS_UNDER_HEADING = 40
PARTIES = ("North", "South", "East", "West")
KINDS = ("person", "government", "organization", "group", "media")
POSITIONS = ("support", "oppose", "mixed", "neutral", "unclear")
ACTS = ("assertion", "prediction", "demand", "warning", "denial")


class Script(NamedTuple):
    """How a language is written, and the words of it that are used."""

    words: Sequence[str]
    first_names: Sequence[str]
    last_names: Sequence[str]
    rare: Sequence[str]
    """Words for quotations: each is used once, and none is part of anything else."""
    space: str
    stop: str


def _joined(*choices: Sequence[str], most: int) -> tuple[str, ...]:
    """Words put together from parts in every way there is, thinned out evenly to ``most``."""
    every = ["".join(parts) for parts in product(*choices)]
    assert len(every) >= most
    return tuple(every[index * len(every) // most] for index in range(most))


def _latin() -> Script:
    syllables = [first + second for first in "bdfgklmnprst" for second in ("a", "e", "in", "o", "u")]
    short = _joined(syllables[::4], syllables[1::4], most=200)
    long = _joined(syllables[::3], syllables[1::5], syllables[2::5], most=1800)
    names = [syllable.title() for syllable in syllables]
    return Script(
        words=(*short * 6, *long),
        first_names=_joined(names[::5], syllables[::6], ("rik", "va"), most=80),
        last_names=_joined(names[::3], syllables[::4], syllables[::5], ("sson", "ova", "ler"), most=2000),
        rare=_joined(["z"], "aeiou", syllables, syllables, syllables[::4], most=40_000),
        space=" ",
        stop=". ",
    )


def _han() -> Script:
    def characters(low: int, count: int) -> list[str]:
        return [chr(low + index) for index in range(count)]

    return Script(
        words=(*characters(0x4E10, 300), *_joined(characters(0x5200, 90), characters(0x6200, 90), most=2000)),
        first_names=characters(0x7400, 80),
        last_names=_joined(characters(0x7500, 50), characters(0x7600, 50), most=2000),
        rare=_joined(characters(0x8000, 40), characters(0x8100, 40), characters(0x8200, 40), most=40_000),
        space="",
        stop="。",
    )


SCRIPTS = {"plain": _latin, "CJK": _han}


@dataclass(frozen=True)
class Text:
    """An article to be made: ``size`` is that of its body in bytes."""

    size: int
    stances: int
    actors: int
    script: str = "plain"

    @property
    def issues(self) -> int:
        return max(4, self.stances // 200)

    def article(self) -> Path:
        """The article's file."""
        return self._kept("yaml")

    def body(self) -> Path:
        """A file of the text alone, for programs that know no articles."""
        return self._kept("txt")

    def _kept(self, suffix: str) -> Path:
        """A file of the cache, whose name changes with the parameters and with this module."""
        told = f"{self}{Path(__file__).read_text(encoding='utf-8')}"
        path = cache() / f"{self.script}-{self.size}-{self.stances}-{sha256(told.encode()).hexdigest()[:10]}.{suffix}"
        if not path.exists():
            made = _Maker(self).made()
            for file, text in ((path.with_suffix(".txt"), made.body()), (path.with_suffix(".yaml"), made.article())):
                begun = file.with_suffix(f".{os.getpid()}")
                begun.write_text(text, encoding="utf-8")
                begun.replace(file)
        return path


def cache() -> Path:
    """The folder in which texts are kept."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(home) / "kremlin-tui-benchmark"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class _Quotation(NamedTuple):
    """The words of a stance, and those for its condition, if any."""

    content: str
    condition: str


class _Made(NamedTuple):
    """A text with what is to be said about it."""

    of: Text
    space: str
    names: Sequence[tuple[str, str]]
    """First and last names of the actors."""
    paragraphs: Sequence[str]
    quotations: Sequence[_Quotation]

    def body(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"

    def article(self) -> str:
        """The text of the file."""
        lines = ["format: 1", "id: made", "headline: A text to measure", "body: |"]
        lines += [f"  {paragraph}\n" for paragraph in self.paragraphs]
        lines += ["parties:", *(f"  - {{id: {name.lower()}, name: {name}}}" for name in PARTIES)]
        lines += ["actors:", *map(self._actor, range(self.of.actors))]
        lines += ["issues:", *map(self._issue, range(self.of.issues))]
        lines += ["stances:", *(self._stance(index, quotation) for index, quotation in enumerate(self.quotations))]
        return "\n".join(lines) + "\n"

    def _actor(self, index: int) -> str:
        first, last = self.names[index]
        return "\n".join(
            (
                f"  - id: a{index}",
                f"    name: {first}{self.space}{last}",
                f"    short: {last}",
                f"    kind: {KINDS[index % len(KINDS)]}",
                f"    party: {PARTIES[index % len(PARTIES)].lower()}",
                f"    aliases: [{last}{self.space}{first}]",
            )
        )

    def _issue(self, index: int) -> str:
        return f"  - {{id: i{index}, label: Question {index}, proposition: Question {index} should be answered.}}"

    def _stance(self, index: int, quotation: _Quotation) -> str:
        lines = [
            f"  - id: s{index}",
            f"    actor: a{index % self.of.actors}",
            f"    issue: i{index * 7 % self.of.issues}",
            f"    position: {POSITIONS[index * 3 % len(POSITIONS)]}",
            f"    modality: {'quotation' if index % 4 else 'paraphrase'}",
            f"    act: {ACTS[index % len(ACTS)]}",
            f"    summary: Says in statement {index} what the question calls for, and why it does.",
            "    evidence:",
            f"      - {json.dumps(quotation.content, ensure_ascii=False)}",
        ]
        if quotation.condition:
            words = json.dumps(quotation.condition, ensure_ascii=False)
            lines.append(f"      - {{exact: {words}, role: condition}}")
        return "\n".join(lines)


@dataclass
class _Maker:
    """Writes one text; whatever is by chance comes from one seed."""

    text: Text
    chance: random.Random = field(default_factory=lambda: random.Random(1962))  # noqa: S311 - nothing is secret
    quotations: list[_Quotation] = field(default_factory=list[_Quotation])
    written: int = 0

    def __post_init__(self) -> None:
        self.script = SCRIPTS[self.text.script]()
        self.rare = iter(self.chance.sample(self.script.rare, len(self.script.rare)))
        firsts = self.script.first_names
        self.names = [
            (firsts[index % len(firsts)], last)
            for index, last in enumerate(self.chance.sample(self.script.last_names, self.text.actors))
        ]
        space = self.script.space
        self.forms = [form for first, last in self.names for form in (f"{first}{space}{last}", last)]

    def made(self) -> _Made:
        return _Made(self.text, self.script.space, self.names, list(self._paragraphs()), self.quotations)

    def _paragraphs(self) -> Iterator[str]:
        number = 0
        while self.written < self.text.size or len(self.quotations) < self.text.stances:
            if number and number % PARAGRAPHS_UNDER_HEADING == 0:
                yield f"## Part {number // PARAGRAPHS_UNDER_HEADING}"
            opening = "" if number else f"{FIRST_WORDS}{self.script.stop}"
            paragraph = (opening + "".join(self._sentences())).strip()
            self.written += len(paragraph.encode()) + 2
            number += 1
            yield paragraph

    def _sentences(self) -> Iterator[str]:
        written = self.written
        for _ in range(self.chance.randint(*SENTENCES)):
            quoted = len(self.quotations) * self.text.size < self.text.stances * written
            sentence = self._sentence(quoted=quoted or written >= self.text.size)
            written += len(sentence.encode())
            yield sentence

    def _sentence(self, *, quoted: bool) -> str:
        """A sentence; one that is quoted bears a stance, every third also its condition."""
        count = self.chance.randint(*WORDS)
        words = self.chance.choices(self.script.words, k=count)
        for index in range(count):
            if self.chance.random() < CHANCE_OF_NAME:
                words[index] = self.chance.choice(self.forms)
        words[0] = words[0][0].upper() + words[0][1:]
        if quoted and len(self.quotations) < self.text.stances:
            conditional = len(self.quotations) % 3 == 0
            words[2] = next(self.rare)
            words[5] = next(self.rare) if conditional else words[5]
            end = 5 if conditional else self.chance.randint(5, count)
            condition = self.script.space.join(words[5:8]) if conditional else ""
            self.quotations.append(_Quotation(self.script.space.join(words[2:end]), condition))
        return self.script.space.join(words) + self.script.stop

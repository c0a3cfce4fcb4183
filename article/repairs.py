"""Quotations that no longer fit an edited text: what would mend them, and the mending."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from article.clean import line_starts
from article.loader import load_text
from article.model import Article, Stance
from article.nodes import Entry, Mapping, Scalar, read_tree
from article.nodes import Sequence as ListNode
from article.problems import ArticleError, Passage, Place, Problem, Problems

LEAST_SCORE = 85
"""A passage less like the words than this, in percent, is never taken by itself."""
LEAST_WORDS = 8
"""Nor one for fewer words than these: 99.8% of such runs occur once in a text (see the format), shorter ones
are too easily taken for others."""

NOWHERE = Place(0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Repair:
    """New words for a piece of evidence: ``written`` is the YAML that would stand in its place."""

    problem: Problem
    place: Place
    passage: Passage
    written: str
    holds_comment: bool
    """Whether a comment stands inside of what would be replaced."""

    @property
    def doubt(self) -> str:
        """Why it is left to a person; empty when it is not."""
        if self.holds_comment:
            return "a comment stands in it"
        words = len(self.passage.old.split())
        if words < LEAST_WORDS:
            return f"fewer than {LEAST_WORDS} words"
        return f"less like than {LEAST_SCORE} of 100" if self.passage.score < LEAST_SCORE else ""


def repairs(problems: Iterable[Problem], text: str) -> list[Repair]:
    """A repair for every quotation that was not found but has a near passage; ``text`` is the file's."""
    source = _Source(text)
    return [
        Repair(
            problem,
            problem.place,
            passage,
            source.written(passage.new, problem.place),
            source.holds_comment(problem.place),
        )
        for problem in problems
        if problem.place and isinstance(passage := problem.suggestion, Passage)
    ]


def mended(text: str, chosen: Sequence[Repair]) -> tuple[str, list[Repair]]:
    """The file's text with the repairs that hold, and these: each leaves words that are found exactly once,
    and all of them together leave everything but those words as it was."""
    holding = list(chosen)
    while holding:
        changed = _Source(text).replaced(holding)
        try:
            before, after = load_text(text), load_text(changed)
        except ArticleError:
            break
        still = {problem.path for problem in after.problems if problem.code.startswith("evidence-")}
        failing = [repair for repair in holding if repair.problem.path in still]
        if not failing and _but_for_words(before) == _but_for_words(after):
            return changed, holding
        holding = [repair for repair in holding if repair not in failing] if failing else []
    return text, []


def _but_for_words(article: Article) -> Article:
    """The article without what repairs change: the words of evidence, and the places of things in the file."""
    return replace(article, problems=(), hidden=0, stances=tuple(map(_without_words, article.stances)))


def _without_words(stance: Stance) -> Stance:
    pieces = tuple(replace(piece, exact="", span=None, place=NOWHERE) for piece in stance.evidence)
    return replace(stance, evidence=pieces, place=NOWHERE)


class _Source:
    """A file's text, in which stretches are replaced."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = line_starts(text)

    def replaced(self, chosen: Iterable[Repair]) -> str:
        """The text with what is written in each repair in its place."""
        text = self._text
        for repair in sorted(chosen, key=lambda repair: self._bounds(repair.place), reverse=True):
            start, end = self._bounds(repair.place)
            text = f"{text[:start]}{repair.written}{text[end:]}"
        return text

    def written(self, words: str, place: Place) -> str:
        """Words as YAML, quoted as what stands at the place; a block of text becomes one line."""
        mark = self._text[self._bounds(place)[0]]
        if mark == '"':
            return json.dumps(words, ensure_ascii=False)
        if mark != "'" and _is_plain(words, "a: {}" if mark in "|>" else "[{}]"):
            return words
        return "'" + words.replace("'", "''") + "'"

    def holds_comment(self, place: Place) -> bool:
        """Whether a block of text has a comment beside its sign."""
        start, end = self._bounds(place)
        return self._text[start] in "|>" and "#" in self._text[start:end].split("\n", 1)[0]

    def _bounds(self, place: Place) -> tuple[int, int]:
        """Where a value begins and ends; the line breaks after a block of text are not its own."""
        start = self._starts[place.line - 1] + place.column - 1
        end = self._starts[place.end_line - 1] + place.end_column - 1
        return start, start + len(self._text[start:end].rstrip())


def _is_plain(words: str, around: str) -> bool:
    """Whether YAML takes the words for themselves without quotation marks there."""
    problems = Problems("")
    try:
        root = read_tree(around.format(words), problems).root
    except ArticleError:
        return False
    match root:
        case ListNode(items=[Scalar(text=text)]):
            return text == words
        case Mapping(entries={"a": Entry(value=Scalar(text=text))}) if len(root.entries) == 1:
            return text == words
        case _:
            return False

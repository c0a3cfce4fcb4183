"""Quotations that no longer fit an edited text: what would mend them, and the mending."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from article.branches import Writing
from article.loader import load_text
from article.model import Article, without_places
from article.nodes import Entry, Mapping, Scalar, read_tree
from article.nodes import Sequence as ListNode
from article.problems import ArticleError, Level, Passage, Place, Problem, Problems

LEAST_SCORE = 85
"""A passage less like the words than this, in percent, is never taken by itself."""
LEAST_WORDS = 8
"""Nor one for fewer words than these: 99.8% of such runs occur once in a text (see the format), shorter ones
are too easily taken for others."""


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
    writing = Writing(text)
    return [
        _repair(writing, problem, problem.place, passage)
        for problem in problems
        if problem.place and isinstance(passage := problem.suggestion, Passage)
    ]


def mended(text: str, chosen: Sequence[Repair]) -> tuple[str, list[Repair]]:
    """The file's text with the repairs that hold, and these: each leaves words that are found exactly once,
    and all of them together leave everything but those words as it was."""
    writing, holding = Writing(text), list(chosen)
    try:
        said = _but_for_words(load_text(text)) if holding else None
        while holding:
            changed = _replaced(writing, holding)
            after = load_text(changed)
            still = {problem.path for problem in after.problems if problem.level is not Level.WARNING}
            failing = [repair for repair in holding if repair.problem.path in still]
            if not failing and said == _but_for_words(after):
                return changed, holding
            holding = [repair for repair in holding if repair not in failing] if failing else []
    except ArticleError:
        pass
    return text, []


def _but_for_words(article: Article) -> Article:
    """What an article says, but for what repairs change: the words of evidence."""
    stances = tuple(
        stance._replace(evidence=tuple(piece._replace(exact="", span=None) for piece in stance.evidence))
        for stance in article.stances
    )
    return without_places(replace(article, hidden=0, stances=stances))


def _repair(writing: Writing, problem: Problem, place: Place, passage: Passage) -> Repair:
    start, end = _bounds(writing, place)
    old = writing.text[start:end]
    holds_comment = old.startswith(("|", ">")) and "#" in old.split("\n", 1)[0]
    return Repair(problem, place, passage, _written(passage.new, old[:1]), holds_comment)


def _replaced(writing: Writing, chosen: Iterable[Repair]) -> str:
    """The text with what is written in each repair in its place."""
    text = writing.text
    for repair in sorted(chosen, key=lambda repair: writing.start(repair.place), reverse=True):
        start, end = _bounds(writing, repair.place)
        text = f"{text[:start]}{repair.written}{text[end:]}"
    return text


def _bounds(writing: Writing, place: Place) -> tuple[int, int]:
    """Where a value begins and ends; the line breaks after a block of text are not its own."""
    start = writing.start(place)
    return start, start + len(writing.text[start : writing.end(place)].rstrip())


def _written(words: str, mark: str) -> str:
    """Words as YAML, quoted like what begins with a mark; a block of text becomes one line."""
    if mark == '"':
        return json.dumps(words, ensure_ascii=False)
    if mark != "'" and _is_plain(words, "a: {}" if mark in "|>" else "[{}]"):
        return words
    return "'" + words.replace("'", "''") + "'"


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

"""What the unit tests share: small articles, and problems told in a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import settings

from article.model import Article
from article.nodes import read_tree
from article.problems import Problem, Problems
from article.schema import read_article

settings.register_profile("unit", deadline=None)
settings.load_profile("unit")

SMALL = {
    "format": "1",
    "id": "lane",
    "headline": "A lane",
    "body": "Ann wants the lane. Bob does not.",
    "actors": "[{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, kind: person}]",
    "issues": "[{id: lane, label: Lane, proposition: Build it.}]",
    "stances": "[{id: s1, actor: ann, issue: lane, position: support, modality: paraphrase, summary: Yes.,"
    " evidence: wants the lane}]",
}


@pytest.fixture(scope="session")
def compose() -> Callable[..., str]:
    """Makes the text of a small article without a problem, one key a line; each keyword replaces a value,
    leaves it out (None) or adds it at the end."""

    def compose(**values: str | None) -> str:
        return "".join(f"{key}: {value}\n" for key, value in {**SMALL, **values}.items() if value is not None)

    return compose


@pytest.fixture(scope="session")
def read() -> Callable[[str], Article]:
    """Reads an article from a text."""

    def read(text: str) -> Article:
        problems = Problems("a.yaml")
        return read_article(read_tree(text, problems), problems)

    return read


@pytest.fixture(scope="session")
def told() -> Callable[[Iterable[Problem]], list[str]]:
    """Tells each problem as ``line:column level code path``."""

    def told(problems: Iterable[Problem]) -> list[str]:
        return [" ".join(part for part in (_place(p), p.level, p.code, p.path) if part) for p in problems]

    return told


def _place(problem: Problem) -> str:
    return f"{problem.place.line}:{problem.place.column}" if problem.place else "-"

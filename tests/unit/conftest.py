"""What the unit tests share: small articles, and problems told in a line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import pytest
from hypothesis import settings

from article.loader import load_text
from article.model import Article
from article.problems import Problem

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

STANCE_BODY = '"Ann said it would rain. Bob said it would snow.\\n\\nIf it rains, Bob said, Ann stays. It would rain."'
STANCE = {
    "id": "s",
    "actor": "ann",
    "issue": "lane",
    "position": "support",
    "modality": "paraphrase",
    "summary": "Yes.",
    "evidence": "Ann stays",
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
    """Reads an article from the text of a file ``a.yaml``."""
    return partial(load_text, name="a.yaml")


@pytest.fixture(scope="session")
def stated(read: Callable[[str], Article], compose: Callable[..., str]) -> Callable[..., Article]:
    """Reads an article whose stances are the given ones; the keys are those of one more stance, the last,
    each on a line of its own from line 8 on: line 8 is its id, 9 its actor, and so on."""

    def stated(*before: str, **values: str | None) -> Article:
        keys = [f"{key}: {value}" for key, value in {**STANCE, **values}.items() if value is not None]
        stances = [*(f"\n  - {stance}" for stance in before), "\n  - " + "\n    ".join(keys)]
        return read(compose(body=STANCE_BODY, stances="".join(stances)))

    return stated


@pytest.fixture(scope="session")
def told() -> Callable[[Iterable[Problem]], list[str]]:
    """Tells each problem as ``line:column level code path``."""

    def told(problems: Iterable[Problem]) -> list[str]:
        return [" ".join(part for part in (_place(p), p.level, p.code, p.path) if part) for p in problems]

    return told


def _place(problem: Problem) -> str:
    return f"{problem.place.line}:{problem.place.column}" if problem.place else "-"

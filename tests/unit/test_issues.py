"""Issues: their fields, and the ways up from one to a broader one."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.model import Article, Issue
from article.problems import Problem

Compose = Callable[..., str]
Read = Callable[[str], Article]
Told = Callable[[Iterable[Problem]], list[str]]


def listed(ways: dict[str, str | None]) -> str:
    """A list of issues, each with the one that it is part of."""
    return "".join(f"\n  - {{id: {name}, label: L, proposition: P., broader: {up or ''}}}" for name, up in ways.items())


def test_every_key_of_an_issue_is_read(read: Read, compose: Compose) -> None:
    article = read(
        compose(
            issues="[{id: lane, label: Lane, proposition: Build it., broader: city, same_as: 'https://x.org/1'},"
            " {id: city, label: City, proposition: Change the city.}]"
        )
    )
    assert article.problems == ()
    assert article.issues == (
        Issue("lane", "Lane", "Build it.", "city", "https://x.org/1"),
        Issue("city", "City", "Change the city."),
    )


@pytest.mark.parametrize("key", ["label", "proposition"])
def test_an_issue_without_what_is_required_is_kept_with_a_problem(
    read: Read, compose: Compose, told: Told, key: str
) -> None:
    article = read(compose(issues="[{id: lane, label: Lane, proposition: Build it.}]".replace(f"{key}:", f"x_{key}:")))
    assert [issue.id for issue in article.issues] == ["lane"]
    assert told(article.problems) == ["6:10 error missing-key issues[0]"]


def test_an_unknown_broader_issue_is_a_problem(read: Read, compose: Compose, told: Told) -> None:
    article = read(compose(issues="[{id: lane, label: Lane, proposition: Build it., broader: lan}]"))
    assert article.issues[0].broader is None
    assert told(article.problems) == ["6:67 error unknown-issue issues[0].broader"]


@pytest.mark.parametrize(
    ("ways", "kept"),
    [
        ({"lane": "lane"}, {"lane": None}),
        ({"lane": "city", "city": "lane"}, {"lane": "city", "city": None}),
        ({"lane": "city", "city": "land", "land": "city"}, {"lane": "city", "city": "land", "land": None}),
    ],
)
def test_a_way_up_that_leads_back_is_a_problem_and_is_cut_once(
    read: Read, compose: Compose, ways: dict[str, str | None], kept: dict[str, str | None]
) -> None:
    article = read(compose(issues=listed(ways)))
    assert {issue.id: issue.broader for issue in article.issues} == kept
    (problem,) = [problem for problem in article.problems if problem.code != "unused-issue"]
    cut = next(index for index, name in enumerate(ways) if ways[name] != kept[name])
    assert (problem.code, problem.path) == ("broader-circle", f"issues[{cut}].broader")


@given(st.integers(1, 8), st.data())
def test_every_way_up_comes_to_an_end_and_only_what_closes_a_circle_is_cut(
    read: Read, compose: Compose, count: int, data: st.DataObject
) -> None:
    names = [f"i{number}" for number in range(count)]
    ways = data.draw(st.fixed_dictionaries({name: st.none() | st.sampled_from(names) for name in names}))
    article = read(compose(issues=listed(ways)))
    for name in names:
        at, steps = article.issue[name].broader, 0
        while at is not None:
            at, steps = article.issue[at].broader, steps + 1
            assert steps <= count
    cut = {name for name in names if article.issue[name].broader != ways[name]}
    assert len(cut) == [problem.code for problem in article.problems].count("broader-circle")
    assert all(closes(ways, name) for name in cut)


def closes(ways: dict[str, str | None], name: str) -> bool:
    """Whether the way up from an issue leads back to it."""
    at = ways[name]
    for _ in ways:
        if at in (None, name):
            break
        at = ways[at]
    return at == name

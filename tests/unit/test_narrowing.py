"""Which actors and positions are about what somebody looks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article import Article
from article.narrowing import Narrowing
from article.search import Query, query_of


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("putin", {"Vladimir Putin"}),
        ("vp", {"Vladimir Putin"}),
        ("ukraine", {"Ukraine"}),
        ("xyz", set[str]()),
    ],
)
def test_actors_are_found_by_name_tag_and_party(shipped: Article, typed: str, names: set[str]) -> None:
    ids = Narrowing(shipped).actors(query_of(typed))
    assert {shipped.actor[actor].name for actor in ids} == names


def test_a_party_finds_its_actors(shipped: Article) -> None:
    party, members = next((party, members) for party, members in shipped.by_party if party)
    assert {actor.id for actor in members} <= Narrowing(shipped).actors(query_of(party.name))


def test_positions_are_found_by_summary_words_issue_and_actor(shipped: Article) -> None:
    narrowing = Narrowing(shipped)
    stance = shipped.stances[0]
    ways = (stance.summary[:30], stance.evidence[0].exact, shipped.issue[stance.issue].label)
    assert all(stance.id in narrowing.stances(query_of(way)) for way in ways)
    of_actor = narrowing.stances(query_of(shipped.actor[stance.actor].name))
    assert {other.id for other in shipped.stances_of[stance.actor]} <= of_actor


def test_lists_are_narrowed_by_expressions_too(shipped: Article) -> None:
    narrowing = Narrowing(shipped)
    assert len(narrowing.actors(query_of("^(russia|ukraine)$", is_pattern=True))) >= 2
    assert narrowing.fault(query_of("(x", is_pattern=True)).startswith("no pattern: ")
    assert narrowing.fault(query_of("x", is_pattern=True)) == ""


def test_a_pattern_that_runs_away_is_given_up_and_said_to_be_so(shipped: Article) -> None:
    said = "Ann said that the troops of the alliance should never be sent to that country, whatever happens "
    stances = tuple(shipped.stances[0]._replace(id=f"s{number}", summary=f"{said}{number}") for number in range(1_000))
    narrowing = Narrowing(replace(shipped, stances=stances))
    query = Query(r"(.+)(.+)\1\2\1", is_pattern=True)
    assert narrowing.stances(query) == frozenset()
    assert narrowing.fault(query) == "took too long"

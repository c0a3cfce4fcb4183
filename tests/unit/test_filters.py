"""Filters: who is in focus, and which paragraphs are relevant then."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.filters import EVERYONE, Filter, Paragraphs, Relevance, in_own_words, party_of
from article.model import Article, Modality, Position

ANN, BOB, BOTH = frozenset({"ann"}), frozenset({"bob"}), frozenset({"ann", "bob"})

BODY = (
    '"Nobody.\\n\\n## First\\n\\nAnn wants a lane.\\n\\n## Second\\n\\nNobody.\\n\\n## Third\\n\\n## Third and a half'
    '\\n\\nBob came.\\n\\nHe would not have it, though it is cheap."'
)
STANCES = """
  - {id: s1, actor: ann, issue: lane, position: support, modality: paraphrase, summary: Y., evidence: wants a lane}
  - id: s2
    actor: bob
    issue: lane
    position: oppose
    modality: paraphrase
    summary: N.
    evidence: [would not have it, {exact: though it is cheap, role: condition}]
  - {id: s3, actor: cy, issue: lane, position: oppose, modality: paraphrase, summary: N., evidence: not in the text}
"""


@pytest.fixture(scope="module")
def article(read: Callable[[str], Article], compose: Callable[..., str]) -> Article:
    actors = (
        "[{id: ann, name: Ann, party: p, kind: person}, {id: bob, name: Bob, kind: person},"
        " {id: cy, name: Cy, party: p, kind: person}]"
    )
    return read(compose(body=BODY, actors=actors, parties="[{id: p, name: P}]", stances=STANCES))


def test_nothing_selected_means_everyone(article: Article) -> None:
    assert not EVERYONE
    assert all(EVERYONE.admits(stance) for stance in article.stances)


def test_selecting_adds(article: Article) -> None:
    chosen = EVERYONE.toggled(ANN).toggled(BOB)
    assert chosen == Filter(BOTH)
    assert chosen
    assert [stance.id for stance in article.stances if chosen.admits(stance)] == ["s1", "s2"]


@pytest.mark.parametrize(
    ("before", "toggled", "after"),
    [
        (frozenset[str](), ANN, ANN),
        (ANN, ANN, frozenset[str]()),
        (ANN, BOTH, BOTH),
        (BOTH, ANN, BOB),
        (BOTH, BOTH, frozenset[str]()),
        (ANN, frozenset[str](), ANN),
    ],
)
def test_actors_are_deselected_only_when_all_were_selected(
    before: frozenset[str], toggled: frozenset[str], after: frozenset[str]
) -> None:
    assert Filter(before).toggled(toggled) == Filter(after)


def test_a_party_selects_its_actors(article: Article) -> None:
    assert party_of(article, "cy") == {"ann", "cy"}


def test_an_actor_without_a_party_is_alone(article: Article) -> None:
    assert party_of(article, "bob") == {"bob"}


@pytest.mark.parametrize(
    ("actors", "paragraphs"),
    [
        ([], {0, 1, 2, 3, 4, 5, 6, 7, 8}),
        (["ann"], {1, 2}),
        (["bob"], {6, 7, 8}),
        (["cy"], set[int]()),
        (["ann", "bob"], {1, 2, 6, 7, 8}),
    ],
)
def test_a_paragraph_is_relevant_that_names_a_selected_actor_or_holds_their_evidence_and_its_heading_too(
    article: Article, actors: list[str], paragraphs: set[int]
) -> None:
    assert {*Relevance(article).of(Filter(frozenset(actors)))} == paragraphs


def test_a_heading_that_names_a_selected_actor_is_relevant(
    read: Callable[[str], Article], compose: Callable[..., str]
) -> None:
    article = read(compose(body='"## Bob\\n\\nAnn wants the lane."'))
    assert {*Relevance(article).of(Filter(BOB))} == {0}


def test_an_actor_without_mention_or_evidence_makes_nothing_relevant(article: Article) -> None:
    assert not Relevance(article).of(Filter(frozenset({"nobody"})))


def left(article: Article, **fields: object) -> list[str]:
    chosen = EVERYONE._replace(**fields)
    return [stance.id for stance in article.stances if chosen.admits(stance)]


@pytest.mark.parametrize(
    ("fields", "stances"),
    [
        ({"positions": {Position.OPPOSE}}, ["s2", "s3"]),
        ({"positions": {Position.OPPOSE, Position.SUPPORT}}, ["s1", "s2", "s3"]),
        ({"issues": {"lane"}, "positions": {Position.SUPPORT}}, ["s1"]),
        ({"issues": {"other"}}, []),
        ({"actors": BOTH, "positions": {Position.OPPOSE}}, ["s2"]),
    ],
)
def test_within_a_field_any_value_will_do_and_every_field_has_to_be_met(
    article: Article, fields: dict[str, object], stances: list[str]
) -> None:
    assert left(article, **fields) == stances


@pytest.mark.parametrize(
    ("via", "stances"),
    [
        ({None}, ["us-space"]),
        ({"official"}, ["us-troops"]),
        ({"official", None}, ["us-troops", "us-space"]),
        ({"macron"}, []),
    ],
)
def test_positions_are_told_apart_by_who_reports_them(
    shipped: Article, via: set[str | None], stances: list[str]
) -> None:
    told = left(shipped, actors={"united-states"}, issues={"troops", "space"}, via=via)
    assert told == stances


@pytest.mark.parametrize("modality", [*Modality, None])
def test_own_words_are_neither_attributed_nor_inferred(shipped: Article, modality: Modality | None) -> None:
    stance = shipped.stance["peskov-war"]._replace(modality=modality)
    assert in_own_words(stance) is (modality not in {Modality.ATTRIBUTED, Modality.INFERRED})


def test_what_comes_through_a_reporter_is_never_in_own_words(shipped: Article) -> None:
    assert not in_own_words(shipped.stance["peskov-war"]._replace(via=("official",)))


def test_own_words_leave_out_what_nato_is_only_reported_to_say(shipped: Article) -> None:
    assert left(shipped, own=True, actors={"nato"}) == []
    assert left(shipped, own=True, actors={"biden"}) == ["biden-world-war"]


def test_actors_are_toggled_whatever_else_is_asked_for() -> None:
    assert Filter(own=True).toggled(ANN) == Filter(ANN, own=True)


@pytest.mark.parametrize(
    "chosen",
    [Filter(issues=ANN), Filter(positions=frozenset(Position)), Filter(via=frozenset({None})), Filter(own=True)],
)
def test_every_field_makes_a_filter(chosen: Filter) -> None:
    assert chosen
    assert chosen.narrows


def test_with_more_asked_for_than_actors_a_name_alone_makes_no_paragraph_relevant(article: Article) -> None:
    assert {*Relevance(article).of(Filter(BOB))} == {6, 7, 8}
    assert {*Relevance(article).of(Filter(BOB, issues=frozenset({"lane"})))} == {6, 8}


INDEXES = st.frozensets(st.integers(0, 200))


@given(INDEXES)
def test_paragraphs_come_in_their_order(indexes: frozenset[int]) -> None:
    assert [*Paragraphs.of(indexes)] == sorted(indexes)
    assert len(Paragraphs.of(indexes)) == len(indexes)


@given(INDEXES, st.integers(-5, 250))
def test_a_paragraph_is_among_them_or_not(indexes: frozenset[int], index: int) -> None:
    assert (index in Paragraphs.of(indexes)) is (index in indexes)


@given(INDEXES, st.integers(0, 250))
def test_the_nearest_of_them_are_told_either_way(indexes: frozenset[int], index: int) -> None:
    paragraphs = Paragraphs.of(indexes)
    assert paragraphs.after(index) == min((other for other in indexes if other > index), default=None)
    assert paragraphs.before(index) == max((other for other in indexes if other < index), default=None)


@given(INDEXES, INDEXES)
def test_the_same_paragraphs_are_equal(one: frozenset[int], other: frozenset[int]) -> None:
    assert (Paragraphs.of(one) == Paragraphs.of(other)) is (one == other)
    assert hash(Paragraphs.of(one)) == hash(Paragraphs.of([*one]))

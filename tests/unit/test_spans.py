"""The mentions of a text: many, held compactly, and told by paragraph and by actor."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.spans import Mention, Mentions, Span

ACTORS = ("ann", "bob", "cem")
Row = tuple[int, int, int, int]


def in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows)


ROW = st.tuples(st.integers(0, 5), st.integers(0, 99), st.integers(100, 199), st.integers(0, 2))
ROWS = st.lists(ROW, max_size=12).map(in_order)


def listed(rows: list[Row]) -> tuple[Mention, ...]:
    return tuple(Mention(Span(*row[:3]), ACTORS[row[3]]) for row in rows)


def held(rows: list[Row]) -> Mentions:
    return Mentions(ACTORS, *zip(*rows, strict=True)) if rows else Mentions(ACTORS)


@given(ROWS)
def test_mentions_are_a_sequence_in_the_order_given(rows: list[Row]) -> None:
    mentions, as_tuple = held(rows), listed(rows)
    assert tuple(mentions) == as_tuple
    assert [mentions[index] for index in range(len(mentions))] == [*as_tuple]
    assert (mentions[1:-1], mentions[-3:]) == (as_tuple[1:-1], as_tuple[-3:])
    assert [*reversed(mentions)] == [*reversed(as_tuple)]


def test_there_is_no_mention_past_the_last() -> None:
    with pytest.raises(IndexError):
        held([(0, 1, 2, 0)])[1]


@given(ROWS, ROWS)
def test_mentions_equal_any_sequence_of_the_same(rows: list[Row], others: list[Row]) -> None:
    assert held(rows) == listed(rows)
    assert [*listed(rows)] == held(rows)
    assert (held(rows) == held(others)) is (held(others) == listed(rows)) is (rows == others)
    assert held(rows) != 1
    assert hash(held(rows)) == hash(listed(rows))


def test_mentions_held_with_other_numbers_for_the_actors_are_the_same() -> None:
    assert Mentions(["bob", "ann"], [0], [1], [2], [1]) == Mentions(["ann"], [0], [1], [2], [0])


@given(ROWS)
def test_the_mentions_of_a_paragraph_are_those_in_it(rows: list[Row]) -> None:
    for paragraph in range(7):
        assert held(rows).of(paragraph) == listed([row for row in rows if row[0] == paragraph])


@given(ROWS)
def test_mentions_are_counted_by_actor(rows: list[Row]) -> None:
    counts = held(rows).counts()
    assert [counts[actor] for actor in ACTORS] == [sum(row[3] == who for row in rows) for who in range(3)]
    assert counts["nobody"] == 0


@given(ROWS)
def test_the_paragraphs_of_an_actor_are_those_that_name_it(rows: list[Row]) -> None:
    for who, actor in enumerate(ACTORS):
        assert held(rows).paragraphs_of(actor) == {row[0] for row in rows if row[3] == who}
    assert held(rows).paragraphs_of("nobody") == frozenset()


@given(ROWS)
def test_mentions_are_the_same_when_sent_to_another_process(rows: list[Row]) -> None:
    mentions = held(rows)
    mentions.counts()
    mentions.paragraphs_of("ann")
    sent = pickle.loads(pickle.dumps(mentions))  # noqa: S301
    assert sent == mentions
    assert sent.counts() == mentions.counts()


def test_a_hundred_thousand_mentions_are_sent_in_few_bytes() -> None:
    many = Mentions(["ann"], range(100_000), range(100_000), range(100_000), [0] * 100_000)
    assert len(pickle.dumps(many)) < 16.1 * 100_000


def test_mentions_are_told_as_what_they_are() -> None:
    assert repr(held([(0, 1, 2, 1)])) == "Mentions(Mention(span=Span(paragraph=0, start=1, end=2), actor='bob'),)"

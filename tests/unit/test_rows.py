"""Which row stands where, while most heights are guesses: against a list of all heights."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.rows import Place, RowIndex

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=30)


class Blocks(NamedTuple):
    """Blocks of which the true heights are known, and what was guessed of them."""

    heights: list[int]
    guesses: list[int]

    @property
    def unmeasured(self) -> RowIndex:
        return RowIndex(self.guesses, self.heights.__getitem__)

    @property
    def tops(self) -> list[int]:
        """The true first row of each block, and the number of all rows."""
        return [*accumulate(self.heights, initial=0)]

    @property
    def places(self) -> list[Place]:
        """The place of every row."""
        return [Place(block, line) for block, height in enumerate(self.heights) for line in range(height)]


BLOCKS = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), min_size=1, max_size=30).map(
    lambda pairs: Blocks([height for height, _ in pairs], [guess for _, guess in pairs])
)
AROUND = st.lists(st.tuples(st.integers(0, 29), st.integers(0, 40)), max_size=6)
"""Blocks, and how many rows around each to measure."""


def measured(blocks: Blocks, around: list[tuple[int, int]]) -> RowIndex:
    index = blocks.unmeasured
    for block, rows in around:
        index.measure_around(block % len(index), rows)
    return index


def told(index: RowIndex) -> list[Place]:
    """The place of every row that is known."""
    return [index.place(row) for row in range(index.height)]


@given(HEIGHTS)
def test_known_heights_need_no_measuring(heights: list[int]) -> None:
    index = RowIndex(heights)
    assert index.complete
    assert told(index) == Blocks(heights, heights).places
    assert [index.top(block) for block in range(len(index) + 1)] == [*accumulate(heights, initial=0)]


@given(HEIGHTS, AROUND)
def test_measuring_changes_nothing_where_heights_are_known(heights: list[int], around: list[tuple[int, int]]) -> None:
    index = RowIndex(heights)
    for block, rows in around:
        index.measure_around(block % len(index), rows)
    assert told(index.measure_all()) == Blocks(heights, heights).places


@given(BLOCKS)
def test_what_is_measured_whole_is_as_it_is(blocks: Blocks) -> None:
    index = blocks.unmeasured.measure_all()
    assert index.complete
    assert index.height == sum(blocks.heights)
    assert told(index) == blocks.places
    assert [index.top(block) for block in range(len(index) + 1)] == blocks.tops
    assert [index.end(block) for block in range(len(index))] == blocks.tops[1:]


@given(BLOCKS, AROUND)
def test_whatever_was_measured_before_all_is_right_in_the_end(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    assert told(measured(blocks, around).measure_all()) == blocks.places


@given(BLOCKS, AROUND)
def test_rows_and_places_answer_each_other_whatever_is_measured(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    index = measured(blocks, around)
    assert [index.row(place) for place in told(index)] == [*range(index.height)]


@given(BLOCKS, AROUND)
def test_places_are_in_the_order_of_their_rows(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    places = told(measured(blocks, around))
    assert places == sorted(set(places))
    assert places[0] == (0, 0)
    assert places[-1].block == len(blocks.heights) - 1


@given(BLOCKS, AROUND)
def test_blocks_follow_one_another_without_a_gap(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    index = measured(blocks, around)
    assert index.top(0) == 0
    assert [index.end(block) for block in range(len(index))] == [index.top(block + 1) for block in range(len(index))]
    assert index.top(len(index)) == index.height


@given(BLOCKS, AROUND, st.integers(0, 29), st.integers(0, 40))
def test_as_far_as_was_measured_around_rows_are_as_far_apart_as_they_are(
    blocks: Blocks, before: list[tuple[int, int]], block: int, rows: int
) -> None:
    index = measured(blocks, before)
    block %= len(index)
    index.measure_around(block, rows)
    tops, top = blocks.tops, blocks.tops[block]
    near = [row for row in range(tops[-1]) if top - rows <= row < tops[block + 1] + rows]
    places = [blocks.places[row] for row in near]
    assert [index.row(place) - index.top(block) for place in places] == [row - top for row in near]
    assert [index.place(index.top(block) + row - top) for row in near] == places


@given(BLOCKS, st.integers(0, 29), st.integers(0, 40))
def test_no_more_is_measured_than_was_asked_for(blocks: Blocks, block: int, rows: int) -> None:
    asked: list[int] = []

    def measure(block: int) -> int:
        asked.append(block)
        return blocks.heights[block]

    block %= len(blocks.heights)
    RowIndex(blocks.guesses, measure).measure_around(block, rows)
    tops = blocks.tops
    near = [
        other
        for other in range(len(blocks.heights))
        if other == block
        or tops[block] - rows < tops[other + 1] <= tops[block]
        or 0 <= tops[other] - tops[block + 1] < rows
    ]
    assert sorted(asked) == near


@given(BLOCKS, AROUND)
def test_no_block_is_measured_twice(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    asked: list[int] = []

    def measure(block: int) -> int:
        asked.append(block)
        return blocks.heights[block]

    index = RowIndex(blocks.guesses, measure)
    for block, rows in around:
        index.measure_around(block % len(index), rows)
    index.measure_all().measure_for(1)
    assert sorted(asked) == [*range(len(blocks.heights))]


@given(BLOCKS, AROUND)
def test_it_is_complete_once_every_block_was_measured(blocks: Blocks, around: list[tuple[int, int]]) -> None:
    left = set(range(len(blocks.heights)))

    def measure(block: int) -> int:
        left.discard(block)
        return blocks.heights[block]

    index = RowIndex(blocks.guesses, measure)
    for block, rows in around:
        index.measure_around(block % len(index), rows)
        assert index.complete == (not left)
    while not index.complete:
        before = len(left)
        index.measure_for(0)
        assert len(left) == before - 1
    assert not left


@given(BLOCKS, st.integers(0, 29), AROUND)
def test_what_is_in_sight_stays_together_whatever_else_is_measured(
    blocks: Blocks, block: int, around: list[tuple[int, int]]
) -> None:
    index = blocks.unmeasured
    block %= len(index)
    index.measure_around(block, 5)
    seen = [index.place(row) for row in range(index.top(block), min(index.end(block) + 5, index.height))]
    for other, rows in around:
        index.measure_around(other % len(index), rows)
        first = index.row(seen[0])
        assert [index.place(first + line) for line in range(len(seen))] == seen


@given(BLOCKS, AROUND, st.integers(1, 99))
def test_outside_there_are_the_first_row_and_the_last(blocks: Blocks, around: list[tuple[int, int]], far: int) -> None:
    index = measured(blocks, around)
    assert index.place(-far) == (0, 0)
    assert index.place(index.height - 1 + far) == told(index)[-1]


@given(BLOCKS, AROUND, st.integers(0, 29), st.integers(0, 99))
def test_past_the_end_of_a_block_is_its_last_row(
    blocks: Blocks, around: list[tuple[int, int]], block: int, line: int
) -> None:
    index = measured(blocks, around)
    block %= len(index)
    assert index.row(Place(block, line)) == min(index.top(block) + line, index.end(block) - 1)


@pytest.mark.parametrize("guess", [1, 2, 9])
def test_a_single_block_is_measured_around_itself(guess: int) -> None:
    index = RowIndex([guess], lambda _: 4)
    assert not index.complete
    index.measure_around(0, 0)
    assert index.complete
    assert told(index) == [(0, 0), (0, 1), (0, 2), (0, 3)]


@pytest.mark.parametrize("index", [RowIndex([]), RowIndex([], lambda _: 1), RowIndex([], lambda _: 1).measure_all()])
def test_no_block_is_no_row(index: RowIndex) -> None:
    assert index.complete
    assert (len(index), index.height, index.top(0)) == (0, 0, 0)

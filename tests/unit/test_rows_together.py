"""Texts that share a few rows, and notices in parts: as much is read as there is room for, and nothing is torn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from tui.notices import GOES_ON, part_of
from tui.wrapping import fitting, rows_of, rows_together

TEXTS = st.text("abc deé", min_size=1, max_size=80).map(str.strip).filter(bool)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(2, 30), st.integers(1, 8))
def test_texts_take_no_more_rows_than_there_are(texts: list[str], width: int, most: int) -> None:
    parts = rows_together(texts, width, most)
    assert sum(map(len, parts)) <= max(most, len(parts)) <= max(most, 1)
    assert all(cell_len(row) <= width for rows in parts for row in rows)


@given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(2, 30))
def test_texts_that_have_room_are_whole(texts: list[str], width: int) -> None:
    every = [rows_of(text, width) for text in texts]
    assert rows_together(texts, width, sum(map(len, every))) == every


def test_the_first_text_is_cut_last() -> None:
    assert rows_together(["one two three", "four five six"], 9, 3) == [["one two", "three"], ["four…"]]


@given(st.lists(st.text("abc", min_size=1, max_size=9), min_size=1, max_size=60).map(" ".join), st.integers(24, 90))
def test_the_parts_of_a_notice_are_the_whole_of_it_and_fit(text: str, columns: int) -> None:
    parts, rest = list[str](), text
    while rest:
        part, rest = part_of(rest, Size(columns, 8), {"-told-below"})
        parts.append(part)
    assert " ".join(part.removesuffix(GOES_ON) for part in parts) == text
    width = (columns if columns < 80 else 60) - 3
    assert all(len(rows_of(part, width)) <= 5 for part in parts)


def test_the_longest_text_that_fits_is_chosen_and_the_last_where_none_does() -> None:
    assert [fitting(("three four", "two", "no"), width) for width in (10, 9, 1)] == ["three four", "two", "no"]

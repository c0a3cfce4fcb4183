"""Two letters for every actor."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.source import AN_ITEM, MOST_HELD
from article.tags import tags_for

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
TAGS = st.none() | st.text("aB1漢", min_size=2, max_size=2)


def cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("Vladimir Putin", "VP"),
        ("The Harbor Merchants Association", "TA"),
        ("city of Lakeford", "LA"),
        ("City of Lakeford", "CL"),
        ("NATO", "NA"),
        ("the city", "TC"),
        ("ines", "IN"),
        ("X", "X0"),
        ("“Ann” O’Neil", "AO"),
        ("Ötzi", "ÖT"),
        ("ßa ßb", "SS"),
        ("7 Days", "DA"),
        ("漢字", "漢"),
        ("—", "X0"),
        ("", "X0"),
    ],
)
def test_a_tag_is_made_of_initials_or_of_the_first_letters(name: str, tag: str) -> None:
    assert tags_for([name], [None]) == [tag]


def test_a_tag_given_is_kept() -> None:
    assert tags_for(["Vladimir Putin", "Ann Lee"], [None, "zz"]) == ["VP", "zz"]


def test_a_tag_given_to_a_later_actor_is_not_made_for_an_earlier_one() -> None:
    assert tags_for(["Ann Lee", "Bob"], [None, "AL"]) == ["AN", "AL"]


def test_of_two_equal_tags_the_first_is_kept() -> None:
    assert tags_for(["Ann Lee", "Bob Lee"], ["XX", "XX"]) == ["XX", "BL"]


def test_a_tag_that_is_too_wide_is_made_anew() -> None:
    assert tags_for(["Ann Lee"], ["漢字"]) == ["AL"]


def test_tags_of_the_same_name_differ() -> None:
    assert tags_for(["Ann Lee"] * 8, [None] * 8) == ["AL", "AN", "AE", "A0", "A1", "A2", "A3", "A4"]


@given(st.lists(st.tuples(NAMES, TAGS), max_size=60))
def test_every_tag_is_there_once_and_at_most_two_cells_wide(actors: list[tuple[str, str | None]]) -> None:
    tags = tags_for([name for name, _ in actors], [tag for _, tag in actors])
    assert len(tags) == len(set(tags)) == len(actors)
    assert all(1 <= cells(tag) <= 2 for tag in tags)


def test_there_are_tags_for_all_the_actors_that_a_file_can_hold() -> None:
    most = MOST_HELD // AN_ITEM
    assert len(set(tags_for([""] * most, [None] * most))) == most

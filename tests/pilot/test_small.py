"""What is said where columns and rows are few: whole, in words that fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader, Person

SMALLEST = (24, 8)
TROUBLED = Path(__file__).parent.parent / "data" / "three-problems.yaml"


def row(person: Person, text: str) -> str:
    """The row of the screen that holds a text."""
    return next((row for row in person.screen().splitlines() if text in row), "")


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (24, "3 problems · !"),
        (40, "3 problems · ! lists them"),
        (60, "3 problems · ! lists them"),
        (100, "3 problems in this file, 1 position left out · ! lists them"),
    ],
)
async def test_the_row_of_problems_is_whole_at_every_width(open_reader: OpenReader, width: int, told: str) -> None:
    async with open_reader(load(TROUBLED), (width, 24)) as person:
        assert row(person, "problems").strip().startswith(told)
        assert "…" not in row(person, "problems")


async def test_a_letter_that_moves_among_marks_is_refused_in_words_that_fit(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST) as person:
        await person.press("ctrl+b", "j")
        assert "Not j: it moves." in person.screen()


async def test_a_list_without_marks_offers_no_key_that_would_do_nothing(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("apostrophe")
        keys = person.screen().splitlines()[-1]
        assert "Leave" in keys
        assert "Go there" not in keys
        assert "Search" not in keys


async def test_the_key_that_marks_without_a_letter_is_named_for_that(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("ctrl+b")
        assert "⏎ Mark" in person.screen().splitlines()[-1]

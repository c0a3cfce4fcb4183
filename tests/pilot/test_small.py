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
        assert row(person, " · !").strip().startswith(told)
        assert "…" not in row(person, " · !")


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


LONG = "A long notice that tells in many words what is the matter with something. " * 3


async def test_in_a_small_window_a_notice_waits_until_the_one_before_is_gone(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify("What is said first.", timeout=0.3)
        person.app.notify("What is said second.")
        await person.settle()
        assert person.told == ["What is said first."]
        assert "What is said first." in person.screen()
        await person.until(lambda: "What is said second." in person.screen())
        assert "What is said first." not in person.screen()


async def test_in_a_small_window_a_long_notice_is_said_in_parts_of_which_none_is_cut(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify(LONG.strip(), timeout=0.3)
        seen: list[str] = []
        for _ in range(2):
            await person.until(lambda: person.told and person.told[-1] not in seen)
            seen.extend(person.told)
            rows = [line.partition("▌")[2].strip() for line in person.screen().splitlines() if "▌" in line]
            assert " ".join(rows).strip() == seen[-1], person.screen()
        assert " ".join(part.removesuffix(" …") for part in seen) == LONG.strip()


async def test_what_is_said_in_place_of_all_else_does_not_wait(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify("What is said first.")
        person.app.notify("What is said second.")
        await person.press("ctrl+r")
        assert person.told == ["Nothing has changed."] or "standard input" in person.told[0]


@pytest.mark.parametrize("size", [SMALLEST, (40, 12), (60, 24)])
async def test_no_notice_covers_the_list_of_marks(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size, notices=True) as person:
        await person.press("ctrl+b", "a", "right_curly_bracket", "ctrl+b", "b", "apostrophe")
        before = person.screen().splitlines()[-4:]
        person.app.notify("Something that has to be said just now, in so many words.")
        await person.settle()
        assert "Something that" in person.screen(), person.screen()
        assert person.screen().splitlines()[-4:] == before, person.screen()


async def test_however_often_something_was_said_the_next_notice_has_its_room(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        for _ in range(6):
            await person.press("left_square_bracket")
        await person.press("y")
        await person.until(lambda: "Sent" in person.screen() or "Copied" in person.screen())
        rows = [line.partition("▌")[2].strip() for line in person.screen().splitlines() if "▌" in line]
        assert " ".join(rows) == person.told[-1]


@pytest.mark.parametrize("width", [24, 40, 60, 100])
async def test_what_may_be_typed_is_told_in_whole_parts(open_reader: OpenReader, width: int) -> None:
    async with open_reader(size=(width, 24)) as person:
        await person.press("colon")
        told = row(person, " : ").strip(" :")
        whole = "12 · an actor · a position’s id · a command · filter …"
        assert whole.startswith(told)
        assert told == whole or whole[len(told) :].startswith(" · ")


async def test_the_key_that_completes_is_named_where_there_is_something_to_complete(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("colon")
        assert "Complete" not in person.screen()
        await person.press(*"put")
        assert "tab Complete" in person.screen()
        await person.press("tab", "x", "x")
        assert "Complete" not in person.screen()
        await person.press("tab")
        assert "putinxx" in person.screen(), "tab leaves the prompt alone"
        await person.press("escape", "F")
        assert "tab Complete" in person.screen()


async def test_an_expression_is_seen_as_a_whole_while_it_is_typed(open_reader: OpenReader) -> None:
    async with open_reader(size=(40, 12)) as person:
        await person.press("F", *"position:support")
        assert ": filter position:support" in person.screen()
        assert "15 of 19 positions" in person.screen()

"""The width of the column: wider, narrower, as it was set, and the place stays."""

from __future__ import annotations

from tests.pilot.person import OpenReader, Person
from tui.settings import Settings

ZEN = "z"


def notices(person: Person) -> list[str]:
    return [note.message for note in person.app._notifications]


async def test_plus_makes_the_column_wider(open_reader: OpenReader) -> None:
    async with open_reader(size=(200, 45)) as person:
        await person.press("plus")
        assert (person.view.state.width, person.text.column) == (76, 76)
        assert notices(person) == ["The column is 76 cells wide."]


async def test_minus_makes_it_narrower_and_equals_brings_back_what_was_set(open_reader: OpenReader) -> None:
    async with open_reader(size=(200, 45), settings=Settings(width=80)) as person:
        assert person.text.column == 80
        await person.press("minus", "underscore")
        assert person.text.column == 72
        await person.press("equals_sign")
        assert person.text.column == 80


async def test_a_column_that_has_less_room_than_it_wants_gets_narrower_at_once(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        before = person.text.column
        assert before < 72
        await person.press("minus")
        assert person.text.column < before


async def test_a_column_that_has_no_more_room_says_so(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("plus")
        assert person.view.state.width == 72
        assert notices(person) == [f"There is no room for more than {person.text.column} cells."]


async def test_it_ends_where_it_says(open_reader: OpenReader) -> None:
    async with open_reader(size=(200, 45)) as person:
        await person.press(ZEN, *["minus"] * 12)
        assert person.text.column == 40
        assert notices(person) == ["The column is 40 cells wide, as narrow as it goes."]
        await person.press(*["plus"] * 25)
        assert person.text.column == 120
        assert notices(person) == ["The column is 120 cells wide, as wide as it goes."]


async def test_the_place_stays_where_it_is_in_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("G", "k", "k", "k")
        before = person.caret
        for key in ("minus", "minus", "minus", "plus", "equals_sign"):
            await person.press(key)
            assert person.caret == before
            row = person.text._caret_row
            assert person.text.in_sight(row, row + 1)


async def test_what_was_first_in_sight_is_so_again_when_the_width_comes_back(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 20)) as person:
        await person.press("space")
        before = person.text._first_in_sight
        await person.press("minus", "minus", "equals_sign")
        assert person.text._first_in_sight == before


async def test_while_another_pane_is_in_front_the_column_changes_unseen(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("2", "minus", "1")
        assert person.text.column == min(68, person.text.column)

"""The row in which something is typed: what it says can be read at every width, and nothing covers it."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast

from tests.pilot.person import OpenReader, Person
from tui.widgets.prompt import Prompt

SIZES = [(24, 8), (30, 10), (60, 24), (100, 30), (160, 45)]


def told(person: Person) -> str:
    """What stands below what is typed, or beside it."""
    return " ".join(str(person.reader.query_one("#told").render()).split())


def is_covered(person: Person) -> bool:
    toasts = [toast for toast in person.reader.query(Toast) if toast.region.area]
    assert toasts
    return any(toast.region.overlaps(person.reader.query_one(Prompt).region) for toast in toasts)


@pytest.mark.parametrize("size", SIZES)
async def test_no_notice_covers_what_is_typed(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size, notices=True) as person:
        await person.press("slash", *"troops", "ctrl+c")
        assert not is_covered(person)
        assert "1/2" in person.screen()


@pytest.mark.parametrize("size", SIZES)
async def test_no_notice_covers_what_is_said_below_either(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size, notices=True) as person:
        await person.press("slash", "alt+r", *"troops(", "ctrl+c")
        assert not is_covered(person)


@pytest.mark.parametrize("size", SIZES)
async def test_a_notice_can_be_read_at_every_size(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size, notices=True) as person:
        await person.press("slash", "ctrl+c")
        assert "q leaves the program." in person.screen()


@pytest.mark.parametrize("size", SIZES)
async def test_the_fault_of_a_pattern_can_be_read_at_every_size(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("slash", "alt+r", *"troops(")
        assert told(person) == "regex · no pattern: missing ) at the end"
        assert all(word in person.screen() for word in told(person).split())


@pytest.mark.parametrize("size", SIZES)
async def test_what_leads_nowhere_can_be_read_at_every_size(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("colon", *"zzz")
        assert all(word in person.screen() for word in ["Nothing", "is", "called", "“zzz”."])


LONG = "a name that is very much longer than the screen is wide at its very widest"


async def test_what_is_too_long_for_two_rows_is_cut_there(open_reader: OpenReader) -> None:
    async with open_reader(size=(40, 12)) as person:
        await person.press("colon", *LONG)
        assert str(person.reader.query_one("#told").render()).endswith("…")
        assert person.reader.query_one(Prompt).region.height == 3


async def test_where_columns_are_fewest_there_are_two_rows_more(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("colon", *LONG)
        assert person.reader.query_one(Prompt).region.height == 5


async def test_it_is_one_row_again_once_what_is_said_fits(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("slash", "alt+r", *"troops(")
        assert person.reader.query_one(Prompt).region.height == 3
        await person.press("backspace", "alt+r")
        assert person.reader.query_one(Prompt).region.height == 1
        assert "1/2" in person.screen()


async def test_what_is_said_finds_its_place_in_a_window_of_another_size(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("slash", "alt+r", *"troops(")
        assert person.reader.query_one(Prompt).region.height == 1
        await person.resize(30, 10)
        assert "missing" in person.screen()
        assert "at the end" in person.screen()
        await person.resize(100, 30)
        assert person.reader.query_one(Prompt).region.height == 1


# ---------------------------------------------------------------------- completion


def typed(person: Person) -> str:
    return person.reader.query_one(Prompt).text


async def test_tab_completes_a_name_in_place(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("colon", *"dmi", "tab")
        assert typed(person) == "Dmitry Peskov"
        await person.press("enter")
        assert person.actors.here == "peskov"


async def test_tab_goes_through_what_it_may_become_and_back_to_what_was_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("colon", *"pes", "tab")
        first = typed(person)
        await person.press("tab")
        second = typed(person)
        assert first == "peskov"
        assert second.startswith("peskov-")
        await person.press("shift+tab")
        assert typed(person) == first
        await person.press("shift+tab")
        assert typed(person) == "pes"


async def test_one_key_is_completed_and_then_its_value(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("F", *"iss", "tab")
        assert typed(person) == "filter issue:"
        await person.press(*"spa", "tab")
        assert typed(person) == "filter issue:space"
        await person.press("enter")
        assert person.view.state.chosen.issues == {"space"}


@pytest.mark.parametrize("text", ["", "zzz", "12"])
async def test_tab_where_there_is_nothing_to_complete_loses_nothing(open_reader: OpenReader, text: str) -> None:
    async with open_reader() as person:
        await person.press("colon", *text, "tab", "shift+tab")
        assert typed(person) == text
        assert person.focus != "actors"


# ---------------------------------------------------------------------- the hint


async def test_smart_case_is_told_where_there_is_room(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("slash")
        assert "search the text · lower case finds any case" in person.screen()
    async with open_reader(size=(24, 8)) as person:
        await person.press("slash")
        assert "/ search the text\n" in person.screen()

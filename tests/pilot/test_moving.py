"""The jump list and the marks, by keyboard."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader, Person
from tui.state import Caret

SIZES = ((160, 45), (100, 30), (60, 24), (24, 8))


def told(person: Person) -> list[str]:
    """The notices on the screen."""
    return [toast.message for toast in person.app._notifications]


def gutter(person: Person, caret: Caret) -> str:
    """What stands left of the text on the row of a place."""
    return person.text.paint(person.page.place_of(caret)).text[: person.text._columns.text]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("back", "forward"), [("ctrl+o", "alt+right"), ("alt+left", "alt+right")])
async def test_back_and_forward_through_the_jumps(
    open_reader: OpenReader, size: tuple[int, int], back: str, forward: str
) -> None:
    async with open_reader(size=size) as person:
        places = [person.caret]
        for key in ("}", "G", "n", "g", "}"):
            await person.press(key)
            if person.caret != places[-1]:
                places.append(person.caret)
        for place in reversed(places[:-1]):
            await person.press(back)
            assert person.caret == place
            assert person.text._caret_in_sight()
        for place in places[1:]:
            await person.press(forward)
            assert person.caret == place
            assert person.text._caret_in_sight()


async def test_lines_and_pages_are_no_jumps(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press(*"jjj", "space", "b", "ctrl+d", "pagedown")
        there = person.caret
        await person.press("ctrl+o")
        assert person.caret == there
        assert told(person) == ["No jump to go back from."]


async def test_forward_says_when_there_is_no_more(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "alt+right")
        assert told(person) == ["Nothing further: you have not gone back."]


async def test_a_filter_that_took_the_reader_elsewhere_is_a_jump(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o")
        assert person.paragraph == 2
        await person.press("ctrl+o")
        assert person.paragraph == 0
        assert person.chosen == {"peskov"}


async def test_the_way_back_survives_folding_filters_and_widths(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", "j", "G")
        here = person.view.state.trail.behind[-1]
        await person.press("2", "j", "j", "o", "f")
        await person.resize(60, 24)
        await person.press("escape", "ctrl+o", "ctrl+o", "ctrl+o")
        assert here in (person.caret, *person.view.state.trail.ahead)


async def test_a_position_is_jumped_to_from_the_panel(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "j", "j")
        moved = person.caret
        assert moved.paragraph
        await person.press("1", "ctrl+o")
        assert person.caret != moved


@pytest.mark.parametrize("size", SIZES)
async def test_a_mark_is_set_and_gone_to(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("}", "}", "j", "ctrl+b", "a")
        there = person.caret
        assert person.view.state.marks == {"a": there}
        assert "a" in gutter(person, there)
        await person.press("g", "'", "a")
        assert person.caret == there
        assert person.focus == "article"
        assert person.text._caret_in_sight()


async def test_a_mark_set_again_on_its_place_is_taken_off(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+b", "a", "ctrl+b", "a")
        assert person.view.state.marks == {}
        assert "a" not in gutter(person, person.caret)
        assert told(person) == ["Mark a taken off."]


@pytest.mark.parametrize("again", ["ctrl+b", "enter"])
async def test_a_mark_needs_no_name(open_reader: OpenReader, again: str) -> None:
    async with open_reader() as person:
        await person.press("}", "ctrl+b", again)
        there = person.caret
        assert "*" in gutter(person, there)
        await person.press("}", "ctrl+b", "z", "G", "'", "enter")
        assert person.caret == there


async def test_the_list_says_where_each_mark_leads(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", "ctrl+b", "a", "}", "ctrl+b", "b", "'")
        rows = person.screen().splitlines()
        assert any("▸ a ¶3" in row and "It was French President" in row for row in rows)
        assert any("  b ¶4" in row and "If such a step" in row for row in rows)


async def test_a_mark_is_chosen_from_the_list(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "ctrl+b", "a", "}", "ctrl+b", "b", "g", "'", *"jjk", "j", "enter")
        assert person.paragraph == 2


async def test_a_list_longer_than_its_room_follows_the_cursor(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        for letter in "abcdefghi":
            await person.press("j", "ctrl+b", letter)
        await person.press("'", *["j"] * 8)
        assert "▸ i" in person.screen()
        assert person.text.region.height >= 4


async def test_while_a_letter_is_awaited_keys_of_the_reader_do_nothing_else(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+b", "q")
        assert person.app.is_running
        assert set(person.view.state.marks) == {"q"}
        await person.press("'", "7", "x")
        assert "No mark x." in person.screen()
        assert "q Quit" not in person.screen().splitlines()[-1]


@pytest.mark.parametrize("key", ["ctrl+b", "'"])
async def test_escape_leaves_the_list_for_the_pane_it_came_from(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press("3", key)
        assert person.focus == "marks"
        await person.press("escape")
        assert person.focus == "positions"
        assert not person.reader.query("MarkList")


async def test_another_pane_closes_the_list(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("'", "tab")
        assert person.focus == "actors"
        assert not person.reader.query("MarkList")


async def test_letters_that_move_through_the_list_name_no_mark(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+b", "j")
        assert "take another letter" in person.screen()
        await person.press("a")
        assert set(person.view.state.marks) == {"a"}


async def test_twice_the_key_of_marks_goes_to_before_the_jump_and_back(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "j", "G")
        last = person.caret
        await person.press("'", "'")
        assert person.paragraph == 1
        await person.press("'", "'")
        assert person.caret == last


async def test_with_no_jump_there_is_nothing_before_it(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("'", "'")
        assert told(person) == ["No jump to go back from."]
        assert person.focus == "article"


async def test_without_marks_the_list_says_how_to_set_one(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("'", "enter")
        assert "No marks: ^b sets" in person.screen()


async def test_a_marked_place_is_as_it_was_at_another_width(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "j", "ctrl+b", "a", "g")
        there = person.view.state.marks["a"]
        await person.resize(40, 16)
        assert "a" in gutter(person, there)
        await person.press("'", "a")
        assert person.caret == there

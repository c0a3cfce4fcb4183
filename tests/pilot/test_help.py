"""Help: which keys it tells of, in what order, and that there is room for it everywhere."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader, Person
from tui.keys import PANES
from tui.screen_keys import SECTIONS
from tui.screens.help import Help
from tui.settings import Settings


async def told(person: Person, *keys: str) -> list[str]:
    """The lines of help that is asked for in some place."""
    await person.press(*keys, "question_mark")
    screen = person.app.screen
    assert isinstance(screen, Help)
    return screen.text().plain.splitlines()


def titles(lines: list[str]) -> list[str]:
    return [line.split(" ─")[0] for line in lines if " ──" in line]


@pytest.mark.parametrize(("key", "pane"), [("1", "article"), ("2", "actors"), ("3", "positions")])
async def test_the_keys_of_the_pane_in_focus_come_first(open_reader: OpenReader, key: str, pane: str) -> None:
    async with open_reader() as person:
        assert titles(await told(person, key))[0] == f"In the {pane}"


async def test_the_keys_of_other_panes_are_told_with_the_key_that_leads_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        found = titles(await told(person))
        assert {"In the actors, after 2", "In the positions, after 3"} <= set(found)


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (24, 8)])
async def test_every_key_is_told_with_what_it_does_at_every_width(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as person:
        active = [entry.binding for entry in person.reader.active_bindings.values() if entry.binding.id]
        elsewhere = [binding for pane in PANES for binding in SECTIONS[f"In the {pane}"]]
        text = " ".join(" ".join(await told(person)).split())
        for binding in (*active, *elsewhere):
            assert binding.description[1:] in text
            assert binding.tooltip.rstrip(".") in text


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
async def test_no_line_is_wider_than_there_is_room_for(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        lines = await told(person)
        sheet = person.app.screen.query_one("#sheet")
        room = sheet.scrollable_content_region.width
        assert max(map(len, lines)) <= room or size == (24, 8)
        assert sheet.size.width <= size[0]


async def test_what_would_do_nothing_now_is_told_as_such(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        fold = next(line for line in await told(person) if " f  Fold" in line)
        assert fold.endswith("· not")
        await person.press("escape", "2", "o")
        fold = next(line for line in await told(person) if " f  Fold" in line)
        assert "not" not in fold


async def test_a_key_that_does_the_same_is_told_once(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        quits = [line for line in await told(person) if "Quit" in line]
        assert [line.split("Quit")[0].split() for line in quits] == [["q", "^q"]]


async def test_it_explains_every_sign(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        text = "\n".join(await told(person))
        for sign in "▲▼◆○?❝≈↪∴":
            assert f"{sign} " in text


async def test_keys_that_were_set_are_told_in_other_panes_too(open_reader: OpenReader) -> None:
    async with open_reader(settings=Settings(keys={"actors.only": ("x",)})) as person:
        assert any(line.split()[:2] == ["x", "Only"] for line in await told(person))


async def test_more_keys_than_there_is_room_for_stand_before_their_name(open_reader: OpenReader) -> None:
    keys = ("Z", "X", "alt+x", "alt+y", "ctrl+x", "ctrl+y", "f5", "f6")
    async with open_reader(size=(100, 90), settings=Settings(keys={"reader.zen": keys})) as person:
        await person.press("question_mark")
        assert "Z X alt+x alt+y ^x ^y F5 F6  Zen " in person.screen()


async def test_its_end_can_be_reached_in_the_smallest_terminal(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("question_mark", "G")
        assert "and line ends" in person.screen()


async def test_the_key_that_was_set_for_it_closes_it_too(open_reader: OpenReader) -> None:
    async with open_reader(settings=Settings(keys={"reader.help": ("h",)})) as person:
        await person.press("h")
        assert isinstance(person.app.screen, Help)
        await person.press("h")
        assert person.app.screen is person.reader


async def test_help_tells_what_a_search_does_in_each_pane_and_of_smart_case(open_reader: OpenReader) -> None:
    async with open_reader(size=(120, 200)) as person:
        await person.press("question_mark")
        for told in (
            "/ in the article",
            "/ in the actors",
            "/ in the positions",
            "finds either case",
            "a capital letter",
        ):
            assert told in person.screen()
        assert "n N go from match" in person.screen()

"""What lies beside the place that the reader went to: cards, the peek, messages."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader


@pytest.mark.parametrize("size", [(100, 30), (160, 45)])
async def test_a_number_brings_the_cards_of_its_paragraph_into_sight(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as person:
        await person.press("colon", "4", "enter")
        assert "Such a deployment would not only" in person.screen()


@pytest.mark.parametrize("keys", ["2 3 : p e s k o v enter", "2 1 : p e s k o v enter", "2 / p e enter"])
async def test_the_peek_speaks_of_the_actor_under_the_cursor(open_reader: OpenReader, keys: str) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press(*keys.split())
        assert person.actors.here == "peskov"
        assert "DP  Peskov  ▲ FOR" in person.screen()


async def test_what_the_peek_says_of_an_actor_without_a_position_is_said_in_whole(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("2", *"jjjjjj")
        assert "It\n reports 2 positions of others." in person.screen()


async def test_a_message_takes_the_place_of_the_one_before_however_fast_it_comes(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        for _ in range(4):
            person.reader.action_undo()
            person.reader.action_back()
        await person.settle()
        assert person.told == ["No jump to go back from."]


async def test_what_leads_nowhere_is_said_once(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("colon", "9", "9", "enter")
        assert person.screen().count("The paragraphs are numbered from 1 to 8.") == 1


async def test_whoever_asks_for_an_actor_by_name_sees_it_in_a_list_that_was_narrowed_to_others(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as person:
        await person.press("2", "slash", *"putin", "enter", "colon", *"peskov", "enter")
        assert person.actors.here == "peskov" == person.view.state.actor

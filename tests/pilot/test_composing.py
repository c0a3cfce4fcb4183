"""What is painted of a screen that has changed."""

from __future__ import annotations

from asyncio import sleep

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.messages import Layout
from textual.screen import Screen

from tests.pilot.person import OpenReader
from tui.composing import Composing


@pytest.mark.parametrize("keys", ["", "question_mark", "m", "c", "t", "i", "ctrl+p"])
async def test_every_screen_is_composed_alike(open_reader: OpenReader, keys: str) -> None:
    async with open_reader() as person:
        await person.press(*keys.split())
        screens: list[Screen[object]] = person.app.screen_stack
        assert {type(screen._compositor) for screen in screens} == {Composing}


async def test_what_goes_is_painted_over_even_if_a_place_was_asked_for_before(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        bar = person.reader.query_one("#bar")
        compositor, region = person.reader._compositor, bar.region
        compositor._full_map_invalidated = True
        bar.display = False
        assert compositor.full_map
        compositor._dirty_regions.clear()
        compositor.reflow(person.reader, person.reader.size)
        assert region in compositor._dirty_regions


async def test_sizes_told_at_once_come_to_an_end(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        reader, told = person.reader, list[Size]()
        lay_out = reader._screen_resized

        def resized(size: Size) -> None:
            told.append(size)
            lay_out(size)
            reader.post_message(Layout(reader))  # else Textual takes the sizes that wait for one

        reader._screen_resized = resized
        for size in Size(65, 20), Size(58, 58):
            reader.post_message(Resize(size, size))
            reader.post_message(Layout(reader))
        await sleep(0.5)
        assert len(told) < 10
        assert reader.size == person.app.size

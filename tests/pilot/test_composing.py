"""What is painted of a screen that has changed."""

from __future__ import annotations

import pytest
from textual.screen import Screen

from tests.pilot.person import OpenReader
from tui.composing import Composing


async def composed(open_reader: OpenReader, keys: str) -> set[type]:
    async with open_reader() as person:
        await person.press(*keys.split())
        screens: list[Screen[object]] = person.app.screen_stack
        return {type(screen._compositor) for screen in screens}


@pytest.mark.parametrize("keys", ["", "question_mark", "m", "c", "t", "i", "ctrl+p"])
async def test_every_screen_is_composed_alike(open_reader: OpenReader, keys: str) -> None:
    assert await composed(open_reader, keys) == {Composing}


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

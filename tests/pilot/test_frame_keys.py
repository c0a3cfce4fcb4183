"""The keys that the frames of sheets say: each is pressed where it is clicked, as in the key bar."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from article import load
from tests.pilot.person import OpenReader
from tui.settings import Settings

DATA = Path(__file__).parents[1] / "data"


async def test_the_key_in_the_frame_of_help_is_pressed_by_a_click(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("question_mark")
        await person.click_on("closes", after="esc")
        assert person.app.screen is person.reader


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (40, 12)])
@pytest.mark.parametrize("hint", ["esc closes", "⏎ goes there"])
async def test_the_keys_in_the_frame_of_the_problems_are_pressed_by_a_click(
    open_reader: OpenReader, size: tuple[int, int], hint: str
) -> None:
    async with open_reader(load(DATA / "three-problems.yaml"), size=size) as person:
        await person.press("exclamation_mark", "G")
        x, y = person.find(hint)
        await person.click(x if hint.startswith("⏎") else x + cell_len(hint) - 1, y)
        assert person.app.screen is person.reader
        assert (person.paragraph > 0) == (hint != "esc closes")


async def test_beside_the_keys_in_a_frame_nothing_is_pressed(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("exclamation_mark")
        x, y = person.find("esc closes")
        for column, row in ((x - 1, y), (x, y - 1), (x + len("esc closes") + 1, y), (x - 40, y)):
            await person.click(column, row)
            assert person.app.screen is not person.reader


async def test_a_key_in_a_frame_is_not_pressed_by_a_drag_that_ends_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("question_mark")
        x, y = person.find("esc closes")
        await person.drag((x - 10, y), (x, y))
        assert person.app.screen is not person.reader


async def test_without_colour_the_keys_in_a_frame_are_pressed_too(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader(settings=Settings(glyphs="ascii")) as person:
        await person.press("question_mark")
        await person.click_on("esc closes")
        assert person.app.screen is person.reader

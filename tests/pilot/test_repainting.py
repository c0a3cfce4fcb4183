"""What is kept of the screen from key to key is what painting it anew would make of it."""

from __future__ import annotations

import random

import pytest

from tests.pilot.person import OpenReader, Person
from tests.pilot.test_monkey import KEYS, SIZES
from tui.widgets.painted import Painted

TYPED = (
    "slash",
    "colon",
    "F",
    "t",
    "r",
    "o",
    "3",
    "enter",
    "escape",
    "backspace",
    "ctrl+u",
    "apostrophe",
    "ctrl+b",
    "a",
)

PROMPTS = ("/ N escape", "/ t enter escape", ": 4 enter", "F escape", "' escape", "3 / p escape", "2 / p enter escape")


def rows(person: Person) -> list[str]:
    return [repr(strip.simplify()) for strip in person.app.screen._compositor.render_strips()]


def stale(person: Person) -> dict[int, tuple[str, str]]:
    """The rows of the screen that painting all of it anew changes, by their number."""
    before = rows(person)
    for widget in person.app.screen.query(Painted):
        widget.notify_style_update()
    pairs = enumerate(zip(before, rows(person), strict=True))
    return {number: (kept, anew) for number, (kept, anew) in pairs if kept != anew}


@pytest.mark.parametrize("size", ["160x45", "100x30", "60x24", "24x8"])
@pytest.mark.parametrize(
    "keys", ["/ N esc", "/ t enter esc", ": 4 enter", "F esc", "' esc", "3 / p esc", "2 / p enter esc"]
)
async def test_what_a_prompt_stood_on_is_painted_when_it_is_gone(open_reader: OpenReader, keys: str, size: str) -> None:
    async with open_reader(size=tuple(map(int, size.split("x")))) as person:
        await person.press(*keys.split())
        assert stale(person) == {}


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_done_no_row_is_stale(open_reader: OpenReader, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    async with open_reader(size=chance.choice(SIZES)) as person:
        done: list[str] = []
        for _ in range(60):
            if chance.random() < 0.08:
                size = chance.choice(SIZES)
                await person.resize(*size)
                done.append(repr(size))
            else:
                done.append(chance.choice(TYPED if chance.random() < 0.5 else KEYS))
                await person.press(done[-1])
            assert stale(person) == {}, f"{person.app.screen} {person.app.size} {' '.join(done)}"

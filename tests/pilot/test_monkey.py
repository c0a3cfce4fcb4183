"""Somebody who presses anything, at any size: the reader never breaks and never loses its place."""

from __future__ import annotations

import random

import pytest

from article import Article
from tests.pilot.person import OpenReader
from tui.keys import ACTORS, ARTICLE, MOVE, POSITIONS, READER
from tui.screen_keys import COMPARE, DETAIL, MATRIX, OUTLINE, OVERLAY, TABLE

LEAVING = {"app.quit"}
KEYS = sorted(
    {
        key
        for table in (MOVE, ARTICLE, ACTORS, POSITIONS, READER, OVERLAY, MATRIX, COMPARE, TABLE, OUTLINE, DETAIL)
        for binding in table
        if binding.action not in LEAVING and "q" not in binding.key.split(",")
        for key in binding.key.split(",")
    }
)
SIZES = ((160, 45), (100, 30), (60, 24), (24, 8), (12, 3), (80, 9), (200, 60))


@pytest.mark.parametrize("seed", range(3))
async def test_any_keys_at_any_size(open_reader: OpenReader, harbor: Article, shipped: Article, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    async with open_reader(shipped if seed % 2 else harbor, size=chance.choice(SIZES)) as person:
        for _ in range(45):
            if chance.random() < 0.1:
                await person.resize(*chance.choice(SIZES))
            else:
                await person.press(chance.choice(KEYS))
            assert 0 <= person.text.top <= max(0, person.text.rows - 1)
            assert person.paragraph < len(person.view.article.paragraphs)
            if person.positions.cards:
                assert 0 <= person.positions.cursor < len(person.positions.cards)
        assert person.app.return_code is None

"""Opens the reader for the tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest

from article import Article
from article.reading import Read, Reading
from tests.pilot.person import OpenReader, Person
from tui.app import KremlinApp
from tui.file import File


@pytest.fixture
def open_reader(shipped: Article) -> OpenReader:
    """Opens the shipped article, another one, or one that is being read, at a size."""

    @asynccontextmanager
    async def opened(
        article: Article | Reading | Read = shipped, size: tuple[int, int] = (160, 45), file: File | None = None
    ) -> AsyncGenerator[Person]:
        app = KremlinApp(article, file)
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            await person.settle()
            yield person

    return opened

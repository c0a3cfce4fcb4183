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
from tui.settings import DEFAULTS, Settings


@pytest.fixture(autouse=True)
def _own_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """Tests leave the clipboard of whoever runs them alone."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def open_reader(shipped: Article) -> OpenReader:
    """Opens the shipped article, another one, or one that is being read, at a size, with settings."""

    @asynccontextmanager
    async def opened(
        article: Article | Reading | Read = shipped,
        size: tuple[int, int] = (160, 45),
        file: File | None = None,
        settings: Settings = DEFAULTS,
    ) -> AsyncGenerator[Person]:
        app = KremlinApp(article, file, settings)
        async with app.run_test(size=size) as pilot:
            person = Person(app, pilot)
            await person.settle()
            yield person

    return opened

"""Opens the reader for the tests of this folder."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from article import Article
from article.reading import Read, Reading
from article.source import Source
from tests.pilot.person import OpenReader, Person
from tui.app import KremlinApp
from tui.file import File
from tui.settings import DEFAULTS, Settings


@pytest.fixture(autouse=True)
def _watchful(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """Textual looks every 20 ms whether a reader has nothing to do any more, several times a key: most of the time
    that a test takes. Every 5 ms tells as well."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.005)
    monkeypatch.setattr("textual._wait.SLEEP_IDLE", 0.0005)


@pytest.fixture(autouse=True)
def _own_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """Tests leave the clipboard of whoever runs them alone."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)


BODY = "body: |\n"
PUT_IN = "  A paragraph that was not there before.\n\n  And another one."


@pytest.fixture
def open_reader(shipped: Article) -> OpenReader:
    """Opens the shipped article, another one, or one that is being read, at a size, with settings; notices are on
    the screen where that is wanted."""

    @asynccontextmanager
    async def opened(
        article: Article | Reading | Read = shipped,
        size: tuple[int, int] = (160, 45),
        file: File | None = None,
        settings: Settings = DEFAULTS,
        *,
        notices: bool = False,
    ) -> AsyncGenerator[Person]:
        app = KremlinApp(article, file, settings)
        async with app.run_test(size=size, notifications=notices) as pilot:
            person = Person(app, pilot)
            await person.settle()
            yield person

    return opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The shipped article as a file of one's own."""
    shipped = Source.shipped().path
    assert shipped
    file = tmp_path / "story.yaml"
    file.write_bytes(shipped.read_bytes())
    return file


@pytest.fixture
def put_in(path: Path) -> Callable[..., None]:
    """Puts paragraphs before the first of a file, of that one unless said."""

    def put(file: Path = path) -> None:
        before, _, body = file.read_text().partition(BODY)
        assert body
        file.write_text(f"{before}{BODY}{PUT_IN}\n\n{body}")

    return put

"""The place in an article, which is found again when it is opened again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader
from tui.file import File
from tui.memory import Memory
from tui.screens.compare import Compare
from tui.screens.matrix import Matrix
from tui.screens.table import Table

PutIn = Callable[..., None]


def kept(path: Path, folder: Path, *, fresh: bool = False) -> File:
    memory = Memory(folder, str(path), fresh=fresh)
    memory.recall()
    return File(str(path), memory=memory)


async def test_the_reader_comes_back_to_where_it_was(
    open_reader: OpenReader, path: Path, tmp_path: Path, put_in: PutIn
) -> None:
    folder = tmp_path / "state"
    async with open_reader(load(path), (100, 24), kept(path, folder)) as person:
        await person.press("2", "j", "j", "o", "f", "3", "j")
        state, focus = person.view.state, person.focus
        await person.press("q")
    put_in()
    async with open_reader(load(path), (100, 24), kept(path, folder)) as person:
        after = person.view.state
        assert (after.chosen, after.folded, after.pinned) == (state.chosen, state.folded, state.pinned)
        assert after.caret == (state.caret.paragraph + 2, state.caret.offset)
        assert person.focus == focus == "positions"
        assert person.text._caret_in_sight()
        assert person.told == ["Back where you were. g goes to the beginning."]


@pytest.mark.parametrize(("key", "view"), [("m", Matrix), ("c", Compare)])
async def test_the_view_is_kept_too(
    open_reader: OpenReader, path: Path, tmp_path: Path, key: str, view: type[Table]
) -> None:
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press(key, "q")
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.settle()
        assert isinstance(person.app.screen, view)
        await person.press("r", "q")
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.settle()
        assert person.app.screen is person.reader


async def test_a_fresh_start_is_at_the_beginning(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press("}", "}", "q")
    async with open_reader(load(path), file=kept(path, tmp_path / "state", fresh=True)) as person:
        assert person.caret == (0, 0)
        assert person.told == []
        await person.press("}", "q")
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        assert person.caret == (1, 0)


async def test_who_merely_opens_and_quits_leaves_nothing(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press("q")
    assert not (tmp_path / "state").exists()


async def test_the_place_is_kept_while_the_reader_reads(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    file = kept(path, tmp_path / "state")
    assert file.memory
    async with open_reader(load(path), file=file) as person:
        await person.press("}", "}")
        await person.until(lambda: list((tmp_path / "state").glob("*.json")))
        await person.until(lambda: Memory(tmp_path / "state", str(path)).recall())


async def test_where_nothing_can_be_kept_it_is_said_once(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press("}")
        await person.until(lambda: person.told)
        assert person.told[0].startswith("Your place cannot be kept: ")
        person.app.clear_notifications()
        await person.press("}", "q")
        assert not person.app.is_running


async def test_a_small_screen_comes_back_as_well(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    async with open_reader(load(path), (24, 8), kept(path, tmp_path / "state")) as person:
        await person.press("3", "j", "j", "q")
        card = person.card
    async with open_reader(load(path), (24, 8), kept(path, tmp_path / "state")) as person:
        assert person.focus == "positions"
        assert person.card == card

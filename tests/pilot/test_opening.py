"""A file that takes long: the screen that says so, and what is found later."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from article import Article
from tests.errand import GENEROUS, Errand
from tests.pilot.person import OpenReader, Person
from tui.screens.opening import Opening
from tui.screens.reader import Reader

DATA = Path(__file__).parents[1] / "data"
HARBOR = DATA / "harbor-ave-lane.yaml"


@pytest.fixture
def harbor_errand() -> Iterator[Errand]:
    errand = Errand(HARBOR)
    yield errand
    errand.close()


@pytest.fixture
def flawed_errand(tmp_path: Path) -> Iterator[Errand]:
    """Of an article that nobody is at a loss to show, but for an issue that nothing uses."""
    path = tmp_path / "flawed.yaml"
    spare = "issues:\n  - {id: spare, label: Spare, proposition: Nothing}\n"
    path.write_text(HARBOR.read_text().replace("issues:\n", spare))
    errand = Errand(path)
    yield errand
    errand.close()


async def until(person: Person, done: Callable[[], object]) -> None:
    """Until something has happened, and is painted."""
    end = time.monotonic() + GENEROUS
    while not done():
        assert time.monotonic() < end, person.screen()
        await person.settle()
    await person.settle()


# ---------------------------------------------------------------------- before there is an article


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (24, 8)])
async def test_the_screen_says_what_is_read_and_how_to_leave_it(
    open_reader: OpenReader, harbor_errand: Errand, size: tuple[int, int]
) -> None:
    async with open_reader(harbor_errand.reading, size) as person:
        screen = person.screen()
        assert "Reading harbor-av" in screen
        assert "3 KB" in screen
        assert "esc leaves" in screen


async def test_the_sign_moves(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.reading) as person:
        before = person.screen()
        await until(person, lambda: person.screen() != before)


@pytest.mark.parametrize("size", [(23, 8), (24, 7), (1, 1)])
async def test_a_screen_that_is_too_small_asks_for_a_larger_one(
    open_reader: OpenReader, harbor_errand: Errand, size: tuple[int, int]
) -> None:
    async with open_reader(harbor_errand.reading, size) as person:
        assert "Enlarge to 24x8"[: size[0]].startswith(person.screen().strip().rstrip("…"))
        await person.resize(24, 8)
        assert "esc leaves" in person.screen()


async def test_the_article_takes_its_place(open_reader: OpenReader, harbor_errand: Errand, harbor: Article) -> None:
    async with open_reader(harbor_errand.reading) as person:
        harbor_errand.tell("begin")
        await until(person, lambda: isinstance(person.app.screen, Reader))
        assert harbor.headline in person.screen()
        assert person.focus == "article"
        await person.press("j")
        assert person.caret.offset > 0


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c", "ctrl+q"])
async def test_it_is_left_at_once(open_reader: OpenReader, harbor_errand: Errand, key: str) -> None:
    async with open_reader(harbor_errand.reading) as person:
        await person.press(key)
        assert not person.app.is_running


@pytest.mark.parametrize("step", ["fail", "stutter"])
async def test_where_no_article_will_come_the_program_ends(
    open_reader: OpenReader, harbor_errand: Errand, step: str
) -> None:
    async with open_reader(harbor_errand.reading) as person:
        harbor_errand.tell(step)
        end = time.monotonic() + GENEROUS
        while person.app.is_running and time.monotonic() < end:
            await person.settle()
        assert not person.app.is_running
        assert harbor_errand.reading.fault


async def test_the_palette_stays_away(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.reading) as person:
        await person.press("ctrl+p", "T")
        assert isinstance(person.app.screen, Opening)


# ---------------------------------------------------------------------- names that are found later


async def test_names_light_up_when_they_are_found(
    open_reader: OpenReader, harbor_errand: Errand, harbor: Article
) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        marks = [mark for index in range(8) for mark in person.view.selection.marks(index).between(0, 10_000)]
        assert marks
        assert all(mark.stance for mark in marks)
        before = person.screen()
        harbor_errand.tell("complete")
        await until(person, lambda: person.view.article.mentions)
        async with open_reader(harbor) as other:
            assert person.screen() == other.screen() != before


async def test_whatever_the_reader_did_stays(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.begun(), (100, 16)) as person:
        await person.press("2", "j", "space", "3", "j", "1", "j", "j", "j")
        state, top, focus, card = person.view.state, person.text.top, person.focus, person.card
        actor = person.actors.cursor
        harbor_errand.tell("complete")
        await until(person, lambda: person.view.article.mentions)
        assert (person.view.state, person.text.top, person.focus, person.card) == (state, top, focus, card)
        assert person.actors.cursor == actor == 1


async def test_problems_that_are_found_later_are_told(open_reader: OpenReader, flawed_errand: Errand) -> None:
    async with open_reader(flawed_errand.begun()) as person:
        await person.press("exclamation_mark")
        assert isinstance(person.app.screen, Reader)
        flawed_errand.tell("complete")
        await until(person, lambda: "1 problem in this file" in person.screen())
        await person.press("exclamation_mark")
        assert "Nothing uses the issue “spare”." in person.screen()


async def test_the_bar_says_that_names_are_sought_until_they_are_found(
    open_reader: OpenReader, harbor_errand: Errand
) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        await until(person, lambda: "harbor-ave-lane.yaml · finding names …" in person.screen())
        harbor_errand.tell("complete")
        await until(person, lambda: "finding names" not in person.screen())


async def test_escape_ends_the_search_and_nothing_else(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        await until(person, lambda: "finding names" in person.screen())
        await person.press("escape")
        assert "finding names" not in person.screen()
        assert harbor_errand.process.wait(GENEROUS) < 0
        assert not person.view.article.mentions
        assert person.app.is_running


async def test_escape_ends_the_search_last(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        await person.press("2", "space", "z", "escape", "escape")
        assert not person.chosen
        assert not harbor_errand.reading.ended
        await person.press("escape")
        assert harbor_errand.reading.ended


async def test_a_search_that_breaks_off_is_told_and_the_text_stays(
    open_reader: OpenReader, harbor_errand: Errand, harbor: Article
) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        harbor_errand.kill()
        await until(person, lambda: person.app._notifications)
        told = "Not all names were found: the process that reads it was ended by signal 9 (Killed)."
        assert [toast.message for toast in person.app._notifications] == [told]
        assert harbor.headline in person.screen()


async def test_leaving_while_names_are_sought_is_no_trouble(open_reader: OpenReader, harbor_errand: Errand) -> None:
    async with open_reader(harbor_errand.begun()) as person:
        await person.press("q")
        harbor_errand.tell("complete")
        harbor_errand.wait_for_end()
        assert not person.app.is_running

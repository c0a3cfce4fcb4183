"""The file behind the article: read again, gone bad, watched, edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article import load
from article.reading import Read, Reading
from tests.errand import Errand
from tests.pilot.person import OpenReader, Person
from tui.file import File

DATA = Path(__file__).parents[1] / "data"
PutIn = Callable[..., None]


async def reload(person: Person) -> None:
    """Press the key, and wait until the file is read."""
    await person.press("ctrl+r")
    await person.until(lambda: person.reader._again is None)


# ---------------------------------------------------------------------- reading again


async def test_what_was_read_again_takes_the_place_of_what_was(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        put_in()
        await reload(person)
        assert "A paragraph that was not there before." in person.screen()
        assert "Read again." in person.told


@pytest.mark.parametrize("size", [(160, 20), (100, 24), (60, 20), (24, 8)])
async def test_the_place_stays_on_its_words_and_on_its_line(
    open_reader: OpenReader, path: Path, size: tuple[int, int], put_in: PutIn
) -> None:
    async with open_reader(load(path), size, File(str(path))) as person:
        await person.press("}", "}", "}", "j", "j")
        caret, line = person.caret, person.text._caret_row - person.text.top
        words = person.view.article.paragraphs[caret.paragraph].text[caret.offset :]
        put_in()
        await reload(person)
        assert person.caret == (caret.paragraph + 2, caret.offset)
        assert person.view.article.paragraphs[person.caret.paragraph].text[person.caret.offset :] == words
        assert person.text._caret_row - person.text.top == line


async def test_the_first_words_in_sight_stay_first_when_the_place_is_elsewhere(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), (100, 16), File(str(path))) as person:
        person.text.scroll_rows(25)
        await person.settle()
        first = person.screen().splitlines()[4][:50]
        put_in()
        await reload(person)
        assert person.screen().splitlines()[4][4:50] == first[4:]


async def test_filter_fold_pin_and_cursors_stay(open_reader: OpenReader, path: Path, put_in: PutIn) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("2", "j", "j", "o", "f", "3", "j")
        state, card, actor, focus = person.view.state, person.card, person.actors.here, person.focus
        put_in()
        await reload(person)
        after = person.view.state
        assert (after.chosen, after.folded, after.pinned) == (state.chosen, True, state.pinned)
        assert (person.card, person.actors.here, person.focus) == (card, actor, focus)
        await person.press("escape")
        assert not person.chosen


async def test_what_is_no_longer_there_leaves_the_filter(open_reader: OpenReader, path: Path) -> None:
    other = load(DATA / "harbor-ave-lane.yaml")
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("2", "j", "j", "o", "G", "3", "G")
        path.write_bytes((DATA / "harbor-ave-lane.yaml").read_bytes())
        await reload(person)
        assert not person.chosen
        assert person.pinned is None
        assert other.headline in person.screen()
        assert set(person.palette.actors) == set(other.actor)
        await person.press("2", "k", "space", "3", "k", "u", "1", "G", "g", "n")


async def test_where_nothing_has_changed_it_says_so_and_nothing_is_painted(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("3", "j", "j")
        article, view = person.view.article, person.view
        path.write_bytes(path.read_bytes())
        await reload(person)
        assert "Nothing has changed." in person.told
        assert person.view.article is article
        assert person.view is view


async def test_the_shipped_article_can_be_read_again(open_reader: OpenReader) -> None:
    async with open_reader(file=File(None)) as person:
        await reload(person)
        assert "Nothing has changed." in person.told


async def test_standard_input_cannot_be_read_again(open_reader: OpenReader) -> None:
    async with open_reader(file=File("-")) as person:
        await person.press("ctrl+r")
        assert person.told == ["What came through standard input cannot be read again."]


async def test_an_actor_that_comes_gets_a_colour(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        text = path.read_text()
        path.write_text(text.replace("actors:\n", "actors:\n  - {id: newcomer, name: New Comer, kind: person}\n"))
        await reload(person)
        assert "New Comer" in person.screen()
        assert "newcomer" in person.palette.actors


class SlowFile(File):
    """A file that is read again as slowly as a test asks for."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.errand = Errand(path)

    def read(self) -> Reading | Read:
        return self.errand.reading


@pytest.fixture
def slow(path: Path) -> SlowFile:
    return SlowFile(path)


async def test_what_takes_long_is_told_and_can_be_left(open_reader: OpenReader, path: Path, slow: SlowFile) -> None:
    async with open_reader(load(path), file=slow) as person:
        await person.press("2", "space", "ctrl+r")
        await person.until(lambda: "reading the file again …" in person.screen())
        await person.press("j", "escape")
        assert "reading the file again" not in person.screen()
        assert slow.errand.reading.ended
        assert person.chosen
    slow.errand.close()


async def test_names_that_are_found_later_light_up(
    open_reader: OpenReader, path: Path, slow: SlowFile, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=slow) as person:
        put_in()
        await person.press("ctrl+r")
        slow.errand.tell("begin")
        await person.until(lambda: "A paragraph that was not there" in person.screen())
        assert not person.view.article.mentions
        slow.errand.tell("complete")
        await person.until(lambda: person.view.article.mentions)
        assert person.view.article == load(path)
    slow.errand.close()


async def test_a_fault_while_it_is_read_again_leaves_everything(
    open_reader: OpenReader, path: Path, slow: SlowFile
) -> None:
    async with open_reader(load(path), file=slow) as person:
        before = person.view
        await person.press("ctrl+r")
        slow.errand.kill()
        await person.until(lambda: person.told)
        assert person.told[0].startswith("The file could not be read again: the process")
        assert person.view is before
    slow.errand.close()


# ---------------------------------------------------------------------- gone bad


async def test_a_file_that_went_bad_keeps_the_last_good_article(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    async with open_reader(load(path), file=File(str(path))) as person:
        headline = person.view.article.headline
        path.write_text(good.replace("body: |", "bodi: |"))
        await reload(person)
        assert headline in person.screen()
        assert "The file has 2 problems now and is no article; this is how it was before · ! lists" in person.screen()
        await person.press("!")
        assert "story.yaml has 2 problems" in person.screen()
        assert "The article has no body." in person.screen()
        await person.press("escape")
        path.write_text(good)
        await reload(person)
        assert "problems" not in person.screen()
        assert "The file is an article again." in person.told
        await person.press("!")
        assert person.app.screen is person.reader


@pytest.mark.parametrize("size", [(60, 24), (24, 8)])
async def test_a_small_screen_tells_of_it_as_well(open_reader: OpenReader, path: Path, size: tuple[int, int]) -> None:
    async with open_reader(load(path), size, File(str(path))) as person:
        path.write_text("- a\n")
        await reload(person)
        assert "1 problem now; this is how it was · ! lists" in person.screen() or size == (24, 8)
        assert "1 problem now" in person.screen()
        assert "!" in person.screen()


async def test_zen_tells_of_it_in_passing(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("z")
        path.unlink()
        await reload(person)
        assert person.told == ["The file has 1 problem now; this is how it was before. ! lists them."]


@pytest.mark.parametrize("keys", ["m", "c", "t", "n i", "question_mark", "ctrl+p"])
async def test_whatever_lies_over_the_article_tells_of_it_too(open_reader: OpenReader, path: Path, keys: str) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*keys.split())
        path.write_text("- a\n")
        person.reader._reread(asked=False)
        await person.until(lambda: person.reader.refused)
        told = "The file has 1 problem now; this is how it was before. In the article ! lists them."
        assert person.told == [told]
        assert person.app.screen is not person.reader


async def test_the_list_leads_on_to_another_reading(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        good = path.read_text()
        path.write_text("- a\n")
        await reload(person)
        path.write_text(good)
        await person.press("!", "ctrl+r")
        await person.until(lambda: not person.reader.refused)
        assert person.app.screen is person.reader


# ---------------------------------------------------------------------- watching


async def test_a_watched_file_is_read_again_when_it_changes(open_reader: OpenReader, path: Path, put_in: PutIn) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        put_in()
        await person.until(lambda: "A paragraph that was not there before." in person.screen())
        assert person.told == []


async def test_a_watched_file_may_be_replaced_and_missing_for_a_moment(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        path.rename(path.with_suffix(".old"))
        await person.settle()
        other = path.with_suffix(".new")
        other.write_bytes(path.with_suffix(".old").read_bytes())
        put_in(other)
        other.rename(path)
        await person.until(lambda: "A paragraph that was not there before." in person.screen())
        assert not person.reader.refused


async def test_a_watched_file_that_is_gone_is_told(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        path.unlink()
        await person.until(lambda: person.reader.refused)
        assert "The file has 1 problem now" in person.screen()


# ---------------------------------------------------------------------- editing


@pytest.mark.parametrize(
    ("name", "words"),
    [(None, "comes with the program and is not edited"), ("-", "standard input cannot be edited")],
)
async def test_what_cannot_be_edited_is_said(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, name: str | None, words: str
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    async with open_reader(file=File(name)) as person:
        await person.press("e")
        assert words in person.told[0]


async def test_without_an_editor_it_is_said_what_to_set(
    open_reader: OpenReader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("e")
        assert "set $VISUAL or $EDITOR" in person.told[0]

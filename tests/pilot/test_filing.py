"""The file behind the article: read again, watched, gone bad, edited; and the place that is kept."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from article import load
from article.reading import Read, Reading
from tests.errand import GENEROUS, Errand
from tests.pilot.person import OpenReader, Person
from tui.file import File
from tui.memory import Memory
from tui.screens.bad_file import BadFile
from tui.screens.problems import ProblemList
from tui.screens.reader import Reader

DATA = Path(__file__).parents[1] / "data"
BODY = "body: |\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of one's own that is long enough to scroll."""
    from article.source import Source

    shipped = Source.shipped().path
    assert shipped
    file = tmp_path / "story.yaml"
    file.write_bytes(shipped.read_bytes())
    return file


async def until(person: Person, done: Callable[[], object]) -> None:
    """Until something has happened, and is painted."""
    end = time.monotonic() + GENEROUS
    while not done():
        assert time.monotonic() < end, person.screen()
        await person.settle()
    await person.settle()


def told(person: Person) -> list[str]:
    return [str(toast.message) for toast in person.app._notifications]


async def reload(person: Person) -> None:
    """Press the key, and wait until the file is read."""
    await person.press("ctrl+r")
    await until(person, lambda: person.reader._again is None)


def put_in(path: Path, text: str) -> None:
    """Put paragraphs before the first."""
    old = path.read_text()
    before, _, body = old.partition(BODY)
    assert body
    path.write_text(f"{before}{BODY}{text}\n\n{body}")


PUT_IN = "  A paragraph that was not there before.\n\n  And another one."

# ---------------------------------------------------------------------- reading again


async def test_what_was_read_again_takes_the_place_of_what_was(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        put_in(path, PUT_IN)
        await reload(person)
        assert "A paragraph that was not there before." in person.screen()
        assert "Read again." in told(person)


@pytest.mark.parametrize("size", [(160, 20), (100, 24), (60, 20), (24, 8)])
async def test_the_place_stays_on_its_words_and_on_its_line(
    open_reader: OpenReader, path: Path, size: tuple[int, int]
) -> None:
    async with open_reader(load(path), size, File(str(path))) as person:
        await person.press("}", "}", "}", "j", "j")
        caret, line = person.caret, person.text._caret_row - person.text.top
        words = person.view.article.paragraphs[caret.paragraph].text[caret.offset :]
        put_in(path, PUT_IN)
        await reload(person)
        assert person.caret == (caret.paragraph + 2, caret.offset)
        assert person.view.article.paragraphs[person.caret.paragraph].text[person.caret.offset :] == words
        assert person.text._caret_row - person.text.top == line


async def test_the_first_words_in_sight_stay_first_when_the_place_is_elsewhere(
    open_reader: OpenReader, path: Path
) -> None:
    async with open_reader(load(path), (100, 16), File(str(path))) as person:
        person.text.scroll_rows(25)
        await person.settle()
        first = person.screen().splitlines()[4][:50]
        put_in(path, PUT_IN)
        await reload(person)
        assert person.screen().splitlines()[4][4:50] == first[4:]


async def test_filter_fold_pin_and_cursors_stay(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("2", "j", "j", "o", "f", "3", "j")
        state, card, actor, focus = person.view.state, person.card, person.actors.here, person.focus
        put_in(path, PUT_IN)
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
        assert "Nothing has changed." in told(person)
        assert person.view.article is article
        assert person.view is view


async def test_the_shipped_article_can_be_read_again(open_reader: OpenReader) -> None:
    async with open_reader(file=File(None)) as person:
        await reload(person)
        assert "Nothing has changed." in told(person)


async def test_standard_input_cannot_be_read_again(open_reader: OpenReader) -> None:
    async with open_reader(file=File("-")) as person:
        await person.press("ctrl+r")
        assert told(person) == ["What came through standard input cannot be read again."]


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
        await until(person, lambda: "reading the file again …" in person.screen())
        await person.press("j", "escape")
        assert "reading the file again" not in person.screen()
        assert slow.errand.reading.ended
        assert person.chosen
    slow.errand.close()


async def test_names_that_are_found_later_light_up(open_reader: OpenReader, path: Path, slow: SlowFile) -> None:
    async with open_reader(load(path), file=slow) as person:
        put_in(path, PUT_IN)
        await person.press("ctrl+r")
        slow.errand.tell("begin")
        await until(person, lambda: "A paragraph that was not there" in person.screen())
        assert not person.view.article.mentions
        slow.errand.tell("complete")
        await until(person, lambda: person.view.article.mentions)
        assert person.view.article == load(path)
    slow.errand.close()


async def test_a_fault_while_it_is_read_again_leaves_everything(
    open_reader: OpenReader, path: Path, slow: SlowFile
) -> None:
    async with open_reader(load(path), file=slow) as person:
        before = person.view
        await person.press("ctrl+r")
        slow.errand.kill()
        await until(person, lambda: told(person))
        assert told(person)[0].startswith("The file could not be read again: the process")
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
        assert "The file is an article again." in told(person)
        await person.press("!")
        assert person.app.screen is person.reader


@pytest.mark.parametrize("size", [(60, 24), (24, 8)])
async def test_a_small_screen_tells_of_it_as_well(open_reader: OpenReader, path: Path, size: tuple[int, int]) -> None:
    async with open_reader(load(path), size, File(str(path))) as person:
        path.write_text("- a\n")
        await reload(person)
        assert "1 problem now" in person.screen()


async def test_zen_tells_of_it_in_passing(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("z")
        path.unlink()
        await reload(person)
        assert told(person) == ["The file has 1 problem now; this is how it was before. ! lists them."]


async def test_the_list_leads_on_to_another_reading(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        good = path.read_text()
        path.write_text("- a\n")
        await reload(person)
        path.write_text(good)
        await person.press("!", "ctrl+r")
        await until(person, lambda: not person.reader.refused)
        assert person.app.screen is person.reader


# ---------------------------------------------------------------------- watching


async def test_a_watched_file_is_read_again_when_it_changes(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        put_in(path, PUT_IN)
        await until(person, lambda: "A paragraph that was not there before." in person.screen())
        assert told(person) == []


async def test_a_watched_file_may_be_replaced_and_missing_for_a_moment(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        path.rename(path.with_suffix(".old"))
        await person.settle()
        other = path.with_suffix(".new")
        other.write_bytes(path.with_suffix(".old").read_bytes())
        put_in(other, PUT_IN)
        other.rename(path)
        await until(person, lambda: "A paragraph that was not there before." in person.screen())
        assert not person.reader.refused


async def test_a_watched_file_that_is_gone_is_told(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path), watched=True)) as person:
        path.unlink()
        await until(person, lambda: person.reader.refused)
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
        assert words in told(person)[0]


async def test_without_an_editor_it_is_said_what_to_set(
    open_reader: OpenReader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("e")
        assert "set $VISUAL or $EDITOR" in told(person)[0]


# ---------------------------------------------------------------------- a file that is no article


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
async def test_a_bad_file_opens_as_the_list_of_its_problems(
    open_reader: OpenReader, path: Path, size: tuple[int, int]
) -> None:
    path.write_text(path.read_text().replace("body: |", "bodi: |"))
    async with open_reader(Read.of(str(path)), size, File(str(path))) as person:
        assert "story.yaml has 2" in person.screen()
        assert "1 line 1, column 1" in person.screen()
        await person.press("G")
        assert "bodi" in person.screen()


async def test_its_keys_go_from_problem_to_problem(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("format: 1\nactors:\n" + "".join(f"  - {{id: a{n}, nam: b}}\n" for n in range(40)))
    async with open_reader(Read.of(str(path)), (80, 24), File(str(path))) as person:
        cards = person.app.screen.query_one("ProblemCards")
        seen: list[str] = []
        for key in ("j", "j", "k", "down", "space", "pageup", "G", "g"):
            await person.press(key)
            seen.append(next(line for line in person.screen().splitlines() if "▸" in line).split()[2])
        assert seen[:4] == ["2", "3", "2", "3"]
        assert int(seen[4]) > 4
        assert seen[6:] == ["128", "1"] or int(seen[6]) > 100
        assert cards.has_focus


async def test_a_bad_file_that_is_mended_opens(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path))) as person:
        path.write_text(good.replace("body: |", "bodi: |"))
        await person.press("ctrl+r")
        await until(person, lambda: "bodi" in person.screen())
        path.write_text(good)
        await person.press("ctrl+r")
        await until(person, lambda: isinstance(person.app.screen, Reader))
        assert "Kremlin warns of NATO conflict" in person.screen()
        assert person.focus == "article"
        await person.press("j", "j", "q")
        assert not person.app.is_running
        assert not person.app.return_code


async def test_a_bad_file_that_is_watched_opens_as_soon_as_it_is_mended(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path), watched=True)) as person:
        assert isinstance(person.app.screen, BadFile)
        path.write_text(good)
        await until(person, lambda: isinstance(person.app.screen, Reader))


async def test_a_bad_file_that_takes_long_is_listed_when_that_is_known(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("- a\n")
    async with open_reader(File(str(path)).read(), file=File(str(path))) as person:
        await until(person, lambda: isinstance(person.app.screen, BadFile))
        assert "bad.yaml has 1 problem" in person.screen()
        await person.press("ctrl+r")
        await until(person, lambda: "Nothing has changed." in told(person))


async def test_the_list_of_problems_is_left_with_an_exit_code(open_reader: OpenReader, path: Path) -> None:
    path.write_text("- a\n")
    file = File(str(path))
    async with open_reader(Read.of(str(path)), file=file) as person:
        await person.press("escape")
        assert person.app.is_running
        await person.press("q")
        assert person.app.return_code == 1
        assert file.refused


async def test_the_list_over_the_reader_goes_where_there_is_no_room(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("!")
        assert isinstance(person.app.screen, ProblemList)
        await person.resize(20, 6)
        assert person.screen().strip() == "Enlarge to 24x8"


# ---------------------------------------------------------------------- the place that is kept


def kept(path: Path, folder: Path, *, fresh: bool = False) -> File:
    memory = Memory(folder, str(path), fresh=fresh)
    memory.recall()
    return File(str(path), memory=memory)


async def test_the_reader_comes_back_to_where_it_was(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    async with open_reader(load(path), (100, 24), kept(path, folder)) as person:
        await person.press("2", "j", "j", "o", "f", "3", "j")
        state, focus = person.view.state, person.focus
        await person.press("q")
    put_in(path, PUT_IN)
    async with open_reader(load(path), (100, 24), kept(path, folder)) as person:
        after = person.view.state
        assert (after.chosen, after.folded, after.pinned) == (state.chosen, state.folded, state.pinned)
        assert after.caret == (state.caret.paragraph + 2, state.caret.offset)
        assert person.focus == focus == "positions"
        assert person.text._caret_in_sight()
        assert told(person) == ["Back where you were. g goes to the beginning."]


async def test_a_fresh_start_is_at_the_beginning(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press("}", "}", "q")
    async with open_reader(load(path), file=kept(path, tmp_path / "state", fresh=True)) as person:
        assert person.caret == (0, 0)
        assert told(person) == []
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
        await until(person, lambda: list((tmp_path / "state").glob("*.json")))
        await until(person, lambda: Memory(tmp_path / "state", str(path)).recall())


async def test_where_nothing_can_be_kept_it_is_said_once(open_reader: OpenReader, path: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    async with open_reader(load(path), file=kept(path, tmp_path / "state")) as person:
        await person.press("}")
        await until(person, lambda: told(person))
        assert told(person)[0].startswith("Your place cannot be kept: ")
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

"""A file is read again while something else is open, or typed, over the article as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import OptionList

from article import load
from tests.pilot.person import OpenReader, Person
from tui.file import File
from tui.screens.help import Help
from tui.screens.problems import ProblemList
from tui.widgets.outline_list import OutlineList
from tui.widgets.stance_detail import StanceDetail

PutIn = Callable[..., None]
SHORT = """\
format: 1
id: short
headline: Short
body: Only one paragraph, in which Ann wants peace.
actors:
  - {id: ann, name: Ann, kind: person}
issues:
  - {id: peace, label: Peace, proposition: There should be peace.}
stances:
  - {id: s1, actor: ann, issue: peace, position: support, modality: mixed, summary: Peace., evidence: Ann wants peace}
"""


async def shorten(person: Person, path: Path) -> None:
    """Put another article into the file, and wait until it is read."""
    path.write_text(SHORT, encoding="utf-8")
    person.reader._reread(asked=False)
    await person.until(lambda: person.reader._again is None)


@pytest.mark.parametrize("view", ["m", "c"])
async def test_a_view_shows_actors_who_have_come(open_reader: OpenReader, path: Path, view: str) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(view)
        await shorten(person, path)
        await person.press("m")
        assert "Ann" in person.screen()


async def test_the_list_of_marks_leads_to_where_the_words_are_now(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("ctrl+b", "a", "}", "}", "ctrl+b", "b", "g", "apostrophe", "j")
        assert "▸ b ¶3" in person.screen()
        await renew(person, put_in)
        assert "  a ¶3" in person.screen()
        assert "▸ b ¶5    It was French" in person.screen()
        await person.press("enter")
        assert person.paragraph == 4


async def test_a_place_is_marked_in_the_article_as_it_is_now(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("ctrl+b")
        assert "Mark ¶1 with" in person.screen()
        await renew(person, put_in)
        assert "Mark ¶3 with" in person.screen()


@pytest.mark.parametrize("keys", ["t G", "n i", "question_mark", "ctrl+p", "m question_mark", "n i question_mark"])
async def test_what_lies_over_the_article_leads_back_to_what_it_is_now(
    open_reader: OpenReader, path: Path, keys: str
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*keys.split())
        await shorten(person, path)
        await person.press("escape", "escape", "enter", "Y")
        assert "Only one paragraph" in person.screen()


async def renew(person: Person, put_in: PutIn) -> None:
    """Put two paragraphs before the others into the file, and wait until it is read."""
    put_in()
    person.reader._reread(asked=False)
    await person.until(lambda: person.reader._again is None)


@pytest.mark.parametrize("size", [(160, 45), (100, 10), (60, 10)])
async def test_the_outline_stays_on_its_paragraph_and_its_line(
    open_reader: OpenReader, path: Path, put_in: PutIn, size: tuple[int, int]
) -> None:
    async with open_reader(load(path), size, File(str(path))) as person:
        await person.press("t", "j", "j", "j", "j")
        outline = person.app.screen.query_one(OutlineList)
        text, line = outline.paragraphs[4].text, outline.index.top(4) - outline.top
        await renew(person, put_in)
        assert outline.is_attached
        assert outline.cursor == 6
        assert outline.paragraphs[6].text == text
        if size[1] == 10:
            assert outline.index.top(6) - outline.top == line
        assert person.told == []
        await person.press("k", "k", "k", "k", "k")
        assert "And another one." in person.screen()
        await person.press("enter")
        assert person.paragraph == 1


async def test_the_detail_tells_of_its_position_as_it_is_now(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("n", "n", "i", "j")
        detail = person.app.screen.query_one(StanceDetail)
        stance, cursor = detail.stance, detail.cursor
        path.write_text(path.read_text().replace(stance.summary, "Told in another way."))
        person.reader._reread(asked=False)
        await person.until(lambda: person.reader._again is None)
        assert "Told in another way." in person.screen().split("THE WORDS")[0]
        assert (detail.stance.id, detail.cursor) == (stance.id, cursor)
        await person.press("y")
        assert "Told in another way." in person.app.clipboard


async def test_the_detail_of_a_position_that_is_gone_goes_and_that_is_said(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("n", "i", "question_mark")
        await shorten(person, path)
        assert person.app.screen is person.reader
        assert person.told == ["The position is no longer in the file."]


async def test_help_stays_with_examples_of_what_there_is_now(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("question_mark", "G")
        await shorten(person, path)
        await person.press("G", *["k"] * 40)
        assert isinstance(person.app.screen, Help)
        assert person.app.screen._article is person.view.article


@pytest.mark.parametrize("view", ["", "m "])
async def test_the_palette_lists_whom_there_is_now(open_reader: OpenReader, path: Path, view: str) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*view.split(), "ctrl+p", *"only")
        await person.until(lambda: "Only Vladimir Putin" in person.screen())
        await shorten(person, path)
        await person.until(lambda: "Only Ann" in person.screen())
        assert "Putin" not in person.screen()
        await person.press(*" ann")
        await person.until(lambda: "Only neutral" not in person.screen())
        await person.press("enter")
        await person.until(lambda: person.chosen)
        assert person.chosen == {"ann"}


async def test_the_palette_stays_as_it_is_where_it_lists_the_same(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("ctrl+p", *"only")
        await person.until(lambda: "Only Vladimir Putin" in person.screen())
        await person.press("down", "down")
        highlighted = person.app.screen.query_one(OptionList).highlighted
        await renew(person, put_in)
        await person.settle()
        assert person.app.screen.query_one(OptionList).highlighted == highlighted == 2


async def test_the_list_of_problems_lists_those_there_are_now_and_goes_with_the_last(
    open_reader: OpenReader, path: Path
) -> None:
    good = path.read_text()
    path.write_text(good.replace("act: warning", "act: warnin", 2))
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("!")
        assert f"has {len(load(path).problems)} problems" in person.screen()
        assert len(load(path).problems) > 1
        for text, told in ((good.replace("kind: person", "kind: persn", 1), "Did you mean person?"), ("- a\n", "")):
            path.write_text(text)
            person.reader._reread(asked=False)
            await person.until(lambda: person.reader._again is None)
            assert isinstance(person.app.screen, ProblemList)
            assert told in person.screen()
            assert "“warnin”" not in person.screen()
            assert person.told == []
        assert "has 1 problem " in person.screen()
        path.write_text(good)
        person.reader._reread(asked=False)
        await person.until(lambda: person.app.screen is person.reader)
        assert person.told == ["The file has no problems any more."]


# ---------------------------------------------------------------------- what is being typed


@pytest.mark.parametrize("keys", ["slash n a t", "slash n a t enter slash", "colon 7", "colon p u t i n", "F"])
@pytest.mark.parametrize("then", ["escape", "o", "enter", "n"])
async def test_what_is_being_typed_leads_nowhere_else(
    open_reader: OpenReader, path: Path, keys: str, then: str
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("G", *keys.split())
        await shorten(person, path)
        await person.press(then, "y", "ctrl+b", "a", "apostrophe")
        assert person.paragraph == 0
        assert person.chosen <= {"ann"}


async def test_a_search_is_typed_on_over_what_there_is_now(open_reader: OpenReader, path: Path, put_in: PutIn) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("}", "}", *"/nat")
        await renew(person, put_in)
        await person.press(*"oz", "backspace")
        assert "/ nato" in person.screen()
        found = person.view.state.found
        assert found
        assert all(
            person.view.article.paragraphs[span.paragraph].text[span.start : span.end].lower() == "nato"
            for span in found.matches[1:]  # after the headline
        )
        await person.press("escape")
        assert person.paragraph == 4
        assert person.view.state.found is None


async def test_leaving_a_search_leads_back_to_the_one_before_over_what_there_is_now(
    open_reader: OpenReader, path: Path, put_in: PutIn
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*"/nato", "enter", "n", "slash", *"russ")
        await renew(person, put_in)
        await person.press("escape")
        await person.until(lambda: (found := person.view.state.found) and found.is_over)
        found = person.view.state.found
        assert found
        assert found.query.text == "nato"
        assert len(found.matches) == 7
        assert all(
            person.view.article.paragraphs[span.paragraph].text[span.start : span.end].lower() == "nato"
            for span in found.matches[1:]  # after the headline
        )


async def test_where_to_go_is_typed_on_and_leads_to_what_there_is_now(open_reader: OpenReader, path: Path) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press("colon", *"an")
        await shorten(person, path)
        assert ": an" in person.screen()
        assert "Ann" in person.screen().splitlines()[-2]
        await person.press("n", "enter")
        assert person.focus == "actors"
        assert person.actors.here == "ann"


@pytest.mark.parametrize("way", [("apostrophe", "a"), ("ctrl+o",)])
async def test_a_jump_into_a_fold_unfolds_it(open_reader: OpenReader, way: tuple[str, ...]) -> None:
    async with open_reader() as person:
        await person.press("right_curly_bracket", "ctrl+b", "a", "G")
        await person.press("2", "j", "j", "o", "1", "f", "G")
        assert person.view.state.folded
        await person.press(*way)
        while way == ("ctrl+o",) and person.paragraph in person.view.selection.relevant:
            await person.press(*way)
        assert person.paragraph not in person.view.selection.relevant
        assert not person.view.state.folded


async def test_what_is_asked_next_ends_what_is_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("slash", *"nato", "enter", "slash", "ctrl+p")
        await person.press("escape", "escape", "colon", "escape")
        assert "/nato" in person.screen().replace("/ nato", "/nato")


@pytest.mark.parametrize(("pane", "text"), [("2", "Putin"), ("3", "inevitable")])
async def test_what_is_selected_in_a_list_goes_with_the_rows_it_was_of(
    open_reader: OpenReader, path: Path, pane: str, text: str
) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(pane)
        rows = person.actors if pane == "2" else person.positions
        x, y = person.find(text, after="VP" if pane == "2" else "")
        await person.drag((x, y), (x + len(text) - 1, y))
        assert rows.selected_text() == text
        await shorten(person, path)
        assert rows.selected_text() == ""
        assert person.reader.get_selected_text() is None

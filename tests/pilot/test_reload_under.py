"""A file is read again while something else is open, or typed, over the article as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader, Person
from tui.file import File

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


@pytest.mark.parametrize("keys", ["t G", "n i", "question_mark", "ctrl+p", "m question_mark"])
async def test_what_lies_over_the_article_as_it_was_goes(open_reader: OpenReader, path: Path, keys: str) -> None:
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*keys.split())
        await shorten(person, path)
        await person.press("escape", "enter", "Y")
        assert "Only one paragraph" in person.screen()


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

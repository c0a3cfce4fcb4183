"""The outline: every paragraph in a row, whose evidence stands there, and the way to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from article import Article, load
from tests.pilot.person import OpenReader, Person
from tui.screens.outline import Outline
from tui.widgets.outline_list import OutlineList

OpenText = Callable[[str], Article]


def outline_of(person: Person) -> OutlineList:
    return person.app.screen.query_one(OutlineList)


def rows_of(person: Person) -> list[str]:
    """The rows of the sheet, without its frame and what is beside it."""
    region = outline_of(person).region
    lines = person.screen().splitlines()[region.y : region.bottom]
    return [line[region.x :].rstrip("│┃ ") for line in lines]


@pytest.fixture
def written(tmp_path: Path) -> OpenText:
    """Reads a short article with a text of one's own."""

    def read(body: str) -> Article:
        file = tmp_path / "a.yaml"
        indented = "\n".join(f"  {line}" for line in body.split("\n"))
        file.write_text(
            f"format: 1\nid: a\nheadline: A lane\nbody: |\n{indented}\n"
            "actors: [{id: ann, name: Ann, kind: person}]\nissues: [{id: i, label: Lane, proposition: Build.}]\n"
            "stances: [{id: s, actor: ann, issue: i, position: support, modality: paraphrase, summary: Yes,"
            " evidence: wants it}]\n"
        )
        return load(file)

    return read


async def test_every_paragraph_has_a_row_with_number_beginning_and_whose_evidence_stands_there(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as person:
        await person.press("t")
        rows = rows_of(person)
        assert "Outline  8 ¶" in rows[0]
        assert rows[2].startswith("▸  1  A conflict between Russia and NATO, the military alliance that")
        assert rows[2].endswith("…   KR ▲")
        assert rows[4].endswith("EM ▲? DP ▲")
        assert rows[9].startswith("   8  ")


async def test_marks_are_in_their_actors_colours(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("t")
        region = outline_of(person).region
        strip = person.app.screen._compositor.render_strips()[region.y + 2]
        styles = {segment.text: segment.style for segment in strip}
        style = styles["KR ▲"]
        assert style
        assert style.color == person.palette.actors["kremlin"].name.color


async def test_it_opens_where_the_reader_stands(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"}}}", "t")
        assert outline_of(person).cursor == 3


async def test_enter_goes_to_the_paragraph(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "t", "G", "enter")
        assert person.app.screen is person.reader
        assert person.paragraph == 7
        assert person.focus == "article"


async def test_enter_shows_the_place_even_where_the_reader_stood_there(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 14)) as person:
        person.text.scroll_rows(30)
        await person.settle()
        await person.press("t", "enter")
        assert person.text.in_sight(person.text._caret_row, person.text._caret_row + 1)


@pytest.mark.parametrize("key", ["escape", "t", "q"])
async def test_it_is_left_without_moving(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press("j", "t")
        before = person.caret
        await person.press("G", key)
        assert person.app.screen is person.reader
        assert person.caret == before


@pytest.mark.parametrize(("keys", "row"), [("jjk", 1), ("G", 7), ("Gg", 0), ("Gk", 6)])
async def test_keys_go_from_row_to_row(open_reader: OpenReader, keys: str, row: int) -> None:
    async with open_reader() as person:
        await person.press("t", *keys)
        assert outline_of(person).cursor == row


async def test_what_the_filter_does_not_find_is_set_back_and_bears_no_marks(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "t")
        rows = rows_of(person)
        assert "2 of 8 ¶" in rows[0]
        assert rows[4].endswith("DP ▲")
        assert rows[2].endswith("…")


async def test_a_fold_opens_for_a_paragraph_that_it_hides(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "f", "t", "G", "enter")
        assert person.paragraph == 7
        assert not person.view.state.folded
        assert person.chosen == {"peskov"}


async def test_a_cross_heading_stands_apart_without_a_number(open_reader: OpenReader, written: OpenText) -> None:
    async with open_reader(written("One.\n\n## The lane\n\nAnn wants it.")) as person:
        await person.press("t")
        rows = rows_of(person)[2:6]
        assert rows[:3] == ["▸  1  One.", "", "  The lane"]
        assert rows[3].split() == ["2", "Ann", "wants", "it.", "AN", "▲"]
        await person.press("j", "enter")
        assert person.paragraph == 1


async def test_a_long_text_opens_at_once_where_the_reader_stands(open_reader: OpenReader, written: OpenText) -> None:
    async with open_reader(
        written("\n\n".join(f"Paragraph {number}." for number in range(5000)) + "\n\nAnn wants it.")
    ) as person:
        await person.press("G", "t")
        assert outline_of(person).cursor == 5000
        assert "5001  Ann wants it." in person.screen()
        await person.press("g")
        assert "Paragraph 0." in person.screen()


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
async def test_it_fills_all_but_a_wide_screen(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("t")
        assert outline_of(person).region.width == min(size[0], 83 if size[0] >= 130 else size[0])
        assert outline_of(person).region.height == size[1] - 1


async def test_a_key_tells_its_keys(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("t", "question_mark")
        assert "In the outline" in person.screen()
        assert "Read on from this paragraph" in person.screen()
        await person.press("escape")
        assert isinstance(person.app.screen, Outline)


async def test_it_goes_when_the_terminal_is_too_small(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("t")
        assert isinstance(person.app.screen, Outline)
        await person.resize(20, 5)
        assert person.app.screen is person.reader


async def test_with_the_terminals_own_colours_the_reader_behind_it_is_not_hidden(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        person.app.theme = "ansi-dark"
        await person.press("t")
        assert person.app.screen.styles.background.a == 0


@pytest.mark.parametrize("size", [(160, 45), (60, 24)])
async def test_own_words_and_undo_are_what_they_are_in_the_reader(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as person:
        await person.press("t", "j")
        before = person.screen()
        assert "Outline  8 ¶" in before
        await person.press("w")
        assert person.view.state.chosen.own
        found = person.view.selection.paragraphs
        assert f"Outline  {found} of 8 ¶" in person.screen()
        assert "NT ?" not in person.screen().split("Outline")[1]
        await person.press("u")
        assert not person.view.state.chosen
        assert person.screen() == before

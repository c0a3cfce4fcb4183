"""What works in the reader works in what lies over it: own words, the filter, copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from article.exporters.citation import as_markdown, as_text, paragraph_as_markdown, paragraph_as_text
from tests.pilot.person import OpenReader, Person
from tests.pilot.views import cell, line_with, pair, story
from tui.file import File
from tui.screens.detail import Detail
from tui.screens.matrix import Matrix
from tui.screens.outline import Outline
from tui.screens.table import Table
from tui.widgets.filter_row import FilterRow

VIEWS = ["m", "c"]
HARBOR = Path(__file__).parents[1] / "data" / "harbor-ave-lane.yaml"


def filter_row(person: Person) -> str:
    return person.screen().splitlines()[person.app.screen.query_one(FilterRow).region.y].strip()


@pytest.mark.parametrize(("keys", "reported"), [("m", "split"), ("n n c", "Fears its price.")])
async def test_own_words_are_asked_for_in_a_view_and_painted_there(
    open_reader: OpenReader, keys: str, reported: str
) -> None:
    async with open_reader(story()) as person:
        await person.press(*keys.split())
        assert reported in person.screen()
        await person.press("w")
        assert person.view.state.chosen.own
        assert "own words  2 reported hidden" in filter_row(person)
        assert reported not in person.screen()
        await person.press("w")
        assert filter_row(person).startswith("All actors   w own words only")
        assert reported in person.screen()


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
@pytest.mark.parametrize("view", VIEWS)
async def test_the_filter_row_of_a_view_tells_the_key_that_undoes(
    open_reader: OpenReader, view: str, size: tuple[int, int]
) -> None:
    async with open_reader(story(), size) as person:
        await person.press("2", "o", "w", view)
        assert filter_row(person).endswith(("u undo", " u"))
        await person.press("u")
        assert not person.view.state.chosen.own
        await person.press("u")
        assert not person.view.state.chosen
        assert not isinstance(person.app.screen, type(person.reader))


@pytest.mark.parametrize("view", VIEWS)
async def test_a_filter_without_one_before_it_is_lifted(open_reader: OpenReader, view: str) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "o")
        person.reader._show(person.view.state._replace(before=()))  # As when the place was kept.
        await person.press(view)
        assert filter_row(person).endswith("u clears")
        await person.press("u")
        assert not person.view.state.chosen


@pytest.mark.parametrize("view", VIEWS)
async def test_ways_out_of_the_filter_are_clicked(open_reader: OpenReader, view: str) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "space", "j", "space", view)
        await person.click_on("CC", after="Only")
        assert person.chosen == {"ann"}
        await person.click_on("undo", after="Only")
        assert person.chosen == {"ann", "cy"}


async def test_a_copy_in_the_matrix_is_that_of_the_cell(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "n", "y")
        assert cell(person) == ("ann", "bridge", 1)
        article = person.view.article
        assert person.app.clipboard == as_text(article, article.stance["s2"])
        await person.press("Y")
        assert person.app.clipboard == as_markdown(article, article.stance["s2"])
        await person.press("G", "y")
        assert person.told == ["Dee Dunn takes no position on “The bridge” in this article."]


async def test_a_copy_in_the_comparison_is_that_of_the_side(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "space", "j", "j", "space", "c", "tab", "y")
        assert pair(person) == ("ann", "bob")
        article = person.view.article
        assert person.app.clipboard == as_text(article, article.stance["s3"])
        await person.press("Y")
        assert person.app.clipboard == as_markdown(article, article.stance["s3"])


async def test_a_copy_in_the_outline_is_that_of_the_paragraph(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("t", "j", "y")
        assert person.app.clipboard == paragraph_as_text(person.view.article, 1)
        await person.press("Y")
        assert person.app.clipboard == paragraph_as_markdown(person.view.article, 1)
        assert isinstance(person.app.screen, Outline)


@pytest.mark.parametrize("keys", ["m", "c", "t", "n i"])
async def test_e_edits_there_and_says_why_not(open_reader: OpenReader, keys: str) -> None:
    async with open_reader(file=File(None)) as person:
        await person.press(*keys.split(), "e")
        assert "comes with the program and is not edited" in person.told[0]
        assert person.app.screen is not person.reader


@pytest.mark.parametrize("keys", ["m", "c", "t", "n i"])
async def test_the_file_is_read_again_from_there(open_reader: OpenReader, tmp_path: Path, keys: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(HARBOR.read_text())
    async with open_reader(load(path), file=File(str(path))) as person:
        await person.press(*keys.split(), "ctrl+r")
        await person.until(lambda: person.told)
        assert person.told == ["Nothing has changed."]
        assert person.app.screen is not person.reader


@pytest.mark.parametrize("keys", ["m", "c"])
async def test_problems_are_counted_there_and_a_key_lists_them(open_reader: OpenReader, keys: str) -> None:
    async with open_reader(load(HARBOR.with_name("three-problems.yaml")), (60, 24)) as person:
        await person.press(keys)
        assert "3 problems" in person.screen()
        await person.press("exclamation_mark")
        assert "three-problems.yaml has 3 problems" in person.screen()
        await person.press("escape")
        assert isinstance(person.app.screen, Table)


async def test_without_problems_nothing_is_said_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m", "exclamation_mark")
        assert "problem" not in person.screen()
        assert isinstance(person.app.screen, Table)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("m", ["w  Own words", "u  Undo filter", "y  Copy", "Y  Copy as Markdown", "e  Edit"]),
        ("c", ["w  Own words", "u  Undo filter", "y  Copy", "Y  Copy as Markdown", "e  Edit"]),
        ("t", ["y  Copy", "Y  Copy as Markdown", "e  Edit"]),
        ("n i", ["y  Copy", "Y  Copy as Markdown", "e  Edit"]),
    ],
)
async def test_help_lists_them(open_reader: OpenReader, keys: str, told: list[str]) -> None:
    async with open_reader(size=(100, 80)) as person:
        await person.press(*keys.split(), "question_mark")
        assert [line for line in told if line not in person.screen()] == []


async def test_a_key_in_the_bar_of_a_view_or_a_sheet_is_clicked(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m")
        await person.click_on("w Own words")
        assert person.view.state.chosen.own
        await person.press("r", "n", "i")
        assert isinstance(person.app.screen, Detail)
        await person.click_on("esc Close")
        assert person.app.screen is person.reader


# ---------------------------------------------------------------------- the filter row of the comparison


async def test_who_is_compared_beside_the_one_selected_is_said(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "o", "c")
        assert pair(person) == ("ann", "cy")
        assert filter_row(person).startswith("Only  AA  Ann  beside  CC  Cy    3 of 6 positions · 3 of 3 ¶")
        await person.press("]")
        assert filter_row(person).startswith("Only  AA  Ann  beside  BB  Bob    4 of 6 positions · 2 of 3 ¶")
        await person.press("[")
        assert "Only  AA  Ann  but here  " in filter_row(person)


async def test_two_who_are_selected_are_said_to_be(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "space", "j", "j", "space", "c")
        assert filter_row(person).startswith("Only  AA  Ann   BB  Bob    4 of 6 positions")


async def test_one_actor_alone_asked_for_in_the_comparison_is_compared(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "ctrl+p", *"only cy")
        await person.until(lambda: "Only Cy Clark" in person.screen() and "Only Ann" not in person.screen())
        await person.press("enter")
        await person.until(lambda: person.chosen == {"cy"})
        assert pair(person)[0] == "cy"
        assert "CC  Cy Clark" in line_with(person, "BB  Bob Best")


async def test_a_view_that_a_filter_leaves_nobody_in_goes_with_what_lies_over_it(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "question_mark")
        view = person.app.screen_stack[1]
        assert isinstance(view, Matrix)
        view.leave()
        await person.settle()
        assert person.app.screen is person.reader

"""The matrix: from cell to cell, from a cell to its words, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events
from textual.widgets import Input

from article.filters import EVERYONE
from tests.pilot.person import OpenReader, Person
from tests.pilot.views import cell, line_with, matrix, story, told
from tui.screens.matrix import Matrix
from tui.screens.reader import Reader
from tui.standings import Standings
from tui.widgets.position_grid import PositionGrid


async def test_the_matrix_shows_every_actor_under_its_party_and_every_position(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m")
        assert "BUILDERS" in person.screen()
        assert "▲ ↪▼ split" in line_with(person, "Ann Archer")
        assert line_with(person, "Bob Best").count("▼ against") == 1
        assert "·" in line_with(person, "Dee Dunn")


async def test_a_plan_that_is_denied_and_reported_is_shown_as_that(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m")
        assert "↪? no intention" in line_with(person, "The town")
        assert "against" not in line_with(person, "The town")


async def test_it_opens_on_the_cell_of_the_pinned_stance(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("3", "j", "m")
        assert person.pinned == "s2"
        assert cell(person) == ("ann", "bridge", 1)
        assert "“fears its price”" in person.screen()
        assert "reported by Dee" in person.screen()


@pytest.mark.parametrize(
    ("keys", "expected"), [("jl", ("cy", "toll")), ("Gjl", ("dee", "toll")), ("lllkh", ("ann", "toll"))]
)
async def test_letters_move_the_cursor_and_stop_at_the_edges(
    open_reader: OpenReader, keys: str, expected: tuple[str, str]
) -> None:
    async with open_reader(story()) as person:
        await person.press("m", *keys)
        assert cell(person)[:2] == expected


async def test_arrows_move_the_cursor(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "down", "right", "right", "left", "down", "up")
        assert cell(person)[:2] == ("cy", "toll")


async def test_first_and_last_column_top_and_bottom(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "dollar_sign", "end")
        assert cell(person)[:2] == ("dee", "boat")
        await person.press("0", "home")
        assert cell(person)[:2] == ("ann", "bridge")


async def test_pages_go_by_what_is_in_sight(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 20)) as person:
        await person.press("m", "g", "pagedown")
        first = matrix(person)._row
        assert 5 < first < 12
        await person.press("pagedown", "pageup")
        assert matrix(person)._row < 12
        await person.press("g", "ctrl+d")
        assert 0 < matrix(person)._row < first
        await person.press("ctrl+u")
        assert matrix(person)._row == 0


async def test_the_cursor_stands_in_brackets(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "l")
        line = line_with(person, "Ann Archer")
        assert line.index("[") < line.rindex("·") or line.index("[") < line.index("]")
        assert line[line.index("[") + 1 : line.index("]")].strip() == "·"


async def test_a_cell_without_a_position_says_so(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "l")
        assert "Ann Archer takes no position on “The toll” in this article." in person.screen()
        await person.press("enter")
        assert isinstance(person.app.screen, Matrix)


async def test_n_goes_through_a_split_cell_and_on_to_the_next_position(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m")
        assert "1 of 2" in person.screen()
        await person.press("n")
        assert cell(person) == ("ann", "bridge", 1)
        assert "2 of 2" in person.screen()
        await person.press("tab")
        assert cell(person) == ("cy", "bridge", 0)
        await person.press("N")
        assert cell(person) == ("ann", "bridge", 1)
        await person.press("shift+tab", "N")
        assert cell(person) == ("ann", "bridge", 0)
        assert told(person) == ["No more positions this way."]


async def test_enter_goes_to_the_words_in_the_reader(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "m", "n", "enter")
        assert isinstance(person.app.screen, Reader)
        assert person.pinned == "s2"
        assert person.focus == "article"


@pytest.mark.parametrize("key", ["r", "escape"])
async def test_leaving_brings_the_reader_back_as_it_was(open_reader: OpenReader, key: str) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press("}", "}", "j", "2", "j", "o")
        before, seen = person.view.state, person.screen()
        await person.press("m", "j", "l", key)
        assert isinstance(person.app.screen, Reader)
        assert person.view.state == before
        assert person.screen() == seen


async def test_the_matrix_comes_back_to_the_same_cell(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "j", "j", "l", "l", "r", "j", "m")
        assert cell(person)[:2] == ("bob", "boat")


async def test_another_pinned_stance_takes_the_cursor_with_it(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "j", "j", "l", "l", "r", "3", "G", "m")
        assert cell(person)[:2] == ("town", "toll")


async def test_the_filter_leaves_the_rows_of_the_selected_actors(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "p", "m")
        screen = person.screen()
        assert "Only" in screen
        assert "Cy Clark" in screen
        assert "Bob Best" not in screen
        assert "clears" not in screen


async def test_columns_that_do_not_fit_are_counted_and_scrolled_to(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m", "0")
        assert "more ›" in person.screen()
        assert "Russia will" not in person.screen()
        await person.press("dollar_sign")
        assert "Russia will" in person.screen()
        assert "‹ " in person.screen()
        assert "more ›" not in person.screen()


async def test_narrow_columns_are_numbered_and_the_numbers_explained(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("m", "0", "G")
        assert "1 Send troops to Ukraine" in person.screen()
        assert "↪?" in line_with(person, "NATO")


async def test_the_party_of_the_first_actor_in_sight_stays(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 16)) as person:
        await person.press("m", "G")
        assert "UKRAINE" in person.screen()
        grid = person.app.screen.query_one(PositionGrid)
        assert grid._top > 0
        assert grid._sticky in person.screen()


@pytest.mark.parametrize("size", [(160, 45), (130, 40), (100, 30), (80, 24), (60, 24), (24, 8), (200, 12), (24, 40)])
async def test_every_cell_can_be_reached_at_every_size(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(story(), size=size) as person:
        await person.press("m", "g", "0")
        for row in range(5):
            for column in range(3):
                matrix(person)._stand_on(row, column)
                await person.settle()
                assert "[" in person.screen()


async def test_a_smaller_terminal_keeps_the_cell_in_sight(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m", "G", "dollar_sign")
        await person.resize(60, 20)
        assert "[" in line_with(person, "UA ")
        await person.resize(12, 4)
        assert "Enlarge" in person.screen()
        await person.resize(100, 30)
        assert "[" in line_with(person, "UA ")


async def test_help_lists_the_keys_of_the_matrix(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m", "question_mark")
        assert "In the matrix" in person.screen()
        assert "The last column" in person.screen()
        await person.press("escape")
        assert isinstance(person.app.screen, Matrix)


async def test_another_theme_is_chosen_in_the_matrix(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m")
        before = matrix(person)._grid.palette
        await person.press("T")
        person.app.screen.query_one(Input).value = "paper"
        await person.settle()
        await person.press("down", "enter")
        await person.settle()
        assert person.app.theme == "paper"
        assert matrix(person)._grid.palette is not before


async def test_quitting_from_the_matrix(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("m", "q")
        assert not person.app.is_running


async def test_the_mouse_goes_to_a_cell_and_then_to_its_words(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m")
        rows = person.screen().splitlines()
        y = next(number for number, line in enumerate(rows) if "Bob Best" in line)
        x = rows[y].index("▼ against")
        await person._pilot.click(offset=(x, y))
        await person.settle()
        assert cell(person)[:2] == ("bob", "bridge")
        await person._pilot.click(offset=(x, y))
        await person.settle()
        assert person.pinned == "s3"
        assert isinstance(person.app.screen, Reader)


async def test_the_bar_names_the_views_and_leads_to_them(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        bar = person.screen().splitlines()[0]
        assert "r Read" in bar
        await person._pilot.click(offset=(bar.index("Matrix"), 0))
        await person.settle()
        assert isinstance(person.app.screen, Matrix)
        await person._pilot.click(offset=(bar.index("Read"), 0))
        await person.settle()
        assert isinstance(person.app.screen, Reader)


async def test_the_bar_of_a_narrow_reader_leads_to_its_panes(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        bar = person.screen().splitlines()[0]
        assert bar.endswith("rmc View")
        await person._pilot.click(offset=(bar.index("Actors"), 0))
        await person.settle()
        assert person.focus == "actors"


async def test_keys_of_the_view_that_is_shown_do_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        before = person.screen()
        await person.press("r")
        assert person.screen() == before
        await person.press("m", "m")
        assert len(person.app.screen_stack) == 2


async def test_an_article_without_positions_has_an_empty_matrix(open_reader: OpenReader) -> None:
    async with open_reader(replace(story(), stances=())) as person:
        await person.press("m")
        assert "Ann Archer takes no position on “The bridge” in this article." in person.screen()
        await person.press("n")
        assert told(person) == ["No positions here."]


async def test_an_article_without_issues_has_no_matrix(open_reader: OpenReader) -> None:
    async with open_reader(replace(story(), stances=(), issues=())) as person:
        await person.press("m")
        assert isinstance(person.app.screen, Reader)
        assert told(person) == ["There is nobody here who could take a position on anything."]


async def test_the_palette_runs_the_keys_of_the_matrix_and_filters_its_rows(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "j", "j", "ctrl+p", *"only bob")
        await person.press("enter")
        await person.settle()
        assert person.chosen == {"bob"}
        assert cell(person)[:2] == ("bob", "bridge")
        assert "Ann Archer" not in person.screen()
        await person.press("ctrl+p", *"last issue")
        await person.press("enter")
        await person.settle()
        assert cell(person)[:2] == ("bob", "boat")


async def test_another_filter_from_outside_keeps_the_issue(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "l")
        person.reader.isolate("town")
        await person.settle()
        assert cell(person)[:2] == ("town", "toll")
        assert "The town" in person.screen()


@pytest.mark.parametrize("size", [(160, 45), (80, 24), (60, 24), (24, 8)])
async def test_every_position_is_brought_into_sight(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("m", "g", "0")
        for _ in range(19):
            await person.press("n")
            brackets = [line for line in person.screen().splitlines() if "[" in line]
            assert len(brackets) == 1
            assert any(sign in brackets[0] for sign in "▲▼?")


async def test_the_wheel_scrolls_rows_and_with_shift_columns(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 20)) as person:
        await person.press("m", "g", "0")
        grid = person.app.screen.query_one(PositionGrid)
        before = person.screen()
        grid._wheel(wheel(shift=False), 3)
        await person.settle()
        assert grid._top == 3
        assert cell(person)[:2] == ("kremlin", "troops")
        grid._wheel(wheel(shift=False), -3)
        grid._wheel(wheel(shift=True), 3)
        await person.settle()
        assert (grid._top, grid._first) == (0, 1)
        grid._wheel(wheel(shift=True), -3)
        await person.settle()
        assert person.screen() == before


def first_issue(person: Person) -> str:
    """The issue of the first column in sight."""
    grid = person.app.screen.query_one(PositionGrid)
    assert grid.standings
    return grid.standings.issues[grid._first].id


async def test_another_filter_keeps_the_columns_that_were_scrolled_to(open_reader: OpenReader) -> None:
    async with open_reader(size=(30, 20)) as person:
        await person.press("m", "g", "0")
        grid = person.app.screen.query_one(PositionGrid)
        for _ in range(3):
            grid._wheel(wheel(shift=True), 3)
        await person.settle()
        scrolled_to = first_issue(person)
        assert cell(person).issue not in (scrolled_to, None)
        await person.press("w")
        assert first_issue(person) == scrolled_to
        await person.press("u")
        assert first_issue(person) == scrolled_to
        await person.press("l")
        assert grid.column in grid._shown


async def test_the_columns_in_sight_stay_where_others_are_there_no_more(open_reader: OpenReader) -> None:
    async with open_reader(size=(30, 20)) as person:
        await person.press("m", "g", "0", *"llllll")
        grid, article = person.app.screen.query_one(PositionGrid), person.reader.article
        before = first_issue(person)
        left = tuple(issue for issue in article.issues if issue.id != "troops")
        grid.fill(Standings(replace(article, issues=left), EVERYONE), 0, grid.column - 1)
        assert first_issue(person) == before
        assert grid.column in grid._shown


def wheel(*, shift: bool) -> events.MouseScrollDown:
    return events.MouseScrollDown(None, 0, 0, 0, 0, 0, shift=shift, meta=False, ctrl=False)

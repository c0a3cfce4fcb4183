"""Two actors side by side: who they are, what is said of them, and the ways from there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article.spans import Mentions
from tests.pilot.person import OpenReader
from tests.pilot.views import cell, compare, line_with, pair, story, told
from tui.screens.compare import Compare
from tui.screens.matrix import Matrix
from tui.screens.reader import Reader

NAMES = {"[": "left_square_bracket", "]": "right_square_bracket", "{": "left_curly_bracket", "}": "right_curly_bracket"}


async def test_those_who_clash_come_first(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c")
        assert pair(person) == ("cy", "bob")
        screen = person.screen()
        assert "≠ clash" in line_with(person, "▲ FOR")
        assert "▼ AGAINST" in line_with(person, "≠ clash")
        assert "“Cy wants the bridge as well”" in screen
        assert "“Bob is against the bridge”" in screen
        assert "clash on 1 · one silent on 1" in screen
        assert "1 issue on which both are silent is left out." in screen


async def test_the_actor_of_the_pinned_stance_is_compared_with_whom_it_clashes_most(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("3", "j", "j", "j", "c")
        assert person.pinned == "s3"
        assert pair(person) == ("bob", "cy")


async def test_two_selected_actors_are_compared(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "j", "space", "j", "j", "space", "c")
        assert person.chosen == {"cy", "town"}
        assert pair(person) == ("cy", "town")
        await person.press("right_square_bracket")
        assert pair(person) == ("cy", "town")
        assert "leaves these two" in told(person)[0]


async def test_one_selected_actor_is_compared_with_its_rival(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "j", "space", "c")
        assert pair(person) == ("cy", "bob")


async def test_the_matrix_leads_to_the_comparison_of_the_actor_there(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("m", "j", "j", "l", "c")
        assert pair(person)[0] == "bob"
        found = compare(person)._pane.pair
        assert found
        assert found.issue.id == "toll"
        await person.press("m")
        assert cell(person)[:2] == ("bob", "toll")


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("]", ("cy", "town")),
        ("]]", ("cy", "ann")),
        ("]]]", ("cy", "bob")),
        ("}", ("cy", "ann")),
        ("[", ("town", "bob")),
        ("{", ("ann", "bob")),
        ("[{", ("cy", "bob")),
    ],
)
async def test_brackets_change_the_actors_and_never_compare_one_with_itself(
    open_reader: OpenReader, keys: str, expected: tuple[str, str]
) -> None:
    async with open_reader(story()) as person:
        await person.press("c", *(NAMES[key] for key in keys))
        assert pair(person) == expected


async def test_what_is_reported_is_never_shown_as_the_actors_own(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "[", "]", "]")
        assert "town" in pair(person)
        screen = person.screen()
        assert "↪? NO INTENTION" in screen
        assert "reported by Ann" in screen
        assert "AGAINST" not in line_with(person, "NO INTENTION")


async def test_a_verdict_on_what_is_reported_says_so(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "[")
        assert pair(person) == ("town", "bob")
        assert "~ differ" in person.screen()
        assert "↪ as reported" in person.screen()


async def test_the_cursor_goes_from_issue_to_issue_and_from_side_to_side(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c")
        pane = compare(person)._pane
        assert pane.stance
        assert pane.stance.id == "s6"
        await person.press("tab")
        assert pane.stance.id == "s3"
        await person.press("j")
        assert pane.stance.id == "s5"
        await person.press("shift+tab")
        assert pane.stance is None
        await person.press("k")
        assert pane.stance
        assert pane.stance.id == "s6"


async def test_n_goes_through_several_positions_of_one_side(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "{", "n")
        pane = compare(person)._pane
        assert pane.stance
        assert pane.stance.id == "s2"
        await person.press("n")
        assert pane.stance.id == "s2"
        assert told(person) == ["No more positions of this actor on this issue this way."]
        await person.press("N")
        assert pane.stance.id == "s1"


async def test_enter_goes_to_the_words_of_that_side(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "tab", "enter")
        assert isinstance(person.app.screen, Reader)
        assert person.pinned == "s3"
        assert person.focus == "article"


async def test_enter_on_a_silent_side_says_so(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "j", "enter")
        assert isinstance(person.app.screen, Compare)
        assert told(person) == ["Cy Clark takes no position on “The toll” in this article."]


@pytest.mark.parametrize("key", ["r", "escape"])
async def test_leaving_brings_the_reader_back_as_it_was(open_reader: OpenReader, key: str) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press("}", "}", "j", "2", "j", "o")
        before, seen = person.view.state, person.screen()
        await person.press("c", "j", "]", key)
        assert isinstance(person.app.screen, Reader)
        assert person.view.state == before
        assert person.screen() == seen


async def test_the_same_two_come_back_until_something_else_is_asked_for(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "]", "r", "j", "c")
        assert pair(person) == ("cy", "town")
        await person.press("r", "3", "g", "c")
        assert pair(person)[0] == "ann"


async def test_narrow_terminals_show_one_under_the_other(open_reader: OpenReader) -> None:
    async with open_reader(story(), size=(60, 24)) as person:
        await person.press("c")
        rows = person.screen().splitlines()
        left = next(number for number, row in enumerate(rows) if "▲ FOR" in row)
        right = next(number for number, row in enumerate(rows) if "▼ AGAINST" in row)
        assert left < right
        assert "CC" in rows[left]
        assert "BB" in rows[right]
        assert "≠ clash" in line_with(person, "THE BRIDGE")


@pytest.mark.parametrize("size", [(160, 45), (130, 40), (100, 30), (80, 24), (60, 24), (24, 8), (200, 12)])
async def test_the_position_under_the_cursor_is_in_sight_at_every_size(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as person:
        await person.press("c", "]")
        for _ in range(4):
            await person.press("j")
            assert "▌" in person.screen()


async def test_resizing_keeps_the_issue_and_a_terminal_too_small_says_so(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "j")
        await person.resize(60, 20)
        assert compare(person)._pane.cursor == 1
        await person.resize(20, 5)
        assert "Enlarge" in person.screen()
        await person.resize(100, 30)
        assert "THE TOLL" in person.screen()


async def test_help_lists_the_keys_of_the_comparison(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("c", "question_mark")
        assert "In the comparison" in person.screen()
        assert "Another actor at the left" in person.screen()
        await person.press("escape")
        assert isinstance(person.app.screen, Compare)


async def test_quitting_from_the_comparison(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("c", "q")
        assert not person.app.is_running


async def test_the_mouse_goes_to_a_side_and_then_to_its_words(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c")
        rows = person.screen().splitlines()
        y = next(number for number, row in enumerate(rows) if "▼ AGAINST" in row)
        x = rows[y].index("▼ AGAINST")
        await person._pilot.click(offset=(x, y))
        await person.settle()
        assert compare(person)._pane.side == 1
        await person._pilot.click(offset=(x, y))
        await person.settle()
        assert person.pinned == "s3"


async def test_without_two_actors_there_is_nothing_to_compare(open_reader: OpenReader) -> None:
    whole = story()
    alone = replace(whole, actors=whole.actors[:1], stances=whole.stances[:1], mentions=Mentions())
    async with open_reader(alone) as person:
        await person.press("c")
        assert isinstance(person.app.screen, Reader)
        assert told(person) == ["There are no two actors here to compare."]


async def test_from_the_comparison_to_the_matrix_and_back(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("c", "m")
        assert isinstance(person.app.screen, Matrix)
        assert len(person.app.screen_stack) == 2
        await person.press("c")
        assert isinstance(person.app.screen, Compare)
        await person.press("c", "r")
        assert isinstance(person.app.screen, Reader)


async def test_another_filter_from_outside_leaves_two_whom_it_admits(open_reader: OpenReader) -> None:
    async with open_reader(story()) as person:
        await person.press("2", "space", "j", "space", "c")
        assert pair(person) == ("ann", "cy")
        person.reader.action_undo()
        await person.settle()
        assert pair(person) == ("ann", "cy")
        person.reader.isolate("bob")
        await person.settle()
        assert pair(person) == ("bob", "cy")
        assert "BB  Bob Best" in person.screen()
        await person.press("r", "c")
        assert pair(person) == ("bob", "cy")


async def test_two_who_are_silent_are_said_to_be(open_reader: OpenReader) -> None:
    async with open_reader(replace(story(), stances=())) as person:
        await person.press("c", "j", "tab", "n", "enter", "G", "pagedown")
        assert "Neither of them takes a position here." in person.screen()
        assert "3 issues on which both are silent are left out." in person.screen()

"""Filtering by actor: what is hidden, what is set back, what is said, and the way out."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader
from tests.rows import span_of, y_of

PESKOV = ("2", "j", "j", "o")
"""From the start: to the actors, down to Peskov, only him."""


async def test_only_peskov_leaves_only_his_positions(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV)
        assert person.chosen == {"peskov"}
        screen = person.screen()
        assert "Positions  3 of 19" in screen
        assert "3 of 19 positions · 2 of 8 ¶" in screen
        assert [stance.actor for stance in person.positions.cards] == ["peskov"] * 3


async def test_paragraphs_without_him_are_dimmed_and_his_are_not(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV)
        dimmed = person.text.ink("dimmed").color
        first, third = (span_of(person.page, index)[0] for index in (0, 2))
        assert dimmed in {style.color for _, style, _ in person.text.paint(person.text.index.place(first)) if style}
        assert dimmed not in {style.color for _, style, _ in person.text.paint(person.text.index.place(third)) if style}


async def test_only_again_brings_everyone_back(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "o")
        assert person.chosen == set()
        assert "All actors" in person.screen()


async def test_space_adds_and_takes_away(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "space", "j", "space")
        assert person.chosen == {"kremlin", "putin"}
        await person.press("space")
        assert person.chosen == {"kremlin"}


async def test_a_party_is_taken_whole_and_left_whole(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "p")
        assert person.chosen == {"kremlin", "putin", "peskov", "russia"}
        await person.press("p")
        assert person.chosen == set()


async def test_actors_are_never_hidden_and_their_counts_stay(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        rows = person.actors.rows
        await person.press(*PESKOV)
        assert person.actors.rows == rows
        assert "Actors  13" in person.screen()


async def test_undo_goes_back_filter_by_filter(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "space", "j", "o")
        assert person.chosen == {"putin"}
        await person.press("u")
        assert person.chosen == {"kremlin"}
        await person.press("u")
        assert person.chosen == set()
        await person.press("u")
        assert person.chosen == set()


async def test_escape_lifts_the_filter_and_never_quits(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "escape")
        assert person.chosen == set()
        await person.press("escape", "escape")
        assert person.app.is_running


async def test_fold_holds_only_what_the_filter_finds(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "f")
        screen = person.screen()
        assert "⋯ 2 paragraphs" in screen
        assert "⋯ 4 paragraphs" in screen
        assert "Cuban Missile Crisis" not in screen
        assert "folded" in screen
        await person.press("f")
        assert "Cuban Missile Crisis" in person.screen()


async def test_without_a_filter_there_is_nothing_to_fold(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("f")
        assert "⋯" not in person.screen()
        assert "f Fold" not in person.screen()


async def test_lifting_the_filter_unfolds(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "f", "escape")
        assert "⋯" not in person.screen()


async def test_when_nothing_relevant_is_in_sight_the_text_scrolls_to_it(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press("2", "G", "k", "k", "o")
        assert person.chosen == {"leaders"}
        assert "Western leaders" in person.screen()


@pytest.mark.parametrize("keys", [("2", "j", "j", "o"), ("2", "p"), ("2", "j", "j", "o", "f", "f")])
async def test_the_place_survives_filtering(open_reader: OpenReader, keys: tuple[str, ...]) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press("1", *["}"] * 4, "j")
        caret, top = person.caret, person.text.top
        await person.press(*keys, "escape")
        assert person.caret == caret
        row = y_of(person.page, caret)
        assert person.text.in_sight(row, row + 1)
        assert abs(person.text.top - top) <= person.text.sight


async def test_an_actor_without_positions_leaves_an_empty_panel_that_says_so(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "G", "o")
        screen = person.screen()
        assert person.chosen == {"ukraine"}
        assert "0 of 19 positions" in screen
        assert "No positions for this filter" in screen
        assert "esc" in screen


async def test_a_reader_whom_a_filter_sets_back_stands_on_what_it_finds_and_comes_home(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press(*PESKOV)
        assert person.paragraph == 2
        await person.press("1")
        assert "┃" in person.screen()
        await person.press("escape")
        assert person.paragraph == 0


async def test_a_reader_who_moved_under_the_filter_stays_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "}", "escape")
        assert person.paragraph == 3


async def test_undo_brings_the_fold_back_too(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "f", "escape", "u")
        assert person.chosen == {"peskov"}
        assert "⋯ 2 paragraphs" in person.screen()


async def test_the_place_is_marked_behind_a_fold(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*PESKOV, "1", "g", "f")
        row = y_of(person.page, person.caret)
        assert "┃" in person.text.paint(person.text.index.place(row)).text


async def test_an_actor_who_only_reports_is_said_to_do_so(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", *["j"] * 6, "o")
        assert person.chosen == {"official"}
        assert "It reports 2 positions of others." in " ".join(person.screen().split())

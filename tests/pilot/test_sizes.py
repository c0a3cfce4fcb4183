"""Every size of terminal, and going from one to another."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader, Person
from tests.rows import y_of
from tui.projection import ActorRow
from tui.signs import badge


def panes_shown(person: Person) -> set[str | None]:
    return {pane.id for pane in (person.text, person.actors, person.positions) if pane.region.area}


@pytest.mark.parametrize("size", [(160, 45), (130, 40), (129, 40), (100, 30), (80, 24), (100, 12)])
async def test_from_80_columns_all_panes_show(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        assert panes_shown(person) == {"article", "actors", "positions"}


async def test_wide_has_actors_left_and_positions_right(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 45)) as person:
        assert person.actors.region.x < person.text.region.x < person.positions.region.x
        assert person.text.region.y == person.actors.region.y == person.positions.region.y


async def test_medium_has_the_article_left_and_actors_over_positions(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        assert person.text.region.x < person.actors.region.x == person.positions.region.x
        assert person.actors.region.bottom == person.positions.region.y


@pytest.mark.parametrize(("key", "pane"), [("1", "article"), ("2", "actors"), ("3", "positions")])
async def test_narrow_shows_one_pane_with_the_words_below(open_reader: OpenReader, key: str, pane: str) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("n", key)
        assert panes_shown(person) == {pane}
        assert "“could no longer be avoided”" in person.screen()


async def test_narrow_and_filtered_says_what_is_filtered(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("2", "j", "j", "o")
        assert "3 of 19 · 2 of 8 ¶" in person.screen()


async def test_a_short_terminal_gives_its_rows_to_the_text(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 12)) as person:
        assert person.text.region.height == 11
        assert "KREMLIN" not in person.screen()


@pytest.mark.parametrize("size", [(24, 8), (25, 9), (30, 50), (79, 8)])
async def test_the_smallest_sizes_work(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("j", "j", "3", "j", "enter", "2", "j", "o", "f", "escape", "z", "z")
        assert person.chosen == set()
        assert "Enlarge" not in person.screen()


@pytest.mark.parametrize("size", [(23, 8), (24, 7), (10, 3), (1, 1), (200, 4)])
async def test_below_them_one_line_asks_for_more(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("j", "2", "3")
        assert person.screen().strip() == "Enlarge to 24x8"[: size[0]].strip() or size[0] < 15


async def test_after_a_terminal_that_was_too_small_keys_work_where_they_did(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("2", "j")
        await person.resize(20, 6)
        await person.resize(100, 30)
        assert person.focus == "actors"
        await person.press("space")
        assert person.chosen


async def test_what_was_being_typed_can_be_gone_on_with_after_it(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("/", *"nat")
        await person.resize(20, 6)
        await person.resize(100, 30)
        await person.press("o")
        assert "/ nato" in person.screen()
        await person.press("escape")
        assert "/ nato" not in person.screen()


async def test_the_place_survives_resizing(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 24)) as person:
        await person.press("}", "}", "}", "}", "j")
        caret = person.caret
        for size in ((60, 24), (100, 12), (200, 60), (24, 8), (10, 2), (160, 24)):
            await person.resize(*size)
            assert person.caret == caret
            if size[0] >= 24 and size[1] >= 8:
                row = y_of(person.page, caret)
                assert person.text.in_sight(row, row + 1)


async def test_the_pane_in_focus_is_the_one_a_narrowed_screen_shows(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 45)) as person:
        await person.press("3")
        await person.resize(60, 24)
        assert panes_shown(person) == {"positions"}


@pytest.mark.parametrize("columns", range(24, 180, 13))
async def test_no_line_is_wider_than_the_screen(open_reader: OpenReader, columns: int) -> None:
    async with open_reader(size=(columns, 20)) as person:
        await person.press("2", "j", "j", "o")
        assert max(map(len, person.screen().splitlines())) <= columns


async def test_a_pane_off_the_screen_keeps_up_with_the_filter(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("3", "2", "j", "j", "o", "f", "1")
        assert "⋯ 2 paragraphs" in person.screen()
        assert "Cuban Missile Crisis" not in person.screen()
        await person.press("3")
        screen = person.screen()
        assert "Positions  3 of 19" in screen
        assert "Even to discuss sending NATO troops" in screen
        assert "Vladimir Putin" not in screen


async def test_a_filter_set_off_the_screen_brings_the_text_to_what_it_finds(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("2", "G", "k", "k", "o", "1")
        assert "invaded Ukraine in 2022" in person.screen()


async def test_a_narrow_screen_goes_both_ways_with_enter(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("}", "}", "}", "enter")
        assert person.focus == "positions"
        assert person.card == "peskov-war"
        assert "Troops mean conflict" in person.screen()
        await person.press("j", "enter")
        assert person.focus == "article"
        assert "whether going as far as" in person.screen()


async def test_coming_to_the_positions_on_a_narrow_screen_lights_up_words_at_once(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("3")
        assert person.pinned == "kremlin-war"


async def test_the_very_beginning_can_be_read_on_the_smallest_screen(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("G", "g")
        assert "Kremlin warns" in person.screen()


async def test_going_to_another_size_and_back_leaves_the_text_where_it_was(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press("space")
        top = person.text.top
        for columns in (101, 97, 103, 90, 110, 95, 100):
            await person.resize(columns, 20)
        assert abs(person.text.top - top) <= 2


async def test_the_peek_follows_the_cursor_among_the_actors(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("2")
        for actor in [row.actor for row in person.view.actors if isinstance(row, ActorRow)]:
            peek = "\n".join(person.screen().splitlines()[-7:-1])
            stances = person.view.article.stances_of.get(actor.id, ())
            if stances:
                assert f" {actor.tag} " in peek
                assert person.view.card(stances[0].id).issue[:12] in peek
            else:
                assert "takes no position of its own" in peek
            await person.press("j")
        await person.press("g", "j", "o", "j")
        assert "The filter hides Dmitry Peskov." in person.screen()


async def test_a_card_that_is_higher_than_the_pane_begins_with_its_badge(open_reader: OpenReader) -> None:
    async with open_reader(size=(24, 8)) as person:
        await person.press("3", "g")
        for stance in person.positions.cards:
            assert person.card == stance.id
            assert badge(stance).strip() in person.screen()
            await person.press("j")

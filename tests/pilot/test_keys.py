"""Moving, panes, zen, help, palette, theme and leaving."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader
from tests.rows import span_of, y_of
from tui.screen_keys import SECTIONS


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24)])
async def test_digits_go_to_the_panes_at_every_width(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        assert person.focus == "article"
        for key, pane in (("2", "actors"), ("3", "positions"), ("1", "article")):
            await person.press(key)
            assert person.focus == pane
            assert person.reader.query_one(f"#{pane}").region.area > 0


async def test_tab_goes_round_the_panes_both_ways(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        seen: list[str | None] = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await person.press(key)
            seen.append(person.focus)
        assert seen == ["actors", "positions", "article", "positions"]


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_lines_rows_and_cards_down_and_up(open_reader: OpenReader, down: str, up: str) -> None:
    async with open_reader() as person:
        start = y_of(person.page, person.caret)
        await person.press(down, down, up)
        assert y_of(person.page, person.caret) == start + 1
        await person.press("2", down, down, up)
        assert person.actors.cursor == 1
        await person.press("3", down, down, up)
        assert person.positions.cursor == 1


async def test_from_paragraph_to_paragraph_by_lines_skips_the_blank_one(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        lines = len(range(*span_of(person.page, 0)))
        await person.press(*["j"] * lines)
        assert person.paragraph == 1


@pytest.mark.parametrize(
    ("on", "back", "share"), [("pagedown", "pageup", 1.0), ("space", "b", 1.0), ("ctrl+d", "ctrl+u", 0.5)]
)
async def test_pages_and_half_pages(open_reader: OpenReader, on: str, back: str, share: float) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press(on)
        assert abs(person.text.top - share * person.text.sight) <= 1
        assert person.paragraph > 0
        await person.press(back)
        assert person.text.top == 0


@pytest.mark.parametrize("keys", [("G", "g"), ("end", "home")])
async def test_bottom_and_top(open_reader: OpenReader, keys: tuple[str, str]) -> None:
    async with open_reader(size=(100, 20)) as person:
        await person.press(keys[0])
        assert person.paragraph == 7
        assert "■" in person.screen()
        await person.press(keys[1])
        assert person.paragraph == 0
        assert "Kremlin warns of NATO conflict over troops" in person.screen()
        await person.press("3", keys[0])
        assert person.positions.cursor == 18
        await person.press("2", keys[0])
        assert person.actors.cursor == 12


async def test_next_and_previous_paragraph(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", "j", "{")
        assert person.paragraph == 2
        await person.press("{")
        assert person.paragraph == 1


async def test_next_paragraph_passes_over_what_the_filter_sets_back(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "}", "}")
        assert person.paragraph == 3
        await person.press("}")
        assert person.paragraph == 3


async def test_zen_shows_the_article_alone_and_keeps_the_place(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", "z")
        assert not person.actors.region.area
        assert not person.positions.region.area
        assert person.paragraph == 2
        await person.press("z")
        assert person.actors.region.area


async def test_going_to_another_pane_or_escape_leaves_zen(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("z", "2")
        assert person.focus == "actors"
        assert person.actors.region.area
        await person.press("z", "escape")
        assert person.actors.region.area


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_lists_the_keys_of_the_pane_and_closes(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press("2", key)
        screen = person.screen()
        assert "In the actors" in screen
        assert "This actor only; again: everyone" in screen
        assert "against" in screen
        await person.press("escape")
        assert "In the actors" not in person.screen()
        assert person.focus == "actors"


async def test_the_palette_knows_commands_and_actors(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+p", *"only dmitry")
        await person.press("down", "enter")
        await person.settle()
        assert person.chosen == {"peskov"}


async def test_the_palette_runs_a_command_of_the_bindings(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+p", "z", "e", "n")
        await person.until(lambda: "Write a filter" not in person.screen() and "The article alone" in person.screen())
        await person.press("enter")
        await person.until(lambda: not person.actors.region.area)


async def test_the_theme_is_chosen_from_all_there_are(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        assert person.app.theme == "ink"
        await person.press("T", *"paper")
        await person.press("down", "enter")
        await person.settle()
        assert person.app.theme == "paper"


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press(key)
        assert not person.app.is_running


async def test_the_key_bar_follows_the_focus(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        assert "⏎ Positions here" in person.screen()
        await person.press("2")
        bar = person.screen().splitlines()[-1]
        assert "space Filter" in bar
        assert "o Only" in bar
        await person.press("3")
        assert "⏎ Go to words" in person.screen().splitlines()[-1]


def test_every_binding_has_an_id_a_description_and_a_tooltip() -> None:
    bindings = [binding for table in SECTIONS.values() for binding in table]
    assert all(binding.id and binding.description and binding.tooltip for binding in bindings)
    assert len({binding.id for binding in bindings}) == len(bindings)


def test_no_key_is_bound_that_terminals_cannot_tell_apart() -> None:
    bindings = [binding for table in SECTIONS.values() for binding in table]
    bound = {key for binding in bindings for key in binding.key.split(",")}
    assert not bound & {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket"}


SIZES = [(160, 45), (100, 30), (60, 24)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("pane", ["1", "2", "3"])
async def test_evidence_and_paragraphs_are_reached_from_every_pane(
    open_reader: OpenReader, size: tuple[int, int], pane: str
) -> None:
    async with open_reader(size=size) as person:
        await person.press(pane)
        stops = [stance.id for stance in person.view.selection.stops]
        await person.press("G") if pane == "1" else None
        await person.press("1", "g", pane)
        await person.press("}", "}")
        assert person.paragraph == 2
        await person.press("{")
        assert person.paragraph == 1
        before = person.view.stop(1)
        for keys in (("]", "["), ("n", "N")):
            await person.press(keys[0])
            assert person.pinned == (before.id if before else None)
            first = stops.index(person.pinned or "")
            await person.press(keys[0])
            assert person.pinned == stops[first + 1]
            await person.press(keys[1])
            assert person.pinned == stops[first]
            await person.press("{" if person.paragraph > 1 else "}", "{")
            before = person.view.stop(1)
        assert person.focus == {"1": "article", "2": "actors", "3": "positions"}[pane]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("on", "back"),
    [("ctrl+d", "ctrl+u"), ("pagedown", "pageup"), ("G", "g"), ("end", "home"), ("j", "k"), ("down", "up")],
)
async def test_keys_that_move_do_so_in_every_pane_and_their_opposites_lead_back(
    open_reader: OpenReader, size: tuple[int, int], on: str, back: str
) -> None:
    async with open_reader(size=size) as person:
        await person.press("2", "g", on)
        assert person.actors.cursor > 0
        await person.press(back)
        assert person.actors.cursor == 0
        await person.press("3", "g", on)
        assert person.positions.cursor > 0
        await person.press(back)
        assert person.positions.cursor == 0
        await person.press("1", "g")
        start = person.caret
        await person.press(on)
        assert person.caret > start
        await person.press(back)
        assert person.caret.paragraph == start.paragraph


@pytest.mark.parametrize("size", SIZES)
async def test_space_and_b_turn_the_pages_of_the_article(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=(size[0], 16)) as person:
        await person.press("space", "space")
        there = person.caret
        assert person.text.top > 0
        await person.press("b")
        assert person.caret < there
        await person.press("b")
        assert person.text.top == 0

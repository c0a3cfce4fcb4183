"""Going somewhere by what is typed: paragraphs, actors, positions and commands; and the palette."""

from __future__ import annotations

from asyncio import gather

import pytest

from article.filters import Filter
from article.model import Position
from tests.pilot.person import OpenReader, Person
from tests.rows import y_of


async def go(person: Person, text: str) -> None:
    await person.press("colon", *text, "enter")
    await person.settle()


@pytest.mark.parametrize("typed", ["7", "¶7", " 7 "])
async def test_a_number_leads_to_the_paragraph(open_reader: OpenReader, typed: str) -> None:
    async with open_reader(size=(100, 20)) as person:
        await go(person, typed)
        assert person.paragraph == 6
        assert person.focus == "article"
        shown = y_of(person.page, person.caret)
        assert person.text.in_sight(shown, shown + 1)


async def test_a_number_leads_back_to_the_place_that_was_scrolled_away(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        person.text.scroll_rows(30)
        await go(person, "1")
        shown = y_of(person.page, person.caret)
        assert person.text.in_sight(shown, shown + 1)


async def test_a_number_that_no_paragraph_bears_is_said_to_be_so(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("colon", "9")
        assert "The paragraphs are numbered from 1 to 8." in person.screen()
        await person.press("enter")
        assert person.paragraph == 0


async def test_a_paragraph_that_is_folded_away_unfolds(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "f")
        await go(person, "8")
        assert person.paragraph == 7
        assert not person.view.state.folded


async def test_the_id_of_a_position_pins_it_and_leads_to_its_words(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await go(person, "us-space")
        assert person.pinned == "us-space"
        assert person.focus == "article"
        assert person.paragraph == 7


async def test_a_position_that_the_filter_hides_is_gone_to_all_the_same_and_that_is_said(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o")
        await go(person, "us-space")
        assert person.paragraph == 7
        told = [toast.message for toast in person.app._notifications]
        assert told == ["The filter hides this position: esc lifts it."]


@pytest.mark.parametrize("typed", ["peskov", "Dmitry Peskov", "dp", "pes"])
async def test_a_name_of_an_actor_leads_to_the_list(open_reader: OpenReader, typed: str) -> None:
    async with open_reader() as person:
        await go(person, typed)
        assert person.focus == "actors"
        await person.press("o")
        assert person.chosen == {"peskov"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("12", "The paragraphs are numbered from 1 to 8."),
        ("3", "paragraph 3"),
        ("pesk", "Dmitry Peskov"),
        ("peskov-war", "Peskov: ▲ for Troops mean conflict"),
        ("zen", "Zen"),
        ("pescov", "Nothing is called “pescov”. Did you mean peskov?"),
    ],
)
async def test_where_it_leads_is_told_while_it_is_typed(open_reader: OpenReader, typed: str, told: str) -> None:
    async with open_reader() as person:
        await person.press("colon", *typed)
        assert told in person.screen()


async def test_a_command_runs_by_its_name(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await go(person, "zen")
        assert person.view.state.zen


async def test_what_leads_nowhere_can_be_mended(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await go(person, "pescov")
        assert ": pescov" in person.screen()
        await person.press(*["backspace"] * 3, *"kov", "enter")
        assert person.focus == "actors"


async def test_of_two_panes_that_ask_at_once_the_one_that_asked_last_is_answered(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await gather(person.reader.action_filter(), person.reader.action_go())
        await person.press("4", "enter")
        assert person.paragraph == 3
        assert not person.reader.query("Prompt")


async def test_nothing_typed_leads_nowhere(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await go(person, "")
        assert person.paragraph == 0
        assert person.focus == "article"


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("only party russia", Filter(frozenset({"kremlin", "putin", "peskov", "russia"}))),
        ("only issue send troops", Filter(issues=frozenset({"troops"}))),
        ("only against", Filter(positions=frozenset({Position.OPPOSE}))),
        ("kremlin spokesperson", Filter(frozenset({"peskov"}))),
        ("own words", Filter(own=True)),
    ],
)
async def test_the_palette_filters_for_everything_there_is(open_reader: OpenReader, typed: str, chosen: Filter) -> None:
    async with open_reader() as person:
        await person.press("ctrl+p", *typed)
        await person.settle()
        await person.press("enter")
        await person.settle()
        assert person.view.state.chosen == chosen


async def test_the_palette_does_what_the_keys_of_other_panes_do(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+p", *"actors: only")
        await person.settle()
        await person.press("enter")
        await person.settle()
        assert person.focus == "actors"
        assert person.chosen == {"kremlin"}


async def test_the_palette_leads_to_the_themes(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("ctrl+p", *"theme")
        await person.until(lambda: "Choose another theme" in person.screen())
        await person.press("enter")
        await person.until(lambda: "paper" in person.screen())


@pytest.mark.parametrize("theme", ["paper", "ink", "ansi-dark", "tokyo-night"])
async def test_the_list_of_themes_opens_on_the_one_in_force(open_reader: OpenReader, theme: str) -> None:
    async with open_reader(size=(100, 14)) as person:
        person.app.theme = theme
        await person.press("T")
        await person.until(lambda: theme in person.screen())
        await person.press("enter")
        assert person.app.theme == theme


async def test_the_list_of_themes_opens_on_the_first_that_is_found_once_something_is_typed(
    open_reader: OpenReader,
) -> None:
    async with open_reader() as person:
        await person.press("T", *"paper")
        await person.settle()
        await person.press("enter")
        await person.until(lambda: person.app.theme == "paper")


async def test_the_palette_names_every_command_before_anything_is_typed(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 150)) as person:
        await person.press("ctrl+p")
        await person.settle()
        screen = person.screen()
        names = ("Own words", "Write a filter", "Go to", "Theme", "Zen", "Actors: Party", "Positions: Go to words")
        assert all(name in screen for name in (*names, "Only Dmitry Peskov", "Only party Ukraine", "Only against"))


async def test_help_shows_how_a_filter_is_written_with_ids_of_the_article(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 200)) as person:
        await person.press("question_mark")
        assert ":filter actor:kremlin,putin position:support" in person.screen()
        assert ":filter own:yes" in person.screen()


async def test_tab_goes_on_with_a_filter_that_is_begun(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("F", "tab")
        assert ": filter actor:" in person.screen()

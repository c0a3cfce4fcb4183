"""Filtering by more than actors: own words, issues, positions and reporters, and how that is said."""

from __future__ import annotations

import pytest

from article.filters import EVERYONE, Filter
from article.model import Position
from tests.pilot.long_article import long_article
from tests.pilot.person import OpenReader, Person


async def write(person: Person, expression: str) -> None:
    """Filter by an expression."""
    await person.press("colon", *f"filter {expression}", "enter")
    await person.settle()


def row(person: Person) -> str:
    """What the filter row says."""
    return next(line for line in person.screen().splitlines() if "esc" in line)


async def test_own_words_hide_what_others_report_and_count_it(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("w")
        hidden = {stance.id for stance in person.view.article.stances} - {card.id for card in person.positions.cards}
        assert hidden == {"us-troops", "nato-troops", "biden-rebuke"}
        assert "own words  2 reported, 1 inferred hidden" in row(person)
        assert "16 of 19 positions" in row(person)


async def test_own_words_again_bring_back_what_others_report(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("w", "w")
        assert person.view.state.chosen == EVERYONE
        assert "Positions  19" in person.screen()


async def test_own_words_stay_while_actors_are_picked_and_isolated(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("w", "2", "space", "j", "o")
        assert person.view.state.chosen == Filter(frozenset({"putin"}), own=True)
        await person.press("o")
        assert person.view.state.chosen == Filter(own=True)


async def test_where_all_is_in_own_words_that_is_said_and_nothing_filtered(open_reader: OpenReader) -> None:
    async with open_reader(long_article()) as person:
        await person.press("w")
        assert person.view.state.chosen == EVERYONE
        told = [toast.message for toast in person.app._notifications]
        assert told == ["Every position here is taken in the actor's own words."]


async def test_undo_and_escape_know_every_filter(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("w")
        await write(person, "issue:troops")
        await person.press("u")
        assert person.view.state.chosen == Filter(own=True)
        await person.press("escape")
        assert person.view.state.chosen == EVERYONE
        await person.press("u")
        assert person.view.state.chosen == Filter(own=True)


async def test_an_expression_filters_and_the_row_says_it_in_words(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await write(person, "actor:macron issue:troops position:unclear via:none")
        assert [card.id for card in person.positions.cards] == ["macron-troops"]
        said = " ".join(row(person).split())
        assert "EM Macron issue Send troops to Ukraine ? unclear via nobody" in said
        assert "1 of 19 positions" in said


async def test_an_expression_that_is_not_understood_changes_nothing_and_can_be_mended(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await write(person, "actor:pescov")
        assert person.view.state.chosen == EVERYONE
        assert "Did you mean peskov?" in person.screen()
        assert ": filter actor:pescov" in person.screen()
        await person.press(*["backspace"] * 3, *"kov", "enter")
        assert person.chosen == {"peskov"}


async def test_the_filter_there_is_can_be_edited(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "p", "F")
        assert ": filter party:russia" in person.screen()
        await person.press(*"own", "enter")
        assert person.view.state.chosen.own
        assert len(person.chosen) == 4


async def test_filter_alone_lifts_the_filter(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("w")
        await write(person, "")
        assert person.view.state.chosen == EVERYONE


async def test_what_an_expression_leaves_is_told_while_it_is_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("colon", *"filter against")
        assert "1 of 19 positions" in person.screen()
        assert person.view.state.chosen == EVERYONE


async def test_an_actor_of_whom_nothing_is_left_is_set_back_and_stays_in_the_list(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        rows = person.actors.rows
        await write(person, "against")
        assert person.actors.rows == rows
        selection = person.view.selection
        assert [actor.id for actor in person.view.article.actors if not selection.is_set_back(actor.id)] == [
            "united-states"
        ]


async def test_paragraphs_without_such_a_position_fold(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await write(person, "issue:space")
        await person.press("f")
        assert "⋯ 7 paragraphs" in person.screen()


async def test_an_empty_panel_says_what_hides_the_positions(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await write(person, "actor:nato own")
        said = " ".join(" ".join(card.text for card in person.positions._instead).split())
        assert "No positions for this filter." in said
        assert "NATO takes 1 position, of which the filter leaves none." in said
        assert "1 position would be left but for own words: w." in said
        assert "esc lifts it." in said


@pytest.mark.parametrize("expression", ["own", "party:russia,us own", "issue:troops,war via:none", "dp for own"])
async def test_at_every_width_the_row_says_how_to_leave(open_reader: OpenReader, expression: str) -> None:
    async with open_reader() as person:
        await write(person, expression)
        for width in (160, 100, 80, 60, 40, 24):
            await person.resize(width, 24)
            assert row(person).rstrip().endswith(("esc", "esc clears", "u undo"))


async def test_at_eighty_columns_the_row_says_how_much_is_left_of_the_longest_filter(open_reader: OpenReader) -> None:
    async with open_reader(size=(80, 24)) as person:
        chosen = Filter(
            frozenset({"putin", "peskov", "biden", "macron"}),
            frozenset({"war", "danger", "troops"}),
            frozenset({Position.SUPPORT, Position.UNCLEAR}),
            frozenset({None, "official"}),
            own=True,
        )
        person.reader.filter_by(chosen)
        await person.settle()
        said = row(person)
        assert all(part in said for part in ("3 issues", "▲", "?", "2 reporters", "own", "of 19", "esc"))

"""Searching the text, going from match to match, and narrowing the lists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article import Article
from article.model import Paragraph
from article.spans import Span
from tests.pilot.long_article import long_article
from tests.pilot.person import OpenReader, Person
from tests.rows import y_of
from tui.projection import Projection
from tui.state import Found, ReaderState
from tui.stretch import heading_of


def found(person: Person) -> Found:
    assert person.view.state.found
    return person.view.state.found


def words_here(person: Person) -> str:
    """What stands in the text where the search has led."""
    here = found(person).here
    assert here
    article = person.view.article
    text = article.paragraphs[here.paragraph].text if here.paragraph >= 0 else heading_of(article)[here.paragraph]
    return text[here.start : here.end]


async def test_the_text_is_searched_while_it_is_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nuclear")
        assert words_here(person) == "nuclear"
        here = found(person).here
        assert here
        assert person.caret == (here.paragraph, here.start)
        assert f"1/{len(found(person).matches)}" in person.screen()
        await person.press("x")
        assert "no match" in person.screen()
        assert person.paragraph == 0


async def test_the_first_match_is_the_one_at_the_place_or_after_it(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", *"/nato")
        here = found(person).here
        assert here
        assert here.paragraph == 2
        await person.press("escape", "G", *"/cuban missile")
        assert person.paragraph == 1


async def test_enter_keeps_the_search_and_gives_the_keys_back(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter")
        assert person.focus == "article"
        assert "/nato   1/7   n N   esc clears" in person.screen()


async def test_escape_gives_back_place_scroll_and_focus(open_reader: OpenReader) -> None:
    async with open_reader(long_article(), size=(100, 20)) as person:
        await person.press("pagedown", "j", "j")
        before, top = person.caret, person.text.top
        await person.press(*"/statement 9 calls")
        assert person.paragraph > before.paragraph
        await person.press("escape")
        assert (person.caret, person.text.top, person.focus) == (before, top, "article")
        assert person.view.state.found is None
        assert "/" not in person.screen().splitlines()[-2]


async def test_n_goes_through_the_matches_and_round(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter")
        first = found(person).here
        await person.press("n", "n", "N")
        assert found(person).here == found(person).matches[1]
        await person.press("N", "N")
        assert found(person).here == found(person).matches[-1]
        assert "from the end" in person.screen()
        await person.press("n")
        assert found(person).here == first
        assert "from the top" in person.screen()


async def test_n_goes_on_from_where_the_reader_went_meanwhile(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter", "}", "}", "}", "n")
        assert person.paragraph == 3


async def test_brackets_go_to_evidence_while_a_search_is_on(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("n")
        first = person.pinned
        await person.press("escape", "g", *"/nato", "enter", "]")
        assert person.pinned == first
        assert found(person).matches


async def test_escape_clears_the_search_before_the_filter(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "o", "1", *"/nato", "enter", "escape")
        assert person.view.state.found is None
        assert person.chosen
        await person.press("escape")
        assert not person.chosen


async def test_a_match_under_a_fold_unfolds_the_text_and_says_so(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "o", "1", "f")
        assert person.view.state.folded
        await person.press(*"/cold war", "enter")
        assert not person.view.state.folded
        assert "unfolded" in person.screen()
        assert "Cold War" in person.screen()


async def test_leaving_a_search_folds_what_it_unfolded(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "o", "1", "f", *"/cold war", "escape")
        assert person.view.state.folded


async def test_ending_a_search_folds_what_it_unfolded(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "1", "f", *"/cuban", "enter")
        assert not person.view.state.folded
        await person.press(*"/nato", "enter", "n", "escape")
        assert person.view.state.folded
        assert person.chosen == {"peskov"}


@pytest.mark.parametrize("keys", ["f f", "2 j o", "w", "u u"])
async def test_who_has_folded_or_filtered_since_finds_it_so_after_a_search(open_reader: OpenReader, keys: str) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "1", "f", *"/cuban", "enter", *keys.split())
        folded = person.view.state.folded
        await person.press("escape")
        assert person.view.state.found is None
        assert person.view.state.folded == folded


async def test_alt_r_reads_what_is_typed_as_an_expression(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/k[ry]", "alt+r")
        assert words_here(person).lower() == "kr"
        assert "regex" in person.screen()
        await person.press("(")
        assert "no pattern: missing ) at the end" in person.screen()
        await person.press("backspace", "alt+r")
        assert "no match" in person.screen()


async def test_an_expression_that_runs_away_is_said_so(open_reader: OpenReader, shipped: Article) -> None:
    long = replace(shipped, paragraphs=(Paragraph("a" * 50_000, 1),), stances=())
    async with open_reader(long) as person:
        await person.press("slash", "alt+r", *"(a|aa)+b")
        for _ in range(20):
            await person.settle()
        assert "took too long" in person.screen()
        await person.press("escape", "j")
        assert person.focus == "article"


async def test_what_was_searched_before_comes_back(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter", "escape", *"/war", "enter", "escape")
        await person.press("slash", "up", "up", "enter")
        assert found(person).query.text == "nato"


async def test_a_second_search_starts_from_the_text_of_the_last(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter", "escape", "slash", "enter")
        assert found(person).query.text == "nato"
        await person.press("slash", *"war", "enter")
        assert found(person).query.text == "war"


async def test_all_matches_are_tinted_even_where_a_filter_dims(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "o", "1", *"/nato", "enter", "n")
        here, other = person.text.ink("found-here"), person.text.ink("found")
        row = person.page.rows.place(y_of(person.page, person.caret))
        styles = {segment.text: segment.style for segment in person.text.paint(row)}
        assert styles["NATO"] is not None
        assert styles["NATO"].bgcolor == here.bgcolor
        dimmed = found(person).matches[2]
        assert dimmed.paragraph not in person.view.selection.relevant
        row = person.page.rows.place(y_of(person.page, person.caret._replace(paragraph=1, offset=dimmed.start)))
        styles = {segment.text: segment.style for segment in person.text.paint(row)}
        assert styles["NATO"] is not None
        assert styles["NATO"].bgcolor == other.bgcolor


async def test_the_rail_shows_where_matches_are(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter")
        signs = [sign for sign, _ in person.text.rail().values()]
        assert signs.count("█") == 1
        assert signs.count("═") >= 3


async def test_a_long_text_is_searched_in_slices_to_its_end(open_reader: OpenReader) -> None:
    filler = tuple(Paragraph("Nothing of the kind is said here. " * 30, number) for number in range(1, 3_000))
    text = (*filler, Paragraph("A needle at last.", 3_000))
    async with open_reader(replace(long_article(), paragraphs=text, stances=())) as person:
        await person.press(*"/needle", "enter")
        for _ in range(60):
            await person.settle()
        assert person.paragraph == 2_999
        assert "/needle   1/1" in person.screen()


async def test_another_text_is_searched_anew(open_reader: OpenReader, shipped: Article) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter", "n")
        changed = replace(shipped, paragraphs=(Paragraph("NATO, and NATO again.", 1),), stances=())
        person.reader._article = changed
        person.reader._projection = Projection(changed)
        person.reader._show(ReaderState(found=found(person)))
        for _ in range(5):
            await person.settle()
        assert found(person).matches[1:] == (Span(0, 0, 4), Span(0, 10, 14))
        await person.press("n", "n")
        assert found(person).here == Span(0, 0, 4)


# ---------------------------------------------------------------------- the lists


async def test_actors_are_narrowed_while_it_is_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", *"/putin")
        assert "1 of 13 · /putin" in person.screen()
        assert "Biden" not in "\n".join(line[:32] for line in person.screen().splitlines())
        await person.press("enter")
        assert person.focus == "actors"
        await person.press("space")
        assert person.chosen == {"putin"}
        await person.press("escape")
        assert "Actors  13" in person.screen()
        assert person.actors.cursor == 1


async def test_leaving_a_narrowed_list_gives_back_its_cursor(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "j", *"/biden", "escape")
        assert person.actors.cursor == 3
        assert person.focus == "actors"
        assert "Actors  13" in person.screen()


async def test_positions_are_narrowed_with_their_headings(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", *"/putin", "enter")
        assert "4 of 19 · /putin" in person.screen()
        assert {stance.actor for stance in person.positions.cards} >= {"putin"}
        assert len(person.positions.cards) == 4
        await person.press("G", "escape")
        assert len(person.positions.cards) == 19


async def test_the_cursor_stays_on_its_card(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "j", "j")
        card = person.card
        summary = person.view.article.stance[card].summary
        await person.press(*f"/{summary[:12]}", "enter")
        assert person.card == card
        await person.press("escape")
        assert person.card == card


@pytest.mark.parametrize(("key", "told"), [("2", "No actor matches /xyz."), ("3", "No position matches /xyz.")])
async def test_a_list_in_which_nothing_is_found_says_so(open_reader: OpenReader, key: str, told: str) -> None:
    async with open_reader() as person:
        await person.press(key, *"/xyz", "enter")
        assert told in person.screen()
        assert "esc shows them all." in person.screen()
        await person.press("j", "enter", "space", "escape")
        assert told not in person.screen()


@pytest.mark.parametrize(("key", "told"), [("2", "actors"), ("3", "positions")])
async def test_n_steps_among_the_rows_that_a_search_leaves(open_reader: OpenReader, key: str, told: str) -> None:
    async with open_reader() as person:
        await person.press(key, *"/putin" if told == "positions" else "/kremlin", "enter")
        rows = person.actors if told == "actors" else person.positions
        caret = person.caret
        await person.press("N")
        assert (rows.cursor, person.told) == (0, [f"No more {told} this way."])
        await person.press(*"n" * (rows.count - 1))
        assert rows.count > 1
        assert rows.cursor == rows.count - 1
        assert (told == "positions") == (person.caret != caret)
        await person.press("N")
        assert rows.cursor == rows.count - 2


async def test_n_goes_to_evidence_from_a_list_that_is_whole(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", *"/putin", "enter", "escape", "n")
        assert person.pinned is not None


@pytest.mark.parametrize("key", ["2", "3"])
async def test_a_list_says_what_is_wrong_with_a_pattern(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press(key, "slash", "alt+r", *"[a", "enter")
        screen = person.screen()
        assert "/[a: no pattern: " in screen
        assert "matches" not in screen
        assert "esc shows them all." in screen


@pytest.mark.parametrize("typed", ["pxyz", "xyz"])
@pytest.mark.parametrize("key", ["2", "3"])
async def test_a_search_that_finds_nothing_in_a_list_does_not_lose_the_cursor(
    open_reader: OpenReader, key: str, typed: str
) -> None:
    async with open_reader() as person:
        await person.press(key, *"jjjjj", "slash", *typed, "enter")
        rows = person.actors if key == "2" else person.positions
        assert rows.count == 0
        await person.press("slash", *"more", "enter", "escape")
        assert rows.cursor == 5


async def test_going_to_a_position_that_is_not_shown_shows_them_all(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", *"/zzz", "enter", "1", "enter")
        assert person.focus == "positions"
        assert len(person.positions.cards) == 19


async def test_a_filter_and_a_narrowed_list_go_together(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", *"/nato", "enter", "2", "j", "o")
        assert {stance.actor for stance in person.positions.cards} <= {"putin"}
        await person.press("escape", "escape")
        assert len(person.positions.cards) == 19


# ---------------------------------------------------------------------- the prompt


async def test_who_goes_elsewhere_keeps_what_was_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "tab")
        assert person.focus == "actors"
        assert "/nato   1/7" in person.screen()


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
async def test_a_search_can_be_typed_at_every_size(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press(*"/nato")
        assert "/ nato" in person.screen()
        assert "1/7" in person.screen()
        await person.press("enter", "n")
        assert "/nato   2/7" in person.screen()
        await person.resize(160, 45)
        assert "/nato   2/7" in person.screen()


async def test_a_search_that_the_palette_begins_takes_the_place_of_the_one_being_typed(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("slash", *"macron", "ctrl+p", *"search the text")
        await person.until(lambda: "Write a filter" not in person.screen())
        await person.press("enter")
        await person.until(lambda: person.app.screen is person.reader)
        await person.press(*"biden", "enter")
        assert person.view.state.found
        assert person.view.state.found.query.text == "biden"

"""From positions to words and from the text to positions; the focus moves only when asked."""

from __future__ import annotations

from tests.pilot.person import OpenReader, Person
from tests.rows import y_of
from tui.state import Caret


def pinned_text(person: Person) -> str:
    """The words on the screen that are lit up."""
    fill = {ink.pinned.bgcolor for ink in person.palette.actors.values()}
    rows = range(person.text.top, person.text.top + person.text.sight)
    return " ".join(
        text.strip()
        for row in rows
        for text, style, _ in person.text.paint(person.text.index.place(row))
        if style and style.bgcolor in fill
    )


async def test_moving_through_the_positions_lights_up_their_words(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "j")
        assert person.pinned == "putin-danger"
        assert pinned_text(person) == "the danger that NATO and Russia might come to blows directly"
        assert person.focus == "positions"


async def test_coming_to_the_positions_lights_up_the_words_of_the_one_under_the_cursor(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3")
        assert person.pinned == "kremlin-war"
        assert pinned_text(person) == "could no longer be avoided"


async def test_enter_on_a_position_goes_to_its_words(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "j", "j", "enter")
        assert person.focus == "article"
        assert person.pinned == "putin-enmity"
        assert person.paragraph == 7
        assert "enemies bent on weakening Russia" in pinned_text(person)


async def test_words_out_of_sight_come_to_a_third_of_the_height(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 24)) as person:
        await person.press("3")
        jumps = 0
        for stance in person.positions.cards[1:]:
            span = stance.words[0]
            row = y_of(person.page, Caret(span.paragraph, span.start))
            top, in_sight = person.text.top, person.text.in_sight(row, row + 1)
            last = person.text.rows - person.text.sight
            await person.press("j")
            if not in_sight:
                assert person.text.top == min(last, row - person.text.sight // 3)
                jumps += 1
            elif person.text.in_sight(row, y_of(person.page, Caret(span.paragraph, span.end - 1)) + 1):
                assert person.text.top in (top, min(last, row - person.text.sight // 3))
        assert jumps > 3


async def test_words_in_sight_do_not_scroll_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "j")
        assert person.text.top == 0


async def test_enter_in_the_text_goes_to_the_positions_on_the_paragraph(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "}", "}", "enter")
        assert person.focus == "positions"
        assert person.card == "peskov-war"
        assert person.paragraph == 3


async def test_enter_on_a_paragraph_without_positions_says_so(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "1", "g", "enter")
        assert person.focus == "article"
        assert [toast.message for toast in person.app._notifications] == ["No position stands on this paragraph."]


async def test_moving_through_the_text_lights_the_cards_and_leaves_cursor_and_focus(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        cursor = person.positions.cursor
        await person.press("}", "}", "}", "}")
        assert person.view.lit == {"biden-world-war"}
        assert person.positions.cursor == cursor
        assert person.focus == "article"
        first, end = person.positions.span([stance.id for stance in person.positions.cards].index("biden-world-war"))
        assert person.positions.in_sight(first, end)


async def test_next_evidence_goes_through_the_text_in_its_order(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        seen: list[str | None] = []
        for _ in range(19):
            await person.press("]")
            seen.append(person.pinned)
        assert seen == [stance.id for stance in person.view.selection.stops]
        await person.press("]")
        assert person.pinned == seen[-1]
        await person.press("[")
        assert person.pinned == seen[-2]


async def test_n_and_capital_n_do_the_same_while_no_search_is_on(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("n", "n", "N")
        assert person.pinned == "kremlin-war"


async def test_next_evidence_keeps_to_the_filter(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o")
        seen: set[str | None] = set()
        for _ in range(4):
            await person.press("n")
            seen.add(person.pinned)
        assert seen == {"peskov-turn", "peskov-war", "peskov-interests"}


async def test_next_evidence_starts_where_the_reader_stands(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("n", "}", "}", "}", "}", "}", "n")
        assert person.pinned == "leaders-sovereignty"


async def test_enter_on_an_actor_goes_to_its_positions(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "enter")
        assert person.focus == "positions"
        assert person.card == "putin-danger"


async def test_a_stance_that_the_filter_hides_is_not_lit_but_pinned_again_by_undo(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("3", "2", "j", "j", "o")
        assert person.pinned is None
        assert pinned_text(person) == ""
        await person.press("u")
        assert person.pinned == "kremlin-war"


async def test_reported_views_show_who_reports_them(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", *["j"] * 8, "o")
        assert person.chosen == {"nato"}
        screen = person.screen()
        assert "↪ reported by W.H. official" in screen
        assert "? UNCLEAR" not in screen


async def test_conditions_stand_on_the_card(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o")
        assert "on condition: “If such a step were taken”" in person.screen()


async def test_the_owner_of_the_cards_in_sight_is_always_named(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*["}"] * 7, "enter")
        assert person.card == "putin-enmity"
        assert "Vladimir Putin" in person.screen()


async def test_enter_shows_the_words_even_when_the_place_is_there_already(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("3")
        person.text.scroll_rows(40)
        await person.press("enter")
        row = y_of(person.page, person.caret)
        assert person.text.in_sight(row, row + 1)


async def test_passing_through_the_panes_leaves_the_place(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("2", "j", "j", "space", "1", "G")
        caret, top = person.caret, person.text.top
        await person.press("tab", "tab", "tab")
        assert person.focus == "article"
        assert (person.caret, person.text.top) == (caret, top)


async def test_positions_that_come_back_to_the_screen_fill_it_and_show_the_cursor(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("3", "1", *["]"] * 15, "3")
        assert person.pinned == person.card
        assert person.positions.in_sight(*person.positions.span(person.positions.cursor))
        assert person.positions.top <= person.positions.rows - person.positions.sight


async def test_paragraph_after_paragraph_comes_into_sight_wherever_the_lit_words_are(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 12)) as person:
        for lit in ("n", "N"):
            await person.press(*"nnnn", lit, "g")
            for _ in range(7):
                await person.press("right_curly_bracket")
                row = y_of(person.page, person.caret)
                assert person.text.in_sight(row, row + 1)

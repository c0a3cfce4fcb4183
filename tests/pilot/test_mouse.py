"""The mouse: whatever is on the screen is answered where it stands, and what is selected is the text alone."""

from __future__ import annotations

import pytest

from tests.pilot.person import OpenReader, Person
from tests.rows import y_of

SIZES = ((160, 45), (100, 30), (60, 24))


def told(person: Person) -> list[str]:
    """The notices on the screen."""
    return [toast.message for toast in person.app._notifications]


def reversed_text(person: Person) -> str:
    """What is set off on the rows in sight as selected."""
    person.text._put_together()
    lines = (person.text._lines[y] for y in sorted(person.text._lines))
    return " ".join(
        text.strip() for line in lines for text, style, _ in line if style and style.reverse and text.strip()
    )


# ---------------------------------------------------------------------- in the article


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_in_the_text_stands_there(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("2", "1")
        await person.click_on("The warning")
        assert person.paragraph == 1
        assert person.pinned is None or person.pinned == "kremlin-war"
        x, y = person.find("The warning")
        await person.click(x, y + 1)
        assert person.caret.paragraph == 1
        assert person.caret.offset > 0
        assert person.focus == "article"


async def test_a_click_gives_the_focus_to_its_pane(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("Biden", after="JB")
        assert person.focus == "actors"
        await person.click_on("The warning")
        assert person.focus == "article"


async def test_a_click_on_words_lights_them_up(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("could no longer")
        assert person.pinned == "kremlin-war"
        assert person.card == "kremlin-war"
        assert person.paragraph == 0


async def test_after_a_click_on_words_the_next_evidence_is_the_one_after_them(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("n", "n", "g")
        await person.click_on("could no longer")
        await person.press("n")
        assert person.pinned == "putin-danger"


async def test_a_click_on_a_name_finds_the_actor_in_the_list_and_pins_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("Macron who")
        assert person.actors.here == "macron"
        assert person.pinned is None
        assert person.chosen == set()
        assert "2 o, isolates" in told(person)[0]


@pytest.mark.parametrize(("times", "control"), [(2, False), (3, False), (1, True)])
async def test_a_double_click_on_a_name_leaves_this_actor_only(
    open_reader: OpenReader,
    times: int,
    control: bool,  # noqa: FBT001
) -> None:
    async with open_reader() as person:
        await person.click_on("Macron who", times=times, control=control)
        assert person.chosen == {"macron"}


async def test_a_click_far_off_is_a_jump(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("The warning")
        await person.press("ctrl+o")
        assert person.paragraph == 0


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_the_rail_scrolls_there_and_the_thumb_can_be_drawn(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=(size[0], 24)) as person:
        pane = person.text
        rail = pane.region.right - 1
        await person.click(rail, pane.region.bottom - 1)
        assert pane.top == pane.rows - pane.sight
        assert person.paragraph == 0
        await person.drag((rail, pane.region.bottom - 1), (rail, pane.region.y + 9), (rail, pane.region.y - 1))
        assert pane.top == 0
        await person.drag((rail, pane.region.y + 1), (rail, pane.region.y + 3))
        assert 0 < pane.top < pane.rows - pane.sight
        assert person.app.mouse_captured is None


# ---------------------------------------------------------------------- in the lists


async def test_a_click_on_a_card_pins_it_and_another_goes_to_its_words(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        card = person.positions.cards[2]
        for focus in ("positions", "article"):
            first, _ = person.positions.span(2)
            region = person.positions.region
            await person.click(region.x + 10, region.y + 1 + first - person.positions.top)
            assert (person.pinned, person.focus) == (card.id, focus)
        assert person.paragraph == card.words[0].paragraph


async def test_a_click_on_an_actors_heading_leads_to_its_first_card(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("Vladimir Putin", after="VP")
        assert person.pinned == "putin-danger"


async def test_a_click_on_an_actor_moves_the_cursor_and_another_picks(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("Biden", after="JB")
        assert (person.actors.here, person.chosen) == ("biden", set())
        await person.click_on("Biden", after="JB")
        assert person.chosen == {"biden"}


async def test_a_click_on_the_first_actor_does_not_pick_though_the_cursor_is_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("Kremlin", after="KR")
        assert person.chosen == set()


async def test_a_click_on_the_sign_before_an_actor_picks_at_once(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        x, y = person.find("· JB")
        await person.click(x, y)
        assert person.chosen == {"biden"}


async def test_a_click_on_a_party_picks_its_actors(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("RUSSIA")
        assert person.chosen == {actor.id for actor in person.view.article.actors if actor.party == "russia"}


async def test_a_click_where_nothing_is_asks_for_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        before = person.view.state
        await person.click_on("against", after="▼")
        await person.click(person.positions.region.x + 3, person.positions.region.y)
        assert person.view.state._replace(actor=None, pinned=None) == before._replace(actor=None, pinned=None)


# ---------------------------------------------------------------------- in the rows around


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_a_chip_takes_its_actor_out(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("2", "j", "j", "space", "j", "j", "space")
        tag = next(actor.tag for actor in person.view.article.actors if actor.id == "peskov")
        await person.click_on(f" {tag} ", after="Only")
        assert person.chosen == {"biden"}


async def test_the_words_that_say_how_to_leave_a_filter_do_it(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "j", "j", "space")
        await person.click_on("undo", after="clears")
        assert person.chosen == {"peskov"}
        await person.click_on("clears", after="esc")
        assert person.chosen == set()


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_the_key_bar_is_the_key(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.click_on("Next words")
        assert person.pinned == "kremlin-war"
        await person.click_on("Keys", after="?")
        assert "In the article" in person.screen()


async def test_the_hints_of_the_filter_row_do_what_their_keys_do(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.click_on("2, then")
        assert person.focus == "actors"
        await person.press("1")
        await person.click_on("space picks")
        assert (person.focus, person.chosen) == ("actors", {"kremlin"})
        await person.press("escape", "1")
        await person.click_on("p takes the party")
        assert person.chosen > {"kremlin", "putin"}
        await person.press("escape")
        await person.click_on("o isolates")
        assert person.chosen == {"kremlin"}
        await person.press("escape")
        await person.click_on("w own words only")
        assert person.view.state.chosen.own
        await person.press("escape")
        await person.click_on("F filters by more")
        assert ": filter" in person.screen()


async def test_between_the_hints_a_click_does_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        x, y = person.find("w own words")
        before = person.view.state
        await person.click(x - 2, y)
        assert person.view.state == before


@pytest.mark.parametrize(("letter", "name"), [(1, "Matrix"), (2, "Compare")])
async def test_the_keys_of_the_views_open_them_where_they_stand_together(
    open_reader: OpenReader, letter: int, name: str
) -> None:
    async with open_reader(size=(60, 24)) as person:
        x, y = person.find("rmc View")
        await person.click(x + letter, y)
        assert type(person.app.screen).__name__ == name


async def test_what_says_how_many_issues_are_out_of_sight_brings_them_into_sight(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("m")
        assert "10 more ›" in person.screen()
        await person.click_on("10 more ›")
        assert "‹ 5 more · 5 more ›" in person.screen()
        await person.click_on("5 more ›", after="·")
        assert "‹ 10 more" in person.screen()
        await person.click_on("‹ 10 more")
        await person.click_on("‹ 5 more")
        assert "10 more ›" in person.screen()


async def test_of_keys_that_stand_together_the_one_is_pressed_that_is_clicked(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        for number, pane in enumerate(("article", "actors", "positions")):
            x, y = person.find("123")
            await person.click(x + number, y)
            assert person.focus == pane


async def test_a_click_on_the_peek_goes_to_the_words(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("3", "j", "j")
        await person.click(5, person.reader.query_one("#peek").region.y + 2)
        assert person.focus == "article"
        assert person.pinned == person.card


async def test_the_wheel_scrolls_what_is_under_it_and_leaves_the_place(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 24)) as person:
        caret = person.caret
        from textual.events import MouseScrollDown, MouseScrollUp

        for pane in (person.text, person.positions):
            top = pane.top
            await person._pilot._post_mouse_events([MouseScrollDown], pane, offset=(3, 3))
            assert pane.top == top + 3
            await person._pilot._post_mouse_events([MouseScrollUp], pane, offset=(3, 3))
            assert pane.top == top
        assert (person.caret, person.focus) == (caret, "article")


# ---------------------------------------------------------------------- selecting


@pytest.mark.parametrize("size", SIZES)
async def test_a_drag_selects_and_copies_the_text_across_lines(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        start, end = person.find("A conflict between", after=" 1 "), person.find("The warning")
        await person.drag(start, (end[0] + 10, end[1]))
        first = person.view.article.paragraphs[0].text
        assert person.app.clipboard == f"{first}\n\nThe warning"
        assert [f" {len(person.app.clipboard)} characters" in notice for notice in told(person)] == [True]
        assert reversed_text(person).startswith("A conflict")
        assert person.paragraph == 0


async def test_a_drag_the_other_way_selects_the_same(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        start, end = person.find("A conflict between", after=" 1 "), person.find("The warning")
        await person.drag((end[0] + 10, end[1]), start)
        assert person.app.clipboard.startswith("A conflict")
        assert person.app.clipboard.endswith("\n\nThe warning")


async def test_from_the_gutter_and_past_the_ends_only_text_is_selected(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        y = person.find("A conflict between", after=" 1 ")[1]
        await person.drag((person.text.region.x + 2, y), (person.text.region.right + 20, y))
        row = person.page.row(y_of(person.page, person.caret))
        assert person.app.clipboard == person.view.article.paragraphs[0].text[: row.end].rstrip()


async def test_the_headline_can_be_selected(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        x, y = person.find("Kremlin warns")
        await person.drag((x, y), (x + 12, y))
        assert person.app.clipboard == "Kremlin warns"


async def test_a_drag_beyond_the_edge_brings_more_rows(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 20)) as person:
        x, y = person.find("A conflict between", after=" 1 ")
        bottom = person.text.region.bottom
        await person.drag((x, y), *[(x, bottom)] * 6)
        assert person.text.top == 6
        assert person.app.clipboard.startswith("A conflict")


@pytest.mark.parametrize("deed", ["escape", "click", "tab"])
async def test_the_selection_goes_with_escape_a_click_and_the_focus(open_reader: OpenReader, deed: str) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "o", "1")
        x, y = person.find("Kremlin spokesperson")
        await person.drag((x, y), (x + 6, y))
        assert person.reader.get_selected_text() == "Kremlin"
        await (person.click(x, y + 1) if deed == "click" else person.press(deed))
        assert person.reader.get_selected_text() is None
        assert reversed_text(person) == ""
        assert person.chosen == {"peskov"}


async def test_ctrl_c_copies_what_is_selected_once_more(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        x, y = person.find("A conflict between", after=" 1 ")
        await person.drag((x, y), (x + 9, y))
        person.app.copy_to_clipboard("something else")
        await person.press("ctrl+c")
        assert person.app.clipboard == "A conflict"


async def test_a_selection_across_a_fold_says_that_paragraphs_were_left_out(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "j", "j", "j", "j", "o", "f", "1", "g")
        top, bottom = person.text.region.y + 1, person.text.region.bottom - 1
        await person.drag((person.text.region.x, top), (person.text.region.right - 2, bottom))
        assert "\n\n[…]\n\n" in person.app.clipboard
        assert "⋯" not in person.app.clipboard


async def test_in_the_lists_the_text_is_selected_without_bars(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        first, end = person.positions.span(0)
        x, y = person.positions.region.x, person.positions.region.y + 1
        await person.drag((x, y + first), (person.positions.region.right - 2, y + end - 1))
        assert "▌" not in person.app.clipboard
        assert person.positions.cards[0].summary.split()[0] in person.app.clipboard


async def test_the_selection_is_seen_without_colour(open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_reader() as person:
        x, y = person.find("A conflict between", after=" 1 ")
        await person.drag((x, y), (x + 9, y))
        assert reversed_text(person).startswith("A conflict")


async def test_nothing_of_an_article_can_be_clicked_as_a_link_or_an_action(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        for strip in person.app.screen._compositor.render_strips():
            assert all(not (style and (style.meta or style.link)) for _, style, _ in strip)


async def test_help_says_what_the_mouse_does(open_reader: OpenReader) -> None:
    async with open_reader(size=(160, 150)) as person:
        await person.press("?")
        assert "a double click isolates it" in person.screen()

"""What the mouse selects in the text: the same words at every width, and nothing of the screen around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from article import Article, load
from article.source import Source
from tests.rows import span_of
from tui.lines import Page
from tui.state import Caret
from tui.stretch import DATELINE, HEADLINE, LEFT_OUT, NOTE, Stretch, columns, pointed, text_of, text_of_row

ARTICLE: Article = load(Source.shipped())
LAST = len(ARTICLE.paragraphs) - 1
PLACES = st.integers(0, LAST).flatmap(
    lambda number: st.builds(Caret, st.just(number), st.integers(0, len(ARTICLE.paragraphs[number].text)))
)
WIDTHS = st.integers(8, 90)


def page(width: int = 60, shown: set[int] | None = None) -> Page:
    return Page(ARTICLE, range(LAST + 1) if shown is None else shown, width)


def rows(of: Page) -> range:
    return range(of.rows.measure_all().height)


@given(PLACES, PLACES, WIDTHS)
def test_what_is_set_off_on_the_screen_is_what_is_copied(one: Caret, other: Caret, width: int) -> None:
    stretch, shown = Stretch(min(one, other), max(one, other)), page(width)
    seen: list[str] = []
    for y in rows(shown):
        row = shown.row(y)
        set_off = columns(shown, row, stretch)
        seen.append(text_of_row(shown, row)[set_off.start : set_off.stop])
    assert "".join("".join(seen).split()) == "".join(text_of(shown, stretch).split())


@given(PLACES, PLACES, WIDTHS, WIDTHS)
def test_the_text_is_the_same_at_every_width(one: Caret, other: Caret, width: int, another: int) -> None:
    stretch = Stretch(min(one, other), max(one, other))
    assert text_of(page(width), stretch) == text_of(page(another), stretch)


@given(PLACES, PLACES)
def test_a_drag_either_way_selects_both_ends(one: Caret, other: Caret) -> None:
    first, second = (Stretch(place, place._replace(offset=place.offset + 1)) for place in (one, other))
    assert first.to(second) == second.to(first)
    assert first.to(second).low == min(one, other)


@given(WIDTHS, st.data())
def test_the_character_that_is_pointed_at_is_the_one_on_the_screen(width: int, data: st.DataObject) -> None:
    shown = page(width)
    y = data.draw(st.sampled_from([y for y in rows(shown) if text_of_row(shown, shown.row(y))]))
    text = text_of_row(shown, shown.row(y))
    column = data.draw(st.integers(0, len(text) - 1))
    assert text_of(shown, pointed(shown, shown.rows.place(y), column)) == text[column].strip()


def test_beside_the_text_nothing_is_pointed_at_but_the_end_of_the_row() -> None:
    shown = page()
    place = shown.place_of(Caret(0))
    row = shown.row_at(place)
    assert pointed(shown, place, -3) == Stretch(Caret(0), Caret(0))
    end = Caret(0, row.start + len(text_of_row(shown, row)))
    assert pointed(shown, place, 500) == Stretch(end, end)


def test_paragraphs_are_set_apart_by_a_blank_line_and_lines_are_not() -> None:
    stretch = Stretch(Caret(0), Caret(1, 5))
    assert text_of(page(20), stretch) == f"{ARTICLE.paragraphs[0].text}\n\n{ARTICLE.paragraphs[1].text[:5].strip()}"


def test_the_heading_can_be_selected_with_the_text() -> None:
    copied = text_of(page(), Stretch(Caret(HEADLINE), Caret(0, 3)))
    assert copied.startswith(f"{ARTICLE.headline}\n\n")
    assert copied.endswith(f"\n\n{ARTICLE.paragraphs[0].text[:3].strip()}")
    assert HEADLINE < DATELINE < NOTE < 0


def test_what_is_folded_is_left_out_and_that_is_said() -> None:
    folded = page(shown={0, LAST})
    copied = text_of(folded, Stretch(Caret(0), Caret(LAST, 4)))
    assert copied.split("\n\n") == [ARTICLE.paragraphs[0].text, LEFT_OUT, ARTICLE.paragraphs[LAST].text[:4].strip()]


def test_a_blank_row_stands_for_the_place_after_it() -> None:
    shown = page()
    blank = shown.rows.place(span_of(shown, 0)[1])
    assert pointed(shown, blank, 9).low == Caret(1)
    assert pointed(shown, shown.rows.place(0), 9).low == Caret(HEADLINE)
    assert pointed(shown, shown.rows.place(shown.height), 9).low == Caret(LAST + 1)

"""A page of which little was measured is, as far as it was, the page whose rows are all known."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.model import Article, Paragraph
from article.spans import Mentions
from tests.unit.slow_wrapping import TEXTS
from tui import lines
from tui.lines import Page, Row
from tui.rows import Place
from tui.state import Caret

PARAGRAPH = st.builds(Paragraph, TEXTS.map(str.strip).filter(bool), st.none() | st.just(1))
AROUND = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 60)), max_size=4)
"""Blocks, and how many rows around each to measure."""

QUICK = settings(max_examples=40)


class Pages(NamedTuple):
    """The same page measured at once, and not at all."""

    eager: Page
    lazy: Page

    def measure(self, around: list[tuple[int, int]]) -> None:
        for block, rows in around:
            self.lazy.rows.measure_around(block % len(self.lazy.rows), rows)

    @property
    def carets(self) -> list[Caret]:
        """Every place in the text, and some past its ends."""
        paragraphs = self.eager.article.paragraphs
        return [
            Caret(index, offset) for index, paragraph in enumerate(paragraphs) for offset in range(len(paragraph.text))
        ] + [Caret(0, 9999), Caret(len(paragraphs), 0)]


@st.composite
def pages(draw: st.DrawFn) -> Pages:
    paragraphs = tuple(draw(st.lists(PARAGRAPH, min_size=1, max_size=8)))
    indexes = range(len(paragraphs))
    shown = draw(st.just(indexes) | st.frozensets(st.sampled_from(indexes)))
    article = Article("made-up", "Made up", paragraphs, (), (), (), (), "made-up.yaml", Mentions())
    width = draw(st.integers(1, 200) | st.integers(1, 20))
    with pytest.MonkeyPatch.context() as patch:
        eager = Page(article, shown, width)
        patch.setattr(lines, "MEASURED_AT_ONCE", -1)
        return Pages(eager, Page(article, shown, width))


def rows_of(page: Page) -> list[Row]:
    return [page.row(y) for y in range(page.height)]


@QUICK
@given(pages())
def test_a_short_page_is_measured_at_once_and_a_long_one_is_not(pages: Pages) -> None:
    assert pages.eager.rows.complete
    assert not pages.lazy.rows.complete


@QUICK
@given(pages(), AROUND)
def test_measured_in_the_end_it_has_the_same_rows(pages: Pages, around: list[tuple[int, int]]) -> None:
    pages.measure(around)
    pages.lazy.rows.measure_all()
    assert rows_of(pages.lazy) == rows_of(pages.eager)


@QUICK
@given(pages())
def test_every_row_is_the_same_by_its_place_before_anything_is_measured(pages: Pages) -> None:
    places = [pages.eager.rows.place(y) for y in range(pages.eager.height)]
    assert [pages.lazy.row_at(place) for place in places] == rows_of(pages.eager)


@QUICK
@given(pages())
def test_every_place_in_the_text_is_found_before_anything_is_measured(pages: Pages) -> None:
    assert [*map(pages.lazy.place_of, pages.carets)] == [*map(pages.eager.place_of, pages.carets)]


@QUICK
@given(pages(), AROUND)
def test_a_row_of_text_leads_to_its_place_and_back(pages: Pages, around: list[tuple[int, int]]) -> None:
    pages.measure(around)
    for y in range(pages.lazy.height):
        if caret := pages.lazy.row(y).caret:
            assert pages.lazy.rows.row(pages.lazy.place_of(caret)) == y
            assert pages.lazy.caret_from(y) == caret


@QUICK
@given(pages(), AROUND)
def test_the_first_place_from_a_row_on_never_goes_back(pages: Pages, around: list[tuple[int, int]]) -> None:
    pages.measure(around)
    carets = [pages.lazy.caret_from(y) for y in range(pages.lazy.height + 2)]
    assert carets == sorted(carets)
    assert carets[-1] == (len(pages.lazy.article.paragraphs), 0)


@QUICK
@given(pages(), st.integers(0, 99), st.integers(0, 30))
def test_around_what_was_measured_rows_lie_as_they_will(pages: Pages, block: int, rows: int) -> None:
    eager, lazy = pages
    block %= len(lazy.rows)
    pages.measure([(block, rows)])
    first, end = max(0, eager.rows.top(block) - rows), min(eager.rows.end(block) + rows, eager.height)
    apart = lazy.rows.top(block) - eager.rows.top(block)
    assert [lazy.row(y + apart) for y in range(first, end)] == [eager.row(y) for y in range(first, end)]
    assert [lazy.caret_from(y + apart) for y in range(first, end)] == [eager.caret_from(y) for y in range(first, end)]


@QUICK
@given(pages(), AROUND)
def test_a_line_that_was_only_guessed_is_blank(pages: Pages, around: list[tuple[int, int]]) -> None:
    pages.measure(around)
    known = {pages.eager.rows.place(y) for y in range(pages.eager.height)}
    guessed = {pages.lazy.rows.place(y) for y in range(pages.lazy.height)} - known
    assert all(pages.lazy.row_at(place) == lines.BLANK for place in guessed)


@pytest.mark.parametrize("width", [20, 40, 72, 200])
def test_guesses_of_a_plain_text_are_close(
    read: Callable[[str], Article], compose: Callable[..., str], width: int
) -> None:
    text = '"' + "\\n\\n".join("word of some length " * words for words in range(1, 60)) + '"'
    article = read(compose(body=text, stances="[]"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "MEASURED_AT_ONCE", 0)
        page = Page(article, range(len(article.paragraphs)), width)
    guessed = page.height
    assert abs(page.rows.measure_all().height - guessed) < 0.2 * page.height
    assert page.row_at(Place(1, 0)).caret == Caret(0, 0)

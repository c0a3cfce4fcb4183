"""The marks of a paragraph on its rows, at every width: every character bears the styles of the marks it lies in."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from article.model import Article, Paragraph
from article.spans import Mentions
from tests.rows import span_of
from tests.unit.slow_wrapping import TEXTS, random_text
from tui.lines import Page
from tui.paint import marked
from tui.selection import Ink, Mark, Marks

BASE = Style(bgcolor="black")
STYLES = {
    Ink.NAME: Style(color="blue", bold=True),
    Ink.CUE: Style(italic=True),
    Ink.CONDITION: Style(underline=True, color="green"),
    Ink.CONTENT: Style(bgcolor="yellow"),
    Ink.FOUND: Style(bgcolor="red"),
    Ink.FOUND_HERE: Style(reverse=True),
}
Character = tuple[str, Style | None]


def page_of(text: str, width: int) -> Page:
    paragraphs = (Paragraph("Before.", 1), Paragraph(text, 2), Paragraph("After.", 3))
    article = Article("made-up", "Made up", paragraphs, (), (), (), (), "made-up.yaml", Mentions())
    return Page(article, range(3), width)


def shown(text: str, marks: list[Mark], width: int) -> list[Character]:
    """Every character of the paragraph with its style, row by row of the page."""
    page, found = page_of(text, width), Marks(marks)
    rows = [page.row(y) for y in range(*span_of(page, 1))]
    pieces = [marked(text[row.start : row.end], row.start, found, BASE, lambda mark: STYLES[mark.ink]) for row in rows]
    return [(char, segment.style) for segment in chain.from_iterable(pieces) for char in segment.text]


def expected(text: str, marks: list[Mark]) -> list[Character]:
    """Every character with the styles of the marks it lies in, the lowest ink first."""
    by_ink = sorted(marks, key=lambda mark: mark.ink)
    return [
        (char, Style.combine([BASE, *(STYLES[mark.ink] for mark in by_ink if mark.start <= index < mark.end)]))
        for index, char in enumerate(text)
    ]


@st.composite
def marks_in(draw: st.DrawFn, text: str) -> list[Mark]:
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda ends: ends[0] < ends[1])
    drawn = draw(st.lists(st.tuples(bounds, st.sampled_from(Ink)), max_size=8))
    return [Mark(start, end, ink, "ann") for (start, end), ink in drawn]


MARKED = TEXTS.map(str.strip).filter(bool).flatmap(lambda text: st.tuples(st.just(text), marks_in(text)))


@settings(max_examples=200)
@given(MARKED, st.integers(1, 200) | st.integers(1, 20))
def test_every_character_on_the_page_bears_the_styles_of_its_marks(
    paragraph: tuple[str, list[Mark]], width: int
) -> None:
    text, marks = paragraph
    assert shown(text, marks, width) == expected(text, marks)


@pytest.mark.parametrize("width", range(1, 201))
def test_so_it_does_at_every_width(width: int) -> None:
    text = random_text(width, 400).strip()
    lengths = (1, 3, 10, 50, 399)
    marks = [
        Mark(start, min(start + lengths[(start + ink) % 5], len(text)), ink, "ann")
        for start in range(0, len(text), 7)
        for ink in Ink
        if (start + width) % (ink + 2) == 0
    ]
    assert shown(text, marks, width) == expected(text, marks)


@given(MARKED, st.integers(1, 200))
def test_a_row_is_cut_only_where_a_mark_begins_or_ends(paragraph: tuple[str, list[Mark]], width: int) -> None:
    text, marks = paragraph
    page, found = page_of(text, width), Marks(marks)
    bounds = {bound for mark in marks for bound in (mark.start, mark.end)}
    for row in (page.row(y) for y in range(*span_of(page, 1))):
        at = row.start
        for segment in marked(text[row.start : row.end], row.start, found, BASE, lambda mark: STYLES[mark.ink])[:-1]:
            at += len(segment.text)
            assert at in bounds

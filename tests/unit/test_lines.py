"""The text as terminal lines: which row shows what at every width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from article.filters import Filter, Relevance
from article.model import Article
from tests.rows import span_of, y_of
from tui.lines import BLANK, Page, Row, RowKind
from tui.state import Caret

WIDTHS = [*range(1, 41), 55, 72, 73, 100, 200]

HEADED = '"## First\\n\\nAnn wants the lane.\\n\\n日本語 text.\\n\\n## Second\\n\\nBob does not, not at all."'


@pytest.fixture(scope="module")
def headed(read: Callable[[str], Article], compose: Callable[..., str]) -> Article:
    return read(compose(body=HEADED, headline="A lane for all"))


def every(article: Article) -> frozenset[int]:
    return frozenset(range(len(article.paragraphs)))


def told(article: Article, page: Page) -> list[str]:
    """Every row of a page as its kind and its text."""
    lines: list[str] = []
    for y in range(page.height):
        row = page.row(y)
        text = article.headline if row.kind is RowKind.HEADLINE else article.paragraphs[row.paragraph].text
        shown = f"{row.hidden} hidden" if row.kind is RowKind.FOLD else text[row.start : row.end]
        lines.append(f"{row.kind.name} {shown}".rstrip())
    return lines


def test_the_rows_of_a_page(headed: Article) -> None:
    assert told(headed, Page(headed, every(headed), 10)) == [
        *("BLANK", "HEADLINE A lane for", "HEADLINE all", "DATELINE", "BLANK"),
        *("CROSS_HEADING First", "BLANK"),
        *("TEXT Ann wants", "TEXT the lane.", "BLANK"),
        *("TEXT 日本語", "TEXT text.", "BLANK"),
        *("CROSS_HEADING Second", "BLANK"),
        *("TEXT Bob does", "TEXT not, not", "TEXT at all.", "BLANK"),
        "END",
    ]


@pytest.mark.parametrize(
    ("shown", "rows"),
    [
        ({0, 1}, ["CROSS_HEADING First", "BLANK", "TEXT Ann wants the lane.", "BLANK", "FOLD 3 hidden", "BLANK"]),
        ({4}, ["FOLD 4 hidden", "BLANK", "TEXT Bob does not, not at all.", "BLANK"]),
        ({1, 3}, ["FOLD 1 hidden", "BLANK", "TEXT Ann wants the lane.", "BLANK", "FOLD 1 hidden", "BLANK"]),
        (set[int](), ["FOLD 5 hidden", "BLANK"]),
    ],
    ids=str,
)
def test_what_is_not_shown_leaves_a_fold_for_each_run(headed: Article, shown: set[int], rows: list[str]) -> None:
    assert told(headed, Page(headed, frozenset(shown), 80))[4 : 4 + len(rows)] == rows


def test_a_row_counts_its_line_of_the_paragraph(headed: Article) -> None:
    page = Page(headed, every(headed), 10)
    first, end = span_of(page, 4)
    assert [page.row(y).line for y in range(first, end)] == [0, 1, 2]


@pytest.mark.parametrize("y", [-1, -99, 0, 10_000])
def test_outside_the_text_rows_are_blank(headed: Article, y: int) -> None:
    assert Page(headed, every(headed), 10).row(y) == BLANK


@pytest.mark.parametrize("kind", [RowKind.HEADLINE, RowKind.DATELINE, RowKind.END, RowKind.BLANK])
def test_a_row_that_is_no_text_stands_for_no_place(kind: RowKind) -> None:
    assert Row(kind, 1, 2, 3).caret is None


@pytest.mark.parametrize("kind", [RowKind.TEXT, RowKind.CROSS_HEADING, RowKind.FOLD])
def test_a_row_of_text_stands_for_its_first_character(kind: RowKind) -> None:
    assert Row(kind, 1, 2, 3).caret == Caret(1, 2)


def test_a_width_below_one_is_one(headed: Article) -> None:
    assert Page(headed, every(headed), -3).width == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_every_place_is_on_the_row_that_shows_it(shipped: Article, width: int) -> None:
    page = Page(shipped, every(shipped), width)
    for index, paragraph in enumerate(shipped.paragraphs):
        for offset in range(len(paragraph.text)):
            row = page.row(y_of(page, Caret(index, offset)))
            assert row.paragraph == index
            assert row.start <= offset < row.end


@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_that_stands_for_a_place_is_the_row_of_that_place(headed: Article, width: int) -> None:
    for shown in (every(headed), frozenset({1, 4}), frozenset({2}), frozenset[int]()):
        page = Page(headed, shown, width)
        carets = [(y, page.row(y).caret) for y in range(page.height)]
        assert [y_of(page, caret) for _, caret in carets if caret] == [y for y, caret in carets if caret]


def test_a_place_in_a_fold_is_on_the_row_of_the_fold(headed: Article) -> None:
    page = Page(headed, frozenset({2}), 10)
    rows = [page.row(y_of(page, Caret(paragraph, 3))) for paragraph in (0, 1, 3, 4)]
    assert [(row.kind, row.paragraph, row.hidden) for row in rows] == [
        *((RowKind.FOLD, 0, 2), (RowKind.FOLD, 0, 2)),
        *((RowKind.FOLD, 3, 2), (RowKind.FOLD, 3, 2)),
    ]


@pytest.mark.parametrize(
    ("caret", "text"),
    [(Caret(4, 999), "at all."), (Caret(999, 0), "Bob does "), (Caret(1, 10), "the lane.")],
    ids=["past the paragraph", "past the text", "within"],
)
def test_a_place_past_the_end_is_on_the_last_row_there_is(headed: Article, caret: Caret, text: str) -> None:
    page = Page(headed, every(headed), 10)
    row = page.row(y_of(page, caret))
    assert headed.paragraphs[row.paragraph].text[row.start : row.end] == text


@pytest.mark.parametrize("width", WIDTHS)
def test_the_rows_of_a_paragraph_are_those_between_its_first_and_its_last(shipped: Article, width: int) -> None:
    page = Page(shipped, every(shipped), width)
    for index, paragraph in enumerate(shipped.paragraphs):
        rows = [page.row(y) for y in range(*span_of(page, index))]
        assert {row.paragraph for row in rows} == {index}
        assert "".join(paragraph.text[row.start : row.end] for row in rows) == paragraph.text


def test_the_rows_of_a_folded_paragraph_are_the_row_of_the_fold(headed: Article) -> None:
    page = Page(headed, frozenset({2}), 10)
    assert span_of(page, 1) == (y_of(page, Caret(0)), y_of(page, Caret(0)) + 1)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_step_goes_from_line_to_line_and_misses_none(headed: Article, width: int) -> None:
    page = Page(headed, frozenset({0, 1, 4}), width)
    lines = [y for y in range(page.height) if page.row(y).caret]
    assert [page.step(y, 1) for y in lines] == [*lines[1:], lines[-1]]
    assert [page.step(y, -1) for y in lines] == [lines[0], *lines[:-1]]


@pytest.mark.parametrize("rows", [-1000, -7, -2, 0, 2, 7, 1000])
def test_several_steps_stop_at_the_last_line_on_the_way(shipped: Article, rows: int) -> None:
    page = Page(shipped, every(shipped), 30)
    lines = [y for y in range(page.height) if page.row(y).caret]
    for index, y in enumerate(lines):
        assert page.step(y, rows) == lines[min(max(index + rows, 0), len(lines) - 1)]


@pytest.mark.parametrize("width", WIDTHS)
def test_nearest_and_step_never_leave_the_text(headed: Article, width: int) -> None:
    for shown in (every(headed), frozenset({1}), frozenset[int]()):
        page = Page(headed, shown, width)
        for y in range(-3, page.height + 3):
            near = page.nearest(y)
            assert page.row(near).caret
            assert all(page.row(page.step(near, rows)).caret for rows in (-99, -2, -1, 1, 2, 99))


def test_nearest_is_the_line_itself_or_the_one_after_it_or_the_last(headed: Article) -> None:
    page = Page(headed, every(headed), 10)
    lines = [y for y in range(page.height) if page.row(y).caret]
    for y in range(page.height):
        assert page.nearest(y) == next((line for line in lines if line >= y), lines[-1])


@pytest.mark.parametrize("width", range(1, 201))
def test_a_page_is_whole_at_every_width(shipped: Article, width: int) -> None:
    """All words, in their order, on rows no wider than the page; then the end sign, and nothing after."""
    page = Page(shipped, every(shipped), width)
    rows = [page.row(y) for y in range(page.height)]
    texts = [shipped.paragraphs[row.paragraph].text[row.start : row.end] for row in rows if row.caret]
    assert "".join(texts) == "".join(paragraph.text for paragraph in shipped.paragraphs)
    assert max(cell_len(text.rstrip()) for text in texts) <= width
    assert [row.kind for row in rows].index(RowKind.END) == page.height - 1


def test_a_fold_holds_what_a_filter_finds_irrelevant(shipped: Article) -> None:
    shown = frozenset(Relevance(shipped).of(Filter(frozenset({"macron"}))))
    page = Page(shipped, shown, 72)
    rows = [page.row(y) for y in range(page.height)]
    assert {row.paragraph for row in rows if row.kind is RowKind.TEXT} == shown
    assert sum(row.hidden for row in rows) == len(shipped.paragraphs) - len(shown)

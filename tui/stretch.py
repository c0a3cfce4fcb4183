"""What the mouse points at and selects in the text: places between its characters, whatever the width.

The heading has no places of its own; here its parts count as paragraphs before the first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from article.clean import one_line
from article.model import Article
from article.wording import dateline
from tui.lines import Page, Row, RowKind
from tui.rows import Place
from tui.state import Caret

HEADLINE, DATELINE, NOTE = -3, -2, -1
"""The parts of the heading, as if they were paragraphs."""
_PARTS = {RowKind.HEADLINE: HEADLINE, RowKind.DATELINE: DATELINE, RowKind.NOTE: NOTE}
LEFT_OUT = "[…]"
"""Stands for folded paragraphs in the midst of what is selected."""


class Stretch(NamedTuple):
    """A part of the text, its end excluded: what was selected, or the one character that is pointed at."""

    low: Caret
    high: Caret

    def to(self, other: Stretch) -> Stretch:
        """From one character to another, both included, in either direction."""
        return Stretch(min(self.low, other.low), max(self.high, other.high))


def pointed(page: Page, place: Place, column: int) -> Stretch:
    """The character at a column of a row, counted from where the text begins; nothing beside the text, but the
    place there."""
    row = page.row_at(place)
    part = part_of(row)
    if part is None:
        caret = Caret(HEADLINE) if place == (0, 0) else page.caret_from(page.rows.row(place))
        return Stretch(caret, caret)
    text = text_of_row(page, row)
    if column < 0:
        return Stretch(Caret(part, row.start), Caret(part, row.start))
    at = bisect_right(range(1, len(text) + 1), column, key=lambda end: cell_len(text[:end]))
    return Stretch(Caret(part, row.start + at), Caret(part, row.start + min(at + 1, len(text))))


def columns(page: Page, row: Row, stretch: Stretch) -> range:
    """The columns of a row that lie in a stretch, counted from where the text begins."""
    part = part_of(row)
    if part is None or not stretch.low.paragraph <= part <= stretch.high.paragraph:
        return range(0)
    text = text_of_row(page, row)
    start = stretch.low.offset - row.start if part == stretch.low.paragraph else 0
    end = stretch.high.offset - row.start if part == stretch.high.paragraph else len(text)
    return range(cell_len(text[: max(0, start)]), cell_len(text[: max(0, end)]))


def heading_of(article: Article, width: int | None = None) -> tuple[str, str, str]:
    """The texts of the heading's parts; in ``width`` characters the dateline is left out from its end."""
    return article.headline, dateline(article, width), one_line(article.note or "")


def text_of(page: Page, stretch: Stretch) -> str:
    """The text of a stretch as it can be pasted: each paragraph in one piece, a blank line between them."""
    return "\n\n".join(_pieces(page, stretch))


def text_of_row(page: Page, row: Row) -> str:
    """What a row shows of the text."""
    part = part_of(row)
    if part is None:
        return ""
    text = _text(page, part)
    return (text if part == DATELINE else text[row.start : row.end]).rstrip()


def _pieces(page: Page, stretch: Stretch) -> Iterator[str]:
    low, high = stretch
    is_left_out = False
    for part in range(low.paragraph, min(high.paragraph, len(page.article.paragraphs) - 1) + 1):
        if part >= 0 and part not in page.shown:
            is_left_out = True
            continue
        start = low.offset if part == low.paragraph else 0
        end = high.offset if part == high.paragraph else None
        if piece := _text(page, part)[start:end].strip():
            if is_left_out:
                yield LEFT_OUT
            is_left_out = False
            yield piece


def part_of(row: Row) -> int | None:
    """The paragraph that a row shows, or the part of the heading."""
    return row.paragraph if row.kind in (RowKind.TEXT, RowKind.CROSS_HEADING) else _PARTS.get(row.kind)


def _text(page: Page, part: int) -> str:
    return page.article.paragraphs[part].text if part >= 0 else heading_of(page.article, page.width)[part]

"""The text as terminal lines: which paragraph, and which of its characters, every row shows.

Nothing is painted here. A paragraph is cut into rows when it is about to be seen, and again, only to be
counted, by the index that says which row stands where.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from enum import Enum, auto
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from article.clean import one_line
from article.model import Article
from tui.rows import Place, RowIndex
from tui.state import Caret
from tui.wrapping import wrap

MEASURED_AT_ONCE = 2_000_000
"""Characters up to which all rows are counted before the page is shown; it takes some 15 ms."""
_KEPT = 128
"""Paragraphs whose rows are kept, several screenfuls of the shortest."""
_SAMPLE = 2_000
"""Characters that tell how wide those of the text are."""


class RowKind(Enum):
    """What a row of the page shows."""

    HEADLINE = auto()
    DATELINE = auto()
    NOTE = auto()
    TEXT = auto()
    CROSS_HEADING = auto()
    FOLD = auto()
    END = auto()
    BLANK = auto()


class Row(NamedTuple):
    """A row of the page.

    ``paragraph`` is an index, -1 above the text; ``start`` and ``end`` are bounds in its characters
    (or in those of the headline, or of the note). ``line`` counts the rows of the paragraph from 0.
    ``hidden`` is the number of paragraphs that a fold stands for.
    """

    kind: RowKind
    paragraph: int = -1
    start: int = 0
    end: int = 0
    line: int = 0
    hidden: int = 0

    @property
    def caret(self) -> Caret | None:
        """The place in the text that the row stands for, if it stands for one."""
        if self.kind in (RowKind.TEXT, RowKind.CROSS_HEADING, RowKind.FOLD):
            return Caret(self.paragraph, self.start)
        return None


BLANK = Row(RowKind.BLANK)
END = Row(RowKind.END)


class Page:
    """The rows of an article at one width; ``shown`` holds the indexes of the paragraphs not folded.

    Its blocks are the heading, a paragraph or the fold of several, each with a blank row after it, and the end
    sign.
    """

    def __init__(self, article: Article, shown: Collection[int], width: int) -> None:
        self.article = article
        self.width = max(1, width)
        self.shown = shown
        self.head = self._head_rows()
        self._firsts = _firsts(len(article.paragraphs), shown)
        self._starts = lru_cache(_KEPT)(self._cut)
        lengths = [len(paragraph.text) for paragraph in article.paragraphs]
        self.rows = RowIndex([len(self.head), *self._guesses(lengths), 1], self._height_of)
        if sum(lengths) <= MEASURED_AT_ONCE:
            self.rows.measure_all()

    @property
    def height(self) -> int:
        """Rows in all: the heading, the paragraphs with a blank row after each, and the end sign."""
        return self.rows.height

    def row(self, y: int) -> Row:
        """The row at ``y``, counted from 0; blank outside the page."""
        return self.row_at(self.rows.place(y)) if 0 <= y < self.height else BLANK

    def row_at(self, place: Place) -> Row:
        """The row of a place; blank past the end of its block."""
        block, line = place
        if block == 0:
            return self.head[line] if line < len(self.head) else BLANK
        if block > len(self._firsts):
            return END
        first, hidden = self._firsts[block - 1], self._hidden(block)
        starts = self._starts(block)
        if line >= len(starts):
            return BLANK
        if hidden:
            return Row(RowKind.FOLD, first, hidden=hidden)
        paragraph = self.article.paragraphs[first]
        kind = RowKind.CROSS_HEADING if paragraph.is_heading else RowKind.TEXT
        end = starts[line + 1] if line + 1 < len(starts) else len(paragraph.text)
        return Row(kind, first, starts[line], end, line)

    def block_of(self, paragraph: int) -> int:
        """The block that shows a paragraph, or folds it; a part of the heading is in the first."""
        return max(1, bisect_right(self._firsts, paragraph)) if paragraph >= 0 else 0

    def place_of(self, caret: Caret) -> Place:
        """Where a place in the text is shown, or the fold that hides it."""
        block = self.block_of(caret.paragraph)
        starts = self._starts(block)
        return Place(block, 0 if self._hidden(block) else max(0, bisect_right(starts, caret.offset) - 1))

    def caret_from(self, y: int) -> Caret:
        """The first place in the text that is shown at ``y`` or below; past the text where there is none."""
        if y >= self.height:
            return Caret(len(self.article.paragraphs))
        block, line = self.rows.place(y)
        if block == 0:
            return Caret()
        if block > len(self._firsts):
            return Caret(len(self.article.paragraphs))
        starts = self._starts(block)
        first = self._firsts[block - 1]
        return Caret(first, starts[line]) if line < len(starts) else Caret(first + max(1, self._hidden(block)))

    def step(self, y: int, rows: int) -> int:
        """The row with a place in the text that lies ``rows`` such rows from ``y``, or the last one on the way."""
        direction = 1 if rows > 0 else -1
        first, end = len(self.head), self.height - 1
        found = y
        for _ in range(abs(rows)):
            y += direction
            while first <= y < end and self.row(y).caret is None:
                y += direction
            if not first <= y < end:
                break
            found = y
        return found

    def nearest(self, y: int) -> int:
        """The row with a place in the text at ``y``, or the closest one after it, or else before it."""
        y = min(max(y, len(self.head)), self.height - 2)
        if self.row(y).caret:
            return y
        after = self.step(y, 1)
        return after if after != y else self.step(y, -1)

    def _head_rows(self) -> tuple[Row, ...]:
        headline = self.article.headline
        bounds = pairwise([*wrap(headline, self.width), len(headline)])
        rows = [Row(RowKind.HEADLINE, start=start, end=end, line=line) for line, (start, end) in enumerate(bounds)]
        note = one_line(self.article.note or "")
        bounds = pairwise([*wrap(note, self.width), len(note)]) if note else ()
        notes = [Row(RowKind.NOTE, start=start, end=end) for start, end in bounds]
        return (BLANK, *rows, Row(RowKind.DATELINE), *notes, BLANK)

    def _hidden(self, block: int) -> int:
        """How many paragraphs a block folds."""
        first = self._firsts[block - 1]
        if first in self.shown:
            return 0
        following = self._firsts[block] if block < len(self._firsts) else len(self.article.paragraphs)
        return following - first

    def _cut(self, block: int) -> list[int]:
        """Where the rows of a paragraph begin."""
        first = self._firsts[block - 1]
        return wrap(self.article.paragraphs[first].text, self.width) if first in self.shown else [0]

    def _height_of(self, block: int) -> int:
        if block == 0:
            return len(self.head)
        return len(self._cut(block)) + 1 if block <= len(self._firsts) else 1

    def _guesses(self, lengths: list[int]) -> list[int]:
        """What the heights of the paragraphs may be: their characters over those of a row."""
        paragraphs = self.article.paragraphs
        sample = " ".join(paragraph.text[:_SAMPLE] for paragraph in paragraphs[:4])[:_SAMPLE]
        characters = max(1, int(self.width * 0.95 * len(sample) / max(1, cell_len(sample))))
        if len(self._firsts) == len(paragraphs):
            return [2 + length // characters for length in lengths]
        return [2 + lengths[i] // characters if i in self.shown else 2 for i in self._firsts]


def _firsts(paragraphs: int, shown: Collection[int]) -> Sequence[int]:
    """The first paragraph of every block: each that is shown, and of those that are not the first of a run."""
    if len(shown) == paragraphs:
        return range(paragraphs)
    return [index for index in range(paragraphs) if index in shown or index == 0 or index - 1 in shown]

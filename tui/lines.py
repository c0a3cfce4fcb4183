"""The text as terminal lines: which paragraph, and which of its characters, every row shows.

Nothing is painted here. A row is found by bisection, and a paragraph is cut into rows once a width.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from itertools import accumulate, pairwise
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

from article.clean import one_line
from article.model import Article
from tui.state import Caret

_ONE_CELL = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
"""Scripts in which every character takes one cell: their lines need no measuring."""
_EAST_ASIAN = ((0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF01, 0xFF60), (0x20000, 0x3FFFF))
"""Scripts whose lines may break between any two characters, as code points from the first to the last."""


def wrap(text: str, width: int) -> list[int]:
    """Where the rows of a text begin, as indexes of its characters; ``width`` counts cells, from 1.

    Rows break at spaces, which stay unseen at their ends; a word longer than a row is cut.
    """
    width = max(1, width)
    if not _ONE_CELL.fullmatch(text):
        return _wrap_measured(text, width)
    starts = [0]
    at, end = 0, len(text)
    while end - at > width:
        cut = text.rfind(" ", at, at + width + 1)
        at = at + width if cut < 0 else _past_spaces(text, cut)
        if at >= end:
            break
        starts.append(at)
    return starts


def _wrap_measured(text: str, width: int) -> list[int]:
    """The same for text whose characters take none, one or two cells."""
    starts = [0]
    used = 0
    at, end = 0, len(text)
    break_at = -1
    """Where the next row would begin if this one had to end; -1 when nowhere yet."""
    while at < end:
        char = text[at]
        cells = get_character_cell_size(char)
        if cells and used + cells > width and char != " " and at > starts[-1]:
            at = break_at if break_at > starts[-1] else at
            starts.append(at)
            used, break_at = 0, -1
            continue
        used += cells
        at += 1
        if char == " ":
            break_at = at = _past_spaces(text, at - 1)
            used = cell_len(text[starts[-1] : at])
        elif _breaks_anywhere(char) or (not cells and break_at == at - 1):
            break_at = at
    return starts


def _breaks_anywhere(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _EAST_ASIAN)


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def rows_of(text: str, width: int) -> list[str]:
    """A text in rows of at most ``width`` cells, without the spaces at their ends."""
    return [text[start:end].rstrip(" ") for start, end in pairwise([*wrap(text, width), len(text)])]


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


class _Block(NamedTuple):
    """Paragraphs that share rows: one that is shown, or several behind a fold."""

    first: int
    hidden: int
    starts: tuple[int, ...]

    @property
    def height(self) -> int:
        return len(self.starts) + 1


BLANK = Row(RowKind.BLANK)


class Page:
    """The rows of an article at one width; ``shown`` holds the indexes of the paragraphs not folded."""

    def __init__(self, article: Article, shown: frozenset[int], width: int) -> None:
        self.article = article
        self.width = max(1, width)
        self.head = self._head_rows()
        self._blocks = tuple(self._cut(shown))
        self._firsts = [block.first for block in self._blocks]
        self._tops = [len(self.head), *accumulate((b.height for b in self._blocks), initial=len(self.head))][1:]

    @property
    def height(self) -> int:
        """Rows in all: the heading, the paragraphs with a blank row after each, and the end sign."""
        return self._tops[-1] + 1

    def row(self, y: int) -> Row:
        """The row at ``y``, counted from 0; blank outside the page."""
        if y < len(self.head):
            return self.head[y] if y >= 0 else BLANK
        if y >= self._tops[-1]:
            return Row(RowKind.END) if y == self._tops[-1] else BLANK
        at = bisect_right(self._tops, y) - 1
        block, line = self._blocks[at], y - self._tops[at]
        if line == len(block.starts):
            return BLANK
        if block.hidden:
            return Row(RowKind.FOLD, block.first, hidden=block.hidden)
        paragraph = self.article.paragraphs[block.first]
        kind = RowKind.CROSS_HEADING if paragraph.is_heading else RowKind.TEXT
        end = block.starts[line + 1] if line + 1 < len(block.starts) else len(paragraph.text)
        return Row(kind, block.first, block.starts[line], end, line)

    def y_of(self, caret: Caret) -> int:
        """The row that shows a place in the text, or the fold that hides it."""
        at = max(0, bisect_right(self._firsts, caret.paragraph) - 1)
        block = self._blocks[at]
        line = 0 if block.hidden else bisect_right(block.starts, caret.offset) - 1
        return self._tops[at] + max(0, line)

    def span_of(self, paragraph: int) -> tuple[int, int]:
        """The first row of a paragraph, or of the fold that hides it, and the one after its last."""
        at = max(0, bisect_right(self._firsts, paragraph) - 1)
        return self._tops[at], self._tops[at] + len(self._blocks[at].starts)

    def step(self, y: int, rows: int) -> int:
        """The row with a place in the text that lies ``rows`` such rows from ``y``, or the last one on the way."""
        direction = 1 if rows > 0 else -1
        found = y
        for _ in range(abs(rows)):
            y += direction
            while len(self.head) <= y < self._tops[-1] and self.row(y).caret is None:
                y += direction
            if not len(self.head) <= y < self._tops[-1]:
                break
            found = y
        return found

    def nearest(self, y: int) -> int:
        """The row with a place in the text at ``y``, or the closest one after it, or else before it."""
        y = min(max(y, len(self.head)), self._tops[-1] - 1)
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

    def _cut(self, shown: frozenset[int]) -> Sequence[_Block]:
        blocks: list[_Block] = []
        hidden_from = -1
        paragraphs = self.article.paragraphs
        for index, paragraph in enumerate(paragraphs):
            if index not in shown:
                hidden_from = index if hidden_from < 0 else hidden_from
                continue
            if hidden_from >= 0:
                blocks.append(_Block(hidden_from, index - hidden_from, (0,)))
                hidden_from = -1
            blocks.append(_Block(index, 0, tuple(wrap(paragraph.text, self.width))))
        if hidden_from >= 0:
            blocks.append(_Block(hidden_from, len(paragraphs) - hidden_from, (0,)))
        return blocks

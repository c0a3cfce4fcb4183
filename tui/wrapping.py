"""Where a text breaks into rows: at spaces, between East Asian characters, and in words longer than a row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, pairwise

from rich.cells import get_character_cell_size

_ONE_CELL = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d5"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
"""Scripts in which every character takes one cell: their lines need no measuring."""
_EAST_ASIAN = ((0x2E80, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF01, 0xFF60), (0x20000, 0x3FFFF))
"""Scripts whose lines may break between any two characters, as code points from the first to the last."""
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々〻ー〜゠）〕］｝｠〉》」』】〗〙〛〞〟％‼⁇⁈⁉"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    ",.:;?!)]}%”’…‥"
)
"""Signs and small kana that never begin a row (JIS X 4051, classes of closing and of starting characters)."""
_NEVER_LAST = frozenset("（〔［｛｟〈《「『【〖〘〚〝￥＄([{“‘")
"""Signs that never end one."""


PIECE = 20_000
"""Characters that are measured at once, each of which takes 40 bytes meanwhile."""


class _CharacterCells(dict[str, int]):
    """How many cells a character takes, as Textual draws it; each is worked out once."""

    def __missing__(self, char: str) -> int:
        self[char] = cells = get_character_cell_size(char)
        return cells


@cache
def _east_asian() -> re.Pattern[str]:
    return re.compile("[{}]".format("".join(f"{chr(first)}-{chr(last)}" for first, last in _EAST_ASIAN)))


class _EastAsian(dict[str, bool]):
    """Whether lines may break beside a character as in East Asian scripts; each is looked up once."""

    def __missing__(self, char: str) -> bool:
        self[char] = found = _east_asian().match(char) is not None
        return found


_CELLS = _CharacterCells()
_IS_EAST_ASIAN = _EastAsian()


def wrap(text: str, width: int) -> list[int]:
    """Where the rows of a text begin, as indexes of its characters; ``width`` counts cells, from 1.

    Spaces at the end of a row stay unseen. A word longer than a row is cut, but no mark is torn off its letter.
    """
    width = max(1, width)
    one_cell = text.isprintable() if text.isascii() else _ONE_CELL.fullmatch(text)
    return _wrap_one_cell(text, width) if one_cell else _wrap_measured(text, width)


def rows_of(text: str, width: int) -> list[str]:
    """A text in rows of at most ``width`` cells, without the spaces at their ends."""
    return [text[start:end].rstrip(" ") for start, end in pairwise([*wrap(text, width), len(text)])]


def rows_together(texts: Iterable[str], width: int, most: int) -> list[list[str]]:
    """Texts in rows of at most ``width`` cells, in ``most`` rows altogether. The first text goes before the others:
    of each of these there is a row at least, if there are so many, and what is cut ends with an ellipsis."""
    parts = [rows_of(text, width) for text in texts][: max(1, most)]
    while (over := sum(map(len, parts)) - most) > 0:
        longest = max(range(len(parts)), key=lambda number: (len(parts[number]) > 1, number))
        rows, kept = parts[longest], max(1, len(parts[longest]) - over)
        if kept == len(rows):
            break
        parts[longest] = [*rows[: kept - 1], _cut(" ".join(rows[kept - 1 : kept + 1]), width)]
    return parts


def _cut(text: str, width: int) -> str:
    """As much of a text as fits in a row with an ellipsis, in whole words where there are several."""
    row = rows_of(text, width - 1)[0]
    return f"{row}…"


def fitting(texts: Iterable[str], width: int) -> str:
    """The first of some texts, the longest of which comes first, that fits in ``width`` cells; else the last."""
    text = ""
    for text in texts:
        if sum(map(_CELLS.__getitem__, text)) <= width:
            break
    return text


def _wrap_one_cell(text: str, width: int) -> list[int]:
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
    starts, piece = [0], PIECE
    while (at := starts[-1]) + piece < len(text):
        found = _wrap_piece(text[at : at + piece], width)
        starts.extend(at + start for start in found[1:])
        piece = PIECE if len(found) > 1 else 2 * piece  # Its one row may end in a thousand spaces.
    starts.extend(at + start for start in _wrap_piece(text[at:], width)[1:])
    return starts


def _wrap_piece(text: str, width: int) -> list[int]:
    """The rows of a text of which all is measured at once; where they begin does not depend on what follows it."""
    before = list(accumulate(map(_CELLS.__getitem__, text), initial=0))
    """The cells before each character, and before the end."""
    last_place = _last_place if _east_asian().search(text) else _last_space
    starts = [0]
    at, end = 0, len(text)
    while before[end] - before[at] > width:
        fits = bisect_right(before, before[at] + width, at) - 1
        cut = fits if text[fits] == " " else last_place(text, before, at, fits)
        at = _past_spaces(text, cut or max(fits, _past_marks(before, at + 1, end)))
        if at >= end:
            break
        starts.append(at)
    return starts


def _last_place(text: str, before: list[int], start: int, fits: int) -> int:
    """The last place where the row from ``start`` may end, of those that it ``fits``; 0 where there is none."""
    for at in range(fits, start, -1):
        if text[at - 1] == " " or (before[at + 1] > before[at] and _may_break(text, before, start, at)):
            return at
    return 0


def _last_space(text: str, before: list[int], start: int, fits: int) -> int:
    """The same where lines break at spaces alone."""
    space = text.rfind(" ", start, fits)
    return _past_marks(before, space + 1, fits) if space >= 0 else 0


def _past_marks(before: list[int], at: int, end: int) -> int:
    while at < end and before[at + 1] == before[at]:
        at += 1
    return at


def _may_break(text: str, before: list[int], start: int, at: int) -> bool:
    last = at - 1
    while last > start and before[last + 1] == before[last]:
        last -= 1
    left, right = text[last], text[at]
    if left == " ":
        return True
    return (_IS_EAST_ASIAN[left] or _IS_EAST_ASIAN[right]) and right not in _NEVER_FIRST and left not in _NEVER_LAST


def _past_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at

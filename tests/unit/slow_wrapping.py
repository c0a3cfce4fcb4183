"""Texts in all scripts, and a wrapper to measure ours by: it tries every end of a row."""

from __future__ import annotations

import random
import unicodedata
from itertools import takewhile

from hypothesis import strategies as st
from rich.cells import get_character_cell_size

CLOSING = "、。」）！ーゃ々,.)"
"""Of the signs in the texts below, those that no row begins with."""
OPENING = "「（("
"""Those that no row ends with."""
SCRIPTS = {
    "Latin": "abé-",
    "Cyrillic": "Жйё",
    "Arabic": "بسم\u064b\u200c",
    "Hebrew": "שלו\u05b8",
    "Han": f"日本語{CLOSING}{OPENING}",
    "kana": "かはナ\u3099ゃー",
    "Hangul": "한국어",
    "emoji": "🙂👍🏽\u200d",
    "marks": "e\u0301\u0302",
    "mixed": "aЖب日か한🙂\u0301、「",
}
PIECES = st.sampled_from([*SCRIPTS.values()]).flatmap(lambda script: st.text(script, min_size=1, max_size=24))
SPACES = st.sampled_from(["", " ", " ", " ", "  ", "     "])
TEXTS = st.lists(st.tuples(SPACES, PIECES, SPACES).map("".join), max_size=30).map("".join)
"""Words in all scripts, some longer than a row, next to one another or spaces apart."""
SHORT = st.text("".join(SCRIPTS.values()) + " " * 8, max_size=40)


def random_text(seed: int, characters: int) -> str:
    """A text like those, at least as long."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret
    text = ""
    while len(text) < characters:
        script = chance.choice([*SCRIPTS.values()])
        text += "".join(chance.choices(script, k=chance.choice((1, 3, 8, 8, 30, 220))))
        text += chance.choice(("", " ", " ", " ", "   "))
    return text


def slowly_wrapped(text: str, width: int) -> list[int]:
    """Where the rows begin."""
    starts = [0]
    while starts[-1] < len(text):
        starts.append(_end_of_row(text, starts[-1], width))
    return starts[:-1] or [0]


def _may_break(text: str, start: int, end: int) -> bool:
    """Whether a row that begins at ``start`` may end before the character at ``end``."""
    if end == len(text):
        return True
    if text[end - 1] == " ":
        return text[end] != " "
    if text[end] == " " or _is_mark(text[end]):
        return False
    letters = [char for char in text[start:end] if not _is_mark(char)]
    before, after = letters[-1] if letters else text[start], text[end]
    if before == " ":
        return True
    return (_breaks_anywhere(before) or _breaks_anywhere(after)) and after not in CLOSING and before not in OPENING


def _end_of_row(text: str, start: int, width: int) -> int:
    """Where a break is allowed, as far on as what is seen fits; or else where as many letters as can be fit."""
    ends = range(start + 1, len(text) + 1)
    fitting = [*takewhile(lambda end: _cells(text[start:end].rstrip(" ")) <= width, ends)]
    allowed = [end for end in fitting if _may_break(text, start, end)]
    if allowed:
        return allowed[-1]
    whole = [end for end in ends if end == len(text) or not _is_mark(text[end])]
    end = max((end for end in whole if end in fitting), default=whole[0])
    return next((past for past in range(end, len(text)) if text[past] != " "), len(text))


def _cells(text: str) -> int:
    return sum(map(get_character_cell_size, text))


def _is_mark(char: str) -> bool:
    return get_character_cell_size(char) == 0


def _breaks_anywhere(char: str) -> bool:
    """Whether a character is of an East Asian script: wide, and no emoji."""
    return unicodedata.east_asian_width(char) in "WF" and not unicodedata.category(char).startswith("S")

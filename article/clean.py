"""The one boundary at which untrusted text becomes text that is safe to show.

Everything that comes from outside passes here: the scalars of a file, file names, arguments, messages
of the system and of the YAML library. What is left holds no control character but the newline, no
bidirectional control, nothing invisible, and no pile of combining marks.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

MOST_MARKS = 4
"""Combining marks in a row that are kept; living scripts need no more."""

MOST_QUOTED = 60
"""Characters of a text that a message repeats."""

PIECE = 100_000
"""Characters of a text that are cleaned at once, as each that is not kept takes 100 bytes meanwhile."""

_PLAIN = (
    "[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u05be\u05d0-\u05f4\u0620-\u064a\u0660-\u066f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4ff\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff9f\U0001f300-\U0001faff\U00020000-\U0002fffd]"
)
"""What is never cleaned, with whatever stands beside it; only a fast path, and checked as such by a test."""

_DROPPED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2060-\u2065\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\U000e0000-\U000e0fff"
)
_REPLACED = (
    "\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffc\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
)
_REPLACED_WIDE = "\U000f0000-\U0010ffff" + "".join(
    f"{chr(plane * 0x10000 + 0xFFFE)}-{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15)
)
_CONTROL = "[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]"
_CONTROLS = {chr(code): chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"} | {
    "\x7f": "\u2421",
    **dict.fromkeys("\r\x85\u2028\u2029", "\n"),
}
LINE_BREAKS = "\n\r\x85\u2028\u2029"
"""What ends a line in YAML 1.1 (section 5.4), beside the pair of the first two."""


def clean(text: str) -> tuple[str, int]:
    """Safe text, which may hold newlines, and how many invisible characters were dropped from it."""
    if (text.isascii() and text.isprintable()) or _plain().fullmatch(text):
        return text, 0
    if len(text) > 2 * PIECE:
        cleaned = [clean(piece) for piece in _pieces(text)]
        return "".join(piece for piece, _ in cleaned), sum(hidden for _, hidden in cleaned)
    signs = _signs(within_plane_0(text))
    hidden = 0
    if signs.unwanted.search(text):
        text, hidden = _without_unwanted(text, signs)
    bare = signs.further_marks.sub("", text)
    hidden += len(text) - len(bare)
    text = signs.before_loose_mark.sub("\n\u25cc", f"\n{bare}")[1:]
    # Tabs at the end, as there may be many, and then the text is four times as long.
    return text.replace("\t", "    "), hidden


def _without_unwanted(text: str, signs: _Signs) -> tuple[str, int]:
    if controls := signs.control.findall(text):
        text = text.replace("\r\n", "\n")
        for char in set(controls):
            text = text.replace(char, _CONTROLS[char])
    text = signs.replaced.sub("\ufffd", text)
    bare = signs.dropped.sub("", text)
    if "\u200c" in bare or "\u200d" in bare:
        bare = _loose_joiners().sub("", bare)
    return bare, len(text) - len(bare)


def _pieces(text: str) -> Iterator[str]:
    """A long text in pieces, cut where what stands on one side changes nothing on the other; anywhere, where a whole
    piece has no such place."""
    at = 0
    while len(text) - at > 2 * PIECE:
        cut = _cut().search(text, at + PIECE, at + 2 * PIECE)
        end = cut.start() if cut else at + 2 * PIECE
        yield text[at:end]
        at = end
    yield text[at:]


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(f"{_PLAIN}*")


@cache
def _cut() -> re.Pattern[str]:
    return re.compile(f"{_PLAIN}(?<={_PLAIN}{_PLAIN})")


class _Signs(NamedTuple):
    """What is looked for in a text."""

    unwanted: re.Pattern[str]
    """What is replaced or dropped wherever it stands, and joiners."""
    control: re.Pattern[str]
    replaced: re.Pattern[str]
    dropped: re.Pattern[str]
    further_marks: re.Pattern[str]
    """Those past the most: piles of marks spill over other lines."""
    before_loose_mark: re.Pattern[str]
    """The line break before a mark that has nothing to stand on, and gets a dotted circle."""


@cache
def _signs(within: bool) -> _Signs:  # noqa: FBT001 - a keyword takes longer, for each of 200,000 texts
    mark = f"[{marks(within=within)}]"
    found_fast = mark if within else f"[{marks(within=True)}\U00010000-\U0010ffff]"
    return _Signs(
        re.compile(f"[{_CONTROL[1:-1]}{_REPLACED}{'' if within else _REPLACED_WIDE}{_DROPPED}\u200c\u200d]"),
        re.compile(_CONTROL),
        re.compile(f"[{_REPLACED}{'' if within else _REPLACED_WIDE}]"),
        re.compile(f"[{_DROPPED}]"),
        re.compile(f"{found_fast}(?<={mark * (MOST_MARKS + 1)}){mark}*"),
        re.compile(f"\n(?={mark})"),
    )


@cache
def _loose_joiners() -> re.Pattern[str]:
    """ZWJ and ZWNJ, which shape words in many scripts, but for one that stands between two letters, the first perhaps
    with marks."""
    numerals = (char for char in filter(str.isnumeric, map(chr, range(0xB2, 0x1F10D))) if not char.isalpha())
    no_letter = f"{_ranges(map(ord, numerals))}{_ranges(filter(_is_jamo_mark, range(0x1161, 0xD7FC)))}"
    letter = rf"[^\W\d_](?<![{no_letter}])"
    joiner = "[\u200c\u200d]"
    not_after_a_letter = (f"(?<!{letter}{f'[{marks()}]' * number}{joiner})" for number in range(MOST_MARKS + 1))
    return re.compile(f"{joiner}(?:{joiner}+|(?!{letter})|{''.join(not_after_a_letter)})")


def clean_line(text: str) -> str:
    """Safe text on one line: newlines become spaces."""
    return clean(text)[0].replace("\n", " ")


@cache
def marks(*, within: bool = False) -> str:
    """Combining marks and conjoining jamo vowels and finals, as a pattern writes them between brackets.

    Those within plane 0 alone are found ten times as fast.
    """
    return _ranges(point for point in mark_points() if not within or point <= 0xFFFF)


def _ranges(points: Iterable[int]) -> str:
    ranges: list[list[int]] = []
    for point in points:
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


@cache
def mark_points() -> tuple[int, ...]:
    """The code points of combining marks and conjoining jamo vowels and finals."""
    points = (*range(0x300, 0x1F000), *range(0xE0100, 0xE01F0))
    return tuple(point for point in points if unicodedata.category(chr(point)).startswith("M") or _is_jamo_mark(point))


def _is_jamo_mark(point: int) -> bool:
    return 0x1161 <= point <= 0x11FF or 0xD7B0 <= point <= 0xD7C6 or 0xD7CB <= point <= 0xD7FB


def within_plane_0(text: str) -> bool:
    """Whether all characters of a text are of the Basic Multilingual Plane."""
    return find_wide(text) is None


def find_wide(text: str) -> re.Match[str] | None:
    """The first character that is not."""
    return None if text.isascii() else re.search("[\U00010000-\U0010ffff]", text)


def one_line(text: str) -> str:
    """A clean text on one line: line breaks and runs of spaces become a space; no-break spaces stay."""
    if "\n" in text or "  " in text:
        text = re.sub("[ \n]+", " ", text)
    return text.strip(" ")


def short(text: str) -> str:
    """A text on one line, a long one cut: for messages."""
    line = clean_line(text[: 2 * MOST_QUOTED])
    return line if len(line) <= MOST_QUOTED else f"{line[: MOST_QUOTED - 1].rstrip()}…"


def quoted(text: str) -> str:
    """A text in quotation marks on one line, a long one cut: for messages."""
    return f"“{short(text)}”"


def reason_of(error: Exception) -> str:
    """What the system says of an error, on one line."""
    return clean_line((error.strerror if isinstance(error, OSError) else None) or str(error))


def safe_name(name: str | bytes) -> str:
    """A file name as it can be shown; bytes that are no text in the file system's coding become U+FFFD."""
    if isinstance(name, bytes):
        name = name.decode(sys.getfilesystemencoding(), "replace")
    return clean_line(name)


def breaks_in(text: str) -> int:
    """How many lines end in a text."""
    return sum(map(text.count, LINE_BREAKS)) - text.count("\r\n")


@cache
def line_break() -> re.Pattern[str]:
    """What ends a line."""
    return re.compile(f"\r\n|[{LINE_BREAKS}]")


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML counts them."""
    return line_break().split(text) if any(sign in text for sign in LINE_BREAKS[1:]) else text.split("\n")


def line_starts(text: str) -> list[int]:
    """Where the lines of a file begin, as indexes of characters."""
    return [0, *(found.end() for found in line_break().finditer(text))]

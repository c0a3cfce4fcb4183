"""The one boundary at which untrusted text becomes text that is safe to show.

Everything that comes from outside passes here: the scalars of a file, file names, arguments, messages
of the system and of the YAML library. What is left holds no control character but the newline, no
bidirectional control, nothing invisible, and no pile of combining marks.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

MOST_MARKS = 4
"""Combining marks in a row that are kept; living scripts need no more."""

MOST_QUOTED = 60
"""Characters of a text that a message repeats."""

_PLAIN = (
    "[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0590\u05be\u05d0-\u05f4\u0620-\u064a\u0660-\u066f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\u3163\u3165-\ua4ff\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff9f\U0001f300-\U0001faff\U00020000-\U0002fffd]*"
)
"""Text in which there is nothing to clean; only a fast path, and checked as such by a test."""

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
_BREAK = f"\r\n|[{LINE_BREAKS}]"
_JOINERS = "\u200c\u200d"


def clean(text: str) -> tuple[str, int]:
    """Safe text, which may hold newlines, and how many invisible characters were dropped from it."""
    if (text.isascii() and text.isprintable()) or _plain().fullmatch(text):
        return text, 0
    if re.search(_CONTROL, text):
        text = text.replace("\r\n", "\n")
        for char in _CONTROLS.keys() & set(text):
            text = text.replace(char, _CONTROLS[char])
    within = within_plane_0(text)
    text = _replaced(within=within).sub("\ufffd", text)
    text, dropped = re.subn(f"[{_DROPPED}]", "", text)
    text, joiners = _drop_joiners(text)
    text, marks = _limit_marks(text, within=within)
    text = text.replace("\t", "    ")  # at the end, as there may be millions, and then it is four times as long
    return text, dropped + joiners + marks


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(_PLAIN)


@cache
def _replaced(*, within: bool) -> re.Pattern[str]:
    return re.compile(f"[{_REPLACED}{'' if within else _REPLACED_WIDE}]")


def clean_line(text: str) -> str:
    """Safe text on one line: newlines become spaces."""
    return clean(text)[0].replace("\n", " ")


def _drop_joiners(text: str) -> tuple[str, int]:
    """ZWJ and ZWNJ shape words in many scripts; they are kept between two letters and nowhere else."""
    if not any(joiner in text for joiner in _JOINERS):
        return text, 0
    piles = _piles()
    dropped = 0

    def joined(found: re.Match[str]) -> str:
        nonlocal dropped
        after, at = text[found.end() : found.end() + 1], found.start() - 1
        if len(found[0]) == 1 and after.isalpha() and not piles.match(after):
            while at >= 0 and piles.match(text[at]):
                at -= 1
            if at >= 0 and text[at].isalpha():
                return found[0]
        dropped += len(found[0])
        return ""

    return re.sub(f"[{_JOINERS}]+", joined, text), dropped


def _limit_marks(text: str, *, within: bool) -> tuple[str, int]:
    """Piles of marks spill over other lines; a mark with nothing to stand on gets a dotted circle."""
    dropped = 0

    def limited(found: re.Match[str]) -> str:
        nonlocal dropped
        pile = found[0]
        dropped += max(0, len(pile) - MOST_MARKS)
        before = text[found.start() - 1] if found.start() else "\n"
        return ("\u25cc" if before == "\n" else "") + pile[:MOST_MARKS]

    return _bad_piles(within=within).sub(limited, text), dropped


@cache
def _bad_piles(*, within: bool) -> re.Pattern[str]:
    # The sign that is found fastest comes first, then what it has to be.
    mark = f"[{marks(within=within)}]"
    sign = mark if within else f"[{marks(within=True)}\U00010000-\U0010ffff](?<={mark})"
    return re.compile(f"{sign}(?:(?<=^{mark})|{mark}{{{MOST_MARKS}}}){mark}*", re.MULTILINE)


@cache
def marks(*, within: bool = False) -> str:
    """Combining marks and conjoining jamo vowels and finals, as a pattern writes them between brackets.

    Those within plane 0 alone are found ten times as fast.
    """
    ranges: list[list[int]] = []
    for point in mark_points():
        if within and point > 0xFFFF:
            break
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


@cache
def _piles() -> re.Pattern[str]:
    return re.compile(f"[{marks()}]+")


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


def lines_of(text: str) -> list[str]:
    """The lines of a file as YAML counts them."""
    return re.split(_BREAK, text) if any(sign in text for sign in LINE_BREAKS[1:]) else text.split("\n")


def line_starts(text: str) -> list[int]:
    """Where the lines of a file begin, as indexes of characters."""
    return [0, *(found.end() for found in re.finditer(_BREAK, text))]

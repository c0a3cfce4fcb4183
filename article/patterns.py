"""Regular expressions as readers type them: refused where they ask for too much, stopped where they run away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from article.clean import clean_line, marks
from article.folded import JOINING

if TYPE_CHECKING:
    import regex

PATIENCE = 0.1
"""Seconds of computing that a regular expression may take for one match, or to find that there is none."""
MOST_STEPS = 10_000
"""Steps of a pattern whose repetitions are written out, as they are when it is compiled."""
_PART = re.compile(
    r"""(?P<said>\(\?\#[^)]*\))
    |(?P<one>\\[pPN]\{[\w\s^:=&.\-]*\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\])
    |\{\ *(?P<least>\d*)\ *(?P<most>,[\d\ ]*)?\}
    |(?P<about>\{(?=[^}:]*[ides])[\dides<=,+\ ]+(?::[^}]*)?\})
    |(?P<opens>\()|(?P<closes>\))|.""",
    re.DOTALL | re.VERBOSE,
)
"""Parts of a pattern: comments, characters or sorts of them, repetitions, those that allow for errors, and groups."""
_VERBOSE = re.compile(r"\(\?[a-wyzA-Z0-9-]*x")
"""The flag under which spaces count for nothing and comments go on to the end of the line: there is but one."""

DOUBLE = "“”„‟″«»〝〞〟＂"
_SINGLE = "‘’‚‛′ʼ`´‹›＇"
_DASHES = "‐‑‒–—―−﹘﹣－"
_SPACES = "\t\n\x0b\x0c\r\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
PLAIN_SIGN = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
}
"""One for one, which is all that happens to the text under a regular expression."""


class NoPatternError(ValueError):
    """Why a text is no pattern, or none that is looked for here."""


def compiled(text: str, *, minds_case: bool) -> regex.Pattern[str]:
    """The pattern that a text is. Raises NoPatternError."""
    import regex

    plain = _straight(text)
    if _VERBOSE.search(plain):
        raise NoPatternError("(?x) is for patterns of several lines")
    if _steps(plain) > MOST_STEPS:
        raise NoPatternError("there is too much in it")
    try:
        return regex.compile(plain, 0 if minds_case else regex.IGNORECASE)
    except (regex.error, ValueError) as error:
        told, _, where = str(error).partition(" at position ")
        at_end = where and int(where) >= len(text)
        place = " at the end" if at_end else f" at character {int(where) + 1}" if where else ""
        raise NoPatternError(f"{clean_line(told)}{place}") from error
    except (RecursionError, OverflowError, MemoryError) as error:
        raise NoPatternError("there is too much in it") from error


def _steps(pattern: str) -> int:
    """How many steps a pattern has. Raises NoPatternError where it allows for errors: nothing stops such a search."""
    around, steps, last = list[int](), 0, 0
    for part in _PART.finditer(pattern):
        if part["said"]:
            continue
        if part["about"]:
            raise NoPatternError(f"matches that are only like it are not looked for: {part[0]}")
        if part["opens"]:
            around.append(steps)
            steps = last = 0
        elif part["closes"]:
            last = 1 + steps
            steps = last + (around.pop() if around else 0)
        elif part["least"] is not None:
            times = max(1, *(int(number.strip() or 0) for number in (part["least"], (part["most"] or "")[1:])))
            steps, last = steps + last * (times - 1), last * times
        else:
            steps, last = steps + 1, 1
    return steps + sum(around)


def matches_of(pattern: regex.Pattern[str], paragraph: str) -> Iterator[tuple[int, int]]:
    """Where a pattern matches in a paragraph, whole letters with all their marks. Raises TimeoutError."""
    text = _straight(paragraph)
    at = last = 0
    while at <= len(text) and (found := pattern.search(text, at, timeout=PATIENCE)):
        start, end = found.span()
        at = end + (start == end)
        if start < end:
            end = _tail().match(text, end).end()  # pyright: ignore[reportOptionalMemberAccess] - it may match nothing
            while start > last and _tail().fullmatch(text, start, start + 1):
                start -= 1
            at = max(at, end)
            if start >= last:
                last = end
                yield start, end
            continue
        yield start, start


def _straight(text: str) -> str:
    """A text with plain signs in place of typographic ones, one for one."""
    for char in set(text) & PLAIN_SIGN.keys():
        text = text.replace(char, PLAIN_SIGN[char])
    return text


@cache
def _tail() -> re.Pattern[str]:
    """Marks, which belong to the character before them."""
    return re.compile(f"[{marks()}{JOINING}]*")

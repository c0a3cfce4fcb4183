"""The words of a stance, found again in the body.

Both sides are put in NFC, quotation marks and dashes are straightened and white space is collapsed;
a map leads back to the real characters. Nothing is ever moved: words are found exactly once, or they
are a problem with, at most, a suggestion.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from article.model import Paragraph, Span

_STRAIGHT = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n", " "
    ),
}
MOST_COMPARED = 50_000_000
"""Characters of body compared in search of nearest passages, long quotations counted several times, as
comparing takes longer with them; about a second's worth."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared. ``origin[i]`` is the index in the real text of the folded character
    ``i``, with one more for the end; None where both have the same characters at the same places."""

    text: str
    origin: tuple[int, ...] | None = None

    def real(self, start: int, end: int) -> tuple[int, int]:
        """The bounds in the real text of a run of the folded one."""
        if self.origin is None:
            return start, end
        while self.origin[end] == self.origin[end - 1]:
            end += 1
        return self.origin[start], self.origin[end]


def fold(text: str) -> Folded:
    """The text as it is compared, with the way back."""
    straight = _straighten(text)
    if "  " not in straight and unicodedata.is_normalized("NFC", straight):
        return Folded(straight)
    out: list[str] = []
    origin: list[int] = []
    for start, cluster in _clusters(straight):
        if cluster == " " and out and out[-1] == " ":
            continue
        composed = unicodedata.normalize("NFC", cluster)
        out.append(composed)
        origin.extend([start] * len(composed))
    return Folded("".join(out), (*origin, len(text)))


def _straighten(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ").replace("\n", " ")
    for char in _STRAIGHT.keys() & set(text):
        text = text.replace(char, _STRAIGHT[char])
    return text


def _clusters(text: str) -> list[tuple[int, str]]:
    """Each character with the marks and jamo that may compose with it, and where it begins."""
    clusters: list[tuple[int, str]] = []
    for index, char in enumerate(text):
        joins = unicodedata.category(char).startswith("M") or "\u1161" <= char <= "\u11ff"
        if joins and clusters:
            start, before = clusters[-1]
            clusters[-1] = (start, before + char)
        else:
            clusters.append((index, char))
    return clusters


class Passages:
    """The body, folded once, in which words are looked for."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self.folded = tuple(fold(paragraph.text) for paragraph in paragraphs)
        self._body = "\n".join(folded.text for folded in self.folded)
        self._starts = [0, *accumulate(len(folded.text) + 1 for folded in self.folded)]
        self._compared = 0

    def find(self, exact: str, prefix: str = "", suffix: str = "", within: int | None = None) -> list[Span]:
        """Where the words stand between prefix and suffix: at most two spans, as two are too many.

        ``within`` limits the search to one paragraph, an index.
        """
        needle = fold(exact).text.strip()
        before, after = fold(prefix).text.strip(), fold(suffix).text.strip()
        low, high = (0, len(self._body)) if within is None else (self._starts[within], self._starts[within + 1])
        found: list[Span] = []
        at = self._body.find(needle, low, high) if needle else -1
        while at >= 0 and len(found) < 2:
            if self._stands_between(at, at + len(needle), before, after):
                found.append(self._span(at, at + len(needle)))
            at = self._body.find(needle, at + 1, high)
        return found

    def nearest(self, exact: str) -> str:
        """The passage of the body that is most like words not found; empty when none is like them."""
        from rapidfuzz import fuzz

        needle = fold(exact).text.strip()
        cost = (len(self._body) + len(needle) ** 2) * (1 + len(needle) // 100)
        if not needle or self._compared + cost > MOST_COMPARED:
            return ""
        self._compared += cost
        best = fuzz.partial_ratio_alignment(needle, self._body, score_cutoff=60)
        if best is None or best.dest_start == best.dest_end:
            return ""
        paragraph = bisect_right(self._starts, best.dest_start) - 1
        low, high = self._starts[paragraph], self._starts[paragraph + 1] - 1
        start, end = _whole_words(self._body, max(low, best.dest_start), min(high, best.dest_end), low, high)
        span = self._span(start, end)
        return self._paragraphs[paragraph].text[span.start : span.end]

    def _stands_between(self, start: int, end: int, before: str, after: str) -> bool:
        ahead = self._body[max(0, start - len(before) - 1) : start].rstrip()
        behind = self._body[end : end + len(after) + 1].lstrip()
        return ahead.endswith(before) and behind.startswith(after)

    def _span(self, start: int, end: int) -> Span:
        paragraph = bisect_right(self._starts, start) - 1
        low = self._starts[paragraph]
        return Span(paragraph, *self.folded[paragraph].real(start - low, end - low))


def _whole_words(text: str, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The run widened to whole words, within bounds, without the spaces around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while start > low and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < high and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end

"""The words of a stance, found again in the body.

Both sides are put in NFC, quotation marks and dashes are straightened and white space is collapsed;
a map leads back to the real characters. Nothing is ever moved: words are found exactly once, or they
are a problem with, at most, a suggestion.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from time import thread_time
from typing import Literal, NamedTuple

from article.clean import mark_points, marks
from article.folded import KEPT, Folded, Indexes, Origins, closed, pieces
from article.model import Paragraph
from article.occurrences import first_two
from article.problems import Passage
from article.spans import Span

_STRAIGHT = {
    **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n", " "
    ),
}
_NOT_STRAIGHT = re.compile(f"[{''.join(_STRAIGHT)}]")
_FURTHER_SPACES = re.compile("(?<= ) +")
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
"""Thai, Lao, Burmese, Khmer, kana, Han and Hangul, where words stand without spaces or bear endings."""
LEAST_LIKE = 60
"""A passage less like the words than this, in percent, is no help."""
MOST_SECONDS = 0.2
"""Seconds of this thread's own time spent in search of nearest passages. How long one takes shows only in doing it: in
prose a thousandth of what it takes in a body of one letter."""
MOST_WORK = 50_000_000
"""Single steps of a comparison between two looks at the clock, where each word of 64 characters takes one for every
character of the body and of the quotation."""
MOST_COMPARED = 1_000_000
"""Characters of the body in one comparison, in which each takes some thirty bytes."""
LONGEST_COMPARED = 1_500
"""Characters of a quotation for which a near passage is sought."""

MOST_PASSED = 200_000_000
"""Characters of single paragraphs looked through for words that stand elsewhere twice; what is sought after that
counts as found where it stands first and next."""
MOST_BESIDE_IN_ALL = 3_000_000
"""Characters of words with what stands before and after them, in each way that it may; past them the words alone are
looked for."""
MOST_BESIDE = 300
"""Characters in which the words beside a passage are looked for."""
PIECE = 50
"""Characters of a text that are composed at once, and of which the real places are worked out at once: they are seldom
asked for, and take longer."""


@cache
def word_pattern() -> re.Pattern[str]:
    """A word, a character of those scripts, or a sign; compiled only where something was not found."""
    letters = rf"[^\W{UNSPACED}](?:[^\W{UNSPACED}]|[{marks()}])*"
    return re.compile(rf"[{UNSPACED}][{marks()}]*|{letters}(?:['-]{letters})*|[^\w\s]")


def fold(text: str) -> Folded:
    """The text as it is compared, with the way back."""
    straight = _straighten(text)
    if straight.isascii() and "  " not in straight:
        return Folded(straight)
    real = list(pieces(straight, PIECE))
    folded = [_composed(piece) for piece in real]
    whole = "".join(folded)
    return Folded(whole, None if whole == straight else Origins((straight, real), (whole, folded), _origins))


def fold_words(text: str) -> str:
    """Words as they are compared: without the spaces around them, but for one that bears a mark."""
    folded = fold(text).text.rstrip()
    words = folded.lstrip()
    return f" {words}" if words != folded and unicodedata.category(words[0]).startswith("M") else words


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", closed(text))


@lru_cache(KEPT)
def _origins(text: str, folded: str) -> Indexes:
    """For each character of a text as it is compared, the index of the character it stands for."""
    if text == folded:
        return range(len(text))
    runs = _runs(text)
    # As each run becomes one character at least, each becomes one where there are as many.
    return runs if len(runs) == len(folded) else _OriginsOfRuns(runs, _beginnings(folded, 0), len(folded))


class _OriginsOfRuns:
    """The same where a run may have become several characters, of which only the first may begin one."""

    def __init__(self, runs: list[int], folded_runs: list[int], size: int) -> None:
        self._runs = runs
        self._folded_runs = folded_runs
        self._size = size

    def __getitem__(self, index: int) -> int:
        return self._runs[bisect_right(self._folded_runs, index) - 1]

    def __len__(self) -> int:
        return self._size


def _runs(text: str) -> list[int]:
    """Where those characters begin that may become one: spaces, or a character, with marks and jamo after it."""
    if "  " not in text:
        return _beginnings(text, 0)
    runs: list[int] = []
    at = 0
    for spaces in _FURTHER_SPACES.finditer(text):
        runs.extend(_beginnings(text[at : spaces.start()], at))
        at = spaces.end()
    return [*runs, *_beginnings(text[at:], at)]


def _beginnings(text: str, first: int) -> list[int]:
    joining = _joining()
    return [at for at, char in enumerate(text, first) if not at or char not in joining]


@cache
def _joining() -> frozenset[str]:
    """The marks and jamo that may compose with what is before them; some jamo are marks in a pile alone."""
    return frozenset(char for char in map(chr, mark_points()) if not "\ud7b0" <= char <= "\ud7fb")


def _straighten(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'").replace("\t", " ").replace("\n", " ")
    for char in set(_NOT_STRAIGHT.findall(text)):
        text = text.replace(char, _STRAIGHT[char])
    return text


class Quotation(NamedTuple):
    """Words to look for, and what stands right before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def _compared(quotation: Quotation) -> Quotation:
    return Quotation(*[text and fold_words(text) for text in quotation])


def _ways(quotation: Quotation) -> dict[str, int]:
    """The texts as part of which compared words may stand in the body, each with how much of it stands before them;
    none where there are no words."""
    needle, before, after = quotation
    if not needle:
        return {}
    if not before and not after:
        return {needle: 0}
    aheads = (before, f"{before} ") if before else ("",)
    behinds = (after, f" {after}") if after else ("",)
    return {f"{ahead}{needle}{behind}": len(ahead) for ahead in aheads for behind in behinds}


class Passages:
    """The body, folded once, in which words are looked for."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = tuple(paragraphs)
        self.folded = tuple(fold(paragraph.text) for paragraph in paragraphs)
        self._body = "\n".join(folded.text for folded in self.folded)
        self._starts = [0, *accumulate(len(folded.text) + 1 for folded in self.folded)]
        self._places: dict[str, list[int]] = {}
        """The first two places in the whole body of texts looked for so far."""
        self._alone: set[Quotation] = set()
        """Those of which the words alone are looked for."""
        self._passed = 0
        """Characters of single paragraphs looked through once more, for words that stand elsewhere twice."""
        self._spent = 0.0
        """Seconds spent in search of nearest passages."""
        self.gave_up = False
        """Whether the last search for a nearest passage was given up, as these take too long."""

    def expect(self, quotations: Iterable[Quotation]) -> None:
        """Look for many quotations at once, so that ``find`` has them at hand."""
        texts: set[str] = set()
        left = MOST_BESIDE_IN_ALL
        for quotation in map(_compared, quotations):
            ways = _ways(quotation)
            left -= sum(map(len, ways)) if len(ways) > 1 else 0
            if left < 0 and len(ways) > 1:
                self._alone.add(quotation)
                ways = ()
            texts.update((quotation.exact, *ways))
        self._places.update(first_two(self._body, texts - {""}))

    def find(self, exact: str, prefix: str = "", suffix: str = "", within: int | None = None) -> list[Span]:
        """Where the words stand between prefix and suffix: at most two spans, as two are too many.

        ``within`` limits the search to one paragraph, an index.
        """
        quotation = _compared(Quotation(exact, prefix, suffix))
        needle = quotation.exact
        ways = _ways(Quotation(needle) if quotation in self._alone else quotation)
        low, high = (0, len(self._body)) if within is None else (self._starts[within], self._starts[within + 1])
        found = {at + ahead for text, ahead in ways.items() for at in self._first_two(text, low, high)}
        return [self._span(at, at + len(needle)) for at in sorted(found)[:2]]

    def _first_two(self, text: str, low: int, high: int) -> list[int]:
        """Where a text stands first and next between two bounds."""
        known = self._places.get(text)
        if known is not None:
            inside = [at for at in known if low <= at <= high - len(text)]
            if len(known) < 2 or len(inside) == 2:
                return inside
            self._passed += high - low
            if self._passed > MOST_PASSED:
                return inside
        first = self._body.find(text, low, high)
        second = self._body.find(text, first + 1, high) if first >= 0 else -1
        places = [at for at in (first, second) if at >= 0]
        if high - low == len(self._body):
            self._places[text] = places
        return places

    def __bool__(self) -> bool:
        """Whether there is a body to look in."""
        return bool(self._body)

    def nearest(self, exact: str) -> Passage | Literal[""]:
        """The passage of the body, in whole words, that is most like words not found; empty when none is
        like them, or when the search was given up."""
        needle = fold_words(exact)
        if not needle or self._is_given_up(needle):
            return ""
        began = thread_time()
        try:
            return self._nearest(exact, needle, began + MOST_SECONDS - self._spent)
        finally:
            self._spent += thread_time() - began

    def _is_given_up(self, needle: str) -> bool:
        self.gave_up = len(needle) > LONGEST_COMPARED or self._spent >= MOST_SECONDS
        return self.gave_up

    def _nearest(self, exact: str, needle: str, end: float) -> Passage | Literal[""]:
        best = self._most_like(needle, end)
        if best is None:
            return ""
        paragraph = bisect_right(self._starts, sum(best) // 2) - 1
        low, text = self._starts[paragraph], self.folded[paragraph].text
        window = max(0, best[0] - low), min(len(text), best[1] - low)
        first, last, score = _in_whole_words(needle, text, *window)
        if score < LEAST_LIKE:
            return ""
        return Passage(exact, self.paragraphs[paragraph].text[slice(*self.folded[paragraph].real(first, last))], score)

    def _most_like(self, needle: str, end: float) -> tuple[int, int] | None:
        """Where the run of the body begins and ends that is most like the needle; it is given up at a time."""
        from rapidfuzz import fuzz

        best, least = None, float(LEAST_LIKE)
        step = min(MOST_COMPARED, max(4 * len(needle), 64 * MOST_WORK // len(needle) ** 2))
        for low in range(0, len(self._body), step):
            if low and thread_time() > end:
                self.gave_up = True
                return None
            piece = self._body[low : low + step + len(needle)]
            found = fuzz.partial_ratio_alignment(needle, piece, score_cutoff=least)
            if found and found.dest_start < found.dest_end and (best is None or found.score > least):
                best, least = (low + found.dest_start, low + found.dest_end), found.score
        return best

    def beside(self, span: Span, words: int = 3) -> tuple[str, str]:
        """A few words that stand right before and right after a span in its paragraph."""
        text = self.paragraphs[span.paragraph].text
        before = text[max(0, span.start - MOST_BESIDE) : span.start].split()
        after = text[span.end : span.end + MOST_BESIDE].split(" ")
        return " ".join(before[-words:]), " ".join(after[: words + 1]).strip()

    def _span(self, start: int, end: int) -> Span:
        paragraph = bisect_right(self._starts, start) - 1
        low = self._starts[paragraph]
        return Span(paragraph, *self.folded[paragraph].real(start - low, end - low))


def _is_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def _in_whole_words(needle: str, text: str, start: int, end: int) -> tuple[int, int, float]:
    """The run of whole words about ``start`` to ``end`` that is most like the needle, and how like it is.

    The alignment has the needle's length, so words that were added or dropped are at its ends: first the
    end, then the beginning, then both once more are put where the run becomes most like. A sign begins or ends
    it only where one begins or ends the needle. Likeness is that of Levenshtein, in percent: it takes a word for
    another, where that of the alignment would rather drop both.
    """
    from rapidfuzz.distance import Levenshtein

    reach = 12 + len(needle) // 3
    near = (max(0, start - reach), end + reach)
    words = [word for word in word_pattern().finditer(text, *near) if near[0] == 0 or word.start() > near[0]]
    starts = [w.start() for w in words if w.start() <= start + reach and (_is_word(w[0][0]) or not _is_word(needle[0]))]
    ends = [w.end() for w in words if w.end() >= end - reach and (_is_word(w[0][0]) or not _is_word(needle[-1]))]
    starts, ends = starts or [start], ends or [end]

    def likeness(first: int, last: int) -> float:
        return 100 * Levenshtein.normalized_similarity(needle, text[first:last]) if first < last else 0.0

    start = min(starts, key=lambda first: abs(first - start))
    for _ in range(2):
        end = max(ends, key=lambda last: likeness(start, last))
        start = max(starts, key=lambda first: likeness(first, end))
    return start, end, likeness(start, end)

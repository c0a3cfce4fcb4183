"""Words looked for in a text as they are typed: the text itself is searched, however it is wrapped on the screen.

Plain words are found whatever their accents, quotation marks, dashes and spaces; a capital letter among them makes
case matter. A regular expression is searched in the text as it is written, except that each typographic quotation
mark, dash and space stands for the plain one: one for one, so that what an expression counts is there.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Generator, Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate
from time import perf_counter
from typing import NamedTuple

from article.clean import clean_line, marks
from article.folded import JOINING, KEPT, Folded, Origins, closed, pieces
from article.patterns import DOUBLE, PLAIN_SIGN, NoPatternError, compiled, matches_of
from article.spans import Span

MOST_FOUND = 10_000
"""Matches that are held; whoever finds more looks for something else."""
BLOCK = 100_000
"""Characters, about, that are searched in one go; it takes a millisecond or two when they are folded first."""
PIECE = 4_000
"""Characters of a long paragraph that are folded at once, in two milliseconds at most."""
PATIENCE_IN_ALL = 5.0
"""Seconds that it may take for a whole text."""
MOST_FOR_ONE = 8
"""Letters that one sign is compared as; one that stands for more, as ﷺ for a phrase, is compared as itself."""
AT_ONCE = 100
"""Matches after which a search can be interrupted."""
TOO_LONG = "took too long"
"""What is the matter with a pattern that ran away."""

_ONE_SIGN = str.maketrans({**PLAIN_SIGN, **dict.fromkeys('"' + DOUBLE, "'")})
"""For plain words every quotation mark is the same."""
_AS_WRITTEN = (
    *("ss", "SS", "ae", "AE", "oe", "OE", "th", "TH", "d", "D", "o", "O", "l", "L"),
    *("d", "D", "h", "H", "t", "T", "n", "N", "i", "k"),
)
_LETTERS = dict(zip("ßẞæÆœŒþÞðÐøØłŁđĐħĦŧŦŋŊıĸ", _AS_WRITTEN, strict=True))
"""Letters that Unicode does not take apart, as they are written where a keyboard lacks them."""
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
    "\u200c\u200d\U0001f3fb-\U0001f3ff]"
)
"""Accents of Latin, Greek and Cyrillic, Hebrew and Arabic points, joiners and skin tones. In other scripts marks are
vowels, without which another word is left."""
_ESCAPED = re.compile(r"\\[pPN]\{[^}]*\}|\\.", re.DOTALL)
_FOLDED = re.compile(
    "[^ !#-_a-~\u0410-\u0418\u041a-\u0438\u043a-\u044f\u3001\u3002\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3]"
)
"""Characters that may be compared as others; only a fast path, and checked as such by a test."""


class Query(NamedTuple):
    """What is looked for."""

    text: str
    """On one line, safe to show."""
    is_pattern: bool = False
    """Whether it is a regular expression."""

    def __bool__(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.text.strip())

    @property
    def minds_case(self) -> bool:
        """Smart case: a capital letter asks for exactly that, but none of those that stand for sorts of characters."""
        text = _ESCAPED.sub("", self.text) if self.is_pattern else self.text
        return any(char.isupper() for char in text)


def query_of(typed: str, *, is_pattern: bool = False) -> Query:
    """What was typed, made safe to show."""
    return Query(clean_line(typed), is_pattern)


def fold(text: str) -> Folded:
    """A text as it is compared, but for case."""
    folding = _folding(text)
    while True:
        try:
            next(folding)
        except StopIteration as done:
            return done.value


def _folding(text: str) -> Generator[None, None, Folded]:
    """Fold a text; at every ``yield`` it can be interrupted."""
    real = list(pieces(text, PIECE, JOINING))
    folded: list[str] = []
    is_same = True
    for piece in real:
        if folded:
            yield
        as_long = _one_for_one(piece)
        folded.append("".join(one for _, one in _by_clusters(piece)) if as_long is None else closed(as_long))
        is_same = is_same and as_long is not None and len(folded[-1]) == len(piece)
    whole = "".join(folded)
    return Folded(whole, None if is_same else Origins((text, real), (whole, folded), _origins))


def _one_for_one(text: str) -> str | None:
    """A text as it is compared, but for spaces; None where that is not one character for each, or a space for a sign
    that is none."""
    signs = [(char, _sign(char)) for char in set(_FOLDED.findall(text))]
    if any(len(sign) != 1 or (sign == " " and not char.isspace()) for char, sign in signs):
        return None
    for char, sign in signs:
        if char != sign:
            text = text.replace(char, sign)
    return text


def _by_clusters(text: str) -> Iterator[tuple[int, str]]:
    """What is compared as one in a text: where it begins, and as what."""
    for found in _clusters().finditer(text):
        cluster = found[0]
        yield found.start(), _folded_cluster(f" {cluster.lstrip()}" if cluster[0].isspace() else cluster)


@lru_cache(KEPT)
def _origins(text: str, _folded: str) -> array[int]:
    """For each character of a text as it is compared, the index of the character it stands for."""
    return array("I", (start for start, folded in _by_clusters(text) for _ in folded))


def _caseless(text: str) -> str:
    """A text without regard to case; piece by piece, as each character takes many times its memory meanwhile."""
    return text.casefold() if text.isascii() else "".join(piece.casefold() for piece in pieces(text, PIECE, JOINING))


@cache
def _clusters() -> re.Pattern[str]:
    """Spaces, or a character, with the marks that belong to them."""
    return re.compile(rf"(?:\s+|.)[{marks()}{JOINING}]*", re.DOTALL)


@lru_cache(8192)
def _sign(char: str) -> str:
    """What a character is compared as that stands for itself; nothing of one that may belong to another."""
    belongs = unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"
    return "" if belongs or _ACCENTS.match(char) else _folded_cluster(char)


@lru_cache(8192)
def _folded_cluster(cluster: str) -> str:
    """A character and its marks as they are compared; nothing where only marks were."""
    if cluster.isspace():
        return " "
    base = "".join(_LETTERS.get(char, char) for char in cluster.translate(_ONE_SIGN))
    is_phrase = len(unicodedata.normalize("NFKC", base[0])) > MOST_FOR_ONE
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD" if is_phrase else "NFKD", base))
    return unicodedata.normalize("NFC", "".join(_LETTERS.get(char, char) for char in bare).translate(_ONE_SIGN))


class _Block:
    """Some paragraphs in a row, folded."""

    def __init__(self, folded: Sequence[Folded], first: int) -> None:
        self.first = first
        """The index of the first paragraph."""
        self.folded = folded
        self.starts = [0, *accumulate(len(each.text) + 1 for each in folded)]
        self.exact = "\n".join(each.text for each in folded)
        self._caseless: str | None = None

    @property
    def caseless(self) -> str:
        """The same without regard to case; every character of a folded text has one for itself."""
        if self._caseless is None:
            self._caseless = _caseless(self.exact)
        return self._caseless


class Text:
    """Paragraphs to search in. They are folded once, as far as they are searched, and kept so.

    ``first`` is the index that matches in the first of them bear, where some stand before those of the text.
    """

    def __init__(self, paragraphs: Sequence[str], first: int = 0) -> None:
        self.paragraphs = paragraphs
        self.first = first
        self._bounds = [0]
        size = 0
        for index, text in enumerate(paragraphs):
            size += len(text) + 1
            if size >= BLOCK:
                self._bounds.append(index + 1)
                size = 0
        if self._bounds[-1] < len(paragraphs):
            self._bounds.append(len(paragraphs))
        self._folded: dict[int, _Block] = {}

    @property
    def blocks(self) -> int:
        """How many blocks there are."""
        return len(self._bounds) - 1

    def block_of(self, paragraph: int) -> int:
        """The block that holds a paragraph."""
        at = paragraph - self.first
        return min(max(0, bisect_right(self._bounds, at) - 1), max(0, self.blocks - 1))

    def range_of(self, block: int) -> range:
        """The places of a block's paragraphs among all."""
        return range(self._bounds[block], self._bounds[block + 1])

    def folding(self, block: int) -> Generator[None, None, _Block]:
        """A block as plain words are looked for in it; while it is folded it can be interrupted at every ``yield``."""
        if block not in self._folded:
            there = self.range_of(block)
            folded: list[Folded] = []
            for text in self.paragraphs[there.start : there.stop]:
                one = yield from _folding(text)
                folded.append(one)
            self._folded[block] = _Block(folded, self.first + there.start)
        return self._folded[block]


class Search:
    """A search that goes on in slices, from a paragraph to the end and from the beginning to that paragraph.

    ``most`` bounds the matches held; ``once`` asks for one match a paragraph, where it is paragraphs that are sought.
    """

    def __init__(
        self, text: Text, query: Query, origin: int = 0, *, most: float = MOST_FOUND, once: bool = False
    ) -> None:
        self.query = query
        self.fault = ""
        """What is the matter with what was typed, in plain words."""
        self.is_over = False
        """Whether there is nothing left to do."""
        self.has_more = False
        """Whether there is more than is held."""
        self._text = text
        self._most = most
        self._once = once
        self._earlier: list[Span] = []
        """Matches in the blocks before the one where the search began."""
        self._later: list[Span] = []
        self._spent = 0.0
        first = text.block_of(origin)
        self._blocks = [(block, self._later) for block in range(first, text.blocks)]
        self._blocks += [(block, self._earlier) for block in range(first)]
        self._work = self._go()

    @property
    def matches(self) -> tuple[Span, ...]:
        """What was found so far, in the order of the text; never two that overlap."""
        return (*self._earlier, *self._later)

    def __len__(self) -> int:
        """How many matches were found so far."""
        return len(self._earlier) + len(self._later)

    def advance(self, seconds: float = float("inf")) -> bool:
        """Go on for a while; returns whether the search is over."""
        start = perf_counter()
        while not self.is_over:
            if next(self._work, self) is self:
                self.is_over = True
            elif perf_counter() - start >= seconds:
                break
        self._spent += perf_counter() - start
        if self.query.is_pattern and not self.is_over and self._spent > PATIENCE_IN_ALL:
            self.fault, self.is_over = TOO_LONG, True
        return self.is_over

    def _go(self) -> Generator[None]:
        """Do all there is to do; at every ``yield`` it can be interrupted."""
        if not self.query:
            return
        found = self._by_pattern() if self.query.is_pattern else self._by_words()
        for each in found:
            if each is None:
                yield
            elif len(self) >= self._most:
                self.has_more = True
                return
            else:
                span, matches = each
                matches.append(span)
                if len(matches) % AT_ONCE == 0:
                    yield

    def _by_words(self) -> Iterator[tuple[Span, list[Span]] | None]:
        """Where the words stand, with the list each place belongs to; None where it can be interrupted."""
        needle = fold(self.query.text).text
        minds_case = self.query.minds_case
        needle = needle if minds_case else needle.casefold()
        for number, matches in self._blocks if needle.strip() else ():
            block = yield from self._text.folding(number)
            for span in _spans(block, block.exact if minds_case else block.caseless, needle, once=self._once):
                yield span, matches
            yield

    def _by_pattern(self) -> Iterator[tuple[Span, list[Span]] | None]:
        """Where the expression matches anything, in the same way."""
        try:
            pattern = compiled(self.query.text, minds_case=self.query.minds_case)
        except NoPatternError as error:
            self.fault = f"no pattern: {error}"
            return
        try:
            for number, matches in self._blocks:
                for paragraph in self._text.range_of(number):
                    for start, end in matches_of(pattern, self._text.paragraphs[paragraph]):
                        yield (Span(self._text.first + paragraph, start, end), matches) if end > start else None
                        if self._once and end > start:
                            break
                    yield
        except TimeoutError:
            self.fault = TOO_LONG


def _spans(block: _Block, text: str, needle: str, *, once: bool) -> Iterator[Span]:
    """Where a block's text holds a needle."""
    last = Span(block.first - 1, 0, 0)
    at = text.find(needle)
    while at >= 0:
        index = bisect_right(block.starts, at) - 1
        low, folded = block.starts[index], block.folded[index]
        whole = low + folded.whole(at - low + len(needle))
        while (tighter := text.find(needle, at + 1, whole)) >= 0:  # “ß” in “sß”, which is “sss”
            at = tighter
        start, end = folded.real(at - low, at - low + len(needle))
        span = Span(block.first + index, start, end)
        if span.paragraph != last.paragraph or start >= last.end:
            yield span
            last = span
        at = text.find(needle, block.starts[index + 1] if once else at + len(needle))

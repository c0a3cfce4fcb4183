"""What persons are, said beside their names: Mayor Okoro; the chairman, Owen Tregarth; губернатор области."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from article.importers import cases, signs
from article.importers.lexicon import Lexicon
from article.importers.tokens import Word, joins

MOST_WORDS = 4
"""Of a title in a lexicon."""
SHORTEST = 6
"""Letters of a word that its ending may make a title."""
NONE = range(0)


class Titles:
    """The titles of a sentence; places are indexes of words."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self._words = words
        self._lexicon = lexicon

    @cached_property
    def ending(self) -> dict[int, int]:
        """Where titles end, and where they begin; titles in a row are one: former deputy mayor."""
        found: dict[int, int] = {}
        at = 0
        while at < len(self._words):
            length = self._length(at)
            if length:
                found[at + length] = found.pop(at, at) if at and joins(self._words, at) else at
            at += length or 1
        return found

    @cached_property
    def covered(self) -> frozenset[int]:
        """The words that belong to titles."""
        return frozenset(at for end, begin in self.ending.items() for at in range(begin, end))

    def of(self, at: int, end: int) -> range:
        """The title of a name, with what it is a title of; an empty range where it has none."""
        return range(self._begin(at, end), at) or self._after(at, end)

    def _length(self, at: int) -> int:
        first = self._words[at]
        for length in range(min(MOST_WORDS, len(self._words) - at), 0, -1):
            rest = self._words[at + 1 : at + length]
            tail = "".join(f" {word.small}" for word in rest)
            starts = cases.lemmas(first, self._lexicon)
            if all(word.follows_closely for word in rest) and any(s + tail in self._lexicon.titles for s in starts):
                return length
        return int(len(first.text) >= SHORTEST and first.small.endswith(self._lexicon.title_endings))

    def _begin(self, at: int, end: int) -> int:
        """Where the title before a name begins; where the name does when it has none."""
        begin = self.ending.get(at)
        if begin is None:
            return self._begin_with_complements(at) if end - at > 1 else at
        if not joins(self._words, at):
            return begin if self._is_apposition(begin, at, end) else at
        endings = self._lexicon.owned_title_endings
        return self._begin_with_owner(begin) if endings and self._words[at - 1].small.endswith(endings) else begin

    def _is_apposition(self, begin: int, at: int, end: int) -> bool:
        """Whether commas set a name off its title, and this is not another's: the mayor's chairman, Owen
        Tregarth, but not a spokesman for the mayor, Neil Abara."""
        article = signs.before_article(self._words, begin, self._lexicon)
        is_of_another = article > 0 and self._words[article - 1].small in self._lexicon.links
        return self._words[at].before == ", " and self._words[end - 1].after.startswith(",") and not is_of_another

    def _begin_with_complements(self, at: int) -> int:
        """Where a title with its complements begins: глава компании «Севергидро» Панкратов."""
        for end in range(at, max(0, at - self._lexicon.title_complements), -1):
            word = self._words[end - 1]
            if self._words[end].before not in (" ", " «", "» ") or word.small in self._lexicon.small_words:
                return at
            if end in self.ending:
                return self.ending[end]
            if not word.text.islower() and not word.ends_quotation:
                return at
        return at

    def _begin_with_owner(self, at: int) -> int:
        """Where the capitals before a title begin, or else the word before it: şube başkanı."""
        begin = at
        while begin and joins(self._words, begin) and self._may_own(begin - 1) and self._words[begin - 1].is_capital:
            begin -= 1
        return at - 1 if begin == at > 0 and joins(self._words, at) and self._may_own(at - 1) else begin

    def _may_own(self, at: int) -> bool:
        word = self._words[at].small
        return word not in self._lexicon.small_words and word not in self._lexicon.excluded

    def _after(self, at: int, end: int) -> range:
        """The title that follows a name between commas: J. D. Vance, the vice president, said."""
        if end - at < 2 or end >= len(self._words) or self._words[end].before != ", ":
            return NONE
        begin = end + (self._words[end].small in self._lexicon.articles)
        farthest = min(begin + 2 * MOST_WORDS, len(self._words))
        stop = next((stop for stop in range(begin + 1, farthest + 1) if self.ending.get(stop) == begin), begin)
        return range(begin, stop) if stop > begin and self._words[stop - 1].after.startswith(",") else NONE

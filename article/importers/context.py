"""What a whole text tells of its words: whether one with a capital is a name or another word too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from article.importers.lexicon import Lexicon
from article.importers.tokens import Word, phrase


class Context:
    """The sentences of a text, asked about a word or a name in it."""

    def __init__(self, sentences: Sequence[Sequence[Word]], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._small = frozenset(word.text for words in sentences for word in words if word.text.islower())
        self._with_article = frozenset(noun for words in sentences for noun in _with_article(words, lexicon))
        self._linked = Counter(linked for words in sentences for linked in _linked(words))
        self._pairs = frozenset(
            (first.text, second.text)
            for words in sentences
            for first, second in pairwise(words)
            if not first.initial and second.follows_closely
        )

    def owes_capital(self, word: Word, after: Word | None) -> bool:
        """Whether a word has a capital only as it begins a sentence."""
        is_ordinary = word.small in self._small or word.small in self._lexicon.ordinary
        return word.initial and is_ordinary and (after is None or (word.text, after.text) not in self._pairs)

    def recurs(self, words: Sequence[Word]) -> bool:
        """Whether words with capitals at both ends, small ones between, occur several times."""
        return self._linked[phrase(words)] > 1

    def is_ordinary(self, words: Sequence[Word]) -> bool:
        """Whether a name is other words too: one with a small letter, or a German noun with an article."""
        if self._lexicon.nouns_have_capitals:
            return any(word.text in self._with_article for word in words)
        return len(words) == 1 and words[0].small in self._small


def _linked(words: Sequence[Word]) -> Iterator[str]:
    """Runs of a capital, one or two small words and a capital: Voices of the Valley."""
    for at, word in enumerate(words):
        for end in (at + 3, at + 4):
            run = words[at:end]
            is_run = end <= len(words) and word.is_capital and run[-1].is_capital and not word.suffix
            if is_run and all(inner.text.islower() for inner in run[1:-1]) and all(w.follows_closely for w in run[1:]):
                yield phrase(run)


def _with_article(words: Sequence[Word], lexicon: Lexicon) -> Iterator[str]:
    for at, (before, word) in enumerate(pairwise(words), 1):
        if before.small in lexicon.articles and word.follows_closely:
            is_particle = at > 1 and words[at - 2].small in lexicon.particles
            yield from () if is_particle else (word.text,)

"""Where a text seems to name somebody: runs of words with capitals, taken apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from article.importers import cases
from article.importers.context import Context
from article.importers.lexicon import Lexicon
from article.importers.signs import Name, before_article, is_honorific, is_label, read_name
from article.importers.titles import NONE, Titles
from article.importers.tokens import Word, joins, sentences

MOST_WORDS = 8
"""Of a name; a longer run of capitals is a title or a list."""
MOST_LINKS = 3


def find_names(texts: Iterable[str], lexicon: Lexicon) -> list[Name]:
    """What may be the names of actors, in the order of the text."""
    read = [sentence for text in texts for sentence in sentences(text, lexicon)]
    context = Context(read, lexicon)
    return [name for sentence in read for name in _Sentence(sentence, lexicon, context).names()]


class _Sentence:
    """A sentence in which names are looked for; places in it are indexes of words."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon, context: Context) -> None:
        self._words = words
        self._lexicon = lexicon
        self._context = context
        self._titles = Titles(words, lexicon)

    def names(self) -> Iterator[Name]:
        at = 0
        while at < len(self._words):
            end = self._end_of_run(at)
            if 0 < end - at <= MOST_WORDS and not self._ends_title(at, end):
                yield from self._split(at, end)
            at = max(end, at + 1)

    # ---------------------------------------------------------------------- a run

    def _end_of_run(self, at: int) -> int:
        """Where the words that bear a capital and belong together end."""
        if not self._fits(at) or is_honorific(self._words[at], self._lexicon):
            return at
        end = at + 1
        while (further := self._end_of_link(end)) < len(self._words) and self._continues(further):
            end = further + 1
        return end

    def _fits(self, at: int) -> bool:
        """Whether a word may be part of a name."""
        word, lexicon = self._words[at], self._lexicon
        if not word.is_capital or at in self._titles.covered:
            return word.is_capital
        is_noun = lexicon.nouns_have_capitals and word.small in lexicon.ordinary
        if is_noun or word.small in lexicon.small_words or word.small in lexicon.excluded or word.is_abbreviation:
            return word.is_acronym
        after = self._words[at + 1] if at + 1 < len(self._words) and joins(self._words, at + 1) else None
        if len(word.text.rstrip(".")) == 1:
            return after is not None and after.is_capital
        return not self._context.owes_capital(word, after)

    def _continues(self, at: int) -> bool:
        """Whether a word goes on with the run before it; a suffix ends a name, unless inside of one."""
        word, before, lexicon = self._words[at], self._words[at - 1], self._lexicon
        is_inside = lexicon.kind_of(word.small) is not None and before.small not in lexicon.known
        is_surname = word.is_capital and word.small in lexicon.excluded and self._is_led(at - 1)
        return joins(self._words, at) and (self._fits(at) or is_surname) and (not before.suffix or is_inside)

    def _end_of_link(self, at: int) -> int:
        """Past the small words inside a name: University of Lakeford, Ursula von der Leyen."""
        end, farthest = at, min(len(self._words), at + MOST_LINKS)
        while end < farthest and self._words[end].text.islower() and joins(self._words, end):
            end += 1
        link = " ".join(word.small for word in self._words[at:end])
        is_organization = self._lexicon.kind_of(self._words[at - 1].small) or (
            self._context.recurs(self._words[at - 1 : end + 1]) and at not in self._titles.ending
        )
        if link in self._lexicon.links and is_organization:
            return end
        return end if end < len(self._words) and self._links_person(at, end) else at

    def _links_person(self, at: int, end: int) -> bool:
        """Whether small words belong to a surname; German has the same ones between any nouns."""
        between = [word.small for word in self._words[at:end]]
        is_surname = set(between) <= self._lexicon.particles and not self._lexicon.kind_of(self._words[end].small)
        return is_surname and (
            not self._lexicon.nouns_have_capitals or (between[:1] != ["der"] and self._is_led(at - 1))
        )

    def _is_led(self, at: int) -> bool:
        """Whether a title or a verb before a word shows that the name of a person begins with it."""
        if at in self._titles.ending:
            return True
        before = self._words[at - 1].small if at and joins(self._words, at) else ""
        return before in self._lexicon.speech_before or before in self._lexicon.honorifics

    def _ends_title(self, at: int, end: int) -> bool:
        """Whether a run belongs to the title before it: Secretary of Culture, but director of the Trust."""
        if self._words[at].small in self._lexicon.known or self._lexicon.kind_of(self._words[end - 1].small):
            return False
        links = (" ".join(word.small for word in self._words[at - size : at]) for size in (1, 2) if size <= at)
        return any(at - 1 - link.count(" ") in self._titles.ending for link in links if link in self._lexicon.links)

    # ---------------------------------------------------------------------- its names

    def _split(self, at: int, end: int) -> Iterator[Name]:
        """The names in a run: a title inside parts them."""
        ending = self._titles.ending
        for stop in [stop for stop in range(at + 1, end + 1) if stop in ending]:
            has_article = before_article(self._words, at, self._lexicon) < at
            begin = max(at, ending[stop])
            if stop < end or begin == at or has_article:
                yield from self._names_between(at, begin)
                at = stop
        yield from self._names_between(at, end)

    def _names_between(self, at: int, end: int) -> Iterator[Name]:
        """The names in a part of a run; in Russian several may stand side by side, the titled one last."""
        if at == end:
            return
        title = self._titles.of(at, end)
        while at < end and self._is_passing(at, end):
            at += 1
        while at < end and self._words[end - 1].text.islower():
            end -= 1
        parts = list(cases.parts(self._words[at:end], self._lexicon, has_title=bool(title)))
        for part in parts:
            if not all(word.small in self._lexicon.ordinary for word in part):
                yield self._name(at, at + len(part), title if part is parts[-1] else NONE)
            at += len(part)

    def _is_passing(self, at: int, end: int) -> bool:
        """Whether no name begins here yet: Russian (analysts), but Russian Foreign Ministry."""
        word, lexicon = self._words[at], self._lexicon
        if lexicon.nouns_have_capitals and at + 1 < end and is_label(word, lexicon):
            return self._words[at + 1].is_capital
        is_demonym = word.small in lexicon.demonyms
        return word.text.islower() or (is_demonym and not lexicon.kind_of(self._words[end - 1].small))

    def _name(self, at: int, end: int, title: range) -> Name:
        is_ordinary = self._context.is_ordinary(self._words[at:end])
        return read_name(self._words, at, end, title, self._lexicon, is_ordinary=is_ordinary)

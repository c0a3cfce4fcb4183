"""A paragraph as words, each with what stands around it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from article.importers.lexicon import ARABIC_ARTICLES, NO_ACRONYMS, Lexicon

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s?[^\W\d_])|[^\W_]+(?:[-‐‑'’ʼ&][^\W_]+)*")
"""Dotted letters (U.S.), an initial with its full stop, or a word with what hyphens and apostrophes join to it."""
_APOSTROPHE = re.compile("['’ʼ]")
_SENTENCE_END = re.compile(r"[.!?…。]")
_OPENING = re.compile(r"(?:[“„«‚‹]|«\s)$|(?:^|[\s(—–-])[\"”'‘]$|:\s|^\s*[—–-]\s|[•*]\s")
"""What stands before the first word of a quotation, of a speech after a colon or a dash, of an item."""
_QUOTE_END = re.compile(r"^[”»“\"’›‘]")
_QUOTE_BEGIN = re.compile(r"[“„«\"‚‹”]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph: ``text`` is its name part, ``suffix`` an apostrophe with what it sets apart
    (Erdoğan + 'ın), ``small`` the name part in small letters; ``before`` and ``after`` are the characters
    up to the words beside it."""

    text: str
    small: str
    suffix: str
    before: str
    after: str
    initial: bool
    """Whether any word would bear a capital here."""

    @property
    def is_capital(self) -> bool:
        head, _, last = self.text.rpartition("-")
        if head in ARABIC_ARTICLES:
            return last[0].isupper()
        return self.text[0].isupper() and not (head and last.islower())

    @property
    def is_acronym(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) > 1 and all(map(str.isupper, letters)) and self.small not in NO_ACRONYMS

    @property
    def is_abbreviation(self) -> bool:
        """Whether it is written in capitals and names nobody: GDP, MP."""
        return self.small in NO_ACRONYMS and self.text.isupper()

    @property
    def begins_quotation(self) -> bool:
        return bool(_QUOTE_BEGIN.search(self.before))

    @property
    def ends_quotation(self) -> bool:
        return bool(_QUOTE_END.match(self.after))

    @property
    def follows_closely(self) -> bool:
        """Whether nothing but a space parts it from the word before."""
        return len(self.before) == 1 and self.before.isspace()


def joins(words: Sequence[Word], at: int) -> bool:
    """Whether nothing but a space, or the apostrophe of a plural, parts a word from the one before."""
    word = words[at]
    return word.follows_closely or (word.before in ("' ", "’ ") and words[at - 1].small.endswith("s"))


def phrase(words: Sequence[Word]) -> str:
    """What stands in the text from the first of some words to the last, this without its suffix."""
    return "".join(word.text + word.suffix + word.after for word in words[:-1]) + words[-1].text


def small(text: str, language: str | None) -> str:
    """A word in small letters; Turkish has two letters i."""
    return (text.replace("I", "ı").replace("İ", "i") if language == "tr" else text).lower()


def sentences(text: str, lexicon: Lexicon) -> Iterator[list[Word]]:
    """The words of a paragraph, sentence by sentence; a shouted sentence, in which capitals tell
    nothing, is left out."""
    sentence: list[Word] = []
    for word, ends_before in _words(unicodedata.normalize("NFC", text), lexicon):
        if ends_before and sentence:
            yield from _unless_shouted(sentence)
            sentence = []
        sentence.append(word)
    yield from _unless_shouted(sentence)


def _unless_shouted(sentence: list[Word]) -> Iterator[list[Word]]:
    shouted = sum(len(word.text) > 1 and word.text.isupper() for word in sentence)
    if sentence and (2 * shouted <= len(sentence) or len(sentence) < 4):
        yield sentence


def _words(text: str, lexicon: Lexicon) -> Iterator[tuple[Word, bool]]:
    """Each word, and whether a sentence ends before it."""
    found = list(_WORD.finditer(text))
    previous: Word | None = None
    for index, match in enumerate(found):
        before = text[found[index - 1].end() if index else 0 : match.start()]
        after = text[match.end() : found[index + 1].start() if index + 1 < len(found) else len(text)]
        if previous and _is_abbreviation(previous, before, lexicon):
            before = before[1:]
        ends = previous is None or bool(_SENTENCE_END.search(before))
        previous = _word(match, before, after, lexicon, initial=ends or bool(_OPENING.search(before)))
        yield previous, ends


def _is_abbreviation(word: Word, after: str, lexicon: Lexicon) -> bool:
    return after.startswith(". ") and (word.small in lexicon.honorifics or word.small in lexicon.abbreviations)


def _word(match: re.Match[str], before: str, after: str, lexicon: Lexicon, *, initial: bool) -> Word:
    text, suffix = match[0], ""
    head, apostrophe, tail = _parted(text)
    if apostrophe and head[0].isupper() and tail.islower():
        text, suffix = head, apostrophe + tail
    elif apostrophe and head.islower() and len(head) <= 4 and tail[0].isupper():
        text = tail
    return Word(text, small(text, lexicon.language), suffix, before, after, initial=initial)


def _parted(text: str) -> tuple[str, str, str]:
    """A word at its last apostrophe."""
    found = list(_APOSTROPHE.finditer(text))
    if not found:
        return text, "", ""
    return text[: found[-1].start()], found[-1][0], text[found[-1].end() :]

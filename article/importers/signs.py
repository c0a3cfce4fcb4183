"""A name in its sentence, and the signs beside it: titles, verbs of speech, articles, prepositions.

In what follows a name is words ``begin`` to ``end``, the end excluded, of a sentence, and its title is
part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from article.importers import cases
from article.importers.lexicon import Lexicon
from article.importers.tokens import Word, phrase

MOST_BETWEEN = 2
"""Words between a name and its verb: Peskov has repeatedly said."""
MOST_IN_PHRASE = 3

Words = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: its words, and the signs that it is one."""

    words: tuple[Word, ...]
    title: tuple[Word, ...] = ()
    """What stands beside it and says what the person is."""
    titled: str = ""
    """The name with its title."""
    has_honorific: bool = False
    said: str = ""
    """The name with the verb of speech beside it."""
    source: str = ""
    """The name with what calls it a source."""
    has_article: bool = False
    has_label: bool = False
    """Whether the word before says that an organization is meant."""
    is_placed: bool = False
    """Whether it stands where a place does."""
    is_quoted: bool = False
    is_ordinary: bool = False
    """Whether the text has it as another word too."""
    acronym: str = ""
    """Stands in brackets behind it."""

    @property
    def text(self) -> str:
        return phrase(self.words)

    @property
    def is_initial(self) -> bool:
        """Whether its capital tells nothing."""
        return len(self.words) == 1 and self.words[0].initial and not (self.words[0].suffix or self.is_quoted)


def read_name(words: Words, at: int, end: int, title: range, lexicon: Lexicon, *, is_ordinary: bool) -> Name:
    """The name of words ``at`` to ``end`` with the signs that stand beside it."""
    begin = min(at, title.start) if title else at
    titled = phrase(words[begin : max(end, title.stop)]) if title else ""
    has_honorific = begin > 0 and is_honorific(words[begin - 1], lexicon)
    begin -= has_honorific
    return Name(
        words=tuple(words[at:end]),
        title=tuple(words[title.start : title.stop]),
        titled=titled,
        has_honorific=has_honorific,
        said=said(words, begin, at, end, lexicon),
        source=source(words, begin, end, lexicon),
        has_article=before_article(words, begin, lexicon) < begin,
        has_label=has_label(words, at, end, lexicon),
        is_placed=is_placed(words, begin, end, lexicon),
        is_quoted=words[at].begins_quotation and words[end - 1].ends_quotation and not words[end - 1].suffix,
        is_ordinary=is_ordinary,
        acronym=acronym(words, at, end),
    )


def is_honorific(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is said before the name of a person, and no role."""
    return word.small.rstrip(".") in lexicon.honorifics


def is_label(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is said before the name of an organization."""
    return not lexicon.labels.isdisjoint(cases.lemmas(word, lexicon))


def has_label(words: Words, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word beside a name says that an organization is meant: компания «Севергидро», Unison, the union."""
    if at > 0 and words[at].before in (" ", " «", " „", " “") and is_label(words[at - 1], lexicon):
        return True
    rest = words[end : end + 2]
    if not rest or rest[0].before != ", ":
        return False
    noun = rest[-1] if rest[0].small in lexicon.articles else rest[0]
    return noun.after.startswith(",") and lexicon.kind_of(noun.small) is not None


def acronym(words: Words, at: int, end: int) -> str:
    """What stands in brackets behind a name, and begins like it: Lakeford Harbor Board (LHB)."""
    if end >= len(words) or words[end].before != " (" or not words[end].after.startswith(")"):
        return ""
    return words[end].text if words[end].is_acronym and words[end].text[0] == words[at].text[0] else ""


def before_article(words: Words, begin: int, lexicon: Lexicon) -> int:
    """Where the article before a name begins; where the name does when it has none."""
    has_article = begin and words[begin].follows_closely and words[begin - 1].small in lexicon.articles
    return begin - 1 if has_article else begin


def is_placed(words: Words, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name stands where a place does."""
    if words[end - 1].suffix[1:] in lexicon.locative_suffixes:
        return True
    begin = before_article(words, begin, lexicon)
    return begin > 0 and words[begin].follows_closely and words[begin - 1].small in lexicon.locatives


def said(words: Words, begin: int, name: int, end: int, lexicon: Lexicon) -> str:
    """The name, which after its title begins at ``name``, with the verb that makes it a speaker; empty
    when there is none."""
    if words[end - 1].suffix:
        return ""
    if verb := _verb_after(words, begin, end, lexicon):
        return phrase(words[begin:verb])
    at = before_article(words, begin, lexicon)
    if (verb := _verb_before(words, at, lexicon)) < at:
        return phrase(words[verb:end])
    if lexicon.verb_ends_sentence and (begin == 0 or "," in words[begin].before) and end < len(words):
        return _said_at_end(words, name, end, lexicon)
    return ""


def source(words: Words, begin: int, end: int, lexicon: Lexicon) -> str:
    """The name with what calls it a source; empty when nothing does."""
    if end < len(words) and words[end].follows_closely and words[end].small in lexicon.sources_after:
        return phrase(words[begin : end + 1])
    at = before_article(words, begin, lexicon)
    for length in range(1, MOST_IN_PHRASE + 1):
        if at >= length and words[at].follows_closely and _is_in(words[at - length : at], lexicon.sources):
            return phrase(words[at - length : end])
    return ""


def _said_at_end(words: Words, name: int, end: int, lexicon: Lexicon) -> str:
    """The name that begins a sentence with the verb that ends it, when it is sure to be its subject."""
    is_subject = end - name > 1 or words[end].before.startswith(",") or words[end].small in lexicon.between
    for length in (2, 1):
        if is_subject and words[end].text.islower() and _is_in(words[max(end, len(words) - length) :], lexicon.speech):
            return f"{phrase(words[name:end])} … {phrase(words[-length:])}"
    return ""


def _verb_after(words: Words, begin: int, end: int, lexicon: Lexicon) -> int:
    """Where the verb behind a name ends; 0 when there is none near. The name may be an apposition: their
    chairman, Owen Tregarth, said."""
    in_apposition = any(word.before == ", " for word in words[begin:end])
    for at in range(end, min(end + MOST_BETWEEN + 1, len(words))):
        word = words[at]
        if not word.follows_closely and not (at == end and in_apposition and word.before == ", "):
            return 0
        if word.small in lexicon.speech:
            return at + 1
        if _is_in(words[at : at + 2], lexicon.speech):
            return at + 2
        is_adverb = word.text.islower() and word.small.endswith(lexicon.adverb_endings)
        if word.small not in lexicon.between and (not is_adverb or word.small in lexicon.small_words):
            return 0
    return 0


def _verb_before(words: Words, begin: int, lexicon: Lexicon) -> int:
    """Where the verb before a name begins; where the name does when there is none near."""
    for at in (begin - 1, begin - 2):
        if at < 0 or not words[at + 1].follows_closely:
            return begin
        if words[at].small in lexicon.speech_before:
            needs_pause = lexicon.speech_before_follows_quotation and words[at].before.isspace()
            return begin if needs_pause else at
        if not words[at].text.islower() or words[at].small in lexicon.small_words:
            return begin
    return begin


def _is_in(words: Words, phrases: frozenset[str]) -> bool:
    return bool(words) and " ".join(word.small for word in words) in phrases

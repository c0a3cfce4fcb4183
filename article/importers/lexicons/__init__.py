"""The lexicons, a module a language."""

from __future__ import annotations

from article.importers.languages import FUNCTION_WORDS
from article.importers.lexicon import KNOWN, Lexicon


def lexicon_of(language: str | None) -> Lexicon:
    """The lexicon of a language; of one that has none what all languages share."""
    from article.importers.lexicons import english, german, russian, turkish

    lexicons = {module.LEXICON.language: module.LEXICON for module in (english, german, russian, turkish)}
    return lexicons.get(language) or Lexicon(language, FUNCTION_WORDS.get(language or "", frozenset()), known=KNOWN)

"""The one way in: from a source to an article."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import NamedTuple

from article.model import Article
from article.nodes import read_tree
from article.problems import Problems
from article.schema import read_article
from article.source import Source, check_characters


def load(source: Source | str | os.PathLike[str]) -> Article:
    """Read an article; ``source`` is a path, ``-`` for standard input, or a Source.

    The article bears every problem that leaves something to show, in the order of the file, as
    ``article.problems``. Raises ArticleError, with all problems found, when the source cannot be
    read as an article.
    """
    if not isinstance(source, Source):
        source = Source.of(source)
    problems = Problems(source.name)
    problems.text = source.read(problems)
    return _read(problems)


class Beginning(NamedTuple):
    """An article without its mentions, and the way to the whole of it."""

    article: Article
    whole: Article

    def complete(self) -> Article:
        return self.whole


def begin(source: Source) -> Beginning:
    """Stand-in: everything is read at once."""
    whole = load(source)
    return Beginning(replace(whole, mentions=(), problems=()), whole)


def load_text(text: str, name: str = "text") -> Article:
    """Read an article from the text of a file, as ``load`` does; ``name`` stands in its problems."""
    problems = Problems(name)
    check_characters(text, problems)
    problems.text = text
    return _read(problems)


def _read(problems: Problems) -> Article:
    return read_article(read_tree(problems.text, problems), problems)

"""The one way in: from a source to an article."""

from __future__ import annotations

import os

from article.garbage import without_collecting
from article.model import Article
from article.nodes import read_tree
from article.problems import Problems
from article.schema import Beginning, read_article
from article.source import Source, check_characters


@without_collecting()
def load(source: Source | str | os.PathLike[str]) -> Article:
    """Read an article; ``source`` is a path, ``-`` for standard input, or a Source.

    The article bears every problem that leaves something to show, in the order of the file, as
    ``article.problems``. Raises ArticleError, with all problems found, when the source cannot be
    read as an article.
    """
    return begin(source).complete()


@without_collecting()
def begin(source: Source | str | os.PathLike[str]) -> Beginning:
    """Read an article as ``load`` does, but for what takes longest in a long one: the places that name its
    actors, and the warnings of what nothing uses. ``complete`` of what it gives reads these."""
    if not isinstance(source, Source):
        source = Source.of(source)
    problems = Problems(source.name)
    problems.text = source.read(problems)
    return _begin(problems)


@without_collecting()
def load_text(text: str, name: str = "text") -> Article:
    """Read an article from the text of a file, as ``load`` does; ``name`` stands in its problems."""
    problems = Problems(name)
    check_characters(text, problems)
    problems.text = text
    return _begin(problems).complete()


def _begin(problems: Problems) -> Beginning:
    return read_article(read_tree(problems.text, problems), problems)

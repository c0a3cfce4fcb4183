"""The one way in: from a source to an article."""

from __future__ import annotations

import os

from article.model import Article
from article.nodes import read_tree
from article.problems import Problems
from article.schema import read_article
from article.source import Source


def load(source: Source | str | os.PathLike[str]) -> Article:
    """Read an article; ``source`` is a path, ``-`` for standard input, or a Source.

    The article bears every problem that leaves something to show. Raises ArticleError, with all
    problems found, when the source cannot be read as an article.
    """
    if not isinstance(source, Source):
        source = Source.of(source)
    problems = Problems(source.name)
    problems.text = source.read(problems)
    return read_article(read_tree(problems.text, problems), problems)

"""Articles of contested news: their text, their actors, and the positions these take on exact words.

This package knows no terminal. ``load`` reads a file; see ``article.model`` for what it returns.
"""

from article.loader import load
from article.model import Article
from article.problems import ArticleError, Problem

__all__ = ["Article", "ArticleError", "Problem", "load"]

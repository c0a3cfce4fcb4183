"""Articles of contested news: their text, their actors, and the positions these take on exact words.

This package knows no terminal. ``load`` reads a file; see ``article.model`` for what it returns.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from article.loader import load
    from article.model import Article
    from article.problems import ArticleError, Problem

__all__ = ["Article", "ArticleError", "Problem", "load"]

_HOMES = {"load": "loader", "Article": "model", "ArticleError": "problems", "Problem": "problems"}


def __getattr__(name: str) -> object:
    """What the package offers, imported when it is asked for: who is handed an article need not read one."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"article.{_HOMES[name]}"), name)

"""``kremlin-tui [FILE]``: an article in the reader, or as plain text."""

from __future__ import annotations

from article.clean import clean_line
from article.loader import load
from article.model import Article
from article.problems import ArticleError
from article.source import Source
from tui.cli.streams import FAILED, MISUSED, OK, say, take_terminal, write


def read(file: str | None, *, plain: bool, theme: str | None) -> int:
    """Open a file, or the shipped article; returns the exit code."""
    try:
        article = load(Source.shipped() if file is None else Source.of(file))
    except ArticleError as error:
        for problem in error.problems:
            say(str(problem))
        return FAILED
    if plain or not take_terminal():
        return _print(article)
    return _open(article, theme)


def _open(article: Article, theme: str | None) -> int:
    from tui.app import KremlinApp

    app = KremlinApp(article)
    if theme:
        if theme not in app.available_themes:
            names = ", ".join(sorted(app.available_themes))
            say(f"kremlin-tui: there is no theme “{clean_line(theme)}”. Known: {names}.")
            return MISUSED
        app.theme = theme
    app.run()
    return app.return_code or OK


def _print(article: Article) -> int:
    from article.exporters.plain import plain_text

    for problem in article.problems:
        say(str(problem))
    return write(plain_text(article))

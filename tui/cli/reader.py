"""``kremlin-tui [FILE]``: an article in the reader, or as plain text."""

from __future__ import annotations

import gc

from article.clean import clean_line, safe_name
from article.loader import load
from article.model import Article
from article.problems import ArticleError
from article.source import Source, no_articles
from article.wording import count
from tui.cli.streams import FAILED, MISUSED, OK, say, take_terminal, write

MOST_NAMED = 20
"""Articles of a folder that are named; more are counted."""


def read(file: str | None, *, plain: bool, theme: str | None) -> int:
    """Open a file, the only article of a folder, or the shipped one; returns the exit code."""
    sources = (Source.shipped(),) if file is None else Source.all_of(file)
    if sources and (plain or not take_terminal()):
        return max([_print(source) for source in sources])
    if len(sources) != 1:
        return _choose(file or "", sources)
    article = _load(sources[0])
    return FAILED if article is None else _open(article, theme)


def _load(source: Source) -> Article | None:
    """The article, or None after its problems are told where it is none."""
    try:
        return load(source)
    except ArticleError as error:
        for problem in error.problems:
            say(str(problem))
        return None


def _choose(folder: str, sources: tuple[Source, ...]) -> int:
    """Say which articles a folder holds, where it is not one."""
    if not sources:
        say(str(no_articles(folder)))
        return FAILED
    say(f"kremlin-tui: {safe_name(folder)} holds {count(len(sources), 'article')}; name one.")
    for source in sources[:MOST_NAMED]:
        say(f"  {source.name}")
    if len(sources) > MOST_NAMED:
        say(f"  and {len(sources) - MOST_NAMED:,} more")
    return MISUSED


def _open(article: Article, theme: str | None) -> int:
    gc.disable()  # Nothing made at the start is garbage; the app looks for it again once it is ready.
    try:
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
    finally:
        gc.enable()


def _print(source: Source) -> int:
    from article.exporters.plain import plain_text

    article = _load(source)
    if article is None:
        return FAILED
    for problem in article.problems:
        say(str(problem))
    return write(plain_text(article))

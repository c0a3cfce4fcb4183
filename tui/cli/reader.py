"""``kremlin-tui [FILE]``: an article in the reader, or as plain text.

The file is read by a process of its own, which starts before anything else is loaded.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from article.reading import STANDARD_INPUT, Reading
from tui.cli.streams import FAILED, INTERRUPTED, MISUSED, OK, fill_gaps, find_keyboard, say, take_keyboard, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from article.model import Article
    from article.problems import Problem
    from article.source import Source

MOST_NAMED = 20
"""Articles of a folder that are named; more are counted."""
PATIENCE = 0.1
"""Seconds for which an article may be waited for when all else is ready, before the screen says that it is."""


def read(file: str | None = None, *, plain: bool = False, theme: str | None = None) -> int:
    """Open a file, the only article of a folder, or the shipped one; returns the exit code."""
    fill_gaps()
    keyboard = None if plain else find_keyboard()
    if keyboard is None:
        return _print_all(file)
    if file and file != STANDARD_INPUT and Path(file).is_dir():
        sources = _sources(file)
        if len(sources) != 1:
            return _choose(file, sources)
        file = str(sources[0].path)
    gc.disable()  # Nothing made at the start is garbage; the app looks for it again once it is ready.
    try:
        return _read(file, keyboard, theme)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.enable()


def _read(file: str | None, keyboard: int, theme: str | None) -> int:
    # Somebody who types an article at the keyboard needs it until the end of that.
    typed = file == STANDARD_INPUT and (sys.stdin is None or sys.stdin.isatty())
    opened = (None if typed else Reading.start(file)) or _load(_source(file))
    if opened is None:
        return FAILED
    take_keyboard(keyboard)
    try:
        return _open(opened, theme)
    finally:
        if isinstance(opened, Reading):
            opened.stop()


def _open(opened: Article | Reading, theme: str | None) -> int:
    """Show an article, or one that is being read; returns the exit code."""
    from tui.app import KremlinApp

    if isinstance(opened, Reading):
        opened.wait(PATIENCE)
        if opened.ended and not opened.article:
            return _tell_end(opened)
    app = KremlinApp(opened)
    if theme:
        if theme not in app.available_themes:
            from article.clean import clean_line

            names = ", ".join(sorted(app.available_themes))
            say(f"kremlin-tui: there is no theme “{clean_line(theme)}”. Known: {names}.")
            return MISUSED
        app.theme = theme
    try:
        app.run()
    finally:
        app.give_back()
    if app.crash:
        raise app.crash
    if isinstance(opened, Reading) and opened.ended and not opened.article and not app.return_code:
        return _tell_end(opened)
    return app.return_code or OK


def _tell_end(reading: Reading) -> int:
    """Say why there is no article; returns the exit code."""
    _tell(reading.problems)
    if reading.trace:
        from tui.cli.crash import FaultError

        raise FaultError(f"{reading.name} could not be read: {reading.fault}", reading.trace)
    if reading.fault:
        say(f"kremlin-tui: {reading.name} could not be read: {reading.fault}.")
    return FAILED


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        say(str(problem))


def _source(file: str | None) -> Source:
    from article.source import Source

    return Source.shipped() if file is None else Source.of(file)


def _sources(file: str) -> tuple[Source, ...]:
    from article.source import Source

    return Source.all_of(file)


def _load(source: Source) -> Article | None:
    """The article, or None after its problems are told where it is none."""
    from article.loader import load
    from article.problems import ArticleError

    try:
        return load(source)
    except ArticleError as error:
        _tell(error.problems)
        return None


def _choose(folder: str, sources: tuple[Source, ...]) -> int:
    """Say which articles a folder holds, where it is not one."""
    from article.clean import safe_name
    from article.source import no_articles
    from article.wording import count

    if not sources:
        say(str(no_articles(folder)))
        return FAILED
    say(f"kremlin-tui: {safe_name(folder)} holds {count(len(sources), 'article')}; name one.")
    for source in sources[:MOST_NAMED]:
        say(f"  {source.name}")
    if len(sources) > MOST_NAMED:
        say(f"  and {len(sources) - MOST_NAMED:,} more")
    return MISUSED


def _print_all(file: str | None) -> int:
    """Print a file, or every article of a folder, as plain text."""
    sources = (_source(None),) if file is None else _sources(file)
    return max([_print(source) for source in sources]) if sources else _choose(file or "", sources)


def _print(source: Source) -> int:
    from article.exporters.plain import plain_text

    article = _load(source)
    if article is None:
        return FAILED
    _tell(article.problems)
    return write(plain_text(article))

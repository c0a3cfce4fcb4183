"""``kremlin-tui [FILE]``: an article in the reader, or as plain text.

The file is read by a process of its own, which starts before anything else is loaded.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, TypeGuard

from article.reading import STANDARD_INPUT, Read, Reading
from tui.cli.sparing import sparing
from tui.cli.streams import FAILED, INTERRUPTED, MISUSED, OK, fill_gaps, find_keyboard, say, take_keyboard, write
from tui.file import File

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from article.model import Article
    from article.problems import Problem
    from article.source import Source
    from tui.memory import Memory

WINDOW, TOOLKIT = ("COLUMNS", "LINES"), "TEXTUAL_"
"""Variables that would tell Textual another size than the window has, and those that are for its own developers."""
MOST_NAMED = 20
"""Articles of a folder that are named; more are counted."""
PATIENCE = 0.1
"""Seconds for which an article may be waited for when all else is ready, before the screen says that it is."""


def read(
    file: str | None = None,
    *,
    plain: bool = False,
    fresh: bool = False,
    watch: bool = False,
    asked: Mapping[str, object] | None = None,
) -> int:
    """Open a file, the only article of a folder, or the shipped one, with the settings ``asked`` for; returns the
    exit code."""
    fill_gaps()
    asked = asked or {}
    keyboard = None if plain else find_keyboard()
    if keyboard is None:
        return _print_all(file, asked)
    if file and file != STANDARD_INPUT and os.path.isdir(file):  # noqa: PTH112 - pathlib raises where a name is too long
        sources = _sources(file)
        if len(sources) != 1:
            return _choose(file, sources)
        file = str(sources[0].path)
    for name in [name for name in os.environ if name in WINDOW or name.startswith(TOOLKIT)]:
        del os.environ[name]
    gc.disable()  # Nothing made at the start is garbage; the app looks for it again once it is ready.
    try:
        return _read(file, keyboard, asked, fresh=fresh, watch=watch)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.enable()


def _read(path: str | None, keyboard: int, asked: Mapping[str, object], *, fresh: bool, watch: bool) -> int:
    file = File(path, watched=watch)
    # Somebody who types an article at the keyboard needs it until the end of that.
    typed = path == STANDARD_INPUT and (sys.stdin is None or sys.stdin.isatty())
    opened = _load(_source(path)) if typed else Reading.start(path, early=True) or Read.of(path)
    if opened is None:
        return FAILED
    take_keyboard(keyboard)
    try:
        file.memory = _memory(path, fresh=fresh)
        return _open(opened, asked, file)
    finally:
        if isinstance(opened, Reading):
            opened.stop()


def _memory(path: str | None, *, fresh: bool) -> Memory | None:
    """Where the reader's place in an article is kept, read while the article is."""
    if path == STANDARD_INPUT:
        return None
    from tui.memory import Memory

    memory = Memory.of(path, fresh=fresh)
    memory.recall()
    return memory


def _open(opened: Article | Reading | Read, asked: Mapping[str, object], file: File) -> int:
    """Show an article, or one that is being read; returns the exit code."""
    with sparing():
        import_module("textual.app")
    from tui.app import KremlinApp
    from tui.settings import load as load_settings

    if isinstance(opened, Reading):
        opened.wait(PATIENCE)
    if _is_refused(opened, file):
        return _tell_end(opened)
    app = KremlinApp(opened, file, load_settings(asked))
    if "theme" in asked and app.theme != asked["theme"]:
        from article.clean import clean_line

        names = ", ".join(sorted(app.available_themes))
        say(f"kremlin-tui: there is no theme “{clean_line(str(asked['theme']))}”. Known: {names}.")
        return MISUSED
    # What is of no account, as an object that cannot be cleared away, would be printed over the screen, with its words.
    sys.unraisablehook = lambda _: None
    try:
        app.run()
    finally:
        app.give_back()
    if file.memory and file.memory.fault:
        say(f"kremlin-tui: your place could not be kept: {file.memory.fault.rstrip('.')}.")
    if app.crash:
        raise app.crash
    return _told(app.return_code or OK, opened, file)


def _told(code: int, opened: Article | Reading | Read, file: File) -> int:
    """Say why there is no article, where whoever read left for that; returns the exit code."""
    if code not in (OK, FAILED):  # A signal has ended the program.
        return code
    if file.refused:
        _tell(file.refused)
        return FAILED
    if _is_refused(opened, file):
        return _tell_end(opened)
    return code


def _is_refused(opened: Article | Reading | Read, file: File) -> TypeGuard[Reading | Read]:
    """Whether there is no article, nor a list of problems to mend on the screen."""
    if isinstance(opened, Reading | Read) and opened.ended and not opened.article:
        return not file.can_be_mended(opened.problems)
    return False


def _tell_end(reading: Reading | Read) -> int:
    """Say why there is no article; returns the exit code."""
    _tell(reading.problems)
    if isinstance(reading, Reading) and reading.trace:
        from tui.cli.crash import FaultError

        raise FaultError(f"{reading.name} could not be read: {reading.fault}", reading.trace)
    if isinstance(reading, Reading) and reading.fault:
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


def _print_all(file: str | None, asked: Mapping[str, object]) -> int:
    """Print a file, or every article of a folder, as plain text."""
    from tui.settings import ASCII, load

    settings = load(asked)
    # What a terminal cannot show is no matter of a file: of that, write takes care.
    in_ascii = settings.glyphs == ASCII and not settings.origin("glyphs").is_default
    sources = (_source(None),) if file is None else _sources(file)
    return max([_print(source, in_ascii=in_ascii) for source in sources]) if sources else _choose(file or "", sources)


def _print(source: Source, *, in_ascii: bool) -> int:
    from article.exporters.plain import plain_text

    article = _load(source)
    if article is None:
        return FAILED
    _tell(article.problems)
    text = plain_text(article)
    if in_ascii:
        from tui.signs import straight

        text = straight(text)
    return write(text)

"""The command line: arguments, standard output and error, exit codes."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TextIO, cast

from article.clean import clean_line
from article.loader import load
from article.model import Article
from article.problems import ArticleError
from article.source import Source
from tui import __version__

OK, UNREADABLE, MISUSED = 0, 1, 2
DESCRIPTION = """\
Read contested news: the text, its actors, and the positions they take on exact words.
Without FILE the shipped article opens; FILE is an article in YAML, “-” is standard input."""


class _Parser(argparse.ArgumentParser):
    """Repeats nothing of the arguments that a terminal would obey."""

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))


def parser() -> argparse.ArgumentParser:
    """The arguments of the command."""
    parser = _Parser("kremlin-tui", description=DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", metavar="FILE", help="the article to open")
    parser.add_argument("--plain", action="store_true", help="print the article as plain text and exit")
    parser.add_argument("--theme", metavar="NAME", help="ink (dark), paper (light), or any Textual theme")
    parser.add_argument("--version", action="version", version=f"kremlin-tui {__version__}")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code: 0, 1 when the file is no article, 2 for wrong arguments."""
    options = parser().parse_args(arguments)
    try:
        article = load(Source.shipped() if options.file is None else Source.of(options.file))
    except ArticleError as error:
        for problem in error.problems:
            _say(str(problem))
        return UNREADABLE
    if options.plain or not _take_terminal():
        return _print_plain(article)
    return _open(article, options.theme)


def _open(article: Article, theme: str | None) -> int:
    from tui.app import KremlinApp

    app = KremlinApp(article)
    if theme:
        if theme not in app.available_themes:
            names = ", ".join(sorted(app.available_themes))
            _say(f"kremlin-tui: there is no theme “{clean_line(theme)}”. Known: {names}.")
            return MISUSED
        app.theme = theme
    app.run()
    return app.return_code or OK


def _print_plain(article: Article) -> int:
    from article.exporters.plain import plain_text

    for problem in article.problems:
        _say(str(problem))
    return _write(plain_text(article))


def _write(text: str) -> int:
    """Put a text on standard output, in whatever coding it has; returns the exit code."""
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        _say("kremlin-tui: standard output is closed.")
        return UNREADABLE
    out.reconfigure(errors="replace")
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when the interpreter closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, BrokenPipeError):
            return OK
        _say(f"kremlin-tui: the text cannot be written: {clean_line(error.strerror or str(error))}.")
        return UNREADABLE
    return OK


def _say(line: str) -> None:
    """One line on standard error, where there is one."""
    with suppress(OSError):
        err = cast("TextIO | None", sys.stderr)
        if err is not None:
            err.write(line + "\n")


def _take_terminal() -> bool:
    """Whether there is a terminal to draw on, in UTF-8, and to type at.

    Textual draws on standard error. Where standard input is not the keyboard (the article may have
    come through it), the keyboard is taken from the controlling terminal.
    """
    coding = (sys.__stderr__.encoding if sys.__stderr__ else "").lower().replace("-", "")
    if os.environ.get("TERM", "dumb") == "dumb" or coding != "utf8" or not (os.isatty(1) and os.isatty(2)):
        return False
    if os.isatty(0):
        return True
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), 0)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())

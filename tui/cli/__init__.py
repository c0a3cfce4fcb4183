"""The command line: which command is meant; each has a module of its own, loaded when it is called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from tui import __version__, leaves

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.cli.arguments import Parser

COMMANDS = {
    "new": "make an article to complete, from a text",
    "check": "list the problems of articles, each with its place and a remedy",
    "fmt": "put articles in canonical order and layout",
    "schema": "print the JSON Schema of the format, for editors",
    "config": "print where the settings are, and which are in force",
    "completion": "print what completes commands in bash, zsh or fish",
    "man": "print the manual page",
}
"""What each command is for; its module bears its name."""
SETTINGS = ("theme", "width", "glyphs")
"""The settings that the command line can set."""
DEBUG = "--debug"
"""It may stand anywhere, with every command."""
USAGE = """\
kremlin-tui [-h] [--plain] [--fresh] [--watch] [--theme NAME] [--width N] [--ascii] [--debug] [--version] [FILE]
       kremlin-tui COMMAND ..."""
DESCRIPTION = """\
Read contested news: the text, its actors, and the positions they take on exact words.
Without FILE the shipped article opens; FILE is an article in YAML, “-” is standard input."""
EPILOG = "commands (kremlin-tui COMMAND --help tells more of each):\n" + "\n".join(
    f"  {name:<12}  {about}" for name, about in COMMANDS.items()
)


def parser() -> Parser:
    """The arguments of the reader."""
    from tui.cli.arguments import Parser

    parser = Parser("kremlin-tui", DESCRIPTION, usage=USAGE, epilog=EPILOG)
    parser.add_argument("file", nargs="?", metavar="FILE", help="the article to open (./NAME if named like a command)")
    parser.add_argument("--fresh", action="store_true", help="begin at the beginning, wherever you were last time")
    parser.add_argument("--plain", action="store_true", help="print the article as plain text and exit")
    parser.add_argument("--theme", metavar="NAME", help="ink (dark), paper (light), or any Textual theme")
    parser.add_argument("--width", metavar="N", type=_column, help="cells of the article's column, 40 to 120")
    parser.add_argument("--ascii", dest="glyphs", action="store_const", const="ascii", help="signs of ASCII alone")
    parser.add_argument(DEBUG, action="store_true", help="after a fault of the program, show where in it that is")
    parser.add_argument("--version", action="version", version=f"kremlin-tui {__version__}")
    parser.add_argument("--watch", action="store_true", help="read FILE again whenever it changes")
    return parser


def _column(text: str) -> int:
    from argparse import ArgumentTypeError

    from tui.settings import column_of

    try:
        return column_of(int(text) if text.isdecimal() else text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None


def _options(arguments: Sequence[str]) -> Namespace:
    """The reader's arguments; too many of them may be those of a command that is misspelt."""
    known = parser()
    options, more = known.parse_known_args(arguments)
    if more:
        from difflib import get_close_matches

        meant = get_close_matches(str(options.file), COMMANDS, 1)
        known.error(f"unrecognized arguments: {' '.join(more)}" + (f" (did you mean {meant[0]}?)" if meant else ""))
    return options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    end = given.index("--") if "--" in given else len(given)
    asked = [argument for argument in given[:end] if argument != DEBUG] + given[end:]
    try:
        return _run(asked)
    except KeyboardInterrupt:
        from tui.cli.streams import INTERRUPTED

        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # the outermost edge: what Python would print may quote the article
        from tui.cli.crash import tell

        return tell(error, debug=len(asked) < len(given))


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        command: Callable[[Sequence[str]], int] = import_module(f"tui.cli.{arguments[0]}").main
        return _in_good_order(command, arguments[1:])
    from tui.cli.reader import read

    if not arguments or (len(arguments) == 1 and not arguments[0].startswith("-")):
        return read(*arguments)  # What is asked for nearly always needs no parser, which takes time to load.
    options = _options(arguments)
    asked = {name: value for name in SETTINGS if (value := getattr(options, name)) is not None}
    return read(options.file, plain=options.plain, fresh=options.fresh, watch=options.watch, asked=asked)


def _in_good_order(command: Callable[[Sequence[str]], int], arguments: Sequence[str]) -> int:
    """Run a command that leaves no half of a file when ctrl+c ends it; what that says comes too late at its end."""
    if not leaves():
        return command(arguments)
    import signal

    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return command(arguments)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)

"""The command line: which command is meant; each has a module of its own, loaded when it is called."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tui import __version__
from tui.cli.arguments import Parser


class Command(NamedTuple):
    """What a command is for, and the call that runs it with its arguments and returns the exit code."""

    about: str
    run: Callable[[Sequence[str]], int]


def _check(arguments: Sequence[str]) -> int:
    from tui.cli.check import main

    return main(arguments)


def _fmt(arguments: Sequence[str]) -> int:
    from tui.cli.fmt import main

    return main(arguments)


def _new(arguments: Sequence[str]) -> int:
    from tui.cli.new import main

    return main(arguments)


def _schema(arguments: Sequence[str]) -> int:
    from tui.cli.schema import main

    return main(arguments)


COMMANDS = {
    "new": Command("make an article to complete, from a text", _new),
    "check": Command("list the problems of articles, each with its place and a remedy", _check),
    "fmt": Command("put articles in canonical order and layout", _fmt),
    "schema": Command("print the JSON Schema of the format, for editors", _schema),
}
USAGE = """\
kremlin-tui [-h] [--plain] [--theme NAME] [--version] [FILE]
       kremlin-tui COMMAND ..."""
DESCRIPTION = """\
Read contested news: the text, its actors, and the positions they take on exact words.
Without FILE the shipped article opens; FILE is an article in YAML, “-” is standard input."""
EPILOG = "commands (kremlin-tui COMMAND --help tells more of each):\n" + "\n".join(
    f"  {name:<12}  {command.about}" for name, command in COMMANDS.items()
)


def parser() -> Parser:
    """The arguments of the reader."""
    parser = Parser("kremlin-tui", DESCRIPTION, usage=USAGE, epilog=EPILOG)
    parser.add_argument("file", nargs="?", metavar="FILE", help="the article to open (./NAME if named like a command)")
    parser.add_argument("--plain", action="store_true", help="print the article as plain text and exit")
    parser.add_argument("--theme", metavar="NAME", help="ink (dark), paper (light), or any Textual theme")
    parser.add_argument("--version", action="version", version=f"kremlin-tui {__version__}")
    return parser


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
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in COMMANDS:
        return COMMANDS[arguments[0]].run(arguments[1:])
    gc.disable()  # Nothing made at the start is garbage; the app looks for it again once it is ready.
    from tui.cli.reader import read

    options = _options(arguments)
    return read(options.file, plain=options.plain, theme=options.theme)

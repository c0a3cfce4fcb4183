"""How a command's arguments are read and its help is set."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from article.clean import clean_line
from tui.cli.streams import OK, say, write

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Keeps the lines of its texts, and repeats nothing of the arguments that a terminal would obey."""

    def __init__(self, name: str, about: str, *, usage: str | None = None, epilog: str | None = None) -> None:
        super().__init__(
            name, usage, about, epilog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
        )

    @property
    def tables(self) -> Iterable[argparse.Action]:
        """Its arguments, of which help, completion and the manual page are made."""
        return self._actions

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        if file is sys.stderr:
            say(message.removesuffix("\n"))
        elif (code := write(message)) != OK:
            sys.exit(code)


class Option(NamedTuple):
    """An argument as whoever calls the program sees it."""

    names: tuple[str, ...]
    """``-o``, ``--output``; none of what is told by its place."""
    value: str
    """What its value is called; empty where it takes none."""
    choices: tuple[str, ...]
    about: str
    several: bool
    """Whether there may be more than one value."""
    needed: bool


class Command(NamedTuple):
    """The program, or one of its commands."""

    name: str
    """Empty of the program itself."""
    about: str
    epilog: str
    options: tuple[Option, ...]

    @property
    def places(self) -> tuple[Option, ...]:
        """The arguments that are told by their place."""
        return tuple(option for option in self.options if not option.names)

    @property
    def named(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.names)


def command_of(name: str, parser: Parser) -> Command:
    """What a parser takes, as a value."""
    return Command(name, parser.description or "", parser.epilog or "", tuple(map(_option, parser.tables)))


def commands(names: Sequence[str]) -> list[Command]:
    """The program's commands."""
    return [command_of(name, import_module(f"tui.cli.{name}").parser()) for name in names]


def _option(action: argparse.Action) -> Option:
    names = tuple(action.option_strings)
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    takes = action.nargs != 0 if names else True
    choices = tuple(str(choice) for choice in action.choices or ())
    about = (action.help or "") % {"prog": "kremlin-tui", "default": action.default}
    needed = not names and action.nargs not in ("?", "*")
    return Option(names, metavar if takes else "", choices, about, action.nargs in ("+", "*"), needed)

"""How a command's arguments are read and its help is set."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

from article.clean import clean_line
from tui.cli.streams import shown_on

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class Parser(argparse.ArgumentParser):
    """Keeps the lines of its texts, and repeats nothing of the arguments that a terminal would obey."""

    def __init__(self, name: str, about: str, *, usage: str | None = None, epilog: str | None = None) -> None:
        super().__init__(
            name, usage, about, epilog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
        )

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        super()._print_message(shown_on(cast("TextIO | None", file), message), file)

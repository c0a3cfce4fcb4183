"""How a command's arguments are read and its help is set."""

from __future__ import annotations

import argparse
from typing import NoReturn

from article.clean import clean_line


class Parser(argparse.ArgumentParser):
    """Keeps the lines of its texts, and repeats nothing of the arguments that a terminal would obey."""

    def __init__(self, name: str, about: str, *, usage: str | None = None, epilog: str | None = None) -> None:
        super().__init__(
            name, usage, about, epilog, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
        )

    def error(self, message: str) -> NoReturn:
        super().error(clean_line(message))

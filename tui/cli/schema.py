"""``kremlin-tui schema``: the JSON Schema of the format."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tui.cli.arguments import Parser
from tui.cli.streams import write

ABOUT = """\
Print the JSON Schema (2020-12) of an article, for editors that speak yaml-language-server:
  kremlin-tui schema > article.schema.json
and in the first line of an article beside it:
  # yaml-language-server: $schema=article.schema.json"""


def parser() -> Parser:
    """The arguments of the command, which has none."""
    return Parser("kremlin-tui schema", ABOUT)


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    from article.json_schema import json_schema

    parser().parse_args(arguments)
    return write(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")

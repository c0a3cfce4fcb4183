"""On which line of a TOML text each value is set, which the library that reads it does not tell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

_PART = r"""(?:[\w-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
_SET = re.compile(rf"[ \t]*(\[\[?)?[ \t]*({_PART}(?:[ \t]*\.[ \t]*{_PART})*)")
"""How a statement begins: with the name of a table, or of a value."""
_TOKEN = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*'|\#[^\n]*|[\[\]{}\n]|[^"'#\[\]{}\n]+''',
    re.DOTALL,
)


def lines_of(text: str) -> dict[str, int]:
    """The lines, from 1, of what a text that is TOML sets, by names with dots; of a table at the top also where only
    something within it is set. What stands in an inline table has no line of its own."""
    lines: dict[str, int] = {}
    table: list[str] = []
    number, start = 1, 0
    while start < len(text):
        if found := _SET.match(text, start):
            names = [*_names(found[2])]
            if found[1]:
                table = names
            else:
                names = [*table, *names]
            for name in (names[0], ".".join(names)):
                lines.setdefault(name, number)
        end = _end(text, start)
        number += text.count("\n", start, end)
        start = end
    return lines


def _names(key: str) -> Iterator[str]:
    for part in re.findall(_PART, key):
        if "\\" in part and part[0] == '"':
            yield from tomllib.loads(f"{part} = 0")
        else:
            yield part[1:-1] if part[0] in "\"'" else part


def _end(text: str, start: int) -> int:
    """Where a statement ends that may take several lines, or an empty line or a comment does."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        if token[0] in ("[", "{"):
            depth += 1
        elif token[0] in ("]", "}"):
            depth -= 1
        elif token[0] == "\n" and not depth:
            return token.end()
    return len(text)

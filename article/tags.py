"""Two letters for every actor: they tell actors apart where colour cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, product
from string import ascii_uppercase, digits

from article.cells import cells

MOST_LETTERS = 60
"""Characters of a name that are tried; where a hundred thousand names have many more, it would take long."""


def tags_for(names: Sequence[str], given: Sequence[str | None]) -> list[str]:
    """A tag for each name, at most two cells wide, each once; those given are kept where they can be."""
    taken: set[str] = set()
    tags: list[str | None] = []
    for tag in given:
        keep = tag if tag and tag not in taken and cells(tag) <= 2 else None
        taken.update((keep,) if keep else ())
        tags.append(keep)
    spare = _spare()
    used_up: set[str] = set()
    for index, name in enumerate(names):
        if tags[index] is None:
            tag = next(tag for tag in chain(_candidates(name[:MOST_LETTERS], used_up), spare) if tag not in taken)
            taken.add(tag)
            tags[index] = tag
    return [tag or "" for tag in tags]


def _candidates(name: str, used_up: set[str]) -> Iterator[str]:
    """First and last initials, then the first letter with each other one, but for letters with which all are
    taken."""
    words = [word if word.isalnum() else "".join(filter(str.isalnum, word)) for word in name.split()]
    words = [word for word in words if word[:1].isupper()] or [word for word in words if word] or ["X"]
    letters = "".join(words).upper()
    wide = [] if letters.isascii() else [char for char in letters if cells(char) == 2]
    yield from wide
    narrow = letters if letters.isascii() else "".join(c for c in letters if c.isalnum() and cells(c) == 1) or "X"
    if len(words) > 1 and not wide:
        yield words[0].upper()[0] + words[-1].upper()[0]
    yield from (narrow[0] + other for other in narrow[1:])
    if narrow[0] not in used_up:
        yield from (narrow[0] + other for other in digits + ascii_uppercase)
        used_up.add(narrow[0])


def _spare() -> Iterator[str]:
    """Whatever is free, shared by all names so that none is tried twice; more than a file can hold actors."""
    yield from (first + second for first, second in product(ascii_uppercase, digits + ascii_uppercase))
    for low, high in ((0x3B1, 0x3CA), (0x100, 0x250)):
        yield from (chr(first) + chr(second) for first, second in product(range(low, high), repeat=2))
    yield from (chr(code) for code in chain(range(0x4E00, 0x9FFF), range(0x20000, 0x2A6DF)))

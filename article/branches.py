"""A file as branches: its keys with their values and its items, where each begins and ends, and what stands between."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from article.clean import line_starts
from article.fields import Field
from article.nodes import Mapping, Node, Scalar, Sequence
from article.problems import Place

BREAKS = "\n\u2028\u2029"
"""What ends a line in a text whose other line breaks have become newlines; YAML keeps the rarer two."""
BREAK = re.compile(f"[{BREAKS}]")
_HEADER = re.compile(r"[|>][-+0-9]*")
"""YAML 1.1, section 9.1.1: what announces a block of text, without its comment."""
_SIGN = re.compile(
    rf"^%[^#\n]*|^---|(?P<comment>#[^{BREAKS}]*)|(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<dash>-)", re.MULTILINE
)
"""What stands between the texts of a file: directives, comments, brackets, dashes; the rest tells nothing."""


class Writing:
    """The text of a file, by the places of its values."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = line_starts(text)

    def start(self, place: Place) -> int:
        """The index of the first character at a place."""
        return self._lines[place.line - 1] + place.column - 1

    def end(self, place: Place) -> int:
        """The index after the last character at a place."""
        return self._lines[place.end_line - 1] + place.end_column - 1

    def of(self, scalar: Scalar) -> str:
        """A text as it is written, its quotation marks included."""
        return self.text[self.start(scalar.place) : self.end(scalar.place)]

    def header(self, scalar: Scalar) -> str:
        """The sign that announces a block of text; nothing where the text is written otherwise."""
        found = _HEADER.match(self.text, self.start(scalar.place)) if scalar.style in ("|", ">") else None
        return found[0] if found else ""

    def line(self, index: int) -> int:
        """The number of the line, from 1, on which a character stands."""
        return bisect_right(self._lines, index)

    def before(self, index: int) -> str:
        """What stands before a character on its line."""
        return self.text[self._lines[self.line(index) - 1] : index]


@dataclass(slots=True, eq=False)
class Branch:
    """A key with its value, an item of a list, or the whole file, and the comments that speak about it."""

    node: Node
    key: Scalar | None
    trunk: Branch | None
    """The branch it grows on; the whole file grows on none."""
    branches: list[Branch] = dataclasses.field(default_factory=list["Branch"])
    start: int = 0
    """Where it begins: at its key, or at the dash of the item."""
    value: tuple[int, int] = (0, 0)
    """Where its text begins and ends, or its brackets; a list or mapping without brackets has no end."""
    field: Field[object] | None = None
    """What the format says its value is; None where it does not tell, or has not been asked."""
    bracketed: bool = False
    """Whether its value stands in brackets, be it that of a list around it."""
    above: list[str] = dataclasses.field(default_factory=list[str])
    """Comments on lines of their own before it; of the whole file with empty lines between groups."""
    beside: list[str] = dataclasses.field(default_factory=list[str])
    """Comments at the end of its line."""
    below: list[str] = dataclasses.field(default_factory=list[str])
    """Comments on lines of their own after all that grows on it."""

    @property
    def column(self) -> int:
        """How far that which grows on it is set in."""
        return self.node.place.column - 1

    @property
    def name(self) -> str:
        """Its key, if it has one."""
        return self.key.text if self.key else ""

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.trunk is not None and self.key is None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written as its value, or a list or mapping with nothing in it."""
        return not self.branches and (not isinstance(self.node, Scalar) or self.value[0] == self.value[1])

    @property
    def is_bare(self) -> bool:
        """Whether no comment speaks about it."""
        return not (self.above or self.beside or self.below)

    def walk(self) -> Iterator[Branch]:
        """It and all that grows on it, in the order of the file."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its sign, where it stands, and where the innermost bracket around it opens."""

    text: str
    index: int
    bracket: int | None


def read_branches(writing: Writing, root: Mapping) -> tuple[Branch, list[Comment]]:
    """The whole file as a branch, and its comments, which are not yet with what they speak about.

    The file holds nothing that ``read_tree`` reports, and no tag.
    """
    file = _grown(root)
    signs = _Signs(writing, file)
    dashes = iter(signs.dashes)
    for branch in file.walk():
        start = writing.start(branch.node.place)
        is_text = isinstance(branch.node, Scalar)
        branch.value = start, writing.end(branch.node.place) if is_text else signs.closed.get(start, start)
        within = branch.trunk is not None and branch.trunk.bracketed
        branch.bracketed = within or start in signs.closed
        if branch.key:
            branch.start = writing.start(branch.key.place)
        else:
            branch.start = start if within or branch is file else next(dashes)
    return file, signs.comments


def _grown(node: Node, key: Scalar | None = None, trunk: Branch | None = None) -> Branch:
    branch = Branch(node, key, trunk)
    if isinstance(node, Mapping):
        branch.branches = [_grown(entry.value, entry.key, branch) for entry in node.entries.values()]
    elif isinstance(node, Sequence):
        branch.branches = [_grown(item, None, branch) for item in node.items]
    return branch


class _Signs:
    """What stands between the texts of a file."""

    def __init__(self, writing: Writing, file: Branch) -> None:
        self.comments: list[Comment] = []
        self.dashes: list[int] = []
        self.closed: dict[int, int] = {}
        """Where brackets end, by where they open."""
        self._writing = writing
        opened: list[int] = []
        for sign in self._between(self._texts(file)):
            if sign["comment"]:
                self.comments.append(Comment(sign[0].rstrip(), sign.start(), opened[-1] if opened else None))
            elif sign["open"]:
                opened.append(sign.start())
            elif sign["close"]:
                self.closed[opened.pop()] = sign.end()
            elif sign["dash"]:
                self.dashes.append(sign.start())

    def _between(self, texts: Iterable[tuple[int, int]]) -> Iterator[re.Match[str]]:
        index = 0
        for start, end in texts:
            yield from _SIGN.finditer(self._writing.text, index, start)
            index = end
        yield from _SIGN.finditer(self._writing.text, index)

    def _texts(self, file: Branch) -> Iterator[tuple[int, int]]:
        """Where the texts begin and end, keys too; of a block of text its sign and its lines apart."""
        for branch in file.walk():
            for scalar in (branch.key, branch.node):
                if isinstance(scalar, Scalar):
                    start, end = self._writing.start(scalar.place), self._writing.end(scalar.place)
                    if header := self._writing.header(scalar):
                        yield start, start + len(header)
                        start = min(end, self._writing.text.index("\n", start) + 1)
                    yield start, end

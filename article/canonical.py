"""The canonical layout of a file: keys in the order of the format, lines set in alike.

What a text says and how it is quoted is copied from the file, never written anew; only the lines of
one that has several are set in like what is around them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from article.branches import BREAK, BREAKS, Branch, Writing
from article.cells import cells
from article.fields import Field, Records
from article.nodes import Mapping, Scalar, Sequence
from article.schema import ARTICLE_FIELDS
from article.stances import EVIDENCE_FIELDS, STANCE_FIELDS

WIDTH = 120
"""Columns within which a list or record in brackets stays on one line."""
STEP = 2
"""Columns by which what belongs to a key or an item is set in."""

_FILE = Field("", Records(ARTICLE_FIELDS), "")
"""The whole file, as if it were the value of a key."""
_LISTS = {field.name: field.type.fields for field in ARTICLE_FIELDS if isinstance(field.type, Records)}
_SECTIONS = {"body", *_LISTS}
"""The keys of an article that an empty line precedes."""
_ITEM_A_LINE = (EVIDENCE_FIELDS, *_LISTS.values())
"""The records whose lists are never in brackets."""
_NOT_IN_BRACKETS = re.compile(r"[,\[\]{}?]|^:|^$")
"""What a text without quotation marks cannot hold between brackets; of the question mark parsers differ."""
_LINE_START = re.compile(f"(?<=[{BREAKS}])")


def canonical(writing: Writing, file: Branch) -> str:
    """The text of a file in canonical layout; its branches are put in order for that."""
    _arrange(file, _FILE)
    return _Page(writing).text_of(file)


def _arrange(branch: Branch, field: Field[object] | None) -> None:
    """Put keys in the order of their table, then those that begin with x_, then unknown ones; what stands above
    the first key of an item comes to stand above the item."""
    branch.field = field
    order = {field.name: number for number, field in enumerate(_fields(branch))}

    def rank(child: Branch) -> int:
        return order.get(child.name, len(order) + (not child.name.startswith("x_")))

    if order and isinstance(branch.node, Mapping):
        branch.branches.sort(key=rank)
    for child in branch.branches:
        _arrange(child, _field_on(branch, child))
    if branch.branches and branch.is_item:
        branch.above += branch.branches[0].above
        branch.branches[0].above = []


def _fields(branch: Branch) -> tuple[Field[object], ...]:
    """The table of the record, or of the records of the list, that a branch holds."""
    return branch.field.type.fields if branch.field and isinstance(branch.field.type, Records) else ()


def _field_on(trunk: Branch, branch: Branch) -> Field[object] | None:
    """What the format says a branch is; an item is what its list is, if that holds records."""
    fields = _fields(trunk)
    if branch.is_item:
        return trunk.field if fields else None
    return next((field for field in fields if field.name == branch.name), None)


def _may_be_in_brackets(branch: Branch) -> bool:
    """Whether a list or mapping may stand on one line; what the format does not tell stays as the user wrote it."""
    if branch.below:
        return False
    if isinstance(branch.node, Sequence):
        return _fields(branch) not in _ITEM_A_LINE if branch.field else branch.bracketed
    return _fields(branch) != STANCE_FIELDS if _fields(branch) else branch.bracketed


def _stands_apart(branch: Branch) -> bool:
    """Whether an empty line precedes it: a section of the article, or a stance."""
    if branch.is_item:
        return _fields(branch) == STANCE_FIELDS
    return branch.trunk is not None and branch.trunk.field is _FILE and branch.name in _SECTIONS


@dataclass(slots=True)
class _Part:
    """The lines of a branch."""

    lines: list[str]
    above: list[str] = field(default_factory=list[str])
    """Comments that stand before the lines, not yet set in."""
    comment_at: int | None = 0
    """The line at whose end a comment may stand."""
    is_open: bool = False
    """Whether an empty line after these would become part of a text."""

    def add(self, part: _Part, column: int, *, apart: bool = False) -> None:
        """Put a part under these lines, after an empty line if it is to stand apart."""
        if apart and self.lines and not self.is_open:
            self.lines.append("")
        self.lines += [" " * column + comment for comment in part.above] + part.lines
        self.is_open = part.is_open


class _Page:
    """Writes branches that are in order."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing

    def text_of(self, file: Branch) -> str:
        """The text of a file."""
        page = _Part(list(file.above))
        keys = self._upon(file, 0)
        page.add(keys, 0, apart=bool(keys.above))
        page.add(_Part([], file.below), 0)
        return "\n".join(page.lines) + "\n"

    def _upon(self, branch: Branch, column: int) -> _Part:
        """All that grows on a branch."""
        part, *others = (self._part(child, column) for child in branch.branches)
        for child, other in zip(branch.branches[1:], others, strict=True):
            part.add(other, column, apart=_stands_apart(child))
        return part

    def _part(self, branch: Branch, column: int) -> _Part:
        """A key with its value, or an item, and the comments that speak about it."""
        lead = " " * column + (f"{self._writing.of(branch.key)}:" if branch.key else "-")
        if isinstance(branch.node, Scalar):
            part = self._text(branch, branch.node, lead, column + STEP)
        else:
            part = self._line(branch, lead) or self._lines(branch, lead, column + STEP)
        higher = branch.beside
        if part.comment_at is not None and branch.beside:
            *higher, last = branch.beside
            part.lines[part.comment_at] += f"  {last}"
        part.above = [*branch.above, *higher, *part.above]
        if branch.below:
            part.add(_Part([], branch.below), column + STEP)
        return part

    def _lines(self, branch: Branch, lead: str, column: int) -> _Part:
        """A list or mapping, a line or more for each thing in it; that of an item begins beside the dash."""
        part = self._upon(branch, column)
        if branch.is_item:
            part.lines[0] = f"{lead} {part.lines[0][column:]}"
            part.comment_at = None
            return part
        whole = _Part([lead])
        whole.add(part, column)
        return whole

    def _line(self, branch: Branch, lead: str) -> _Part | None:
        """A list or mapping in brackets, where it may stand so and has room on the line."""
        value = self._in_brackets(branch)
        if value is None or (branch.branches and cells(f"{lead} {value}") > WIDTH):
            return None
        return _Part([f"{lead} {value}"])

    def _in_brackets(self, branch: Branch) -> str | None:
        """A value as it stands in or between brackets, or None where it may not or cannot stand there."""
        if isinstance(branch.node, Scalar):
            return self._between_brackets(branch.node)
        if branch.branches and not _may_be_in_brackets(branch):
            return None
        values: list[str] = []
        for child in branch.branches:
            value = self._in_brackets(child) if child.is_bare else None
            key = self._between_brackets(child.key) if child.key else ""
            if value is None or key is None:
                return None
            values.append(f"{key}: {value}" if key else value)
        return ", ".join(values).join("{}" if isinstance(branch.node, Mapping) else "[]")

    def _between_brackets(self, scalar: Scalar) -> str | None:
        written = self._writing.of(scalar)
        if BREAK.search(written) or (not scalar.style and _NOT_IN_BRACKETS.search(written)):
            return None
        return written

    def _text(self, branch: Branch, scalar: Scalar, lead: str, column: int) -> _Part:
        """A text with its lines as they are, all but the first set in anew."""
        first, *others = [line for line in _LINE_START.split(self._writing.of(scalar)) if line] or [""]
        if header := self._writing.header(scalar):
            return _block(header, others, branch.trunk.column if branch.trunk else 0, lead, column)
        text = first + "".join(_set_in(line.lstrip(" \t"), column) for line in others)
        lines = f"{lead} {text}".split("\n") if text else [lead]
        return _Part(lines, comment_at=len(lines) - 1)


def _block(header: str, lines: list[str], outer: int, lead: str, column: int) -> _Part:
    """A block of text; a number in its header says how much further its lines are set in than what is around it."""
    if number := re.search("[1-9]", header):
        indent = outer + int(number[0])
        header = header.replace(number[0], str(STEP))
    else:
        with_text = (line for line in lines if line.strip(f" {BREAKS}"))
        indent = next((len(line) - len(line.lstrip(" ")) for line in with_text), max(map(len, lines), default=0))
    lines = [line[:indent].lstrip(" ") + line[indent:] for line in lines]
    keeps_end = "+" in header
    while lines and not lines[-1].strip(BREAKS) and not keeps_end:
        lines.pop()
    text = "".join(_set_in(line, column) for line in lines).removesuffix("\n")
    return _Part([f"{lead} {header}", *(text.split("\n") if lines else [])], is_open=keeps_end)


def _set_in(line: str, column: int) -> str:
    return " " * column + line if line.strip(BREAKS) else line

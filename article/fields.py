"""The kinds of value a file may hold, and the reading of one record by its table of fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from article.clean import clean_line, one_line, quoted
from article.nodes import Mapping, Node, Scalar, Sequence
from article.problems import Place, Problems

Value = TypeVar("Value", covariant=True)
Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

_SLUG = re.compile("[a-z0-9][a-z0-9_-]*")
_REDUCED_DATE = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2]))?")
"""ISO 8601, reduced precision: a year, or a year and a month."""
_TIME_AFTER_DATE = re.compile("[0-9W-]+[T ][0-9:.,Z+-]+")
"""What ``datetime`` would take with any character between date and time."""
MOST_NAMES = 1_000
"""Among more names than these the nearest is not looked for: it would take long, and say little."""


@dataclass(frozen=True, slots=True)
class At:
    """Where in the file reading stands, and where its problems go."""

    problems: Problems
    path: str = ""

    def key(self, name: str) -> At:
        return At(self.problems, f"{self.path}.{name}" if self.path else name)

    def item(self, index: int) -> At:
        return At(self.problems, f"{self.path}[{index}]")

    def error(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.problems.error(code, place, self.path, message, hint)

    def warning(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.problems.warning(code, place, self.path, message, hint)


class ValueType(Protocol[Value]):
    """Reads one kind of value; None, with a problem, where there is another kind."""

    def read(self, node: Node, at: At) -> Value | None: ...


class Prose:
    """A text that may have several lines."""

    def read(self, node: Node, at: At) -> str | None:
        if isinstance(node, Scalar):
            return node.text.strip() or None
        at.error("not-a-text", node.place, f"A text is wanted here, not a {_kind(node)}.")
        return None


class Line(Prose):
    """A text on one line."""

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        return one_line(text) if text else None


class Slug(Prose):
    """A name for the file's own use: small letters, digits, ``-`` and ``_``."""

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or _SLUG.fullmatch(text):
            return text
        hint = re.sub("[^a-z0-9_]+", "-", text.lower()).strip("-_")
        at.error(
            "bad-id",
            node.place,
            f"{quoted(text)} is no id: small letters, digits, - and _ make one.",
            f"Perhaps: {hint}" if hint else "",
        )
        return None


class Date(Prose):
    """An ISO 8601 date or date and time, kept as the text it is."""

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or _is_date(text):
            return text
        message = f"{quoted(text)} is not an ISO 8601 date."
        at.error("bad-date", node.place, message, "Year, month and day are written 2024-02-27.")
        return None


class Flag(Prose):
    """``true`` or ``false``."""

    def read(self, node: Node, at: At) -> bool | None:  # type: ignore[override]
        text = super().read(node, at)
        if text in ("true", "false", None):
            return text and text == "true"
        at.error("bad-value", node.place, f"{quoted(text)} is neither true nor false.")
        return None


@dataclass(frozen=True, slots=True)
class OneOf(Generic[Choice]):
    """A word of a vocabulary."""

    vocabulary: type[Choice]

    def read(self, node: Node, at: At) -> Choice | None:
        text = Line().read(node, at)
        if text is None:
            return None
        words = [str(word) for word in self.vocabulary]
        if text in words:
            return self.vocabulary(text)
        hint = nearest(text, words, at.problems) or f"Known: {', '.join(words)}."
        at.error("bad-value", node.place, f"{quoted(text)} is not a value known here.", hint)
        return None


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something that the file describes elsewhere; ``what`` says what sort of thing it is."""

    what: str
    known: Collection[str]

    def read(self, node: Node, at: At) -> str | None:
        name = SLUG.read(node, at)
        if name is None or name in self.known:
            return name
        message, hint = f"There is no {self.what} {quoted(name)}.", nearest(name, self.known, at.problems)
        at.error(f"unknown-{self.what}", node.place, message, hint)
        return None


@dataclass(frozen=True, slots=True)
class ListOf(Generic[Item]):
    """A list; one value alone stands for a list of it."""

    item: ValueType[Item]

    def read(self, node: Node, at: At) -> tuple[Item, ...]:
        if isinstance(node, Sequence):
            values = [self.item.read(item, at.item(index)) for index, item in enumerate(node.items)]
        else:
            values = [self.item.read(node, at)]
        return tuple(value for value in values if value is not None)


class Raw:
    """A value that its reader takes apart."""

    def read(self, node: Node, at: At) -> Node:  # noqa: ARG002
        return node


PROSE, LINE, SLUG, DATE, FLAG, RAW = Prose(), Line(), Slug(), Date(), Flag(), Raw()


@dataclass(frozen=True, slots=True)
class Field(Generic[Value]):
    """A key that a record may hold, the type of its value, and whether the record needs it."""

    name: str
    type: ValueType[Value]
    required: bool = False


class Record:
    """One mapping of the file, read by a table of fields.

    A key that no field names is a problem, unless it begins with ``x_``; so is a required one that
    is missing or empty.
    """

    def __init__(self, node: Mapping, fields: Iterable[Field[object]], at: At) -> None:
        self.node = node
        self.at = at
        names = {field.name: field for field in fields}
        for name, entry in node.entries.items():
            if name not in names and not name.startswith("x_"):
                message = f"The key {quoted(name)} is not known here."
                hint = nearest(name, names, at.problems)
                at.key(clean_line(name)).error("unknown-key", entry.key.place, message, hint)
        for field in names.values():
            if field.required and not self._has(field):
                at.error("missing-key", self.place_of(field), f"“{field.name}” is missing or empty.")

    def get(self, field: Field[Value], narrower: ValueType[Value] | None = None) -> Value | None:
        """The field's value, or None when it is absent, empty or wrong; ``narrower`` is a type that asks
        for more than the field's own does."""
        entry = self.node.entries.get(field.name)
        return (narrower or field.type).read(entry.value, self.at.key(field.name)) if entry else None

    def place_of(self, field: Field[object]) -> Place:
        """The place of the field's value, or of the record when there is none."""
        entry = self.node.entries.get(field.name)
        return entry.value.place if entry else self.node.place

    def _has(self, field: Field[object]) -> bool:
        entry = self.node.entries.get(field.name)
        return entry is not None and not (isinstance(entry.value, Scalar) and not entry.value.text.strip())


def records(node: Node | None, fields: Iterable[Field[object]], at: At) -> Iterator[Record]:
    """The records of a list of mappings; whatever else it holds is a problem."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return
    if not isinstance(node, Sequence):
        at.error("not-a-list", node.place, f"A list is wanted here, not a {_kind(node)}.")
        return
    fields = tuple(fields)
    for index, item in enumerate(node.items):
        if isinstance(item, Mapping):
            yield Record(item, fields, at.item(index))
        else:
            at.item(index).error("not-a-mapping", item.place, f"Keys and values are wanted here, not a {_kind(item)}.")


def named_once(found: Iterable[Record], identity: Field[str]) -> Iterator[tuple[str | None, Record]]:
    """Records with their ids; None where there is none of its own: such a record is read for its problems."""
    lines: dict[str, int] = {}
    for record in found:
        name = record.get(identity)
        if name in lines:
            message = f"The id {quoted(name)} is given twice; the first, on line {lines[name]}, counts."
            record.at.key(identity.name).error("id-twice", record.place_of(identity), message)
            name = None
        elif name is not None:
            lines[name] = record.node.place.line
        yield name, record


def nearest(name: str, known: Collection[str], problems: Problems) -> str:
    """A question naming the known name that is most like a wrong one; empty when none is like it."""
    from rapidfuzz import fuzz, process, utils

    if problems.full or len(known) > MOST_NAMES:
        return ""
    best = process.extractOne(name, list(known), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=60)
    return f"Did you mean {clean_line(best[0])}?" if best else ""


def _kind(node: Node) -> str:
    return {Scalar: "text", Sequence: "list", Mapping: "mapping"}[type(node)]


def _is_date(text: str) -> bool:
    if _REDUCED_DATE.fullmatch(text):
        return True
    try:
        if _TIME_AFTER_DATE.fullmatch(text):
            datetime.fromisoformat(text)
        else:
            date.fromisoformat(text)
    except ValueError:
        return False
    return True

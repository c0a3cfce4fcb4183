"""The reading of a record by its table of fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from article.clean import quoted, short
from article.nodes import Entry, Mapping, Node, Scalar, Sequence
from article.problems import Hint, Place
from article.values import SLUG, At, JsonSchema, Value, ValueType, is_blank, kind_of, nearest

Wanted = TypeVar("Wanted")

_FIRST = "The first goes below, set in by two spaces, after “- ”."
_COMMA = re.compile(r"\s*[,}]")
"""What follows a key without a value where a comma was meant to belong to a text."""
LIKE_A_KEY = 75
"""Percent; keys are few and unlike, so that a less likely one would mislead."""


@dataclass(frozen=True, slots=True)
class Field(Generic[Value]):
    """A key that a record may hold, the type of its value, its meaning, and whether the record needs it."""

    name: str
    type: ValueType[Value]
    about: str
    required: bool = False

    def schema(self) -> JsonSchema:
        """What an editor may offer and mark; an optional value, and a list still to be filled, may be empty."""
        blank: JsonSchema = {"enum": [None, ""]}
        schema = self.type.schema()
        if self.may_be_empty or not self.required:
            return {"description": self.about, "anyOf": [schema, blank]}
        return {"description": self.about, **schema, "not": {"enum": [None, "", []]}}

    @property
    def may_be_empty(self) -> bool:
        """Whether it is a list of records, which grows while an article is written."""
        return isinstance(self.type, Records) and self.type.alone is None


class Table(NamedTuple):
    """The fields of a record, by name, and those it needs."""

    names: dict[str, Field[object]]
    required: tuple[Field[object], ...]

    @classmethod
    def of(cls, fields: Iterable[Field[object]]) -> Table:
        names = {field.name: field for field in fields}
        return cls(names, tuple(field for field in names.values() if field.required))


class Record:
    """One mapping of the file, read by a table of fields.

    A key that no field names is a problem, unless it begins with ``x_``; so is a required one that
    is missing or empty. A text may stand for a record with one key, ``alone``.
    """

    def __init__(self, node: Mapping, table: Table, at: At, alone: str | None = None) -> None:
        self.node = node
        self.at = at
        self._alone = alone
        if not node.entries.keys() <= table.names.keys():
            self._tell_unknown(table.names)
        for needed in table.required:
            self._require(needed)

    def get(self, field: Field[Wanted], narrower: ValueType[Wanted] | None = None) -> Wanted | None:
        """The field's value, or None when it is absent, empty or wrong; ``narrower`` is a type that asks
        for more than the field's own does."""
        entry = self.node.entries.get(field.name)
        return (narrower or field.type).read(entry.value, self.at_of(field)) if entry else None

    def at_of(self, field: Field[object]) -> At:
        """Where in the file the field's value stands."""
        return self.at if field.name == self._alone else self.at.key(field.name)

    def place_of(self, field: Field[object]) -> Place:
        """The place of the field's value, or of the record when there is none."""
        entry = self.node.entries.get(field.name)
        return entry.value.place if entry else self.node.place

    def has(self, field: Field[object]) -> bool:
        """Whether something stands behind the field's key, right or wrong."""
        entry = self.node.entries.get(field.name)
        return entry is not None and not is_blank(entry.value)

    def _tell_unknown(self, names: Collection[str]) -> None:
        for name, entry in self.node.entries.items():
            if self.at.problems.full:
                break
            if name not in names and not name.startswith("x_"):
                at, message = self.at.key(short(name)), f"The key {quoted(name)} is not known here."
                at.error("unknown-key", entry.key.place, message, self._meant(entry, list(names)))

    def _meant(self, entry: Entry, names: list[str]) -> Hint:
        """What to do about an unknown key."""
        end = entry.key.place
        if is_blank(entry.value) and _COMMA.match(self.at.problems.line(end.end_line), end.end_column - 1):
            return "Between brackets a comma ends a text: put one that holds a comma in quotation marks."
        known = f"Known: {', '.join(names)}."
        return nearest(entry.key.text, names, self.at.problems, least=LIKE_A_KEY) or known

    def _require(self, field: Field[object]) -> None:
        entry = self.node.entries.get(field.name)
        if entry is None or (is_blank(entry.value) and not field.may_be_empty):
            self.at.error("missing-key", self.place_of(field), f"“{field.name}” is missing or empty.")
        elif is_blank(entry.value):
            self.at_of(field).warning("empty-list", entry.key.place, f"There are no {field.name} yet.", _FIRST)


@dataclass(frozen=True, slots=True)
class Records:
    """A list of records of one table. Where a text may stand for a record, and one record alone for the
    list, ``alone`` is the field that the text is the value of."""

    fields: tuple[Field[object], ...]
    alone: Field[str] | None = None
    table: Table = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "table", Table.of(self.fields))

    @property
    def told(self) -> str:
        return "list" if self.alone is None else f"{self.alone.type.told}, record, or a list of them"

    def read(self, node: Node, at: At) -> tuple[Record, ...]:
        """The records; whatever else the list holds is a problem."""
        if is_blank(node):
            return ()
        if isinstance(node, Sequence):
            items = [(item, at.item(index)) for index, item in enumerate(node.items)]
        elif self.alone is not None:
            items = [(node, at)]
        else:
            message = f"A list is wanted here, not a {kind_of(node)}."
            at.error("not-a-list", node.place, message, "Each of its records begins with “- ”, on a line of its own.")
            return ()
        return tuple(record for item, place in items for record in self._record(item, place))

    def schema(self) -> JsonSchema:
        record = record_schema(self.fields)
        if self.alone is None:
            return {"type": "array", "items": record}
        one = [self.alone.type.schema(), record]
        return {"anyOf": [*one, {"type": "array", "items": {"anyOf": one}}]}

    def _record(self, node: Node, at: At) -> Iterator[Record]:
        if isinstance(node, Mapping):
            yield Record(node, self.table, at)
        elif isinstance(node, Scalar) and self.alone is not None:
            entries = {self.alone.name: Entry(node, node)}
            yield Record(Mapping(node.start, node.end, entries), self.table, at, self.alone.name)
        else:
            wanted = "Keys and values are" if self.alone is None else "A text, or keys and values, are"
            at.error("not-a-mapping", node.place, f"{wanted} wanted here, not a {kind_of(node)}.")


def record_schema(fields: Iterable[Field[object]]) -> JsonSchema:
    """The schema of a mapping with these keys; those of the user's own begin with ``x_``."""
    fields = tuple(fields)
    return {
        "type": "object",
        "properties": {field.name: field.schema() for field in fields},
        "required": [field.name for field in fields if field.required],
        "patternProperties": {"^x_": True},
        "additionalProperties": False,
    }


ID = Field("id", SLUG, "The name by which the file refers to it.", required=True)


def named_once(found: Iterable[Record]) -> Iterator[tuple[str | None, Record]]:
    """Records with their ids; None where there is none of its own: such a record is read for its problems."""
    lines: dict[str, int] = {}
    for record in found:
        name = record.get(ID)
        if name in lines:
            message = f"The id {quoted(name)} is given twice; the first, on line {lines[name]}, counts."
            record.at_of(ID).error("id-twice", record.place_of(ID), message)
            name = None
        elif name is not None:
            lines[name] = record.node.place.line
        yield name, record

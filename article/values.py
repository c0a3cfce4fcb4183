"""The kinds of value a file may hold: each reads its kind, and says for editors what that is."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from sys import intern
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from article.cells import cells
from article.clean import clean_line, one_line, quoted
from article.likeness import LEAST_LIKE, most_like
from article.nodes import Mapping, Node, Scalar, Sequence
from article.problems import Code, Hint, Place, Problems, Suggestion

Value = TypeVar("Value", covariant=True)
Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

JsonSchema = dict[str, object]
"""A schema of JSON Schema 2020-12. What an editor takes for a number or a truth value is a text here."""

_SLUG = re.compile("[a-z0-9][a-z0-9_-]*")
_LANGUAGE = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""BCP 47, as far as its form goes; no language has a longer tag of its own yet."""
_DATE = re.compile(
    "[0-9]{4}(-?(0[1-9]|1[0-2])-?(0[1-9]|[12][0-9]|3[01])|-?W[0-5][0-9](-?[1-7])?)"
    "([T ][0-9][0-9:.,]*([Zz]|[+-][0-9:]+)?)?"
    "|[0-9]{4}(-(0[1-9]|1[0-2]))?"
)
"""The forms of ISO 8601: a day, perhaps with a time; or with reduced precision a year, or year and month."""
LONGEST_DATE = 40
"""Characters of a date; Python takes a time with any number of digits."""
_REDUCED_DATE = re.compile("[0-9]{4}(-[0-9]{2})?")
_FLAGS = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
"""YAML 1.2, section 10.3.2: the truth values of the core schema."""
MOST_TOLD = 12
"""Known ids that a message lists, where none of them is near."""


class At:
    """Where in the file reading stands, and where its problems go. Few are asked for their path."""

    __slots__ = ("_above", "_step", "problems")

    def __init__(self, problems: Problems, step: str | int = "", above: At | None = None) -> None:
        self.problems = problems
        self._step = step
        self._above = above

    @property
    def path(self) -> str:
        """The keys, and the places in lists, that lead here."""
        above = self._above.path if self._above else ""
        if isinstance(self._step, int):
            return f"{above}[{self._step}]"
        return f"{above}.{self._step}" if above else self._step

    def key(self, name: str) -> At:
        return At(self.problems, name, self)

    def item(self, index: int) -> At:
        return At(self.problems, index, self)

    def error(self, code: Code, place: Place, message: str, hint: Hint = "") -> None:
        self.problems.error(code, place, lambda: self.path, message, hint)

    def warning(self, code: Code, place: Place, message: str, hint: Hint = "") -> None:
        self.problems.warning(code, place, lambda: self.path, message, hint)


class ValueType(Protocol[Value]):
    """One kind of value: ``told`` names it in the format reference."""

    @property
    def told(self) -> str: ...

    def read(self, node: Node, at: At) -> Value | None:
        """The value; None where there is none, and, with a problem, where there is another kind."""
        ...

    def schema(self) -> JsonSchema: ...


class Prose:
    """A text that may have several lines."""

    told: str = "text"

    def read(self, node: Node, at: At) -> str | None:
        if isinstance(node, Scalar):
            return node.text.strip() or None
        at.error("not-a-text", node.place, f"A text is wanted here, not a {kind_of(node)}.")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "number", "boolean"], "pattern": "\\S"}


class Line(Prose):
    """A text on one line."""

    told = "line of text"

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        return one_line(text) if text else None


class Slug(Prose):
    """A name for the file's own use: small letters, digits, ``-`` and ``_``."""

    told = "id"

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or _SLUG.fullmatch(text):
            return text
        from article.slugs import slug_of

        message = f"{quoted(text)} is no id: small letters, digits, - and _ make one."
        slug = slug_of(text, fallback="")
        at.error("bad-id", node.place, message, f"Perhaps: {slug}" if slug else "")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "integer", "boolean"], "pattern": f"^{_SLUG.pattern}$", "minimum": 0}


class Date(Prose):
    """An ISO 8601 date or date and time, kept as the text it is."""

    told = "date"

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or _is_date(text):
            return text
        message = f"{quoted(text)} is not an ISO 8601 date."
        at.error("bad-date", node.place, message, "Year, month and day are written 2024-02-27.")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "integer"], "pattern": f"^({_DATE.pattern})$", "minimum": 1000}


class Language(Line):
    """A language by its BCP 47 tag."""

    told = "language tag"

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or _LANGUAGE.fullmatch(text):
            return text
        at.error("bad-value", node.place, f"{quoted(text)} is no BCP 47 language tag.", "English is en.")
        return None

    def schema(self) -> JsonSchema:
        return {"type": "string", "pattern": f"^{_LANGUAGE.pattern}$"}


class TwoLetters(Line):
    """Two letters or digits, or one that is as wide."""

    told = "two letters"

    def read(self, node: Node, at: At) -> str | None:
        text = super().read(node, at)
        if text is None or (len(text) <= 2 and cells(text) == 2 and text.isalnum()):
            return text
        at.error("bad-value", node.place, f"{quoted(text)} is not a tag of two letters.")
        return None

    def schema(self) -> JsonSchema:
        return {"type": ["string", "integer"], "pattern": r"^(..|[\u1100-\uffff])$", "minimum": 10, "maximum": 99}


class Flag:
    """``true`` or ``false``."""

    told = "`true` or `false`"

    def read(self, node: Node, at: At) -> bool | None:
        text = LINE.read(node, at)
        if text is None:
            return None
        if text not in _FLAGS:
            at.error("bad-value", node.place, f"{quoted(text)} is neither true nor false.")
        return _FLAGS.get(text)

    def schema(self) -> JsonSchema:
        return {"enum": [True, False, *_FLAGS]}


@dataclass(frozen=True, slots=True)
class OneOf(Generic[Choice]):
    """A word of a vocabulary."""

    vocabulary: type[Choice]

    @property
    def told(self) -> str:
        return ", ".join(f"`{word}`" for word in self.vocabulary)

    def read(self, node: Node, at: At) -> Choice | None:
        text = LINE.read(node, at)
        if text is None:
            return None
        try:
            return self.vocabulary(text)
        except ValueError:
            words = [str(word) for word in self.vocabulary]
        hint = nearest(text, words, at.problems) or f"Known: {', '.join(words)}."
        at.error("bad-value", node.place, f"{quoted(text)} is not a value known here.", hint)
        return None

    def schema(self) -> JsonSchema:
        return {"enum": [str(word) for word in self.vocabulary]}


Described = Literal["actor", "issue", "party", "stance"]
_UNKNOWN: dict[Described, Code] = {
    "actor": "unknown-actor",
    "issue": "unknown-issue",
    "party": "unknown-party",
    "stance": "unknown-stance",
}


class Reference(NamedTuple):
    """The id of something that the file describes elsewhere; ``what`` says what sort of thing it is, ``known`` are
    the ids in the order of the file."""

    what: Described
    known: Collection[str]

    @property
    def told(self) -> str:
        return f"id of a {self.what}"

    def read(self, node: Node, at: At) -> str | None:
        name = PROSE.read(node, at)
        if name is None:
            return None
        if name in self.known:
            return intern(name)  # Ten thousand stances name the same few actors and issues.
        message = f"There is no {self.what} {quoted(name)}."
        hint = nearest(name, self.known, at.problems) or self._choice()
        at.error(_UNKNOWN[self.what], node.place, message, hint)
        return None

    def _choice(self) -> str:
        few = list(islice(self.known, MOST_TOLD))
        return f"Known: {', '.join(few)}{' and others' if len(few) < len(self.known) else ''}." if few else ""

    def schema(self) -> JsonSchema:
        return SLUG.schema()


@dataclass(frozen=True, slots=True)
class ListOf(Generic[Item]):
    """A list; one value alone stands for a list of it."""

    item: ValueType[Item]

    @property
    def told(self) -> str:
        return f"{self.item.told}, or a list of them"

    def read(self, node: Node, at: At) -> tuple[Item, ...]:
        if isinstance(node, Sequence):
            values = [self.item.read(item, at.item(index)) for index, item in enumerate(node.items)]
        else:
            values = [self.item.read(node, at)]
        return tuple(value for value in values if value is not None)

    def schema(self) -> JsonSchema:
        item = self.item.schema()
        return {"anyOf": [item, {"type": "array", "items": item}]}


PROSE, LINE, SLUG, DATE, LANGUAGE, TWO_LETTERS, FLAG = (
    *(Prose(), Line(), Slug(), Date(), Language(), TwoLetters(), Flag()),
)


def nearest(name: str, known: Collection[str], problems: Problems, least: int = LEAST_LIKE) -> Suggestion | Literal[""]:
    """The known name that is most like a wrong one; empty when none is at least so many percent like it."""
    best = most_like(name, known, least) if problems.may_compare(len(known)) else None
    return Suggestion(name, clean_line(best.name), best.percent) if best else ""


def is_blank(node: Node) -> bool:
    """Whether nothing stands where a value may: no text, or an empty list."""
    return not (node.text.strip() if isinstance(node, Scalar) else isinstance(node, Mapping) or node.items)


def kind_of(node: Node) -> str:
    """What sort of value it is, for messages."""
    return {Scalar: "text", Sequence: "list", Mapping: "mapping"}[type(node)]


def _is_date(text: str) -> bool:
    if len(text) > LONGEST_DATE or not _DATE.fullmatch(text):
        return False
    if _REDUCED_DATE.fullmatch(text):
        return True
    from datetime import date, datetime

    try:
        (datetime if len(text) > 10 else date).fromisoformat(text)
    except ValueError:
        return False
    return True

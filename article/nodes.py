"""YAML as a tree whose every value knows its place.

Only libyaml's events are used, never its composer or constructor, and the tree is built without
recursion, so that no file can exhaust the stack. Every scalar is text; what YAML would guess or
expand (tags, anchors, aliases, merge keys, further documents) is refused with its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, cast

import yaml

from article.clean import clean, clean_line, short
from article.problems import Code, Place, Problems, place_of
from article.source import A_VALUE, AN_ITEM, MOST_HELD, held, holds_too_much

if TYPE_CHECKING:
    from article.syntax import Mark

MOST_DEPTH = 32
MOST_DIRECTIVES = 16
MOST_CHARACTERS_WITHOUT_LIBYAML = 2 * 2**20
"""PyYAML's own parser is some forty times slower than libyaml."""

_DIRECTIVE = re.compile("%(?:(?<=^%)|(?<=[\n\r\x85\u2028\u2029]%))")
"""Here and below the sign comes first, as that is what ``re`` finds fastest."""
_JOINED = re.compile(r"#[^\s#!]")
_JOINED_COMMENT = re.compile(r"[ \t]+#(?=[^\s#!])")
"""A comment whose sign stands right before its words: perhaps a text was meant to go on."""
_TAG: dict[type, str] = {
    yaml.ScalarEvent: "tag:yaml.org,2002:str",
    yaml.SequenceStartEvent: "tag:yaml.org,2002:seq",
    yaml.MappingStartEvent: "tag:yaml.org,2002:map",
}
"""The only tags a value may bear: those it has anyway."""


class _Placed:
    """A stretch of a file between two marks of the parser; few are asked for their place."""

    __slots__ = ()
    start: yaml.Mark
    end: yaml.Mark

    @property
    def place(self) -> Place:
        return Place(self.start.line + 1, self.start.column + 1, self.end.line + 1, self.end.column + 1)


@dataclass(slots=True, eq=False)
class Scalar(_Placed):
    """A text; ``style`` is the sign by which YAML tells how it is written: ``|``, ``>``, a quotation mark or none."""

    text: str
    start: yaml.Mark
    end: yaml.Mark
    style: str = ""


@dataclass(slots=True, eq=False)
class Sequence(_Placed):
    """A list of values."""

    start: yaml.Mark
    end: yaml.Mark
    items: list[Node] = field(default_factory=list["Node"])


@dataclass(slots=True, eq=False)
class Mapping(_Placed):
    """Keys and their values, each key once, in the order of the file."""

    start: yaml.Mark
    end: yaml.Mark
    entries: dict[str, Entry] = field(default_factory=dict[str, "Entry"])


@dataclass(slots=True, eq=False)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


Node = Scalar | Sequence | Mapping
PathMaker = Callable[[], str]


class Tree(NamedTuple):
    """What a file holds, and how many invisible characters were dropped from its texts."""

    root: Node | None
    hidden: int


def read_tree(text: str, problems: Problems) -> Tree:
    """The tree of a YAML text; raises ArticleError when it is not YAML or passes a limit."""
    if past := next(islice(_DIRECTIVE.finditer(text), MOST_DIRECTIVES, None), None):
        place = place_of(text[: past.start()])
        problems.stop("too-many-directives", place, f"More than {MOST_DIRECTIVES} lines begin with %.")
    if not yaml.__with_libyaml__ and len(text) > MOST_CHARACTERS_WITHOUT_LIBYAML:
        problems.stop("too-large", None, "Without libyaml a file may hold 2 million characters at most.")
    builder = _Builder(text, problems)
    builder.build(_events(text, problems))
    return Tree(builder.root, builder.hidden)


class _EventSource(Protocol):
    """A parser of PyYAML, of which no more is used than this."""

    def get_event(self) -> yaml.Event | None: ...

    def dispose(self) -> None: ...


def _events(text: str, problems: Problems) -> Iterator[yaml.Event]:
    loader = cast("_EventSource", yaml.CSafeLoader(text) if yaml.__with_libyaml__ else yaml.SafeLoader(text))
    event: yaml.Event | None = None
    try:
        while (following := loader.get_event()) is not None:
            event = following
            yield event
    except yaml.MarkedYAMLError as error:
        from article.syntax import mistake

        mark, message, hint = mistake(text, error, event)
        problems.stop("not-yaml", _place_at(text, mark) if mark else None, message, hint)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser takes the number of an escape, or of a directive, however large it is.
        reached = cast("yaml.Mark", loader.get_mark()) if isinstance(loader, yaml.SafeLoader) else None
        reason = "a number is too large" if isinstance(error, ValueError | OverflowError) else clean_line(str(error))
        problems.stop("not-yaml", _place_at(text, reached) if reached else None, f"This is not YAML: {reason}.")
    finally:
        loader.dispose()


def _place_at(text: str, mark: Mark) -> Place:
    """The place of a mark; libyaml sets one at a further line when the file does not end in a newline."""
    if mark.index < len(text):
        return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
    return place_of(text)


class _Event(Protocol):
    """An event as a parser gives it: with marks, which the type of PyYAML leaves open."""

    start_mark: yaml.Mark
    end_mark: yaml.Mark
    anchor: str | None


class _ValueEvent(_Event, Protocol):
    """The event of a scalar, or of the start of a collection."""

    tag: str | None


class _ScalarEvent(_ValueEvent, Protocol):
    """The event of a scalar."""

    value: str
    style: str | None


def _place(event: _Event) -> Place:
    start, end = event.start_mark, event.end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class _Builder:
    """Puts a tree together from events; what is refused is left out, with a problem."""

    def __init__(self, text: str, problems: Problems) -> None:
        self.root: Node | None = None
        self.hidden = 0
        self._is_done = False
        """Whether nothing that follows is wanted."""
        self._text = text
        self._holds_comments = _JOINED.search(text) is not None
        self._problems = problems
        self._open: list[_OpenSequence | _OpenMapping] = []
        self._held = 0
        """Bytes of what was read so far, as ``MOST_HELD`` counts them."""
        self._documents = 0

    def build(self, events: Iterable[yaml.Event]) -> None:
        """Use events, as far as they are wanted."""
        taker_of = self._TAKERS.get
        for event in events:
            if taker := taker_of(type(event)):
                taker(self, event)
            if self._is_done:
                break

    def _take_scalar(self, event: _ScalarEvent) -> None:
        text, hidden = clean(event.value)
        self.hidden += hidden
        self._begin_value(event, held(text))
        if self._holds_comments and not event.style:
            self._warn_of_comment(event)
        self._add(Scalar(text, event.start_mark, event.end_mark, event.style or ""))

    def _begin_mapping(self, event: _ValueEvent) -> None:
        self._begin_value(event)
        self._enter(_OpenMapping(Mapping(event.start_mark, event.end_mark), self._problems, self._path), event)

    def _begin_sequence(self, event: _ValueEvent) -> None:
        self._begin_value(event)
        self._enter(_OpenSequence(Sequence(event.start_mark, event.end_mark)), event)

    def _end_collection(self, _event: _Event) -> None:
        self._add(self._open.pop().node)

    def _refuse_alias(self, event: _Event) -> None:
        self._count(event)
        message = f"An alias (*{short(event.anchor or '')}) is not allowed."
        self._error("alias", event, message, "Quote a text that begins with *.")
        self._add(None)

    def _begin_document(self, event: _Event) -> None:
        self._documents += 1
        if self._documents > 1:
            self._error("second-document", event, "A file holds one article; what follows “---” is not read.")
            self._is_done = True

    def _warn_of_comment(self, event: _ScalarEvent) -> None:
        """“The lease #1” is a text and a comment, and nothing in it shows what is lost."""
        end = event.end_mark
        if found := _JOINED_COMMENT.match(self._text, end.index):
            column = end.column + found.end() - found.start()
            place = Place(end.line + 1, column, end.line + 1, column + 1)
            message = "What follows # is a comment and no part of the text."
            hint = "Put the text in quotation marks; or a space after #, if it is a comment."
            self._problems.warning("comment-after-text", place, self._path, message, hint)

    def _count(self, event: _Event, size: int = 0) -> None:
        self._held += (self._open[-1].a_value if self._open else A_VALUE) + size
        if self._held > MOST_HELD:
            self._problems.stop("too-large", _place(event), *holds_too_much("What the file holds is"))

    def _begin_value(self, event: _ValueEvent, size: int = 0) -> None:
        self._count(event, size)
        if event.anchor is not None or event.tag is not None:
            self._check_anchor_and_tag(event)

    def _check_anchor_and_tag(self, event: _ValueEvent) -> None:
        if event.anchor is not None:
            message = f"An anchor (&{short(event.anchor)}) is not allowed."
            self._error("anchor", event, message, "Quote a text that begins with &.")
        expected = _TAG[type(event)]
        if event.tag not in (None, "!", expected):
            self._error("tag", event, f"A tag ({short(event.tag)}) is not allowed: every value is text.")

    def _enter(self, collection: _OpenSequence | _OpenMapping, event: _Event) -> None:
        self._open.append(collection)
        if len(self._open) > MOST_DEPTH:
            self._problems.stop("too-deep", _place(event), f"Values are nested more than {MOST_DEPTH} deep.")

    def _add(self, node: Node | None) -> None:
        """Put a finished value, or the gap that a refused one leaves, into what is open around it."""
        if self._open:
            self._open[-1].add(node)
        elif self.root is None:
            self.root = node

    def _path(self) -> str:
        return "".join(collection.step for collection in self._open).removeprefix(".")

    def _error(self, code: Code, event: _Event, message: str, hint: str = "") -> None:
        self._problems.error(code, _place(event), self._path, message, hint)

    _TAKERS: ClassVar[dict[type[yaml.Event], Callable[..., None]]] = {
        yaml.ScalarEvent: _take_scalar,
        yaml.MappingStartEvent: _begin_mapping,
        yaml.SequenceStartEvent: _begin_sequence,
        yaml.MappingEndEvent: _end_collection,
        yaml.SequenceEndEvent: _end_collection,
        yaml.AliasEvent: _refuse_alias,
        yaml.DocumentStartEvent: _begin_document,
    }


class _OpenSequence:
    """A list whose end has not been read."""

    a_value = AN_ITEM
    """What each of its values counts for."""

    def __init__(self, node: Sequence) -> None:
        self.node = node
        self._refused = 0

    @property
    def step(self) -> str:
        return f"[{len(self.node.items) + self._refused}]"

    def add(self, node: Node | None) -> None:
        if node is None:
            self._refused += 1
        else:
            self.node.items.append(node)


class _OpenMapping:
    """A mapping whose end has not been read; keys and values come in turn."""

    a_value = A_VALUE
    """What each of its keys and values counts for."""

    def __init__(self, node: Mapping, problems: Problems, path: PathMaker) -> None:
        self.node = node
        self._problems = problems
        self._path = path
        self._key: Scalar | None = None
        self._step = ""
        """The key as a path tells it, once it was asked for."""
        self._awaits_value = False

    @property
    def step(self) -> str:
        if self._key and not self._step:
            self._step = f".{short(self._key.text)}"
        return self._step

    def add(self, node: Node | None) -> None:
        if self._awaits_value:
            if self._key and node is not None:
                self.node.entries[self._key.text] = Entry(self._key, node)
            self._key, self._step, self._awaits_value = None, "", False
        else:
            self._awaits_value = True
            if isinstance(node, Scalar) and node.text != "<<" and node.text not in self.node.entries:
                self._key = node
            elif node is not None:
                self._refuse_key(node)

    def _refuse_key(self, key: Node) -> None:
        """Tell what keeps a key from being one; it and its value are passed over."""
        if not isinstance(key, Scalar):
            self._problems.error("bad-key", key.place, self._path, "A key must be a text.")
        elif key.text == "<<":
            self._problems.error("merge-key", key.place, self._path, "A merge key (<<) is not allowed.")
        else:
            line = self.node.entries[key.text].key.place.line
            message = f"The key “{short(key.text)}” is given twice; the first, on line {line}, counts."
            self._problems.error("key-twice", key.place, self._path, message)

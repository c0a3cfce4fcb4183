"""What is kept of a reader's state, as plain values that a file can hold, and the way back.

Both go by names: what a record lacks is as at the beginning, and what it has too much is passed over.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import Enum
from typing import Union, cast, get_args, get_origin, get_type_hints

from article.cells import cells
from article.clean import clean_line
from article.model import Article
from article.relocation import AROUND, Landmark
from article.search import Query
from tui.memory import Record
from tui.renewal import without_what_is_gone
from tui.state import NAMELESS, Caret, ReaderState

KEPT = ("caret", "chosen", "folded", "pinned", "zen", "marks")
"""The fields of the state that are kept, as far as it has them."""
MOST_PARTS = 1_000
"""Parts of a list that are read back."""
MOST_CELLS = 1_000
"""The largest number that is read back."""
LONGEST = 200
"""Characters of a text that are read back."""


class _UnfitError(ValueError):
    """A value that the state cannot take."""


def record_of(state: ReaderState, article: Article) -> Record:
    """What is kept of a state: what is not as it is anyway."""
    anyway = ReaderState()
    return {
        name: _plain(getattr(state, name), article)
        for name in KEPT
        if name in ReaderState._fields and getattr(state, name) != getattr(anyway, name)
    }


def state_of(record: Record, article: Article, beginning: ReaderState | None = None) -> ReaderState:
    """The state that a record tells of an article, perhaps of an earlier text of it; of what it does not tell, it
    is as at the ``beginning``."""
    hints = get_type_hints(ReaderState, localns={"Query": Query})
    found: dict[str, object] = {}
    for name in KEPT:
        if name in record and name in hints:
            try:
                found[name] = _fitted(hints[name], record[name], article)
            except _UnfitError:
                continue
    if "marks" in found:
        marks = cast("Mapping[str, Caret]", found["marks"])
        found["marks"] = {name: place for name, place in marks.items() if name == NAMELESS or _is_letter(name)}
    state = (beginning or ReaderState())._replace(**found)  # pyright: ignore[reportArgumentType] - fitted to their types
    return without_what_is_gone(state, article)


def _plain(value: object, article: Article) -> object:
    if isinstance(value, Caret):
        return Landmark.at(article.paragraphs, value)._asdict()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, frozenset):
        return sorted((_plain(part, article) for part in cast("frozenset[object]", value)), key=str)
    if isinstance(value, tuple):
        whole = cast("tuple[object, ...]", value)
        names = getattr(whole, "_fields", None)
        parts = [_plain(part, article) for part in whole]
        return dict(zip(names, parts, strict=True)) if names else parts
    if isinstance(value, Mapping):
        return {str(key): _plain(part, article) for key, part in cast("Mapping[object, object]", value).items()}
    return value


def _fitted(hint: object, value: object, article: Article) -> object:
    """A plain value as one of a type; raises _UnfitError where it can be none."""
    origin, of = get_origin(hint), get_args(hint)
    if hint is Caret:
        return _caret(value, article)
    if origin in (Union, types.UnionType):
        return _fitted_to_any(of, value, article)
    if origin is frozenset and isinstance(value, list):
        return frozenset(_parts(of[0], cast("list[object]", value), article))
    if origin is tuple and isinstance(value, list):
        return _tuple(of, cast("list[object]", value), article)
    if origin is Mapping and isinstance(value, dict):
        known = cast("dict[str, object]", value)
        names = [clean_line(name)[:LONGEST] for name in list(known)[:MOST_PARTS]]
        parts = dict(zip(names, known.values(), strict=False))
        return types.MappingProxyType(
            {name: fitted for name, part in parts.items() for fitted in _parts(of[1], [part], article)}
        )
    if isinstance(hint, type):
        return _fitted_to_type(hint, value, article)
    raise _UnfitError


def _fitted_to_type(hint: type, value: object, article: Article) -> object:
    if hint is str and isinstance(value, str):
        return clean_line(value[:LONGEST])
    if hint in (bool, types.NoneType) and type(value) is hint:
        return value
    if hint is int and type(value) is int and 0 <= value <= MOST_CELLS:
        return value
    if issubclass(hint, Enum) and isinstance(value, str):
        try:
            return hint(value)
        except ValueError as error:
            raise _UnfitError from error
    if issubclass(hint, tuple) and isinstance(value, dict):
        return _named(cast("type[object]", hint), cast("dict[str, object]", value), article)
    raise _UnfitError


def _named(hint: type[object], known: Mapping[str, object], article: Article) -> object:
    """A tuple whose parts have names; those that do not fit are as they are unless said."""
    fields: dict[str, object] = {}
    for name, part_hint in get_type_hints(hint).items():
        if name in known:
            fields.update((name, part) for part in _parts(part_hint, [known[name]], article))
    try:
        return hint(**fields)
    except TypeError as error:
        raise _UnfitError from error


def _fitted_to_any(hints: tuple[object, ...], value: object, article: Article) -> object:
    for hint in hints:
        try:
            return _fitted(hint, value, article)
        except _UnfitError:
            continue
    raise _UnfitError


def _parts(hint: object, values: list[object], article: Article) -> list[object]:
    """Those that fit."""
    found: list[object] = []
    for value in values[:MOST_PARTS]:
        try:
            found.append(_fitted(hint, value, article))
        except _UnfitError:
            continue
    return found


def _tuple(hints: tuple[object, ...], values: list[object], article: Article) -> tuple[object, ...]:
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(_parts(hints[0], values, article))
    if len(hints) != len(values):
        raise _UnfitError
    return tuple(_fitted(hint, value, article) for hint, value in zip(hints, values, strict=True))


def _caret(value: object, article: Article) -> Caret:
    match value:
        case {"paragraph": int(paragraph), "offset": int(offset), "before": str(before), "after": str(after)}:
            landmark = Landmark(paragraph, offset, clean_line(before[-AROUND:]), clean_line(after[:AROUND]))
            return Caret(*landmark.find(article.paragraphs))
        case _:
            raise _UnfitError


def _is_letter(name: str) -> bool:
    """Whether a mark can have this name: one letter as wide as a cell, which the list of marks does not take for a
    key of its own."""
    return len(name) == 1 and name.isalpha() and name not in "jk" and cells(name) == 1

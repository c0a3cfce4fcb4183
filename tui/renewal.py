"""The reader's state when the article under it has become another: what can stay stays."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import cast

from article.filters import Filter
from article.model import Article
from article.relocation import Relocation
from tui.state import Caret, ReaderState

Move = Callable[[Caret], Caret]


def renewed(state: ReaderState, old: Article, new: Article) -> ReaderState:
    """The same state over a new article: every place where its words are now, without what is no longer there."""
    relocation = Relocation(old.paragraphs, new.paragraphs)
    moved = cast("ReaderState", _moved(state, lambda caret: Caret(*relocation.of(caret))))
    return without_what_is_gone(moved, new)


def without_what_is_gone(state: ReaderState, article: Article) -> ReaderState:
    """The state without actors, issues and positions that the article does not have."""
    chosen = _left(state.chosen, article)
    return state._replace(
        chosen=chosen,
        before=tuple((_left(earlier, article), folded) for earlier, folded in state.before),
        folded=state.folded and bool(chosen),
        pinned=state.pinned if state.pinned in article.stance else None,
    )


def _left(chosen: Filter, article: Article) -> Filter:
    """What of a filter the article still has."""
    known: dict[str, Collection[str]] = {
        "actors": article.actor,
        "issues": article.issue,
        "parties": article.party,
        "stances": article.stance,
        "via": article.actor,
    }
    fields = cast("dict[str, object]", chosen._asdict())
    left = {
        name: frozenset(one for one in cast("frozenset[object]", value) if one is None or one in known[name])
        for name, value in fields.items()
        if name in known and isinstance(value, frozenset)
    }
    return chosen._replace(**left)  # pyright: ignore[reportArgumentType] - by their names


def _moved(value: object, move: Move) -> object:
    """A value with every place in it moved, however deep it lies."""
    if isinstance(value, Caret):
        return move(value)
    if isinstance(value, tuple):
        whole = cast("tuple[object, ...]", value)
        parts = [_moved(part, move) for part in whole]
        kind = cast("Callable[..., object]", type(whole))
        return kind(*parts) if hasattr(whole, "_fields") else tuple(parts)
    if isinstance(value, Mapping):
        known = cast("Mapping[object, object]", value)
        return MappingProxyType({key: _moved(part, move) for key, part in known.items()})
    return value

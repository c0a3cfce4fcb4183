"""The small language in which a filter is written: ``actor:peskov,putin issue:troops position:oppose via:none``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from article.clean import one_line, quoted
from article.filters import EVERYONE, Filter
from article.likeness import most_like
from article.model import Article, Position
from article.wording import POSITION_WORD

KEYS = {
    "actor": "who takes the position",
    "party": "everybody of a party",
    "issue": "what it is about",
    "position": ", ".join(POSITION_WORD.values()),
    "via": "who reports it; “none” where nobody does",
    "own": "“yes”: only what actors say themselves",
}
"""What a filter can ask for, and what that is."""
NOBODY = "none"
"""Written for the reporter of what nobody reports."""
YES, NO = "yes", "no"
SHORTEST = 2
"""Characters from which the beginning of a name stands for it."""

MOST_PROBLEMS = 3
"""Problems after which an expression is not read on."""
LIKE = 70
"""Percent that a name has to be like a wrong one to be named instead."""
MOST_NAMES = 20_000
"""Names up to which the nearest is looked for: among so many it takes some 20 ms."""

_VALUE = re.compile(r'\s*(?:"(?P<quoted>(?:[^"]|"")*+)(?:"|$)|(?P<bare>[^\s,:"]++)(?!\s*:))')
_KEY = re.compile(r'\s*([^\s,:"]+)\s*:')
_COMMA = re.compile(r"\s*,")
_PLAIN = re.compile(r'[^\s,:"]+')


class Understood(NamedTuple):
    """What an expression says; with problems, as far as it was understood."""

    chosen: Filter
    problems: tuple[str, ...]


class Names:
    """What the things of one kind are called."""

    def __init__(self, kind: str, called: Iterable[tuple[str, Iterable[str | None]]]) -> None:
        self.kind = kind
        self._of: dict[str, dict[str, None]] = defaultdict(dict)
        """By a name, as it is looked up, the ids of those who bear it."""
        self._shown: dict[str, str] = {}
        """By a name, as it is looked up, how it is written."""
        self._ids: dict[str, str] = {}
        for id_, names in called:
            self._ids[id_] = id_
            for name in (id_, *filter(None, names)):
                self._of[name.casefold()].setdefault(id_)
                self._shown.setdefault(name.casefold(), name)

    def named(self, text: str) -> frozenset[str]:
        """The ids of those with this very id or, whatever the case, name."""
        if text in self._ids:
            return frozenset({text})
        return frozenset(self._of.get(text.casefold(), ()))

    def found(self, text: str) -> frozenset[str]:
        """Those who are named so, or the only one of whose names a word begins so."""
        if (named := self.named(text)) or len(text) < SHORTEST:
            return named
        start = text.casefold()
        beginning = {id_ for name, ids in self._of.items() if _begins(name, start) for id_ in ids}
        return frozenset(beginning if len(beginning) == 1 else ())

    def beginning(self, text: str) -> list[str]:
        """The names that begin so, one for each thing; after them those of which a word begins so."""
        start, found = text.casefold(), dict[str, str]()
        for begins in (str.startswith, _begins):
            for name, ids in self._of.items():
                if begins(name, start):
                    for id_ in ids:
                        found.setdefault(id_, self._shown[name])
        return [*dict.fromkeys(found.values())]

    def nearest(self, text: str) -> str:
        """How the name is written that is most like a wrong one; empty where none is."""
        like = most_like(text, self._of, LIKE, most=MOST_NAMES)
        return self._shown[like.name] if like else ""


def _begins(name: str, start: str) -> bool:
    """Whether a name, or a word of it, begins so."""
    return name.startswith(start) or f" {start}" in name or f"-{start}" in name


class Vocabulary:
    """The words that an article gives to filters, and to whoever looks for something by its name."""

    def __init__(self, article: Article) -> None:
        self._article = article

    @cached_property
    def actors(self) -> Names:
        actors = self._article.actors
        return Names("actor", ((actor.id, (actor.name, actor.short, actor.tag, *actor.aliases)) for actor in actors))

    @cached_property
    def parties(self) -> Names:
        return Names("party", ((party.id, (party.name,)) for party in self._article.parties))

    @cached_property
    def issues(self) -> Names:
        return Names("issue", ((issue.id, (issue.label,)) for issue in self._article.issues))

    @cached_property
    def positions(self) -> Names:
        return Names("position", ((position.value, (word,)) for position, word in POSITION_WORD.items()))

    @cached_property
    def members(self) -> Mapping[str, frozenset[str]]:
        """By party, the ids of its actors."""
        return {
            party.id: frozenset(actor.id for actor in members) for party, members in self._article.by_party if party
        }

    # ------------------------------------------------------------------ an expression -> a filter

    def understood(self, text: str) -> Understood:
        """The filter that an expression asks for, or what is wrong with it.

        A key takes one value or several with commas between, quoted where they hold blanks. A value without a key
        is looked for among actors, parties, issues and positions, in this order; ``own`` stands for ``own:yes``.
        """
        chosen, problems = EVERYONE, list[str]()
        for term in _terms(one_line(text)):
            if len(problems) >= MOST_PROBLEMS:
                break
            if not term.values:
                problems.append(_lacking(term.key or ""))
            for value in term.values:
                read = self._read(term.key, value)
                if isinstance(read, str):
                    problems.append(read)
                else:
                    chosen = _both(chosen, read)
        return Understood(chosen, tuple(dict.fromkeys(problems)))

    def _read(self, key: str | None, value: _Value) -> Filter | str:
        """What one value asks for, or what is wrong with it."""
        if key is None:
            return self._read_alone(value)
        readers: dict[str, Callable[[_Value], Filter | str]] = {
            "actor": self._read_actor,
            "party": self._read_party,
            "issue": self._read_issue,
            "position": self._read_position,
            "via": self._read_via,
            "own": _read_own,
        }
        if reader := readers.get(key.casefold()):
            return reader(value)
        like = most_like(key, list(KEYS))
        hint = f"Did you mean {like.name}?" if like else f"Known: {', '.join(KEYS)}."
        return f"Nothing is filtered by {quoted(key)}. {hint}"

    def _read_alone(self, value: _Value) -> Filter | str:
        if value.is_word("own"):
            return Filter(own=True)
        every = (
            (self.actors, self._read_actor),
            (self.parties, self._read_party),
            (self.issues, self._read_issue),
            (self.positions, self._read_position),
        )
        for called in (Names.named, Names.found):
            for names, read in every:
                if called(names, value.text):
                    return read(value)
        if not value.is_quoted and value.text.casefold() in KEYS:
            return _lacking(value.text)
        return _unknown("Nothing", value, *(names.nearest(value.text) for names, _ in every))

    def _read_actor(self, value: _Value) -> Filter | str:
        found = self.actors.found(value.text)
        return Filter(actors=found) if found else self._not_known(self.actors, value)

    def _read_party(self, value: _Value) -> Filter | str:
        parties = self.parties.found(value.text)
        if not parties:
            return self._not_known(self.parties, value)
        actors = frozenset[str]().union(*(self.members.get(party, ()) for party in parties))
        return Filter(actors=actors) if actors else f"Nobody is of the party {quoted(value.text)}."

    def _read_issue(self, value: _Value) -> Filter | str:
        found = self.issues.found(value.text)
        return Filter(issues=found) if found else self._not_known(self.issues, value)

    def _read_position(self, value: _Value) -> Filter | str:
        found = self.positions.found(value.text)
        return Filter(positions=frozenset(map(Position, found))) if found else self._not_known(self.positions, value)

    def _read_via(self, value: _Value) -> Filter | str:
        if value.is_word(NOBODY):
            return Filter(via=frozenset({None}))
        found = self.actors.found(value.text)
        return Filter(via=frozenset[str | None](found)) if found else self._not_known(self.actors, value)

    def _not_known(self, names: Names, value: _Value) -> str:
        return _unknown(f"No {names.kind}", value, names.nearest(value.text))

    # ------------------------------------------------------------------ a filter -> an expression

    def expression(self, chosen: Filter) -> str:
        """The expression that asks for a filter, empty for everyone; parties stand for their actors where all of
        them are selected."""
        article, rest, parties = self._article, set(chosen.actors), list[str]()
        for party, members in self.members.items():
            if len(members) > 1 and members <= chosen.actors:
                parties.append(party)
                rest -= members
        terms = {
            "party": parties,
            "actor": _ordered(rest, article.actor),
            "issue": _ordered(chosen.issues, article.issue),
            "position": [position for position in Position if position in chosen.positions],
            "via": [NOBODY] * (None in chosen.via),
            "own": [YES] * chosen.own,
        }
        told = {key: [written(value) for value in values] for key, values in terms.items()}
        told["via"] += [written(name, NOBODY) for name in _ordered(chosen.via - {None}, article.actor)]
        return " ".join(f"{key}:{','.join(values)}" for key, values in told.items() if values)


class _Value(NamedTuple):
    text: str
    is_quoted: bool

    def is_word(self, word: str) -> bool:
        """Whether it is a word of the language; what stands in quotes is a name."""
        return not self.is_quoted and self.text.casefold() == word


class _Term(NamedTuple):
    key: str | None
    values: tuple[_Value, ...]


def _terms(text: str) -> Iterator[_Term]:
    """The terms of an expression: keys with their values, and values that stand alone."""
    at = 0
    while at < len(text):
        start = at
        key = _KEY.match(text, at)
        at = key.end() if key else at
        values: list[_Value] = []
        while value := _VALUE.match(text, at):
            at = value.end()
            values.append(_value(value))
            if not (comma := _COMMA.match(text, at)):
                break
            at = comma.end()
        if key or values:
            yield _Term(key[1] if key else None, tuple(values))
        at = at if at > start else at + 1


def _value(found: re.Match[str]) -> _Value:
    in_quotes: str | None = found["quoted"]
    if in_quotes is None:
        return _Value(found["bare"], is_quoted=False)
    return _Value(in_quotes.replace('""', '"').strip(), is_quoted=True)


def _both(one: Filter, other: Filter) -> Filter:
    """The filter that asks for what either of them asks for."""
    return Filter(
        one.actors | other.actors,
        one.issues | other.issues,
        one.positions | other.positions,
        one.via | other.via,
        one.own or other.own,
    )


def _read_own(value: _Value) -> Filter | str:
    if value.is_word(YES) or value.is_word(NO):
        return Filter(own=value.is_word(YES))
    return f"Own words are asked for by own:{YES}, not by {quoted(value.text)}."


def _lacking(key: str) -> str:
    return f"Say which: “{key}:” needs a value."


def _unknown(what: str, value: _Value, *nearest: str) -> str:
    like = [name for name in nearest if name]
    best = most_like(value.text, like) if like else None
    hint = f" Did you mean {written(best.name)}?" if best else ""
    return f"{what} is called {quoted(value.text)}.{hint}"


def written(value: str, *words: str) -> str:
    """A value as it is written: quoted where it would not be read as one name, or would be read as a word."""
    is_plain = _PLAIN.fullmatch(value) and value.casefold() not in words
    return value if is_plain else '"{}"'.format(value.replace('"', '""'))


def _ordered(ids: Iterable[str | None], known: Mapping[str, object]) -> list[str]:
    """Ids in the order of the article, those that it does not know last."""
    wanted = {id_ for id_ in ids if id_ is not None}
    return [*(id_ for id_ in known if id_ in wanted), *sorted(wanted - known.keys())]

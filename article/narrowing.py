"""Which actors and which positions are about what somebody looks for in their lists."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from article.model import Article
from article.patterns import PATIENCE
from article.search import TOO_LONG, Query, Search, Text

KEPT = 16
"""Queries of which the answer is kept."""


class Narrowing:
    """Looks through an article's actors and stances; what they say is folded once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.actors = lru_cache(KEPT)(self._actors)
        """Gives the ids of the actors whose name, tag, alias or party it is."""
        self.stances = lru_cache(KEPT)(self._stances)
        """Gives the ids of the stances whose summary, words, issue or actor it is."""
        self._given_up: set[Query] = set()

    def fault(self, query: Query) -> str:
        """What is the matter with what was typed; empty when it can be looked for."""
        search = Search(Text([""]), query)
        search.advance()
        return search.fault or (TOO_LONG if query in self._given_up else "")

    def _actors(self, query: Query) -> frozenset[str]:
        return self._admitted(self._actor_names, query)

    def _stances(self, query: Query) -> frozenset[str]:
        actors, issues = self.actors(query), self._admitted(self._issues, query)
        own = self._admitted(self._stance_words, query)
        return own.union(s.id for s in self._article.stances if s.actor in actors or s.issue in issues)

    def _admitted(self, fields: _Fields, query: Query) -> frozenset[str]:
        admitted = fields.admitted(query)
        if admitted is None:
            self._given_up.add(query)
        return admitted or frozenset()

    @cached_property
    def _actor_names(self) -> _Fields:
        parties = self._article.party
        return _Fields(
            (actor.id, text)
            for actor in self._article.actors
            for text in (
                *(actor.name, actor.short, actor.tag, *actor.aliases),
                parties[actor.party].name if actor.party in parties else None,
            )
        )

    @cached_property
    def _issues(self) -> _Fields:
        return _Fields((issue.id, issue.label) for issue in self._article.issues)

    @cached_property
    def _stance_words(self) -> _Fields:
        return _Fields(
            (stance.id, text)
            for stance in self._article.stances
            for text in (stance.summary, *(piece.exact for piece in stance.evidence))
        )


class _Fields:
    """Texts, and whose each of them is."""

    def __init__(self, fields: Iterable[tuple[str, str | None]]) -> None:
        held = [(owner, text) for owner, text in fields if text]
        self._owners = [owner for owner, _ in held]
        self._text = Text([text for _, text in held])

    def admitted(self, query: Query) -> frozenset[str] | None:
        """The owners of the texts in which something is found. None where a pattern takes too long: it would hold up
        the next key."""
        search = Search(self._text, query, most=float("inf"), once=True)
        is_over = search.advance(PATIENCE if query.is_pattern else float("inf"))
        if not is_over or search.fault == TOO_LONG:
            return None
        return frozenset(self._owners[span.paragraph] for span in search.matches)

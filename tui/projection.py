"""All that the panes show, derived from the article and the reader's state, never edited."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from article.clean import one_line
from article.filters import Filter, Paragraphs
from article.model import Actor, Article, Party, Stance
from article.wording import act_phrase, source_phrase
from tui.selection import Ink, Mark, Selection, Standpoints
from tui.shelf import Shelf
from tui.signs import modality_sign
from tui.state import Caret, ReaderState

if TYPE_CHECKING:
    from article.narrowing import Narrowing
    from article.search import Query

SELECTIONS = 16
"""Filters of which the selection is kept."""
CARDS = 512
"""Cards that are kept: more than the highest screen shows."""


class ActorRow(NamedTuple):
    """An actor in the list; what it counts is always of the whole article."""

    actor: Actor
    stances: tuple[Stance, ...]
    mentions: int


class Card(NamedTuple):
    """A position in the stance panel."""

    stance: Stance
    issue: str
    where: str
    """The number of the first paragraph it stands on, or what is the matter with its words."""
    source: str
    """Modality, chain of reporters and act, with a sign."""
    conditions: tuple[str, ...]


class View:
    """One state of the screen."""

    def __init__(self, projection: Projection, state: ReaderState) -> None:
        self._projection = projection
        self.article = projection.article
        self.state = state
        self.selection = projection.selection(state.chosen)
        self.shelf = projection.shelf(state.chosen, state.positions_sought)
        """The cards that the panel shows."""

    @property
    def actors(self) -> tuple[Party | ActorRow | None, ...]:
        """The actors under their parties; None heads those of no party."""
        return self._projection.actors

    @property
    def listed(self) -> tuple[Party | ActorRow | None, ...]:
        """Those of them that the list shows."""
        return self._projection.listed(self.state.actors_sought)

    def among(self, actors: frozenset[str]) -> View:
        """The view in which the filter has these actors in place of its own."""
        chosen = self.state.chosen._replace(actors=actors)
        return View(self._projection, self.state._replace(chosen=chosen))

    def fault(self, query: Query) -> str:
        """What is the matter with what a list is narrowed to; empty when it can be looked for."""
        return self._projection.narrowing.fault(query)

    @property
    def numbered(self) -> int:
        """How many paragraphs of the article bear a number."""
        return self._projection.numbered

    @property
    def card(self) -> Callable[[str], Card]:
        """Gives the card of a stance, by its id."""
        return self._projection.card

    @cached_property
    def pinned(self) -> Stance | None:
        """The stance whose words are lit up, unless the filter hides it."""
        stance = self.article.stance.get(self.state.pinned or "")
        return stance if stance and self.state.chosen.admits(stance) else None

    @cached_property
    def lit(self) -> frozenset[str]:
        """The stances that stand where the reader stands."""
        return self.selection.standing(self.state.caret.paragraph)

    def peeked(self, front: str) -> Stance | None:
        """The stance whose words a small screen shows: among the positions the one under the cursor, among the
        actors the first of the one there, elsewhere the pinned one as long as the reader stands on it, or the
        first that stands here."""
        if front == "actors" and self.state.actor in self.article.actor:
            stances = self.article.stances_of.get(self.state.actor, ())
            return next((stance for stance in stances if self.state.chosen.admits(stance)), None)
        if self.pinned and (front == "positions" or self.pinned.id in self.lit):
            return self.pinned
        return self.selection.first_of(self.lit)

    def stop(self, step: int) -> Stance | None:
        """The next (``step`` 1) or previous (-1) stance in the order of the text.

        The pinned one is where counting begins, as long as the reader stands on its words; several
        may begin on the same words.
        """
        stops, caret = self.selection.stops, self.state.caret
        at = self.selection.stop_of(self.pinned.id) if self.pinned and self._pinned_at == caret else None
        found = at + step if at is not None else self.selection.stop_at(caret) - (step < 0)
        return stops[found] if 0 <= found < len(stops) else None

    def stop_between(self, low: Caret, high: Caret) -> Stance | None:
        """The stance that stands for a part of the text, its end excluded, on the map of evidence: of
        those whose words begin there the pinned one, or else the last."""
        if self._pinned_at and low <= self._pinned_at < high:
            return self.pinned
        return self.selection.last_stop_between(low, high)

    def marks_at(self, caret: Caret) -> list[Mark]:
        """What is marked on a character, the shortest run first, and of a position nothing that is not seen."""
        if caret.paragraph not in self.selection.relevant:
            return []
        here = self.selection.marks(caret.paragraph).between(caret.offset, caret.offset + 1)
        return sorted((mark for mark in here if mark.ink is not Ink.CUE), key=lambda mark: mark.end - mark.start)

    def after_pinned(self, stances: list[Stance]) -> Stance | None:
        """Of some stances the one after the pinned one, round and round; the first where it is not among them."""
        ids = [stance.id for stance in stances]
        at = ids.index(self.pinned.id) + 1 if self.pinned and self.pinned.id in ids else 0
        return stances[at % len(stances)] if stances else None

    def mark_between(self, paragraph: int, start: int, end: int) -> str | None:
        """The name of the mark on a part of a paragraph, its end excluded; of several one with a letter."""
        marks = self.state.marks.items()
        return max((name for name, at in marks if at.paragraph == paragraph and start <= at.offset < end), default=None)

    @cached_property
    def _pinned_at(self) -> Caret | None:
        """Where the words of the pinned stance begin."""
        words = self.pinned.words if self.pinned else ()
        return Caret(words[0].paragraph, words[0].start) if words else None


class Projection:
    """Views of one article; what depends on the article alone is worked out once."""

    def __init__(self, article: Article, standpoints: Standpoints | None = None) -> None:
        self.article = article
        self._standpoints = standpoints or Standpoints(article)
        self.selection = lru_cache(SELECTIONS)(self._selected)
        """Gives what a filter leaves."""
        self.shelf = lru_cache(SELECTIONS)(self._shelf)
        """Gives the cards that a filter leaves, or of them what is sought."""
        self.listed = lru_cache(SELECTIONS)(self._listed)
        """Gives the actors under their parties, or of them what is sought."""
        self.card = lru_cache(CARDS)(self._card)
        """Gives the card of a stance, by its id."""

    def with_mentions(self, article: Article) -> Projection:
        """That of the same article, where the places that name the actors were found meanwhile."""
        return Projection(article, self._standpoints.with_mentions(article))

    def view(self, state: ReaderState) -> View:
        """What the panes show in this state."""
        return View(self, state)

    def relevant(self, chosen: Filter) -> Paragraphs:
        """The paragraphs that a filter finds."""
        return self.selection(chosen).relevant

    @cached_property
    def actors(self) -> tuple[Party | ActorRow | None, ...]:
        """The actors under their parties; None heads those of no party."""
        stances, mentions = self.article.stances_of, self._standpoints.mentions.counts()
        rows: list[Party | ActorRow | None] = []
        for party, members in self.article.by_party:
            rows.append(party)
            rows.extend(ActorRow(actor, stances.get(actor.id, ()), mentions.get(actor.id, 0)) for actor in members)
        return tuple(rows)

    @cached_property
    def numbered(self) -> int:
        """How many paragraphs bear a number."""
        return self.selection(Filter()).paragraphs

    def _selected(self, chosen: Filter) -> Selection:
        return Selection(self._standpoints, chosen)

    def _shelf(self, chosen: Filter, sought: Query | None) -> Shelf:
        return Shelf(self.selection(chosen), self.narrowing.stances(sought) if sought else None)

    def _listed(self, sought: Query | None) -> tuple[Party | ActorRow | None, ...]:
        if not sought:
            return self.actors
        admitted = self.narrowing.actors(sought)
        listed: list[Party | ActorRow | None] = []
        for entry in self.actors:
            if not isinstance(entry, ActorRow):
                if listed and not isinstance(listed[-1], ActorRow):
                    listed.pop()
                listed.append(entry)
            elif entry.actor.id in admitted:
                listed.append(entry)
        return tuple(listed if listed and isinstance(listed[-1], ActorRow) else listed[:-1])

    @cached_property
    def narrowing(self) -> Narrowing:
        """Looks through the actors and the positions."""
        from article.narrowing import Narrowing

        return Narrowing(self.article)

    def _card(self, stance: str) -> Card:
        return card_of(self.article, self.article.stance[stance])


def card_of(article: Article, stance: Stance) -> Card:
    """The card that shows a stance."""
    words = stance.words
    number = article.paragraphs[words[0].paragraph].number if words else None
    source = f"{modality_sign(stance)} {source_phrase(article, stance)}"
    act = act_phrase(stance)
    return Card(
        stance=stance,
        issue=article.issue[stance.issue].label,
        where=(f"¶{number}" if number else "¶") if words else "not found once",
        source=f"{source} · {act}" if act else source,
        conditions=tuple(f"on condition: “{one_line(words)}”" for words in stance.conditions),
    )

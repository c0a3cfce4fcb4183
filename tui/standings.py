"""Where every actor stands on every issue: the cells of the matrix, and what two actors have to say to each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from article.filters import EVERYONE, Filter
from article.model import Actor, Article, Issue, Modality, Position, Stance
from article.wording import position_word
from tui.signs import POSITION_SIGN, REPORTED

NOTHING = "·"
"""What a cell says where the actor takes no position."""
SPLIT = "split"
"""What it says where the actor takes several that are not the same."""
TIGHT = 3
"""Cells of the shortest that a cell can say."""


class Cell(NamedTuple):
    """A cell by the ids of its actor and its issue, and the number of the stance in it that is looked at."""

    actor: str
    issue: str
    nth: int = 0


class Standing(NamedTuple):
    """Where an actor stands on an issue: the stances in the order of the file, none where the actor is silent."""

    actor: str
    issue: str
    stances: tuple[Stance, ...] = ()
    hidden: int = 0
    """How many more of the actor's stances on the issue the filter does not leave."""

    def __bool__(self) -> bool:
        return bool(self.stances)

    @property
    def position(self) -> Position | None:
        """The one position that all the stances bear; None where there is none, or more than one."""
        positions = {stance.position for stance in self.stances}
        return positions.pop() if len(positions) == 1 else None

    @property
    def word(self) -> str:
        """What is said of it in a word: ``for``, ``no intention``, ``split``."""
        words = set(map(position_word, self.stances))
        return words.pop() if len(words) == 1 else SPLIT if words else ""

    @property
    def fill(self) -> Position | None:
        """The position whose badge it wears; what is split is mixed."""
        return self.position or (Position.MIXED if self.stances else None)

    @property
    def is_reported(self) -> bool:
        """Whether none of it is told by the actor."""
        return bool(self.stances) and all(map(reported, self.stances))

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs of its positions, once each, those that others report after another sign."""
        return tuple(dict.fromkeys(map(_sign, self.stances)))

    @property
    def said(self) -> str:
        """What a cell says where there is room for it: ``▲ for``, ``↪? no intention``, ``▲ ▼ split``, ``▲ for ×2``."""
        if not self.stances:
            return NOTHING
        times = f" ×{len(self.stances)}" if len(self.signs) == 1 < len(self.stances) and self.word != SPLIT else ""
        return f"{' '.join(self.signs)} {self.word}{times}"

    @property
    def said_tightly(self) -> str:
        """The same in at most three cells: ``▲``, ``↪?``, ``▲▼``, ``▲2``."""
        signs, number = self.signs, len(self.stances)
        if not signs:
            return NOTHING
        if len(signs) == 1:
            return signs[0] + ("" if number == 1 else str(number) if number < 10 else "+")
        together = "".join(signs)
        if self.is_reported:
            together = REPORTED + together.replace(REPORTED, "")
        return together if len(together) <= TIGHT else together[: TIGHT - 1] + "+"


def reported(stance: Stance) -> bool:
    """Whether others tell it, so that it must never pass for the actor's own statement."""
    return bool(stance.via) or stance.modality is Modality.ATTRIBUTED


def _sign(stance: Stance) -> str:
    return (REPORTED if reported(stance) else "") + POSITION_SIGN[stance.position]


class Verdict(StrEnum):
    """What two actors' standings on an issue have to do with each other."""

    AGREE = "agree"
    CLASH = "clash"
    DIFFER = "differ"
    SILENT = "one silent"


VERDICT_SIGN = {Verdict.AGREE: "=", Verdict.CLASH: "≠", Verdict.DIFFER: "~", Verdict.SILENT: NOTHING}
_CLASH = {Position.SUPPORT, Position.OPPOSE}


def verdict(left: Standing, right: Standing) -> Verdict:
    """Support and oppose clash. One and the same position agrees, unless it is unclear: what is not known is not
    agreed on. Everything else differs: several positions, mixed or neutral ones against others, unclear ones."""
    if not left or not right:
        return Verdict.SILENT
    if {left.position, right.position} == _CLASH:
        return Verdict.CLASH
    if left.position is right.position and left.position not in (None, Position.UNCLEAR):
        return Verdict.AGREE
    return Verdict.DIFFER


class Pair(NamedTuple):
    """Two actors on one issue, of whom one at least takes a position."""

    issue: Issue
    left: Standing
    right: Standing

    @property
    def verdict(self) -> Verdict:
        return verdict(self.left, self.right)

    @property
    def told(self) -> str:
        """The verdict in a sign and a word; two positions of which nothing is clear do not differ in anything."""
        if self.left.position is self.right.position is Position.UNCLEAR:
            return f"{VERDICT_SIGN[Verdict.DIFFER]} unclear"
        if self.verdict is Verdict.SILENT and (self.left or self.right) and (self.left.hidden or self.right.hidden):
            return f"{VERDICT_SIGN[Verdict.SILENT]} one hidden"
        return f"{VERDICT_SIGN[self.verdict]} {self.verdict}"

    @property
    def is_reported(self) -> bool:
        """Whether the verdict stands on what others report of one of the two."""
        return bool(self.left and self.right) and (self.left.is_reported or self.right.is_reported)


class Comparison(NamedTuple):
    """Two actors, issue by issue: first where both take positions, then where only one does."""

    left: Actor
    right: Actor
    pairs: tuple[Pair, ...]
    both_silent: int
    """Issues on which neither takes a position."""

    @property
    def counts(self) -> list[str]:
        """On how many issues they agree, clash and differ, and on how many only one speaks."""
        found = Counter(pair.told.partition(" ")[2] for pair in self.pairs)
        words = (Verdict.AGREE, Verdict.CLASH, Verdict.DIFFER, "unclear", Verdict.SILENT, "one hidden")
        return [f"{word} on {number}" for word in words if (number := found[word])]


class Standings:
    """The standings that a filter leaves: of the selected actors, by party, on all issues of the article."""

    def __init__(self, article: Article, chosen: Filter = EVERYONE) -> None:
        self.article = article
        self.chosen = chosen
        self.issues = article.issues
        self._all = Counter((stance.actor, stance.issue) for stance in article.stances)
        found: dict[tuple[str, str], list[Stance]] = defaultdict(list)
        for stance in filter(chosen.admits, article.stances):
            found[stance.actor, stance.issue].append(stance)
        self._stances = {key: tuple(stances) for key, stances in found.items()}
        in_focus = {actor for actor in article.actor if not chosen.actors or actor in chosen.actors}
        self.parties = tuple(
            (party, left)
            for party, members in article.by_party
            if (left := tuple(actor for actor in members if actor.id in in_focus))
        )
        self.actors = tuple(actor for _, members in self.parties for actor in members)
        self.row = {actor.id: row for row, actor in enumerate(self.actors)}
        self.column = {issue.id: column for column, issue in enumerate(self.issues)}

    def of(self, actor: str, issue: str) -> Standing:
        """Where an actor stands on an issue, by their ids."""
        stances = self._stances.get((actor, issue), ())
        return Standing(actor, issue, stances, self._all[actor, issue] - len(stances))

    def at(self, row: int, column: int) -> Standing:
        """The standing of a row's actor on a column's issue."""
        return self.of(self.actors[row].id, self.issues[column].id)

    def why_empty(self, actor: str, issue: str, number: str = "") -> str:
        """What there is to say of a cell without a position; ``number`` is that of its column, where it has one."""
        name, label = self.article.actor[actor].name, self.article.issue[issue].label
        if self._all[actor, issue]:
            return f"The filter hides what {name} says on {number}“{label}”."
        return f"{name} takes no position on {number}“{label}” in this article."

    def why_empty_briefly(self, actor: str, issue: str, number: str) -> str:
        """The same in as few words as will do."""
        name, on = self.article.actor[actor].label, f"on issue {number.strip()}" if number else "here"
        return f"The filter hides {name} {on}." if self._all[actor, issue] else f"{name} takes no position {on}."

    @cached_property
    def taken(self) -> list[tuple[int, int]]:
        """The rows and columns of the cells that hold a position, row by row."""
        places = ((self.row.get(actor), self.column[issue]) for actor, issue in self._stances)
        return sorted((row, column) for row, column in places if row is not None)

    def next_taken(self, row: int, column: int, step: int) -> tuple[int, int] | None:
        """The next (1) or previous (-1) cell that holds a position."""
        place = bisect_right(self.taken, (row, column)) if step > 0 else bisect_left(self.taken, (row, column)) - 1
        return self.taken[place] if 0 <= place < len(self.taken) else None

    # ------------------------------------------------------------------ two actors

    @cached_property
    def speakers(self) -> tuple[Actor, ...]:
        """The actors who take positions, in the order of the rows; all where there are not two of them."""
        speaking = {row for row, _ in self.taken}
        found = tuple(actor for row, actor in enumerate(self.actors) if row in speaking)
        return found if len(found) > 1 else self.actors

    def compare(self, left: str, right: str) -> Comparison:
        """Two actors issue by issue, by their ids."""
        every = (Pair(issue, self.of(left, issue.id), self.of(right, issue.id)) for issue in self.issues)
        pairs = [pair for pair in every if pair.left or pair.right]
        pairs.sort(key=lambda pair: pair.verdict is Verdict.SILENT)
        actor = self.article.actor
        return Comparison(actor[left], actor[right], tuple(pairs), len(self.issues) - len(pairs))

    def rival(self, actor: str) -> str | None:
        """Of the others who speak, the one with whom an actor clashes most; of equals the one with whom it has most
        issues in common, then the first. None where there is no other."""
        clashes: Counter[str] = Counter()
        common: Counter[str] = Counter()
        for issue, standings in self._by_issue.items():
            own = self.of(actor, issue)
            for other in standings if own else ():
                common[other.actor] += 1
                clashes[other.actor] += verdict(own, other) is Verdict.CLASH
        others = [other.id for other in self.speakers if other.id != actor]
        return max(others, key=lambda other: (clashes[other], common[other]), default=None)

    def pair(self, left: str | None = None) -> tuple[str, str] | None:
        """The two to begin with: an actor with its rival, or the first two who clash; None where there are no two."""
        if left is None:
            first = next((actor.id for actor in self.speakers if actor.id in self._clashing), None)
            left = first or next((actor.id for actor in self.speakers), None)
        right = self.rival(left) if left else None
        return (left, right) if left and right else None

    @cached_property
    def _by_issue(self) -> dict[str, list[Standing]]:
        found: dict[str, list[Standing]] = defaultdict(list)
        for row, column in self.taken:
            standing = self.at(row, column)
            found[standing.issue].append(standing)
        return found

    @cached_property
    def _clashing(self) -> set[str]:
        """The actors who clash with anyone."""
        found: set[str] = set()
        for standings in self._by_issue.values():
            sides = [standing for standing in standings if standing.position in _CLASH]
            if {standing.position for standing in sides} == _CLASH:
                found.update(standing.actor for standing in sides)
        return found

"""Figures over all rounds: each is worked out within a round, so that what disturbs the machine disturbs both
sides of a ratio; the median of the rounds counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple, Protocol

from tests.bench.measures import Figures

Round = dict[str, Figures]
"""The figures of every run of one round, by its name; a run that failed has none."""


class Spread(NamedTuple):
    """A figure over the rounds."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread | None:
        return cls(min(values), median(values), max(values)) if values else None


class Figure(Protocol):
    """Something to be worked out of a round."""

    @property
    def unit(self) -> str: ...

    @property
    def runs(self) -> tuple[str, ...]: ...

    def of(self, figures: Round) -> float:
        """Raises KeyError where a run was not measured."""
        ...


@dataclass(frozen=True)
class Plain:
    """A measure as it is."""

    run: str
    measure: str
    unit: str = "ms"

    @property
    def runs(self) -> tuple[str, ...]:
        return (self.run,)

    def of(self, figures: Round) -> float:
        return figures[self.run][self.measure]


@dataclass(frozen=True)
class Ratio:
    """A measure over the same of another run, or over another of the same run."""

    run: str
    measure: str
    base: str
    base_measure: str | None = None

    @property
    def unit(self) -> str:
        return f"× {self.base if self.base != self.run else (self.base_measure or '').partition(' ')[0]}"

    @property
    def runs(self) -> tuple[str, ...]:
        return (self.run, self.base)

    def of(self, figures: Round) -> float:
        return figures[self.run][self.measure] / figures[self.base][self.base_measure or self.measure]


@dataclass(frozen=True)
class Growth:
    """How much more time the largest text takes than the middle one, over what the smallest one takes anyway.

    A difference of less than ``LEAST`` is none that can be measured, and counts as so much.
    """

    smallest: str
    middle: str
    largest: str
    measure: str
    LEAST = 10.0
    """Milliseconds."""

    @property
    def unit(self) -> str:
        return f"× {self.middle}"

    @property
    def runs(self) -> tuple[str, ...]:
        return (self.smallest, self.middle, self.largest)

    def of(self, figures: Round) -> float:
        smallest, middle, largest = (figures[run][self.measure] for run in self.runs)
        return max(largest - smallest, self.LEAST) / max(middle - smallest, self.LEAST)


class Goal(NamedTuple):
    """A figure, and the most that it may be."""

    number: str
    what: str
    most: float
    figure: Figure


class Outcome(NamedTuple):
    """What was measured of a goal; no spread where a run failed in every round."""

    goal: Goal
    spread: Spread | None

    @property
    def verdict(self) -> str:
        if self.spread is None:
            return "not measured"
        return "met" if self.spread.middle <= self.goal.most else "NOT MET"


def over_rounds(figure: Figure, rounds: Sequence[Round]) -> Spread | None:
    """The figure over the rounds in which all its runs were measured; None when there is no such round."""
    return Spread.of([figure.of(figures) for figures in rounds if all(run in figures for run in figure.runs)])

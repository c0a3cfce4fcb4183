"""Which of the known names is most like a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

MOST_NAMES = 1_000
"""Among more names than these the nearest is not looked for: it would take long, and say little."""
LONGEST = 200
"""Characters of a name that is compared: to compare two that are as long as books takes minutes."""
LEAST_LIKE = 60
"""Percent from which two names are like each other."""


class Like(NamedTuple):
    """A known name, and how many percent it is like another."""

    name: str
    percent: float


def most_like(name: str, known: Collection[str], least: float = LEAST_LIKE, *, most: int = MOST_NAMES) -> Like | None:
    """The known name that is most like a wrong one; None when none is at least so many percent like it, when
    more than ``most`` are known, or when it is too long for a name."""
    from rapidfuzz import fuzz, process, utils

    if len(known) > most or len(name) > LONGEST:
        return None
    like = utils.default_process
    best = process.extractOne(
        name,
        [each for each in known if len(each) <= 2 * LONGEST],
        scorer=fuzz.ratio,
        processor=like,
        score_cutoff=least,
    )
    return Like(best[0], best[1]) if best else None

"""Which of the known names is most like a wrong one."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

MOST_NAMES = 1_000
"""Among more names than these the nearest is not looked for: it would take long, and say little."""
LEAST_LIKE = 60
"""Percent from which two names are like each other."""


class Like(NamedTuple):
    """A known name, and how many percent it is like another."""

    name: str
    percent: float


def most_like(name: str, known: Collection[str], least: float = LEAST_LIKE, *, most: int = MOST_NAMES) -> Like | None:
    """The known name that is most like a wrong one; None when none is at least so many percent like it, or when
    more than ``most`` are known."""
    from rapidfuzz import fuzz, process, utils

    if len(known) > most:
        return None
    like = utils.default_process
    best = process.extractOne(name, list(known), scorer=fuzz.ratio, processor=like, score_cutoff=least)
    return Like(best[0], best[1]) if best else None

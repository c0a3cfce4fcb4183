"""The machine on which is measured: made ready, and how much else it had to do."""

from __future__ import annotations

import compileall
import os
from time import perf_counter

from tests.bench.session import ROOT

PACKAGES = ("article", "styles", "tui")
WORK = 60_000
"""Turns of the loop that is timed: some milliseconds."""


def compile_packages() -> None:
    """Make the byte code, as an installer does."""
    for package in PACKAGES:
        compileall.compile_dir(ROOT / package, quiet=1)


class Machine:
    """How long the same piece of work takes again and again, and the load before and after."""

    def __init__(self) -> None:
        self.loads = [os.getloadavg()[0]]
        self.spins: list[float] = []
        """Milliseconds."""

    def spin(self) -> None:
        """Time the piece of work once more."""
        start = perf_counter()
        total = 0
        for index in range(WORK):
            total += index * index
        self.spins.append(1000 * (perf_counter() - start))
        self.loads[1:] = [os.getloadavg()[0]]

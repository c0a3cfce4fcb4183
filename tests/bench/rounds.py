"""Rounds: every run once in each, in turn, so that whatever the machine does besides falls on all of them alike."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter

from tests.bench.figures import Round
from tests.bench.machine import Machine
from tests.bench.measures import Effort, Figures
from tests.bench.programs import Measured
from tests.bench.session import ProgramError

MOST_FAILURES = 2
"""A run that failed so often is not tried again."""


class Rounds:
    """The runs and what became of them: ``done`` has the figures of each round."""

    def __init__(self, runs: Sequence[Measured], effort: Effort, machine: Machine) -> None:
        self.runs = runs
        self.done: list[Round] = []
        self.failures: dict[str, list[str]] = {run.name: [] for run in runs}
        """By the name of the run, what went wrong each time."""
        self._effort = effort
        self._machine = machine

    def go(self) -> None:
        """As many rounds as wanted, or as there is time for."""
        start = perf_counter()
        longest = 0.0
        for number in range(self._effort.rounds):
            begun = perf_counter()
            limit = self._effort.seconds
            if number and limit is not None and begun - start + longest > limit:
                return
            self._tell(f"Round {number + 1} of {self._effort.rounds}:")
            turn = number % len(self.runs)
            self.done.append(self._round([*self.runs[turn:], *self.runs[:turn]]))
            longest = max(longest, perf_counter() - begun)
            self._tell(f"  {perf_counter() - begun:.0f} s\n")

    def _round(self, runs: Sequence[Measured]) -> Round:
        tried = [run for run in runs if len(self.failures[run.name]) < MOST_FAILURES]
        gc.collect()
        gc.disable()  # Nothing may come between the program and the clock.
        try:
            with ThreadPoolExecutor(self._effort.at_once) as pool:
                found = list(pool.map(self._figures, tried))
        finally:
            gc.enable()
        return {run.name: figures for run, figures in zip(tried, found, strict=True) if figures}

    def _figures(self, run: Measured) -> Figures | None:
        self._tell(f" {run.name};")
        self._machine.spin()
        try:
            return run.measure(self._effort)
        except ProgramError as error:
            self.failures[run.name].append(str(error))
            return None

    def _tell(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()

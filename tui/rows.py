"""Which row of a long list stands where, though few of its blocks have been laid out.

A block is what is laid out in one piece: a paragraph, a card, a heading. Its height is a guess until it is
measured; only what is about to be seen has to be, and the rest follows while the reader reads.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from time import perf_counter
from typing import NamedTuple


class Place(NamedTuple):
    """A row by its block, an index, and its line in it: it means the same whatever is measured meanwhile."""

    block: int = 0
    line: int = 0


class RowIndex:
    """Blocks under one another; ``measure`` gives the rows of a block, of which ``heights`` are guesses.

    Without ``measure`` the heights are what they are. Numbers of rows are good only until something else is
    measured above them: keep places.
    """

    def __init__(self, heights: Iterable[int], measure: Callable[[int], int] | None = None) -> None:
        self._heights = list(heights)
        self._measure = measure
        self._guessed = bytearray(b"\1" if measure else b"\0") * len(self._heights)
        self._left = sum(self._guessed)
        """How many are not measured."""
        self._next = 0
        self._tops: array[int] | None = None

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self._heights)

    @property
    def complete(self) -> bool:
        """Whether every block has been measured."""
        return not self._left

    @property
    def height(self) -> int:
        """Rows in all, as far as is known."""
        return self._all_tops[-1]

    def top(self, block: int) -> int:
        """The first row of a block; of the one after the last it is the height of all."""
        return self._all_tops[block]

    def end(self, block: int) -> int:
        """The row after the last of a block."""
        return self._all_tops[block + 1]

    def row(self, place: Place) -> int:
        """The row of a place; of a line past the end of its block it is the last one of the block."""
        return self.top(place.block) + min(place.line, self._heights[place.block] - 1)

    def place(self, row: int) -> Place:
        """The place of a row, or of the closest there is."""
        row = min(max(row, 0), self.height - 1)
        block = bisect_right(self._all_tops, row) - 1
        return Place(block, row - self.top(block))

    def places(self, first: Place, rows: int) -> Iterator[Place]:
        """The places of some rows in their order, as far as there are rows."""
        block, line = first
        for _ in range(rows):
            if block >= len(self._heights):
                return
            yield Place(block, line)
            line += 1
            if line >= self._heights[block]:
                block, line = block + 1, 0

    def measure_around(self, block: int, rows: int) -> None:
        """Measure a block and its neighbours, as far as ``rows`` rows above its top and below it."""
        if self.complete:
            return
        self._measure_block(block)
        for direction in (-1, 1):
            left, at = rows, block + direction
            while left > 0 and 0 <= at < len(self._heights):
                self._measure_block(at)
                left -= self._heights[at]
                at += direction

    def measure_all(self) -> RowIndex:
        """Measure every block at once, for lists that are not long."""
        self.measure_for(float("inf"))
        return self

    def measure_for(self, seconds: float) -> None:
        """Go on measuring from the beginning for a while."""
        until = perf_counter() + seconds
        while not self.complete:
            self._next = self._guessed.index(1, self._next)
            self._measure_block(self._next)
            if perf_counter() >= until:
                return

    def _measure_block(self, block: int) -> None:
        if self._measure and self._guessed[block]:
            self._guessed[block] = 0
            self._left -= 1
            height = self._measure(block)
            if height != self._heights[block]:
                self._heights[block] = height
                self._tops = None

    @property
    def _all_tops(self) -> array[int]:
        if self._tops is None:
            self._tops = array("I", accumulate(self._heights, initial=0))
        return self._tops

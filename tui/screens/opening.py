"""What is shown while a file takes long to read: that it is being read, and how to leave it."""

from __future__ import annotations

from functools import partial
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.strip import Strip

import styles
from article.reading import Reading
from article.wording import size
from tui.file import File
from tui.keyboard import key_of
from tui.paint import Cells, shortened
from tui.room import SMALLEST
from tui.screen_keys import OPENING
from tui.screens.passing import Passing, Show
from tui.widgets.bar import Bar
from tui.widgets.painted import Painted

WIDEST = 44
"""Cells of what is told."""
LINES = 5
"""Rows of it: what is read, the sign that moves, how long it takes, and a row between each."""
STEP = 0.1
"""Seconds after which the sign moves by a cell: slower than the eye is drawn to."""
LONG = 3
"""Seconds from which they are counted."""


class Opening(Passing):
    """A file that is being read. The reader takes its place as soon as there is an article, or the list of the
    problems for which it is none; where neither is to come, the program ends."""

    BINDINGS: ClassVar[list[BindingType]] = [*OPENING]
    CSS_PATH = styles.of_screen("opening")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SMALLEST[0], "-fitting")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-fitting")]  # noqa: RUF012

    def __init__(self, reading: Reading, file: File, show: Show) -> None:
        super().__init__()
        self._file = file
        self._show = show
        self._reading: Reading | None = reading
        """None as soon as somebody else looks after it."""
        self._progress = Progress(reading)

    def compose(self) -> ComposeResult:
        yield Bar()
        yield self._progress

    def on_mount(self) -> None:
        self.set_class(self.app.current_theme.ansi or self.app.no_color, "-plain")
        if self._reading:
            self._reading.listen(partial(self.call_later, self._go_on))
        self._go_on()

    def on_unmount(self) -> None:
        if self._reading:
            self._reading.listen(None)

    def _go_on(self) -> None:
        reading = self._reading
        if reading and reading.article:
            self._reading = None
            self.give_way(self._show(reading.article, reading), typed=True)
        elif reading and self._file.can_be_mended(reading.problems):
            from tui.screens.bad_file import BadFile

            self._reading = None
            self.give_way(BadFile(self._file, reading.problems, self._show))
        elif reading and reading.ended:
            self.app.exit()


class Progress(Painted):
    """A few words in the middle of the screen, and a sign that moves."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._steps = 0

    def on_mount(self) -> None:
        self.set_interval(STEP, self._move)

    def _move(self) -> None:
        self._steps += 1
        sign = self._top + LINES // 2
        self.refresh(Region(0, sign, self.size.width, LINES - LINES // 2))

    @property
    def _top(self) -> int:
        return max(0, (self.size.height - LINES) // 2)

    def render_line(self, y: int) -> Strip:
        width = max(1, min(WIDEST, self.size.width - 2))
        cells = Cells(width, self.ground)
        line = y - self._top
        if line == 0:
            cells.add("Reading ", self.ink("muted"))
            cells.add(shortened(self._reading.name.rsplit("/", 1)[-1], cells.left))
        elif line == LINES // 2:
            self._paint_sign(cells)
        elif line == LINES - 1:
            self._paint_foot(cells)
        left = (self.size.width - width) // 2
        return Cells(self.size.width, self.ground).to(left).extend(cells.strip()).strip()

    def _paint_sign(self, cells: Cells) -> None:
        """A stretch of a line that goes to and fro."""
        length = max(1, cells.width // 6)
        way = cells.width - length
        at = way - abs(self._steps % (2 * way) - way) if way else 0
        cells.add("─" * at, self.ink("rule")).add("━" * length, self.ink("accent"))
        cells.add("─" * cells.left, self.ink("rule"))

    def _paint_foot(self, cells: Cells) -> None:
        key, leaves = key_of("opening.leave", OPENING), " leaves"
        seconds = int(monotonic() - self._reading.since)
        told = [size(self._reading.size)] if self._reading.size else []
        told += [f"{seconds} s"] if seconds >= LONG else []
        room = cells.width - len(key + leaves) - 1
        cells.add(shortened(" · ".join(told), room), self.ink("muted"))
        cells.to(cells.width - len(key + leaves)).add(key, self.ink("key")).add(leaves, self.ink("muted"))

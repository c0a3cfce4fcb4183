"""The problems of a file, each with its place, its line with carets, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from article.problems import Excerpt, Passage, Problem
from article.reports import Runs, notes
from tui.paint import Cells
from tui.screen_keys import PROBLEMS
from tui.widgets.painted import Painted
from tui.wrapping import fitting, wrap

MOST_LISTED = 500
"""Past this many, mending from the top is quicker than reading on."""
ROOMY = 24
"""Rows of the terminal from which the line of the file has space around it."""
LEAST = 12
"""Cells that texts have at least."""
WHEEL = 3
"""Rows a notch of the mouse wheel moves."""
_Part = tuple[str, str]
"""A text, and the inks it is painted in; none is the ground's."""


class _Row(NamedTuple):
    """A row of the list."""

    problem: int
    """The index of the problem it belongs to."""
    parts: tuple[_Part, ...] = ()


class ProblemCards(Painted, can_focus=True):
    """A list whose cursor goes from problem to problem; it scrolls by itself."""

    BINDINGS: ClassVar[list[BindingType]] = [*PROBLEMS]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems
        self._rows: list[_Row] = []
        self._laid_out: tuple[int, bool] | None = None
        """For which width, and whether with space around."""
        self._top = 0
        self.cursor = 0

    def tell(self, problems: Sequence[Problem]) -> None:
        """List other problems; the cursor stays about where it was."""
        self._problems = problems
        self._laid_out = None
        self.cursor = max(0, min(self.cursor, self._listed - 1))
        self._top = 0
        self.refresh(layout=True)
        self.call_after_refresh(self._reveal)

    @property
    def problem(self) -> Problem | None:
        """The problem under the cursor."""
        return self._problems[self.cursor] if self._problems else None

    @property
    def line(self) -> int | None:
        """The line of the file that the problem under the cursor is on."""
        place = self.problem.place if self.problem else None
        return place.line if place else None

    @property
    def _listed(self) -> int:
        return min(MOST_LISTED, len(self._problems))

    # ------------------------------------------------------------------ moving

    def action_step(self, step: int) -> None:
        """To the next problem; through one that is higher than the screen, by screenfuls."""
        first, end = self._span(self.cursor)
        if step > 0 and end > self._top + self.size.height:
            self._scroll(min(end - self.size.height, self._top + self.size.height - 1))
        elif step < 0 and first < self._top:
            self._scroll(max(first, self._top - self.size.height + 1))
        else:
            self._stand_on(self.cursor + step)

    def action_page(self, step: int) -> None:
        """On by as many problems as there are in sight."""
        height = max(1, self.size.height - 1)
        first, end = self._span(self.cursor)
        if end - first > height:
            self.action_step(step)
            return
        row = max(0, min(first + step * height, len(self._rows) - 1))
        found = self._rows[row].problem if self._rows else 0
        self._stand_on(found if found != self.cursor else self.cursor + step)

    def action_edge(self, side: int) -> None:
        self._stand_on(0 if side < 0 else self._listed - 1)

    def _stand_on(self, index: int) -> None:
        self.cursor = max(0, min(index, self._listed - 1))
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        """Bring the problem into sight, its beginning above all; with the last one comes what follows it."""
        first, end = self._span(self.cursor)
        end = len(self._rows) if self.cursor == self._listed - 1 else end
        self._scroll(min(first, max(self._top, end - self.size.height)))

    def _scroll(self, top: int) -> None:
        self._lay_out(self.size.width)
        self._top = max(0, min(top, len(self._rows) - self.size.height))
        self.refresh()

    def _span(self, problem: int) -> tuple[int, int]:
        """The first row of a problem, and the one after its last."""
        self._lay_out(self.size.width)
        rows = [number for number, row in enumerate(self._rows) if row.problem == problem]
        return (rows[0], rows[-1] + 1) if rows else (0, 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self._top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self._top - WHEEL)

    def on_resize(self) -> None:
        self._reveal()

    # ------------------------------------------------------------------ laying out

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The rows of all problems, for where the list may be as high as it likes."""
        self._lay_out(width)
        return len(self._rows)

    def _lay_out(self, width: int) -> None:
        fitted = (width, self.app.size.height >= ROOMY)
        if fitted == self._laid_out or not width:
            return
        self._laid_out = fitted
        self._rows = list(self._all_rows(*fitted))

    def _all_rows(self, width: int, roomy: bool) -> Iterator[_Row]:  # noqa: FBT001 - as it is kept
        digits = len(str(self._listed))
        for index, problem in enumerate(self._problems[:MOST_LISTED]):
            if index:
                yield _Row(index - 1)
            number = (f"{index + 1:>{digits}} ", "error strong")
            room = width - digits - 4
            for line, parts in enumerate(_told(problem, room, roomy=roomy)):
                yield _Row(index, (number if line == 0 else (" " * (digits + 1), ""), *parts))
        if self._listed < len(self._problems):
            yield _Row(-1)
            yield _Row(-1, ((f"  and {len(self._problems) - self._listed:,} more", "muted"),))

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        self._lay_out(self.size.width)
        number = self._top + y
        if number >= len(self._rows):
            return Strip.blank(self.size.width, self.ground)
        row = self._rows[number]
        here = row.problem == self.cursor and self._listed > 1
        begins = here and (number == 0 or self._rows[number - 1].problem != row.problem)
        cells = Cells(self.size.width, self.ground)
        cells.add("▸ " if begins else "▏ " if here and row.parts else "  ", self.ink("accent"))
        for text, ink in row.parts:
            cells.add(text, sum(map(self.ink, ink.split()), Style.null()))
        return cells.right(self._rail(y), self.ink("thumb")).strip()

    def _rail(self, y: int) -> str:
        """Where the rows in sight are among all of them."""
        height, rows = self.size.height, len(self._rows)
        if rows <= height:
            return ""
        size = max(1, height * height // rows)
        start = round(self._top * (height - size) / (rows - height))
        return "┃" if start <= y < start + size else ""


def _told(problem: Problem, width: int, *, roomy: bool) -> Iterator[tuple[_Part, ...]]:
    """A problem in rows: where it is, what is wrong and what would be right, the line of the file with carets."""
    place = problem.place
    where = f"line {place.line}, column {place.column}" if place else "the file"
    parts = [part for part in (problem.path, str(problem.level), problem.code) if part]
    about = ["".join(f"   {part}" for part in parts[:most]) for most in range(len(parts), -1, -1)]
    yield (where, "strong"), (fitting(about, width - len(where)), "muted")
    near = isinstance(problem.suggestion, Passage)
    hint = "" if near or not problem.hint else f" {problem.hint}"
    meant = problem.suggestion.new if problem.suggestion and not near else ""
    at = hint.rfind(meant) if meant else -1
    start = len(problem.message) + at
    yield from _wrapped(problem.message + hint, width, "", [(start, start + len(meant))] if at >= 0 else [], "strong")
    if problem.excerpt:
        space: list[tuple[_Part, ...]] = [()] if roomy else []
        yield from space
        yield from _quoted(problem.excerpt, width)
        yield from space if near else ()
    for note in notes(problem):
        if note.label == "closest":
            yield from _wrapped(note.text, width, f"{note.label}: ", note.marks, "here")


def _quoted(excerpt: Excerpt, width: int) -> Iterator[tuple[_Part, ...]]:
    """The line of the file with carets under what is the matter, cut to the width around it."""
    margins = (f" {excerpt.line:>5} │ ", f"{excerpt.line} │ ", "│ ")
    margin = next((margin for margin in margins if width - len(margin) >= LEAST), margins[-1])
    line, carets = excerpt.pointed(width - len(margin) if width > len(margin) else LEAST)
    yield (margin, "muted"), (line, "")
    yield (f"{'│ ':>{len(margin)}}", "muted"), (carets, "error")


def _wrapped(
    text: str, width: int, label: str, marks: Runs | Iterable[tuple[int, int]], ink: str
) -> Iterator[tuple[_Part, ...]]:
    """A text in rows after its label, with some runs of its characters in an ink of their own."""
    runs = [*marks]
    starts = wrap(text, max(LEAST, width - len(label)))
    for number, (start, end) in enumerate(pairwise([*starts, len(text)])):
        cuts = sorted({start, end, *(min(max(cut, start), end) for run in runs for cut in run)})
        parts = [
            (text[low:high], ink if any(first <= low and high <= last for first, last in runs) else "")
            for low, high in pairwise(cuts)
        ]
        yield (label if number == 0 else " " * len(label), "muted"), *parts

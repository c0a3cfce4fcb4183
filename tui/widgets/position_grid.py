"""The matrix itself: a row for every actor, a column for every issue, of which only what is in sight is painted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from article.model import Actor, Issue
from tui.messages import CellPointed
from tui.paint import BOLD, Cells, shortened
from tui.standings import TIGHT, Standings
from tui.theme import Palette
from tui.widgets.painted import Painted
from tui.wrapping import rows_of

NUMBERED = 80
"""Columns of the terminal below which issues are numbered and positions are signs."""
RAIL = 1
"""Columns that the rail takes."""
BRACKETS = 2
"""Cells of a column that the cursor takes."""
NARROWEST, WIDEST = 11, 18
"""Cells of what a column shows: what a word needs at least, what is taken at most where there is plenty."""
LONGEST_WORD = 16
"""Cells of a word of an issue for which a column is made wider."""
TAG = 6
"""Cells of an actor's tag with the margins around it."""
AIRY = 30
"""Rows from which there is one left free over the heads of the columns."""
RULED = 10
"""Rows from which there is a rule under them."""
TWO_LEGENDS = 50
"""Columns from which what the numbers mean is told in two columns."""
UNNAMED = 30
"""Columns below which actors are told by their tags alone, and parties not at all."""
WHEEL = 3
"""Rows a notch of the mouse wheel moves."""


_Legend = tuple[tuple[int, Issue], ...]
"""A line that says which issues some numbers stand for."""
_Row = int | str | _Legend | None
"""What a row shows: an actor by its number, the name of a party, a line of the legend, or nothing."""


class PositionGrid(Painted):
    """Actors under their parties, issues from left to right; the cell under the cursor stands in brackets."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.standings: Standings | None = None
        self.row = self.column = 0
        """Where the cursor is."""
        self._top = self._first = 0
        """The first row and the first column in sight."""
        self._is_scrolled_off = False
        """Whether the reader went to columns among which the cursor is not."""
        self._leads_back = self._leads_on = range(0)
        """The cells that say how much is out of sight at the left, and at the right."""
        self._fitted = Size()
        self._rows: list[_Row] = []
        self._places: list[int] = []
        """Of each actor, the place among the rows."""
        self._parties: list[str] = []
        """Of each actor, what its party is called."""
        self._widths: list[int] = []
        self._lefts: list[int] = [0]
        self._heads: list[list[str]] = []
        """What stands over each column, in rows."""
        self._names = TAG
        """Cells of the actors' names with their tags."""

    @property
    def is_numbered(self) -> bool:
        """Whether there is room for signs and numbers only."""
        return self.size.width < NUMBERED

    @property
    def sight(self) -> int:
        """Rows in sight under the heads."""
        return max(1, self._fitted.height - self._head)

    def fill(self, standings: Standings, row: int, column: int) -> None:
        """Show these standings, with the cursor on a cell. The first column in sight stays the first, or else the
        next one that there still is."""
        before = self.standings.issues[self._first :] if self.standings else ()
        stay = (standings.column[issue.id] for issue in before if issue.id in standings.column)
        self.standings, self.row, self.column, self._first = standings, row, column, next(stay, 0)
        self._fitted = Size()
        self._fit()
        self.refresh()

    def stand_on(self, row: int, column: int) -> None:
        """Put the cursor on a cell and bring it into sight."""
        before = self.row, self.column, self._top, self._first
        self.row, self.column, self._is_scrolled_off = row, column, False
        self._fit()
        self._reveal()
        if before[2:] != (self._top, self._first):
            self.refresh()
        elif before[:2] != (row, column):
            self.refresh(Region(0, 0, self._fitted.width, self._head), *map(self._line_of, (before[0], row)))

    def row_apart(self, halves: int) -> int:
        """The row of actors that is some halves of a screenful from the cursor, another one at least."""
        place = self._places[self.row] + halves * self.sight // 2
        step = 1 if halves > 0 else -1
        row = bisect_left(self._places, place) if halves < 0 else bisect_right(self._places, place) - 1
        return row if (row - self.row) * step > 0 else self.row + step

    def _line_of(self, row: int) -> Region:
        place = self._places[row] if row < len(self._places) else 0
        return Region(0, self._head + place - self._top, self._fitted.width, 1)

    # ------------------------------------------------------------------ laying out

    def on_resize(self) -> None:
        self._fit()
        self._reveal()

    def _fit(self) -> None:
        """Lay rows and columns out for the size, where they are not yet."""
        if self.standings is None or not self.size or self.size == self._fitted:
            return
        self._fitted = self.size
        self._fit_columns(self.standings)
        self._fit_rows(self.standings)
        self._reveal()
        self.refresh()

    def _fit_columns(self, standings: Standings) -> None:
        width, issues = self._fitted.width, standings.issues
        if self.is_numbered:
            longest = max(map(cell_len, self._labels(standings)), default=0)
            self._names = min(width // 3, TAG + longest) if width >= UNNAMED else TAG + 1
            inner = [TIGHT] * len(issues)
            self._heads = [[str(number)] for number in range(1, len(issues) + 1)]
        else:
            longest = max(map(cell_len, self._labels(standings)), default=0)
            self._names = min(TAG + longest + 1, max(24, width // 4))
            inner = [NARROWEST] * len(issues)
            for row, column in standings.taken:
                inner[column] = max(inner[column], cell_len(standings.at(row, column).said) + 2)
            for column, issue in enumerate(issues):
                word = max(map(cell_len, issue.label.split(" ")))
                inner[column] = max(inner[column], min(LONGEST_WORD, word))
            inner = self._stretched(inner)
            self._heads = [rows_of(issue.label, cells + 1) for issue, cells in zip(issues, inner, strict=True)]
        self._widths = [cells + BRACKETS for cells in inner]
        self._lefts = list(accumulate(self._widths, initial=0))

    def _stretched(self, inner: list[int]) -> list[int]:
        """Columns as wide as there is room for, where there is room for all."""
        spare = self._room - sum(inner) - BRACKETS * len(inner)
        widest = max(inner, default=0)
        while spare > 0 and widest < WIDEST:
            widest += 1
            grown = [max(cells, widest) for cells in inner]
            if sum(grown) - sum(inner) > spare:
                return inner
            spare -= sum(grown) - sum(inner)
            inner = grown
        return inner

    def _labels(self, standings: Standings) -> list[str]:
        return [self._called(actor) for actor in standings.actors]

    def _called(self, actor: Actor) -> str:
        return actor.name if self._fitted.width >= 130 else actor.label

    def _fit_rows(self, standings: Standings) -> None:
        """As roomy as the rows allow: apart from each other, under their parties, or one after the other."""
        actors, parties = len(standings.actors), [party for party, _ in standings.parties]
        headed = parties != [None] and self._fitted.width >= UNNAMED
        apart = actors * 2 + len(parties) * 2 <= self.sight
        spaced = apart or actors + 2 * len(parties) <= self.sight
        if not spaced and actors <= self.sight < actors + len(parties):
            headed = False
        self._rows, self._places, self._parties = [], [], []
        for party, members in standings.parties:
            name = (party.name if party else "Of no party").upper() if headed else ""
            self._rows.extend([None] * (spaced and headed and bool(self._rows)) + [name] * headed)
            for _ in members:
                self._places.append(len(self._rows))
                self._parties.append(name)
                self._rows.append(len(self._places) - 1)
                self._rows.extend([None] * apart)
        if self.is_numbered:
            numbers = tuple(enumerate(standings.issues, 1))
            lines = -(-len(numbers) // (2 if self._fitted.width >= TWO_LEGENDS else 1))
            self._rows.append(None)
            self._rows.extend(numbers[line::lines] for line in range(lines))

    @property
    def _room(self) -> int:
        """Cells for the columns."""
        return self._fitted.width - self._names - RAIL - 1

    @property
    def _labelled(self) -> int:
        """Rows of the heads of columns."""
        height, wanted = self._fitted.height, max(map(len, self._heads), default=1)
        most = 1 if height < RULED else max(2, height // 10)
        if most > 1 and self.standings:  # More, as long as that takes no actor out of sight.
            listed = len(self.standings.actors) + len(self.standings.parties)
            most = max(most, height - self._air - 1 - listed)
        return max(1, min(most, wanted))

    @property
    def _head(self) -> int:
        """Rows above the actors."""
        return self._air + self._labelled + (self._fitted.height >= RULED)

    @property
    def _air(self) -> int:
        """Rows above the heads."""
        return int(self._fitted.height >= AIRY)

    @property
    def _sticky(self) -> str:
        """The party of the first actor in sight, where its name is scrolled off."""
        if self._top and isinstance(row := self._rows[self._top], int):
            return self._parties[row]
        return ""

    def _reveal(self) -> None:
        """Scroll as little as brings the cursor into sight."""
        if not self._places:
            return
        place = self._places[self.row]
        first = 0 if self.row == 0 else place - bool(self._parties[self.row])
        end = len(self._rows) if self.row == len(self._places) - 1 else place + 1
        self._scroll(min(first, max(self._top, end - self.sight)))
        if not self._is_scrolled_off:
            right = self._lefts[min(self.column + 1, len(self._widths))]
            self._first = min(self._first, self.column)
            while self._first < self.column and right - self._lefts[self._first] > self._room:
                self._first += 1
        while self._first and self._lefts[-1] - self._lefts[self._first - 1] <= self._room:
            self._first -= 1

    def _scroll(self, top: int) -> None:
        self._top = max(0, min(top, len(self._rows) - self.sight))

    @property
    def _shown(self) -> range:
        """The columns in sight, one at least."""
        end = self._first + 1
        while end < len(self._widths) and self._lefts[end + 1] - self._lefts[self._first] <= self._room:
            end += 1
        return range(self._first, min(end, len(self._widths)))

    # ------------------------------------------------------------------ painting

    def render_line(self, y: int) -> Strip:
        self._fit()
        cells = Cells(self.size.width, self.ground)
        standings, palette = self.standings, self.palette
        if standings is None or palette is None or not self._fitted:
            return cells.strip()
        if self._air <= y < self._air + self._labelled:
            return self._paint_head(y - self._air, standings)
        if y < self._head:
            return cells.to(1).add("─" * (self._end - 1), self.ink("rule")).strip() if y else cells.strip()
        line = y - self._head
        row = self._row_on(line)
        if isinstance(row, int):
            self._paint_actor(cells, row, standings, palette)
        elif isinstance(row, str):
            cells.to(1).add(row, self.ink("muted") + BOLD)
        elif row is not None:
            self._paint_legend(cells, row)
        return self._railed(cells, line)

    def _paint_legend(self, cells: Cells, legend: _Legend) -> None:
        width = (self._fitted.width - RAIL - 1) // len(legend)
        for place, (number, issue) in enumerate(legend):
            here = number - 1 == self.column
            cells.to(place * width + 1).add(f"{number:>3} ", self.ink("accent" if here else "muted"))
            cells.add(shortened(issue.label, (place + 1) * width - cells.used), BOLD if here else None)

    def _row_on(self, line: int) -> _Row:
        """What a line under the heads shows: on the first one the party of those below stays."""
        place = self._top + line
        row = self._rows[place] if place < len(self._rows) else None
        return self._sticky if line == 0 and self._sticky and row != self.row else row

    @property
    def _end(self) -> int:
        """The cell after the last column in sight."""
        shown = self._shown
        last = self._lefts[shown.stop] - self._lefts[shown.start] if shown else 0
        return min(self._names + last, self._fitted.width - RAIL)

    def _paint_head(self, y: int, standings: Standings) -> Strip:
        cells, shown = Cells(self.size.width, self.ground), self._shown
        if y == self._labelled - 1:
            self._paint_corner(cells, shown.start, len(standings.issues) - shown.stop)
        cells.to(self._names)
        for column in shown:
            width = self._widths[column]
            rows = self._heads[column]
            if len(rows) > self._labelled:
                rows = [*rows[: self._labelled - 1], " ".join(rows[self._labelled - 1 :])]
            at = y - self._labelled + len(rows)
            text = shortened(rows[at], width - 1) if at >= 0 else ""
            here = column == self.column
            left = max(0, (width - cell_len(text)) // 2)
            start = cells.used
            cells.to(start + left).add(text, BOLD + self.ink("chosen") if here else self.ink("muted"))
            cells.to(start + width)
        return cells.strip()

    def _paint_corner(self, cells: Cells, before: int, after: int) -> None:
        """How many columns are out of sight to the left and to the right."""
        roomy = self._names > 20
        told = [f"‹ {before} more" if roomy else f"‹{before}"] if before else []
        told += [f"{after} more ›" if roomy else f"{after}›"] if after else []
        text = shortened((" · " if roomy else " ").join(told), self._names - 1)
        start = 1 if self.is_numbered else self._names - 1 - cell_len(text)
        self._leads_back = range(start, start + (cell_len(told[0]) if before else 0))
        self._leads_on = range(self._leads_back.stop, start + cell_len(text) if after else 0)
        cells.to(start).add(text, self.ink("accent"))

    def _paint_actor(self, cells: Cells, row: int, standings: Standings, palette: Palette) -> None:
        actor, here = standings.actors[row], row == self.row
        ink = palette.actors[actor.id].name
        cells.to(1).add(actor.tag, ink + BOLD)
        if self._fitted.width >= UNNAMED:
            cells.to(TAG - 1).add(shortened(self._called(actor), self._names - TAG), BOLD if here else None)
        cells.to(self._names)
        for column in self._shown:
            on = here and column == self.column
            standing = standings.at(row, column)
            width = self._widths[column] - BRACKETS
            said = standing.said_tightly if self.is_numbered else standing.said
            text = shortened(said, width)
            left = (width - cell_len(text)) // 2
            fill = palette.badges[standing.fill] if standing.fill else self.ink("muted")
            cells.add("[" if on else " ", self.ink("key") if on else None)
            cells.add(" " * left + text + " " * (width - cell_len(text) - left), fill)
            cells.add("]" if on else " ", self.ink("key") if on else None)

    def _railed(self, cells: Cells, line: int) -> Strip:
        cells.to(self._fitted.width - RAIL)
        rows, sight = len(self._rows), self.sight
        if rows > sight:
            size = max(1, sight * sight // rows)
            start = round(self._top * (sight - size) / (rows - sight))
            is_thumb = start <= line < start + size
            cells.add("┃" if is_thumb else "│", self.ink("thumb" if is_thumb else "track"))
        return cells.strip()

    # ------------------------------------------------------------------ the mouse

    def on_click(self, event: events.Click) -> None:
        """A cell, the name of an actor or an issue; or what says how much is out of sight, which shows that."""
        if event.y < self._head and (event.x in self._leads_back or event.x in self._leads_on):
            for _ in self._shown:
                self._shift(-1 if event.x in self._leads_back else 1)
            self.refresh()
            return
        row = self._row_on(event.y - self._head) if event.y >= self._head else None
        at = event.x - self._names + self._lefts[self._first]
        shown = self._shown if event.x >= self._names else ()
        column = next((number for number in shown if self._lefts[number] <= at < self._lefts[number + 1]), None)
        self.screen.post_message(CellPointed(row if isinstance(row, int) else None, column))

    def _wheel(self, event: events.MouseEvent, rows: int, columns: int = 0) -> None:
        event.stop()
        sideways = columns or (rows // WHEEL if event.shift else 0)
        if sideways:
            self._shift(sideways)
        else:
            self._scroll(self._top + rows)
        self.refresh()

    def _shift(self, columns: int) -> None:
        """Show others, at the right (1) or at the left (-1) of these."""
        last = self._shown.stop >= len(self._widths)
        self._first = max(0, self._first + columns) if columns < 0 or not last else self._first
        self._is_scrolled_off = self.column not in self._shown

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -WHEEL)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        self._wheel(event, 0, 1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        self._wheel(event, 0, -1)

"""Two actors side by side, issue by issue: what each says, in which words, and whether they agree."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, zip_longest
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.strip import Strip

from article.clean import one_line
from article.model import Actor, Role, Stance
from article.wording import count
from tui.messages import WordsWanted
from tui.paint import BOLD, Cells, chip, shortened
from tui.projection import View
from tui.rows import Place, RowIndex
from tui.signs import BADGE, REPORTED
from tui.standings import Comparison, Pair, Standing, Verdict
from tui.theme import Palette
from tui.widgets.item_list import ItemList
from tui.widgets.pane import TITLE
from tui.wrapping import rows_of

SIDE_BY_SIDE = 80
"""Columns of the terminal from which the two stand beside each other."""
WIDEST = 132
"""Columns that both take at most."""
VERDICT = 16
"""Cells between the two."""
LEFT = 2
"""Cells of a side before its text: the bar of the cursor and a space."""
USUAL_HEIGHT = 8
"""Rows of most issues."""
MEASURED_AT_ONCE = 100
"""Issues up to which all are measured before they are shown."""
KEPT = 64
"""Issues whose rows are kept: more than the highest screen shows."""

SILENT, HIDDEN = "takes no position", "hidden by the filter"
"""What is said of a side without a position, and of one whose positions the filter does not leave."""


class _Bit(NamedTuple):
    """A row of one side: the badge of a stance, or some text of it."""

    text: str
    ink: str = ""
    side: int = 0
    nth: int = 0
    stance: Stance | None = None
    """The stance whose badge it is."""


class _Line(NamedTuple):
    """A row of an issue: both sides and the verdict between them, or a text alone."""

    left: _Bit | None = None
    verdict: str = ""
    right: _Bit | None = None
    label: str = ""
    ruled: bool = False


class ComparisonPane(ItemList):
    """The issues are the items; the cursor holds one position of one side."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.comparison: Comparison | None = None
        self.side = 0
        """The side of the cursor: 0 is left, 1 is right."""
        self.nth = 0
        """Which of several stances the cursor is on."""
        self._lines_of = lru_cache(KEPT)(self._laid_out)
        """Gives the rows of a block."""

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The issues on which one of the two speaks."""
        return self.comparison.pairs if self.comparison else ()

    @property
    def count(self) -> int:
        return len(self.pairs)

    @property
    def pair(self) -> Pair | None:
        """The issue under the cursor."""
        return self.pairs[self.cursor] if self.cursor < self.count else None

    @property
    def standing(self) -> Standing | None:
        """The side of it under the cursor."""
        return self._sides(self.pair)[self.side] if self.pair else None

    @property
    def stance(self) -> Stance | None:
        """The stance under the cursor; None where that side is silent."""
        return self.standing.stances[self.nth] if self.standing else None

    def heading(self) -> tuple[str, str]:
        return "Compare", ""

    @staticmethod
    def _sides(pair: Pair) -> tuple[Standing, Standing]:
        return pair.left, pair.right

    # ------------------------------------------------------------------ what is compared

    def compare(self, comparison: Comparison, issue: str | None = None) -> None:
        """Show two actors, with the cursor on an issue, by its id."""
        self.comparison = comparison
        found = (index for index, pair in enumerate(self.pairs) if pair.issue.id == issue)
        self.cursor, self.nth = next(found, 0), 0
        if self.fitted:
            self.lay_out()
            self.show_item(self.cursor)

    def step_aside(self) -> None:
        """Put the cursor on the other side."""
        self._turn_to(1 - self.side)
        self.nth = 0
        self.repaint_item(self.cursor)

    def _turn_to(self, side: int) -> None:
        """The cursor is on a side, whose name the title underlines."""
        self.side = side
        self.repaint_title()

    def step_among(self, step: int) -> bool:
        """Put the cursor on another of several stances; False where there is none."""
        stances = self.standing.stances if self.standing else ()
        if not 0 <= self.nth + step < len(stances):
            return False
        self.nth += step
        self.repaint_item(self.cursor)
        return True

    def entered(self) -> None:
        """On another issue the first of several is the one."""
        self.nth = 0

    def stand_on(self, index: int) -> None:
        if index != self.cursor:
            self.nth = 0
        super().stand_on(index)

    def follow(self, old: View | None, new: View) -> None:
        """The comparison comes by itself."""

    # ------------------------------------------------------------------ laying out

    def lay_out(self) -> None:
        self._lines_of.cache_clear()
        blocks = self.count + 2
        self.blocks = range(1, self.count + 1)
        index = RowIndex([USUAL_HEIGHT] * blocks, lambda block: len(self._lines_of(block)))
        self.stack(index.measure_all() if self.count <= MEASURED_AT_ONCE else index)

    @property
    def _beside(self) -> bool:
        return self.fitted.width >= SIDE_BY_SIDE

    @property
    def _margin(self) -> int:
        """Cells left free at the left."""
        return max(1, (self.inner - WIDEST) // 2) if self._beside else 0

    @property
    def _width(self) -> int:
        """Cells of a side."""
        room = min(WIDEST, self.inner - 2 * self._margin)
        return (room - VERDICT) // 2 if self._beside else self.inner - 1

    def _laid_out(self, block: int) -> list[_Line]:
        """The rows of a block: what is counted first, then the issues, at last what is left out."""
        comparison = self.comparison
        if comparison is None:
            return [_Line()]
        if block == 0:
            told = " · ".join(comparison.counts) or "Neither of them takes a position here."
            return [_Line(label=row) for row in rows_of(told, self._room)]
        if block > self.count:
            number = comparison.both_silent
            told = f"{REPORTED} positions are reported by others, not told by the actor." if self._reports else ""
            both = "the filter leaves neither a position" if self.view and self.view.state.chosen else "both are silent"
            silent = f"{count(number, 'issue')} on which {both} {'is' if number == 1 else 'are'} left out."
            rows = chain.from_iterable(rows_of(text, self._room) for text in (silent if number else "", told) if text)
            return [_Line(ruled=bool(self.count)), *(_Line(label=text) for text in rows), _Line()]
        pair = self.pairs[block - 1]
        head = [_Line(ruled=True), *self._head(pair)]
        left, right = (self._bits(standing, side) for side, standing in enumerate(self._sides(pair)))
        if not self._beside:
            return [*head, *(_Line(left=bit) for bit in (*left, *right)), _Line()]
        under = f"{REPORTED} as reported" if pair.is_reported else ""
        between = [pair.told, under]
        lines = [_Line(*line) for line in zip_longest(left, between, right)]
        return [*head, *(line._replace(verdict=line.verdict or "") for line in lines), _Line()]

    @property
    def _room(self) -> int:
        """Cells for what is said of both."""
        return max(1, self.inner - 2 * self._margin - LEFT)

    def _head(self, pair: Pair) -> list[_Line]:
        """The rows of an issue's name; where the two stand one under the other, the verdict at the end of the last,
        or under it."""
        *above, last = rows_of(pair.issue.label.upper(), self._room)
        if self._beside:
            return [_Line(label=row) for row in (*above, last)]
        fits = cell_len(last) + cell_len(pair.told) + 2 <= self._room
        ends = [_Line(label=last, verdict=pair.told)] if fits else [_Line(label=last), _Line(verdict=pair.told)]
        return [*(_Line(label=row) for row in above), *ends]

    @property
    def _reports(self) -> bool:
        return any(standing.is_reported for pair in self.pairs for standing in self._sides(pair) if standing)

    def _bits(self, standing: Standing, side: int) -> list[_Bit]:
        """The rows of a side: of each stance its badge, the position in a sentence, the words, how they are told."""
        if not standing or self.view is None:
            return [_Bit(HIDDEN if standing.hidden else SILENT, "muted", side)]
        bits: list[_Bit] = []
        width = self._width - LEFT - 1
        for nth, stance in enumerate(standing.stances):
            card = self.view.card(stance.id)
            words = next((piece.exact for piece in stance.evidence if piece.role is Role.CONTENT), "")
            texts = (
                (stance.summary, ""),
                (f"“{one_line(words)}”", "words"),
                *((about, "muted") for about in (card.source, *card.conditions)),
            )
            bits.extend([_Bit("", side=side)] if nth else [])
            bits.append(_Bit("", "", side, nth, stance))
            bits.extend(_Bit(row, ink, side, nth) for text, ink in texts for row in rows_of(text, width))
        return bits

    # ------------------------------------------------------------------ painting

    def _title(self) -> Strip:
        cells = Cells(self.fitted.width, self.ground)
        if self.comparison is None or self.palette is None:
            return cells.strip()
        if self._beside:
            self._paint_name(cells.to(self._margin + LEFT), self.comparison.left, 0, self._width - LEFT)
            cells.to(self._margin + self._width + VERDICT + LEFT)
            self._paint_name(cells, self.comparison.right, 1, self._width - LEFT)
        else:
            half = (self.inner - 1) // 2
            self._paint_name(cells.to(1), self.comparison.left, 0, half - 1)
            self._paint_name(cells.to(half + 1), self.comparison.right, 1, half)
        return cells.strip()

    def _paint_name(self, cells: Cells, actor: Actor, side: int, width: int) -> None:
        """An actor's name; that of the side where the cursor is underlined."""
        if self.palette is None:
            return
        ink = self.palette.actors[actor.id]
        here = Style(underline=side == self.side)
        name = actor.name if self._beside else actor.label
        cells.add(chip(actor.tag), ink.chip).add(" ")
        cells.add(shortened(name, width - cell_len(chip(actor.tag)) - 1), ink.name + BOLD + here)

    def paint(self, place: Place) -> Strip:
        cells = Cells(self.inner, self.ground)
        if self.palette is None or self.comparison is None:
            return cells.strip()
        line = self._lines_of(place.block)[place.line]
        end = self._margin + (2 * self._width + VERDICT if self._beside else self._width)
        if line.ruled:
            return cells.to(self._margin).add("─" * (end - self._margin), self.ink("rule")).strip()
        cells.to(self._margin)
        if line.label or (line.verdict and not self._beside):
            is_item = 0 < place.block <= self.count
            here = is_item and self.blocks[self.cursor] == place.block
            ink = self.ink("chosen" if here else "muted") + (BOLD if is_item else Style.null())
            room = cells.left - LEFT - (cell_len(line.verdict) + 2 if line.verdict else 0)
            cells.to(self._margin + LEFT).add(shortened(line.label, room), ink)
            return cells.right(line.verdict, self._verdict_ink(place.block), 1).strip()
        self._paint_bit(cells, line.left, place.block, self.palette)
        if self._beside:
            cells.to(self._margin + self._width)
            cells.add(" " * ((VERDICT - cell_len(line.verdict)) // 2))
            cells.add(line.verdict, self._verdict_ink(place.block, line.verdict))
            cells.to(self._margin + self._width + VERDICT)
            self._paint_bit(cells, line.right, place.block, self.palette)
        return cells.strip()

    def _verdict_ink(self, block: int, told: str = "") -> Style:
        if not 0 < block <= self.count or told.startswith(REPORTED):
            return self.ink("muted")
        verdict = self.pairs[block - 1].verdict
        if verdict is Verdict.CLASH:
            return self.ink("error") + BOLD
        return self.ink("chosen") + BOLD if verdict is Verdict.AGREE else self.ink("muted")

    def _paint_bit(self, cells: Cells, bit: _Bit | None, block: int, palette: Palette) -> None:
        """A row of a side, on the cursor's ground where it is the cursor's."""
        if bit is None or self.comparison is None:
            return
        actor = (self.comparison.left, self.comparison.right)[bit.side]
        ink = palette.actors[actor.id]
        own = self.blocks[self.cursor] == block and bit.side == self.side and bit.nth == self.nth
        here = own and bool(bit.text or bit.stance)
        end = cells.used + self._width
        before = cells.base
        cells.add("▌" if here else " ", ink.name)
        cells.base = before + self.ink("cursor") if here else before
        cells.add(" ")
        if not self._beside and (bit.stance or (bit.ink == "muted" and bit.text in (SILENT, HIDDEN))):
            cells.add(actor.tag, ink.name + BOLD).add(" ")
        if bit.stance:
            self._paint_badge(cells, bit.stance, end, palette)
        else:
            style = self.ink(bit.ink) if bit.ink else None
            cells.add(bit.text, ink.name + self.ink("words") if bit.ink == "words" else style)
        cells.to(end)
        cells.base = before

    def _paint_badge(self, cells: Cells, stance: Stance, end: int, palette: Palette) -> None:
        if self.view is None:
            return
        said = Standing(stance.actor, stance.issue, (stance,)).said.upper()
        where = self.view.card(stance.id).where
        cells.add(f" {said} ".ljust(BADGE), palette.badges[stance.position]).add(" ")
        cells.add(shortened(where, end - cells.used), self.ink("muted" if stance.words else "error"))

    # ------------------------------------------------------------------ the mouse

    def on_click(self, event: events.Click) -> None:
        """To the position under the mouse; where the cursor is on it already, to its words."""
        row = self.top + event.y - TITLE
        if event.y < TITLE or not 0 <= row < self.rows:
            return
        place = self.index.place(row)
        if not 0 < place.block <= self.count:
            return
        line = self._lines_of(place.block)[place.line]
        is_right = self._beside and event.x >= self._margin + self._width + VERDICT // 2
        bit = line.right if is_right else line.left
        side, nth = (bit.side, bit.nth) if bit else (int(is_right), 0)
        before = self.cursor, self.side, self.nth
        self._turn_to(side)
        self.stand_on(place.block - 1)
        self.nth = nth
        self.repaint_item(self.cursor)
        if before == (self.cursor, side, nth) and self.stance:
            self.ask(WordsWanted(self.stance.id))

"""The rows of the outline: number, beginning, and whose evidence stands on each paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from article.model import Paragraph, Position, Stance
from tui.paint import BOLD, Cells, shortened
from tui.projection import View
from tui.rows import Place, RowIndex
from tui.signs import POSITION_SIGN
from tui.widgets.item_list import ItemList

MARGIN = 2
"""Cells left free at either side."""
SHARE = 3
"""The marks take at most one in so many cells."""
ROOMY = 12
"""Rows from which there is room for one that is blank at the top."""
MOST_BEGUN = 400
"""Characters of a paragraph among which its beginning is sought: marks that combine take no cell."""


class _Mark(NamedTuple):
    """An actor whose evidence stands on a paragraph: its tag, and the signs of its positions."""

    actor: str
    text: str
    stances: int


class OutlineList(ItemList):
    """A row for each paragraph; a cross-heading stands apart. What the filter does not find is set back.

    Nothing of a row is worked out before it comes into sight.
    """

    def __init__(self, start: int) -> None:
        super().__init__(id="outline")
        self.cursor = start
        self._line = 0
        """The line in sight that the cursor is to be on in the article that is about to come."""

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """All paragraphs, of which each is an item."""
        return self.view.article.paragraphs if self.view else ()

    @property
    def count(self) -> int:
        return len(self.paragraphs)

    def heading(self) -> tuple[str, str]:
        if self.view is None:
            return "Outline", ""
        total = self.view.numbered
        return "Outline", f"{self.view.selection.paragraphs} of {total} ¶" if self.view.state.chosen else f"{total} ¶"

    def follow(self, old: View | None, new: View) -> None:
        """Of another article all is laid out anew; a filter sets other paragraphs back, and no row moves."""
        if old and old.article is not new.article:
            self.lay_out()
            self.scroll_rows(self.index.top(self.cursor) - self._line)
            self.show_item(self.cursor)
        elif old and old.state.chosen != new.state.chosen:
            self.repaint()

    def move_to(self, paragraph: int) -> None:
        """Keep the line of the cursor, which is on this paragraph in the article that is about to come."""
        self._line = self.index.top(self.blocks[self.cursor]) - self.top if self.blocks else 0
        self.cursor = paragraph

    def refit(self, before: Size) -> None:
        super().refit(before)
        if not before:
            self.scroll_rows(self.index.top(self.cursor) - self.sight // 3)

    def lay_out(self) -> None:
        self.blocks = range(self.count)
        heights = [1] * self.count
        for index in (*self.view.article.headings, 0) if self.view else ():
            heights[index] = 1 + self._is_apart(index)
        self.stack(RowIndex(heights))

    def _is_apart(self, index: int) -> bool:
        """Whether a blank row stands above: over a cross-heading, and at the top where there is room."""
        return self.paragraphs[index].is_heading if index else self.sight >= ROOMY

    # ------------------------------------------------------------------ painting

    def paint(self, place: Place) -> Strip:
        view, palette = self.view, self.palette
        if view is None or palette is None or place.line < self._is_apart(place.block):
            return Strip.blank(self.inner, self.ground)
        here = place.block == self.cursor
        cells = Cells(self.inner, self.ground + self.ink("cursor") if here else self.ground)
        cells.add("▸" if here else " ", self.ink("accent")).to(MARGIN)
        marks = _fitted(self._marks(view, place.block), self.inner // SHARE)
        room = self.inner - MARGIN - 1 - sum(cell_len(text) + 1 for text, _ in marks)
        self._paint_beginning(cells, place.block, view, room)
        if marks:
            cells.to(room + 1)
        for text, actor in marks:
            cells.add(" ").add(text, palette.actors[actor].name if actor else self.ink("muted"))
        return cells.strip()

    def _paint_beginning(self, cells: Cells, index: int, view: View, end: int) -> None:
        """The number and the first words of a paragraph, up to a column."""
        paragraph = self.paragraphs[index]
        is_relevant = index in view.selection.relevant
        ground = Style.null() if is_relevant else self.ink("dimmed")
        if paragraph.is_heading:
            ground += BOLD
        else:
            digits = max(2, len(str(view.numbered)))
            cells.add(f"{paragraph.number:>{digits}}", self.ink("muted" if is_relevant else "dimmed")).add("  ")
        cells.add(shortened(paragraph.text[:MOST_BEGUN], end - cells.used), ground)

    def _marks(self, view: View, paragraph: int) -> list[_Mark]:
        """Whose evidence stands on a paragraph, as far as the filter leaves it, in the order of the text."""
        standing = view.selection.standing(paragraph)
        found: dict[str, list[Stance]] = {}
        for stance in view.article.standing.get(paragraph, ()):
            if stance.id in standing:
                found.setdefault(stance.actor, []).append(stance)
        actors = view.article.actor
        return [
            _Mark(actor, f"{actors[actor].tag} {_signs(stances)}", len(stances)) for actor, stances in found.items()
        ]


def _signs(stances: Sequence[Stance]) -> str:
    """A sign for each position; of one that is taken more than twice, how often."""
    counts = Counter(stance.position for stance in stances)
    return "".join(_times(POSITION_SIGN[position], counts[position]) for position in Position if counts[position])


def _times(sign: str, number: int) -> str:
    return sign * number if number < 3 else f"{sign}{number}"


def _fitted(marks: Sequence[_Mark], room: int) -> list[tuple[str, str]]:
    """The marks with their actors, as many as there is room for; of the others it is told how many positions."""
    shown: list[tuple[str, str]] = []
    used, left = 0, sum(mark.stances for mark in marks)
    for mark in marks:
        rest = left - mark.stances
        more = len(f" +{rest}") if rest else 0
        if used + cell_len(mark.text) + 1 + more > room:
            return [*shown, (f"+{left}", "")]
        shown.append((mark.text, mark.actor))
        used, left = used + cell_len(mark.text) + 1, rest
    return shown

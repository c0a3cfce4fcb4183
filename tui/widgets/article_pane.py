"""The text: headline, numbered paragraphs, names and evidence in their actors' colours."""

from __future__ import annotations

from bisect import bisect_left
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from article.clean import one_line
from article.model import Stance
from article.wording import count, dateline
from tui.keys import ARTICLE
from tui.lines import Page, Row, RowKind
from tui.messages import CaretMoved, PositionsWanted
from tui.paint import Cells, marked
from tui.projection import View
from tui.selection import Ink, Mark
from tui.signs import POSITION_SIGN
from tui.state import Caret
from tui.theme import Palette
from tui.widgets.pane import TITLE, Pane

WIDEST = 72
"""Cells of the text's column: about twelve words, an easy line to read."""
WIDE_FROM = 56
"""Columns of the pane from which the gutter has room to breathe."""
NARROW_BELOW = 40
"""Columns of the pane below which the gutter is as thin as can be."""


class ArticlePane(Pane):
    """The article's text; it stands on one row, whose paragraph is marked in the gutter.

    The gutter shows that mark, the paragraph's number, and the signs of the positions whose words
    begin on the row.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*ARTICLE]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.page: Page | None = None
        self._caret = Caret()
        self._first_in_sight: Caret | None = None

    @property
    def rows(self) -> int:
        return self.page.height if self.page else 0

    def heading(self) -> tuple[str, str]:
        return "Article", f"{self.view.numbered if self.view else 0} ¶"

    # ------------------------------------------------------------------ following the view

    def follow(self, old: View | None, new: View) -> None:
        if old is None:
            self._caret = new.state.caret
            return
        if old.article is not new.article or (old.state.folded, old.selection) != (new.state.folded, new.selection):
            self._refold(new)
        elif old.pinned is not new.pinned:
            self.repaint()
        if new.state.caret != self._caret or new.state.glances != old.state.glances:
            self._stand_on(new)

    def refit(self, before: Size) -> None:
        """Lay the text out anew; what was the first place in sight stays first."""
        if self.view is None:
            return
        sight = max(1, before.height - TITLE)
        was_in_sight = self.page is None or self.top <= self._caret_row < self.top + sight
        self._lay_out(self.view)
        first = self._first_in_sight
        if self.page and first:
            self.scroll_rows(self.page.y_of(first))
        if was_in_sight and self.top:
            self._reveal_caret()
        self._first_in_sight = first

    def _lay_out(self, view: View) -> None:
        everything = frozenset(range(len(view.article.paragraphs)))
        shown = frozenset(view.selection.relevant) if view.state.folded else everything
        self.page = Page(view.article, shown, min(WIDEST, self.inner - self._gutter - 1))
        self.top = max(0, min(self.top, self.page.height - self.sight))
        self.repaint()

    def _refold(self, new: View) -> None:
        """A new filter or fold: the place stays on its line of the screen, or, where it was out of sight,
        the first place in sight stays first."""
        in_sight, line, first = self._caret_in_sight(), self._caret_row - self.top, self._first_in_sight
        self._lay_out(new)
        if in_sight:
            self.scroll_rows(self._caret_row - line)
        elif first and self.page:
            self.scroll_rows(self.page.y_of(first))
        relevant = new.selection.relevant
        if new.state.caret == self._caret and not any(self._paragraph_in_sight(index) for index in relevant):
            self.reveal_at_third(self._caret_row, self._caret_row + 1)

    def _stand_on(self, view: View) -> None:
        """The place moved without this pane's doing: go there."""
        self._caret, before = view.state.caret, self._caret
        self._repaint_paragraph(before)
        self._repaint_paragraph(self._caret)
        row = self._caret_row
        last = row
        if view.pinned and self.page and (words := view.pinned.words):
            last = self.page.y_of(Caret(words[0].paragraph, max(words[0].start, words[0].end - 1)))
        self.reveal_at_third(row, min(last, row + self.sight - 1) + 1)

    # ------------------------------------------------------------------ moving

    def action_move(self, step: int) -> None:
        if self.page is None:
            return
        if not self._caret_in_sight():
            self._move_to(self.page.nearest(self.top if step > 0 else self.top + self.sight - 1))
            return
        row = self.page.step(self._caret_row, step)
        if row == self._caret_row:
            self.scroll_rows(self.top + step)
        else:
            self._move_to(row)

    def action_page(self, halves: int) -> None:
        if self.page is None:
            return
        rows = max(1, self.sight * abs(halves) // 2 - abs(halves) // 2) * (1 if halves > 0 else -1)
        line = self._caret_row - self.top if self._caret_in_sight() else 0
        before = self.top
        self.scroll_rows(self.top + rows)
        target = self.top + line if self.top != before else self._caret_row + rows
        self._move_to(self.page.nearest(min(max(target, 0), self.rows - 1)))

    def action_edge(self, side: int) -> None:
        if self.page is None:
            return
        edge = 0 if side < 0 else self.rows
        self._move_to(self.page.nearest(edge))
        self.scroll_rows(edge)

    def action_positions(self) -> None:
        self.post_message(PositionsWanted())

    def _move_to(self, row: int) -> None:
        """Stand on a row, and tell so."""
        caret = self.page.row(row).caret if self.page else None
        if caret is None:
            return
        before, self._caret = self._caret, caret
        self._repaint_paragraph(before)
        self._repaint_paragraph(caret)
        self._reveal_caret()
        if caret != before:
            self.post_message(CaretMoved(caret))

    def scroll_rows(self, top: int) -> None:
        super().scroll_rows(top)
        if self.page:
            self._first_in_sight = self.page.row(self.page.nearest(self.top)).caret if self.top else None

    @property
    def _caret_row(self) -> int:
        return self.page.y_of(self._caret) if self.page else 0

    def _caret_in_sight(self) -> bool:
        return self.in_sight(self._caret_row, self._caret_row + 1)

    def _reveal_caret(self) -> None:
        """Bring the row into sight; with the very first one comes the headline."""
        row = self._caret_row
        self.reveal(0 if self.page and row <= len(self.page.head) and row < self.sight else row, row + 1)

    def _span_of(self, paragraph: int) -> tuple[int, int]:
        return self.page.span_of(paragraph) if self.page else (0, 0)

    def _paragraph_in_sight(self, paragraph: int) -> bool:
        first, end = self._span_of(paragraph)
        return first < self.top + self.sight and end > self.top

    def _repaint_paragraph(self, caret: Caret) -> None:
        self.repaint_rows(*self._span_of(caret.paragraph))

    def rail(self) -> dict[int, tuple[str, Style]]:
        """The map of evidence: where on the whole page words stand, in their actors' colours."""
        view, palette, page = self.view, self.palette, self.page
        if view is None or palette is None or page is None:
            return {}
        scale = min(1.0, self.sight / self.rows)
        signs: dict[int, tuple[str, Style]] = {}
        for span, stance in zip(view.selection.begins, view.selection.stops, strict=True):
            line = int(page.y_of(Caret(span.paragraph, span.start)) * scale)
            if stance is view.pinned:
                signs[line] = ("◆", palette.actors[stance.actor].name)
            elif signs.get(line, ("", None))[0] != "◆":
                signs[line] = ("▪", palette.actors[stance.actor].name)
        return signs

    # ------------------------------------------------------------------ painting

    @property
    def _roomy(self) -> bool:
        return self.size.width >= WIDE_FROM

    @property
    def _digits(self) -> int:
        return max(2, len(str(len(self.view.article.paragraphs)))) if self.view else 2

    @property
    def _signs(self) -> int:
        """Signs of positions that the gutter has room for on a row."""
        return 3 if self._roomy else 2 if self.size.width >= NARROW_BELOW else 1

    @property
    def _gutter(self) -> int:
        return 1 + self._roomy + self._digits + 1 + self._signs + 1

    @property
    def _left(self) -> int:
        """The column where the gutter begins, so that the text is centred."""
        spare = self.inner - self._gutter - 1 - (self.page.width if self.page else 0)
        return max(0, spare // 2)

    def paint(self, row: int) -> Strip:
        view, palette, page = self.view, self.palette, self.page
        if view is None or palette is None or page is None:
            return Strip.blank(self.inner, self.ground)
        line = page.row(row)
        cells = Cells(self.inner, self.ground).to(self._left)
        self._paint_gutter(cells, line, view, palette, here=row == self._caret_row)
        cells.to(self._left + self._gutter)
        self._paint_text(cells, line, view, palette)
        return cells.strip()

    def _paint_gutter(self, cells: Cells, line: Row, view: View, palette: Palette, *, here: bool) -> None:
        here = here and line.caret is not None
        if here or (line.caret and line.paragraph == self._caret.paragraph):
            cells.add("┃" if here else "│", self.ink("accent" if self.has_focus else "rule"))
        if line.kind not in (RowKind.TEXT, RowKind.CROSS_HEADING):
            return
        cells.to(self._left + 1 + self._roomy)
        if line.line == 0 and line.kind is RowKind.TEXT:
            relevant = line.paragraph in view.selection.relevant
            number = view.article.paragraphs[line.paragraph].number
            cells.add(f"{number:>{self._digits}}", self.ink("muted" if relevant else "dimmed"))
        cells.to(self._left + 1 + self._roomy + self._digits + 1)
        beginnings = view.selection.beginnings(line.paragraph)
        low, high = (bisect_left(beginnings, offset, key=_offset) for offset in (line.start, line.end))
        room = self._signs if high - low <= self._signs else self._signs - 1
        for _, stance in beginnings[low : min(high, low + room)]:
            cells.add(POSITION_SIGN[stance.position], palette.actors[stance.actor].name)
        if high - low > self._signs:
            cells.add("+", self.ink("muted"))

    def _ground(self, line: Row, *, relevant: bool) -> Style:
        if not relevant:
            return self.ink("dimmed")
        return self.ink("strong") if line.kind is RowKind.CROSS_HEADING else Style.null()

    def _paint_text(self, cells: Cells, line: Row, view: View, palette: Palette) -> None:
        base = self.ground
        if line.kind is RowKind.HEADLINE:
            cells.add(view.article.headline[line.start : line.end].rstrip(), self.ink("strong"))
        elif line.kind is RowKind.DATELINE:
            cells.add(dateline(view.article, self.page.width if self.page else None), self.ink("muted"))
        elif line.kind is RowKind.NOTE:
            cells.add(one_line(view.article.note or "")[line.start : line.end].rstrip(), self.ink("muted"))
        elif line.kind is RowKind.FOLD:
            cells.add(f"⋯ {count(line.hidden, 'paragraph')}", self.ink("muted"))
        elif line.kind is RowKind.END:
            cells.add("■", self.ink("accent"))
        elif line.kind in (RowKind.TEXT, RowKind.CROSS_HEADING):
            text = view.article.paragraphs[line.paragraph].text[line.start : line.end].rstrip()
            relevant = line.paragraph in view.selection.relevant
            base += self._ground(line, relevant=relevant)
            marks = view.selection.marks(line.paragraph) if relevant else ()
            cells.extend(marked(text, line.start, marks, base, lambda mark: _style(mark, view, palette)))


def _offset(beginning: tuple[int, Stance]) -> int:
    return beginning[0]


def _style(mark: Mark, view: View, palette: Palette) -> Style:
    """How a mark looks: names coloured, evidence tinted, the words of the pinned stance lit up."""
    ink = palette.actors[mark.actor]
    if mark.ink is Ink.NAME:
        return ink.name
    if mark.stance is view.pinned:
        return {Ink.CONTENT: ink.pinned, Ink.CONDITION: ink.words + Style(underline=True), Ink.CUE: ink.words}[mark.ink]
    return Style.null() if mark.ink is Ink.CUE else ink.words

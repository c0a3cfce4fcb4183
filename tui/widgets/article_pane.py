"""The text: headline, numbered paragraphs, names and evidence in their actors' colours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from rich.style import Style
from textual.binding import BindingType
from textual.geometry import Size
from textual.strip import Strip

from article.model import Stance
from article.spans import Span
from article.wording import count
from tui.columns import columns_of
from tui.keys import ARTICLE
from tui.lines import Page, Row, RowKind
from tui.messages import CaretMoved, PositionsWanted
from tui.paint import Cells, marked, shortened
from tui.projection import View
from tui.rows import Place
from tui.selection import Ink, Mark, Marks
from tui.signs import FOUND_HERE_SIGN, FOUND_SIGN, POSITION_SIGN, mark_sign
from tui.state import BEGINNING, Caret, Found
from tui.stretch import DATELINE, HEADLINE, part_of, text_of_row
from tui.theme import Palette
from tui.widgets.text_pane import TextPane

MEASURED = 4
"""Heights of the pane, above the caret and below it, within which row numbers are exact."""


class ArticlePane(TextPane):
    """The article's text; it stands on one row, whose paragraph is marked in the gutter, which also shows the
    paragraph's number, and the signs of the positions whose words begin on the row."""

    BINDINGS: ClassVar[list[BindingType]] = [*ARTICLE]

    def __init__(self, *, id: str, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._columns = columns_of(0, 0, 0)
        self._caret = Caret()
        self._sighted: tuple[Place, Caret | None] = (Place(), None)
        """The first row in sight, and the place in the text that it stood for when it came there."""

    @property
    def column(self) -> int:
        """Cells of the text's column; 0 while the pane has never been on the screen."""
        return self._columns.room if self.page else 0

    @property
    def text_column(self) -> int:
        return self._columns.text

    def heading(self) -> tuple[str, str]:
        return "Article", f"{self.view.numbered if self.view else 0} ¶"

    # ------------------------------------------------------------------ following the view

    def follow(self, old: View | None, new: View) -> None:
        if old is None:
            self._caret = new.state.caret
            if self._caret != BEGINNING:
                self.reveal_at_third(self._caret_row, self._caret_row + 1)
            return
        self._follow_page(old, new)
        if old.state.chosen != new.state.chosen:
            self._look_for_relevant(new)
        if new.state.caret != self._caret or new.state.glances != old.state.glances:
            self._stand_on(new)
            if new.state.found and new.state.found is not old.state.found:
                self._reveal_heading(new.state.found)

    def _follow_page(self, old: View, new: View) -> None:
        """Show another text, other folds, another width, or other marks on the same text."""
        if old.article.paragraphs is not new.article.paragraphs:
            self.drop_selection()
        if self.page and old.article.paragraphs is not new.article.paragraphs:
            self._renew(old, new)
        elif self.page and (_shown(new) != self.page.shown or old.state.width != new.state.width):
            self._refold(new)
        elif (old.selection, old.pinned, old.state.marks) != (new.selection, new.pinned, new.state.marks):
            self.repaint()
        elif old.state.found is not new.state.found:
            self._repaint_found(old.state.found, new.state.found)

    def refit(self, before: Size) -> None:
        """Lay the text out anew; what was the first place in sight stays first."""
        if self.view is None:
            return
        row = self._caret_row
        was_in_sight = self.page is None or self.in_sight(row, row + 1, before)
        first = self._first_in_sight
        if self.page is None or before.width != self.fitted.width:
            self._lay_out(self.view)
        if first:
            self.scroll_rows(self._row_of(first))
        if was_in_sight and self.top:
            self._reveal_caret()
        self._sighted = (self.first, first)

    def _lay_out(self, view: View) -> None:
        self._columns = columns_of(self.inner, len(view.article.paragraphs), view.state.width)
        self.page = Page(view.article, _shown(view), self._columns.room)
        self.stack(self.page.rows)

    def _refold(self, new: View) -> None:
        """Other paragraphs are folded, or the column has another width: the place stays on its line of the screen, or,
        where it was out of sight, the first place in sight stays first."""
        in_sight, line, first = self._caret_in_sight(), self._caret_row - self.top, self._first_in_sight
        self._lay_out(new)
        if in_sight:
            self.scroll_rows(self._caret_row - line)
        elif first:
            self.scroll_rows(self._row_of(first))

    def _renew(self, old: View, new: View) -> None:
        """The text has become another: the place stays on its line of the screen, or, where it was out of sight,
        the first words in sight stay first."""
        from article.relocation import Relocation

        in_sight, line, first = self._caret_in_sight(), self._caret_row - self.top, self._first_in_sight
        self._caret = new.state.caret
        self._lay_out(new)
        if in_sight:
            self.scroll_rows(self._caret_row - line)
        elif first:
            now = Relocation(old.article.paragraphs, new.article.paragraphs).of(first)
            self.scroll_rows(self._row_of(Caret(*now)))

    def _look_for_relevant(self, new: View) -> None:
        """Where a filter leaves nothing in sight, show the place, which is on a paragraph that it finds."""
        if new.state.caret == self._caret and not self._is_in_sight(new.selection.relevant):
            self.reveal_at_third(self._caret_row, self._caret_row + 1)

    def _stand_on(self, view: View) -> None:
        """The place moved without this pane's doing: go there."""
        self._caret, before = view.state.caret, self._caret
        self._repaint_carets(before, self._caret)
        row = last = self._caret_row
        words = view.pinned.words if view.pinned else ()
        if words and self._caret == (words[0].paragraph, words[0].start):
            last = self._row_of(Caret(words[0].paragraph, max(words[0].start, words[0].end - 1)))
        self.reveal_at_third(row, min(last, row + self.sight - 1) + 1)

    def _reveal_heading(self, found: Found) -> None:
        """A search led to the heading, where nobody can stand: show that."""
        match, head = found.here, self.page.head if self.page else ()
        for number, row in enumerate(head):
            if match and part_of(row) == match.paragraph and (row.end > match.start or match.paragraph == DATELINE):
                self.reveal_at_third(number, number + 1)
                return

    # ------------------------------------------------------------------ moving

    def action_move(self, step: int) -> None:
        if self.page is None:
            return
        steps, caret = 1 + self.repeats(), self._caret
        row = self._caret_row
        if not (is_seen := self.in_sight(row, row + 1)):
            row, steps = self.page.nearest(self.top if step > 0 else self.top + self.sight - 1), steps - 1
            caret = self.page.row(row).caret or caret
        while steps and (following := self.page.step(row, step)) != row:
            caret, steps = self.page.row(following).caret or caret, steps - 1
            row = self._row_of(caret)
        if caret != self._caret or not is_seen:
            self._move_to(row)
        if steps:
            self.scroll_rows(self.top + step * steps)

    def action_page(self, halves: int) -> None:
        if self.page is None:
            return
        rows = max(1, self.sight * abs(halves) // 2 - abs(halves) // 2) * (1 if halves > 0 else -1)
        line = self._caret_row - self.top if self._caret_in_sight() else 0
        before = self.first
        self.scroll_rows(self.top + rows)
        target = self.top + line if self.first != before else self._caret_row + rows
        self._move_to(self.page.nearest(min(max(target, 0), self.rows - 1)))

    def action_edge(self, side: int) -> None:
        if self.page is None:
            return
        self.scroll_rows(0 if side < 0 else self.rows)
        self._move_to(self.page.nearest(0 if side < 0 else self.rows), jumps=True)
        self.scroll_rows(0 if side < 0 else self.rows)

    def action_positions(self) -> None:
        self.ask(PositionsWanted())

    def _move_to(self, row: int, *, jumps: bool = False) -> None:
        """Stand on a row, and tell so."""
        caret = self.page.row(row).caret if self.page else None
        if caret is None:
            return
        before, self._caret = self._caret, caret
        self._repaint_carets(before, caret)
        self._reveal_caret()
        if caret != before:
            self.ask(CaretMoved(caret, jumps=jumps))

    @property
    def _first_in_sight(self) -> Caret | None:
        """The first place in the text that is in sight, unless that is its beginning."""
        if self._sighted[0] != self.first and self.page:
            row = self.page.row(self.page.nearest(self.top))
            self._sighted = (self.first, row.caret if self.top else None)
        return self._sighted[1]

    @property
    def _caret_row(self) -> int:
        return self._row_of(self._caret)

    def _row_of(self, caret: Caret) -> int:
        """The row of a place in the text, exact as are those around it."""
        if self.page is None:
            return 0
        place = self.page.place_of(caret)
        self.index.measure_around(place.block, MEASURED * self.sight)
        return self.index.row(place)

    def _caret_in_sight(self) -> bool:
        row = self._caret_row
        return self.in_sight(row, row + 1)

    def _is_in_sight(self, paragraphs: Collection[int]) -> bool:
        """Whether a row of one of some paragraphs is in sight."""
        if self.page is None:
            return False
        rows = range(self.top, min(self.top + self.sight, self.rows))
        return any(line.caret and line.paragraph in paragraphs for line in map(self.page.row, rows))

    def _reveal_caret(self) -> None:
        """Bring the row into sight; with the very first one comes the headline."""
        row = self._caret_row
        self.reveal(0 if self.page and row <= len(self.page.head) and row < self.sight else row, row + 1)

    def _repaint_carets(self, before: Caret, after: Caret) -> None:
        """The place moved: its row changes in the gutter, and with another paragraph all rows of both do."""
        if self.page is None:
            return
        for caret in (before, after):
            place = self.page.place_of(caret)
            if before.paragraph == after.paragraph:
                self.repaint_row(place)
            else:
                self.repaint_block(place.block)

    def _repaint_found(self, old: Found | None, new: Found | None) -> None:
        """A search found something else; going from match to match changes their paragraphs only."""
        if self.page is None or old is None or new is None or old.matches != new.matches:
            self.repaint()
            return
        if old.here == new.here:
            return
        for match in (old.here, new.here):
            if match:
                self.repaint_block(self.page.block_of(match.paragraph))
        self.repaint_rail()

    def rail(self) -> dict[int, tuple[str, Style]]:
        """The map of evidence: where on the whole page words stand, in their actors' colours; and over it, where a
        search found something."""
        view, palette, page = self.view, self.palette, self.page
        if view is None or palette is None or page is None:
            return {}
        lines = min(self.sight, self.rows)
        bounds = [page.caret_from(-(-line * self.rows // lines)) for line in range(lines + 1)]
        bounds[0] = Caret(HEADLINE)
        signs: dict[int, tuple[str, Style]] = {}
        for line, (low, high) in enumerate(pairwise(bounds)):
            if stance := view.stop_between(low, high):
                signs[line] = ("◆" if stance is view.pinned else "▪", palette.actors[stance.actor].name)
            if found := _found_between(view.state.found, low, high):
                here = view.state.found is not None and view.state.found.here in found
                signs[line] = (FOUND_HERE_SIGN if here else FOUND_SIGN, self.ink("accent"))
        return signs

    # ------------------------------------------------------------------ painting

    def paint(self, place: Place) -> Strip:
        view, palette, page = self.view, self.palette, self.page
        if view is None or palette is None or page is None:
            return Strip.blank(self.inner, self.ground)
        line = page.row_at(place)
        cells = Cells(self.inner, self.ground).to(self._columns.caret)
        self._paint_gutter(cells, line, view, palette, here=place == page.place_of(self._caret))
        cells.to(self._columns.text)
        self._paint_text(cells, line, page, view, palette)
        return cells.strip()

    def _paint_gutter(self, cells: Cells, line: Row, view: View, palette: Palette, *, here: bool) -> None:
        here = here and line.caret is not None
        columns, is_text = self._columns, line.kind in (RowKind.TEXT, RowKind.CROSS_HEADING)
        mark = view.mark_between(line.paragraph, line.start, line.end) if is_text else None
        if (mark is None or columns.mark > columns.caret) and (
            here or (line.caret and line.paragraph == self._caret.paragraph)
        ):
            cells.add("┃" if here else "│", self.ink("accent" if self.has_focus else "rule"))
        if not is_text:
            return
        if mark is not None:
            cells.to(columns.mark).add(mark_sign(mark), self.ink("name") + Style(underline=here))
        cells.to(columns.number)
        if line.line == 0 and line.kind is RowKind.TEXT:
            relevant = line.paragraph in view.selection.relevant
            number = view.article.paragraphs[line.paragraph].number
            cells.add(f"{number:>{columns.digits}}", self.ink("muted" if relevant else "dimmed"))
        cells.to(columns.signs)
        beginnings = view.selection.beginnings(line.paragraph)
        low, high = (bisect_left(beginnings, offset, key=_offset) for offset in (line.start, line.end))
        room = columns.most_signs if high - low <= columns.most_signs else columns.most_signs - 1
        for _, stance in beginnings[low : min(high, low + room)]:
            cells.add(POSITION_SIGN[stance.position], palette.actors[stance.actor].name)
        if high - low > columns.most_signs:
            cells.add("…", self.ink("muted"))

    def _ground(self, line: Row, *, relevant: bool) -> Style:
        if not relevant:
            return self.ink("dimmed")
        return self.ink("strong") if line.kind is RowKind.CROSS_HEADING else Style.null()

    def _paint_text(self, cells: Cells, line: Row, page: Page, view: View, palette: Palette) -> None:
        base = self.ground
        part = part_of(line)
        if line.kind is RowKind.FOLD:
            cells.add(f"⋯ {count(line.hidden, 'paragraph')}", self.ink("muted"))
        elif line.kind is RowKind.END:
            cells.add("■", self.ink("accent"))
        elif part is not None and part < 0:
            text = shortened(text_of_row(page, line), page.width)
            base += self.ink("strong" if part == HEADLINE else "muted")
            found = _found_marks(view.state.found, line._replace(paragraph=part, end=line.start + len(text)))
            cells.extend(marked(text, line.start, Marks([*found]), base, lambda mark: self._style(mark, view, palette)))
        elif part is not None:
            text = view.article.paragraphs[line.paragraph].text[line.start : line.end].rstrip()
            relevant = line.paragraph in view.selection.relevant
            base += self._ground(line, relevant=relevant)
            marks = view.selection.marks(line.paragraph) if relevant else Marks()
            if found := list(_found_marks(view.state.found, line)):
                marks = Marks([*marks.between(line.start, line.end), *found])
            cells.extend(marked(text, line.start, marks, base, lambda mark: self._style(mark, view, palette)))

    def _style(self, mark: Mark, view: View, palette: Palette) -> Style:
        if mark.ink in (Ink.FOUND, Ink.FOUND_HERE):
            return self.ink("found-here" if mark.ink is Ink.FOUND_HERE else "found") + Style(dim=False)
        return _style(mark, view, palette)


def _shown(view: View) -> Collection[int]:
    """The paragraphs that are not folded."""
    return view.selection.relevant if view.state.folded else range(len(view.article.paragraphs))


def _found_between(found: Found | None, low: Caret, high: Caret) -> Sequence[Span]:
    """What a search found in a part of the text."""
    if found is None or not found.matches:
        return ()
    return found.matches[bisect_left(found.matches, low) : bisect_left(found.matches, high)]


def _found_marks(found: Found | None, line: Row) -> Iterator[Mark]:
    """What a search found on a row."""
    if found is None or not found.matches:
        return
    first = bisect_left(found.matches, (line.paragraph, line.start))
    for match in found.matches[max(0, first - 1) : bisect_left(found.matches, (line.paragraph, line.end))]:
        if match.paragraph == line.paragraph and match.end > line.start:
            yield Mark(match.start, match.end, Ink.FOUND_HERE if match == found.here else Ink.FOUND, "")


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

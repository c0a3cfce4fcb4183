"""The list of marks: while a letter is awaited it says which there are, and where each leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip

import styles
from article.clean import one_line
from tui.keyboard import key_of, keys_of, shown
from tui.keys import READER
from tui.paint import BOLD, Cells, Line, shortened
from tui.projection import View
from tui.screen_keys import MARKS
from tui.signs import mark_sign
from tui.state import NAMELESS, Caret
from tui.widgets.painted import Painted
from tui.wrapping import fitting

MOVES = frozenset("jk")
"""Letters that move through the list, so that no mark can bear them."""
PREVIEW = 300
"""Characters that are enough to fill a row."""
NAME = 4
"""The column after a mark's name."""
TEXT = 10
"""The column of the text, where paragraphs have up to three digits."""


class MarkList(Painted, can_focus=True):
    """A row that asks, and a row for each mark, in the order of the text.

    The answer is the name of a mark, an apostrophe for the place before the last jump, or None. To set a mark
    any letter will do; to go to one the letter must be there, or one is chosen with the cursor.
    """

    DEFAULT_CSS = styles.of_widget("mark_list")
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [*MARKS]

    def __init__(self, view: View, answered: Callable[[str | None], object], *, sets: bool = False) -> None:
        super().__init__(id="marks")
        self.view = view
        self._answered = answered
        self._sets = sets
        self._opened_by = {key for binding in READER if binding.id == "reader.marks" for key in keys_of(binding)}
        """The keys that lead to before the last jump."""
        self._told: tuple[str, ...] = ()
        """What was the matter with the last letter, the longest text first."""
        self._marks = _listed(view)
        self._cursor = self._index_of(NAMELESS)
        if sets:
            self._name_choice("Mark", "Mark this place without a letter")

    def show(self, view: View) -> None:
        """Of another article the marks stand elsewhere; the cursor stays on its mark."""
        here = self._marks[self._cursor][1] if self._marks else NAMELESS
        super().show(view)
        before, self._marks = self._marks, _listed(view)
        self._cursor = self._index_of(here)
        if before != self._marks:
            self.refresh(layout=True)

    def _index_of(self, name: str) -> int:
        """Where a mark stands in the list; the first place where it does not."""
        return next((index for index, (_, known) in enumerate(self._marks) if known == name), 0)

    def _name_choice(self, description: str, tooltip: str) -> None:
        """Call the keys that choose otherwise."""
        for key, bindings in self._bindings.key_to_bindings.items():
            self._bindings.key_to_bindings[key] = [
                replace(binding, description=description, tooltip=tooltip) if binding.action == "choose" else binding
                for binding in bindings
            ]

    def on_mount(self) -> None:
        self.screen.add_class("-marking")

    def on_unmount(self) -> None:
        self.screen.remove_class("-marking")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """The row that asks, and as many marks as leave the text most of the screen."""
        return 1 + min(len(self._marks), max(2, viewport.height // 3 - 1))

    # ------------------------------------------------------------------ answering

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whatever can be typed is for this list, and no key of the reader; Textual does not know the characters of
        all keys by their names."""
        return len(shown(key)) == 1 or (character is not None and character.isprintable())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "choose":
            return self._sets or bool(self._marks)
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        typed = event.character
        if event.key in self._opened_by and not self._sets:
            event.stop()
            event.prevent_default()
            self._answer("'")
            return
        if typed is None or not typed.isprintable() or (typed in MOVES and not self._sets):
            return
        event.stop()
        event.prevent_default()
        if typed == mark_sign(NAMELESS):
            self._take(NAMELESS)
        elif typed.isalpha() and cell_len(typed) == 1:
            self._take(typed)

    def _take(self, name: str) -> None:
        if self._sets and name in MOVES:
            self._tell(f"{name} moves through the list of marks: take another letter.", f"Not {name}: it moves.")
        elif not self._sets and all(known != name for _, known in self._marks):
            self._tell(f"No mark {mark_sign(name)}.")
        else:
            self._answer(name)

    def _tell(self, *texts: str) -> None:
        """Say the first of some texts that fits."""
        self._told = texts
        self.refresh()

    def _answer(self, name: str | None) -> None:
        self.remove()
        self._answered(name)

    def action_leave(self) -> None:
        self._answer(None)

    def action_choose(self) -> None:
        if self._sets:
            self._answer(NAMELESS)
        elif self._marks:
            self._answer(self._marks[self._cursor][1])

    def action_move(self, step: int) -> None:
        self._cursor = max(0, min(self._cursor + step, len(self._marks) - 1))
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A mark that is clicked is gone to; while one is to be set, the list is only there to be read."""
        event.stop()
        clicked = event.y - 1 + self._first
        if event.y and not self._sets and clicked < len(self._marks):
            self._answer(self._marks[clicked][1])

    def on_blur(self) -> None:
        """Closed by whatever takes the focus; a terminal that is left for a while takes it only for that while."""
        if self.screen.focused not in (None, self):
            self.remove()

    # ------------------------------------------------------------------ painting

    @property
    def _first(self) -> int:
        """The first mark in sight."""
        return max(0, self._cursor - max(1, self.size.height - 1) + 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region, as wide as the screen: it is painted before it is told of its size, and when it
        is gone already."""
        lines = [Line(self.filtered(self.render_line(y)), self.app.size.width) for y in crop.line_range]
        return [line.crop(*crop.column_span) for line in lines]

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.app.size.width, self.ground)
        if self.view is None or not self.is_attached:
            return cells.strip()
        if y == 0:
            cells.to(1).add(key_of("reader.mark" if self._sets else "reader.marks", READER), self.ink("key"))
            texts = self._told or self._questions(self.view)
            return cells.add(f" {fitting(texts, cells.left - 2)}", self.ink("strong")).strip()
        at = y - 1 + self._first
        if at < len(self._marks):
            self._paint_mark(cells, *self._marks[at], self.view, here=at == self._cursor and not self._sets)
        return cells.strip()

    def _questions(self, view: View) -> tuple[str, ...]:
        """What is awaited, the longest text first."""
        leave, choose = key_of("marks.leave", MARKS), key_of("marks.choose", MARKS)
        if self._sets:
            here = _where(view, view.state.caret)
            return f"Mark {here} with a letter; {choose} marks it without one, {leave} leaves.", "Which letter?"
        if self._marks:
            back = key_of("reader.marks", READER)
            return f"Go to which mark? Its letter, or {choose}; {back} goes to before the last jump.", "Which mark?"
        mark = key_of("reader.mark", READER)
        return (
            f"No marks yet: {mark} and a letter set one. {leave} leaves.",
            f"No marks yet: {mark} sets one.",
            f"No marks: {mark} sets",
            "No marks yet.",
        )

    def _paint_mark(self, cells: Cells, place: Caret, name: str, view: View, *, here: bool) -> None:
        cells.base = self.ground + self.ink("cursor") if here else self.ground
        cells.add("▸" if here else " ", self.ink("accent")).to(2).add(mark_sign(name), self.ink("name")).to(NAME)
        cells.add(_where(view, place), self.ink("accent") + BOLD if here else self.ink("muted"))
        cells.to(max(TEXT, cells.used + 1))
        paragraph = view.article.paragraphs[place.paragraph]
        cells.add(shortened(one_line(paragraph.text[place.offset :][:PREVIEW]), cells.left - 1)).to(cells.width)


def _listed(view: View) -> list[tuple[Caret, str]]:
    """The marks in the order of the text."""
    paragraphs = len(view.article.paragraphs)
    return sorted((place, name) for name, place in view.state.marks.items() if place.paragraph < paragraphs)


def _where(view: View, place: Caret) -> str:
    """The number of a paragraph, where it bears one."""
    number = view.article.paragraphs[place.paragraph].number
    return f"¶{number}" if number else "¶"

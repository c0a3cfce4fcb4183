"""The outline: the whole text in a line a paragraph, to see where it speaks of whom and to go there."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from article.model import Article
from article.relocation import Relocation
from tui.projection import View
from tui.screen_keys import OUTLINE
from tui.screens.sheet import Sheet
from tui.widgets.outline_list import OutlineList


class Outline(Sheet[int]):
    """All paragraphs; left with the index of one of them, the reader goes there."""

    BINDINGS: ClassVar[list[BindingType]] = [*OUTLINE]

    def __init__(self, view: View) -> None:
        self._list = OutlineList(view.state.caret.paragraph)
        super().__init__(view, self._list)

    def renew(self, view: View, before: Article) -> str:
        """The same paragraph, on the same line."""
        if view.article is not before:
            here = Relocation(before.paragraphs, view.article.paragraphs).of((self._list.cursor, 0))
            self._list.move_to(here[0])
        return super().renew(view, before)

    def action_go(self) -> None:
        self.dismiss(self._list.cursor)

    def action_copy(self, form: str) -> None:
        self._reader.copy_paragraph(self._list.cursor, form)

    def action_edit(self) -> None:
        self._reader.edit_paragraph(self._list.cursor)

    def action_page(self, halves: int) -> None:
        self._list.action_page(halves)

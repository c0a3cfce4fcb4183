"""What is laid over the reader to be read and closed again."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

import styles
from tui.screen_keys import OVERLAY
from tui.widgets.framed import FramedText, Hint


class Overlay(ModalScreen[None]):
    """Something to read over the reader, left with the keys that close it."""

    BINDINGS: ClassVar[list[BindingType]] = [*OVERLAY]
    CSS_PATH = styles.of_screen("overlay")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        title = self.title or ""
        with FramedText(id="sheet", can_focus=False) as sheet:
            sheet.frame((title, title.partition(" ")[0]), Hint.of("overlay.close", OVERLAY, "closes"))
            yield Static(self.text(), markup=False)

    @abstractmethod
    def text(self) -> Content:
        """What there is to read."""

    def action_close(self) -> None:
        if self.is_current:  # A key may come once more, or after the window has become too small for it.
            self.dismiss()

    def action_edge(self, side: int) -> None:
        for sheet in self._sheets:
            sheet.scroll_to(y=0 if side < 0 else sheet.max_scroll_y, animate=False)

    def action_scroll(self, rows: int) -> None:
        for sheet in self._sheets:
            sheet.scroll_relative(y=rows, animate=False)

    @property
    def _sheets(self) -> Iterable[VerticalScroll]:
        """The sheet, or nothing yet: a key may come before there is anything to scroll."""
        return self.query("#sheet").results(VerticalScroll)

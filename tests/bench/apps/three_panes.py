"""What the standard widgets do: ``three_panes.py static|markdown|textarea FILE``, the text beside two lists."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown, Static, TextArea

LISTED = 200
"""Lines of each of the other two panes."""


class ThreePanes(App[None]):
    BINDINGS = [("j", "line(1)"), ("k", "line(-1)"), ("q", "quit")]  # noqa: RUF012
    CSS = "Horizontal > * { width: 1fr; height: 1fr; } #text { width: 2fr; }"

    def __init__(self, kind: str, text: str) -> None:
        super().__init__()
        self.kind = kind
        self.text = text
        self.animation_level = "none"

    def compose(self) -> ComposeResult:
        others = "\n\n".join(f"{number} of a list" for number in range(LISTED))
        with Horizontal():
            yield self.pane(self.text, "text")
            yield self.pane(others, "actors")
            yield self.pane(others, "positions")

    def pane(self, text: str, name: str) -> Widget:
        if self.kind == "textarea":
            return TextArea(text, read_only=True, id=name)
        return VerticalScroll(Markdown(text) if self.kind == "markdown" else Static(text, markup=False), id=name)

    def action_line(self, step: int) -> None:
        pane = self.query_one("#text")
        if isinstance(pane, TextArea):
            pane.move_cursor_relative(rows=step)
        else:
            pane.scroll_relative(y=step)


if __name__ == "__main__":
    ThreePanes(sys.argv[1], Path(sys.argv[2]).read_text(encoding="utf-8")).run()

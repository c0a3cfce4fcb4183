"""The floor: a Textual application that paints one line, and another for each key."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    BINDINGS = [("j,k,g", "count"), ("q", "quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("Hello, world")

    def on_mount(self) -> None:
        self.count = 0

    def action_count(self) -> None:
        self.count += 1
        self.query_one(Static).update(f"Hello, world {self.count}")


if __name__ == "__main__":
    Bare().run()

"""A sheet in a frame, whose lower edge says some of the keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widget import Widget

from tui.keyboard import key_of, pressed
from tui.messages import KeyPointed
from tui.wrapping import fitting

BETWEEN = " · "
"""What stands between two hints."""
CORNERS = 6
"""Cells of an edge that no title takes."""
END = 3
"""Cells of the edge before and after the hints, which stand at its right: a blank, a line and the corner."""


class Hint(NamedTuple):
    """A key, and what is said of it."""

    key: str
    """As Textual knows it."""
    told: str

    @classmethod
    def of(cls, binding: str, table: Iterable[Binding], does: str) -> Hint:
        """That of a binding, by its id; ``does`` says in a word what it does."""
        table = [*table]
        return cls(pressed(binding, table), f"{key_of(binding, table)} {does}")


class Framed(Widget):
    """Textual draws the frame. Which hint is pointed at is found by its place on the edge, never by anything that a
    title or a text says."""

    _hints: Sequence[Hint] = ()
    _held: Hint | None = None
    """The hint on which the button went down: let go elsewhere, it is no click."""

    def frame(self, titles: Iterable[str], *hints: Hint) -> None:
        """Say on the frame what is in it, by the first of the titles that there is room for, and which keys there are:
        the last of them go where there is none."""
        room = self.app.size.width - CORNERS
        told = fitting((_told(hints[:most]) for most in range(len(hints), 0, -1)), room)
        self._hints = hints[: told.count(BETWEEN) + 1]
        self.border_title = Content(fitting(titles, room))
        self.border_subtitle = Content(told)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._held = self._hint_at(event)

    def on_click(self, event: events.Click) -> None:
        """A key that is clicked is pressed, as it is in the key bar."""
        if self._held and self._held is self._hint_at(event):
            event.stop()
            self.screen.post_message(KeyPointed(self._held.key))

    def _hint_at(self, event: events.MouseEvent) -> Hint | None:
        """The hint that is pointed at, as far as there was room for it."""
        at, (width, height) = event.screen_offset - self.region.offset, self.region.size
        if at.y != height - 1 or not self._hints:
            return None
        start = max(END, width - END - cell_len(_told(self._hints)))
        for hint in self._hints:
            end = start + cell_len(hint.told)
            if start <= at.x < min(end, width - END):
                return hint
            start = end + cell_len(BETWEEN)
        return None


def _told(hints: Iterable[Hint]) -> str:
    return BETWEEN.join(hint.told for hint in hints)


class FramedSheet(Container, Framed):
    """What scrolls by itself, in a frame."""


class FramedText(VerticalScroll, Framed):
    """A text in a frame that scrolls."""

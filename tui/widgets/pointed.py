"""How a pane answers the mouse: clicks, the rail and its thumb, and rows of which a part is selected."""

from __future__ import annotations

from abc import abstractmethod

from textual import events

from tui.rows import Place, RowIndex
from tui.widgets.painted import Painted

TITLE = 1
"""Rows that the title takes."""
WHEEL = 3
"""Rows a notch of the mouse wheel moves."""
LEFT_BUTTON = 1


class Pointed(Painted):
    """Rows under a title with a rail at the right. What is hit is found by the places of the rows, never by
    anything that the content says. A drag goes on outside the pane, until the button is let go.
    """

    ALLOW_SELECT = False
    index: RowIndex
    _grip: int | None = None
    """The line of the thumb that the mouse holds."""
    _held = False
    """Whether the button is down over the rows."""
    _dragged = False
    """Whether the mouse was moved since then, or is on the rail: letting go is no click."""

    @property
    @abstractmethod
    def inner(self) -> int:
        """Columns beside the rail."""

    @property
    @abstractmethod
    def sight(self) -> int:
        """Rows in sight under the title."""

    @property
    @abstractmethod
    def top(self) -> int:
        """The number of the first row in sight."""

    @property
    @abstractmethod
    def thumb(self) -> range:
        """The lines of the rail that stand for the rows in sight; none where all are."""

    @abstractmethod
    def scroll_rows(self, top: int) -> None:
        """Bring a row to the top."""

    @abstractmethod
    def place_at(self, line: int) -> Place | None:
        """What is painted on a line in sight."""

    @abstractmethod
    def clicked(self, place: Place, event: events.Click) -> None:
        """The mouse points at a row."""

    @abstractmethod
    def hold(self, place: Place, column: int) -> None:
        """A selection may begin here."""

    @abstractmethod
    def extend(self, place: Place, column: int) -> None:
        """The selection ends here."""

    @abstractmethod
    def selected_text(self) -> str:
        """The text that is selected."""

    @abstractmethod
    def drop_selection(self) -> bool:
        """Select nothing; whether something was selected."""

    @abstractmethod
    def copy_selection(self) -> None:
        """The selection is finished."""

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != LEFT_BUTTON or event.y < TITLE:
            return
        event.stop()
        self.drop_selection()
        line, self._dragged = event.y - TITLE, event.x >= self.inner
        if event.x >= self.inner:
            thumb = self.thumb
            self._grip = line - thumb.start if line in thumb else len(thumb) // 2
            if line not in thumb:
                self._move_thumb(line)
        elif place := self.place_at(line):
            self._held = True
            self.hold(place, event.x)
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._grip is not None:
            self._move_thumb(event.y - TITLE)
        elif self._held and event.button:
            self._dragged = True
            self._drag(event.x, event.y - TITLE)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        self.release_mouse()
        if self._held and self._dragged:
            self.copy_selection()
        self._held, self._grip = False, None

    def on_click(self, event: events.Click) -> None:
        """Comes after the button was let go."""
        place = self.place_at(event.y - TITLE)
        if event.button == LEFT_BUTTON and place and not self._dragged and event.x < self.inner:
            event.stop()
            self.clicked(place, event)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_rows(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_rows(self.top - WHEEL)

    def _drag(self, column: int, line: int) -> None:
        """Select up to here; beyond an edge the rows follow."""
        if line < 0 or line >= self.sight:
            self.scroll_rows(self.top + (1 if line >= 0 else -1))
        place = self.place_at(max(0, min(line, self.sight - 1)))
        if place is None:
            place = self.index.place(self.index.height)
        self.extend(place, column)

    def _move_thumb(self, line: int) -> None:
        """Bring the thumb there, held as it is held."""
        rows, size = self.index.height, len(self.thumb)
        if size and rows > self.sight > size:
            start = max(0, line - (self._grip or 0))
            self.scroll_rows(round(start * (rows - self.sight) / (self.sight - size)))

"""What every view of an article stands on: a screen filled by painted widgets, which knows its size and its theme."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from article.model import Article
from tui.room import SMALLEST, enlarge, is_too_small
from tui.theme import Palette
from tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual.binding import BindingsMap
    from textual.dom import DOMNode

    from tui.commands import ReaderCommands

Result = TypeVar("Result")


def _commands() -> type[ReaderCommands]:
    """The palette's commands, loaded with the first palette."""
    from tui.commands import ReaderCommands

    return ReaderCommands


class Fitted(Screen[Result]):
    """A screen whose classes say how much room there is, from its first frame on."""

    COMMANDS = {_commands}  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SMALLEST[0], "-narrow"), (80, "-medium"), (130, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, size: Size) -> None:
        super().__init__(classes=" ".join(self._fitting(size)))

    @property
    @abstractmethod
    def article(self) -> Article:
        """The article that is shown."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its widgets fill the screen, so that nothing of it is seen, but where one of them has just come."""
        return enlarge(self, crop) if is_too_small(self.size) else [Strip.blank(crop.width)] * crop.height

    _chain: tuple[Widget | None, list[tuple[DOMNode, BindingsMap]]] | None = None
    """The widget in focus, and the bindings in force there."""

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:  # pyright: ignore[reportIncompatibleVariableOverride]
        """Textual puts it together twice for every key, which is a fifth of what a key takes."""
        focused = self.focused
        if self._chain is None or self._chain[0] is not focused:
            self._chain = focused, super()._binding_chain
        return self._chain[1]

    def refresh_bindings(self) -> None:
        self._chain = None
        super().refresh_bindings()

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """It comes for the first time when all that is on it has just been given its style."""
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    @classmethod
    def _fitting(cls, size: Size) -> Iterator[str]:
        """The classes of the breakpoints. Textual gives them only after it has laid out and painted a first frame
        without them."""
        for cells, classes in ((size.width, cls.HORIZONTAL_BREAKPOINTS), (size.height, cls.VERTICAL_BREAKPOINTS)):
            yield max(found for found in classes or () if found[0] <= cells)[1]

    def _follow_theme(self) -> None:
        """Dress in the theme there is, and in every other one that is chosen."""
        self.app.theme_changed_signal.subscribe(self, self._use_theme)
        self._use_theme(self.app.current_theme)

    @cached_property
    def _painted(self) -> tuple[Painted, ...]:
        """What shows the view. Each is told by name: bindings of reactive values take ten times as long."""
        return tuple(self.query(Painted))

    def _use_theme(self, theme: Theme) -> None:
        colour = not self.app.no_color
        self.set_class(theme.ansi or not colour, "-plain")
        palette = Palette(self.article, theme, self.app.theme_variables, colour=colour)
        for widget in self._painted:
            widget.dress(palette)

    def _tell(self, text: str) -> None:
        """Say something for a moment, in place of what was said before."""
        self.app.clear_notifications()
        self.notify(text, markup=False, timeout=3)

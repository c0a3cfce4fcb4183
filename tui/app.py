"""The application: themes, style sheets and the first screen; nothing else."""

from __future__ import annotations

from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter, NoColor
from textual.screen import Screen
from textual.worker import WorkerFailed

import styles
from article.model import Article
from article.reading import Reading
from tui.driver import TerminalDriver
from tui.keys import PROGRAM, SUSPEND, key_of
from tui.screens.reader import Reader
from tui.theme import INK, THEMES, css_variables
from tui.widgets.too_small import is_too_small

PALETTE_ROWS = 12
"""Rows from which the palette can show more than its input."""


class KremlinApp(App[None]):
    """A reader of one article."""

    TITLE = "kremlin-tui"
    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND]
    COMMANDS = set()  # noqa: RUF012 - the reader brings its own, drawn from its bindings
    CSS_PATH = sorted(styles.SHEETS.glob("*.tcss"))

    def __init__(self, opened: Article | Reading) -> None:
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        for known in THEMES:
            self.register_theme(known)
        self.theme = INK.name
        self._opened = opened
        self.crash: Exception | None = None
        """The fault of the program that ended it."""

    def _handle_exception(self, error: Exception) -> None:
        """Textual would print all that the program holds, the article too."""
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self.crash is None:
            self.crash = self._exception = error
            self._exception_event.set()
        self._return_code = 1
        self._close_messages_no_wait()

    def _on_fault(self, _: AbstractEventLoop, context: dict[str, object]) -> None:
        """A fault in what the event loop does for nobody in particular, which it would print."""
        if isinstance(error := context.get("exception"), Exception):
            self._handle_exception(error)

    def give_back(self) -> None:
        """Give the terminal back, where a fault has left it."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.give_back()

    def on_mount(self) -> None:
        get_running_loop().set_exception_handler(self._on_fault)
        self.app_resume_signal.subscribe(self, self._repaint)

    def _repaint(self, _: App[object]) -> None:
        """Paint everything: a terminal that comes back to the program is blank."""
        self.screen.refresh(layout=True)

    def get_default_screen(self) -> Screen[None]:
        if not isinstance(self._opened, Reading):
            return Reader(self._opened, self.size)
        if self._opened.article:
            return Reader(self._opened.article, self.size, self._opened)
        from tui.screens.opening import Opening

        return Opening(self._opened)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Textual would parse the style sheets for the first theme before there is anything to style, and then
        once more."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables and ours, which are worked out for whatever theme is in force."""
        variables = super().get_css_variables()
        return variables | css_variables(self.current_theme, variables)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The palette belongs to the reader, and to a terminal in which its list has rows."""
        if action not in ("command_palette", "change_theme"):
            return True
        return isinstance(self.screen, Reader) and self.size.height >= PALETTE_ROWS and not is_too_small(self.size)

    def action_help_quit(self) -> None:
        """Ctrl+c ends many a program, and copies in others: it says what ends this one."""
        self.clear_notifications()
        self.notify(f"{key_of('reader.quit', PROGRAM)} leaves the program.", markup=False)

    def action_suspend_process(self) -> None:
        """Have all programs stand still that the shell started together, as the terminal does for others."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.suspend(0)

    def on_resize(self, event: events.Resize) -> None:
        """What lies over the reader goes when there is no room for it."""
        while is_too_small(event.size) and len(self.screen_stack) > 1:
            self.pop_screen()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour at all is sent, not shades of grey (https://no-color.org); what Textual
        would blend into a shade stays dim."""
        return [NoColor()] if self.no_color else super().get_line_filters()

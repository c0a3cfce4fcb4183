"""The application: themes, style sheets, the first screen, and what is said in passing."""

from __future__ import annotations

import os
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter, NoColor
from textual.notifications import Notification, Notify, SeverityLevel
from textual.screen import ModalScreen, Screen
from textual.worker import WorkerFailed

import styles
from article.model import Article
from article.reading import Read, Reading
from tui.composing import compose_all
from tui.driver import TerminalDriver
from tui.file import File
from tui.keyboard import Keymap, key_of, use
from tui.keys import EVERYWHERE, PROGRAM
from tui.messages import KeyPointed
from tui.room import is_too_small
from tui.screens.fitted import Fitted
from tui.screens.passing import Passing
from tui.screens.reader import Reader
from tui.settings import ASCII, DEFAULTS, Settings
from tui.theme import INK, THEMES, css_variables
from tui.widgets.keyed import Typed, anew, take

if TYPE_CHECKING:
    from textual.timer import Timer

TOLD_FOR = 12
"""Seconds for which the screen says what is wrong with the settings: longer than of other news, which was asked for."""
ROOMY = (60, 20)
"""Columns and rows from which notices stand over one another, each in whole."""


class KremlinApp(App[None]):
    """A reader of one article."""

    TITLE = "kremlin-tui"
    BINDINGS: ClassVar[list[BindingType]] = [*EVERYWHERE]
    COMMANDS = set()  # noqa: RUF012 - the reader brings its own, drawn from its bindings
    CSS_PATH = sorted(styles.SHEETS.glob("*.tcss"))

    def __init__(
        self, opened: Article | Reading | Read, file: File | None = None, settings: Settings = DEFAULTS
    ) -> None:
        self._straight = _straight() if settings.glyphs == ASCII else None
        compose_all()
        super().__init__(driver_class=TerminalDriver)
        self.animation_level = "none"
        for known in THEMES:
            self.register_theme(known)
        self._settings = self._fitting(settings)
        self.theme = self._settings.theme
        self.stylesheet.set_variables(self.get_css_variables())
        self._opened = opened
        self._file = file
        """What it was read from: to be read again, watched, edited and remembered, where it is given."""
        self.crash: Exception | None = None
        """The fault of the program that ended it."""
        self._unsaid: list[tuple[float, str, Callable[[str], None]]] = []
        """What waits until all before it is said, each with the seconds for which it is, and what says it."""
        self._saying: Timer | None = None
        """Runs while one of them is said."""

    def _fitting(self, settings: Settings) -> Settings:
        """The settings as far as there are such themes and keys; the keys are in force from now on."""
        settings = settings.among(self.available_themes)
        keys: dict[str, str] = {}
        if settings.keys:
            from tui.keymap import fitting_keys

            keys, settings = fitting_keys(settings)
            self.set_keymap(keys)
        use(Keymap(keys, spelt=settings.glyphs == ASCII))
        return settings

    def _handle_exception(self, error: Exception) -> None:
        """Textual would print all that the program holds, the article too."""
        if self._exit:
            return  # What was still on its way finds that the screens are gone.
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
        if told := self._settings.told():
            self.notify(told, markup=False, severity="warning", timeout=TOLD_FOR)

    def _repaint(self, _: App[object]) -> None:
        """Paint everything: a terminal that comes back to the program is blank."""
        self.screen.refresh(layout=True)

    def get_default_screen(self) -> Screen[None]:
        if isinstance(self._opened, Article):
            return self.reader(self._opened)
        reading = self._opened if isinstance(self._opened, Reading) else None
        if self._opened.article:
            return self.reader(self._opened.article, reading)
        file = self._file or File(None)
        if reading and not file.can_be_mended(reading.problems):
            from tui.screens.opening import Opening

            screen: Screen[None] = Opening(reading, file, self.reader)
        else:
            from tui.screens.bad_file import BadFile

            screen = BadFile(file, self._opened.problems, self.reader)
        self._load_screen_css(screen)  # As Textual does for every screen but the first.
        return screen

    def reader(self, article: Article, reading: Reading | None = None) -> Reader:
        """The screen that shows an article; ``reading`` is where names come from that are not found yet."""
        return Reader(article, self.size, reading, self._file, self._settings)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - as Textual has it
        """Textual would parse the style sheets for the first theme before there is anything to style, and then
        once more."""
        if self.screen_stack:
            super().refresh_css(animate)

    def get_css_variables(self) -> dict[str, str]:
        """Textual's variables and ours, which are worked out for whatever theme is in force; none before ours are
        known, when Textual asks for those of its own."""
        if INK.name in self.available_themes:
            variables = super().get_css_variables()
            self.theme_variables |= css_variables(self.current_theme, variables)
        return self.theme_variables

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The palette belongs to the views of an article, and to a terminal in which there is room for any."""
        if action not in ("command_palette", "change_theme"):
            return True
        return isinstance(self.screen, Fitted) and not is_too_small(self.size)

    def action_command_palette(self) -> None:
        """Lay the palette over the reader, unless it lies there."""
        from tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def search_themes(self) -> None:
        """Offer all themes."""
        from tui.screens.palette import Themes

        self.push_screen(Themes())

    # ------------------------------------------------------------------ what is said in passing

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something for a while. Where there is little room that waits until nothing else is said, and a long
        text is said in parts: the end of none is lost."""
        timeout = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        say = partial(self._say, title=title, severity=severity, timeout=timeout, markup=markup)
        if self._is_roomy:
            say(message)
            return
        self._unsaid.append((timeout, message, say))
        if self._saying is None:
            self._say_next()

    @property
    def _is_roomy(self) -> bool:
        return self.size.width >= ROOMY[0] and self.size.height >= ROOMY[1]

    def _say(self, message: str, title: str, severity: SeverityLevel, timeout: float, *, markup: bool) -> None:
        """Say something at once. Textual does it by and by, so that what clears the screen for the next message would
        come before it."""
        self._on_notify(Notify(Notification(message, title, severity, timeout, markup=markup)))

    def _say_next(self) -> None:
        """Say what waits, now that nothing else is said; the window may be another than when it was to be said."""
        self._saying = None
        if self._unsaid:
            from tui.notices import part_of

            seconds, message, say = self._unsaid.pop(0)
            part, rest = (message, "") if self._is_roomy else part_of(message, self.size, {*self.screen.classes})
            if rest:
                self._unsaid.insert(0, (seconds, rest, say))
            self._clear()
            say(part)
            self._saying = self.set_timer(seconds, self._say_next)

    def clear_notifications(self) -> None:
        self._unsaid.clear()
        if self._saying:
            self._saying.stop()
        self._saying = None
        self._clear()

    def _clear(self) -> None:
        """Say nothing any more. Textual leaves behind what a notice stood in, which takes room from the next one."""
        if self.screen_stack:
            self.screen.query("ToastHolder").remove()
        super().clear_notifications()

    def action_help_quit(self) -> None:
        """Ctrl+c ends many a program, and copies in others: it says what ends this one."""
        self.clear_notifications()
        self.notify(f"{key_of('reader.quit', PROGRAM)} leaves the program.", markup=False)

    async def on_event(self, event: events.Event) -> None:
        """A key for no widget, as the first ones are, does what it does before the next is looked at: that may be
        for what the first one opens."""
        if not isinstance(event, Typed) or event.is_forwarded:
            await super().on_event(event)
            return
        self.app_focus = True  # Whatever had the focus has it again.
        if self.focused:
            await super().on_event(event)
        elif isinstance(event, events.Paste) or not await self._check_bindings(event.key, priority=True):
            screen = self.screen
            taken = screen.take if isinstance(screen, Passing) else partial(take, screen)
            screen.call_later(taken, anew(event))

    def on_key_pointed(self, message: KeyPointed) -> None:
        """A key that is clicked is pressed, whatever screen it stands on."""
        self.call_later(self.simulate_key, message.key)

    def action_suspend_process(self) -> None:
        """Have all programs stand still that the shell started together, as the terminal does for others."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.suspend(0)

    def on_resize(self, event: events.Resize) -> None:
        """What lies over a view of the article goes when there is no room for it."""
        while is_too_small(event.size) and isinstance(self.screen, ModalScreen):
            self.pop_screen()

    def copy_to_clipboard(self, text: str) -> None:
        """Send a text to the terminal for its clipboard, also from within tmux and screen; not one too long for it."""
        from tui.clipboard import sequence

        self._clipboard = text
        if self._driver:
            self._driver.write(sequence(text, os.environ))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """With NO_COLOR no colour at all is sent, not shades of grey (https://no-color.org); what Textual
        would blend into a shade stays dim."""
        filters = [NoColor()] if self.no_color else super().get_line_filters()
        return [*filters, self._straight] if self._straight else filters


def _straight() -> LineFilter:
    """What puts characters of ASCII in place of all signs, loaded where that is wanted."""
    from tui.straight import Straight

    return Straight()

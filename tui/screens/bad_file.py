"""A file that cannot be read as an article: all its problems, and the keys with which it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.theme import Theme
from textual.timer import Timer

import styles
from article.problems import Problem
from article.reading import Read, Reading
from tui.file import POLL, File
from tui.room import SMALLEST
from tui.screen_keys import BAD_FILE, MENDING
from tui.screens.desk import BRIEF
from tui.screens.editing import edit
from tui.screens.help import Help
from tui.screens.passing import Passing, Show
from tui.screens.problems import titles
from tui.widgets.framed import FramedSheet
from tui.widgets.key_bar import KeyBar
from tui.widgets.problem_cards import ProblemCards


class BadFile(Passing):
    """The problems for which a file is no article. The reader takes its place as soon as it is one."""

    BINDINGS: ClassVar[list[BindingType]] = [*MENDING, *BAD_FILE]
    CSS_PATH = styles.of_screen("problems")
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SMALLEST[0], "-narrow"), (80, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, file: File, problems: Sequence[Problem], show: Show) -> None:
        super().__init__()
        self._file = file
        self._show = show
        self._cards = ProblemCards(problems)
        self._sheet = FramedSheet(self._cards, id="sheet")
        self._again: Reading | Read | None = None
        """The file as it is being read again."""
        self._watching: Timer | None = None
        file.refused = tuple(problems)

    def compose(self) -> ComposeResult:
        yield self._sheet
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._use_theme)
        self._use_theme(self.app.current_theme)
        self._entitle()
        if self._file.watched:
            self._watch()

    def on_unmount(self) -> None:
        self._stop()

    def _use_theme(self, theme: Theme) -> None:
        self.set_class(theme.ansi or self.app.no_color, "-plain")

    def _entitle(self) -> None:
        """Say what is listed."""
        problems = self._file.refused
        self._sheet.frame(titles(problems[0].file if problems else "The file", len(problems)))

    def on_resize(self) -> None:
        self._entitle()

    # ------------------------------------------------------------------ reading again

    def action_reload(self) -> None:
        self._reread(asked=True)

    def _reread(self, *, asked: bool) -> None:
        self._stop()
        self._again = again = self._file.read()
        if isinstance(again, Reading):
            again.listen(partial(self.call_later, self._take, again, asked))
            self.set_timer(BRIEF, self._tell_rereading)
        self._take(again, asked)

    def _tell_rereading(self) -> None:
        if self._again:
            self._sheet.border_subtitle = Content("reading the file again …")

    def _stop(self) -> None:
        if isinstance(self._again, Reading):
            self._again.stop()
        self._again = None

    def _take(self, again: Reading | Read, asked: bool) -> None:  # noqa: FBT001 - handed on by call_later
        """Show what was read, once there is something."""
        if again is not self._again or not (again.article or again.ended):
            return
        self._again = None
        if again.article:
            self._file.refused = ()
            self.give_way(self._show(again.article, again if isinstance(again, Reading) else None))
            return
        if again.fault:
            self.app.clear_notifications()
            self.notify(f"The file could not be read again: {again.fault}.", markup=False)
        elif again.problems == self._file.refused:
            if asked:
                self.app.clear_notifications()
                self.notify("Nothing has changed.", markup=False, timeout=3)
        else:
            self._file.refused = again.problems
            self._cards.tell(again.problems)
        self._entitle()

    # ------------------------------------------------------------------ watching and editing

    def _watch(self) -> None:
        if self._watching is None:
            self._watching = self.set_interval(POLL, self._look)

    def _look(self) -> None:
        if self._again is None and self._file.has_changed():
            self._reread(asked=False)

    def action_edit(self) -> None:
        done = edit(self.app.suspend, self._file, lambda: self._cards.line)
        if done.told:
            self.notify(done.told, markup=False)
        if done.returned_early:
            self._watch()
        if done.began:
            self._reread(asked=False)

    def action_help(self) -> None:
        self.app.push_screen(Help(list(self.active_bindings.values()), "list of problems", tells_signs=False))

    def action_leave(self) -> None:
        self.app.exit(return_code=1)

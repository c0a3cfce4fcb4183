"""The problems of the article's file, laid over the reader."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import ModalScreen

import styles
from article.model import Article
from article.problems import Problem
from article.wording import count
from tui.keyboard import key_of
from tui.projection import View
from tui.screen_keys import MENDING, PROBLEM_LIST
from tui.screens.beneath import reader_of
from tui.widgets.painted import INKS
from tui.widgets.problem_cards import ProblemCards

AGAIN = 0
"""What is wanted when the file is to be read again; the number of a line is where it is to be edited."""


class ProblemList(ModalScreen[int | None]):
    """All problems of a file, in its order. It is left with what the reader wants done about them."""

    BINDINGS: ClassVar[list[BindingType]] = [*MENDING, *PROBLEM_LIST]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
    CSS_PATH = styles.of_screen("problems")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._file = file
        self._problems = problems
        self._cards = ProblemCards(problems)

    def compose(self) -> ComposeResult:
        with Container(id="sheet") as sheet:
            sheet.border_title = Content(headline(self._file, len(self._problems)))
            keys = (("close", PROBLEM_LIST, "problem-list"), ("edit", MENDING, "mending"))
            told = [f"{key_of(f'{table}.{name}', keys_of)} {name}s" for name, keys_of, table in keys]
            sheet.border_subtitle = Content(" · ".join(told))
            yield self._cards

    def on_mount(self) -> None:
        self.set_class(self.app.current_theme.ansi or self.app.no_color, "-plain")

    def renew(self, view: View, before: Article) -> str:  # noqa: ARG002
        """List the problems that the file has now."""
        problems = reader_of(self.app.screen_stack).problems
        if not problems:
            return "The file has no problems any more."
        if problems != self._problems:
            self._problems = problems
            self._cards.tell(problems)
            self.query_one("#sheet").border_title = Content(headline(self._file, len(problems)))
        return ""

    def action_close(self) -> None:
        self.dismiss(None)

    def action_edit(self) -> None:
        self.dismiss(self._cards.line or 1)

    def action_reload(self) -> None:
        self.dismiss(AGAIN)


def headline(file: str, problems: int) -> str:
    """What stands over a list of problems."""
    return f"{file.rsplit('/', 1)[-1]} has {count(problems, 'problem')}"

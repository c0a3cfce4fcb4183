"""The problems of the article's file, laid over the reader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen

import styles
from article.model import Article, Stance
from article.problems import Passage, Problem
from article.wording import count
from tui.projection import View
from tui.screen_keys import MENDING, PROBLEM_LIST
from tui.screens.beneath import reader_of
from tui.screens.help import Help
from tui.widgets.framed import FramedSheet, Hint
from tui.widgets.problem_cards import ProblemCards

if TYPE_CHECKING:
    from tui.screens.reader import Reader

AGAIN = 0
"""What is wanted when the file is to be read again; the number of a line is where it is to be edited."""


class ProblemList(ModalScreen[int | None]):
    """All problems of a file, in its order. It is left with what the reader wants done about them."""

    BINDINGS: ClassVar[list[BindingType]] = [*MENDING, *PROBLEM_LIST]
    CSS_PATH = styles.of_screen("problems")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._file = file
        self._problems = problems
        self._cards = ProblemCards(problems)
        self._sheet = FramedSheet(self._cards, id="sheet")

    def compose(self) -> ComposeResult:
        yield self._sheet

    def on_resize(self) -> None:
        self._entitle()

    def _entitle(self) -> None:
        """Say what is listed, and which keys do what."""
        keys = (("problem-list.close", "closes"), ("problem-list.go", "goes there"), ("mending.edit", "edits"))
        hints = (Hint.of(name, (*PROBLEM_LIST, *MENDING), does) for name, does in keys)
        self._sheet.frame(titles(self._file, len(self._problems)), *hints)

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
            self._entitle()
        return ""

    def action_close(self) -> None:
        self.dismiss(None)

    def action_edit(self) -> None:
        self.dismiss(self._cards.line or 1)

    def action_go(self) -> None:
        """To what the problem is about, where the article shows that; else to its line, in the editor."""
        reader = reader_of(self.app.screen_stack)
        problem = self._cards.problem
        if problem is None or (go := _way(problem, reader)) is None:
            self.action_edit()
        else:
            self.dismiss(None)
            go()

    def action_help(self) -> None:
        self.app.push_screen(Help(list(self.active_bindings.values()), "list of problems", tells_signs=False))

    def action_reload(self) -> None:
        self.dismiss(AGAIN)


def _way(problem: Problem, reader: Reader) -> Callable[[], object] | None:
    """What goes to the position that a problem is about, or to the passage that may have been meant; None where it
    is about neither, or not about the article that is shown."""
    article = reader.article
    if problem not in article.problems or problem.place is None:
        return None
    line = problem.place.line
    stance = next((stance for stance in article.stances if stance.place.line <= line <= _last_line(stance)), None)
    if isinstance(problem.suggestion, Passage):
        for index, paragraph in enumerate(article.paragraphs):
            if problem.suggestion.new in paragraph.text:
                return partial(reader.go_to_paragraph, index)
    return partial(reader.go_to_stance, stance) if stance and stance.words else None


def _last_line(stance: Stance) -> int:
    """The line of the file up to which a stance goes for certain: that of its last evidence."""
    return max((piece.place.end_line for piece in stance.evidence), default=stance.place.line)


def titles(file: str, problems: int) -> tuple[str, str]:
    """What may stand over a list of problems, the longest first."""
    number = count(problems, "problem")
    return f"{file.rsplit('/', 1)[-1]} has {number}", number

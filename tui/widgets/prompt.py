"""The prompt: one row in which something is typed that the reader asked to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.keys import PROMPT


class Question(NamedTuple):
    """What is asked for, and who is told of the answer."""

    sign: str
    """What the row begins with: the key that asked, as a rule."""
    typed: Callable[[str], object]
    """Told of every change of the text, at once."""
    entered: Callable[[str], object]
    """Told of the text that was entered; the prompt is gone by then."""
    left: Callable[[], object]
    """Told when it was left without an answer; the prompt is gone by then."""
    text: str = ""
    """What stands there at first."""
    hint: str = ""
    """What stands there as long as nothing is typed."""


class Prompt(Horizontal):
    """One row over the key bar. While it has the focus letters type; enter answers, esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [*PROMPT]

    def __init__(self, question: Question) -> None:
        super().__init__(id="prompt")
        self.question = question
        self._input = Input(question.text, question.hint, compact=True, select_on_focus=False)
        self._told = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield Static(Content(f"{self.question.sign} "), markup=False, id="sign")
        yield self._input
        yield self._told

    def tell(self, text: str) -> None:
        """Say at the right what comes of the text: “4/14”."""
        self._told.update(Content(text))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.question.typed(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.remove()
        self.question.entered(event.value)

    def action_leave(self) -> None:
        self.remove()
        self.question.left()

"""The prompt: one row in which something is typed that the reader asked to type."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from inspect import isawaitable
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

import styles
from article.clean import clean_line, one_line
from tui.keyboard import shown
from tui.keys import PROMPT, RECALL
from tui.widgets.keyed import take
from tui.widgets.painted import AtOnce
from tui.wrapping import rows_together

MOST_TYPED = 1_000
"""Characters that the row takes: more than anybody types, and few enough to be searched for."""

SIGN = 3
"""Cells that the sign takes, with the space around it."""
BESIDE = range(12, 65)
"""Cells that what comes of the text may take beside it, as the style sheet has it: half of what there is."""
POINT = " · "
"""What stands between the parts of a hint."""
ONE_CHOICE = 2
"""Texts that are offered where there is one that what is typed may become: these two."""
BELOW, MOST_BELOW = 2, 4
"""Rows it may take below, where it needs more, and in a terminal that is slimmer than that; what is longer is cut."""
SLIM = 40
"""Columns from which the fewer rows will do."""


class Question(NamedTuple):
    """What is asked for, and who is told of the answer."""

    sign: str
    """What the row begins with: the key that asked, as a rule."""
    typed: Callable[[str], object]
    """Told of every change of the text, at once."""
    entered: Callable[[str], object]
    """Told of the text that was entered; the prompt is gone by then. The next key waits for what comes of it."""
    left: Callable[[], object]
    """Told when it was left without an answer; the prompt is gone by then."""
    text: str = ""
    """What stands there at first, selected, so that typing replaces it."""
    hint: str = ""
    """What stands there as long as nothing is typed: of the parts between points those that there is room for."""
    selects: bool = True
    """Whether the text that stands there at first is selected, so that what is typed takes its place."""
    earlier: Sequence[str] = ()
    """What was typed before and can be brought back, the latest last."""
    switched: Callable[[], object] | None = None
    """Told when the reader asks to read what is typed the other way: as a pattern, or as it stands."""
    completed: Callable[[str], Sequence[str]] | None = None
    """Gives the texts that what is typed may become."""
    stays: bool = False
    """Whether what was typed is entered when the reader goes elsewhere; otherwise the prompt is left."""
    accepts: Callable[[str], bool] | None = None
    """Whether a text can be entered; the prompt stays where it cannot, so that it can be mended."""


class _Told(Static, AtOnce):
    """What comes of what is typed."""


class _Line(Input, AtOnce):  # pyright: ignore[reportIncompatibleMethodOverride] - Textual's own parts differ
    """What is typed. Each change is told at once, and enter counts before the next key."""

    BINDINGS: ClassVar[list[BindingType]] = [*RECALL]

    def __init__(
        self, question: Question, typed: Callable[[str], object], entered: Callable[[], Awaitable[None]]
    ) -> None:
        self._typed = typed
        self._entered = entered
        super().__init__(
            question.text,
            question.hint,
            compact=True,
            select_on_focus=question.selects,
            max_length=MOST_TYPED,
        )
        self.cursor_blink = False
        self._earlier = question.earlier
        self._back = int(bool(question.text) and question.text in question.earlier[-1:])
        """How far back in what was typed before the reader has gone; 0 is what is being typed now."""
        self._own = "" if self._back else question.text
        self._offered: list[str] = []
        """What was typed, and what it may become, once that was asked."""
        self._at = 0

    async def on_key(self, event: events.Key) -> None:
        is_command = event.key.startswith(("alt+", "ctrl+"))
        await take(self, event, is_text=event.is_printable and not is_command)
        if is_command:
            event.prevent_default()  # Textual would type the letter of alt and a letter

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Whether a key types something; Textual does not know all of them by their names."""
        return super().check_consume_key(key, character) or len(shown(key)) == 1

    def watch_value(self, value: str) -> None:
        if self.is_attached:
            self._typed(value)

    async def action_submit(self) -> None:
        await self._entered()

    def action_earlier(self, step: int) -> None:
        """Bring back what was typed before."""
        back = min(max(self._back + step, 0), len(self._earlier))
        if back != self._back:
            self._own = self._own if self._back else self.value
            self._back = back
            self.value = self._earlier[-back] if back else self._own
            self.cursor_position = len(self.value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "earlier":
            return bool(self._earlier)
        return super().check_action(action, parameters)

    def complete(self, step: int, completed: Callable[[str], Sequence[str]]) -> None:
        """Put what the text may become in its place, one after the other, and then the text again."""
        if self._offered[self._at :][:1] != [self.value]:
            self._offered, self._at = [*dict.fromkeys((self.value, *completed(self.value)))], 0
        self._at = (self._at + step) % len(self._offered)
        self.value = self._offered[self._at]
        self.cursor_position = len(self.value)
        if len(self._offered) == ONE_CHOICE:
            self._offered = []  # There was no choice: it can be gone on from here.

    def completes(self, completed: Callable[[str], Sequence[str]]) -> bool:
        """Whether the text may become another one."""
        is_offered = self._offered[self._at :][:1] == [self.value]
        return is_offered or any(text != self.value for text in completed(self.value))

    async def on_paste(self, event: events.Paste) -> None:
        """What is pasted comes from anywhere: it becomes one line of safe text."""
        if await take(self, event):
            return
        event.stop()
        event.prevent_default()
        text = one_line(clean_line(event.text[:MOST_TYPED]))
        left = MOST_TYPED - len(self.value) + len(self.selected_text)
        self.replace(text[:left], *self.selection)


class Prompt(Horizontal):
    """One row over the key bar. While it has the focus letters type; enter answers, esc leaves."""

    DEFAULT_CSS = styles.of_widget("prompt")
    SCOPED_CSS = False
    BINDINGS: ClassVar[list[BindingType]] = [*PROMPT]

    def __init__(self, question: Question, asker: Widget | None = None) -> None:
        """``asker`` has the focus before and after."""
        super().__init__()
        self.question = question
        self.asker = asker
        self._input = _Line(question, self._change, self._enter)
        self._told = _Told(markup=False, id="told", classes="-silent")
        self._said = "", False
        """What was told last, and whether it was that something is wrong."""
        self._painted = ""
        """That in the rows it was given."""
        self._is_open = True
        self._completes = True
        """Whether what is typed may become something else."""

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value

    def compose(self) -> ComposeResult:
        self._hint()
        yield Static(Content(f"{self.question.sign} "), markup=False, id="sign")
        yield self._input
        yield self._told

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say at the right what comes of the text: “4/14”; below it where that needs more room."""
        if (text, wrong) != self._said:
            self._said = text, wrong
            self._told.set_class(wrong, "-wrong")
            self._place()

    def on_mount(self) -> None:
        self._offer()

    def on_resize(self) -> None:
        self._hint()
        self._place()

    def _hint(self) -> None:
        """Say what may be typed, as far as there is room."""
        self._input.placeholder = _fitting(self.question.hint, self.screen.size.width - SIGN - 1)

    def _place(self) -> None:
        """Put what is said where there is room for it."""
        text, width = self._said[0], self.screen.size.width
        beside = min(max(BESIDE.start, (width - SIGN - 1) // 2), BESIDE.stop - 1)
        if self.question.completed:  # An expression is to be seen as a whole.
            beside = max(BESIDE.start, min(beside, width - SIGN - cell_len(self.text) - 3))
        is_below = cell_len(text) > beside
        most = BELOW if width >= SLIM else MOST_BELOW
        rows = rows_together([text], max(2, width - 2), most)[0] if is_below else [text]
        if (painted := "\n".join(rows)) == self._painted and is_below == self.has_class("-below"):
            return
        is_higher = is_below and painted.count("\n") != self._painted.count("\n")
        self._painted = painted
        self.set_class(is_below, "-below")
        self.screen.set_class(is_below, "-told-below").set_class(len(rows) > 1, "-told-in-two")
        self.screen.set_class(len(rows) > BELOW, "-told-in-four")
        self._told.set_class(not text, "-silent")
        self._told.update(Content(painted), layout=is_higher)

    def go_on(self) -> None:
        """Take the focus again, and leave what is typed as it is."""
        self._input.select_on_focus = False
        self._input.focus(scroll_visible=False)

    def renew(self) -> None:
        """Work out anew what comes of the text."""
        self._change(self.text)

    def _change(self, text: str) -> None:
        if self._is_open:
            self.question.typed(text)
            self._place()
            self._offer()

    def _offer(self) -> None:
        """Name the key that completes as long as it would. It stays in force: else it would lead elsewhere."""
        completed = self.question.completed
        completes = completed is not None and self._input.completes(completed)
        if completes != self._completes:
            self._completes = completes
            for key, bindings in self._bindings.key_to_bindings.items():
                self._bindings.key_to_bindings[key] = [
                    replace(binding, show=completes) if binding.action == "complete(1)" else binding
                    for binding in bindings
                ]
            self.refresh_bindings()

    async def _enter(self) -> None:
        accepts = self.question.accepts
        if accepts and not accepts(self._input.value):
            return
        if self._close():
            outcome = self.question.entered(self._input.value)
            if isawaitable(outcome):
                await outcome

    def action_leave(self) -> None:
        if self._close():
            self.question.left()

    def _close(self, *, refocuses: bool = True) -> bool:
        """Go, and give the focus back at once, so that the next key finds it there; False when gone already."""
        was_open, self._is_open = self._is_open, False
        if was_open:
            if refocuses and self.asker and self.asker.is_attached:
                self.screen.set_focus(self.asker, scroll_visible=False)
            self.screen.remove_class("-told-below", "-told-in-two", "-told-in-four")
            self.display = False
            self.remove()
        return was_open

    def answer(self, *, refocuses: bool = True) -> None:
        """Go, with what was typed as the answer where that is one, otherwise left."""
        if not self._close(refocuses=refocuses):
            return
        if self.question.stays:
            self.question.entered(self._input.value)
        else:
            self.question.left()

    def on_descendant_blur(self) -> None:
        """Whoever goes elsewhere has answered, or left; a terminal that loses the focus has done neither."""
        if self.screen.focused not in (None, self._input):
            self.answer(refocuses=False)

    def action_switch(self) -> None:
        if self.question.switched:
            self.question.switched()

    def action_complete(self, step: int) -> None:
        if self.question.completed:
            self._input.complete(step, self.question.completed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "complete":
            return self.question.completed is not None
        if action == "switch":
            return self.question.switched is not None
        return super().check_action(action, parameters)


def _fitting(hint: str, room: int) -> str:
    """The first parts of a hint, as far as there is room; the very first in any case."""
    first, *rest = hint.split(POINT)
    for part in rest:
        if cell_len(first + POINT + part) > room:
            break
        first += POINT + part
    return first

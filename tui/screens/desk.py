"""The desk: an article on the screen, and the one place where the reader's state is held and changed."""

from __future__ import annotations

import gc
import os
from asyncio import Lock
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive, reactive
from textual.widget import Widget

from article.model import Article
from article.reading import Reading
from tui.file import File
from tui.keys import PANES, VIEW_NAMES
from tui.projection import Projection
from tui.room import is_too_small
from tui.screens.fitted import Fitted
from tui.settings import DEFAULTS, Settings
from tui.state import Caret, ReaderState

if TYPE_CHECKING:
    from tui.widgets.prompt import Prompt, Question

READ, *LOOKS = VIEW_NAMES
"""The names of the views: the reader's own, and those that lie over it."""
SEARCHED_AFTER = 20_000
"""New objects after which garbage is looked for: a key makes some thousands, and little of it is garbage that
Python does not drop by itself."""
BRIEF = 0.2
"""Seconds for which names may be sought before the screen says so."""


def _collect_garbage() -> None:
    """From now on, and not in what was made for the start, which is none: searching an article of ten thousand
    positions would hold up a key."""
    gc.freeze()
    gc.set_threshold(SEARCHED_AFTER)
    gc.enable()


class Desk(Fitted[None]):
    """What every part of the reader stands on. The parts change the state by ``_show``, and the view derived from
    it goes down to every widget."""

    focused = Reactive[Widget | None](None, repaint=False)
    """The widget in focus, as Textual has it; but whatever the focus changes is painted by those that it concerns."""
    front: reactive[str] = reactive("article", repaint=False)
    """The id of the pane in focus: the one that a narrow screen shows."""
    searching: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the screen says that names are still sought in the text."""

    def __init__(
        self,
        article: Article,
        size: Size,
        reading: Reading | None = None,
        file: File | None = None,
        settings: Settings = DEFAULTS,
    ) -> None:
        super().__init__(size)
        self._article = article
        self._reading: Reading | None = reading
        """Where the names come from that are not found yet."""
        self._file = file
        """What the article was read from, where it can be read again, watched, edited and remembered."""
        self._projection = Projection(article)
        self._settings = settings
        self._state = ReaderState(width=settings.width)
        self._prompting = Lock()
        """Held until a prompt stands: several panes can ask at once. That the one before is gone is not waited for: a
        key of its own may have asked."""
        self.view = self._projection.view(self._state)

    def on_mount(self) -> None:
        self._follow_theme()
        self._show(self._state)
        self.call_after_refresh(_collect_garbage)
        if self._reading:
            self._reading.listen(partial(self.call_later, self._complete))
            self._complete()
            self.set_timer(BRIEF, self._tell_search)

    def on_unmount(self) -> None:
        if self._reading:
            self._reading.listen(None)

    @property
    def article(self) -> Article:
        return self._article

    # ------------------------------------------------------------------ state -> view

    def _show(self, state: ReaderState) -> None:
        """Make this the state, and show it."""
        filtered_before = self._state.chosen, self._state.before
        self._state = state = self._possible(state)
        self.set_class(state.zen, "-zen")
        self.view = self._projection.view(state)
        for widget in self._painted:
            widget.show(self.view)
        if filtered_before != (state.chosen, state.before):
            self.refresh_bindings()

    def _possible(self, state: ReaderState) -> ReaderState:
        """The state, with its place in the text there is; whoever jumps to a place that is folded away unfolds it."""
        last = max(0, len(self._article.paragraphs) - 1)
        if state.caret.paragraph > last:
            state = state._replace(caret=Caret(last))
        if state.folded and state.trail is not self._state.trail and state.glances != self._state.glances:
            hidden = state.caret.paragraph not in self._projection.relevant(state.chosen)
            return state._replace(folded=not hidden)
        return state

    @property
    def look(self) -> str:
        """The name of the view that lies over the reader; that of reading itself where none does."""
        return READ

    def _keep_soon(self) -> None:
        """Keep what has changed, where that is kept at all."""

    # ------------------------------------------------------------------ what is found later

    def _tell_search(self) -> None:
        self.searching = self._reading is not None

    def _complete(self) -> None:
        """Show the whole article, once it is there: the text is the same, and so is everything the reader did."""
        reading = self._reading
        if reading is None or not reading.ended:
            return
        self._end_search()
        if reading.article and reading.article is not self._article:
            self._article = reading.article
            self._projection = self._projection.with_mentions(self._article)
            self._show(self._state)
            self.refresh_bindings()
        if reading.fault:
            self._tell(f"Not all names were found: {reading.fault}.")

    def _end_search(self) -> None:
        """Nothing is sought any more; what is still at it is ended."""
        if self._reading:
            self._reading.stop()
        self._reading = None
        self._tell_search()

    # ------------------------------------------------------------------ what is typed

    _prompt_open: Prompt | None = None
    """What was asked last; it may be answered by now."""

    def _end_prompt(self) -> None:
        """What is being typed counts as it stands."""
        if self._prompt_open:
            self._prompt_open.answer()
        self._prompt_open = None

    async def _ask(self, question: Question) -> Prompt:
        """Let the reader type something, in place of what was being typed before."""
        from tui.widgets.prompt import Prompt

        async with self._prompting:
            self._end_prompt()
            prompt = self._prompt_open = Prompt(question, self.focused)
            await self.mount(prompt, before="#keys")
            self.set_focus(prompt.query_one("Input"), scroll_visible=False)
        return prompt

    # ------------------------------------------------------------------ what is copied

    def _copy(self, what: str, text: str) -> None:
        """Copy a text, and say so; ``what`` tells what it is."""
        self.run_worker(self._give(what, text), group="copying", exclusive=True)

    async def _give(self, what: str, text: str) -> None:
        """Give a text to the terminal and to the system, and say what came of it."""
        from tui.clipboard import give, is_too_long, told

        if sent := not is_too_long(text):
            self.app.copy_to_clipboard(text)
        outcome = await give(text, os.environ)
        self._tell(told(what, outcome._replace(sent=sent)))

    # ------------------------------------------------------------------ the panes

    def on_resize(self) -> None:
        """In a terminal that was too small for anything nothing had the focus."""
        if self.focused is None:
            self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        if self.focused or is_too_small(self.size):
            return
        if self._prompt_open and self._prompt_open.is_attached and self._prompt_open.display:
            self._prompt_open.go_on()
        else:
            self.action_pane(self.front)

    def action_pane(self, name: str) -> None:
        """Go to a pane; in zen, that leaves zen."""
        if self._state.zen and name != "article":
            self._show(self._state.zen_toggled())
        self._focus_in_one_frame(self.query_one(f"#{name}"))

    def _focus_in_one_frame(self, pane: Widget) -> None:
        """Give a pane the focus, and paint nothing until it knows, and the one that had it: each hears of it by a
        message of its own."""
        had = self.focused
        if pane is not had:
            with ExitStack() as held:
                held.enter_context(self.app.batch_update())
                release = held.pop_all().close
            told = partial(self.call_later, release)
            if had and had.is_attached:
                told = partial(had.call_later, told)
            if not pane.call_later(partial(pane.call_later, told)):
                release()
        self.front = pane.id or self.front
        self.set_focus(pane, scroll_visible=False)

    def action_next_pane(self, step: int) -> None:
        names = list(PANES)
        self.action_pane(names[(names.index(self.front) + step) % len(names)])

    def action_zen(self) -> None:
        if not self._state.zen:
            self.action_pane("article")
        self._show(self._state.zen_toggled())

    def watch_front(self, name: str) -> None:
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-front")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane that took the focus is the front one, whatever gave it."""
        if event.widget.id in PANES:
            self.front = event.widget.id
            self.refresh_bindings()


Part = Desk if TYPE_CHECKING else object
"""What a part of the reader is made of, and has beneath it there. It is no screen of its own: Textual looks through all
that each class of screens inherits, which takes as long as loading the part."""

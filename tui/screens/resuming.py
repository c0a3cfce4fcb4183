"""Where the reader was in an article: found again when it is opened, and kept when that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.geometry import Size
from textual.timer import Timer

from article.model import Article
from article.reading import Reading
from tui.file import File
from tui.keyboard import key_of
from tui.keys import MOVE, PANES
from tui.messages import ViewWanted
from tui.screens.desk import LOOKS, READ, Desk, Part
from tui.settings import DEFAULTS, Settings
from tui.state import BEGINNING, ReaderState

if TYPE_CHECKING:
    from tui.memory import Memory, Record

KEPT_AFTER = 1.0
"""Seconds after a change until it is kept."""
FIRST = "article"
"""The pane in focus at the beginning."""
FRONT, LOOK = "front", "view"
"""What the pane in focus, and the view that lies over the reader, are called in a record."""


class _Standing(NamedTuple):
    """What there is to keep."""

    article: Article
    state: ReaderState
    front: str
    look: str = READ

    def record(self) -> Record:
        from tui.record import record_of

        look = {} if self.look == READ else {LOOK: self.look}
        return {**record_of(self.state, self.article), FRONT: self.front, **look}


class Resuming(Part):
    """The reader's place over the days."""

    def __init__(
        self,
        article: Article,
        size: Size,
        reading: Reading | None = None,
        file: File | None = None,
        settings: Settings = DEFAULTS,
    ) -> None:
        super().__init__(article, size, reading, file, settings)
        self._memory: Memory | None = file.memory if file else None
        self._first = self._recalled()
        """How it was at the beginning; that is not kept, as it was or is as without a memory."""
        self._state = self._first.state
        self.view = self._projection.view(self._state)
        self.set_reactive(Desk.front, self._first.front)
        self._record: Record | None = None
        """What was kept last, once there may be more."""
        self._keeping: Timer | None = None
        self._fault_told = False
        self._marked: set[str] = set()
        """Names of the marks that were set or taken off since something was kept: other programs that have the
        article open set marks, too."""
        self._text = article.paragraphs
        """What the marks of the state are places in."""

    def _recalled(self) -> _Standing:
        record = self._memory.recalled if self._memory else {}
        if not record:
            return _Standing(self._article, self._state, FIRST)
        from tui.record import state_of

        state = state_of(record, self._article, self._state)
        front = next((pane for pane in PANES if pane == record.get(FRONT) and not state.zen), FIRST)
        look = next((look for look in LOOKS if look == record.get(LOOK)), READ)
        return _Standing(self._article, state, front, look)

    def on_mount(self) -> None:
        if self._first.state.caret != BEGINNING:
            told = f"Back where you were. {key_of('move.top', MOVE)} goes to the beginning."
            self.notify(told, markup=False, timeout=3)
        if self._first.look != READ:
            self.post_message(ViewWanted(self._first.look))

    def on_unmount(self) -> None:
        if self._keeping:
            self._keeping.stop()
        self._keep_now()

    def _keep_now(self) -> None:
        """Keep the place before anything else is done; what could not be kept is tried once more."""
        if self._memory is None:
            return
        record, marked = self._new_record(), self._newly_marked()
        if record is None and self._memory.fault:
            record = self._record
        if record:
            self._memory.keep(record, marked)

    def _show(self, state: ReaderState) -> None:
        marks = self._state.marks
        super()._show(state)
        if state.marks is not marks and self._article.paragraphs is self._text:
            self._marked |= {name for name in (*marks, *state.marks) if marks.get(name) != state.marks.get(name)}
        self._text = self._article.paragraphs
        if self._marked:
            self._keep_at_once()
        else:
            self._keep_soon()

    def watch_front(self, name: str) -> None:
        super().watch_front(name)
        self._keep_soon()

    def _keep_soon(self) -> None:
        if self._memory and self._keeping is None and self._now()[1:] != self._first[1:]:
            # The timer is the program's: one of this screen would have Textual paint the view that lies over it.
            self._keeping = self.app.set_timer(KEPT_AFTER, self._keep)

    def _keep_at_once(self) -> None:
        """What is done on purpose, as marks are set, is there even where the program is killed."""
        if self._keeping:
            self._keeping.stop()
        self._keep()

    def _keep(self) -> None:
        self._keeping = None
        if self._memory is None:
            return
        if self._memory.fault and not self._fault_told:
            self._fault_told = True
            self._tell(f"Your place cannot be kept: {self._memory.fault}.")
        record, marked = self._new_record(), self._newly_marked()
        if record:
            self._memory.keep_aside(record, marked)
            self._keeping = self.app.set_timer(KEPT_AFTER, self._keep)  # To look how that went, among other things.

    def _now(self) -> _Standing:
        return _Standing(self._article, self._state, self.front, self.look)

    def _newly_marked(self) -> frozenset[str]:
        marked = frozenset(self._marked)
        self._marked.clear()
        return marked

    def _new_record(self) -> Record | None:
        """What is to be kept, where that is not what was kept last."""
        now = self._now()
        if self._record is None:
            if now[1:] == self._first[1:]:
                return None
            self._record = self._first.record()
        record = now.record()
        if record == self._record:
            return None
        self._record = record
        return record

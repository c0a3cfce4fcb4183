"""Places the reader marks with a letter, and comes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.desk import Part
from tui.signs import mark_sign
from tui.state import ReaderState

if TYPE_CHECKING:
    from tui.widgets.mark_list import MarkList


class Marking(Part):
    """The reader's marks."""

    _asking: MarkList | None = None
    """The list that was opened last; it may be closed by now."""

    def _show(self, state: ReaderState) -> None:
        super()._show(state)
        if self._asking and self._asking.is_attached:
            self._asking.show(self.view)

    async def action_mark(self) -> None:
        """Wait for the letter that is to name this place."""
        from tui.widgets.mark_list import MarkList

        await self._lay_over(MarkList(self.view, self._mark, sets=True))

    async def action_marks(self) -> None:
        """Wait for the letter of a mark, or for one to be chosen from the list."""
        from tui.widgets.mark_list import MarkList

        await self._lay_over(MarkList(self.view, self._go_to_mark))

    async def _lay_over(self, marks: MarkList) -> None:
        """Show the list over the key bar; whatever takes the focus from it closes it."""
        self.app.clear_notifications()
        self._asking = marks
        with self.app.batch_update():
            await self.query("MarkList").remove()
            await self.mount(marks, before="#keys")
            self.set_focus(marks, scroll_visible=False)

    def _leave_marks(self) -> None:
        """Back to the pane that was in focus."""
        self.action_pane(self.front)

    def _mark(self, name: str | None) -> None:
        self._leave_marks()
        if name is None:
            return
        self._show(self._state.mark_toggled(name))
        done = "set" if self._state.marks.get(name) == self._state.caret else "taken off"
        self._tell(f"Mark {mark_sign(name)} {done}.")

    def _go_to_mark(self, name: str | None) -> None:
        self._leave_marks()
        if name is None:
            return
        state = self._before_jump() if name == "'" else self._state.to_mark(name)
        if state is self._state:  # Only a jump may be missing: the list knows which marks there are.
            self._tell("No jump to go back from.")
        else:
            self._show(state)

    def _before_jump(self) -> ReaderState:
        """Where the last jump came from; the same again leads back."""
        found = self._state.trail.back(self._state.caret)
        return self._state.at(found[0], glances=True) if found else self._state

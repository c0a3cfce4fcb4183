"""What the mouse does: each click asks for what a key could ask for as well."""

from __future__ import annotations

from article.wording import count
from tui.keyboard import key_of
from tui.keys import ACTORS, READER
from tui.messages import ActorReached, TextPointed, WordsSelected
from tui.screens.desk import Part
from tui.widgets.pane import Pane


class Pointing(Part):
    """The reader's mouse, and the text it selects."""

    def on_actor_reached(self, message: ActorReached) -> None:
        self._show(self._state.looking_at(message.actor))

    def on_text_pointed(self, message: TextPointed) -> None:
        """Stand there; of words the position is pinned, of a name the actor found in the list."""
        state = self._state
        same_paragraph = message.caret.paragraph == state.caret.paragraph
        state = state.walked(message.caret) if same_paragraph else state.at(message.caret)
        if stance := self._article.stance.get(message.stance or ""):
            state = state.pin(stance, stays=True)
        if actor := self._article.actor.get(message.actor or ""):
            state = state.looking_at(actor.id)
            pane, only = key_of("reader.actors", READER), key_of("actors.only", ACTORS)
            self._tell(f"{actor.name}: a double click, or {pane} {only}, isolates.")
        self._show(state)

    # ------------------------------------------------------------------ the selected text

    def on_words_selected(self, message: WordsSelected) -> None:
        self._copy(_told(message.text), message.text)

    def get_selected_text(self) -> str | None:
        """The text that the mouse selected in a pane; Textual copies it when it is asked to."""
        return next((text for pane in self.query(Pane) if (text := pane.selected_text())), None)

    def action_copy_text(self) -> None:
        text = self.get_selected_text()
        if text:
            self._copy(_told(text), text)
        else:
            super().action_copy_text()

    def drop_selection(self) -> bool:
        """Take the selection back; whether there was one. Only the pane in focus can have one."""
        return any(pane.drop_selection() for pane in self.query(Pane))


def _told(text: str) -> str:
    return count(len(text), "character")

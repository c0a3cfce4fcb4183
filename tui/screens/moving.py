"""Where the reader goes: through the text, from words to positions and back."""

from __future__ import annotations

from article.model import Stance
from article.wording import no_position
from tui.keyboard import key_of
from tui.keys import FILTERING
from tui.messages import CaretMoved, PositionsOfActorWanted, PositionsWanted, StancePinned, WordsWanted
from tui.screens.marking import Marking
from tui.screens.pointing import Pointing
from tui.state import Caret, ReaderState
from tui.widgets.actor_list import ActorList
from tui.widgets.stance_panel import StancePanel


class Moving(Marking, Pointing):
    """The reader's ways, those by marks and by mouse among them."""

    def on_caret_moved(self, message: CaretMoved) -> None:
        state = self._state
        self._show(state.at(message.caret) if message.jumps else state.walked(message.caret))

    def on_stance_pinned(self, message: StancePinned) -> None:
        if stance := self._article.stance.get(message.stance):  # which a reload may have taken meanwhile
            self._show(self._state.pin(stance, stays=message.stays))

    def on_words_wanted(self, message: WordsWanted) -> None:
        if stance := self._article.stance.get(message.stance):
            self._to_words_of(stance)

    def _to_words_of(self, stance: Stance) -> None:
        if not stance.words:
            self._tell("The words of this position were not found in the text.")
            return
        self._show(self._state.pin(stance))
        self.action_pane("article")

    def on_positions_wanted(self, _message: PositionsWanted) -> None:
        stance = self.view.peeked("article")
        if stance is None:
            self._tell("No position stands on this paragraph.")
            return
        self._go_to_position(stance)

    def on_positions_of_actor_wanted(self, message: PositionsOfActorWanted) -> None:
        stances = self._article.stances_of.get(message.actor, ())
        found = next((stance for stance in stances if self._state.chosen.admits(stance)), None)
        if found is None:
            if actor := self._article.actor.get(message.actor):
                self._tell(f"The filter hides {actor.name}." if stances else no_position(self._article, actor.id))
            return
        self._go_to_position(found)

    def _go_to_position(self, stance: Stance) -> None:
        if self.view.shelf.index_of(stance.id) is None:
            self._show(self._state.narrowed("positions", None))
        stands_here = stance.id in self.view.lit
        self._show(self._state.pin(stance, stays=stands_here))
        self.query_one(StancePanel).stand_on_stance(stance)
        self.action_pane("positions")

    def go_to_stance(self, stance: Stance) -> None:
        """Pin a position and stand on its words, even where the filter hides it."""
        self._to_words_of(stance)
        if stance.words and not self._state.chosen.admits(stance):
            self._tell(f"The filter hides this position: {key_of('reader.peel', FILTERING)} lifts it.")

    def go_to_actor(self, actor: str) -> None:
        """Put the cursor on an actor, in the list."""
        actors = self.query_one(ActorList)
        state = self._state if actors.lists(actor) else self._state.narrowed("actors", None)
        self._show(state.looking_at(actor))
        self.action_pane("actors")
        actors.stand_on_actor(actor)

    def go_to_paragraph(self, index: int) -> None:
        """Stand on a paragraph, in the text."""
        self._show(self._state.at(Caret(index), glances=True))
        self.action_pane("article")

    def action_evidence(self, step: int) -> None:
        stance = self.view.stop(step)
        if stance is None:
            self._tell("No more evidence this way." if self.view.selection.stops else "No evidence here.")
            return
        self._show(self._state.pin(stance))

    def action_paragraph(self, step: int) -> None:
        """To the next paragraph that is shown in full, or to the first line of this one on the way back."""
        here, shown = self._state.caret, self.view.selection.relevant
        found = shown.after(here.paragraph) if step > 0 else shown.before(here.paragraph + (here.offset > 0))
        if found is None:
            self._tell("No more paragraphs this way.")
            return
        self._show(self._state.at(Caret(found)))

    def action_back(self) -> None:
        self._go_along(self._state.back(), "No jump to go back from.")

    def action_forward(self) -> None:
        self._go_along(self._state.forward(), "Nothing further: you have not gone back.")

    def _go_along(self, state: ReaderState, otherwise: str) -> None:
        """Along the jump list; where it ends, say so."""
        if state is self._state:
            self._tell(otherwise)
        else:
            self._show(state)

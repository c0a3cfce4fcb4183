"""What the panes ask for. Requests go up to the reader screen; views come down from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.state import Caret


@dataclass(eq=False, repr=False)
class ActorToggled(Message, bubble=False):
    """Take the actor into the filter, or out of it."""

    actor: str


@dataclass(eq=False, repr=False)
class ActorIsolated(Message, bubble=False):
    """Show this actor only; everyone again when it was so already."""

    actor: str


@dataclass(eq=False, repr=False)
class PartyToggled(Message, bubble=False):
    """Take the actor's whole party into the filter, or out of it."""

    actor: str


@dataclass(eq=False, repr=False)
class CaretMoved(Message, bubble=False):
    """The reader moved through the text and stands here now; ``jumps`` where that was not line by line."""

    caret: Caret
    jumps: bool = False

    def can_replace(self, message: Message) -> bool:
        """Of several moves that wait, only the last matters, but for jumps, which can be taken back."""
        return isinstance(message, CaretMoved) and not (self.jumps or message.jumps)


@dataclass(eq=False, repr=False)
class StancePinned(Message, bubble=False):
    """The reader came to a position: light up its words, and go there unless the reader ``stays``."""

    stance: str
    stays: bool = False


@dataclass(eq=False, repr=False)
class WordsWanted(Message, bubble=False):
    """Go to the words that a position stands on."""

    stance: str


@dataclass(eq=False, repr=False)
class PositionsWanted(Message, bubble=False):
    """Go to the positions that stand where the reader stands in the text."""


@dataclass(eq=False, repr=False)
class PositionsOfActorWanted(Message, bubble=False):
    """Go to the first position of an actor."""

    actor: str


@dataclass(eq=False, repr=False)
class ViewWanted(Message, bubble=False):
    """Look at the article in another way."""

    view: str


@dataclass(eq=False, repr=False)
class PaneWanted(Message, bubble=False):
    """Go to a pane."""

    pane: str


@dataclass(eq=False, repr=False)
class CellPointed(Message, bubble=False):
    """The mouse points at a cell of the matrix; at an actor or an issue alone, the other number is None."""

    row: int | None
    column: int | None


@dataclass(eq=False, repr=False)
class ActorReached(Message, bubble=False):
    """The reader came to an actor in the list."""

    actor: str


@dataclass(eq=False, repr=False)
class TextPointed(Message, bubble=False):
    """The mouse points at a place in the text, and at the words of a stance or at the name of an actor there."""

    caret: Caret
    stance: str | None = None
    actor: str | None = None


@dataclass(eq=False, repr=False)
class WordsSelected(Message, bubble=False):
    """The mouse selected a text: it is to be copied."""

    text: str


@dataclass(eq=False, repr=False)
class KeyPointed(Message, bubble=False):
    """The mouse points at a key: do what it does."""

    key: str

"""What the panes ask for. Requests go up to the reader screen; views come down from it."""

from __future__ import annotations

from textual.message import Message

from tui.state import Caret


class ActorToggled(Message, bubble=False):
    """Take the actor into the filter, or out of it."""

    def __init__(self, actor: str) -> None:
        super().__init__()
        self.actor = actor


class ActorIsolated(Message, bubble=False):
    """Show this actor only; everyone again when it was so already."""

    def __init__(self, actor: str) -> None:
        super().__init__()
        self.actor = actor


class PartyToggled(Message, bubble=False):
    """Take the actor's whole party into the filter, or out of it."""

    def __init__(self, actor: str) -> None:
        super().__init__()
        self.actor = actor


class CaretMoved(Message, bubble=False):
    """The reader moved through the text and stands here now; ``jumps`` where that was not line by line."""

    def __init__(self, caret: Caret, *, jumps: bool = False) -> None:
        super().__init__()
        self.caret = caret
        self.jumps = jumps

    def can_replace(self, message: Message) -> bool:
        """Of several moves that wait, only the last matters, but for jumps, which can be taken back."""
        return isinstance(message, CaretMoved) and not (self.jumps or message.jumps)


class StancePinned(Message, bubble=False):
    """The reader came to a position: light up its words, and go there unless the reader ``stays``."""

    def __init__(self, stance: str, *, stays: bool = False) -> None:
        super().__init__()
        self.stance = stance
        self.stays = stays


class WordsWanted(Message, bubble=False):
    """Go to the words that a position stands on."""

    def __init__(self, stance: str) -> None:
        super().__init__()
        self.stance = stance


class PositionsWanted(Message, bubble=False):
    """Go to the positions that stand where the reader stands in the text."""


class PositionsOfActorWanted(Message, bubble=False):
    """Go to the first position of an actor."""

    def __init__(self, actor: str) -> None:
        super().__init__()
        self.actor = actor


class ViewWanted(Message, bubble=False):
    """Look at the article in another way."""

    def __init__(self, view: str) -> None:
        super().__init__()
        self.view = view


class PaneWanted(Message, bubble=False):
    """Go to a pane."""

    def __init__(self, pane: str) -> None:
        super().__init__()
        self.pane = pane


class CellPointed(Message, bubble=False):
    """The mouse points at a cell of the matrix; at an actor or an issue alone, the other number is None."""

    def __init__(self, row: int | None, column: int | None) -> None:
        super().__init__()
        self.row = row
        self.column = column


class ActorReached(Message, bubble=False):
    """The reader came to an actor in the list."""

    def __init__(self, actor: str) -> None:
        super().__init__()
        self.actor = actor


class TextPointed(Message, bubble=False):
    """The mouse points at a place in the text, and at the words of a stance or at the name of an actor there."""

    def __init__(self, caret: Caret, stance: str | None = None, actor: str | None = None) -> None:
        super().__init__()
        self.caret = caret
        self.stance = stance
        self.actor = actor


class WordsSelected(Message, bubble=False):
    """The mouse selected a text: it is to be copied."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


class KeyPointed(Message):
    """The mouse points at a key: do what it does."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key

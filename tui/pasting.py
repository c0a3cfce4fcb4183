"""What is pasted, told from what is typed: a text that somebody pastes is text, whatever it holds. Textual's parser
would take escape sequences within it for keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a text that is pasted (xterm, “Bracketed Paste Mode”)."""
_CUTS = tuple(BEGIN[:length] for length in range(len(BEGIN) - 1, 1, -1))
MOST_PASTED = 2**20
"""Characters of a text that are kept; whoever pastes more means another window."""


class Sent(NamedTuple):
    """A piece of what the terminal sent."""

    text: str
    is_pasted: bool


class Pasting:
    """Takes pastes apart from all else, in whatever pieces they come; only an escape by itself, which is a key as
    well, is not held back in case a paste follows."""

    def __init__(self) -> None:
        self._pasted: str | None = None
        """What has come of a paste that has not ended."""
        self._held = ""
        """What may be the beginning of the sign that a paste begins."""

    @property
    def is_open(self) -> bool:
        """Whether more of a paste is to come."""
        return self._pasted is not None

    def take(self, text: str) -> Iterator[Sent]:
        """What was typed, and what was pasted as a whole, in order; none is empty."""
        text, self._held = self._held + text, ""
        while text:
            if self._pasted is None:
                typed, begin, text = text.partition(BEGIN)
                if begin:
                    self._pasted = ""
                else:
                    self._held = next((cut for cut in _CUTS if typed.endswith(cut)), "")
                    typed = typed.removesuffix(self._held)
                if typed:
                    yield Sent(typed, is_pasted=False)
                continue
            known = len(self._pasted)
            whole = self._pasted + text
            # The end may have come in two pieces.
            end = whole.find(END, max(0, known - len(END)))
            if end < 0:
                self._pasted = whole if len(whole) <= MOST_PASTED else whole[:MOST_PASTED] + whole[-len(END) :]
                return
            self._pasted = None
            text = whole[end + len(END) :]
            if end:
                yield Sent(whole[:end][:MOST_PASTED], is_pasted=True)

    def stop(self) -> Iterator[Sent]:
        """What has come of a paste whose end does not come, or of what was no paste."""
        if self._held:
            yield Sent(self._held, is_pasted=False)
            self._held = ""
        pasted, self._pasted = self._pasted, None
        if pasted:
            yield Sent(pasted[:MOST_PASTED], is_pasted=True)

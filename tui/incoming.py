"""What a terminal sends, taken apart: what is typed, what somebody pastes, and what the terminal says of itself.

A text that is pasted is text, whatever it holds, and what a terminal says of itself is nobody's key; Textual's parser
would take both for keys, letter by letter. Sequences are told apart as in ECMA-48 (5.4 and 5.6).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterator
from typing import NamedTuple

from textual._xterm_parser import _MAX_SEQUENCE_SEARCH_THRESHOLD as LONGEST  # pyright: ignore[reportPrivateUsage]
from textual._xterm_parser import XTermParser

ESCAPE = "\x1b"
BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal puts around a text that is pasted (xterm, “Bracketed Paste Mode”)."""
MOST_PASTED = 2**20
"""Characters of a text that are kept; whoever pastes more means another window."""
_ALT = len("\x1b[")
"""Characters of a key that is typed with alt."""
_CONTROL = re.compile(r"\x1b\[(?:M.{3}|<[-\d;]*[Mm]|\[.|\d+\$|[0-?]*[ -/]*[@-LN-Z\\-~]|[0-?]+M)", re.DOTALL)
"""A control sequence, or a key of old: the mouse's, the Linux console's, and rxvt's that end with a dollar sign."""
_STRING = re.compile(r"\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)")
"""A control string from one end to the other."""
_STRING_BEGUN = re.compile(r"\x1b(?:\]\d+;|P>\||P[\d;]*[!$+][a-z|]|_G)")
"""What nobody types is the beginning of one: a colour, the terminal's name, a setting, a picture's."""
_STRING_END = re.compile(r"\x07|\x1b(?:\\|(?=[^\\])|\Z)|(?=[\x00-\x06\x08-\x1a\x1c-\x1f])")
"""How it ends, or is given up: at the next sequence, or a key like ctrl+c."""
_BEGUN = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\[<[-\d;]*|\[M.{0,2}|\[\[|\]\d*|P>|P[\d;]*[!$+]?|_)?", re.DOTALL)
"""What may go on, and is something else then."""


class Sent(NamedTuple):
    """A piece of what the terminal sent."""

    text: str
    is_pasted: bool


class Incoming:
    """Takes apart what comes, in whatever pieces that is."""

    def __init__(self, reads: Callable[[str], bool] | None = None) -> None:
        self._reads = reads or Known()
        self._held = ""
        """A sequence that has begun."""
        self._pasted: str | None = None
        """What has come of a paste that has not ended."""
        self.is_in_string = False
        """Whether a control string has begun and not ended."""

    @property
    def is_open(self) -> bool:
        """Whether more is to come for certain."""
        return self._pasted is not None or self.is_in_string or len(self._held) > _ALT

    def take(self, text: str) -> Iterator[Sent]:
        """What was typed, key by key or as many as are no sequences, and what was pasted as a whole, in order; none
        is empty."""
        text, self._held = self._held + text, ""
        while text:
            if self._pasted is not None:
                text = yield from self._paste(self._pasted, text)
            elif self.is_in_string:
                text = self._leave_out(text)
            elif text[0] == ESCAPE:
                text = yield from self._sequence(text)
            else:
                typed, escape, rest = text.partition(ESCAPE)
                yield Sent(typed, is_pasted=False)
                text = escape + rest

    def _sequence(self, text: str) -> Generator[Sent, None, str]:
        """Take what begins with an escape; returns the rest."""
        if found := _CONTROL.match(text):
            if found[0] == BEGIN:
                self._pasted = ""
            elif self._reads(found[0]):
                yield Sent(found[0], is_pasted=False)
            return text[found.end() :]
        if found := _STRING.match(text):
            return text[found.end() :]
        if found := _STRING_BEGUN.match(text):
            self.is_in_string = True
            return text[found.end() :]
        if _BEGUN.fullmatch(text):
            self._held = text
            return ""
        length = 1 if text[1] == ESCAPE else _ALT
        yield Sent(text[:length], is_pasted=False)
        return text[length:]

    def _leave_out(self, text: str) -> str:
        """Leave out what goes on in a control string; returns the rest."""
        end = _STRING_END.search(text)
        if end is None:
            return ""
        if end[0] == ESCAPE and end.end() == len(text):
            self._held = ESCAPE
            return ""
        self.is_in_string = False
        return text[end.start() if end[0] == ESCAPE else end.end() :]

    def _paste(self, known: str, text: str) -> Generator[Sent, None, str]:
        """Take what goes on in a paste; returns the rest."""
        whole = known + text
        end = whole.find(END, max(0, len(known) - len(END)))  # It may have come in two pieces.
        if end < 0:
            self._pasted = whole if len(whole) <= MOST_PASTED else whole[:MOST_PASTED] + whole[-len(END) :]
            return ""
        self._pasted = None
        if end:
            yield Sent(whole[:end][:MOST_PASTED], is_pasted=True)
        return whole[end + len(END) :]

    def stop(self) -> Iterator[Sent]:
        """What has come, now that nothing follows it: an escape, a key with alt, or a paste whose end does not come.
        Any other sequence without an end is left out."""
        if self._held and len(self._held) <= _ALT and not self.is_in_string:
            yield Sent(self._held, is_pasted=False)
        self._held, self.is_in_string = "", False
        pasted, self._pasted = self._pasted, None
        if pasted:
            yield Sent(pasted[:MOST_PASTED], is_pasted=True)


class Known:
    """Tells what sequences Textual reads as one: keys, the mouse, and what it asked for."""

    def __init__(self) -> None:
        self._parser = XTermParser()

    def __call__(self, sequence: str) -> bool:
        try:
            for _ in self._parser.feed(sequence):
                pass
            is_over = self._parser._awaiting.timeout is None  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        except Exception:  # a terminal may send any number
            is_over = False
        if not is_over or len(sequence) > LONGEST:
            self._parser = XTermParser()
            return False
        return True

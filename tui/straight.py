"""Signs of ASCII in place of all others, on every line of the screen, and letters of ASCII where the terminal shows
no others."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.coding import other_coding
from tui.letters import in_ascii
from tui.signs import straight


class Straight(LineFilter):
    """For terminals and fonts without our signs, and for eyes and ears that know those of ASCII. Each sign takes as
    many cells as before, so that nothing moves."""

    def __init__(self) -> None:
        super().__init__()
        self._letters_too = bool(other_coding())

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            segment if segment.text.isascii() else Segment(self._shown(segment.text), segment.style, segment.control)
            for segment in segments
        ]

    def _shown(self, text: str) -> str:
        return in_ascii(straight(text)) if self._letters_too else straight(text)

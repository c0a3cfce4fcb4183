"""Signs of ASCII in place of all others, on every line of the screen."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.signs import straight


class Straight(LineFilter):
    """For terminals and fonts without our signs, and for eyes and ears that know those of ASCII. Each sign takes as
    many cells as before, so that nothing moves."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        return [
            segment if segment.text.isascii() else Segment(straight(segment.text), segment.style, segment.control)
            for segment in segments
        ]

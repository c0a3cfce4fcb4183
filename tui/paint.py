"""Text and styles -> strips: the only place where lines of the screen are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.selection import Mark

BOLD = Style(bold=True)


def shortened(text: str, width: int) -> str:
    """The text in at most ``width`` cells, an ellipsis in place of what was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def chip(tag: str) -> str:
    """What an actor's chip says: its tag, and a space at either end."""
    return f" {set_cell_size(tag, 2)} "


class Cells:
    """One line of the screen under construction, from the left; ``base`` is the style of its ground."""

    def __init__(self, width: int, base: Style) -> None:
        self.width = width
        self.base = base
        self.used = 0
        self._segments: list[Segment] = []

    @property
    def left(self) -> int:
        """Cells not used yet."""
        return self.width - self.used

    def add(self, text: str, style: Style | None = None) -> Cells:
        """Append a text, shortened to what is left; ``style`` is laid over the ground."""
        if cell_len(text) > self.left:
            text = set_cell_size(shortened(text, self.left), self.left)
        if text:
            self._segments.append(Segment(text, self.base + style if style else self.base))
            self.used += cell_len(text)
        return self

    def to(self, column: int) -> Cells:
        """Fill with the ground up to a column, counted from 0."""
        return self.add(" " * (min(column, self.width) - self.used))

    def right(self, text: str, style: Style | None = None, margin: int = 0) -> Cells:
        """Set a text at the right edge; left out where there is no room for it."""
        start = self.width - margin - cell_len(text)
        return self.to(start).add(text, style) if start >= self.used else self

    def extend(self, segments: Iterable[Segment]) -> Cells:
        """Append segments that bear whole styles of their own."""
        for text, style, _ in segments:
            piece = shortened(text, self.left)
            if piece:
                self._segments.append(Segment(piece, style))
                self.used += cell_len(piece)
        return self

    def strip(self) -> Strip:
        """The finished line, filled to its width."""
        self.to(self.width)
        return Strip(self._segments, self.used)


MarkStyle = Callable[[Mark], Style]


def marked(text: str, offset: int, marks: Sequence[Mark], base: Style, style_of: MarkStyle) -> list[Segment]:
    """A piece of a paragraph as segments: each run in the ground's style under those of its marks.

    ``offset`` is the index in the paragraph of the piece's first character. Marks may overlap; the
    lower ``ink`` is laid first.
    """
    here = [mark for mark in marks if mark.start < offset + len(text) and mark.end > offset]
    if not here:
        return [Segment(text, base)] if text else []
    cuts = {0, len(text)}
    for mark in here:
        cuts.update((max(0, mark.start - offset), min(len(text), mark.end - offset)))
    bounds = sorted(cuts)
    here.sort(key=lambda mark: mark.ink)
    segments: list[Segment] = []
    for start, end in pairwise(bounds):
        style = base
        for mark in here:
            if mark.start <= offset + start and mark.end >= offset + end:
                style += style_of(mark)
        segments.append(Segment(text[start:end], style))
    return segments

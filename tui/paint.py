"""Text and styles -> strips: the only place where lines of the screen are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.guard import replaced
from tui.selection import Mark, Marks

BOLD = Style(bold=True)
MOST_IN_A_CELL = 8
"""Characters of which at least one takes a cell: more marks on one letter are dropped when a text is cleaned."""


def shortened(text: str, width: int) -> str:
    """The text in at most ``width`` cells, an ellipsis in place of what was cut."""
    text = text[: MOST_IN_A_CELL * (width + 1)]
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def chip(tag: str) -> str:
    """What an actor's chip says: its tag, and a space at either end."""
    return f" {set_cell_size(tag, 2)} "


class _Codes(NamedTuple):
    """What a style is to a terminal (ECMA-48, SGR): codes of attributes, of the colour and of the ground."""

    attributes: str
    color: str
    ground: str


@lru_cache(1024)
def _codes(style: Style, system: ColorSystem) -> _Codes:
    color, ground = style.color, style.bgcolor
    return _Codes(
        Strip.render_ansi(style.without_color, system),
        ";".join(color.downgrade(system).get_ansi_codes()) if color else "39",
        ";".join(ground.downgrade(system).get_ansi_codes(foreground=False)) if ground else "49",
    )


_PLAIN = _Codes("", "39", "49")


class Line(Strip):
    """A finished line of the screen. Only what changes from one run of text to the next is sent: Textual's own
    strips repeat all colours, and double the bytes of a page. Nothing in the text is obeyed, and no style of it is a
    link."""

    def render(self: Strip, console: Console) -> str:
        if self._render_cache is None:
            system = COLOR_SYSTEMS[console.color_system or "truecolor"]
            self._render_cache = "".join(_sequences(self._segments, system))
        return self._render_cache


def guard_all() -> None:
    """Send the strips of Textual's own widgets as lines of ours are: with the same guard before the terminal."""
    Strip.render = Line.render


class RailedLine(Strip):
    """A row with its bit of rail. Either is sent as it was sent before: when a page scrolls, the rows move along
    the rail."""

    def __init__(self, row: Line, rail: Line) -> None:
        super().__init__([*row, *rail], row.cell_length + rail.cell_length)
        self._row = row
        self._rail = rail

    def crop(self, start: int, end: int | None = None) -> Strip:
        return self._row if (start, end) == (0, self._row.cell_length) else super().crop(start, end)

    def render(self, console: Console) -> str:
        return self._row.render(console) + self._rail.render(console)


def _sequences(segments: Iterable[Segment], system: ColorSystem) -> Iterable[str]:
    now = _PLAIN
    for text, style, _ in segments:
        if text:
            wanted = _codes(style, system) if style else _PLAIN
            if text.isspace() and not wanted.attributes and not now.attributes:
                wanted = _Codes("", now.color, wanted.ground)
            yield _change(now, wanted)
            yield text if text.isprintable() else replaced(text)
            now = wanted
    yield _change(now, _PLAIN)


@lru_cache(1024)
def _change(now: _Codes, wanted: _Codes) -> str:
    """The shortest sequence from one style to another; attributes can only be taken back all at once."""
    if now == wanted:
        return ""
    anew = ";".join(["0", *(code for code, plain in zip(wanted, _PLAIN, strict=True) if code != plain)])
    if now.attributes and now.attributes != wanted.attributes:
        return f"\x1b[{anew}m"
    changes = ";".join(code for code, old in zip(wanted, now, strict=True) if code != old)
    return f"\x1b[{min(changes, anew, key=len)}m"


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
        left = self.left
        text = text[: MOST_IN_A_CELL * (left + 1)]
        cells = len(text) if text.isascii() else cell_len(text)
        if cells > left:
            text, cells = set_cell_size(shortened(text, left), left), left
        if text:
            self._segments.append(Segment(text, self.base + style if style else self.base))
            self.used += cells
        return self

    def to(self, column: int) -> Cells:
        """Fill with the ground up to a column, counted from 0."""
        cells = min(column, self.width) - self.used
        if cells > 0:
            self._segments.append(Segment(" " * cells, self.base))
            self.used += cells
        return self

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


def reversed_between(line: Strip, columns: range) -> Strip:
    """A line of which some columns change ink and ground: the selection, to be seen without colour as well. What
    is reversed by itself is set upright."""
    before, here, after = line.divide([columns.start, columns.stop, line.cell_length])
    turned = [
        Segment(text, (style or Style.null()) + Style(reverse=not (style and style.reverse))) for text, style, _ in here
    ]
    return Strip([*before, *turned, *after], line.cell_length)


MarkStyle = Callable[[Mark], Style]


def marked(text: str, offset: int, marks: Marks, base: Style, style_of: MarkStyle) -> list[Segment]:
    """A piece of a paragraph as segments: each run in the ground's style under those of its marks.

    ``offset`` is the index in the paragraph of the piece's first character. Marks may overlap; the
    lower ``ink`` is laid first.
    """
    here = marks.between(offset, offset + len(text))
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

"""What is sent for a line of the screen shows the same as a strip of Textual, in no more bytes."""

from __future__ import annotations

import re

import pyte
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyte.screens import Char
from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.paint import Line

COLUMNS = 60
SYSTEMS = ["truecolor", "256", "standard"]
COLORS = (
    st.none()
    | st.just(Color.default())
    | st.integers(0, 255).map(Color.from_ansi)
    | st.builds(Color.from_rgb, *[st.integers(0, 255)] * 3)
)
ON = st.none() | st.booleans()
STYLES = st.none() | st.builds(
    Style,
    color=COLORS,
    bgcolor=COLORS,
    **dict.fromkeys(("bold", "dim", "italic", "underline", "blink", "reverse", "strike"), ON),
)
FEW = st.lists(STYLES, min_size=1, max_size=3)
"""Styles of which a line is made: the same ones come again."""
TEXT = st.text("ab 日é", max_size=5)
LINES = FEW.flatmap(lambda few: st.lists(st.builds(Segment, TEXT, st.sampled_from(few)), max_size=8))
ANY_LINES = st.lists(st.builds(Segment, TEXT, STYLES), max_size=8) | LINES


def console(system: str) -> Console:
    return Console(color_system=system, force_terminal=True)  # pyright: ignore[reportArgumentType]


def sent(kind: type[Strip], segments: list[Segment], system: str) -> str:
    """The bytes for a line; what Rich keeps of a style, whatever the terminal, does not count."""
    fresh = [Segment(text, style.copy() if style else style) for text, style, _ in segments]
    return kind(fresh).render(console(system))


def cells(written: str) -> tuple[list[Char], Char]:
    """What a terminal shows, and in which style it would go on."""
    screen = pyte.Screen(COLUMNS, 1)
    pyte.Stream(screen).feed(written)
    return [_seen(screen.buffer[0][column]) for column in range(COLUMNS)], screen.cursor.attrs


def _seen(char: Char) -> Char:
    """A character as the eye sees it: nothing of a blank is in its colour."""
    is_blank = char.data.isspace() and not (char.underscore or char.strikethrough or char.reverse)
    return char._replace(fg="default") if is_blank else char


def dim(written: str) -> list[bool]:
    """Of each character whether it is dim, which pyte does not know."""
    found: list[bool] = []
    is_dim = False
    for codes, text in re.findall(r"\x1b\[([\d;]*)m|([^\x1b]+)", re.sub(r"[34]8;(5;\d+|2;\d+;\d+;\d+)", "39", written)):
        for code in codes.split(";"):
            is_dim = code == "2" or (is_dim and code != "0")
        found += [is_dim] * len(text)
    return found


def red(text: str, *, bold: bool = False) -> Segment:
    return Segment(text, Style(color="red", bold=bold))


@pytest.mark.parametrize("system", SYSTEMS)
@settings(max_examples=150)
@given(ANY_LINES)
@example([red("a", bold=True), red("b"), Segment("c", None)])
@example([red("a"), Segment("b", Style(color="default", bgcolor="default")), Segment("c", Style(dim=True))])
def test_a_terminal_shows_the_same_cells_in_the_same_styles(system: str, segments: list[Segment]) -> None:
    ours, theirs = sent(Line, segments, system), sent(Strip, segments, system)
    assert cells(ours) == cells(theirs)
    assert dim(ours) == dim(theirs)


@pytest.mark.parametrize("system", SYSTEMS)
@settings(max_examples=150)
@given(ANY_LINES)
@example([Segment("a", Style(color="red", bgcolor="blue")), Segment("b", None)])
@example([Segment("a", Style(color="red", bgcolor="blue")), Segment("b", Style(bold=True))])
@example([red("")])
def test_no_more_bytes_are_sent(system: str, segments: list[Segment]) -> None:
    assert len(sent(Line, segments, system)) <= len(sent(Strip, segments, system))


@given(ANY_LINES)
def test_the_terminal_is_left_as_it_was(segments: list[Segment]) -> None:
    assert cells(sent(Line, segments, "truecolor"))[1] == cells("")[1]


@pytest.mark.parametrize(
    ("segments", "written"),
    [
        ([], ""),
        ([Segment("a")], "a"),
        ([red("a"), red("b")], "\x1b[31mab\x1b[0m"),
        ([red("a"), Segment("b", Style(color="blue"))], "\x1b[31ma\x1b[34mb\x1b[0m"),
        ([red("a"), red("b", bold=True), red("c")], "\x1b[31ma\x1b[1mb\x1b[0;31mc\x1b[0m"),
        ([red("a"), Segment("b")], "\x1b[31ma\x1b[0mb"),
    ],
    ids=["nothing", "plain", "the same", "another colour", "another attribute", "none"],
)
def test_only_what_changes_is_sent(segments: list[Segment], written: str) -> None:
    assert sent(Line, segments, "standard") == written


def test_a_line_is_cropped_as_any_strip_is() -> None:
    line = Line([red("日本"), Segment("ab", None)])
    assert line.crop(1, 5).text == Strip([red("日本"), Segment("ab", None)]).crop(1, 5).text

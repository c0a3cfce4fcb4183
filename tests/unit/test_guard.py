"""The second line of defence: nothing that a terminal would obey is sent as text, whatever went wrong before."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

from article.clean import clean_line
from tui.guard import guarded, guarded_lines
from tui.paint import Line

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""What turns the order of letters about (Unicode Standard Annex 9, table 4)."""


def obeyed(char: str) -> bool:
    """Whether a terminal would obey a character, or letters be turned about by it, or it cannot be sent."""
    turns = unicodedata.bidirectional(char) in BIDI or char in "\u061c\u200e\u200f"
    return turns or unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}


def test_of_every_character_what_is_obeyed_is_replaced_and_no_other_that_can_be_seen() -> None:
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        if obeyed(char):
            assert guarded(char) == "\ufffd", ascii(char)
        elif unicodedata.category(char) not in {"Cf", "Cn"} and char != "\ufffc":
            assert guarded(char) == char, ascii(char)


@given(st.text(st.characters(exclude_categories=())))
def test_what_is_clean_passes_as_it_is(text: str) -> None:
    assert guarded(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize("text", ["a\nb\tc\n", "", "\n\n", "é\u00a0b\n"])
def test_lines_keep_their_ends_and_tabs(text: str) -> None:
    assert guarded_lines(text) == text


def test_within_lines_the_rest_is_replaced() -> None:
    assert guarded_lines("a\x1b[2J\r\n\x9bb\u2028\n") == "a\ufffd[2J\ufffd\n\ufffdb\ufffd\n"


def test_a_line_of_the_screen_sends_neither_a_control_nor_a_link() -> None:
    link = Style(bold=True, link="https://example.org")
    line = Line([Segment("a\x1b]0;b\x07\u202e", link), Segment("\x9b6n\n", None)])
    sent = line.render(Console(color_system="standard", force_terminal=True))
    assert sent == "\x1b[1ma\ufffd]0;b\ufffd\ufffd\x1b[0m\ufffd6n\ufffd"

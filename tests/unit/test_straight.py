"""Signs of ASCII in place of all others: in as many cells, and letters stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from article.clean import clean
from tui.signs import _straightened, straight
from tui.straight import Straight


@pytest.mark.parametrize("point", _straightened(), ids=lambda point: f"U+{point:04X}")
def test_a_sign_takes_as_many_cells_as_before(point: int) -> None:
    assert straight(chr(point)).isascii()
    assert cell_len(straight(chr(point))) == cell_len(chr(point))


@given(st.text())
def test_no_text_changes_its_width_or_its_letters(text: str) -> None:
    text = clean(text)[0].replace("\n", " ")
    assert cell_len(straight(text)) == cell_len(text)
    assert [char for char in straight(text) if char.isalpha() and not char.isascii()] == [
        char for char in text if char.isalpha() and not char.isascii()
    ]


@given(st.text(alphabet=st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert straight(text) == text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“NATO’s” — no…", '"NATO\'s" - no.'),
        ("«Кремль»", '"Кремль"'),
        ("10\u202f000\u00a0€", "10 000 €"),
        ("市民、会議", "市民、会議"),
        ("\x1b[31m", "?[31m"),
    ],
)
def test_marks_are_straightened_and_letters_and_money_stay(text: str, told: str) -> None:
    assert straight(clean(text)[0]) == told


def test_a_line_keeps_its_styles() -> None:
    bold = Style(bold=True)
    line = [Segment("▲ for", bold), Segment(" so", None)]
    assert Straight().apply(line, Color(0, 0, 0)) == [Segment("+ for", bold), Segment(" so", None)]

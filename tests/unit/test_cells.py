"""How many cells a text takes, and texts cut to a number of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from article.cells import cells, cut

TEXT = st.text("ab 漢字é\u0301…", max_size=20)


@pytest.mark.parametrize(("text", "width"), [("", 0), ("ab", 2), ("漢字", 4), ("e\u0301", 1), ("Ａ", 2), ("🙂", 2)])
def test_wide_characters_take_two_cells_and_marks_none(text: str, width: int) -> None:
    assert cells(text) == width


@given(TEXT)
def test_cells_are_counted_as_the_screen_does(text: str) -> None:
    assert cells(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "part"),
    [("abc", 3, "abc"), ("abc", 2, "a…"), ("abc", 1, "…"), ("abc", 0, ""), ("abc", -1, ""), ("", -1, "")],
)
def test_what_does_not_fit_is_cut_with_a_sign(text: str, width: int, part: str) -> None:
    assert cut(text, width) == part


@given(TEXT, st.integers(-2, 45))
def test_what_is_cut_fits_and_no_more_of_it_would(text: str, width: int) -> None:
    part = cut(text, width)
    assert cells(part) <= max(0, width)
    if part == text:
        return
    kept = part.removesuffix("…")
    assert text.startswith(kept)
    assert width <= 0 or cells(f"{kept}{text[len(kept)]}…") > width or cells(text[len(kept)]) == 0

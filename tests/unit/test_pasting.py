"""A text that is pasted is text, in whatever pieces it comes and whatever it holds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.pasting import BEGIN, END, MOST_PASTED, Pasting, Sent

TEXT = st.text("a\x1b[201~q", max_size=12).filter(lambda text: BEGIN not in text and END not in text)


def typed(text: str) -> Sent:
    return Sent(text, is_pasted=False)


def pasted(text: str) -> Sent:
    return Sent(text, is_pasted=True)


def test_what_is_typed_stays_what_it_is() -> None:
    assert list(Pasting().take("a\x1b[Ab")) == [typed("a\x1b[Ab")]


def test_a_paste_between_keys_is_one_piece() -> None:
    sent = f"a{BEGIN}q\x1b[A\x1a{END}b{BEGIN}c{END}"
    assert list(Pasting().take(sent)) == [typed("a"), pasted("q\x1b[A\x1a"), typed("b"), pasted("c")]


@given(TEXT, st.lists(st.integers(0, 30)))
def test_it_may_end_in_any_pieces(text: str, cuts: list[int]) -> None:
    rest = f"{text}{END}j"
    pieces = [rest[start:end] for start, end in pairwise([0, *sorted(cuts), len(rest) + 1])]
    pasting = Pasting()
    found = [*pasting.take(BEGIN), *(each for piece in pieces for each in pasting.take(piece))]
    whole = [each.text for each in found if each.is_pasted]
    assert whole == ([text] if text else [])
    assert "".join(each.text for each in found if not each.is_pasted) == "j"
    assert not pasting.is_open


@pytest.mark.parametrize("cut", range(2, len(BEGIN)))
def test_it_may_begin_in_two_pieces(cut: int) -> None:
    pasting = Pasting()
    found = [*pasting.take(f"a{BEGIN[:cut]}"), *pasting.take(f"{BEGIN[cut:]}q{END}b")]
    assert found == [typed("a"), pasted("q"), typed("b")]


def test_what_only_looks_as_if_a_paste_began_is_typed() -> None:
    pasting = Pasting()
    assert [*pasting.take("a\x1b[2"), *pasting.take("~b")] == [typed("a"), typed("\x1b[2~b")]
    assert [*pasting.take("\x1b[20"), *pasting.stop()] == [typed("\x1b[20")]
    assert list(pasting.take("\x1b")) == [typed("\x1b")]


def test_a_paste_without_an_end_is_what_has_come() -> None:
    pasting = Pasting()
    assert list(pasting.take(f"{BEGIN}abc")) == []
    assert pasting.is_open
    assert list(pasting.stop()) == [pasted("abc")]
    assert list(pasting.take("j")) == [typed("j")]


@pytest.mark.parametrize("size", [MOST_PASTED, MOST_PASTED + 5, 3 * MOST_PASTED])
def test_no_more_is_kept_than_anybody_pastes(size: int) -> None:
    pasting = Pasting()
    pieces = [BEGIN, *("x" * (size // 8) for _ in range(8)), "x" * (size % 8), END[:3], END[3:], "j"]
    found = [each for piece in pieces for each in pasting.take(piece)]
    assert found == [pasted("x" * MOST_PASTED), typed("j")]

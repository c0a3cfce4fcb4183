"""What a terminal sends: keys stay what they are, a text that is pasted is text whatever it holds, and what the
terminal says of itself is left out; in whatever pieces all that comes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser

from tui.incoming import BEGIN, END, MOST_PASTED, Incoming, Sent

TEXT = st.text("a\x1b[201~q", max_size=12).filter(lambda text: BEGIN not in text and END not in text)


def typed(text: str) -> Sent:
    return Sent(text, is_pasted=False)


def pasted(text: str) -> Sent:
    return Sent(text, is_pasted=True)


def test_what_is_typed_stays_what_it_is() -> None:
    assert list(Incoming().take("ab\x1b[Ac\x1b")) == [typed("ab"), typed("\x1b[A"), typed("c")]


def test_a_paste_between_keys_is_one_piece() -> None:
    sent = f"a{BEGIN}q\x1b[A\x1a{END}b{BEGIN}c{END}"
    assert list(Incoming().take(sent)) == [typed("a"), pasted("q\x1b[A\x1a"), typed("b"), pasted("c")]


@given(TEXT, st.lists(st.integers(0, 30)))
def test_it_may_end_in_any_pieces(text: str, cuts: list[int]) -> None:
    rest = f"{text}{END}j"
    pieces = [rest[start:end] for start, end in pairwise([0, *sorted(cuts), len(rest) + 1])]
    incoming = Incoming()
    found = [*incoming.take(BEGIN), *(each for piece in pieces for each in incoming.take(piece))]
    whole = [each.text for each in found if each.is_pasted]
    assert whole == ([text] if text else [])
    assert "".join(each.text for each in found if not each.is_pasted) == "j"
    assert not incoming.is_open


@pytest.mark.parametrize("cut", range(2, len(BEGIN)))
def test_it_may_begin_in_two_pieces(cut: int) -> None:
    incoming = Incoming()
    found = [*incoming.take(f"a{BEGIN[:cut]}"), *incoming.take(f"{BEGIN[cut:]}q{END}b")]
    assert found == [typed("a"), pasted("q"), typed("b")]


def test_what_only_looks_as_if_a_paste_began_is_typed() -> None:
    incoming = Incoming()
    assert [*incoming.take("a\x1b[2"), *incoming.take("~b")] == [typed("a"), typed("\x1b[2~"), typed("b")]


def test_a_paste_without_an_end_is_what_has_come() -> None:
    incoming = Incoming()
    assert list(incoming.take(f"{BEGIN}abc")) == []
    assert incoming.is_open
    assert list(incoming.stop()) == [pasted("abc")]
    assert list(incoming.take("j")) == [typed("j")]


@pytest.mark.parametrize("size", [MOST_PASTED, MOST_PASTED + 5, 3 * MOST_PASTED])
def test_no_more_is_kept_than_anybody_pastes(size: int) -> None:
    incoming = Incoming()
    pieces = [BEGIN, *("x" * (size // 8) for _ in range(8)), "x" * (size % 8), END[:3], END[3:], "j"]
    found = [each for piece in pieces for each in incoming.take(piece)]
    assert found == [pasted("x" * MOST_PASTED), typed("j")]


# ---------------------------------------------------------------------- keys

KEYS = [
    *ANSI_SEQUENCES_KEYS,
    "\x1b[97;5u",
    "\x1b[<0;-5;3M",
    "\x1b[1;2A",
    "\x1b[<0;160;45M",
    "\x1b[M !!",
    "\x1b[I",
    "\x1b[?2026;2$y",
]
"""Also the mouse, as terminals have told of it for decades and do today, and two answers that Textual asks for."""


def taken(pieces: list[str]) -> str:
    """What is typed of it all, once nothing follows."""
    incoming = Incoming()
    found = [*(sent for piece in pieces for sent in incoming.take(piece)), *incoming.stop()]
    assert not any(sent.is_pasted for sent in found)
    assert not incoming.is_open
    return "".join(sent.text for sent in found)


@pytest.mark.parametrize("key", KEYS, ids=ascii)
def test_every_key_is_let_through(key: str) -> None:
    assert taken([key]) == taken([*key]) == key
    assert taken([f"{key}j"]) == f"{key}j"


@pytest.mark.parametrize("key", ["j", "]", "P", "_", "^", "X", "O", "[", "é", "\x7f"])
def test_a_key_with_alt_is_let_through_however_fast_the_next_comes(key: str) -> None:
    assert taken([f"\x1b{key}"]) == f"\x1b{key}"
    if key != "[":
        assert taken([f"\x1b{key}j"]) == taken(["\x1b", key, "j"]) == f"\x1b{key}j"


def test_escapes_are_keys_one_by_one() -> None:
    incoming = Incoming()
    assert [*incoming.take("\x1b\x1b\x1b[A\x1b"), *incoming.stop()] == [
        *(typed("\x1b"), typed("\x1b"), typed("\x1b[A"), typed("\x1b"))
    ]


# ---------------------------------------------------------------------- what a terminal says of itself

SAID = {
    "its colour": "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "its colour, ended otherwise": "\x1b]4;1;rgb:ffff/0000/0000\x1b\\",
    "its clipboard": "\x1b]52;c;cXFxIWU=\x07",
    "its title": "\x1b]lq! a title e\x1b\\",
    "its name": "\x1bP>|XTerm(390)q\x1b\\",
    "a setting": "\x1bP1$r0 q\x1b\\",
    "a capability": "\x1bP1+r544e=787465726d\x1b\\",
    "its serial number": "\x1bP!|7E565445\x1b\\",
    "a picture": "\x1b_Gi=31;OK\x1b\\",
    "a private message": "\x1b^qqq\x1b\\",
    "what it can do": "\x1b[?62;1;2;6;9;15;22c",
    "its version": "\x1b[>41;390;0c",
    "its keyboard": "\x1b[?25u",
    "light or dark": "\x1b[?997;1n",
    "that it is well": "\x1b[0n",
    "its size": "\x1b[8;45;160t",
    "parameters": "\x1b[2;1;1;128;128;1;0x",
    "a mouse far away": f"\x1b[<0;{'9' * 30};5M",
    "a key that cannot be": "\x1b[1114112u",
    "a key without a number": "\x1b[1;:~",
    "keys as a program set them": "\x1b[>4;2m",
}


@pytest.mark.parametrize("said", SAID.values(), ids=[*SAID])
def test_what_a_terminal_says_of_itself_is_no_key(said: str) -> None:
    assert taken([f"a{said}b{said}"]) == "ab"


@pytest.mark.parametrize("name", [name for name in SAID if name not in ("its title", "a private message")])
def test_nor_is_it_in_pieces_where_nobody_could_have_typed_them(name: str) -> None:
    said = SAID[name]
    assert taken(["a", *said, "b"]) == "ab"
    assert {taken([f"a{said[:cut]}", f"{said[cut:]}b"]) for cut in range(1, len(said))} == {"ab"}


@pytest.mark.parametrize("said", ["\x1b]11;rgb:1e1e", "\x1bP>|XTerm", "\x1b[?62;1", "\x1b_Gi=3"])
def test_what_has_no_end_is_left_out_and_the_next_key_counts(said: str) -> None:
    incoming = Incoming()
    assert [*incoming.take(said)] == []
    assert incoming.is_open
    assert [*incoming.stop(), *incoming.take("j")] == [typed("j")]


@pytest.mark.parametrize("key", ["\x03", "\x11", "\x1a", "\r"])
def test_a_key_that_is_no_text_ends_what_has_no_end(key: str) -> None:
    assert taken(["\x1b]11;rgb:1e", "1e", key]) == key


def test_an_escape_after_what_has_no_end_may_be_the_end_of_it() -> None:
    assert taken(["\x1b]11;rgb:1e\x1b"]) == ""


def test_an_escape_ends_what_is_said() -> None:
    assert taken(["\x1b]11;rgb", "\x1b", "[Aq"]) == taken(["\x1b]11;rgb\x1b[Aq"]) == "\x1b[Aq"


@given(st.lists(st.text("\x1b[]P_O;?<>$1Mmq\\\x07 ", max_size=6)))
def test_whatever_comes_textual_reads_all_of_it(pieces: list[str]) -> None:
    """No sequence is passed on that it would wait for the end of, but for a key with alt."""
    incoming = Incoming()
    for sent in (*(sent for piece in pieces for sent in incoming.take(piece)), *incoming.stop()):
        parser = XTermParser()
        if not sent.is_pasted and len(sent.text) > len("\x1bO"):
            _ = [*parser.feed(sent.text)]
            assert parser._awaiting.timeout is None
    assert not incoming.is_open

"""How a text is cut into rows: right in every script, and as a slow wrapper does it that tries every row."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tests.unit.slow_wrapping import SHORT, TEXTS, random_text, slowly_wrapped
from tui import wrapping
from tui.wrapping import _NEVER_FIRST, _NEVER_LAST, _ONE_CELL, _wrap_measured, wrap


def rows_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in pairwise([*wrap(text, width), len(text)])]


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 5, [""]),
        ("lane", 5, ["lane"]),
        ("lane", 4, ["lane"]),
        ("lane", 1, ["l", "a", "n", "e"]),
        ("lane", 0, ["l", "a", "n", "e"]),
        ("lane", -7, ["l", "a", "n", "e"]),
        ("the lane", 8, ["the lane"]),
        ("the lane", 7, ["the ", "lane"]),
        ("the lane", 4, ["the ", "lane"]),
        ("the lane", 3, ["the ", "lan", "e"]),
        ("a b c d e", 3, ["a b ", "c d ", "e"]),
    ],
)
def test_rows_break_at_spaces(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("extraordinarily", 6, ["extrao", "rdinar", "ily"]),
        ("an extraordinary lane", 6, ["an ", "extrao", "rdinar", "y lane"]),
        ("https://a.example/b?c=d e", 10, ["https://a.", "example/b?", "c=d e"]),
        ("well-meant", 6, ["well-m", "eant"]),
    ],
)
def test_a_word_longer_than_a_row_is_cut(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("a  b", 4, ["a  b"]),
        ("a    b", 2, ["a    ", "b"]),
        ("lane   ", 4, ["lane   "]),
        ("  lane", 6, ["  lane"]),
        ("  lane", 4, ["  ", "lane"]),
        (" lane", 4, [" ", "lane"]),
        ("    ", 2, ["    "]),
        (" 日 本", 3, [" 日 ", "本"]),
    ],
)
def test_several_spaces_stay_at_the_end_of_a_row(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("日本語テキスト", 4, ["日本", "語テ", "キス", "ト"]),
        ("日本語テキスト", 5, ["日本", "語テ", "キス", "ト"]),
        ("日本語", 1, ["日", "本", "語"]),
        ("the 日本語", 6, ["the 日", "本語"]),
        ("한국어 문장", 7, ["한국어 ", "문장"]),
        ("🙂 🙂🙂", 4, ["🙂 ", "🙂🙂"]),
        ("🙂🙂🙂", 4, ["🙂🙂", "🙂"]),
        ("ab 🙂cd", 5, ["ab ", "🙂cd"]),
        ("ab 日cd", 5, ["ab 日", "cd"]),
        ("👍🏽👍🏽", 2, ["👍🏽", "👍🏽"]),
    ],
)
def test_wide_characters_take_two_cells(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("Кремль предупредил НАТО", 11, ["Кремль ", "предупредил ", "НАТО"]),
        ("حذر الكرملين من", 8, ["حذر ", "الكرملين ", "من"]),
        ("می\u200cخواهم رفت", 8, ["می\u200cخواهم ", "رفت"]),
        ("cafe\u0301 noir", 4, ["cafe\u0301 ", "noir"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("й\u0301й", 1, ["й\u0301", "й"]),
        ("か\u3099か\u3099か\u3099", 4, ["か\u3099か\u3099", "か\u3099"]),
        ("か\u3099か\u3099", 1, ["か\u3099", "か\u3099"]),
        ("🙂\u0301🙂", 1, ["🙂\u0301", "🙂"]),
    ],
    ids=ascii,
)
def test_a_mark_takes_no_cell_and_stays_with_its_letter(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


ANY_TEXT = st.text(
    st.sampled_from("aЖé-  日か한🙂ب\u0301\u3099\u200c") | st.characters(exclude_categories=("Cc", "Cs")), max_size=40
)
WORDS = st.text("aЖéب  ", max_size=40)
ONE_CELL = st.text(st.sampled_from("ab é“Ж  ") | st.from_regex(_ONE_CELL.pattern.rstrip("*"), fullmatch=True))
WIDTH = st.integers(1, 12)


@given(ANY_TEXT, WIDTH)
def test_rows_joined_are_the_text_again(text: str, width: int) -> None:
    assert "".join(rows_of(text, width)) == text


@given(ANY_TEXT, WIDTH)
def test_rows_begin_at_the_beginning_and_each_after_the_one_before(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts[0] == 0
    assert all(start < after for start, after in pairwise([*starts, max(len(text), starts[-1] + 1)]))


@given(ANY_TEXT, WIDTH)
def test_no_row_is_wider_than_the_width_unless_a_single_character_is(text: str, width: int) -> None:
    for row in rows_of(text, width):
        seen = row.rstrip(" ")
        assert cell_len(seen) <= width or sum(get_character_cell_size(char) > 0 for char in seen) == 1


@given(ANY_TEXT, WIDTH)
def test_no_row_begins_with_a_space_but_the_first(text: str, width: int) -> None:
    assert not any(row.startswith(" ") for row in rows_of(text, width)[1:])


@given(ANY_TEXT, WIDTH)
@example("か\u3099か\u3099", 2)
@example("🙂\u0301🙂", 1)
def test_no_row_begins_with_a_mark_torn_off_its_letter(text: str, width: int) -> None:
    for row, after in pairwise(rows_of(text, width)):
        assert row.endswith(" ") or get_character_cell_size(after[0]) > 0


@given(WORDS, WIDTH)
@example(" ab", 2)
def test_no_row_ends_before_it_must_and_no_word_is_cut_that_fits_on_a_row(text: str, width: int) -> None:
    for row, after in pairwise(rows_of(text, width)):
        word = after.split(" ")[0]
        if row.endswith(" "):
            assert cell_len(row + word) > width
        else:
            assert cell_len(row) == width
            assert " " not in row


@given(ONE_CELL, st.integers(1, 30))
@example(" ab", 2)
def test_text_that_needs_no_measuring_is_cut_as_if_it_were_measured(text: str, width: int) -> None:
    assert _ONE_CELL.fullmatch(text)
    assert wrap(text, width) == _wrap_measured(text, width)


def test_every_character_that_is_not_measured_takes_one_cell() -> None:
    points = (point for point in range(0x110000) if _ONE_CELL.fullmatch(chr(point)))
    assert [f"{point:#x}" for point in points if get_character_cell_size(chr(point)) != 1] == []


# ---------------------------------------------------------------------- East Asian signs

CLOSING = (
    "’”)〕]}〉》」』】〙〗〟｠"  # closing brackets
    "、，,。．."
    "！？!?‼⁇⁈⁉"
    "・：；:;"
    "〜゠"  # hyphens
    "ヽヾゝゞ々〻ー"  # repetition and length
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"  # small kana
)
"""What no row begins with (Requirements for Japanese Text Layout, appendix A, classes 2 to 7 and 9 to 11)."""
OPENING = "‘“(〔[{〈《「『【〘〖〝｟"
"""What no row ends with (class 1)."""


@pytest.mark.parametrize("sign", CLOSING)
def test_no_row_begins_with_a_closing_sign_or_small_kana(sign: str) -> None:
    assert rows_of(f"日本語{sign}日", 6) == ["日本", f"語{sign}日"]


@pytest.mark.parametrize("sign", OPENING)
def test_no_row_ends_with_an_opening_sign(sign: str) -> None:
    width = 4 + cell_len(sign)
    assert rows_of(f"日本{sign}語日", width) == ["日本", f"{sign}語日"]


@pytest.mark.parametrize("block", [(0x3000, 0x303F), (0xFF01, 0xFF60)])
def test_every_bracket_of_these_scripts_is_known_for_what_it_is(block: tuple[int, int]) -> None:
    signs = [chr(point) for point in range(block[0], block[1] + 1)]
    assert {sign for sign in signs if unicodedata.category(sign) in ("Ps", "Pi")} <= _NEVER_LAST
    assert {sign for sign in signs if unicodedata.category(sign) in ("Pe", "Pf")} <= _NEVER_FIRST


def test_no_sign_is_kept_from_the_beginning_and_from_the_end() -> None:
    assert _NEVER_FIRST.isdisjoint(_NEVER_LAST)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("日本、、、、", 6, ["日", "本、、", "、、"]),
        ("「「「「", 4, ["「「", "「「"]),
        ("日本」 語", 5, ["日", "本」 ", "語"]),
        ("か\u3099、か", 3, ["か\u3099", "、", "か"]),
    ],
    ids=["closing", "opening", "before a space", "one to a row"],
)
def test_where_a_row_is_too_narrow_for_that_signs_are_cut_as_words_are(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("NATO日本", 4, ["NATO", "日本"]),
        ("日本NATO", 6, ["日本", "NATO"]),
        ("the NATO日", 8, ["the NATO", "日"]),
        ("日NATO.", 6, ["日", "NATO."]),
        ("한국NATO", 5, ["한국", "NATO"]),
        ("日🙂", 3, ["日", "🙂"]),
        ("ab🙂cd", 4, ["ab🙂", "cd"]),
        ("日\u3099NATO", 4, ["日\u3099", "NATO"]),
    ],
    ids=ascii,
)
def test_a_row_may_break_between_latin_and_east_asian_letters(text: str, width: int, rows: list[str]) -> None:
    assert rows_of(text, width) == rows


# ---------------------------------------------------------------------- as a slow wrapper does it


@settings(max_examples=300)
@given(SHORT, st.integers(1, 14))
@example(" ab", 2)
@example("か\u3099、か", 3)
@example(" \u0301\u0301a", 1)
def test_rows_are_those_of_a_wrapper_that_tries_every_end(text: str, width: int) -> None:
    assert wrap(text, width) == slowly_wrapped(text, width)


@settings(max_examples=150)
@given(TEXTS, st.integers(1, 200))
def test_so_they_are_in_long_texts(text: str, width: int) -> None:
    assert wrap(text, width) == slowly_wrapped(text, width)


@pytest.mark.parametrize("width", range(1, 201))
def test_so_they_are_at_every_width(width: int) -> None:
    text = random_text(width, 100 + 4 * width)
    assert wrap(text, width) == slowly_wrapped(text, width)


@pytest.mark.parametrize("piece", [1, 7, 64])
@given(text=TEXTS, width=st.integers(1, 60))
@example(text="日" + " " * 500 + "本", width=5)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_so_they_are_where_a_text_is_measured_in_pieces(
    monkeypatch: pytest.MonkeyPatch, piece: int, text: str, width: int
) -> None:
    monkeypatch.setattr(wrapping, "PIECE", piece)
    assert wrap(text, width) == slowly_wrapped(text, width)


@pytest.mark.parametrize("width", [-7, 0])
@given(SHORT)
def test_a_width_below_one_cell_is_one(width: int, text: str) -> None:
    assert wrap(text, width) == wrap(text, 1)


@given(TEXTS, st.integers(1, 200))
def test_what_is_shown_of_rows_has_no_spaces_at_their_ends(text: str, width: int) -> None:
    shown = wrapping.rows_of(text, width)
    assert shown == [row.rstrip(" ") for row in rows_of(text, width)]

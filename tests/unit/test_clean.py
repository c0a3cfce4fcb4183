"""The boundary for text, against the table of hardening.md, written here a second time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.clean import clean, clean_line, line_starts, lines_of, quoted, reason_of, safe_name

NEWLINES = {0x0A, 0x0D, 0x85, 0x2028, 0x2029}
REPLACED = {
    *range(0x80, 0xA0),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x2070),
    *range(0xFFF9, 0xFFFD),
    *range(0xFDD0, 0xFDF0),
}
DROPPED = {
    *(0x00AD, 0x034F, 0x061C, 0x200B, 0x200E, 0x200F, 0xFEFF, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5),
    *range(0x2060, 0x2066),
    *range(0x180B, 0x1810),
    *range(0xFE00, 0xFE10),
    *range(0xE0000, 0xE1000),
    *(0x200C, 0x200D),
}
"""The joiners among them, as a text of one code point has no letters for them to stand between."""

ANYTHING = st.text(st.characters(exclude_categories=()))
TRICKY = st.text(
    st.sampled_from("aé\n\r\t \x1b\x9b\u00ad\u200b\u200c\u200d\u202e\u0301\u0903\u1100\u1161\u11a8가\ufe0f👩")
)


def as_the_table_says(point: int) -> tuple[str, int]:
    """What becomes of a text of one code point, and how many of its characters are dropped."""
    char = chr(point)
    category = unicodedata.category(char)
    if point in NEWLINES:
        return "\n", 0
    if point == 0x09:
        return "    ", 0
    if point < 0x20 or point == 0x7F:
        return chr(0x2421 if point == 0x7F else 0x2400 + point), 0
    if point in DROPPED:
        return "", 1
    if point in REPLACED or category in {"Cs", "Co"} or point & 0xFFFE == 0xFFFE:
        return "\ufffd", 0
    if category.startswith("M") or unicodedata.name(char, "").startswith(("HANGUL JUNGSEONG", "HANGUL JONGSEONG")):
        return f"\u25cc{char}", 0
    return char, 0


@pytest.fixture(scope="module")
def cleaned() -> list[tuple[str, int]]:
    """Every code point, cleaned alone."""
    return [clean(chr(point)) for point in range(0x110000)]


def test_every_code_point_becomes_what_the_table_says(cleaned: list[tuple[str, int]]) -> None:
    assert [f"U+{point:04X}" for point, is_now in enumerate(cleaned) if is_now != as_the_table_says(point)] == []


def between_letters(point: int) -> str:
    """What becomes of a code point between two letters, in one line."""
    char = chr(point)
    if char in "\u200c\u200d":
        return char
    return as_the_table_says(point)[0].replace("\n", " ").removeprefix("\u25cc" if char != "\u25cc" else "")


BLOCK = 16
"""Code points that are cleaned at once: no more than a quotation holds."""
BOUNDARIES: dict[str, Callable[[str], str]] = {
    "clean": lambda text: clean(text)[0].replace("\n", " "),
    "clean_line": clean_line,
    "safe_name": safe_name,
    "quoted": lambda text: quoted(text)[1:-1],
    "reason_of": lambda text: reason_of(ValueError(text)),
    "reason_of a system": lambda text: reason_of(OSError(1, text)),
}


@pytest.mark.parametrize("boundary", BOUNDARIES)
def test_every_boundary_keeps_to_the_table_for_every_code_point(boundary: str, expected: list[tuple[str, str]]) -> None:
    passed = BOUNDARIES[boundary]
    assert [ascii(text) for text, becomes in expected if passed(text) != becomes] == []


@pytest.fixture(scope="module")
def expected() -> list[tuple[str, str]]:
    """Texts in which every code point stands between letters, and what becomes of them."""
    return [
        (
            "".join(f"x{chr(point)}" for point in range(start, start + BLOCK)) + "x",
            "".join(f"x{between_letters(point)}" for point in range(start, start + BLOCK)) + "x",
        )
        for start in range(0, 0x110000, BLOCK)
    ]


def test_what_the_fast_path_keeps_the_slow_path_keeps(cleaned: list[tuple[str, int]]) -> None:
    kept = "".join(chr(point) for point, is_now in enumerate(cleaned) if is_now == (chr(point), 0))
    assert clean(f"\u00ad{kept}") == (kept, 1)


@given(ANYTHING | TRICKY)
def test_something_to_clean_before_a_text_changes_nothing_of_the_text(text: str) -> None:
    cleaned, hidden = clean(text)
    assert clean(f"\u00ad{text}") == (cleaned, hidden + 1)


@given(ANYTHING | TRICKY)
def test_clean_text_is_not_changed_again(text: str) -> None:
    cleaned, _ = clean(text)
    assert clean(cleaned) == (cleaned, 0)


@given(st.lists(TRICKY.map(lambda text: text[:6]), min_size=6).map("kk".join))
def test_a_long_text_is_cleaned_piece_by_piece_like_a_short_one(text: str) -> None:
    whole = clean(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("article.clean.PIECE", 10)
        assert clean(text) == whole


@given(ANYTHING | TRICKY)
def test_wherever_a_text_is_cut_what_is_left_is_clean(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("article.clean.PIECE", 2)
        cleaned, _ = clean(text)
    assert clean(cleaned)[0] == cleaned


@given(TRICKY)
def test_no_more_than_four_marks_stand_in_a_row_whatever_is_between_them(text: str) -> None:
    cleaned, _ = clean(text)
    run = 0
    for char in cleaned:
        is_mark = unicodedata.category(char).startswith("M") or char in "\u1161\u11a8\u200c\u200d"
        run = run + 1 if is_mark else 0
        assert run <= 4


@pytest.mark.parametrize(
    ("text", "cleaned", "hidden"),
    [
        ("", "", 0),
        ("plain, «quoted» – and 漢字 🙂", "plain, «quoted» – and 漢字 🙂", 0),
        ("a\r\nb\rc\nd", "a\nb\nc\nd", 0),
        ("\n\r", "\n\n", 0),
        ("\x1b]0;title\x07", "␛]0;title␇", 0),
        ("\x9b31m", "\ufffd31m", 0),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc", 0),
        ("col\ta", "col    a", 0),
        ("so\u00adft\u200b", "soft", 2),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc", 0),
        ("\ud800", "\ufffd", 0),
    ],
)
def test_a_text_is_cleaned(text: str, cleaned: str, hidden: int) -> None:
    assert clean(text) == (cleaned, hidden)


@pytest.mark.parametrize(
    ("text", "cleaned", "hidden"),
    [
        ("می\u200cخواهم", "می\u200cخواهم", 0),
        ("ක්\u200dෂ", "ක්\u200dෂ", 0),
        ("a\u200db1", "a\u200db1", 0),
        ("a\u200d", "a", 1),
        ("\u200da", "a", 1),
        ("a\u200d\u200db", "ab", 2),
        ("👩\u200d🚀", "👩🚀", 1),
        ("a\u200d\u0301", "a\u0301", 1),
        ("a\u200d1", "a1", 1),
    ],
)
def test_a_joiner_is_kept_only_between_two_letters(text: str, cleaned: str, hidden: int) -> None:
    assert clean(text) == (cleaned, hidden)


@pytest.mark.parametrize("mark", ["\u0301", "\u0903", "\u1161", "\u11a8", "\ud7b0"])
def test_the_fifth_mark_in_a_row_is_dropped(mark: str) -> None:
    assert clean(f"가{mark * 4}") == (f"가{mark * 4}", 0)
    assert clean(f"가{mark * 5}가") == (f"가{mark * 4}가", 1)


def test_joiners_do_not_hide_a_pile_of_jamo() -> None:
    assert clean("\u1100" + "\u200d\u1161" * 5) == ("\u1100" + "\u1161" * 4, 6)


@pytest.mark.parametrize("before", ["", "\n", "\u200b", "a\n", "\u2028"])
def test_a_mark_that_begins_a_line_stands_on_a_dotted_circle(before: str) -> None:
    assert clean(f"{before}\u0301")[0].endswith("\u25cc\u0301")


def test_a_mark_after_a_space_stands_on_the_space() -> None:
    assert clean("a \u0301") == ("a \u0301", 0)


def test_a_line_has_spaces_for_newlines() -> None:
    assert clean_line("a\r\nb\u2029c\x1b") == "a b c␛"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.yaml", "a.yaml"),
        ("a\nb\x1b.yaml", "a b␛.yaml"),
        (b"a\xff.yaml", "a\ufffd.yaml"),
        ("a\udcff.yaml", "a\ufffd.yaml"),
    ],
)
def test_a_file_name_can_be_shown(name: str | bytes, shown: str) -> None:
    assert safe_name(name) == shown


@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_lines_end_where_yaml_ends_them(line_break: str) -> None:
    assert lines_of(f"a{line_break}b{line_break}") == ["a", "b", ""]


def test_a_form_feed_ends_no_line() -> None:
    assert lines_of("a\x0cb\x0bc") == ["a\x0cb\x0bc"]


@given(st.text("a\r\n\x85\u2028\u2029\x0c漢"))
def test_every_line_stands_where_it_begins(text: str) -> None:
    starts, lines = line_starts(text), lines_of(text)
    assert [text[start : start + len(line)] for start, line in zip(starts, lines, strict=True)] == lines
    assert {text[start - 1] for start in starts[1:]} <= set("\r\n\x85\u2028\u2029")

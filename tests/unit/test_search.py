"""Words and regular expressions, found in a text whatever its typography."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from article import search as searching
from article.search import MOST_FOUND, TOO_LONG, Search, Text, fold, query_of


def found(paragraphs: Sequence[str], typed: str, *, is_pattern: bool = False) -> list[str]:
    """What a search finds, as it stands in the text."""
    search = finished(paragraphs, typed, is_pattern=is_pattern)
    return [paragraphs[span.paragraph][span.start : span.end] for span in search.matches]


def finished(paragraphs: Sequence[str], typed: str, *, is_pattern: bool = False, origin: int = 0) -> Search:
    search = Search(Text(paragraphs), query_of(typed, is_pattern=is_pattern), origin)
    search.advance()
    return search


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("NATO and Nato", "nato", ["NATO", "Nato"]),
        ("NATO and Nato", "Nato", ["Nato"]),
        ("“We’re not going”", "\"we're not", ["“We’re not"]),
        ("“We’re not going”", "‘we're NOT", []),
        ("a – b — c - d", "a - b", ["a – b"]),
        ("10\u00a0000\u202fmen", "10 000 men", ["10\u00a0000\u202fmen"]),
        ("two   spaces", "two spaces", ["two   spaces"]),
        ("Erdoğan, Škoda, Łódź", "erdogan", ["Erdoğan"]),
        ("Erdoğan, Škoda, Łódź", "lodz", ["Łódź"]),
        ("Straße and strasse", "strasse", ["Straße", "strasse"]),
        ("Straße and strasse", "straße", ["Straße", "strasse"]),
        ("De\u0301ja\u0300 vu", "deja", ["De\u0301ja\u0300"]),
        ("a ﬁne…", "fine...", ["ﬁne…"]),
        ("ΟΔΟΣ, οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]),
        ("İstanbul", "istanbul", ["İstanbul"]),
        ("می\u200cشود", "میشود", ["می\u200cشود"]),
        ("हिन्दी", "ह", ["हि"]),
        ("がか", "か", ["か"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("anything", " ", []),
        ("anything", "", []),
        ("anything", "\u0301", []),
    ],
)
def test_plain_words_are_found(text: str, typed: str, expected: list[str]) -> None:
    assert found([text], typed) == expected


def test_a_match_is_in_one_paragraph() -> None:
    assert found(["one", "two"], "one two") == []


def test_what_is_typed_becomes_safe_text() -> None:
    query = query_of("a\x1b[31m\nb")
    assert "\x1b" not in query.text
    assert "\n" not in query.text


def test_matches_come_in_the_order_of_the_text_wherever_the_search_began(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "BLOCK", 30)
    paragraphs = [f"word {number} word" for number in range(40)]
    search = Search(Text(paragraphs), query_of("word"), 25)
    search.advance(0)
    assert search.matches[0].paragraph >= 24
    search.advance()
    assert list(search.matches) == sorted(search.matches)
    assert len(search) == 80


def test_no_more_matches_are_held_than_anybody_goes_through() -> None:
    search = finished(["e" * (MOST_FOUND + 5)], "e")
    assert len(search) == MOST_FOUND
    assert search.has_more
    exact = finished(["e" * MOST_FOUND], "e")
    assert not exact.has_more


# ---------------------------------------------------------------------- regular expressions


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("NATO or Nato", "n.to", ["NATO", "Nato"]),
        ("NATO or Nato", "N[a-z]to", ["Nato"]),
        ("two Words", r"\S+", ["two", "Words"]),
        ("it’s – so", "it's - so", ["it’s – so"]),
        ("“so” he said", '"(so)"', ["“so”"]),
        ("xxaxx", "x*", ["xx", "xx"]),
        ("De\u0301ja", "De", ["De\u0301"]),
        ("one two", "^one|two$", ["one", "two"]),
        ("one two", r"(?<=one )two", ["two"]),
    ],
)
def test_an_expression_finds_what_it_matches(text: str, typed: str, expected: list[str]) -> None:
    assert found([text], typed, is_pattern=True) == expected


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("(ab", "no pattern: missing ) at the end"),
        ("x{2,1}y", "no pattern: min repeat greater than max repeat at character 3"),
        ("*", "no pattern: nothing to repeat at character 1"),
        (r"\p{Foo}", "no pattern: unknown property at the end"),
        ("(?au)a", "no pattern: ASCII, LOCALE and UNICODE flags are mutually incompatible"),
        ("(a{9999}){9999}", "no pattern: there is too much in it"),
        ("a{2147483648,}", "no pattern: there is too much in it"),
        ("(){20000}", "no pattern: there is too much in it"),
        ("(?#[)(a{5000}){5000}(?#])", "no pattern: there is too much in it"),
        ("(?x)(?:a{ 5000 }){ 5000 }", "no pattern: (?x) is for patterns of several lines"),
        (r"\p{(foo){e<=2}", "no pattern: matches that are only like it are not looked for: {e<=2}"),
        ("(?b)(?:ab){e<=3}", "no pattern: matches that are only like it are not looked for: {e<=3}"),
    ],
)
def test_what_is_no_expression_is_said_with_its_place(typed: str, told: str) -> None:
    search = finished(["abc"], typed, is_pattern=True)
    assert search.fault == told
    assert search.is_over


@pytest.mark.parametrize(
    "typed", [r"\w{1,99}\s\w{1,99}", r"\p{Lu}\w{2}", r"o\{e\}", "[{e}]", "((a{20}){20}){20}", "{}", "b{}"]
)
def test_what_only_looks_like_too_much_is_an_expression(typed: str) -> None:
    assert finished(["abc"], typed, is_pattern=True).fault == ""


def test_an_expression_that_runs_away_is_stopped_and_said_so() -> None:
    search = finished(["b", "a" * 50_000, "b"], "(a|aa)+b|b", is_pattern=True)
    assert search.fault == TOO_LONG
    assert search.is_over
    assert len(search) == 1


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_a_search(typed: str) -> None:
    for is_pattern in (False, True):
        search = finished(["a “text” – with ßéveral\u0301 signs"], typed, is_pattern=is_pattern)
        assert search.is_over
        assert all(span.start < span.end for span in search.matches)


# ---------------------------------------------------------------------- by a slow reference

PIECES = st.sampled_from(
    [*"aAbBsS -'\"“’–\u00a0ßéæΣςﬁが한\u200d", "  ", "e\u0301", "か\u3099", "कि", "\u1112\u1161\u11ab", "¨", "‾"]
)
TEXTS = st.lists(PIECES, max_size=14).map("".join)


def clusters(text: str) -> list[str]:
    """Characters with their marks, and runs of spaces."""
    pieces: list[str] = []
    for char in text:
        joins = unicodedata.category(char).startswith("M") or char in "\u200d\u1161\u11ab"
        both_spaces = bool(pieces) and pieces[-1].isspace() and char.isspace()
        if pieces and (joins or both_spaces):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def slowly_found(text: str, typed: str) -> list[str]:
    """The same, by trying every run of characters at every place."""
    minds_case = any(char.isupper() for char in typed)

    def plain(piece: str) -> str:
        folded = fold(piece).text
        return folded if minds_case else folded.casefold()

    needle, pieces = plain(typed), clusters(text)
    if not needle.strip():
        return []
    hits: list[str] = []
    at = 0
    while at < len(pieces):
        ends = [end for end in range(at + 1, len(pieces) + 1) if needle in "".join(map(plain, pieces[at:end]))]
        if ends and plain(pieces[at]) and needle not in "".join(map(plain, pieces[at + 1 : ends[0]])):
            hits.append("".join(pieces[at : ends[0]]))
            at = ends[0]
        else:
            at += 1
    return hits


@given(TEXTS, TEXTS.filter(lambda text: len(text) < 4))
@example("straße", "s")
@example("sß", "ß")
@example("e\u0301é", "e")
def test_the_fast_way_finds_what_the_slow_one_does(text: str, typed: str) -> None:
    got = found([text], typed)
    assert [piece.rstrip("\u200d") for piece in got] == [piece.rstrip("\u200d") for piece in slowly_found(text, typed)]


@given(st.lists(TEXTS, min_size=2, max_size=6), st.integers(1, 5))
def test_a_long_text_is_folded_piece_by_piece_as_at_once(texts: list[str], size: int) -> None:
    text = "  ".join(texts)
    with pytest.MonkeyPatch.context() as patch:
        whole = fold(text)
        patch.setattr(searching, "PIECE", size)
        folded = fold(text)
    assert folded.text == whole.text
    places = range(len(folded.text))
    assert [folded.real(at, at + 1) for at in places] == [whole.real(at, at + 1) for at in places]
    assert folded.real(0, len(folded.text))[1] == len(text)
    for piece in texts:
        folded_piece = fold(piece).text
        assert len(searching._origins(piece, folded_piece)) == len(folded_piece)


@given(TEXTS, TEXTS.filter(lambda text: len(text) < 4))
def test_no_match_splits_a_letter_from_its_marks(text: str, typed: str) -> None:
    starts, at = {0}, 0
    for piece in clusters(text):
        at += len(piece)
        starts.add(at)
    for is_pattern in (False, True):
        for span in finished([text], typed, is_pattern=is_pattern).matches:
            inside = {span.start, span.end} - starts
            assert all(text[place - 1].isspace() and text[place : place + 1].isspace() for place in inside)


def test_a_folded_character_has_one_form_without_case() -> None:
    """What lets the text without case keep the places of the folded one."""
    points = [char for char in map(chr, range(sys.maxunicode)) if unicodedata.category(char) not in ("Cn", "Co", "Cs")]
    text = "".join(fold(char).text for char in points)
    assert len(text.casefold()) == len(text)
    assert [char for char in text[::97] if len(char.casefold()) != 1] == []


def test_the_fast_path_passes_by_nothing_that_is_folded() -> None:
    passed = [chr(point) for point in range(0x20, 0x10000) if not searching._FOLDED.match(chr(point))]
    assert [char for char in passed if searching._folded_cluster(char) != char] == []

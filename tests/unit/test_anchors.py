"""Words found again in the body, whatever their quotation marks, dashes, spaces and accents."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from article import occurrences
from article.anchors import MOST_BESIDE, PIECE, Passages, Quotation, fold, fold_words
from article.clean import clean_line, marks
from article.folded import Folded, pieces
from article.model import Paragraph, Span

STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\n\u00a0\u1680\u2002\u2009\u202f\u205f\u3000", " "),
    }
)
TRICKY = "ab  \u00a0\u202f“”’'–-é\u0301\u0323\u0307q\u1100\u1161\u11a8가🙂漢"
PROSE = st.text(st.sampled_from(TRICKY) | st.characters(codec="utf-8"), max_size=40).map(
    lambda text: clean_line(text).strip()
)

LETTERS = st.text(
    st.sampled_from("a  e\u0301\u0323\u0302\u0958\U0001d15e\u1100\u1161\u11a8\ud7b0\U0001e8d0"), max_size=30
)


def passages(*texts: str) -> Passages:
    return Passages([Paragraph(text, number) for number, text in enumerate(texts, 1)])


def origins(folded: Folded) -> tuple[int, ...]:
    assert folded.origin is not None
    return tuple(folded.origin[index] for index in range(len(folded.text) + 1))


def composes(char: str) -> bool:
    """Whether a character may become one with what stands before it."""
    return unicodedata.category(char).startswith("M") or "\u1161" <= char <= "\u11ff"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain", "plain"),
        ("“a” ‘b’ «c» „d‟ ″e″ `f´", '"a" \'b\' "c" "d" "e" \'f\''),
        ("a–b—c−d‐e‑f", "a-b-c-d-e-f"),
        ("a\u00a0b\u202fc\u2009d", "a b c d"),
        ("a  b \u00a0 c\t\nd", "a b c d"),
        ("a  \u0301b", "a \u0301b"),
        ("e\u0301", "é"),
        ("e\u0323\u0301", "ẹ\u0301"),
        ("\u1112\u1161\u11ab", "한"),
        ("\u212b", "Å"),
        ("", ""),
    ],
)
def test_a_text_is_compared_without_its_typography(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize("text", ["plain", "“é” –\u00a0x", "한 漢 🙂"])
def test_a_text_whose_characters_keep_their_places_needs_no_map(text: str) -> None:
    assert fold(text).origin is None


@pytest.mark.parametrize(
    ("text", "origin"),
    [("a  b", (0, 1, 3, 4)), ("e\u0301x", (0, 2, 3)), ("\u1112\u1161\u11ab \u00a0x", (0, 3, 5, 6))],
)
def test_a_map_leads_back_to_the_real_characters(text: str, origin: tuple[int, ...]) -> None:
    assert origins(fold(text)) == origin


@pytest.mark.parametrize(
    ("start", "end", "real"), [(0, 1, (0, 3)), (1, 2, (0, 3)), (0, 2, (0, 3)), (2, 3, (3, 4)), (2, 4, (3, 6))]
)
def test_a_run_of_folded_text_never_takes_a_character_from_its_marks(
    start: int, end: int, real: tuple[int, int]
) -> None:
    folded = fold("e\u0323\u0301a  b")
    assert (folded.text, origins(folded)) == ("ẹ\u0301a b", (0, 0, 3, 4, 6, 7))
    assert folded.real(start, end) == real


def test_a_long_text_is_mapped_as_its_sentences_are() -> None:
    sentences = [
        "He said  no to e\u0301t\u0323\u0301e\u0301. ",
        "\u1112\u1161\u11ab  \u00a0x ",
        "All  in ASCII. ",
        "\u0958\ufb1d ",
    ] * 100
    expected: list[int] = []
    length = 0
    for folded, sentence in zip(map(fold, sentences), sentences, strict=True):
        places = range(len(folded.text) + 1) if folded.origin is None else origins(folded)
        expected.extend(length + place for place in places[:-1])
        length += len(sentence)
    whole = fold("".join(sentences))
    assert len("".join(sentences)) > 3 * PIECE
    assert whole.text == "".join(fold(sentence).text for sentence in sentences)
    assert origins(whole) == (*expected, length)


def mapped_slowly(text: str) -> tuple[int, ...]:
    """What ``origins`` gives, letter by letter."""
    joining = f"[{marks()}](?<![\ud7b0-\ud7fb])"
    places: list[int] = []
    for letter in re.finditer(f"(?:  +|.)(?:{joining})*", text, re.DOTALL):
        places.extend([letter.start()] * len(unicodedata.normalize("NFC", re.sub("  +", " ", letter[0]))))
    return (*places, len(text))


@given(PROSE | LETTERS)
def test_every_character_leads_back_to_its_letter(text: str) -> None:
    folded = fold(text)
    assume(folded.origin is not None)
    straight = text.translate(STRAIGHT)
    assume(not re.search("[\u1fef\u1ffd\u2000\u2001]", straight))
    assert origins(folded) == mapped_slowly(straight)


@pytest.mark.parametrize("text", ["e\u0301 ", " \u0301", "a\u200d  ", "\u0301 \u0302", "\u1100\u1161\u11a8"])
def test_a_long_text_is_always_cut_into_pieces(text: str) -> None:
    found = list(pieces(text * 1_000, PIECE))
    assert "".join(found) == text * 1_000
    assert max(map(len, found)) < PIECE + 10


@given(PROSE)
def test_folding_is_composing_straightening_and_collapsing(text: str) -> None:
    assume(not any(before.isspace() and composes(after) for before, after in pairwise(text)))
    assume(not re.search("[\u1fef\u1ffd\u2000\u2001]", text))
    straight = unicodedata.normalize("NFC", text.translate(STRAIGHT))
    assert fold(text).text == re.sub(r"\s+", " ", straight)


def test_a_space_that_bears_a_mark_is_one_of_the_words() -> None:
    body = passages("n\u0307ot  here", "but  \u0307  here")
    assert body.find("  \u0307 here") == [Span(1, 3, 12)]


@given(st.lists(PROSE, min_size=1, max_size=4), st.data())
def test_words_that_stand_once_are_found_at_their_place(texts: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(texts) - 1))
    text = texts[index]
    bounds = [at for at in range(len(text) + 1) if at in (0, len(text)) or not composes(text[at])]
    start, end = sorted((data.draw(st.sampled_from(bounds)), data.draw(st.sampled_from(bounds))))
    words = fold_words(text[start:end])
    assume(words)
    places = [i for folded in map(fold, texts) for i in range(len(folded.text)) if folded.text.startswith(words, i)]
    found = passages(*texts).find(text[start:end])
    if len(places) > 1:
        assert len(found) == 2
    else:
        (span,) = found
        assert span.paragraph == index
        assert fold_words(text[span.start : span.end]) == words


@given(st.lists(PROSE, min_size=1, max_size=4), st.data())
def test_what_is_found_is_never_empty_and_lies_in_its_paragraph(texts: list[str], data: st.DataObject) -> None:
    words = data.draw(st.sampled_from([text[at : at + 2] for text in texts for at in range(len(text))] or ["x"]))
    for span in passages(*texts).find(words):
        assert 0 <= span.start < span.end <= len(texts[span.paragraph])


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "spans"),
    [
        ("the bank", "", "", [Span(0, 0, 8), Span(0, 23, 31)]),
        ("the bank", "", "of the river", [Span(0, 0, 8)]),
        ("the bank", "river, ", "", [Span(0, 23, 31)]),
        ("the bank", "the  river,", "", [Span(0, 23, 31)]),
        ("the bank", "“", "", [Span(1, 1, 9)]),
        ("the bank", "'", "", []),
        ("the bank", "of", "", []),
        ("river", "the", ",", [Span(0, 16, 21)]),
        ("a \u201cquote\u201d", "", "", [Span(1, 14, 23)]),
        ("  a quote  ", "", "", []),
        ("river, the bank. the", "", "", []),
        ("The bank", "", "", []),
        ("", "", "", []),
        (" \n", "", "", []),
    ],
)
def test_words_are_found_between_prefix_and_suffix(exact: str, prefix: str, suffix: str, spans: list[Span]) -> None:
    body = passages("the bank of the river, the bank.", "“the bank” is a “quote”")
    assert body.find(exact, prefix, suffix) == spans


def test_past_some_characters_words_are_looked_for_without_what_stands_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quotation = Quotation("lane", "the")
    passages = Passages([Paragraph("a lane, the lane", 1)])
    passages.expect([quotation])
    assert passages.find(*quotation) == [Span(0, 12, 16)]
    monkeypatch.setattr("article.anchors.MOST_BESIDE_IN_ALL", 14)
    passages.expect([quotation])
    assert passages.find(*quotation) == [Span(0, 2, 6), Span(0, 12, 16)]


def test_overlapping_places_are_two() -> None:
    assert passages("aaa").find("aa") == [Span(0, 0, 2), Span(0, 1, 3)]


def test_more_than_two_places_are_not_counted() -> None:
    assert len(passages("a a a a").find("a")) == 2


@pytest.mark.parametrize(("within", "spans"), [(0, [Span(0, 0, 1)]), (1, [Span(1, 2, 3)]), (2, [])])
def test_a_search_may_be_kept_to_one_paragraph(within: int, spans: list[Span]) -> None:
    assert passages("a b", "b a", "c").find("a", within=within) == spans


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "spans"),
    [
        ("He left", "end.", "", []),
        ("the end.", "", "He", []),
        ("He left", "", "", [Span(1, 0, 7)]),
        ("end.", "the", "", [Span(0, 11, 15)]),
        ("left.", "", "H", []),
    ],
)
def test_what_stands_before_or_after_is_looked_for_in_the_same_paragraph(
    exact: str, prefix: str, suffix: str, spans: list[Span]
) -> None:
    assert passages("It was the end.", "He left.", "He came back.").find(exact, prefix, suffix) == spans


SIX = "one two three “four” five, six"


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("“four”", ("one two three", "five, six")),
        ("one", ("", "two three “four”")),
        ("six", ("three “four” five,", "")),
        ("five", ("two three “four”", ", six")),
        ("four", ("two three “", "” five, six")),
        ("three “four”", ("one two", "five, six")),
        (SIX, ("", "")),
    ],
)
def test_a_few_words_beside_a_passage_are_those_of_its_paragraph(words: str, beside: tuple[str, str]) -> None:
    body = passages("Before.", SIX, "After.")
    (span,) = body.find(words)
    assert body.beside(span) == beside


def test_as_many_words_beside_a_passage_are_given_as_asked_for() -> None:
    assert passages(SIX).beside(Span(0, 4, 7), 1) == ("one", "three")


@given(st.lists(PROSE, min_size=1, max_size=3), st.data())
def test_words_are_found_again_between_what_stands_beside_them(texts: list[str], data: st.DataObject) -> None:
    body = passages(*texts)
    words = data.draw(st.sampled_from([word for text in texts for word in text.split()] or ["x"]))
    for span in body.find(words):
        assert span in body.find(words, *body.beside(span))


FEW = st.text("ab ", max_size=12).map(lambda text: " ".join(text.split()))


@given(st.lists(FEW, min_size=1, max_size=3), FEW.filter(bool), FEW, FEW)
def test_prefix_and_suffix_choose_among_the_places_of_the_words(
    texts: list[str], exact: str, prefix: str, suffix: str
) -> None:
    places = [
        Span(index, at, at + len(exact))
        for index, text in enumerate(texts)
        for at in range(len(text))
        if text.startswith(exact, at)
        and text[:at].rstrip().endswith(prefix)
        and text[at + len(exact) :].lstrip().startswith(suffix)
    ]
    assert passages(*texts).find(exact, prefix, suffix) == places[:2]


QUOTATION = st.builds(Quotation, FEW, FEW, FEW)


@given(st.lists(FEW, min_size=1, max_size=4), st.lists(QUOTATION, max_size=6), QUOTATION)
def test_words_that_were_expected_are_found_like_any_others(
    texts: list[str], quotations: list[Quotation], other: Quotation
) -> None:
    body, expecting = passages(*texts), passages(*texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "MANY", 1)
        patch.setattr(occurrences, "LEAST_WORK", 0)
        expecting.expect(quotations)
    for quotation in (*quotations, other):
        for within in (None, *range(len(texts))):
            assert expecting.find(*quotation, within=within) == body.find(*quotation, within=within)


def test_very_long_words_beside_a_passage_are_cut() -> None:
    text = f"{'a' * 2 * MOST_BESIDE} here {'b' * 2 * MOST_BESIDE}"
    body = passages(text)
    (span,) = body.find("here")
    assert body.beside(span) == ("a" * (MOST_BESIDE - 1), "b" * (MOST_BESIDE - 1))


@pytest.mark.parametrize(("texts", "is_one"), [((), False), (("",), False), (("a",), True), (("a", "b"), True)])
def test_without_words_there_is_no_body_to_look_in(texts: tuple[str, ...], is_one: object) -> None:
    assert bool(passages(*texts)) is is_one

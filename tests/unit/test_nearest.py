"""The passage of the body that is most like words not found in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from article.anchors import LEAST_LIKE, UNSPACED, Passages
from article.model import Paragraph

WORDS: Sequence[str] = " ".join(
    [
        "council weighs harbor avenue lane would open before June grant state approved mayor said Tuesday",
        "merchants threat small shops director believes deliveries move side streets view rejects crash wait",
        "another city plans pilot vote budget river bridge school voters party leader minister troops border",
        "treaty talks market prices farmers drought harvest court judge ruling appeal strike union wages",
        "factory of to in for on with as by at from after over under",
    ]
).split()
OTHERS = ["zebra", "moustache", "umbrella", "quietly", "ox"]
CHARACTERS = "北京表示中国不会向乌克兰派兵莫斯科没有回应欧洲领导人昨日开讨论局势发展今天早上新闻"
TRICKY = [*"abc  \u00a0\u202f“”’'–-é.,漢字가", "e\u0301", "e\u0323\u0301", "न्दी", "है"]
PROSE = st.lists(st.sampled_from(TRICKY), max_size=60).map(lambda parts: "".join(parts).strip()).filter(bool)


def passages(*texts: str) -> Passages:
    return Passages([Paragraph(text, number) for number, text in enumerate(texts, 1)])


def nearest(exact: str, *texts: str) -> str:
    found = passages(*texts).nearest(exact)
    assert not found or (found.old == exact and 0 <= found.score <= 100)
    return found.new if found else ""


@st.composite
def sentences(draw: st.DrawFn, words: Sequence[str] = WORDS, between: str = " ", end: str = ".") -> list[str]:
    """Three sentences, of eight words or more, that have no word in common."""
    order = draw(st.permutations(words))
    lengths = [draw(st.integers(8, 12)) for _ in range(3)]
    starts = [sum(lengths[:index]) for index in range(3)]
    return [between.join(order[start : start + length]) + end for start, length in zip(starts, lengths, strict=True)]


# ---------------------------------------------------------------------- whole words


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("The lane will open in June", "The lane would open in June"),
        ("lane would opens", "lane would open"),
        ("the shops are threatend", "the shops are threatened"),
        ('"grand" is approved', "“grant” is approved"),
        ("pproved", "approved"),
        ("June if th", "June if the"),
        ("xyzzy", ""),
        ("", ""),
        (" \n", ""),
    ],
)
def test_the_nearest_passage_is_whole_words_of_the_real_text(exact: str, found: str) -> None:
    first, second = "The lane would open in June if the “grant” is approved.", "Merchants say the shops are threatened."
    assert nearest(exact, first, second) == found


def test_the_nearest_passage_may_be_the_whole_body() -> None:
    assert nearest("The lane will opens", "The lane will open") == "The lane will open"


@pytest.mark.parametrize("texts", [(), ("",)])
def test_where_there_is_no_body_nothing_is_near(texts: tuple[str, ...]) -> None:
    assert nearest("The lane", *texts) == ""


def may_part(before: str, after: str) -> bool:
    """Whether words end, and others begin, between two characters."""
    if unicodedata.category(after).startswith("M"):
        return False
    return not (in_word(before) and in_word(after)) or is_unspaced(before) or is_unspaced(after)


def in_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")


def is_unspaced(char: str) -> bool:
    ranges = [UNSPACED[at : at + 3] for at in range(0, len(UNSPACED), 3)]
    return any(low <= char <= high for low, _, high in ranges)


@given(st.lists(PROSE, max_size=4), st.data())
def test_the_nearest_passage_is_a_run_of_whole_words_of_one_paragraph(texts: list[str], data: st.DataObject) -> None:
    quoted = data.draw(PROSE | st.just(" ".join(texts)).flatmap(parts_of))
    found = nearest(quoted, *texts)
    if found:
        assert found == found.strip()
        assert any(
            all(may_part(*padded[edge - 1 : edge + 1]) for edge in (at + 1, at + 1 + len(found)))
            for text in texts
            for padded in [f" {text} "]
            for at in range(len(text))
            if text.startswith(found, at)
        )


def parts_of(text: str) -> st.SearchStrategy[str]:
    """A part of a text, perhaps with some characters in it replaced."""
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(TRICKY))
    return bounds.map(lambda drawn: text[min(drawn[:2]) : max(drawn[:2])].replace("a", drawn[2]))


def test_words_that_run_over_a_paragraphs_end_come_with_a_passage_of_one_paragraph() -> None:
    first = "It was  the best of times, it was the worst of times, it was the age of wisdom and of foolishness,"
    second = "we had everything before us, we had nothing before us, we were all going direct to heaven"
    for start in range(0, 100, 7):
        for end in range(start + 20, 190, 7):
            found = nearest(f"{first} {second}"[start:end].replace("of", "or"), first, second)
            assert found in first or found in second


def test_a_quotation_that_is_longer_than_the_body_comes_with_one_paragraph_at_most() -> None:
    texts = ("It was the best", "of  times it", "was the worst")
    found = nearest("It was the best of times it was the worst " * 3, *texts)
    assert any(found in text for text in texts)


# ---------------------------------------------------------------------- the sentence that is meant


@st.composite
def quoted(draw: st.DrawFn, gone: int, come: int) -> tuple[list[str], str, str]:
    """Three sentences, one of them, and that one with some of its words gone and others come, far enough
    from both its ends: what stands before and after is more than twice as long."""
    found = draw(sentences())
    meant = draw(st.sampled_from(found))
    words, others = meant.split(), draw(st.lists(st.sampled_from(OTHERS), min_size=come, max_size=come))
    at = draw(st.integers(1, len(words) - 1 - gone))
    before, after = " ".join(words[:at]), " ".join(words[at + gone :])
    assume(2 * max(len(" ".join(words[at : at + gone])), len(" ".join(others))) < min(len(before), len(after)))
    return found, meant, " ".join([before, *others, after])


@given(quoted(gone=1, come=1))
def test_a_sentence_with_a_word_changed_is_found(drawn: tuple[list[str], str, str]) -> None:
    found, meant, exact = drawn
    assert nearest(exact, " ".join(found)) == meant


@given(quoted(gone=0, come=1))
def test_a_sentence_with_a_word_too_many_is_found(drawn: tuple[list[str], str, str]) -> None:
    found, meant, exact = drawn
    assert nearest(exact, " ".join(found)) == meant


@given(quoted(gone=1, come=0))
def test_a_sentence_with_a_word_left_out_is_found(drawn: tuple[list[str], str, str]) -> None:
    found, meant, exact = drawn
    assert nearest(exact, " ".join(found)) == meant


@given(quoted(gone=1, come=1))
def test_a_sentence_is_found_in_whichever_paragraph_it_stands(drawn: tuple[list[str], str, str]) -> None:
    found, meant, exact = drawn
    assert nearest(exact, *found) == meant


@pytest.mark.parametrize(
    ("exact", "found"),
    [
        ("He will veto the bank", "He will veto the bill"),
        ("She will veto the bill", "He will veto the bill"),
        ("Both shops are shut", "Many shops are shut"),
        ("shops are open", "shops are shut"),
    ],
)
def test_the_first_or_last_word_is_taken_for_another_that_is_no_longer(exact: str, found: str) -> None:
    assert nearest(exact, "The mayor spoke. He will veto the bill. Many shops are shut. It rained.") == found


@given(sentences(CHARACTERS, "", "。"), st.integers(0, 2), st.data())
def test_in_a_script_without_spaces_the_characters_meant_are_found(
    found: list[str], index: int, data: st.DataObject
) -> None:
    meant = found[index].rstrip("。")
    wrong = data.draw(st.integers(2, len(meant) - 3))
    assert nearest(f"{meant[:wrong]}錯{meant[wrong + 1 :]}", "".join(found)) == meant


@pytest.mark.parametrize(
    ("exact", "text", "found"),
    [
        ("中国不会向乌克蘭派兵", "北京表示，中国不会向乌克兰派兵。莫斯科没有回应。", "中国不会向乌克兰派兵"),
        ("モスクワは戦争が遠いと言った", "昨日モスクワは戦争が近いと言った。", "モスクワは戦争が近いと言った"),
        ("전쟁이 없을 거라고 말했다", "서울은 전쟁이 없을 것이라고 말했다.", "전쟁이 없을 것이라고 말했다"),
        ("กล่าวว่าจะไม่สงทหาร", "นายกรัฐมนตรีกล่าวว่าจะไม่ส่งทหารไปยูเครน", "กล่าวว่าจะไม่ส่งทหาร"),
        ("président a dit", "Le pre\u0301sident a de\u0301dit la guerre", "pre\u0301sident a de\u0301dit"),
        ("हिन्दी भाषा बहुत सुंदर है", "उसने कहा कि हिन्दी भाषा बहुत सुन्दर है और सरल", "हिन्दी भाषा बहुत सुन्दर है"),
        ("इसे पसंद करते ह", "लोग इसे पसन्द करते हैं और बोलते हैं", "इसे पसन्द करते हैं"),
        ("the mayors office believe", "He said the mayor's office believes it.", "the mayor's office believes"),
        ("a well known threat", "It is a well-known threat now.", "a well-known threat"),
    ],
    ids=["Chinese", "Japanese", "Korean", "Thai", "marks", "Hindi", "Hindi end", "apostrophe", "hyphen"],
)
def test_words_are_whole_in_every_script(exact: str, text: str, found: str) -> None:
    assert nearest(exact, text) == found


@pytest.mark.parametrize("sign", [".", "?", "!”", ",", ")"])
def test_a_passage_does_not_begin_with_a_sign_that_ends_what_is_before(sign: str) -> None:
    words = "President Putin had already drawn attention to the danger of war"
    assert nearest(f"of {words}", f"It does not matter{sign} {words}. Then he left.") == words


# ---------------------------------------------------------------------- how like it is


def score(exact: str, *texts: str) -> float:
    found = passages(*texts).nearest(exact)
    assert found
    return found.score


def test_the_more_a_passage_is_like_the_words_the_higher_is_its_score() -> None:
    text = "The lane would open in June if the state grant is approved, she said."
    quoted = [
        "The line should open in July if a federal grant is approved",
        "The lane should open in July if the state grant is approved",
        "The lane would open in July if the state grant is approved",
        "The lane would open in June if the state grant is approves",
    ]
    scores = [score(words, text) for words in quoted]
    assert scores == sorted(set(scores))
    assert scores[0] >= LEAST_LIKE
    assert scores[-1] < 100


def test_typography_does_not_count() -> None:
    text = "if the “grant” is approved – at last"
    assert score('if the "grand" is approved - at last', text) == score("if the “grand” is approved – at last", text)


@given(sentences(), st.lists(st.sampled_from([*OTHERS, *WORDS]), min_size=1, max_size=12).map(" ".join))
def test_what_is_offered_is_as_like_as_it_must_be(texts: list[str], exact: str) -> None:
    found = passages(*texts).nearest(exact)
    assert not found or found.score >= LEAST_LIKE


# ---------------------------------------------------------------------- how much is compared


def test_passages_are_compared_until_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    body = passages("The lane would open in June.")
    assert str(body.nearest("would opn")) == "Closest: “would open”."
    assert not body.gave_up
    monkeypatch.setattr("article.anchors.MOST_SECONDS", 0.0)
    assert body.nearest("would opn") == ""
    assert body.gave_up


def test_the_nearest_passage_is_the_same_however_often_the_clock_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ("The lane is late. " * 9, "The lane would open in June. ", "The lane would often be open. " * 9)
    found = nearest("lane would opn in", *texts)
    monkeypatch.setattr("article.anchors.MOST_WORK", 1)
    assert nearest("lane would opn in", *texts) == found == "lane would open in"


def test_a_very_long_quotation_is_not_compared_and_takes_nothing_from_the_next() -> None:
    body = passages("The lane would open in June. " * 1000)
    assert body.nearest("x" * 20_000) == ""
    assert str(body.nearest("would opn")) == "Closest: “would open”."

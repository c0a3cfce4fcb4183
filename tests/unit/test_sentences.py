"""The sentence about some words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.sentences import MOST, sentence_about


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("Ann came. Bob went home. Cid slept.", "went", "Bob went home."),
        ("Ann came. Bob went home. Cid slept.", "Ann", "Ann came."),
        ("Ann came. Bob went home. Cid slept.", "slept", "Cid slept."),
        ("Ann came. Bob went home. Cid slept.", "came. Bob", "Ann came. Bob went home."),
        ("It was the U.S. President who came. He left.", "who came", "It was the U.S. President who came."),
        ("So Mr. Lee went. He left.", "Lee", "So Mr. Lee went."),
        ("“It rains.” “It snows!” she said.", "It rains", "“It rains.”"),
        ("It costs 3.50 a day. He left.", "day", "It costs 3.50 a day."),
        ("他说会下雨。她说会下雪。", "下雪", "她说会下雪。"),
        ("no stop at all", "stop", "no stop at all"),
        ("Он пришёл. Она ушла.", "ушла", "Она ушла."),
    ],
)
def test_a_sentence_is_found_about_its_words(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    low, high = sentence_about(text, start, start + len(words))
    assert text[low:high] == sentence


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "word " * 1000
    low, high = sentence_about(text, 2500, 2504)
    assert text[low:high].startswith("word ")
    assert text[low:high].endswith(" word")
    assert high - low <= 2 * MOST + 4


@given(st.text(alphabet="aB .!?”。\n1", max_size=2000), st.data())
def test_the_words_are_always_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = sentence_about(text, start, end)
    assert 0 <= low <= start <= end <= high <= len(text)

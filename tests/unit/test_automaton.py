"""Many texts are found in a long one at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from article.automaton import MANY, all_of, longest_of

TEXTS = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=6, unique=True)


@given(TEXTS, st.text("ab", max_size=30))
def test_every_place_is_found(texts: list[str], body: str) -> None:
    places = [
        (index, at, at + len(text))
        for index, text in enumerate(texts)
        for at in range(len(body))
        if body.startswith(text, at)
    ]
    assert sorted(all_of(texts)(body)) == sorted(places)


@given(TEXTS, st.text("ab", max_size=30))
def test_of_texts_that_begin_in_one_place_the_longest_is_found(texts: list[str], body: str) -> None:
    at, places = 0, list[tuple[int, int, int]]()
    while at < len(body):
        longest = max((text for text in texts if body.startswith(text, at)), key=len, default="")
        if longest:
            places.append((texts.index(longest), at, at + len(longest)))
        at += len(longest) or 1
    assert longest_of(texts)(body) == places


def test_many_texts_bear_the_same_numbers_as_few() -> None:
    texts = [f"n{number}" for number in range(MANY + 1)]
    assert longest_of(texts)("n7 n70 x") == [(7, 0, 2), (70, 3, 6)]
    assert all_of(texts)("n70") == [(7, 0, 2), (70, 0, 3)]


def test_a_hundred_thousand_texts_that_begin_with_each_other_are_no_trouble() -> None:
    assert longest_of([f"n{number}" for number in range(100_000)])("n99999") == [(99_999, 0, 6)]

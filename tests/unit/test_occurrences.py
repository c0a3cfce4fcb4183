"""Many texts looked for at once are found where each by itself would be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article import occurrences
from article.occurrences import LEAST_WORK, MANY, first_two

SIZES = pytest.mark.parametrize("sizes", [(1, 1, 1), (4, 30, 2), (1000, 1000, 10)], ids=["tiny", "small", "roomy"])


def at_once(body: str, texts: list[str], sizes: tuple[int, int, int]) -> Mapping[str, list[int]]:
    """What is found at once even where it is not worth while, in pieces and batches of these sizes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(occurrences, "MANY", 1)
        patch.setattr(occurrences, "LEAST_WORK", 0)
        for name, value in zip(("MOST_FOUND", "MOST_AT_ONCE", "SHORT"), sizes, strict=True):
            patch.setattr(occurrences, name, value)
        return first_two(body, texts)


def one_by_one(body: str, texts: list[str]) -> dict[str, list[int]]:
    return {text: [at for at in range(len(body)) if body.startswith(text, at)][:2] for text in texts}


@settings(max_examples=200)
@given(st.text("ab 漢", max_size=60), st.lists(st.text("ab 漢", min_size=1, max_size=9), max_size=12, unique=True))
@SIZES
def test_the_first_two_places_of_each_text_are_found(sizes: tuple[int, int, int], body: str, texts: list[str]) -> None:
    assert at_once(body, texts, sizes) == one_by_one(body, texts)


@SIZES
@pytest.mark.parametrize("body", ["a" * 300, "b" * 200 + "a" * 100, "ab" * 150], ids=lambda body: body[:2])
def test_texts_nested_in_one_another_are_found(body: str, sizes: tuple[int, int, int]) -> None:
    texts = ["a" * length for length in range(1, 120)]
    assert at_once(body, texts, sizes) == one_by_one(body, texts)


def test_few_texts_are_left_to_be_looked_for_one_by_one() -> None:
    texts = [f"{number:03}" for number in range(MANY)]
    body = "001" * (LEAST_WORK // MANY)
    assert first_two(body, texts[1:]) == {}
    assert first_two(body[: LEAST_WORK // MANY - 1], texts) == {}
    assert first_two(body, texts)["001"] == [0, 3]
    assert first_two(body, texts)["002"] == []

"""Ids made from names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.slugs import MOST, slug_of, unique_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Council weighs Harbor Avenue bike lane", "council-weighs-harbor-avenue-bike-lane"),
        ("В Верхнереченске спорят о плотине", "v-verkhnerechenske-sporyat-o-plotine"),
        ("Çınarlı'da ŞOK: üçüncü ihale", "cinarlida-sok-ucuncu-ihale"),
        ("Größe übt Maß", "grosse-ubt-mass"),
        ("北京で地震", "beijingdedezhen"),
        ("NATO’s “red line”", "natos-red-line"),
    ],
    ids=["English", "Russian", "Turkish", "German", "Japanese", "quotation marks"],
)
def test_a_slug_spells_a_text_in_ascii(text: str, slug: str) -> None:
    assert slug_of(text) == slug


def test_a_long_slug_is_cut_between_words() -> None:
    assert slug_of("one two three four five six seven eight nine ten eleven") == (
        "one-two-three-four-five-six-seven-eight-nine-ten"
    )


def test_a_slug_of_one_long_word_is_cut_inside_it() -> None:
    assert slug_of("a" * 80) == "a" * MOST


def test_a_text_that_cannot_be_spelled_gets_the_fallback() -> None:
    assert slug_of("— …", fallback="actor") == "actor"


@given(st.text())
def test_every_slug_is_an_id(text: str) -> None:
    slug = slug_of(text)
    assert re.fullmatch("[a-z0-9][a-z0-9_-]*", slug)
    assert len(slug) <= MOST


def test_a_slug_that_is_taken_gets_the_next_number() -> None:
    assert unique_slug("okoro", {"okoro", "okoro-2"}) == "okoro-3"
    assert unique_slug("okoro", {"reyes"}) == "okoro"

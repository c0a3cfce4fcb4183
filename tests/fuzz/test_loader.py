"""Whatever a file holds: an article that hangs together, or problems with a place in the file, the same each time."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fuzz.checks import check_layout, check_loading, check_telling
from tests.fuzz.hostile import ANYTHING, damaged, trees
from tests.fuzz.seeds import SMALL, articles

FUZZ = settings.get_profile("fuzz")


def hold(data: bytes) -> None:
    """Every promise holds of bytes that are read."""
    if article := check_loading(data):
        check_telling(article)


@settings(FUZZ, max_examples=400)
@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    hold(data)


@settings(FUZZ, max_examples=300)
@example("---")
@example("a: |\n  b\n? ")
@given(ANYTHING)
def test_any_text_of_a_file(text: str) -> None:
    hold(text.encode("utf-8", "surrogatepass"))


@settings(FUZZ, max_examples=200)
@given(ANYTHING, st.sampled_from(["headline", "body", "actors", "stances", "x_a"]))
def test_any_text_behind_a_key(text: str, key: str) -> None:
    hold(f"{SMALL}{key}: {text}".encode("utf-8", "surrogatepass"))


@settings(FUZZ, max_examples=300)
@given(damaged())
def test_a_good_article_that_was_damaged(data: bytes) -> None:
    hold(data)


@settings(FUZZ, max_examples=200)
@given(trees())
def test_an_article_with_values_of_any_shape(data: bytes) -> None:
    hold(data)


@settings(FUZZ, max_examples=100)
@given(damaged() | trees())
def test_all_of_it_without_libyaml(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        hold(data)


@settings(FUZZ, max_examples=80)
@given(damaged() | trees())
def test_what_loads_is_laid_out_and_says_the_same(data: bytes) -> None:
    check_layout(data.decode("utf-8", "replace").removeprefix("\ufeff"))


@pytest.mark.parametrize("data", articles(), ids=len)
def test_our_own_articles(data: bytes) -> None:
    hold(data)
    check_layout(data.decode())

"""Whatever characters a text has: cleaned it can be shown, what is found stands there, what is typed is understood."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from article.anchors import Quotation
from article.loader import load_text
from tests.fuzz.checks import check_anchoring, check_cleaning, check_filter, check_loading, check_search
from tests.fuzz.hostile import ANYTHING, PROSE, trees
from tests.fuzz.seeds import SMALL

FUZZ = settings.get_profile("fuzz")
BODIES = st.lists(PROSE | ANYTHING, min_size=1, max_size=4)
ARTICLE = load_text(SMALL)


@settings(FUZZ, max_examples=1000)
@given(ANYTHING | PROSE)
def test_what_is_cleaned_can_be_shown(text: str) -> None:
    check_cleaning(text)


@st.composite
def sought(draw: st.DrawFn) -> tuple[list[str], list[Quotation]]:
    """A body, and quotations of it: some as they stand there, some with anything before and after them."""
    texts = draw(BODIES)
    quotations: list[Quotation] = []
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(texts))
        start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        before, after = text[max(0, start - 5) : start], text[end : end + 5]
        beside = st.sampled_from([before, after, ""]) | ANYTHING
        quotations.append(Quotation(draw(st.just(text[start:end]) | ANYTHING), draw(beside), draw(beside)))
    return texts, quotations


@settings(FUZZ, max_examples=500)
@given(sought())
def test_what_is_found_stands_there_whatever_its_prefix_and_suffix(case: tuple[list[str], list[Quotation]]) -> None:
    check_anchoring(*case)


@settings(FUZZ, max_examples=400)
@given(BODIES, ANYTHING | PROSE, st.integers(0, 9))
def test_what_a_search_finds_lies_in_the_text(texts: list[str], typed: str, origin: int) -> None:
    check_search(texts, typed, is_pattern=False, origin=origin)


PATTERNS = st.lists(
    st.sampled_from([*"ab.*+?()[]{}|^$\\-,:=!<>&~#1", r"\w", r"\p{L}", "(?i)", "(?<a>", r"\1", "é"]), max_size=8
)


@settings(FUZZ, max_examples=300)
@given(BODIES, PATTERNS.map("".join) | ANYTHING, st.integers(0, 9))
def test_what_an_expression_finds_lies_in_the_text(texts: list[str], typed: str, origin: int) -> None:
    check_search(texts, typed, is_pattern=True, origin=origin)


TYPED = st.lists(
    st.sampled_from(
        ["actor:", "party:", "issue:", "via:", "own:", "none", "yes", "ann", "bob", "lane", ",", " ", '"', ":"]
    ),
    max_size=12,
).map("".join)


@settings(FUZZ, max_examples=500)
@given(TYPED | ANYTHING)
def test_whatever_filter_is_typed_is_understood_or_told(typed: str) -> None:
    check_filter(ARTICLE, typed)


@settings(FUZZ, max_examples=100)
@given(trees(), TYPED | ANYTHING)
def test_so_it_is_with_an_article_of_any_shape(data: bytes, typed: str) -> None:
    if article := check_loading(data):
        check_filter(article, typed)

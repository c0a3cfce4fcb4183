"""How an expression goes on that is being written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.filter_completion import completions
from article.filter_language import Vocabulary
from article.model import Article


@pytest.fixture(scope="module")
def words(shipped: Article) -> Vocabulary:
    return Vocabulary(shipped)


@pytest.mark.parametrize(
    ("begun", "found"),
    [
        ("", ["actor:", "party:", "issue:", "position:", "via:", "own:"]),
        ("iss", ["issue:"]),
        ("ISS", ["issue:"]),
        ("actor:pes", ["actor:peskov"]),
        ("actor:putin,pes", ["actor:putin,peskov"]),
        ("actor: putin , pes", ["actor: putin , peskov"]),
        ("via:no", ["via:none"]),
        ("via:put", ["via:putin"]),
        ("position:fo", ["position:for"]),
        ("own:", ["own:yes", "own:no"]),
        ("own:yes iss", ["own:yes issue:"]),
        ('actor:"dmi', ['actor:"Dmitry Peskov"']),
        ('actor:"Dmitry Peskov",put', ['actor:"Dmitry Peskov",putin']),
        ("pesk", ["peskov"]),
        ("nothing:x", []),
        ("actor:nobody-is-called-so", []),
    ],
)
def test_keys_and_values_are_completed(words: Vocabulary, begun: str, found: list[str]) -> None:
    assert completions(words, begun) == found


def test_a_value_that_may_be_any_offers_all(words: Vocabulary, shipped: Article) -> None:
    assert [text.removeprefix("actor:") for text in completions(words, "actor:")] == [
        actor.id for actor in shipped.actors
    ]


@given(begun=st.text('acitor:pes," no', max_size=20))
def test_what_was_written_before_stays(words: Vocabulary, begun: str) -> None:
    for text in completions(words, begun):
        kept = begun[: begun.rfind('"')] if begun.count('"') % 2 else begun.rstrip("abcdefghijklmnopqrstuvwxyz")
        assert text.startswith(kept)


@pytest.mark.parametrize("begun", ["actor:p", "party:r", "issue:t", "position:", "via:", "own:", "pe"])
def test_what_is_offered_is_understood(words: Vocabulary, begun: str) -> None:
    offered = completions(words, begun)
    assert offered
    assert not any(words.understood(text).problems for text in offered)

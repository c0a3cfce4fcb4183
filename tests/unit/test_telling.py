"""What a file says of a stance, in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from article import Article
from article.model import Act, DateBasis, Modality
from article.telling import act_told, answers, content_of, date_told, day, lack_told, telling


@pytest.mark.parametrize(
    ("iso", "told"), [("2031-04-09", "9 April 2031"), ("2031-12", "2031-12"), ("some day", "some day")]
)
def test_a_date_is_read_aloud(iso: str, told: str) -> None:
    assert day(iso) == told


@pytest.mark.parametrize(
    ("basis", "told"),
    [
        (None, "9 April 2031"),
        (DateBasis.EXPLICIT, "9 April 2031 (stated in the text)"),
        (DateBasis.INFERRED, "9 April 2031 (inferred)"),
        (DateBasis.ARTICLE, "9 April 2031 (the article's own date)"),
    ],
)
def test_how_a_date_is_known_is_told(harbor: Article, basis: DateBasis | None, told: str) -> None:
    assert date_told(harbor.stance["s1"]._replace(date="2031-04-09", date_basis=basis)) == told


@pytest.mark.parametrize(
    ("modality", "told"),
    [
        (Modality.QUOTATION, "reported by Ines Okoro; quoted"),
        (Modality.ATTRIBUTED, "reported by Ines Okoro"),
        (None, "reported by Ines Okoro"),
    ],
)
def test_what_is_reported_says_so_whatever_the_modality(harbor: Article, modality: Modality | None, told: str) -> None:
    assert telling(harbor, harbor.stance["s2"]._replace(modality=modality)) == told


def test_an_unknown_modality_is_told(harbor: Article) -> None:
    assert telling(harbor, harbor.stance["s1"]._replace(modality=None)) == "modality not known"


@pytest.mark.parametrize(
    ("act", "negated", "told"),
    [
        (Act.DEMAND, False, "demand"),
        (None, False, ""),
        (Act.INTENTION, True, "no intention: a plan is denied, which is not opposition"),
        (Act.PREDICTION, True, "no prediction: the words deny it"),
        (None, True, "no act: the words deny it"),
    ],
)
def test_an_act_that_the_words_deny_says_so(harbor: Article, act: Act | None, negated: bool, told: str) -> None:  # noqa: FBT001
    assert act_told(harbor.stance["s1"]._replace(act=act, negated=negated)) == told


def test_answers_are_told_both_ways(harbor: Article) -> None:
    assert [*answers(harbor, harbor.stance["s5"])] == [("rejects", "s4")]
    assert [*answers(harbor, harbor.stance["s4"])] == [("is rejected by", "s5")]
    assert answers(harbor, harbor.stance["s1"]) == ()


@pytest.mark.parametrize(
    ("evidence", "lack"),
    [
        ("Ann stays", ""),
        ("Ann leaves", "missing: the text does not have these words"),
        ("would", "ambiguous: the text has these words more than once"),
        (
            "{exact: Ann stays, prefix: never}",
            "missing: the text has these words, but not between the prefix and suffix given",
        ),
    ],
)
def test_why_words_have_no_place_is_told(stated: Callable[..., Article], evidence: str, lack: str) -> None:
    article = stated(evidence=evidence)
    (piece,) = content_of(article.stance["s"])
    assert lack_told(article, piece) == lack

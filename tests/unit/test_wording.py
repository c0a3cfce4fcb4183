"""The words in which a file's values are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from article.model import Act, Actor, Article, Certainty, Modality, Paragraph, Position, PublishedBasis, Stance
from article.wording import (
    POSITION_WORD,
    WORDS_A_MINUTE,
    act_phrase,
    count,
    dateline,
    no_position,
    position_word,
    role_phrase,
    source_phrase,
)


@pytest.fixture
def stance(harbor: Article) -> Stance:
    return harbor.stance["s1"]


@pytest.fixture
def dated(harbor: Article) -> Article:
    return replace(harbor, publisher="The Ledger", author="Ann Lee", published="2031-04-09")


def test_every_position_has_a_word_of_its_own() -> None:
    assert set(POSITION_WORD) == set(Position)
    assert len(set(POSITION_WORD.values())) == len(Position)


@pytest.mark.parametrize(
    ("modality", "phrase"),
    [
        (Modality.QUOTATION, "quote"),
        (Modality.PARAPHRASE, "paraphrase"),
        (Modality.MIXED, "partly quoted"),
        (Modality.ATTRIBUTED, "reported"),
        (Modality.INFERRED, "inferred"),
        (None, "modality not known"),
    ],
)
def test_the_modality_is_told(harbor: Article, stance: Stance, modality: Modality | None, phrase: str) -> None:
    assert source_phrase(harbor, stance._replace(modality=modality)) == phrase


@pytest.mark.parametrize(
    ("via", "phrase"),
    [
        (("okoro",), "reported by Ines Okoro"),
        (("reyes", "okoro"), "reported by Paul Reyes, citing Ines Okoro"),
        (("reyes", "okoro", "city"), "reported by Paul Reyes, citing Ines Okoro, citing City of Lakeford"),
    ],
    ids=len,
)
@pytest.mark.parametrize("modality", [Modality.QUOTATION, Modality.ATTRIBUTED, None])
def test_who_reports_it_is_told_the_outermost_first(
    harbor: Article, stance: Stance, via: tuple[str, ...], phrase: str, modality: Modality | None
) -> None:
    assert source_phrase(harbor, stance._replace(via=via, modality=modality)) == phrase


def test_who_reports_it_is_told_by_the_short_name(shipped: Article) -> None:
    assert source_phrase(shipped, shipped.stance["us-troops"]) == "reported by W.H. official"


@pytest.mark.parametrize(
    ("act", "plain", "negated"), [(Act.INTENTION, "intention", "no intention"), (None, "", "no act")]
)
def test_an_act_says_when_the_words_negate_it(stance: Stance, act: Act | None, plain: str, negated: str) -> None:
    stance = stance._replace(position=Position.OPPOSE)
    assert act_phrase(stance._replace(act=act, negated=False)) == plain
    assert act_phrase(stance._replace(act=act, negated=True)) == negated


@pytest.mark.parametrize(("act", "told"), [(Act.INTENTION, "no intention"), (None, "no act")])
def test_a_denial_that_is_told_as_the_position_is_not_told_again(stance: Stance, act: Act | None, told: str) -> None:
    denied = stance._replace(position=Position.UNCLEAR, act=act, negated=True, certainty=Certainty.LIKELY)
    assert (position_word(denied), act_phrase(denied)) == (told, "likely")


@pytest.mark.parametrize(
    ("act", "negated", "certainty", "phrase"),
    [
        (Act.WARNING, False, Certainty.CONDITIONAL, "warning · conditional"),
        (Act.PREDICTION, False, Certainty.LIKELY, "prediction · likely"),
        (Act.PREDICTION, False, Certainty.CERTAIN, "prediction"),
        (Act.INTENTION, True, Certainty.POSSIBLE, "no intention · possible"),
        (Act.INTENTION, True, Certainty.CERTAIN, "no intention"),
        (None, True, Certainty.LIKELY, "no act · likely"),
        (None, True, Certainty.CERTAIN, "no act"),
        (None, False, Certainty.LIKELY, "likely"),
        (None, False, Certainty.CONDITIONAL, "conditional"),
        (None, False, Certainty.CERTAIN, "certain"),
    ],
)
def test_how_sure_the_actor_is_follows_the_act_and_certain_is_told_only_without_one(
    stance: Stance,
    act: Act | None,
    negated: bool,  # noqa: FBT001 - a parameter of the table
    certainty: Certainty,
    phrase: str,
) -> None:
    assert act_phrase(stance._replace(act=act, negated=negated, certainty=certainty)) == phrase


def test_conditional_is_not_told_where_the_condition_is(harbor: Article) -> None:
    stance = harbor.stance["s3"]
    assert (stance.certainty, stance.conditions) == (Certainty.CONDITIONAL, ("if the state grant is approved",))
    assert act_phrase(stance) == "prediction"
    assert act_phrase(stance._replace(act=None)) == ""
    assert act_phrase(stance._replace(certainty=Certainty.LIKELY)) == "prediction · likely"


def test_an_actor_without_a_position_may_report_those_of_others(harbor: Article) -> None:
    silent = replace(harbor, stances=tuple(stance for stance in harbor.stances if stance.actor == "city"))
    assert no_position(silent, "hma") == "Harbor Merchants Association takes no position of its own."
    assert no_position(silent, "reyes") == "Paul Reyes takes no position of its own. It reports 1 position of others."


def test_an_actor_is_told_with_its_role() -> None:
    assert role_phrase(Actor("a", "Ann Lee", None, "AL", role="mayor")) == "Ann Lee, mayor"
    assert role_phrase(Actor("a", "Ann Lee", None, "AL")) == "Ann Lee"


@pytest.mark.parametrize(
    ("number", "phrase"), [(0, "0 views"), (1, "1 view"), (2, "2 views"), (1234567, "1,234,567 views")]
)
def test_things_are_counted(number: int, phrase: str) -> None:
    assert count(number, "view") == phrase


def test_a_dateline_tells_publisher_day_author_and_reading_time(dated: Article) -> None:
    assert dateline(dated) == "The Ledger · 9 April 2031 · Ann Lee · 1 min"


def test_a_dateline_leaves_out_what_the_file_does_not_tell(dated: Article) -> None:
    assert dateline(replace(dated, publisher=None)) == "9 April 2031 · Ann Lee · 1 min"
    assert dateline(replace(dated, publisher=None, author=None, published=None)) == "1 min"


def test_a_date_that_was_inferred_says_so(dated: Article) -> None:
    inferred = replace(dated, published_basis=PublishedBasis.INFERRED)
    assert dateline(inferred) == "The Ledger · 9 April 2031 (inferred) · Ann Lee · 1 min"


def test_no_date_is_no_inferred_date(dated: Article) -> None:
    undated = replace(dated, published=None, published_basis=PublishedBasis.INFERRED)
    assert dateline(undated) == "The Ledger · Ann Lee · 1 min"


@pytest.mark.parametrize("published", ["2031-04", "2031", "2031-04-09T08:30:00Z"])
def test_a_date_that_is_no_whole_day_is_told_as_the_file_has_it(dated: Article, published: str) -> None:
    assert dateline(replace(dated, published=published)) == f"The Ledger · {published} · Ann Lee · 1 min"


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (43, "The Ledger · 9 April 2031 · Ann Lee · 1 min"),
        (42, "The Ledger · 9 April 2031 · Ann Lee"),
        (35, "The Ledger · 9 April 2031 · Ann Lee"),
        (34, "The Ledger · 9 April 2031"),
        (24, "The Ledger"),
        (3, "The Ledger"),
        (0, "The Ledger"),
    ],
)
def test_a_dateline_leaves_out_from_the_end_what_does_not_fit(dated: Article, width: int, line: str) -> None:
    assert dateline(dated, width) == line


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (240, 1), (359, 1), (361, 2), (2400, 10)])
def test_the_reading_time_is_that_of_a_usual_reader(harbor: Article, words: int, minutes: int) -> None:
    long = replace(harbor, publisher=None, published=None, paragraphs=(Paragraph(" ".join(["word"] * words), 1),))
    assert dateline(long) == f"{minutes} min"


def test_a_usual_reader_reads_240_words_a_minute() -> None:
    assert WORDS_A_MINUTE == 240

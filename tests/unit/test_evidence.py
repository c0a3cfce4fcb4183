"""Evidence: the words that a stance stands on, found in the body."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from article.model import Article, Span
from article.problems import Passage, Problem

Told = Callable[[Iterable[Problem]], list[str]]
Stated = Callable[..., Article]


@pytest.mark.parametrize(
    ("evidence", "spans"),
    [
        ("Ann stays", [Span(1, 23, 32)]),
        ("[Ann stays, it would snow]", [Span(0, 33, 46), Span(1, 23, 32)]),
        ("{exact: Ann stays}", [Span(1, 23, 32)]),
        ("{exact: it would rain, prefix: 'Ann said '}", [Span(0, 9, 22)]),
        ("{exact: it would, suffix: rain}", [Span(0, 9, 17)]),
        ("{exact: said, prefix: Bob, suffix: it}", [Span(0, 28, 32)]),
        ("[Ann stays, {exact: would snow}]", [Span(0, 36, 46), Span(1, 23, 32)]),
    ],
)
def test_content_is_found_where_it_stands_once(stated: Stated, evidence: str, spans: list[Span]) -> None:
    article = stated(evidence=evidence)
    assert article.problems == ()
    assert list(article.stances[0].words) == spans


@pytest.mark.parametrize(
    ("evidence", "place", "path"),
    [
        ("Ann sleeps", "14:15", "stances[0].evidence"),
        ("[Ann stays, Ann sleeps]", "14:27", "stances[0].evidence[1]"),
        ("{exact: Ann sleeps}", "14:23", "stances[0].evidence.exact"),
        ("[Ann stays, {exact: Ann sleeps, role: cue}]", "14:35", "stances[0].evidence[1].exact"),
        ("{exact: Ann stays, prefix: Bob}", "14:23", "stances[0].evidence.exact"),
        ("ann stays", "14:15", "stances[0].evidence"),
        ("snow. If it rains", "14:15", "stances[0].evidence"),
    ],
)
def test_words_that_are_not_there_are_a_problem_and_never_moved(
    stated: Stated, told: Told, evidence: str, place: str, path: str
) -> None:
    article = stated(evidence=evidence)
    assert told(article.problems) == [f"{place} error evidence-not-found {path}"]
    assert article.stances[0].evidence[-1].span is None


def test_words_that_are_not_there_come_with_the_nearest_passage(stated: Stated) -> None:
    (problem,) = stated(evidence="Ann said it could rain").problems
    assert problem.message == "The words “Ann said it could rain” are not in the body."
    assert problem.hint == "Closest: “Ann said it would rain”."
    assert isinstance(problem.suggestion, Passage)
    assert (problem.suggestion.old, problem.suggestion.new) == ("Ann said it could rain", "Ann said it would rain")


def test_the_nearest_passage_of_very_long_words_is_whole_where_their_quotation_is_cut(stated: Stated) -> None:
    words = "Ann said that it would rain. Bob then said that it would snow"
    (problem,) = stated(evidence=words).problems
    assert problem.message.count("…") == 1
    assert problem.suggestion is not None
    assert (problem.suggestion.old, problem.suggestion.new) == (words, "Ann said it would rain. Bob said it would snow")


def test_words_like_nothing_in_the_body_come_with_no_passage(stated: Stated) -> None:
    (problem,) = stated(evidence="xyzzy").problems
    assert (problem.hint, problem.suggestion) == ("", None)


def test_a_prefix_does_not_reach_into_the_paragraph_before(stated: Stated) -> None:
    assert stated(evidence="{exact: Bob said, prefix: 'If it rains,'}").problems == ()
    (problem,) = stated(evidence="{exact: If it rains, prefix: snow.}").problems
    assert problem.code == "evidence-not-found"


def test_words_that_stand_several_times_are_ambiguous(stated: Stated, told: Told) -> None:
    article = stated(evidence="Bob said")
    assert told(article.problems) == ["14:15 error evidence-ambiguous stances[0].evidence"]
    assert article.problems[0].hint == "Add a prefix or a suffix."
    assert article.stances[0].evidence[0].span is None


def test_content_that_stands_twice_is_ambiguous_even_beside_other_content(stated: Stated) -> None:
    assert [p.code for p in stated(evidence="[Ann stays, Bob said]").problems] == ["evidence-ambiguous"]


@pytest.mark.parametrize("role", ["cue", "condition"])
@pytest.mark.parametrize(("content", "span"), [("Ann stays", Span(1, 13, 21)), ("would snow", Span(0, 24, 32))])
def test_a_cue_or_a_condition_is_looked_for_beside_its_content_first(
    stated: Stated, role: str, content: str, span: Span
) -> None:
    article = stated(evidence=f"[{{exact: Bob said, role: {role}}}, {content}]")
    assert article.problems == ()
    assert article.stances[0].evidence[0].span == span


def test_of_several_contents_a_cue_is_looked_for_beside_the_first(stated: Stated) -> None:
    article = stated(evidence="[Ann stays, would snow, {exact: Bob said, role: cue}]")
    assert article.problems == ()
    assert article.stances[0].evidence[2].span == Span(1, 13, 21)


def test_a_cue_may_stand_in_another_paragraph(stated: Stated) -> None:
    article = stated(evidence="[Ann stays, {exact: Ann said, role: cue}]")
    assert article.problems == ()
    assert article.stances[0].evidence[1].span == Span(0, 0, 8)


@pytest.mark.parametrize(("cue", "content"), [("Bob said", "nowhere in it"), ("would", "Ann said")])
def test_a_cue_that_stands_twice_is_ambiguous(stated: Stated, cue: str, content: str) -> None:
    article = stated(evidence=f"[{content}, {{exact: {cue}, role: cue}}]")
    assert "evidence-ambiguous" in [p.code for p in article.problems if p.path == "stances[0].evidence[1].exact"]


def test_evidence_is_in_the_order_of_the_file_and_words_are_its_content_in_that_of_the_text(stated: Stated) -> None:
    evidence = "[{exact: If it rains, role: condition}, Ann stays, {exact: 'Bob said,', role: cue}, would snow]"
    (stance,) = stated(evidence=evidence).stances
    assert [piece.exact for piece in stance.evidence] == ["If it rains", "Ann stays", "Bob said,", "would snow"]
    assert stance.words == (Span(0, 36, 46), Span(1, 23, 32))
    assert stance.conditions == ("If it rains",)


@pytest.mark.parametrize(
    ("evidence", "problem"),
    [
        ("[]", "14:15 error missing-key stances[0]"),
        ("['']", "14:16 error missing-key stances[0].evidence[0]"),
        ("[Ann stays, ' ']", "14:27 error missing-key stances[0].evidence[1]"),
        ("{exact: Ann stays, role: cue}", "14:15 error no-content stances[0].evidence"),
        ("' '", "14:15 error missing-key stances[0]"),
        ("{role: content}", "14:15 error missing-key stances[0].evidence"),
        ("{exact: Ann stays, role: quote}", "14:40 error bad-value stances[0].evidence.role"),
        ("{exact: Ann stays, praefix: x}", "14:34 error unknown-key stances[0].evidence.praefix"),
        ("[Ann stays, [Bob]]", "14:27 error not-a-mapping stances[0].evidence[1]"),
        ("{exact: [Ann stays]}", "14:23 error not-a-text stances[0].evidence.exact"),
    ],
)
def test_evidence_that_is_none_is_a_problem(stated: Stated, told: Told, evidence: str, problem: str) -> None:
    assert told(stated(evidence=evidence).problems) == [problem]


@pytest.mark.parametrize(
    ("words", "shown"),
    [("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…"), ("word " * 30, "word " * 11 + "word…")],
)
def test_long_words_are_shown_cut_in_a_message(stated: Stated, words: str, shown: str) -> None:
    (problem,) = stated(evidence=words).problems
    assert problem.message == f"The words “{shown}” are not in the body."

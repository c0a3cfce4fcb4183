"""Evidence: the words that a stance stands on, found in the body."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.model import Article, Span
from article.problems import Passage, Problem

Told = Callable[[Iterable[Problem]], list[str]]
Stated = Callable[..., Article]
Evidenced = Callable[[str, str], Article]


@pytest.fixture(scope="session")
def evidenced(read: Callable[[str], Article], compose: Callable[..., str]) -> Evidenced:
    """Reads an article with a body and a stance of Ann's with evidence as YAML has it."""

    def evidenced(body: str, evidence: str) -> Article:
        keys = "id: s, actor: ann, issue: lane, position: support, modality: paraphrase, summary: Yes."
        bob = "{id: t, actor: bob, issue: lane, position: oppose, modality: paraphrase, summary: No., evidence: Bob}"
        return read(compose(body=json.dumps(f"{body}\n\nBob."), stances=f"[{{{keys}, evidence: {evidence}}}, {bob}]"))

    return evidenced


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
    assert problem.code == "context-not-found"


CONTEXT = "The words “Ann stays” are in the body, but not between the prefix and suffix given."


@pytest.mark.parametrize(
    "context", ["prefix: Bob", "suffix: Bob", "prefix: 'Bob said,', suffix: for ever", "prefix: If it rains, suffix: ."]
)
def test_words_that_stand_beside_others_are_a_problem_of_their_own(stated: Stated, told: Told, context: str) -> None:
    article = stated(evidence=f"{{exact: Ann stays, {context}}}")
    assert told(article.problems) == ["14:23 error context-not-found stances[0].evidence.exact"]
    assert article.problems[0].message == CONTEXT
    assert article.stances[0].evidence[0].span is None


@pytest.mark.parametrize(
    ("evidence", "hint"),
    [
        ("{exact: Ann stays, prefix: Bob}", "They stand there like this: “rains, Bob said, … . It would rain.”."),
        ("{exact: would snow, suffix: '!'}", "They stand there like this: “Bob said it … .”."),
        ("{exact: If it rains, prefix: snow.}", "They stand there like this: “ … , Bob said, Ann”."),
        (
            "{exact: Bob said, prefix: Ann}",
            "They stand there like this: “it would rain. … it would snow.” and “If it rains, … , Ann stays. It”.",
        ),
    ],
    ids=["prefix", "suffix", "begins a paragraph", "stands twice"],
)
def test_words_that_stand_beside_others_come_with_those(stated: Stated, evidence: str, hint: str) -> None:
    (problem,) = stated(evidence=evidence).problems
    assert (problem.code, problem.hint, problem.suggestion) == ("context-not-found", hint, None)


def test_words_that_are_not_there_are_missing_whatever_their_prefix(stated: Stated) -> None:
    (problem,) = stated(evidence="{exact: Ann sleeps, prefix: Bob said}").problems
    assert problem.code == "evidence-not-found"


def test_words_that_stand_several_times_are_ambiguous(stated: Stated, told: Told) -> None:
    article = stated(evidence="Bob said")
    assert told(article.problems) == ["14:15 error evidence-ambiguous stances[0].evidence"]
    assert article.stances[0].evidence[0].span is None


@pytest.mark.parametrize(
    ("body", "first", "second"),
    [
        ("The lane opens soon. Now the lane closes.", 'suffix: "opens soon. Now"', 'suffix: "closes."'),
        ("Soon the lane opens.\n\nNow the lane opens.", 'prefix: "Soon the"', 'prefix: "Now the"'),
        ("Soon the lane\n\nNow the lane opens.", 'prefix: "Soon the"', 'prefix: "Now the"'),
        ("The lane is “up”. The lane is down.", 'suffix: "is “up”. The"', 'suffix: "is down."'),
        ('The lane: "up". The lane is down.', 'suffix: ": \\"up\\". The lane"', 'suffix: "is down."'),
    ],
    ids=["suffix", "alike behind", "nothing behind", "curly", "straight"],
)
def test_words_that_stand_several_times_come_with_what_tells_them_apart(
    evidenced: Evidenced, body: str, first: str, second: str
) -> None:
    (problem,) = evidenced(body, "lane").problems
    ways = f"the first is {{exact: the words, {first}}} and the second {{exact: the words, {second}}}"
    assert (problem.code, problem.hint) == ("evidence-ambiguous", f"Tell which you mean: {ways}.")


@pytest.mark.parametrize("body", ["Now the lane opens.\n\nNow the lane opens.", "lane\n\nlane"])
def test_words_that_stand_several_times_between_the_same_words_are_to_be_more(evidenced: Evidenced, body: str) -> None:
    (problem,) = evidenced(body, "lane").problems
    assert problem.hint == "Quote more words, so that they are found once."


@given(st.lists(st.sampled_from([*"abcd", "“e”", "f,", "é", "g."]), unique=True, min_size=2), st.data())
def test_words_that_stand_twice_are_told_apart_by_what_the_hint_says(
    evidenced: Evidenced, beside: list[str], data: st.DataObject
) -> None:
    """Between words that are all unlike, so that there is something to tell them by."""
    first, second = sorted(data.draw(st.sets(st.integers(1, len(beside)), min_size=2, max_size=2)))
    body = " ".join([*beside[:first], "the lane", *beside[first:second], "the lane", *beside[second:]])
    (problem,) = evidenced(body, "the lane").problems
    ways = [way.replace("the words", "the lane") for way in re.findall(r"\{exact: the words, .*?\}", problem.hint)]
    articles = [evidenced(body, way) for way in ways]
    assert [article.problems for article in articles] == [(), ()]
    starts = [span.start for article in articles for span in article.stances[0].words]
    assert starts == [body.index("the lane"), body.rindex("the lane")]


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

"""Stances: their keys, what they refer to, and the words they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from article.model import (
    Act,
    Article,
    Certainty,
    DateBasis,
    Evidence,
    Modality,
    Position,
    Relation,
    RelationType,
    Role,
    Span,
    Stance,
)
from article.problems import Place, Problem

Compose = Callable[..., str]
Told = Callable[[Iterable[Problem]], list[str]]
Stated = Callable[..., Article]

BODY = '"Ann said it would rain. Bob said it would snow.\\n\\nIf it rains, Bob said, Ann stays. It would rain."'
NEEDED = {
    "id": "s",
    "actor": "ann",
    "issue": "lane",
    "position": "support",
    "modality": "paraphrase",
    "summary": "Yes.",
    "evidence": "Ann stays",
}


@pytest.fixture(scope="session")
def stated(read: Callable[[str], Article], compose: Compose) -> Stated:
    """Reads an article whose stances are the given ones; the keys are those of one more stance, the last,
    each on a line of its own from line 8 on: line 8 is its id, 9 its actor, and so on."""

    def stated(*before: str, **values: str | None) -> Article:
        keys = [f"{key}: {value}" for key, value in {**NEEDED, **values}.items() if value is not None]
        stances = [*(f"\n  - {stance}" for stance in before), "\n  - " + "\n    ".join(keys)]
        return read(compose(body=BODY, stances="".join(stances)))

    return stated


def test_every_key_of_a_stance_is_read(stated: Stated) -> None:
    article = stated(
        via="[bob]",
        act="warning",
        negated="true",
        certainty="likely",
        target="bob",
        date="2031-04-09",
        date_basis="explicit",
        relations="[{type: repeats, stance: s}]",
        coder="me",
        note="Why.",
        x_mine="1",
    )
    assert article.problems == ()
    assert article.stances == (
        Stance(
            id="s",
            actor="ann",
            issue="lane",
            position=Position.SUPPORT,
            summary="Yes.",
            modality=Modality.PARAPHRASE,
            evidence=(Evidence("Ann stays", Role.CONTENT, Span(1, 23, 32), Place(14, 15, 14, 24)),),
            place=Place(8, 5, 8, 5),
            via=("bob",),
            act=Act.WARNING,
            negated=True,
            certainty=Certainty.LIKELY,
            target="bob",
            date="2031-04-09",
            date_basis=DateBasis.EXPLICIT,
            relations=(Relation(RelationType.REPEATS, "s"),),
            coder="me",
            note="Why.",
        ),
    )


def test_what_a_stance_does_not_say_is_absent(stated: Stated) -> None:
    (stance,) = stated().stances
    assert (stance.via, stance.act, stance.negated, stance.certainty, stance.target) == ((), None, False, None, None)
    assert (stance.date, stance.date_basis, stance.relations, stance.coder, stance.note) == (None, None, (), None, None)


@pytest.mark.parametrize("key", ["id", "actor", "issue", "position"])
def test_a_stance_without_what_a_reader_must_be_shown_is_left_out(stated: Stated, key: str) -> None:
    article = stated(**{key: ""})
    assert article.stances == ()
    assert ("missing-key", "stances[0]", f"“{key}” is missing or empty.") in [
        (problem.code, problem.path, problem.message) for problem in article.problems
    ]


@pytest.mark.parametrize("key", ["summary", "modality", "evidence"])
def test_a_stance_without_the_rest_of_what_is_required_is_kept(stated: Stated, told: Told, key: str) -> None:
    article = stated(**{key: None})
    assert [stance.id for stance in article.stances] == ["s"]
    assert told(article.problems) == ["8:5 error missing-key stances[0]"]


@pytest.mark.parametrize(
    ("key", "value", "line", "problem"),
    [
        ("actor", "an", 9, "12 error unknown-actor stances[0].actor"),
        ("issue", "lan", 10, "12 error unknown-issue stances[0].issue"),
        ("position", "suport", 11, "15 error bad-value stances[0].position"),
        ("modality", "quote", 12, "15 error bad-value stances[0].modality"),
        ("act", "warn", 15, "10 error bad-value stances[0].act"),
        ("negated", "yes", 15, "14 error bad-value stances[0].negated"),
        ("certainty", "sure", 15, "16 error bad-value stances[0].certainty"),
        ("target", "bobb", 15, "13 error unknown-actor stances[0].target"),
        ("via", "[ann, bobb]", 15, "16 error unknown-actor stances[0].via[1]"),
        ("date", "Tuesday", 15, "11 error bad-date stances[0].date"),
        ("date_basis", "guessed", 15, "17 error bad-value stances[0].date_basis"),
        ("relations", "[{type: repeat, stance: s}]", 15, "24 error bad-value stances[0].relations[0].type"),
        ("relations", "[{type: repeats, stance: t}]", 15, "41 error unknown-stance stances[0].relations[0].stance"),
        ("relations", "[{type: repeats}]", 15, "17 error missing-key stances[0].relations[0]"),
        ("relations", "t", 15, "16 error not-a-list stances[0].relations"),
        ("says", "t", 15, "5 error unknown-key stances[0].says"),
    ],
)
def test_a_wrong_value_is_a_problem_with_its_place(
    stated: Stated, told: Told, key: str, value: str, line: int, problem: str
) -> None:
    problems = [p for p in told(stated(**{key: value}).problems) if "unused" not in p]
    assert problems == [f"{line}:{problem}"]


WRONG = {
    "modality": "quote",
    "evidence": "Ann sleeps",
    "via": "[bobb]",
    "act": "warn",
    "negated": "yes",
    "certainty": "sure",
    "target": "bobb",
    "date": "Tuesday",
    "date_basis": "guessed",
    "relations": "[{type: repeat, stance: t}]",
    "says": "t",
}
TOLD_OF_WRONG = [
    "bad-value .modality",
    "evidence-not-found .evidence",
    "unknown-actor .via[0]",
    "bad-value .act",
    "bad-value .negated",
    "bad-value .certainty",
    "unknown-actor .target",
    "bad-date .date",
    "bad-value .date_basis",
    "bad-value .relations[0].type",
    "unknown-stance .relations[0].stance",
    "unknown-key .says",
]


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("id", None, "missing-key"),
        ("id", "S", "bad-id .id"),
        ("id", "first", "id-twice .id"),
        ("actor", None, "missing-key"),
        ("actor", "anne", "unknown-actor .actor"),
        ("issue", "lan", "unknown-issue .issue"),
        ("position", "suport", "bad-value .position"),
    ],
)
def test_a_stance_that_is_left_out_is_read_for_all_its_problems(
    stated: Stated, key: str, value: str | None, problem: str
) -> None:
    first = (
        "{id: first, actor: bob, issue: lane, position: oppose, modality: paraphrase, summary: No.,"
        " evidence: Bob said it}"
    )
    article = stated(first, **WRONG, **{key: value})
    assert [stance.id for stance in article.stances] == ["first"]
    assert [stance.position for stance in article.stances] == [Position.OPPOSE]
    found = [
        f"{p.code} {p.path.removeprefix('stances[1]')}".strip() for p in article.problems if "unused" not in p.code
    ]
    assert sorted(found) == sorted([problem, *TOLD_OF_WRONG])


def test_a_stance_that_is_left_out_and_has_no_source_is_warned_of(stated: Stated) -> None:
    article = stated(actor=None, modality="attributed")
    assert "no-source" in [problem.code for problem in article.problems]


def test_the_relations_of_an_id_given_twice_are_not_those_of_the_first(stated: Stated) -> None:
    first = (
        "{id: s, actor: ann, issue: lane, position: support, modality: paraphrase, summary: Yes., evidence: Ann stays}"
    )
    article = stated(first, relations="[{type: repeats, stance: s}]")
    assert [stance.relations for stance in article.stances] == [()]


def test_what_is_wrong_but_not_needed_is_left_out_of_the_stance(stated: Stated) -> None:
    (stance,) = stated(act="x", target="x", via="[bob, x]", relations="[{type: repeats, stance: x}]").stances
    assert (stance.act, stance.target, stance.via, stance.relations) == (None, None, ("bob",), ())


def test_an_unknown_actor_is_a_problem_with_the_nearest_known_one(stated: Stated) -> None:
    problem = next(p for p in stated(actor="anne").problems if p.code == "unknown-actor")
    assert (problem.message, problem.hint) == ("There is no actor “anne”.", "Did you mean ann?")


def test_a_stance_may_relate_to_one_that_comes_later(stated: Stated) -> None:
    first = (
        "{id: r, actor: bob, issue: lane, position: oppose, modality: paraphrase, summary: No., evidence: Bob said it,"
        " relations: [{type: rejects, stance: s}]}"
    )
    article = stated(first)
    assert article.problems == ()
    assert article.stance["r"].relations == (Relation(RelationType.REJECTS, "s"),)


def test_a_via_keeps_its_order(stated: Stated) -> None:
    assert stated(via="[bob, ann]").stances[0].via == ("bob", "ann")


def test_no_plans_is_a_negated_intention_of_unclear_position(stated: Stated) -> None:
    (stance,) = stated(act="intention", negated="true", position="unclear").stances
    assert (stance.act, stance.negated, stance.position) == (Act.INTENTION, True, Position.UNCLEAR)


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


def test_words_like_nothing_in_the_body_come_with_no_passage(stated: Stated) -> None:
    (problem,) = stated(evidence="xyzzy").problems
    assert problem.hint == ""


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
        ("[]", "14:15 error no-content stances[0].evidence"),
        ("['', ' ']", "14:15 error no-content stances[0].evidence"),
        ("{exact: Ann stays, role: cue}", "14:15 error no-content stances[0].evidence"),
        ("' '", "14:15 error missing-key stances[0]"),
        ("{role: content}", "14:15 error missing-key stances[0].evidence"),
        ("{exact: Ann stays, role: quote}", "14:40 error bad-value stances[0].evidence.role"),
        ("{exact: Ann stays, praefix: x}", "14:34 error unknown-key stances[0].evidence.praefix"),
        ("[Ann stays, [Bob]]", "14:27 error not-a-text stances[0].evidence[1]"),
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


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"modality": "attributed"}, ["12:15 warning no-source stances[0].modality"]),
        ({"modality": "attributed", "via": "[bob]"}, []),
        ({"modality": "attributed", "evidence": "[Ann stays, {exact: Bob said, role: cue}]"}, []),
        ({"modality": "paraphrase"}, []),
    ],
)
def test_a_report_without_a_source_is_a_warning(
    stated: Stated, told: Told, values: dict[str, str], problems: list[str]
) -> None:
    assert told(stated(**values).problems) == problems

"""Stances: their keys, and what they refer to."""

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

Told = Callable[[Iterable[Problem]], list[str]]
Stated = Callable[..., Article]


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


@pytest.mark.parametrize("relations", ["", "[]"])
def test_a_stance_may_answer_no_other(stated: Stated, relations: str) -> None:
    article = stated(relations=relations)
    assert (article.stances[0].relations, article.problems) == ((), ())


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
        ("via", "[ann, [bob]]", 15, "16 error not-a-text stances[0].via[1]"),
        ("certainty", "sure", 15, "16 error bad-value stances[0].certainty"),
        ("target", "bobb", 15, "13 error unknown-actor stances[0].target"),
        ("via", "[ann, bobb]", 15, "16 error unknown-actor stances[0].via[1]"),
        ("date", "Tuesday", 15, "11 error bad-date stances[0].date"),
        ("date_basis", "guessed", 15, "17 error bad-value stances[0].date_basis"),
        ("relations", "[{type: repeat, stance: s}]", 15, "24 error bad-value stances[0].relations[0].type"),
        ("relations", "[{type: repeats, stance: t}]", 15, "41 error unknown-stance stances[0].relations[0].stance"),
        ("relations", "[{type: repeats}]", 15, "17 error missing-key stances[0].relations[0]"),
        ("relations", "t", 15, "16 error not-a-list stances[0].relations"),
        ("relations", "{type: repeats, stance: s}", 15, "16 error not-a-list stances[0].relations"),
        ("relations", "[s]", 15, "17 error not-a-mapping stances[0].relations[0]"),
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


def test_stances_that_are_left_out_are_counted(stated: Stated) -> None:
    whole = (
        "{id: r, actor: bob, issue: lane, position: oppose, modality: paraphrase, summary: No., evidence: Bob said it}"
    )
    assert stated(whole).left_out == 0
    assert stated(whole, "{id: q}", actor="anne").left_out == 2


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
    ("values", "problems"),
    [
        ({"modality": "attributed"}, ["12:15 warning no-source stances[0].modality"]),
        ({"modality": "attributed", "via": "[bob]"}, []),
        ({"modality": "attributed", "evidence": "[Ann stays, {exact: Bob said, role: cue}]"}, []),
        ({"modality": "attributed", "via": "[]"}, ["12:15 warning no-source stances[0].modality"]),
        ({"modality": "paraphrase"}, []),
    ],
)
def test_a_report_without_a_source_is_a_warning(
    stated: Stated, told: Told, values: dict[str, str], problems: list[str]
) -> None:
    assert told(stated(**values).problems) == problems


@pytest.mark.parametrize("via", ["bobb", "[bobb]", "Bob Lee", "[[bob]]"])
def test_a_report_with_a_source_that_is_wrong_is_not_without_one(stated: Stated, via: str) -> None:
    codes = {problem.code for problem in stated(modality="attributed", via=via).problems}
    assert codes & {"unknown-actor", "not-a-text"}
    assert "no-source" not in codes

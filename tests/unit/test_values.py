"""The kinds of value: what each reads, and what it says of anything else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.likeness import MOST_NAMES
from article.model import Position
from article.nodes import Node, read_tree
from article.problems import MOST_PROBLEMS, Level, Place, Problem, Problems, Suggestion
from article.values import (
    DATE,
    FLAG,
    LANGUAGE,
    LINE,
    PROSE,
    SLUG,
    TWO_LETTERS,
    At,
    Described,
    ListOf,
    OneOf,
    Reference,
    ValueType,
    is_blank,
    kind_of,
    nearest,
)

Told = Callable[[Iterable[Problem]], list[str]]

ANN_OR_BOB = Reference("actor", ["ann", "bob"])


def parsed(text: str) -> Node:
    root = read_tree(text, Problems("a.yaml")).root
    assert root is not None
    return root


def value_of(kind: ValueType[object], text: str) -> tuple[object, tuple[Problem, ...]]:
    """The value that a YAML text is for a field ``f`` of a kind, and the problems with it."""
    problems = Problems("a.yaml")
    return kind.read(parsed(text), At(problems, "f")), problems.found


# ---------------------------------------------------------------------- where reading stands


def test_a_path_leads_by_keys_and_indexes() -> None:
    at = At(Problems("a.yaml"))
    assert at.key("stances").item(4).key("evidence").item(0).path == "stances[4].evidence[0]"


def test_a_problem_found_somewhere_has_the_path_that_leads_there() -> None:
    at = At(Problems("a.yaml")).key("f")
    at.error("bad-value", Place(2, 1, 2, 2), "Wrong.", "Mend it.")
    at.item(1).warning("folded-body", Place(3, 1, 3, 2), "Odd.")
    assert [(p.level, p.code, p.path, p.message, p.hint) for p in at.problems.found] == [
        (Level.ERROR, "bad-value", "f", "Wrong.", "Mend it."),
        (Level.WARNING, "folded-body", "f[1]", "Odd.", ""),
    ]


# ---------------------------------------------------------------------- the kinds


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (PROSE, '" a\\n  b "', "a\n  b"),
        (LINE, '" a\\n  b\\tc "', "a b c"),
        (SLUG, "a-1_b", "a-1_b"),
        (SLUG, "1", "1"),
        (SLUG, "' a '", "a"),
        (LANGUAGE, "zh-Hant-TW", "zh-Hant-TW"),
        (LANGUAGE, "no", "no"),
        (LANGUAGE, "gsw-CH", "gsw-CH"),
        (TWO_LETTERS, "AB", "AB"),
        (TWO_LETTERS, "42", "42"),
        (TWO_LETTERS, "京", "京"),
        (OneOf(Position), "oppose", Position.OPPOSE),
        (ANN_OR_BOB, "bob", "bob"),
        (ListOf(LINE), "[a, ' b ', '']", ("a", "b")),
        (ListOf(LINE), "a", ("a",)),
        (ListOf(LINE), "[]", ()),
        (ListOf(ANN_OR_BOB), "[bob, ann]", ("bob", "ann")),
    ],
)
def test_a_value_of_its_kind_is_read(kind: ValueType[object], text: str, value: object) -> None:
    assert value_of(kind, text) == (value, ())


ONE_VALUE = [PROSE, LINE, SLUG, DATE, LANGUAGE, TWO_LETTERS, FLAG, OneOf(Position), ANN_OR_BOB]


@pytest.mark.parametrize("kind", ONE_VALUE)
@pytest.mark.parametrize("text", ["''", "' '"])
def test_where_there_is_no_text_there_is_no_value_and_no_problem(kind: ValueType[object], text: str) -> None:
    assert value_of(kind, text) == (None, ())


def test_a_list_of_nothing_is_empty() -> None:
    assert value_of(ListOf(LINE), "''") == ((), ())


@pytest.mark.parametrize("kind", ONE_VALUE)
@pytest.mark.parametrize(("text", "what"), [("[a]", "list"), ("{a: b}", "mapping")])
def test_a_text_is_wanted_where_a_list_or_a_mapping_stands(kind: ValueType[object], text: str, what: str) -> None:
    value, problems = value_of(kind, text)
    assert value is None
    assert [(p.code, p.path, p.message) for p in problems] == [
        ("not-a-text", "f", f"A text is wanted here, not a {what}.")
    ]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Okoro", "Perhaps: okoro"),
        ("ines okoro", "Perhaps: ines-okoro"),
        ("-a", "Perhaps: a"),
        ("_a", "Perhaps: a"),
        ("a.b", "Perhaps: a-b"),
        ("Ötzi & co", "Perhaps: otzi-co"),
        ("é", "Perhaps: e"),
        ("Инес Окоро", "Perhaps: ines-okoro"),
        ("Çınar", "Perhaps: cinar"),
        ("— …", ""),
        ("'a\n\n  b'", "Perhaps: a-b"),
    ],
)
def test_what_is_no_id_is_a_problem_with_the_id_it_might_be(text: str, hint: str) -> None:
    value, problems = value_of(SLUG, text)
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-id", hint)]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1))
def test_an_id_that_might_be_meant_is_an_id(text: str) -> None:
    _, problems = value_of(SLUG, "'{}'".format(text.replace("'", "''")))
    for problem in problems:
        if problem.hint:
            meant = problem.hint.removeprefix("Perhaps: ")
            assert value_of(SLUG, meant) == (meant, ())


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-02", "2024-02-29", "20240229", "2024-W09", "2024-W09-2", "2024W092", "0001-01-01"),
        *("2024-02-29T10:30", "2024-02-29T10:30:59Z", "2024-02-29T10:30:59.5+02:00", "2024-02-29 10:30"),
    ],
)
def test_an_iso_8601_date_is_kept_as_the_text_it_is(text: str) -> None:
    assert value_of(DATE, f"'{text}'") == (text, ())


@given(st.datetimes(timezones=st.none() | st.timezones()))
def test_every_moment_that_python_writes_is_a_date(moment: datetime) -> None:
    text = moment.isoformat()
    assert value_of(DATE, f"'{text}'") == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "2024-13", "2024-00", "2024-2-9", "24", "27.2.2024", "27 February 2024", "2024-02-27T", "٢٠٢٤"),
        *("2024-02-27T25:00", "2024-02-27x10:00", "2024-02-27☃10:00", "2024-02-27TT10:00", "T10:00", "yesterday"),
        *("2024-W54-1", "2024-W09-8", "202402", "2024-02-27T10:30+25:00", "2024-02-27 10:30 CET"),
    ],
)
def test_what_is_no_date_is_a_problem_that_shows_one(text: str) -> None:
    value, problems = value_of(DATE, f"'{text}'")
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-date", "Year, month and day are written 2024-02-27.")]


@pytest.mark.parametrize("text", ["English language", "English", "engl", "e", "en_US", "12", "en-", "en-abcdefghi"])
def test_what_is_no_language_tag_is_a_problem(text: str) -> None:
    value, problems = value_of(LANGUAGE, text)
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-value", "English is en.")]


@pytest.mark.parametrize("text", ["A", "ABC", "A!", "'A B'", "京都"])
def test_what_is_not_two_letters_is_a_problem(text: str) -> None:
    value, problems = value_of(TWO_LETTERS, text)
    assert value is None
    assert [problem.code for problem in problems] == ["bad-value"]


@pytest.mark.parametrize(
    ("text", "flag"),
    [("true", True), ("True", True), ("TRUE", True), ("false", False), ("False", False), ("FALSE", False)],
)
def test_a_flag_is_true_or_false_as_yaml_writes_them(text: str, flag: object) -> None:
    assert value_of(FLAG, text) == (flag, ())


@pytest.mark.parametrize("text", ["yes", "no", "on", "tRue", "1", "t"])
def test_what_is_neither_true_nor_false_is_no_flag(text: str) -> None:
    value, problems = value_of(FLAG, text)
    assert value is None
    assert [(p.code, p.message) for p in problems] == [("bad-value", f"“{text}” is neither true nor false.")]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("suport", "Did you mean support?"),
        ("Oppose", "Did you mean oppose?"),
        ("xyz", "Known: support, oppose, mixed, neutral, unclear."),
    ],
)
def test_a_word_outside_its_vocabulary_is_a_problem_with_the_words_there_are(text: str, hint: str) -> None:
    value, problems = value_of(OneOf(Position), text)
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-value", hint)]


def test_the_nearest_word_of_a_vocabulary_can_be_put_in_by_a_machine_and_the_list_of_all_cannot() -> None:
    (near,), (far,) = value_of(OneOf(Position), "suport")[1], value_of(OneOf(Position), "xyz")[1]
    assert near.suggestion is not None
    assert (near.suggestion.old, near.suggestion.new) == ("suport", "support")
    assert far.suggestion is None


@pytest.mark.parametrize("what", ["actor", "issue", "party", "stance"])
def test_an_id_that_nothing_has_is_a_problem_with_the_nearest_there_is(what: Described) -> None:
    value, (problem,) = value_of(Reference(what, ["okoro", "reyes"]), "okro")
    assert value is None
    assert (problem.code, problem.message) == (f"unknown-{what}", f"There is no {what} “okro”.")
    assert problem.suggestion is not None
    assert problem.suggestion.new == "okoro"


def test_a_name_where_an_id_is_wanted_is_a_problem_with_the_nearest_id() -> None:
    value, (problem,) = value_of(Reference("actor", ["okoro", "jonas-wehrmeister"]), "Jonas Wehrmeister")
    assert (value, problem.code) == (None, "unknown-actor")
    assert (problem.message, problem.hint) == (
        "There is no actor “Jonas Wehrmeister”.",
        "Did you mean jonas-wehrmeister?",
    )


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        (["reyes", "okoro"], "Known: reyes, okoro."),
        ([f"a{n}" for n in range(12)], "Known: a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11."),
        ([f"a{n}" for n in range(13)], "Known: a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11 and others."),
        ([], ""),
    ],
    ids=["few", "twelve", "more", "none"],
)
def test_an_id_like_none_is_a_problem_with_the_first_there_are(known: list[str], hint: str) -> None:
    _, (problem,) = value_of(Reference("actor", known), "xxxxxxx")
    assert (problem.hint, problem.suggestion) == (hint, None)


@pytest.mark.parametrize("text", ["Ann Lee", "ann_", "é", "'a\n\n  b'"])
def test_what_can_be_no_id_is_unknown_where_an_id_is_wanted(text: str) -> None:
    assert [problem.code for problem in value_of(ANN_OR_BOB, text)[1]] == ["unknown-actor"]


def test_what_is_wrong_in_a_list_has_its_index(told: Told) -> None:
    value, problems = value_of(ListOf(SLUG), "[a, B, c, [d]]")
    assert value == ("a", "c")
    assert told(problems) == ["1:5 error bad-id f[1]", "1:11 error not-a-text f[3]"]


# ---------------------------------------------------------------------- what is near


@pytest.mark.parametrize(("name", "near"), [("okro", "okoro"), ("OKORO!", "okoro"), ("reye", "reyes")])
def test_the_nearest_name_is_offered_when_it_is_near(name: str, near: str) -> None:
    found = nearest(name, ["okoro", "reyes"], Problems("a.yaml"))
    assert isinstance(found, Suggestion)
    assert (found.old, found.new) == (name, near)


@pytest.mark.parametrize(("name", "known"), [("x", ["okoro"]), ("", ["okoro"]), ("okoro", [])])
def test_nothing_is_offered_when_no_name_is_near(name: str, known: list[str]) -> None:
    assert nearest(name, known, Problems("a.yaml")) == ""


def test_a_nearer_name_has_a_higher_score_up_to_a_hundred() -> None:
    scores = [
        found.score for name in ("oko", "okor", "Okoro") if (found := nearest(name, ["okoro"], Problems("a.yaml")))
    ]
    assert 0 < scores[0] < scores[1] < scores[2] == 100


def test_the_nearest_of_very_many_names_is_not_looked_for() -> None:
    names = [f"name{n}" for n in range(MOST_NAMES + 1)]
    assert str(nearest("name1", names[1:], Problems("a.yaml"))) == "Did you mean name1?"
    assert nearest("name1", names, Problems("a.yaml")) == ""


def test_the_nearest_name_is_not_looked_for_when_no_more_problems_are_listed() -> None:
    problems = Problems("a.yaml")
    for _ in range(MOST_PROBLEMS):
        problems.warning("no-source", None, "", "")
    assert nearest("okro", ["okoro"], problems) == ""


# ---------------------------------------------------------------------- nodes


@pytest.mark.parametrize(
    ("text", "blank"), [("''", True), ("' '", True), ("[]", True), ("a", False), ("['']", False), ("{}", False)]
)
def test_no_text_and_an_empty_list_are_blank(text: str, blank: object) -> None:
    assert is_blank(parsed(text)) is blank


@pytest.mark.parametrize(("text", "kind"), [("''", "text"), ("[a]", "list"), ("{}", "mapping")])
def test_a_node_has_a_kind(text: str, kind: str) -> None:
    assert kind_of(parsed(text)) == kind

"""The kinds of value, and the reading of a record by its table."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from article.fields import (
    DATE,
    FLAG,
    LINE,
    MOST_NAMES,
    PROSE,
    RAW,
    SLUG,
    At,
    Field,
    ListOf,
    OneOf,
    Record,
    ValueType,
    nearest,
    records,
)
from article.model import Position
from article.nodes import Mapping, Node, read_tree
from article.problems import MOST_PROBLEMS, Place, Problem, Problems

Told = Callable[[Iterable[Problem]], list[str]]

NAME = Field("name", LINE, required=True)
AGE = Field("age", LINE)
FIELDS = (NAME, AGE)


def parsed(text: str) -> Node:
    root = read_tree(text, Problems("a.yaml")).root
    assert root is not None
    return root


def value_of(kind: ValueType[object], text: str) -> tuple[object, tuple[Problem, ...]]:
    """The value that a YAML text is for a field ``f`` of a kind, and the problems with it."""
    problems = Problems("a.yaml")
    return kind.read(parsed(text), At(problems, "f")), problems.found


def record_of(text: str) -> tuple[Record, tuple[Problem, ...]]:
    node, problems = parsed(text), Problems("a.yaml")
    assert isinstance(node, Mapping)
    return Record(node, FIELDS, At(problems, "r")), problems.found


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (PROSE, '" a\\n  b "', "a\n  b"),
        (PROSE, "' '", None),
        (LINE, '" a\\n  b\\tc "', "a b c"),
        (LINE, "''", None),
        (SLUG, "a-1_b", "a-1_b"),
        (SLUG, "1", "1"),
        (SLUG, "' a '", "a"),
        (SLUG, "''", None),
        (FLAG, "true", True),
        (FLAG, "false", False),
        (FLAG, "''", None),
        (OneOf(Position), "oppose", Position.OPPOSE),
        (OneOf(Position), "''", None),
        (ListOf(LINE), "[a, ' b ', '']", ("a", "b")),
        (ListOf(LINE), "a", ("a",)),
        (ListOf(LINE), "''", ()),
        (ListOf(LINE), "[]", ()),
    ],
)
def test_a_value_of_its_kind_is_read(kind: ValueType[object], text: str, value: object) -> None:
    assert value_of(kind, text) == (value, ())


def test_a_raw_value_is_the_node_itself() -> None:
    node = parsed("[a]")
    assert RAW.read(node, At(Problems("a.yaml"))) is node


@pytest.mark.parametrize("kind", [PROSE, LINE, SLUG, DATE, FLAG, OneOf(Position)])
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
        ("Ötzi & co", "Perhaps: tzi-co"),
        ("é", ""),
        ("'a\n\n  b'", "Perhaps: a-b"),
    ],
)
def test_what_is_no_id_is_a_problem_with_the_id_it_might_be(text: str, hint: str) -> None:
    value, problems = value_of(SLUG, text)
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-id", hint)]


@pytest.mark.parametrize(
    "text",
    [
        *("2024", "2024-02", "2024-02-29", "20240229", "2024-W09-2", "0001-01-01"),
        *("2024-02-29T10:30", "2024-02-29T10:30:59Z", "2024-02-29T10:30:59.5+02:00", "2024-02-29 10:30"),
    ],
)
def test_an_iso_8601_date_is_kept_as_the_text_it_is(text: str) -> None:
    assert value_of(DATE, f"'{text}'") == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        *("2023-02-29", "2024-13", "2024-2-9", "24", "27.2.2024", "27 February 2024", "2024-02-27T", "٢٠٢٤"),
        *("2024-02-27T25:00", "2024-02-27x10:00", "2024-02-27☃10:00", "2024-02-27TT10:00", "T10:00", "yesterday"),
    ],
)
def test_what_is_no_date_is_a_problem_that_shows_one(text: str) -> None:
    value, problems = value_of(DATE, f"'{text}'")
    assert value is None
    assert [(p.code, p.hint) for p in problems] == [("bad-date", "Year, month and day are written 2024-02-27.")]


@pytest.mark.parametrize("text", ["yes", "no", "True", "1"])
def test_a_flag_is_only_true_or_false(text: str) -> None:
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


def test_what_is_wrong_in_a_list_has_its_index(told: Told) -> None:
    value, problems = value_of(ListOf(SLUG), "[a, B, c, [d]]")
    assert value == ("a", "c")
    assert told(problems) == ["1:5 error bad-id f[1]", "1:11 error not-a-text f[3]"]


def test_a_record_gives_the_values_of_its_fields() -> None:
    record, problems = record_of("name: ' Ann '\nage:\n")
    assert (record.get(NAME), record.get(AGE), problems) == ("Ann", None, ())


def test_the_place_of_a_field_is_that_of_its_value_or_of_the_record() -> None:
    record, _ = record_of("\nname: Ann\n")
    assert record.place_of(NAME) == Place(2, 7, 2, 10)
    assert record.place_of(AGE) == record.node.place == Place(2, 1, 2, 1)


def test_an_unknown_key_is_a_problem_with_the_nearest_known_one(told: Told) -> None:
    _, problems = record_of("name: Ann\nAgee: 3\nzzz: 4\n")
    assert told(problems) == ["2:1 error unknown-key r.Agee", "3:1 error unknown-key r.zzz"]
    assert [problem.hint for problem in problems] == ["Did you mean age?", ""]


def test_an_unknown_key_of_several_lines_is_told_on_one() -> None:
    (problem,) = record_of('{name: Ann, "a\\nb": c}')[1]
    assert (problem.path, problem.message) == ("r.a b", "The key “a b” is not known here.")


def test_a_key_of_the_users_own_is_kept_and_ignored() -> None:
    record, problems = record_of("name: Ann\nx_note: [1]\nx_: {a: b}\n")
    assert problems == ()
    assert list(record.node.entries) == ["name", "x_note", "x_"]


@pytest.mark.parametrize(("text", "place"), [("{age: 3}", "1:1"), ("name:\nage: 3", "1:6"), ("name: ' '", "1:7")])
def test_a_required_key_that_is_missing_or_empty_is_a_problem(told: Told, text: str, place: str) -> None:
    assert told(record_of(text)[1]) == [f"{place} error missing-key r"]


def test_records_are_the_mappings_of_a_list(told: Told) -> None:
    problems = Problems("a.yaml")
    found = list(records(parsed("- name: Ann\n- Bob\n- [c]\n- name: Dee\n"), FIELDS, At(problems, "r")))
    assert [(record.at.path, record.get(NAME)) for record in found] == [("r[0]", "Ann"), ("r[3]", "Dee")]
    assert told(problems.found) == ["2:3 error not-a-mapping r[1]", "3:3 error not-a-mapping r[2]"]


@pytest.mark.parametrize(("text", "problem"), [("{a: b}", "1:1 error not-a-list r"), ("a", "1:1 error not-a-list r")])
def test_records_are_wanted_in_a_list(told: Told, text: str, problem: str) -> None:
    problems = Problems("a.yaml")
    assert list(records(parsed(text), FIELDS, At(problems, "r"))) == []
    assert told(problems.found) == [problem]


@pytest.mark.parametrize("node", [None, "''", "[]"])
def test_no_records_are_no_problem(node: str | None) -> None:
    problems = Problems("a.yaml")
    assert list(records(parsed(node) if node else None, FIELDS, At(problems))) == []
    assert problems.found == ()


@pytest.mark.parametrize(
    ("name", "hint"),
    [("okro", "Did you mean okoro?"), ("OKORO!", "Did you mean okoro?"), ("reye", "Did you mean reyes?"), ("x", "")],
)
def test_the_nearest_name_is_offered_when_it_is_near(name: str, hint: str) -> None:
    assert nearest(name, ["okoro", "reyes"], Problems("a.yaml")) == hint


def test_no_name_is_near_to_nothing() -> None:
    assert nearest("", ["okoro"], Problems("a.yaml")) == ""
    assert nearest("okoro", [], Problems("a.yaml")) == ""


def test_the_nearest_of_very_many_names_is_not_looked_for() -> None:
    names = [f"name{n}" for n in range(MOST_NAMES + 1)]
    assert nearest("name1", names[1:], Problems("a.yaml")) == "Did you mean name1?"
    assert nearest("name1", names, Problems("a.yaml")) == ""


def test_the_nearest_name_is_not_looked_for_when_no_more_problems_are_listed() -> None:
    problems = Problems("a.yaml")
    for _ in range(MOST_PROBLEMS):
        problems.warning("w", None, "", "")
    assert nearest("okro", ["okoro"], problems) == ""

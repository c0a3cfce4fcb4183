"""The reading of a record by its table of fields, and of the lists of records inside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest
from jsonschema import Draft202012Validator

from article.fields import ID, Field, Record, Records, Table, named_once, record_schema
from article.nodes import Mapping, Node, read_tree
from article.problems import Place, Problem, Problems
from article.values import LINE, SLUG, At

Told = Callable[[Iterable[Problem]], list[str]]

NAME = Field("name", LINE, "Its name.", required=True)
AGE = Field("age", LINE, "Its age.")
PETS = Field("pets", Records((NAME, AGE)), "Its pets.", required=True)
TOYS = Field("toys", Records((NAME, AGE), alone=NAME), "Its toys.", required=True)
FIELDS = (NAME, AGE)


def parsed(text: str) -> Node:
    root = read_tree(text, Problems("a.yaml")).root
    assert root is not None
    return root


def record_of(text: str, *fields: Field[object], at: str = "r") -> tuple[Record, tuple[Problem, ...]]:
    """The record that a YAML text is, read by some fields, and the problems with it."""
    node, problems = parsed(text), Problems("a.yaml")
    problems.text = text
    assert isinstance(node, Mapping)
    return Record(node, Table.of(fields or FIELDS), At(problems, at)), problems.found


def read(kind: Records, text: str) -> tuple[tuple[Record, ...], Problems]:
    """The records of a list, at path ``r``, and the problems with it."""
    problems = Problems("a.yaml")
    return kind.read(parsed(text), At(problems, "r")), problems


# ---------------------------------------------------------------------- a record


def test_a_record_gives_the_values_of_its_fields() -> None:
    record, problems = record_of("name: ' Ann '\nage:\n")
    assert (record.get(NAME), record.get(AGE), problems) == ("Ann", None, ())


def test_a_narrower_type_is_asked_instead_of_the_fields_own(told: Told) -> None:
    record, _ = record_of("name: Ann\nage: Old Age\n")
    assert (record.get(AGE), record.get(AGE, SLUG)) == ("Old Age", None)
    assert told(record.at.problems.found) == ["2:6 error bad-id r.age"]


def test_the_place_of_a_field_is_that_of_its_value_or_of_the_record() -> None:
    record, _ = record_of("\nname: Ann\n")
    assert record.place_of(NAME) == Place(2, 7, 2, 10)
    assert record.place_of(AGE) == record.node.place == Place(2, 1, 2, 1)


@pytest.mark.parametrize(("at", "path"), [("r", "r.name"), ("", "name")])
def test_a_field_stands_under_its_key(at: str, path: str) -> None:
    assert record_of("name: Ann\n", at=at)[0].at_of(NAME).path == path


def test_an_unknown_key_is_a_problem_with_the_nearest_known_one(told: Told) -> None:
    _, (problem,) = record_of("name: Ann\nAgee: 3\n")
    assert told([problem]) == ["2:1 error unknown-key r.Agee"]
    assert problem.hint == "Did you mean age?"
    assert problem.suggestion is not None
    assert (problem.suggestion.old, problem.suggestion.new) == ("Agee", "age")


def test_an_unknown_key_unlike_any_is_a_problem_with_all_known_ones(told: Told) -> None:
    _, (problem,) = record_of("name: Ann\nzzz: 4\n")
    assert told([problem]) == ["2:1 error unknown-key r.zzz"]
    assert (problem.hint, problem.suggestion) == ("Known: name, age.", None)


@pytest.mark.parametrize(("key", "hint"), [("nome", "Did you mean name?"), ("na", "Known: name, age.")])
def test_a_key_less_than_three_quarters_like_another_is_not_taken_for_it(key: str, hint: str) -> None:
    _, (problem,) = record_of(f"name: Ann\n{key}: 4\n")
    assert problem.hint == hint


COMMA = "Between brackets a comma ends a text: put one that holds a comma in quotation marks."


@pytest.mark.parametrize("rest", ["mayor", "the mayor", "the mayor , age: 3"])
def test_a_text_that_a_comma_has_cut_comes_with_the_remedy(told: Told, rest: str) -> None:
    record, (problem,) = record_of(f"{{name: Ann, {rest}}}")
    assert record.get(NAME) == "Ann"
    assert told([problem])[0].startswith("1:13 error unknown-key r.")
    assert problem.hint == COMMA


@pytest.mark.parametrize(
    "text", ["{name: Ann, the mayor: hers}", "{name: Ann, the mayor: }", "name: Ann\nthe mayor:\n"]
)
def test_a_key_with_a_colon_is_not_taken_for_the_rest_of_a_text(text: str) -> None:
    _, (problem,) = record_of(text)
    assert problem.hint == "Known: name, age."


@pytest.mark.parametrize(
    ("text", "has"), [("age: 3", True), ("age: [3]", True), ("age:", False), ("age: ' '", False), ("name: Ann", False)]
)
def test_a_record_has_what_stands_behind_a_key_right_or_wrong(text: str, has: object) -> None:
    assert record_of(text)[0].has(AGE) is has


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


def test_a_required_key_that_is_empty_is_no_problem_of_its_type_too(told: Told) -> None:
    record, _ = record_of("name: []\n")
    assert told(record.at.problems.found) == ["1:7 error missing-key r"]


# ---------------------------------------------------------------------- a list that is to be filled


@pytest.mark.parametrize("empty", ["", "''", "[]"])
def test_a_required_list_of_records_that_is_empty_is_a_warning(told: Told, empty: str) -> None:
    record, problems = record_of(f"name: Ann\npets: {empty}\n", NAME, PETS)
    assert told(problems) == ["2:1 warning empty-list r.pets"]
    assert problems[0].message == "There are no pets yet."
    assert record.get(PETS) == ()


def test_a_required_list_of_records_that_is_missing_is_an_error(told: Told) -> None:
    assert told(record_of("name: Ann\n", NAME, PETS)[1]) == ["1:1 error missing-key r"]


@pytest.mark.parametrize("empty", ["", "''", "[]"])
def test_where_one_may_stand_alone_an_empty_list_is_a_missing_key(told: Told, empty: str) -> None:
    _, problems = record_of(f"name: Ann\ntoys: {empty}\n", NAME, TOYS)
    assert [problem.split(" ", 1)[1] for problem in told(problems)] == ["error missing-key r"]


@pytest.mark.parametrize("filled", ["[{}]", "[{name: Rex}]", "['']", "{}", "Rex"])
def test_a_list_of_something_wrong_is_not_empty(filled: str) -> None:
    assert "empty-list" not in [p.code for p in record_of(f"{{name: Ann, pets: {filled}}}", NAME, PETS)[1]]


def test_a_list_that_is_not_required_may_be_empty() -> None:
    optional = Field("pets", Records(FIELDS), "Its pets.")
    record, problems = record_of("name: Ann\npets: []\n", NAME, optional)
    assert (record.get(optional), problems) == ((), ())


# ---------------------------------------------------------------------- records in a list


def test_records_are_the_mappings_of_a_list(told: Told) -> None:
    found, problems = read(Records(FIELDS), "- name: Ann\n- Bob\n- [c]\n- name: Dee\n")
    assert [(record.at.path, record.get(NAME)) for record in found] == [("r[0]", "Ann"), ("r[3]", "Dee")]
    assert told(problems.found) == ["2:3 error not-a-mapping r[1]", "3:3 error not-a-mapping r[2]"]
    assert [problem.message for problem in problems.found] == [
        "Keys and values are wanted here, not a text.",
        "Keys and values are wanted here, not a list.",
    ]


@pytest.mark.parametrize(("text", "kind"), [("{a: b}", "mapping"), ("a", "text")])
def test_records_are_wanted_in_a_list(text: str, kind: str) -> None:
    found, problems = read(Records(FIELDS), text)
    assert found == ()
    assert [(p.code, p.path, p.message) for p in problems.found] == [
        ("not-a-list", "r", f"A list is wanted here, not a {kind}.")
    ]
    assert problems.found[0].hint == "Each of its records begins with “- ”, on a line of its own."


@pytest.mark.parametrize("alone", [None, NAME], ids=["only a list", "or one alone"])
@pytest.mark.parametrize("text", ["''", "' '", "[]"])
def test_no_records_are_no_problem(text: str, alone: Field[str] | None) -> None:
    found, problems = read(Records(FIELDS, alone), text)
    assert (found, problems.found) == ((), ())


def test_a_list_reads_the_problems_of_its_records(told: Told) -> None:
    _, problems = read(Records(FIELDS), "- {nam: Ann}\n- {name: Bob, age: [3]}\n")
    assert told(problems.found) == ["1:3 error missing-key r[0]", "1:4 error unknown-key r[0].nam"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann", [("r", "Ann", None)]),
        ("{name: Ann, age: 3}", [("r", "Ann", "3")]),
        ("[Ann, {name: Bob, age: 3}, Cy]", [("r[0]", "Ann", None), ("r[1]", "Bob", "3"), ("r[2]", "Cy", None)]),
    ],
)
def test_a_text_may_stand_for_a_record_and_one_for_a_list(
    text: str, found: list[tuple[str, str | None, str | None]]
) -> None:
    records, problems = read(Records(FIELDS, alone=NAME), text)
    assert [(record.at.path, record.get(NAME), record.get(AGE)) for record in records] == found
    assert problems.found == ()


@pytest.mark.parametrize(
    ("text", "path", "column"), [("Ann", "r", 1), ("[Ann]", "r[0]", 2), ("{name: Ann}", "r.name", 8)]
)
def test_what_is_wrong_with_a_text_is_told_where_it_stands(told: Told, text: str, path: str, column: int) -> None:
    (record,), problems = read(Records(FIELDS, alone=NAME), text)
    assert (record.at_of(NAME).path, record.place_of(NAME).column) == (path, column)
    assert record.get(NAME, SLUG) is None
    assert told(problems.found) == [f"1:{column} error bad-id {path}"]


def test_a_text_that_stands_for_a_record_must_be_one(told: Told) -> None:
    records, problems = read(Records(FIELDS, alone=NAME), "[Ann, [Bob], '']")
    assert [record.get(NAME) for record in records] == ["Ann", None]
    assert told(problems.found) == ["1:7 error not-a-mapping r[1]", "1:14 error missing-key r[2]"]
    assert problems.found[0].message == "A text, or keys and values, are wanted here, not a list."


# ---------------------------------------------------------------------- names


def named(text: str) -> tuple[list[str | None], Problems]:
    records, problems = read(Records((ID,)), text)
    return [name for name, _ in named_once(records)], problems


def test_records_are_named_by_their_ids_and_the_first_of_two_counts(told: Told) -> None:
    names, problems = named("- id: a\n- id: b\n- id: a\n- id: b\n")
    assert names == ["a", "b", None, None]
    assert told(problems.found) == ["3:7 error id-twice r[2].id", "4:7 error id-twice r[3].id"]
    assert problems.found[0].message == "The id “a” is given twice; the first, on line 1, counts."


def test_a_record_without_a_name_is_read_all_the_same(told: Told) -> None:
    names, problems = named("- {}\n- id: A\n- id: a\n")
    assert names == [None, None, "a"]
    assert told(problems.found) == ["1:3 error missing-key r[0]", "2:7 error bad-id r[1].id"]


# ---------------------------------------------------------------------- what an editor is told


def fits(value: object, *fields: Field[object]) -> bool:
    """Whether a value fits the schema of a record, both as JSON has them."""
    schema, instance = json.loads(json.dumps([record_schema(fields), value]))
    return Draft202012Validator(schema).is_valid(instance)


@pytest.mark.parametrize(
    ("value", "reads"),
    [
        ({"name": "Ann", "pets": []}, True),
        ({"name": "Ann", "age": None, "pets": None}, True),
        ({"name": "Ann", "pets": [{"name": "Rex"}], "x_note": [1]}, True),
        ({"pets": []}, False),
        ({"name": None, "pets": []}, False),
        ({"name": "Ann", "pets": [], "note": "x"}, False),
        ({"name": "Ann", "pets": ["Rex"]}, False),
        ({"name": "Ann", "pets": [{"age": "3"}]}, False),
        ("Ann", False),
    ],
    ids=repr,
)
def test_the_schema_of_a_record_fits_what_reads_without_an_error(value: object, reads: object) -> None:
    assert fits(value, NAME, AGE, PETS) is reads


@pytest.mark.parametrize("toys", ["ball", {"name": "ball"}, ["ball", {"name": "kite", "age": "3"}]], ids=repr)
def test_the_schema_of_a_list_knows_what_may_stand_alone(toys: object) -> None:
    assert fits({"toys": toys}, TOYS)


def test_the_schema_of_a_field_says_what_the_field_is() -> None:
    assert AGE.schema()["description"] == "Its age."

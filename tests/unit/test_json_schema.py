"""The JSON Schema that editors use, and the loader: they agree on what an article is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import cast

import pytest
import yaml
from jsonschema import Draft202012Validator

from article import ArticleError
from article.fields import Field, Records
from article.json_schema import json_schema
from article.loader import load_text
from article.problems import Level, Problem
from article.values import DATE, FLAG, LANGUAGE, LINE, PROSE, SLUG, TWO_LETTERS, ListOf, OneOf
from tests.unit.tables import TABLES, Table

ROOT = Path(__file__).parents[2]
ARTICLES = [*(ROOT / "article" / "bundled").glob("*.yaml"), ROOT / "tests" / "data" / "harbor-ave-lane.yaml"]
VALIDATOR = Draft202012Validator(json_schema())

FULL = """\
format: 1
id: lane
headline: Council weighs a bike lane
publisher: Lakeford Ledger
author: Ana Moss
published: 2031-04-09
published_basis: stated
url: https://example.org/lane
language: en
rights: All
coder: kt
note: Invented.
body: |
  The mayor said that the lane will open in June.

  The merchants call the lane a threat.
parties:
  - {id: for, name: Supporters}
actors:
  - id: mayor
    name: The mayor
    kind: person
    party: for
    role: mayor
    short: Mayor
    tag: MA
    aliases: [the mayor]
    same_as: https://example.org/mayor
    member_of: [{org: merchants, role: guest, from: 2030, to: 2031-01}]
  - {id: merchants, name: The merchants, kind: group}
issues:
  - {id: lane, label: The lane, proposition: The lane should be built., same_as: https://example.org/lane}
  - {id: part, label: A part, proposition: A part should be built., broader: lane}
stances:
  - id: s1
    actor: mayor
    via: [merchants]
    issue: lane
    position: support
    modality: paraphrase
    act: commitment
    negated: false
    certainty: conditional
    target: merchants
    date: 2031-04-08
    date_basis: explicit
    summary: It opens in June.
    relations: [{type: rejects, stance: s2}]
    coder: kt
    note: Sure.
    evidence: [{exact: the lane, prefix: that, suffix: will open, role: content}]
  - id: s2
    actor: merchants
    issue: part
    position: oppose
    modality: paraphrase
    summary: A threat.
    evidence: call the lane a threat
"""
"""An article in which every key of every table stands."""


class CoreLoader(yaml.SafeLoader):
    """Guesses types as YAML 1.2's core schema does (section 10.3.2), and so as editors do."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for kind, pattern in {
    "null": "(~|null|Null|NULL|)",
    "bool": "(true|True|TRUE|false|False|FALSE)",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^{pattern}$"), None)


class PlainDumper(yaml.SafeDumper):
    """Writes nothing where there is nothing, and copies rather than aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


PlainDumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def accepted_by_schema(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(text, CoreLoader))  # noqa: S506 (a safe loader)


def accepted_by_loader(text: str) -> bool:
    """Whether every value is of its kind: what refers to something else is beyond a schema."""
    try:
        problems = load_text(text).problems
    except ArticleError as error:
        problems = error.problems
    return not [problem for problem in problems if problem.level is not Level.WARNING and not is_beyond(problem)]


def is_beyond(problem: Problem) -> bool:
    """Whether no schema could tell: it knows no ids, if only they look like ids, and no text to find words in."""
    if problem.code.startswith("unknown-") and problem.code not in ("unknown-key", "unknown-format"):
        return re.search("“[a-z0-9][a-z0-9_-]*”", problem.message) is not None
    return problem.code in ("evidence-not-found", "evidence-ambiguous", "context-not-found", "no-content")


def test_it_is_a_schema_of_2020_12() -> None:
    Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_both_accept_the_articles_that_there_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert accepted_by_schema(text)
    assert accepted_by_loader(text)


# ---------------------------------------------------------------------- each field, broken

Tree = dict[str, object]
FIELDS: dict[tuple[str | int, ...], Table] = {
    (): TABLES["article"],
    ("parties", 0): TABLES["parties"],
    ("actors", 0): TABLES["actors"],
    ("actors", 0, "member_of", 0): TABLES["member_of"],
    ("issues", 1): TABLES["issues"],
    ("stances", 0): TABLES["stances"],
    ("stances", 0, "relations", 0): TABLES["relations"],
    ("stances", 0, "evidence", 0): TABLES["evidence"],
}
"""Where in the full article a record of each table stands."""


def test_every_key_of_every_table_stands_in_the_full_article() -> None:
    tree = yaml.load(FULL, CoreLoader)  # noqa: S506
    missing = [
        f"{'.'.join(map(str, path))}.{field.name}"
        for path, fields in FIELDS.items()
        for field in fields
        if field.name not in record_at(tree, path)
    ]
    assert set(missing) <= {"issues.1.same_as"}
    assert accepted_by_schema(FULL)
    assert accepted_by_loader(FULL)


def record_at(tree: Tree, path: tuple[str | int, ...]) -> Tree:
    found: object = tree
    for step in path:
        found = cast("dict[str | int, object]", found)[step]
    return cast("Tree", found)


COMMON: list[object] = [[], {"a": "b"}, [["a"]], None, "", "some words", "a-b", 7, "7", True]
TO_TRY: list[tuple[object, list[object]]] = [
    (PROSE, [1.5, "two\nlines"]),
    (LINE, [1.5, "two\nlines"]),
    (SLUG, ["Ab", "a b", "-a", "ä", 12]),
    (DATE, ["2024-02-27", "2024-13", "27.2.2024", "2024-02-27T10:00", 2024, 20240227, "2024-W09-2"]),
    (LANGUAGE, ["pt-BR", "en_GB"]),
    (TWO_LETTERS, ["AB", "ABC", 42, 123]),
    (FLAG, [False, "true", "yes"]),
]


def values_to_try(field: Field[object]) -> list[object]:
    """Values right and wrong for its kind."""
    kind = field.type
    if isinstance(kind, OneOf):
        return [*COMMON, *map(str, cast("OneOf[StrEnum]", kind).vocabulary), "suport", ["support"]]
    if isinstance(kind, ListOf):
        return [*COMMON, ["a-b"], ["a-b", "c"], [{}]]
    if isinstance(kind, Records):
        return [
            *COMMON,
            [{}],
            [{"x_a": "b"}],
            ["a"],
            [[]],
            ["a", {"exact": "b", "org": "b"}],
            {"exact": "a"},
            {"org": "a"},
        ]
    return [*COMMON, *next((values for known, values in TO_TRY if known is kind), ["1", 1, 2, "one"])]


MISSPELT = object()
LEFT_OUT = object()


def cases() -> Iterator[object]:
    """Every field given each value, left out, and misspelt, one at a time."""
    for path, fields in FIELDS.items():
        for field in fields:
            name = ".".join(map(str, (*path, field.name)))
            yield pytest.param(path, field.name, LEFT_OUT, id=f"{name} left out")
            yield pytest.param(path, field.name, MISSPELT, id=f"{name} misspelt")
            for value in values_to_try(field):
                yield pytest.param(path, field.name, value, id=f"{name}={value!r}")


@pytest.mark.parametrize(("path", "name", "value"), list(cases()))
def test_both_judge_a_changed_field_alike(path: tuple[str | int, ...], name: str, value: object) -> None:
    tree = cast("Tree", yaml.load(FULL, CoreLoader))  # noqa: S506
    record = record_at(tree, path)
    if value is LEFT_OUT:
        record.pop(name, None)
    elif value is MISSPELT:
        record[f"{name}_"] = record.pop(name, "a")
    else:
        record[name] = value
    text = yaml.dump(tree, Dumper=PlainDumper, allow_unicode=True)
    assert accepted_by_schema(text) == accepted_by_loader(text)

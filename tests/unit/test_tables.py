"""What holds of every table of fields, as the reference and the JSON Schema are made from them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from article.fields import Field, Records
from article.schema import ARTICLE_FIELDS
from tests.unit.tables import TABLES, Table

FIELDS = [pytest.param(field, id=f"{name}.{field.name}") for name, table in TABLES.items() for field in table]


def reached(name: str, table: Table) -> Iterator[tuple[str, Table]]:
    """A table, and those of the records inside its records."""
    yield name, table
    for field in table:
        if isinstance(field.type, Records):
            yield from reached(field.name, field.type.fields)


def test_every_table_is_reached_from_that_of_the_article() -> None:
    assert dict(reached("article", ARTICLE_FIELDS)) == TABLES


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_name_once(name: str) -> None:
    names = [field.name for field in TABLES[name]]
    assert names
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_says_what_it_is_in_a_sentence(field: Field[object]) -> None:
    assert field.about.endswith(".")
    assert field.about[0].isupper()
    assert field.about == " ".join(field.about.split())


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_tells_the_kind_of_its_value(field: Field[object]) -> None:
    assert field.type.told.strip()


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_takes_a_name_that_is_the_users_own(field: Field[object]) -> None:
    assert not field.name.startswith("x_")


@pytest.mark.parametrize("name", TABLES)
def test_what_may_stand_alone_for_a_record_is_a_required_field_of_it(name: str) -> None:
    for field in TABLES[name]:
        if isinstance(field.type, Records) and field.type.alone is not None:
            assert field.type.alone in field.type.fields
            assert [inner.name for inner in field.type.fields if inner.required] == [field.type.alone.name]

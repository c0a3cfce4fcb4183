"""The format as a JSON Schema, for editors that complete and check YAML while it is written."""

from __future__ import annotations

from article.fields import record_schema
from article.schema import ARTICLE_FIELDS, FORMAT
from article.values import JsonSchema


def json_schema() -> JsonSchema:
    """The schema (JSON Schema 2020-12) of a whole article, made of the tables by which it is read."""
    schema = record_schema(ARTICLE_FIELDS)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Article of contested news, format {FORMAT}",
        **schema,
    }

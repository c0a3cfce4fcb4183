"""The tables of the format's fields, by the keys under which their records stand."""

from __future__ import annotations

from article.actors import ACTOR_FIELDS, MEMBERSHIP_FIELDS, PARTY_FIELDS
from article.fields import Field
from article.issues import ISSUE_FIELDS
from article.schema import ARTICLE_FIELDS
from article.stances import EVIDENCE_FIELDS, RELATION_FIELDS, STANCE_FIELDS

Table = tuple[Field[object], ...]
TABLES: dict[str, Table] = {
    "article": ARTICLE_FIELDS,
    "parties": PARTY_FIELDS,
    "actors": ACTOR_FIELDS,
    "member_of": MEMBERSHIP_FIELDS,
    "issues": ISSUE_FIELDS,
    "stances": STANCE_FIELDS,
    "relations": RELATION_FIELDS,
    "evidence": EVIDENCE_FIELDS,
}

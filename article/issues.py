"""Issues: the reading of what is contested."""

from __future__ import annotations

from collections.abc import Collection

from article.fields import ID, Field, Record
from article.model import Issue
from article.values import LINE, SLUG, Reference

_LABEL = Field("label", LINE, "Its short name on the screen.", required=True)
_PROPOSITION = Field(
    "proposition", LINE, "A positively phrased sentence that one may support or oppose.", required=True
)
_BROADER = Field("broader", SLUG, "The id of the issue that this one is part of.")
_SAME_AS = Field("same_as", LINE, "The URI of the same issue elsewhere.")
ISSUE_FIELDS = (ID, _LABEL, _PROPOSITION, _BROADER, _SAME_AS)


def read_issues(named: list[tuple[str | None, Record]]) -> tuple[Issue, ...]:
    """The issues of the list, each with an id of its own; none is broader than itself in the end."""
    known = dict.fromkeys(name for name, _ in named if name)
    read = [(_read_issue(name or "", record, known), record) for name, record in named]
    kept = {issue.id: (issue, record) for issue, record in read if issue.id}
    for name in _closing({name: issue.broader for name, (issue, _) in kept.items()}):
        issue, record = kept[name]
        message = f"“{name}” is broader than itself in the end."
        record.at_of(_BROADER).error("broader-circle", record.place_of(_BROADER), message)
        kept[name] = issue._replace(broader=None), record
    return tuple(issue for issue, _ in kept.values())


def _read_issue(name: str, record: Record, known: Collection[str]) -> Issue:
    return Issue(
        id=name,
        label=record.get(_LABEL) or name,
        proposition=record.get(_PROPOSITION) or "",
        broader=record.get(_BROADER, Reference("issue", known)),
        same_as=record.get(_SAME_AS),
    )


def _closing(broader: dict[str, str | None]) -> list[str]:
    """The issues whose broader one closes a circle; every issue is passed once."""
    closing: list[str] = []
    done: set[str] = set()
    for start in broader:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = broader[at]
        if at in way:
            closing.append(next(reversed(way)))
        done.update(way)
    return closing

"""What a hostile file is: how it is made, and what is to become of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from article.problems import Code


class Expected(NamedTuple):
    """What is to become of a file: it is shown, or refused; with a problem of a code among those told, where a code
    is given, and that at a line, where one is given."""

    is_shown: bool
    code: Code | None = None
    line: int | None = None


def shown(code: Code | None = None, line: int | None = None) -> Expected:
    """The article opens, perhaps with a problem."""
    return Expected(is_shown=True, code=code, line=line)


def refused(code: Code, line: int | None = None) -> Expected:
    """There is nothing to show, for a problem."""
    return Expected(is_shown=False, code=code, line=line)


class Case(NamedTuple):
    """One hostile file: ``put`` makes it in an empty folder of its own and gives the path to open."""

    name: str
    expected: Expected
    put: Callable[[Path], Path]


def written(name: str, expected: Expected, make: Callable[[], str | bytes]) -> Case:
    """A regular file with a content, which is made when it is wanted, as some are large."""

    def put(folder: Path) -> Path:
        content = make()
        path = folder / f"{name}.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return Case(name, expected, put)


def named(name: str, expected: Expected, file_name: str | bytes) -> Case:
    """A good article under an evil name."""

    def put(folder: Path) -> Path:
        path = folder / os.fsdecode(file_name)
        path.write_text(article())
        return path

    return Case(name, expected, put)


BODY = "“No lane will be built,” Ann said. Bob told her that the lane may come in May."
ACTORS = "[{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, kind: person}]"
ISSUES = "[{id: lane, label: The lane, proposition: It should be built.}]"
STANCES = "[{id: s1, actor: ann, issue: lane, position: oppose, modality: quotation, summary: No., evidence: No lane}]"


def article(
    body: str = BODY, actors: str = ACTORS, issues: str = ISSUES, stances: str = STANCES, more: str = ""
) -> str:
    """A good article, any part of which may be replaced by another; ``more`` comes before all else."""
    block = "".join(f"  {line}\n" for line in body.split("\n"))
    head = f"{more}format: 1\nid: lane\nheadline: A lane for Harbor Avenue\nbody: |\n{block}"
    return f"{head}actors: {actors}\nissues: {issues}\nstances: {stances}\n"


def stance(number: int, evidence: str, more: str = "") -> str:
    """An item of the list of stances, on a line of its own."""
    known = "actor: ann, issue: lane, position: oppose, modality: quotation, summary: No."
    return f"\n  - {{id: s{number}, {known}, evidence: {evidence}{more}}}"


def stances(each: Callable[[int], str], number: int) -> str:
    """A list of stances, by the evidence of each."""
    return "".join(stance(index, each(index)) for index in range(number))


def ends(number: int) -> str:
    """A text in which each of so many sentences stands once."""
    return "".join(f"This is the end {index}. " for index in range(number))

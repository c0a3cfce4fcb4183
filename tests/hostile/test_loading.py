"""Every hostile file is refused with one line that has a place, or shown: within 1.5 s of processor time and 200 MB.

The kernel keeps the first limit (see ``trial``): a process that passes it is ended, and so is one that waits for ever.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.hostile.case import Case, article
from tests.hostile.table import CASES
from tests.hostile.trial import MOST_MEGABYTES, Outcome, Trials

PLACELESS = {"cannot-read", "empty", "not-a-file", "too-large"}
"""What is said of a whole file."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""What no line may hold that is shown: controls, line breaks, what is invisible or turns others around."""


def test_there_are_enough_cases_and_no_two_of_a_name() -> None:
    names = {case.name for case in CASES}
    assert len(names) == len(CASES) >= 150


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_with_a_place_or_shown(case: Case, trials: Trials, tmp_path: Path) -> None:
    path = case.put(tmp_path)
    try:
        outcome = trials.read(path)
    finally:
        _tidy(tmp_path)
    assert outcome.fault == ""
    assert outcome.megabytes <= MOST_MEGABYTES
    assert (outcome.is_shown, _told(outcome, case)) == (case.expected.is_shown, True), outcome.told[:3]
    _check_lines(outcome)


def _told(outcome: Outcome, case: Case) -> bool:
    """Whether the problem is told that is expected."""
    code, line = case.expected.code, case.expected.line
    return code is None or any(each.code == code and line in (None, each.line) for each in outcome.told)


def _check_lines(outcome: Outcome) -> None:
    assert outcome.is_shown != any(each.level == "fatal" for each in outcome.told)
    for each in outcome.told:
        assert not UNSEEN.search(each.text)
        assert len(each.text) < 10_000
        assert each.line or each.code in PLACELESS or each.level != "fatal"


def _tidy(folder: Path) -> None:
    """Take away what is large at once: hundreds of such folders would fill a disk."""
    for path in folder.iterdir():
        if path.is_file() and not path.is_symlink():
            path.unlink()


@pytest.mark.parametrize("change", ["shrinks", "grows", "is replaced"])
def test_a_file_that_changes_while_it_is_read_is_refused_or_shown(change: str, trials: Trials, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    text = article("No lane. " * 100_000).encode()
    path.write_bytes(text)
    writer = os.fork()
    if not writer:
        _change(path, change, text)
    try:
        outcomes = [trials.read(path) for _ in range(8)]
    finally:
        os.kill(writer, 9)
        os.waitpid(writer, 0)
    assert {outcome.fault for outcome in outcomes} == {""}
    for outcome in outcomes:
        _check_lines(outcome)


def _change(path: Path, change: str, text: bytes) -> None:
    """Write a file again and again, until somebody ends this."""
    while True:
        if change == "is replaced":
            other = path.with_suffix(".new")
            other.write_bytes(text)
            other.replace(path)
            continue
        with path.open("r+b") as file:
            file.truncate(0 if change == "shrinks" else len(text))
            file.write(text * (1 if change == "shrinks" else 2))

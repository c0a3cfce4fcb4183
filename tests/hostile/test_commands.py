"""Hostile files given to the program itself: to be printed, checked, mended, laid out, made an article of, opened."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.case import Case, article, stances
from tests.hostile.places import NAMES
from tests.hostile.table import CASES
from tests.hostile.test_loading import PLACELESS, UNSEEN
from tests.hostile.trial import Trials
from tests.tty.terminal import Terminal

PROGRAM = Path(sys.executable).with_name("kremlin-tui")
BY_NAME = {case.name: case for case in CASES}
SOME = [
    BY_NAME[name]
    for name in (
        *("a billion laughs", "merge keys that double", "1,000,000 brackets", "too many values", "zeros, 11 MB"),
        *("a file in utf-16", "a bad byte after a million lines", "as large as is allowed, of brackets"),
        *("a pipe that nobody writes to", "a socket", "the device without end", "the memory of the process"),
        *("a sparse file of a terabyte", "a link to itself", "a name that is too long", "JSON", "nothing"),
        *("a tag that makes an object of Python", "a key of markup", "500 orphans in 4.7 MB of one repeated phrase"),
        *("500 quotations with a prefix that never fits in 2 MB", "combining marks, half a million in a row"),
    )
]
COMMANDS = [["--plain"], ["check"], ["fmt", "--check"], ["new"]]
OPENED = SOME


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program with no terminal; it must end by itself, as one that hangs is ended."""
    return subprocess.run(
        [PROGRAM, *arguments], capture_output=True, errors="replace", stdin=subprocess.DEVNULL, timeout=60, check=False
    )


@pytest.mark.parametrize("case", SOME, ids=lambda case: case.name)
def test_a_hostile_file_as_text_is_printed_or_refused_in_lines_with_a_place(case: Case, tmp_path: Path) -> None:
    path = case.put(tmp_path)
    ran = run("--plain", str(path))
    assert ran.returncode == (0 if case.expected.is_shown else 1), ran.stderr
    assert "Traceback" not in ran.stderr
    for line in ran.stderr.splitlines():
        assert not UNSEEN.search(line)
        assert line.endswith("]")
    if not case.expected.is_shown:
        assert f"[{case.expected.code}]" in ran.stderr
        assert case.expected.code in PLACELESS or ".yaml:" in ran.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
@pytest.mark.parametrize("case", SOME[:19], ids=lambda case: case.name)
def test_no_command_fails_otherwise_than_by_its_exit_code(
    command: list[str], case: Case, trials: Trials, tmp_path: Path
) -> None:
    outcome = trials.run(*command, str(case.put(tmp_path)))
    assert outcome.fault == ""
    assert outcome.told[0].line in (0, 1)
    assert "Traceback" not in outcome.told[0].text


@pytest.mark.parametrize("case", NAMES, ids=lambda case: case.name)
def test_an_evil_name_is_told_in_one_safe_line(case: Case, tmp_path: Path) -> None:
    path = case.put(tmp_path)
    path.write_text("- a\n")
    ran = run("check", str(path))
    assert ran.returncode == 1
    assert not UNSEEN.search(ran.stdout.replace("\n", ""))
    assert "[not-an-article]" in ran.stdout
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_name_that_begins_with_a_dash_is_a_file_behind_two_dashes(tmp_path: Path) -> None:
    path = tmp_path / "--debug"
    path.write_text(article())
    ran = subprocess.run(
        [PROGRAM, "--plain", "--", path.name], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "A lane for Harbor Avenue" in ran.stdout


@pytest.mark.parametrize("case", OPENED, ids=lambda case: case.name)
def test_a_hostile_file_opens_in_a_terminal_or_is_listed_there(case: Case, tmp_path: Path) -> None:
    path = case.put(tmp_path)
    with Terminal("kremlin-tui", str(path), size=(160, 40)) as terminal:
        if case.expected.is_shown:
            terminal.wait_for("A lane for Harbor Avenue", seconds=60)
            terminal.press("j", "q")
        else:
            _leave(terminal)
        assert terminal.wait(60) == (0 if case.expected.is_shown else 1)
        terminal.settle()
        assert b"Traceback" not in terminal.raw
        assert b"\x1b]0;" not in terminal.raw


def _leave(terminal: Terminal) -> None:
    """Wait until the program has ended with a line, or lists the problem; then leave that list."""
    for _ in range(300):
        terminal._read(0.2)
        if "fatal" in terminal.text() or "1 problem" in terminal.text():
            break
    terminal.settle()
    terminal.send("q")


def test_a_repair_that_would_take_minutes_is_left_to_a_person(trials: Trials, tmp_path: Path) -> None:
    line = "He said that the lane may open in June, and that nothing else will be built before. "
    wrong = "'He said that the lane may open in July, and that nothing else {} will be built before.'"
    path = tmp_path / "a.yaml"
    path.write_text(article(line * 3_000, stances=stances(wrong.format, 300)))
    before = path.read_bytes()
    outcome = trials.run("check", "--fix", str(path))
    assert outcome.fault == ""
    assert path.read_bytes() == before

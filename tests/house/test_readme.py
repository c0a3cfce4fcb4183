"""The README tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli import COMMANDS, parser
from tui.cli.schema import ABOUT
from tui.keyboard import shown
from tui.keys import ACTORS, ARTICLE, MOVE, READER

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)\n```", README, re.DOTALL)
    assert found, f"README has no block {name}"
    return found[1]


def test_the_help_is_the_programs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert block("help") == parser().format_help().rstrip()


@pytest.mark.parametrize("name", ["run", "test"])
def test_each_command_is_complete_in_itself(name: str) -> None:
    assert block(name).startswith("python3 -m venv .venv && .venv/bin/pip install")


def test_the_gate_runs_the_readmes_test_command() -> None:
    assert "README.md" in (ROOT / ".ci" / "run").read_text()
    assert block("test").endswith(".venv/bin/pytest")


def test_every_key_it_names_is_bound() -> None:
    section = README.split("## Keys")[1].split("##")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    named = {key for cell in cells for key in re.findall("`([^`]+)`", cell)}
    bound = {key for binding in (*MOVE, *ARTICLE, *ACTORS, *READER) for key in binding.key.split(",")}
    assert {key for key in named if key not in {shown(one) for one in bound} | bound} <= {"esc", "^p", "alt+r"}
    assert "escape" in bound


def test_the_line_that_turns_on_completion_is_the_one_the_command_and_the_reference_name() -> None:
    line = block("modeline")
    assert line.startswith("# yaml-language-server: $schema=")
    assert line in ABOUT
    assert line in (ROOT / "article" / "FORMAT.md").read_text(encoding="utf-8")


def test_every_command_it_names_is_there() -> None:
    named = set(re.findall(r"^kremlin-tui ([a-z]+) ", README, re.MULTILINE))
    assert named <= set(COMMANDS)
    assert {"new", "check", "fmt"} <= named

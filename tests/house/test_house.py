"""The house rules that machines check, run as tests so that one command runs everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
MOST_LINES = 400


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("basedpyright",),
        ("lint-imports", "--no-cache"),
    ],
    ids=" ".join,
)
def test_the_rules_are_kept(command: tuple[str, ...]) -> None:
    run = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("package", ["article", "tui", "tests"])
def test_no_file_is_two_rooms(package: str) -> None:
    long = [path for path in (ROOT / package).rglob("*.py") if len(path.read_text().splitlines()) > MOST_LINES]
    assert long == []


def test_every_style_sheet_belongs_to_a_module() -> None:
    modules = {path.stem for path in (ROOT / "tui").rglob("*.py")}
    sheets = {path.stem for path in (ROOT / "styles").rglob("*.tcss")}
    assert sheets <= modules


def test_colours_are_named_in_the_theme_alone() -> None:
    hex_digits = "0123456789abcdefABCDEF"
    files = [*(ROOT / "styles").rglob("*.tcss"), *(p for p in (ROOT / "tui").rglob("*.py") if p.name != "theme.py")]
    found = [
        f"{path.name}: {line.strip()}"
        for path in files
        for line in path.read_text().splitlines()
        for word in line.replace('"', " ").replace(";", " ").split()
        if word.startswith("#") and len(word) in (4, 7) and all(char in hex_digits for char in word[1:])
    ]
    assert found == []


@pytest.mark.parametrize(
    "module", ["tui.cli", "tui.state", "tui.selection", "tui.projection", "tui.standings", "article"]
)
def test_it_loads_without_textual(module: str) -> None:
    code = f"import sys, {module}; print([name for name in ('textual', 'rich') if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

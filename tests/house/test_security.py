"""SECURITY.md names what there is, and the code does not do what it promises never to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from article.nodes import MOST_DEPTH
from article.schema import MOST_PARAGRAPHS
from article.source import A_VALUE, AN_ITEM, MOST_BYTES, MOST_HELD
from tests.hostile.table import CASES
from tui.cli.crash import LARGEST, MOST_ENTRIES
from tui.memory import MOST_ARTICLES

ROOT = Path(__file__).parents[2]
POLICY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
FORBIDDEN = {
    *("os.system", "os.popen", "os.startfile", "subprocess.getoutput", "subprocess.getstatusoutput", "pty.spawn"),
    *("asyncio.create_subprocess_shell", "webbrowser", "webbrowser.open", "eval", "exec", "compile", "open_url"),
    *("tempfile.mktemp", "yaml.load", "yaml.unsafe_load", "marshal.loads", "shelve.open"),
}
"""What hands text to a shell, opens links, or runs what it is given."""


def test_every_test_that_it_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/.]+)`", POLICY))
    assert len(named) > 10
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_promise_names_a_test() -> None:
    rows = re.findall(r"^\| \*\*(.+?)\*\*.*\|(.*)\|$", POLICY, re.MULTILINE)
    assert len(rows) >= 10
    assert [promise for promise, tests in rows if "`tests/" not in tests] == []


def test_its_figures_are_those_of_the_code() -> None:
    assert f"{MOST_BYTES // 2**20} MiB, a depth of {MOST_DEPTH} and {MOST_PARAGRAPHS:,} paragraphs" in POLICY
    assert f"may come to {MOST_HELD // 2**20} MiB, where a value counts for {A_VALUE} bytes," in POLICY
    assert f" bytes, in a list for {AN_ITEM}, and a character" in POLICY
    assert f"({len(CASES)} files)" in POLICY
    assert f"(0600, {LARGEST // 2**10} KiB, eight crashes)" in POLICY
    assert len(("one", "two", "three", "four", "five", "six", "seven", "eight")) == MOST_ENTRIES
    assert f"the last {MOST_ARTICLES}" in POLICY


def _calls(path: Path) -> Iterator[tuple[str, ast.AST]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
        elif isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@pytest.mark.parametrize("package", ["article", "tui", "styles"])
def test_no_text_is_handed_to_a_shell_and_no_link_opened(package: str) -> None:
    found = [
        f"{path.name}:{getattr(node, 'lineno', 0)}: {name}"
        for path in (ROOT / package).rglob("*.py")
        for name, node in _calls(path)
        if name in FORBIDDEN
        or name.endswith(".open_url")
        or (isinstance(node, ast.Call) and any(word.arg == "shell" for word in node.keywords))
    ]
    assert found == []

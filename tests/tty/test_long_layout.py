"""A long article that is laid out anew: whoever waits is told so, and ctrl+c ends it without a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from article.layout import MOST_CHARACTERS
from tests.hostile.case import article, ends, stances
from tests.tty.terminal import Terminal

CTRL_C = "\x03"


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """An article of 10,000 stances, which takes half a minute to lay out."""
    path = tmp_path / "long.yaml"
    path.write_text(article(ends(10_000), stances=stances(lambda n: f"the end {n}.", 10_000)))
    return path


def test_ctrl_c_ends_a_layout_that_takes_long_and_the_file_is_as_it_was(long: Path) -> None:
    before = long.read_bytes(), long.stat().st_mtime_ns
    with Terminal("kremlin-tui", "fmt", str(long), size=(160, 20)) as terminal:
        while "this takes a while" not in terminal.text():
            terminal._read(0.05)
        terminal.send(CTRL_C)
        assert terminal.wait() == 130
        terminal.settle()
        assert "Traceback" not in terminal.text()
    assert (long.read_bytes(), long.stat().st_mtime_ns) == before
    assert [*long.parent.iterdir()] == [long]


def test_what_would_take_minutes_is_refused_at_once(long: Path) -> None:
    long.write_text(article("No lane. " * (MOST_CHARACTERS // 9)))
    before = long.read_bytes()
    with Terminal("kremlin-tui", "fmt", str(long), size=(160, 20)) as terminal:
        assert terminal.wait() == 1
        terminal.settle()
        assert "It has more than 2 MiB" in terminal.text()
    assert long.read_bytes() == before

"""What the reader takes in memory when it opens the largest hostile files within the limits, in a real terminal.

Two processes count, each for itself: the reader, from its start to its last key, and the one it forks to read the file,
from its fork to its end, with all that the fork shares with the reader (VmHWM of proc(5)).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.case import Case
from tests.hostile.table import CASES
from tests.tty.terminal import Terminal

MOST_MEGABYTES = 200
KEYS = ("G", "m", "esc", "/", "x", "esc", "g")
LARGEST = (
    "a paragraph of 13 MB",
    "quotation marks of 4 MB",
    "quotations of all lengths that end otherwise",
    "one astral letter in 7 MB of double spaces",
    "one astral letter on each of 59,000 lines",
    "paragraphs with accents and double spaces",
    "accents and double spaces of 9 MB",
    "an id of 5 MB",
    "a headline of 5 MB",
    "31,000 actors",
    "17,000 stances with words of their own",
)
"""Of those that are shown, the ones that take most."""


def peak_of(pid: int | str) -> float:
    """The most that a process had in memory so far, in megabytes; 0 of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 2**10 / 1e6 for line in lines if line.startswith("VmHWM")), 0)


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def peaks_while_reading(terminal: Terminal) -> Iterator[float]:
    """The peaks of the process that reads, until it has ended."""
    end = time.monotonic() + 60
    while b"\x1b[?1049h" not in terminal.raw or children_of(terminal.pid):
        assert time.monotonic() < end, terminal.text()
        yield from map(peak_of, children_of(terminal.pid))
        terminal._read(0.005)


@pytest.mark.parametrize("case", [case for case in CASES if case.name in LARGEST], ids=lambda case: case.name)
def test_a_large_hostile_file_is_read_in_little_memory(case: Case, tmp_path: Path) -> None:
    with Terminal("kremlin-tui", str(case.put(tmp_path))) as terminal:
        reading = max(peaks_while_reading(terminal))
        terminal.wait_for("A lane for")
        for key in KEYS:
            terminal.press(key)
        assert "A lane for" in terminal.text()
        reader = peak_of(terminal.pid)
        assert max(reader, reading) <= MOST_MEGABYTES, f"{reader:.0f} MB, and {reading:.0f} MB to read the file"
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_largest_files_are_among_the_hostile_ones() -> None:
    assert {*LARGEST} <= {case.name for case in CASES if case.expected.is_shown}

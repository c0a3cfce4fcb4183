"""The process that reads the file, seen from the terminal: what is shown meanwhile, and how it ends."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

DATA = Path(__file__).parents[1] / "data"
HARBOR = DATA / "harbor-ave-lane.yaml"
PROGRAM = Path(sys.executable).with_name("kremlin-tui")
SHOWN = b"\x1b[?1049h"
"""The terminal's other screen is taken; before that nothing is drawn."""
Stop = Callable[[int], None]
LEFT = b"\x1b[?1049l"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that takes a while to read: many values."""
    path = tmp_path_factory.mktemp("large") / "large.yaml"
    issues = "".join(f"  - {{id: n{n}, label: Number {n}, proposition: Something}}\n" for n in range(25_000))
    path.write_text(HARBOR.read_text().replace("issues:\n", f"issues:\n{issues}"))
    return path


@pytest.fixture(scope="module")
def broken(large: Path) -> Path:
    """A file that turns out late to be no article."""
    path = large.with_name("broken.yaml")
    path.write_text(large.read_text() + "\n  : [\n")
    return path


def process_of(pid: int) -> int:
    """The process that was forked off another to read for it."""
    end = time.monotonic() + 20
    while True:
        if children := Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            return int(children[0])
        assert time.monotonic() < end, "nothing was started"
        time.sleep(0.005)


def is_gone(pid: int) -> bool:
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state in "ZX":
            return True
        time.sleep(0.02)
    return False


def see(terminal: Terminal, text: str) -> None:
    """Wait for a text on a screen that is never quiet."""
    end = time.monotonic() + 20
    while text not in terminal.text():
        assert time.monotonic() < end, terminal.text()
        terminal._read(0.05)


@pytest.fixture
def stop() -> Iterator[Stop]:
    """Has a process stand still, as one that hangs does; after the test none stands still any more."""
    stopped: list[int] = []

    def stop_one(pid: int) -> None:
        stopped.append(pid)
        os.kill(pid, signal.SIGSTOP)

    yield stop_one
    for pid in stopped:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGCONT)


def test_a_file_that_takes_long_is_named_and_opens_in_the_end(stop: Stop, large: Path) -> None:
    with Terminal("kremlin-tui", str(large)) as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading large.yaml")
        see(terminal, "1.5 MB")
        os.kill(reading, signal.SIGCONT)
        terminal.wait_for("Council weighs Harbor Avenue bike lane", seconds=60)
        terminal.press("q")
        assert terminal.wait() == 0


def test_what_is_typed_while_a_file_is_read_is_typed_in_the_reader(stop: Stop, large: Path) -> None:
    with Terminal("kremlin-tui", str(large)) as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading large.yaml")
        terminal.press("2", ":", "a", "x")
        os.kill(reading, signal.SIGCONT)
        terminal.wait_for(": ax", seconds=60)
        terminal.press("esc")
        assert "━ Actors" in terminal.text()
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize("key", ["esc", "q", "\x03"])
def test_what_takes_long_can_be_left(stop: Stop, large: Path, key: str) -> None:
    with Terminal("kremlin-tui", str(large)) as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "esc leaves")
        terminal.press(key)
        assert terminal.wait() == 0
        assert LEFT in terminal.raw
        assert is_gone(reading)


def test_a_file_that_turns_out_late_to_be_no_article_is_listed_and_told_when_the_terminal_is_given_back(
    stop: Stop, broken: Path
) -> None:
    with Terminal("kremlin-tui", str(broken), size=(200, 20)) as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading broken.yaml")
        os.kill(reading, signal.SIGCONT)
        terminal.wait_for("broken.yaml has 1 problem", seconds=60)
        terminal.press("q")
        assert terminal.wait() == 1
        terminal.settle()
        told = terminal.raw.rpartition(LEFT)[2].decode()
        assert f"{broken}:" in told
        assert ": fatal: " in told
        assert "Traceback" not in told


def test_a_process_that_is_killed_before_the_screen_is_taken_is_told_in_a_line() -> None:
    with Terminal("kremlin-tui", str(HARBOR), size=(200, 20)) as terminal:
        os.kill(process_of(terminal.pid), signal.SIGKILL)
        assert terminal.wait() == 1
        terminal.settle()
        assert SHOWN not in terminal.raw
        told = f"kremlin-tui: {HARBOR} could not be read: the process that reads it was ended by signal 9 (Killed)."
        assert terminal.text().strip() == told


def test_a_process_that_is_killed_while_it_reads_is_told_in_a_line(stop: Stop, large: Path) -> None:
    with Terminal("kremlin-tui", str(large), size=(200, 20)) as terminal:
        reading = process_of(terminal.pid)
        stop(reading)
        see(terminal, "Reading large.yaml")
        os.kill(reading, signal.SIGKILL)
        assert terminal.wait() == 1
        terminal.settle()
        told = terminal.raw.rpartition(LEFT)[2].decode()
        assert "could not be read: the process that reads it was ended by signal 9 (Killed)." in told


@pytest.mark.parametrize("last", [signal.SIGKILL, signal.SIGTERM])
def test_no_process_stays_behind_when_the_reader_is_ended(large: Path, last: signal.Signals) -> None:
    with Terminal("kremlin-tui", str(large)) as terminal:
        reading = process_of(terminal.pid)
        os.kill(terminal.pid, last)
        terminal.wait()
        assert is_gone(reading)


def test_an_article_comes_through_standard_input_and_keys_from_the_terminal() -> None:
    with Terminal("/bin/sh", "-c", f"cat '{HARBOR}' | {PROGRAM} -") as terminal:
        terminal.wait_for("Council weighs Harbor Avenue bike lane")
        terminal.press("q")
        assert terminal.wait() == 0


def test_standard_input_that_keeps_waiting_can_be_left(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with Terminal("/bin/sh", "-c", f"exec {PROGRAM} - <>'{fifo}'") as terminal:
        see(terminal, "Reading standard input")
        reading = process_of(terminal.pid)
        terminal.press("esc")
        assert terminal.wait() == 0
        assert is_gone(reading)


def test_what_is_typed_can_be_an_article() -> None:
    with Terminal("kremlin-tui", "-", size=(160, 20)) as terminal:
        terminal.press("- no article\n", "\x04")
        assert terminal.wait() == 1
        assert "standard input:1:1: fatal: " in terminal.text()
        assert SHOWN not in terminal.raw


ELSEWHERE = {
    *("argparse", "article.anchors", "article.fields", "article.loader", "article.mentions", "article.nodes"),
    *("article.narrowing", "article.schema", "article.search", "article.source", "article.stances", "article.values"),
    *("importlib.metadata", "jsonschema", "regex", "tui.widgets.prompt", "tui.widgets.search_row"),
    *("markdown_it", "numpy", "pydantic", "rapidfuzz", "ruamel", "tui.commands", "tui.screens.help"),
    *("article.exporters.citation", "article.sentences", "article.telling", "tui.clipboard", "tui.screens.detail"),
    *("tui.screens.compare", "tui.screens.matrix", "tui.screens.opening", "tui.screens.outline"),
    *("tui.screen_keys", "tui.screens.problems", "tui.screens.sheet", "tui.screens.table", "tui.standings", "yaml"),
    *("tomllib", "tui.keymap", "tui.straight", "tui.widgets.mark_list"),
    *("article.lines", "article.relocation", "article.reports", "json", "tui.editor", "tui.record", "tui.renewal"),
    *("tui.screens.bad_file", "tui.screens.editing", "tui.widgets.problem_cards"),
    *("anyascii", "article.fault", "ssl", "tui.cli.crash", "tui.letters"),
    *("platformdirs", "rich.table", "textual.types", "uuid"),
}
"""What the reader never needs in order to show an article: that is read elsewhere."""


@pytest.mark.parametrize("arguments", ["", str(HARBOR)])
def test_the_reader_loads_nothing_of_what_reads_an_article(tmp_path: Path, arguments: str) -> None:
    modules = tmp_path / "modules"
    code = f"""
import sys
from pathlib import Path
from tui.cli import main
code = main({arguments.split()!r})
Path({str(modules)!r}).write_text(" ".join(sys.modules))
sys.exit(code)
"""
    with Terminal("python", "-c", code) as terminal:
        terminal.wait_for("Positions")
        terminal.press("q")
        assert terminal.wait() == 0
    assert ELSEWHERE & set(modules.read_text().split()) == set()

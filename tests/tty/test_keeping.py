"""What a reader keeps and what it never touches, with the installed command in a real terminal."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

DATA = Path(__file__).parents[1] / "data"
HEADLINE = "Council weighs Harbor Avenue bike lane"
CTRL_B = "\x02"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "story.yaml"
    path.parent.mkdir()
    path.write_bytes((DATA / "harbor-ave-lane.yaml").read_bytes())
    return path


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


def trace_of(path: Path) -> tuple[object, ...]:
    """All that writing to a file would change, but when it was read."""
    found = path.stat()
    names = sorted(path.parent.iterdir())
    return path.read_bytes(), found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode, found.st_nlink, names


def quits(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.wait() == 0


def is_killed(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL


def is_ended(terminal: Terminal) -> None:
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.wait() == 128 + signal.SIGTERM


@pytest.mark.parametrize(("watch", "leave"), [(["--watch"], quits), (["--watch"], is_killed), ([], is_ended)])
def test_an_article_is_never_written_by_reading_it(
    story: Path, state: dict[str, str], watch: list[str], leave: Callable[[Terminal], None]
) -> None:
    before = trace_of(story)
    with Terminal("kremlin-tui", *watch, "--", str(story), env=state) as terminal:
        terminal.wait_for(HEADLINE)
        for key in ("}", CTRL_B, "a", "2", "o", "f", "3", "j", "u", "y", "\x12", "m"):
            terminal.send(key)
            terminal._read(0.02)
        terminal.press("esc")
        leave(terminal)
    assert trace_of(story) == before


def test_an_article_that_cannot_be_written_is_read_and_resumed(story: Path, state: dict[str, str]) -> None:
    story.chmod(0o444)
    story.parent.chmod(0o555)
    try:
        with Terminal("kremlin-tui", str(story), env=state) as terminal:
            terminal.wait_for(HEADLINE)
            terminal.press("}", "}")
            quits(terminal)
        with Terminal("kremlin-tui", str(story), env=state) as terminal:
            terminal.wait_for("Back where you were.")
    finally:
        story.parent.chmod(0o755)


def wait_for_file(state: dict[str, str]) -> None:
    folder = Path(state["XDG_STATE_HOME"]) / "kremlin-tui" / "articles"
    end = time.monotonic() + 20
    while not [*folder.glob("*.json")]:
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_mark_is_there_although_the_program_is_killed_as_soon_as_it_is_set(
    story: Path, state: dict[str, str]
) -> None:
    with Terminal("kremlin-tui", str(story), env=state) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("}", CTRL_B, "x")
        terminal.wait_for("Mark x set.")
        wait_for_file(state)
        is_killed(terminal)
    with Terminal("kremlin-tui", str(story), env=state) as terminal:
        terminal.wait_for("Back where you were.")
        terminal.press("g", "'", "x")
        assert any(line.startswith("┃") and " 2 " in line[:6] for line in terminal.text().splitlines())


def test_marks_of_readers_that_have_the_same_article_open_are_all_kept(story: Path, state: dict[str, str]) -> None:
    opened = [Terminal("kremlin-tui", str(story), env=state) for _ in range(4)]
    for terminal in opened:
        terminal.wait_for(HEADLINE)
    for name, terminal in zip("abcd", opened, strict=True):
        terminal.press("}", CTRL_B, name)
    opened[0].press("}", CTRL_B, "e")
    for terminal in reversed(opened):
        quits(terminal)
        terminal.__exit__(None, None, None)
    with Terminal("kremlin-tui", str(story), env=state) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("'")
        rows = [line.strip("▸ ")[:1] for line in terminal.text().splitlines()[-8:]]
        assert [name for name in "abcde" if name not in rows] == []


@pytest.mark.parametrize(
    ("home", "why"),
    [
        ("/proc/nobody", "No such file or directory"),
        ("foo", "HOME is “foo”; set it or XDG_STATE_HOME to an absolute path"),
        ("", "there is no HOME; set it or XDG_STATE_HOME to an absolute path"),
    ],
)
def test_a_reader_without_a_home_reads_and_says_at_the_end_what_was_not_kept(story: Path, home: str, why: str) -> None:
    env = {"HOME": home, "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": ""}
    with Terminal("kremlin-tui", str(story), env=env, size=(140, 30)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("}", CTRL_B, "a")
        terminal.wait_for("Your place cannot be kept: ")
        quits(terminal)
        terminal.settle()
        told = terminal.raw.decode().rpartition("\x1b[?1049l")[2]
        assert f"kremlin-tui: your place could not be kept: {why}." in told


def test_state_of_every_wrong_kind_opens_the_article_at_its_beginning(story: Path, state: dict[str, str]) -> None:
    with Terminal("kremlin-tui", str(story), env=state) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("}")
        quits(terminal)
    file = next(Path(state["XDG_STATE_HOME"]).rglob("*.json"))
    others = b'{"format": 1, "article": "\\u001b]0;x\\u0007", "kept": {}}'
    for data in (file.read_bytes()[:-3], others):
        file.write_bytes(data)
        with Terminal("kremlin-tui", str(story), env=state) as terminal:
            terminal.wait_for(HEADLINE)
            assert "Back where" not in terminal.text()
            quits(terminal)
            assert b"\x1b]0;" not in terminal.raw

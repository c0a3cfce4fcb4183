"""A fault of the program itself: one line, a log, and not a word of the article."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tty.mishap import KEY, reader_with
from tests.tty.terminal import Terminal
from tests.tty.test_reading import HARBOR
from tests.tty.test_signals import assert_clean

CANARY = "zebrafinch"
"""A word of the article."""
CRASHED = 70
FAULTS = {
    "a key": f"raise KeyError({CANARY!r})",
    "a cause": (
        f"try: raise ValueError({CANARY!r})\nexcept ValueError as error: raise LookupError({CANARY!r}) from error"
    ),
    "the event loop": f"def fail(): raise KeyError({CANARY!r})\nself.app._loop.call_soon(fail)",
    "painting": (
        "import tui.widgets.article_pane as pane\n"
        f"def fail(*_): text = {CANARY!r}; raise ValueError(text)\n"
        "pane.ArticlePane.render_line = pane.ArticlePane.render_lines = fail\n"
        "self.refresh(layout=True)\n"
        "for widget in self.query('*'): widget.refresh()"
    ),
    "a style sheet": "self.app.stylesheet.add_source('Reader { colour }')\nself.app.stylesheet.parse()",
    "a recursion": f"text = {CANARY!r}\ndef again(text): return again(text + text[:0])\nagain(text)",
    "a group": (
        f"inner = ExceptionGroup({CANARY!r}, [OSError(2, {CANARY!r})])\n"
        f"raise ExceptionGroup({CANARY!r}, [KeyError({CANARY!r}), inner])"
    ),
    "no memory": f"raise MemoryError({CANARY!r})",
    "an error with odd parts": f"raise OSError([{CANARY!r}], {CANARY!r}, {CANARY!r})",
    "a worker": f"async def fail(): raise KeyError({CANARY!r})\nself.run_worker(fail())",
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.yaml"
    path.write_text(HARBOR.read_text().replace("Council", CANARY.capitalize()))
    assert CANARY in path.read_text().lower()
    return path


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs keep their state."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def kept_in(state: Path) -> dict[str, str]:
    """The environment in which that is so for a reader, too."""
    return {"XDG_STATE_HOME": str(state)}


def crashed(terminal: Terminal) -> str:
    """What is told in the end by a reader that a key makes crash."""
    attributes = terminal.attributes
    terminal.wait_for(CANARY.capitalize())
    terminal.send(KEY)
    assert terminal.wait() == CRASHED
    terminal.settle()
    told = terminal.raw.rpartition(b"\x1b[?1004l")[2].decode().strip()
    terminal.forget_from(told)
    assert_clean(terminal, attributes)
    return told


@pytest.mark.parametrize("fault", FAULTS)
def test_a_crash_is_one_line_and_its_log_tells_where_without_the_article(
    article: Path, state: Path, fault: str
) -> None:
    log = state / "kremlin-tui" / "crash.log"
    with reader_with(FAULTS[fault], article, size=(300, 30), env=kept_in(state)) as terminal:
        told = crashed(terminal)
    assert re.fullmatch(
        rf"kremlin-tui: a fault of this program, \w+ in [\w.]+, line \d+\. The log is {re.escape(str(log))}\.", told
    )
    text = log.read_text()
    assert CANARY not in (text + told).lower()
    assert "Python 3" in text
    assert "Textual 8" in text
    assert "TERM=xterm-256color" in text
    assert "300x30" in text
    assert re.search(r"^  [\w./<>-]+, line \d+, in [\w.<>]+$", text, re.MULTILINE)
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_of_a_group_of_errors_each_stands_in_the_log(article: Path, state: Path) -> None:
    with reader_with(FAULTS["a group"], article, env=kept_in(state)) as terminal:
        crashed(terminal)
    text = (state / "kremlin-tui" / "crash.log").read_text()
    kinds = ("KeyError", "FileNotFoundError (ENOENT)", "ExceptionGroup")
    assert [line for line in text.splitlines() if line in kinds] == [kinds[1], kinds[2], kinds[0], kinds[2]]


def test_to_debug_the_places_stand_on_the_terminal(article: Path, state: Path) -> None:
    with reader_with(FAULTS["a key"], article, "--debug", size=(200, 60), env=kept_in(state)) as terminal:
        told = crashed(terminal)
    assert re.search(r"^  <string>, line \d+, in mishap\r?$", told, re.MULTILINE)
    assert CANARY not in told.lower()
    assert "Traceback" not in told


def test_what_led_to_a_fault_stands_in_the_log(article: Path, state: Path) -> None:
    with reader_with(FAULTS["a cause"], article, env=kept_in(state)) as terminal:
        crashed(terminal)
    text = (state / "kremlin-tui" / "crash.log").read_text()
    assert text.index("\nValueError\n") < text.index("\nLookupError\n")


@pytest.mark.parametrize("argument", ["", "--debug"])
def test_a_crash_before_the_screen_is_taken_is_told_like_one_on_it(article: Path, state: Path, argument: str) -> None:
    code = f"""
import sys, tui.app
from tui.cli import main
def fail(*_): raise ValueError({CANARY!r})
tui.app.KremlinApp.__init__ = fail
sys.exit(main({[str(article), *argument.split()]!r}))
"""
    with Terminal("python", "-c", code, size=(300, 50), env=kept_in(state)) as terminal:
        assert terminal.wait() == CRASHED
        terminal.settle()
        assert "a fault of this program, ValueError in __main__, line 4" in terminal.text()
        assert CANARY not in terminal.raw.decode().lower()
        assert b"\x1b" not in terminal.raw


def test_a_crash_of_the_process_that_reads_has_a_log_too(article: Path, state: Path) -> None:
    code = f"""
import sys, article.loader
from tui.cli import main
article.loader.begin = lambda *_: {{}}[{CANARY!r}]
sys.exit(main({[str(article)]!r}))
"""
    with Terminal("python", "-c", code, size=(300, 50), env=kept_in(state)) as terminal:
        assert terminal.wait() == CRASHED
        terminal.settle()
        log = state / "kremlin-tui" / "crash.log"
        told = f"{article} could not be read: a fault of this program, KeyError in __main__, line 4. The log is {log}."
        assert terminal.text().strip() == f"kremlin-tui: {told}"
        assert "article/errand.py, line" in log.read_text()
        assert CANARY not in log.read_text().lower()


def test_a_command_crashes_in_a_line_too(article: Path, state: Path) -> None:
    code = f"""
import sys, tui.cli.check
from tui.cli import main
def fail(*_, **__): raise ValueError({CANARY!r})
tui.cli.check.Parser = fail
sys.exit(main(["check", {str(article)!r}]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == CRASHED
    assert done.stderr.startswith("kremlin-tui: a fault of this program, ValueError in __main__, line 4. The log is ")
    assert done.stderr.count("\n") == 1


def crash() -> str:
    code = "import sys, tui.cli\ntui.cli._run = lambda _: 1 // 0\nsys.exit(tui.cli.main([]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == CRASHED
    assert done.stderr.count("\n") == 1
    return done.stderr


def test_the_log_keeps_the_last_crashes_and_no_more(state: Path) -> None:
    log = state / "kremlin-tui" / "crash.log"
    log.parent.mkdir(parents=True)
    log.write_text("\n\n".join(f"crash {n}\n{'x' * 20_000}" for n in range(9)))
    crash()
    text = log.read_text()
    assert "ZeroDivisionError" in text.rpartition("\n\n")[2]
    assert len(text) <= 64 * 1024
    for _ in range(9):
        crash()
    assert log.read_text().count("\nZeroDivisionError\n") == 8


CRASH = "import sys, tui.cli\ntui.cli._run = lambda _: {fault}\nsys.exit(tui.cli.main([]))"


def test_of_programs_that_crash_at_once_each_stands_in_the_log(state: Path) -> None:
    command = [sys.executable, "-c", CRASH.format(fault="1 // 0")]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    told = [process.communicate()[1] for process in started]
    log = state / "kremlin-tui" / "crash.log"
    fault = "kremlin-tui: a fault of this program, ZeroDivisionError in __main__, line 2."
    assert set(told) == {f"{fault} The log is {log}.\n"}
    assert log.read_text().count("\nZeroDivisionError\n") == 6
    assert [path.name for path in log.parent.iterdir()] == ["crash.log"]
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "fault",
    [
        "import asyncio; raise asyncio.CancelledError(W)",
        "raise BaseExceptionGroup(W, [GeneratorExit(W)])",
        "class Odd(Exception):\n __eq__ = lambda *_: 1 / 0\ntry: raise Odd(W)\nexcept Odd: raise Odd(W)",
        "def again(text): return [again(text)]\nagain(W)",
    ],
    ids=["cancelled", "a group of another kind", "an error that cannot be compared", "a recursion"],
)
def test_whatever_is_raised_is_one_line_without_its_words(state: Path, fault: str) -> None:
    code = CRASH.format(fault=f"exec({fault!r}, dict(W={CANARY!r}))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (CRASHED, 1)
    assert done.stderr.startswith("kremlin-tui: a fault of this program, ")
    assert CANARY not in done.stderr + (state / "kremlin-tui" / "crash.log").read_text()


def test_a_disk_that_takes_no_log_is_told_and_the_old_one_stays(state: Path) -> None:
    crash()
    log = state / "kremlin-tui" / "crash.log"
    before = log.read_text()
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))\n" + CRASH.format(fault="1 // 0")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stderr.endswith(". No log could be written: File too large.\n")
    assert log.read_text() == before
    assert [path.name for path in log.parent.iterdir()] == ["crash.log"]


@pytest.mark.parametrize("kind", ["link", "pipe", "bytes"])
def test_what_lies_where_the_log_belongs_is_neither_followed_nor_waited_for(state: Path, kind: str) -> None:
    log, other = state / "kremlin-tui" / "crash.log", state / "other"
    log.parent.mkdir(parents=True)
    other.write_text("another's")
    if kind == "link":
        log.symlink_to(other)
    elif kind == "pipe":
        os.mkfifo(log)
    else:
        log.write_bytes(b"\xff\x1b\x00" * 100)
    assert f"The log is {log}." in crash()
    assert other.read_text() == "another's"
    assert "ZeroDivisionError" in log.read_text()


def test_where_no_log_can_be_the_line_says_so(state: Path) -> None:
    state.write_text("a file")
    assert "No log could be written: Not a directory." in crash() or "File exists" in crash()


def test_a_place_that_is_not_absolute_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    crash()
    assert not (tmp_path / "here").exists()
    assert (tmp_path / ".local/state/kremlin-tui/crash.log").exists()

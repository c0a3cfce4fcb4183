"""Nothing from outside reaches the terminal as more than text: files that are none, settings, state, the editor, and
what is said where there is no screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tty import hostile
from tests.tty.payloads import PAYLOADS
from tests.tty.recognizer import LINES, WHOLE, obeyed
from tests.tty.sight import lost
from tests.tty.terminal import Terminal
from tests.tty.watched import Watched
from tui.memory import Memory

TEXT = "\x1b]0;owned4242\x07 \x9b2J \u202e\u2066 \r [/] [sic] [@click=app.quit()]x"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text(hostile.article(hostile.TEXTS[-20:]))
    return path


@pytest.mark.parametrize("size", [(132, 36), (60, 24)], ids=["wide", "narrow"])
def test_a_file_that_is_no_article_is_listed_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "[sic] \x9b2J\u202e\x07.yaml"
    file.write_text(hostile.refused())
    with Watched(tmp_path / "canary", file, size=size) as reader:
        reader.begin("no headline")
        reader.page("space")
        assert reader.end() == []
        assert lost(reader.screens) == []
        reader.settle()
        assert obeyed(reader.raw.rpartition(b"\x1b[?1004l")[2], LINES) == []


def test_wrong_settings_are_told_as_text(tmp_path: Path, file: Path) -> None:
    config = tmp_path / "config" / "kremlin-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"theme = {json.dumps(TEXT)}\n")
    with Watched(tmp_path / "canary", file, env={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as reader:
        reader.begin("[@click=app.quit()]x”")
        reader.walk("?")
        assert reader.end() == []


def test_a_state_that_somebody_wrote_is_shown_as_text(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    memory = Memory.of(str(file))
    assert memory
    place = {"paragraph": 1, "offset": 3, "before": TEXT, "after": TEXT}
    chosen = {"actors": ["a1", TEXT], "issues": [TEXT], "parties": [TEXT], "text": TEXT, "expression": TEXT}
    memory.keep(
        {
            "caret": place,
            "chosen": chosen,
            "pinned": TEXT,
            "marks": {**dict.fromkeys(("a", "é", TEXT, "\u202e", "\x9b", "\u0301", "'"), place)},
        }
    )
    assert not memory.fault
    with Watched(tmp_path / "canary", file, env={"XDG_STATE_HOME": str(tmp_path / "state")}) as reader:
        reader.begin("Hostile")
        reader.walk("F esc ' esc u m esc")
        assert reader.end() == []


@pytest.mark.parametrize(
    ("editor", "told"),
    [
        (f"'{TEXT.replace('/', '')}'", "cannot be started"),
        (f"false '{TEXT}'", "ended with exit code 1"),
        (f"'{TEXT}", "is no command"),
    ],
    ids=["none", "fails", "no command"],
)
def test_an_editor_that_cannot_be_had_is_told_as_text(tmp_path: Path, file: Path, editor: str, told: str) -> None:
    with Watched(tmp_path / "canary", file, env={"VISUAL": editor}) as reader:
        reader.begin("Hostile")
        begun = len(reader.raw)
        reader.send("e")  # It leaves the screen to the editor for a moment.
        reader.wait_for(told)
        assert obeyed(reader.raw[begun:], WHOLE) == []


def test_a_program_of_the_clipboard_is_quoted_as_text(tmp_path: Path, file: Path) -> None:
    program = tmp_path / "bin" / "xclip"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nprintf 'a\\033]0;owned4242\\007\\302\\233b\\342\\200\\256c' >&2\nexit 1\n")
    program.chmod(0o755)
    env = {"DISPLAY": ":0", "PATH": f"{program.parent}:/usr/bin:/bin"}
    with Watched(tmp_path / "canary", file, env=env) as reader:
        reader.begin("Hostile")
        reader.walk("y")
        reader.wait_for("xclip failed: a␛]0;owned4242")
        assert reader.end() == []


@pytest.mark.parametrize("variable", ["TERM", "COLORTERM", "LC_ALL", "LANG", "TERM_PROGRAM", "KREMLIN_TUI_THEME"])
def test_the_environment_is_no_way_to_the_terminal(tmp_path: Path, file: Path, variable: str) -> None:
    with Watched(tmp_path / "canary", file, env={variable: TEXT, "LC_CTYPE": "C.UTF-8"}) as reader:
        reader.begin("Hostile")
        assert reader.end() == []


def test_what_is_pasted_is_no_key_and_no_control(tmp_path: Path, file: Path) -> None:
    with Watched(tmp_path / "canary", file) as reader:
        reader.begin("Hostile")
        reader.paste("q\x1a\x11\x03\x1b[A\x1b[113u\x1bq")
        reader.paste("q".join(PAYLOADS.values()))
        reader.walk("/")
        reader.wait_for("esc Leave")
        reader.paste("a\x1b]0;owned\x07\x1a\x1b[113u\nb")
        reader.wait_for("a␛]0;owned␇␚␛[113u b")
        reader.walk("esc ctrl+p")
        reader.wait_for("Search for commands")
        reader.paste("a\x1b]0;owned\x07\u202e\x1b[113u")
        reader.wait_for("a␛]0;owned␇\ufffd␛[113u")
        reader.walk("esc")
        assert reader.end() == []


@pytest.mark.parametrize(
    "command",
    [
        *("--plain {file}", "check {file}", "check --format=json {file}", "check --format=github {file}"),
        *("fmt - < {file}", "new {file}", "config", "completion bash", "man", "schema", "--help"),
        *("check '{text}'", "--{text}", "-- '{text}'"),
    ],
)
def test_what_is_said_on_a_terminal_without_a_screen_is_text(tmp_path: Path, command: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(hostile.with_problems() if "check" in command else hostile.article())
    line = command.format(file=file, text=TEXT.replace("\r", ""))
    with Terminal("/bin/sh", "-c", f"kremlin-tui {line}", size=(100, 30), env={"PAGER": "cat"}) as terminal:
        terminal.wait()
        terminal.settle()
        assert terminal.raw
        assert obeyed(terminal.raw, LINES) == []

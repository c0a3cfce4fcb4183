"""What other programs are given: arguments as a list, never by way of a shell, whatever a file is called."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal, wait_until
from tests.tty.test_filing import an_editor as an_editor_that
from tests.tty.test_reading import is_gone
from tests.tty.test_signals import assert_clean
from tui.clipboard import give
from tui.editor import Editor, EditorError, run

DATA = Path(__file__).parents[1] / "data"
HEADLINE = "Council weighs Harbor Avenue bike lane"
EVIL = [
    "-c quit",
    "--help",
    "+7",
    "+:!touch canary",
    " spaces at both ends ",
    "a\nb",
    "a\tb",
    "\"'`",
    "; touch canary",
    "$(touch canary)",
    "`touch canary`",
    "&& touch canary #",
    "| touch canary",
    "> canary",
    "*?[a-z]{a,b}~!",
    "%s%n$HOME${IFS}",
    "\\",
    "\x1b]0;canary\x07",
    "\u202egnp",
    os.fsdecode(b"not utf-8 \xff\xfe"),
    "x:1:2",
    "http:",
]
"""Names of files that a shell, an editor or a terminal would take for something else."""
TELLING = """#!{python}
import os, sys
open({told!r}, "ab").write(b"\\0".join(map(os.fsencode, sys.argv[1:])) + b"\\0\\0")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the files are, and the program is."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


def an_editor(folder: Path, name: str = "an editor") -> Path:
    """A program that tells how it was called."""
    script = folder.parent / name
    script.write_text(TELLING.format(python=sys.executable, told=str(folder.parent / "told")))
    script.chmod(0o755)
    return script


def told(folder: Path) -> list[list[str]]:
    calls = (folder.parent / "told").read_bytes().split(b"\0\0")[:-1]
    return [[os.fsdecode(word) for word in call.split(b"\0")] for call in calls]


@pytest.mark.parametrize("name", EVIL, ids=ascii)
def test_an_editor_is_given_the_whole_path_as_one_argument(folder: Path, name: str) -> None:
    (folder / name).touch()
    script = an_editor(folder)
    assert run(Editor.of({"EDITOR": f"'{script}' --wait"}).at(name, 7)) == 0
    assert told(folder) == [["--wait", str(folder / name)]]
    assert os.listdir(folder) == [name]  # noqa: PTH208 - as bytes that are no text come back


@pytest.mark.parametrize(
    ("kind", "given"),
    [("vi", ["+7", "{}"]), ("code", ["--goto", "{}:7"]), ("hx", ["{}:7"]), ("kate", ["--line", "7", "{}"])],
)
def test_however_an_editor_is_told_the_line_the_path_stays_one_argument(
    folder: Path, kind: str, given: list[str]
) -> None:
    script = an_editor(folder, kind)
    for name in EVIL:
        assert run(Editor.of({"VISUAL": str(script)}).at(name, 7)) == 0
    assert told(folder) == [[word.replace("{}", str(folder / name)) for word in given] for name in EVIL]
    assert not [*folder.iterdir()]


@pytest.mark.parametrize(
    "command",
    [
        "{}; touch canary",
        "{} $(touch canary)",
        "{} `touch canary`",
        "{} && touch canary",
        "{} > canary",
        "{} 'a b' \"c d\"",
    ],
)
def test_what_a_shell_would_do_with_the_variable_is_not_done(folder: Path, command: str) -> None:
    script = an_editor(folder, "editor")
    words = Editor.of({"EDITOR": command.format(script)}).words
    if words[0] == str(script):
        assert run(Editor(words).at("a.yaml")) == 0
        assert told(folder) == [[*words[1:], str(folder / "a.yaml")]]
    else:
        with pytest.raises(FileNotFoundError):
            run(Editor(words).at("a.yaml"))
    assert not [*folder.iterdir()]


@pytest.mark.parametrize(
    "command", ["not-executable", "a-folder", "no-such", "no-format", "/dev/null", "x" * 300, "a\0b"]
)
def test_an_editor_that_cannot_be_started_is_an_error_of_the_system(folder: Path, command: str) -> None:
    (folder / "not-executable").write_text("#!/bin/sh\ntouch canary\n")
    (folder / "a-folder").mkdir()
    (folder / "no-format").write_text("touch canary\n")
    (folder / "no-format").chmod(0o755)
    words = (str(folder / command) if (folder / command[:200].replace("\0", "")).exists() else command,)
    with pytest.raises(OSError, match=r"\w"):
        run(Editor(words).at("a.yaml", 1))
    assert not (folder / "canary").exists()


@pytest.mark.parametrize("command", ["\x1b]0;x\x07", "/", "\u202e" * 500, "x" * 5000, "a b" * 3000])
def test_a_hostile_variable_is_said_on_a_short_clean_line(command: str) -> None:
    try:
        name = Editor.of({"EDITOR": command}).name
    except EditorError as error:
        name = str(error)[:60]
    assert name.isprintable()
    assert 0 < len(name) <= 60


async def test_a_clipboard_program_is_given_no_word_of_the_text_as_an_argument(folder: Path) -> None:
    an_editor(folder, "xclip")
    environ = {"DISPLAY": ":0", "PATH": f"{folder.parent}:{os.environ['PATH']}"}
    for text in EVIL[:-3]:
        assert (await give(text, environ)).program == "xclip"
    assert told(folder) == [["-selection", "clipboard"]] * len(EVIL[:-3])
    assert not [*folder.iterdir()]


@pytest.mark.parametrize("name", ["-c quit;$(touch canary)\n'\".yaml", "--help"])
def test_a_file_with_an_evil_name_is_opened_edited_and_read_again(folder: Path, name: str) -> None:
    file = folder / name
    file.write_bytes((DATA / "harbor-ave-lane.yaml").read_bytes())
    script = an_editor(folder, "vim")
    with Terminal("kremlin-tui", "--", name, env={"VISUAL": f"'{script}' -n"}, size=(120, 30)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for(HEADLINE)
        terminal.press("q")
        assert terminal.wait() == 0
    [(option, place, path)] = told(folder)
    assert (option, place[0], path) == ("-n", "+", str(file))
    assert [found.name for found in folder.iterdir()] == [name]


# ---------------------------------------------------------------------- what an editor leaves behind

DEATHS = {
    "killed": "stty raw -echo; printf 'EDITING\\033[?1049h\\033[?1h\\033[?25l\\033[?1002h\\033[>4;2m'; kill -9 $$",
    "careless": "stty raw -echo; printf 'EDITING\\033[?1h'; exit 0",
    "failed": "stty -icanon; exit 3",
}


@pytest.fixture
def story(folder: Path) -> Path:
    return Path(shutil.copy(DATA / "harbor-ave-lane.yaml", folder / "story.yaml"))


@pytest.mark.parametrize("how", DEATHS)
def test_a_terminal_that_an_editor_leaves_otherwise_is_as_it_was_at_the_end(
    folder: Path, story: Path, how: str
) -> None:
    with Terminal("kremlin-tui", str(story), env=an_editor_that(folder, DEATHS[how])) as terminal:
        attributes = terminal.attributes
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for(HEADLINE)
        assert ("was ended by a signal: Killed" in terminal.text()) == (how == "killed")
        terminal.press("j", "q")
        assert terminal.wait() == 0
        assert_clean(terminal, attributes)


WAITS = "stty raw -echo; printf '\\033[?1049h\\033[?1h\\033[?25lEDITING'; echo $$ > '{}/editor'; {}; exec sleep 60"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGUSR1])
@pytest.mark.parametrize("heeds", [True, False])
def test_a_signal_ends_the_editor_and_the_reader_that_waits_for_it(
    folder: Path, story: Path, number: signal.Signals, *, heeds: bool
) -> None:
    does = WAITS.format(folder, ":" if heeds else "trap '' HUP TERM USR1")
    with Terminal("kremlin-tui", str(story), env=an_editor_that(folder, does)) as terminal:
        attributes = terminal.attributes
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for("EDITING")
        wait_until((folder / "editor").exists)
        os.kill(terminal.pid, number)
        assert terminal.wait() == 128 + number
        assert_clean(terminal, attributes)
        editor = int((folder / "editor").read_text())
        if heeds:
            wait_until(lambda: is_gone(editor))
        else:
            os.kill(editor, signal.SIGKILL)


@pytest.mark.parametrize("milliseconds", range(0, 30, 3))
def test_a_signal_while_the_editor_is_started_leaves_none_behind(folder: Path, story: Path, milliseconds: int) -> None:
    does = f"echo $$ >> '{folder}/editor'; exec sleep 60"
    with Terminal("kremlin-tui", str(story), env=an_editor_that(folder, does)) as terminal:
        attributes = terminal.attributes
        terminal.wait_for(HEADLINE)
        terminal.send("e")
        time.sleep(milliseconds / 1000)
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert_clean(terminal, attributes)
        time.sleep(0.1)
        if (folder / "editor").exists():
            wait_until(lambda: is_gone(int((folder / "editor").read_text())))


def test_a_key_that_interrupts_is_for_the_editor_alone(folder: Path, story: Path) -> None:
    does = "trap 'printf STILL' INT QUIT; printf EDITING; read -r line; read -r line"
    with Terminal("kremlin-tui", str(story), env=an_editor_that(folder, does)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.press("e")
        terminal.wait_for("EDITING")
        terminal.press("\x03")
        terminal.wait_for("STILL")
        terminal.press("\r", "\r")
        terminal.wait_for(HEADLINE)

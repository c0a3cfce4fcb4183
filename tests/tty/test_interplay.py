"""What ends, stops or breaks the program on any of its screens, and while an editor has the terminal."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal, wait_until
from tests.tty.test_crash import CRASHED
from tests.tty.test_filing import HARBOR, HEADLINE, SHOWN, an_editor, kept
from tests.tty.test_job_control import PROMPT, SHELL, exit_code, type_line, until
from tests.tty.test_reading import PROGRAM
from tests.tty.test_signals import assert_clean

BAD = "format: 1\nid: x\nactors: ["
CTRL_Z = "\x1a"
SCREENS = {
    "matrix": "m",
    "comparison": "c",
    "outline": "t",
    "detail": "3i",
    "prompt": "/",
    "go to": ":",
    "marks": "\x02a'",
}
EDITS = "echo EDITING; read -r line"


def a_shell(**env: str) -> Terminal:
    return Terminal(*SHELL, size=(160, 45), env={"HISTFILE": "/dev/null", **env})


def in_a_shell(shell: Terminal, *arguments: str | Path) -> None:
    shell.wait_for(PROMPT)
    type_line(shell, " ".join(f"'{argument}'" for argument in (PROGRAM, *arguments)))


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.yaml"
    path.write_text(HARBOR)
    return path


@pytest.fixture
def state(tmp_path: Path) -> dict[str, str]:
    return {"XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.mark.parametrize("screen", SCREENS)
def test_ctrl_z_goes_to_the_shell_from_every_screen_and_fg_comes_back_to_it(story: Path, screen: str) -> None:
    with a_shell() as shell:
        in_a_shell(shell, story)
        shell.wait_for(HEADLINE)
        shell.press(*SCREENS[screen])
        before = shell.text()
        shell.press(CTRL_Z)
        shell.wait_for("Stopped")
        type_line(shell, "fg")
        until(lambda: shell.text() == before, shell)
        shell.press("esc", "q")
        assert exit_code(shell) == "0"


def test_ctrl_z_goes_to_the_shell_from_a_file_that_is_no_article(story: Path) -> None:
    story.write_text(BAD)
    with a_shell() as shell:
        in_a_shell(shell, story)
        shell.wait_for("has 1 problem")
        before = shell.text()
        shell.press(CTRL_Z)
        shell.wait_for("Stopped")
        type_line(shell, "fg")
        until(lambda: shell.text() == before, shell)
        shell.press("q")
        assert exit_code(shell) == "1"


def test_ctrl_z_by_the_palette_goes_to_the_shell(story: Path) -> None:
    with a_shell() as shell:
        in_a_shell(shell, story)
        shell.wait_for(HEADLINE)
        shell.press("\x10")
        shell.send("to the shell")
        shell.wait_for("To the shell")
        shell.press("enter")
        shell.wait_for("Stopped")
        type_line(shell, "fg")
        shell.wait_for(HEADLINE)
        shell.press("q")
        assert exit_code(shell) == "0"


@pytest.mark.parametrize(("text", "seen"), [(HARBOR, HEADLINE), (BAD, "has 1 problem")], ids=["article", "no article"])
def test_an_editor_that_is_stopped_comes_back_and_the_reader_after_it(
    tmp_path: Path, story: Path, text: str, seen: str
) -> None:
    story.write_text(text)
    with a_shell(**an_editor(tmp_path, EDITS)) as shell:
        in_a_shell(shell, story)
        shell.wait_for(seen)
        shell.press("e")
        shell.wait_for("EDITING")
        before = len(shell.raw)
        shell.press(CTRL_Z)
        shell.wait_for("Stopped")
        type_line(shell, "fg")
        shell.settle()
        assert SHOWN not in shell.raw[before:]
        shell.send("done\r")
        until(lambda: SHOWN in shell.raw[before:], shell)
        shell.wait_for(seen)
        shell.press("q")
        assert exit_code(shell) == ("0" if text is HARBOR else "1")


@pytest.mark.parametrize("keys", ["}m", "}t", "}?", "}3i", "}/x"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_on_any_screen_keeps_the_place(state: dict[str, str], keys: str, number: signal.Signals) -> None:
    with Terminal("kremlin-tui", env=state) as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        terminal.send("}")
        terminal.send(keys[1:])
        terminal._read(0.2)
        os.kill(terminal.pid, number)
        assert terminal.wait() == 128 + number
        terminal.settle()
        assert_clean(terminal, attributes)
    with Terminal("kremlin-tui", env=state) as terminal:
        terminal.wait_for("Back where you were.")


def test_a_signal_while_an_editor_runs_keeps_the_place(tmp_path: Path, story: Path, state: dict[str, str]) -> None:
    with Terminal("kremlin-tui", str(story), env=state | an_editor(tmp_path, EDITS)) as terminal:
        terminal.wait_for(HEADLINE)
        terminal.send("}e")
        terminal.wait_for("EDITING")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert not terminal.is_raw
    assert len(kept(state)) == 1


def test_a_signal_ends_the_list_of_a_bad_file_with_its_own_code(story: Path) -> None:
    story.write_text(BAD)
    with Terminal("kremlin-tui", str(story)) as terminal:
        attributes = terminal.attributes
        terminal.wait_for("has 1 problem")
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        terminal.settle()
        assert_clean(terminal, attributes)


@pytest.mark.parametrize(
    ("where", "keys"),
    [
        ("tui.screens.matrix.Matrix.action_words", ["m", "enter"]),
        ("tui.screens.compare.Compare.action_words", ["c", "enter"]),
        ("tui.widgets.position_grid.PositionGrid.render_line", ["m"]),
        ("tui.screens.palette.Palette.compose", ["\x10"]),
        ("tui.screens.overlay.Overlay.compose", ["?"]),
    ],
)
def test_a_fault_on_any_screen_is_one_line_and_the_place_is_kept(
    state: dict[str, str], where: str, keys: list[str]
) -> None:
    module, owner, name = where.rsplit(".", 2)
    code = f"""
import sys, {module}
def fail(*_, **__): raise ValueError("a word")
{module}.{owner}.{name} = fail
from tui.cli import main
sys.exit(main([]))
"""
    with Terminal("python", "-c", code, size=(300, 45), env=state) as terminal:
        attributes = terminal.attributes
        terminal.wait_for("Positions  19")
        terminal.press("}")
        for key in keys:
            terminal.send("\r" if key == "enter" else key)
            terminal._read(1)
        assert terminal.wait() == CRASHED
        terminal.settle()
        told = terminal.raw.rpartition(b"\x1b[?1004l")[2].decode().strip()
        assert told.startswith("kremlin-tui: a fault of this program, ValueError in ")
        assert "a word" not in told
        terminal.forget_from(told)
        assert_clean(terminal, attributes)
    wait_until(lambda: len(kept(state)) == 1)


@pytest.mark.parametrize("keys", ["?G", "??", "???G", "ijG", "tG", "mG", "cn", "!G", "'j", "/jq", "T\x1b"])
def test_keys_that_come_before_a_screen_is_there_end_nothing(keys: str) -> None:
    with Terminal("kremlin-tui") as terminal:
        terminal.wait_for("Positions  19")
        terminal.send("3")
        terminal.send(keys)
        terminal.settle()
        assert terminal.exit_code is None
        os.kill(terminal.pid, signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM


def test_a_key_that_was_set_goes_to_the_shell(tmp_path: Path) -> None:
    (tmp_path / "kremlin-tui").mkdir()
    (tmp_path / "kremlin-tui" / "config.toml").write_text('[keys]\n"reader.suspend" = "ctrl+x"\n')
    with a_shell(XDG_CONFIG_HOME=str(tmp_path)) as shell:
        in_a_shell(shell)
        shell.wait_for("Positions")
        shell.press("m", CTRL_Z)
        assert "Stopped" not in shell.text()
        shell.press("\x18")
        shell.wait_for("Stopped")
        type_line(shell, "fg")
        shell.settle()
        shell.press("q")
        assert exit_code(shell) == "0"

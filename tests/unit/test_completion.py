"""Completion in real shells, where they are installed; their scripts are made of the tables of arguments."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.tty.terminal import Terminal
from tui.cli import COMMANDS, main
from tui.cli.completion import SHELLS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of several kinds, one with a space in its name."""
    for name in ("story.yaml", "other.yml", "two words.yaml", "text.txt"):
        (tmp_path / name).touch()
    (tmp_path / "more").mkdir()
    return tmp_path


def script(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_and_option(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = script(shell, capsys)
    for name in (*COMMANDS, "theme", "ascii", "width", "plain", "suggest", "example", "output", "paper", "github"):
        assert name in made


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_finds_no_fault_in_its_script(shell: str, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    path = folder / "script"
    path.write_text(script(shell, capsys))
    run = subprocess.run([shutil.which(shell) or "true", "-n", path], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")


def bash(words: list[str], made: str, folder: Path) -> set[str]:
    """What bash offers for the last of some words."""
    typed = " ".join(map(shlex.quote, words))
    code = (
        f'{made}\nCOMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; _kremlin_tui; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    run = subprocess.run(["bash", "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    return set(run.stdout.splitlines()) - {""}


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ch"], {"check"}),
        (["s"], {"schema", "story.yaml"}),
        (["--th"], {"--theme"}),
        (["--theme", "pap"], {"paper"}),
        (["--theme", "=", "pap"], {"paper"}),
        (["--width", ""], set[str]()),
        (["check", ""], {"story.yaml", "other.yml", "two words.yaml", "more"}),
        (["check", "--fo"], {"--format"}),
        (["check", "--format", ""], {"text", "json", "github"}),
        (["check", "story.yaml", "o"], {"other.yml"}),
        (["new", "t"], {"two words.yaml", "text.txt"}),
        (["new", "-o", "te"], {"text.txt"}),
        (["completion", ""], {"bash", "zsh", "fish"}),
        (["schema", ""], set[str]()),
        (["story.yaml", "--pl"], {"--plain"}),
    ],
)
def test_bash_offers_what_fits(
    words: list[str], offered: set[str], capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert bash(["kremlin-tui", *words], script("bash", capsys), folder) == offered


def test_fish_offers_what_fits(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made = script("fish", capsys)
    if not shutil.which("fish"):
        assert "complete -c kremlin-tui -n '__fish_seen_subcommand_from check' -l format -x" in made
        return
    path = folder / "script"
    path.write_text(made)

    def offered(typed: str) -> set[str]:
        code = f"source {path}; complete -C {shlex.quote(f'kremlin-tui {typed}')}"
        run = subprocess.run(["fish", "-c", code], cwd=folder, capture_output=True, text=True, check=True)
        return {line.split("\t")[0] for line in run.stdout.splitlines()}

    assert offered("ch") == {"check"}
    assert offered("check --format ") == {"text", "json", "github"}
    assert {"story.yaml", "other.yml", "two words.yaml", "more/"} <= offered("check ")
    assert offered("--theme pap") == {"paper"}


def test_zsh_offers_what_fits(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made = script("zsh", capsys)
    zsh = shutil.which("zsh")
    if not zsh:
        assert "'--format[how to tell the problems]:FORMAT:(text json github)'" in made
        return
    path = folder / "script"
    path.write_text(made)
    with Terminal(zsh, "-f", "-i", env={"PS1": "> "}) as terminal:
        terminal.press(f"cd {folder}; autoload -Uz compinit; compinit -u -D; source {path}; clear\r")
        terminal.press("kremlin-tui ch\t")
        assert "> kremlin-tui check" in terminal.text()
        terminal.press("--format \t")
        assert "github  json    text" in terminal.text()
        terminal.press("\x15kremlin-tui fmt st\t")
        assert "> kremlin-tui fmt story.yaml" in terminal.text()


def test_a_shell_that_is_not_known_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", "csh"])
    assert ended.value.code == 2
    assert "bash" in capsys.readouterr().err

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
    """What bash offers for the last of some words, none of which it would cut."""
    typed = " ".join(map(shlex.quote, words))
    code = (
        f"{made}\nCOMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; COMP_LINE={shlex.quote(' '.join(words))}; "
        'COMP_POINT=${#COMP_LINE}; _kremlin_tui kremlin-tui "${COMP_WORDS[COMP_CWORD]}"; '
        'printf "%s\\n" "${COMPREPLY[@]}"'
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


AWKWARD = (
    "[x].yaml",
    "x.yaml",
    "2024-10:one.yaml",
    "eq=one.yaml",
    "at@one.yaml",
    "it's.yaml",
    "NATO warns: one.yaml",
    "Щ:one.yaml",
    "-d.yaml",
    "new\nline.yaml",
    "line.yaml",
    "*.yml",
)
COMPLETED = {
    "ch": "check",
    "check [": r"check \[x\].yaml",
    "check *": r"check \*.yml",
    "check two": r"check two\ words.yaml",
    r"check two\ w": r"check two\ words.yaml",
    'check "two w': 'check "two words.yaml"',
    "check ~/two": r"check ~/two\ words.yaml",
    "check 2024-10:": "check 2024-10:one.yaml",
    "check '2024-10:": "check '2024-10:one.yaml'",
    "check eq=": "check eq=one.yaml",
    "check at@": r"check at\@one.yaml",
    r"check it\'s": r"check it\'s.yaml",
    r"check NATO\ warns:": r"check NATO\ warns:\ one.yaml",
    "check Щ:": "check Щ:one.yaml",
    "check new": "check new",
    "check mo": "check more/",
    "check --fo": "check --format",
    "check --format=js": "check --format=json",
    "--theme=pap": "--theme=paper",
    "--plain=": "--plain=",
    "new --output=te": "new --output=text.txt",
    "check -- -d": "check -- -d.yaml",
    "check -- --fo": "check -- --fo",
    "-- comp": "-- comp",
    "-- --theme st": "-- --theme story.yaml",
}
"""What stands on the line after the tabulator key; without the spaces at its end."""


@pytest.mark.parametrize(
    "setting", ["true", "shopt -s failglob", "shopt -s nullglob extglob; IFS=:ae", "set -fu", "set -o posix"]
)
def test_bash_completes_awkward_names_whatever_is_set_in_it_and_leaves_that_as_it_is(
    setting: str, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "script").write_text(script("bash", capsys))
    for name in AWKWARD:
        (folder / name).touch()
    bash = str(Path(shutil.which("bash") or "bash").absolute())
    state = "{ shopt; set -o; declare -p IFS; set | grep -c ^COMPREPLY; }"
    with Terminal(bash, "--norc", "--noprofile", "-i", env={"HOME": str(folder), "PS1": "> "}) as terminal:
        terminal.press(f"cd ~; source ./script; {setting}; {state} >~/before\r")
        found: dict[str, str] = {}
        for typed in COMPLETED:
            terminal.press(f"\x0c\x15kremlin-tui {typed}\t")
            found[typed] = terminal.text().strip().partition("kremlin-tui ")[2]
        assert found == COMPLETED
        terminal.press(f"\x15{state} >~/after\r")
    assert (folder / "after").read_text() == (folder / "before").read_text()


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
    assert offered("--theme=pap") == {"--theme=paper"}
    assert offered("-- comp") == set()
    (folder / "[x].yaml").touch()
    assert offered("check [") == {"[x].yaml"}


def test_zsh_offers_what_fits(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    made = script("zsh", capsys)
    zsh = shutil.which("zsh")
    if not zsh:
        assert "'--format=[how to tell the problems]:FORMAT:(text json github)'" in made
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
        (folder / "2024-10:[x].yaml").touch()
        for typed, completed in (
            ("check 2024-10:", r"check 2024-10:\[x\].yaml"),
            ("check --format=js", "check --format=json"),
            ("-- comp", "-- comp"),
            ("-- st", "-- story.yaml"),
        ):
            terminal.press(f"\x0c\x15kremlin-tui {typed}\t")
            assert terminal.text().strip() == f"> kremlin-tui {completed}"


def test_a_shell_that_is_not_known_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["completion", "csh"])
    assert ended.value.code == 2
    assert "bash" in capsys.readouterr().err

"""The ways to the clipboard: which programs, what the terminal is told, and what the reader is told of it."""

from __future__ import annotations

import asyncio
import re
from base64 import b64decode
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.clipboard import MOST_SENT, Outcome, give, is_too_long, programs, sequence, told

Install = Callable[..., dict[str, str]]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Puts shell scripts on a path of their own, and gives an environment that has nothing else."""

    def install(*scripts: tuple[str, str], **environ: str) -> dict[str, str]:
        for name, script in scripts:
            file = tmp_path / name
            file.write_text(f"#!/bin/sh\n{script}\n")
            file.chmod(0o755)
        return {"PATH": f"{tmp_path}:/usr/bin:/bin", **environ}

    return install


def carried(told: str) -> str:
    """The text in what the terminal is told."""
    found = re.fullmatch(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", told)
    assert found
    return b64decode(found[1]).decode()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_the_terminal_is_told_exactly_the_text(text: str) -> None:
    assert carried(sequence(text, {})) == text


def test_half_a_character_does_no_harm() -> None:
    assert carried(sequence("a\ud800b", {})) == "a?b"


def test_the_terminal_is_told_nothing_that_is_too_long_for_it() -> None:
    most = "a" * (MOST_SENT // 4 * 3)
    assert not is_too_long(most)
    assert carried(sequence(most, {})) == most
    assert is_too_long(most + "a")
    assert sequence(most + "a", {}) == ""


def test_tmux_is_told_for_itself_and_to_pass_it_on() -> None:
    plain = sequence("words", {})
    assert sequence("words", {"TMUX": "tmux,1,0", "STY": "1.a"}) == f"{plain}\x1bPtmux;\x1b{plain}\x1b\\"


def test_screen_is_told_piece_by_piece_to_pass_it_on() -> None:
    plain = sequence("words " * 200, {})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sequence("words " * 200, {"STY": "1.a"}), re.DOTALL)
    assert len(pieces) > 1
    assert max(map(len, pieces)) <= 256
    assert "".join(pieces) == plain


@pytest.mark.parametrize(
    ("platform", "environ", "names"),
    [
        ("linux", {}, []),
        ("darwin", {}, ["pbcopy"]),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
        ("linux", {"TMUX": "tmux,1,0"}, ["tmux"]),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, []),
    ],
)
def test_the_programs_are_those_of_the_system(platform: str, environ: dict[str, str], names: list[str]) -> None:
    assert [program.name for program in programs(environ, platform)] == names


async def test_a_program_gets_exactly_the_text(install: Install, tmp_path: Path) -> None:
    environ = install(("xclip", f'cat > {tmp_path}/got; echo "$@" > {tmp_path}/arguments'), DISPLAY=":0")
    assert await give("“a” $(b)\n", environ) == Outcome("xclip")
    assert (tmp_path / "got").read_text() == "“a” $(b)\n"
    assert (tmp_path / "arguments").read_text() == "-selection clipboard\n"


async def test_windows_gets_it_in_its_own_coding(install: Install, tmp_path: Path) -> None:
    environ = install(("clip.exe", f"cat > {tmp_path}/got"), WSL_DISTRO_NAME="Debian")
    assert await give("Мир", environ) == Outcome("clip.exe")
    assert (tmp_path / "got").read_bytes().decode("utf-16-le") == "Мир"


async def test_where_one_program_fails_the_next_is_tried(install: Install, tmp_path: Path) -> None:
    environ = install(
        ("wl-copy", "echo No compositor >&2; exit 1"),
        ("xclip", f"cat > {tmp_path}/got"),
        WAYLAND_DISPLAY="wayland-9",
        DISPLAY=":0",
    )
    assert (await give("a", environ)).program == "xclip"
    assert (tmp_path / "got").read_text() == "a"


async def test_what_a_program_says_of_its_failure_is_told_without_control_characters(install: Install) -> None:
    environ = install(
        ("xclip", 'printf "Can\'t open \\033[31mdisplay\\n" >&2; exit 1'), ("xsel", "exit 3"), DISPLAY=":9"
    )
    outcome = await give("a", environ)
    assert outcome == Outcome(fault="xclip failed: Can't open ␛[31mdisplay; xsel failed: exit code 3")


async def test_a_program_that_hangs_is_ended(install: Install, tmp_path: Path) -> None:
    environ = install(("xclip", f"echo $$ > {tmp_path}/pid; exec sleep 100"), ("xsel", "exit 1"), DISPLAY=":0")
    outcome = await give("a", environ)
    assert outcome.fault.startswith("xclip did not answer within 1 second; xsel")
    stat = Path(f"/proc/{(tmp_path / 'pid').read_text().strip()}/stat")
    assert not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] == "Z"


async def test_nothing_waits_for_a_program_meanwhile(install: Install, tmp_path: Path) -> None:
    environ = install(("xclip", f"cat > /dev/null; touch {tmp_path}/began; exec sleep 100"), DISPLAY=":0")
    giving = asyncio.create_task(give("a", environ))
    while not (tmp_path / "began").exists():
        assert not giving.done()
        await asyncio.sleep(0)
    giving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await giving


async def test_a_program_that_stays_to_serve_the_clipboard_is_not_waited_for(install: Install) -> None:
    environ = install(("xclip", "cat > /dev/null; sleep 3 & exit 0"), DISPLAY=":0")
    assert await give("a", environ) == Outcome("xclip")


async def test_a_program_that_takes_nothing_in_is_believed(install: Install) -> None:
    environ = install(("xclip", "exit 0"), DISPLAY=":0")
    assert await give("a" * 1_000_000, environ) == Outcome("xclip")


async def test_a_program_that_can_not_be_started_is_told(install: Install, tmp_path: Path) -> None:
    environ = install(DISPLAY=":0")
    for name in ("xclip", "xsel"):
        file = tmp_path / name
        file.write_text("#!/no/such/shell\n")
        file.chmod(0o755)
    assert "xclip could not be started: No such file or directory" in (await give("a", environ)).fault


async def test_without_a_program_nothing_is_given(install: Install, tmp_path: Path) -> None:
    assert await give("a", {"PATH": str(tmp_path), "DISPLAY": ":0"}) == Outcome()


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (Outcome("xclip", sent=True), "Copied the words of Ann (system clipboard and terminal)."),
        (Outcome("tmux", sent=True), "Copied the words of Ann (tmux and terminal)."),
        (Outcome("xclip"), "Copied the words of Ann (system clipboard; too long for the terminal)."),
        (Outcome(sent=True), "Sent the words of Ann to the terminal; it may not take that."),
        (
            Outcome(fault="xclip failed: no", sent=True),
            "Sent the words of Ann to the terminal; it may not take that. But xclip failed: no.",
        ),
        (
            Outcome(),
            "The words of Ann could not be copied: too long for the terminal, and no clipboard program was found.",
        ),
        (
            Outcome(fault="xclip failed: no"),
            "The words of Ann could not be copied: too long for the terminal, and xclip failed: no.",
        ),
    ],
)
def test_the_reader_is_told_what_was_done_and_what_not(outcome: Outcome, text: str) -> None:
    assert told("the words of Ann", outcome) == text

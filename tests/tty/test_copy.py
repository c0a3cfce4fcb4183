"""Copies, seen from the terminal and from a program of the system that holds the clipboard."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest

from article import Article
from article.exporters.citation import as_markdown, as_text, paragraph_as_text
from tests.tty.terminal import Terminal
from tui.clipboard import MOST_SENT

NO_SYSTEM: dict[str, str] = {
    "DISPLAY": "",
    "WAYLAND_DISPLAY": "",
    "WSL_DISTRO_NAME": "",
    "WSL_INTEROP": "",
    "TMUX": "",
    "STY": "",
}
"""An environment in which no program leads to a clipboard."""
SHOWN = "Positions  19"


def clipboards(terminal: Terminal) -> list[str]:
    """What the terminal was told to put into its clipboard (OSC 52)."""
    return [b64decode(found).decode() for found in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", terminal.raw)]


def fake(folder: Path, script: str) -> dict[str, str]:
    """An environment in which a script is the program of the clipboard."""
    program = folder / "xclip"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return NO_SYSTEM | {"DISPLAY": ":0", "PATH": f"{folder}:/usr/bin:/bin"}


def test_the_terminal_gets_exactly_the_words_with_their_source(shipped: Article) -> None:
    with Terminal("kremlin-tui", env=NO_SYSTEM, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "y")
        terminal.wait_for("Sent the words of The Kremlin to the terminal")
        assert clipboards(terminal) == [as_text(shipped, shipped.stance["kremlin-war"])]
        terminal.press("q")
        assert terminal.wait() == 0


def test_the_same_in_markdown(shipped: Article) -> None:
    with Terminal("kremlin-tui", env=NO_SYSTEM, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("3", "j", "Y")
        terminal.wait_for("as Markdown")
        assert clipboards(terminal) == [as_markdown(shipped, shipped.stance["putin-danger"])]


def test_where_no_position_stands_the_paragraph_is_copied(shipped: Article) -> None:
    with Terminal("kremlin-tui", env=NO_SYSTEM, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("2", "j", "j", "o", "1", "G", "y")
        terminal.wait_for("Sent paragraph 8 to the terminal")
        assert clipboards(terminal) == [paragraph_as_text(shipped, 7)]


def test_the_detail_copies_the_position_that_it_shows(shipped: Article) -> None:
    with Terminal("kremlin-tui", env=NO_SYSTEM, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "i", "n", "y")
        terminal.wait_for("Sent the words of ")
        assert clipboards(terminal) == [as_text(shipped, shipped.stance["putin-danger"])]


def test_the_system_gets_it_too(tmp_path: Path, shipped: Article) -> None:
    with Terminal("kremlin-tui", env=fake(tmp_path, f"cat > {tmp_path}/got"), size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "y")
        terminal.wait_for("Copied the words of The Kremlin (system clipboard and")
        text = as_text(shipped, shipped.stance["kremlin-war"])
        assert (tmp_path / "got").read_text(encoding="utf-8") == text
        assert clipboards(terminal) == [text]


def test_what_a_program_could_not_do_is_said(tmp_path: Path) -> None:
    environ = fake(tmp_path, "echo 'no display' >&2; exit 1")
    (tmp_path / "xsel").symlink_to("xclip")
    with Terminal("kremlin-tui", env=environ, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "y")
        terminal.wait_for("xclip failed: no display")


def test_a_program_that_hangs_is_given_up_and_told(tmp_path: Path) -> None:
    with Terminal("kremlin-tui", env=fake(tmp_path, "exec sleep 100"), size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "y", "}")
        terminal.wait_for("xclip did not answer within 1")
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(("variable", "begin"), [("TMUX", b"\x1bPtmux;\x1b\x1b]52;c;"), ("STY", b"\x1bP\x1b]52;c;")])
def test_what_stands_between_passes_it_on(variable: str, begin: bytes) -> None:
    with Terminal("kremlin-tui", env=NO_SYSTEM | {variable: "none,0,0"}, size=(160, 40)) as terminal:
        terminal.wait_for(SHOWN)
        terminal.press("n", "y")
        assert begin in terminal.raw


def test_a_paragraph_too_long_for_the_terminal_is_not_sent(tmp_path: Path) -> None:
    file = tmp_path / "long.yaml"
    file.write_text(
        f"format: 1\nid: a\nheadline: Long\nbody: {'word ' * (MOST_SENT // 5)}\nissues: []\nstances: []\n"
        "actors: [{id: ann, name: word, kind: person}]\n"
    )
    with Terminal("kremlin-tui", str(file), env=NO_SYSTEM, size=(160, 40)) as terminal:
        terminal.wait_for("Long")
        terminal.press("y")
        terminal.wait_for("Paragraph 1 could not be copied")
        assert clipboards(terminal) == []

"""The manual page says what the tables say, and troff reads it without a warning."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from tui.cli import COMMANDS, main, parser
from tui.screen_keys import SECTIONS


@pytest.fixture
def page(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["man"]) == 0
    return capsys.readouterr().out


def read(page: str) -> str:
    """The page as a reader sees it."""
    if not shutil.which("groff"):
        return re.sub(r"\\f[BIR]|\\&|^\.\w+ ?", "", page, flags=re.MULTILINE).replace("\\-", "-")
    run = subprocess.run(
        ["groff", "-man", "-Tascii", "-P-cbou", "-ww", "-rLL=200n"],
        input=page,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stderr == ""
    return run.stdout


def test_troff_reads_it_without_a_warning(page: str) -> None:
    assert "contested news" in read(page)


def test_the_page_is_ascii(page: str) -> None:
    assert page.isascii()


def test_it_names_every_option_command_key_and_variable(page: str) -> None:
    seen = read(page)
    options = [name for action in parser().tables for name in action.option_strings]
    for name in (*COMMANDS, *options, "NO_COLOR", "KREMLIN_TUI_THEME", "config.toml", "130"):
        assert name in seen
    for table in SECTIONS.values():
        for binding in table:
            assert f"{binding.description}: " in seen


def test_nothing_in_a_text_is_obeyed_by_troff(page: str) -> None:
    known = {"TH", "SH", "SS", "TP", "PP", "br", "EX", "EE"}
    assert {line[1:3] for line in page.splitlines() if line.startswith(".")} == known
    assert not [line for line in page.splitlines() if line.startswith("'")]

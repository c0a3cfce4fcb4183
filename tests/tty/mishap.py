"""The program with a mishap in it: the reader as it is, but what a key or a moment does is something else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.tty.terminal import Terminal

PATCHED = """
import sys
import tui.screens.reader
from tui.cli import main

def mishap(self, *_):
{mishap}

tui.screens.reader.Reader.action_help = mishap
sys.exit(main({arguments!r}))
"""
KEY = "?"
"""The key that brings the mishap about."""


def program_with(mishap: str, *arguments: str | Path) -> str:
    """The program, in which a key does something else than show the help."""
    indented = "\n".join(f"    {line}" for line in mishap.splitlines())
    return PATCHED.format(mishap=indented, arguments=[str(argument) for argument in arguments])


def reader_with(
    mishap: str, *arguments: str | Path, size: tuple[int, int] = (100, 30), env: Mapping[str, str] | None = None
) -> Terminal:
    """A reader in which it does."""
    return Terminal("python", "-c", program_with(mishap, *arguments), size=size, env=env)

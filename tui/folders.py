"""Where the program keeps its files: the places of the XDG Base Directory Specification, on every system.

A library would know the places of other systems too, and take a fiftieth of the start for it.
"""

from __future__ import annotations

import os
from pathlib import Path

from article.clean import quoted

NAME = "kremlin-tui"


class NoHomeError(Exception):
    """There is no folder to keep files in; it says why, and what to do."""


def settings_folder() -> Path:
    """The folder of the settings; raises NoHomeError."""
    return _folder("XDG_CONFIG_HOME", ".config")


def state_folder() -> Path:
    """The folder of places and logs; raises NoHomeError."""
    return _folder("XDG_STATE_HOME", ".local/state")


def _folder(variable: str, usual: str) -> Path:
    """Ours in the folder that a variable names, or else in one of the user's home. What is not absolute is not taken,
    as the specification has it: it would be another folder wherever one is."""
    named = Path(os.environ.get(variable, ""))
    if named.is_absolute():
        return named / NAME
    home = os.environ["HOME"] if "HOME" in os.environ else os.path.expanduser("~")  # noqa: PTH111 - raises nothing
    if Path(home).is_absolute():
        return Path(home, usual, NAME)
    why = f"HOME is {quoted(home)}" if os.environ.get("HOME") else "there is no HOME"
    raise NoHomeError(f"{why}; set it or {variable} to an absolute path")

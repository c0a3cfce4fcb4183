"""Where the program keeps its files: the places of the XDG Base Directory Specification, on every system.

A library would know the places of other systems too, and take a fiftieth of the start for it.
"""

from __future__ import annotations

import os
from pathlib import Path

NAME = "kremlin-tui"


def settings_folder() -> Path:
    """The folder of the settings; where there is no home, one that is not absolute."""
    return _folder("XDG_CONFIG_HOME", "~/.config")


def state_folder() -> Path:
    """The folder of places and logs. Raises RuntimeError where there is no home."""
    folder = _folder("XDG_STATE_HOME", "~/.local/state")
    if not folder.is_absolute():
        raise RuntimeError("there is no home for it")
    return folder


def _folder(variable: str, usual: str) -> Path:
    """Ours in the folder that a variable names; one that is not absolute is not taken, as the specification has it."""
    named = os.environ.get(variable, "")
    return Path(named if os.path.isabs(named) else os.path.expanduser(usual), NAME)  # noqa: PTH111, PTH117 - raise nothing

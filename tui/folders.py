"""Where the program keeps what it writes by itself."""

from __future__ import annotations

from pathlib import Path


def state_folder() -> Path:
    """The folder of places and logs; a path that is not absolute is not taken, as the XDG Base Directory Specification
    has it. Raises OSError, RuntimeError or ValueError where there is no home."""
    from platformdirs import user_state_path

    folder = user_state_path("kremlin-tui")
    return folder if folder.is_absolute() else Path.home() / ".local/state/kremlin-tui"

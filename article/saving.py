"""Text put into a file so that, whatever happens, the old file or the new one is there, whole."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def save(path: Path, text: str) -> None:
    """Write a text in UTF-8 beside the file, then put it in its place; the file keeps its permissions,
    and a link its target. Raises OSError when that cannot be done; the file is then as it was."""
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(prefix=".kremlin-tui.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode_of(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def save_new(path: Path, text: str) -> None:
    """Write a text in UTF-8 into a file that must not be there yet; raises FileExistsError when it is."""
    data = text.encode()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink()
        raise


def _mode_of(path: Path) -> int:
    """The permissions that the file has, or that a new one gets."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask

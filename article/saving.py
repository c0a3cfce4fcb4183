"""Text put into a file so that, whatever happens, the old file or the new one is there, whole."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path


def save(path: Path, text: str) -> None:
    """Write a text in UTF-8 beside the file, then put it in its place; the file keeps its permissions and,
    where the system lets us, its owner, and a link its target. Raises OSError when that cannot be done, or
    the file is read-only; it is then as it was."""
    target = Path(os.path.realpath(path))
    found = target.stat() if target.exists() else None
    if found and not found.st_mode & 0o222:
        raise PermissionError(errno.EACCES, "It is read-only")
    handle, name = tempfile.mkstemp(prefix=".kremlin-tui.", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if found:
            with suppress(OSError):
                os.chown(name, found.st_uid, found.st_gid)
        Path(name).chmod(stat.S_IMODE(found.st_mode) if found else 0o666 & ~_umask())
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


def _umask() -> int:
    """What a new file's permissions lack; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

"""Files that are the user's alone: in folders of their own, replaced as a whole, by one program at a time."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import time_ns

PATIENCE = 1.0
"""Seconds for which other programs are waited for; one that stands still must not hold this one up for good."""
BEGUN = ".new"
"""How the name of a file ends that is being written."""


def make_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for the user alone, as the XDG Base Directory Specification
    has it; raises OSError."""
    missing: list[Path] = []
    while not path.exists() and path != path.parent:
        missing.append(path)
        path = path.parent
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)


@contextmanager
def alone_in(folder: Path) -> Generator[bool]:
    """Keep other programs from a folder meanwhile; gives whether they are kept from it, which not every file system
    can do. Whoever is killed keeps them no longer."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield _is_locked(handle)
    finally:
        os.close(handle)


def _is_locked(handle: int) -> bool:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _waited(handle)
    except OSError:
        return False
    return True


def _waited(handle: int) -> bool:
    """Take one's turn, which the system gives in the order in which it was asked for; but not for ever."""
    import fcntl

    mine = os.dup(handle)
    had = Event()

    def wait() -> None:
        with suppress(OSError):
            fcntl.flock(mine, fcntl.LOCK_EX)
            had.set()
        os.close(mine)

    Thread(target=wait, daemon=True).start()
    return had.wait(PATIENCE)


def replace(path: Path, data: bytes, *, alone: bool) -> None:
    """Put data in the place of a file, at once and as a whole, for the user alone; raises OSError. Who is ``alone`` in
    the folder takes the place of what one who was killed has begun, so that this does not pile up."""
    new = path.with_name(f".{path.stem}{BEGUN if alone else f'.{os.getpid()}.{time_ns()}'}")
    if alone:
        new.unlink(missing_ok=True)
    handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        new.replace(path)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise

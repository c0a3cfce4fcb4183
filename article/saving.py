"""Text put into a file so that, whatever happens, the old file or the new one is there, whole."""

from __future__ import annotations

import codecs
import errno
import os
import stat
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from zlib import crc32

PATIENCE = 1.0
"""Seconds for which another program is waited for that writes the same file."""
AGAIN = 0.002
"""Seconds until it is tried again."""
BEGUN = ".kremlin-tui."
"""How the name of a file begins that is being written."""
_NO_LINKS = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EXDEV, errno.EMLINK)
"""What file systems say that give a file no second name."""


def save(path: Path, text: str, old: str | None = None) -> None:
    """Write a text in UTF-8 beside the file, then put it in its place; the file keeps its permissions and,
    where the system lets us, its owner, and a link its target. Raises OSError when that cannot be done, the file is
    read-only, or it no longer holds the ``old`` text, where one is given; it is then as it was."""
    target = Path(os.path.realpath(path))
    found = target.stat() if target.exists() else None
    if found and not (found.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, "It is read-only")
    with _begun(target) as (handle, new):
        _fill(handle, text.encode())
        if found:
            _make_like(handle, target, found)
        else:
            os.fchmod(handle, 0o666 & ~_umask())
        if old is not None and not _holds(target, old):
            raise OSError(errno.ESTALE, "It has changed meanwhile")
        new.replace(target)


def save_new(path: Path, text: str) -> None:
    """Write a text in UTF-8 into a file that must not be there yet; raises FileExistsError when it is."""
    data = text.encode()
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    with _begun(path) as (handle, new):
        _fill(handle, data)
        os.fchmod(handle, 0o666 & ~_umask())
        try:
            os.link(new, path)  # Unlike a renamed file, this does not take the place of another.
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            new.rename(path)
        else:
            new.unlink()


@contextmanager
def _begun(target: Path) -> Generator[tuple[int, Path]]:
    """A file beside another, to be written and put in its place. While it is held no other program takes it; what one
    that was killed has left is cleared away."""
    handle, new = _created(target)
    try:
        yield handle, new
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    finally:
        os.close(handle)


def _created(target: Path) -> tuple[int, Path]:
    """A file that is held, and its name; raises OSError, also where another program holds it for long."""
    new = target.with_name(f"{BEGUN}{crc32(os.fsencode(target.name)):08x}")
    end = monotonic() + PATIENCE
    while True:
        try:
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except FileExistsError:
            try:
                is_free = _cleared(new)
            except PermissionError:  # Another user has left it, or writes it.
                return _named_alone(target)
            if not is_free and monotonic() > end:
                raise BlockingIOError(errno.EAGAIN, "Another program is writing it") from None
            continue
        try:
            if _held(handle, new):
                return handle, new
        except OSError:  # This file system holds nothing: a name that no other program has will do.
            new.unlink()
            os.close(handle)
            return _named_alone(target)
        os.close(handle)  # It was taken for one left behind.


def _named_alone(target: Path) -> tuple[int, Path]:
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=BEGUN, dir=target.parent)
    return handle, Path(name)


def _held(handle: int, path: Path) -> bool:
    """Hold an open file, unless another program does, or it no longer bears its name; raises OSError where files
    cannot be held."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _cleared(new: Path) -> bool:
    """Remove what nobody holds; tells whether that is done."""
    try:
        handle = os.open(new, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    except FileNotFoundError:
        return True
    try:
        if _held(handle, new):
            new.unlink()
            return True
    finally:
        os.close(handle)
    sleep(AGAIN)
    return False


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb", closefd=False) as file:
        file.write(data)
    os.fsync(handle)


def _make_like(handle: int, target: Path, found: os.stat_result) -> None:
    """Give a file the owner, the permissions and the lists of access of another, as far as the system lets us."""
    try:
        os.fchown(handle, found.st_uid, found.st_gid)
    except OSError:
        with suppress(OSError):
            os.fchown(handle, -1, found.st_gid)
    os.fchmod(handle, stat.S_IMODE(found.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for name in os.listxattr(target):
                os.setxattr(handle, name, os.getxattr(target, name))


def _holds(path: Path, text: str) -> bool:
    """Whether a file holds a text, with or without a byte order mark."""
    data = text.encode()
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except FileNotFoundError:
        return False
    with os.fdopen(handle, "rb") as file:
        return file.read(len(data) + len(codecs.BOM_UTF8) + 1).removeprefix(codecs.BOM_UTF8) == data


def _umask() -> int:
    """What a new file's permissions lack; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

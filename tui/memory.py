"""Where a reader was in an article, kept in a small file of its own until the article is opened again."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from time import time, time_ns
from typing import cast
from zlib import crc32

from article.clean import reason_of, safe_name

Record = dict[str, object]
"""What is kept: texts, numbers, truth values, lists and mappings of them."""
FORMAT = 1
"""The version of the files; those of another are set aside."""
LARGEST = 64 * 2**10
"""Bytes of a file; a larger one is none of ours."""
MOST_ARTICLES = 500
"""Articles that are remembered; those read longest ago are forgotten first."""
LONGEST = 365 * 24 * 3600
"""Seconds for which an article is remembered."""
SHIPPED = "shipped"
"""What stands for the path of the article that comes with the program."""
TAIL = 100
"""Characters of a path in the name of its file."""
SUFFIX = ".json"
ASIDE = ".damaged"


class Memory:
    """What is remembered of one article. Each file is replaced as a whole, so that several programs can write it."""

    def __init__(self, folder: Path, article: str, *, fresh: bool = False) -> None:
        self.recalled: Record = {}
        """What was kept when that was last looked up."""
        self.fault = ""
        """Why the last attempt to write failed; empty where it did not."""
        self._folder = folder
        self._article = article
        self._file = folder / f"{_named(article)}{SUFFIX}"
        self._fresh = fresh
        self._turn = 0
        """The number of the last record that was to be kept."""
        self._written = 0
        self._lock = Lock()

    @classmethod
    def of(cls, path: str | None, *, fresh: bool = False) -> Memory | None:
        """The memory of a path, or of the shipped article (None); None where there is no place for one."""
        from tui.folders import state_folder

        try:
            folder = state_folder() / "articles"
            article = SHIPPED if path is None else str(Path(path).absolute())
        except (OSError, RuntimeError, ValueError):
            return None
        return cls(folder, article, fresh=fresh) if folder.is_absolute() else None

    def recall(self) -> Record:
        """What was kept, which ``recalled`` is from now on; nothing where there is none, or where it is to be
        ignored. What is damaged is set aside."""
        if not self._fresh:
            self.recalled = self._recorded()
        return self.recalled

    def _recorded(self) -> Record:
        try:
            data = _read(self._file)
        except (OSError, ValueError):
            return {}
        try:
            return self._record_in(data)
        except (ValueError, RecursionError):
            with suppress(OSError):
                self._file.replace(self._file.with_suffix(ASIDE))
            return {}

    def _record_in(self, data: bytes) -> Record:
        """The record that a file holds; raises ValueError when it holds none."""
        import json

        if len(data) > LARGEST:
            raise ValueError("too large")
        told = cast("object", json.loads(data))
        kept = cast("Record", told).get("kept") if isinstance(told, dict) else None
        if not isinstance(kept, dict) or cast("Record", told).get("format") != FORMAT:
            raise ValueError("not ours")
        return cast("Record", kept)

    def keep(self, record: Record) -> None:
        """Write a record, in place of any that was to be kept before; ``fault`` tells when it cannot be."""
        self._turn += 1
        self._write(record, self._turn)

    def keep_aside(self, record: Record) -> None:
        """The same, while the reader goes on."""
        self._turn += 1
        Thread(target=self._write, args=(record, self._turn)).start()

    def _write(self, record: Record, turn: int) -> None:
        import json

        told = {"format": FORMAT, "article": safe_name(self._article), "kept": record}
        data = json.dumps(told, ensure_ascii=True, indent=1).encode()
        with self._lock:
            if turn <= self._written:
                return
            if len(data) > LARGEST:
                self.fault = "there is too much to keep"
                return
            try:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _replace(self._file, data)
                if not self._written:
                    _forget(self._folder)
                self.fault = ""
            except (OSError, ValueError) as error:
                self.fault = reason_of(error)
            self._written = turn


def _named(article: str) -> str:
    """A file name for a path: a checksum, and the end of the path for people to read. Hashes would do as well, but
    that library takes 4 ms of every start."""
    return f"{crc32(os.fsencode(article)):08x}-{re.sub('[^A-Za-z0-9.-]', '_', article)[-TAIL:]}"


def _read(path: Path) -> bytes:
    """A file of the folder, one byte past the limit at most; nothing else than a regular file is read."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("not a file")
        return file.read(LARGEST + 1)


def _replace(path: Path, data: bytes) -> None:
    """Put data in the place of a file, at once and as a whole, for its owner alone."""
    new = path.with_name(f".{path.stem}.{os.getpid()}.{time_ns()}")
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


def _forget(folder: Path) -> None:
    """Drop what is too old, and the oldest of too many; whatever else is in the folder is let alone."""
    found: list[tuple[float, Path]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            begun = entry.name.startswith(".")
            if begun or entry.name.endswith((SUFFIX, ASIDE)):
                with suppress(OSError):
                    age = time() - entry.stat(follow_symlinks=False).st_mtime
                    # What was begun and never finished is of a program that was ended.
                    found.append((age + LONGEST if begun and age > 3600 else age, Path(entry.path)))
    found.sort()
    for number, (age, path) in enumerate(found):
        if number >= MOST_ARTICLES or age > LONGEST:
            with suppress(OSError):
                path.unlink()

"""Where a reader was in an article, kept in a small file of its own until the article is opened again."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from time import time
from typing import cast
from zlib import crc32

from article.clean import reason_of

Record = dict[str, object]
"""What is kept: texts, numbers, truth values, lists and mappings of them."""
FORMAT = 1
"""The version of the files; those of another are set aside."""
LARGEST = 256 * 2**10
"""Bytes of a file; a larger one is none of ours. A mark takes up to a thousand."""
MARKS = "marks"
"""The part of a record to which every program adds that has the article open."""
MOST_ALIKE = 4
"""Articles whose files would bear the same name, and are told apart by what stands in them."""
MOST_ARTICLES = 500
"""Articles that are remembered; those read longest ago are forgotten first."""
LONGEST = 365 * 24 * 3600
"""Seconds for which an article is remembered."""
LONGEST_BEGUN = 3600
"""Seconds for which a file may be being written, where nothing tells whether anybody still writes it."""
SHIPPED = "shipped"
"""What stands for the path of the article that comes with the program."""
TAIL = 100
"""Characters of a path in the name of its file."""
SUFFIX = ".json"
ASIDE = ".damaged"
_NO_FILE = (errno.ELOOP, errno.ENXIO, errno.EACCES)
"""What the system says of links, of sockets, and of what another user has put there."""


class Memory:
    """What is remembered of one article. Each file is replaced as a whole, so that several programs can write it."""

    def __init__(self, folder: Path, article: str, *, fresh: bool = False) -> None:
        self.recalled: Record = {}
        """What was kept when that was last looked up."""
        self.fault = ""
        """Why the last attempt to write failed; empty where it did not."""
        self._folder = folder
        self._article = article
        self._fresh = fresh
        self._turn = 0
        """The number of the last record that was to be kept."""
        self._done = 0
        """The number of the last one that was written, or could not be."""
        self._set: dict[int, frozenset[str]] = {}
        """Names of the marks that are new in a record, by its number, until that is written."""
        self._tidied = False
        self._lock = Lock()

    @classmethod
    def of(cls, path: str | None, *, fresh: bool = False) -> Memory:
        """The memory of a path, or of the shipped article (None)."""
        from tui.folders import NoHomeError, state_folder

        try:
            folder = state_folder() / "articles"
            article = SHIPPED if path is None else str(Path(path).absolute())
        except (OSError, NoHomeError) as error:
            return _NoMemory(reason_of(error))
        return cls(folder, article, fresh=fresh)

    def recall(self) -> Record:
        """What was kept, which ``recalled`` is from now on; nothing where there is none. Where it is to be ignored
        there are still the marks, which nobody sets without meaning to find them again. What is damaged is set
        aside."""
        try:
            _, kept, damaged = self._found()
            if damaged:
                from tui.private import alone_in

                with alone_in(self._folder):
                    kept = self._sound()[1]
        except (OSError, ValueError):
            kept = None
        kept = kept or {}
        self.recalled = {name: kept[name] for name in (MARKS,) if name in kept} if self._fresh else kept
        return self.recalled

    def keep(self, record: Record, marked: frozenset[str] = frozenset()) -> None:
        """Write a record, in place of any that was to be kept before; ``fault`` tells when it cannot be. Of the marks,
        those count that were ``marked`` or taken off since the record before; the others are as they are in the
        file, where other programs may have set them."""
        self._write(record, self._next(marked))

    def keep_aside(self, record: Record, marked: frozenset[str] = frozenset()) -> None:
        """The same, while the reader goes on."""
        Thread(target=self._write_aside, args=(record, self._next(marked))).start()

    def _next(self, marked: frozenset[str]) -> int:
        self._turn += 1
        if marked:
            self._set[self._turn] = marked
        return self._turn

    def _write_aside(self, record: Record, turn: int) -> None:
        try:
            self._write(record, turn)
        except Exception as error:  # the outermost edge of a thread
            from article.fault import fault_of

            self.fault = fault_of(error)

    def _write(self, record: Record, turn: int) -> None:
        from tui.private import alone_in, make_folder

        with self._lock:
            if turn <= self._done:
                return
            self._done = turn
            try:
                make_folder(self._folder)
                with alone_in(self._folder) as alone:
                    self._put(record, turn, alone=alone)
                    self._tidy(alone=alone)
                self.fault = ""
            except (OSError, ValueError) as error:
                self.fault = reason_of(error)

    def _put(self, record: Record, turn: int, *, alone: bool) -> None:
        """Put a record in the place of what is kept; raises OSError, or ValueError where it cannot be kept at all."""
        import json

        from tui.private import replace

        file, kept = self._sound()
        turns = [number for number in [*self._set] if number <= turn]
        if kept is not None:
            marked = frozenset(name for number in turns for name in self._set[number])
            record = _with_marks_of(kept, record, marked)
        told = {"format": FORMAT, "article": self._article, "kept": record}
        data = json.dumps(told, ensure_ascii=True, indent=1).encode()
        if len(data) > LARGEST:
            raise ValueError("there is too much to keep")
        replace(file, data, alone=alone)
        for number in turns:
            del self._set[number]

    def _tidy(self, *, alone: bool) -> None:
        if not self._tidied:
            self._tidied = True
            _forget(self._folder, alone=alone)

    # ------------------------------------------------------------------ the file

    def _sound(self) -> tuple[Path, Record | None]:
        """The file of this article and what it holds, if anything; what is damaged is set aside. For who is alone in
        the folder: it may be another's, and whole, a moment later. Raises OSError, or ValueError where all files are
        of others."""
        file, kept, damaged = self._found()
        if damaged:
            with suppress(OSError):
                file.replace(file.with_suffix(ASIDE))
        return file, kept

    def _found(self) -> tuple[Path, Record | None, bool]:
        """The file that is, or may be, this article's, what it holds, if anything, and whether it is damaged."""
        name = _named(self._article)
        free: tuple[Path, None, bool] | None = None
        for number in range(1, MOST_ALIKE + 1):
            file = self._folder / f"{name}{f'.{number}' if number > 1 else ''}{SUFFIX}"
            try:
                article, kept = _told_in(_read(file))
            except FileNotFoundError:
                free = free or (file, None, False)
            except (ValueError, RecursionError):
                free = free or (file, None, True)
            else:
                if article == self._article:
                    return file, kept, False
        if free is None:
            raise ValueError("its place is taken by other articles")
        return free


class _NoMemory(Memory):
    """Stands in where there is no place for one; whatever was to be kept has the same fault."""

    def __init__(self, why: str) -> None:
        super().__init__(Path(), "")
        self._why = why

    def recall(self) -> Record:
        return {}

    def _write(self, record: Record, turn: int) -> None:  # noqa: ARG002 - as of any memory
        self.fault = self._why


def _told_in(data: bytes) -> tuple[object, Record]:
    """Of which article a file tells, and what; raises ValueError when it is none of ours."""
    import json

    if len(data) > LARGEST:
        raise ValueError("too large")
    told = cast("object", json.loads(data))
    if not isinstance(told, dict):
        raise ValueError("not ours")  # noqa: TRY004 - as of anything else that is not
    known = cast("Record", told)
    kept = known.get("kept")
    if not isinstance(kept, dict) or known.get("format") != FORMAT:
        raise ValueError("not ours")
    return known.get("article"), cast("Record", kept)


def _with_marks_of(kept: Record, record: Record, marked: frozenset[str]) -> Record:
    """A record with the marks that are kept, but for those that were marked, or taken off, in it."""
    mine, theirs = _marks_in(record), _marks_in(kept)
    marks = {name: place for name, place in theirs.items() if name not in marked}
    marks |= {name: place for name, place in mine.items() if name in marked}
    return {**{name: part for name, part in record.items() if name != MARKS}, **({MARKS: marks} if marks else {})}


def _marks_in(record: Record) -> Record:
    """The marks of a record, as far as they may be some: anything can stand in a file."""
    marks = record.get(MARKS)
    if not isinstance(marks, dict):
        return {}
    return {name: place for name, place in cast("Record", marks).items() if _is_flat(place)}


def _is_flat(place: object) -> bool:
    return isinstance(place, dict) and all(
        isinstance(part, int | str) for part in cast("dict[str, object]", place).values()
    )


def _named(article: str) -> str:
    """A file name for a path: a checksum, and the end of the path for people to read. Hashes would do as well, but
    that library takes 4 ms of every start."""
    return f"{crc32(os.fsencode(article)):08x}-{re.sub('[^A-Za-z0-9.-]', '_', article)[-TAIL:]}"


def _read(path: Path) -> bytes:
    """A file of the folder, one byte past the limit at most; raises OSError, or ValueError where there is something
    else than a file of the user's."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW)
    except OSError as error:
        if error.errno in _NO_FILE:
            raise ValueError("not a file") from error
        raise
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("not a file")
        data = b""
        while len(data) <= LARGEST and (part := os.read(handle, LARGEST + 1 - len(data))):
            data += part
        return data
    finally:
        os.close(handle)


def _forget(folder: Path, *, alone: bool) -> None:
    """Drop what is too old, and the oldest of too many; whatever else is in the folder is let alone."""
    from tui.private import BEGUN

    found: list[tuple[float, Path]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            path = Path(entry.path)
            with suppress(OSError):
                age = time() - entry.stat(follow_symlinks=False).st_mtime
                if entry.name.startswith("."):
                    # What was begun and never finished is of a program that was killed.
                    if (alone and entry.name.endswith(BEGUN)) or age > LONGEST_BEGUN:
                        path.unlink()
                elif entry.name.endswith((SUFFIX, ASIDE)):
                    found.append((age, path))
    found.sort()
    for number, (age, path) in enumerate(found):
        if number >= MOST_ARTICLES or age > LONGEST:
            with suppress(OSError):
                path.unlink()

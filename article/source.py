"""Where the bytes of an article come from: a path, standard input, or a shipped article."""

from __future__ import annotations

import codecs
import errno
import os
import re
import stat
import sys
from pathlib import Path
from typing import NamedTuple

from article.clean import find_wide, reason_of, safe_name
from article.problems import Problem, Problems, place_of

MOST_BYTES = 13 * 2**20
"""13 MiB: about 20 novels; a larger file is no article."""
MOST_HELD = 30 * 2**20
"""Bytes for what a file holds: they tell better than its size how long it takes to read, and how much memory."""
A_VALUE = 85
"""Bytes that a value counts for, beside its characters; a key is a value too."""
AN_ITEM = 450
"""Bytes that a value in a list counts for instead: an actor, a stance, a quotation, each of which is told apart by its
place and looked up or looked for. 10,000 stances have 200,000 values, 25,000 of them in lists."""

SHIPPED = "kremlin-warns-of-nato-conflict.yaml"
"""The article that opens when none is named."""

_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""YAML 1.1, section 5.1: the characters that a stream may not hold."""
_UTF_16_OR_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Source(NamedTuple):
    """A file to read: ``name`` is safe to show, ``path`` is None for standard input."""

    name: str
    path: Path | None

    @classmethod
    def of(cls, path: str | os.PathLike[str]) -> Source:
        """The source of a path; ``-`` is standard input."""
        if os.fspath(path) == "-":
            return cls("standard input", None)
        return cls(safe_name(os.fspath(path)), Path(path))

    @classmethod
    def shipped(cls, name: str = SHIPPED) -> Source:
        """An article that comes with the program."""
        return cls(name, Path(__file__).parent / "bundled" / name)

    @classmethod
    def all_of(cls, path: str | os.PathLike[str]) -> tuple[Source, ...]:
        """The sources that an argument names: of a folder the articles in it and in the folders beneath,
        in the order of their names, hidden ones left out; of anything else the one that ``of`` gives."""
        if os.fspath(path) in ("", "-") or not os.path.isdir(path):  # noqa: PTH112 - pathlib raises where a name is too long
            return (cls.of(path),)
        found: list[str] = []
        for folder, folders, names in os.walk(path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found.extend(str(Path(folder) / name) for name in names if _is_article(name))
        return tuple(cls.of(name) for name in sorted(found))

    def read(self, problems: Problems) -> str:
        """The text of the source; raises ArticleError when there is none that YAML could be."""
        return decode(self.read_bytes(problems), problems)

    def read_bytes(self, problems: Problems) -> bytes:
        """What the source holds; raises ArticleError when it cannot be read or passes the limit."""
        try:
            data = _read_file(self.path, problems) if self.path else _read_standard_input()
        except (OSError, ValueError) as error:
            problems.stop("cannot-read", None, f"The file cannot be read: {reason_of(error)}.")
        if len(data) > MOST_BYTES:
            problems.stop("too-large", None, f"The file is larger than {MOST_BYTES // 2**20} MiB.")
        return data


def no_articles(folder: str) -> Problem:
    """What is to be said of a folder in which there is no article."""
    problems = Problems(safe_name(folder))
    problems.error("no-articles", None, "", "There is no article (*.yaml) in this folder.")
    return problems.found[0]


def check_characters(text: str, problems: Problems) -> None:
    """Raises ArticleError when a text holds a character that YAML does not allow."""
    if bad := _NOT_YAML.search(text):
        place = place_of(text[: bad.start()])
        problems.stop("not-yaml", place, f"The character U+{ord(bad[0]):04X} is not allowed in YAML.")


def held(text: str) -> int:
    """Bytes that a text counts for: as many as it takes in memory at most, which tells how long it takes as well."""
    return len(text) if text.isascii() else 4 * len(text)


def holds_too_much(what: str) -> tuple[str, str]:
    """What is said of a file that holds too much, and how that is counted."""
    counted = (
        f"A value counts for {A_VALUE} bytes, in a list for {AN_ITEM}, a character for 1 in a text of ASCII alone, and"
        " for 4 in any other."
    )
    return f"{what} larger than {MOST_HELD // 2**20} MiB.", counted


def _is_article(name: str) -> bool:
    return name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")


def _read_file(path: Path, problems: Problems) -> bytes:
    """Never waits for a writer, never follows a device: only a regular file is read, and no further
    than one byte past the limit."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    try:
        mode = os.fstat(handle).st_mode
        if stat.S_ISDIR(mode):
            problems.stop("not-a-file", None, "This is a folder, not a file.")
        if not stat.S_ISREG(mode):
            problems.stop("not-a-file", None, "This is not a regular file.", "To read a pipe, name it “-”.")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(handle)


def _read_standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def decode(data: bytes, problems: Problems) -> str:
    """The text of a file's bytes, without a byte order mark; raises ArticleError when YAML could be none."""
    if data.startswith(_UTF_16_OR_32):
        problems.stop("not-utf-8", place_of(""), "The file is not UTF-8 but UTF-16 or UTF-32.", "Save it as UTF-8.")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = place_of(data[: error.start].decode("utf-8"))
        problems.stop("not-utf-8", place, f"The byte {data[error.start]:#04x} is not UTF-8.", "Save the file as UTF-8.")
    if 4 * len(text) > MOST_HELD and (wide := find_wide(text)):
        place = place_of(text[: wide.start()])
        problems.stop("too-large", place, *holds_too_much("With this character the file is"))
    check_characters(text, problems)
    return text

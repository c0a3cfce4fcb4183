"""Paths that are no files, or odd ones, and articles under evil names."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from article.source import MOST_BYTES
from tests.hostile.case import Case, Expected, article, named, refused, shown


def _there(name: str, expected: Expected, path: str) -> Case:
    """Something that a system has anyway."""

    def put(_folder: Path) -> Path:
        return Path(path)

    return Case(name, expected, put)


def _made(name: str, expected: Expected, make: Callable[[Path], object]) -> Case:
    """Something that is made in the case's folder."""

    def put(folder: Path) -> Path:
        path = folder / "a.yaml"
        make(path)
        return path

    return Case(name, expected, put)


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # A socket's name may have no more than 107 bytes.
    try:
        with socket.socket(socket.AF_UNIX) as found:
            found.bind(path.name)
    finally:
        os.chdir(before)


def _sparse(length: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(length)

    return make


def _unreadable(path: Path) -> None:
    path.write_text(article())
    path.chmod(0)


def _ring(path: Path) -> None:
    path.symlink_to("b.yaml")
    path.with_name("b.yaml").symlink_to("a.yaml")


def _long_way(path: Path) -> None:
    """Forty links, one to the other: the last that Linux still follows."""
    target = path.with_name("end.yaml")
    target.write_text(article())
    for number in range(39):
        link = path.with_name(f"{number}.yaml")
        link.symlink_to(target.name)
        target = link
    path.symlink_to(target.name)


def _folder(path: Path) -> None:
    path.mkdir()


NO_FILES = (
    _made("a pipe that nobody writes to", refused("not-a-file"), os.mkfifo),
    _made("a socket", refused("cannot-read"), _socket),
    _made("a folder", refused("not-a-file"), _folder),
    _made("a link to itself", refused("cannot-read"), lambda path: path.symlink_to(path.name)),
    _made("two links that point at each other", refused("cannot-read"), _ring),
    _made("forty links in a row", shown(), _long_way),
    _made("a link to nothing", refused("cannot-read"), lambda path: path.symlink_to("nothing")),
    _made("a link to a folder", refused("not-a-file"), lambda path: path.symlink_to(".")),
    _made("a link to a device without end", refused("not-a-file"), lambda path: path.symlink_to("/dev/zero")),
    _made("a link to standard input", refused("not-a-file"), lambda path: path.symlink_to("/dev/stdin")),
    _made("a sparse file of a terabyte", refused("too-large"), _sparse(2**40)),
    _made("a sparse file that is a byte too large", refused("too-large"), _sparse(MOST_BYTES + 1)),
    _made("a sparse file within the limit", refused("not-yaml", 1), _sparse(MOST_BYTES)),
    _made("an empty file", refused("empty"), _sparse(0)),
    _made("a file that nobody may read", shown() if os.geteuid() == 0 else refused("cannot-read"), _unreadable),
    _made("nothing", refused("cannot-read"), lambda path: path),
    _there("a file below a file", refused("cannot-read"), "/etc/passwd/a.yaml"),
    _there("the device without end", refused("not-a-file"), "/dev/zero"),
    _there("the device of nothing", refused("not-a-file"), "/dev/null"),
    _there("the device that is full", refused("not-a-file"), "/dev/full"),
    _there("the device of chance", refused("not-a-file"), "/dev/urandom"),
    _there("the memory of the process", refused("cannot-read"), "/proc/self/mem"),
    _there("the pages of the process", refused("not-utf-8"), "/proc/self/auxv"),
    _there("the environment of the process", refused("not-yaml", 1), "/proc/self/environ"),
    _there("the arguments of the process", refused("not-yaml", 1), "/proc/self/cmdline"),
    _there("the folder of open files", refused("not-a-file"), "/proc/self/fd"),
    _there("a path with a zero in it", refused("cannot-read"), "a\0b.yaml"),
    _there("a path that is too long", refused("cannot-read"), "a/" * 3_000),
    _there("a name that is too long", refused("cannot-read"), "a" * 256),
)

NAMES = tuple(
    named(f"under the name of {name}", shown(), file_name)
    for name, file_name in (
        ("a line break", "a\nfatal: b.yaml"),
        ("a carriage return", "a\rb.yaml"),
        ("a sequence that sets a title", "\x1b]0;pwned\x07.yaml"),
        ("a sequence of C1", "\x9b31mred.yaml"),
        ("all controls", "".join(map(chr, range(1, 32))) + "\x7f.yaml"),
        ("a bidi control", "a\u202elmay.exe.yaml"),
        ("bidi isolates", "\u2066a\u2069.yaml"),
        ("invisible characters", "a\u200b\u2060\ufeffb.yaml"),
        ("a hundred combining marks", "e" + "\u0301" * 100 + ".yaml"),
        ("255 bytes", "a" * 250 + ".yaml"),
        ("255 bytes of Han", "的" * 83 + ".yaml"),
        ("bytes that are no text", b"a\xff\xfe\x80.yaml"),
        ("a surrogate in bytes", b"a\xed\xa0\x80.yaml"),
        ("half a letter", b"\xe2\x80.yaml"),
        ("a dash", "-"),
        ("an option", "--debug"),
        ("an option with a value", "--theme=x.yaml"),
        ("a command of ours", "check"),
        ("spaces", "   "),
        ("a tab", "a\tb.yaml"),
        ("quotation marks", "'\"`.yaml"),
        ("a command of a shell", "$(touch pwned); rm -rf *.yaml"),
        ("a tilde", "~"),
        ("markup", "[@click=app.quit]a[b].yaml"),
        ("a bracket that is never opened", "a]].yaml"),
        ("an address", "https:example.org.yaml"),
        ("a percent sign", "%s%n%d.yaml"),
        ("braces", "{0.__class__}.yaml"),
        ("an asterisk", "*?.yaml"),
        ("a backslash", "a\\..\\b.yaml"),
        ("dots", "...yaml"),
        ("an emoji of many", "👩‍👩‍👧‍👦.yaml"),
        ("private use", "\ue000\U000f0000.yaml"),
        ("a line separator", "a\u2028b\u2029c.yaml"),
    )
)

CASES = (*NO_FILES, *NAMES)

"""What is told when the program itself is at fault: one line, and a log for those who mend it.

Neither holds a word of the article: of an error only its kind is kept and where in the program it came about.
"""

from __future__ import annotations

import os
import platform
import stat
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from article.clean import clean, clean_line, reason_of, safe_name
from article.fault import fault_of, trace_of
from tui import __version__
from tui.cli.streams import CRASHED, say
from tui.folders import NoHomeError, state_folder
from tui.private import alone_in, make_folder, replace

LOG = "crash.log"
MOST_ENTRIES = 8
"""Crashes that the log keeps."""
LARGEST = 64 * 2**10
"""Bytes of the log."""
BETWEEN = "\n\n"
"""What stands between two entries; within one there is no empty line."""
SAID = 60
"""Characters of what the environment says of the terminal."""


class FaultError(Exception):
    """A fault of another process of the program, which is told already; it carries what and where."""

    def __init__(self, fault: str, trace: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.trace = trace


def tell(error: BaseException, *, debug: bool = False) -> int:
    """Say in one line what is at fault and where the log is, or, to debug, what the log says; returns the exit
    code."""
    try:
        _tell(error, debug=debug)
    except Exception:  # the outermost edge: what Python would print may quote the article
        say(f"kremlin-tui: a fault of this program, {type(error).__name__}. No log could be written.")
    return CRASHED


def _tell(error: BaseException, *, debug: bool) -> None:
    fault = error.fault if isinstance(error, FaultError) else fault_of(error)
    trace = error.trace if isinstance(error, FaultError) else trace_of(error)
    fault, trace = clean_line(fault), clean(trace)[0]
    entry = f"{_circumstances()}\n{fault}\n{trace}"
    try:
        log = f"The log is {safe_name(str(_keep(entry)))}"
    except (OSError, NoHomeError) as problem:
        log = f"No log could be written: {reason_of(problem).rstrip('.')}"
    say(f"{entry}\n{log}." if debug else f"kremlin-tui: {fault}. {log}.")


def _circumstances() -> str:
    """What the program runs on."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    size = "no size"
    with suppress(OSError):
        size = "{}x{}".format(*os.get_terminal_size(1))
    named = ("TERM", "COLORTERM", "LC_ALL", "LC_CTYPE", "LANG", "NO_COLOR")
    said = [f"{name}={clean_line(os.environ[name][:SAID])}" for name in named if name in os.environ]
    system = f"Python {platform.python_version()}, Textual {_version('textual')}, {platform.platform()}"
    return f"kremlin-tui {__version__}, {now}\n{system}\n{', '.join([size, *said])}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def _keep(entry: str) -> Path:
    """Put an entry at the end of the log; returns where that is. Raises OSError, or NoHomeError."""
    folder = state_folder()
    make_folder(folder)
    log = folder / LOG
    with alone_in(folder) as alone:
        entries = [*_entries(log), entry][-MOST_ENTRIES:]
        while len(entries) > 1 and len(_joined(entries)) > LARGEST:
            del entries[0]
        replace(log, _joined(entries)[-LARGEST:], alone=alone)
    return log


def _joined(entries: list[str]) -> bytes:
    return (BETWEEN.join(entries) + "\n").encode("utf-8", "replace")


def _entries(log: Path) -> list[str]:
    """What the log holds; nothing where that is not a file of ours."""
    try:
        handle = os.open(log, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
    except OSError:
        return []
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return []
        text = file.read(LARGEST).decode("utf-8", "replace")
    return [entry for entry in text.strip().split(BETWEEN) if entry]

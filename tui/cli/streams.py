"""The streams of the command line: what is written, and whether there is a terminal."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO, cast

from article.clean import reason_of

OK, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the files are not as they should be; the arguments are not; ctrl+c (128 + SIGINT)."""


def say(line: str) -> None:
    """One line on standard error, where there is one."""
    with suppress(OSError):
        err = cast("TextIO | None", sys.stderr)
        if err is not None:
            err.write(line + "\n")


def write(text: str) -> int:
    """Put a text on standard output, in whatever coding it has; returns the exit code."""
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        say("kremlin-tui: standard output is closed.")
        return FAILED
    out.reconfigure(errors="replace")
    try:
        out.write(text)
        out.flush()
    except OSError as error:
        # What is left in the buffer must not fail once more when the interpreter closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, BrokenPipeError):
            return OK
        say(f"kremlin-tui: the text cannot be written: {reason_of(error)}.")
        return FAILED
    return OK


def find_keyboard() -> int | None:
    """What to read keys from, where there is a terminal to draw on, in UTF-8, and to type at.

    Textual draws on standard error. Where standard input is not the keyboard (the article may come through it),
    that is the controlling terminal.
    """
    coding = (sys.__stderr__.encoding if sys.__stderr__ else "").lower().replace("-", "")
    if os.environ.get("TERM", "dumb") == "dumb" or coding != "utf8" or not (os.isatty(1) and os.isatty(2)):
        return None
    if os.isatty(0):
        return 0
    try:
        return os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return None


def take_keyboard(keyboard: int) -> None:
    """Have the keys where Textual expects them: at standard input, from which nothing else is read from now on."""
    if keyboard:
        os.dup2(keyboard, 0)
        os.close(keyboard)

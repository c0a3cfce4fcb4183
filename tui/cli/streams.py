"""The streams of the command line: what is written, and whether there is a terminal.

What is written is UTF-8, whatever Python takes the coding of a stream to be: a file or a pipe gets every letter, a
terminal those that it is said to show.
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO, cast

from article.clean import reason_of
from tui.coding import other_coding
from tui.guard import guarded_lines

OK, FAILED, MISUSED, CRASHED, INTERRUPTED = 0, 1, 2, 70, 130
"""Exit codes: done; the files are not as they should be; the arguments are not; the program itself is at fault
(EX_SOFTWARE of sysexits.h); ctrl+c (128 + SIGINT)."""
NO_SCREEN = ("dumb", "unknown")
"""What TERM says of a terminal that shows lines alone."""


def say(line: str) -> None:
    """One line on standard error, where there is one."""
    err = cast("TextIO | None", sys.stderr)
    if err is not None:
        with suppress(OSError):
            _put(err, line + "\n")


def shown_on(stream: TextIO | None, text: str) -> str:
    """A text as a stream takes it: a terminal shows what it would otherwise obey, and ASCII where it is said to have
    another coding than UTF-8; all else takes every character."""
    if stream is None or not stream.isatty():
        return text
    text = guarded_lines(text)
    if text.isascii() or not other_coding():
        return text
    from tui.letters import in_ascii
    from tui.signs import straight

    return in_ascii(straight(text))


def write(text: str) -> int:
    """Put a text on standard output; returns the exit code."""
    out = sys.stdout
    if not isinstance(out, io.TextIOWrapper):
        say("kremlin-tui: standard output is closed.")
        return FAILED
    try:
        _put(cast("TextIO", out), text)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            return OK
        say(f"kremlin-tui: the text cannot be written: {reason_of(error)}.")
        return FAILED
    return OK


def _put(stream: TextIO, text: str) -> None:
    shown = shown_on(stream, text)
    try:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        stream.write(shown)
        stream.flush()
    except OSError:
        # What is left in the buffer must not fail once more when the interpreter closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise


def find_keyboard() -> int | None:
    """What to read keys from, where there is a terminal to draw on, and to type at.

    Where standard input is not the keyboard (the article may come through it), that is the controlling terminal.
    Standard error may be anything: it takes what there is to say at the end.
    """
    if (os.environ.get("TERM") or NO_SCREEN[0]) in NO_SCREEN or not os.isatty(1):
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
    if sys.__stdin__ is None:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115 - it is not ours to close
        sys.__dict__["__stdin__"] = sys.stdin


def fill_gaps() -> None:
    """Have something at the place of each standard stream that is closed, so that no file comes to be there."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if cast("TextIO | None", stream) is None:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # noqa: FBT003 - as it has it

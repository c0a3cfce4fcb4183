"""Ways to the clipboard: a program of the system, and the terminal itself (OSC 52)."""

from __future__ import annotations

import asyncio
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from shutil import which
from tempfile import TemporaryFile
from typing import NamedTuple

from article.clean import clean_line, one_line, reason_of

MOST_SENT = 74_000
"""Characters of base64 that are sent at most; what a terminal takes is not told anywhere, and some drop 100,000."""
PATIENCE = 1.0
"""Seconds that a program has to take the text."""
MOST_TOLD = 100
"""Characters of what a program says of its failure."""
CHUNK = 240
"""Characters that GNU screen is given at a time: old ones keep no more than 256 of a string."""


class Program(NamedTuple):
    """A program that puts its standard input into the clipboard."""

    name: str
    arguments: tuple[str, ...] = ()
    coding: str = "utf-8"
    settings: tuple[tuple[str, str], ...] = ()
    """Variables of the environment that it is given beside the reader's own."""


class Outcome(NamedTuple):
    """What came of a copy."""

    program: str = ""
    """The program that has taken the text; empty where none has."""
    fault: str = ""
    """Why one of those there are has not."""
    sent: bool = False
    """Whether it went to the terminal, which never tells whether it took it."""


def programs(environ: Mapping[str, str], platform: str = sys.platform) -> Iterator[Program]:
    """The programs that may lead to the clipboard here, the likeliest first; each may be missing."""
    if platform == "darwin":
        yield Program("pbcopy", settings=(("LC_CTYPE", "UTF-8"),))
    if environ.get("WAYLAND_DISPLAY"):
        yield Program("wl-copy", ("--type", "text/plain;charset=utf-8"))
    if environ.get("DISPLAY"):
        yield Program("xclip", ("-selection", "clipboard"))
        yield Program("xsel", ("--clipboard", "--input"))
    if environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"):
        yield Program("clip.exe", coding="utf-16-le")
    if environ.get("TMUX"):
        yield Program("tmux", ("load-buffer", "-w", "-"))


def is_too_long(text: str) -> bool:
    """Whether terminals would drop it."""
    return len(_encoded(text)) > MOST_SENT


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """What tells the terminal to put a text into the clipboard; empty where that is too long for it.

    tmux takes it from programs only where ``set-clipboard`` is on, and passes it on only where
    ``allow-passthrough`` is: it is told both ways. GNU screen passes it on, piece by piece.
    """
    told = f"\x1b]52;c;{_encoded(text)}\a"
    if is_too_long(text):
        return ""
    if environ.get("TMUX"):
        inner = told.replace("\x1b", "\x1b\x1b")
        return f"{told}\x1bPtmux;{inner}\x1b\\"
    if environ.get("STY"):
        return "".join(f"\x1bP{told[at : at + CHUNK]}\x1b\\" for at in range(0, len(told), CHUNK))
    return told


def _encoded(text: str) -> str:
    """Half a character, which only a fault could bring here, becomes a question mark."""
    return b64encode(text.encode("utf-8", "replace")).decode("ascii")


async def give(text: str, environ: Mapping[str, str]) -> Outcome:
    """Give a text to the first program that takes it."""
    faults: list[str] = []
    for program in programs(environ):
        path = which(program.name, path=environ.get("PATH"))
        if path is None:
            continue
        fault = await _fault_of(path, program, text, environ)
        if not fault:
            return Outcome(program.name)
        faults.append(f"{program.name} {fault}")
    return Outcome(fault="; ".join(faults))


async def _fault_of(path: str, program: Program, text: str, environ: Mapping[str, str]) -> str:
    """Run a program with a text on its standard input; tells why it failed, or nothing.

    What holds the clipboard of X and Wayland goes on running behind the program's back, with its outputs open: so
    these are no pipes, whose end one would wait for, and it is of a session that outlives the terminal's.
    """
    with TemporaryFile() as told:
        try:
            process = await asyncio.create_subprocess_exec(
                path,
                *program.arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=told,
                start_new_session=True,
                env={**environ, **dict(program.settings)},
            )
        except OSError as error:
            return f"could not be started: {reason_of(error)}"
        try:
            await asyncio.wait_for(process.communicate(text.encode(program.coding, "replace")), PATIENCE)
        except TimeoutError:
            return f"did not answer within {PATIENCE:.0f} second"
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
        if process.returncode == 0:
            return ""
        told.seek(0)
        reason = one_line(clean_line(told.read(4 * MOST_TOLD).decode("utf-8", "replace")))[:MOST_TOLD]
        return f"failed: {reason or f'exit code {process.returncode}'}"


def told(what: str, outcome: Outcome) -> str:
    """What was done with ``what``, and what could not be."""
    fault = f" But {outcome.fault}." if outcome.fault else ""
    if outcome.program:
        way = "tmux" if outcome.program == "tmux" else "system clipboard"
        beyond = " and terminal" if outcome.sent else "; too long for the terminal"
        return f"Copied {what} ({way}{beyond})."
    if outcome.sent:
        return f"Sent {what} to the terminal; it may not take that.{fault}"
    reason = outcome.fault or "no clipboard program was found"
    return f"{what[:1].upper()}{what[1:]} could not be copied: too long for the terminal, and {reason}."

"""What is told of a fault of the program: the kind of an error and where in the program it is, without a word of what
it says, which may quote an article."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from types import TracebackType
from typing import cast

OURS = ("article", "tui", "styles", "__main__")
"""The packages of this program, and what starts it."""
MOST_PLACES = 40
"""Places of one error that are listed at either end; a recursion has thousands."""
MOST_ERRORS = 8
"""Errors that led to another."""


def fault_of(error: BaseException) -> str:
    """What kind of error it is, and where in the program: the last place in it that is ours, where there is one."""
    places = list(_places(error.__traceback__))
    ours = [place for place in places if place.module.split(".")[0] in OURS] or places
    where = f" in {ours[-1].module}, line {ours[-1].line}" if ours else ""
    return f"a fault of this program, {_kind(error)}{where}"


def trace_of(error: BaseException) -> str:
    """The errors that led to an error and it itself, each with its places in the program; a line for each."""
    return "\n".join(line for link in reversed(_led(error)) for line in _lines(link))


def _led(error: BaseException) -> list[BaseException]:
    """An error and those that led to it, each before what led to it: its cause, and those of which it is a group."""
    found: list[BaseException] = []
    more: list[BaseException | None] = [error]
    while more and len(found) < MOST_ERRORS:
        link = more.pop()
        if link is None or any(link is known for known in found):
            continue
        found.append(link)
        if isinstance(link, BaseExceptionGroup):
            more.extend(reversed(cast("tuple[BaseException, ...]", link.exceptions)))
        more.append(link.__cause__ or link.__context__)
    return found


class _Place:
    """Where in the program something was called, or failed."""

    def __init__(self, trace: TracebackType) -> None:
        code = trace.tb_frame.f_code
        self.module = str(trace.tb_frame.f_globals.get("__name__"))
        self.line = trace.tb_lineno
        self.function = code.co_qualname
        depth = self.module.count(".") + 1 + code.co_filename.endswith("__init__.py")
        self.file = "/".join(code.co_filename.rsplit("/", depth)[-depth:])
        """Without the folders that the program lies in, which tell whose machine it is."""

    def __str__(self) -> str:
        return f"  {self.file}, line {self.line}, in {self.function}"


def _places(trace: TracebackType | None) -> Iterator[_Place]:
    while trace:
        yield _Place(trace)
        trace = trace.tb_next


def _lines(error: BaseException) -> Iterator[str]:
    yield _kind(error)
    lines = [str(place) for place in _places(error.__traceback__)]
    if len(lines) > 2 * MOST_PLACES:
        lines[MOST_PLACES:-MOST_PLACES] = [f"  {len(lines) - 2 * MOST_PLACES:,} places more"]
    yield from lines


def _kind(error: BaseException) -> str:
    """The kind of an error, with the system's own name for it."""
    number: object = error.errno if isinstance(error, OSError) else None
    name = errno.errorcode.get(number) if isinstance(number, int) else None
    return f"{type(error).__name__} ({name})" if name else type(error).__name__

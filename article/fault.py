"""What is told of a fault of the program: the kind of an error and where in the program it is, without a word of what
it says, which may quote an article."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from types import TracebackType

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
    chain: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and link not in chain and len(chain) < MOST_ERRORS:
        chain.append(link)
        link = link.__cause__ or link.__context__
    return "\n".join(line for link in reversed(chain) for line in _lines(link))


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
    name = errno.errorcode.get(error.errno or 0) if isinstance(error, OSError) else None
    return f"{type(error).__name__} ({name})" if name else type(error).__name__

"""A file that a process of its own reads, while this one does something else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from subprocess import DEVNULL, PIPE, Popen
from threading import Event, Lock, Thread
from time import monotonic
from typing import IO, TYPE_CHECKING, NamedTuple, Protocol, cast

from article.errand import Begun, Completed, Failed, News, Refused, received

if TYPE_CHECKING:
    from typing import BinaryIO

    from article.model import Article
    from article.problems import Problem

STANDARD_INPUT = "-"
SMALL = 2**20
"""Bytes up to which a file is read sooner than a process starts, where there is but one core for both."""


class Process(Protocol):
    """What a reading asks of the process that reads."""

    @property
    def stdout(self) -> IO[bytes] | None: ...
    def kill(self) -> None: ...
    def wait(self) -> int: ...


class Reading:
    """A file being read: first comes the article, later what takes longer to find.

    Whoever waits for it is told by ``listen``, and looks here what there is.
    """

    def __init__(self, process: Process, path: str | None = None, size: int | None = None) -> None:
        self.path = path
        """What is read; None for the shipped article."""
        self.size = size
        """Bytes of the file, where that is known before it is read."""
        self.since = monotonic()
        """When it began."""
        self.article: Article | None = None
        """As much as there is of it."""
        self.problems: tuple[Problem, ...] = ()
        """Why the file is no article."""
        self.fault = ""
        """What befell the process, when it did not do its work."""
        self.trace = ""
        """Where in the program that is, for those who mend it; empty where it is not the program's own."""
        self.ended = False
        """Whether nothing more will come."""
        self._process = process
        self._listener: Callable[[], object] | None = None
        self._lock = Lock()
        self._first = Event()
        Thread(target=self._follow, daemon=True).start()

    @classmethod
    def start(cls, path: str | None, *, early: bool = False) -> Reading | None:
        """Begin to read a path, standard input (``-``) or the shipped article (None).

        ``early`` says that this program has only just begun and has but one thread. Returns None where no process
        can be had for it, or where it is not worth one.
        """
        size = _size_of(path)
        small = path is None or (size is not None and size < SMALL)
        if small and _cores() == 1:
            return None
        try:
            process = _forked(path) if early and hasattr(os, "fork") else _spawned(path)
        except OSError:
            return None
        return cls(process, path, size) if process else None

    @property
    def name(self) -> str:
        """What is read, as it can be shown."""
        from article.source import Source

        return (Source.shipped() if self.path is None else Source.of(self.path)).name

    def wait(self, seconds: float) -> None:
        """Until there is an article, or none to come; no longer than this."""
        self._first.wait(seconds)

    def listen(self, listener: Callable[[], object] | None) -> None:
        """Whom to tell of everything new, from another thread; nobody else is told from now on."""
        with self._lock:
            self._listener = listener

    def stop(self) -> None:
        """Leave it at what there is; nobody is told any more."""
        with self._lock:
            self._listener = None
            self.ended = True
        self._process.kill()

    def _follow(self) -> None:
        """What the thread does that waits for news: it ends with the process."""
        with cast("BinaryIO", self._process.stdout) as pipe:
            try:
                while not self.ended and (news := received(pipe)):
                    self._take(news)
            except Exception as error:  # the outermost edge of a thread
                self._take(Failed.by(error))
        self._take(Failed(_end_of(self._process.wait())))

    def _take(self, news: News) -> None:
        with self._lock:
            if self.ended:
                return
            self._add(news)
            self._first.set()
            if self._listener:
                self._listener()

    def _add(self, news: News) -> None:
        self.ended = True
        if isinstance(news, Begun):
            self.article, self.ended = news
        elif isinstance(news, Completed) and self.article:
            self.article = self.article.with_mentions(*news)
        elif isinstance(news, Refused):
            self.problems = news.problems
        elif isinstance(news, Failed):
            self.fault, self.trace = news


class Read(NamedTuple):
    """A file that was read at once, where no process is to be had for it; it has no more to come."""

    article: Article | None = None
    problems: tuple[Problem, ...] = ()
    fault: str = ""
    ended: bool = True

    @classmethod
    def of(cls, path: str | None) -> Read:
        """Read a path, or the shipped article (None)."""
        from article.loader import load
        from article.problems import ArticleError
        from article.source import Source

        try:
            return cls(load(Source.shipped() if path is None else Source.of(path)))
        except ArticleError as error:
            return cls(problems=error.problems)


def _forked(path: str | None) -> Process:
    """A process that has loaded what this one has; what both will need is loaded before."""
    for needed in ("pathlib", "article.model"):
        import_module(needed)
    from article.errand import run
    from article.fork import Fork

    return Fork(lambda: run(path), 0 if path == STANDARD_INPUT else None)


def _spawned(path: str | None) -> Process | None:
    """A process that begins with nothing; None where there is no interpreter to be one."""
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    given = None if path == STANDARD_INPUT else DEVNULL
    return Popen(_command(path), stdin=given, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 - this interpreter


def _command(path: str | None) -> list[str]:
    """An interpreter like this one that finds the same modules, whatever the folder and the environment."""
    like = (sys.dont_write_bytecode, sys.pycache_prefix, sys.path)
    code = f"import sys; sys.dont_write_bytecode, sys.pycache_prefix, sys.path[:] = {like!a}; "
    code += f"from article.errand import run; run({path!a})"
    return [sys.executable, "-I", f"-Xutf8={sys.flags.utf8_mode}", "-c", code]


def _size_of(path: str | None) -> int | None:
    try:
        return None if path in (None, STANDARD_INPUT) else os.stat(path).st_size  # noqa: PTH116 - before pathlib is needed
    except (OSError, ValueError):
        return None


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _end_of(code: int) -> str:
    """How a process ended that should have gone on."""
    how = f"with code {code}" if code >= 0 else f"by signal {-code} ({signal.strsignal(-code)})"
    return f"the process that reads it was ended {how}"

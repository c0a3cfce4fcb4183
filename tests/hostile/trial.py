"""Each hostile file is read in a process of its own, of which the kernel tells what it took.

A server forks these processes: so each begins with everything imported, and what it takes in memory is what reading
takes. It is another program than the tests', as a fork of a process with threads may hang.
"""

from __future__ import annotations

import json
import math
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import NamedTuple, TypedDict

MOST_SECONDS = 1.5
"""Seconds of processor time, of the user's and the system's together, after which the kernel ends a process
(ITIMER_PROF), on a core of its own. What a process waits for does not count; where it shares its core, the time is
longer by as much as some work takes longer that is always the same."""
MOST_MEGABYTES = 200
"""What a process may take in memory above what it began with."""
PATIENCE = 60
"""Seconds after which a process that waits for something is ended too."""
MOST_SHARED = 2
"""How many times as long the same work takes at most, in processor time too, where two processes share a core."""
TRIES = 5
"""How often a file is tried before it counts as too slow, as how much of a core others take changes all the time."""
LOADED_LATER = (
    *("ahocorasick_rs", "rapidfuzz.distance", "rapidfuzz.fuzz", "rapidfuzz.process"),
    *("article.loader", "article.syntax"),
)
ALIKE = 100
"""Problems of one code that are told."""
LONG = 2_000
"""Characters of a line that is told in any case."""
ROOT = Path(__file__).parents[2]
KILOBYTE = 1 if sys.platform == "darwin" else 2**10
"""In what the system counts a peak of memory, in bytes."""


class Told(NamedTuple):
    """A problem, as far as a test asks for it."""

    code: str
    level: str
    line: int | None
    text: str


class Outcome(NamedTuple):
    """What became of a file; ``fault`` is what went wrong with the program, empty where nothing did."""

    is_shown: bool
    told: tuple[Told, ...]
    fault: str
    seconds: float
    megabytes: float


class Trials:
    """The server, seen from a test."""

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-c", "from tests.hostile.trial import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )

    def read(self, path: Path) -> Outcome:
        """What becomes of a file that is loaded."""
        return self._asked({"path": os.fspath(path)})

    def run(self, *arguments: str) -> Outcome:
        """What becomes of a command line; its output and errors are lost, and what is told is its exit code."""
        return self._asked({"arguments": arguments})

    def _asked(self, question: Question) -> Outcome:
        for _ in range(TRIES):
            outcome = self._once(question)
            if outcome.fault != _ended_by(signal.SIGPROF):
                break
        return outcome  # pyright: ignore[reportPossiblyUnboundVariable]

    def _once(self, question: Question) -> Outcome:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(json.dumps(question) + "\n")
        self._server.stdin.flush()
        is_shown, told, fault, seconds, megabytes = json.loads(self._server.stdout.readline())
        return Outcome(is_shown, tuple(Told(*each) for each in told), fault, seconds, megabytes)

    def close(self) -> None:
        """End the server."""
        self._server.communicate()


def serve() -> None:
    """What the server does: it reads a question a line, and answers each in a line."""
    for module in LOADED_LATER:  # What is loaded when it is needed is no matter of a file.
        import_module(module)
    least = math.inf
    for line in sys.stdin:
        now = _yardstick()
        least = min(least, now)
        seconds = MOST_SECONDS * min(now / least, MOST_SHARED)
        print(json.dumps(_tried(json.loads(line), seconds)), flush=True)  # noqa: T201


def _yardstick() -> float:
    """Seconds of processor time that some work takes now, which is always the same; a core that slept is slow at
    first."""
    return min(_seconds_of_work() for _ in range(6))


def _seconds_of_work() -> float:
    began = process_time()
    sum(number * number for number in range(50_000))
    return process_time() - began


class Question(TypedDict, total=False):
    """A path to load, or the arguments of a command to run."""

    path: str
    arguments: Sequence[str]


def _tried(question: Question, seconds: float) -> Outcome:
    read_end, write_end = os.pipe()
    before = _memory()
    child = os.fork()
    if not child:
        os.close(read_end)
        _answer(question, seconds, write_end)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as pipe:
        said = pipe.read()
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    is_shown, told, fault = json.loads(said) if said and not code else (False, (), _ended_by(-code))
    megabytes = max(0, used.ru_maxrss * KILOBYTE - before) / 1e6
    return Outcome(is_shown, told, fault, used.ru_utime + used.ru_stime, megabytes)


def _memory() -> int:
    """Bytes that the server takes now, which a fork begins with; where the system does not tell, its peak."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE


def _ended_by(number: int) -> str:
    return f"ended by {signal.strsignal(number)}" if number > 0 else f"ended with code {-number}"


def _answer(question: Question, seconds: float, pipe: int) -> None:
    signal.alarm(PATIENCE)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        path = question.get("path")
        answer = _run(question.get("arguments", ())) if path is None else _loaded(path)
    except BaseException:  # the outermost edge of a process
        answer = (False, (), traceback.format_exc())
    with os.fdopen(pipe, "wb") as file:
        file.write(json.dumps(answer).encode())
    os._exit(0)


def _loaded(path: str) -> tuple[bool, Sequence[Told], str]:
    from article.loader import load
    from article.problems import ArticleError

    try:
        problems, is_shown = load(path).problems, True
    except ArticleError as error:
        problems, is_shown = error.problems, False
    told = [Told(each.code, each.level, each.place.line if each.place else None, str(each)) for each in problems]
    return is_shown, list(_some(told)), ""


def _some(told: Sequence[Told]) -> Iterator[Told]:
    """The first problems of each code, and every one that is of an odd length: ten thousand are a lot to send."""
    times = Counter[str]()
    for each in told:
        times[each.code] += 1
        if times[each.code] <= ALIKE or len(each.text) > LONG:
            yield each


def _run(arguments: Sequence[str]) -> tuple[bool, Sequence[Told], str]:
    from tui.cli import main

    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nothing, standard)
    with tempfile.TemporaryFile() as errors:
        os.dup2(errors.fileno(), 2)
        code = main(arguments)
        sys.stderr.flush()
        errors.seek(0)
        said = errors.read(LONG).decode("utf-8", "replace")
    return code == 0, [Told("", "", code, said)], ""

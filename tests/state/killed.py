"""Processes that are killed in the midst of something, at every moment of it that there is."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from itertools import count
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from _typeshed import TraceFunction

Act = Callable[[], object]
TOUCHING = ("open", "os.", "fcntl.", "shutil.", "tempfile.")
"""How the events begin that Python audits before it asks the system to touch a file (PEP 578)."""


def killed_at_each_step(act: Act, *modules: ModuleType, every: int = 1) -> Iterator[int]:
    """Have something done by one process after the other, each killed a step later than the one before, or several;
    gives the number of the step after each kill, until a process comes to the end. A step is a line of the modules,
    or, from the first of these on, whatever touches a file, wherever in the program."""
    files = {module.__file__ for module in modules}
    for step in count(1, every):
        pid = os.fork()
        if pid == 0:
            _act_until(step, act, files)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if code != -signal.SIGKILL:
            assert code == 0, f"ended with {code} before step {step}"
            return
        yield step


def cut_off(act: Act, bytes_: int) -> int:
    """Have something done by a process that is ended as soon as a file has so many bytes; returns its exit code."""
    return _in_a_process(act, bytes_, signal.SIG_DFL)


def with_little_room(act: Act, bytes_: int) -> int:
    """Have something done by a process that is told that the disk takes no more as soon as a file has so many bytes;
    returns its exit code."""
    return _in_a_process(act, bytes_, signal.SIG_IGN)


def as_nobody(act: Act) -> int:
    """Have something done by somebody who may do no more than others; returns the exit code."""

    def done() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        act()

    return _in_a_process(done, resource.RLIM_INFINITY, signal.SIG_IGN)


def _in_a_process(act: Act, bytes_: int, on_more: signal.Handlers) -> int:
    pid = os.fork()
    if pid == 0:
        signal.signal(signal.SIGXFSZ, on_more)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))
        _end(act)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _act_until(step: int, act: Act, files: Collection[str | None]) -> NoReturn:
    left = step

    def next_step() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(event: str, _: object) -> None:
        if left < step and event.startswith(TOUCHING):
            next_step()

    def trace(frame: FrameType, event: str, _: object) -> TraceFunction | None:
        if frame.f_code.co_filename not in files:
            return None
        if event == "line":
            next_step()
        return trace

    sys.addaudithook(audit)
    sys.settrace(trace)
    _end(act)


def _end(act: Act) -> NoReturn:
    """Nothing of the tests is to go on in another process, whatever comes of it."""
    silent = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(silent, stream)
    code = 1
    try:
        act()
        code = 0
    finally:
        os._exit(code)

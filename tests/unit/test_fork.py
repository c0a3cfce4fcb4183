"""A process that is forked off this one; each test forks one that begins anew, with one thread."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

PROLOGUE = """
import os, signal, sys, time
from article.fork import Fork
"""


def outcome(code: str, given: str = "") -> str:
    """What a program prints that forks one."""
    done = subprocess.run(
        [sys.executable, "-c", PROLOGUE + code], input=given, capture_output=True, text=True, check=True, timeout=20
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_what_it_says_is_heard_and_its_code_told() -> None:
    errand = "lambda: (os.write(1, b'news'), os.write(2, b'noise'), os._exit(7))"
    assert outcome(f"fork = Fork({errand}, None)\nprint(fork.stdout.read(), fork.wait())") == "b'news' 7"


def test_it_has_what_was_loaded_before() -> None:
    errand = "lambda: (os.write(1, str('json' in sys.modules).encode()), os._exit(0))"
    assert outcome(f"import json\nprint(Fork({errand}, None).stdout.read())") == "b'True'"


def test_it_reads_what_it_is_given_or_nothing() -> None:
    errand = "lambda: (os.write(1, os.read(0, 100)), os._exit(0))"
    assert outcome(f"print(Fork({errand}, 0).stdout.read())", "words") == "b'words'"
    assert outcome(f"print(Fork({errand}, None).stdout.read())", "words") == "b''"


@pytest.mark.parametrize("errand", ["lambda: None", "lambda: 1 / 0", "lambda: sys.exit(0)"])
def test_whatever_its_errand_does_nothing_of_this_process_goes_on_in_it(errand: str) -> None:
    assert outcome(f"fork = Fork({errand}, None)\nprint('once', fork.stdout.read(), fork.wait())") == "once b'' 1"


def test_it_can_be_ended_and_ending_it_again_does_nothing() -> None:
    code = "fork = Fork(lambda: time.sleep(60), None)\nfork.kill()\nprint(fork.wait())\nfork.kill()"
    assert outcome(code) == "-9"


def test_where_ends_of_processes_are_ignored_its_end_is_no_fault() -> None:
    code = "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\nfork = Fork(lambda: None, None)\n"
    assert outcome(f"{code}print(fork.stdout.read(), fork.wait())\nfork.kill()") == "b'' 0"


def test_it_ends_with_whoever_listens_however_much_it_has_to_say() -> None:
    code = "fork = Fork(lambda: os.write(1, bytes(10**7)), None)\nprint(fork._pid)\nsys.stdout.flush()\nos._exit(0)"
    pid = int(outcome(code))
    end = time.monotonic() + 20
    while _is_alive(pid):
        assert time.monotonic() < end
        time.sleep(0.01)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as stat:  # noqa: PTH123 - as /proc is no folder of ours
        return stat.read().rpartition(")")[2].split()[0] != "Z"

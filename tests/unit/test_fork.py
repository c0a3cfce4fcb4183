"""A process that is forked off this one; each test forks one that begins anew, with one thread."""

from __future__ import annotations

import subprocess
import sys

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

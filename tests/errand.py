"""A process that reads an article as slowly as a test asks it to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from subprocess import PIPE, Popen
from typing import BinaryIO, cast

from article.reading import Reading

ROOT = Path(__file__).parents[1]
SCRIPT = """
import sys
from article.errand import Begun, Completed, Failed, send
from article.loader import begin
from article.source import Source

beginning = None
for line in sys.stdin:
    if line == "begin\\n":
        beginning = begin(Source.of(sys.argv[1]))
        send(Begun(beginning.article, whole=False), sys.stdout.buffer)
    elif line == "complete\\n":
        whole = beginning.complete()
        send(Completed(whole.mentions, whole.problems), sys.stdout.buffer)
    elif line == "fail\\n":
        send(Failed("KeyError in article.nodes, line 7"), sys.stdout.buffer)
    elif line == "stutter\\n":
        sys.stdout.buffer.write(b"\\x80\\x05\\x8c\\xffhalf")
        sys.exit(3)
"""
GENEROUS = 20.0
"""Seconds that anything may take on a busy machine."""


class Errand:
    """A reading, and the hand that leads it step by step."""

    def __init__(self, path: Path) -> None:
        self.process = Popen(
            [sys.executable, "-c", SCRIPT, str(path)],
            stdin=PIPE,
            stdout=PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self.reading = Reading(self.process, str(path), path.stat().st_size)

    def tell(self, step: str) -> None:
        """Have the process do something: begin, complete, fail, stutter."""
        hand = cast("BinaryIO", self.process.stdin)
        hand.write(f"{step}\n".encode())
        hand.flush()

    def kill(self) -> None:
        os.kill(self.process.pid, signal.SIGKILL)

    def begun(self) -> Reading:
        """The reading, as soon as there is an article."""
        self.tell("begin")
        self.reading.wait(GENEROUS)
        assert self.reading.article
        return self.reading

    def wait_for_end(self) -> Reading:
        """The reading, when nothing more will come."""
        end = time.monotonic() + GENEROUS
        while not self.reading.ended:
            assert time.monotonic() < end, "still being read"
            time.sleep(0.01)
        return self.reading

    def close(self) -> None:
        self.reading.stop()
        cast("BinaryIO", self.process.stdin).close()
        self.process.wait(GENEROUS)

"""What ``kremlin-tui`` imports until its first frame, and what that costs over ``import textual.app``.

A run of the command in a terminal notes every module that is looked for until the page is painted. Fresh
interpreters, in turn, then import those modules in the same order, and ``textual.app`` alone, each with its clock
around the imports. What the running program imports besides, such as Textual's drivers, is thus counted as its own.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench.measures import APPS, Effort, Figures
from tests.bench.session import Session, environment

NEVER = ("markdown_it", "pydantic", "jsonschema", "numpy", "ruamel", "importlib.metadata")
"""Modules that cost too much for a start."""
SHIPPED_WORDS = "Kremlin warns of NATO conflict"
"""The beginning of the shipped article's headline."""
PAIRS = 3
"""In each round, at most."""


class Imports:
    """The imports of the shipped article's start, in milliseconds."""

    name = "imports"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bare = folder / "textual.modules"
        self._bare.write_text("textual.app\n")
        self._all = folder / "kremlin-tui.modules"
        session = Session([sys.executable, str(APPS / "recorded.py"), str(self._all)])
        try:
            session.open(SHIPPED_WORDS, 60)
            self._names = self._all.read_text(encoding="utf-8").split()
        finally:
            session.close()
        self._all.write_text("\n".join(self._names))

    def measure(self, effort: Effort) -> Figures:
        over = [self._milliseconds(self._all) - self._milliseconds(self._bare) for _ in range(min(PAIRS, effort.few))]
        unwanted = {name for name in self._names for never in NEVER if f"{name}.".startswith(f"{never}.")}
        return {"over": median(over), "unwanted": len(unwanted)}

    def _milliseconds(self, modules: Path) -> float:
        run = subprocess.run(
            [sys.executable, APPS / "import_all.py", modules],
            env=environment(str(self._folder)),
            capture_output=True,
            text=True,
            check=True,
        )
        return float(run.stdout) * 1000

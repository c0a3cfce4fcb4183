"""What is run: the bare application, the reader on texts of every size, and other programs beside it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from tests.bench.imports import SHIPPED_WORDS, Imports
from tests.bench.measures import (
    APPS,
    Effort,
    Figures,
    Run,
    Step,
    burst,
    ends,
    filters,
    lines,
    lines_up_and_down,
    pages,
    pins,
    resizes,
    searches,
)
from tests.bench.session import environment
from tests.bench.texts import FIRST_WORDS, Text

BARE, SHIPPED, IMPORTS, LOADED = "bare", "shipped", "imports", "10 MB loaded"
SIZES = {
    "5 KB": Text(5_000, stances=20, actors=12),
    "100 KB": Text(100_000, stances=200, actors=100),
    "1 MB": Text(1_000_000, stances=10_000, actors=1_000),
    "10 MB": Text(10_000_000, stances=5_000, actors=1_000),
}
CJK = " CJK"
LONG = "10 MB, 20 stances"
TEXTS = (
    SIZES
    | {name + CJK: replace(text, script="CJK") for name, text in SIZES.items()}
    | {LONG: Text(10_000_000, stances=20, actors=12)}
)
STEPS: dict[str, tuple[Step, ...]] = {
    "5 KB": (lines,),
    "1 MB": (lines, pages, filters, pins, searches),
    "10 MB": (lines, pages, resizes, ends, burst),
}
"""What is done in the reader; with all other texts, moving by lines."""
COMPARED = {
    "three panes of Static": ("5 KB", "1 MB"),
    "three panes of TextArea": ("5 KB", "1 MB", "10 MB"),
    "three panes of Markdown": ("5 KB", "100 KB"),
    "less": ("5 KB", "1 MB", "10 MB"),
    "frogmouth": ("5 KB", "1 MB"),
    "toolong": ("5 KB", "1 MB", "10 MB"),
}
"""Other programs, and the texts with which they take bearable time; the first alone where time is short."""
INSTALLED = {"less": "less", "frogmouth": "frogmouth", "toolong": "tl"}
"""The commands of those that are run where they are installed."""
QUIT = {"frogmouth": "\x11", "toolong": "\x03"}
"""Keys, where it is not q."""


class Measured(Protocol):
    """Something of which each round makes figures."""

    @property
    def name(self) -> str: ...

    def measure(self, effort: Effort) -> Figures: ...


def run_of(name: str, effort: Effort, folder: Path) -> Measured:
    """A run by its name, with all that it needs made ready; ``folder`` is for what only this one needs."""
    if name == BARE:
        return Run(BARE, _python(APPS / "bare.py"), "Hello, world", (lines_up_and_down, burst))
    if name == IMPORTS:
        return Imports(folder)
    if name == SHIPPED:
        return Run(SHIPPED, _python(APPS / "reader.py"), SHIPPED_WORDS, (filters, pins))
    if name == LOADED:
        return Run(LOADED, _python(APPS / "loaded.py", "open", _loaded("10 MB", effort, folder)), FIRST_WORDS)
    article = _text(name, effort).article()
    return Run(name, _python(APPS / "reader.py", article), FIRST_WORDS, STEPS.get(name, (lines,)))


def others(effort: Effort) -> list[Run]:
    """The other programs that are here, each with its texts."""
    return [
        Run(
            f"{program}, {size}",
            _command(program, _text(size, effort).body()),
            FIRST_WORDS,
            (lines_up_and_down,),
            QUIT.get(program, "q"),
        )
        for program, sizes in COMPARED.items()
        if program not in INSTALLED or shutil.which(INSTALLED[program])
        for size in (sizes[:1] if effort.seconds else sizes)
    ]


def _text(name: str, effort: Effort) -> Text:
    if not effort.smallest:
        return TEXTS[name]
    return TEXTS["5 KB CJK" if name.endswith(CJK) else "5 KB"]


def _command(program: str, text: Path) -> list[str]:
    if program in INSTALLED:
        return [INSTALLED[program], str(text)]
    return _python(APPS / "three_panes.py", program.rpartition(" ")[2].lower(), text)


def _python(*arguments: str | Path) -> list[str]:
    return [sys.executable, *map(str, arguments)]


def _loaded(name: str, effort: Effort, folder: Path) -> Path:
    """The file of an article that is loaded already. Where that takes longer than a program may take to open there
    is none, and the run fails."""
    kept = folder / "loaded.pickle"
    command = _python(APPS / "loaded.py", "save", _text(name, effort).article(), kept)
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(command, env=environment(str(folder)), check=True, timeout=effort.patience)
    return kept

"""Imports the modules that a file names, and prints how many seconds that took: ``import_all.py LIST``."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path
from time import perf_counter

names = Path(sys.argv[1]).read_text(encoding="utf-8").split()
gc.disable()  # as the command does
start = perf_counter()
with ExitStack() as spared:
    for name in names:
        # What is looked for in vain, the program looks for in vain too.
        with suppress(ImportError):
            module = import_module(name)
            if name == "tui.cli.sparing":  # From here on, what the program does without is done without here, too.
                spared.enter_context(module.sparing())
print(perf_counter() - start)

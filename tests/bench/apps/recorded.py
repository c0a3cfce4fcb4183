"""``kremlin-tui`` with a list of what it imports, in the order in which it does: ``recorded.py LIST [FILE]``.

Every name is in the list as soon as it is looked for, so that it can be read while the program runs.
"""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path


def main() -> None:
    names = Path(sys.argv.pop(1)).open("w", encoding="utf-8", buffering=1)  # noqa: SIM115 - as long as the program

    program = os.getpid()

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event == "import" and os.getpid() == program:  # The process that reads the article is forked off it.
            print(arguments[0], file=names)

    sys.addaudithook(note)
    runpy.run_module("tui", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

"""Fuzzing by hand, guided by what of our code each input reaches.

    pip install atheris
    python -m tests.fuzz loader --minutes 10
    python -m tests.fuzz cleaning --folder /tmp/fuzz
    python -m tests.fuzz anchoring

Inputs that reach more are kept below the folder, in a folder for each target, and are where the next run begins. One
that breaks a promise ends the run; it lies beside them as ``crash-...`` and is tried again by naming it:
``python -m tests.fuzz loader FILE``.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol, cast

MOST_BYTES = 8_192
MOST_SECONDS = 20
"""For one input, on a machine that has other things to do; a slower one counts as broken."""
MOST_MEGABYTES = 1_024


class _Atheris(Protocol):
    """What is used of atheris, which is not there where the tests run."""

    def instrument_imports(self, include: list[str]) -> AbstractContextManager[None]: ...

    def Setup(self, argv: list[str], test_one_input: Callable[[bytes], None]) -> None: ...  # noqa: N802

    def Fuzz(self) -> None: ...  # noqa: N802


def _arguments() -> argparse.Namespace:
    told, _, examples = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        "python -m tests.fuzz", description=told, epilog=examples, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=["loader", "cleaning", "anchoring"])
    parser.add_argument("inputs", nargs="*", type=Path, help="inputs to try once, instead of looking for new ones")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "kremlin-tui-fuzz")
    return parser.parse_args()


def _options(folder: Path, minutes: float) -> list[str]:
    corpus = folder / "corpus"
    return [
        *(str(corpus), f"-dict={folder / 'dictionary'}", f"-artifact_prefix={folder}/", f"-max_len={MOST_BYTES}"),
        *(f"-max_total_time={int(60 * minutes)}", f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}"),
        "-print_final_stats=1",
    ]


def main() -> None:
    """Fuzz one target, or try inputs that broke it."""
    chosen = _arguments()
    atheris = cast("_Atheris", importlib.import_module("atheris"))
    with atheris.instrument_imports(include=["article"]):
        target, begin = _target(chosen.target)
    folder: Path = chosen.folder / chosen.target
    inputs: Sequence[Path] = chosen.inputs
    if inputs:
        options = [str(path) for path in inputs]
    else:
        begin(folder)
        options = _options(folder, chosen.minutes)
    atheris.Setup([sys.argv[0], *options], target)
    atheris.Fuzz()


def _target(name: str) -> tuple[Callable[[bytes], None], Callable[[Path], None]]:
    """A target by its name, and what prepares a folder for it; imported here for our code to be watched."""
    from tests.fuzz import seeds, targets

    return targets.TARGETS[name], seeds.write


if __name__ == "__main__":
    main()

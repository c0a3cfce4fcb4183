"""``python -m tests.hostile FOLDER`` writes the hostile files, for whoever wants to try other programs on them;
without a folder each is tried on this one, and what it takes is told."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.hostile.case import Case
from tests.hostile.table import CASES
from tests.hostile.trial import Outcome, Trials


def main() -> None:
    """Write the files, or try them."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="where to put the files: some 500 MB")
    folder: Path | None = parser.parse_args().folder
    if folder:
        for number, case in enumerate(CASES, 1):
            home = folder / f"{number:03} {case.name}"
            home.mkdir(parents=True)
            print(f"{str(case.put(home))!a}: {_expectation(case)}")  # noqa: T201
        return
    trials = Trials()
    for case in CASES:
        with tempfile.TemporaryDirectory() as home:
            print(_row(case, trials.read(case.put(Path(home)))), flush=True)  # noqa: T201
    trials.close()


def _expectation(case: Case) -> str:
    shown, code, line = case.expected
    return " ".join(part for part in ("shown" if shown else "refused", code, f"line {line}" if line else "") if part)


def _row(case: Case, outcome: Outcome) -> str:
    became = outcome.fault or ("shown" if outcome.is_shown else "refused")
    codes = ", ".join(sorted({told.code for told in outcome.told}))
    return f"{outcome.seconds:5.2f} s {outcome.megabytes:6.1f} MB  {case.name}: {became} {codes}"


if __name__ == "__main__":
    main()

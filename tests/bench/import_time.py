"""What ``from article import load`` costs over ``import yaml``, in interpreters of their own, in turn.

    python tests/bench/import_time.py [ROUNDS]

Goal: less than 40 ms, so that a notebook or a script does not wait for it.
"""

from __future__ import annotations

import compileall
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[2]
GOAL = 0.040
"""Seconds."""


def seconds(code: str) -> float:
    """How long a fresh interpreter takes for some code, its own start included."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    return perf_counter() - start


def main() -> None:
    compileall.compile_dir(ROOT / "article", quiet=1)  # as an installer does
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 31
    pairs = [(seconds("import yaml"), seconds("from article import load")) for _ in range(rounds)]
    over = sorted(article - yaml for yaml, article in pairs)
    print(
        f"import yaml     {median(yaml for yaml, _ in pairs) * 1000:6.1f} ms (median of {rounds}, with the interpreter)"
    )
    print(f"article.load    {median(article for _, article in pairs) * 1000:6.1f} ms")
    print(f"more            {median(over) * 1000:6.1f} ms ({over[0] * 1000:.1f} to {over[-1] * 1000:.1f})")
    print(f"goal            {GOAL * 1000:6.1f} ms: {'met' if median(over) < GOAL else 'not met'}")


if __name__ == "__main__":
    main()

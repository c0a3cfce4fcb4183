"""Where the time goes when an article is loaded: bytes, tree, model, anchors, mentions, in ms and MB/s.

    python tests/bench/loading.py [--rounds N] [--most MEGABYTES]

The functions that do a stage's work are watched while ``article.load`` runs; what they do not account for is the
model. Each figure is the median of the rounds; in every round each text is loaded once. MB are those of the file.
"""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import reduce, wraps
from importlib import import_module
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from article import load
from tests.bench.machine import Machine, compile_packages
from tests.bench.report import aligned, noise_line
from tests.bench.texts import Text

STAGES = {
    "bytes": ("article.source:Source.read",),
    "tree": ("article.loader:read_tree",),
    "anchors": ("article.schema:Passages.__init__", "article.schema:Passages.find"),
    "mentions": ("article.schema:find_mentions",),
}
"""The functions of each stage, where they are called from; none of them may call another."""
REST = "model"
ORDER = ("bytes", "tree", REST, "anchors", "mentions")
MB = 1_000_000
TEXTS = tuple(
    replace(text, script=script)
    for text in (
        Text(5_000, stances=20, actors=12),
        Text(100_000, stances=20, actors=12),
        Text(100_000, stances=1_000, actors=100),
        Text(MB, stances=20, actors=12),
        Text(MB, stances=10_000, actors=1_000),
        Text(10 * MB, stances=20, actors=12),
        Text(10 * MB, stances=5_000, actors=1_000),
    )
    for script in ("plain", "CJK")
)


class Loading(NamedTuple):
    """Seconds of each stage of one loading, and of all."""

    stages: dict[str, float]
    total: float


@contextmanager
def watched(stages: dict[str, float]) -> Generator[None]:
    """Add up the seconds spent in the functions of each stage. Raises AttributeError when one is not there any
    more: the table of stages is then to be brought up to date."""
    with ExitStack() as after:
        for stage, places in STAGES.items():
            for place in places:
                module, _, path = place.partition(":")
                *classes, name = path.split(".")
                holder: object = reduce(getattr, classes, import_module(module))
                function: Callable[..., object] = getattr(holder, name)
                setattr(holder, name, _timed(function, stages, stage))
                after.callback(setattr, holder, name, function)
        yield


def _timed(function: Callable[..., object], stages: dict[str, float], stage: str) -> Callable[..., object]:
    @wraps(function)
    def timed(*arguments: object, **options: object) -> object:
        start = perf_counter()
        try:
            return function(*arguments, **options)
        finally:
            stages[stage] += perf_counter() - start

    return timed


def load_once(path: Path) -> Loading:
    """Load an article, watched."""
    stages = dict.fromkeys(STAGES, 0.0)
    gc.collect()
    with watched(stages):
        start = perf_counter()
        problems = load(path).problems
        total = perf_counter() - start
    assert not problems, problems[0]
    return Loading(stages | {REST: total - sum(stages.values())}, total)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Measure the stages of loading an article.")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=10, metavar="MEGABYTES", help="the largest text")
    options = parser.parse_args(arguments)
    compile_packages()
    machine = Machine()
    paths = {text: text.article() for text in TEXTS if text.size <= options.most * MB}
    found: dict[Text, list[Loading]] = {text: [] for text in paths}
    for number in range(options.rounds):
        for text, path in paths.items():
            print(f"Round {number + 1} of {options.rounds}: {_named(text)}", file=sys.stderr)
            machine.spin()
            found[text].append(load_once(path))
    rows: list[Sequence[str]] = [("ms (MB/s)", *ORDER, "all")]
    for text, path in paths.items():
        seconds = [median(loading.stages[stage] for loading in found[text]) for stage in ORDER]
        seconds.append(median(loading.total for loading in found[text]))
        size = path.stat().st_size / MB
        rows.append((_named(text), *(f"{1000 * each:,.1f} ({size / each:,.1f})" for each in seconds)))
    print(aligned(rows, "l" + "r" * (len(rows[0]) - 1)))
    print(f"\n{noise_line(machine)}")


def _named(text: Text) -> str:
    return f"{text.size // 1000:,} KB {text.script}, {text.stances:,} stances"


if __name__ == "__main__":
    main()

"""An article of 22 KiB is read within 5 ms (design/hardening.md, "Figures to reach").

As a ratio: where that was measured, SafeLoader of PyYAML took 21 ms for the same file. Both are Python for the most
part and take turns in one process, so that a slow machine slows both, and a busy one leaves both some rounds in peace.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from time import process_time

import pytest
import yaml

from article.loader import load
from article.source import Source

SIZE = 22 * 2**10
MOST = 5 / 21
"""Of SafeLoader's time."""
ROUNDS = 15
STANCE = re.compile(r"^  - id: (.+)\n((?:    .+\n)+)", re.MULTILINE)
RELATIONS = re.compile(r"^    relations: .+\n", re.MULTILINE)


@pytest.fixture
def uncollected() -> Iterator[None]:
    """No search for garbage, as in the process that reads; it would come upon one of the two by chance."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The shipped article, whose stances are told again, under other ids, until it is large enough."""
    shipped = Source.shipped().path
    assert shipped
    text = shipped.read_text()
    for number, (name, rest) in enumerate(cycle(STANCE.findall(text.partition("\nstances:\n")[2]))):
        if len(text.encode()) >= SIZE:
            break
        text += f"\n  - id: {name}-{number}\n{RELATIONS.sub('', rest)}"
    path = tmp_path / "a.yaml"
    path.write_text(text)
    return path


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time: what a process waits for on a busy machine does not count."""
    began = process_time()
    work()
    return 1000 * (process_time() - began)


@pytest.mark.usefixtures("uncollected")
def test_an_article_of_22_kib_takes_less_than_a_quarter_of_the_time_that_safe_loader_takes(file: Path) -> None:
    text = file.read_text()
    assert load(file).problems == ()
    ours, theirs = float("inf"), float("inf")
    for _ in range(ROUNDS):
        ours = min(ours, milliseconds(lambda: load(file)), milliseconds(lambda: load(file)))
        theirs = min(theirs, milliseconds(lambda: yaml.safe_load(text)))
    assert ours / theirs <= MOST, f"{ours:.1f} ms, and {theirs:.1f} ms by SafeLoader: {ours / theirs:.3f} of it"

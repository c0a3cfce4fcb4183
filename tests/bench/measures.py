"""What is done with a program in one run, and the figures that come of it; times are in milliseconds."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice, pairwise
from pathlib import Path
from statistics import median

from tests.bench.session import SIZE, Answer, ProgramError, Session

APPS = Path(__file__).parent / "apps"
Figures = dict[str, float]
"""What was measured in one run, by the name of the measure."""
THINKING = 0.02
"""Seconds, at most, between keys: by chance, so that they do not fall in with a clock of the program."""
SLOW = 0.15
"""Seconds of silence after which what takes long is over."""
PAGE_DOWN = "\x1b[6~"
BACKSPACE = "\x7f"
ESCAPE = "\x1b"
SIZES = ((100, 40), SIZE, (92, 32), SIZE)
"""What a terminal of the usual size is changed to and back."""
BURST = 100
_NUMBER = re.compile(r"\W*(\d+)\b")


@dataclass(frozen=True)
class Effort:
    """How much is measured."""

    rounds: int
    presses: int
    """Of the keys pressed most, in each round."""
    few: int
    """Of the others."""
    patience: float
    """Seconds that a program may take to open."""
    seconds: float | None = None
    """No round is begun that would end later than this, except for the first."""
    at_once: int = 1
    """Runs side by side, which is for trying the benchmark and not for measuring."""
    smallest: bool = False
    """Whether every text is the smallest one: what can go wrong with the benchmark does so there too."""


Step = Callable[[Session, Effort], Figures]


@dataclass(frozen=True)
class Run:
    """A program with a text, and what is done in it once the words ``shown`` are on the screen."""

    name: str
    command: Sequence[str]
    shown: str
    steps: Sequence[Step] = ()
    end: str = "q"
    """The key that quits."""

    def measure(self, effort: Effort) -> Figures:
        """One run from the start of the program to its end. Raises ProgramError."""
        session = Session(self.command)
        try:
            opening = session.open(self.shown, effort.patience)
            loading = float(told[1]) if (told := _TOLD.search(session.output)) else 0.0
            figures = {"text": 1000 * (opening.text - loading), "settled": 1000 * (opening.settled - loading)}
            first = session.press("j")
            session.rest(effort.patience)
            figures |= _figures("first", [first] if first else [])
            figures |= _figures("later", _answers(session, "jjj"))
            for step in self.steps:
                figures |= step(session, effort)
            figures["memory"] = session.memory()
            figures["quit"] = 1000 * session.quit(self.end)
        finally:
            session.close()
        return figures


_TOLD = re.compile(rb"\x1b\]2;([\d.e-]+)\x07")
"""The window's title, in which ``apps/loaded.py`` tells the seconds that are none of the reader's."""


def lines(session: Session, effort: Effort) -> Figures:
    """Line by line, where each of them scrolls."""
    session.press("j" * 30, SLOW)
    return _figures("j", _answers(session, ["j"] * effort.presses))


def lines_up_and_down(session: Session, effort: Effort) -> Figures:
    """Line by line in programs in which the first one scrolls already."""
    return _figures("j", _answers(session, islice(cycle("j" * 8 + "k" * 8), effort.presses)))


def pages(session: Session, effort: Effort) -> Figures:
    return _figures("page", _answers(session, [PAGE_DOWN] * effort.few))


def ends(session: Session, effort: Effort) -> Figures:
    """To the end, and back without the clock."""
    return _figures("G", _answers(session, ["G"] * effort.few, between="g"))


def burst(session: Session, effort: Effort) -> Figures:
    """Many keys at once, as when one is held down."""
    return _figures("burst", _answers(session, ["j" * BURST] * min(3, effort.few), between="g", quiet=SLOW))


def filters(session: Session, effort: Effort) -> Figures:
    """Actors taken into the filter one after the other, and each change undone."""
    session.press("2", SLOW)
    return _figures("filter", _answers(session, islice(cycle(" u"), effort.few), between="j", quiet=SLOW))


def pins(session: Session, effort: Effort) -> Figures:
    """From position to position; each marks its words in the text."""
    session.press("3", SLOW)
    return _figures("pin", _answers(session, islice(cycle("j" * 8 + "k" * 8), effort.few), quiet=SLOW))


def searches(session: Session, effort: Effort) -> Figures:
    """A word typed into a search letter by letter, and taken back."""
    session.press("1", SLOW, seconds=1)
    session.press("/", SLOW)
    keys = islice(cycle("quartz" + BACKSPACE * 6), effort.few)
    figures = _figures("search", _answers(session, keys, quiet=SLOW))
    session.press(ESCAPE, SLOW)
    return figures


def resizes(session: Session, effort: Effort) -> Figures:
    """The terminal made smaller and larger again; ``lost`` is how often the place was.

    The caret stands high in the window, as one at its bottom has to move the text of a lower window."""
    session.press("k" * 25, SLOW)
    places = [_place(session)]
    answers: list[Answer] = []
    for size in islice(cycle(SIZES), max(2, effort.few // 2)):
        answer = session.resize(*size)
        answers += [answer] if answer else []
        places.append(_place(session))
    lost = sum(before != after for before, after in pairwise(places))
    return _figures("resize", answers) | {"lost": lost}


def _place(session: Session) -> str:
    """The first number of a paragraph in sight."""
    found = [match[1] for row in session.rows() if (match := _NUMBER.match(row[:12]))]
    if not found:
        raise ProgramError("shows no number of a paragraph")
    return found[0]


def _answers(session: Session, keys: Iterable[str], between: str = "", quiet: float = 0.05) -> list[Answer]:
    """Keys pressed one after the other until one paints nothing, as at the end of a text; after each of them
    another is pressed that is not measured."""
    answers: list[Answer] = []
    for key in keys:
        time.sleep(random.uniform(0, THINKING))  # noqa: S311 - nothing is secret
        session.drain()
        answer = session.press(key, quiet, seconds=2)
        if answer is None:
            break
        answers.append(answer)
        if between:
            session.press(between, SLOW, seconds=1)
    return answers


def _figures(name: str, answers: Sequence[Answer]) -> Figures:
    """What is to be known of the answers to a key; raises ProgramError where nothing was ever painted."""
    if not answers:
        raise ProgramError(f"paints nothing ({name})")
    settled = [1000 * answer.settled for answer in answers]
    return {
        f"{name} first p50": 1000 * median(answer.first for answer in answers),
        f"{name} settled p50": median(settled),
        f"{name} settled p95": percentile(settled, 95),
        f"{name} settled p99": percentile(settled, 99),
        f"{name} bytes": median(answer.size for answer in answers),
        f"{name} frames": max(answer.frames for answer in answers),
    }


def percentile(values: Sequence[float], percent: float) -> float:
    """The value that so many percent do not exceed, between the two nearest ones in proportion."""
    ordered = sorted(values)
    index, part = divmod((len(ordered) - 1) * percent / 100, 1)
    upper = ordered[min(int(index) + 1, len(ordered) - 1)]
    return ordered[int(index)] + (upper - ordered[int(index)]) * part

"""Nothing that comes from outside reaches the terminal as more than text, in any view of the reader."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.tty import hostile
from tests.tty.payloads import MARKUP
from tests.tty.recognizer import is_plain, obeyed
from tests.tty.sight import lost
from tests.tty.watched import Watched

SIZES = {"wide": (132, 36), "narrow": (60, 24)}
NUMBER = len(hostile.TEXTS)
BATCHES = tuple(" ".join(hostile.TEXTS[at : at + 25]) for at in range(0, len(hostile.TEXTS), 25))
TYPED = tuple(textwrap.wrap(" ".join(MARKUP.values()), 40, break_long_words=False, break_on_hyphens=False))
"""The same, as much at a time as a narrow prompt shows."""
CLEARED = "\x05\x15"
"""A row is empty after ctrl+e and ctrl+u; its cursor may stand where something is wrong."""


@dataclass
class Walk:
    """A walk through all views, and what was sent and seen in each."""

    reader: Watched
    file: Path
    texts: tuple[str, ...]
    sent: dict[str, bytes] = field(default_factory=dict[str, bytes])
    seen: dict[str, list[str]] = field(default_factory=dict[str, list[str]])

    def through(self, view: str, steps: Callable[[Watched], None]) -> None:
        sent, seen = len(self.reader.raw), len(self.reader.screens)
        if view in FILES:
            self.file.write_text(FILES[view](self.texts))
        steps(self.reader)
        self.reader.settle()
        self.sent[view] = self.reader.raw[sent:]
        self.seen[view] = self.reader.screens[seen:]


def article(reader: Watched) -> None:
    reader.walk("1 g")
    reader.page("space")


def actors(reader: Watched) -> None:
    reader.walk("2 g")
    reader.page("pgdn")


def positions(reader: Watched) -> None:
    reader.walk("3 g")
    reader.page("pgdn")


def filtered(reader: Watched) -> None:
    reader.walk("2 g")
    reader.walk("o pgdn", 12)
    reader.walk("esc esc 1 g")


def detail(reader: Watched) -> None:
    reader.walk("3 g i")
    reader.walk("n", NUMBER - 1)
    reader.walk("esc")


def matrix(reader: Watched) -> None:
    reader.walk("m")
    reader.walk("n", NUMBER)


def compare(reader: Watched) -> None:
    reader.walk("c")
    reader.walk("]", NUMBER)
    reader.walk("r")


def outline(reader: Watched) -> None:
    reader.walk("1 t")
    reader.page("space")
    reader.walk("esc")


def palette(reader: Watched) -> None:
    reader.walk("ctrl+p")
    for name in ("Only N", "Only L", "Only party"):
        reader.type(name)
        reader.settle()
        reader.walk("pgdn", 10)
        reader.type("\x15")
    for batch in BATCHES:
        reader.paste(batch)
        reader.type("\x15")
    reader.walk("esc")


def searches(reader: Watched) -> None:
    for pane in "123":
        reader.walk(f"{pane} /")
        for text in TYPED:
            reader.paste(text)
            reader.see_typed(text)
            reader.type(CLEARED)
        for text in BATCHES:
            reader.paste(text)
            reader.type(CLEARED)
        reader.paste(BATCHES[-1])
        reader.walk("enter n esc")


def places(reader: Watched) -> None:
    typed_at(reader, ":")


def filters(reader: Watched) -> None:
    typed_at(reader, "F")


def typed_at(reader: Watched, key: str) -> None:
    reader.walk(key)
    for text in TYPED:
        reader.type(CLEARED)
        reader.paste(text)
        reader.see_typed(text)
    for text in BATCHES:
        if "tab Complete" not in reader.text():  # What was found before closes the prompt.
            reader.walk(key)
        reader.type(CLEARED)
        reader.paste(text)
        reader.walk("enter")
    reader.walk("esc esc esc esc")


def marks(reader: Watched) -> None:
    reader.walk("1 g")
    for char in "\x9b\u202e\u200d\u0301é":
        reader.walk("ctrl+b")
        reader.type(char)
        reader.walk("esc j")
    reader.walk("' esc")


def copies(reader: Watched) -> None:
    reader.walk("3 g")
    reader.walk("y pgdn", 14)
    reader.walk("g Y G y 1 g y i Y esc")


def problems(reader: Watched) -> None:
    reader.walk("ctrl+r")
    reader.settle()
    reader.walk("!")
    reader.page("space")
    reader.walk("esc")


def failed_reload(reader: Watched) -> None:
    reader.walk("ctrl+r")
    reader.settle()
    reader.walk("!")
    reader.walk("space", 20)
    reader.walk("esc")


VIEWS = (
    *(article, actors, positions, filtered, detail, matrix, compare, outline, palette),
    *(searches, places, filters, marks, copies, problems, failed_reload),
)
FILES = {"problems": hostile.with_problems, "failed_reload": hostile.refused}
"""What is in the file when it is read again."""
CHECKED = ("article", "actors", "positions", "detail", "matrix", "compare", "outline", "palette", "problems")


@pytest.mark.parametrize("size", SIZES)
def test_in_every_view_what_comes_from_outside_is_text_and_nothing_else(size: str, tmp_path: Path) -> None:
    file = tmp_path / "[sic] \x9b2J\u202e\x07.yaml"
    texts = hostile.TEXTS
    file.write_text(hostile.article(texts))
    with Watched(tmp_path / "canary", file, size=SIZES[size]) as reader:
        reader.begin("Hostile")
        walk = Walk(reader, file, texts)
        for view in VIEWS:
            walk.through(view.__name__, view)
        faults = reader.end()
    assert {view: found for view, sent in walk.sent.items() if (found := obeyed(sent))} == {}
    assert faults == [], "not clean before the guard"
    assert [view for view, sent in walk.sent.items() if not sent] == []
    assert {view: gone for view in CHECKED if (gone := lost(walk.seen[view]))} == {}
    assert len(reader.copies) > 10
    assert [text for text in reader.copies if not is_plain(text)] == []

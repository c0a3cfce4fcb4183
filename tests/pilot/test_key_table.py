"""Every key of the product's table does what the table says, in a wide, a middling and a narrow terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from tests.pilot.person import OpenReader, Person
from tui.screens.compare import Compare
from tui.screens.detail import Detail
from tui.screens.help import Help
from tui.screens.matrix import Matrix
from tui.screens.outline import Outline
from tui.screens.palette import Palette
from tui.state import ReaderState
from tui.widgets.prompt import Prompt

SIZES = [(160, 45), (100, 30), (60, 24)]


Check = Callable[[ReaderState, Person], object]
"""Whether it is so, given the state before the key."""


@dataclass(frozen=True)
class Row:
    """Keys that do the same: what is pressed before them, and what is so afterwards and was not before."""

    before: str
    keys: str
    is_done: Check


def is_on(screen: type[object]) -> Check:
    return lambda _, person: isinstance(person.app.screen, screen)


def is_in(pane: str) -> Check:
    return lambda _, person: person.focus == pane and person.reader.front == pane


TABLE: dict[str, Row] = {
    "line down": Row("", "j down", lambda old, person: person.caret > old.caret),
    "line up": Row("space", "k up", lambda old, person: person.caret < old.caret),
    "actor down": Row("2", "j down", lambda _, person: person.actors.cursor == 1),
    "actor up": Row("2 j j", "k up", lambda _, person: person.actors.cursor == 1),
    "card down": Row("3", "j down", lambda old, person: person.view.state.pinned != old.pinned),
    "page down": Row("", "space pagedown", lambda old, person: person.caret.paragraph > old.caret.paragraph),
    "page up": Row("G", "b pageup", lambda old, person: person.caret.paragraph < old.caret.paragraph),
    "half page down": Row("", "ctrl+d", lambda old, person: person.caret > old.caret),
    "half page up": Row("G", "ctrl+u", lambda old, person: person.caret < old.caret),
    "top": Row("G", "g home", lambda old, person: person.caret == (0, 0)),
    "bottom": Row("", "G end", lambda old, person: person.caret.paragraph == 7),
    "next paragraph": Row("", "right_curly_bracket", lambda _, person: person.caret == (1, 0)),
    "previous paragraph": Row("} } }", "left_curly_bracket", lambda _, person: person.caret == (2, 0)),
    "next evidence": Row("", "n right_square_bracket", lambda _, person: person.pinned is not None),
    "previous evidence": Row("n n n", "N left_square_bracket", lambda old, person: person.caret < old.caret),
    "next pane": Row("1", "tab", is_in("actors")),
    "previous pane": Row("1", "shift+tab", is_in("positions")),
    "the article": Row("3", "1", is_in("article")),
    "the actors": Row("", "2", is_in("actors")),
    "the positions": Row("", "3", is_in("positions")),
    "to the positions here": Row("", "enter", is_in("positions")),
    "to the words": Row("3 j j", "enter", is_in("article")),
    "an actor in or out": Row("2 j", "space", lambda _, person: person.chosen == {"putin"}),
    "an actor only": Row("2 space j", "o", lambda _, person: person.chosen == {"putin"}),
    "a whole party": Row("2", "p", lambda _, person: len(person.chosen) == 4),
    "fold": Row("2 o", "f", lambda _, person: person.view.state.folded),
    "undo": Row("2 o", "u", lambda _, person: person.chosen == set()),
    "own words": Row("", "w", lambda _, person: person.view.state.chosen.own),
    "search": Row("", "slash", lambda _, person: bool(person.reader.query(Prompt))),
    "next match": Row("/ n a t o enter", "n", lambda old, person: person.caret > old.caret),
    "previous match": Row("/ n a t o enter n n", "N", lambda old, person: person.caret < old.caret),
    "go to": Row("", "colon", lambda _, person: bool(person.reader.query(Prompt))),
    "back": Row("G", "ctrl+o alt+left", lambda _, person: person.caret == (0, 0)),
    "forward": Row("G ctrl+o", "alt+right", lambda _, person: person.caret.paragraph == 7),
    "mark": Row("", "ctrl+b", lambda _, person: "etter" in person.screen()),
    "to a mark": Row("ctrl+b a G", "apostrophe", lambda _, person: "a" in person.view.state.marks),
    "the matrix": Row("", "m", is_on(Matrix)),
    "compare": Row("", "c", is_on(Compare)),
    "read": Row("m", "r", lambda _, person: person.app.screen is person.reader),
    "outline": Row("", "t", is_on(Outline)),
    "detail": Row("n", "i", is_on(Detail)),
    "copy": Row("n", "y", lambda _, person: "“could no longer be avoided" in person.app.clipboard),
    "copy as Markdown": Row("n", "Y", lambda _, person: "> " in person.app.clipboard),
    "wider": Row("- - - - -", "plus", lambda old, person: person.view.state.width > old.width),
    "narrower": Row("", "minus", lambda old, person: person.view.state.width < old.width),
    "usual width": Row("- -", "equals_sign", lambda old, person: person.view.state.width > old.width),
    "zen": Row("", "z", lambda _, person: person.view.state.zen),
    "theme": Row("", "T", is_on(Palette)),
    "help": Row("", "question_mark f1", is_on(Help)),
    "palette": Row("", "ctrl+p", is_on(Palette)),
    "clear": Row("2 o", "escape", lambda _, person: person.chosen == set()),
}
NAMES = {"/": "slash", "}": "right_curly_bracket", "-": "minus"}
CASES = [(name, key) for name, row in TABLE.items() for key in row.keys.split()]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize(("name", "key"), CASES, ids=[f"{name}: {key}" for name, key in CASES])
async def test_a_key_does_what_the_table_says(
    open_reader: OpenReader, size: tuple[int, int], name: str, key: str
) -> None:
    row = TABLE[name]
    async with open_reader(size=size) as person:
        for before in row.before.split():
            await person.press(NAMES.get(before, before))
        old = person.view.state
        was_done = row.is_done(old, person) if name != "to a mark" else False
        await person.press(key)
        assert row.is_done(old, person)
        assert not was_done


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_q_leaves_the_program(open_reader: OpenReader, size: tuple[int, int], key: str) -> None:
    async with open_reader(size=size) as person:
        await person.press(key)
        assert not person.app.is_running or person.app._exit

"""What is out of sight is not measured, and nobody can see it: key for key, a reader whose panes measure as little
as they can shows what one shows that knows every row. Only the rails, which tell how long everything is, differ."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from rich.style import Style
from textual import events

from tests.pilot.long_article import long_article
from tests.pilot.person import OpenReader, Person
from tui import lines
from tui.screens.reader import Reader
from tui.widgets import pane, stance_panel
from tui.widgets.pane import Pane

Picture = list[list[tuple[str, Style | None]]]
"""The lines of the screen, each as runs of one style."""
KEYS = (
    *("j", "k", "space", "b", "g", "G", "pagedown", "pageup", "ctrl+d", "ctrl+u", "n", "N", "1", "2", "3"),
    *("right_curly_bracket", "left_curly_bracket", "o", "p", "f", "u", "escape", "enter"),
)
SIZES = ((160, 45), (100, 30), (60, 24), (24, 8), (130, 12), (200, 60))
NOTCHES = (-30, -3, -1, 1, 4, 25)
"""Of the mouse wheel, at a time."""
NEVER = 3600.0


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is told in a corner of the screen, from which it would go after seconds."""

    def tell(_reader: Reader, _text: str) -> None:
        pass

    monkeypatch.setattr(Reader, "_tell", tell)


def be_lazy(monkeypatch: pytest.MonkeyPatch, between: float = NEVER) -> None:
    """Measure what is about to be seen; of the rest one slice at a time, so many seconds apart."""
    monkeypatch.setattr(lines, "MEASURED_AT_ONCE", 0)
    monkeypatch.setattr(stance_panel, "MEASURED_AT_ONCE", 0)
    monkeypatch.setattr(pane, "BETWEEN_SLICES", between)


def picture(person: Person) -> Picture:
    """The screen but for the rails."""
    columns: dict[int, set[int]] = {}
    for shown in (person.text, person.actors, person.positions):
        for y in range(shown.region.y + 1, shown.region.bottom):
            columns.setdefault(y, set()).add(shown.region.right - 1)
    seen: Picture = []
    for y, strip in enumerate(person.app.screen._compositor.render_strips()):
        bounds = [-1, *sorted(columns.get(y, ())), strip.cell_length]
        pieces = [strip.crop(rail + 1, end).simplify() for rail, end in pairwise(bounds)]
        seen.append([(segment.text, segment.style) for piece in pieces for segment in piece])
    return seen


def some_deeds(seed: int, number: int) -> list[str]:
    """Keys, turns of the wheel over a pane, and other sizes, by chance."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret
    found = chance.choices(KEYS, k=number)
    for at in chance.sample(range(number), number // 6):
        over, notches, size = chance.choice(("article", "positions")), chance.choice(NOTCHES), chance.choice(SIZES)
        found[at] = chance.choice((f"resize {size[0]} {size[1]}", *[f"wheel {over} {notches}"] * 2))
    return found


async def act(person: Person, deed: str) -> None:
    """Do one of these, and wait for the answer only as long as it takes."""
    match deed.split():
        case "resize", columns, rows:
            await person.resize(int(columns), int(rows))
        case "wheel", over, notches:
            turn(person.reader.query_one(f"#{over}", Pane), int(notches))
        case _:
            person.app.post_message(events.Key(deed, deed if len(deed) == 1 else None))
    for _ in range(4):
        await person._pilot.pause(0)


def turn(over: Pane, notches: int) -> None:
    kind = events.MouseScrollDown if notches > 0 else events.MouseScrollUp
    for _ in range(abs(notches)):
        over.post_message(kind(over, 0, 0, 0, 0, 0, shift=False, meta=False, ctrl=False))


async def pictures(open_reader: OpenReader, deeds: Sequence[str], size: tuple[int, int]) -> list[Picture]:
    """What the screen shows at first and after each deed."""
    async with open_reader(long_article(), size=size) as person:
        seen = [picture(person)]
        for deed in deeds:
            await act(person, deed)
            seen.append(picture(person))
    return seen


DEEDS = [(some_deeds(seed, 40), size) for seed, size in enumerate(SIZES)] + [
    (["3", "pagedown", "resize 160 45"], (130, 12)),
    (["N", *["k", "wheel article 4", "resize 200 60", "resize 24 8", "N"] * 4], (24, 8)),
]


@pytest.mark.parametrize(("deeds", "size"), DEEDS, ids=range(len(DEEDS)))
async def test_whatever_is_done_the_screen_is_that_of_a_reader_who_knows_every_row(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, deeds: list[str], size: tuple[int, int]
) -> None:
    eager = await pictures(open_reader, deeds, size)
    be_lazy(monkeypatch)
    lazy = await pictures(open_reader, deeds, size)
    differs = next((at for at, (one, other) in enumerate(zip(eager, lazy, strict=True)) if one != other), None)
    assert differs is None, f"at {size} differs after {deeds[:differs]}"


async def test_such_a_reader_measures_little(open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch) -> None:
    be_lazy(monkeypatch)
    async with open_reader(long_article(), size=(100, 30)) as person:
        await person.press("space", "n", "G")
        assert not person.text.index.complete
        assert not person.positions.index.complete
        assert sum(person.page.rows._guessed) > 100


@pytest.mark.parametrize("deeds", [["G"], ["n"] * 30, ["G", "wheel article -30", "3", "G", "wheel positions -9"]])
async def test_nothing_moves_while_the_rest_is_measured(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, deeds: list[str]
) -> None:
    be_lazy(monkeypatch)
    async with open_reader(long_article(), size=(160, 45)) as person:
        for deed in deeds:
            await act(person, deed)
        before = picture(person)
        assert not person.text.index.complete
        for shown in (person.text, person.positions):
            while not shown.index.complete:
                shown._measure()
                assert picture(person) == before
            shown.repaint()
        await person.settle()
        assert picture(person) == before


async def test_what_is_out_of_sight_is_measured_by_and_by(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_lazy(monkeypatch, between=0.0001)
    async with open_reader(long_article(), size=(160, 45)) as person:
        for _ in range(500):
            await person._pilot.pause(0.001)
            if person.text.index.complete and person.positions.index.complete:
                break
        await person.settle()
        assert person.text._measuring is None
        assert person.positions._measuring is None
        everything = lines.Page(person.view.article, person.page.shown, person.page.width).rows.measure_all()
        assert person.text.rows == everything.height


@pytest.mark.parametrize("deeds", [["G"], ["n"] * 9, ["G", "wheel article -25"], ["3", *["G", "wheel positions -20"]]])
async def test_the_place_survives_resizing_though_little_was_measured(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch, deeds: list[str]
) -> None:
    be_lazy(monkeypatch)
    async with open_reader(long_article(), size=(160, 30)) as person:
        for deed in deeds:
            await act(person, deed)
        caret, card, was_in_sight = person.caret, person.card, in_sight(person)
        first = person.text.first.block
        for size in SIZES:
            await person.resize(*size)
            assert (person.caret, person.card) == (caret, card)
            assert in_sight(person) or not was_in_sight
            assert was_in_sight or person.text.first.block == first


def in_sight(person: Person) -> bool:
    """Whether the line is on the screen where the reader stands."""
    row = person.text._caret_row
    return person.text.in_sight(row, row + 1)


async def test_cards_stay_first_in_sight_at_another_width(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_lazy(monkeypatch)
    async with open_reader(long_article(), size=(160, 45)) as person:
        await person.press("3", "G", "k", "k", "k")
        first = person.positions.first.block
        for columns in (150, 140, 134, 160, 200):
            await person.resize(columns, 45)
            assert person.positions.first.block == first

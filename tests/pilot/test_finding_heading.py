"""Searching the text: the heading over it is in plain sight, too."""

from __future__ import annotations

import pytest

from article.spans import Span
from tests.pilot.person import OpenReader, Person
from tui.state import Found
from tui.stretch import HEADLINE


def found(person: Person) -> Found:
    assert person.view.state.found
    return person.view.state.found


def tinted(person: Person) -> str:
    """What stands in sight on the ground of the match that the search has led to."""
    ground = person.text.ink("found-here").bgcolor
    runs = (run for line in sorted(person.text._lines) for run in person.text._lines[line])
    return "".join(run.text for run in runs if run.style and run.style.bgcolor == ground)


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (24, 8)])
@pytest.mark.parametrize(
    ("word", "part"), [("kremlin warns", "Kremlin warns"), ("cumhur", "cumhur"), ("retold in our", "Retold in our")]
)
async def test_the_heading_is_searched_too(
    open_reader: OpenReader, size: tuple[int, int], word: str, part: str
) -> None:
    async with open_reader(size=size) as person:
        await person.press("G", *f"/{word}", "enter")
        assert found(person).told == "1/1"
        assert person.caret == (0, 0)
        assert tinted(person).startswith(part)
        assert "█" in {sign for sign, _ in person.text.rail().values()}


async def test_matches_in_the_heading_come_before_those_in_the_text(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press(*"/nato", "enter")
        first, second, *_ = found(person).matches
        assert (first.paragraph, second.paragraph) == (HEADLINE, 0)
        assert found(person).here == first
        await person.press("n")
        assert (found(person).here, person.caret) == (second, (0, second.start))
        await person.press("N")
        assert found(person).here == first
        await person.press("N")
        assert "from the end" in person.screen()
        await person.press("n")
        assert (found(person).here, person.caret) == (first, (0, 0))


async def test_an_expression_is_searched_in_the_heading_as_well(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("slash", "alt+r", *"^kremlin .arns", "enter")
        assert found(person).matches == (Span(HEADLINE, 0, 13),)


async def test_a_match_in_the_heading_leaves_a_fold_as_it_is(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("2", "G", "o", "1", "f", *"/kremlin warns", "enter")
        assert person.view.state.folded
        assert found(person).told == "1/1"

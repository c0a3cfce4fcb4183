"""What is said where columns and rows are few: whole, in words that fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader, Person
from tui.oklch import contrast

SMALLEST = (24, 8)
TROUBLED = Path(__file__).parent.parent / "data" / "three-problems.yaml"


def row(person: Person, text: str) -> str:
    """The row of the screen that holds a text."""
    return next((row for row in person.screen().splitlines() if text in row), "")


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (24, "3 problems · !"),
        (40, "3 problems · ! lists them"),
        (60, "3 problems · ! lists them"),
        (100, "3 problems in this file, 1 position left out · ! lists them"),
    ],
)
async def test_the_row_of_problems_is_whole_at_every_width(open_reader: OpenReader, width: int, told: str) -> None:
    async with open_reader(load(TROUBLED), (width, 24)) as person:
        assert row(person, " · !").strip().startswith(told)
        assert "…" not in row(person, " · !")


async def test_a_letter_that_moves_among_marks_is_refused_in_words_that_fit(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST) as person:
        await person.press("ctrl+b", "j")
        assert "Not j: it moves." in person.screen()


async def test_a_list_without_marks_offers_no_key_that_would_do_nothing(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("apostrophe")
        keys = person.screen().splitlines()[-1]
        assert "Leave" in keys
        assert "Go there" not in keys
        assert "Search" not in keys


async def test_the_key_that_marks_without_a_letter_is_named_for_that(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("ctrl+b")
        assert "⏎ Mark" in person.screen().splitlines()[-1]


LONG = "A long notice that tells in many words what is the matter with something. " * 3


async def test_in_a_small_window_a_notice_waits_until_the_one_before_is_gone(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify("What is said first.", timeout=0.3)
        person.app.notify("What is said second.")
        await person.settle()
        assert person.told == ["What is said first."]
        assert "What is said first." in person.screen()
        await person.until(lambda: "What is said second." in person.screen())
        assert "What is said first." not in person.screen()


@pytest.mark.parametrize("keys", ["1", "m", "?", "3 i", "t"])
async def test_in_a_small_window_a_long_notice_is_said_in_parts_of_which_none_is_cut(
    open_reader: OpenReader, keys: str
) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        await person.press(*keys.split())
        person.app.notify(LONG.strip(), timeout=0.3)
        seen: list[str] = []
        for _ in range(2):
            await person.until(lambda: person.told and person.told[-1] not in seen)
            seen.extend(person.told)
            rows = [line.partition("▌")[2].strip() for line in person.screen().splitlines() if "▌" in line]
            assert " ".join(rows).strip() == seen[-1], person.screen()
        assert " ".join(part.removesuffix(" …") for part in seen) == LONG.strip()


async def test_what_is_left_of_a_notice_is_said_at_once_in_a_larger_window(
    open_reader: OpenReader,
) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify((3 * LONG).strip(), timeout=0.3)
        await person.settle()
        said = " ".join(person.told).removesuffix(" …")
        await person.resize(100, 30)
        await person.until(lambda: person.told and person.told[-1] not in (said, f"{said} …"))
        assert f"{said} {person.told[-1]}" == (3 * LONG).strip()


async def test_what_is_said_in_place_of_all_else_does_not_wait(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        person.app.notify("What is said first.")
        person.app.notify("What is said second.")
        await person.press("ctrl+r")
        assert person.told == ["Nothing has changed."] or "standard input" in person.told[0]


@pytest.mark.parametrize("size", [SMALLEST, (40, 12), (60, 24)])
async def test_no_notice_covers_the_list_of_marks(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size, notices=True) as person:
        await person.press("ctrl+b", "a", "right_curly_bracket", "ctrl+b", "b", "apostrophe")
        before = person.screen().splitlines()[-4:]
        person.app.notify("Something that has to be said just now, in so many words.")
        await person.settle()
        assert "Something that" in person.screen(), person.screen()
        assert person.screen().splitlines()[-4:] == before, person.screen()


async def test_however_often_something_was_said_the_next_notice_has_its_room(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        for _ in range(6):
            await person.press("left_square_bracket")
        await person.press("y")
        await person.until(lambda: "Sent" in person.screen() or "Copied" in person.screen())
        rows = [line.partition("▌")[2].strip() for line in person.screen().splitlines() if "▌" in line]
        assert " ".join(rows) == person.told[-1]


@pytest.mark.parametrize("width", [24, 40, 60, 100])
async def test_what_may_be_typed_is_told_in_whole_parts(open_reader: OpenReader, width: int) -> None:
    async with open_reader(size=(width, 24)) as person:
        await person.press("colon")
        told = row(person, " : ").strip(" :")
        whole = "12 · an actor · a position’s id · a command · filter …"
        assert whole.startswith(told)
        assert told == whole or whole[len(told) :].startswith(" · ")


async def test_the_key_that_completes_is_named_where_there_is_something_to_complete(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        await person.press("colon")
        assert "Complete" not in person.screen()
        await person.press(*"put")
        assert "tab Complete" in person.screen()
        await person.press("tab", "x", "x")
        assert "Complete" not in person.screen()
        await person.press("tab")
        assert "putinxx" in person.screen(), "tab leaves the prompt alone"
        await person.press("escape", "F")
        assert "tab Complete" in person.screen()


async def test_an_expression_is_seen_as_a_whole_while_it_is_typed(open_reader: OpenReader) -> None:
    async with open_reader(size=(40, 12)) as person:
        await person.press("F", *"position:support")
        assert ": filter position:support" in person.screen()
        assert "15 of 19 positions" in person.screen()


@pytest.mark.parametrize("theme", ["ink", "paper", "nord", "textual-light"])
@pytest.mark.parametrize("keys", ["colon", "ctrl+p"])
async def test_what_may_be_typed_can_be_read_in_every_theme(open_reader: OpenReader, theme: str, keys: str) -> None:
    async with open_reader(size=(100, 30)) as person:
        person.app.theme = theme
        await person.press(keys)
        hint = person.app.screen.query_one("Input").get_visual_style("input--placeholder")
        assert hint.foreground
        assert hint.background
        assert contrast(hint.foreground, hint.background) >= 4.5


@pytest.mark.parametrize("size", [SMALLEST, (40, 12)])
async def test_why_a_cell_is_empty_is_told_in_whole_words(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("m", "j", "j", "h", "h", "h")
        told = " ".join(line.strip() for line in person.screen().splitlines()[-3:-1])
        assert told.strip() == "Peskov takes no position on issue 1."


async def test_the_narrow_comparison_names_issues_and_counts_in_whole(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST) as person:
        await person.press("c")
        rows = [line.strip(" │┃") for line in person.screen().splitlines()]
        assert "WEST WOULD DISMANTLE" in rows
        assert any(line.startswith("RUSSIA ") and line.endswith("≠ clash") for line in rows)
        await person.press("k")
        await person.resize(24, 20)
        assert "…" not in person.screen().partition("WEST")[2]


async def test_a_condition_is_read_as_far_as_the_peek_has_rows(open_reader: OpenReader) -> None:
    async with open_reader(size=(60, 24)) as person:
        peek = "on condition: “if the alliance's European members sent"
        assert row(person, peek)
        assert row(person, " soldiers to Ukraine”").startswith(" soldiers")
        await person.press("m")
        assert row(person, peek)
        assert "soldiers to Ukraine”" in person.screen()


async def test_issues_are_named_in_whole_where_there_are_rows_for_that(open_reader: OpenReader) -> None:
    async with open_reader(size=(100, 30)) as person:
        await person.press("m")
        head = "\n".join(person.screen().splitlines()[2:5])
        assert "…" not in head
        assert "point" in head
        await person.press("G")
        assert "UA  Ukraine" in person.screen()


async def test_problems_are_listed_in_words_that_fit(open_reader: OpenReader) -> None:
    async with open_reader(load(TROUBLED), SMALLEST) as person:
        await person.press("exclamation_mark")
        first, *_, last = person.screen().splitlines()
        assert first.strip("╭╮─ ") == "3 problems"
        assert last.strip("╰╯─ ") == "esc closes"
        await person.press("j")
        for _ in range(3):
            await person.press("j")
        assert "…" not in person.screen()
        await person.resize(40, 12)
        assert "has 3 problems" in person.screen()
        assert person.screen().splitlines()[-1].strip("╰╯─ ") == "esc closes · ⏎ goes there"


async def test_what_is_said_of_a_problem_ends_with_a_whole_part(open_reader: OpenReader) -> None:
    async with open_reader(load(TROUBLED), (60, 24)) as person:
        await person.press("exclamation_mark")
        assert row(person, "line 12, column 36").rstrip("│┃ ").endswith("actors[0].kind   error")


async def test_the_carets_are_in_sight_however_narrow_it_is(open_reader: OpenReader) -> None:
    async with open_reader(load(TROUBLED), (24, 20)) as person:
        await person.press("exclamation_mark", "j")
        assert "^^^" in person.screen()
        assert row(person, "25 │").rstrip("│┃ ").endswith("bop")


async def test_the_title_of_help_fits(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST) as person:
        await person.press("question_mark")
        assert person.screen().splitlines()[0].strip("╭╮─ ") == "Keys"


async def test_a_narrowed_list_says_so_where_its_title_is_short(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST) as person:
        await person.press("3", "slash", *"putin", "enter")
        assert "4 of 19 /" in person.screen().splitlines()[0]


@pytest.mark.parametrize("size", [SMALLEST, (40, 11), (40, 12)])
async def test_the_palette_has_rows_in_the_smallest_window(open_reader: OpenReader, size: tuple[int, int]) -> None:
    async with open_reader(size=size) as person:
        await person.press("T")
        await person.until(lambda: row(person, " ink"))
        await person.press("escape", "ctrl+p", *"matrix")
        await person.until(lambda: row(person, "Matrix"))
        await person.press("enter")
        await person.until(lambda: person.reader.look == "matrix")


async def test_what_may_have_been_meant_is_told_in_the_smallest_window(open_reader: OpenReader) -> None:
    async with open_reader(size=SMALLEST, notices=True) as person:
        await person.press("colon", *"macrom")
        told = " ".join(line.strip() for line in person.screen().splitlines()[4:7])
        assert told.strip() == "Nothing is called “macrom”. Did you mean macron?"
        person.app.notify("Something else that has to be said.")
        await person.settle()
        assert "Something" in person.screen()
        assert "macron?" in person.screen()

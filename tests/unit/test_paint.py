"""Lines of the screen: cells filled from the left, texts cut to their room, marks laid over text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.paint import Cells, marked, reversed_between, shortened
from tui.selection import Ink, Mark, Marks

BASE, RED, BOLD = Style(bgcolor="black"), Style(color="red"), Style(bold=True)


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("lane", 5, "lane"),
        ("lane", 4, "lane"),
        ("lane", 3, "la…"),
        ("lane", 1, "…"),
        ("lane", 0, ""),
        ("lane", -1, ""),
        ("", 0, ""),
        ("", -1, ""),
        ("the lane", 5, "the…"),
        ("日本語", 6, "日本語"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("日本語", 2, "…"),
        ("cafe\u0301 noir", 5, "cafe\u0301…"),
    ],
)
def test_a_text_is_shortened_to_its_room_with_an_ellipsis(text: str, width: int, cut: str) -> None:
    assert shortened(text, width) == cut


@given(st.text(st.sampled_from("ab 日🙂\u0301é")), st.integers(0, 12))
def test_a_shortened_text_is_never_wider_than_its_room(text: str, width: int) -> None:
    assert cell_len(shortened(text, width)) <= width


# ---------------------------------------------------------------------- cells


def text_of(strip: Strip) -> str:
    return "".join(segment.text for segment in strip)


def runs(strip: Strip) -> list[tuple[str, Style | None]]:
    """The strip's segments, neighbours of one style joined."""
    return [(segment.text, segment.style) for segment in strip.simplify()]


def test_an_empty_line_is_its_ground() -> None:
    assert runs(Cells(4, BASE).strip()) == [("    ", BASE)]


def test_a_text_lies_on_the_ground_in_its_style() -> None:
    assert runs(Cells(6, BASE).add("ab", RED).add("c").strip()) == [("ab", BASE + RED), ("c   ", BASE)]


def test_the_ground_can_change_in_a_line() -> None:
    cells = Cells(4, BASE).add("a")
    cells.base = BASE + BOLD
    assert runs(cells.add("b", RED).strip()) == [("a", BASE), ("b", BASE + BOLD + RED), ("  ", BASE + BOLD)]


def test_what_is_used_and_what_is_left_counts_cells() -> None:
    cells = Cells(9, BASE).add("日本").add("e\u0301")
    assert (cells.used, cells.left) == (5, 4)


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        (["abc", "def"], "abcd…"),
        (["abcde", "f"], "abcde"),
        (["abcd", "ef"], "abcd…"),
        (["日本語"], "日本…"),
        (["a", "日本語"], "a日… "),
        (["", ""], "     "),
    ],
)
def test_a_text_is_shortened_to_what_is_left_of_the_line(texts: list[str], line: str) -> None:
    cells = Cells(5, BASE)
    for text in texts:
        cells.add(text)
    assert text_of(cells.strip()) == line


@pytest.mark.parametrize(("column", "line"), [(4, "ab  c   "), (2, "abc     "), (0, "abc     "), (99, "ab      ")])
def test_a_line_is_filled_up_to_a_column(column: int, line: str) -> None:
    assert text_of(Cells(8, BASE).add("ab").to(column).add("c").strip()) == line


@pytest.mark.parametrize(
    ("text", "margin", "line"),
    [("xy", 0, "ab    xy"), ("xy", 2, "ab  xy  "), ("日本", 1, "ab 日本 "), ("uvwxyz", 0, "abuvwxyz")],
)
def test_a_text_is_set_at_the_right_edge(text: str, margin: int, line: str) -> None:
    assert text_of(Cells(8, BASE).add("ab").right(text, RED, margin).strip()) == line


@pytest.mark.parametrize(("text", "margin"), [("uvwxyz+", 0), ("uvwxyz", 1), ("日本語日", 0)])
def test_a_text_without_room_at_the_right_edge_is_left_out(text: str, margin: int) -> None:
    assert text_of(Cells(8, BASE).add("ab").right(text, RED, margin).strip()) == "ab      "


def test_segments_keep_styles_of_their_own() -> None:
    cells = Cells(6, BASE).add("a").extend([Segment("b", RED), Segment("c", BOLD)])
    assert runs(cells.strip()) == [("a", BASE), ("b", RED), ("c", BOLD), ("   ", BASE)]


def test_segments_are_shortened_to_what_is_left_of_the_line() -> None:
    cells = Cells(4, BASE).extend([Segment("abc", RED), Segment("def", BOLD), Segment("g", RED)])
    assert runs(cells.strip()) == [("abc", RED), ("…", BOLD)]


@pytest.mark.parametrize("width", range(9))
def test_a_finished_line_is_as_wide_as_it_says(width: int) -> None:
    strip = Cells(width, BASE).add("a日本").to(6).right("xy", RED).extend([Segment("語", RED)]).strip()
    assert strip.cell_length == cell_len(text_of(strip)) == width


# ---------------------------------------------------------------------- marks

NAME, CUE, CONTENT = Style(color="blue"), Style(italic=True), Style(bgcolor="yellow")
STYLES = {
    Ink.NAME: NAME,
    Ink.CUE: CUE,
    Ink.CONDITION: Style(underline=True),
    Ink.CONTENT: CONTENT,
    Ink.FOUND: Style(color="red"),
    Ink.FOUND_HERE: Style(bold=True),
}
TEXT = "Ann wants the lane."


def painted(text: str, offset: int, *marks: Mark) -> list[tuple[str, Style | None]]:
    segments = marked(text, offset, Marks(marks), BASE, lambda mark: STYLES[mark.ink])
    return [(segment.text, segment.style) for segment in segments]


def mark(start: int, end: int, ink: Ink) -> Mark:
    return Mark(start, end, ink, "ann")


def test_text_without_marks_is_one_run() -> None:
    assert painted(TEXT, 0) == [(TEXT, BASE)]


def test_no_text_is_no_run() -> None:
    assert painted("", 3, mark(0, 9, Ink.NAME)) == []


@pytest.mark.parametrize(
    ("marks", "runs"),
    [
        ([mark(4, 9, Ink.CONTENT)], [("Ann ", BASE), ("wants", BASE + CONTENT), (" the lane.", BASE)]),
        ([mark(0, 19, Ink.CONTENT)], [(TEXT, BASE + CONTENT)]),
        (
            [mark(0, 9, Ink.CONTENT), mark(0, 3, Ink.NAME)],
            [("Ann", BASE + NAME + CONTENT), (" wants", BASE + CONTENT), (" the lane.", BASE)],
        ),
        (
            [mark(0, 9, Ink.CUE), mark(4, 13, Ink.CONTENT)],
            [("Ann ", BASE + CUE), ("wants", BASE + CUE + CONTENT), (" the", BASE + CONTENT), (" lane.", BASE)],
        ),
        (
            [mark(0, 3, Ink.NAME), mark(3, 4, Ink.CUE)],
            [("Ann", BASE + NAME), (" ", BASE + CUE), ("wants the lane.", BASE)],
        ),
    ],
    ids=["one", "all", "one in another", "overlapping", "touching"],
)
def test_each_run_bears_the_styles_of_its_marks(marks: list[Mark], runs: list[tuple[str, Style]]) -> None:
    assert painted(TEXT, 0, *marks) == runs


def test_the_lower_ink_is_laid_first() -> None:
    marks = [mark(0, 3, ink) for ink in (Ink.CONTENT, Ink.NAME)]
    styles = {Ink.NAME: Style(color="blue"), Ink.CONTENT: Style(color="green")}
    for order in (marks, marks[::-1]):
        (segment,) = marked("Ann", 0, Marks(order), BASE, lambda mark: styles[mark.ink])
        assert segment.style == BASE + styles[Ink.CONTENT]


@pytest.mark.parametrize(
    ("start", "end", "runs"),
    [
        (0, 10, [("wants", BASE)]),
        (10, 12, [("wa", BASE + CONTENT), ("nts", BASE)]),
        (8, 12, [("wa", BASE + CONTENT), ("nts", BASE)]),
        (13, 15, [("wan", BASE), ("ts", BASE + CONTENT)]),
        (13, 99, [("wan", BASE), ("ts", BASE + CONTENT)]),
        (0, 99, [("wants", BASE + CONTENT)]),
        (15, 20, [("wants", BASE)]),
    ],
)
def test_of_a_mark_only_the_part_in_the_piece_shows(start: int, end: int, runs: list[tuple[str, Style]]) -> None:
    assert painted("wants", 10, mark(start, end, Ink.CONTENT)) == runs


MARKS = st.builds(mark, st.integers(0, 25), st.integers(0, 25), st.sampled_from(Ink)).filter(lambda m: m.start < m.end)


@given(st.text(max_size=12), st.integers(0, 12), st.lists(MARKS, max_size=5))
def test_every_character_is_kept_and_bears_the_styles_of_its_marks(text: str, offset: int, marks: list[Mark]) -> None:
    segments = marked(text, offset, Marks(marks), BASE, lambda mark: STYLES[mark.ink])
    assert "".join(segment.text for segment in segments) == text
    styles = [segment.style for segment in segments for _ in segment.text]
    for index, style in enumerate(styles, offset):
        here = sorted((m for m in marks if m.start <= index < m.end), key=lambda m: m.ink)
        assert style == Style.combine([BASE, *(STYLES[m.ink] for m in here)])


def test_a_mark_of_another_piece_changes_nothing() -> None:
    here = mark(0, 3, Ink.NAME)
    assert painted(TEXT, 0, here, here._replace(start=40, end=50)) == painted(TEXT, 0, here)


def test_what_is_selected_changes_ink_and_ground_and_what_did_so_already_is_set_upright() -> None:
    line = Strip([Segment("ab", Style(bold=True)), Segment("cd", Style(reverse=True)), Segment("e")])
    turned = reversed_between(line, range(1, 3))
    assert [(text, bool(style and style.reverse)) for text, style, _ in turned] == [
        ("a", False),
        ("b", True),
        ("c", False),
        ("d", True),
        ("e", False),
    ]
    assert turned.cell_length == line.cell_length


def test_a_text_of_megabytes_is_shortened_as_soon_as_its_beginning() -> None:
    letter = "e" + "\u0301" * 4
    assert shortened("x" * 3_000_000, 5) == "xxxx…"
    assert shortened(letter * 600_000, 3) == f"{letter}{letter}…"

"""A place in the text is found again after the text has changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.model import Paragraph
from article.relocation import MOST_SOUGHT, Landmark, Relocation, Spot

TOLD = (
    "The council will weigh a bike lane on Harbor Avenue when it meets on Tuesday evening.",
    "Shop owners along the avenue say that the lane would cost them forty places to park.",
    "Riders answer that the avenue is where most of last year's crashes in the city happened.",
    "The mayor has not said how she will vote, and her office did not answer a call.",
)


def text(*paragraphs: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(paragraph, number) for number, paragraph in enumerate(paragraphs, 1))


TEXT = text(*TOLD)
WORD = TOLD[2].index("crashes")


def words_at(paragraphs: tuple[Paragraph, ...], spot: Spot) -> str:
    return paragraphs[spot.paragraph].text[spot.offset : spot.offset + 7]


BOTH_WAYS = pytest.mark.parametrize("kept", [False, True], ids=["moved", "found"])


def again(spot: tuple[int, int], old: tuple[Paragraph, ...], new: tuple[Paragraph, ...], *, kept: bool) -> Spot:
    """By comparing the texts, or by what was kept of the old one."""
    return Landmark.at(old, spot).find(new) if kept else Relocation(old, new).of(spot)


@BOTH_WAYS
def test_a_place_follows_its_paragraph(*, kept: bool) -> None:
    new = text("Something was put before it.", *TOLD[1:], "And after it.", TOLD[0])
    assert words_at(new, again((2, WORD), TEXT, new, kept=kept)) == "crashes"


@BOTH_WAYS
def test_a_place_follows_its_words_within_an_edited_paragraph(*, kept: bool) -> None:
    new = text(*TOLD[:2], "Some of the riders answer: the avenue is where most of last year's crashes in town were.")
    assert words_at(new, again((2, WORD), TEXT, new, kept=kept)) == "crashes"


@BOTH_WAYS
def test_words_that_were_merely_changed_are_found_by_what_is_like_them(*, kept: bool) -> None:
    new = text(
        "New.",
        "Also new.",
        *TOLD[:2],
        "And the avenue is where almost all of this year's crash es in the old city occurred.",
    )
    spot = again((2, WORD), TEXT, new, kept=kept)
    assert spot.paragraph == 4
    assert 30 < spot.offset < 70


@BOTH_WAYS
def test_of_the_same_words_in_two_places_the_nearer_are_taken(*, kept: bool) -> None:
    new = text(TOLD[2], "A.", "B.", "C.", TOLD[2], TOLD[3])
    assert again((3, 0), text("A.", "B.", "C.", TOLD[2], "D."), new, kept=kept) == (4, 0)


@BOTH_WAYS
def test_a_place_whose_words_are_gone_stays_in_its_paragraph(*, kept: bool) -> None:
    new = text(*TOLD[:2], "Nothing.", "No.")
    spot = again((2, WORD), TEXT, new, kept=kept)
    assert (spot.paragraph, words_at(new, spot)) == (2, "Nothing")


@BOTH_WAYS
def test_a_place_past_the_end_of_a_shorter_text_is_in_its_last_paragraph(*, kept: bool) -> None:
    assert again((3, 5), TEXT, text("Short."), kept=kept) == (0, 0)


@BOTH_WAYS
def test_an_empty_text_has_its_beginning_only(*, kept: bool) -> None:
    assert again((3, 5), TEXT, (), kept=kept) == (0, 0)
    assert again((0, 0), (), TEXT, kept=kept) == (0, 0)


@given(
    before=st.lists(st.text("ab .", max_size=9), max_size=5),
    after=st.lists(st.text("ab .", max_size=9), max_size=5),
    paragraph=st.integers(0, 3),
    offset=st.integers(0, 80),
)
def test_what_is_put_before_and_after_never_moves_a_place(
    before: list[str], after: list[str], paragraph: int, offset: int
) -> None:
    new = text(*before, *TOLD, *after)
    assert Relocation(TEXT, new).of((paragraph, offset)) == (paragraph + len(before), offset)


@given(index=st.integers(0, 3), put=st.text("xyz ", max_size=30), at=st.integers(0, 80), spot=st.integers(0, 3))
def test_an_edit_of_one_paragraph_never_moves_a_place_in_another(index: int, put: str, at: int, spot: int) -> None:
    told = [*TOLD]
    told[index] = told[index][:at] + put + told[index][at:]
    if spot != index:
        assert Relocation(TEXT, text(*told)).of((spot, 20)) == (spot, 20)
        assert Landmark.at(TEXT, (spot, 20)).find(text(*told)) == (spot, 20)


@given(put=st.text("xyz ", max_size=30), at=st.integers(0, 80), offset=st.integers(0, 80))
def test_an_edit_beside_a_place_in_its_paragraph_leaves_it_at_its_words(put: str, at: int, offset: int) -> None:
    told = TOLD[2][:at] + put + TOLD[2][at:]
    spot = Relocation(TEXT, text(*TOLD[:2], told, TOLD[3])).of((2, offset))
    assert spot.offset in (offset, offset + len(put))


@given(
    old=st.lists(st.text("ab c", max_size=60), max_size=6),
    new=st.lists(st.text("ab c", max_size=60), max_size=6),
    spot=st.tuples(st.integers(0, 8), st.integers(0, 80)),
)
def test_a_place_is_always_one_that_there_is(old: list[str], new: list[str], spot: tuple[int, int]) -> None:
    for found in (Relocation(text(*old), text(*new)).of(spot), Landmark.at(text(*old), spot).find(text(*new))):
        assert 0 <= found.paragraph < max(1, len(new))
        assert 0 <= found.offset <= (len(new[found.paragraph]) if new else 0)


@given(
    told=st.lists(st.text("ab c", max_size=60), min_size=1, max_size=6),
    spot=st.tuples(st.integers(0, 8), st.integers(0, 80)),
)
def test_the_same_text_leaves_a_place_where_it_is(told: list[str], spot: tuple[int, int]) -> None:
    here = Landmark.at(text(*told), spot)
    assert here.find(text(*told)) == (here.paragraph, here.offset) == Relocation(text(*told), text(*told)).of(spot)


def test_of_many_places_in_a_text_written_anew_the_first_are_looked_for_and_the_others_stay() -> None:
    words = [f"Paragraph {number} tells of the harbour, and of ship {number * 7919} that came." for number in range(60)]
    old = text(*words)
    moved = text("Put first.", "Put before all.", *words[1:], "Put after all.")
    relocation = Relocation(old, moved)
    found = [relocation.of((number, 3)) for number in range(2, 60)]
    assert found[:MOST_SOUGHT] == [Spot(number + 1, 3) for number in range(2, MOST_SOUGHT + 2)]
    assert [spot.paragraph for spot in found[MOST_SOUGHT:]] == [*range(MOST_SOUGHT + 2, 60)]


def test_a_place_that_was_looked_for_is_not_counted_again() -> None:
    words = [f"Paragraph {number} tells of the harbour, and of ship {number * 7919} that came." for number in range(60)]
    relocation = Relocation(text(*words), text("Put first.", "Put before all.", *words[1:], "Put after all."))
    for _ in range(MOST_SOUGHT * 2):
        assert relocation.of((3, 3)) == (4, 3)
    assert relocation.of((4, 3)) == (5, 3)

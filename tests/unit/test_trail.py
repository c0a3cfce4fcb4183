"""The jump list: back and forward as in a browser, one place a paragraph, and no more than are worth keeping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.state import Caret, ReaderState
from tui.trail import LONGEST, Trail

CARETS = st.builds(Caret, st.integers(0, 6), st.integers(0, 3))
A, B, C = Caret(1), Caret(2), Caret(3)


def jumped(*places: Caret) -> ReaderState:
    state = ReaderState()
    for place in places:
        state = state.at(place)
    return state


def test_back_goes_where_the_jump_came_from_and_forward_to_where_it_led() -> None:
    state = jumped(A, B, C)
    assert state.back().caret == B
    assert state.back().back().caret == A
    assert state.back().back().forward().caret == B
    assert state.back().back().forward().forward() == state._replace(glances=4)


def test_who_walked_on_after_a_jump_comes_back_there_with_forward() -> None:
    state = jumped(A).walked(B)
    assert state.back().forward().caret == B


def test_another_way_leaves_no_way_forward() -> None:
    state = jumped(A, B).back().at(C)
    assert state.forward() is state
    assert state.back().caret == A


def test_of_jumps_within_a_paragraph_the_latest_place_is_kept() -> None:
    state = jumped(A, Caret(1, 20), Caret(1, 40), B)
    assert state.back().caret == Caret(1, 40)
    assert state.back().back().caret == Caret()


def test_a_place_where_the_reader_is_already_is_passed_over() -> None:
    state = jumped(A, B).walked(A)
    assert state.back().caret == Caret()


def test_only_the_latest_places_are_kept() -> None:
    trail = Trail()
    for number in range(LONGEST + 5):
        trail = trail.left(Caret(number))
    assert len(trail.behind) == LONGEST
    assert trail.behind[-1] == Caret(LONGEST + 4)


@given(st.lists(CARETS))
def test_the_whole_way_back_is_the_whole_way_forward(places: list[Caret]) -> None:
    state = jumped(*places)
    seen = [state.caret]
    while (earlier := state.back()) is not state:
        assert earlier.caret != state.caret
        state = earlier
        seen.append(state.caret)
    for place in reversed(seen[:-1]):
        state = state.forward()
        assert state.caret == place
    assert state.forward() is state


@given(st.lists(st.tuples(st.sampled_from(["jump", "walk", "back", "forward"]), CARETS)), CARETS)
def test_whatever_the_reader_did_a_jump_is_taken_back(deeds: list[tuple[str, Caret]], last: Caret) -> None:
    state = ReaderState()
    for deed, place in deeds:
        if deed in ("jump", "walk"):
            state = state.at(place) if deed == "jump" else state.walked(place)
        else:
            state = state.back() if deed == "back" else state.forward()
    if state.caret != last:
        assert state.at(last).back().caret == state.caret

"""The reader's state: every named transition, and that nothing else changes it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from article.filters import EVERYONE, Filter
from article.model import Article
from tui.state import MOST_REMEMBERED, Caret, ReaderState

CITY, OKORO = Filter(frozenset({"city"})), Filter(frozenset({"okoro"}))
START = ReaderState()
FULL = ReaderState(chosen=CITY, before=(EVERYONE,), pinned="s2", caret=Caret(1, 7), folded=True, zen=True)


def test_the_reader_begins_at_the_top_with_everyone_and_nothing_else() -> None:
    assert ReaderState(EVERYONE, (), None, Caret(0, 0), folded=False, zen=False) == START


@pytest.mark.parametrize("name", ["chosen", "before", "pinned", "caret", "folded", "zen"])
def test_no_field_can_be_set(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(START, name, None)


def test_a_caret_can_not_be_moved() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(START.caret, "offset", 1)  # noqa: B010 - the type checker would refuse a plain one


def test_a_transition_leaves_the_state_it_starts_from_as_it_was(harbor: Article) -> None:
    before = replace(FULL)
    for after in (
        FULL.with_filter(OKORO),
        FULL.undone(),
        FULL.pin(harbor.stance["s1"]),
        FULL.at(Caret()),
        FULL.peeled(),
        FULL.fold_toggled(),
        FULL.zen_toggled(),
    ):
        assert after != before
    assert before == FULL


@pytest.mark.parametrize(
    ("earlier", "later"), [((0, 9), (1, 0)), ((1, 0), (1, 1)), ((0, 0), (0, 1))], ids=["paragraph", "offset", "top"]
)
def test_carets_come_in_the_order_of_the_text(earlier: tuple[int, int], later: tuple[int, int]) -> None:
    assert Caret(*earlier) < Caret(*later)


def test_a_filter_is_remembered_when_another_takes_its_place() -> None:
    assert START.with_filter(CITY).with_filter(OKORO) == ReaderState(chosen=OKORO, before=(EVERYONE, CITY))


def test_the_same_filter_again_changes_nothing() -> None:
    assert FULL.with_filter(Filter(frozenset({"city"}))) is FULL


def test_a_filter_keeps_pin_place_fold_and_zen() -> None:
    assert FULL.with_filter(OKORO) == replace(FULL, chosen=OKORO, before=(EVERYONE, CITY))


def test_lifting_the_filter_unfolds() -> None:
    assert FULL.with_filter(EVERYONE) == replace(FULL, chosen=EVERYONE, before=(EVERYONE, CITY), folded=False)


def test_only_the_latest_filters_are_remembered() -> None:
    state = START
    for number in range(MOST_REMEMBERED + 5):
        state = state.with_filter(Filter(frozenset({str(number)})))
    assert len(state.before) == MOST_REMEMBERED
    assert state.before[0] == Filter(frozenset({"4"}))
    assert state.before[-1] == Filter(frozenset({str(MOST_REMEMBERED + 3)}))


def test_undo_brings_filters_back_the_latest_first() -> None:
    state = START.with_filter(CITY).with_filter(OKORO)
    assert state.undone() == ReaderState(chosen=CITY, before=(EVERYONE,))
    assert state.undone().undone() == START


def test_undo_with_nothing_to_undo_changes_nothing() -> None:
    assert START.undone() is START


def test_undo_keeps_the_place_and_the_pin(harbor: Article) -> None:
    state = START.with_filter(CITY).pin(harbor.stance["s2"])
    assert state.undone() == replace(state, chosen=EVERYONE, before=())


def test_undo_keeps_the_fold_while_a_filter_is_left() -> None:
    state = START.with_filter(CITY).with_filter(OKORO).fold_toggled()
    assert state.undone().folded
    assert not state.undone().undone().folded


def test_pinning_a_stance_goes_to_the_first_of_its_words(harbor: Article) -> None:
    state = FULL.pin(harbor.stance["s5"])
    assert state == replace(FULL, pinned="s5", caret=state.caret)
    assert harbor.paragraphs[state.caret.paragraph].text[state.caret.offset :] == "a view he rejects."


def test_pinning_a_stance_whose_words_were_not_found_stays_in_place(harbor: Article) -> None:
    lost = replace(harbor.stance["s5"], evidence=())
    assert FULL.pin(lost) == replace(FULL, pinned="s5")


def test_moving_changes_the_place_alone() -> None:
    assert FULL.at(Caret(0, 3)) == replace(FULL, caret=Caret(0, 3))


def test_peeling_takes_zen_then_the_filter_then_the_pin_then_nothing() -> None:
    without_zen = FULL.peeled()
    without_filter = without_zen.peeled()
    without_pin = without_filter.peeled()
    assert without_zen == replace(FULL, zen=False)
    assert without_filter == replace(without_zen, chosen=EVERYONE, before=(EVERYONE, CITY), folded=False)
    assert without_pin == replace(without_filter, pinned=None)
    assert without_pin.peeled() == without_pin


def test_a_filter_that_was_peeled_can_be_brought_back() -> None:
    assert START.with_filter(CITY).peeled().undone().chosen == CITY


def test_folding_needs_a_filter() -> None:
    assert START.fold_toggled() == START


def test_folding_turns_off_again() -> None:
    state = START.with_filter(CITY)
    assert state.fold_toggled() == replace(state, folded=True)
    assert state.fold_toggled().fold_toggled() == state


def test_zen_turns_on_and_off() -> None:
    assert START.zen_toggled() == replace(START, zen=True)
    assert START.zen_toggled().zen_toggled() == START

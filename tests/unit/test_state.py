"""The reader's state: every named transition, and that nothing else changes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.filters import EVERYONE, Filter, Paragraphs
from article.model import Article
from tui.settings import NARROWEST, WIDEST
from tui.state import MOST_REMEMBERED, NAMELESS, STEP, Caret, ReaderState
from tui.trail import Trail

CITY, OKORO = Filter(frozenset({"city"})), Filter(frozenset({"okoro"}))
START = ReaderState()
FULL = ReaderState(
    chosen=CITY,
    folded=True,
    before=((EVERYONE, False),),
    pinned="s2",
    caret=Caret(1, 7),
    home=None,
    glances=3,
    zen=True,
)
AWAY = START._replace(chosen=CITY, before=((EVERYONE, False),), caret=Caret(3), home=Caret(2, 5))
"""The filter has set the reader's place back."""


def test_the_reader_begins_at_the_top_with_everyone_and_nothing_else() -> None:
    assert (
        ReaderState(
            chosen=EVERYONE, folded=False, before=(), pinned=None, caret=Caret(0, 0), home=None, glances=0, zen=False
        )
        == START
    )


@pytest.mark.parametrize("name", ["chosen", "folded", "before", "pinned", "caret", "home", "glances", "zen"])
def test_no_field_can_be_set(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(START, name, None)


def test_a_caret_can_not_be_moved() -> None:
    with pytest.raises(AttributeError):
        setattr(START.caret, "offset", 1)  # noqa: B010 - the type checker would refuse a plain one


def test_a_transition_leaves_the_state_it_starts_from_as_it_was(harbor: Article) -> None:
    before = FULL
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
    assert START.with_filter(CITY).with_filter(OKORO) == ReaderState(
        chosen=OKORO, before=((EVERYONE, False), (CITY, False))
    )


def test_the_same_filter_again_changes_nothing() -> None:
    assert FULL.with_filter(Filter(frozenset({"city"}))) is FULL


def test_a_filter_keeps_pin_place_fold_and_zen() -> None:
    assert FULL.with_filter(OKORO) == FULL._replace(chosen=OKORO, before=((EVERYONE, False), (CITY, True)))


def test_lifting_the_filter_unfolds() -> None:
    before = ((EVERYONE, False), (CITY, True))
    assert FULL.with_filter(EVERYONE) == FULL._replace(chosen=EVERYONE, before=before, folded=False)


def test_only_the_latest_filters_are_remembered() -> None:
    state = START
    for number in range(MOST_REMEMBERED + 5):
        state = state.with_filter(Filter(frozenset({str(number)})))
    assert len(state.before) == MOST_REMEMBERED
    assert state.before[0] == (Filter(frozenset({"4"})), False)
    assert state.before[-1] == (Filter(frozenset({str(MOST_REMEMBERED + 3)})), False)


def test_undo_brings_filters_back_the_latest_first() -> None:
    state = START.with_filter(CITY).with_filter(OKORO)
    assert state.undone() == ReaderState(chosen=CITY, before=((EVERYONE, False),))
    assert state.undone().undone() == START


def test_undo_with_nothing_to_undo_changes_nothing() -> None:
    assert START.undone() is START


def test_undo_keeps_the_place_and_the_pin(harbor: Article) -> None:
    state = START.with_filter(CITY).pin(harbor.stance["s2"])
    assert state.undone() == state._replace(chosen=EVERYONE, before=())


def test_undo_leaves_the_fold_as_it_is_or_folds_as_it_was_before_the_filter_was_lifted() -> None:
    unfolded = START.with_filter(CITY)
    folded = unfolded.fold_toggled()
    assert unfolded.with_filter(OKORO).fold_toggled().undone() == folded
    assert folded.with_filter(OKORO).fold_toggled().undone() == unfolded
    assert folded.with_filter(EVERYONE).undone() == folded
    assert folded.with_filter(OKORO).undone().undone() == START


@pytest.mark.parametrize(
    ("relevant", "caret"),
    [
        ({3, 4}, Caret(3)),
        ({0, 3}, Caret(3)),
        ({4, 9, 3}, Caret(3)),
        ({0, 1}, Caret(1)),
        ({0}, Caret(0)),
    ],
    ids=str,
)
def test_a_filter_that_finds_nothing_here_goes_to_the_next_it_finds_or_the_last(
    relevant: set[int], caret: Caret
) -> None:
    state = START.walked(Caret(2, 5)).with_filter(CITY, Paragraphs.of(relevant))
    assert (state.caret, state.home) == (caret, Caret(2, 5))


@pytest.mark.parametrize("relevant", [{2}, {0, 2, 3}, set[int]()], ids=str)
def test_a_filter_that_finds_the_readers_paragraph_or_nothing_at_all_keeps_the_place(relevant: set[int]) -> None:
    state = START.walked(Caret(2, 5)).with_filter(CITY, Paragraphs.of(relevant))
    assert (state.caret, state.home) == (Caret(2, 5), None)


def test_lifting_the_filter_leads_back_home() -> None:
    for lifted in (
        AWAY.with_filter(EVERYONE, Paragraphs.of({0, 1, 2, 3})),
        AWAY.undone(Paragraphs.of({0, 1, 2, 3})),
        AWAY.undone(),
        AWAY.peeled(),
    ):
        assert (lifted.chosen, lifted.caret, lifted.home) == (EVERYONE, Caret(2, 5), None)


def test_another_filter_is_looked_for_from_home() -> None:
    elsewhere = AWAY.with_filter(OKORO, Paragraphs.of({0, 4}))
    assert (elsewhere.caret, elsewhere.home) == (Caret(4), Caret(2, 5))
    here = AWAY.with_filter(OKORO, Paragraphs.of({2, 4}))
    assert (here.caret, here.home) == (Caret(2, 5), None)
    back = elsewhere.undone(Paragraphs.of({3}))
    assert (back.chosen, back.caret, back.home) == (CITY, Caret(3), Caret(2, 5))


def test_who_has_moved_since_stays_when_the_filter_is_lifted(harbor: Article) -> None:
    pinned = AWAY.pin(harbor.stance["s5"])
    for moved in (AWAY.at(Caret(3, 1)), AWAY.at(AWAY.caret), pinned):
        assert moved.home is None
        assert moved.with_filter(EVERYONE, Paragraphs.of({0, 1, 2, 3})).caret == moved.caret
        assert moved.undone().caret == moved.caret


def test_folding_and_zen_keep_home() -> None:
    for state in (AWAY.fold_toggled(), AWAY.zen_toggled(), AWAY.zen_toggled().peeled()):
        assert (state.caret, state.home) == (Caret(3), Caret(2, 5))


def test_pinning_a_stance_goes_to_the_first_of_its_words(harbor: Article) -> None:
    state = FULL.pin(harbor.stance["s5"])
    assert state == FULL._replace(pinned="s5", caret=state.caret, glances=4, trail=Trail((FULL.caret,)))
    assert harbor.paragraphs[state.caret.paragraph].text[state.caret.offset :] == "a view he rejects."


def test_pinning_a_stance_whose_words_were_not_found_stays_in_place(harbor: Article) -> None:
    lost = harbor.stance["s5"]._replace(evidence=())
    assert FULL.pin(lost) == FULL._replace(pinned="s5")


def test_pinning_may_leave_the_reader_in_place(harbor: Article) -> None:
    assert FULL.pin(harbor.stance["s5"], stays=True) == FULL._replace(pinned="s5")
    assert AWAY.pin(harbor.stance["s5"], stays=True) == AWAY._replace(pinned="s5")


def test_asking_again_for_the_same_words_is_another_glance(harbor: Article) -> None:
    once = START.pin(harbor.stance["s5"])
    assert once.glances == 1
    assert once.pin(harbor.stance["s5"]) == once._replace(glances=2)


def test_going_line_by_line_changes_the_place_alone() -> None:
    assert FULL.walked(Caret(0, 3)) == FULL._replace(caret=Caret(0, 3))
    assert AWAY.walked(Caret(0, 3)).home is None


def test_a_jump_leaves_a_place_to_go_back_to() -> None:
    assert FULL.at(Caret(0, 3)) == FULL._replace(caret=Caret(0, 3), trail=Trail((FULL.caret,)))


def test_every_way_to_another_place_but_walking_can_be_taken_back(harbor: Article) -> None:
    start = START.walked(Caret(2, 5))
    for jumped in (
        start.at(Caret(0)),
        start.pin(harbor.stance["s5"]),
        start.with_filter(CITY, Paragraphs.of({3})),
        start._replace(marks={"a": Caret(3)}).to_mark("a"),
    ):
        assert jumped.caret != start.caret
        assert jumped.back().caret == start.caret
        assert jumped.back().forward().caret == jumped.caret
    assert START.walked(Caret(3)).back() == START.walked(Caret(3))


def test_a_jump_to_where_one_is_leaves_nothing(harbor: Article) -> None:
    pinned = START.pin(harbor.stance["s5"])
    assert pinned.pin(harbor.stance["s5"]).trail == pinned.trail


def test_going_back_is_a_glance_though_the_place_be_the_same() -> None:
    jumped = START.at(Caret(3))
    assert jumped.back().glances == jumped.glances + 1


def test_where_the_jump_list_ends_the_state_is_the_same() -> None:
    assert START.back() is START
    assert START.forward() is START


def test_a_mark_is_set_here_and_taken_off_here() -> None:
    marked = FULL.mark_toggled("a")
    assert marked.marks == {"a": FULL.caret}
    assert marked.mark_toggled("a").marks == {}


def test_a_mark_that_stands_elsewhere_comes_here_and_leaves_the_others() -> None:
    marked = START.mark_toggled("a").mark_toggled("b").walked(Caret(2)).mark_toggled("a")
    assert marked.marks == {"a": Caret(2), "b": Caret(0)}


def test_a_mark_that_was_never_set_leads_nowhere() -> None:
    assert FULL.to_mark("a") is FULL


def test_marks_can_not_be_changed_behind_the_readers_back() -> None:
    marks = START.mark_toggled(NAMELESS).marks
    with pytest.raises(TypeError):
        marks["b"] = Caret()  # pyright: ignore[reportIndexIssue]


def test_looking_at_an_actor_keeps_the_place() -> None:
    assert FULL.looking_at("city") == FULL._replace(actor="city")


def test_peeling_takes_zen_then_the_filter_then_the_pin_then_nothing() -> None:
    without_zen = FULL.peeled()
    without_filter = without_zen.peeled()
    without_pin = without_filter.peeled()
    assert without_zen == FULL._replace(zen=False)
    unfiltered = without_zen._replace(chosen=EVERYONE, before=((EVERYONE, False), (CITY, True)), folded=False)
    assert without_filter == unfiltered
    assert without_pin == without_filter._replace(pinned=None)
    assert without_pin.peeled() == without_pin


def test_a_filter_that_was_peeled_can_be_brought_back() -> None:
    assert START.with_filter(CITY).peeled().undone().chosen == CITY


def test_folding_needs_a_filter() -> None:
    assert START.fold_toggled() == START


def test_folding_turns_off_again() -> None:
    state = START.with_filter(CITY)
    assert state.fold_toggled() == state._replace(folded=True)
    assert state.fold_toggled().fold_toggled() == state


def test_zen_turns_on_and_off() -> None:
    assert START.zen_toggled() == START._replace(zen=True)
    assert START.zen_toggled().zen_toggled() == START


# ---------------------------------------------------------------------- the column


@given(st.integers(1, 200), st.sampled_from([1, -1]))
def test_the_column_changes_by_a_step_to_a_multiple_of_it_and_within_its_bounds(shown: int, step: int) -> None:
    width = ReaderState().widened(step, shown).width
    assert NARROWEST <= width <= WIDEST
    assert width % STEP == 0
    if NARROWEST < shown < WIDEST:
        assert 0 < (width - shown) * step <= STEP


def test_a_column_that_is_set_is_that_wide() -> None:
    assert ReaderState().with_width(90) == ReaderState(width=90)

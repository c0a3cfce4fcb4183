"""What a view says of what the mouse points at, of marks, and of the cursor among the actors."""

from __future__ import annotations

import pytest

from article import Article
from article.filters import Filter
from tui.projection import Projection
from tui.selection import Ink
from tui.state import Caret, ReaderState

PESKOV = Filter(frozenset({"peskov"}))


@pytest.fixture(scope="module")
def projection(shipped: Article) -> Projection:
    return Projection(shipped)


def test_among_the_actors_the_first_position_of_the_one_under_the_cursor_is_peeked(projection: Projection) -> None:
    for actor in projection.article.actors:
        for state in (ReaderState(actor=actor.id), ReaderState(PESKOV, actor=actor.id, pinned="putin-enmity")):
            stances = projection.article.stances_of.get(actor.id, ())
            first = next((stance for stance in stances if state.chosen.admits(stance)), None)
            assert projection.view(state).peeked("actors") == first


def test_the_peek_of_an_actor_that_is_gone_is_that_of_the_place(projection: Projection) -> None:
    state = ReaderState(actor="gone")
    assert projection.view(state).peeked("actors") == projection.view(state).peeked("article")


def test_on_a_character_the_shortest_mark_comes_first_and_cues_do_not_count(projection: Projection) -> None:
    view = projection.view(ReaderState())
    for number, paragraph in enumerate(projection.article.paragraphs):
        for offset in range(len(paragraph.text)):
            marks = view.marks_at(Caret(number, offset))
            lengths = [mark.end - mark.start for mark in marks]
            assert lengths == sorted(lengths)
            assert all(mark.start <= offset < mark.end and mark.ink is not Ink.CUE for mark in marks)


def test_nothing_is_marked_where_a_filter_finds_nothing(projection: Projection) -> None:
    view = projection.view(ReaderState(PESKOV))
    outside = [n for n in range(len(projection.article.paragraphs)) if n not in view.selection.relevant]
    assert all(view.marks_at(Caret(number)) == [] for number in outside)


def test_of_several_positions_on_the_same_words_the_next_is_the_one_after_the_pinned(projection: Projection) -> None:
    stances = [projection.article.stance[name] for name in ("kremlin-war", "putin-danger", "putin-enmity")]
    pins = (None, "kremlin-war", "putin-enmity")
    found = [projection.view(ReaderState(pinned=pin)).after_pinned(stances) for pin in pins]
    assert found == [stances[0], stances[1], stances[0]]
    assert projection.view(ReaderState()).after_pinned([]) is None


def test_a_mark_is_found_on_the_part_of_a_paragraph_where_it_stands(projection: Projection) -> None:
    view = projection.view(ReaderState(marks={"": Caret(0, 4), "a": Caret(0, 6)}))
    assert view.mark_between(0, 0, 5) == ""
    assert view.mark_between(0, 0, 9) == "a"
    assert view.mark_between(0, 0, 4) is None
    assert view.mark_between(1, 0, 9) is None

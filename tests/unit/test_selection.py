"""What a filter leaves, worked out piece by piece, is what the definitions say of the whole: on made-up articles
whose headings, mentions and evidence lie anywhere, and overlap."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.filters import Filter, in_own_words
from article.model import Actor, Article, Evidence, Modality, Paragraph, Party, Position, Role, Stance
from article.problems import Place
from article.spans import Mention, Mentions, Span
from tui.projection import Projection, View
from tui.selection import ActorHead, Ink, Mark, Selection
from tui.state import Caret, ReaderState

NOWHERE = Place(0, 0, 0, 0)
ACTORS = ("ann", "bob", "cy", "dee", "eve")
PARAGRAPHS = 7
LENGTH = 12
INKS = {Role.CONTENT: Ink.CONTENT, Role.CONDITION: Ink.CONDITION, Role.CUE: Ink.CUE}


def span(paragraph: int, start: int, length: int) -> Span:
    return Span(paragraph, start, start + length)


SPANS = st.builds(span, st.integers(0, PARAGRAPHS - 1), st.integers(0, LENGTH), st.integers(1, 5))
CARETS = st.builds(Caret, st.integers(0, PARAGRAPHS), st.integers(0, LENGTH + 1))
EVIDENCE = st.builds(Evidence, st.just("words"), st.sampled_from(Role), st.none() | SPANS, st.just(NOWHERE))
ISSUES = ("lane", "bridge", "toll")
WORDS = st.tuples(
    st.sampled_from(ISSUES),
    st.sampled_from(Position),
    st.none() | st.sampled_from(Modality),
    st.lists(st.sampled_from(ACTORS), max_size=2).map(tuple),
    st.lists(EVIDENCE, max_size=4).map(tuple),
)
STANCES = st.lists(st.tuples(st.sampled_from(ACTORS), WORDS), max_size=9)
FILTERS = st.builds(
    Filter,
    actors=st.frozensets(st.sampled_from((*ACTORS, "nobody"))),
    issues=st.just(frozenset[str]()) | st.frozensets(st.sampled_from((*ISSUES, "none"))),
    positions=st.just(frozenset[Position]()) | st.frozensets(st.sampled_from(Position)),
    via=st.just(frozenset[str | None]()) | st.frozensets(st.sampled_from((*ACTORS, None))),
    own=st.booleans(),
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    headings = draw(st.lists(st.booleans(), min_size=PARAGRAPHS, max_size=PARAGRAPHS))
    parties = draw(st.lists(st.sampled_from(("p", "q", None)), min_size=len(ACTORS), max_size=len(ACTORS)))
    mentions = draw(st.lists(st.builds(Mention, SPANS, st.sampled_from(ACTORS)), max_size=12))
    return Article(
        id="made-up",
        headline="Made up",
        paragraphs=tuple(Paragraph("x" * LENGTH, None if is_heading else 1) for is_heading in headings),
        parties=(Party("q", "Q"), Party("p", "P")),
        actors=tuple(Actor(name, name, None, name[:2], party) for name, party in zip(ACTORS, parties, strict=True)),
        issues=(),
        stances=tuple(
            Stance(f"s{number}", actor, issue, position, "Says.", modality, evidence, NOWHERE, via)
            for number, (actor, (issue, position, modality, via, evidence)) in enumerate(draw(STANCES))
        ),
        mentions=Mentions(
            ACTORS, *zip(*((*span, ACTORS.index(actor)) for span, actor in sorted(mentions)), strict=True)
        ),
        source="made-up.yaml",
    )


class Case(NamedTuple):
    article: Article
    chosen: Filter

    @property
    def selection(self) -> Selection:
        return Projection(self.article).view(ReaderState(self.chosen)).selection

    @property
    def left(self) -> list[Stance]:
        """The stances that the filter leaves, in the order of the file."""
        return [stance for stance in self.article.stances if self.chosen.admits(stance)]

    @property
    def in_the_text(self) -> list[Stance]:
        """Those of them that have words, in the order of the text."""
        return sorted((stance for stance in self.left if stance.words), key=lambda stance: stance.words[0])

    def view(self, caret: Caret, pinned: str | None) -> View:
        return Projection(self.article).view(ReaderState(self.chosen, caret=caret, pinned=pinned))


def begin(stance: Stance) -> Caret:
    """Where the words of a stance begin."""
    return Caret(stance.words[0].paragraph, stance.words[0].start)


def is_named(article: Article, chosen: Filter, paragraph: int) -> bool:
    """Whether a paragraph itself holds evidence of a position in focus, or names a selected actor where nothing
    else is asked for."""
    named = () if chosen.narrows else chosen.actors
    names = (mention.actor in named for mention in article.mentions if mention.span.paragraph == paragraph)
    spans = (piece.span for stance in article.stances if chosen.admits(stance) for piece in stance.evidence)
    return any(names) or any(span and span.paragraph == paragraph for span in spans)


def relevant(article: Article, chosen: Filter) -> list[int]:
    found: list[int] = []
    for index, paragraph in enumerate(article.paragraphs):
        following = [*article.paragraphs[index + 1 :], Paragraph("", None)]
        under = (
            next(number for number, other in enumerate(following) if other.is_heading) if paragraph.is_heading else 0
        )
        if not chosen or any(is_named(article, chosen, index + step) for step in range(under + 1)):
            found.append(index)
    return found


CASES = st.builds(Case, articles(), FILTERS)
PINS = st.none() | st.sampled_from([f"s{number}" for number in range(9)])


@given(CASES)
def test_relevant_are_the_paragraphs_that_the_filter_finds_and_the_headings_over_them(case: Case) -> None:
    assert [*case.selection.relevant] == relevant(*case)


@given(CASES)
def test_relevant_paragraphs_are_counted_without_the_headings(case: Case) -> None:
    numbered = [index for index in relevant(*case) if not case.article.paragraphs[index].is_heading]
    assert case.selection.paragraphs == len(numbered)


@given(CASES)
def test_the_selected_actors_come_in_the_order_of_the_list(case: Case) -> None:
    listed = [actor for _, members in case.article.by_party for actor in members]
    assert [*case.selection.chosen] == [actor for actor in listed if actor.id in case.chosen.actors]


@given(CASES)
def test_set_back_are_those_who_are_not_selected_and_with_more_asked_for_those_of_whom_nothing_is_left(
    case: Case,
) -> None:
    left = {stance.actor for stance in case.left} if case.chosen.narrows else case.chosen.actors or {*ACTORS}
    assert {actor for actor in ACTORS if case.selection.is_set_back(actor)} == {*ACTORS} - left


@given(CASES)
def test_in_own_words_hidden_are_those_that_would_be_left_otherwise(case: Case) -> None:
    anyhow = Case(case.article, case.chosen._replace(own=False)).left if case.chosen.own else []
    assert [*case.selection.unheard] == [stance for stance in anyhow if not in_own_words(stance)]


@given(CASES)
def test_entries_are_the_actors_who_take_a_position_each_before_its_own(case: Case) -> None:
    expected: list[ActorHead | Stance] = []
    for party, members in case.article.by_party:
        for actor in members:
            if own := [stance for stance in case.left if stance.actor == actor.id]:
                expected += [ActorHead(actor, party.name if party else ""), *own]
    assert [*case.selection.entries] == expected


@given(CASES)
def test_cards_are_the_entries_without_the_headings(case: Case) -> None:
    selection = case.selection
    assert [*selection.cards] == [entry for entry in selection.entries if isinstance(entry, Stance)]
    assert selection.positions == len(case.left)


@given(CASES)
def test_a_stance_knows_its_place_among_the_cards(case: Case) -> None:
    selection = case.selection
    places = {stance.id: place for place, stance in enumerate(selection.cards)}
    for stance in (*(stance.id for stance in case.article.stances), "gone"):
        assert selection.index_of(stance) == places.get(stance)


@given(CASES)
def test_stops_are_the_stances_with_words_in_the_order_of_the_text(case: Case) -> None:
    selection = case.selection
    assert [*selection.stops] == case.in_the_text
    assert [*selection.begins] == [stance.words[0] for stance in case.in_the_text]


@given(CASES)
def test_a_stance_knows_its_place_among_the_stops(case: Case) -> None:
    selection = case.selection
    places = {stance.id: place for place, stance in enumerate(selection.stops)}
    for stance in (*(stance.id for stance in case.article.stances), "gone"):
        assert selection.stop_of(stance) == places.get(stance)


@given(CASES, CARETS, CARETS)
def test_of_a_part_of_the_text_the_last_stop_is_told(case: Case, low: Caret, high: Caret) -> None:
    there = [stance for stance in case.in_the_text if low <= begin(stance) < high]
    assert case.selection.last_stop_between(low, high) == (there[-1] if there else None)


@given(CASES)
def test_marks_are_names_and_evidence_by_their_beginnings(case: Case) -> None:
    article, chosen = case
    for paragraph in range(PARAGRAPHS):
        names = [
            Mark(span.start, span.end, Ink.NAME, actor)
            for span, actor in article.mentions
            if span.paragraph == paragraph and (not chosen.actors or actor in chosen.actors)
        ]
        evidence = [
            Mark(piece.span.start, piece.span.end, INKS[piece.role], stance.actor, stance)
            for stance in case.left
            for piece in stance.evidence
            if piece.span and piece.span.paragraph == paragraph
        ]
        expected = sorted([*names, *evidence], key=lambda mark: mark.start)
        assert case.selection.marks(paragraph).between(-1, 10_000) == expected


@given(CASES)
def test_beginnings_are_those_of_the_stops_of_a_paragraph(case: Case) -> None:
    for paragraph in range(PARAGRAPHS):
        stops = [stance for stance in case.in_the_text if stance.words[0].paragraph == paragraph]
        assert [*case.selection.beginnings(paragraph)] == [(stance.words[0].start, stance) for stance in stops]


@given(CASES)
def test_a_stance_stands_on_every_paragraph_that_holds_words_of_it(case: Case) -> None:
    for paragraph in range(PARAGRAPHS):
        standing = {stance.id for stance in case.left if any(span.paragraph == paragraph for span in stance.words)}
        assert case.selection.standing(paragraph) == standing


@given(CASES, CARETS, PINS)
def test_elsewhere_than_among_positions_the_first_that_stands_here_is_peeked(
    case: Case, caret: Caret, pinned: str | None
) -> None:
    view = case.view(caret, pinned)
    here = [stance for stance in case.in_the_text if any(span.paragraph == caret.paragraph for span in stance.words)]
    expected = view.pinned if view.pinned in here else here[0] if here else None
    assert view.peeked("article") == expected


@given(case=CASES, caret=CARETS, pinned=PINS, stands=st.booleans())
def test_the_next_stop_is_counted_from_the_pinned_one_where_the_reader_stands_on_it(
    case: Case, caret: Caret, pinned: str | None, *, stands: bool
) -> None:
    stops = case.in_the_text
    at = next((place for place, stance in enumerate(stops) if stance.id == pinned), None)
    caret = begin(stops[at]) if stands and at is not None else caret
    view = case.view(caret, pinned)
    if at is not None and begin(stops[at]) == caret:
        before, after = stops[:at], stops[at + 1 :]
    else:
        before = [stance for stance in stops if begin(stance) < caret]
        after = [stance for stance in stops if begin(stance) >= caret]
    assert view.stop(-1) == (before[-1] if before else None)
    assert view.stop(1) == (after[0] if after else None)


@given(CASES, CARETS, CARETS, PINS)
def test_the_map_of_evidence_shows_of_a_part_of_the_text_the_pinned_stance_or_the_last(
    case: Case, low: Caret, high: Caret, pinned: str | None
) -> None:
    there = [stance for stance in case.in_the_text if low <= begin(stance) < high]
    shown = next((stance for stance in there if stance.id == pinned), there[-1] if there else None)
    assert case.view(low, pinned).stop_between(low, high) == shown


def test_what_was_worked_out_of_a_paragraph_is_kept(shipped: Article) -> None:
    selection = Projection(shipped).view(ReaderState()).selection
    assert selection.marks(1) is selection.marks(1)
    assert selection.beginnings(1) is selection.beginnings(1)
    assert selection.standing(1) is selection.standing(1)


@pytest.mark.parametrize("paragraph", [-1, 999])
def test_nothing_is_marked_where_no_paragraph_is(shipped: Article, paragraph: int) -> None:
    selection = Projection(shipped).view(ReaderState()).selection
    assert not selection.marks(paragraph).between(-1, 10_000)
    assert not selection.beginnings(paragraph)
    assert not selection.standing(paragraph)

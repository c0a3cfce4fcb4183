"""What the panes show: cards, counts, marks and stops, derived from the article and the state."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from article.filters import EVERYONE, Filter
from article.model import Act, Actor, Article, Modality, Party, Position, Stance
from tui.projection import ActorRow, Card, Projection, View, card_of
from tui.selection import ActorHead, Ink, Selection
from tui.state import Caret, ReaderState

Read = Callable[[str], Article]
Compose = Callable[..., str]

ANN, BOB, CY = ("ann",), ("bob",), ("cy",)

BODY = '"Ann wants the lane. Bob does not.\\n\\n## Bob again\\n\\nIf it must be, Bob would take it. Cy is silent."'
ACTORS = """
  - {id: ann, name: Ann, kind: person, party: p}
  - {id: bob, name: Bob, kind: person}
  - {id: cy, name: Cy, kind: person, party: p}
  - {id: dee, name: Dee, kind: person}
"""
STANCES = """
  - {id: later, actor: bob, issue: lane, position: mixed, modality: paraphrase, summary: S.,
     evidence: [would take it, {exact: If it must be, role: condition}, {exact: "Bob", prefix: "be, ", role: cue}]}
  - {id: not, actor: bob, issue: lane, position: oppose, modality: paraphrase, summary: S., evidence: does not}
  - {id: wants, actor: ann, issue: lane, position: support, modality: paraphrase, summary: S.,
     evidence: wants the lane}
  - {id: lost, actor: cy, issue: lane, position: support, modality: paraphrase, summary: S., evidence: not there}
  - {id: same, actor: bob, issue: lane, position: unclear, modality: attributed, via: [ann], summary: S.,
     evidence: wants the lane}
  - {id: headed, actor: dee, issue: lane, position: neutral, modality: inferred, summary: S., evidence: again}
"""
WANTS, NOT, HEADED, LATER = Caret(0, 4), Caret(0, 24), Caret(1, 4), Caret(2, 19)


@pytest.fixture(scope="module")
def article(read: Read, compose: Compose) -> Article:
    """Stances in another order than their words; two begin on the same words, one's were not found."""
    return read(compose(body=BODY, actors=ACTORS, parties="[{id: p, name: Party}]", stances=STANCES))


@pytest.fixture(scope="module")
def projection(article: Article) -> Projection:
    return Projection(article)


def chosen(*actors: str) -> Filter:
    return Filter(frozenset(actors))


def entries_of(selection: Selection) -> list[str]:
    """Headings as ``actor (party)``, cards by the ids of their stances."""
    return [
        f"{entry.actor.id} ({entry.party})" if isinstance(entry, ActorHead) else entry.id for entry in selection.entries
    ]


def marks_of(article: Article, selection: Selection) -> list[tuple[str, Ink, str, str]]:
    """Every mark as its words, ink, actor and stance."""
    return [
        (article.paragraphs[index].text[m.start : m.end], m.ink, m.actor, m.stance.id if m.stance else "")
        for index in range(len(article.paragraphs))
        for m in selection.marks(index).between(0, len(article.paragraphs[index].text))
    ]


def test_cards_come_by_party_and_actor_and_then_in_the_order_of_the_file(projection: Projection) -> None:
    assert entries_of(projection.view(ReaderState()).selection) == [
        *("ann (Party)", "wants", "cy (Party)", "lost"),
        *("bob ()", "later", "not", "same", "dee ()", "headed"),
    ]


@pytest.mark.parametrize(
    ("actors", "entries"),
    [
        (BOB, ["bob ()", "later", "not", "same"]),
        (("cy", "ann"), ["ann (Party)", "wants", "cy (Party)", "lost"]),
        (("nobody",), list[str]()),
    ],
    ids=str,
)
def test_a_filter_leaves_the_cards_of_its_actors(
    projection: Projection, actors: tuple[str, ...], entries: list[str]
) -> None:
    assert entries_of(projection.view(ReaderState(chosen(*actors))).selection) == entries


@pytest.mark.parametrize(
    ("actors", "positions", "paragraphs", "relevant"),
    [
        ((), 6, 2, {0, 1, 2}),
        (ANN, 1, 1, {0}),
        (BOB, 3, 2, {0, 1, 2}),
        (CY, 1, 1, {1, 2}),
        (("dee",), 1, 0, {1}),
    ],
    ids=str,
)
def test_a_selection_counts_its_positions_and_its_numbered_paragraphs(
    projection: Projection, actors: tuple[str, ...], positions: int, paragraphs: int, relevant: set[int]
) -> None:
    selection = projection.view(ReaderState(chosen(*actors))).selection
    assert (selection.positions, selection.paragraphs, {*selection.relevant}) == (positions, paragraphs, relevant)


def test_the_selected_actors_are_told_in_the_order_of_the_list(projection: Projection) -> None:
    selection = projection.view(ReaderState(chosen("dee", "bob", "cy", "ann"))).selection
    assert [actor.id for actor in selection.chosen] == ["ann", "cy", "bob", "dee"]
    assert projection.view(ReaderState()).selection.chosen == ()


def test_actors_stand_under_their_parties_with_their_positions_and_mentions(harbor: Article) -> None:
    rows = Projection(harbor).view(ReaderState()).actors
    assert [
        row.name
        if isinstance(row, Party)
        else row and (row.actor.id, [stance.id for stance in row.stances], row.mentions)
        for row in rows
    ] == [
        *("Supporters", ("city", ["s2", "s4"], 2), ("okoro", ["s1", "s3"], 1)),
        *("Opponents", ("hma", [], 1), ("reyes", ["s5"], 1)),
    ]


def test_actors_of_no_party_are_headed_by_none(projection: Projection) -> None:
    rows = projection.view(ReaderState()).actors
    assert [row.actor.id if isinstance(row, ActorRow) else row for row in rows] == [
        *(Party("p", "Party"), "ann", "cy", None, "bob", "dee"),
    ]


def test_a_filter_changes_no_count_of_an_actor(projection: Projection) -> None:
    assert projection.view(ReaderState(chosen("cy"))).actors == projection.view(ReaderState()).actors


def test_with_everyone_every_name_and_all_evidence_is_marked_in_the_order_of_the_text(
    article: Article, projection: Projection
) -> None:
    assert marks_of(article, projection.view(ReaderState()).selection) == [
        ("Ann", Ink.NAME, "ann", ""),
        ("wants the lane", Ink.CONTENT, "ann", "wants"),
        ("wants the lane", Ink.CONTENT, "bob", "same"),
        ("Bob", Ink.NAME, "bob", ""),
        ("does not", Ink.CONTENT, "bob", "not"),
        ("Bob", Ink.NAME, "bob", ""),
        ("again", Ink.CONTENT, "dee", "headed"),
        ("If it must be", Ink.CONDITION, "bob", "later"),
        ("Bob", Ink.NAME, "bob", ""),
        ("Bob", Ink.CUE, "bob", "later"),
        ("would take it", Ink.CONTENT, "bob", "later"),
        ("Cy", Ink.NAME, "cy", ""),
    ]


@pytest.mark.parametrize(
    ("actors", "words"),
    [(ANN, ["Ann", "wants the lane"]), (CY, ["Cy"]), (("dee",), ["again"]), (("nobody",), list[str]())],
    ids=str,
)
def test_only_selected_actors_are_marked(
    article: Article, projection: Projection, actors: tuple[str, ...], words: list[str]
) -> None:
    marks = marks_of(article, projection.view(ReaderState(chosen(*actors))).selection)
    assert [text for text, *_ in marks] == words
    assert {actor for _, _, actor, _ in marks} <= set(actors)


def test_stops_come_in_the_order_of_the_text_and_only_where_words_were_found(projection: Projection) -> None:
    selection = projection.view(ReaderState()).selection
    assert [stance.id for stance in selection.stops] == ["wants", "same", "not", "headed", "later"]
    assert [Caret(span.paragraph, span.start) for span in selection.begins] == [WANTS, WANTS, NOT, HEADED, LATER]


@pytest.mark.parametrize(
    ("caret", "pinned", "step", "stop"),
    [
        # From a place, nothing pinned: words that begin here are ahead, never behind.
        (Caret(0, 0), None, 1, "wants"),
        (Caret(0, 0), None, -1, None),
        (WANTS, None, 1, "wants"),
        (WANTS, None, -1, None),
        (Caret(0, 5), None, 1, "not"),
        (Caret(0, 5), None, -1, "same"),
        (NOT, None, 1, "not"),
        (NOT, None, -1, "same"),
        (Caret(0, 999), None, 1, "headed"),
        (Caret(1, 0), None, -1, "not"),
        (Caret(2, 0), None, 1, "later"),
        (Caret(2, 999), None, 1, None),
        (Caret(2, 999), None, -1, "later"),
        # From a pinned stance, on whose words the reader stands.
        (WANTS, "wants", 1, "same"),
        (WANTS, "wants", -1, None),
        (WANTS, "same", 1, "not"),
        (WANTS, "same", -1, "wants"),
        (HEADED, "headed", 1, "later"),
        (HEADED, "headed", -1, "not"),
        (LATER, "later", 1, None),
        (LATER, "later", -1, "headed"),
        # The reader has gone elsewhere since: the place counts, not the pin.
        (NOT, "wants", 1, "not"),
        (NOT, "wants", -1, "same"),
        (Caret(2, 0), "wants", 1, "later"),
        # A pinned stance without words is nowhere.
        (Caret(1, 0), "lost", 1, "headed"),
        (Caret(1, 0), "lost", -1, "not"),
    ],
)
def test_the_next_stop_either_way(
    projection: Projection, caret: Caret, pinned: str | None, step: int, stop: str | None
) -> None:
    found = projection.view(ReaderState(pinned=pinned, caret=caret)).stop(step)
    assert (found and found.id) == stop


@pytest.mark.parametrize("step", [1, -1])
def test_stops_one_after_the_other_pass_every_stance_once(shipped: Article, step: int) -> None:
    projection = Projection(shipped)
    stops = [stance.id for stance in projection.view(ReaderState()).selection.stops]
    state = ReaderState(caret=Caret() if step > 0 else Caret(len(shipped.paragraphs)))
    passed: list[str] = []
    while stance := projection.view(state).stop(step):
        passed.append(stance.id)
        state = state.pin(stance)
    assert passed == stops[::step]


def test_stops_of_hidden_stances_are_passed_by(projection: Projection) -> None:
    state = ReaderState(chosen("ann"), pinned="same", caret=WANTS)
    found = projection.view(state).stop(1)
    assert found
    assert found.id == "wants"
    assert projection.view(state.at(NOT)).stop(1) is None


def test_no_stop_where_the_filter_leaves_none(projection: Projection) -> None:
    view = projection.view(ReaderState(chosen("cy")))
    assert (view.stop(1), view.stop(-1)) == (None, None)


@pytest.mark.parametrize(
    ("paragraph", "actors", "lit"),
    [
        (0, (), {"wants", "same", "not"}),
        (0, BOB, {"same", "not"}),
        (1, (), {"headed"}),
        (2, (), {"later"}),
        (2, ANN, set[str]()),
    ],
)
def test_the_stances_that_stand_on_the_readers_paragraph_are_lit(
    projection: Projection, paragraph: int, actors: tuple[str, ...], lit: set[str]
) -> None:
    assert projection.view(ReaderState(chosen(*actors), caret=Caret(paragraph, 3))).lit == lit


def test_a_stance_does_not_stand_where_only_its_cue_or_condition_is(read: Read, compose: Compose) -> None:
    evidence = "[It is cheap, {exact: If asked, role: condition}, {exact: Ann said, role: cue}]"
    keys = f"id: s, actor: ann, issue: lane, position: support, modality: paraphrase, summary: S., evidence: {evidence}"
    article = read(compose(body='"It is cheap.\\n\\nIf asked.\\n\\nAnn said."', stances=f"[{{{keys}}}]"))
    projection = Projection(article)
    assert [projection.view(ReaderState(caret=Caret(index))).lit for index in range(3)] == [{"s"}, set(), set()]


def test_a_pinned_stance_is_found_by_its_id(article: Article, projection: Projection) -> None:
    assert projection.view(ReaderState(pinned="not")).pinned is article.stance["not"]
    assert projection.view(ReaderState()).pinned is None


def test_a_pin_is_hidden_while_the_filter_hides_its_stance(article: Article, projection: Projection) -> None:
    state = ReaderState(pinned="not").with_filter(chosen("ann"))
    assert projection.view(state).pinned is None
    assert projection.view(state.undone()).pinned is article.stance["not"]


def test_a_pin_that_the_article_does_not_know_is_no_pin(projection: Projection) -> None:
    assert projection.view(ReaderState(pinned="gone")).pinned is None


@pytest.mark.parametrize(
    ("state", "peeked", "among_positions"),
    [
        (ReaderState(), "wants", "wants"),
        (ReaderState(pinned="not"), "not", "not"),
        (ReaderState(pinned="later"), "wants", "later"),
        (ReaderState(chosen("bob"), pinned="wants"), "same", "same"),
        (ReaderState(chosen("bob"), caret=Caret(1), pinned="not"), None, "not"),
        (ReaderState(chosen("bob"), caret=Caret(1)), None, None),
        (ReaderState(chosen("cy"), pinned="lost"), None, "lost"),
    ],
    ids=["first here", "pinned here", "pinned elsewhere", "pinned hidden", "none here", "nothing", "no words"],
)
def test_the_peek_shows_the_pinned_stance_where_the_reader_stands_on_it_or_among_the_positions(
    projection: Projection, state: ReaderState, peeked: str | None, among_positions: str | None
) -> None:
    view = projection.view(state)
    found = {front: view.peeked(front) for front in ("article", "actors", "positions")}
    assert {front: stance and stance.id for front, stance in found.items()} == {
        "article": peeked,
        "actors": peeked,
        "positions": among_positions,
    }


def test_a_selection_is_worked_out_once_a_filter(projection: Projection) -> None:
    first = projection.view(ReaderState(chosen("ann")))
    again = projection.view(ReaderState(chosen("ann"), pinned="wants", caret=Caret(2, 1), folded=True, zen=True))
    assert again.selection is first.selection


def test_a_filter_that_comes_back_finds_its_selection_again(projection: Projection) -> None:
    state = ReaderState()
    everyone = projection.view(state).selection
    other = projection.view(state.with_filter(chosen("bob"))).selection
    assert other is not everyone
    assert projection.view(state.with_filter(chosen("bob")).undone()).selection is everyone


def test_the_list_of_actors_is_worked_out_once(projection: Projection) -> None:
    assert projection.view(ReaderState(chosen("ann"))).actors is projection.view(ReaderState()).actors


def test_a_view_shows_the_article_and_the_state_it_was_made_of(article: Article, projection: Projection) -> None:
    state = ReaderState(EVERYONE, pinned="wants")
    view: View = projection.view(state)
    assert view.article is article
    assert view.state is state


def card(article: Article, stance: str, **changes: object) -> Card:
    return card_of(article, article.stance[stance]._replace(**changes))


@pytest.mark.parametrize(
    ("stance", "where"), [("wants", "¶1"), ("later", "¶2"), ("headed", "¶"), ("lost", "not found once")]
)
def test_a_card_tells_the_paragraph_it_stands_on(article: Article, stance: str, where: str) -> None:
    assert card(article, stance).where == where


@pytest.mark.parametrize(
    ("changes", "source"),
    [
        ({"modality": Modality.QUOTATION}, "❝ quote"),
        ({"modality": Modality.PARAPHRASE, "act": Act.DEMAND}, "≈ paraphrase · demand"),
        ({"modality": Modality.MIXED, "act": Act.INTENTION, "negated": True}, "❝ partly quoted · no intention"),
        ({"modality": Modality.INFERRED, "negated": True}, "∴ inferred · no act"),
        ({"modality": Modality.ATTRIBUTED}, "↪ reported"),
        ({"modality": None}, "↪ modality not known"),
        ({"modality": Modality.QUOTATION, "via": ("bob", "cy")}, "↪ reported by Bob, citing Cy"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_card_tells_how_the_text_carries_the_position(
    article: Article, changes: dict[str, object], source: str
) -> None:
    assert card(article, "wants", **changes).source == source


def test_a_card_keeps_the_conditions(article: Article) -> None:
    assert card(article, "later").conditions == ("on condition: “If it must be”",)
    assert card(article, "wants").conditions == ()


def test_a_card_bears_its_stance_and_the_label_of_its_issue(article: Article) -> None:
    stance: Stance = article.stance["not"]
    assert (card(article, "not").stance, card(article, "not").issue) == (stance, "Lane")
    assert stance.position is Position.OPPOSE


def test_a_heading_over_cards_bears_its_actor(article: Article, projection: Projection) -> None:
    bob: Actor = article.actor["bob"]
    assert ActorHead(bob, "") in projection.view(ReaderState()).selection.entries

"""Where actors stand on issues, and what two of them have to say to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import Article
from article.filters import Filter
from article.model import Act, Actor, Issue, Modality, Party, Position, Stance
from article.problems import Place
from tui.signs import REPORTED, badge
from tui.standings import Standing, Standings, Verdict, verdict

FOR, AGAINST, MIXED, NEUTRAL, UNCLEAR = Position


def stance(
    position: Position, actor: str = "a", issue: str = "i", *, via: tuple[str, ...] = (), negated: bool = False
) -> Stance:
    return Stance(
        id=f"{actor}-{issue}-{position}-{via}",
        actor=actor,
        issue=issue,
        position=position,
        summary="",
        modality=Modality.ATTRIBUTED if via else Modality.QUOTATION,
        evidence=(),
        place=Place(0, 0, 0, 0),
        via=via,
        act=Act.INTENTION if negated else None,
        negated=negated,
    )


def standing(*stances: Stance) -> Standing:
    return Standing("a", "i", stances)


def article(*stances: Stance, actors: str = "abc", issues: str = "ijk") -> Article:
    return Article(
        id="x",
        headline="x",
        paragraphs=(),
        parties=(Party("p", "P"),),
        actors=tuple(Actor(name, name.upper(), None, name, "p" if name == "c" else None) for name in actors),
        issues=tuple(Issue(name, name.upper(), "") for name in issues),
        stances=stances,
        source="x.yaml",
    )


OWN = stance(FOR)
PLAN_DENIED = stance(UNCLEAR, via=("b",), negated=True)


@pytest.mark.parametrize(
    ("stances", "said", "tightly"),
    [
        ((), "·", "·"),
        ((OWN,), "▲ for", "▲"),
        ((stance(AGAINST),), "▼ against", "▼"),
        ((stance(UNCLEAR),), "? unclear", "?"),
        ((OWN, OWN), "▲ for ×2", "▲2"),
        ((OWN,) * 12, "▲ for ×12", "▲+"),
        ((OWN, stance(AGAINST)), "▲ ▼ split", "▲▼"),
        ((OWN, stance(AGAINST), OWN), "▲ ▼ split", "▲▼"),
        ((OWN, stance(AGAINST), stance(MIXED), stance(NEUTRAL)), "▲ ▼ ◆ ○ split", "▲▼+"),
    ],
)
def test_a_cell_says_what_is_in_it(stances: tuple[Stance, ...], said: str, tightly: str) -> None:
    assert (standing(*stances).said, standing(*stances).said_tightly) == (said, tightly)


@pytest.mark.parametrize(
    ("stances", "said", "tightly"),
    [
        ((stance(FOR, via=("b",)),), "↪▲ for", "↪▲"),
        ((OWN, stance(FOR, via=("b",))), "▲ ↪▲ for", "▲↪▲"),
        ((OWN, stance(AGAINST, via=("b",))), "▲ ↪▼ split", "▲↪▼"),
        ((stance(FOR, via=("b",)), stance(AGAINST, via=("b",))), "↪▲ ↪▼ split", "↪▲▼"),
        ((stance(FOR)._replace(modality=Modality.ATTRIBUTED),), "↪▲ for", "↪▲"),
    ],
)
def test_what_others_report_bears_their_sign(stances: tuple[Stance, ...], said: str, tightly: str) -> None:
    assert (standing(*stances).said, standing(*stances).said_tightly) == (said, tightly)


def test_a_plan_that_is_denied_is_told_as_such_and_never_as_against() -> None:
    assert standing(PLAN_DENIED).said == "↪? no intention"
    assert standing(PLAN_DENIED).fill is UNCLEAR
    assert "▼" not in standing(PLAN_DENIED).said_tightly


@given(st.builds(stance, st.sampled_from(Position), via=st.sampled_from([(), ("b",)]), negated=st.booleans()))
def test_a_card_says_of_a_stance_what_the_matrix_says(one: Stance) -> None:
    assert badge(one).strip() == standing(one).said.removeprefix(REPORTED).upper()


def test_unclear_beside_a_denied_plan_is_not_the_same_twice() -> None:
    assert standing(stance(UNCLEAR), stance(UNCLEAR, negated=True)).said == "? split"


@given(st.lists(st.builds(stance, st.sampled_from(Position), via=st.sampled_from([(), ("b",)]), negated=st.booleans())))
def test_the_shortest_that_a_cell_can_say_is_short(stances: list[Stance]) -> None:
    found = standing(*stances)
    assert 1 <= len(found.said_tightly) <= 3
    assert found.is_reported <= ("↪" in found.said_tightly)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((OWN,), (stance(AGAINST),), Verdict.CLASH),
        ((OWN, OWN), (stance(AGAINST),), Verdict.CLASH),
        ((OWN,), (OWN,), Verdict.AGREE),
        ((stance(NEUTRAL),), (stance(NEUTRAL),), Verdict.AGREE),
        ((stance(MIXED),), (stance(MIXED),), Verdict.AGREE),
        ((OWN,), (stance(MIXED),), Verdict.DIFFER),
        ((OWN,), (stance(NEUTRAL),), Verdict.DIFFER),
        ((stance(AGAINST),), (PLAN_DENIED,), Verdict.DIFFER),
        ((OWN,), (OWN, stance(AGAINST)), Verdict.DIFFER),
        ((OWN, stance(AGAINST)), (OWN, stance(AGAINST)), Verdict.DIFFER),
        ((stance(UNCLEAR),), (stance(UNCLEAR),), Verdict.DIFFER),
        ((OWN,), (), Verdict.SILENT),
    ],
)
def test_two_standings_agree_clash_differ_or_one_is_silent(
    left: tuple[Stance, ...], right: tuple[Stance, ...], expected: Verdict
) -> None:
    assert verdict(standing(*left), standing(*right)) is expected
    assert verdict(standing(*right), standing(*left)) is expected


def test_two_unclear_positions_are_not_told_to_differ() -> None:
    found = Standings(article(stance(UNCLEAR, "a"), stance(UNCLEAR, "b"))).compare("a", "b")
    assert found.pairs[0].told == "~ unclear"
    assert found.counts == ["unclear on 1"]


def test_issues_of_which_both_are_silent_are_left_out_and_counted() -> None:
    found = Standings(article(stance(FOR, "a", "j"), stance(AGAINST, "b", "j"), stance(FOR, "b", "i"))).compare(
        "a", "b"
    )
    assert [(pair.issue.id, pair.told) for pair in found.pairs] == [("j", "≠ clash"), ("i", "· one silent")]
    assert found.both_silent == 1
    assert found.counts == ["clash on 1", "one silent on 1"]


def test_a_verdict_that_stands_on_a_report_says_so() -> None:
    found = Standings(article(stance(FOR, "a"), stance(AGAINST, "b", via=("c",)))).compare("a", "b")
    assert found.pairs[0].is_reported
    alone = Standings(article(stance(AGAINST, "b", via=("c",)))).compare("a", "b")
    assert not alone.pairs[0].is_reported


def test_the_filter_leaves_the_rows_of_the_selected_actors_under_their_parties() -> None:
    found = Standings(article(stance(FOR)), Filter(frozenset("ac")))
    assert [(party and party.id, [actor.id for actor in members]) for party, members in found.parties] == [
        ("p", ["c"]),
        (None, ["a"]),
    ]


def test_a_cell_without_a_position_says_why() -> None:
    found = Standings(article(stance(FOR, "a")), Filter(frozenset("b")))
    assert found.why_empty("b", "i") == "B takes no position on “I” in this article."
    assert found.why_empty("a", "i") == "The filter hides what A says on “I”."


def test_positions_come_row_by_row() -> None:
    found = Standings(article(stance(FOR, "a", "k"), stance(FOR, "c", "i"), stance(FOR, "a", "i")))
    assert found.taken == [(0, 0), (1, 0), (1, 2)]
    assert found.next_taken(0, 0, 1) == (1, 0)
    assert found.next_taken(1, 1, 1) == (1, 2)
    assert found.next_taken(1, 1, -1) == (1, 0)
    assert found.next_taken(0, 0, -1) is None
    assert found.next_taken(1, 2, 1) is None


def test_a_rival_is_who_clashes_most() -> None:
    found = Standings(
        article(
            *(stance(FOR, "a", issue) for issue in "ijk"),
            *(stance(AGAINST, "b", issue) for issue in "i"),
            *(stance(AGAINST, "c", issue) for issue in "jk"),
        )
    )
    assert found.rival("a") == "c"
    assert found.rival("b") == "a"


def test_of_those_who_clash_equally_the_rival_has_most_in_common() -> None:
    found = Standings(
        article(stance(FOR, "a"), stance(FOR, "a", "j"), stance(FOR, "c"), stance(FOR, "b"), stance(FOR, "b", "j"))
    )
    assert found.rival("a") == "b"


def test_those_who_clash_are_compared_first() -> None:
    found = Standings(article(stance(FOR, "c"), stance(FOR, "a", "j"), stance(AGAINST, "b", "j")))
    assert found.pair() == ("a", "b")
    assert found.pair("c") == ("c", "a")


def test_without_two_who_speak_anyone_is_compared_and_nobody_with_nobody() -> None:
    assert Standings(article(stance(FOR, "a"))).pair("a") == ("a", "c")
    assert Standings(article(stance(FOR, "a"), actors="a")).pair() is None
    assert Standings(article(actors="")).pair() is None


STANDINGS = st.lists(st.builds(stance, st.sampled_from(Position), negated=st.booleans()), max_size=4)


@given(STANDINGS, STANDINGS)
def test_a_verdict_is_the_same_from_either_side_and_never_claims_more_than_is_said(
    left: list[Stance], right: list[Stance]
) -> None:
    found = verdict(standing(*left), standing(*right))
    assert found is verdict(standing(*right), standing(*left))
    positions = [{one.position for one in side} for side in (left, right)]
    if found is Verdict.CLASH:
        assert sorted(positions, key=sorted) == [{AGAINST}, {FOR}]
    if found is Verdict.AGREE:
        assert positions[0] == positions[1] != {UNCLEAR}
    assert (found is Verdict.SILENT) == (not left or not right)

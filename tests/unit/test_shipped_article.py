"""The articles that come with the program and with its tests say what their sources say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from article.layout import lay_out
from article.model import Act, Article, Certainty, Modality, Position, RelationType
from article.problems import Problems
from article.source import Source

SOURCE = Path(__file__).parents[2].parent / "shared" / "source" / "kremlin-warns-of-nato-conflict.txt"
LONGEST_RUN = 7
"""Words in a row that a retelling may have in common with what it retells."""


@pytest.fixture(scope="module")
def source() -> str:
    """The report that the shipped article retells; its first line is the headline."""
    if not SOURCE.is_file():
        pytest.skip(f"the report that the article retells is not at {SOURCE}")
    return SOURCE.read_text("utf-8")


def body_of(article: Article) -> str:
    return " ".join(paragraph.text for paragraph in article.paragraphs)


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return re.findall(r"u\.s\.|[\w'’-]+", text.lower())


def test_it_has_no_problem_and_no_warning(shipped: Article) -> None:
    assert shipped.problems == ()
    assert shipped.hidden == 0


def test_it_says_what_it_is(shipped: Article) -> None:
    assert shipped.headline == "Kremlin warns of NATO conflict over troops in Ukraine"
    assert (shipped.publisher, shipped.published, shipped.published_basis) == (
        "cumhuriyet.com.tr",
        "2024-02-27",
        "inferred",
    )


def test_its_headline_is_that_of_the_report(shipped: Article, source: str) -> None:
    assert shipped.headline == source.splitlines()[0]


def test_it_has_positions_enough(shipped: Article) -> None:
    assert len(shipped.stances) >= 16
    assert len({stance.issue for stance in shipped.stances}) >= 6


@pytest.mark.parametrize(
    ("actor", "via", "issue", "position", "act"),
    [
        ("kremlin", "", "war", "support", "warning"),
        ("peskov", "", "turn", "support", "evaluation"),
        ("peskov", "", "war", "support", "prediction"),
        ("peskov", "", "interests", "support", "demand"),
        ("putin", "", "danger", "support", "warning"),
        ("putin", "", "enmity", "support", "evaluation"),
        ("macron", "", "troops", "unclear", "assertion"),
        ("macron", "", "agreement", "support", "assertion"),
        ("macron", "", "options", "support", "demand"),
        ("macron", "", "victory", "support", "demand"),
        ("biden", "", "world-war", "support", "warning"),
        ("biden", "", "rebuke", "support", "evaluation"),
        ("united-states", "official", "troops", "unclear", "intention"),
        ("nato", "official", "troops", "unclear", "intention"),
        ("leaders", "", "sovereignty", "support", "commitment"),
        ("west", "", "regime", "support", "evaluation"),
        ("russia", "", "dismantling", "support", "assertion"),
        ("united-states", "", "dismantling", "oppose", "denial"),
        ("united-states", "", "space", "support", "assertion"),
    ],
)
def test_every_position_of_the_report_is_there(
    shipped: Article, actor: str, via: str, issue: str, position: str, act: str
) -> None:
    (stance,) = [stance for stance in shipped.stances if (stance.actor, stance.issue) == (actor, issue)]
    assert (stance.position, stance.act, " ".join(stance.via)) == (position, act, via)


def test_no_plans_are_a_negated_intention_and_no_opposition(shipped: Article) -> None:
    reported = [stance for stance in shipped.stances if stance.via]
    assert [stance.id for stance in reported] == ["us-troops", "nato-troops"]
    assert all(stance.negated and stance.modality is Modality.ATTRIBUTED for stance in reported)


def test_what_is_said_under_a_condition_has_its_condition(shipped: Article) -> None:
    conditional = [stance for stance in shipped.stances if stance.certainty is Certainty.CONDITIONAL]
    assert [stance.id for stance in conditional] == ["kremlin-war", "peskov-war", "biden-world-war"]
    assert all(stance.conditions for stance in conditional)


def test_the_denial_rejects_the_allegation(shipped: Article) -> None:
    (relation,) = shipped.stance["us-dismantling"].relations
    assert (relation.type, relation.stance) == (RelationType.REJECTS, "russia-dismantling")


def test_every_evidence_is_of_three_words_or_more(shipped: Article) -> None:
    evidence = [piece for stance in shipped.stances for piece in stance.evidence]
    assert [piece.exact for piece in evidence if len(piece.exact.split()) < 3] == []


def test_every_evidence_is_the_text_at_its_place(shipped: Article) -> None:
    for stance in shipped.stances:
        assert stance.words
        for piece in stance.evidence:
            assert piece.span is not None
            text = shipped.paragraphs[piece.span.paragraph].text
            assert text[piece.span.start : piece.span.end] == piece.exact


def test_no_two_issues_or_actors_look_alike(shipped: Article) -> None:
    for shown in ([issue.label for issue in shipped.issues], [actor.label for actor in shipped.actors]):
        assert [label for label, times in Counter(shown).items() if times > 1] == []


@pytest.mark.parametrize(
    "told",
    [
        *("Tuesday", "1962", "2022", "2023", "Cuban Missile Crisis", "Cold War", "World War Three"),
        *(
            "Kremlin",
            "Russia",
            "Ukraine",
            "NATO",
            "United States",
            "White House official",
            "Western leaders",
            "the West",
        ),
        *("President Vladimir Putin", "Kremlin spokesperson Dmitry Peskov", "French President Emmanuel Macron"),
        *("U.S. President Joe Biden", "European", "invaded", "sovereignty", "nuclear", "space", "Ukraine's"),
    ],
)
def test_every_name_and_date_of_the_report_is_told(shipped: Article, told: str) -> None:
    assert told in body_of(shipped)


def test_every_number_and_name_that_stands_in_the_report_is_told(shipped: Article, source: str) -> None:
    report = " ".join(source.splitlines()[1:])
    names = re.findall(r"(?<=[\w,] )[A-Z][A-Za-z]+|U\.S\.|\d+", report)
    assert len(set(names)) == 35
    assert {name for name in names if name not in body_of(shipped)} == {"Ukrainian"}


def test_it_is_a_retelling_and_no_copy(shipped: Article, source: str) -> None:
    report, told = words_of(" ".join(source.splitlines()[1:])), words_of(body_of(shipped))
    size = LONGEST_RUN + 1
    runs = {tuple(report[at : at + size]) for at in range(len(report) - size + 1)}
    copied = [
        " ".join(told[at : at + size]) for at in range(len(told) - size + 1) if tuple(told[at : at + size]) in runs
    ]
    assert copied == []


def test_the_example_of_the_format_has_no_problem(harbor: Article) -> None:
    assert harbor.problems == ()
    assert [paragraph.number for paragraph in harbor.paragraphs] == [1, 2]


@pytest.mark.parametrize(
    ("name", "actor", "via", "position", "modality", "words"),
    [
        ("s1", "okoro", (), Position.SUPPORT, Modality.QUOTATION, ["We will not wait for another crash"]),
        ("s2", "city", ("okoro",), Position.UNCLEAR, Modality.ATTRIBUTED, ["the city has no plans for a pilot"]),
        ("s3", "okoro", (), Position.SUPPORT, Modality.PARAPHRASE, ["The lane would open in June"]),
        (
            "s4",
            "city",
            ("reyes",),
            Position.SUPPORT,
            Modality.ATTRIBUTED,
            ["believes deliveries can move to side streets"],
        ),
        ("s5", "reyes", (), Position.OPPOSE, Modality.PARAPHRASE, ["a view he rejects"]),
    ],
)
def test_the_example_of_the_format_says_who_says_what(
    harbor: Article,
    name: str,
    actor: str,
    via: tuple[str, ...],
    position: Position,
    modality: Modality,
    words: list[str],
) -> None:
    stance = harbor.stance[name]
    assert (stance.actor, stance.via, stance.position, stance.modality) == (actor, via, position, modality)
    assert [harbor.paragraphs[span.paragraph].text[span.start : span.end] for span in stance.words] == words


def test_the_example_of_the_format_keeps_negation_condition_and_rejection(harbor: Article) -> None:
    assert harbor.stance["s2"].negated
    assert harbor.stance["s2"].act is Act.INTENTION
    assert harbor.stance["s3"].conditions == ("if the state grant is approved",)
    assert harbor.stance["s3"].certainty is Certainty.CONDITIONAL
    assert [(relation.type, relation.stance) for relation in harbor.stance["s5"].relations] == [
        (RelationType.REJECTS, "s4")
    ]


def test_it_is_in_canonical_layout() -> None:
    text = Source.shipped().read(Problems("shipped"))
    assert lay_out(text) == text

"""An article as plain text: text, actors, positions and evidence, in 78 columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from itertools import takewhile

import pytest
from rich.cells import cell_len

from article.cells import wrapped
from article.exporters.plain import plain_text
from article.model import Article, DateBasis, Modality
from article.problems import Level, Problem
from article.spans import Mentions
from article.wording import position_word

LONG = "Joint Committee of the Harbour, Its Merchants and All Who Live Along the Old Avenue by the Sea"


@pytest.fixture(params=["harbor", "shipped"])
def article(request: pytest.FixtureRequest) -> Article:
    return request.getfixturevalue(request.param)


def lines_of(article: Article) -> list[str]:
    return plain_text(article).splitlines()


def words_of(text: str) -> str:
    """A text without its line breaks and indents."""
    return " ".join(text.split())


def section(article: Article, title: str) -> list[str]:
    """The lines under a title that are not blank, up to the next title."""
    lines = lines_of(article)
    after = lines[lines.index(title) + 1 :]
    return [line for line in takewhile(lambda line: line not in ("ACTORS", "POSITIONS"), after) if line]


def too_wide(article: Article) -> list[str]:
    """Lines wider than an 80-column terminal takes without folding, though they could have been broken."""
    return [line for line in lines_of(article) if cell_len(line) > 78 and len(line.split()) > 1]


def test_headline_and_dateline_come_first(harbor: Article) -> None:
    assert lines_of(harbor)[:3] == [
        "Council weighs Harbor Avenue bike lane",
        "Lakeford Ledger · 9 April 2031 · 1 min",
        "",
    ]


def test_every_paragraph_is_told_with_its_number(article: Article) -> None:
    text = words_of(plain_text(article))
    for paragraph in article.paragraphs:
        assert f"[{paragraph.number}] {paragraph.text}" in text


def test_a_heading_is_told_as_one(read: Callable[[str], Article], compose: Callable[..., str]) -> None:
    article = read(compose(body='"## Lanes\\n\\nAnn wants the lane."'))
    assert "\n\n## Lanes\n\n[1] Ann wants the lane.\n" in plain_text(article)


def test_every_actor_is_listed_under_its_party_with_tag_role_and_what_there_is_of_it(harbor: Article) -> None:
    assert section(harbor, "ACTORS") == [
        "Supporters:",
        "  CL  City of Lakeford (2 positions, named 2 times)",
        "  IO  Ines Okoro, mayor (2 positions, reports 1 position of others, named",
        "      once)",
        "Opponents:",
        "  HA  Harbor Merchants Association (0 positions, named once)",
        "  PR  Paul Reyes, director (1 position, reports 1 position of others, named",
        "      once)",
    ]


@pytest.mark.parametrize(
    ("text", "width", "label", "lines"),
    [
        ("a b", 9, "", ["a b"]),
        ("a b  ", 9, "", ["a b"]),
        ("aaa  bbb", 4, "", ["aaa", "bbb"]),
        ("aa bbb cc", 5, "- ", ["- aa", "  bbb", "  cc"]),
        ("", 9, " 1  ", [" 1"]),
    ],
)
def test_no_line_ends_in_spaces(text: str, width: int, label: str, lines: list[str]) -> None:
    assert wrapped(text, width, label) == lines


def test_every_actor_is_named(article: Article) -> None:
    listed = words_of("\n".join(section(article, "ACTORS")))
    assert [actor.name for actor in article.actors if f"{actor.tag} {actor.name}" not in listed] == []


def test_actors_of_no_party_are_listed_last(read: Callable[[str], Article], compose: Callable[..., str]) -> None:
    article = read(
        compose(
            actors="[{id: ann, name: Ann, kind: person}, {id: bob, name: Bob, party: p, kind: person}]",
            parties="[{id: p, name: P}]",
        )
    )
    assert [line for line in section(article, "ACTORS") if line.endswith(":")] == ["P:", "Of no party:"]


def test_every_position_is_told_under_its_actor_with_its_proposition_and_summary(article: Article) -> None:
    told = words_of("\n".join(section(article, "POSITIONS")))
    for _, actors in article.by_party:
        for actor in actors:
            for stance in (stance for stance in article.stances if stance.actor == actor.id):
                proposition = article.issue[stance.issue].proposition
                line = f"- {position_word(stance).upper()}: {proposition} {stance.summary} "
                assert line in told
                assert told.index(actor.name) < told.index(line)


def test_an_actor_without_a_position_has_no_heading_there(harbor: Article) -> None:
    heads = [line for line in section(harbor, "POSITIONS") if not line.startswith(" ")]
    assert heads == ["City of Lakeford (Supporters)", "Ines Okoro (Supporters)", "Paul Reyes (Opponents)"]


def test_all_evidence_that_was_found_is_quoted_with_its_paragraph(article: Article) -> None:
    told = words_of(plain_text(article))
    for piece in (piece for stance in article.stances for piece in stance.evidence):
        assert piece.span
        assert f"“{words_of(piece.exact)}” [{article.paragraphs[piece.span.paragraph].number}]" in told


def test_evidence_that_was_not_found_is_told_as_such(harbor: Article) -> None:
    (piece,) = harbor.stance["s5"].evidence
    lost = harbor.stance["s5"]._replace(evidence=(piece._replace(span=None),))
    assert "    “a view he rejects” (not found in the text)\n" in plain_text(replace(harbor, stances=(lost,)))


def test_conditions_and_cues_are_told_as_such(harbor: Article, shipped: Article) -> None:
    assert "    condition: “if the state grant is approved” [1]\n" in plain_text(harbor)
    assert "    cue: “the Kremlin warned” [1]\n" in plain_text(shipped)


def test_a_reported_position_names_its_reporter(harbor: Article) -> None:
    assert "    (reported by Ines Okoro)\n" in plain_text(harbor)


def test_a_denied_plan_is_told_as_what_it_is(harbor: Article) -> None:
    assert "  - NO INTENTION: " in plain_text(harbor)
    assert "no intention" not in plain_text(harbor)


def test_a_position_of_unknown_modality_says_so(harbor: Article) -> None:
    stance = harbor.stance["s5"]._replace(modality=None, act=None)
    assert "    (modality not known)\n" in plain_text(replace(harbor, stances=(stance,)))
    assert "    (paraphrase)\n" in plain_text(replace(harbor, stances=(stance._replace(modality=Modality.PARAPHRASE),)))


def test_the_issue_of_a_position_is_named_and_what_it_answers(harbor: Article) -> None:
    told = "    (paraphrase)\n    issue: Side streets\n    rejects: City of Lakeford on “Side streets”\n"
    assert told in plain_text(harbor)


def test_whom_a_position_addresses_its_date_and_its_note_are_told(harbor: Article) -> None:
    (first, *_) = harbor.stances
    target = harbor.actors[0]
    article = replace(
        harbor,
        stances=(
            first._replace(target=target.id, date="2031-04-08", date_basis=DateBasis.INFERRED, note="Said\nlater."),
        ),
    )
    assert f"    to: {target.name}\n    date: 2031-04-08 (inferred)\n    note: Said later.\n" in plain_text(article)


@pytest.mark.parametrize(
    ("number", "left_out", "line"),
    [
        (1, 0, "(1 problem in this file)"),
        (2, 0, "(2 problems in this file)"),
        (2, 1, "(2 problems in this file, 1 position left out)"),
        (3, 2, "(3 problems in this file, 2 positions left out)"),
    ],
)
def test_problems_and_positions_left_out_are_counted_under_the_dateline(
    harbor: Article, number: int, left_out: int, line: str
) -> None:
    problem = Problem(Level.ERROR, "bad-value", "a.yaml", None, "", "It is wrong.")
    assert lines_of(replace(harbor, problems=(problem,) * number, left_out=left_out))[2] == line


def test_without_a_problem_nothing_is_said_of_problems(article: Article) -> None:
    assert "in this file" not in plain_text(article)


def test_no_line_is_wider_than_78_columns(article: Article) -> None:
    assert too_wide(article) == []


@pytest.mark.parametrize("key", ["headline", "publisher", "author"])
def test_a_long_line_of_the_heading_is_broken(harbor: Article, key: str) -> None:
    assert too_wide(replace(harbor, **{key: LONG})) == []


def test_the_long_name_of_a_party_is_broken(harbor: Article) -> None:
    assert too_wide(replace(harbor, parties=tuple(party._replace(name=LONG) for party in harbor.parties))) == []


def test_the_long_name_and_role_of_an_actor_are_broken(harbor: Article) -> None:
    long = tuple(actor._replace(name=LONG, role=LONG) for actor in harbor.actors)
    assert too_wide(replace(harbor, actors=long)) == []


def test_text_in_wide_characters_is_broken_at_the_same_columns(harbor: Article) -> None:
    wide = harbor.paragraphs[0]._replace(text="크렘린은 나토에 전쟁을 경고했다 " * 8)
    assert too_wide(replace(harbor, paragraphs=(wide, *harbor.paragraphs[1:]))) == []


def test_a_tag_of_a_wide_character_leaves_names_and_roles_in_one_column(harbor: Article) -> None:
    (_, okoro, *_) = harbor.actors
    article = replace(harbor, actors=(okoro._replace(tag="市", name=LONG, role=LONG),), stances=(), mentions=Mentions())
    _, first, *others = section(article, "ACTORS")
    assert first.startswith(f"  市  {LONG.split()[0]} ")
    assert {cell_len(line) - cell_len(line.lstrip()) for line in others} == {cell_len("  市  ")}


@pytest.mark.parametrize("space", ["\xa0", "\u202f"], ids=["no-break", "narrow no-break"])
def test_a_space_that_must_not_break_is_kept(harbor: Article, space: str) -> None:
    text = f"It cost 10{space}000 pounds, she said. " * 20
    paragraph = harbor.paragraphs[0]._replace(text=text.rstrip())
    told = plain_text(replace(harbor, paragraphs=(paragraph, *harbor.paragraphs[1:])))
    assert told.count(f"10{space}000") == 20


def test_a_word_with_a_hyphen_is_not_broken(harbor: Article) -> None:
    paragraph = harbor.paragraphs[0]._replace(text="A well-meant word. " * 30)
    told = plain_text(replace(harbor, paragraphs=(paragraph, *harbor.paragraphs[1:])))
    assert told.count("well-meant") == 30


def test_a_word_longer_than_a_line_is_kept_whole(harbor: Article) -> None:
    address = f"https://ledger.example/{'lane/' * 20}"
    paragraph = harbor.paragraphs[0]._replace(text=f"See {address} for more.")
    assert any(address in line for line in lines_of(replace(harbor, paragraphs=(paragraph, *harbor.paragraphs[1:]))))


def test_no_control_character_and_no_blank_at_a_lines_end(article: Article) -> None:
    text = plain_text(article)
    assert {char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs")} == {"\n"}
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


def test_its_last_line_ends_too(article: Article) -> None:
    assert plain_text(article).endswith("\n")

"""YAML 1.2.2, chapter by chapter: every case is read as the tables beside this file say, or refused with problems."""

from __future__ import annotations

from contextlib import suppress

import pytest

from article.clean import lines_of
from article.loader import load_text
from article.problems import ArticleError, Problem
from tests.spec import blocks, characters, documents, flow, lines, schemas
from tests.spec.cases import Case, Cases, Refused
from tests.spec.reading import outcome, outcome_elsewhere, read

CHAPTERS = (characters, lines, flow, blocks, documents, schemas)
SECTIONS: Cases = {section: cases for chapter in CHAPTERS for section, cases in chapter.CASES.items()}
ARTICLE = "headline: A\nbody: B\n"
READ_HERE_ALONE = frozenset(
    (
        "a: b\tc",
        "a: b\x85c: d\x85",
        "a: b\u2028c: d",
        "a: b\u2029c: d",
        "a: |\n  b\u2028  c\n",
        "a:\tb",
        "a: \tb",
        "a: b\t",
        "a \t: b",
        "['a':b]",
        "a: b\n \tc",
        "a: b\n \t \nc: d\n",
        "a: |# b\n  c\n",
        "a: b\t# c\n",
        "a\tb",
        '["a":b]',
        "a: |\t\n  b",
        "a: >\n \n  b\n",
        "---\ta\n",
        "---\na\n...\n...\n",
        "a\n...\n...\n",
    )
)
"""What we read and ruamel.yaml does not."""

sections = pytest.mark.parametrize("cases", SECTIONS.values(), ids=SECTIONS.keys())


@sections
def test_a_text_becomes_what_yaml_says_or_is_refused(parser: str, cases: list[Case]) -> None:
    assert {case.text: outcome(case.text) for case in cases} == {case.text: case.outcome_by(parser) for case in cases}


@sections
def test_what_is_read_is_what_another_reader_finds(cases: list[Case]) -> None:
    texts = [case.text for case in cases if not isinstance(case.outcome, Refused)]
    told = {text: (outcome(text) or "", outcome_elsewhere(text) or "") for text in texts}
    assert {text: both for text, both in told.items() if both[0] != both[1] and text not in READ_HERE_ALONE} == {}


@pytest.mark.parametrize("text", sorted(READ_HERE_ALONE))
def test_what_is_read_here_alone_another_reader_refuses(text: str) -> None:
    assert isinstance(outcome_elsewhere(text), Refused)


@sections
@pytest.mark.usefixtures("parser")
def test_every_problem_has_a_place_in_the_text(cases: list[Case]) -> None:
    assert [
        (case.text, str(problem)) for case in cases for problem in read(case.text)[1] if is_astray(problem, case)
    ] == []


def is_astray(problem: Problem, case: Case) -> bool:
    """Whether a problem is at no place, or at one that the text does not have."""
    if problem.place is None:
        return True
    texts = lines_of(case.text)
    line, column, end_line, end_column = problem.place
    if not (1 <= line <= len(texts) and (line, column) <= (end_line, end_column)):
        return True
    return not 1 <= column <= len(texts[line - 1]) + 1


@sections
@pytest.mark.usefixtures("parser")
def test_the_whole_way_in_takes_it_or_tells_why_not(cases: list[Case]) -> None:
    for case in cases:
        for text in (case.text, ARTICLE + case.text, case.text + ARTICLE, f"{ARTICLE}x_a:\n  {case.text}"):
            with suppress(ArticleError):
                load_text(text)

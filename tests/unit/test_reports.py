"""Problems told to a person, to a program, to a code host."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.cells import cells
from article.loader import load_text
from article.problems import ArticleError, Excerpt, Level, Passage, Place, Problem, Suggestion
from article.reports import Note, differences, github_report, json_report, summary, text_report

PLACE = Place(7, 3, 7, 9)
BAD = Problem(
    Level.ERROR,
    "unknown-actor",
    "a.yaml",
    PLACE,
    "stances[0].actor",
    "There is no actor “mayr”.",
    "Did you mean mayor?",
    Suggestion("mayr", "mayor", 88.9),
    Excerpt(7, "actor: ", "mayr", "  # who"),
)


def test_a_problem_is_told_as_compilers_do() -> None:
    assert text_report(BAD, 80) == [
        "a.yaml:7:3: error: There is no actor “mayr”. [unknown-actor]",
        "  7 | actor: mayr  # who",
        "    |        ^^^^",
        "    = in: stances[0].actor",
        "    = hint: Did you mean mayor?",
    ]


def test_what_is_fatal_is_an_error_to_compilers_too() -> None:
    problem = Problem(Level.FATAL, "empty", "a.yaml", None, "", "The file is empty.")
    assert text_report(problem, 80) == ["a.yaml: fatal error: The file is empty. [empty]"]


def test_of_a_near_passage_the_differing_words_are_marked() -> None:
    passage = Passage("We will never wait", "We will not wait for it", 80)
    problem = Problem(Level.ERROR, "evidence-not-found", "a", None, "", "Not there.", str(passage), passage)
    assert text_report(problem, 80)[1:] == [
        "   = words: “We will never wait”",
        "                     ~~~~~",
        "   = closest: “We will not wait for it”",
        "                       ~~~      ~~~~~~",
    ]


def test_carets_stand_under_wide_characters() -> None:
    problem = Problem(Level.ERROR, "bad-value", "a", PLACE, "", "No.", excerpt=Excerpt(7, "漢字: ", "漢字", ""))
    assert text_report(problem, 80)[1:] == ["  7 | 漢字: 漢字", "    |       ^^^^"]


def test_an_indent_and_a_tab_are_shown_as_they_stand_in_the_file() -> None:
    with pytest.raises(ArticleError) as caught:
        load_text("headline: H\nparties:\n  - id: a\n  \tname: A\n")
    (problem,) = caught.value.problems
    assert text_report(problem, 80)[1:3] == ["  4 |   →name: A", "    |   ^"]


def test_where_nothing_stands_there_is_one_caret() -> None:
    problem = Problem(Level.ERROR, "bad-value", "a", PLACE, "", "No.", excerpt=Excerpt(7, "a: [b", "", ""))
    assert text_report(problem, 80)[2] == "    |      ^"


WORDS = st.lists(st.text("ab漢“é", max_size=6), max_size=15).map(" ".join)


@given(WORDS, WORDS, WORDS, st.integers(30, 120))
def test_no_line_but_the_first_is_wider_than_asked_for(before: str, matter: str, after: str, width: int) -> None:
    passage = Passage(matter, after, 70)
    problem = Problem(
        Level.ERROR,
        "evidence-not-found",
        "a",
        PLACE,
        "stances[0]",
        "No.",
        "",
        passage,
        Excerpt(7, before, matter, after),
    )
    assert all(cells(line) <= width for line in text_report(problem, width)[1:])


@given(st.text("ab 漢é", min_size=1, max_size=200), st.integers(20, 60))
def test_marks_stand_below_what_they_mark_where_the_text_is_folded(text: str, width: int) -> None:
    text = " ".join(text.split()) or "a"
    problem = Problem(Level.ERROR, "empty", "a", None, "", "No.")
    lines = text_report(problem, width, [Note("all", text, ((0, len(text)),))])[1:]
    for line, marks in zip(lines[::2], lines[1::2], strict=True):
        shown = line[len("   = all: ") :]
        assert marks == " " * 10 + "~" * cells(shown)


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("a b c", "a b c", [], []),
        ("a b c", "a x c", ["b"], ["x"]),
        ("a b c", "a c", ["b"], []),
        ("a c", "a b b c", [], ["b b"]),
        ("“a” – b", '"a" - b', [], []),
        ("我们不会", "我们会", ["不"], []),
        ("", "a", [], ["a"]),
    ],
)
def test_words_that_differ_are_found(old: str, new: str, gone: list[str], come: list[str]) -> None:
    olds, news = differences(old, new)
    assert [old[start:end] for start, end in olds] == gone
    assert [new[start:end] for start, end in news] == come


@pytest.mark.parametrize(
    ("levels", "files", "line"),
    [
        ([], 1, "No problems in 1 file."),
        ([Level.ERROR], 2, "1 error in 2 files."),
        ([Level.FATAL, Level.ERROR], 1, "2 errors in 1 file."),
        ([Level.WARNING], 1, "1 warning in 1 file."),
        ([Level.ERROR, Level.WARNING, Level.WARNING], 1, "1 error and 2 warnings in 1 file."),
    ],
)
def test_the_last_line_counts(levels: list[Level], files: int, line: str) -> None:
    assert summary([Problem(level, "empty", "a", None, "", "") for level in levels], files) == line


def test_a_program_gets_every_part_of_a_problem() -> None:
    assert json.loads(json_report([BAD])) == [
        {
            "file": "a.yaml",
            "line": 7,
            "column": 3,
            "end_line": 7,
            "end_column": 9,
            "level": "error",
            "code": "unknown-actor",
            "path": "stances[0].actor",
            "message": "There is no actor “mayr”.",
            "hint": "Did you mean mayor?",
            "suggestion": {"old": "mayr", "new": "mayor", "score": 88.9},
        }
    ]


def test_a_program_gets_nothing_where_there_is_no_place() -> None:
    told = json.loads(json_report([Problem(Level.FATAL, "empty", "a", None, "", "Empty.")]))
    assert [told[0][key] for key in ("line", "column", "suggestion")] == [None, None, None]


def test_a_code_host_gets_a_workflow_command() -> None:
    assert github_report(BAD) == (
        "::error file=a.yaml,title=unknown-actor,line=7,col=3,endColumn=9::"
        "There is no actor “mayr”. (stances[0].actor) Did you mean mayor?"
    )


def test_nothing_in_a_workflow_command_begins_another() -> None:
    problem = Problem(Level.WARNING, "empty", "a,b:c%.yaml", None, "", "100%\n::error::no")
    assert github_report(problem) == "::warning file=a%2Cb%3Ac%25.yaml,title=empty::100%25%0A::error::no"


def test_the_words_of_a_block_are_shown_rather_than_its_sign() -> None:
    text = "headline: H\nbody: B\nstances:\n  - id: s\n    evidence: >-\n      not\n      there\n"
    problem = next(problem for problem in load_text(text).problems if problem.code == "evidence-not-found")
    assert text_report(problem, 80)[1:3] == ["  6 |       not", "    |       ^^^"]

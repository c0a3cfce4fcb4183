"""Problems: how they read, in which order they come, and how many there may be."""

from __future__ import annotations

import pytest

from article.problems import MOST_PROBLEMS, ArticleError, Level, Place, Problem, Problems, place_of


@pytest.mark.parametrize(
    ("place", "path", "hint", "line"),
    [
        (Place(4, 2, 4, 9), "stances[4].evidence", "Do.", "a.yaml:4:2: error: It is wrong. (stances[4].evidence) Do."),
        (Place(4, 2, 4, 9), "", "", "a.yaml:4:2: error: It is wrong."),
        (None, "", "Do.", "a.yaml: error: It is wrong. Do."),
    ],
)
def test_a_problem_is_told_in_a_line(place: Place | None, path: str, hint: str, line: str) -> None:
    assert str(Problem(Level.ERROR, "wrong", "a.yaml", place, path, "It is wrong.", hint)) == line


def test_problems_come_in_the_order_of_the_file_those_without_a_place_first() -> None:
    problems = Problems("a.yaml")
    for code, place in (("c", Place(10, 1, 10, 2)), ("b", Place(9, 20, 9, 21)), ("a", Place(9, 3, 9, 4)), ("0", None)):
        problems.error(code, place, "", "")
    assert [problem.code for problem in problems.found] == ["0", "a", "b", "c"]


def test_stopping_raises_all_that_was_found() -> None:
    problems = Problems("a.yaml")
    problems.warning("odd", Place(2, 1, 2, 2), "", "Odd.")
    with pytest.raises(ArticleError, match=r"a\.yaml: fatal: Over\.\na\.yaml:2:1: warning: Odd\.") as caught:
        problems.stop("over", None, "Over.")
    assert [problem.level for problem in caught.value.problems] == [Level.FATAL, Level.WARNING]


def test_only_what_is_fatal_stops() -> None:
    problems = Problems("a.yaml")
    problems.error("wrong", None, "", "")
    problems.stop_if_fatal()
    problems.fatal("over", None, "", "")
    with pytest.raises(ArticleError):
        problems.stop_if_fatal()


def test_past_the_limit_only_what_is_fatal_is_listed() -> None:
    problems = Problems("a.yaml")
    for _ in range(MOST_PROBLEMS + 5):
        problems.error("wrong", None, "", "")
    problems.fatal("over", None, "", "")
    codes = [problem.code for problem in problems.found]
    assert codes == ["wrong"] * MOST_PROBLEMS + ["too-many-problems", "over"]


@pytest.mark.parametrize(
    ("before", "line", "column"), [("", 1, 1), ("a", 1, 2), ("é漢🙂", 1, 4), ("a\n", 2, 1), ("a\r\n\x85é", 3, 2)]
)
def test_a_place_counts_lines_and_characters_from_one(before: str, line: int, column: int) -> None:
    assert place_of(before) == Place(line, column, line, column + 1)


def excerpt(text: str, place: Place) -> tuple[str, str, str] | None:
    problems = Problems("a.yaml")
    problems.text = text
    problems.error("wrong", place, "", "")
    return problems.found[0].excerpt


@pytest.mark.parametrize(
    ("text", "place", "parts"),
    [
        ("a: 1\n  b: cd, e\n", Place(2, 6, 2, 8), ("b: ", "cd", ", e")),
        ("a: |\n  b\n", Place(1, 4, 3, 1), ("a: ", "|", "")),
        ("\x1b: \u202eb\x1b", Place(1, 4, 1, 6), ("␛: ", "\ufffdb", "␛")),
        ("a: [b", Place(1, 6, 1, 7), ("a: [b", "", "")),
        ("a", Place(2, 1, 2, 2), ("", "", "")),
        ("x" * 100 + "y" * 100 + "z" * 100, Place(1, 101, 1, 201), ("x" * 80, "y" * 80, "")),
        ("x" * 100 + "y" + "z" * 100, Place(1, 101, 1, 102), ("x" * 80, "y", "z" * 79)),
    ],
)
def test_a_problem_quotes_its_line_in_three_parts(text: str, place: Place, parts: tuple[str, str, str]) -> None:
    assert excerpt(text, place) == parts


def test_without_a_text_there_is_nothing_to_quote() -> None:
    assert excerpt("", Place(1, 1, 1, 2)) is None

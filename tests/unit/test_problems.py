"""Problems: how they read, in which order they come, and how many there may be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.cells import cells
from article.clean import lines_of
from article.loader import load_text
from article.model import Article
from article.problems import (
    MOST_PROBLEMS,
    ArticleError,
    Excerpt,
    Level,
    Lines,
    Passage,
    Place,
    Problem,
    Problems,
    Suggestion,
    place_of,
)


@pytest.mark.parametrize(
    ("place", "path", "hint", "line"),
    [
        (Place(4, 2, 4, 9), "a[4].b", "Do.", "a.yaml:4:2: error: It is wrong. (a[4].b) Do. [bad-value]"),
        (Place(4, 2, 4, 9), "", "", "a.yaml:4:2: error: It is wrong. [bad-value]"),
        (None, "", "Do.", "a.yaml: error: It is wrong. Do. [bad-value]"),
    ],
)
def test_a_problem_is_told_in_a_line(place: Place | None, path: str, hint: str, line: str) -> None:
    assert str(Problem(Level.ERROR, "bad-value", "a.yaml", place, path, "It is wrong.", hint)) == line


@pytest.mark.parametrize(
    ("place", "where"), [(Place(4, 2, 5, 1), "a.yaml:4:2"), (None, "a.yaml")], ids=["a place", "no place"]
)
def test_a_problem_tells_where_it_is(place: Place | None, where: str) -> None:
    assert Problem(Level.ERROR, "bad-value", "a.yaml", place, "", "It is wrong.").where == where


def test_a_suggestion_is_told_as_a_hint_and_kept_for_a_machine() -> None:
    problems, suggestion = Problems("a.yaml"), Suggestion("okro", "okoro", 88.9)
    problems.error("unknown-actor", None, "", "There is no actor “okro”.", suggestion)
    (problem,) = problems.found
    assert (problem.hint, problem.suggestion) == ("Did you mean okoro?", suggestion)


def test_a_passage_is_told_in_quotation_marks() -> None:
    problems, passage = Problems("a.yaml"), Passage("it could rain", "it would rain", 92.3)
    problems.warning("evidence-not-found", None, "", "Not there.", passage)
    (problem,) = problems.found
    assert (problem.hint, problem.suggestion) == ("Closest: “it would rain”.", passage)


@pytest.mark.parametrize("hint", ["", "Quote it."])
def test_any_other_hint_is_for_people_only(hint: str) -> None:
    problems = Problems("a.yaml")
    problems.fatal("not-yaml", None, "", "No.", hint)
    (problem,) = problems.found
    assert (problem.hint, problem.suggestion) == (hint, None)


def test_problems_come_in_the_order_of_the_file_those_without_a_place_first() -> None:
    problems = Problems("a.yaml")
    for path, place in (("c", Place(10, 1, 10, 2)), ("b", Place(9, 20, 9, 21)), ("a", Place(9, 3, 9, 4)), ("0", None)):
        problems.error("bad-value", place, path, "")
    assert [problem.path for problem in problems.found] == ["0", "a", "b", "c"]


def test_stopping_raises_all_that_was_found() -> None:
    problems = Problems("a.yaml")
    problems.warning("unused-actor", Place(2, 1, 2, 2), "", "Odd.")
    with pytest.raises(ArticleError, match=r"a\.yaml: fatal: Over\. .*\na\.yaml:2:1: warning: Odd\. .*") as caught:
        problems.stop("too-large", None, "Over.")
    assert [problem.level for problem in caught.value.problems] == [Level.FATAL, Level.WARNING]


def test_only_what_is_fatal_stops() -> None:
    problems = Problems("a.yaml")
    problems.error("bad-value", None, "", "")
    problems.stop_if_fatal()
    problems.fatal("no-body", None, "", "")
    with pytest.raises(ArticleError):
        problems.stop_if_fatal()


def test_past_the_limit_only_what_is_fatal_is_listed() -> None:
    problems = Problems("a.yaml")
    for _ in range(MOST_PROBLEMS + 5):
        problems.error("bad-value", None, "", "")
    problems.fatal("no-body", None, "", "")
    codes = [problem.code for problem in problems.found]
    assert codes == ["bad-value"] * MOST_PROBLEMS + ["too-many-problems", "no-body"]


def test_problems_are_full_when_the_limit_is_reached() -> None:
    problems = Problems("a.yaml")
    for _ in range(MOST_PROBLEMS - 1):
        problems.warning("unused-actor", None, "", "")
    assert not problems.full
    problems.warning("unused-actor", None, "", "")
    assert problems.full


@pytest.mark.parametrize(
    ("before", "line", "column"), [("", 1, 1), ("a", 1, 2), ("é漢🙂", 1, 4), ("a\n", 2, 1), ("a\r\n\x85é", 3, 2)]
)
def test_a_place_counts_lines_and_characters_from_one(before: str, line: int, column: int) -> None:
    assert place_of(before) == Place(line, column, line, column + 1)


@pytest.mark.parametrize("text", ["---", "--- ", "%YAML 1.1\n---"])
def test_what_ends_a_file_is_at_its_end_though_no_newline_is_there(text: str) -> None:
    (problem,) = load_problems(text, "not-an-article")
    assert problem.place == place_of(text)


# ---------------------------------------------------------------------- the line of the file


def excerpt(text: str, place: Place) -> Excerpt | None:
    problems = Problems("a.yaml")
    problems.text = text
    problems.error("bad-value", place, "", "")
    return problems.found[0].excerpt


@pytest.mark.parametrize(
    ("text", "place", "quoted"),
    [
        ("a: 1\n  b: cd, e\n", Place(2, 6, 2, 8), Excerpt(2, "  b: ", "cd", ", e")),
        ("\x1b: \u202eb\x1b", Place(1, 4, 1, 6), Excerpt(1, "␛: ", "\ufffdb", "␛")),
        ("a: [b", Place(1, 6, 1, 7), Excerpt(1, "a: [b", "", "")),
        ("a", Place(2, 1, 2, 2), Excerpt(1, "a", "", "")),
        ("x" * 300 + "y" * 300 + "z" * 300, Place(1, 301, 1, 601), Excerpt(1, "x" * 240, "y" * 240, "")),
        ("x" * 300 + "y" + "z" * 300, Place(1, 301, 1, 302), Excerpt(1, "x" * 240, "y", "z" * 239)),
        ("\ta: b\tc\td\n", Place(1, 5, 1, 8), Excerpt(1, "→a: ", "b→c", "→d")),
        ("a: 'b\n  c'\n", Place(1, 4, 2, 5), Excerpt(1, "a: ", "'b", "")),
        ("a: b\r\nc: d\r\n", Place(2, 4, 2, 5), Excerpt(2, "c: ", "d", "")),
    ],
)
def test_a_problem_quotes_its_line_in_three_parts(text: str, place: Place, quoted: Excerpt) -> None:
    assert excerpt(text, place) == quoted


@pytest.mark.parametrize("sign", ["|", ">", ">-", "|+", "|2-", ">2", ">-  # words", "| "])
def test_of_a_block_of_text_the_first_line_of_words_is_quoted(sign: str) -> None:
    (problem,) = load_problems(f"headline: A\nbody: B.\nformat: {sign}\n  not\n  one\n")
    assert problem.place is not None
    assert (problem.place.line, problem.excerpt) == (3, Excerpt(4, "  ", "not", ""))


def test_of_a_block_of_text_in_a_list_the_first_line_of_words_is_quoted(stated: Callable[..., Article]) -> None:
    (problem,) = stated(evidence="\n      - >-\n        not there\n        at all").problems
    assert problem.excerpt == Excerpt(16, "        ", "not there", "")


def test_blank_lines_before_the_words_of_a_block_are_passed_over() -> None:
    (problem,) = load_problems("headline: A\nbody: B.\nformat: >-\n\n  not one\n")
    assert problem.excerpt == Excerpt(5, "  ", "not one", "")


def test_of_a_block_without_words_its_own_line_is_quoted() -> None:
    (problem,) = load_problems("headline: >-\nformat: 1\nbody: B.\n", code="no-headline")
    assert problem.excerpt is not None
    assert problem.excerpt.line == 1


def test_of_a_problem_with_the_sign_of_a_block_the_sign_is_quoted() -> None:
    assert excerpt("a: |\n  b\n", Place(1, 4, 1, 5)) == Excerpt(1, "a: ", "|", "")


@pytest.mark.parametrize("text", ["a: '|'\nb: c\n", "a: '|\n\n  b'\n"])
def test_a_sign_in_quotation_marks_announces_no_block(text: str) -> None:
    assert excerpt(text, Place(1, 4, 3, 1)) == Excerpt(1, "a: ", text[3:].split("\n")[0], "")


def load_problems(text: str, code: str = "unknown-format") -> list[Problem]:
    """The problems of one code that keep a text from being an article."""
    with pytest.raises(ArticleError) as caught:
        load_text(text)
    return [problem for problem in caught.value.problems if problem.code == code]


def test_without_a_text_there_is_nothing_to_quote() -> None:
    assert excerpt("", Place(1, 1, 1, 2)) is None


def test_a_problem_without_a_place_quotes_nothing() -> None:
    problems = Problems("a.yaml")
    problems.text = "a: b"
    problems.error("bad-value", None, "", "")
    assert problems.found[0].excerpt is None


SHORT = st.text("ab 漢é", max_size=20)


@given(SHORT, SHORT, SHORT, st.integers(0, 70))
def test_an_excerpt_fits_a_width_and_keeps_what_is_nearest_to_the_matter(
    before: str, matter: str, after: str, width: int
) -> None:
    fitted = Excerpt(1, before, matter, after).fitted(width)
    assert sum(map(cells, fitted)) <= width
    assert before.endswith(fitted[0].removeprefix("…"))
    assert matter.startswith(fitted[1].removesuffix("…"))
    assert after.startswith(fitted[2].removesuffix("…"))
    if cells(matter) <= width:
        assert fitted[1] == matter
    if cells(f"{before}{matter or '^'}{after}") <= width:
        assert fitted == (before, matter, after)


@given(st.text("a\r\n\x85\u2028"), st.integers(1, 5))
def test_a_line_is_found_wherever_the_file_is_parted(text: str, stretch: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("article.problems.STRETCH", stretch)
        lines = Lines(text)
        found = [lines[number] for number in range(1, lines.number + 1)]
    assert (found, lines[lines.number + 1]) == (lines_of(text), "")

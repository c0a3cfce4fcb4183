"""Plain text read as a headline and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.clean import clean
from article.importers.draft import Draft, NoDraftError
from article.importers.plain_text import decode, read_plain_text

LONG = "A line of more than a hundred and twenty characters is one that nobody has broken to make it fit a page," * 2


def told(draft: Draft) -> list[str]:
    """The paragraphs, headings with their sign."""
    return [paragraph.text if paragraph.number else f"## {paragraph.text}" for paragraph in draft.paragraphs]


def paragraphs(text: str) -> list[str]:
    return told(read_plain_text(f"Headline\n{text}"))


# ---------------------------------------------------------------------- the headline


@pytest.mark.parametrize("first", ["Ferry", "# Ferry", "\n \n  Ferry  ", "\ufeffFerry", "###  Ferry"])
def test_the_first_line_that_is_not_empty_is_the_headline(first: str) -> None:
    assert read_plain_text(f"{first}\n\nIt runs.").headline == "Ferry"


def test_a_hash_that_marks_no_heading_belongs_to_the_headline() -> None:
    assert read_plain_text("#ferry is back\n\nIt runs.").headline == "#ferry is back"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is nothing in it."),
        (" \n\u200b\n", "There is nothing in it."),
        ("Ferry\n", "There is no text after the headline. A blank line should follow it, and then the article."),
        (
            "Ferry\n\n## Why",
            "There is no text after the headline. A blank line should follow it, and then the article.",
        ),
    ],
    ids=["empty", "invisible", "headline", "headings"],
)
def test_a_text_without_a_paragraph_makes_no_draft(text: str, message: str) -> None:
    with pytest.raises(NoDraftError) as error:
        read_plain_text(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    "text",
    ["format: 1\nid: x\n", "format:  1 # of all\n", "# Mine.\n\n  # More.\nformat: 1\nid: x\n", "format: 1\r\nid: x"],
)
def test_an_article_makes_no_draft(text: str) -> None:
    with pytest.raises(NoDraftError, match=r"This is an article already: kremlin-tui check tells what it lacks\."):
        read_plain_text(text)


@pytest.mark.parametrize("headline", ["format: 12 by 18", "Format: 1", "The format: 1", "# format: 1"])
def test_a_headline_that_only_looks_like_the_beginning_of_an_article_is_one(headline: str) -> None:
    assert read_plain_text(f"{headline}\n\nIt runs.").headline == headline.removeprefix("# ")


# ---------------------------------------------------------------------- paragraphs


def test_a_blank_line_ends_a_paragraph() -> None:
    assert paragraphs("\nOne\ntwo.\n \t\n\nThree.") == ["One two.", "Three."]


def test_lines_too_long_for_a_page_are_paragraphs_each() -> None:
    assert paragraphs(f"{LONG}\nShort.\n\nOne\ntwo.") == [LONG, "Short.", "One two."]


def test_lines_without_a_blank_one_are_paragraphs_where_they_end_as_sentences_do() -> None:
    assert paragraphs("One.\nTwo “three.”\nand four\nFive!") == ["One.", "Two “three.”", "and four", "Five!"]


def test_lines_without_a_blank_one_are_a_paragraph_where_they_do_not() -> None:
    assert paragraphs("One two\nthree, four\nfive.") == ["One two three, four five."]


@pytest.mark.parametrize("marks", ["##", "###", "######"])
def test_a_marked_line_is_a_cross_heading(marks: str) -> None:
    assert paragraphs(f"\nOne\n{marks} Two\nthree\nfour\n\n{marks}  Five") == [
        "One",
        "## Two",
        "three four",
        "## Five",
    ]


def test_every_sort_of_line_break_breaks_a_line() -> None:
    assert paragraphs("One.\r\rTwo.\u2028\u2029Three.\r\n\r\nFour.") == ["One.", "Two.", "Three.", "Four."]


@given(st.text(st.characters(exclude_characters="#◌")))
def test_nothing_is_lost_but_white_space_and_what_cleaning_takes(text: str) -> None:
    try:
        draft = read_plain_text(text)
    except NoDraftError:
        return
    read = "".join([draft.headline, *told(draft)])
    assert "".join(read.replace("◌", "").split()) == "".join(clean(text)[0].replace("◌", "").split())


@given(st.text())
def test_what_is_read_is_clean(text: str) -> None:
    try:
        draft = read_plain_text(text)
    except NoDraftError:
        return
    for part in (draft.headline, *told(draft)):
        assert clean(part) == (part, 0)
        assert "\n" not in part


# ---------------------------------------------------------------------- codings


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_that_tells_its_coding_is_read(coding: str) -> None:
    assert decode("Паром\n\nОн ходит.".encode(coding)) == "Паром\n\nОн ходит."


@pytest.mark.parametrize(
    "data",
    [
        "Паром".encode("cp1251"),
        "Fähre".encode("latin-1"),
        "Ferry".encode("utf-32"),
        "Ferry".encode("utf-16-le"),
        b"\xff\xfe\x00\xd8",
        b"%PDF-1.7\x00",
    ],
    ids=["Windows-1251", "Latin-1", "UTF-32", "UTF-16 unmarked", "UTF-16 broken", "PDF"],
)
def test_what_is_in_another_coding_is_refused_with_the_way_out(data: bytes) -> None:
    with pytest.raises(NoDraftError, match=r"This is no plain text in UTF-8\. Convert it first, .*: iconv -f .*"):
        decode(data)

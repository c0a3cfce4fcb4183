"""What is not YAML, told in the words of those who write it, at the place where the mistake begins."""

from __future__ import annotations

import pytest
import yaml

from article.nodes import read_tree
from article.problems import ArticleError, Problem, Problems

OPEN_QUOTE = "The quotation mark that begins here is never closed."
LONG_QUOTE = "The quotation mark that begins here may lack its other half: the text goes on to line "
BRACKET = "The bracket that opens here is not closed by line "
COMMA = "Here a comma or the closing bracket was expected."
COLON = "A second colon on this line"
TOO_FAR = "This line is set in further than the keys above: it goes on with the text of line "
OUT_OF_LINE = "This line is neither a key of the record above nor an item of the list it is in"
NO_KEY = "This line is no key with a value."
TAB = "A tab stands here"
BEGINS = "A text cannot begin with "
QUOTE_IT = "Put the whole text in straight quotation marks, \"...\" or '...'."
IN_BRACKETS = 'A text between brackets that holds , : [ ] { } or # needs straight quotation marks, "...".'
ENDED = "Something follows a text that its quotation mark has ended."
ESCAPE = "Between double quotation marks \\ begins an escape, and this is none."

CASES = {
    "single quotation mark open at the end": ("a: 'b", 1, 4, OPEN_QUOTE),
    "double quotation mark open at the end": ('a: "b\n', 1, 4, OPEN_QUOTE),
    "quotation mark open over several lines": ("a: b\nc: 'd\ne: f\n", 2, 4, OPEN_QUOTE),
    "quotation mark open in a list": ("a: [b, 'c, d]\ne: f\n", 1, 8, OPEN_QUOTE),
    "quotation mark closed by the next one": ('a: "b\nc: "d"\n', 1, 4, f"{LONG_QUOTE}2."),
    "quotation mark closed lines below": ("a: 'b\nc: d\ne: 'f'\n", 1, 4, f"{LONG_QUOTE}3."),
    "quotation mark closed by an apostrophe": ("a: 'b\nc: it's\n", 1, 4, f"{LONG_QUOTE}2."),
    "bracket open before a key": ("a: [b\nc: d\n", 1, 4, f"{BRACKET}2."),
    "brace open before a key": ("a: {b: c, d\ne: f\n", 1, 4, f"{BRACKET}2."),
    "bracket open at the end": ("a: b\nc: [d\n", 2, 4, f"{BRACKET}3."),
    "bracket closed by a brace": ("a: [b}\n", 1, 6, COMMA),
    "brace closed by a bracket": ("a: {b: c]\n", 1, 9, COMMA),
    "colon between brackets": ("a: {b: c: d}\n", 1, 9, COMMA),
    "text after a quotation between brackets": ("a: ['b' c]\n", 1, 9, COMMA),
    "second colon": ("a: He said: no\n", 1, 11, COLON),
    "second colon in a record": ("a:\n  - b: c\n    d: e: f\n", 3, 9, COLON),
    "indent too far": ("a: b\n  c: d\n", 2, 4, f"{TOO_FAR}1."),
    "indent too far in a record": ("a:\n  - b: c\n     d: e\n", 3, 7, f"{TOO_FAR}2."),
    "tab for an indent": ("a:\n\tb: c\n", 2, 1, TAB),
    "tab before a key": ("a: b\n\tc: d\n", 2, 1, TAB),
    "tab in a block": ("a: |\n\tb\n", 2, 1, TAB),
    "key without a space after the colon": ("a: b\nc:d\ne: f\n", 2, 1, NO_KEY),
    "line without a colon": ("a: b\nc\nd: e\n", 2, 1, NO_KEY),
    "dash without a space": ("a:\n  - b\n  -c\n", 3, 3, NO_KEY),
    **{f"text that begins with {sign}": (f"a: {sign}b\n", 1, 4, f"{BEGINS}{sign} ") for sign in "@%`]},"},
    **{f"text that begins with a lone {sign}": (f"a: {sign} b\n", 1, 4, f"{BEGINS}{sign} ") for sign in "*&"},
    "text that begins with two stars": ("a: **b** c\n", 1, 4, f"{BEGINS}* "),
    "text that begins with !": ("a: !b!c d\n", 1, 4, f"{BEGINS}! "),
    "item that begins with @": ("- a\n- @b\n", 2, 3, f"{BEGINS}@ "),
}
WITH_LIBYAML = {
    "indent too little": ("a:\n    b: c\n  d: e\n", 3, 3, OUT_OF_LINE),
    "indent too little in a record": ("a:\n  - b: c\n   d: e\n", 3, 4, OUT_OF_LINE),
    "indent too little in a block": ("a: |\n  b\n c\nd: e\n", 3, 2, OUT_OF_LINE),
    "dash missing": ("a:\n  - b: c\n  d: e\n", 3, 3, OUT_OF_LINE),
    "dash too many": ("a: b\n- c\n", 2, 1, OUT_OF_LINE),
    "text after a single quotation mark": ("a: 'b' c\n", 1, 8, ENDED),
    "text after a double quotation mark": ('a: "No", he said\n', 1, 8, ENDED),
    "apostrophe between single quotation marks": ("a: 'b'c'\n", 1, 7, ENDED),
    "text that begins with *": ("a: *b c\n", 1, 4, f"{BEGINS}* "),
    "bad escape": ('a: "b\\c"\n', 1, 6, ESCAPE),
    "path between double quotation marks": ('a: "C:\\data"\n', 1, 7, ESCAPE),
}


def told(text: str) -> Problem:
    """The problem that keeps a text from being YAML, which is the last one."""
    with pytest.raises(ArticleError) as caught:
        read_tree(text, Problems("a.yaml"))
    problem = caught.value.problems[-1]
    assert problem.code == "not-yaml"
    return problem


@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure Python"])
@pytest.mark.parametrize(("text", "line", "column", "message"), CASES.values(), ids=CASES)
def test_a_mistake_is_told_in_plain_words_where_it_begins(
    monkeypatch: pytest.MonkeyPatch, text: str, line: int, column: int, message: str, *, libyaml: bool
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    problem = told(text)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (line, column)
    assert message in problem.message


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML's own parser tells less")
@pytest.mark.parametrize(("text", "line", "column", "message"), WITH_LIBYAML.values(), ids=WITH_LIBYAML)
def test_with_libyaml_more_mistakes_are_told_so(text: str, line: int, column: int, message: str) -> None:
    problem = told(text)
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (line, column)
    assert message in problem.message


@pytest.mark.parametrize(
    "text", [text for text, *_ in {**CASES, **WITH_LIBYAML}.values()], ids={**CASES, **WITH_LIBYAML}
)
def test_a_mistake_without_libyaml_has_a_place_in_the_same_line(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    places = [told(text).place]
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    places.append(told(text).place)
    assert len({place and place.line for place in places}) == 1


def test_a_mistake_without_libyaml_is_told_in_plain_words_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert told("a:\n    b: c\n  d: e\n").message.startswith("This line is neither a key")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 'b", "Close it."),
        ('a: "b\nc: "d"\n', 'Close it; inside of the text such a mark is written \\".'),
        ("a: 'b\nc: 'd'\n", "Close it; inside of the text such a mark is written ''."),
        ("a: [b\n", f"Close it. {IN_BRACKETS}"),
        ("a: [b}\n", IN_BRACKETS),
        ("a: b: c\n", QUOTE_IT),
        ("a: b\n  c: d\n", "Let the keys of a record begin in the same column."),
        ("a: b\nc:d\n", "A colon needs a space after it; a text over several lines is set in below its key."),
        ("a:\n\tb: c\n", "Replace it by spaces."),
        ("a: @b\n", QUOTE_IT),
        ('a: "b\\c"\n', "Write \\\\ for it, or use single quotation marks."),
    ],
    ids=[
        "quotation mark",
        "long double",
        "long single",
        "bracket",
        "in brackets",
        "colon",
        "indent",
        "no space",
        "tab",
        "sign",
        "escape",
    ],
)
@pytest.mark.parametrize("libyaml", [True, False], ids=["libyaml", "pure Python"])
def test_a_mistake_comes_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, text: str, hint: str, *, libyaml: bool
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", libyaml)
    assert told(text).hint == hint


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML's own parser tells less")
@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "a:\n    b: c\n  d: e\n",
            "Keys of a record begin in the same column; an item of a list begins with “- ”.",
        ),
        ("a: 'b' c\n", "Put the whole text in quotation marks of the other kind: '...' around \"...\"."),
        ("a: *b c\n", QUOTE_IT),
    ],
    ids=["indent", "after a quotation", "star"],
)
def test_with_libyaml_more_mistakes_come_with_what_to_do(text: str, hint: str) -> None:
    assert told(text).hint == hint


MENDED = {
    "a: b: c\n": "a: 'b: c'\n",
    "a: @b\n": "a: '@b'\n",
    "a: 'b' c\n": "a: \"'b' c\"\n",
    'a: "C:\\data"\n': 'a: "C:\\\\data"\n',
    "a: [b: c: d]\n": "a: ['b: c: d']\n",
    "a: 'it's'\n": "a: 'it''s'\n",
    "a:\n\tb: c\n": "a:\n  b: c\n",
}


@pytest.mark.parametrize(("text", "mended"), MENDED.items(), ids=[repr(text) for text in MENDED])
def test_what_the_hint_says_mends_the_mistake(text: str, mended: str) -> None:
    told(text)
    problems = Problems("a.yaml")
    assert read_tree(mended, problems).root is not None
    assert problems.found == ()


def test_a_quotation_over_several_lines_that_is_closed_is_no_mistake() -> None:
    problems = Problems("a.yaml")
    read_tree("a: 'b\n  c: d'\ne: \"f\n  g\"\n", problems)
    assert problems.found == ()


def test_a_mistake_far_from_a_long_quotation_is_told_where_it_is() -> None:
    problem = told("a: 'b\n  c'\nd: e: f\n")
    assert problem.message.startswith(COLON)


def test_a_mistake_of_a_rare_kind_keeps_the_words_of_the_parser() -> None:
    assert told("a: 'b\n---\nc'\n").message.startswith("This is not YAML: while scanning a quoted scalar, ")


def test_no_control_character_comes_through_in_the_words_of_the_parser() -> None:
    message = told("%a\x85---\nb: c: d\n").message
    assert message.isprintable()

"""On which line of the file a paragraph or an actor stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from article.lines import line_of_actor, line_of_paragraph
from article.source import Source

HARBOR = Path(__file__).parents[1] / "data" / "harbor-ave-lane.yaml"
LITERAL = """\
format: 1
body: |2

  One begins
  and goes on.

  ## A heading
  \u00a0
  Two.


  Three.
actors:
  - {id: a, name: Ann}
  -
    name: Bob
    id: b
"""
FOLDED = """\
body: >
  One begins
  and goes on.


  Two is
  here.
"""
PLAIN = "actors: [{id: a}]\nbody: One begins\n  and goes on.\n\n\n  Two is here.\n"


@pytest.mark.parametrize(("index", "line"), [(0, 4), (1, 7), (2, 9), (3, 12), (4, 2)])
def test_the_line_of_a_paragraph_is_where_it_begins(index: int, line: int) -> None:
    assert line_of_paragraph(LITERAL, index) == line


@pytest.mark.parametrize(("text", "lines"), [(FOLDED, [2, 6]), (PLAIN, [2, 6])], ids=["folded", "plain"])
def test_a_paragraph_that_yaml_joined_is_known_by_its_beginning(text: str, lines: list[int]) -> None:
    assert [line_of_paragraph(text, index) for index in (0, 1)] == lines


@pytest.mark.parametrize("source", [Source.of(HARBOR), Source.shipped()], ids=["harbor", "shipped"])
def test_every_paragraph_of_an_article_stands_on_its_line(source: Source) -> None:
    assert source.path
    text = source.path.read_text()
    lines = text.split("\n")
    for index, paragraph in enumerate(load(source).paragraphs):
        line = line_of_paragraph(text, index)
        assert line
        assert lines[line - 1].strip().removeprefix("## ")[:20] == paragraph.text[:20]


def test_the_line_of_an_actor_is_where_it_begins() -> None:
    assert line_of_actor(LITERAL, "a") == 14
    assert line_of_actor(LITERAL, "b") == 16
    assert line_of_actor(LITERAL, "c") is None


@pytest.mark.parametrize("text", ["", "- a\n", "body: [\n", "body: [a]\nactors: b\n", "body: |\n  a\nactors: [b]\n"])
def test_what_is_no_article_any_more_does_no_harm(text: str) -> None:
    assert line_of_actor(text, "a") is None
    assert line_of_paragraph(text, 0) in (None, 2)

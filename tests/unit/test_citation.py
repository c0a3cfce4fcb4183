"""A position cited: words, actor, position and source, as text and in Markdown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from article import Article, load
from article.clean import clean, one_line
from article.exporters.citation import as_markdown, as_text, escaped, paragraph_as_markdown, paragraph_as_text
from article.model import Modality

DATA = Path(__file__).parents[1] / "data"
HOSTILE = "[x](http://a.b) *b* _i_ `c` <b>&amp; ~~s~~ ![i](j) | # h @you $x$ www.a.b \\"


def shown(markdown: str) -> list[str]:
    """The texts that a reader of the Markdown sees, one for each paragraph or item."""
    tokens = MarkdownIt("commonmark").enable(["strikethrough", "table"]).parse(markdown)
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "link_open", "link_close"}
    return ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]


def test_a_citation_tells_words_actor_issue_position_headline_publisher_and_paragraph(harbor: Article) -> None:
    assert as_text(harbor, harbor.stance["s1"]).splitlines() == [
        "“We will not wait for another crash”",
        "— Ines Okoro, mayor",
        "Issue: The lane",
        "Position: for “The protected lane should be built.”",
        "In short: The lane cannot wait.",
        "Act: commitment",
        "Source: “Council weighs Harbor Avenue bike lane”, Lakeford Ledger, 9 April 2031, ¶1",
        f"File: {harbor.source}",
    ]


def test_a_reported_position_is_told_as_reported(harbor: Article) -> None:
    assert "— City of Lakeford (reported by Ines Okoro)\n" in as_text(harbor, harbor.stance["s2"])


def test_a_denied_intention_does_not_read_as_opposition(harbor: Article) -> None:
    text = as_text(harbor, harbor.stance["s2"])
    assert "Act: no intention: a plan is denied, which is not opposition\n" in text
    assert "Position: unclear on “A pilot should run first.”\n" in text


def test_words_that_the_actor_did_not_say_are_told_as_the_articles(harbor: Article) -> None:
    assert "— Paul Reyes, director (paraphrase, in the article's words)\n" in as_text(harbor, harbor.stance["s5"])


def test_a_condition_is_cited(harbor: Article) -> None:
    assert "On condition: “if the state grant is approved”\n" in as_text(harbor, harbor.stance["s3"])


def test_pieces_that_stand_apart_are_joined_in_the_order_of_the_text(stated: Callable[..., Article]) -> None:
    article = stated(evidence="[Ann stays, Bob said it would snow]")
    assert as_text(article, article.stance["s"]).startswith("“Bob said it would snow […] Ann stays”\n")
    assert ", ¶1, ¶2\n" in as_text(article, article.stance["s"])


@pytest.mark.parametrize(
    ("words", "lack"),
    [
        ("It hailed", "missing: the text does not have these words"),
        ("would", "ambiguous: the text has these words more"),
    ],
)
def test_words_not_found_are_cited_with_what_is_the_matter(
    stated: Callable[..., Article], words: str, lack: str
) -> None:
    article = stated(evidence=words)
    assert f"Words: {lack}" in as_text(article, article.stance["s"])


def test_a_stance_without_words_is_cited_without_quotation_marks(harbor: Article) -> None:
    stance = harbor.stance["s1"]._replace(evidence=())
    assert as_text(harbor, stance).startswith("(The file gives no words for this position.)\n")


def test_markdown_quotes_the_words_and_lists_the_rest(harbor: Article) -> None:
    markdown = as_markdown(harbor, harbor.stance["s1"])
    assert markdown.startswith(
        "> “We will not wait for another crash”\n>\n> — Ines Okoro, mayor\n\n- Issue: The lane\n"
    )
    assert markdown.endswith("\n")


def test_a_web_address_becomes_a_link_and_another_one_does_not(harbor: Article) -> None:
    page = replace(harbor, url="https://lakeford.example/a_b?c=*d*")
    assert "- Link: <https://lakeford.example/a_b?c=*d*>\n" in as_markdown(page, page.stance["s1"])
    script = replace(harbor, url="javascript:alert(1)")
    assert "<javascript" not in as_markdown(script, script.stance["s1"])


def test_markup_in_an_article_stays_text_in_markdown(harbor: Article) -> None:
    stance = harbor.stance["s1"]
    hostile = replace(
        harbor,
        headline=HOSTILE,
        publisher=HOSTILE,
        url=HOSTILE,
        actors=tuple(actor._replace(name=HOSTILE) for actor in harbor.actors),
        issues=tuple(issue._replace(label=HOSTILE, proposition=HOSTILE) for issue in harbor.issues),
        paragraphs=tuple(paragraph._replace(text=HOSTILE) for paragraph in harbor.paragraphs),
    )
    stance = stance._replace(
        evidence=tuple(piece._replace(exact=HOSTILE) for piece in stance.evidence), modality=Modality.QUOTATION
    )
    told = shown(as_markdown(hostile, stance))
    assert told[:4] == [f"“{HOSTILE}”", f"— {HOSTILE}, mayor", f"Issue: {HOSTILE}", f"Position: for “{HOSTILE}”"]
    assert shown(paragraph_as_markdown(hostile, 0))[0] == HOSTILE


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_shown_by_markdown_as_it_is(text: str) -> None:
    line = one_line(clean(text)[0].replace("\t", " "))
    assert shown(f"“{escaped(line)}”\n") == [f"“{line}”"]


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "1. a", "12) a", "=== ", "> a", "---", "    a", "``` a", "| a"])
def test_a_beginning_that_markdown_would_read_as_a_block_stays_text(text: str) -> None:
    assert shown(f"> {escaped(one_line(text))}\n") == [one_line(text)]


def test_links_and_mentions_that_sites_make_of_bare_text_are_not_made() -> None:
    assert escaped("see https://a.example or www.a.example, @ann") == (
        "see https\\://a.example or www\\.a.example, \\@ann"
    )


def test_a_paragraph_is_cited_with_its_number_and_source(harbor: Article) -> None:
    assert paragraph_as_text(harbor, 1).splitlines() == [
        one_line(harbor.paragraphs[1].text),
        "Source: “Council weighs Harbor Avenue bike lane”, Lakeford Ledger, 9 April 2031, ¶2",
        f"File: {harbor.source}",
    ]


def test_what_has_problems_can_be_cited() -> None:
    article = load(DATA / "three-problems.yaml")
    for stance in article.stances:
        assert "Source: " in as_text(article, stance)
        assert "- Source: " in as_markdown(article, stance)

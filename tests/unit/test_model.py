"""What an article and its parts tell about themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from article.model import Actor, Article, Paragraph, Party

Compose = Callable[..., str]
Read = Callable[[str], Article]


def test_an_actor_is_labelled_by_its_short_name_where_it_has_one() -> None:
    assert Actor("a", "Ann Lee", None, "AL").label == "Ann Lee"
    assert Actor("a", "Ann Lee", None, "AL", short="Lee").label == "Lee"


def test_parts_are_found_by_their_ids(read: Read, compose: Compose) -> None:
    article = read(compose(parties="[{id: p, name: P}]"))
    assert article.actor == {"ann": article.actors[0], "bob": article.actors[1]}
    assert article.issue == {"lane": article.issues[0]}
    assert article.stance == {"s1": article.stances[0]}
    assert article.party == {"p": article.parties[0]}


def test_actors_are_grouped_by_party_in_the_order_of_the_file_and_those_without_come_last(
    read: Read, compose: Compose
) -> None:
    actors = (
        "[{id: a, name: A, kind: person}, {id: b, name: B, party: q, kind: person},"
        " {id: c, name: C, party: p, kind: person}, {id: d, name: D, party: q, kind: person}]"
    )
    article = read(compose(actors=actors, parties="[{id: p, name: P}, {id: none, name: N}, {id: q, name: Q}]"))
    assert [(party, [actor.id for actor in members]) for party, members in article.by_party] == [
        (Party("p", "P"), ["c"]),
        (Party("q", "Q"), ["b", "d"]),
        (None, ["a"]),
    ]


def test_a_heading_has_no_number(read: Read, compose: Compose) -> None:
    paragraphs = read(compose(body='"## Lanes\\n\\nAnn wants the lane."')).paragraphs
    assert [(paragraph.text, paragraph.is_heading) for paragraph in paragraphs] == [
        ("Lanes", True),
        ("Ann wants the lane.", False),
    ]


def test_every_word_of_an_article_counts(harbor: Article) -> None:
    counted = replace(harbor, paragraphs=(Paragraph("one two three", 1), Paragraph("four", None)))
    assert counted.words == 4


def test_in_a_text_as_long_as_books_some_paragraphs_speak_for_the_others(harbor: Article) -> None:
    paragraphs = tuple(Paragraph("word " * (20 + index % 70), index + 1) for index in range(12_345))
    exactly = sum(paragraph.text.count(" ") + 1 for paragraph in paragraphs)
    assert replace(harbor, paragraphs=paragraphs).words == pytest.approx(exactly, rel=0.1)

"""Parties and actors: their fields, tags, names and memberships."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from article.model import Actor, Article, Kind, Membership, Party
from article.problems import Problem

Compose = Callable[..., str]
Read = Callable[[str], Article]
Told = Callable[[Iterable[Problem]], list[str]]

ANN, BOB = "{id: ann, name: Ann, kind: person}", "{id: bob, name: Bob, kind: person}"


# ---------------------------------------------------------------------- parties


def test_parties_are_in_the_order_of_the_file(read: Read, compose: Compose) -> None:
    article = read(compose(parties="[{id: z, name: Last}, {id: a, name: First}]"))
    assert article.parties == (Party("z", "Last"), Party("a", "First"))
    assert article.problems == ()


@pytest.mark.parametrize("parties", [None, "", "[]"])
def test_an_article_may_have_no_parties(read: Read, compose: Compose, parties: str | None) -> None:
    article = read(compose(parties=parties))
    assert (article.parties, article.problems) == ((), ())


def test_a_party_without_an_id_is_left_out(read: Read, compose: Compose, told: Told) -> None:
    article = read(compose(parties="[{name: P}, {id: Q, name: Q}, {id: r, name: R}]"))
    assert article.parties == (Party("r", "R"),)
    assert told(article.problems) == ["8:11 error missing-key parties[0]", "8:27 error bad-id parties[1].id"]


# ---------------------------------------------------------------------- actors


def test_every_key_of_an_actor_is_read(read: Read, compose: Compose) -> None:
    actor = (
        "{id: ann, name: Ann Lee, kind: person, party: p, role: mayor, short: Ann, tag: AL, aliases: [the mayor],"
        " member_of: bob, same_as: 'https://www.wikidata.org/wiki/Q1'}"
    )
    article = read(compose(parties="[{id: p, name: P}]", actors=f"[{actor}, {{id: bob, name: Bob, kind: person}}]"))
    assert article.problems == ()
    assert article.actors[0] == Actor(
        id="ann",
        name="Ann Lee",
        kind=Kind.PERSON,
        tag="AL",
        party="p",
        role="mayor",
        short="Ann",
        aliases=("the mayor",),
        member_of=(Membership("bob"),),
        same_as="https://www.wikidata.org/wiki/Q1",
    )
    assert article.actors[1] == Actor("bob", "Bob", Kind.PERSON, "BO")


@pytest.mark.parametrize("kind", ["", ", kind: ", ", kind: ''"])
def test_an_actor_without_a_kind_is_a_problem_and_is_kept(read: Read, compose: Compose, told: Told, kind: str) -> None:
    article = read(compose(actors=f"[{{id: ann, name: Ann{kind}}}, {BOB}]"))
    assert article.actors[0] == Actor("ann", "Ann", None, "AN")
    assert [(problem.code, problem.path) for problem in article.problems] == [("missing-key", "actors[0]")]
    assert article.problems[0].message == "“kind” is missing or empty."


@pytest.mark.parametrize(
    ("member_of", "memberships"),
    [
        ("bob", (Membership("bob"),)),
        ("{org: bob, role: chair}", (Membership("bob", "chair"),)),
        (
            "[{org: bob, from: 2020, to: 2024-02}, {org: ann}]",
            (Membership("bob", None, "2020", "2024-02"), Membership("ann")),
        ),
        ("[bob, ann]", (Membership("bob"), Membership("ann"))),
        ("[bob, {org: ann, role: chair}]", (Membership("bob"), Membership("ann", "chair"))),
        ("''", ()),
        ("[]", ()),
    ],
)
def test_an_actor_is_member_of_one_or_several(
    read: Read, compose: Compose, member_of: str, memberships: tuple[Membership, ...]
) -> None:
    ann = f"{{id: ann, name: Ann, member_of: {member_of}, kind: person}}"
    article = read(compose(actors=f"[{ann}, {BOB}]"))
    assert article.problems == ()
    assert article.actors[0].member_of == memberships


@pytest.mark.parametrize(
    ("member_of", "problems"),
    [
        ("bo", ["5:42 error unknown-actor actors[0].member_of"]),
        ("[{org: bo}]", ["5:49 error unknown-actor actors[0].member_of[0].org"]),
        ("[{role: chair}]", ["5:43 error missing-key actors[0].member_of[0]"]),
        ("[bob, bo]", ["5:48 error unknown-actor actors[0].member_of[1]"]),
        ("[bob, Bo]", ["5:48 error unknown-actor actors[0].member_of[1]"]),
        ("[bob, [bob]]", ["5:48 error not-a-mapping actors[0].member_of[1]"]),
        ("[bob, '']", ["5:48 error missing-key actors[0].member_of[1]"]),
        ("[{org: bob, from: x}]", ["5:60 error bad-date actors[0].member_of[0].from"]),
    ],
)
def test_a_membership_that_is_wrong_is_a_problem(
    read: Read, compose: Compose, told: Told, member_of: str, problems: list[str]
) -> None:
    ann = f"{{id: ann, name: Ann, member_of: {member_of}, kind: person}}"
    article = read(compose(actors=f"[{ann}, {BOB}]"))
    assert told(article.problems) == problems


def test_an_unknown_name_is_a_problem_with_the_nearest_known_one(read: Read, compose: Compose) -> None:
    article = read(compose(actors=f"[{{id: ann, name: Ann, member_of: bobb, kind: person}}, {BOB}]"))
    (problem,) = article.problems
    assert (problem.message, problem.hint) == ("There is no actor “bobb”.", "Did you mean bob?")
    assert problem.suggestion is not None
    assert (problem.suggestion.old, problem.suggestion.new) == ("bobb", "bob")


def test_an_actor_of_an_unknown_party_has_none(read: Read, compose: Compose, told: Told) -> None:
    actors = f"[{{id: ann, name: Ann, party: q, kind: person}}, {BOB}]"
    article = read(compose(parties="[{id: p, name: P}]", actors=actors))
    assert article.actors[0].party is None
    assert told(article.problems) == ["5:38 error unknown-party actors[0].party"]


@pytest.mark.parametrize("tag", ["A", "ABC", "A!", "'  '", "'A B'"])
def test_a_tag_has_two_letters(read: Read, compose: Compose, told: Told, tag: str) -> None:
    article = read(compose(actors=f"[{{id: ann, name: Ann, tag: {tag}, kind: person}}, {BOB}]"))
    assert article.actors[0].tag == "AN"
    assert told(article.problems) == ([] if tag == "'  '" else ["5:36 error bad-value actors[0].tag"])


def test_a_tag_that_is_no_text_is_one_problem(read: Read, compose: Compose, told: Told) -> None:
    article = read(compose(actors=f"[{{id: ann, name: Ann, tag: [A], kind: person}}, {BOB}]"))
    assert told(article.problems) == ["5:36 error not-a-text actors[0].tag"]


def test_a_tag_given_to_two_actors_is_a_problem_of_both(read: Read, compose: Compose, told: Told) -> None:
    actors = "[{id: ann, name: Ann, tag: XX, kind: person}, {id: bob, name: Bob, tag: XX, kind: person}]"
    article = read(compose(actors=actors))
    assert [actor.tag for actor in article.actors] == ["XX", "BO"]
    assert told(article.problems) == ["5:36 error tag-twice actors[0].tag", "5:81 error tag-twice actors[1].tag"]


def test_a_name_of_two_actors_is_a_warning_and_means_the_first(read: Read, compose: Compose, told: Told) -> None:
    article = read(compose(actors=f"[{ANN}, {{id: bob, name: Bob, aliases: [Ann], kind: person}}]"))
    assert told(article.problems) == ["5:46 warning shared-name actors[1]"]
    assert [(mention.actor, mention.span.start) for mention in article.mentions] == [("ann", 0), ("bob", 20)]

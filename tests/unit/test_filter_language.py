"""Filters as expressions: what is understood, what is said of the rest, and the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.filter_language import MOST_PROBLEMS, Vocabulary
from article.filters import EVERYONE, Filter
from article.model import Actor, Article, Issue, Party, Position

RUSSIA = frozenset({"kremlin", "putin", "peskov", "russia"})


@pytest.fixture(scope="module")
def words(shipped: Article) -> Vocabulary:
    return Vocabulary(shipped)


def actors(*ids: str) -> Filter:
    return Filter(frozenset(ids))


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("", EVERYONE),
        ("  ", EVERYONE),
        ("actor:peskov", actors("peskov")),
        ("actor:peskov,putin", actors("peskov", "putin")),
        ("actor: peskov , putin ", actors("peskov", "putin")),
        ("actor:peskov actor:putin", actors("peskov", "putin")),
        ("ACTOR:Peskov", actors("peskov")),
        ("actor:dp", actors("peskov")),
        ('actor:"dmitry PESKOV"', actors("peskov")),
        ('actor:"dmitry peskov', actors("peskov")),
        ("actor:dmi", actors("peskov")),
        ("party:russia", Filter(RUSSIA)),
        ('party:"NATO and the West",ukraine', actors("macron", "nato", "europeans", "leaders", "west", "ukraine")),
        ("issue:troops", Filter(issues=frozenset({"troops"}))),
        ('issue:"send troops to ukraine"', Filter(issues=frozenset({"troops"}))),
        ("position:oppose", Filter(positions=frozenset({Position.OPPOSE}))),
        ("position:for,against", Filter(positions=frozenset({Position.SUPPORT, Position.OPPOSE}))),
        ("via:official", Filter(via=frozenset({"official"}))),
        ("via:none", Filter(via=frozenset({None}))),
        ("via:none,WH", Filter(via=frozenset({None, "official"}))),
        ("own:yes", Filter(own=True)),
        ("own:no", EVERYONE),
        ("own", Filter(own=True)),
        ("peskov against", Filter(frozenset({"peskov"}), positions=frozenset({Position.OPPOSE}))),
        ("russia", actors("russia")),
        ("allies", actors("macron", "nato", "europeans", "leaders", "west")),
        (
            "actor:peskov issue:troops position:oppose via:none",
            Filter(
                frozenset({"peskov"}),
                frozenset({"troops"}),
                frozenset({Position.OPPOSE}),
                frozenset({None}),
            ),
        ),
    ],
)
def test_an_expression_asks_for_a_filter(words: Vocabulary, text: str, chosen: Filter) -> None:
    assert words.understood(text) == (chosen, ())


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("actor:pescov", "No actor is called “pescov”. Did you mean peskov?"),
        ('actor:"Dimitri Pescov"', 'No actor is called “Dimitri Pescov”. Did you mean "Dmitry Peskov"?'),
        ("actor:xyz", "No actor is called “xyz”."),
        ("party:rusia", "No party is called “rusia”. Did you mean russia?"),
        ("issue:trops", "No issue is called “trops”. Did you mean troops?"),
        ("position:opose", "No position is called “opose”. Did you mean oppose?"),
        ("via:oficial", "No actor is called “oficial”. Did you mean official?"),
        ("own:perhaps", "Own words are asked for by own:yes, not by “perhaps”."),
        ("actr:peskov", "Nothing is filtered by “actr”. Did you mean actor?"),
        ("zz:peskov", "Nothing is filtered by “zz”. Known: actor, party, issue, position, via, own."),
        ("pescov", "Nothing is called “pescov”. Did you mean peskov?"),
        ("actor:", "Say which: “actor:” needs a value."),
        ("issue", "Say which: “issue:” needs a value."),
        ("actor: issue:troops", "Say which: “actor:” needs a value."),
        ('via:"none"', "No actor is called “none”."),
    ],
)
def test_what_is_not_understood_is_said_with_what_is_near(words: Vocabulary, text: str, problem: str) -> None:
    assert words.understood(text).problems == (problem,)


def test_what_begins_several_names_stands_for_none_of_them(words: Vocabulary) -> None:
    assert words.understood("actor:pre").problems
    assert words.understood("actor:p").problems


def test_after_some_problems_nothing_more_is_read(words: Vocabulary) -> None:
    text = " ".join(f"nobody{number}" for number in range(10_000))
    assert len(words.understood(text).problems) == MOST_PROBLEMS


def test_a_party_without_anybody_is_said_to_be_so(read: Callable[[str], Article], compose: Callable[..., str]) -> None:
    article = read(compose(parties="[{id: p, name: Pea}]"))
    assert Vocabulary(article).understood("party:pea").problems == ("Nobody is of the party “pea”.",)


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        (EVERYONE, ""),
        (actors("putin", "peskov"), "actor:putin,peskov"),
        (Filter(RUSSIA), "party:russia"),
        (Filter(RUSSIA | {"nato"}), "party:russia actor:nato"),
        (actors("ukraine"), "actor:ukraine"),
        (Filter(via=frozenset({None, "official"}), own=True), "via:none,official own:yes"),
        (Filter(positions=frozenset({Position.OPPOSE, Position.SUPPORT})), "position:support,oppose"),
    ],
)
def test_a_filter_is_told_as_an_expression(words: Vocabulary, chosen: Filter, text: str) -> None:
    assert words.expression(chosen) == text


IDS = ("ann", "none", "own", "yes", "s p", 'q"q', "a:b", "a,b", "ANN", "actor", "for", "p")
MADE_UP = Article(
    id="made-up",
    headline="Made up",
    paragraphs=(),
    parties=(Party("p", "ann"), Party("none", "own")),
    actors=tuple(
        Actor(id_, IDS[-number], None, IDS[number // 2], ("p", "none", None)[number % 3])
        for number, id_ in enumerate(IDS)
    ),
    issues=tuple(Issue(id_, IDS[-number], "It is.") for number, id_ in enumerate(IDS)),
    stances=(),
    source="made-up.yaml",
)


@given(
    st.builds(
        Filter,
        actors=st.frozensets(st.sampled_from(IDS)),
        issues=st.frozensets(st.sampled_from(IDS)),
        positions=st.frozensets(st.sampled_from(Position)),
        via=st.frozensets(st.sampled_from((*IDS, None))),
        own=st.booleans(),
    )
)
def test_a_filter_comes_back_from_its_expression(chosen: Filter) -> None:
    words = Vocabulary(MADE_UP)
    assert words.understood(words.expression(chosen)) == (chosen, ())


@given(st.text(alphabet='actor:isue," position none', max_size=40) | st.text(max_size=20))
def test_whatever_is_typed_is_understood_or_has_its_problem_in_one_line(text: str) -> None:
    understood = Vocabulary(MADE_UP).understood(text)
    assert all(problem and "\n" not in problem for problem in understood.problems)

"""The places where the text names its actors."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from article.anchors import UNSPACED, fold
from article.clean import clean_line
from article.folded import Folded
from article.mentions import MOST_SOUGHT, find_mentions, names_of
from article.model import Actor
from article.spans import Mention, Span


def actor(name: str, *aliases: str, short: str | None = None) -> Actor:
    return Actor(name, name, None, "XX", short=short, aliases=aliases)


def named(text: str, *actors: Actor) -> list[tuple[str, str]]:
    """The words of a text that name an actor, with the actor's id."""
    return [(text[m.span.start : m.span.end], m.actor) for m in find_mentions([fold(text)], actors)]


def test_an_actor_is_named_by_its_name_its_short_name_and_its_aliases() -> None:
    assert names_of(actor("Ines Okoro", "the mayor", short="Okoro")) == ("Ines Okoro", "Okoro", "the mayor")
    assert names_of(actor("Ann")) == ("Ann",)


def test_mentions_are_in_the_order_of_the_text() -> None:
    paragraphs = [fold("Bob met Ann."), fold("No one."), fold("Bob left.")]
    assert find_mentions(paragraphs, [actor("Ann"), actor("Bob")]) == (
        Mention(Span(0, 0, 3), "Bob"),
        Mention(Span(0, 8, 11), "Ann"),
        Mention(Span(2, 0, 3), "Bob"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Annex, Anna, JoAnn, Ann_a, Ann2, 2Ann", []),
        ("Ann's, (Ann), “Ann”, Ann-Marie, anti-Ann", ["Ann"] * 5),
        ("ann and ANN", []),
        ("Ann", ["Ann"]),
    ],
)
def test_only_whole_words_are_names(text: str, found: list[str]) -> None:
    assert [words for words, _ in named(text, actor("Ann"))] == found


def test_the_longest_name_is_meant() -> None:
    kremlin, peskov = actor("Kremlin"), actor("Peskov", "Kremlin spokesperson Dmitry Peskov")
    text = "Kremlin spokesperson Dmitry Peskov, the Kremlin spokesperson, and Peskov"
    assert named(text, kremlin, peskov) == [
        ("Kremlin spokesperson Dmitry Peskov", "Peskov"),
        ("Kremlin", "Kremlin"),
        ("Peskov", "Peskov"),
    ]


def test_a_name_that_begins_with_a_small_letter_may_begin_a_sentence() -> None:
    assert named("The mayor, the mayor, The Mayor", actor("Okoro", "the mayor")) == [
        ("The mayor", "Okoro"),
        ("the mayor", "Okoro"),
    ]


def test_a_name_that_begins_with_a_capital_does_not_begin_with_a_small_letter() -> None:
    assert named("the West and The West", actor("The West")) == [("The West", "The West")]


def test_a_name_of_two_actors_means_the_first() -> None:
    assert named("Ann", actor("Bob", "Ann"), actor("Ann")) == [("Ann", "Bob")]


def test_names_are_found_whatever_their_typography() -> None:
    text = "the\u00a0mayor’s  office and Jose\u0301 said"
    assert named(text, actor("the mayor's office"), actor("José")) == [
        ("the\u00a0mayor’s  office", "the mayor's office"),
        ("Jose\u0301", "José"),
    ]


@pytest.mark.parametrize("name", ["U.S.", "C++", "(X)", "a|b", "^", "[sic]", "\\d"])
def test_a_name_is_a_text_and_no_pattern(name: str) -> None:
    assert named(f"of {name} and aXb Uxsx 1", actor(name)) == [(name, name)]


def test_without_actors_nobody_is_named() -> None:
    assert find_mentions([fold("Ann")], []) == ()


WORDS = st.text("Aa b'’\u00a0\u0301", min_size=1, max_size=4).map(clean_line)


@given(st.lists(WORDS, max_size=10).map("".join), st.lists(WORDS, max_size=4))
def test_mentions_never_overlap_and_are_never_empty(text: str, names: list[str]) -> None:
    end = 0
    for mention in find_mentions([fold(text)], [actor(name) for name in names]):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("北京", "北京表示，不会派兵。", ["北京"]),
        ("モスクワ", "昨日モスクワは言った。", ["モスクワ"]),
        ("서울", "서울은 말했다.", ["서울"]),
        ("Москва", "Москва сказала, москвичи нет, Москвари нет.", ["Москва"]),
    ],
)
def test_scripts_without_spaces_have_no_word_bounds(name: str, text: str, found: list[str]) -> None:
    assert named(text, actor(name)) == [(words, name) for words in found]


def by_one_pattern(text: str, names: list[str]) -> list[tuple[int, int, str]]:
    """What is found when every name in turn, the longest first, is tried at every place."""

    def whole(name: str) -> str:
        before = "" if re.match(f"[{UNSPACED}]", name[0]) else r"(?<!\w)"
        after = "" if re.match(f"[{UNSPACED}]", name[-1]) else r"(?!\w)"
        return f"{before}{re.escape(name)}{after}"

    owner: dict[str, str] = {}
    for name in names:
        for form in (name, name[0].upper() + name[1:]) if name[0].islower() else (name,):
            owner.setdefault(form, name)
    pattern = "|".join(map(whole, sorted(owner, key=len, reverse=True)))
    return [(*found.span(), owner[found[0]]) for found in re.finditer(pattern, text)]


MIXED = st.text("aAb_. -漢字", min_size=1, max_size=4).map(lambda name: fold(name).text)


@settings(max_examples=1000)
@given(st.text("aAb_. -漢字", max_size=30), st.lists(MIXED, min_size=1, max_size=6))
@example("U.S.A", ["U.S.", "U.S"])
@example("a漢A (b)(b)a", ["(b)", "A (b)", "漢A (b)(b)a"])
@example("A Ab b", ["A A", "A", "Ab", "b b"])
def test_at_every_place_the_longest_name_of_whole_words_is_found(text: str, names: list[str]) -> None:
    mentions = find_mentions([Folded(text)], [actor(name) for name in names])
    assert [(*mention.span[1:], mention.actor) for mention in mentions] == by_one_pattern(text, names)


@settings(max_examples=300)
@given(st.text("aAb_. -漢字“é\u0301\u1161", max_size=30), st.data())
def test_names_cut_from_a_text_are_found_like_any_others(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    places = st.tuples(st.integers(0, 30), st.integers(1, 12))
    names = [
        folded.text[at : at + long].strip() or "a" for at, long in data.draw(st.lists(places, min_size=1, max_size=8))
    ]
    mentions = find_mentions([folded], [actor(name) for name in names])
    spans = [(*folded.real(start, end), name) for start, end, name in by_one_pattern(folded.text, names)]
    assert [(*mention.span[1:], mention.actor) for mention in mentions] == spans


def test_names_of_more_characters_than_the_memory_should_bear_are_left_out() -> None:
    long = "x" * MOST_SOUGHT
    assert named("Ann Bob", actor("Bob"), actor(long), actor("Ann")) == [("Ann", "Ann"), ("Bob", "Bob")]


def test_in_a_paragraph_of_many_pieces_every_name_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ann Bob Ann Bobby, Ann-Bob and Bob Ann. " * 9
    whole = named(text, actor("Ann"), actor("Bob"), actor("Bob Ann"))
    for piece in range(1, 30):
        monkeypatch.setattr("article.mentions.PIECE", piece)
        assert named(text, actor("Ann"), actor("Bob"), actor("Bob Ann")) == whole


def test_past_some_characters_names_that_a_longer_one_within_a_word_hides_are_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = actor("Ann"), actor("Ann Lee"), actor("Bob")
    assert [words for words, _ in named("Ann Leeds, Ann and Bob", *names)] == ["Ann", "Ann", "Bob"]
    monkeypatch.setattr("article.mentions.MOST_MARKED", 10)
    assert [words for words, _ in named("Ann Leeds, Ann and Bob", *names)] == ["Ann", "Bob"]


def test_no_more_places_are_kept_than_memory_should_bear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("article.mentions.MOST_FOUND", 3)
    assert len(named("Ann " * 9, actor("Ann"))) == 3

"""An article to complete: what a text becomes in YAML."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.importers.actors import SuggestedActor, suggest_actors
from article.importers.draft import Draft, NoDraftError
from article.importers.languages import language_of
from article.importers.plain_text import read_plain_text
from article.layout import lay_out
from article.loader import load_text
from article.model import Act, Article, Certainty, Kind, Role
from article.problems import Level
from article.skeleton import MOST_COLUMNS, example_evidence, skeleton

TEXTS = Path(__file__).parents[1] / "data" / "texts"
NAMES = ["english", "short", "german", "turkish", "russian"]
OKORO = SuggestedActor("okoro", "Ines Okoro", Kind.PERSON, "once")
FERRY = read_plain_text("Ferry\n\nThe ferry runs late tonight, she said.")


def made(draft: Draft, actors: tuple[SuggestedActor, ...] = (OKORO,), language: str | None = "en") -> str:
    return skeleton(draft, actors, language, "ferry.txt", "ferry.yaml")


def of_file(name: str) -> tuple[Draft, str]:
    """A sample text, and all that the program makes of it."""
    draft = read_plain_text((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))
    texts = [paragraph.text for paragraph in draft.paragraphs if paragraph.number]
    language = language_of("\n".join(texts))
    return draft, made(draft, suggest_actors(texts, language), language)


def with_patterns(text: str) -> str:
    """The article after the “# ” of its patterns is removed."""
    return re.sub("(?m)^  # (?=- |  )", "  ", text)


def errors(article: Article) -> list[str]:
    return [str(problem) for problem in article.problems if problem.level is not Level.WARNING]


# ---------------------------------------------------------------------- the text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_made_of_a_report_has_its_text_and_no_error(name: str) -> None:
    draft, text = of_file(name)
    article = load_text(text)
    assert (article.headline, article.paragraphs) == (draft.headline, draft.paragraphs)
    assert {problem.code for problem in article.problems} == {"empty-list"}


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["#", "##", "a", " ", "\n", "\t", ":", "-", "\u0301", "\xa0", "|"])).map("".join),
    )
)
def test_whatever_a_text_is_it_comes_through_unchanged(text: str) -> None:
    try:
        draft = read_plain_text(f"x{text}")
    except NoDraftError:
        return
    article = load_text(made(draft))
    assert (article.headline, article.paragraphs) == (draft.headline, draft.paragraphs)
    assert (errors(article), article.hidden) == ([], 0)


@pytest.mark.parametrize(
    "body",
    ["# one\n\n- two: three", "    indented\n\n\ttabbed", "%YAML 1.1", "---\n\n...", "&a *b !c", "'\n\n\"", "key: |"],
)
def test_text_that_looks_like_yaml_is_text(body: str) -> None:
    draft = read_plain_text(f"Headline\n\n{body}")
    assert load_text(made(draft)).paragraphs == draft.paragraphs


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), min_size=40).map(" ".join))
def test_long_paragraphs_are_broken_into_lines_and_stay_as_they_are(text: str) -> None:
    draft = replace(FERRY, paragraphs=read_plain_text(f"x\n\nx{text}").paragraphs)
    assert load_text(made(draft)).paragraphs == draft.paragraphs


def test_lines_of_the_body_fit_a_page() -> None:
    _, text = of_file("english")
    body = text[text.index("body: |") : text.index("parties:")]
    assert max(map(len, body.split("\n"))) <= MOST_COLUMNS + 2


@pytest.mark.parametrize("headline", ["no", "2031-04-09", "- a", "a: b", "“Yes” #1", "'", '"', "@a", "[x]", "~"])
def test_a_headline_is_quoted_where_yaml_needs_it(headline: str) -> None:
    article = load_text(made(replace(FERRY, headline=headline)))
    assert (article.headline, errors(article)) == (headline, [])


def test_what_the_text_tells_of_its_publication_is_in_the_file() -> None:
    told = replace(
        FERRY, publisher="The Ledger: daily", author="Jane Doe", published="2031-04-09", url="https://a.b/#c"
    )
    article = load_text(made(told, language="en"))
    assert (article.publisher, article.author) == ("The Ledger: daily", "Jane Doe")
    assert (article.published, article.url, article.language) == ("2031-04-09", "https://a.b/#c", "en")


def test_what_it_does_not_tell_has_a_pattern_that_may_be_used() -> None:
    text = re.sub("(?m)^# (?=[a-z]+: )", "", made(FERRY, language=None))
    article = load_text(text)
    assert None not in (article.publisher, article.author, article.published, article.url, article.language)
    assert errors(article) == []


def test_the_first_line_tells_what_to_do_next() -> None:
    first, _, _ = made(FERRY).partition("\n")
    assert first == "# What follows was made from ferry.txt. Complete it, then: kremlin-tui check ferry.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_the_layout_is_the_canonical_one(name: str) -> None:
    _, text = of_file(name)
    assert lay_out(text) == text


# ---------------------------------------------------------------------- actors


def test_an_actor_is_suggested_with_the_reason_beside_it() -> None:
    actor = SuggestedActor("okoro", "Ines Okoro", Kind.PERSON, "2 times; “Okoro said”", "Okoro", "mayor", ("Okoro’s",))
    record = "{id: okoro, name: Ines Okoro, short: Okoro, kind: person, role: mayor, aliases: [Okoro’s]}"
    assert f"  - {record}  # 2 times; “Okoro said”\n" in made(FERRY, (actor,))


def test_an_actor_that_does_not_fit_a_line_has_several() -> None:
    actor = SuggestedActor("o", "O" * 60, Kind.PERSON, "once", role="mayor: " + "m" * 60)
    text = made(FERRY, (actor,))
    assert f"  # once\n  - id: o\n    name: {'O' * 60}\n    kind: person\n    role: 'mayor: {'m' * 60}'\n" in text
    assert load_text(text).actors[0].role == "mayor: " + "m" * 60


# ---------------------------------------------------------------------- patterns


@pytest.mark.parametrize("name", NAMES)
def test_the_patterns_make_an_article_without_an_error(name: str) -> None:
    _, text = of_file(name)
    article = load_text(with_patterns(text))
    (stance,) = article.stances
    assert (errors(article), len(stance.words), len(article.issues)) == ([], 1, 1)


REYES = SuggestedActor("reyes", "Tom Reyes", Kind.PERSON, "once")


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("via: [reyes]", "via", ("reyes",)),
        ("act: warning", "act", Act.WARNING),
        ("certainty: conditional", "certainty", Certainty.CONDITIONAL),
    ],
    ids=["via", "act", "certainty"],
)
def test_a_key_that_a_stance_may_do_without_is_a_comment_in_the_pattern_and_may_be_used(
    line: str, name: str, value: object
) -> None:
    pattern = with_patterns(made(FERRY, (OKORO, REYES)))
    assert f"\n    # {line}  # " in pattern
    used = load_text(pattern.replace(f"    # {line}", f"    {line}"))
    assert (errors(used), [getattr(stance, name) for stance in used.stances]) == ([], [value])


def test_the_forms_of_evidence_that_the_pattern_shows_may_be_used() -> None:
    ferry = read_plain_text("Ferry\n\nThe lane is long, but the lane will open if the grant comes. She hopes so.")
    lines = with_patterns(made(ferry)).split("\n")
    (several,) = [line.partition("# ")[2] for line in lines if line.startswith("    # evidence: ")]
    (apart,) = [line.partition("told apart: ")[2] for line in lines if "told apart: " in line]
    for evidence, roles in ((several, [Role.CONTENT, Role.CONDITION]), (f"evidence: {apart}", [Role.CONTENT])):
        used = load_text("\n".join(re.sub("^    evidence: .*", f"    {evidence}", line) for line in lines))
        (stance,) = used.stances
        assert (errors(used), [piece.role for piece in stance.evidence]) == ([], roles)


def test_an_article_without_a_suggestion_has_a_pattern_for_actors_too() -> None:
    article = load_text(with_patterns(made(FERRY, ())))
    assert (errors(article), [actor.id for actor in article.actors]) == ([], ["actor-1"])
    assert article.stances[0].actor == "actor-1"


def test_the_pattern_of_a_stance_is_of_a_person_if_there_is_one() -> None:
    board = SuggestedActor("board", "The board", Kind.ORGANIZATION, "once")
    assert load_text(with_patterns(made(FERRY, (board, OKORO)))).stances[0].actor == "okoro"
    assert load_text(with_patterns(made(FERRY, (board,)))).stances[0].actor == "board"


@pytest.mark.parametrize(
    ("body", "evidence"),
    [
        ("He waits. “We will wait: no more,” she said.", "We will wait: no more"),
        ("Er wartet. „Wir warten nun nicht mehr“, sagte sie.", "Wir warten nun nicht mehr"),
        ("Он ждёт. «Мы больше не будем ждать», — сказала она.", "Мы больше не будем ждать"),
        ("Er wartet. »Wir warten nun nicht mehr«, sagte sie.", "Wir warten nun nicht mehr"),
        ("»Nein«, sagte er an der Mole. »Wir warten nun nicht mehr«, sagte sie.", "Wir warten nun nicht mehr"),
        ("« Non », dit-il. «Nous ne voulons plus attendre», dit-elle.", "Nous ne voulons plus attendre"),
        ('He waits. "We wait no more," she said.', "We wait no more"),
        ("The “Ledger” waits at sea. Nobody waits with it.", "Nobody waits with it"),
        ("“No,” she said. The ferry runs all night.", "The ferry runs all night"),
        ("“No more of that here.” “No more of that here.” They wait at sea.", "They wait at sea"),
        ("Wait.", "Wait."),
        ("東京で地震がありました。", "東京で地震がありました。"),
    ],
)
def test_evidence_is_shown_by_words_that_the_text_has_once(body: str, evidence: str) -> None:
    assert example_evidence(read_plain_text(f"x\n\n{body}").paragraphs) == evidence


def test_long_quotations_are_shown_by_their_beginning() -> None:
    words = [f"word{number}" for number in range(40)]
    assert example_evidence(read_plain_text(f"x\n\n“{' '.join(words)}”").paragraphs) == " ".join(words[:20])


def test_a_text_of_which_nothing_is_unique_still_gets_its_pattern() -> None:
    draft = read_plain_text("x\n\nNo.\n\nNo.")
    assert example_evidence(draft.paragraphs) == ""
    assert errors(load_text(made(draft))) == []

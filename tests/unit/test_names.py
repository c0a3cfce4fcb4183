"""Actors suggested from a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.importers.actors import MOST_ACTORS, SuggestedActor, suggest_actors
from article.importers.plain_text import read_plain_text

TEXTS = Path(__file__).parents[1] / "data" / "texts"


def suggested(text: str, language: str | None = "en") -> dict[str, SuggestedActor]:
    """The suggestions by name, of a text with one paragraph a line."""
    return {actor.name: actor for actor in suggest_actors(text.split("\n"), language)}


def only(text: str, language: str | None = "en") -> SuggestedActor:
    """The one suggestion of a text that has one."""
    (actor,) = suggested(text, language).values()
    return actor


def told(actor: SuggestedActor) -> str:
    short = f" ({actor.short})" if actor.short else ""
    role = f", {actor.role}" if actor.role else ""
    aliases = f", also {', '.join(actor.aliases)}" if actor.aliases else ""
    return f"{actor.id}: {actor.name}{short}, {actor.kind}{role}{aliases}"


@pytest.mark.parametrize(
    ("name", "language"),
    [("english", "en"), ("short", "en"), ("german", "de"), ("turkish", "tr"), ("russian", "ru")],
)
def test_an_editor_is_given_the_actors_of_a_report(name: str, language: str) -> None:
    """As ``tests/data/texts/*.actors`` has them, each with its short name, kind, role and aliases."""
    draft = read_plain_text((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))
    actors = suggest_actors([paragraph.text for paragraph in draft.paragraphs if paragraph.number], language)
    assert list(map(told, actors)) == (TEXTS / f"{name}.actors").read_text(encoding="utf-8").splitlines()


# ---------------------------------------------------------------------- persons


def test_a_surname_alone_belongs_to_the_full_name() -> None:
    actor = only("It was late, Dmitry Peskov said. Nobody asked Peskov why.")
    assert (actor.name, actor.short, actor.id, actor.reason) == (
        "Dmitry Peskov",
        "Peskov",
        "peskov",
        "2 times; “Dmitry Peskov said”, so perhaps a person",
    )


def test_a_surname_of_two_persons_names_neither() -> None:
    found = suggested("The farmer Ann Lee and the baker Bob Lee were there. It was cold, Lee said.")
    assert {name: actor.short for name, actor in found.items()} == {"Ann Lee": None, "Bob Lee": None}


def test_persons_of_one_surname_have_ids_of_their_own() -> None:
    found = suggested("The farmer Ann Lee and the baker Bob Lee were there.")
    assert [actor.id for actor in found.values()] == ["lee", "bob-lee"]


def test_particles_belong_to_the_surname() -> None:
    actor = only("It is late, Ursula von der Leyen said. We asked von der Leyen.")
    assert (actor.name, actor.short, actor.id) == ("Ursula von der Leyen", "von der Leyen", "leyen")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On Monday Mayor Ines Okoro left.", "mayor"),
        ("On Monday former Prime Minister Ines Okoro left.", "former prime minister"),
        ("The mayor, Ines Okoro, left.", "mayor"),
        ("Later Ines Okoro, the mayor, left.", "mayor"),
        ("French President Ines Okoro left.", "president"),
    ],
)
def test_a_title_beside_a_name_is_the_role_of_a_person(text: str, role: str) -> None:
    actor = only(text)
    assert (actor.name, actor.kind, actor.role) == ("Ines Okoro", "person", role)


def test_the_title_of_somebody_else_is_no_role() -> None:
    assert only("A spokesman for the prosecutor, Neil Abara, said nothing.").role is None


def test_an_honorific_shows_a_person_without_a_role() -> None:
    actor = only("Nobody had asked Dr. Amara Nwosu.")
    assert (actor.name, actor.kind, actor.role) == ("Amara Nwosu", "person", None)


def test_what_a_title_is_of_is_no_actor() -> None:
    assert list(suggested("The Secretary of Culture left. The Secretary of Culture is back. Culture is Culture.")) == []


def test_a_person_who_is_said_to_know_is_no_speaker() -> None:
    assert only("“No,” said Ann Lee. She said Bob Ray knew.").name == "Ann Lee"


# ---------------------------------------------------------------------- organizations


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A threat, says the Harbor Merchants Association.", "Harbor Merchants Association", "organization"),
        ("The Ministry of Defence has denied it.", "Ministry of Defence", "government"),
        ("It was in the Lakeford Ledger.", "Lakeford Ledger", "media"),
        ("The Aldwyn Fishers’ Union is large.", "Aldwyn Fishers’ Union", "organization"),
        ("It began when NATO met. Nobody wants NATO here.", "NATO", "intergovernmental"),
        ("In the end Turkey waits. But Turkey warned everybody.", "Turkey", "country"),
        ("A deal with Unison failed, and Unison, the union, said so.", "Unison", "organization"),
        ("They are Voices of the Valley. We are Voices of the Valley.", "Voices of the Valley", "organization"),
    ],
)
def test_a_word_in_its_name_or_beside_it_tells_what_an_organization_is(text: str, name: str, kind: str) -> None:
    actor = only(text)
    assert (actor.name, actor.kind) == (name, kind)


def test_an_acronym_in_brackets_is_an_alias() -> None:
    actor = only("The Lakeford Harbor Board (LHB) waits. Nobody asks the LHB.")
    assert (actor.name, actor.aliases, actor.reason) == ("Lakeford Harbor Board", ("LHB",), "3 times")


def test_a_name_that_is_never_reduced_to_a_surname_is_no_persons() -> None:
    actor = only("It is late, Meridian Quays said. Then Meridian Quays left. We like Meridian Quays.")
    assert (actor.kind, actor.reason) == ("organization", "3 times; “Meridian Quays said”; the kind is a guess")


# ---------------------------------------------------------------------- what is no actor


@pytest.mark.parametrize(
    "text",
    [
        "On Monday it rained. On Monday, in March, it rained. Last Monday it rained.",
        "Meanwhile it rained. Critics said so. But critics say much. Critics said more.",
        "The Russian said little. A Russian said more. Every Russian said something.",
        "It rains in Lakeford. It snows in Lakeford. It hails in Lakeford.",
        "They live on Mill Street. He left Mill Street. She loves Mill Street.",
        "The GDP grew. Our GDP grew. His GDP shrank. The CEO left the TV on.",
        "THE WHOLE THING IS SHOUTED. THE WHOLE THING IS SHOUTED.",
        "I said so. I said so. I said so.",
        "Nothing here has a name.",
        "",
    ],
    ids=["days", "initial", "demonym", "town", "street", "abbreviations", "shouted", "I", "small", "empty"],
)
def test_not_every_capital_is_an_actors(text: str) -> None:
    assert list(suggested(text)) == []


def test_a_word_that_the_text_has_in_small_letters_is_no_name() -> None:
    assert list(suggested("We met the Council. He left the Council. She is the Council. It is a council.")) == []


def test_a_report_with_many_names_has_no_more_suggestions_than_help() -> None:
    text = " ".join(f"It is late, {first}a {last}son said." for first in "ABCDEFGH" for last in "KLMNP")
    assert len(suggested(text)) == MOST_ACTORS


def test_a_story_in_a_script_without_capitals_gets_no_suggestion() -> None:
    assert list(suggested("東京で地震がありました。政府は発表しました。", None)) == []


# ---------------------------------------------------------------------- German


def test_german_nouns_are_no_names() -> None:
    text = "Die Kosten der Brücke steigen. Tonnen Stahl fehlen. Kosten steigen, Stahl fehlt, Kosten steigen."
    assert list(suggested(text, "de")) == []


def test_a_german_genitive_is_the_same_name() -> None:
    actor = only("Gestern sagte Anna Lind nichts. Der Kurs Linds ist klar.", "de")
    assert (actor.name, actor.short, actor.aliases) == ("Anna Lind", "Lind", ("Linds",))


def test_a_german_month_may_be_a_surname_behind_a_title() -> None:
    assert only("Landrat Jörg Winter war im Winter dort.", "de").name == "Jörg Winter"


def test_the_noun_before_a_german_name_may_be_a_label() -> None:
    actor = only("Die Firma Alpengleit baut.", "de")
    assert (actor.name, actor.kind) == ("Alpengleit", "organization")


# ---------------------------------------------------------------------- Turkish


@pytest.mark.parametrize("text", ["Erdoğan’ın planı var.", "Erdoğan'a göre iş bitti."])
def test_a_turkish_suffix_is_no_part_of_a_name(text: str) -> None:
    assert only(f"Cumhurbaşkanı Recep Erdoğan geldi. {text}", "tr").aliases == ()


def test_a_turkish_verb_of_speech_ends_the_sentence() -> None:
    actor = only("Nermin Altuğ, bu kentin iki yıl içinde değişeceğini söyledi.", "tr")
    assert (actor.kind, actor.reason) == ("person", "once; “Nermin Altuğ … söyledi”, so perhaps a person")


def test_a_turkish_role_has_its_owner() -> None:
    actor = only("Dün Kültür Bakanı Selin Uçar geldi.", "tr")
    assert (actor.name, actor.role) == ("Selin Uçar", "Kültür Bakanı")


def test_the_case_of_a_turkish_institution_is_an_alias() -> None:
    actor = only("Bunu Kültür Bakanlığı duyurdu. Kültür Bakanlığının kararı bu.", "tr")
    assert (actor.name, actor.aliases) == ("Kültür Bakanlığı", ("Kültür Bakanlığının",))


# ---------------------------------------------------------------------- Russian


def test_russian_cases_are_one_name() -> None:
    actor = only("Вчера Дмитрий Песков молчал. По словам Пескова, рано. С Песковым спорят.", "ru")
    assert (actor.name, actor.short, actor.aliases) == ("Дмитрий Песков", "Песков", ("Пескова", "Песковым"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Здесь ждут Дмитрия Пескова. С Песковым спорят. По словам Пескова, рано.", "Дмитрий Песков"),
        ("Мария Захарова ответила. С Захаровой спорят.", "Мария Захарова"),
        ("По словам Елены Бурцевой, рано. С Бурцевой спорят.", "Елена Бурцева"),
        ("Писатель Лев Толстой ушёл. Толстого ищут.", "Лев Толстой"),
        ("Губернатор Аркадий Лещинский ушёл. К Лещинскому едут.", "Аркадий Лещинский"),
        ("Министр Сергей Шойгу ушёл. Шойгу ищут.", "Сергей Шойгу"),
        ("Учёного Павла Ильина ждут. Ильин сказал, что рано.", "Павел Ильин"),
    ],
)
def test_a_russian_name_is_given_in_the_nominative(text: str, name: str) -> None:
    assert only(text, "ru").name == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Пресс-секретаря Кремля Дмитрия Пескова ждут. Песков ушёл.", "Дмитрий Песков", "пресс-секретарь"),
        ("Вчера губернатор области Аркадий Лещинский ушёл.", "Аркадий Лещинский", "губернатор области"),
        ("Глава фирмы «Север» Олег Белов ушёл.", "Олег Белов", "глава фирмы «Север»"),
    ],
)
def test_a_russian_role_may_stand_apart_from_the_name(text: str, name: str, role: str) -> None:
    assert suggested(text, "ru")[name].role == role


def test_a_russian_company_is_told_by_the_noun_before_it() -> None:
    actor = only("Компания «Севергидро» ушла.", "ru")
    assert (actor.name, actor.kind) == ("Севергидро", "organization")


def test_what_a_russian_is_the_head_of_is_no_person() -> None:
    assert "person" not in [
        actor.kind for actor in suggested("Вчера глава Росатома ушёл. О Росатоме молчат.", "ru").values()
    ]


# ---------------------------------------------------------------------- other languages, other texts


def test_in_other_languages_names_that_recur_are_suggested() -> None:
    text = "« Nous partons », dit Claire Dumesnil. Claire Dumesnil et la SNCF. Selon la SNCF, non."
    found = suggested(text, "fr")
    assert [(name, actor.reason) for name, actor in found.items()] == [
        ("Claire Dumesnil", "2 times; the kind is a guess"),
        ("SNCF", "2 times; the kind is a guess"),
    ]


SHREDS = """
Peskov said Dmitry Mr. the of von der Leyen NATO U.S. (LHB) Board «Газпром» Пескова Песковым Дмитрия сказал глава
Erdoğan'ın Başkanı dedi Ministerium Verbands , . “ ” J. K. ' ’s O'Neill al-Assad İstanbul ǅ ß ŉ İ: - [ ] {
"""


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(SHREDS.split())).map(" ".join)),
    st.sampled_from(["en", "de", "tr", "ru", "fr", None]),
)
def test_any_text_has_its_suggestions(text: str, language: str | None) -> None:
    actors = suggest_actors([text], language)
    assert len({actor.id for actor in actors}) == len(actors) <= MOST_ACTORS

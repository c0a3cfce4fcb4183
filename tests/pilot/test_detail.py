"""The detail of a position: all that the file says of it, and the ways from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import Article, load
from tests.pilot.person import OpenReader, Person
from tui.screens.detail import Detail
from tui.widgets.stance_detail import StanceDetail

DATA = Path(__file__).parents[1] / "data"
EVERYTHING = """\
format: 1
id: a
headline: A lane
coder: Cora
body: |
  First of all it rained. Ann, said Bob, wants the lane if it is paid for, and soon. So it went.

  Later she would have it, Dan told Bob.
parties: [{id: p, name: Builders}]
actors:
  - {id: ann, name: Ann Lee, kind: person, party: p, role: mayor}
  - {id: bob, name: Bob Ray, kind: person}
  - {id: dan, name: Dan Orr, kind: person, role: clerk}
issues: [{id: i, label: The lane, proposition: The lane should be built.}]
stances:
  - id: all
    actor: ann
    via: [bob, dan]
    issue: i
    position: support
    modality: mixed
    act: commitment
    negated: true
    certainty: likely
    target: dan
    date: 2031-04-09
    date_basis: inferred
    coder: Cid
    note: Only once.
    summary: She wants it.
    evidence:
      - wants the lane
      - {exact: said Bob, role: cue}
      - {exact: if it is paid for, role: condition}
      - Later she would have it
    relations: [{type: rejects, stance: plain}, {type: supports, stance: lost}]
  - {id: plain, actor: bob, issue: i, position: oppose, modality: paraphrase, summary: No., evidence: it rained}
  - {id: lost, actor: dan, issue: i, position: unclear, modality: inferred, summary: Who knows., evidence: it snowed}
  - {id: many, actor: dan, issue: i, position: neutral, modality: inferred, summary: Both., evidence: it}
"""


@pytest.fixture
def everything(tmp_path: Path) -> Article:
    """An article in which one position has all that can be said of one."""
    file = tmp_path / "a.yaml"
    file.write_text(EVERYTHING)
    return load(file)


def detail_of(person: Person) -> StanceDetail:
    return person.app.screen.query_one(StanceDetail)


def sheet(person: Person) -> str:
    """The text of the sheet in one line, without what is beside it."""
    region = detail_of(person).region
    lines = person.screen().splitlines()[region.y : region.bottom]
    return " ".join(" ".join(line[region.x :].rstrip("│┃ ").lstrip("▸│ ") for line in lines).split())


def told(person: Person) -> list[str]:
    """The notices on the screen."""
    return [toast.message for toast in person.app._notifications]


async def open_stance(person: Person, stance: str) -> None:
    """Put the cursor on a position's card, and ask for its detail."""
    await person.press("3", "g")
    while person.card != stance:
        await person.press("j")
    await person.press("i")


@pytest.mark.parametrize(
    "said",
    [
        "AL Ann Lee Builders mayor",
        "▲ FOR The lane The lane should be built.",
        "In short She wants it.",
        "Told ↪ reported by Bob Ray, citing Dan Orr; partly quoted, partly in the article's words",
        "Cue “said Bob”",
        "Act no commitment: the words deny it",
        "Certainty likely",
        "On condition “if it is paid for”",
        "To or about Dan Orr, clerk",
        "Said 9 April 2031 (inferred)",
        "Coded by Cid",
        "Note Only once.",
        "line 16, id all",
        "¶1 Ann, said Bob, wants the lane if it is paid for, and soon. ¶2 Later she would have it, Dan told Bob.",
        "rejects BR Bob Ray ▼ AGAINST The lane No.",
        "supports DO Dan Orr ? UNCLEAR The lane Who knows.",
    ],
)
async def test_all_that_the_file_says_is_told(open_reader: OpenReader, everything: Article, said: str) -> None:
    async with open_reader(everything, size=(160, 50)) as person:
        await open_stance(person, "all")
        assert said in sheet(person).replace(everything.source, "a.yaml")


async def test_what_the_file_does_not_say_is_left_out(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "plain")
        for label in ("Act", "Certainty", "On condition", "To or about", "Said", "Note", "Cue"):
            assert label not in sheet(person)
        assert "Coded by Cora, as all of the article" in sheet(person)
        assert "of no party" in sheet(person)


@pytest.mark.parametrize(
    ("stance", "lack"),
    [
        ("lost", "“it snowed” missing: the text does not have these words"),
        ("many", "“it” ambiguous: the text has these words more than once"),
    ],
)
async def test_words_that_were_not_found_are_told_with_the_reason(
    open_reader: OpenReader, everything: Article, stance: str, lack: str
) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, stance)
        assert lack in sheet(person)


async def test_what_has_no_words_and_no_relations_leads_nowhere(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "many")
        await person.press("enter")
        assert isinstance(person.app.screen, Detail)
        assert told(person) == ["The words of this position were not found in the text."]


async def test_words_condition_and_cue_are_marked_differently(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "all")
        ink = person.palette.actors["ann"]
        styles = {
            segment.text: segment.style
            for strip in person.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
        }
        assert styles["wants the lane"].bgcolor == ink.pinned.bgcolor
        assert styles["if it is paid for"].bgcolor == ink.words.bgcolor
        assert styles["said Bob"].italic
        assert styles["said Bob"].color == ink.name.color


async def test_answers_are_listed_both_ways(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "plain")
        assert "is rejected by AL Ann Lee" in sheet(person)


async def test_enter_follows_a_relation_and_backspace_goes_back(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "all")
        await person.press("j", "j", "enter")
        assert detail_of(person).stance.id == "plain"
        await person.press("j", "enter")
        assert detail_of(person).stance.id == "all"
        await person.press("backspace")
        assert (detail_of(person).stance.id, detail_of(person).cursor) == ("plain", 1)
        await person.press("backspace")
        assert (detail_of(person).stance.id, detail_of(person).cursor) == ("all", 2)
        await person.press("backspace")
        assert detail_of(person).stance.id == "all"


async def test_the_way_back_is_offered_only_where_there_is_one(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "plain")
        assert "Back" not in person.screen().splitlines()[-1]
        await person.press("j", "enter")
        assert "backspace Back" in person.screen().splitlines()[-1]


async def test_enter_goes_to_the_words_under_the_cursor(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "all")
        await person.press("j", "enter")
        assert person.app.screen is person.reader
        assert (person.focus, person.pinned, person.paragraph) == ("article", "all", 1)


async def test_from_anywhere_two_keys_go_to_the_first_words(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await open_stance(person, "plain")
        await person.press("j", "enter", "G", "g", "enter")
        assert (person.focus, person.pinned, person.paragraph) == ("article", "all", 0)
        assert person.caret.offset == person.view.article.paragraphs[0].text.index("wants")


@pytest.mark.parametrize("size", [(160, 45), (60, 24)])
async def test_own_words_and_undo_are_what_they_are_in_the_reader(
    open_reader: OpenReader, size: tuple[int, int]
) -> None:
    async with open_reader(size=size) as person:
        await person.press("3", "j", "i")
        assert "Position  2 of 19" in person.screen()
        await person.press("w")
        assert person.view.state.chosen.own
        assert "Position  2 of 16" in person.screen()
        await person.press("u")
        assert "Position  2 of 19" in person.screen()
        await person.press("escape")
        assert not person.view.state.chosen


async def test_a_position_that_own_words_hide_says_so_and_stays(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        person.reader.go_to_stance(person.reader.article.stance["us-troops"])
        await person.settle()
        await person.press("i", "w")
        assert "hidden by the filter" in person.screen()
        assert detail_of(person).stance.id == "us-troops"


async def test_words_that_the_filter_hides_can_be_gone_to(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await person.press("2", "j", "o")
        await open_stance(person, "plain")
        await person.press("j", "enter")
        assert "hidden by the filter" in person.screen()
        await person.press("n")
        assert told(person) == ["This position is not among those that are shown."]
        await person.press("enter")
        assert person.paragraph == 0
        assert told(person) == ["The filter hides Ann Lee."]


@pytest.mark.parametrize("key", ["escape", "i", "q"])
async def test_it_is_left_without_moving(open_reader: OpenReader, key: str) -> None:
    async with open_reader() as person:
        await person.press("n", "n", "i")
        before = person.view.state
        await person.press("j", key)
        assert person.app.screen is person.reader
        assert person.view.state == before


async def test_from_the_text_it_is_of_the_position_that_stands_there(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("}", "i")
        assert detail_of(person).stance.id == "putin-danger"


async def test_from_the_text_it_is_of_the_pinned_position_where_none_stands(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "harbor-ave-lane.yaml")) as person:
        await person.press("2", "j", "o", "3", "j")
        pinned = person.pinned
        await person.press("1", "G", "i")
        assert detail_of(person).stance.id == pinned


async def test_without_a_position_it_says_so(open_reader: OpenReader, everything: Article) -> None:
    async with open_reader(everything) as person:
        await person.press("2", "j", "o", "1", "G", "i")
        assert person.app.screen is person.reader
        assert told(person) == ["No position stands on this paragraph."]


async def test_keys_go_to_the_next_position_and_the_one_before(open_reader: OpenReader, shipped: Article) -> None:
    async with open_reader() as person:
        await person.press("3", "g", "i")
        first = detail_of(person).stance.id
        await person.press("n")
        assert detail_of(person).stance.id == person.positions.cards[1].id
        await person.press("N")
        assert detail_of(person).stance.id == first
        await person.press("N")
        assert told(person) == ["No more positions this way."]


@pytest.mark.parametrize("size", [(60, 24), (24, 8)])
async def test_on_a_small_screen_every_row_can_be_read(
    open_reader: OpenReader, everything: Article, size: tuple[int, int]
) -> None:
    async with open_reader(everything, size=size) as person:
        await open_stance(person, "all")
        seen = ""
        for _ in range(60):
            seen += sheet(person)
            await person.press("j")
        for part in ("mayor", "Certainty", "Only once.", "Later she", "rejects", "Who knows."):
            assert part in seen
        assert detail_of(person).cursor == 3
        await person.press("g")
        assert detail_of(person).cursor == 0
        assert "AL" in sheet(person)

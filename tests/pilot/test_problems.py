"""A file with problems that can be shown opens and says so; a file from a stranger does no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader
from tui.file import File

DATA = Path(__file__).parents[1] / "data"


async def test_problems_are_counted_and_a_key_lists_them(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        assert "3 problems in this file, 1 position left out · ! lists them" in person.screen()
        await person.press("exclamation_mark")
        screen = person.screen()
        for part in (
            "line 12, column 36   actors[0].kind   error",
            "12 │   - {id: ann, name: Ann Lee, kind: persn}",
            "Did you mean person?",
            "There is no actor “bop”.",
            "closest: “turned it into an obstacle course”",
        ):
            assert part in screen
        await person.press("escape")
        assert "line 12, column 36" not in person.screen()


async def test_what_can_be_shown_is_shown(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        assert [stance.id for stance in person.positions.cards] == ["s1", "s3"]
        assert "not found once" in person.screen()
        await person.press("3", "j", "enter")
        assert person.focus == "positions"


async def test_without_problems_nothing_is_said_and_the_key_does_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        await person.press("exclamation_mark")
        assert "problem" not in person.screen()
        assert person.app.screen is person.reader


@pytest.mark.parametrize(
    "text", ["[/]", "[sic]", "[@click=app.quit()]x[/]", "[b]bold", "$accent", "{x}", "\\[", "[[", ":smile:"]
)
async def test_brackets_are_text_in_every_pane(open_reader: OpenReader, tmp_path: Path, text: str) -> None:
    file = tmp_path / "brackets.yaml"
    file.write_text(
        f"""\
format: 1
id: brackets
headline: '{text} headline'
publisher: '{text} publisher'
body: 'He said {text} and left.'
parties:
  - {{id: p, name: '{text} party'}}
actors:
  - {{id: a, name: '{text} actor', kind: 'person', party: p}}
  - {{id: b, name: '{text} unused', kind: '{text}'}}
issues:
  - {{id: i, label: '{text} issue', proposition: 'x'}}
stances:
  - {{id: s, actor: a, issue: i, position: support, modality: quotation, summary: '{text} summary',
     evidence: 'and left'}}
""",
        encoding="utf-8",
    )
    async with open_reader(load(file), size=(180, 45)) as person:
        screen = person.screen()
        for part in ("headline", "publisher", "actor", "issue", "summary"):
            assert f"{text} {part}" in screen
        assert f"{text.upper()} PARTY" in screen
        assert f"He said {text} and left." in screen
        await person.press("exclamation_mark")
        assert f"“{text}” is not a value known here" in person.screen()
        await person.press("escape", "ctrl+p", *"only")
        assert f"Only {text} actor" in person.screen()


async def test_a_small_screen_tells_of_words_that_were_not_found(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml"), size=(60, 24)) as person:
        await person.press("3", "j")
        below = person.screen().split("─" * 60)[-1]
        assert "Bob Ray" in below
        assert "not found once" in below
        assert "“turned it into an obstacle race”" in below


async def test_the_row_of_problems_goes_where_rows_are_dear(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml"), size=(20, 6)) as person:
        assert person.screen().strip() == "Enlarge to 24x8"
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("z")
        assert "3 problems" not in person.screen()


async def test_enter_goes_to_the_passage_that_may_have_been_meant(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("exclamation_mark", "G", "enter")
        assert person.app.screen is person.reader
        assert person.focus == "article"
        text = person.view.article.paragraphs[person.paragraph].text
        assert "turned it into an obstacle course" in text


async def test_enter_goes_to_the_words_of_a_position_that_has_a_problem(open_reader: OpenReader, path: Path) -> None:
    written = path.read_text()
    assert written.count("    act: warning\n") > 0
    path.write_text(written.replace("    act: warning\n", "    act: wrning\n", 1))
    article = load(path)
    (problem,) = article.problems
    async with open_reader(article) as person:
        await person.press("exclamation_mark", "enter")
        assert person.app.screen is person.reader
        assert person.pinned
        stance = article.stance[person.pinned]
        assert problem.place
        assert stance.place.line < problem.place.line
        assert person.paragraph == stance.words[0].paragraph


async def test_enter_edits_what_the_article_does_not_show(
    open_reader: OpenReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    file = File(str(DATA / "three-problems.yaml"))
    async with open_reader(load(DATA / "three-problems.yaml"), file=file) as person:
        await person.press("exclamation_mark", "j", "enter")
        assert person.app.screen is person.reader
        assert "set $VISUAL or $EDITOR" in person.told[0]


async def test_help_over_the_list_of_problems_tells_its_keys(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("exclamation_mark", "question_mark")
        assert "Keys in the list of problems" in person.screen()
        assert "Go there" in person.screen()
        await person.press("question_mark", "escape")
        assert person.app.screen is person.reader

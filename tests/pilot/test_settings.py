"""Settings in force: keys that were set, signs of ASCII, and what is said of what cannot be."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from article import load
from tests.pilot.person import OpenReader, Person
from tui.screens.help import Help
from tui.screens.matrix import Matrix
from tui.settings import DEFAULTS, Origin, Settings, Trouble
from tui.signs import straight
from tui.widgets.prompt import Question

ROOT = Path(__file__).parents[2]


def with_keys(**keys: str) -> Settings:
    """Settings with keys for bindings of the reader."""
    return Settings(keys={f"reader.{name.replace('_', '-')}": (key,) for name, key in keys.items()})


def notices(person: Person) -> list[str]:
    return [note.message for note in person.app._notifications]


async def test_a_key_that_was_set_does_what_the_other_did(open_reader: OpenReader) -> None:
    async with open_reader(settings=with_keys(help="h")) as person:
        await person.press("question_mark")
        assert not isinstance(person.app.screen, Help)
        await person.press("h")
        assert isinstance(person.app.screen, Help)


async def test_two_keys_change_places(open_reader: OpenReader) -> None:
    async with open_reader(settings=with_keys(next_words="}", next_paragraph="n")) as person:
        await person.press("n")
        assert (person.paragraph, person.pinned) == (1, None)
        await person.press("right_curly_bracket")
        assert person.pinned


async def test_key_bar_and_hints_name_the_keys_that_were_set(open_reader: OpenReader) -> None:
    settings = Settings(
        keys={"reader.help": ("h",), "actors.pick": ("x",), "reader.actors": ("A",), "reader.matrix": ("M",)}
    )
    async with open_reader(settings=settings) as person:
        seen = person.screen().splitlines()
        assert "M Matrix" in seen[0]
        assert "A, then x picks, o isolates" in seen[1]
        assert "h Keys" in seen[-1]


async def test_help_names_the_keys_that_were_set(open_reader: OpenReader) -> None:
    async with open_reader(settings=with_keys(zen="Z"), size=(100, 90)) as person:
        await person.press("question_mark")
        assert " Z  Zen" in person.screen()


@pytest.mark.parametrize("view", ["m", "c"])
async def test_keys_of_the_reader_that_were_set_work_in_other_views(open_reader: OpenReader, view: str) -> None:
    settings = Settings(keys={"reader.read": ("B",), "reader.quit": ("X",)})
    async with open_reader(settings=settings) as person:
        await person.press(view)
        seen = person.screen().splitlines()
        assert "B Read" in seen[0]
        assert "q Quit" not in seen[-1]
        await person.press("r", "q")
        assert person.app.screen is not person.reader
        await person.press("B")
        assert person.app.screen is person.reader
        await person.press(view, "X")
        assert not person.app.is_running


@pytest.mark.parametrize(
    ("name", "usual"), [("detail", "i"), ("outline", "t"), ("problems", "exclamation_mark"), ("help", "question_mark")]
)
async def test_the_key_that_was_set_for_a_view_leaves_it_too(open_reader: OpenReader, name: str, usual: str) -> None:
    article = load(ROOT / "tests" / "data" / "three-problems.yaml")
    async with open_reader(article, settings=with_keys(**{name: "v"})) as person:
        await person.press("v")
        assert person.app.screen is not person.reader
        await person.press(usual)
        assert person.app.screen is not person.reader
        await person.press("v")
        assert person.app.screen is person.reader


async def test_help_that_a_view_opened_with_its_own_key_is_closed_with_that(open_reader: OpenReader) -> None:
    async with open_reader(settings=Settings(keys={"table.help": ("H",)})) as person:
        await person.press("m", "H")
        assert isinstance(person.app.screen, Help)
        await person.press("H")
        assert isinstance(person.app.screen, Matrix)


@pytest.mark.parametrize("key", ["v", "alt+m"])
async def test_the_key_that_was_set_for_marks_twice_goes_to_before_the_jump(open_reader: OpenReader, key: str) -> None:
    async with open_reader(settings=with_keys(marks=key)) as person:
        await person.press("G", key)
        await person.press(key)
        assert person.paragraph == 0
        assert not person.reader.query("MarkList")


async def test_a_letter_that_was_set_types_where_something_is_typed(open_reader: OpenReader) -> None:
    async with open_reader(settings=with_keys(help="h")) as person:
        typed: list[str] = []
        await person.reader._ask(Question("/", typed.append, typed.append, lambda: None))
        await person.settle()
        await person.press("h")
        assert typed == ["h"]
        assert person.app.screen is person.reader


async def test_keys_that_clash_stay_as_they_are_and_it_is_said(open_reader: OpenReader) -> None:
    settings = Settings(keys={"reader.zen": ("G",)}, origins={"keys.reader.zen": Origin("/x/config.toml", 3)})
    async with open_reader(settings=settings) as person:
        assert notices(person)[0].startswith("config.toml:3: “reader.zen” cannot have G: ")
        await person.press("z")
        assert person.view.state.zen


async def test_a_theme_that_there_is_not_is_said_and_the_usual_one_is_there(open_reader: OpenReader) -> None:
    async with open_reader(settings=DEFAULTS._replace(theme="papr")) as person:
        assert person.app.theme == "ink"
        assert "Did you mean “paper”?" in notices(person)[0]


async def test_several_problems_are_counted(open_reader: OpenReader) -> None:
    troubles = (Trouble(Origin("config.toml", 1), "One."), Trouble(Origin("config.toml", 2), "Two."))
    async with open_reader(settings=DEFAULTS._replace(troubles=troubles)) as person:
        assert notices(person) == ["2 problems in the settings: kremlin-tui config lists them."]


async def test_settings_without_a_problem_say_nothing(open_reader: OpenReader) -> None:
    async with open_reader() as person:
        assert notices(person) == []


# ------------------------------------------------------------------ signs of ASCII


ASCII = Settings(glyphs="ascii")


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
@pytest.mark.parametrize(
    "keys",
    ["", "2 p f", "3 j j", "n n", "question_mark", "ctrl+p", "T", "z plus", "G enter", "2 j enter", "tab escape"],
)
async def test_every_sign_on_the_screen_is_ascii(open_reader: OpenReader, size: tuple[int, int], keys: str) -> None:
    async with open_reader(size=size, settings=ASCII) as person:
        for key in keys.split():
            await person.press(key)
            assert {char for char in person.screen() if not char.isascii()} == set()


async def test_signs_of_ascii_take_the_same_cells(open_reader: OpenReader) -> None:
    async with open_reader(settings=Settings(glyphs="ascii", keys={"reader.zen": ("Z",)})) as person:
        straight_screen = person.screen().splitlines()
    async with open_reader(settings=Settings(keys={"reader.zen": ("Z",)})) as person:
        assert [straight(line) for line in person.screen().splitlines()][:-1] == straight_screen[:-1]


async def test_what_has_the_focus_is_told_from_what_has_not_in_ascii(open_reader: OpenReader) -> None:
    async with open_reader(settings=ASCII) as person:
        assert "= Article" in person.screen()
        assert "- Actors" in person.screen()


async def test_letters_of_other_scripts_stay(open_reader: OpenReader) -> None:
    assert straight("“Rusya’nın” Кремль — …") == '"Rusya\'nın" Кремль - .'


def texts_of(path: Path) -> set[str]:
    """The characters in the texts of a module that may be shown: not in its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {char for node in strings if id(node) not in told for char in str(node.value)}


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((ROOT / "tui").rglob("*.py")) if path.name not in ("guard.py", "wrapping.py", "signs.py")]
    + [ROOT / "article" / "wording.py", ROOT / "article" / "cells.py"],
    ids=lambda path: path.name,
)
def test_every_sign_in_the_program_has_one_of_ascii(path: Path) -> None:
    assert {char for char in texts_of(path) if not straight(char).isascii()} == set()


def test_every_sign_of_positions_and_modalities_has_another_one_of_ascii() -> None:
    from tui.signs import _MODALITY_SIGN, POSITION_SIGN

    assert len({straight(sign) for sign in POSITION_SIGN.values()}) == len(POSITION_SIGN)
    assert len({straight(sign) for sign in _MODALITY_SIGN.values()}) == len(set(_MODALITY_SIGN.values()))


def test_no_two_signs_that_can_meet_are_one_in_ascii() -> None:
    from tui.signs import _MODALITY_SIGN, FOUND_HERE_SIGN, FOUND_SIGN, POSITION_SIGN
    from tui.standings import VERDICT_SIGN, Verdict

    in_focus, cursor, hidden = "━", "▸", "›"
    in_comparison = {*POSITION_SIGN.values(), *_MODALITY_SIGN.values(), *VERDICT_SIGN.values()}
    in_lists = {*POSITION_SIGN.values(), *_MODALITY_SIGN.values(), in_focus, cursor}
    in_matrix = {*POSITION_SIGN.values(), *_MODALITY_SIGN.values(), VERDICT_SIGN[Verdict.SILENT], hidden}
    on_rail = {"│", "┃", "▪", "◆", FOUND_SIGN, FOUND_HERE_SIGN}
    for place in (in_comparison, in_lists, in_matrix, on_rail):
        assert len({straight(sign) for sign in place}) == len(place)

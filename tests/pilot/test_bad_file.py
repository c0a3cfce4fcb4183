"""A file that is no article: the list of its problems, and the reader in its place once it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from article import load
from article.reading import Read
from tests.pilot.person import OpenReader
from tui.file import File
from tui.screens.bad_file import BadFile
from tui.screens.problems import ProblemList
from tui.screens.reader import Reader

DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24), (24, 8)])
async def test_a_bad_file_opens_as_the_list_of_its_problems(
    open_reader: OpenReader, path: Path, size: tuple[int, int]
) -> None:
    path.write_text(path.read_text().replace("body: |", "bodi: |"))
    async with open_reader(Read.of(str(path)), size, File(str(path))) as person:
        assert ("story.yaml has 2" if size[0] > 24 else "─ 2 problems ─") in person.screen()
        assert "1 line 1, column 1" in person.screen()
        await person.press("G")
        assert "bodi" in person.screen()


async def test_its_keys_go_from_problem_to_problem(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("format: 1\nactors:\n" + "".join(f"  - {{id: a{n}, nam: b}}\n" for n in range(40)))
    async with open_reader(Read.of(str(path)), (80, 24), File(str(path))) as person:
        cards = person.app.screen.query_one("ProblemCards")
        seen: list[str] = []
        for key in ("j", "j", "k", "down", "space", "pageup", "G", "g"):
            await person.press(key)
            seen.append(next(line for line in person.screen().splitlines() if "▸" in line).split()[2])
        assert seen[:4] == ["2", "3", "2", "3"]
        assert int(seen[4]) > 4
        assert seen[6:] == ["128", "1"] or int(seen[6]) > 100
        assert cards.has_focus


async def test_a_bad_file_that_is_mended_opens(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path))) as person:
        path.write_text(good.replace("body: |", "bodi: |"))
        await person.press("ctrl+r")
        await person.until(lambda: "bodi" in person.screen())
        path.write_text(good)
        await person.press("ctrl+r")
        await person.until(lambda: isinstance(person.app.screen, Reader))
        assert "Kremlin warns of NATO conflict" in person.screen()
        assert person.focus == "article"
        await person.press("j", "j", "q")
        assert not person.app.is_running
        assert not person.app.return_code


async def test_a_bad_file_that_is_watched_opens_as_soon_as_it_is_mended(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path), watched=True)) as person:
        assert isinstance(person.app.screen, BadFile)
        path.write_text(good)
        await person.until(lambda: isinstance(person.app.screen, Reader))


async def test_a_bad_file_that_takes_long_is_listed_when_that_is_known(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("- a\n")
    async with open_reader(File(str(path)).read(), file=File(str(path))) as person:
        await person.until(lambda: isinstance(person.app.screen, BadFile))
        assert "bad.yaml has 1 problem" in person.screen()
        await person.press("ctrl+r")
        await person.until(lambda: "Nothing has changed." in person.told)


async def test_the_list_of_problems_is_left_with_an_exit_code(open_reader: OpenReader, path: Path) -> None:
    path.write_text("- a\n")
    file = File(str(path))
    async with open_reader(Read.of(str(path)), file=file) as person:
        await person.press("escape")
        assert person.app.is_running
        await person.press("q")
        assert person.app.return_code == 1
        assert file.refused


async def test_the_list_over_the_reader_goes_where_there_is_no_room(open_reader: OpenReader) -> None:
    async with open_reader(load(DATA / "three-problems.yaml")) as person:
        await person.press("!")
        assert isinstance(person.app.screen, ProblemList)
        await person.resize(20, 6)
        assert person.screen().strip() == "Enlarge to 24x8"


@pytest.mark.parametrize("size", [(160, 45), (60, 24), (24, 8)])
async def test_help_tells_the_keys_that_work_on_a_bad_file(
    open_reader: OpenReader, path: Path, size: tuple[int, int]
) -> None:
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), size, File(str(path))) as person:
        await person.press("question_mark")
        assert ("Keys in the list" if size[0] > 24 else "─ Keys ─") in person.screen()
        await person.press("G", "question_mark")
        assert isinstance(person.app.screen, BadFile)


async def test_help_on_a_bad_file_tells_nothing_of_panes_and_signs(open_reader: OpenReader, path: Path) -> None:
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), (160, 100), File(str(path))) as person:
        await person.press("question_mark")
        for part in ("Reload", "Open the file at this problem", "Next problem", "Leave the program"):
            assert part in person.screen()
        for part in ("In the actors", "Signs", "Mouse", "Focus Next"):
            assert part not in person.screen()


async def test_a_bad_file_that_is_mended_opens_under_the_help(open_reader: OpenReader, path: Path) -> None:
    good = path.read_text()
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path), watched=True)) as person:
        await person.press("question_mark")
        path.write_text(good)
        await person.until(lambda: isinstance(person.app.screen, Reader))
        assert len(person.app.screen_stack) == 1
        await person.press("q")
        assert not person.app.is_running


async def test_enter_on_a_bad_file_edits_it(
    open_reader: OpenReader, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    path.write_text("- a\n")
    async with open_reader(Read.of(str(path)), file=File(str(path))) as person:
        await person.press("enter")
        assert "set $VISUAL or $EDITOR" in person.told[0]


async def test_a_size_that_is_told_before_there_is_a_frame_does_no_harm(open_reader: OpenReader, path: Path) -> None:
    article = load(path)
    async with open_reader(article, (100, 30)) as person:
        listed = ProblemList("story.yaml", article.problems)
        listed.on_resize()
        await person.app.push_screen(listed)
        await person.settle()
        assert "story.yaml" in person.screen()

"""``kremlin-tui check``: which files, in which form, with which exit code; and what --fix does to a file."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.cli import main

Compose = Callable[..., str]
Output = pytest.CaptureFixture[str]
DATA = Path(__file__).parents[1] / "data"
HARBOR, FLAWED = DATA / "harbor-ave-lane.yaml", DATA / "three-problems.yaml"
BODY = "Ann said that the lane along the river may open in early June. Bob does not."
OLD_WORDS = "the lane along the river will open in early June"
FROM_TEXT = "    = hint: kremlin-tui new makes an article of a plain text."
STANCE = "[{{id: s1, actor: ann, issue: lane, position: support, modality: paraphrase, summary: Yes., evidence: {}}}]"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


# ---------------------------------------------------------------------- exit codes


def test_an_article_without_a_problem_leaves_with_nothing(capsys: Output) -> None:
    assert main(["check", str(HARBOR)]) == 0
    assert capsys.readouterr() == ("No problems in 1 file.\n", "")


def test_an_error_leaves_with_one(capsys: Output) -> None:
    assert main(["check", str(FLAWED)]) == 1
    assert capsys.readouterr().out.endswith("\n3 errors in 1 file.\n")


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_fail_only_when_that_is_asked_for(
    folder: Path, compose: Compose, capsys: Output, arguments: list[str], code: int
) -> None:
    write("a.yaml", compose(stances=""))
    assert main(["check", *arguments, "a.yaml"]) == code
    assert "a.yaml:7:1: warning: There are no stances yet. [empty-list]\n" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["--format", "xml", "a.yaml"], ["--nope", "a.yaml"], ["--fix", "-"]])
def test_wrong_arguments_leave_with_two(arguments: list[str], capsys: Output) -> None:
    try:
        code = main(["check", *arguments])
    except SystemExit as left:
        code = left.code
    output = capsys.readouterr()
    assert (code, output.out) == (2, "")
    assert output.err


# ---------------------------------------------------------------------- files, folders, standard input


def test_several_files_are_told_together(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(id="A"))
    write("b.yaml", compose(id="B"))
    assert main(["check", "b.yaml", "a.yaml"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "error" in line]
    assert told == [
        "b.yaml:2:5: error: “B” is no id: small letters, digits, - and _ make one. [bad-id]",
        "a.yaml:2:5: error: “A” is no id: small letters, digits, - and _ make one. [bad-id]",
        "2 errors in 2 files.",
    ]


def test_of_a_folder_every_article_is_checked_but_hidden_ones(folder: Path, compose: Compose, capsys: Output) -> None:
    for name in ("f/b.yaml", "f/a/c.yml", "f/.hidden.yaml", "f/.git/d.yaml", "f/note.txt"):
        write(name, compose(id="Bad"))
    assert main(["check", "f"]) == 1
    told = [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if "[bad-id]" in line]
    assert told == ["f/a/c.yml", "f/b.yaml"]


def test_a_folder_without_an_article_is_a_problem(folder: Path, capsys: Output) -> None:
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.startswith(".: error: There is no article (*.yaml) in this folder. [no-articles]\n")


def test_a_dash_is_standard_input(compose: Compose, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(compose(id="Bad").encode())))
    assert main(["check", "-"]) == 1
    assert capsys.readouterr().out.startswith("standard input:2:5: error: ")


def test_a_file_that_cannot_be_read_does_not_keep_others_from_being_checked(folder: Path, capsys: Output) -> None:
    assert main(["check", "none.yaml", str(FLAWED)]) == 1
    told = capsys.readouterr().out
    assert told.startswith(
        "none.yaml: fatal error: The file cannot be read: No such file or directory. [cannot-read]\n"
    )
    assert told.endswith("\n4 errors in 2 files.\n")


def test_no_control_character_of_a_name_is_told(folder: Path, compose: Compose, capsys: Output) -> None:
    name = "a\x1b]0;mine\x07\n.yaml"
    write(name, compose(id="Bad"))
    assert main(["check", name, "."]) == 1
    assert capsys.readouterr().out.count("a␛]0;mine␇ .yaml:2:5: error: ") == 2


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems hold only UTF-8")
def test_a_name_that_is_no_text_is_told(folder: Path, compose: Compose, capsys: Output) -> None:
    Path(os.fsdecode(b"a\xff.yaml")).write_text(compose(id="Bad"))
    assert main(["check", "."]) == 1
    assert capsys.readouterr().out.startswith("a\ufffd.yaml:2:5: error: ")


# ---------------------------------------------------------------------- forms


def test_a_program_gets_one_json_array_for_all_files(capsys: Output) -> None:
    assert main(["check", "--format", "json", str(FLAWED), str(HARBOR), str(FLAWED)]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [problem["code"] for problem in told] == ["bad-value", "unknown-actor", "evidence-not-found"] * 2


def test_a_program_gets_an_empty_array_where_there_is_no_problem(capsys: Output) -> None:
    assert main(["check", "--format", "json", str(HARBOR)]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_code_host_gets_a_line_for_every_problem(capsys: Output) -> None:
    assert main(["check", "--format", "github", str(FLAWED)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 3


def test_a_syntax_error_is_told_alone(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(headline='"A lane', id="Bad"))
    assert main(["check", "a.yaml"]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("a.yaml")]
    assert len(told) == 1
    assert told[0].endswith("[not-yaml]")


def test_what_is_fatal_is_told_with_everything_else(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(format="2", headline=None, id="Bad", published="soon"))
    assert main(["check", "a.yaml"]) == 1
    told = capsys.readouterr().out
    assert [code in told for code in ("[unknown-format]", "[no-headline]", "[bad-id]", "[bad-date]")] == [True] * 4


@pytest.mark.parametrize("name", ["ferry.txt", "ferry", "yaml"])
@pytest.mark.parametrize("text", ["The ferry runs late.\n", "Ferry\n\nIt runs: late: always.\n"])
def test_a_text_taken_for_an_article_comes_with_the_command_that_makes_one(
    folder: Path, capsys: Output, name: str, text: str
) -> None:
    write(name, text)
    assert main(["check", name]) == 1
    assert FROM_TEXT in capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("name", ["ferry.yaml", "ferry.yml", "FERRY.YAML"])
@pytest.mark.parametrize("text", ["The ferry runs late.\n", "a: b: c\n"])
def test_a_file_named_as_an_article_is_not_taken_for_a_text(folder: Path, capsys: Output, name: str, text: str) -> None:
    write(name, text)
    assert main(["check", name]) == 1
    assert FROM_TEXT not in capsys.readouterr().out


def test_an_article_by_another_name_is_not_taken_for_a_text(folder: Path, compose: Compose, capsys: Output) -> None:
    write("ferry.txt", compose(headline=None, id="Bad"))
    assert main(["check", "ferry.txt"]) == 1
    assert FROM_TEXT not in capsys.readouterr().out


# ---------------------------------------------------------------------- quotations that no longer fit


def test_a_suggestion_shows_the_score_and_what_to_write(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(body=BODY, stances=STANCE.format(OLD_WORDS)))
    assert main(["check", "--suggest", "a.yaml"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "    = closest: “the lane along the river may open in early June”" in lines
    assert "    = score: 91 of 100 (--fix takes it)" in lines
    assert "    = write: the lane along the river may open in early June" in lines


@pytest.mark.parametrize(("arguments", "is_told"), [([], True), (["--suggest"], False)])
def test_a_suggestion_that_might_be_shown_is_told_of(
    folder: Path, compose: Compose, capsys: Output, arguments: list[str], is_told: object
) -> None:
    write("a.yaml", compose(body=BODY, stances=STANCE.format(OLD_WORDS)))
    assert main(["check", *arguments, "a.yaml"]) == 1
    assert ("--suggest shows what would mend 1 quotation." in capsys.readouterr().out) is is_told


def test_a_suggestion_says_what_is_left_to_a_person(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(body=BODY, stances=STANCE.format("may open in late June")))
    assert main(["check", "--suggest", "a.yaml"]) == 1
    assert "(left to you: fewer than 8 words)" in capsys.readouterr().out


def test_to_fix_is_to_write_the_words_and_to_say_so(folder: Path, compose: Compose, capsys: Output) -> None:
    text = compose(body=BODY, stances=STANCE.format(OLD_WORDS))
    write("a.yaml", text)
    assert main(["check", "--fix", "a.yaml"]) == 0
    assert Path("a.yaml").read_text() == text.replace(OLD_WORDS, OLD_WORDS.replace("will", "may"))
    output = capsys.readouterr()
    assert output.out == "No problems in 1 file.\n"
    assert output.err.splitlines() == [
        f"a.yaml:7:111: mended: “{OLD_WORDS}” → “{OLD_WORDS.replace('will', 'may')}” (score 91)",
        "a.yaml: 1 quotation mended. Read again whether summary and position still fit: stances[0].",
    ]


def test_what_is_left_to_a_person_is_not_written(folder: Path, compose: Compose, capsys: Output) -> None:
    text = compose(body=BODY, stances=STANCE.format("may open in late June"))
    write("a.yaml", text)
    before = Path("a.yaml").stat()
    assert main(["check", "--fix", "a.yaml"]) == 1
    assert Path("a.yaml").read_text() == text
    assert Path("a.yaml").stat().st_mtime_ns == before.st_mtime_ns
    output = capsys.readouterr()
    assert "[evidence-not-found]" in output.out
    assert output.err == "a.yaml: 1 quotation left to you; --suggest shows why.\n"


def test_a_file_that_is_no_article_is_not_fixed(folder: Path, compose: Compose, capsys: Output) -> None:
    text = compose(body=BODY, stances=STANCE.format(OLD_WORDS), headline=None)
    write("a.yaml", text)
    assert main(["check", "--fix", "a.yaml"]) == 1
    assert Path("a.yaml").read_text() == text

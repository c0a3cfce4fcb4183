"""``kremlin-tui fmt``: which files are written, what is said of them, and with which exit code."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from article.layout import lay_out
from tui.cli import main

Compose = Callable[..., str]
Output = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
HARBOR = ROOT / "tests" / "data" / "harbor-ave-lane.yaml"
TEXT = HARBOR.read_text("utf-8").replace("language: en\n", "") + "language: en\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes into standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def write(path: str, text: str) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


def read(path: str) -> str:
    return Path(path).read_bytes().decode()


# ---------------------------------------------------------------------- files


def test_a_file_is_laid_out_anew_and_named(folder: Path, capsys: Output) -> None:
    write("a.yaml", TEXT)
    assert main(["fmt", "a.yaml"]) == 0
    assert read("a.yaml") == lay_out(TEXT) != TEXT
    assert capsys.readouterr() == ("", "a.yaml: laid out anew\n1 of 1 file laid out anew.\n")


def test_a_file_that_is_laid_out_is_neither_written_nor_named(folder: Path, capsys: Output) -> None:
    file = write("a.yaml", lay_out(TEXT))
    before = file.stat()
    assert main(["fmt", "a.yaml"]) == 0
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert capsys.readouterr() == ("", "0 of 1 file laid out anew.\n")


def test_files_of_folders_and_others_are_counted_together(folder: Path, capsys: Output) -> None:
    for name in ("f/b.yaml", "f/a/c.yml", "f/.hidden.yaml", "f/note.txt", "d.yaml"):
        write(name, TEXT)
    write("f/e.yaml", lay_out(TEXT))
    assert main(["fmt", "f", "d.yaml"]) == 0
    assert capsys.readouterr().err.splitlines() == [
        *(f"{name}: laid out anew" for name in ("f/a/c.yml", "f/b.yaml", "d.yaml")),
        "3 of 4 files laid out anew.",
    ]
    assert read("f/.hidden.yaml") == read("f/note.txt") == TEXT


@pytest.mark.parametrize(
    "text", ["\ufeff" + lay_out(TEXT), lay_out(TEXT).replace("\n", "\r\n"), lay_out(TEXT).rstrip("\n")]
)
def test_signs_that_cannot_be_seen_count_as_layout(folder: Path, text: str) -> None:
    write("a.yaml", text)
    assert main(["fmt", "a.yaml"]) == 0
    assert read("a.yaml") == lay_out(TEXT)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("headline: [a\n", "a.yaml:1:11: fatal: The bracket that opens here is not closed by line 2."),
        (TEXT.replace("id: harbor", "id: &a harbor"), "a.yaml:2:5: error: An anchor (&a) is not allowed."),
        (TEXT.replace("id: harbor", "id: !!str harbor"), "a.yaml: The tag on line 2 "),
    ],
)
def test_a_file_that_is_refused_is_left_alone_and_others_are_not(
    folder: Path, capsys: Output, text: str, problem: str
) -> None:
    write("a.yaml", text)
    write("b.yaml", TEXT)
    assert main(["fmt", "."]) == 1
    assert (read("a.yaml"), read("b.yaml")) == (text, lay_out(TEXT))
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(problem)
    assert told[-2:] == ["b.yaml: laid out anew", "1 of 2 files laid out anew. 1 cannot be laid out."]


def test_an_article_with_errors_that_can_be_shown_is_laid_out_in_silence(
    folder: Path, compose: Compose, capsys: Output
) -> None:
    write("a.yaml", compose(stances="[{actor: nobody}]"))
    assert main(["fmt", "a.yaml"]) == 0
    assert capsys.readouterr().err == "a.yaml: laid out anew\n1 of 1 file laid out anew.\n"


def test_a_comment_right_after_a_text_stops_nothing(folder: Path, compose: Compose, capsys: Output) -> None:
    write("a.yaml", compose(headline="A lane #one"))
    assert main(["fmt", "a.yaml"]) == 0
    assert "\nheadline: A lane  #one\n" in read("a.yaml")
    assert capsys.readouterr().err == "a.yaml: laid out anew\n1 of 1 file laid out anew.\n"


def test_a_record_with_a_stray_comma_is_laid_out_all_the_same(folder: Path) -> None:
    """What is to be done about it is told otherwise once the record has a key a line."""
    write("a.yaml", TEXT.replace("name: City of Lakeford", "name: City of Lakeford, x"))
    assert main(["fmt", "a.yaml"]) == 0


def test_a_file_that_cannot_be_read_is_told(folder: Path, capsys: Output) -> None:
    assert main(["fmt", "none.yaml"]) == 1
    assert capsys.readouterr().err.startswith("none.yaml: fatal: The file cannot be read: ")


def test_a_file_that_cannot_be_written_is_told_and_stays(folder: Path) -> None:
    """The system takes not one byte, as a full disk does."""
    write("a.yaml", TEXT)
    command = f"ulimit -f 0; {sys.executable} -m tui fmt a.yaml"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert done.stderr.startswith("a.yaml: The file cannot be written: File too large.\n")
    assert read("a.yaml") == TEXT
    assert [path.name for path in folder.iterdir()] == ["a.yaml"]


def test_a_folder_without_an_article_is_a_problem(folder: Path, capsys: Output) -> None:
    assert main(["fmt", "."]) == 1
    assert capsys.readouterr().err == ".: error: There is no article (*.yaml) in this folder. [no-articles]\n"


# ---------------------------------------------------------------------- --check


def test_check_names_what_would_change_and_writes_nothing(folder: Path, capsys: Output) -> None:
    write("a.yaml", TEXT)
    write("b.yaml", lay_out(TEXT))
    assert main(["fmt", "--check", "."]) == 1
    assert read("a.yaml") == TEXT
    assert capsys.readouterr() == ("", "a.yaml: would be laid out anew\n1 of 2 files would be laid out anew.\n")


def test_check_is_content_with_what_is_laid_out(folder: Path, capsys: Output) -> None:
    write("a.yaml", lay_out(TEXT))
    assert main(["fmt", "--check", "a.yaml"]) == 0
    assert capsys.readouterr() == ("", "0 of 1 file would be laid out anew.\n")


def test_check_fails_on_what_cannot_be_laid_out(folder: Path, capsys: Output) -> None:
    write("a.yaml", "- a\n")
    assert main(["fmt", "--check", "a.yaml"]) == 1
    assert capsys.readouterr().err.endswith("0 of 1 file would be laid out anew. 1 cannot be laid out.\n")


# ---------------------------------------------------------------------- standard input


@pytest.mark.parametrize("text", [TEXT, lay_out(TEXT)], ids=["not laid out", "laid out"])
def test_standard_input_goes_to_standard_output(stdin: Callable[[bytes], None], capsys: Output, text: str) -> None:
    stdin(text.encode())
    assert main(["fmt", "-"]) == 0
    assert capsys.readouterr() == (lay_out(TEXT), "")


def test_standard_input_that_is_refused_gives_nothing(stdin: Callable[[bytes], None], capsys: Output) -> None:
    stdin(b"- a\n")
    assert main(["fmt", "-"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("standard input:1:1: fatal: ")


@pytest.mark.parametrize(
    ("text", "code", "told"), [(TEXT, 1, "standard input: would be laid out anew\n"), (lay_out(TEXT), 0, "")]
)
def test_check_of_standard_input_prints_no_article(
    stdin: Callable[[bytes], None], capsys: Output, text: str, code: int, told: str
) -> None:
    stdin(text.encode())
    assert main(["fmt", "--check", "-"]) == code
    assert capsys.readouterr() == ("", told)


def test_output_is_utf_8_in_whatever_coding_the_terminal_is() -> None:
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    words = [sys.executable, "-m", "tui", "fmt", "-"]
    done = subprocess.run(words, input=TEXT.encode(), capture_output=True, check=False, env=variables)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, lay_out(TEXT), b"")


# ---------------------------------------------------------------------- arguments


@pytest.mark.parametrize("arguments", [[], ["--check"], ["--nope", "a.yaml"]])
def test_wrong_arguments_leave_with_two(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["fmt", *arguments])
    output = capsys.readouterr()
    assert (left.value.code, output.out) == (2, "")
    assert output.err

"""The command that makes an article from a text."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from article.loader import load, load_text
from tui.cli import main

ROOT = Path(__file__).parents[2]
TEXT = (
    "Ferry\n\nThe ferry runs late, Mayor Ines Okoro said.\n\nBut it was she who had asked for that, and nobody else.\n"
)
ADVICE = "complete it, then kremlin-tui check"

Output = pytest.CaptureFixture[str]


@pytest.fixture
def text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a text in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("ferry.txt").write_text(TEXT, encoding="utf-8")
    return "ferry.txt"


def run(*arguments: str, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui", "new", *arguments]
    return subprocess.run(command, input=stdin, cwd=cwd, env=environment, capture_output=True, check=False)


# ---------------------------------------------------------------------- where it goes


def test_the_article_is_printed(text: str, capsys: Output) -> None:
    assert main(["new", text]) == 0
    output = capsys.readouterr()
    article = load_text(output.out)
    assert (article.headline, [actor.name for actor in article.actors]) == ("Ferry", ["Ines Okoro"])
    assert output.out.startswith("# What follows was made from ferry.txt. Complete it, then: kremlin-tui check FILE\n")
    assert output.err == ""


def test_the_article_goes_into_a_file_with_a_word_on_what_comes_next(text: str, capsys: Output) -> None:
    assert main(["new", text, "-o", "ferry.yaml"]) == 0
    output = capsys.readouterr()
    assert output == ("", f"ferry.yaml: 2 paragraphs, 1 actor suggested. Next: {ADVICE} ferry.yaml\n")
    assert load("ferry.yaml").headline == "Ferry"


def test_a_file_name_with_a_space_can_be_copied_into_a_shell(text: str, capsys: Output) -> None:
    assert main(["new", text, "-o", "the ferry.yaml"]) == 0
    assert capsys.readouterr().err.endswith(f"{ADVICE} 'the ferry.yaml'\n")


def test_a_dash_is_standard_input_and_output() -> None:
    done = run("-", "-o", "-", stdin=TEXT.encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"# What follows was made from standard input. ")


def test_a_file_that_is_there_is_not_replaced(text: str, capsys: Output) -> None:
    Path("ferry.yaml").write_text("mine", encoding="utf-8")
    assert main(["new", text, "-o", "ferry.yaml"]) == 1
    assert Path("ferry.yaml").read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr() == (
        "",
        "ferry.yaml: There is something of that name already. Name another, or add --force to replace it.\n",
    )


def test_a_file_that_is_there_is_replaced_by_force(text: str) -> None:
    Path("ferry.yaml").write_text("mine", encoding="utf-8")
    Path("ferry.yaml").chmod(0o640)
    assert main(["new", text, "-o", "ferry.yaml", "--force"]) == 0
    assert load("ferry.yaml").headline == "Ferry"
    assert stat.S_IMODE(Path("ferry.yaml").stat().st_mode) == 0o640


def test_force_makes_a_file_where_there_is_none(text: str) -> None:
    assert main(["new", text, "-o", "ferry.yaml", "--force"]) == 0
    assert load("ferry.yaml").headline == "Ferry"


@pytest.mark.parametrize("target", [".", "pipe"])
def test_force_replaces_nothing_but_a_file(text: str, target: str, capsys: Output) -> None:
    os.mkfifo("pipe")
    assert main(["new", text, "-o", target, "--force"]) == 1
    assert capsys.readouterr().err == f"{target}: There is something of that name already. Name a file.\n"
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("none/ferry.yaml", "No such file or directory"),
        ("a\0b", "embedded null byte"),
        ("a" * 300, "File name too long"),
    ],
    ids=["no folder", "null byte", "long"],
)
def test_a_file_that_cannot_be_written_is_told_in_a_line(text: str, target: str, reason: str, capsys: Output) -> None:
    assert main(["new", text, "-o", target]) == 1
    output = capsys.readouterr()
    assert (output.out, output.err.count("\n")) == ("", 1)
    assert output.err.endswith(f": The file cannot be written: {reason}.\n")


# ---------------------------------------------------------------------- what it is made of


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "There is nothing in it."),
        (b"Ferry\n", "There is no text after the headline. A blank line should follow it, and then the article."),
        (
            "Fähre\n\nSie fährt.".encode("latin-1"),
            "This is no plain text in UTF-8. Convert it first, for instance: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
            " (Cyrillic: WINDOWS-1251)",
        ),
        (b"format: 1\nid: ferry\n", "This is an article already: kremlin-tui check tells what it lacks."),
    ],
    ids=["empty", "headline", "Latin-1", "an article"],
)
def test_a_text_of_which_no_article_can_be_made_is_told_in_a_line(
    tmp_path: Path, data: bytes, message: str, capsys: Output
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert main(["new", str(path), "-o", str(tmp_path / "a.yaml")]) == 1
    assert capsys.readouterr() == ("", f"{path}: {message}\n")
    assert not (tmp_path / "a.yaml").exists()


def test_what_the_command_made_is_an_article_already(text: str, capsys: Output) -> None:
    main(["new", text, "-o", "ferry.yaml"])
    assert main(["new", "ferry.yaml", "-o", "again.yaml"]) == 1
    assert capsys.readouterr().err.endswith(
        "ferry.yaml: This is an article already: kremlin-tui check tells what it lacks.\n"
    )
    assert not Path("again.yaml").exists()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.txt", "The file cannot be read: No such file or directory."),
        (".", "This is a folder, not a file."),
        ("pipe", "This is not a regular file. To read a pipe, name it “-”."),
        ("a\0b", "The file cannot be read: embedded null byte."),
    ],
    ids=["missing", "folder", "pipe", "null byte"],
)
def test_what_is_no_file_is_told_in_a_line(text: str, name: str, message: str, capsys: Output) -> None:
    os.mkfifo("pipe")
    assert main(["new", name]) == 1
    assert capsys.readouterr() == ("", f"{name.replace(chr(0), '␀')}: {message}\n")


def test_names_that_a_terminal_would_obey_are_shown_harmless(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "a\x1b]0;b\n.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["new", str(path)]) == 0
    first, second, *_ = capsys.readouterr().out.split("\n")
    assert "a␛]0;b .txt" in first
    assert second == "format: 1"


def test_the_package_loads_no_importer_until_it_is_asked() -> None:
    code = "import sys, article, tui.cli; print([name for name in sys.modules if 'importers' in name])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_making_an_article_loads_no_terminal_library() -> None:
    code = (
        "import sys, tui.cli.new; print([name for name in ('textual', 'rich', 'trafilatura') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_page_without_an_article_makes_no_noise(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html></html>", encoding="utf-8")
    done = run(str(path))
    assert (done.returncode, done.stdout, done.stderr.decode().count("\n")) == (1, b"", 1)


def test_a_closed_standard_input_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["new", "-"]) == 1
    assert capsys.readouterr().err.startswith("standard input: The file cannot be read: ")


def test_standard_input_may_be_a_page(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    page = b"<!doctype html><html><body><p></p></body></html>"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    assert main(["new", "-"]) == 1
    assert "There is no article in the page" in capsys.readouterr().err


# ---------------------------------------------------------------------- arguments


@pytest.mark.parametrize("arguments", [[], ["a", "b"], ["a", "--nope"], ["a", "-o"]])
def test_wrong_arguments_leave_with_two(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["new", *arguments])
    assert left.value.code == 2
    assert capsys.readouterr().out == ""


def test_help_names_every_argument(capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["new", "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert all(word in told for word in ("TEXT", "--output FILE", "--force"))

"""The command line: what goes to standard output and error, and the exit code."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from article import Article
from article.exporters.plain import plain_text
from tui import __version__
from tui.cli import main, reader
from tui.file import File

ROOT = Path(__file__).parents[2]
HARBOR = ROOT / "tests" / "data" / "harbor-ave-lane.yaml"
FLAWED = ROOT / "tests" / "data" / "three-problems.yaml"

Output = pytest.CaptureFixture[str]


def command(*arguments: str, **environment: str) -> tuple[list[str], dict[str, str]]:
    """The program in an interpreter of its own, and its environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))}
    return [sys.executable, "-m", "tui", *arguments], {**kept, "PYTHONPATH": str(ROOT), **environment}


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    words, variables = command(*arguments, **environment)
    return subprocess.run(words, input=stdin, capture_output=True, check=False, env=variables)


def shell(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in which ``$TUI`` is the program."""
    words, variables = command(**environment)
    variables["TUI"] = " ".join(words)
    return subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False, env=variables)


# ---------------------------------------------------------------------- articles


def test_plain_prints_the_article_as_plain_text(capsys: Output, harbor: Article) -> None:
    assert main(["--plain", str(HARBOR)]) == 0
    assert capsys.readouterr() == (plain_text(harbor), "")


def test_plain_prints_the_shipped_article_when_none_is_named(capsys: Output, shipped: Article) -> None:
    assert main(["--plain"]) == 0
    assert capsys.readouterr() == (plain_text(shipped), "")


def test_what_is_not_a_terminal_gets_plain_text(harbor: Article) -> None:
    done = run(str(HARBOR), TERM="xterm-256color")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, plain_text(harbor), b"")


def test_problems_that_leave_something_to_read_go_to_standard_error(capsys: Output) -> None:
    assert main(["--plain", str(FLAWED)]) == 0
    output = capsys.readouterr()
    assert output.out.startswith("A file with problems\n")
    assert [line.split(" ")[:2] for line in output.err.splitlines()] == [
        [f"{FLAWED}:12:36:", "error:"],
        [f"{FLAWED}:25:12:", "error:"],
        [f"{FLAWED}:37:15:", "error:"],
    ]


# ---------------------------------------------------------------------- what is no article


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("format: 1\nid: x\n", [*[(1, 1, "error")] * 3, (1, 1, "fatal"), (1, 1, "fatal")]),
        ("format: 1\nid: x\n  b: [\n", [(3, 4, "fatal")]),
        ("headline: [a\n", [(1, 11, "fatal")]),
        ("- a\n- b\n", [(1, 1, "fatal")]),
    ],
    ids=["keys missing", "not YAML", "open bracket", "list"],
)
def test_a_file_that_is_no_article_gets_a_line_for_every_problem(
    tmp_path: Path, capsys: Output, text: str, places: list[tuple[int, int, str]]
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    assert main([str(path)]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    found = [re.match(rf"{re.escape(str(path))}:(\d+):(\d+): (\w+): \S", line) for line in output.err.splitlines()]
    assert [(int(m[1]), int(m[2]), m[3]) if m else None for m in found] == places


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.yaml", "The file cannot be read: No such file or directory. [cannot-read]"),
        ("a\0b", "The file cannot be read: embedded null byte. [cannot-read]"),
    ],
    ids=["missing", "null byte"],
)
def test_what_is_no_file_gets_a_line_that_says_so(tmp_path: Path, capsys: Output, name: str, message: str) -> None:
    assert main([f"{tmp_path}/{name}"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    shown = name.replace("\0", "␀")
    assert output.err == f"{tmp_path}/{shown}: fatal: {message}\n"


def test_an_empty_name_is_not_the_shipped_article(capsys: Output) -> None:
    """As ``kremlin-tui "$FILE"`` gives where FILE was never set."""
    assert main(["--plain", ""]) == 1
    assert capsys.readouterr().out == ""


def test_a_problem_shows_no_control_character_of_the_files_name(tmp_path: Path, capsys: Output) -> None:
    assert main([f"{tmp_path}/\x1b]0;mine\x07\n.yaml"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"{tmp_path}/␛]0;mine␇ .yaml: fatal: The file cannot be read: No such file or directory. [cannot-read]"
    ]


# ---------------------------------------------------------------------- folders


def test_the_articles_of_a_folder_are_printed_one_after_another(
    tmp_path: Path, capsys: Output, harbor: Article
) -> None:
    (tmp_path / "a.yaml").write_bytes(HARBOR.read_bytes())
    (tmp_path / "b.yml").write_bytes(HARBOR.read_bytes())
    assert main(["--plain", str(tmp_path)]) == 0
    assert capsys.readouterr() == (plain_text(harbor) * 2, "")


def test_an_article_of_a_folder_that_cannot_be_read_does_not_keep_back_the_others(
    tmp_path: Path, capsys: Output, harbor: Article
) -> None:
    (tmp_path / "a.yaml").write_text("- a\n")
    (tmp_path / "b.yaml").write_bytes(HARBOR.read_bytes())
    assert main(["--plain", str(tmp_path)]) == 1
    output = capsys.readouterr()
    assert output.out == plain_text(harbor)
    assert output.err.startswith(f"{tmp_path}/a.yaml:1:1: fatal: ")


def test_a_folder_without_articles_says_so(tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "\x1b").mkdir()
    assert main([f"{tmp_path}/\x1b"]) == 1
    assert capsys.readouterr() == (
        "",
        f"{tmp_path}/␛: error: There is no article (*.yaml) in this folder. [no-articles]\n",
    )


# ---------------------------------------------------------------------- arguments


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nope"], "unrecognized arguments: --nope"),
        (["a", "b"], "unrecognized arguments: b"),
        (["--theme"], "--theme"),
    ],
    ids=["unknown option", "two files", "no theme"],
)
def test_wrong_arguments_leave_with_two(capsys: Output, arguments: list[str], message: str) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    output = capsys.readouterr()
    assert (left.value.code, output.out) == (2, "")
    assert message in output.err


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [("chekc a b", "check"), ("chek --strict a", "check"), ("shema --nope", "schema"), ("ftm . a", "fmt")],
)
def test_a_command_that_is_misspelt_is_told_with_the_one_that_may_be_meant(
    capsys: Output, arguments: str, meant: str
) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments.split())
    assert left.value.code == 2
    assert capsys.readouterr().err.endswith(f" (did you mean {meant}?)\n")


def test_too_many_files_are_not_taken_for_a_command(capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main(["harbor.yaml", "lane.yaml"])
    assert capsys.readouterr().err.endswith("error: unrecognized arguments: lane.yaml\n")


def test_a_theme_that_there_is_not_is_told_with_those_there_are(capsys: Output, harbor: Article) -> None:
    assert reader._open(harbor, {"theme": "nope\x1b"}, File(None)) == 2
    output = capsys.readouterr()
    assert output.out == ""
    assert re.fullmatch("kremlin-tui: there is no theme “nope␛”. Known: .*ink, .*paper, .*\n", output.err)


def test_version_tells_the_version(capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert (left.value.code, capsys.readouterr().out) == (0, f"kremlin-tui {__version__}\n")


def test_help_names_every_argument(capsys: Output) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    assert all(word in told for word in ("FILE", "--plain", "--theme", "--version"))


# ---------------------------------------------------------------------- streams


def test_a_dash_reads_standard_input(harbor: Article) -> None:
    done = run("-", stdin=HARBOR.read_bytes())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, plain_text(harbor), b"")


def test_problems_of_standard_input_name_it() -> None:
    done = run("-", stdin=b"- a\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("standard input:1:1: fatal: ")


def test_a_closed_standard_input_is_a_problem_in_a_line() -> None:
    done = shell("$TUI - <&-")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch("standard input: fatal: .*\n", done.stderr)


def test_the_head_of_the_output_comes_without_noise(shipped: Article) -> None:
    done = shell("$TUI --plain | head -1")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{shipped.headline}\n", "")


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
        {"PYTHONIOENCODING": "ascii", "LANG": "C.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "0"},
    ],
    ids=str,
)
@pytest.mark.parametrize(
    "arguments",
    [
        ["--plain"],
        ["new", "-"],
        ["schema"],
        ["fmt", str(HARBOR), "-"],
        ["check", str(FLAWED)],
        ["check", "--format", "json", str(FLAWED)],
        ["config", "--example"],
        ["check", "--help"],
    ],
    ids=" ".join,
)
def test_what_goes_into_a_pipe_is_the_same_utf_8_whatever_the_coding_is(
    arguments: list[str], environment: dict[str, str]
) -> None:
    text = "Лёд\n\n“Нет”, сказал Пётр.\n" if arguments[0] == "new" else HARBOR.read_text()
    done, usual = (run(*arguments, stdin=text.encode(), **given) for given in (environment, {"LANG": "C.UTF-8"}))
    assert not usual.stdout.decode().isascii()
    assert (done.returncode, done.stdout.decode()) == (usual.returncode, usual.stdout.decode())
    assert done.stderr.decode() == usual.stderr.decode()


def test_a_pipe_that_nobody_reads_makes_no_noise() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    words, variables = command("--plain")
    try:
        done = subprocess.run(words, stdout=writes, stderr=subprocess.PIPE, check=False, env=variables)
    finally:
        os.close(writes)
    assert (done.returncode, done.stderr) == (0, b"")


FULL = pytest.param(">/dev/full", marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device"))


@pytest.mark.parametrize("target", [">&-", FULL], ids=["closed", "full"])
def test_an_output_that_takes_nothing_makes_no_traceback(target: str) -> None:
    done = shell(f"$TUI --plain {target}")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


def test_the_module_leaves_with_the_code_of_the_command() -> None:
    assert run(str(ROOT / "none.yaml")).returncode == 1

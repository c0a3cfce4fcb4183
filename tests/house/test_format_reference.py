"""The format reference says what the code does: its tables, its examples, its list of problems."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from article import ArticleError, Problem
from article.loader import load, load_text
from article.problems import MOST_PROBLEMS, Code
from article.schema import MOST_PARAGRAPHS
from article.source import MOST_BYTES
from tests.unit.tables import TABLES
from tui.cli import main

Output = pytest.CaptureFixture[str]

ROOT = Path(__file__).parents[2]
REFERENCE = (ROOT / "article" / "FORMAT.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w+\n(.*?\n)```", REFERENCE, re.DOTALL)
    assert found, f"The reference has no block {name}."
    return found[1]


def rows(heading: str) -> list[list[str]]:
    """The cells of the table that begins with a heading."""
    table = REFERENCE.split(heading + "\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    return [[cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in table]


class Example(NamedTuple):
    code: str
    level: str
    wrong: str
    right: str


EXAMPLES = [
    Example(code.strip("`"), level, wrong.strip("`").replace("⏎", "\n"), right.strip("`").replace("⏎", "\n"))
    for code, level, wrong, right, _ in rows("| code | level | wrong | right | what it says, what to do |")
]
OF_FILES = {row[0].strip("`"): row[1] for row in rows("| code | level | when | what to do |")}


def problems_of(text: str) -> tuple[Problem, ...]:
    try:
        return load_text(text).problems
    except ArticleError as error:
        return error.problems


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_those_of_the_code(name: str) -> None:
    told = rows(f"<!-- fields: {name} -->\n| key | | value | meaning |")
    known = [
        [f"`{field.name}`", "required" if field.required else "", field.type.told, field.about]
        for field in TABLES[name]
    ]
    assert told == known


def test_every_table_of_the_reference_is_compared() -> None:
    assert set(re.findall(r"<!-- fields: (\w+) -->", REFERENCE)) == set(TABLES)


def test_every_problem_is_listed_once_and_no_other() -> None:
    assert sorted([*(example.code for example in EXAMPLES), *OF_FILES]) == sorted(get_args(Code))


def test_the_article_of_the_examples_has_no_problem() -> None:
    assert problems_of(block("base")) == ()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code)
def test_the_wrong_way_gives_the_problem_and_the_right_one_not(example: Example) -> None:
    base = block("base")
    assert example.right in base
    found = problems_of(base.replace(example.right, example.wrong, 1))
    assert (example.code, example.level) in [(problem.code, problem.level) for problem in found]


def written(text: str | bytes) -> Callable[[Path], Path]:
    """Makes a file of a text."""

    def write(folder: Path) -> Path:
        path = folder / "a.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


MAKE: dict[str, Callable[[Path], Path]] = {
    "cannot-read": lambda folder: folder / "none.yaml",
    "empty": written(""),
    "not-a-file": lambda folder: folder,
    "not-an-article": written("- a\n"),
    "not-utf-8": written("headline: Größe\n".encode("latin-1")),
    "too-deep": written("a: " + "[" * 40),
    "too-large": written(b"#" * (MOST_BYTES + 1)),
    "too-many-directives": written("%A\n" * 20),
    "too-many-paragraphs": written("headline: H\nbody: |\n" + "  a\n\n" * (MOST_PARAGRAPHS + 1)),
    "too-many-problems": written(block("base") + "".join(f"key{n}: a\n" for n in range(MOST_PROBLEMS + 1))),
}


@pytest.mark.parametrize("code", MAKE)
def test_a_file_as_described_gives_the_problem(code: str, tmp_path: Path) -> None:
    path = MAKE[code](tmp_path)
    try:
        found = load(path).problems
    except ArticleError as error:
        found = error.problems
    assert (code, OF_FILES[code]) in [(problem.code, problem.level) for problem in found]


def test_a_folder_without_articles_gives_the_problem(tmp_path: Path, capsys: Output) -> None:
    assert main(["check", str(tmp_path)]) == 1
    assert f"{OF_FILES['no-articles']}: There is no article" in capsys.readouterr().out
    assert set(MAKE) | {"no-articles"} == set(OF_FILES)


def test_the_full_example_has_no_problem_and_every_table_in_it() -> None:
    article = load_text(block("example"))
    assert article.problems == ()
    assert article.parties
    assert any(actor.member_of for actor in article.actors)
    assert any(issue.broader for issue in article.issues)
    assert any(stance.relations for stance in article.stances)
    assert any(stance.conditions for stance in article.stances)
    assert any(stance.via for stance in article.stances)


def test_the_python_in_it_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    found = re.search(r"```python\n(.*?)```", REFERENCE, re.DOTALL)
    assert found
    (tmp_path / "harbor.yaml").write_text(block("example"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(found[1], {})  # noqa: S102 (it is our own)
    assert "Ines Okoro support We will not wait for another crash\n" in capsys.readouterr().out


def test_the_commands_it_names_are_there(capsys: Output) -> None:
    for name in set(re.findall(r"^kremlin-tui (\w+)", REFERENCE, re.MULTILINE)):
        with pytest.raises(SystemExit) as left:
            main([name, "--help"])
        assert left.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: kremlin-tui {name}")

"""What the command line says of articles, files, arguments, settings and faults is text and nothing else."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import tui.cli
from tests.tty import hostile
from tests.tty.payloads import PAYLOADS
from tests.tty.recognizer import is_plain
from tui.cli import main

GIVEN = tuple(text for text in PAYLOADS.values() if "\0" not in text)
"""Such as can be an argument, or a variable of the environment."""
NAMES = tuple(text.replace("/", "\u2215") for text in GIVEN)
"""Such as can be the name of a file."""
ARGUMENTS: dict[str, Callable[[str], list[str]]] = {
    "a file": lambda text: [text],
    "an option": lambda text: [f"--{text}"],
    "too many": lambda text: ["a", text, text],
    "a theme": lambda text: ["--theme", text],
    "a width": lambda text: ["--width", text],
    "plain": lambda text: ["--plain", text],
    "check": lambda text: ["check", text],
    "a format": lambda text: ["check", "--format", text, "a"],
    "fmt": lambda text: ["fmt", text],
    "new": lambda text: ["new", text],
    "a command's option": lambda text: ["check", f"--{text}"],
    **{name: lambda text, name=name: [name, text] for name in ("schema", "config", "completion", "man")},
}

Said = Callable[..., str]


@pytest.fixture
def said(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """All that the program says for some arguments, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))

    def run(*arguments: str) -> str:
        with suppress(SystemExit):
            main(arguments)
        out, err = capfd.readouterr()
        return out + err

    return run


def not_plain(texts: dict[str, str]) -> list[str]:
    return [f"{asked!a}: {told!a}" for asked, told in texts.items() if not is_plain(told.replace("\t", " "))]


@pytest.mark.parametrize("kind", ARGUMENTS)
def test_an_argument_is_repeated_as_text(said: Said, kind: str) -> None:
    told = {text: said(*ARGUMENTS[kind](text)) for text in GIVEN}
    assert not_plain(told) == []
    assert all(told.values())


@pytest.mark.parametrize("command", [["check"], ["check", "--format=json"], ["check", "--format=github"], ["fmt"], []])
def test_a_file_is_named_as_text(said: Said, tmp_path: Path, command: list[str]) -> None:
    folder = tmp_path / "\x1b]0;owned\x07\u202e"
    folder.mkdir()
    for name in NAMES:
        (folder / f"{name}.yaml").write_text("headline: [")
    (folder / os.fsdecode(b"\xff\x9b.yaml")).write_text("headline: [")
    told = said(*command, str(folder))
    assert not_plain({"": told}) == []
    assert told.count(".yaml") > len(NAMES)


ARTICLES = {"an article": hostile.article, "problems": hostile.with_problems, "none": hostile.refused}


@pytest.mark.parametrize("article", ARTICLES)
@pytest.mark.parametrize(
    "command",
    ["check", "check --suggest", "check --format=json", "check --format=github", "--plain", "--plain --ascii"],
)
def test_what_is_said_of_an_article_is_text(said: Said, tmp_path: Path, article: str, command: str) -> None:
    (tmp_path / "a.yaml").write_text(ARTICLES[article]())
    told = said(*command.split(), "a.yaml")
    assert not_plain({"": told}) == []
    assert told or article == "an article"


def test_json_is_whole_and_holds_nothing_raw(said: Said, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(hostile.with_problems())
    told = said("check", "--format=json", "a.yaml")
    texts = [value for problem in json.loads(told) for value in problem.values() if isinstance(value, str)]
    assert len(texts) > 1000
    assert [text for text in texts if not is_plain(text)] == []


def test_no_problem_passes_for_a_command_to_a_code_host(said: Said, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(hostile.with_problems())
    lines = said("check", "--format=github", "a.yaml").splitlines()
    assert [line for line in lines if not re.match("::(error|warning) file=a.yaml,", line)] == []


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_an_article_is_made_of_a_text_as_text(said: Said, tmp_path: Path, name: str) -> None:
    texts = [text for text in PAYLOADS.values() if text.isprintable() or name == "a.html" or "\0" not in text]
    body = "\n\n".join(f"N{number} {text} said that {text} is so." for number, text in enumerate(texts))
    (tmp_path / name).write_text(f"<h1>Head</h1><p>{body}</p>" if name == "a.html" else f"Head {texts[0]}\n\n{body}")
    told = said("new", name)
    assert not_plain({"": told}) == []
    assert told


@pytest.mark.parametrize(
    "line", ["theme = {}", "width = {}", "{} = 1", "[keys]\n{} = {}", '[keys]\n"reader.quit" = {}', "glyphs = {}"]
)
def test_a_setting_is_told_as_text(said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    folder = tmp_path / "config\x1b]0;owned\x07\u202e"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder))
    file = folder / "kremlin-tui" / "config.toml"
    file.parent.mkdir(parents=True)
    told: dict[str, str] = {}
    for text in GIVEN[::2]:
        inner = json.dumps(text) if text.isascii() else f'"{text}"'
        file.write_text(line.format(inner, inner))
        told[text] = said("config")
    assert not_plain(told) == []


@pytest.mark.parametrize(
    "variable", ["KREMLIN_TUI_THEME", "KREMLIN_TUI_WIDTH", "KREMLIN_TUI_GLYPHS", "XDG_CONFIG_HOME"]
)
def test_a_variable_is_told_as_text(said: Said, monkeypatch: pytest.MonkeyPatch, variable: str) -> None:
    told: dict[str, str] = {}
    for text in GIVEN[::2]:
        monkeypatch.setenv(variable, f"/{text}" if variable.startswith("XDG") else text)
        told[text] = said("config")
    assert not_plain(told) == []


@pytest.mark.parametrize("asked", [[], ["--debug"]])
def test_a_fault_is_told_as_text(said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    text = "\x1b]0;owned\x07\x9b2J\u202e\r"

    def fail(_: object) -> int:
        raise type(f"Fault{text}", (ValueError,), {})(text)

    monkeypatch.setattr(tui.cli, "_run", fail)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / text))
    for variable in ("TERM", "COLORTERM", "LC_ALL", "LANG", "NO_COLOR"):
        monkeypatch.setenv(variable, text)
    told = said(*asked)
    assert "a fault of this program" in told
    assert not_plain({"": told}) == []

"""The editor: which one, and how it is told the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.editor import Editor, EditorError

FILE = "/home/ann/a story.yaml"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("vi", ["vi", "+7", FILE]),
        ("/usr/bin/nvim -R", ["/usr/bin/nvim", "-R", "+7", FILE]),
        ("nano", ["nano", "+7", FILE]),
        ("emacs -nw", ["emacs", "-nw", "+7", FILE]),
        ("micro", ["micro", "+7", FILE]),
        ("kak", ["kak", "+7", FILE]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:7"]),
        ("codium", ["codium", "--goto", f"{FILE}:7"]),
        ("cursor", ["cursor", "--goto", f"{FILE}:7"]),
        ("subl -w", ["subl", "-w", f"{FILE}:7"]),
        ("hx", ["hx", f"{FILE}:7"]),
        ("zed", ["zed", f"{FILE}:7"]),
        ("kate", ["kate", "--line", "7", FILE]),
        ("my-own", ["my-own", FILE]),
        ("'/opt/my editor/vim'", ["/opt/my editor/vim", "+7", FILE]),
        ("vi; rm -rf /", ["vi;", "rm", "-rf", "/", FILE]),
    ],
)
def test_an_editor_is_told_the_line_as_it_wants_it(command: str, words: list[str]) -> None:
    assert Editor.of({"EDITOR": command}).at(FILE, 7) == words


def test_visual_comes_before_editor() -> None:
    assert Editor.of({"VISUAL": "emacs", "EDITOR": "ed"}).name == "emacs"


@pytest.mark.parametrize("visual", ["", "  "])
def test_a_variable_that_is_empty_names_none(visual: str) -> None:
    assert Editor.of({"VISUAL": visual, "EDITOR": "nano"}).name == "nano"


def test_without_a_line_there_is_the_file_alone() -> None:
    assert Editor.of({"EDITOR": "vi"}).at(FILE) == ["vi", FILE]


def test_a_file_that_is_named_like_an_option_is_none() -> None:
    assert Editor.of({"EDITOR": "vi"}).at("-c quit", 1) == ["vi", "+1", str(Path.cwd() / "-c quit")]


def test_without_an_editor_it_is_said_what_to_set() -> None:
    with pytest.raises(EditorError, match=r"set \$VISUAL or \$EDITOR"):
        Editor.of({})


@pytest.mark.parametrize("command", ["vi 'open", "''", '""'])
def test_what_is_no_command_is_said_to_be_none(command: str) -> None:
    with pytest.raises(EditorError, match=r"\$EDITOR is no command"):
        Editor.of({"EDITOR": command})


def test_no_control_character_of_a_command_is_shown() -> None:
    with pytest.raises(EditorError) as raised:
        Editor.of({"EDITOR": "\x1b]0;x\x07 'open"})
    assert "\x1b" not in str(raised.value)
    assert "\x1b" not in Editor.of({"EDITOR": "\x1b"}).name


@pytest.mark.parametrize(("command", "early"), [("code", True), ("subl", True), ("vim", False), ("my-own", False)])
def test_an_editor_with_a_window_of_its_own_may_return_early(command: str, *, early: bool) -> None:
    assert Editor.of({"EDITOR": command}).may_return_early is early

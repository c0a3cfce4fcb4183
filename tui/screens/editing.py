"""The file in the reader's own editor, while the program stands back."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from signal import strsignal
from typing import NamedTuple

from textual.app import SuspendNotSupported

from article.clean import reason_of
from article.lines import line_of_actor, line_of_paragraph
from article.problems import ArticleError, Problems
from article.source import Source
from tui.editor import Editor, EditorError, run
from tui.file import File


class Edited(NamedTuple):
    """What came of it."""

    told: str = ""
    """What is to be said, where it did not go as it should."""
    began: bool = False
    """Whether the editor was there at all."""
    returned_early: bool = False
    """Whether it may have come back before anything was edited."""


def edit(
    suspend: Callable[[], AbstractContextManager[None]], file: File, line_here: Callable[[], int | None]
) -> Edited:
    """Have a file edited while the program stands back, at a line that is worked out once there is an editor."""
    if file.path is None:
        return Edited("This article comes with the program and is not edited; open a file of your own.")
    if file.is_standard_input:
        return Edited("What came through standard input cannot be edited.")
    try:
        editor = Editor.of(os.environ)
    except EditorError as error:
        return Edited(str(error))
    command = editor.at(file.path, line_here())
    fault, code = "", 0
    try:
        with suspend():
            # Nothing may be raised in here: Textual would not take the terminal back.
            try:
                code = run(command)
            except OSError as error:
                fault = reason_of(error)
    except SuspendNotSupported:
        return Edited("An editor cannot be opened in this terminal.")
    if fault:
        return Edited(f"The editor {editor.name} cannot be started: {fault}. Set $VISUAL or $EDITOR.")
    return Edited(_told(editor, code), began=True, returned_early=editor.may_return_early)


def _told(editor: Editor, code: int) -> str:
    """What is to be said of how an editor ended; ``code`` is negative where a signal of that number did it."""
    if code < 0:
        return f"The editor {editor.name} was ended by a signal: {strsignal(-code) or -code}."
    return f"The editor {editor.name} ended with exit code {code}." if code else ""


def line_of(path: str, paragraph: int, actor: str | None) -> int | None:
    """The line of an actor, or else of a paragraph, in the file as it is now."""
    source = Source.of(path)
    try:
        text = source.read(Problems(source.name))
    except ArticleError:
        return None
    return line_of_actor(text, actor) if actor else line_of_paragraph(text, paragraph)

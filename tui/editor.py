"""The editor that the environment names, and how each is told the line to go to."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from article.clean import MOST_QUOTED, clean_line, quoted
from tui.ending import SIGNALS, TYPED, Ending

NAMES = ("VISUAL", "EDITOR")
"""The variables that may name it, the first one first."""
_PLUS = frozenset(
    (
        *("vi", "vim", "nvim", "view", "nvi", "elvis", "vile", "gvim", "mvim", "ex", "vis", "ee"),
        *("emacs", "emacsclient", "xemacs", "zile", "mg", "jove", "jed", "ne", "dte", "mcedit"),
        *("nano", "pico", "rnano", "micro", "kak", "joe", "jmacs", "jstar", "jpico", "rjoe"),
        *("bbedit", "geany", "gedit", "gnome-text-editor", "mousepad", "pluma", "xed"),
    )
)
"""Take ``+LINE FILE``."""
_GOTO = frozenset(("code", "code-insiders", "code-oss", "codium", "cursor", "positron", "vscodium", "windsurf"))
"""Take ``--goto FILE:LINE``."""
_COLON = frozenset(("helix", "hx", "subl", "sublime_text", "zed", "zeditor"))
"""Take ``FILE:LINE``."""
_LINE = frozenset(("kate", "kwrite", "mate"))
"""Take ``--line LINE FILE``."""
_WINDOWS = (
    *(_GOTO | _LINE),
    *("bbedit", "geany", "gedit", "gnome-text-editor", "gvim", "mousepad", "mvim", "pluma", "subl", "sublime_text"),
    *("xed", "zed", "zeditor"),
)
"""Open a window of their own and may come back before anything is edited."""


class EditorError(Exception):
    """There is no editor; the message says what to do."""


class Editor(NamedTuple):
    """An editor's command, word by word."""

    words: tuple[str, ...]

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Editor:
        """The editor that the environment names; raises EditorError when it names none."""
        for name in NAMES:
            command = environment.get(name, "").strip()
            if not command:
                continue
            try:
                words = shlex.split(command)
            except ValueError:
                words = []
            if not words or not words[0]:
                raise EditorError(f"${name} is no command: {quoted(command)}.")
            return cls(tuple(words))
        raise EditorError("No editor is set: set $VISUAL or $EDITOR to the one you use, as in EDITOR=nano.")

    @property
    def name(self) -> str:
        """What it is called, safe to show."""
        return clean_line(self._kind or self.words[0])[:MOST_QUOTED]

    @property
    def may_return_early(self) -> bool:
        """Whether it may come back while the file is still being edited."""
        return self._kind in _WINDOWS

    @property
    def _kind(self) -> str:
        return Path(self.words[0]).name.removesuffix(".exe")

    def at(self, path: str, line: int | None = None) -> list[str]:
        """The command that opens a file, at a line where the editor can be told one; the whole path is named, so
        that none is taken for an option."""
        whole = str(Path(path).absolute())
        return [*self.words, *([whole] if line is None else self._told(whole, line))]

    def _told(self, path: str, line: int) -> list[str]:
        if self._kind in _PLUS:
            return [f"+{line}", path]
        if self._kind in _GOTO:
            return ["--goto", f"{path}:{line}"]
        if self._kind in _COLON:
            return [f"{path}:{line}"]
        return ["--line", str(line), path] if self._kind in _LINE else [path]


def run(command: list[str]) -> int:
    """Run an editor in this terminal until it ends; returns its exit code. Raises OSError when it cannot be
    started. Keys that interrupt programs are for the editor alone; the signal that ends this program ends the editor
    first."""
    import signal
    import subprocess

    editor: subprocess.Popen[bytes] | None = None
    asked: list[int] = []

    def hand_on(number: int, frame: FrameType | None) -> None:
        asked.append(number)
        if editor and len(asked) == 1:
            editor.send_signal(number)
        if callable(handler := kept[number]):
            handler(number, frame)

    heard = {number: signal.getsignal(number) for number in SIGNALS}
    kept = {number: handler for number, handler in heard.items() if number in TYPED or callable(handler)}
    for number in kept:
        signal.signal(number, _ignore if number in TYPED else hand_on)
    try:
        if Ending.asked:
            return 0
        editor = subprocess.Popen(command)  # noqa: S603 - no shell; the user's own editor
        if asked:  # It came while the editor was started.
            editor.send_signal(asked[0])
        return editor.wait()
    except ValueError as error:  # A null character, which no command can bear.
        raise OSError(str(error)) from error
    finally:
        for number, handler in kept.items():
            if signal.getsignal(number) in (_ignore, hand_on):  # Otherwise the end has begun.
                signal.signal(number, handler)


def _ignore(*_: object) -> None:
    """A handler, and not SIG_IGN, which the editor would inherit."""

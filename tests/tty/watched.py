"""A reader of which every byte and every screen is kept, and in which the last guard before the terminal tells when it
had something to do: whatever comes so far was not cleaned where it came in."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from tests.tty.recognizer import WHOLE, copies, obeyed
from tests.tty.terminal import FRAME_END, KEYS, Terminal

PROGRAM = """
import sys, tui.guard
replaced = tui.guard.replaced
def told(text):
    if replaced(text) != text:
        with open({canary!r}, "a") as file:
            print(ascii(text), file=file)
    return replaced(text)
tui.guard.replaced = told
from tui.cli import main
{mishap}
sys.exit(main({arguments!r}))
"""
NO_SYSTEM = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP", "TMUX", "STY"), "")
"""No program leads to a clipboard."""
KEYS_OF_WALKS = KEYS | {
    "space": " ",
    "pgdn": "\x1b[6~",
    "ctrl+p": "\x10",
    "ctrl+r": "\x12",
    "ctrl+b": "\x02",
    "backspace": "\x7f",
}
LEFT = b"\x1b[?1049l"
MOST_PAGES = 150
PASTED = "\x1b[201~"
FRAME_WITHIN = 0.15
"""Seconds within which a key has brought a frame, or brings none."""


class Watched(Terminal):
    """A reader at work; ``screens`` holds what stood on the screen after each frame."""

    def __init__(
        self,
        canary: Path,
        *arguments: str | Path,
        size: tuple[int, int] = (160, 45),
        env: Mapping[str, str] | None = None,
        mishap: str = "",
    ) -> None:
        self._canary = canary
        code = PROGRAM.format(canary=str(canary), arguments=[str(each) for each in arguments], mishap=mishap)
        self.screens = [""]
        super().__init__("python", "-c", code, size=size, env=NO_SYSTEM | dict(env or {}))
        self._begun = 0

    def begin(self, text: str) -> None:
        """Wait for the first screen; what is sent up to then may set the terminal up."""
        self.wait_for(text)
        self._begun = len(self._written)

    def walk(self, keys: str, times: int = 1) -> None:
        """Press keys one after the other, each when the one before has brought its frame."""
        for key in keys.split() * times:
            if key == "esc":
                self.press("esc")  # With what follows at once, it would be another key.
            else:
                self.type(KEYS_OF_WALKS.get(key, key))

    def page(self, key: str) -> None:
        """Press a key until nothing changes any more."""
        self.settle()
        for _ in range(MOST_PAGES):
            before = self.text()
            self.walk(key)
            if self.text() == before:
                self.settle()
            if self.text() == before:
                break

    def type(self, text: str) -> None:
        """Type a text at once, and see what comes of it."""
        before = len(self._written)
        os.write(self._fd, text.encode())
        end = time.monotonic() + FRAME_WITHIN
        while FRAME_END not in self._written[before:] and (time.monotonic() < end or self._is_at_work):
            self._read(0.02)
        if LEFT in self._written[before:]:
            code = self.wait()
            while self._read(0):
                pass
            raise AssertionError(f"{text!r} ended it with {code}: {self.raw[-800:]!r}")
        self._keep()

    def see_typed(self, text: str, seconds: float = 10) -> None:
        """Until a text stands in a row in which it is typed: whole, or as much of its beginning or end as a narrow one
        shows beside what is said there."""
        room = self._screen.columns - 40
        end = time.monotonic() + seconds
        while text[:room] not in self.text() and text[-room:] not in self.text():
            assert time.monotonic() < end, f"{text!r} never appeared on:\n{self.text()}"
            self._read(0.02)

    def _show(self, data: bytes) -> None:
        while FRAME_END in data:
            frame, _, data = data.partition(FRAME_END)
            super()._show(frame + FRAME_END)
            self._keep()
        super()._show(data)

    def _keep(self) -> None:
        if (text := self.text()) != self.screens[-1]:
            self.screens.append(text)

    def end(self) -> list[str]:
        """Leave; returns what was sent that is neither text nor a frame's, and all that was not clean before the
        guard."""
        self.settle()
        at_work = self.raw[self._begun :]
        self.press("esc", "esc", "q")
        assert self.wait() in (0, 1), self.text()
        not_clean = self._canary.read_text().splitlines() if self._canary.exists() else []
        return [*obeyed(at_work), *obeyed(self.raw, WHOLE), *not_clean]

    def paste(self, text: str) -> None:
        """What a terminal sends of a text that is pasted; it leaves out what would end that."""
        self.type(f"\x1b[200~{text.replace(PASTED, '')}{PASTED}")

    @property
    def copies(self) -> list[str]:
        return copies(self.raw)

    @property
    def seen(self) -> str:
        """All that was to be seen."""
        return "\n".join(self.screens)

"""Help: the keys that work where it was called, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import ActiveBinding
from textual.content import Content

from tui.keys import by_description
from tui.screens.overlay import Overlay
from tui.signs import LEGEND

KEYS = 14
"""Cells for the keys, set right."""
NAMES = 20
"""Cells for what keys are called."""
ROOMY = 90
"""Columns from which there is room to say what each key does."""
EXPLAINED = (
    ("the colour of a name", "the actor; two letters say it without colour"),
    ("a filled badge", "for or against the statement or demand beside it"),
    ("words on a tint", "evidence: the exact words a position stands on"),
    ("bold and underlined", "the words of the position under the cursor"),
    ("↪ reported by", "others report it; the actor is not heard"),
    ("no intention", "a plan that is denied, which is not opposition"),
    ("the line at the right", "where you are, and where on the page evidence stands"),
    ("a filled letter", "a place you marked, left of the paragraph's number"),
)

MOUSE = (
    ("on words", "lights up their position; again: the next on these words"),
    ("on a name", "finds the actor in the list; a double click isolates it"),
    ("on an actor", "the cursor; again, or on the dot: in or out of the filter"),
    ("on a card", "lights up its words; again: goes there"),
    ("on the line at the right", "scrolls there; it can be drawn, too"),
    ("drag over the text", "selects and copies it, without numbers and line ends"),
)
"""What a click does."""


class Help(Overlay):
    """The keys that work in a pane, first its own, then those that work everywhere."""

    def __init__(self, active: Iterable[ActiveBinding], pane: str) -> None:
        super().__init__()
        self.title = "Keys"
        self._active = [entry for entry in active if entry.binding.description and entry.enabled]
        self._pane = pane

    def text(self) -> Content:
        here = (f"{self._pane.lower()}.", "move.")
        own = [entry for entry in self._active if (entry.binding.id or "").startswith(here)]
        everywhere = [entry for entry in self._active if entry not in own]
        roomy = self.app.size.width >= ROOMY
        signs = [Content(f"{'':{KEYS + 2}}{left:<12}{right}".rstrip()) for left, right in LEGEND]
        return Content("\n").join(
            (
                *_section(f"In the {self._pane.lower()}", _keys(own, roomy=roomy)),
                *_section("Everywhere", _keys(everywhere, roomy=roomy)),
                *_section("Signs", signs),
                *_section("On the screen", [_meaning(*pair, roomy=roomy) for pair in EXPLAINED]),
                *_section("Mouse", [_meaning(*pair, roomy=roomy) for pair in MOUSE]),
            )
        )


def _section(title: str, lines: list[Content]) -> list[Content]:
    return [Content.styled(title, "bold underline"), *lines, Content("")]


def _keys(active: list[ActiveBinding], *, roomy: bool) -> list[Content]:
    """Keys, what they are called, and what they do, where there is room to say it."""
    lines: list[Content] = []
    for keys, entry in by_description(active):
        name = entry.binding.description[:1].upper() + entry.binding.description[1:]
        keys_shown = (f"{' '.join(keys):>{KEYS}}  ", "bold $ink-accent")
        about = (entry.binding.tooltip if roomy else "", "$ink-muted")
        lines.append(Content.assemble(keys_shown, f"{name:<{NAMES}}", about))
    return lines


def _meaning(sign: str, meaning: str, *, roomy: bool) -> Content:
    """What something on the screen says, beside it or below it."""
    if roomy:
        return Content.assemble((f"{sign:>{KEYS + 8}}  ", "bold"), (meaning, "$ink-muted"))
    return Content.assemble((sign, "bold"), "\n", (meaning, "$ink-muted"))

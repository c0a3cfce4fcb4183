"""Help: the keys that work where it was called, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.keys import OVERLAY, by_description
from tui.widgets.actor_list import LEGEND

KEYS = 14
"""Cells for the keys, set right."""
EXPLAINED = (
    ("the colour of a name", "the actor; two letters say it without colour"),
    ("a filled badge", "the position, towards the issue as its label puts it"),
    ("words on a tint", "evidence: the exact words a position stands on"),
    ("bold and underlined", "the words of the position under the cursor"),
    ("↪ reported by", "others tell it; the actor is not heard"),
    ("no intention", "a plan that is denied, which is not opposition"),
    ("the line at the right", "where you are, and where on the page evidence stands"),
)


class Overlay(ModalScreen[None]):
    """Something to read over the reader, left with the keys that close it."""

    BINDINGS: ClassVar[list[BindingType]] = [*OVERLAY]
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False) as sheet:
            sheet.border_title = Content(self.title or "")
            yield Static(self.text(), markup=False)

    def text(self) -> Content:
        """What there is to read."""
        raise NotImplementedError

    def action_close(self) -> None:
        self.dismiss()

    def action_scroll(self, rows: int) -> None:
        self.query_one("#sheet", VerticalScroll).scroll_relative(y=rows, animate=False)


class Help(Overlay):
    """The keys that work in a pane, first its own, then those that work everywhere."""

    def __init__(self, active: Iterable[ActiveBinding], pane: str) -> None:
        super().__init__()
        self.title = "Keys"
        self._active = list(active)
        self._pane = pane

    def text(self) -> Content:
        here = (f"{self._pane.lower()}.", "move.")
        own = [entry for entry in self._active if (entry.binding.id or "").startswith(here)]
        everywhere = [entry for entry in self._active if entry not in own and entry.binding.description]
        lines = [
            *_section(f"In {self._pane}", own),
            *_section("Everywhere", [entry for entry in everywhere if entry.binding.id or not entry.binding.system]),
            *_signs(),
        ]
        return Content("\n").join(lines)


def _section(title: str, active: list[ActiveBinding]) -> list[Content]:
    lines = [Content.styled(title, "bold underline")]
    for keys, entry in by_description(active):
        shown = " ".join(keys)
        about = entry.binding.tooltip
        lines.append(
            Content.assemble(
                (f"{shown:>{KEYS}}  ", "bold $ink-accent"),
                entry.binding.description[:1].upper() + entry.binding.description[1:],
                (f"  {about}" if about else "", "$ink-muted"),
            )
        )
    return [*lines, Content("")]


def _signs() -> list[Content]:
    lines = [Content.styled("Signs", "bold underline")]
    lines.extend(Content(f"{'':>{KEYS}}  {left:<12}{right}".rstrip()) for left, right in LEGEND)
    lines.append(Content(""))
    for sign, meaning in EXPLAINED:
        lines.append(Content.assemble((f"{sign:>22}  ", "bold"), (meaning, "$ink-muted")))
    return lines

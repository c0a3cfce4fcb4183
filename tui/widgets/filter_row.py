"""The filter row: always says what is filtered, how much is left, and how to leave."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.keys import ACTORS, READER, key_of, pressed
from tui.messages import ActorToggled, KeyPointed
from tui.paint import Cells, chip
from tui.projection import View
from tui.theme import Palette
from tui.widgets.painted import Painted

ROOMY = 100
"""Columns from which chips bear names and the counts say what they count in words."""


CHIP = 5
"""Cells of a tag in its chip, and the space after it."""


class FilterRow(Painted):
    """One row, painted from the view; where rows are dear it is shown only while there is a filter."""

    def __init__(self, *, id: str | None = None, leads: bool = True) -> None:  # noqa: A002
        super().__init__(id=id)
        self.leads = leads
        """Whether the keys that change the filter work where it stands."""

    def show(self, view: View) -> None:
        super().show(view)
        self.set_class(bool(view.state.chosen), "-filtered")

    def on_click(self, event: events.Click) -> None:
        """A chip takes its actor out of the filter; the keys that leave it and undo it do so."""
        event.stop()
        if self.view and self.view.state.chosen and (request := self._request_at(event.x, self.view)):
            self.screen.post_message(request)

    def _request_at(self, column: int, view: View) -> Message | None:
        """What was hit is told by where the runs of the row stand that it paints itself."""
        actors = {chip(actor.tag): actor for actor in view.selection.chosen}
        hit, start = None, 0
        for text, _, _ in self.render_line(0):
            hit = actors.get(text) or (hit if hit and text == f" {hit.label} " else None)
            if start <= column < start + cell_len(text):
                return ActorToggled(hit.id) if hit else _way_at(text, column - start)
            start += cell_len(text)
        return None

    def shown(self, view: View) -> object:
        return view.selection, view.state.folded

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y or self.view is None or self.palette is None:
            return cells.strip()
        cells.to(2)
        if self.view.state.chosen:
            self._paint_filter(cells, self.view, self.palette)
        else:
            cells.add("All actors", self.ink("chosen"))
            keys = (("pick", "picks"), ("only", "isolates"), ("party", "takes the party"))
            hint = ", ".join(f"{key_of(f'actors.{action}', ACTORS)} {verb}" for action, verb in keys)
            cells.add(f"   {key_of('reader.actors', READER)}, then {hint}" if self.leads else "", self.ink("muted"))
        return cells.strip()

    def _paint_filter(self, cells: Cells, view: View, palette: Palette) -> None:
        leave, undo = key_of("reader.peel", READER), key_of("reader.undo", READER)
        roomy = self.size.width >= ROOMY
        positions = f"{view.selection.positions} of {len(view.article.stances)}" + (" positions" if roomy else "")
        paragraphs = f"{view.selection.paragraphs} of {view.numbered} ¶"
        tail = f"{leave} clears  {undo} undo" if roomy else f"{leave} clears"
        tail = tail if self.leads else ""
        folded = "folded  " if view.state.folded else ""
        cells.add("Only ", self.ink("accent"))
        counts = [f"{positions} · {paragraphs}   {folded}", f"{positions}   ", ""]
        left = next(text for text in counts if not text or cells.left - CHIP - 3 >= len(text) + len(tail))
        self._paint_chips(cells, view, palette, room=cells.left - len(left) - len(tail) - 2)
        cells.add("  " if left else " ").add(left.removesuffix(folded), self.ink("chosen"))
        cells.add(folded if left.endswith(folded) else "", self.ink("accent")).add(tail, self.ink("muted"))

    def _paint_chips(self, cells: Cells, view: View, palette: Palette, room: int) -> None:
        """The selected actors: by tag and name where all fit, else by tag, the last ones counted."""
        chosen = view.selection.chosen
        named = sum(CHIP + cell_len(actor.label) + 2 for actor in chosen) <= room
        most = len(chosen) if named or len(chosen) * CHIP <= room else max(1, (room - CHIP) // CHIP)
        for actor in chosen[:most]:
            cells.add(chip(actor.tag), palette.actors[actor.id].chip)
            cells.add(f" {actor.label} " if named else "", self.ink("chip")).add(" ")
        if most < len(chosen):
            cells.add(f"+{len(chosen) - most}", self.ink("chosen"))


def _way_at(text: str, column: int) -> KeyPointed | None:
    """The key in the words that say how to leave the filter."""
    undo = text.find(f"{key_of('reader.undo', READER)} undo")
    if not text.lstrip().startswith(key_of("reader.peel", READER)):
        return None
    return KeyPointed(pressed("reader.undo" if 0 <= undo <= column else "reader.peel", READER))

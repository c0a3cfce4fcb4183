"""The key bar: the keys that work here, drawn from the active bindings."""

from __future__ import annotations

from typing import cast

from rich.cells import cell_len
from textual.screen import Screen
from textual.signal import Signal
from textual.strip import Strip

from tui.keys import shown
from tui.paint import Cells
from tui.projection import View
from tui.widgets.painted import Painted

GAP = 3
"""Cells between two keys."""
KEPT = ".help"
"""How the id ends of the binding that never drops off: it leads to all the others."""


class KeyBar(Painted):
    """One row. Keys of the focused pane come first; where it is narrow the last ones drop off."""

    _painted: list[_Item] | None = None

    def on_mount(self) -> None:
        signal = cast("Signal[object]", self.screen.bindings_updated_signal)
        signal.subscribe(self, lambda _: self._follow_bindings())

    def shown(self, view: View) -> object:
        """Which keys a filter takes and gives; the signal of the bindings would come a frame later."""
        return bool(view.state.chosen), bool(view.state.before)

    def _follow_bindings(self) -> None:
        if self._painted != _items(self.screen):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y:
            return cells.strip()
        self._painted = _items(self.screen)
        items = [*self._painted]
        while len(items) > 1 and sum(_width(item) for item in items) - GAP > cells.width - 2:
            items.remove(next(item for item in reversed(items) if not (item[2] or "").endswith(KEPT)))
        cells.to(1)
        for number, (key, description, _) in enumerate(items):
            cells.add(" " * GAP if number else "")
            cells.add(key, self.ink("key")).add(f" {description}", self.ink("muted"))
        return cells.strip()


_Item = tuple[str, str, str | None]
"""Keys, what they do, the binding's id."""


def _items(screen: Screen[object]) -> list[_Item]:
    """The bindings to show, once each, those of a group together under its name."""
    items: dict[object, _Item] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if not (binding.show and enabled) or binding.system:
            continue
        label = binding.group or (binding.action, binding.description)
        if label not in items:
            description = binding.group.description if binding.group else binding.description
            items[label] = (shown(binding.key), description, binding.id)
        elif binding.group:
            keys, description, name = items[label]
            items[label] = (keys + shown(binding.key), description, name)
    return list(items.values())


def _width(item: _Item) -> int:
    return cell_len(item[0]) + 1 + cell_len(item[1]) + GAP

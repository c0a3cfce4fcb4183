"""The key bar: the keys that work here, drawn from the active bindings."""

from __future__ import annotations

from itertools import accumulate, islice
from typing import NamedTuple, cast

from rich.cells import cell_len
from textual import events
from textual.screen import Screen
from textual.signal import Signal
from textual.strip import Strip

from tui.keyboard import shown
from tui.messages import KeyPointed
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
    """All there are to show; None until they were painted once."""

    def on_mount(self) -> None:
        signal = cast("Signal[object]", self.screen.bindings_updated_signal)
        signal.subscribe(self, lambda _: self._follow_bindings(), immediate=True)

    def shown(self, view: View) -> object:
        """Which keys a filter takes and gives; the signal of the bindings would come a frame later."""
        return bool(view.state.chosen), bool(view.state.before)

    def _follow_bindings(self) -> None:
        if self._painted is not None and self._painted != _items(self.screen):
            self.refresh()

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y:
            return cells.strip()
        self._painted = _items(self.screen)
        for number, item in enumerate(self._fitting()):
            cells.to(1).add(" " * GAP if number else "")
            cells.add(item.shown, self.ink("key")).add(f" {item.description}", self.ink("muted"))
        return cells.strip()

    def _fitting(self) -> list[_Item]:
        """Those that there is room for."""
        items = [*(self._painted or ())]
        lacking = sum(map(_width, items)) - GAP - (self.size.width - 2)
        while len(items) > 1 and lacking > 0:
            least = next(item for item in reversed(items) if not (item.binding or "").endswith(KEPT))
            items.remove(least)
            lacking -= _width(least)
        return items

    def on_click(self, event: events.Click) -> None:
        """A key that is clicked is pressed; of several that stand together the one that is pointed at."""
        event.stop()
        column = 1
        for item in self._fitting():
            if column <= event.x < column + _width(item) - GAP:
                ends = accumulate((cell_len(shown(key)) for key in item.keys), initial=column)
                at = next((place for place, end in enumerate(islice(ends, 1, None)) if event.x < end), 0)
                self.screen.post_message(KeyPointed(item.keys[at]))
            column += _width(item)


class _Item(NamedTuple):
    """What a place in the bar stands for."""

    keys: tuple[str, ...]
    """As Textual knows them."""
    description: str
    binding: str | None
    """The id of the first of the bindings."""

    @property
    def shown(self) -> str:
        return "".join(map(shown, self.keys))


def _items(screen: Screen[object]) -> list[_Item]:
    """The bindings to show, once each, those of a group together under its name."""
    items: dict[object, _Item] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if not (binding.show and enabled) or binding.system:
            continue
        label = binding.group or (binding.action, binding.description)
        if label not in items:
            description = binding.group.description if binding.group else binding.description
            items[label] = _Item((binding.key,), description, binding.id)
        elif binding.group:
            items[label] = items[label]._replace(keys=(*items[label].keys, binding.key))
    return list(items.values())


def _width(item: _Item) -> int:
    return cell_len(item.shown) + 1 + cell_len(item.description) + GAP

"""The palette: every command of the reader, and every actor to be shown alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.keys import shown

if TYPE_CHECKING:
    from tui.screens.reader import Reader

_Command = tuple[str, str, Callable[[], object]]
"""What it is called, what it does, and the call that does it."""


class ReaderCommands(Provider):
    """Commands drawn from the bindings of the reader and of the focused pane, then the actors."""

    async def discover(self) -> Hits:
        for name, about, call in self._commands():
            yield DiscoveryHit(Content(name), call, text=name, help=about)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, about, call in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, Content(name), call, text=name, help=about)

    def _commands(self) -> Iterator[_Command]:
        reader = cast("Reader", self.screen)
        seen: set[str] = set()
        for entry in reader.active_bindings.values():
            binding = entry.binding
            if not entry.enabled or binding.id is None or binding.id in seen or binding.id.startswith("move."):
                continue
            seen.add(binding.id)
            about = f"{binding.tooltip} ({shown(binding.key)})"
            yield binding.description, about, partial(_run, reader, binding.action, entry.node)
        for actor in reader.article.actors:
            yield f"Only {actor.name}", "Show the positions of this actor only", partial(reader.isolate, actor.id)


async def _run(reader: Reader, action: str, node: object) -> None:
    await reader.app.run_action(action, cast("Reader", node))

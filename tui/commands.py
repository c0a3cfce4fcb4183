"""The palette's commands: whatever a key does, wherever that key works, and everything a filter can ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import nlargest
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.cells import cell_len
from textual.actions import parse
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.fuzzy import Matcher
from textual.screen import Screen

from article.wording import POSITION_WORD
from tui.keyboard import by_description, shown
from tui.keys import (
    ACTORS,
    ARTICLE,
    FILING,
    FILTERING,
    FINDING,
    MOVE,
    MOVING,
    PANE_KEYS,
    PANES,
    POSITIONS,
    PROGRAM,
    READER,
    VIEWS,
)
from tui.paint import shortened
from tui.signs import POSITION_SIGN

if TYPE_CHECKING:
    from tui.screens.reader import Reader

SIGNS = 9
"""Cells for the key of a command, set right."""
NAMES = 30
"""Cells for what a command is called, where it is said what it does."""
ROOMY = 72
"""Columns from which there is room to say what a command does."""
WIDEST = 110
"""Cells of the palette, as in its style sheet."""
PADDING = 3
"""Cells beside a row of the palette, its scrollbar included."""
BY_TOOLTIP = 0.3
"""How much it counts that the words are found in what a command does, against 1 for its whole name."""

MOST_SHOWN = 200
"""Commands that the palette lists at once: each takes it a millisecond."""

_ORDER = (FILTERING, FINDING, VIEWS, PANE_KEYS, MOVING, FILING, PROGRAM)
"""The tables of the reader's keys as the palette shows them."""
_OF_PANES = {"article": ARTICLE, "actors": ACTORS, "positions": POSITIONS}


class Command(NamedTuple):
    """Something that can be asked for by its name."""

    sign: str
    """Its key, or what stands for it on the screen."""
    name: str
    about: str
    call: Callable[[], object]
    offered: bool = True
    """Whether it is shown before anything is typed."""


def commands(reader: Reader) -> Iterator[Command]:
    """All commands that would do something now: what keys do, then what can be filtered for."""
    yield from _of_reader(reader)
    for pane, table in sorted(_OF_PANES.items(), key=lambda item: item[0] != reader.front):
        yield from _of_pane(reader, pane, table)
    for binding in MOVE:
        yield _command(reader, reader.front, binding)._replace(offered=False)
    yield from _filters(reader)


def _of_reader(reader: Reader) -> Iterator[Command]:
    ordered = {binding.id: binding for binding in chain(*_ORDER, READER)}
    for binding in ordered.values():
        namespace, action, parameters = parse(binding.action)
        # What the program does it does not offer while something lies over the reader, as the palette does.
        if namespace == "app" or reader.check_action(action, parameters):
            sign = shown(binding.key.split(",")[0])
            yield Command(
                sign, binding.description, binding.tooltip, partial(reader.app.run_action, binding.action, reader)
            )


def _of_view(view: Screen[object], reader: Reader) -> Iterator[Command]:
    """What the keys of a view over the reader do, and what can be filtered for."""
    for keys, entry in by_description(view.active_bindings.values()):
        binding = entry.binding
        # What the program does it does not offer while something lies over the view, as the palette does.
        if binding.description and (entry.enabled or binding.action.startswith("app.")):
            call = partial(reader.app.run_action, binding.action, entry.node)
            yield Command(keys[0], binding.description, binding.tooltip, call)
    yield from _filters(reader)


def _of_pane(reader: Reader, pane: str, table: Iterable[Binding]) -> Iterator[Command]:
    for binding in table:
        command = _command(reader, pane, binding)
        yield command._replace(name=f"{PANES[pane]}: {command.name}")


def _command(reader: Reader, pane: str, binding: Binding) -> Command:
    """What a key does in a pane; it is done where it can be seen."""

    async def call() -> None:
        reader.action_pane(pane)
        await reader.app.run_action(binding.action, reader.query_one(f"#{pane}"))

    return Command(shown(binding.key.split(",")[0]), binding.description, binding.tooltip, call)


def _filters(reader: Reader) -> Iterator[Command]:
    article = reader.article
    for actor in article.actors:
        party = article.party[actor.party].name if actor.party else ""
        about = " · ".join(part for part in (actor.role, party) if part)
        yield Command(actor.tag, f"Only {actor.name}", about, partial(reader.isolate, actor.id))
    for party, members in article.by_party:
        if party:
            about = ", ".join(actor.label for actor in members)
            yield Command("", f"Only party {party.name}", about, partial(reader.isolate_party, party.id))
    for issue in article.issues:
        call = partial(reader.isolate_issue, issue.id)
        yield Command("", f"Only issue {issue.label}", issue.proposition, call)
    for position, word in POSITION_WORD.items():
        about = f"Show the positions that are {word}" if word not in ("for", "against") else f"Show who is {word}"
        yield Command(POSITION_SIGN[position], f"Only {word}", about, partial(reader.isolate_position, position))


def _highlighted(name: str, matcher: Matcher) -> Content:
    """A name with what was found of it. Textual would read markup in it, and it comes from the article."""
    content = Content(name)
    score, offsets = matcher.fuzzy_search.match(matcher.query, name)
    for offset in offsets if score else ():
        if not name[offset].isspace():
            content = content.stylize(matcher.match_style, offset, offset + 1)
    return content


class ReaderCommands(Provider):
    """The commands for the palette."""

    async def discover(self) -> Hits:
        offered = (command for command in self._commands() if command.offered)
        for command in islice(offered, MOST_SHOWN):
            yield DiscoveryHit(self._row(command, Content(command.name)), command.call, text=command.name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        words = query.casefold().split()

        def score(command: Command) -> float:
            found = all(word in command.about.casefold() for word in words)
            return matcher.match(command.name) or found * BY_TOOLTIP

        scored = ((score(command), command) for command in self._commands())
        found = (hit for hit in scored if hit[0])
        for points, command in nlargest(MOST_SHOWN, found, key=itemgetter(0)):
            yield Hit(points, self._row(command, _highlighted(command.name, matcher)), command.call, text=command.name)

    def _commands(self) -> Iterator[Command]:
        """Those of the reader, or of the view that lies over it."""
        reader = cast("Reader", self.app.screen_stack[0])
        return commands(reader) if self.screen is reader else _of_view(self.screen, reader)

    def _row(self, command: Command, name: Content) -> Content:
        """A command in one row: its key, its name, and what it does, as far as there is room."""
        width = min(self.app.size.width, WIDEST) - PADDING
        sign = f"{' ' * (SIGNS - cell_len(command.sign))}{command.sign}  "
        if width < ROOMY:
            return Content.assemble((sign, "$ink-accent"), name)
        gap = " " * max(2, NAMES - name.cell_length)
        about = shortened(command.about, width - len(sign) - name.cell_length - len(gap))
        return Content.assemble((sign, "$ink-accent"), name, gap, (about, "not bold $ink-muted"))

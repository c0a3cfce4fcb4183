"""The filter row: always says what is filtered, how much is left, and how to leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from article.model import Actor, Modality, Position
from article.wording import POSITION_WORD, count
from tui.keyboard import key_of, pressed
from tui.keys import ACTORS, READER
from tui.messages import ActorToggled, KeyPointed
from tui.paint import Cells, chip, shortened
from tui.projection import View
from tui.signs import POSITION_SIGN
from tui.theme import Palette
from tui.widgets.painted import Painted

LABEL = 24
"""Cells of an issue's label, or of a reporter's name, where words are shortened."""
EVERYONE = "All actors"
"""What is said where nothing is filtered."""
MARGIN = 2
"""Cells left free at the left."""


class _Form(NamedTuple):
    """How much is said."""

    filtered: int
    """0 what is filtered in full words, 1 with actors by their tags, 2 with other names shortened too, 3 each kind by
    its number alone."""
    left: int
    """0 what is left and what it counts, 1 the figures, 2 those of the positions, 3 nothing."""
    ways: int
    """0 how to leave and to undo, 1 how to leave, 2 the key alone."""


COUNTED = 3
"""The form in which each kind is told by its number."""
_FORMS = (
    _Form(0, 0, 0),
    _Form(0, 0, 1),
    _Form(0, 1, 1),
    _Form(1, 1, 1),
    _Form(2, 1, 1),
    _Form(2, 2, 1),
    _Form(2, 2, 2),
    _Form(3, 2, 1),
    _Form(3, 2, 2),
    _Form(3, 3, 2),
)
"""From the longest to the shortest; the first that there is room for is shown."""


class _Run(NamedTuple):
    """Some words in one style."""

    text: str
    style: Style
    asks: Message | None = None
    """What a click on them asks for."""
    first: Message | None = None
    """What it asks for before that."""


class FilterRow(Painted):
    """One row, painted from the view; where rows are dear it is shown only while there is a filter."""

    def __init__(self, *, id: str | None = None, over: bool = False) -> None:  # noqa: A002
        super().__init__(id=id)
        self._over = over
        """Whether it stands in a view over the reader, where other keys change the filter."""
        self._compared: tuple[str, ...] = ()
        """The actors, by their ids, whose positions are shown whether the filter leaves them or not."""
        self._runs: list[_Run] = []
        """What stands there, from the margin on."""

    def show(self, view: View) -> None:
        super().show(view)
        self.set_class(bool(view.state.chosen), "-filtered")

    def shown(self, view: View) -> object:
        return view.selection, view.state.folded, bool(view.state.before)

    def compare(self, actors: tuple[str, ...]) -> None:
        """Say whose positions are shown beside what the filter leaves."""
        if actors != self._compared:
            self._compared = actors
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A chip takes its actor out of the filter; words that tell of a key do what that key does."""
        event.stop()
        start = MARGIN
        for run in self._runs:
            if start <= event.x < start + cell_len(run.text):
                for asked in filter(None, (run.first, run.asks)):
                    self.screen.post_message(asked)
            start += cell_len(run.text)

    def render_line(self, y: int) -> Strip:
        cells = Cells(self.size.width, self.ground)
        if y or self.view is None or self.palette is None:
            return cells.strip()
        cells.to(MARGIN)
        self._runs = self._told(self.view, self.palette, cells.left)
        for run in self._runs:
            cells.add(run.text, run.style)
        return cells.strip()

    def _told(self, view: View, palette: Palette, room: int) -> list[_Run]:
        if view.state.chosen:
            return self._fitting(view, palette, room)
        runs = [_Run(EVERYONE, self.ink("chosen"))]
        for hint in _hints_over() if self._over else _hints():
            words = [run._replace(style=self.ink("muted")) for run in hint]
            runs += words if _cells([*runs, *words]) <= room else []
        return runs

    def _fitting(self, view: View, palette: Palette, room: int) -> list[_Run]:
        """What there is room to say, the ways out last; it counts whatever is shown."""
        beside = self._beside(view)
        shown = view.among(frozenset(self._compared)) if beside else view
        runs: list[_Run] = []
        ways: list[_Run] = []
        for form in _FORMS:
            lead = [_Run("Only", self.ink("accent"))] if form.ways <= 1 else []
            parts = [lead, *self._others(shown, palette, form), self._left(shown, form)]
            rest = [part for part in parts if part]
            ways = self._ways(view, form)
            spare = room - _cells(ways) - sum(map(_cells, rest)) - len(rest) + 1
            chips = self._chips(view, beside, palette, form, spare - 1)
            if chips is None:
                continue
            if chips:
                rest.insert(bool(lead), chips)
                spare -= _cells(chips) + 1
            space = _Run(" ", Style.null())
            runs = [*[run for part in rest for run in (space, *part)][1:]]
            if spare >= 0:
                break
        return [*_cut(runs, room - _cells(ways)), *ways]

    # ------------------------------------------------------------------ what is filtered

    def _chips(self, view: View, beside: list[Actor], palette: Palette, form: _Form, room: int) -> list[_Run] | None:
        """The selected actors, by tag and name or by tag, the last ones counted, then those who are shown ``beside``
        them; None where they do not fit."""
        runs: list[_Run] = []
        chosen = view.selection.chosen
        for place, actor in enumerate(chosen):
            more = _Run(f" +{len(chosen) - place}", self.ink("chosen"))
            needed = cell_len(chip(actor.tag)) + 1 + (cell_len(more.text) if place + 1 < len(chosen) else 0)
            if place and _cells(runs) + needed > room:
                return [*runs, more] if form.filtered == COUNTED else None
            runs.append(_Run(" ", Style.null())) if place else None
            runs += self._chip(actor, palette, form, ActorToggled(actor.id))
        for place, actor in enumerate(beside):
            word = " " if place else " beside " if len(beside) == 1 else " but here "
            runs += [_Run(word, self.ink("muted")), *self._chip(actor, palette, form)]
        return runs

    def _chip(self, actor: Actor, palette: Palette, form: _Form, asks: Message | None = None) -> list[_Run]:
        name = [_Run(f" {actor.label} ", self.ink("chip"), asks)] if form.filtered == 0 else []
        return [_Run(chip(actor.tag), palette.actors[actor.id].chip, asks), *name]

    def _beside(self, view: View) -> list[Actor]:
        """The actors who are compared though the filter does not leave them."""
        chosen = view.state.chosen.actors
        return [view.article.actor[actor] for actor in self._compared if chosen and actor not in chosen]

    def _others(self, view: View, palette: Palette, form: _Form) -> Iterator[list[_Run]]:
        """What is asked for beside actors."""
        chosen, article = view.state.chosen, view.article
        if chosen.issues:
            labels = [issue.label for issue in article.issues if issue.id in chosen.issues]
            yield self._named(("issue ", "issue"), labels, len(chosen.issues), form)
        if chosen.positions:
            yield [*self._badges(chosen.positions, palette, form)]
        if chosen.via:
            names = ["nobody"] * (None in chosen.via)
            names += [actor.label for actor in article.actors if actor.id in chosen.via]
            yield self._named(("via ", "reporter"), names, len(chosen.via), form)
        if chosen.own:
            hidden = _unheard(view, form)
            told = "own words" if form.filtered < COUNTED else "own"
            yield [_Run(f" {told} ", self.ink("chip")), _Run(hidden and f" {hidden} hidden", self.ink("muted"))]

    def _named(self, kinds: tuple[str, str], names: list[str], number: int, form: _Form) -> list[_Run]:
        """Names under what they are; any of several will do."""
        lead, noun = kinds
        if form.filtered < COUNTED - 1:
            told = " or ".join(names)
        elif form.filtered < COUNTED and len(names) == 1:
            told = shortened(names[0], LABEL)
        else:
            return [_Run(f" {count(number, noun)} ", self.ink("chip"))]
        return [_Run(lead, self.ink("muted")), _Run(f" {told} ", self.ink("chip"))]

    def _badges(self, positions: frozenset[Position], palette: Palette, form: _Form) -> Iterator[_Run]:
        for place, position in enumerate(position for position in Position if position in positions):
            if place:
                yield _Run(" ", Style.null())
            word = f" {POSITION_WORD[position]}" if form.filtered < COUNTED else ""
            yield _Run(f" {POSITION_SIGN[position]}{word} ", palette.badges[position])

    # ------------------------------------------------------------------ what is left

    def _left(self, view: View, form: _Form) -> list[_Run]:
        """How much the filter leaves."""
        positions = f"{view.selection.positions} of {len(view.article.stances)}"
        paragraphs = f"{view.selection.paragraphs} of {view.numbered} ¶"
        told = [f"{positions} positions · {paragraphs}", f"{positions} · {paragraphs}", positions, ""][form.left]
        folded = [_Run("  folded", self.ink("accent"))] if view.state.folded and form.left <= 1 else []
        return [_Run(f"  {told}", self.ink("chosen")), *folded] if told else []

    def _ways(self, view: View, form: _Form) -> list[_Run]:
        """The keys that leave the filter and undo it."""
        gap = "  " if form.ways > 1 else "   "
        ways, table = [("reader.peel", "clears"), ("reader.undo", "undo")], READER
        if self._over:
            ways, table = [("table.undo", "undo" if view.state.before else "clears")], _keys_over()
        runs: list[_Run] = []
        for binding, does in ways[: 1 if form.ways else 2]:
            told = key_of(binding, table) + ("" if form.ways > 1 else f" {does}")
            press = KeyPointed(pressed(binding, table))
            runs += [_Run(gap, Style.null()), _Run(told, self.ink("muted"), press)]
            gap = "  "
        return runs


def _keys_over() -> Sequence[Binding]:
    """The keys of the views over the reader, loaded with the first of them."""
    from tui.screen_keys import TABLE

    return TABLE


def _cut(runs: list[_Run], room: int) -> list[_Run]:
    """The runs as far as there is room."""
    cut: list[_Run] = []
    for run in runs:
        cut.append(run._replace(text=shortened(run.text, max(0, room))))
        room -= cell_len(run.text)
    return cut


def _unheard(view: View, form: _Form) -> str:
    """How many positions own words hide: those that others report, and those that the coder infers."""
    unheard = view.selection.unheard
    if not unheard:
        return "" if form.filtered == COUNTED else "none"
    inferred = sum(stance.modality is Modality.INFERRED and not stance.via for stance in unheard)
    if form.filtered > COUNTED - 2:
        return str(len(unheard))
    counts = ((len(unheard) - inferred, "reported"), (inferred, "inferred"))
    return ", ".join(f"{number} {word}" for number, word in counts if number)


def _hints() -> Iterator[list[_Run]]:
    """How to filter; the keys of the actors work after the one that leads there."""
    leads = KeyPointed(pressed("reader.actors", READER))
    yield [
        *_hint("   ", "reader.actors", ", then", READER),
        *_hint(" ", "actors.pick", " picks", ACTORS, leads),
        *_hint(", ", "actors.only", " isolates", ACTORS, leads),
        *_hint(", ", "actors.party", " takes the party", ACTORS, leads),
    ]
    yield _hint("   ", "reader.own", " own words only", READER)
    yield _hint("   ", "reader.filter", " filters by more", READER)


def _hints_over() -> Iterator[list[_Run]]:
    yield _hint("   ", "table.own", " own words only", _keys_over())


def _hint(gap: str, binding: str, does: str, table: Sequence[Binding], first: Message | None = None) -> list[_Run]:
    """What is said of a key after a gap; a click on it does the same."""
    press = KeyPointed(pressed(binding, table))
    return [_Run(gap, Style.null()), _Run(f"{key_of(binding, table)}{does}", Style.null(), press, first)]


def _cells(runs: list[_Run]) -> int:
    return sum(cell_len(run.text) for run in runs)

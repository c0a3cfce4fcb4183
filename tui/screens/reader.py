"""The reader: the three panes, and the one place where the reader's state is held and changed."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.strip import Strip
from textual.theme import Theme

from article.filters import Filter, party_of
from article.model import Article, Stance
from article.reading import Reading
from article.wording import no_position
from tui.keys import PANES, READER
from tui.messages import (
    ActorIsolated,
    ActorToggled,
    CaretMoved,
    PartyToggled,
    PositionsOfActorWanted,
    PositionsWanted,
    StancePinned,
    WordsWanted,
)
from tui.projection import Projection
from tui.state import Caret, ReaderState
from tui.theme import Palette
from tui.widgets.actor_list import ActorList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.bar import Bar
from tui.widgets.filter_row import FilterRow
from tui.widgets.key_bar import KeyBar
from tui.widgets.painted import INKS, Painted
from tui.widgets.peek import Peek
from tui.widgets.problem_row import ProblemRow
from tui.widgets.stance_panel import StancePanel
from tui.widgets.too_small import SMALLEST, TooSmall

if TYPE_CHECKING:
    from tui.commands import ReaderCommands

SEARCHED_AFTER = 20_000
"""New objects after which garbage is looked for: a key makes some thousands, and little of it is garbage that
Python does not drop by itself."""
BRIEF = 0.2
"""Seconds for which names may be sought before the screen says so."""


def _commands() -> type[ReaderCommands]:
    """The palette's commands, loaded with the first palette."""
    from tui.commands import ReaderCommands

    return ReaderCommands


def _collect_garbage() -> None:
    """From now on, and not in what was made for the start, which is none: searching an article of ten thousand
    positions would hold up a key."""
    gc.freeze()
    gc.set_threshold(SEARCHED_AFTER)
    gc.enable()


class _Panes(Container):
    """The three panes. They fill it, so that nothing of it is ever painted."""

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        return []


class Reader(Screen[None]):
    """An article open for reading. Panes post requests; each makes a new state, and the view derived
    from it goes down to every pane."""

    BINDINGS: ClassVar[list[BindingType]] = [*READER]
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"ink--{name}" for name in INKS}
    AUTO_FOCUS = "#article"
    COMMANDS = {_commands}  # noqa: RUF012
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SMALLEST[0], "-narrow"), (80, "-medium"), (130, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (SMALLEST[1], "-short"), (20, "-tall")]  # noqa: RUF012

    front: reactive[str] = reactive("article", repaint=False)
    """The id of the pane in focus: the one that a narrow screen shows."""
    searching: reactive[bool] = reactive(default=False, repaint=False)
    """Whether the screen says that names are still sought in the text."""

    def __init__(self, article: Article, size: Size, reading: Reading | None = None) -> None:
        super().__init__(classes=" ".join(self._fitting(size)))
        self._article = article
        self._reading = reading
        """Where the names come from that are not found yet."""
        self._projection = Projection(article)
        self._state = ReaderState()
        self.view = self._projection.view(self._state)

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        """Its widgets fill the screen, so that nothing of it is ever painted."""
        return []

    def compose(self) -> ComposeResult:
        yield Bar(id="bar").data_bind(Reader.front, Reader.searching)
        yield FilterRow(id="filter")
        yield ProblemRow(id="problems")
        with _Panes(id="panes"):
            yield ArticlePane(id="article", classes="-front")
            yield ActorList(id="actors")
            yield StancePanel(id="positions")
        yield Peek(id="peek").data_bind(Reader.front)
        yield KeyBar(id="keys")
        yield TooSmall(id="too-small")

    @classmethod
    def _fitting(cls, size: Size) -> Iterator[str]:
        """The classes of the breakpoints. Textual gives them only after it has laid out and painted a first frame
        without them."""
        for cells, classes in ((size.width, cls.HORIZONTAL_BREAKPOINTS), (size.height, cls.VERTICAL_BREAKPOINTS)):
            yield max(found for found in classes or () if found[0] <= cells)[1]

    def on_mount(self) -> None:
        self.app.theme_changed_signal.subscribe(self, self._use_theme)
        self._use_theme(self.app.current_theme)
        self._show(self._state)
        self.call_after_refresh(_collect_garbage)
        if self._reading:
            self._reading.listen(partial(self.call_later, self._complete))
            self._complete()
            self.set_timer(BRIEF, self._tell_search)

    def on_unmount(self) -> None:
        if self._reading:
            self._reading.listen(None)

    @cached_property
    def _painted(self) -> tuple[Painted, ...]:
        """What shows the view. Each is told by name: bindings of reactive values take ten times as long."""
        return tuple(self.query(Painted))

    @property
    def article(self) -> Article:
        return self._article

    # ------------------------------------------------------------------ state -> view

    def _show(self, state: ReaderState) -> None:
        """Make this the state, and show it."""
        filtered_before = self._state.chosen, self._state.before
        self._state = state
        self.set_class(state.zen, "-zen")
        self.view = self._projection.view(state)
        for widget in self._painted:
            widget.show(self.view)
        if filtered_before != (state.chosen, state.before):
            self.refresh_bindings()

    def _use_theme(self, theme: Theme) -> None:
        colour = not self.app.no_color
        self.set_class(theme.ansi or not colour, "-plain")
        palette = Palette(self._article, theme, self.app.theme_variables, colour=colour)
        for widget in self._painted:
            widget.dress(palette)

    # ------------------------------------------------------------------ what is found later

    def _tell_search(self) -> None:
        self.searching = self._reading is not None

    def _complete(self) -> None:
        """Show the whole article, once it is there: the text is the same, and so is everything the reader did."""
        reading = self._reading
        if reading is None or not reading.ended:
            return
        self._end_search()
        if reading.article and reading.article is not self._article:
            self._article = reading.article
            self._projection = self._projection.with_mentions(self._article)
            self._show(self._state)
            self.refresh_bindings()
        if reading.fault:
            self._tell(f"Not all names were found: {reading.fault}.")

    def _end_search(self) -> None:
        """Nothing is sought any more; what is still at it is ended."""
        if self._reading:
            self._reading.stop()
        self._reading = None
        self._tell_search()

    # ------------------------------------------------------------------ what the panes ask for

    def on_actor_toggled(self, message: ActorToggled) -> None:
        self._filter(self._state.chosen.toggled(frozenset({message.actor})))

    def on_actor_isolated(self, message: ActorIsolated) -> None:
        self.isolate(message.actor)

    def on_party_toggled(self, message: PartyToggled) -> None:
        self._filter(self._state.chosen.toggled(party_of(self._article, message.actor)))

    def on_caret_moved(self, message: CaretMoved) -> None:
        self._show(self._state.at(message.caret))

    def on_stance_pinned(self, message: StancePinned) -> None:
        self._show(self._state.pin(self._article.stance[message.stance], stays=message.stays))

    def on_words_wanted(self, message: WordsWanted) -> None:
        stance = self._article.stance[message.stance]
        if not stance.words:
            self._tell("The words of this position were not found in the text.")
            return
        self._show(self._state.pin(stance))
        self.action_pane("article")

    def on_positions_wanted(self, _message: PositionsWanted) -> None:
        stance = self.view.peeked("article")
        if stance is None:
            self._tell("No position stands on this paragraph.")
            return
        self._go_to_position(stance)

    def on_positions_of_actor_wanted(self, message: PositionsOfActorWanted) -> None:
        stances = self._article.stances_of.get(message.actor, ())
        found = next((stance for stance in stances if self._state.chosen.admits(stance)), None)
        if found is None:
            name = self._article.actor[message.actor].name
            self._tell(f"The filter hides {name}." if stances else no_position(self._article, message.actor))
            return
        self._go_to_position(found)

    def _go_to_position(self, stance: Stance) -> None:
        stands_here = stance.id in self.view.lit
        self._show(self._state.pin(stance, stays=stands_here))
        self.query_one(StancePanel).stand_on_stance(stance)
        self.action_pane("positions")

    def isolate(self, actor: str) -> None:
        """Show this actor only; everyone again when it was so already."""
        only = Filter(frozenset({actor}))
        self._filter(Filter() if self._state.chosen == only else only)

    def _filter(self, chosen: Filter) -> None:
        self._show(self._state.with_filter(chosen, self._projection.relevant(chosen)))

    def _tell(self, text: str) -> None:
        self.app.clear_notifications()
        self.notify(text, markup=False, timeout=3)

    # ------------------------------------------------------------------ keys

    def action_evidence(self, step: int) -> None:
        stance = self.view.stop(step)
        if stance is None:
            self._tell("No more evidence this way." if self.view.selection.stops else "No evidence here.")
            return
        self._show(self._state.pin(stance))

    def action_paragraph(self, step: int) -> None:
        """To the next paragraph that is shown in full, or to the first line of this one on the way back."""
        here, shown = self._state.caret, self.view.selection.relevant
        found = shown.after(here.paragraph) if step > 0 else shown.before(here.paragraph + (here.offset > 0))
        if found is None:
            self._tell("No more paragraphs this way.")
            return
        self._show(self._state.at(Caret(found)))

    def action_pane(self, name: str) -> None:
        """Go to a pane; in zen, that leaves zen."""
        if self._state.zen and name != "article":
            self._show(self._state.zen_toggled())
        self.front = name
        self.query_one(f"#{name}").focus(scroll_visible=False)

    def action_next_pane(self, step: int) -> None:
        names = list(PANES)
        self.action_pane(names[(names.index(self.front) + step) % len(names)])

    def action_fold(self) -> None:
        self._show(self._state.fold_toggled())

    def action_undo(self) -> None:
        chosen = self._state.before[-1][0] if self._state.before else self._state.chosen
        self._show(self._state.undone(self._projection.relevant(chosen)))

    def action_peel(self) -> None:
        peeled = self._state.peeled()
        if peeled == self._state:
            self._end_search()
        self._show(peeled)

    def action_zen(self) -> None:
        if not self._state.zen:
            self.action_pane("article")
        self._show(self._state.zen_toggled())

    def action_problems(self) -> None:
        from tui.screens.problems import ProblemList

        self.app.push_screen(ProblemList(self._article))

    def action_help(self) -> None:
        from tui.screens.help import Help

        self.app.push_screen(Help(list(self.active_bindings.values()), PANES[self.front]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keys that would do nothing are not offered."""
        if action == "fold":
            return bool(self._state.chosen) or None
        if action == "undo":
            return bool(self._state.before) or None
        if action == "problems":
            return bool(self._article.problems)
        return True

    def watch_front(self, name: str) -> None:
        for pane in PANES:
            self.query_one(f"#{pane}").set_class(pane == name, "-front")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A pane that took the focus is the front one, whatever gave it."""
        if event.widget.id in PANES:
            self.front = event.widget.id
            self.refresh_bindings()

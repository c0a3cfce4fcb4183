"""What is in focus: what the panes ask of the filter, the keys that change and lift it, and what is typed to go
somewhere or to filter by an expression."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar, cast

from article.filters import Filter, in_own_words, party_of
from article.model import Article, Position
from tui.keyboard import key_of
from tui.keys import READER
from tui.messages import ActorIsolated, ActorToggled, PartyToggled
from tui.screens.desk import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.going import Destination, Going
    from tui.screens.reader import Reader

_Kind = TypeVar("_Kind")


class Filtering(Part):
    """The reader's filter."""

    def on_actor_toggled(self, message: ActorToggled) -> None:
        self.filter_by(self._state.chosen.toggled(frozenset({message.actor})))

    def on_actor_isolated(self, message: ActorIsolated) -> None:
        self.isolate(message.actor)

    def on_party_toggled(self, message: PartyToggled) -> None:
        self.filter_by(self._state.chosen.toggled(party_of(self._article, message.actor)))

    # ------------------------------------------------------------------ one of a kind

    def isolate(self, actor: str) -> None:
        """Show this actor only; everyone again when it was so already. What else is asked for stays."""
        self._isolate_actors(frozenset({actor}))

    def isolate_party(self, party: str) -> None:
        """Show the actors of this party only; everyone again when it was so already."""
        self._isolate_actors(frozenset(actor.id for actor in self._article.actors if actor.party == party))

    def isolate_issue(self, issue: str) -> None:
        """Show positions on this issue only; on all of them when it was so already."""
        chosen, only = self._state.chosen, frozenset({issue})
        self.filter_by(chosen._replace(issues=_unless(chosen.issues, only)))

    def isolate_position(self, position: Position) -> None:
        """Show who takes this position only; all positions when it was so already."""
        chosen, only = self._state.chosen, frozenset({position})
        self.filter_by(chosen._replace(positions=_unless(chosen.positions, only)))

    def _isolate_actors(self, only: frozenset[str]) -> None:
        chosen = self._state.chosen
        self.filter_by(chosen._replace(actors=_unless(chosen.actors, only)))

    # ------------------------------------------------------------------ the filter

    def filter_by(self, chosen: Filter) -> None:
        """Make this the filter."""
        self._show(self._state.with_filter(chosen, self._projection.relevant(chosen)))

    def action_own(self) -> None:
        """Own words only, or all positions again."""
        chosen = self._state.chosen
        if not chosen.own and all(map(in_own_words, self._article.stances)):
            self._tell("Every position here is taken in the actor's own words.")
            return
        self.filter_by(chosen._replace(own=not chosen.own))

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that would do nothing are not offered."""
        if action == "fold":
            return bool(self._state.chosen) or None
        if action == "undo":
            return bool(self._state.before) or None
        return super().check_action(action, parameters)

    # ------------------------------------------------------------------ what is typed to get somewhere

    def _renew_what_is_typed(self, old: Article) -> None:  # noqa: ARG002
        """What is being typed leads somewhere else now that the article is not the ``old`` one any more."""
        if self._prompt_open:
            self._prompt_open.renew()

    async def action_go(self) -> None:
        """Ask where to go."""
        await self._ask_where("", "12 · an actor · a position’s id · a command · filter …")

    async def action_filter(self) -> None:
        """Let the filter be written, or the one there is be edited."""
        from article.filter_language import Vocabulary
        from tui.screens.going import FILTER

        expression = Vocabulary(self._article).expression(self._state.chosen)
        await self._ask_where(f"{FILTER} {expression}{' ' if expression else ''}", "")

    async def _ask_where(self, text: str, hint: str) -> None:
        from textual.widgets import Input

        from tui.screens.going import Going
        from tui.widgets.prompt import Question

        @lru_cache(1)
        def going(_article: Article) -> Going:
            return Going(cast("Reader", self))

        def destination(typed: str) -> Destination:
            return going(self._article).destination(typed)

        def told(typed: str) -> None:
            if prompt := self._prompt_open:
                prompt.tell(destination(typed).told)

        def completed(typed: str) -> list[str]:
            return going(self._article).completions(typed)

        question = Question(
            key_of("reader.go", READER),
            told,
            partial(self._go, destination),
            _nothing,
            text,
            hint,
            selects=False,
            completed=completed,
            accepts=partial(self._leads_somewhere, destination),
        )
        (await self._ask(question)).query_one(Input).action_end()
        told(text)

    def _leads_somewhere(self, destination: Callable[[str], Destination], typed: str) -> bool:
        """Whether it leads anywhere; where it does not, that is said."""
        found = destination(typed)
        if not found.go and self._prompt_open:
            self._prompt_open.tell(found.told, wrong=bool(found.told))
        return bool(found.go or not found.told)

    def _go(self, destination: Callable[[str], Destination], typed: str) -> object:
        go = destination(typed).go
        return go() if go else None


def _nothing() -> None:
    """Done when what is typed leads nowhere after all: the state is what it was."""


def _unless(there: frozenset[_Kind], only: frozenset[_Kind]) -> frozenset[_Kind]:
    """These alone; nothing when it was they alone already."""
    return frozenset() if there == only else only

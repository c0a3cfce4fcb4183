"""Who is in focus: what the panes ask of the filter, and the keys that fold, undo and lift it."""

from __future__ import annotations

from article.filters import Filter, party_of
from tui.messages import ActorIsolated, ActorToggled, PartyToggled
from tui.screens.desk import Desk


class Filtering(Desk):
    """The reader's filter."""

    def on_actor_toggled(self, message: ActorToggled) -> None:
        self._filter(self._state.chosen.toggled(frozenset({message.actor})))

    def on_actor_isolated(self, message: ActorIsolated) -> None:
        self.isolate(message.actor)

    def on_party_toggled(self, message: PartyToggled) -> None:
        self._filter(self._state.chosen.toggled(party_of(self._article, message.actor)))

    def isolate(self, actor: str) -> None:
        """Show this actor only; everyone again when it was so already."""
        only = Filter(frozenset({actor}))
        self._filter(Filter() if self._state.chosen == only else only)

    def _filter(self, chosen: Filter) -> None:
        self._show(self._state.with_filter(chosen, self._projection.relevant(chosen)))

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

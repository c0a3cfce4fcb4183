"""Where the reader stands and what is in focus: one value, changed only by named transitions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from article.filters import EVERYONE, Filter
from article.model import Stance

MOST_REMEMBERED = 200
"""Filters that undo can bring back."""


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place in the text: the index of a paragraph and an offset in its characters.

    It means the same at every width, so it outlives resizing, filtering and folding.
    """

    paragraph: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class ReaderState:
    """Everything the reader has asked for."""

    chosen: Filter = EVERYONE
    before: tuple[Filter, ...] = ()
    """Earlier filters, the latest last."""
    pinned: str | None = None
    """The id of the stance whose words are lit up. It stays while a filter hides it."""
    caret: Caret = Caret()
    folded: bool = False
    zen: bool = False

    def with_filter(self, chosen: Filter) -> ReaderState:
        """Another filter; lifting it unfolds the text."""
        if chosen == self.chosen:
            return self
        before = (*self.before, self.chosen)[-MOST_REMEMBERED:]
        return replace(self, chosen=chosen, before=before, folded=self.folded and bool(chosen))

    def undone(self) -> ReaderState:
        """The filter before this one."""
        if not self.before:
            return self
        chosen = self.before[-1]
        return replace(self, chosen=chosen, before=self.before[:-1], folded=self.folded and bool(chosen))

    def pin(self, stance: Stance) -> ReaderState:
        """Light up a stance's words and stand on them."""
        words = stance.words
        caret = Caret(words[0].paragraph, words[0].start) if words else self.caret
        return replace(self, pinned=stance.id, caret=caret)

    def at(self, caret: Caret) -> ReaderState:
        return replace(self, caret=caret)

    def peeled(self) -> ReaderState:
        """Without the outermost layer: zen, then the filter, then the pin."""
        if self.zen:
            return replace(self, zen=False)
        if self.chosen:
            return self.with_filter(EVERYONE)
        return replace(self, pinned=None)

    def fold_toggled(self) -> ReaderState:
        return replace(self, folded=bool(self.chosen) and not self.folded)

    def zen_toggled(self) -> ReaderState:
        return replace(self, zen=not self.zen)

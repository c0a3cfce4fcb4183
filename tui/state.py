"""Where the reader stands and what is in focus: one value, changed only by named transitions."""

from __future__ import annotations

from typing import NamedTuple

from article.filters import EVERYONE, Filter, Paragraphs
from article.model import Stance

MOST_REMEMBERED = 200
"""Filters that undo can bring back."""


class Caret(NamedTuple):
    """A place in the text: the index of a paragraph and an offset in its characters.

    It means the same at every width, so it outlives resizing, filtering and folding.
    """

    paragraph: int = 0
    offset: int = 0


BEGINNING = Caret()
UNKNOWN = Paragraphs()
"""Where nobody has asked which paragraphs a filter finds."""


class ReaderState(NamedTuple):
    """Everything the reader has asked for."""

    chosen: Filter = EVERYONE
    folded: bool = False
    before: tuple[tuple[Filter, bool], ...] = ()
    """Earlier filters, and whether the text was folded, the latest last."""
    pinned: str | None = None
    """The id of the stance whose words are lit up. It stays while a filter hides it."""
    caret: Caret = BEGINNING
    home: Caret | None = None
    """Where the reader stood before a filter set that place back; lifting it leads there again, unless
    the reader has moved since."""
    glances: int = 0
    """How often the reader asked to be shown the place, even when it is where it was."""
    zen: bool = False

    def with_filter(self, chosen: Filter, relevant: Paragraphs = UNKNOWN) -> ReaderState:
        """Another filter; lifting it unfolds the text.

        ``relevant`` are the paragraphs that the filter finds: a reader who stands on none of them stands
        on the next one, or else on the last.
        """
        if chosen == self.chosen:
            return self
        before = (*self.before, (self.chosen, self.folded))[-MOST_REMEMBERED:]
        changed = self._replace(chosen=chosen, before=before, folded=self.folded and bool(chosen))
        return _on_relevant(changed, relevant)

    def undone(self, relevant: Paragraphs = UNKNOWN) -> ReaderState:
        """The filter before this one, folded as it was; ``relevant`` as above."""
        if not self.before:
            return self
        chosen, folded = self.before[-1]
        return _on_relevant(self._replace(chosen=chosen, folded=folded, before=self.before[:-1]), relevant)

    def pin(self, stance: Stance, *, stays: bool = False) -> ReaderState:
        """Light up a stance's words, and stand on them unless the reader ``stays`` where it is."""
        words = stance.words
        if stays or not words:
            return self._replace(pinned=stance.id)
        caret = Caret(words[0].paragraph, words[0].start)
        return self._replace(pinned=stance.id, caret=caret, home=None, glances=self.glances + 1)

    def at(self, caret: Caret, *, glances: bool = False) -> ReaderState:
        """Stand on a place; who ``glances`` is shown it even where it is the place already."""
        return self._replace(caret=caret, home=None, glances=self.glances + glances)

    def peeled(self) -> ReaderState:
        """Without the outermost layer: zen, then the filter, then the pin."""
        if self.zen:
            return self._replace(zen=False)
        if self.chosen:
            return self.with_filter(EVERYONE)
        return self._replace(pinned=None)

    def fold_toggled(self) -> ReaderState:
        return self._replace(folded=bool(self.chosen) and not self.folded)

    def zen_toggled(self) -> ReaderState:
        return self._replace(zen=not self.zen)


def _on_relevant(state: ReaderState, relevant: Paragraphs) -> ReaderState:
    """The state with its place on a paragraph that the filter finds, or back where it was before."""
    origin = state.home or state.caret
    if not state.chosen or not relevant or origin.paragraph in relevant:
        return state._replace(caret=origin, home=None)
    following, previous = relevant.after(origin.paragraph), relevant.before(origin.paragraph)
    return state._replace(caret=Caret((following if following is not None else previous) or 0), home=origin)

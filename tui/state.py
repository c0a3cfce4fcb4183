"""Where the reader stands and what is in focus: one value, changed only by named transitions."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from article.filters import EVERYONE, Filter, Paragraphs
from article.model import Stance
from article.spans import Span
from tui.settings import NARROWEST, WIDEST, WIDTH
from tui.trail import Trail

if TYPE_CHECKING:
    from article.search import Query

STEP = 4
"""Cells by which the column changes."""
MOST_REMEMBERED = 200
"""Filters that undo can bring back."""


class Caret(NamedTuple):
    """A place in the text: the index of a paragraph and an offset in its characters.

    It means the same at every width, so it outlives resizing, filtering and folding.
    """

    paragraph: int = 0
    offset: int = 0

    @classmethod
    def of(cls, span: Span) -> Caret:
        """Where a span begins; of one in the heading, which has no places, the beginning of the text."""
        return cls(span.paragraph, span.start) if span.paragraph >= 0 else cls()


BEGINNING = Caret()
UNKNOWN = Paragraphs()
"""Where nobody has asked which paragraphs a filter finds."""
NO_MARKS: Mapping[str, Caret] = MappingProxyType({})
NAMELESS = ""
"""The name of the mark that was set without a letter."""


class Found(NamedTuple):
    """What a search in the text has found so far."""

    query: Query
    matches: tuple[Span, ...] = ()
    """In the order of the text."""
    here: Span | None = None
    """The match that the reader was led to last."""
    has_more: bool = False
    """Whether there are more than are held."""
    is_over: bool = True
    fault: str = ""
    """What is the matter with what was typed."""
    note: str = ""
    """What was out of the ordinary about the way to the match."""
    unfolded: bool = False
    """Whether a way to a match unfolded the text; it is folded again when nothing is searched any more."""

    @property
    def told(self) -> str:
        """How it stands, for a row of the screen: “4/14”."""
        if not self.query:
            return ""
        if not self.matches:
            return self.fault or ("no match" if self.is_over else "…")
        number = f"{len(self.matches):,}" + ("+" if self.has_more else "" if self.is_over else "…")
        standing = f"{self.matches.index(self.here) + 1:,}/{number}" if self.here in self.matches else number
        return " · ".join(text for text in (standing, self.note, self.fault) if text)


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
    width: int = WIDTH
    """Cells that the article's column may have."""
    trail: Trail = Trail()
    """Where jumps came from: every way to another place leaves one, but for going line by line."""
    marks: Mapping[str, Caret] = NO_MARKS
    """Places the reader marked, each by a letter or NAMELESS."""
    actor: str | None = None
    """The id of the actor under the cursor of the list, once the reader came to one."""
    found: Found | None = None
    """The search in the text that is on."""
    actors_sought: Query | None = None
    """What the list of actors is narrowed to."""
    positions_sought: Query | None = None
    """What the positions are narrowed to."""

    def with_filter(self, chosen: Filter, relevant: Paragraphs = UNKNOWN) -> ReaderState:
        """Another filter; lifting it unfolds the text.

        ``relevant`` are the paragraphs that the filter finds: a reader who stands on none of them stands
        on the next one, or else on the last.
        """
        if chosen == self.chosen:
            return self
        before = (*self.before, (self.chosen, self.folded))[-MOST_REMEMBERED:]
        changed = self._keeping_fold()._replace(chosen=chosen, before=before, folded=self.folded and bool(chosen))
        return _on_relevant(changed, relevant)

    def undone(self, relevant: Paragraphs = UNKNOWN) -> ReaderState:
        """The filter before this one, folded as the text is now, or as it was before the filter was lifted;
        ``relevant`` as above."""
        if not self.before:
            return self
        chosen, was_folded = self.before[-1]
        folded = bool(chosen) and (self.folded if self.chosen else was_folded)
        undone = self._keeping_fold()._replace(chosen=chosen, folded=folded, before=self.before[:-1])
        return _on_relevant(undone, relevant)

    def pin(self, stance: Stance, *, stays: bool = False) -> ReaderState:
        """Light up a stance's words, and stand on them unless the reader ``stays`` where it is."""
        words = stance.words
        if stays or not words:
            return self._replace(pinned=stance.id)
        caret = Caret(words[0].paragraph, words[0].start)
        return self.at(caret, glances=True)._replace(pinned=stance.id)

    def at(self, caret: Caret, *, glances: bool = False) -> ReaderState:
        """Jumped to a place: one can go back from there. Who ``glances`` is shown it even where it is the place
        already."""
        return self._replace(caret=caret, home=None, glances=self.glances + glances, trail=_left(self, caret))

    def walked(self, caret: Caret) -> ReaderState:
        """Gone there line by line or by pages, which leaves no place to go back to."""
        return self._replace(caret=caret, home=None)

    def back(self) -> ReaderState:
        """Where the reader jumped from; the same state when there is no such place."""
        return self._along(self.trail.back(self.caret))

    def forward(self) -> ReaderState:
        """Where the reader went back from; the same state when there is no such place."""
        return self._along(self.trail.forward(self.caret))

    def _along(self, found: tuple[Caret, Trail] | None) -> ReaderState:
        if found is None:
            return self
        return self._replace(caret=found[0], trail=found[1], home=None, glances=self.glances + 1)

    def mark_toggled(self, name: str) -> ReaderState:
        """With a mark of this name here; without it where it stood here already."""
        marks = {known: place for known, place in self.marks.items() if known != name}
        if self.marks.get(name) != self.caret:
            marks[name] = self.caret
        return self._replace(marks=MappingProxyType(marks))

    def to_mark(self, name: str) -> ReaderState:
        """At a mark; the same state when there is none of this name."""
        if name not in self.marks:
            return self
        return self.at(self.marks[name], glances=True)

    def looking_at(self, actor: str) -> ReaderState:
        """With the cursor of the list on an actor."""
        return self._replace(actor=actor)

    def searched(self, found: Found | None) -> ReaderState:
        """With what a search found, or without a search, folded as it was before that; the place stays."""
        unfolded = self.found is not None and self.found.unfolded
        if found is None:
            return self._replace(found=None, folded=self.folded or (unfolded and bool(self.chosen)))
        return self._replace(found=found._replace(unfolded=unfolded))

    def at_match(self, found: Found, match: Span, *, unfolds: bool = False, note: str = "") -> ReaderState:
        """Led to one of the matches; ``unfolds`` where a fold hides it."""
        notes = (note, "unfolded" if unfolds else "")
        unfolded = unfolds or (self.found is not None and self.found.unfolded)
        found = found._replace(here=match, note=" · ".join(filter(None, notes)), unfolded=unfolded)
        there = self.at(Caret.of(match))
        return there._replace(found=found, folded=self.folded and not unfolds, glances=self.glances + 1)

    def narrowed(self, pane: str, query: Query | None) -> ReaderState:
        """With the list of a pane narrowed to what is sought, or whole again."""
        return self._replace(actors_sought=query) if pane == "actors" else self._replace(positions_sought=query)

    def back_at(self, before: ReaderState) -> ReaderState:
        """At the place of an earlier state, with its searches and folded as it was."""
        return self._replace(
            caret=before.caret,
            home=before.home,
            folded=before.folded and bool(self.chosen),
            trail=before.trail,
            found=before.found,
            actors_sought=before.actors_sought,
            positions_sought=before.positions_sought,
        )

    def peeled(self) -> ReaderState:
        """Without the outermost layer: zen, then the filter, then the pin."""
        if self.zen:
            return self._replace(zen=False)
        if self.chosen:
            return self.with_filter(EVERYONE)
        return self._replace(pinned=None)

    def fold_toggled(self) -> ReaderState:
        return self._keeping_fold()._replace(folded=bool(self.chosen) and not self.folded)

    def _keeping_fold(self) -> ReaderState:
        """With a search that leaves the text folded as the reader has it from now on."""
        return self._replace(found=self.found._replace(unfolded=False)) if self.found else self

    def zen_toggled(self) -> ReaderState:
        return self._replace(zen=not self.zen)

    def widened(self, step: int, shown: int) -> ReaderState:
        """A column wider or narrower by a step than the one ``shown``, which may have less room than it wants."""
        width = (shown // STEP + 1 if step > 0 else -(-shown // STEP) - 1) * STEP
        return self.with_width(min(max(width, NARROWEST), WIDEST))

    def with_width(self, width: int) -> ReaderState:
        return self._replace(width=width)


def _on_relevant(state: ReaderState, relevant: Paragraphs) -> ReaderState:
    """The state with its place on a paragraph that the filter finds, or back where it was before."""
    origin = state.home or state.caret
    if not state.chosen or not relevant or origin.paragraph in relevant:
        return state._replace(caret=origin, home=None, trail=_left(state, origin))
    following, previous = relevant.after(origin.paragraph), relevant.before(origin.paragraph)
    caret = Caret((following if following is not None else previous) or 0)
    return state._replace(caret=caret, home=origin, trail=_left(state, caret))


def _left(state: ReaderState, caret: Caret) -> Trail:
    """The trail of a reader who jumps to a place."""
    return state.trail if caret == state.caret else state.trail.left(state.caret)

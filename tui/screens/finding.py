"""What is looked for: words in the text, and rows in the other panes; live, while it is typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.timer import Timer

from article.model import Article, Paragraph
from article.spans import Span
from tui.rows import Place
from tui.screens.filtering import Filtering
from tui.screens.moving import Moving
from tui.state import BEGINNING, Caret, Found, ReaderState
from tui.stretch import HEADLINE, heading_of
from tui.widgets.item_list import ItemList
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from article.search import Query, Search, Text
    from tui.widgets.search_row import SearchRow

SLICE = 0.008
"""Seconds for which is searched at a time: a key never waits longer for that."""
BETWEEN_SLICES = 0.005
"""Seconds until the next slice."""
SLICES_UNTOLD = 12
"""Slices after which a search that goes on says how much it found."""
SMART_CASE = " · lower case finds any case"
HINTS = {
    "article": f"search the text{SMART_CASE}",
    "actors": f"narrow the actors{SMART_CASE}",
    "positions": f"narrow the positions{SMART_CASE}",
}
"""What stands in the prompt as long as nothing is typed, by pane, the essential part first."""


class _Before(NamedTuple):
    """Where the reader was when something was looked for."""

    pane: str
    state: ReaderState
    first: Place | None
    """The first row in sight; None where the article is another one by now."""
    cursor: int
    search: Search | None
    patterns: bool


class Finding(Moving, Filtering):
    """The reader's searches. A match that a fold hides unfolds the text, and the row says so: whoever searches wants
    to see what is there."""

    _searched: tuple[Sequence[Paragraph], Text] | None = None
    """Paragraphs that were searched, and the text they are to a search: it is folded once."""
    _search: Search | None = None
    """The search that is on, or still under way."""
    _leads_from: Caret | None = None
    """From where the first match still has to lead the reader on."""
    _slices: Timer | None = None
    _untold: int = 0
    """Slices since the screen said what was found."""
    _before: _Before | None = None
    """Set while something is typed."""
    _row: SearchRow | None = None
    _patterns: bool = False
    """Whether what is typed is a regular expression."""
    _entered: tuple[str, ...] = ()
    """What was looked for in this session, the latest last."""

    async def action_search(self) -> None:
        """Search the text, or narrow the list of the pane in front."""
        from tui.widgets.prompt import Question

        self._end_prompt()
        pane, query = self.query_one(f"#{self.front}", Pane), self._sought(self.front)
        cursor = pane.cursor if isinstance(pane, ItemList) else 0
        self._before = _Before(self.front, self._state, pane.first, cursor, self._search, self._patterns)
        self._patterns = query.is_pattern if query else self._patterns
        repeated = self._entered[-1] if self._entered and self.front == "article" else ""
        if self._row is None and self.front == "article":
            await self._add_row()
        self._set_row_aside(aside=True)
        self._text_to_search()
        await self._ask(
            Question(
                "/",
                typed=self._typed,
                entered=self._enter,
                left=self._leave,
                text=query.text if query else repeated,
                hint=HINTS[self.front],
                earlier=self._entered,
                switched=self._switch,
                stays=True,
            )
        )
        self._tell_prompt()

    def _sought(self, pane: str) -> Query | None:
        """What is looked for in a pane."""
        state = self._state
        if pane == "article":
            return state.found.query if state.found else None
        return state.actors_sought if pane == "actors" else state.positions_sought

    # ------------------------------------------------------------------ what is typed

    def _typed(self, text: str) -> None:
        from article.search import query_of

        if self._before is None:
            return
        query = query_of(text, is_pattern=self._patterns)
        if self._before.pane == "article":
            self._look_for(query, self._before.state)
        else:
            self._show(self._state.narrowed(self._before.pane, query or None))
        self._tell_prompt()

    def _switch(self) -> None:
        """Read what is typed the other way: as a regular expression, or as it stands."""
        self._patterns = not self._patterns
        if self._prompt_open:
            self._typed(self._prompt_open.text)

    def _enter(self, text: str) -> None:
        """What is looked for stays so; what stood in the prompt from the beginning is looked for now."""
        if self._before and (self._sought(self._before.pane) or ("",))[0] != text:
            self._typed(text)
        if self._before and self._before.pane == "actors":
            self.query_one("#actors", ItemList).entered()
        self._before = None
        if text.strip():
            self._entered = (*(entry for entry in self._entered if entry != text), text)
        self._set_row_aside(aside=False)

    def _leave(self) -> None:
        """Everything is as it was before."""
        before, self._before = self._before, None
        if before is None:
            return
        self._stop()
        self._search, self._patterns = before.search, before.patterns
        self._show(self._state.back_at(before.state))
        pane = self.query_one(f"#{before.pane}", Pane)
        if before.first:
            if isinstance(pane, ItemList):
                pane.stand_on(before.cursor)
            pane.look_again(before.first)
        self._set_row_aside(aside=False)
        if self._search is not None and not self._search.is_over:
            self._go_on()

    def _renew_what_is_typed(self, old: Article) -> None:
        """Leaving the search leads back to the same place in the article as it is now."""
        if before := self._before:
            from tui.renewal import renewed

            state, search = renewed(before.state, old, self._article), None
            if state.found:
                search = self._new_search(state.found.query, state.caret)
                state = state.searched(Found(state.found.query, is_over=False))
            self._before = before._replace(state=state, first=None, search=search)
        super()._renew_what_is_typed(old)

    def _tell_prompt(self) -> None:
        """Say in the prompt how it stands."""
        if self._prompt_open and self._before:
            told, is_wrong = self._standing(self._before.pane)
            kind = "regex" if self._patterns else ""
            self._prompt_open.tell(" · ".join(text for text in (kind, told) if text), wrong=is_wrong)

    def _standing(self, pane: str) -> tuple[str, bool]:
        """How it stands, and whether something is the matter with what was typed."""
        query, found = self._sought(pane), self._state.found
        if not query:
            return "", False
        if pane == "article":
            return (found.told, bool(found.fault)) if found else ("", False)
        if fault := self._projection.narrowing.fault(query):
            return fault, True
        left = self.query_one(f"#{pane}", ItemList).count
        return f"{left:,}" if left else "no match", False

    # ------------------------------------------------------------------ the row that stays

    async def _add_row(self) -> None:
        from tui.widgets.search_row import SearchRow

        self._row = SearchRow(id="search", classes="-aside")
        self._row.show(self.view)
        await self.mount(self._row, before="#keys")
        vars(self).pop("_painted", None)

    def _set_row_aside(self, *, aside: bool) -> None:
        """The prompt takes the row's place."""
        if self._row:
            self._row.set_class(aside, "-aside")

    # ------------------------------------------------------------------ searching the text

    def _show(self, state: ReaderState) -> None:
        """Show a state; another text is searched anew."""
        if state.found and self._searched and self._searched[0] is not self._article.paragraphs:
            self._stop()
            self._search = self._new_search(state.found.query, state.caret)
            self._go_on()
            state = state.searched(Found(state.found.query, is_over=False))
        super()._show(state)

    def _look_for(self, query: Query, began: ReaderState) -> None:
        """Look for something else in the text, from where the reader began."""
        self._stop()
        state = self._state.back_at(began)
        if not query:
            self._search = None
            self._show(state.searched(None))
            return
        self._search, self._leads_from = self._new_search(query, state.caret), state.caret
        self._advance(state)

    def _new_search(self, query: Query, caret: Caret) -> Search:
        from article.search import Search

        return Search(self._text_to_search(), query, caret.paragraph)

    def _text_to_search(self) -> Text:
        """Made ready when a search is about to be typed: no letter waits for that."""
        from article.search import Text

        paragraphs = self._article.paragraphs
        if self._searched is None or self._searched[0] is not paragraphs:
            texts = [*heading_of(self._article), *(paragraph.text for paragraph in paragraphs)]
            self._searched = (paragraphs, Text(texts, HEADLINE))
        return self._searched[1]

    def _advance(self, state: ReaderState) -> None:
        """Search for a while, and show what is worth it: the match that leads on, some progress, or the end."""
        search = self._search
        if search is None:
            return
        is_new = state.found is None or state.found.query is not search.query
        is_over = search.advance(SLICE)
        found = Found(
            search.query,
            search.matches,
            None if is_new or state.found is None else state.found.here,
            has_more=search.has_more,
            is_over=is_over,
            fault=search.fault,
        )
        match = self._leading(state, found)
        self._untold += 1
        if match:
            self._leads_from, self._untold = None, 0
            self._show(state.at_match(found, match, unfolds=self._is_hidden(match, state)))
        elif is_new or is_over or self._untold > SLICES_UNTOLD:
            self._untold = 0
            self._show(state.searched(found))
        if not is_over:
            self._go_on()

    def _go_on(self) -> None:
        """Search on between the keys."""
        self._slices = self.set_timer(BETWEEN_SLICES, self._next_slice)

    def _next_slice(self) -> None:
        self._advance(self._state)
        self._tell_prompt()

    def _stop(self) -> None:
        if self._slices:
            self._slices.stop()
        self._slices = self._leads_from = None
        self._untold = 0

    def _leading(self, state: ReaderState, found: Found) -> Span | None:
        """The match that a new search leads to: the first from where it began, or else the first of all. Whoever has
        gone elsewhere meanwhile stays there."""
        if self._leads_from is None or state.caret != self._leads_from or not found.matches:
            return None
        at = bisect_left(found.matches, _searched_from(state.caret))
        if at < len(found.matches):
            return found.matches[at]
        return found.matches[0] if found.is_over else None

    def _is_hidden(self, match: Span, state: ReaderState) -> bool:
        """Whether a fold hides a match."""
        return state.folded and match.paragraph >= 0 and match.paragraph not in self._projection.relevant(state.chosen)

    # ------------------------------------------------------------------ from match to match, and back

    def action_next(self, step: int) -> None:
        """To the next match (``step`` 1) or the one before (-1): in a narrowed list a row; to evidence while nothing
        is searched."""
        if self.front != "article" and self._sought(self.front):
            self._step_among_rows(self.query_one(f"#{self.front}", ItemList), step)
            return
        found, state = self._state.found, self._state
        if found is None:
            self.action_evidence(step)
            return
        if not found.matches:
            return
        here = found.here
        if here and state.caret == Caret.of(here):
            at = bisect_left(found.matches, here) + step
        else:
            at = bisect_left(found.matches, _searched_from(state.caret)) - (step < 0)
        note = "" if 0 <= at < len(found.matches) else "from the top" if step > 0 else "from the end"
        match = found.matches[at % len(found.matches)]
        self._show(state.at_match(found, match, unfolds=self._is_hidden(match, state), note=note))

    def _step_among_rows(self, rows: ItemList, step: int) -> None:
        before = rows.cursor
        rows.action_move(step)
        if rows.cursor == before:
            self._tell(f"No more {self.front} this way." if rows.count else f"None of the {self.front} match.")

    def action_peel(self) -> None:
        """Take one layer off: what is looked for in this pane, or elsewhere, before everything else."""
        looked_in = next((pane for pane in (self.front, "article", "actors", "positions") if self._sought(pane)), None)
        if looked_in == "article":
            self._stop()
            self._search = None
            self._show(self._state.searched(None))
        elif looked_in:
            self._show(self._state.narrowed(looked_in, None))
        else:
            super().action_peel()


def _searched_from(caret: Caret) -> Caret:
    """A place from which matches are sought: at the beginning of the text the heading is still to come."""
    return Caret(HEADLINE) if caret == BEGINNING else caret

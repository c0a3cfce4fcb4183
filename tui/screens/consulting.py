"""What is looked up while reading: the outline, the detail of a position; and what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from article.model import Stance
from tui.screens.moving import Moving
from tui.state import Caret
from tui.widgets.stance_panel import StancePanel

if TYPE_CHECKING:
    from tui.dossier import Goal


class Consulting(Moving):
    """The reader's look-ups and copies."""

    def action_outline(self) -> None:
        from tui.screens.outline import Outline

        self.app.push_screen(Outline(self.view), self._leave_outline)

    def _leave_outline(self, paragraph: int | None) -> None:
        if paragraph is not None:
            self.go_to_paragraph(paragraph)

    def action_detail(self) -> None:
        stance = self._consulted or self.view.pinned
        if stance is None:
            self._tell("No position stands on this paragraph.")
            return
        from tui.screens.detail import Detail

        self.app.push_screen(Detail(self.view, stance), self._go_to_words)

    def _go_to_words(self, goal: Goal | None) -> None:
        """Light up the words that were gone to from a detail, and stand on them."""
        if goal is None:
            return
        state = self._state.pin(goal.stance)
        if goal.words:
            state = state.at(Caret(goal.words.paragraph, goal.words.start), glances=True)
        self._show(state)
        self.action_pane("article")
        if self.view.pinned is None:
            self._tell(f"The filter hides {self._article.actor[goal.stance.actor].name}.")

    @property
    def _consulted(self) -> Stance | None:
        """The position that a key is about: the one under the cursor among the positions, or the one here."""
        panel = self.query_one(StancePanel)
        return panel.stance if self.front == "positions" else self.view.peeked(self.front)

    # ------------------------------------------------------------------ copying

    def action_copy(self, form: str) -> None:
        """Copy the position that stands here with its source, as text or as Markdown; else the paragraph."""
        if stance := self._consulted:
            self.copy_stance(stance, form)
        else:
            self.copy_paragraph(self._state.caret.paragraph, form)

    def copy_stance(self, stance: Stance, form: str) -> None:
        """Copy a position with its source."""
        from article.exporters.citation import as_markdown, as_text

        text = (as_markdown if form == "Markdown" else as_text)(self._article, stance)
        self._copy(_as(form, f"the words of {self._article.actor[stance.actor].name}"), text)

    def copy_paragraph(self, paragraph: int, form: str) -> None:
        """Copy a paragraph with its source."""
        from article.exporters.citation import paragraph_as_markdown, paragraph_as_text

        text = (paragraph_as_markdown if form == "Markdown" else paragraph_as_text)(self._article, paragraph)
        number = self._article.paragraphs[paragraph].number
        self._copy(_as(form, f"paragraph {number}" if number else "the cross-heading"), text)


def _as(form: str, what: str) -> str:
    return f"{what} as Markdown" if form == "Markdown" else what

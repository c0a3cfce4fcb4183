"""The palette: a command is typed, found and run."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.widgets import Input

import styles
from article.model import Article
from tui.projection import View


class Palette(CommandPalette):
    """Textual's palette in the look of the reader, one row a command."""

    CSS_PATH = styles.of_screen("palette")

    def renew(self, view: View, before: Article) -> str:
        """Where there are other actors, parties or issues to ask for, they are found anew by what is typed."""
        if _asked_for(view.article) != _asked_for(before):
            typed = self.query_one(Input)
            self.query_one(CommandList).clear_options()
            typed.post_message(Input.Changed(typed, typed.value))
        return ""


def _asked_for(article: Article) -> object:
    return article.actors, article.parties, article.issues

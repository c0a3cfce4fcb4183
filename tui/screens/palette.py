"""The palette: a command is typed, found and run."""

from __future__ import annotations

from textual import on
from textual.command import Command, CommandList, CommandPalette
from textual.theme import ThemeProvider
from textual.widgets import Input, OptionList

import styles
from article.model import Article
from tui.projection import View


class Palette(CommandPalette):
    """Textual's palette in the look of the reader, one row a command."""

    CSS_PATH = styles.of_screen("palette")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (12, "-tall")]  # noqa: RUF012

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _run_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Enter twice at once, or two clicks, run a command once: by the second time the palette is gone."""
        if self.app.screen is not self:
            event.prevent_default()

    def renew(self, view: View, before: Article) -> str:
        """Where there are other actors, parties or issues to ask for, they are found anew by what is typed."""
        if _asked_for(view.article) != _asked_for(before):
            typed = self.query_one(Input)
            self.query_one(CommandList).clear_options()
            typed.post_message(Input.Changed(typed, typed.value))
        return ""


class Themes(Palette):
    """The palette of themes, which opens on the one in force."""

    def __init__(self) -> None:
        super().__init__(providers=[ThemeProvider], placeholder="Search for themes…")

    def _refresh_command_list(self, command_list: CommandList, commands: list[Command], clear_current: bool) -> None:  # noqa: FBT001 - as Textual has it
        super()._refresh_command_list(command_list, commands, clear_current)
        if not self.query_one("#--input Input", Input).value:
            names = [option.hit.text for option in command_list.options if isinstance(option, Command)]
            if self.app.theme in names:
                command_list.highlighted = names.index(self.app.theme)
                self.call_after_refresh(command_list.scroll_to_highlight)


def _asked_for(article: Article) -> object:
    return article.actors, article.parties, article.issues

"""The palette: a command is typed, found and run."""

from __future__ import annotations

from textual.command import Command, CommandList, CommandPalette
from textual.theme import ThemeProvider
from textual.widgets import Input

import styles


class Palette(CommandPalette):
    """Textual's palette in the look of the reader, one row a command."""

    CSS_PATH = styles.of_screen("palette")


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

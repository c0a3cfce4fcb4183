"""The palette: a command is typed, found and run."""

from __future__ import annotations

from textual.command import CommandPalette

import styles


class Palette(CommandPalette):
    """Textual's palette in the look of the reader, one row a command."""

    CSS_PATH = styles.of_screen("palette")

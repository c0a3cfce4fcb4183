"""The style sheets: those of the widgets are loaded at the start, that of a screen with the screen."""

from pathlib import Path

SHEETS = Path(__file__).parent


def of_screen(name: str) -> Path:
    """The style sheet that a screen brings with it."""
    return SHEETS / "screens" / f"{name}.tcss"

"""The style sheets. Those beside this file are loaded at the start; that of a screen comes with the screen, and that of
a widget that is not always there with the widget."""

from pathlib import Path

SHEETS = Path(__file__).parent


def of_screen(name: str) -> Path:
    """The style sheet that a screen brings with it."""
    return SHEETS / "screens" / f"{name}.tcss"


def of_widget(name: str) -> str:
    """The rules that a widget brings with it; it names all they are for (``SCOPED_CSS = False``)."""
    return (SHEETS / "widgets" / f"{name}.tcss").read_text(encoding="utf-8")

"""What lies over the reader while its article becomes another: it is renewed, and closed only where that cannot be."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.screen import ModalScreen, Screen

from article.model import Article
from tui.projection import View


@runtime_checkable
class Lasting(Protocol):
    """Something that can show the article as it is now."""

    def renew(self, view: View, before: Article) -> str:
        """Show what there is now, where the reader was in it. What is said, where it has to be closed instead."""
        ...


def renew_all(reader: Screen[None], view: View, before: Article) -> str:
    """Renew all that lies over the reader and its views. What is to be said of what was closed."""
    for screen in reader.app.screen_stack[1:]:
        told = screen.renew(view, before) if isinstance(screen, Lasting) else ""
        if told or (isinstance(screen, ModalScreen) and not isinstance(screen, Lasting)):
            while reader.app.screen is not screen:
                reader.app.pop_screen()
            reader.app.pop_screen()
            return told
    return ""

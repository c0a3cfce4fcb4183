"""What a screen is that stands only until there is an article to show, or something to say instead."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import Region
from textual.screen import ModalScreen, Screen
from textual.strip import Strip

from article.model import Article
from article.reading import Reading
from tui.room import enlarge, is_too_small
from tui.widgets.keyed import Typed, take

Show = Callable[[Article, Reading | None], Screen[None]]
"""Makes the screen that shows an article, and names that are found later."""


class Passing(Screen[None]):
    """A screen in the place of which another one comes. Keys that mean nothing here are for that one."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: list[Typed] = []

    def render_lines(self, crop: Region) -> list[Strip]:
        return enlarge(self, crop) if is_too_small(self.size) else super().render_lines(crop)

    async def take(self, event: Typed) -> None:
        """Have a key do what it does here, or keep it."""
        if not await take(self, event):
            self._typed.append(event)

    def give_way(self, to: Screen[None], *, typed: bool = False) -> None:
        """Put another screen in the place of this one, which may be the first; what lies over it goes, too. What was
        ``typed`` is taken by the other."""
        while isinstance(self.app.screen, ModalScreen):
            self.app.pop_screen()
        # Textual takes a callback off a screen that it switches from, and forgets to give the first screen one.
        self._push_result_callback(self, None)
        self.app.switch_screen(to)
        for event in self._typed if typed else ():
            to.call_later(take, to, event)

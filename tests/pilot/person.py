"""Somebody at the keyboard of a reader in a headless terminal: hands and eyes for the tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from textual.pilot import Pilot

from tests.errand import GENEROUS
from tui.app import KremlinApp
from tui.lines import Page
from tui.projection import View
from tui.screens.reader import Reader
from tui.state import Caret
from tui.theme import Palette
from tui.widgets.actor_list import ActorList
from tui.widgets.article_pane import ArticlePane
from tui.widgets.stance_panel import StancePanel


class Person:
    """Somebody at the keyboard."""

    def __init__(self, app: KremlinApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def reader(self) -> Reader:
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Reader)
        return screen

    @property
    def view(self) -> View:
        return self.reader.view

    @property
    def palette(self) -> Palette:
        assert self.text.palette
        return self.text.palette

    @property
    def page(self) -> Page:
        assert self.text.page
        return self.text.page

    @property
    def caret(self) -> Caret:
        return self.view.state.caret

    @property
    def card(self) -> str:
        """The id of the stance whose card bears the cursor."""
        assert self.positions.stance
        return self.positions.stance.id

    @property
    def text(self) -> ArticlePane:
        return self.reader.query_one(ArticlePane)

    @property
    def actors(self) -> ActorList:
        return self.reader.query_one(ActorList)

    @property
    def positions(self) -> StancePanel:
        return self.reader.query_one(StancePanel)

    @property
    def focus(self) -> str | None:
        return self.reader.focused.id if self.reader.focused else None

    @property
    def pinned(self) -> str | None:
        stance = self.view.pinned
        return stance.id if stance else None

    @property
    def chosen(self) -> set[str]:
        return set(self.view.state.chosen.actors)

    @property
    def paragraph(self) -> int:
        """The index of the paragraph where the reader stands."""
        return self.caret.paragraph

    async def press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Until every message has been answered and painted."""
        for _ in range(3):
            await self._pilot.pause()

    async def until(self, done: Callable[[], object]) -> None:
        """Until something has happened, and is painted."""
        end = time.monotonic() + GENEROUS
        while not done():
            assert time.monotonic() < end, self.screen()
            await self.settle()
        await self.settle()

    @property
    def told(self) -> list[str]:
        """What is said in passing."""
        return [str(toast.message) for toast in self.app._notifications]

    async def resize(self, columns: int, rows: int) -> None:
        await self._pilot.resize_terminal(columns, rows)
        await self.settle()

    def screen(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


OpenReader = Callable[..., AbstractAsyncContextManager[Person]]

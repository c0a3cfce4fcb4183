"""Somebody at the keyboard of a reader in a headless terminal: hands and eyes for the tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from rich.cells import cell_len
from textual.events import Click, MouseDown, MouseMove, MouseUp
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
            await self._pilot._wait_for_screen()
            self.app.screen._on_timer_update()
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
        await self.settle()

    def find(self, text: str, after: str = "") -> tuple[int, int]:
        """The column and row of a text on the screen; ``after`` is another that stands before it in its row."""
        for y, row in enumerate(self.screen().splitlines()):
            if after in row and (x := row.find(text, row.find(after) + len(after))) >= 0:
                return cell_len(row[:x]), y
        raise AssertionError(f"{text!r} is not on:\n{self.screen()}")

    async def click(self, x: int, y: int, *, times: int = 1, control: bool = False) -> None:
        await self._pilot.click(offset=(x, y), times=times, control=control)
        await self.settle()
        await self.settle()

    async def click_on(self, text: str, after: str = "", *, times: int = 1, control: bool = False) -> None:
        await self.click(*self.find(text, after), times=times, control=control)

    async def drag(self, start: tuple[int, int], *way: tuple[int, int]) -> None:
        """Press the button, move, and let go: for Textual a click as well, where that is in one widget."""
        for kind, offset in ((MouseDown, start), *((MouseMove, place) for place in way), (MouseUp, way[-1])):
            await self._pilot._post_mouse_events([kind], offset=offset, button=1)
        if self.app.get_widget_at(*start)[0] is self.app.get_widget_at(*way[-1])[0]:
            await self._pilot._post_mouse_events([Click], offset=way[-1], button=1)
        await self.settle()

    def screen(self) -> str:
        """What stands on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)


OpenReader = Callable[..., AbstractAsyncContextManager[Person]]

"""The reader that lies beneath whatever else is open: what is asked for there is done here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.screens.reader import Reader


def reader_of(screens: Sequence[object]) -> Reader:
    """The reader, over which views and sheets lie, of all screens that are open."""
    return cast("Reader", screens[0])

"""What Textual loads and a reader's start can do without: a twelfth of the time that Textual takes to load."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import cast

ABSENT = ("ssl",)
"""Modules that do not count as installed: asyncio does without this one, and nothing here is sent over a network."""
LATER = ("platformdirs", "rich.table", "textual.types", "uuid")
"""Modules of which Textual takes functions, to be called later if at all, and names of types."""


class _Later(ModuleType):
    """Stands in for a module of which functions are taken: the first call of one loads it."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("__"):
            raise AttributeError(name)

        def call(*values: object, **named: object) -> object:
            return getattr(import_module(self.__name__), name)(*values, **named)

        return call


@contextmanager
def sparing() -> Generator[None]:
    """Do without these modules for whatever is imported meanwhile; afterwards they are had as ever."""
    standing = [name for name in (*ABSENT, *LATER) if name not in sys.modules]
    for name in standing:
        sys.modules[name] = cast("ModuleType", None) if name in ABSENT else _Later(name)
    try:
        yield
    finally:
        for name in standing:
            del sys.modules[name]

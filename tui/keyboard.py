"""How keys are named on the screen, and which are in force where a keymap was set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from typing import NamedTuple

from textual.binding import ActiveBinding, Binding

_SHOWN = {
    "enter": "⏎",
    "escape": "esc",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "alt+left": "alt+←",
    "alt+right": "alt+→",
    "right": "→",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "apostrophe": "'",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "plus": "+",
    "comma": ",",
    "minus": "-",
    "full_stop": ".",
    "slash": "/",
    "colon": ":",
    "semicolon": ";",
    "less_than_sign": "<",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "question_mark": "?",
    "at": "@",
    "left_square_bracket": "[",
    "backslash": "\\",
    "right_square_bracket": "]",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "left_curly_bracket": "{",
    "vertical_line": "|",
    "right_curly_bracket": "}",
    "tilde": "~",
}
"""How keys are named that are not named as Textual does."""


class Keymap(NamedTuple):
    """The keys that were set in place of those of the tables, and how keys are named."""

    keys: Mapping[str, str] = {}
    """Keys as Textual names them, with commas between them, by the id of their binding."""
    spelt: bool = False
    """Whether keys that have signs are named in letters."""


_AS_IN_THE_TABLES = Keymap()
_in_force: ContextVar[Keymap] = ContextVar("keymap", default=_AS_IN_THE_TABLES)


def use(keymap: Keymap) -> None:
    """Name keys by this keymap from now on, in this program and all that it starts."""
    _in_force.set(keymap)


def keys_of(binding: Binding) -> list[str]:
    """The keys of a binding that are in force, as Textual names them."""
    return (_in_force.get().keys.get(binding.id or "") or binding.key).split(",")


def shown(key: str) -> str:
    """A key as the screen names it: ``^d`` for ctrl+d, ``⏎`` for enter."""
    modifier, plus, bare = key.rpartition("+")
    if modifier == "ctrl":
        return f"^{shown(bare)}"
    if plus:
        return f"{modifier}+{shown(bare)}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    sign = _SHOWN.get(key, key)
    return key if _in_force.get().spelt and not sign.isascii() else sign


def written(key: str) -> str:
    """A key as people write it, in ASCII: ``?``, ``ctrl+d``, ``enter``."""
    sign = shown(key)
    return sign if len(sign) == 1 and sign.isascii() else key


def named(sign: str) -> str:
    """The key that the screen shows so, as Textual names it."""
    return next((key for key, shown_as in _SHOWN.items() if shown_as == sign), sign)


def key_of(binding_id: str, table: Iterable[Binding]) -> str:
    """The first key of a binding as the screen names it."""
    return next(shown(keys_of(binding)[0]) for binding in table if binding.id == binding_id)


def pressed(binding_id: str, table: Iterable[Binding]) -> str:
    """The first key of a binding as Textual knows it, for what is clicked instead of typed."""
    return next(keys_of(binding)[0] for binding in table if binding.id == binding_id)


def by_description(active: Iterable[ActiveBinding]) -> list[tuple[list[str], ActiveBinding]]:
    """Active bindings with all the keys that do the same, in the order of the tables."""
    found: dict[tuple[str, str], tuple[list[str], ActiveBinding]] = {}
    for entry in active:
        binding = entry.binding
        keys, _ = found.setdefault((binding.action.removeprefix("app."), binding.description), ([], entry))
        if shown(binding.key) not in keys:
            keys.append(shown(binding.key))
    return list(found.values())

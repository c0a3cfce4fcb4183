"""The keys that a user has set, tested: Textual itself is silent on names that it does not know, and on clashes."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Set
from difflib import get_close_matches
from typing import NamedTuple

from textual.binding import Binding
from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from article.clean import quoted
from tui.keyboard import named, shown
from tui.keys import EVERYWHERE, PROMPT
from tui.screen_keys import CLOSES, SCREENS
from tui.settings import Settings, Trouble

KEPT = {
    "ctrl+q": "leaves the program",
    "ctrl+c": "copies what is selected",
    "ctrl+p": "opens the palette",
    "ctrl+z": "goes back to the shell",
}
"""Keys that Textual or the system has at heart, and what each does."""
SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+left_square_bracket": "escape"}
"""Keys for which a terminal sends what it sends for another (ECMA-48: they are control characters)."""
_OTHER_NAMES = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgdn": "pagedown",
    "pgup": "pageup",
    "page-down": "pagedown",
    "page-up": "pageup",
    "backtab": "shift+tab",
}
_NAMES = {key.value for key in Keys if key.value[0] != "<" and key.value != "ctrl-at"}
OF_READER = ("reader.", "move.")
"""How the ids of bindings begin whose keys are set for other screens, too."""
_TYPE = {"backspace", "delete", "down", "end", "enter", "home", "insert", "left", "right", "space", "tab", "up"}
"""Keys that mean something to whoever types."""


class Complaint(NamedTuple):
    """Why a binding keeps its keys."""

    binding: str
    text: str


class NoKeyError(ValueError):
    """What was written is not the name of a key that can be had; the message says why."""


def fitting_keys(settings: Settings) -> tuple[dict[str, str], Settings]:
    """The keys that can be set, as Textual names them, with commas between them, by the id of their binding; and
    the settings, which say why others cannot."""
    keys, complaints = _tried(settings.keys)
    return keys, settings.troubled(
        Trouble(settings.origin(f"keys.{complaint.binding}"), complaint.text) for complaint in complaints
    )


def _tried(asked: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], list[Complaint]]:
    bindings = {binding.id or "": binding for _, binding in _everywhere()}
    keys: dict[str, tuple[str, ...]] = {}
    complaints: list[Complaint] = []
    for name, texts in asked.items():
        try:
            keys[name] = _keys(name, texts, bindings)
        except NoKeyError as error:
            complaints.append(Complaint(name, str(error)))
    taken: set[str] = set()
    while clash := _clash(carried := _with_closing(_carried(keys, bindings, taken), bindings, taken)):
        if clash.binding in keys:
            complaints.append(clash)
            del keys[clash.binding]
        else:
            taken.add(clash.binding)
    return {name: ",".join(found) for name, found in carried.items()}, complaints


def _carried(
    keys: Mapping[str, tuple[str, ...]], bindings: Mapping[str, Binding], taken: Set[str]
) -> dict[str, tuple[str, ...]]:
    """The keys, and those of the reader set as well for what does the same on other screens with the same keys: unless
    they were set there by themselves, or are ``taken`` there."""
    same = {
        (bindings[name].description, bindings[name].key): found
        for name, found in keys.items()
        if name.startswith(OF_READER)
    }
    carried = {
        name: same[binding.description, binding.key]
        for name, binding in bindings.items()
        if name not in (*keys, *taken) and (binding.description, binding.key) in same
    }
    return {**keys, **carried}


def _with_closing(
    keys: Mapping[str, tuple[str, ...]], bindings: Mapping[str, Binding], taken: Set[str]
) -> dict[str, tuple[str, ...]]:
    """The keys, and those with which something is opened also for closing it again, in place of the ones in the
    tables: unless closing has keys of its own, or they are ``taken`` there."""
    closing: dict[str, tuple[str, ...]] = {}
    for name, action in CLOSES.items():
        openers = [opener for opener in bindings.values() if opener.action == action]
        if name in (*keys, *taken) or not any(opener.id in keys for opener in openers):
            continue
        usual = {key for opener in openers for key in opener.key.split(",")}
        stay = [key for key in bindings[name].key.split(",") if key not in usual]
        opening = (key for opener in openers for key in keys.get(opener.id or "", opener.key.split(",")))
        closing[name] = tuple(dict.fromkeys((*stay, *opening)))
    return {**keys, **closing}


def _everywhere() -> Iterator[tuple[str, Binding]]:
    for where, tables in SCREENS.items():
        for table in tables:
            yield from ((where, binding) for binding in table)


def _keys(name: str, texts: tuple[str, ...], bindings: Mapping[str, Binding]) -> tuple[str, ...]:
    """The keys that somebody wrote for a binding; raises NoKeyError."""
    if name not in bindings:
        near = get_close_matches(name, bindings, 1)
        meant = f" Did you mean {quoted(near[0])}?" if near else ""
        raise NoKeyError(f"There is no binding {quoted(name)}.{meant}")
    keys: dict[str, None] = {}
    for text in texts:
        key = key_named(text)
        if key in SAME:
            raise NoKeyError(f"No terminal can tell {quoted(text)} from {SAME[key]}. {_kept(bindings[name])}")
        is_own = key in bindings[name].key.split(",")
        if key in KEPT and not is_own:
            raise NoKeyError(f"{quoted(text)} is taken: it {KEPT[key]}. {_kept(bindings[name])}")
        if bindings[name] in (*PROMPT, *EVERYWHERE) and not is_own and (len(shown(key)) == 1 or key in _TYPE):
            where = "there" if bindings[name] in PROMPT else "where something is typed"
            raise NoKeyError(f"{quoted(text)} is for typing {where}. {_kept(bindings[name])}")
        keys[key] = None
    return tuple(keys)


def key_named(text: str) -> str:
    """A key as Textual names it; people may write it as the screen does: ``^d``, ``?``, ``esc``. Raises NoKeyError."""
    if len(text) > 1 and text[0] == "^":
        text = f"ctrl+{text[1:].lower()}"
    *modifiers, bare = text.split("+") if not text.endswith("+") else [*text[:-1].rstrip("+").split("+"), "+"]
    modifiers = [modifier.strip().lower() for modifier in modifiers if modifier]
    bare = _bare(bare.strip() or bare)
    if "ctrl" in modifiers and len(bare) == 1:
        bare = bare.lower()
    key = "+".join([*modifiers, bare])
    if key in _NAMES or (not modifiers and _is_character(bare)):
        return key
    if modifiers == ["shift"] and _is_character(bare):
        raise NoKeyError(f"Write {quoted(bare.upper())} instead of {quoted(text)}.")
    if modifiers == ["alt"] and (_is_character(bare) or bare in _NAMES):
        return key
    if modifiers == ["ctrl"] and key in SAME:
        return key
    near = get_close_matches(key, [*_NAMES, *_OTHER_NAMES], 1, 0.7)
    meant = f" Did you mean {quoted(near[0])}?" if near else " Keys are written so: “x”, “?”, “ctrl+x”, “alt+x”, “f2”."
    raise NoKeyError(f"There is no key {quoted(text)} that terminals send.{meant}")


def _bare(text: str) -> str:
    """A key without ctrl, alt or shift."""
    if len(text) == 1:
        return named(text)
    name = text.lower().replace(" ", "_")
    name = _OTHER_NAMES.get(name, KEY_NAME_REPLACEMENTS.get(name, name))
    return named(text) if named(text) != text else name


def _is_character(key: str) -> bool:
    """Whether a key types a character that can be seen."""
    sign = shown(key)
    return len(sign) == 1 and sign.isprintable() and not sign.isspace() and not unicodedata.combining(sign)


def _clash(keys: Mapping[str, tuple[str, ...]]) -> Complaint | None:
    """What is to be said of the last binding that was given a key of another one where both are in force."""
    order = {name: number for number, name in enumerate(keys)}
    for where, tables in SCREENS.items():
        owners: dict[str, Binding] = {}
        here = [binding for table in tables for binding in table]
        for binding in sorted(here, key=lambda one: order.get(one.id or "", -1)):
            name = binding.id or ""
            for key in keys.get(name, binding.key.split(",")):
                owner = owners.setdefault(key, binding)
                if owner is not binding and name in keys:
                    has = f"{quoted(owner.id or '')} ({owner.description}) has it in {where}"
                    return Complaint(name, f"{quoted(name)} cannot have {shown(key)}: {has}. {_kept(binding)}")
    return None


def _kept(binding: Binding) -> str:
    return f"{quoted(binding.id or '')} stays on {' '.join(shown(key) for key in binding.key.split(','))}."

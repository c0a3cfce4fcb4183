"""What the user has set: the theme, the column, the signs and the keys, each with the place where it was set."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from article.clean import clean_line, quoted, reason_of, safe_name
from article.wording import count
from tui.coding import other_coding
from tui.folders import NAME as PROGRAM
from tui.folders import NoHomeError, settings_folder

FILE = "config.toml"
MOST_BYTES = 2**16
"""A file of settings that is larger is none."""
MOST_IN_LINE = 2000
"""Characters of a line of it. What is written in one with dots would be so many tables within each other."""
MOST_SET = 500
"""Keys that it sets at most; there are not half as many bindings."""
MOST_SHOWN = 10**6
"""Numbers from which on a message does not repeat them."""
INK = "ink"
WIDTH = 72
"""Cells of the text's column: about twelve words, an easy line to read."""
NARROWEST, WIDEST = 40, 120
"""Cells that the text's column may have: below, lines are ragged; above, the eye loses the next one."""
UNICODE, ASCII = "unicode", "ascii"
_NOTHING: Mapping[str, object] = MappingProxyType({})


class About(NamedTuple):
    """What there is to know of a setting before anybody sets it."""

    default: str | int
    meaning: str
    variable: str
    """The environment variable that sets it."""
    option: str
    """The option of the command line that sets it."""


KNOWN = {
    "theme": About(INK, "ink (dark), paper (light), or any theme of Textual", "KREMLIN_TUI_THEME", "--theme"),
    "width": About(WIDTH, f"cells of the article's column, {NARROWEST} to {WIDEST}", "KREMLIN_TUI_WIDTH", "--width"),
    "glyphs": About(UNICODE, "unicode, or ascii where signs come out wrong", "KREMLIN_TUI_GLYPHS", "--ascii"),
}
"""Every setting but the keys."""


class Origin(NamedTuple):
    """Where a value was set."""

    place: str = "default"
    """A file, an environment variable, or an option."""
    line: int | None = None

    @property
    def short(self) -> str:
        """As a notice has room for: without the folders."""
        return str(self._replace(place=self.place.rsplit("/", 1)[-1]))

    @property
    def is_default(self) -> bool:
        """Whether nobody set it for this program."""
        return self.place.partition(",")[0] == DEFAULT.place

    def __str__(self) -> str:
        return f"{self.place}:{self.line}" if self.line else self.place


DEFAULT = Origin()
"""Nobody has set it."""


class Trouble(NamedTuple):
    """Something that was set and cannot be, and why."""

    origin: Origin
    text: str

    def __str__(self) -> str:
        return f"{self.origin}: {self.text}"


class Settings(NamedTuple):
    """All that is in force."""

    theme: str = INK
    width: int = WIDTH
    glyphs: str = UNICODE
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys that were set, by the id of their binding, as they were written."""
    origins: Mapping[str, Origin] = MappingProxyType({})
    """Where each was set; of keys by ``keys.`` and the binding's id."""
    troubles: tuple[Trouble, ...] = ()
    found: bool = False
    """Whether there is a file of settings, as far as one can see."""

    def origin(self, name: str) -> Origin:
        return self.origins.get(name, DEFAULT)

    def among(self, themes: Iterable[str]) -> Settings:
        """The same with a theme that there is."""
        known = [*themes]
        if self.theme in known:
            return self
        meant = _meant(self.theme, known)
        trouble = Trouble(self.origin("theme"), f"There is no theme {quoted(self.theme)}.{meant} {INK} is in force.")
        return self._replace(theme=INK, origins={**self.origins, "theme": DEFAULT}).troubled([trouble])

    def told(self) -> str:
        """What is wrong with the settings, as a notice has room for it."""
        if len(self.troubles) == 1:
            return f"{self.troubles[0].origin.short}: {self.troubles[0].text}"
        return (
            f"{count(len(self.troubles), 'problem')} in the settings: {PROGRAM} config lists them."
            if self.troubles
            else ""
        )

    def troubled(self, troubles: Iterable[Trouble]) -> Settings:
        return self._replace(troubles=(*self.troubles, *troubles))


DEFAULTS = Settings()
"""What is in force where nothing is set."""


def config_path() -> Path:
    """Where the file of settings is, or would be; raises NoHomeError."""
    return settings_folder() / FILE


def load(asked: Mapping[str, object] = _NOTHING) -> Settings:
    """The settings in force. The command line, from which ``asked`` comes, counts before the environment, and that
    before the file; whatever is wrong in one of them leaves the rest in force."""
    written = _Written()
    with suppress(NoHomeError):  # Who has no home has no settings: those of the folder one is in are another's.
        written.read(config_path())
    coding = other_coding()
    glyphs = (ASCII, Origin(f"default, {coding}")) if coding else (UNICODE, DEFAULT)
    values: dict[str, object] = {"glyphs": glyphs[0]} | written.values
    origins = {"glyphs": glyphs[1]} | written.origins
    troubles = written.troubles
    for name, about in KNOWN.items():
        text = os.environ.get(about.variable)
        if text:
            origin = Origin(about.variable)
            value, trouble = _read(name, int(text) if text.isdecimal() and len(text) < len("1000000") else text)
            if trouble:
                troubles.append(Trouble(origin, trouble))
            else:
                values[name], origins[name] = value, origin
        if name in asked:
            values[name], origins[name] = asked[name], Origin(about.option)
    return Settings(
        cast("str", values.get("theme", INK)),
        cast("int", values.get("width", WIDTH)),
        cast("str", values["glyphs"]),
        written.keys,
        origins,
        tuple(troubles),
        written.found,
    )


def column_of(value: object) -> int:
    """A width that the column may have; raises ValueError."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueError(f"must be a number from {NARROWEST} to {WIDEST}")  # noqa: TRY004 - as of any wrong value
    if not NARROWEST <= value <= WIDEST:
        shown = f", and not {value}" if abs(value) < MOST_SHOWN else ""
        raise ValueError(f"must be from {NARROWEST} to {WIDEST}{shown}")
    return value


def _read(name: str, value: object) -> tuple[object, str]:
    """A setting's value, or what is wrong with it."""
    if name == "width":
        try:
            return column_of(value), ""
        except ValueError as error:
            return None, f"{name} {error}."
    if not isinstance(value, str):
        return None, f"{name} must be a text in quotation marks."
    if name == "glyphs" and value not in (UNICODE, ASCII):
        return None, f"{name} must be “{UNICODE}” or “{ASCII}”, and not {quoted(value)}."
    return clean_line(value), ""


def _meant(name: str, known: Iterable[str]) -> str:
    """The name that may have been meant, as a sentence."""
    from difflib import get_close_matches

    found = get_close_matches(name, [*known], 1)
    return f" Did you mean {quoted(found[0])}?" if found else ""


class _Written:
    """What a file of settings says."""

    def __init__(self) -> None:
        self.name = ""
        self.found = False
        self.values: dict[str, object] = {}
        self.keys: dict[str, tuple[str, ...]] = {}
        self.origins: dict[str, Origin] = {}
        self.troubles: list[Trouble] = []
        self._lines: dict[str, int] = {}

    def read(self, path: Path) -> None:
        self.name, self.found = safe_name(str(path)), True
        try:
            data = _bytes_of(path)
            if data is None:
                self.found = False
                return
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            what = f"The byte {error.object[error.start]:#04x} is not UTF-8. Nothing of the file is in force."
            self._trouble(what, error.object.count(b"\n", 0, error.start) + 1)
            return
        except (OSError, ValueError) as error:
            self._trouble(f"The file cannot be read: {reason_of(error)}.")
            return
        self._take_in(text)

    def _trouble(self, text: str, line: int | None = None) -> None:
        self.troubles.append(Trouble(Origin(self.name, line), text))

    def _line(self, name: str) -> int | None:
        """Where a value is set, or else what it stands in."""
        while name and name not in self._lines:
            name = name.rpartition(".")[0]
        return self._lines.get(name)

    def _take_in(self, text: str) -> None:
        import tomllib

        from tui.toml_lines import lines_of

        for number, length in enumerate(map(len, text.split("\n")), 1):
            if length > MOST_IN_LINE:
                self._trouble(f"The line is longer than {MOST_IN_LINE:,}. Nothing of the file is in force.", number)
                return
        try:
            found = tomllib.loads(text)
        except RecursionError:
            self._trouble("Values stand too deep within each other. Nothing of the file is in force.")
            return
        except ValueError as error:
            told = clean_line(str(error))
            line = re.search(r" ?\(at line (\d+), column \d+\)", told)
            reason = told.replace(line[0], "") if line else told
            lines = text.count("\n") + 1
            what = f"This is not TOML: {reason}. Nothing of the file is in force."
            self._trouble(what, int(line[1]) if line else lines)
            return
        self._lines = lines_of(text)
        for name, value in found.items():
            if name == "keys":
                self._take_keys(value)
            else:
                self._take(name, value)

    def _take(self, name: str, value: object) -> None:
        line = self._line(name)
        if name not in KNOWN:
            self._trouble(f"There is no setting {quoted(name)}.{_meant(name, [*KNOWN, 'keys'])}", line)
            return
        read, trouble = _read(name, value)
        if trouble:
            self._trouble(trouble, line)
        else:
            self.values[name], self.origins[name] = read, Origin(self.name, line)

    def _take_keys(self, value: object) -> None:
        if not isinstance(value, dict):
            self._trouble("keys must be a table: [keys], and below it a line for each binding.", self._line("keys"))
            return
        for at, (name, keys) in enumerate(_flat(cast("Mapping[str, object]", value))):
            line = self._line(f"keys.{name}")
            if at == MOST_SET:
                self._trouble(f"More than {MOST_SET} keys are set: the others are not in force.", line)
                return
            listed = [keys] if isinstance(keys, str) else keys
            if not isinstance(listed, list) or not listed:
                self._trouble(f"{quoted(name)} must be a key in quotation marks, or a list of them.", line)
                continue
            texts = [key for key in cast("list[object]", listed) if isinstance(key, str) and key]
            if len(texts) < len(cast("list[object]", listed)):
                self._trouble(f"{quoted(name)} must be a key in quotation marks, or a list of them.", line)
                continue
            self.keys[name], self.origins[f"keys.{name}"] = tuple(texts), Origin(self.name, line)


def _flat(table: Mapping[str, object]) -> Iterable[tuple[str, object]]:
    """The entries of a table; what was written with dots, without quotation marks, is a table within it."""
    more = [*table.items()][::-1]
    while more:
        name, value = more.pop()
        if isinstance(value, dict):
            inner = cast("Mapping[str, object]", value)
            more.extend((f"{name}.{key}", keys) for key, keys in [*inner.items()][::-1])
        else:
            yield name, value


def _bytes_of(path: Path) -> bytes | None:
    """What a regular file holds, None where there is none; never waits for a writer, raises OSError or ValueError."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise ValueError("it is not a regular file")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES // 2**10} KiB")
    return data

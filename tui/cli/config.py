"""``kremlin-tui config``: where the settings are, and which are in force."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Sequence

from article.clean import safe_name
from tui.cli.arguments import Parser
from tui.cli.streams import FAILED, OK, say, write
from tui.folders import NoHomeError
from tui.settings import KNOWN, PROGRAM, Settings, config_path, load

ABOUT = """\
Print where the file of settings is, what is in force, and where each of it was set. The command line counts before
the environment, the environment before the file, the file before the default."""
EPILOG = """\
To begin with a file in which every setting stands, and is off:
  mkdir -p ~/.config/kremlin-tui
  kremlin-tui config --example > ~/.config/kremlin-tui/config.toml

Exit code: 0, 1 where something that is set cannot be in force, 2 for wrong arguments."""
LINE = 100
"""Columns of the example."""


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("kremlin-tui config", ABOUT, epilog=EPILOG)
    parser.add_argument("--path", action="store_true", help="print only where the file of settings is")
    parser.add_argument("--example", action="store_true", help="print a file of all settings, as they are by default")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    if options.path:
        return _print_path()
    if options.example:
        return write("".join(f"{line}\n" for line in _example()))
    from tui.keymap import fitting_keys
    from tui.theme import theme_names

    keys, settings = fitting_keys(load().among(theme_names()))
    done = write("".join(f"{line}\n" for line in _told(keys, settings)))
    for trouble in settings.troubles:
        say(str(trouble))
    return done or (FAILED if settings.troubles else OK)


def _print_path() -> int:
    try:
        return write(f"{safe_name(str(config_path()))}\n")
    except NoHomeError as error:
        say(f"kremlin-tui: no settings are looked for: {error}.")
        return FAILED


def _told(keys: dict[str, str], settings: Settings) -> Iterator[str]:
    yield from (_place(found=settings.found), "")
    rows = [(name, str(getattr(settings, name)), str(settings.origin(name))) for name in KNOWN]
    rows.append(("colour", "none", "NO_COLOR") if "NO_COLOR" in os.environ else ("colour", "of the theme", "default"))
    from tui.keyboard import shown

    rows += [
        (name, " ".join(shown(key) for key in found.split(",")), str(settings.origin(f"keys.{name}")))
        for name, found in keys.items()
        if name in settings.keys
    ]
    if not keys:
        rows.append(("keys", "of the program", "default"))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, value, origin in rows:
        yield f"{name:<{widths[0]}}  {value:<{widths[1]}}  {origin}"


def _place(*, found: bool) -> str:
    """Where the file of settings is looked for, and whether it was found."""
    try:
        path = safe_name(str(config_path()))
    except NoHomeError as error:
        return f"No settings are looked for: {error}."
    return path if found else f"{path} (there is none; --example prints one to begin with)"


def _example() -> Iterator[str]:
    """All settings as they are by default, each with a number sign before it, drawn from the tables."""
    yield f"# Settings of {PROGRAM}. To set something, take the “#” before it away."
    for name, about in KNOWN.items():
        value = f'"{about.default}"' if isinstance(about.default, str) else about.default
        yield from ("", f"# {about.meaning} ({about.variable}, {about.option})", f"# {name} = {value}")
    yield from ("", "[keys]")
    told = "A binding has the keys that are set and no others: one key, or a list. Keys are named as help names them. "
    told += "What is set for the reader holds on other screens, too, where a key does the same."
    yield from (f"# {line}" for line in textwrap.wrap(told, LINE - 2))
    from tui.keyboard import written
    from tui.screen_keys import SECTIONS

    for section, table in SECTIONS.items():
        if table:
            yield from ("", f"# {section}")
        for binding in table:
            signs = [_quoted(written(key)) for key in binding.key.split(",")]
            keys = f"[{', '.join(signs)}]" if len(signs) > 1 else signs[0]
            set_to = f'# "{binding.id}" = {keys}'
            yield f"{set_to:<52}# {binding.tooltip}"


def _quoted(key: str) -> str:
    return f"'{key}'" if '"' in key or "\\" in key else f'"{key}"'

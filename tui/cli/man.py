"""``kremlin-tui man``: the manual page, made of the tables of which help and the key bar are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tui import __version__
from tui.cli.arguments import Command, Option, Parser, command_of, commands
from tui.cli.streams import write
from tui.settings import KNOWN

ABOUT = """\
Print the manual page, for man(1). To read it, and to have it found:
  kremlin-tui man | man -l -
  kremlin-tui man > ~/.local/share/man/man1/kremlin-tui.1"""
EXIT_CODES = (
    (0, "Done."),
    (1, "A file cannot be read or written, or is not as it should be."),
    (2, "The arguments are wrong."),
    (70, "The program is at fault; the log says where in it."),
    (129, "The terminal has gone (SIGHUP)."),
    (130, "Ended by SIGINT, as ctrl+c sends it where the reader is not on the screen."),
    (131, "Ended by SIGQUIT."),
    (143, "Ended by SIGTERM."),
)
FILES = (
    ("~/.config/kremlin-tui/config.toml", "The settings; $XDG_CONFIG_HOME changes the folder. See kremlin-tui config."),
    ("~/.local/state/kremlin-tui/articles", "Where you were in the articles; $XDG_STATE_HOME changes the folder."),
    ("~/.local/state/kremlin-tui/crash.log", "Faults of the program, without a word of an article."),
)
VARIABLES = (
    ("NO_COLOR", "Set, even to nothing: no colour is sent."),
    (
        "LC_ALL, LC_CTYPE, LANG",
        "A coding that is not UTF-8 has the effect of --ascii on a terminal, and letters of ASCII stand for others. "
        "What goes into a file or a pipe is UTF-8.",
    ),
    ("TERM", "“dumb”: the article is printed as plain text."),
)
_EXAMPLES = (
    ("kremlin-tui", "Open the shipped article."),
    ("kremlin-tui story.yaml", "Open an article of your own."),
    ("kremlin-tui --plain story.yaml | less", "Read it as plain text."),
    ("kremlin-tui new story.txt -o story.yaml", "Make an article to complete, from a text."),
    ("kremlin-tui check story.yaml", "List its problems."),
)


def parser() -> Parser:
    """The arguments of the command, which has none."""
    return Parser("kremlin-tui man", ABOUT)


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    parser().parse_args(arguments)
    from tui.cli import COMMANDS
    from tui.cli import parser as reader

    known = [command_of("", reader()), *commands([*COMMANDS])]
    return write("\n".join(_page(known, COMMANDS)) + "\n")


def _page(known: Sequence[Command], about: dict[str, str]) -> Iterator[str]:
    program = known[0]
    yield f'.TH KREMLIN\\-TUI 1 "" "kremlin\\-tui {_text(__version__)}" "User Commands"'
    yield from (".SH NAME", "kremlin\\-tui \\- read contested news: the text, its actors, and their positions")
    yield from (".SH SYNOPSIS", *_synopsis(program), ".br", "\\fBkremlin\\-tui\\fR \\fICOMMAND\\fR ...")
    yield from (".SH DESCRIPTION", *_lines(program.about))
    yield from (".SH OPTIONS", *_options(program))
    yield ".SH COMMANDS"
    for command in known[1:]:
        yield from (f".SS {_text(command.name)}", f"{_sentence(about[command.name])}", ".PP", *_synopsis(command))
        yield from (".PP", *_lines(command.about), *_options(command._replace(options=command.options[1:])))
        if command.epilog:
            yield from (".PP", *_lines(command.epilog))
    yield from (".SH KEYS", *_keys())
    yield from (".SH SETTINGS", *_settings())
    yield from (".SH ENVIRONMENT", *_listed([(about.variable, about.meaning) for about in KNOWN.values()]))
    yield from _listed(VARIABLES)
    yield from (".SH FILES", *_listed(FILES))
    yield from (".SH EXIT STATUS", *_listed([(str(code), meaning) for code, meaning in EXIT_CODES]))
    yield from (".SH EXAMPLES", *_listed(_EXAMPLES))


def _synopsis(command: Command) -> Iterator[str]:
    name = f"kremlin\\-tui {command.name}".rstrip()
    options = [f"[{'|'.join(map(_bold, option.names))}{_value(option)}]" for option in command.named]
    places = [f"\\fI{_text(option.value)}\\fR{'...' if option.several else ''}" for option in command.places]
    needed = [place if option.needed else f"[{place}]" for place, option in zip(places, command.places, strict=True)]
    yield " ".join([f"\\fB{name}\\fR", *options, *needed])


def _options(command: Command) -> Iterator[str]:
    for option in command.options:
        names = ", ".join(map(_bold, option.names)) or f"\\fI{_text(option.value)}\\fR"
        yield from (".TP", f"{names}{_value(option) if option.names else ''}", _sentence(option.about))
        if option.choices and option.names:
            yield f"One of: {_text(', '.join(option.choices))}."


def _value(option: Option) -> str:
    return f" \\fI{_text(option.value)}\\fR" if option.value else ""


def _keys() -> Iterator[str]:
    from tui.keyboard import written
    from tui.screen_keys import SECTIONS

    yield "Keys are those of the program; settings may give others. A question mark shows those in force."
    for section, table in SECTIONS.items():
        if table:
            yield f".SS {_text(section)}"
        for binding in table:
            names = ", ".join(_bold(written(key)) for key in binding.key.split(","))
            yield from (".TP", names, _sentence(f"{binding.description}: {binding.tooltip}"))


def _settings() -> Iterator[str]:
    yield "The file of settings is TOML. The command line counts before the environment, and that before the file."
    for name, about in KNOWN.items():
        value = f'"{about.default}"' if isinstance(about.default, str) else str(about.default)
        yield from (".TP", f"{_bold(name)} = {_text(value)}", _sentence(about.meaning))
    yield from (".TP", _bold("[keys]"), "Below it a line for each binding: its id in quotation marks, and a key or a")
    yield f"list of them. {_bold('kremlin-tui config --example')} prints all."


def _listed(entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, meaning in entries:
        yield from (".TP", _bold(name), _sentence(meaning))


def _lines(text: str) -> Iterator[str]:
    """A text with its lines: indented ones stand as they are."""
    within = False
    for line in text.splitlines():
        indented = line.startswith("  ")
        if indented != within:
            yield ".EX" if indented else ".EE"
            within = indented
        if line.strip():
            yield _text(line)
        elif not within:
            yield ".PP"
    if within:
        yield ".EE"


def _sentence(text: str) -> str:
    told = _text(text[:1].upper() + text[1:])
    return told if told.endswith((".", ":")) else f"{told}."


def _bold(text: str) -> str:
    return f"\\fB{_text(text)}\\fR"


def _text(text: str) -> str:
    """A text of which troff obeys nothing, in ASCII (groff_char(7))."""
    text = (
        text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga").replace("^", "\\(ha").replace("~", "\\(ti")
    )
    text = text.replace("“", "\\(lq").replace("”", "\\(rq").replace("'", "\\(aq" if text.startswith("'") else "'")
    text = re.sub(r"[^\x00-\x7f]", lambda found: f"\\[u{ord(found[0]):04X}]", text)
    return f"\\&{text}" if text.startswith((".", "'")) else text

"""``kremlin-tui fmt FILE...``: articles in canonical order and layout."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from article.clean import reason_of
from article.layout import MOST_CHARACTERS, LayoutError, lay_out
from article.problems import ArticleError, Problems
from article.saving import save
from article.source import Source, decode, no_articles
from article.wording import count
from tui.cli.arguments import Parser
from tui.cli.streams import FAILED, OK, say, write

ABOUT = f"""\
Put articles in canonical order and layout: keys in the order of article/FORMAT.md, one stance after an
empty line, short records on one line.

Texts and the way they are quoted, comments and x_ keys are kept, and the file is only written when it
is the same article afterwards; one of more than {MOST_CHARACTERS // 2**20} MiB is left as it is. Standard input goes to
standard output."""
LONG = 200_000
"""Characters from which on it takes some seconds."""
EPILOG = """\
Exit code: 0 when every file is in its canonical layout, 1 when one cannot be (with --check: is not),
2 for wrong arguments."""


class Outcome(Enum):
    """What became of a file."""

    KEPT = auto()
    CHANGED = auto()
    REFUSED = auto()


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    found = {argument: Source.all_of(argument) for argument in options.files}
    for argument, sources in found.items():
        if not sources:
            say(str(no_articles(argument)))
    sources = [source for sources in found.values() for source in sources]
    outcomes = [_lay_out(source, check=options.check) for source in sources]
    of_files = [outcome for source, outcome in zip(sources, outcomes, strict=True) if source.path]
    if of_files:
        say(_count(of_files, check=options.check))
    failing = Outcome.REFUSED in outcomes or (options.check and Outcome.CHANGED in outcomes)
    return FAILED if failing or not all(found.values()) else OK


def _lay_out(source: Source, *, check: bool) -> Outcome:
    problems = Problems(source.name)
    try:
        data = source.read_bytes(problems)
        text = decode(data, problems)
        if LONG < len(text) <= MOST_CHARACTERS:
            say(f"{source.name}: this takes a while; ctrl+c leaves the file as it is.")
        new = lay_out(text, source.name)
    except ArticleError as error:
        for problem in error.problems:
            say(str(problem))
        return Outcome.REFUSED
    except LayoutError as error:
        say(f"{source.name}: {error}")
        return Outcome.REFUSED
    if source.path:
        # The bytes may begin with a mark that the text read from them lacks.
        return _put_in_place(source.path, source.name, new, text, check=check) if new.encode() != data else Outcome.KEPT
    if check:
        return _told(source.name, check=check) if new != text else Outcome.KEPT
    return Outcome.KEPT if write(new) == OK else Outcome.REFUSED


def _put_in_place(path: Path, name: str, new: str, old: str, *, check: bool) -> Outcome:
    try:
        if not check:
            save(path, new, old)
    except OSError as error:
        say(f"{name}: The file cannot be written: {reason_of(error)}.")
        return Outcome.REFUSED
    return _told(name, check=check)


def _told(name: str, *, check: bool) -> Outcome:
    say(f"{name}: {'would be ' if check else ''}laid out anew")
    return Outcome.CHANGED


def _count(outcomes: Sequence[Outcome], *, check: bool) -> str:
    of_files = f"{outcomes.count(Outcome.CHANGED)} of {count(len(outcomes), 'file')}"
    refused = outcomes.count(Outcome.REFUSED)
    told = f"{of_files} {'would be ' if check else ''}laid out anew."
    return f"{told} {refused} cannot be laid out." if refused else told


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("kremlin-tui fmt", ABOUT, epilog=EPILOG)
    parser.add_argument("files", nargs="+", metavar="FILE", help="an article, a folder of them, or “-”")
    parser.add_argument("--check", action="store_true", help="write nothing; name the files that would change")
    return parser

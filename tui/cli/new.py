"""``kremlin-tui new TEXT``: an article to complete, made from a text."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from article.clean import reason_of, safe_name
from article.importers.actors import suggest_actors
from article.importers.draft import Draft, NoDraftError
from article.importers.languages import language_of
from article.importers.texts import read_draft
from article.saving import save, save_new
from article.skeleton import skeleton
from article.source import Source
from article.wording import count
from tui.cli.arguments import Parser
from tui.cli.streams import FAILED, OK, say, write

ABOUT = """\
Make an article to complete by hand: the text, the actors that it seems to name, and patterns for the issues
and the stances.

A plain text has its headline on the first line and blank lines between its paragraphs; “## ” makes a line a
cross-heading. Where kremlin-tui[web] is installed, TEXT may also be HTML or the address of a web page."""
EPILOG = "Exit code: 0 where the article is made, 1 where it cannot be, 2 for wrong arguments."


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("kremlin-tui new", ABOUT, epilog=EPILOG)
    parser.add_argument("text", metavar="TEXT", help="a file, an address (https://...), or “-” for standard input")
    parser.add_argument("-o", "--output", metavar="FILE", default="-", help="where to put it; else it is printed")
    parser.add_argument("--force", action="store_true", help="replace FILE where it is there already")
    return parser


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    source = Source.of(options.text).name
    try:
        draft = read_draft(options.text)
    except NoDraftError as error:
        say(f"{source}: {error}")
        return FAILED
    if options.output == "-":
        return write(_article(draft, source, "FILE")[0])
    return _save(draft, source, options.output, force=options.force)


def _article(draft: Draft, source: str, file: str) -> tuple[str, str]:
    """The text of the article, and what is in it."""
    texts = [paragraph.text for paragraph in draft.paragraphs if paragraph.number]
    language = language_of("\n".join(texts))
    actors = suggest_actors(texts, language)
    about = f"{count(len(texts), 'paragraph')}, {count(len(actors), 'actor')} suggested"
    return skeleton(draft, actors, language, source, file), about


def _save(draft: Draft, source: str, output: str, *, force: bool) -> int:
    path, name = Path(output), safe_name(output)
    file = shlex.quote(name)
    text, about = _article(draft, source, file)
    try:
        if force and path.is_file():
            save(path, text)
        else:
            save_new(path, text)
    except FileExistsError:
        say(f"{name}: There is something of that name already. {_remedy(path)}")
        return FAILED
    except (OSError, ValueError) as error:
        say(f"{name}: The file cannot be written: {reason_of(error)}.")
        return FAILED
    say(f"{name}: {about}. Next: complete it, then kremlin-tui check {file}")
    return OK


def _remedy(path: Path) -> str:
    return "Name another, or add --force to replace it." if path.is_file() else "Name a file."

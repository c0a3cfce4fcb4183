"""``kremlin-tui check FILE...``: all problems of articles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from article.clean import one_line, reason_of
from article.loader import load_text
from article.problems import ArticleError, Level, Passage, Problem, Problems
from article.repairs import LEAST_SCORE, LEAST_WORDS, Repair, mended, repairs
from article.reports import Note, github_report, json_report, summary, text_report
from article.saving import save
from article.source import Source, no_articles
from article.wording import count
from tui.cli.arguments import Parser
from tui.cli.streams import FAILED, MISUSED, OK, say, write

_FROM_TEXT = Note("hint", "kremlin-tui new makes an article of a plain text.")
WIDTH = 100
"""Columns of a report that does not go to a terminal."""
ABOUT = f"""\
List the problems of articles: each with its place, the line of the file, and a remedy.
article/FORMAT.md describes every key and every problem.

A quotation that is no longer in an edited text is told with the passage that is most like it.
--fix takes that passage where the words are {LEAST_WORDS} or more and {LEAST_SCORE} of 100 like it; it never
touches the text."""
EPILOG = "Exit code: 0 where there is no error (with --strict: no problem), 1 where there is, 2 for wrong arguments."


@dataclass(frozen=True)
class Checked:
    """The problems of one file, and its text, where it has one."""

    problems: tuple[Problem, ...]
    text: str = ""

    @classmethod
    def of(cls, name: str, text: str) -> Checked:
        try:
            problems = load_text(text, name).problems
        except ArticleError as error:
            problems = error.problems
        return cls(problems, text)

    @cached_property
    def repairs(self) -> dict[str, Repair]:
        """What would mend some of the problems, by their paths."""
        return {repair.problem.path: repair for repair in repairs(self.problems, self.text)}


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns its exit code."""
    options = parser().parse_args(arguments)
    if options.fix and "-" in options.files:
        say("kremlin-tui: standard input cannot be changed; name a file to --fix.")
        return MISUSED
    checked = [found for argument in options.files for found in _check(argument, fix=options.fix)]
    problems = [problem for found in checked for problem in found.problems]
    if options.format == "json":
        done = write(json_report(problems))
    elif options.format == "github":
        done = write("".join(f"{github_report(problem)}\n" for problem in problems))
    else:
        done = write(_text(checked, problems, suggest=options.suggest))
    failing = any(options.strict or problem.level is not Level.WARNING for problem in problems)
    return done or (FAILED if failing else OK)


def _check(argument: str, *, fix: bool) -> Iterator[Checked]:
    """What is found in each file that an argument names."""
    sources = Source.all_of(argument)
    if not sources:
        yield Checked((no_articles(argument),))
    for source in sources:
        try:
            text = source.read(Problems(source.name))
        except ArticleError as error:
            yield Checked(error.problems)
            continue
        found = Checked.of(source.name, text)
        if fix and source.path:
            found = _fix(source.path, source.name, found)
        yield found


def _fix(path: Path, name: str, found: Checked) -> Checked:
    """Mend what may be mended without a person; returns what is left."""
    text, done = mended(found.text, [repair for repair in found.repairs.values() if not repair.doubt])
    if left := len(found.repairs) - len(done):
        say(f"{name}: {count(left, 'quotation')} left to you; --suggest shows why.")
    if not done:
        return found
    try:
        save(path, text, found.text)
    except OSError as error:
        say(f"{name}: The file cannot be written: {reason_of(error)}.")
        return found
    for repair in done:
        old, new, score = one_line(repair.passage.old), one_line(repair.passage.new), int(repair.passage.score)
        say(f"{repair.problem.where}: mended: “{old}” → “{new}” (score {score})")
    paths = ", ".join(repair.problem.path.partition(".")[0] for repair in done)
    say(f"{name}: {count(len(done), 'quotation')} mended. Read again whether summary and position still fit: {paths}.")
    return Checked.of(name, text)


def _text(checked: Sequence[Checked], problems: Sequence[Problem], *, suggest: bool) -> str:
    width = shutil.get_terminal_size((WIDTH, 0)).columns
    lines: list[str] = []
    for found in checked:
        for problem in found.problems:
            repair = found.repairs.get(problem.path) if suggest else None
            notes = _suggested(repair) if repair else (_FROM_TEXT,) if _may_be_plain_text(problem) else ()
            lines.extend([*text_report(problem, width, notes), ""])
    near = sum(isinstance(problem.suggestion, Passage) for problem in problems)
    if near and not suggest:
        lines.append(f"--suggest shows what would mend {count(near, 'quotation')}.")
    return "\n".join([*lines, summary(problems, len(checked)), ""])


def _may_be_plain_text(problem: Problem) -> bool:
    """Whether somebody may have taken a text for an article."""
    return problem.code in ("not-yaml", "not-an-article") and not problem.file.lower().endswith((".yaml", ".yml"))


def _suggested(repair: Repair) -> tuple[Note, Note]:
    verdict = f"left to you: {repair.doubt}" if repair.doubt else "--fix takes it"
    return (Note("score", f"{int(repair.passage.score)} of 100 ({verdict})"), Note("write", repair.written))


def parser() -> Parser:
    """The arguments of the command."""
    parser = Parser("kremlin-tui check", ABOUT, epilog=EPILOG)
    parser.add_argument("files", nargs="+", metavar="FILE", help="an article, a folder of them, or “-”")
    parser.add_argument("--format", choices=("text", "json", "github"), default="text", help="how to tell the problems")
    parser.add_argument("--strict", action="store_true", help="let warnings fail too")
    parser.add_argument("--suggest", action="store_true", help="show what would mend a quotation that is not found")
    parser.add_argument("--fix", action="store_true", help="mend quotations where there is little doubt")
    return parser

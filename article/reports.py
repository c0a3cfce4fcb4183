"""Problems as they are told: to a person at a terminal, to a program, to a code host."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from article.anchors import fold, word_pattern
from article.cells import cells, wrapped
from article.clean import one_line
from article.problems import Level, Passage, Problem
from article.wording import count

Runs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What is said below a problem: a text with its label, and the runs of its characters to mark."""

    label: str
    text: str
    marks: Runs = ()


def text_report(problem: Problem, width: int, more: Iterable[Note] = ()) -> list[str]:
    """A problem in the form of compilers, ``file:line:column: error: message [code]``, with the line of
    the file, carets under the matter, its path, and what may have been meant. Lines are at most ``width``
    cells wide, the first apart; a line of ``~`` marks what is above it."""
    level = "fatal error" if problem.level is Level.FATAL else problem.level
    lines = [f"{problem.where}: {level}: {problem.message} [{problem.code}]"]
    gutter = " " * len(str(problem.excerpt.line)) if problem.excerpt else ""
    if problem.excerpt:
        line, carets = problem.excerpt.pointed(width - len(gutter) - 5)
        lines.append(f"  {problem.excerpt.line} | {line}".rstrip())
        lines.append(f"  {gutter} | {carets}")
    for note in (*notes(problem), *more):
        lines.extend(_told(note, f"  {gutter} = {note.label}: ", width))
    return lines


def summary(problems: Sequence[Problem], files: int) -> str:
    """One line that counts."""
    warnings = sum(problem.level is Level.WARNING for problem in problems)
    errors = len(problems) - warnings
    counted = [count(errors, "error")] * bool(errors) + [count(warnings, "warning")] * bool(warnings)
    return f"{' and '.join(counted) or 'No problems'} in {count(files, 'file')}."


def json_report(problems: Iterable[Problem]) -> str:
    """All problems as a JSON array; lines and columns count from 1, the end excluded."""
    return json.dumps([_as_json(problem) for problem in problems], indent=2, ensure_ascii=False) + "\n"


def github_report(problem: Problem) -> str:
    """A problem as a workflow command of GitHub, which shows it beside the line."""
    place = problem.place
    where = {"file": problem.file, "title": problem.code}
    if place:
        where |= {"line": str(place.line), "col": str(place.column)}
        where |= {"endColumn": str(place.end_column)} if place.end_line == place.line else {}
    told = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in where.items())
    level = "warning" if problem.level is Level.WARNING else "error"
    path = f"({problem.path})" if problem.path else ""
    message = " ".join(part for part in (problem.message, path, problem.hint) if part)
    return f"::{level} {told}::{_escaped(message)}"


def differences(old: str, new: str) -> tuple[Runs, Runs]:
    """The words in which two texts differ, as runs of characters of the one and of the other; quotation
    marks and dashes count as they do when words are looked for."""
    from difflib import SequenceMatcher

    words = [list(word_pattern().finditer(text)) for text in (old, new)]
    folded = [[fold(word[0]).text for word in found] for found in words]
    changes = [
        change for change in SequenceMatcher(None, *folded, autojunk=False).get_opcodes() if change[0] != "equal"
    ]
    return (
        tuple((words[0][low].start(), words[0][high - 1].end()) for _, low, high, _, _ in changes if low < high),
        tuple((words[1][low].start(), words[1][high - 1].end()) for _, _, _, low, high in changes if low < high),
    )


def notes(problem: Problem) -> Iterator[Note]:
    """What is said below a problem: its path, and what may have been meant."""
    if problem.path:
        yield Note("in", problem.path)
    if isinstance(problem.suggestion, Passage):
        words, closest = _in_quotes(problem.suggestion.old), _in_quotes(problem.suggestion.new)
        gone, come = differences(words, closest)
        if gone:
            yield Note("words", words, gone)
        yield Note("closest", closest, come)
    elif problem.hint:
        yield Note("hint", problem.hint)


def _told(note: Note, label: str, width: int) -> Iterator[str]:
    """A note in lines, each followed by its marks where it has any."""
    indent = " " * cells(label)
    end = 0
    for number, line in enumerate(wrapped(note.text, max(1, width - len(indent)))):
        start = note.text.index(line, end)
        end = start + len(line)
        yield f"{indent if number else label}{line}"
        marks = "".join(
            ("~" if any(low <= index < high for low, high in note.marks) else " ") * cells(char)
            for index, char in enumerate(line, start)
        )
        if marks.strip():
            yield f"{indent}{marks.rstrip()}"


def _in_quotes(text: str) -> str:
    return f"“{one_line(text)}”"


def _as_json(problem: Problem) -> dict[str, object]:
    place, suggestion = problem.place, problem.suggestion
    return {
        "file": problem.file,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "end_line": place.end_line if place else None,
        "end_column": place.end_column if place else None,
        "level": str(problem.level),
        "code": problem.code,
        "path": problem.path,
        "message": problem.message,
        "hint": problem.hint,
        "suggestion": suggestion._asdict() if suggestion else None,
    }


def _escaped(text: str, more: str = "") -> str:
    """As workflow commands have it: percent signs and line ends, and in properties what parts them."""
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text

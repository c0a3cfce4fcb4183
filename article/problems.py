"""What is wrong with a file, said so that a person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NoReturn

from article.clean import clean_line, lines_of


class Level(StrEnum):
    """How much a problem takes away."""

    FATAL = "fatal"
    """The file cannot be read as an article."""
    ERROR = "error"
    """A statement in it is wrong; the rest is shown."""
    WARNING = "warning"
    """Allowed, but odd."""


@dataclass(slots=True)
class Place:
    """A stretch of a file; lines and columns count from 1, columns in characters, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(before: str) -> Place:
    """The place of the character that follows the text ``before``."""
    lines = lines_of(before)
    column = len(lines[-1]) + 1
    return Place(len(lines), column, len(lines), column + 1)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, where it is, and what would be right.

    ``code`` is short and stable; ``path`` leads through the file (``stances[4].evidence``); ``hint``
    names the nearest known thing or a remedy; ``excerpt`` is the line of the file, in three parts of
    which the middle one is the matter.
    """

    level: Level
    code: str
    file: str
    place: Place | None
    path: str
    message: str
    hint: str = ""
    excerpt: tuple[str, str, str] | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.place.line}:{self.place.column}" if self.place else self.file
        path = f" ({self.path})" if self.path else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}: {self.level}: {self.message}{path}{hint}"


class ArticleError(Exception):
    """A file that cannot be read as an article; ``problems`` says why, fatal ones among them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


MOST_PROBLEMS = 10_000
"""Past this many a file is broken in one way many times, and a longer list helps nobody."""


MOST_EXCERPT = 80
"""Characters of a line quoted before what is the matter, and from there on."""


class Problems:
    """The problems of one file, collected while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.text = ""
        """The file, as soon as it is read, for the lines that problems quote."""
        self._found: list[Problem] = []

    @property
    def found(self) -> tuple[Problem, ...]:
        """Everything found so far, in the order of the file."""
        return tuple(
            sorted(self._found, key=lambda p: (p.place.line, p.place.column) if p.place else (0, 0)),
        )

    @property
    def full(self) -> bool:
        """Whether nothing but what is fatal is still listed."""
        return len(self._found) >= MOST_PROBLEMS

    def warning(self, code: str, place: Place | None, path: str, message: str, hint: str = "") -> None:
        self._add(Level.WARNING, code, place, path, message, hint)

    def error(self, code: str, place: Place | None, path: str, message: str, hint: str = "") -> None:
        self._add(Level.ERROR, code, place, path, message, hint)

    def fatal(self, code: str, place: Place | None, path: str, message: str, hint: str = "") -> None:
        self._add(Level.FATAL, code, place, path, message, hint)

    def stop(self, code: str, place: Place | None, message: str, hint: str = "") -> NoReturn:
        """Give up reading: raises ArticleError with this problem and those found before it."""
        self.fatal(code, place, "", message, hint)
        raise ArticleError(self.found)

    def stop_if_fatal(self) -> None:
        """Raises ArticleError when something found makes the file no article."""
        if any(problem.level is Level.FATAL for problem in self._found):
            raise ArticleError(self.found)

    def _excerpt(self, place: Place | None) -> tuple[str, str, str] | None:
        if place is None or not self.text:
            return None
        line = self._lines[place.line - 1] if place.line <= len(self._lines) else ""
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        most = start + MOST_EXCERPT
        return (
            clean_line(line[max(0, start - MOST_EXCERPT) : start]).lstrip(),
            clean_line(line[start : min(end, most)]).rstrip(),
            clean_line(line[end:most]).rstrip(),
        )

    @cached_property
    def _lines(self) -> list[str]:
        return lines_of(self.text)

    def _add(self, level: Level, code: str, place: Place | None, path: str, message: str, hint: str) -> None:
        if self.full and level is not Level.FATAL:
            return
        self._found.append(Problem(level, code, self.file, place, path, message, hint, self._excerpt(place)))
        if len(self._found) == MOST_PROBLEMS:
            self._found.append(
                Problem(
                    level=Level.ERROR,
                    code="too-many-problems",
                    file=self.file,
                    place=None,
                    path="",
                    message=f"There are more than {MOST_PROBLEMS:,} problems; the rest is not listed.",
                )
            )

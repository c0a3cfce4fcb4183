"""What is wrong with a file, said so that a person can mend it."""

# No annotations from __future__: named tuples parse those that are texts, which doubles the time of the import.

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple, NoReturn

from article.cells import cells, cut
from article.clean import LINE_BREAKS, breaks_in, clean_line, line_break, lines_of

Code = Literal[
    "alias",
    "anchor",
    "bad-date",
    "bad-id",
    "bad-key",
    "bad-value",
    "broader-circle",
    "cannot-read",
    "comment-after-text",
    "context-not-found",
    "empty",
    "empty-list",
    "evidence-ambiguous",
    "evidence-not-found",
    "folded-body",
    "id-twice",
    "key-twice",
    "merge-key",
    "missing-key",
    "no-articles",
    "no-body",
    "no-content",
    "no-headline",
    "no-source",
    "not-a-file",
    "not-a-list",
    "not-a-mapping",
    "not-a-text",
    "not-an-article",
    "not-utf-8",
    "not-yaml",
    "second-document",
    "shared-name",
    "tag",
    "tag-twice",
    "too-deep",
    "too-large",
    "too-many-directives",
    "too-many-paragraphs",
    "too-many-problems",
    "unknown-actor",
    "unknown-format",
    "unknown-issue",
    "unknown-key",
    "unknown-party",
    "unknown-stance",
    "unused-actor",
    "unused-issue",
]
"""The short stable names of the problems; FORMAT.md has an example and a remedy for each."""


class Level(StrEnum):
    """How much a problem takes away."""

    FATAL = "fatal"
    """The file cannot be read as an article."""
    ERROR = "error"
    """A statement in it is wrong; the rest is shown."""
    WARNING = "warning"
    """Allowed, but odd."""


class Place(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end excluded."""

    line: int
    column: int
    end_line: int
    end_column: int


def place_of(before: str) -> Place:
    """The place of the character that follows the text ``before``."""
    line = 1 + breaks_in(before)
    column = len(before) - max(map(before.rfind, LINE_BREAKS))
    return Place(line, column, line, column + 1)


class Excerpt(NamedTuple):
    """The line of a file that a problem is about, in three parts of which the middle one is the matter."""

    line: int
    before: str
    matter: str
    after: str

    def fitted(self, width: int) -> tuple[str, str, str]:
        """The three parts, cut to a width in cells around the matter."""
        matter = cut(self.matter, width)
        room = width - max(1, cells(matter)) - bool(self.after)  # for a caret where nothing stands, for an ellipsis
        before = cut(self.before[::-1], room)[::-1]
        return before, matter, cut(self.after, room - cells(before) + bool(self.after))

    def pointed(self, width: int) -> tuple[str, str]:
        """The line, cut to a width in cells around the matter, and the carets that stand under that."""
        before, matter, after = self.fitted(width)
        return f"{before}{matter}{after}", f"{'':{cells(before)}}{'^' * max(1, cells(matter))}"


class Suggestion(NamedTuple):
    """What may have been meant; ``score`` tells how like the two are, from 0 to 100."""

    old: str
    new: str
    score: float

    def __str__(self) -> str:
        return f"Did you mean {self.new}?"


class Passage(Suggestion):
    """The passage of the body that is most like words not found in it."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"Closest: “{self.new}”."


class Problem(NamedTuple):
    """One thing wrong, where it is, and what would be right.

    ``code`` is short and stable; ``path`` leads through the file (``stances[4].evidence``); ``hint``
    names the nearest known thing or a remedy, ``suggestion`` the former for a machine to apply.
    """

    level: Level
    code: Code
    file: str
    place: Place | None
    path: str
    message: str
    hint: str = ""
    suggestion: Suggestion | None = None
    excerpt: Excerpt | None = None

    @property
    def where(self) -> str:
        """The file, with line and column where the problem has them."""
        return f"{self.file}:{self.place.line}:{self.place.column}" if self.place else self.file

    def __str__(self) -> str:
        path = f" ({self.path})" if self.path else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.where}: {self.level}: {self.message}{path}{hint} [{self.code}]"


class ArticleError(Exception):
    """A file that cannot be read as an article; ``problems`` says why, fatal ones among them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


Hint = str | Suggestion
Path = str | Callable[[], str]
"""Where in a file a problem is; it takes long to tell in a deep one, and is asked for where the problem is listed."""

MOST_PROBLEMS = 2_000
"""Past this many a file is broken in one way many times, and a longer list helps nobody."""


MOST_COMPARED = 500_000
"""Names compared in search of those that may have been meant: a quarter of a second's worth."""
A_SEARCH = 100
"""Names that are compared in the time it takes to begin."""

STRETCH = 4_000
"""Characters, or more, of which the lines are parted at once."""
KEPT = 16
"""Stretches of which the lines are kept."""
MOST_EXCERPT = 240
"""Characters of a line quoted before what is the matter, and from there on."""

_BLOCK_HEADER = r"[|>][-+0-9]*\s*(#.*)?"
"""YAML 1.1, section 9.1.1: what stands where a block of text is announced."""


def _shown(text: str) -> str:
    """A part of a line as it may be shown; a tab, which YAML does not take for an indent, as an arrow."""
    return clean_line(text.replace("\t", "→"))


class Lines:
    """The lines of a file, which are parted when one is asked for, and those near it with it: there may be millions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._bounds = [*_bounds(text), len(text)]
        ended = [breaks_in(text[start:end]) for start, end in pairwise(self._bounds)]
        self._before = list(accumulate(ended[:-1], initial=0))
        """How many lines end before each stretch."""
        self.number = 1 + sum(ended)
        """How many there are."""
        self._parted = lru_cache(KEPT)(self._part)

    def __getitem__(self, number: int) -> str:
        """A line, by its number from 1; empty past the last."""
        stretch = bisect_right(self._before, number - 1) - 1
        lines = self._parted(stretch)
        at = number - 1 - self._before[stretch]
        return lines[at] if at < len(lines) else ""

    def _part(self, stretch: int) -> list[str]:
        return lines_of(self._text[self._bounds[stretch] : self._bounds[stretch + 1]])


def _bounds(text: str) -> Iterator[int]:
    """Where the stretches of a text begin, each with a line."""
    yield 0
    at = STRETCH
    while found := line_break().search(text, at):
        yield found.end()
        at = found.end() + STRETCH


class Problems:
    """The problems of one file, collected while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.text = ""
        """The file, as soon as it is read, for the lines that problems quote."""
        self._found: list[Problem] = []
        self._compared = 0

    def may_compare(self, names: int) -> bool:
        """Whether so many names may still be compared with a wrong one: not once that has taken long, nor where
        nothing more is listed anyway."""
        self._compared += A_SEARCH + names
        return self._compared <= MOST_COMPARED and not self.full

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

    def warning(self, code: Code, place: Place | None, path: Path, message: str, hint: Hint = "") -> None:
        self._add(Level.WARNING, code, place, path, message, hint)

    def error(self, code: Code, place: Place | None, path: Path, message: str, hint: Hint = "") -> None:
        self._add(Level.ERROR, code, place, path, message, hint)

    def fatal(self, code: Code, place: Place | None, path: Path, message: str, hint: Hint = "") -> None:
        self._add(Level.FATAL, code, place, path, message, hint)

    def stop(self, code: Code, place: Place | None, message: str, hint: str = "") -> NoReturn:
        """Give up reading: raises ArticleError with this problem and those found before it."""
        self.fatal(code, place, "", message, hint)
        raise ArticleError(self.found)

    @property
    def fatal_found(self) -> bool:
        """Whether something found makes the file no article."""
        return any(problem.level is Level.FATAL for problem in self._found)

    def stop_if_fatal(self) -> None:
        """Raises ArticleError when something found makes the file no article."""
        if self.fatal_found:
            raise ArticleError(self.found)

    def _excerpt(self, place: Place | None) -> Excerpt | None:
        if place is None or not self.text:
            return None
        line = self.line(place.line)
        start = place.column - 1
        end = place.end_column - 1 if place.end_line == place.line else len(line)
        number = place.line
        if line[start : start + 1] in ("|", ">") and re.fullmatch(_BLOCK_HEADER, line[start:]):
            # The words of a block begin below its sign.
            below = range(place.line + 1, place.end_line + (place.end_column > 1))
            if number := next((number for number in below if self.line(number).strip()), 0):
                line = self.line(number)
                start, end = len(line) - len(line.lstrip()), len(line)
        number = number or place.line
        most = start + MOST_EXCERPT
        return Excerpt(
            number,
            _shown(line[max(0, start - MOST_EXCERPT) : start]),
            _shown(line[start : min(end, most)]).rstrip(),
            _shown(line[end:most]).rstrip(),
        )

    def line(self, number: int) -> str:
        """A line of the file, by its number from 1; empty past the last."""
        return self._lines[number]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def _in_text(self, place: Place | None) -> Place | None:
        """Libyaml puts what ends a file on a further line when the file does not end in a newline."""
        return place_of(self.text) if place and self.text and place.line > self._lines.number else place

    def _add(self, level: Level, code: Code, place: Place | None, path: Path, message: str, hint: Hint) -> None:
        if self.full and level is not Level.FATAL:
            return
        place = self._in_text(place)
        path = path if isinstance(path, str) else path()
        suggestion = hint if isinstance(hint, Suggestion) else None
        self._found.append(
            Problem(level, code, self.file, place, path, message, str(hint), suggestion, self._excerpt(place))
        )
        if len(self._found) == MOST_PROBLEMS:
            message = f"There are more than {MOST_PROBLEMS:,} problems; the rest is not listed."
            self._found.append(Problem(Level.ERROR, "too-many-problems", self.file, None, "", message))

"""What is wrong with a text that is not YAML, in words of those who write it, at the place where it begins."""

from __future__ import annotations

from typing import NamedTuple, Protocol, cast

import yaml

from article.clean import clean_line

_QUOTE_IT = "Put the whole text in straight quotation marks, \"...\" or '...'."


_NO_KEY = "A colon needs a space after it; a text over several lines is set in below its key."
_NO_BEGINNING = ("block sequence entries are not allowed", "mapping keys are not allowed", "node content")
"""What the parser says of a sign that it takes for the beginning of something else than a text."""


class Mark(Protocol):
    """A place in a text as PyYAML and libyaml tell it; all three count from 0."""

    index: int
    line: int
    column: int


class Mistake(NamedTuple):
    """Where it is (None where the parser does not tell), what it is, and what to do."""

    mark: Mark | None
    message: str
    hint: str = ""


def mistake(text: str, error: yaml.MarkedYAMLError, last: yaml.Event | None) -> Mistake:
    """What an error of the parser comes from; ``last`` is the event before it."""
    problem = error.problem or ""
    begun = cast("Mark | None", error.context_mark)
    at = cast("Mark | None", error.problem_mark) or begun
    if "expected" in problem and (quotation := _long_quotation(last, at)):
        return quotation
    if "unexpected end of stream" in problem:
        return Mistake(begun or at, "The quotation mark that begins here is never closed.", "Close it.")
    if "expected ',' or" in problem:
        return _in_brackets(begun, at)
    if "mapping values are not allowed" in problem:
        return _second_colon(text, at, last)
    if any(sign in problem for sign in ("expected key", "expected '-' indicator", "expected <block end>")):
        return _out_of_line(text, at, last)
    if "could not find expected ':'" in problem:
        return Mistake(begun or at, "This line is no key with a value.", _NO_KEY)
    is_begun = "alphabetic or numeric" in problem or "comment or line break" in problem
    return _bad_character(text, error, begun if is_begun else at)


def _long_quotation(last: yaml.Event | None, at: Mark | None) -> Mistake | None:
    """A quotation over several lines right before an error: it may have ended where another was to begin."""
    if not isinstance(last, yaml.ScalarEvent) or last.style not in ("'", '"'):
        return None
    start, end = _bounds(last)
    if start.line == end.line or (at and at.line != end.line):
        return None
    message = f"The quotation mark that begins here may lack its other half: the text goes on to line {end.line + 1}."
    inside = '\\"' if last.style == '"' else "''"
    return Mistake(start, message, f"Close it; inside of the text such a mark is written {inside}.")


def _in_brackets(begun: Mark | None, at: Mark | None) -> Mistake:
    hint = 'A text between brackets that holds , : [ ] { } or # needs straight quotation marks, "...".'
    if begun and at and begun.line != at.line:
        return Mistake(begun, f"The bracket that opens here is not closed by line {at.line + 1}.", f"Close it. {hint}")
    return Mistake(at, "Here a comma or the closing bracket was expected.", hint)


def _second_colon(text: str, at: Mark | None, last: yaml.Event | None) -> Mistake:
    start = _bounds(last)[0] if isinstance(last, yaml.ScalarEvent) and not last.style else None
    if start and at and start.line < at.line:
        if text[start.index - start.column : start.index].strip(" -") == "":
            return Mistake(start, "This line is no key with a value.", _NO_KEY)
        message = f"This line is set in further than the keys above: it goes on with the text of line {start.line + 1}."
        return Mistake(at, message, "Let the keys of a record begin in the same column.")
    return Mistake(at, "A second colon on this line: a colon and a space end a key.", _QUOTE_IT)


def _out_of_line(text: str, at: Mark | None, last: yaml.Event | None) -> Mistake:
    """A line that is not where the lines above let it be, or goes on after what has ended."""
    is_beside = at is not None and last is not None and _bounds(last)[1].line == at.line
    if is_beside and isinstance(last, yaml.AliasEvent):
        return Mistake(_bounds(last)[0], "A text cannot begin with * unless it is in quotation marks.", _QUOTE_IT)
    if is_beside and isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        hint = "Put the whole text in quotation marks of the other kind: '...' around \"...\"."
        return Mistake(at, "Something follows a text that its quotation mark has ended.", hint)
    if is_beside and isinstance(last, yaml.CollectionEndEvent) and text[_bounds(last)[0].index] in "]}":
        return Mistake(at, "Something follows a closing bracket.", _QUOTE_IT)
    message = "This line is neither a key of the record above nor an item of the list it is in: it is set in otherwise."
    return Mistake(at, message, "Keys of a record begin in the same column; an item of a list begins with “- ”.")


def _bad_character(text: str, error: yaml.MarkedYAMLError, at: Mark | None) -> Mistake:
    problem = error.problem or ""
    char = text[at.index : at.index + 1] if at else ""
    if char == "\t" or "tab character" in problem:
        return Mistake(at, "A tab stands here; YAML is set in with spaces only.", "Replace it by spaces.")
    if "escape" in problem or "hexdecimal" in problem or "hexadecimal" in problem:
        hint = "Write \\\\ for it, or use single quotation marks."
        return Mistake(at, "Between double quotation marks \\ begins an escape, and this is none.", hint)
    if char and char in "@`%*&!|>]},":
        return Mistake(at, f"A text cannot begin with {char} unless it is in quotation marks.", _QUOTE_IT)
    if not char and "node content" in problem:
        return Mistake(at, "The file ends where a value was expected.", "Close every bracket.")
    if any(sign in problem for sign in _NO_BEGINNING):
        hint = f"A text that begins with - or ? and a space, or with a comma, needs quotation marks. {_QUOTE_IT}"
        return Mistake(at, "Here a value was expected.", hint)
    reason = ", ".join(part for part in (error.context, error.problem) if part)
    return Mistake(at, f"This is not YAML: {clean_line(reason)}.")


def _bounds(event: yaml.Event) -> tuple[Mark, Mark]:
    return cast("Mark", event.start_mark), cast("Mark", event.end_mark)

"""Plain text: the headline on the first line, blank lines between the paragraphs."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from article.clean import clean
from article.importers.draft import Draft, NoDraftError, draft_of

MOST_WRAPPED = 120
"""Characters of a line that somebody may have broken to fit a page; in a longer one nobody did."""

_ARTICLE = re.compile(r"(?:\s|#[^\n]*\n)*format: *1\s")
_MARKS = re.compile(r"#{1,6}\s+(?=\S)")
"""What makes a line a heading in Markdown."""
_HEADING = re.compile(r"#{2,6}[^\S\n]+(?=\S)")
_BLANK_LINE = re.compile(r"\n(?:[^\S\n]*\n)+")
_SENTENCE_END = re.compile(r"""[.!?…:。！？؟।][\])}"'”’»›“‘」』）]*$""")
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """The text that bytes hold in UTF-8, or in UTF-16 that says so; raises NoDraftError for any other."""
    coding = "utf-16" if data.startswith(_UTF_16) and not data.startswith(_UTF_32) else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        hint = "Convert it first, for instance: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW (Cyrillic: WINDOWS-1251)"
        raise NoDraftError(f"This is no plain text in UTF-8. {hint}")
    return text


def read_plain_text(text: str) -> Draft:
    """The draft in a text: its first line is the headline; raises NoDraftError when there is no more."""
    if _ARTICLE.match(text):
        raise NoDraftError("This is an article already: kremlin-tui check tells what it lacks.")
    headline, _, rest = clean(text)[0].strip().partition("\n")
    return draft_of(_MARKS.sub("", headline.strip(), count=1), _blocks(rest))


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs and cross-headings, each with the line breaks it has."""
    blocks = _BLANK_LINE.split(text.strip())
    apart = len(blocks) == 1 and _lines_end_sentences(blocks[0])
    for block in blocks:
        lines = block.split("\n")
        if apart or any(len(line) > MOST_WRAPPED for line in lines):
            yield from map(_marked, lines)
        else:
            yield from _between_headings(lines)


def _lines_end_sentences(block: str) -> bool:
    lines = [line.strip() for line in block.split("\n") if not _HEADING.match(line)]
    return 2 * sum(bool(_SENTENCE_END.search(line)) for line in lines) > len(lines)


def _between_headings(lines: list[str]) -> Iterator[str]:
    """A heading needs no blank line around it."""
    together: list[str] = []
    for line in lines:
        if _HEADING.match(line.strip()):
            yield "\n".join(together)
            yield _marked(line)
            together = []
        else:
            together.append(line)
    yield "\n".join(together)


def _marked(line: str) -> str:
    """The format has one sort of cross-heading, whatever its rank was."""
    return _HEADING.sub("## ", line.strip(), count=1)

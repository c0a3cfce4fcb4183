"""What an importer finds in a text: the article before anybody has encoded it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from article.clean import clean, clean_line, one_line
from article.model import Paragraph
from article.schema import read_paragraphs


class NoDraftError(Exception):
    """A text of which no article can be made; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A headline, paragraphs, and what the text tells of its publication; all of it clean.

    ``published`` is an ISO 8601 date.
    """

    headline: str
    paragraphs: tuple[Paragraph, ...]
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


def draft_of(headline: str, blocks: Iterable[str], **told: str | None) -> Draft:
    """A draft from texts that come from outside, each block a paragraph or, after ``## ``, a
    cross-heading; ``told`` are the other fields. Raises NoDraftError when there is nothing to read."""
    title, paragraphs = _line(headline), paragraphs_of(blocks)
    if not title:
        raise NoDraftError("There is nothing in it.")
    if not any(paragraph.number for paragraph in paragraphs):
        raise NoDraftError("There is no text after the headline. A blank line should follow it, and then the article.")
    return Draft(title, paragraphs, **{name: _line(text) or None for name, text in told.items() if text})


def paragraphs_of(blocks: Iterable[str]) -> tuple[Paragraph, ...]:
    """The paragraphs that the format reads in a body of these blocks."""
    return read_paragraphs("\n\n".join(_joined(block) for block in blocks))


def _joined(text: str) -> str:
    """A text on one line, otherwise as it is; cleaned once more, as it may now begin with a lone mark."""
    return clean(" ".join(line.strip() for line in clean(text)[0].split("\n")).strip())[0]


def _line(text: str) -> str:
    """A text as the format reads it on one line."""
    return clean_line(one_line(_joined(text)))

"""The one way in for other people's texts: from a file, standard input or the web to a draft."""

from __future__ import annotations

from dataclasses import replace

from article.importers.draft import Draft, NoDraftError
from article.importers.plain_text import decode, read_plain_text
from article.problems import ArticleError, Problems
from article.source import Source


def read_draft(where: str) -> Draft:
    """The draft in a file (``-`` for standard input) or at the address of a web page; raises
    NoDraftError, in a sentence or two, when there is none."""
    from article.importers.html import is_html, read_html
    from article.importers.web import fetch, is_address

    if is_address(where):
        page = fetch(where)
        if page.content_type == "text/plain":
            return replace(read_plain_text(decode(page.data)), url=page.url)
        return read_html(page.data, page.url, page.charset)
    data = _bytes(Source.of(where))
    return read_html(data) if is_html(where, data) else read_plain_text(decode(data))


def _bytes(source: Source) -> bytes:
    try:
        return source.read_bytes(Problems(source.name))
    except ArticleError as error:
        problem = error.problems[0]
        raise NoDraftError(f"{problem.message} {problem.hint}".strip()) from None

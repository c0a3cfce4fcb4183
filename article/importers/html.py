"""HTML: the article of a page, without what stands around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol, cast

from article.importers.draft import Draft, NoDraftError, draft_of

if TYPE_CHECKING:
    from trafilatura.settings import Document


MOST_BYTES = 2 * 2**20
"""Of a page in HTML; what finds the article in it takes time with the square of its length."""


class _Element(Protocol):
    """An element of lxml, of which no more is used than this."""

    def itertext(self) -> Iterator[str]: ...


_NAME = re.compile(r"\.(html?|xhtml)$", re.IGNORECASE)
_BEGINNING = re.compile(rb"\s*(<!doctype html|<html|(<\?xml|<!--)[^<]*(<!doctype html|<html))", re.IGNORECASE)
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LOGGERS = ("trafilatura", "htmldate", "courlan", "charset_normalizer", "justext")


def is_html(name: str, data: bytes) -> bool:
    """Whether a file is HTML, by its name or by how it begins."""
    return bool(_NAME.search(name) or _BEGINNING.match(data.removeprefix(_BYTE_ORDER_MARK)))


def read_html(data: bytes, url: str | None = None, charset: str | None = None) -> Draft:
    """The draft in a page that was found at ``url``; raises NoDraftError when it has no article, or when
    trafilatura, which finds it, is not installed."""
    if len(data) > MOST_BYTES:
        raise NoDraftError(f"The page is larger than {MOST_BYTES // 2**20} MiB.")
    page = _extracted(_text(data, charset), url)
    text = page.text or ""
    blocks = list(_blocks(page))
    headline = page.title or (blocks.pop(0).removeprefix("## ") if blocks else "")
    if blocks and _same(blocks[0].removeprefix("## "), headline):
        del blocks[0]
    if not text.strip() or not blocks:
        raise NoDraftError("There is no article in the page that could be told from what stands around it.")
    return draft_of(
        headline,
        blocks,
        publisher=page.sitename,
        author=(page.author or "").replace("; ", ", "),
        published=_date(page.date),
        url=page.url or url,
    )


def _extracted(content: bytes | str, url: str | None) -> Document:
    try:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document
    except ImportError:
        raise NoDraftError("Reading HTML needs trafilatura: pip install 'kremlin-tui[web]'.") from None
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    dates = {"extensive_search": False, "original_date": True}
    page = bare_extraction(content, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates)
    return page if isinstance(page, Document) else Document()


def _text(data: bytes, charset: str | None) -> bytes | str:
    """The page in the coding that its server tells; trafilatura finds out any other."""
    if charset and not data.startswith(_BYTE_ORDER_MARK):
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass
    return data


def _blocks(page: Document) -> Iterator[str]:
    """The paragraphs and headings; trafilatura puts each on a line, and marks headings in its tree alone."""
    heads = cast("Iterable[_Element]", page.body.iter("head") if page.body is not None else ())
    headings = {_collapsed("".join(head.itertext())) for head in heads}
    for line in (page.text or "").split("\n"):
        yield f"## {line}" if _collapsed(line) in headings else line


def _collapsed(text: str) -> str:
    return " ".join(text.split())


def _same(one: str, other: str) -> bool:
    return _collapsed(one).casefold() == _collapsed(other).casefold()


def _date(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None

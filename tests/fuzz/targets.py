"""What fuzzing by hand calls with bytes of its own making."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

from article.anchors import Quotation
from article.clean import clean
from article.schema import read_paragraphs
from tests.fuzz.checks import check_anchoring, check_cleaning, check_layout, check_loading, check_telling

ONE_IN = 8
"""What is slow is checked for one input in so many."""


def loader(data: bytes) -> None:
    """A file of any bytes."""
    article = check_loading(data)
    if article:
        check_telling(article)
        if crc32(data) % ONE_IN == 0:
            check_layout(data.decode())


def cleaning(data: bytes) -> None:
    """A text of any characters, half of one among them."""
    check_cleaning(data.decode("utf-8", "surrogateescape"))


def anchoring(data: bytes) -> None:
    """A body, and words of it: the first four bytes tell where they begin and end, and how much beside them is told."""
    if len(data) < 5:
        return
    first, length, beside, change = data[:4]
    texts = [paragraph.text for paragraph in read_paragraphs(clean(data[4:].decode("utf-8", "replace"))[0])]
    if not texts:
        return
    text = texts[change % len(texts)]
    start = first % (len(text) + 1)
    end, width = start + length % 64, beside % 16
    before, exact, after = text[max(0, start - width) : start], text[start:end], text[end : end + width]
    odd = text[: width // 2]
    quotations = (
        Quotation(exact),
        Quotation(exact, before, after),
        Quotation(exact, odd, after),
        Quotation(odd + exact),
    )
    check_anchoring(texts, quotations)


TARGETS: dict[str, Callable[[bytes], None]] = {"loader": loader, "cleaning": cleaning, "anchoring": anchoring}

"""A position, or a paragraph, to be cited elsewhere: the words, whose they are, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from article.clean import one_line
from article.model import Article, Modality, PublishedBasis, Stance
from article.telling import POSITION_ON, act_told, content_of, date_told, day, lack_told, telling, where_told
from article.wording import role_phrase

_GAP = " […] "
"""Between words that do not stand side by side."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$^@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
"""What Markdown reads as more than text anywhere, with the links and mentions that GitHub makes of bare text
(CommonMark 0.31, sections 2.4 and 6; GFM 6.9)."""
_AT_BEGINNING = re.compile(r"^(\d*)([-+=.)])")
"""What it reads as more at the beginning of a block: the marks of lists, headings and rules."""
_LINK = re.compile(r"https?://[^\s<>\\`]+", re.IGNORECASE)


class _Fact(NamedTuple):
    """Something to know of what is cited."""

    label: str
    text: str
    is_link: bool = False


def as_text(article: Article, stance: Stance) -> str:
    """A position with its source as lines of text."""
    return _text(_words(stance), [f"— {_who(article, stance)}"], _facts(article, stance))


def as_markdown(article: Article, stance: Stance) -> str:
    """A position with its source in Markdown: the words as a quotation, the rest as a list."""
    return _markdown([_words(stance), f"— {_who(article, stance)}"], _facts(article, stance))


def paragraph_as_text(article: Article, paragraph: int) -> str:
    """A paragraph, an index, with its source as lines of text."""
    return _text(article.paragraphs[paragraph].text, [], _source(article, where_told(article, paragraph)))


def paragraph_as_markdown(article: Article, paragraph: int) -> str:
    """A paragraph, an index, with its source in Markdown."""
    return _markdown([article.paragraphs[paragraph].text], _source(article, where_told(article, paragraph)))


def _text(words: str, who: list[str], facts: Iterator[_Fact]) -> str:
    return "".join(f"{one_line(line)}\n" for line in (words, *who, *(f"{fact.label}: {fact.text}" for fact in facts)))


def _markdown(quoted: list[str], facts: Iterator[_Fact]) -> str:
    quotation = "\n>\n".join(f"> {escaped(one_line(text))}" for text in quoted)
    items = (f"- {fact.label}: {_link(fact.text) if fact.is_link else escaped(one_line(fact.text))}" for fact in facts)
    return "\n".join((quotation, "", *items, ""))


def escaped(text: str) -> str:
    """A text of one line as Markdown that shows just this text."""
    return _AT_BEGINNING.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def _link(url: str) -> str:
    return f"<{url}>" if _LINK.fullmatch(url) else escaped(one_line(url))


def _words(stance: Stance) -> str:
    words = _GAP.join(one_line(piece.exact) for piece in content_of(stance))
    return f"“{words}”" if words else "(The file gives no words for this position.)"


def _who(article: Article, stance: Stance) -> str:
    """The actor with its role, and in whose words it is told unless the words are its own."""
    who = role_phrase(article.actor[stance.actor])
    own = stance.modality is Modality.QUOTATION and not stance.via
    return who if own else f"{who} ({telling(article, stance)})"


def _facts(article: Article, stance: Stance) -> Iterator[_Fact]:
    issue = article.issue[stance.issue]
    yield _Fact("Issue", issue.label)
    yield _Fact("Position", f"{POSITION_ON[stance.position]} “{issue.proposition}”")
    yield _Fact("In short", stance.summary)
    act = "; ".join(part for part in (act_told(stance), str(stance.certainty or "")) if part)
    if act:
        yield _Fact("Act", act)
    for words in stance.conditions:
        yield _Fact("On condition", f"“{words}”")
    if said := date_told(stance):
        yield _Fact("Said", said)
    lacks = dict.fromkeys(lack for piece in content_of(stance) if (lack := lack_told(article, piece)))
    if lacks:
        yield _Fact("Words", "; ".join(lacks))
    numbers = dict.fromkeys(where_told(article, span.paragraph) for span in stance.words)
    yield from _source(article, ", ".join(numbers))


def _source(article: Article, where: str) -> Iterator[_Fact]:
    published = day(article.published) if article.published else ""
    if published and article.published_basis is PublishedBasis.INFERRED:
        published += " (inferred)"
    parts = (f"“{article.headline}”", article.publisher, article.author, published, where)
    yield _Fact("Source", ", ".join(part for part in parts if part))
    if article.url:
        yield _Fact("Link", article.url, is_link=True)
    yield _Fact("File", article.source)

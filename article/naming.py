"""How an article's mentions are asked for, by paragraph and by actor, while they are a plain tuple."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from article.model import Article, Mention


class Naming:
    """Mentions, in the order of the text, with the questions that a reader asks of them."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions

    def of(self, paragraph: int) -> tuple[Mention, ...]:
        """The mentions in a paragraph, in the order of the text."""
        low, high = (bisect_left(self._mentions, index, key=_paragraph) for index in (paragraph, paragraph + 1))
        return tuple(self._mentions[low:high])

    def counts(self) -> Mapping[str, int]:
        """How often the text names each actor."""
        return Counter(mention.actor for mention in self._mentions)

    def paragraphs_of(self, actor: str) -> frozenset[int]:
        """The indexes of the paragraphs that name an actor."""
        return frozenset(self._by_actor.get(actor, ()))

    @cached_property
    def _by_actor(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for mention in self._mentions:
            found[mention.actor].append(mention.span.paragraph)
        return found


def mentions_of(article: Article) -> Naming:
    """An article's mentions, to be asked."""
    return Naming(article.mentions)


def _paragraph(mention: Mention) -> int:
    return mention.span.paragraph

"""Where a place in a text is after the text has changed: told by the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from article.model import Paragraph

AROUND = 40
"""Characters on either side of a place that tell it from others."""
TELLING = 12
"""Characters that one side needs, to tell a place without the other."""
MOST_LIKENED = 60_000
"""Characters of the text in which a passage is sought that is merely like the words, about the old place."""


class Spot(NamedTuple):
    """A place in a text: the index of a paragraph and an offset in its characters."""

    paragraph: int
    offset: int


class Landmark(NamedTuple):
    """A place with the words around it, by which it is found again; fewer than AROUND characters on a side end
    with the paragraph."""

    paragraph: int
    offset: int
    before: str
    after: str

    @classmethod
    def at(cls, paragraphs: Sequence[Paragraph], spot: tuple[int, int]) -> Landmark:
        """The landmark of a place in a text."""
        paragraph, offset = _clamped(paragraphs, spot)
        text = paragraphs[paragraph].text if paragraphs else ""
        return cls(paragraph, offset, text[max(0, offset - AROUND) : offset], text[offset : offset + AROUND])

    def find(self, paragraphs: Sequence[Paragraph]) -> Spot:
        """Where it is in a text: where the same words are, the nearest of them to the old place; else where words
        are like them; else at the old place, as far as there is one."""
        old = _clamped(paragraphs, (self.paragraph, self.offset))
        if not paragraphs or Landmark.at(paragraphs, old) == self:
            return old
        return self._same(paragraphs) or self._like(paragraphs) or _begun(paragraphs, old)

    def _same(self, paragraphs: Sequence[Paragraph]) -> Spot | None:
        """The nearest place with the same words around it; on one side, where they differ on the other."""
        quotations = [(self.before, self.after)]
        quotations += [("", self.after)] * (len(self.after) >= TELLING)
        quotations += [(self.before, "")] * (len(self.before) >= TELLING)
        for before, after in quotations:
            if not before + after:
                continue
            for index in _outwards(self.paragraph, len(paragraphs)):
                if (offset := self._nearest_in(paragraphs[index].text, before, after)) is not None:
                    return Spot(index, offset)
        return None

    def _nearest_in(self, text: str, before: str, after: str) -> int | None:
        """Where in a paragraph the words stand, nearest to the old offset; one that is told by the whole of a
        paragraph is only found in such a one."""
        words = before + after
        if len(self.before) < AROUND and len(self.after) < AROUND and (before, after) == (self.before, self.after):
            return len(before) if text == words else None
        low = text.rfind(words, 0, max(0, self.offset - len(before)) + len(words))
        high = text.find(words, max(0, self.offset - len(before)))
        found = [at + len(before) for at in (low, high) if at >= 0]
        return min(found, key=lambda offset: abs(offset - self.offset)) if found else None

    def _like(self, paragraphs: Sequence[Paragraph]) -> Spot | None:
        """Where the words are most like these, not far from the old place."""
        words = self.before + self.after
        if len(words.strip()) < TELLING:
            return None
        from article.anchors import Passages

        low, high = _window(paragraphs, self.paragraph)
        passages = Passages(paragraphs[low:high])
        nearest = passages.nearest(words)
        found = passages.find(nearest.new) if nearest else []
        if not found:
            return None
        index, start, end = found[0]
        share = len(self.before) / len(words)
        space = paragraphs[low + index].text.rfind(" ", start, start + round((end - start) * share))
        return Spot(low + index, start if space < 0 else space + 1)


MOST_SOUGHT = 25
"""Places that are looked for all over a text that was written anew; it takes some 40 ms each in a very long one. The
others stay where they are, as far as there is a text."""


class Relocation:
    """Where places of an old text are in a new one: paragraphs that are the same at the beginning and the end of
    both keep them, as does what is the same about an edit within one."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self._old = old
        self._new = new
        self._sought = 0
        """Places that were looked for all over the new text."""
        self.of = lru_cache(None)(self._of)
        """Gives where a place of the old text is now."""

    def _of(self, spot: tuple[int, int]) -> Spot:
        old, new = self._old, self._new
        index, offset = _clamped(old, spot)
        if not old or not new:
            return Spot(0, 0)
        if index < self._head:
            return Spot(index, offset)
        if index >= len(old) - self._tail:
            return Spot(index + len(new) - len(old), offset)
        if len(old) == len(new) == self._head + 1 + self._tail:
            return Spot(index, _moved_within(old[index].text, new[index].text, offset))
        self._sought += 1
        if self._sought > MOST_SOUGHT:
            return _begun(new, _clamped(new, (index, offset)))
        return Landmark.at(old, (index, offset)).find(new)

    @cached_property
    def _head(self) -> int:
        """How many paragraphs are the same at the beginning."""
        most = min(len(self._old), len(self._new))
        return next((at for at in range(most) if self._old[at].text != self._new[at].text), most)

    @cached_property
    def _tail(self) -> int:
        """How many of the others are the same at the end."""
        most = min(len(self._old), len(self._new)) - self._head
        return next((at for at in range(most) if self._old[-1 - at].text != self._new[-1 - at].text), most)


def _moved_within(old: str, new: str, offset: int) -> int:
    """Where a place is in an edited paragraph: as far from its beginning or end as before, or where the edit
    begins."""
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    if offset <= head:
        return offset
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    return len(new) - (len(old) - offset) if offset >= len(old) - tail else new.rfind(" ", 0, head) + 1


def _clamped(paragraphs: Sequence[Paragraph], spot: tuple[int, int]) -> Spot:
    if not paragraphs:
        return Spot(0, 0)
    index = max(0, min(spot[0], len(paragraphs) - 1))
    return Spot(index, max(0, min(spot[1], len(paragraphs[index].text))))


def _begun(paragraphs: Sequence[Paragraph], spot: Spot) -> Spot:
    """The place, put where a word begins."""
    return Spot(spot.paragraph, paragraphs[spot.paragraph].text.rfind(" ", 0, spot.offset) + 1)


def _outwards(start: int, end: int) -> Iterator[int]:
    """The indexes before ``end``, the nearest to ``start`` first."""
    start = max(0, min(start, end - 1))
    yield start
    for step in range(1, end):
        if start + step < end:
            yield start + step
        if start - step >= 0:
            yield start - step


def _window(paragraphs: Sequence[Paragraph], about: int) -> tuple[int, int]:
    """The paragraphs about one, as many as are compared; that one at least, cut where it is too long."""
    about = max(0, min(about, len(paragraphs) - 1))
    low, high, left = about, about + 1, MOST_LIKENED - len(paragraphs[about].text)
    for index in _outwards(about, len(paragraphs)):
        if index == about:
            continue
        left -= len(paragraphs[index].text)
        if left < 0:
            break
        low, high = min(low, index), max(high, index + 1)
    return low, high

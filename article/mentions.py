"""Where the text names its actors."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from article.anchors import UNSPACED, fold
from article.automaton import Find, Found, bytes_of, longest_of
from article.folded import Folded
from article.model import Actor
from article.spans import Mentions

MOST_SOUGHT = 1_000_000
"""Bytes of names that are looked for; more would fill the memory, and the names past them are left out."""
LONGEST = 1_000
"""Characters of a name that is looked for: a longer one is none."""
MOST_FOUND = 50_000
"""Places that are kept: a book of 10 MB has as many where three words in a hundred are names; the rest is left out."""
PIECE = 100_000
"""Characters searched at once in a long paragraph, as each place found takes 200 bytes until it is kept."""
MOST_MARKED = 3_000_000
"""Characters looked through once more about names within words; past them a name that such a one hides is left out."""

_BOUND, _LOOSE = "\0", "\1"
"""Signs that no clean text holds: the bound of a word, and a place with no word on either side."""
_BOUND_PLACE = re.compile(r"\b")
_LOOSE_PLACE = re.compile(r"(?<!\w)(?!\w)")


def names_of(actor: Actor) -> tuple[str, ...]:
    """Every way the file gives to name the actor."""
    return (actor.name, *((actor.short,) if actor.short else ()), *actor.aliases)


def find_mentions(paragraphs: Sequence[Folded], actors: Iterable[Actor]) -> Mentions:
    """The places that name an actor, in the order of the text: whole words, the longest name first,
    never overlapping. A name that begins with a small letter may begin a sentence."""
    owner: dict[str, str] = {}
    left = MOST_SOUGHT
    for actor in actors:
        for name in names_of(actor):
            for form in _forms(fold(name).text):
                size = bytes_of(form)
                if form not in owner and len(form) <= LONGEST and size <= left:
                    left -= size
                    owner[form] = actor.id
    if not owner:
        return Mentions()
    number = {actor: index for index, actor in enumerate(dict.fromkeys(owner.values()))}
    whose = [number[actor] for actor in owner.values()]
    finder = _Finder(tuple(owner))
    places = ((index, *each) for index, folded in enumerate(paragraphs) for each in finder.find(folded.text))
    column = array("I"), array("I"), array("I"), array("I")
    for index, name, start, end in islice(places, MOST_FOUND):
        real_start, real_end = paragraphs[index].real(start, end)
        column[0].append(index)
        column[1].append(real_start)
        column[2].append(real_end)
        column[3].append(whose[name])
    return Mentions(tuple(number), *column)


class _Bounds(NamedTuple):
    """Whether a name asks that no word goes on before it, and after it: scripts that set no spaces do not."""

    before: bool
    after: bool


class _Finder:
    """Looks for all names at once, in a time that grows with the text alone.

    The library knows no whole words. So where it finds a name within a word, the text about it is looked through once
    more with its bounds marked, and then only whole names fit, and no longer one can hide a shorter.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._bounds = [_Bounds(not _is_unspaced(name[0]), not _is_unspaced(name[-1])) for name in names]
        self._longest = max(map(len, names))
        self._find = longest_of(names)
        self._left = MOST_MARKED

    def find(self, text: str) -> Iterator[Found]:
        """The names in a text, in its order; a long one is searched piece by piece."""
        at = 0
        while at < len(text):
            after = PIECE
            for name, start, end in self._names_in(text, at, at + PIECE + self._longest):
                if start >= PIECE:
                    break
                after = max(after, end)
                yield name, at + start, at + end
            at += after

    def _names_in(self, text: str, start: int, end: int) -> list[Found]:
        """The names from one place of a text to another; where they stand is counted from the former."""
        raw = self._find(text[start:end])
        whole = [each for each in raw if self._is_whole(text, each[0], start + each[1], start + each[2])]
        if len(whole) < len(raw):
            return [each for stretch in self._stretches(raw) for each in self._whole(text, start, stretch)]
        return whole

    def _stretches(self, raw: list[Found]) -> Iterator[list[Found]]:
        """What was found, parted where no name that begins within one part reaches into the next."""
        stretch: list[Found] = []
        for each in raw:
            if stretch and each[1] >= stretch[-1][2] + self._longest:
                yield stretch
                stretch = []
            stretch.append(each)
        yield stretch

    def _whole(self, text: str, first: int, stretch: list[Found]) -> list[Found]:
        """The whole names that begin within what was found in a stretch; where the text was looked through for long,
        those found that are whole."""
        whole = [each for each in stretch if self._is_whole(text, each[0], first + each[1], first + each[2])]
        low, high = stretch[0][1], stretch[-1][2]
        if len(whole) == len(stretch) or self._left < high - low + self._longest:
            return whole
        self._left -= high - low + self._longest
        found = self._marked_names(text, first + low, first + high + self._longest)
        return [(name, low + start, low + end) for name, start, end in found if low + start < high]

    def _is_whole(self, text: str, name: int, start: int, end: int) -> bool:
        bounds = self._bounds[name]
        before, after = text[start - 1 : start], text[end : end + 1]
        return not (bounds.before and _is_word(before)) and not (bounds.after and _is_word(after))

    def _marked_names(self, text: str, start: int, end: int) -> Iterator[Found]:
        marked = _marked_within(text, start, end)
        at = real = 0
        for name, mark, _ in self._find_marked(marked):
            first = mark + self._bounds[name].before
            passed = marked[at:first]
            real += len(passed) - passed.count(_BOUND) - passed.count(_LOOSE)
            at = first
            yield name, real, real + len(self._names[name])

    @cached_property
    def _find_marked(self) -> Find:
        return longest_of([_as_marked(*each) for each in zip(self._names, self._bounds, strict=True)])


def _marked(text: str) -> str:
    """The text with its bounds of words marked, and every other place that is not within a word: twice, as two
    names may meet there."""
    return _BOUND_PLACE.sub(_BOUND, _LOOSE_PLACE.sub(_LOOSE * 2, text))


def _marked_within(text: str, start: int, end: int) -> str:
    """A part of a text, marked as the whole of it would be; without the place at its end, which is the next part's,
    unless the text ends there."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    marked = _marked(f"{before}{text[start:end]}{after}")
    if before:
        marked = marked.lstrip(_BOUND + _LOOSE)[1:]
    return marked.rstrip(_BOUND + _LOOSE)[:-1].rstrip(_BOUND + _LOOSE) if after else marked


def _as_marked(name: str, bounds: _Bounds) -> str:
    """A name as it stands in a marked text."""
    before, after = (_BOUND if _is_word(char) else _LOOSE for char in (name[0], name[-1]))
    bare = _marked(name).strip(_BOUND + _LOOSE)
    return f"{before if bounds.before else ''}{bare}{after if bounds.after else ''}"


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _is_unspaced(char: str) -> bool:
    return not char.isascii() and re.match(f"[{UNSPACED}]", char) is not None


def _forms(name: str) -> tuple[str, ...]:
    """A name as it stands in a sentence and at its beginning."""
    return (name, name[0].upper() + name[1:]) if name[:1].islower() else (name,)

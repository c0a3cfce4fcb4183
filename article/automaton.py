"""The automaton that finds many texts in a long one at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Found = tuple[int, int, int]
"""The index of a text, and where it starts and ends."""
Find = Callable[[str], list[Found]]

MANY = 500
"""Fewer texts are put in order soon enough."""
_STRUT = "\2"
"""A sign that no clean text holds."""


def bytes_of(text: str) -> int:
    """How large a text is in an automaton, which takes one byte after the other: it has a state for each."""
    return len(text) if text.isascii() else len(text.encode())


def longest_of(texts: Sequence[str]) -> Find:
    """What finds the first and there the longest of some texts, then the next after its end, and so on.

    The automaton that the library would take for few texts finds no faster, and is three times as long in making.
    """
    from ahocorasick_rs import AhoCorasick, Implementation, MatchKind  # here, as it takes a few milliseconds

    strut = _strut(texts)
    automaton = AhoCorasick((*strut, *texts), MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    find = automaton.find_matches_as_indexes
    return (lambda text: [(index - 1, start, end) for index, start, end in find(text)]) if strut else find


def all_of(texts: Sequence[str]) -> Find:
    """What finds every place of some texts, also within one another."""
    from ahocorasick_rs import AhoCorasick, Implementation

    strut = _strut(texts)
    find = AhoCorasick(
        (*strut, *texts), store_patterns=False, implementation=Implementation.ContiguousNFA
    ).find_matches_as_indexes
    return lambda text: [(index - len(strut), start, end) for index, start, end in find(text, overlapping=True)]


def _strut(texts: Sequence[str]) -> tuple[str, ...]:
    """A first text, which is never found.

    The library moves the states in which texts end before all others, one after the other, and then follows each
    state along its moves: where a few others stand in front, these are moved every time, and the work grows with the
    square of the texts (100,000 names that begin with each other: 16 s). With many in front none is moved often.
    """
    return (_STRUT * (len(texts) // 10),) if len(texts) > MANY else ()

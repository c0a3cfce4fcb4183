"""Where many texts stand in a long one, looked for all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from article.automaton import all_of, bytes_of

MANY = 4
"""Fewer texts are sooner looked for one by one."""
LEAST_WORK = 20_000_000
"""Characters to pass, each text by itself, from which on it is worth while to look for all at once."""
MOST_AT_ONCE = 500_000
"""Bytes of texts in one automaton; each takes some 150 bytes of memory while it is built."""
MOST_FOUND = 375_000
"""Places that may be found in one piece of the body, where texts of every length end at every character; each takes
some 150 bytes."""
SHORT = 1_000
"""Characters of texts that are looked for together; longer ones with those of about their length, as a piece of the
body must be as long as the longest."""


def first_two(body: str, texts: Collection[str]) -> Mapping[str, list[int]]:
    """The first two places of texts in the body, by text, fewer where there are fewer; none for a text that is
    sooner looked for by itself.

    What is found costs no more than what is not, however the texts are nested: one found twice is dropped.
    """
    places: dict[str, list[int]] = {}
    for batch in _batches(texts):
        if len(batch) >= MANY and len(batch) * len(body) >= LEAST_WORK:
            places.update((text, []) for text in batch)
            _look(body, batch, places)
    return places


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts, those of like length together."""
    for _, alike in groupby(sorted(texts, key=len), key=lambda text: (len(text) // SHORT).bit_length() // 3):
        batch: list[str] = []
        size, lengths = 0, set[int]()
        for text in alike:
            if size + bytes_of(text) > MOST_AT_ONCE or (len(lengths) + 1) * len(text) > MOST_FOUND:
                yield batch
                batch, size, lengths = [], 0, set[int]()
            batch.append(text)
            size += bytes_of(text)
            lengths.add(len(text))
        yield batch


def _look(body: str, texts: list[str], places: Mapping[str, list[int]]) -> None:
    longest = len(texts[-1])
    piece = max(longest, MOST_FOUND // len({len(text) for text in texts}))
    at = 0
    while texts and at < len(body):
        find = all_of(texts)
        found = [places[text] for text in texts]
        wasted, bearable = 0, sum(map(len, texts))
        sought = len(texts)
        while at < len(body) and wasted <= bearable and sought:
            for text, start, _ in find(body[at : at + piece + longest - 1]):
                if len(found[text]) == 2:
                    wasted += 1
                elif start < piece:
                    found[text].append(at + start)
                    sought -= len(found[text]) == 2
            at += piece
        texts = [text for text in texts if len(places[text]) < 2]

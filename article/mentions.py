"""Where the text names its actors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from article.anchors import UNSPACED, Folded, fold
from article.model import Actor
from article.spans import Mentions


def names_of(actor: Actor) -> tuple[str, ...]:
    """Every way the file gives to name the actor."""
    return (actor.name, *((actor.short,) if actor.short else ()), *actor.aliases)


def find_mentions(paragraphs: Sequence[Folded], actors: Iterable[Actor]) -> Mentions:
    """The places that name an actor, in the order of the text: whole words, the longest name first,
    never overlapping. A name that begins with a small letter may begin a sentence."""
    owner: dict[str, str] = {}
    for actor in actors:
        for name in names_of(actor):
            for form in _forms(fold(name).text):
                owner.setdefault(form, actor.id)
    if not owner:
        return Mentions()
    longest_first = sorted(owner, key=len, reverse=True)
    pattern = re.compile("|".join(map(_whole, longest_first)))
    number = {actor: index for index, actor in enumerate(dict.fromkeys(owner.values()))}
    found = [
        (index, *folded.real(*found.span()), number[owner[found[0]]])
        for index, folded in enumerate(paragraphs)
        for found in pattern.finditer(folded.text)
    ]
    return Mentions(tuple(number), *zip(*found, strict=True))


def _whole(name: str) -> str:
    """A pattern for the name as whole words; scripts that set no spaces have no bounds to ask for."""
    before = "" if _is_unspaced(name[0]) else r"(?<!\w)"
    after = "" if _is_unspaced(name[-1]) else r"(?!\w)"
    return f"{before}{re.escape(name)}{after}"


def _is_unspaced(char: str) -> bool:
    return not char.isascii() and re.match(f"[{UNSPACED}]", char) is not None


def _forms(name: str) -> tuple[str, ...]:
    """A name as it stands in a sentence and at its beginning."""
    return (name, name[0].upper() + name[1:]) if name[:1].islower() else (name,)

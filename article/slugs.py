"""Ids made from names: small ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

MOST = 50
"""Characters of a slug: what fits beside a key on one line."""

_APOSTROPHES = re.compile("['’ʼ`]")
_BETWEEN = re.compile("[^a-z0-9]+")


def slug_of(text: str, fallback: str = "article") -> str:
    """A slug that still reads like the text, in whatever script that is, cut at a word; ``fallback``
    where nothing of the text can be spelled in ASCII."""
    from anyascii import anyascii

    spelled = _APOSTROPHES.sub("", anyascii(text[: 4 * MOST])).lower()
    slug = _BETWEEN.sub("-", spelled).strip("-")
    if len(slug) > MOST:
        head, _, _ = slug[: MOST + 1].rpartition("-")
        slug = head or slug[:MOST]
    return slug or fallback


def unique_slug(wanted: str, taken: Container[str]) -> str:
    """The slug, with the first number that makes it unlike all that are taken."""
    if wanted not in taken:
        return wanted
    return next(slug for number in count(2) if (slug := f"{wanted}-{number}") not in taken)

"""How a filter that is being written can go on."""

from __future__ import annotations

import re

from article.filter_language import KEYS, NO, NOBODY, YES, Vocabulary, written

_BEGUN = re.compile(r'[^\s,:"]*\Z')
"""The value or key at the end of an expression, which may be empty."""
_ITS_KEY = re.compile(r'([^\s,:"]+)\s*:\s*(?:(?:"[^"]*"|[^\s,:"]+)\s*,\s*)*\Z')
"""The key that a value belongs to, with the values before it."""


def completions(vocabulary: Vocabulary, expression: str) -> list[str]:
    """The expressions that this one is the beginning of, with its last key or value written in full."""
    in_quotes = expression.count('"') % 2
    begun = expression.rfind('"') if in_quotes else len(expression) - len(_BEGUN.findall(expression)[0])
    before, start = expression[:begun], expression[begun:].lstrip('"')
    key = _ITS_KEY.search(before)
    return [before + end for end in _ends(vocabulary, key and key[1].casefold(), start, in_quotes=bool(in_quotes))]


def _ends(vocabulary: Vocabulary, key: str | None, start: str, *, in_quotes: bool) -> list[str]:
    """The keys and values that begin so; after a key the values that it takes."""
    named = {
        "actor": vocabulary.actors,
        "party": vocabulary.parties,
        "issue": vocabulary.issues,
        "position": vocabulary.positions,
        "via": vocabulary.actors,
    }
    words = {"via": [NOBODY], "own": [YES, NO]}.get(key, []) if key else [*(f"{name}:" for name in KEYS)]
    kinds = [named[key]] if key in named else [] if key or not start else [*dict.fromkeys(named.values())]
    found = [word for word in words if not in_quotes and word.startswith(start.casefold())]
    taken = [word.rstrip(":") for word in words]
    return [*found, *(written(name, *taken) for names in kinds for name in names.beginning(start))]

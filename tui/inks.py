"""The inks in which every line is painted, on whatever theme is in force."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style

INKS = {
    "accent": "ink-accent",
    "chip": "on raised",
    "chosen": "ink",
    "cursor": "on raised",
    "dimmed": "ink-dimmed",
    "error": "ink-error",
    "found": "underline ink on found",
    "found-here": "bold background on ink-accent",
    "here": "bold underline ink",
    "key": "bold ink-accent",
    "lit": "on lit",
    "muted": "ink-muted",
    "name": "bold background on ink-accent",
    "rule": "rule",
    "rule-in-focus": "ink-accent",
    "strong": "bold",
    "thumb": "ink-muted",
    "title": "ink-muted",
    "title-in-focus": "bold ink-accent",
    "track": "rule",
    "words": "italic",
}
"""What each ink is, as Rich writes styles; its colours are variables of the theme, as in the style sheets. Component
classes would say the same: Textual parses, matches and keeps one for each, which is a tenth of the start."""
PLAIN = {
    "chip": "bold on raised",
    "cursor": "bold on raised",
    "dimmed": "dim ink-dimmed",
    "found": "reverse underline ink on background",
    "found-here": "bold reverse underline ink on background",
    "muted": "dim ink-muted",
    "name": "bold reverse ink on background",
    "rule": "dim rule",
    "rule-in-focus": "bold ink-accent",
    "track": "dim rule",
}
"""Without colour, or with the terminal's own sixteen, the same is said by weight."""
TERMINALS_OWN = "ansi_"
"""How Textual marks the colours that Rich, too, leaves to the terminal."""


def ink(name: str, variables: Mapping[str, str], *, plain: bool) -> Style:
    """One of INKS in the colours of a theme's ``variables``, to be laid over a ground; raises KeyError when there is no
    such ink."""
    recipe = (plain and PLAIN.get(name)) or INKS[name]
    return Style.parse(" ".join(variables.get(word, word).removeprefix(TERMINALS_OWN) for word in recipe.split()))

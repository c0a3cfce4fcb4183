"""What stands on a screen, as a person finds it there: whole, or over several lines of one pane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tests.tty.payloads import MARKUP

FEWEST = 3
"""Letters of a text on its first line that are taken for its beginning."""
EDGES = " │┃┆|"
"""What may stand between the text of one pane and another."""
CUT = "…"
FEWEST_OF_CUT = 6
"""Letters of a text that stand before the sign that it is cut."""


def stands(text: str, screen: str) -> bool:
    """Whether a text stands on a screen, letter by letter, as far as there is room; a line that is full goes on in the
    next, in its pane."""
    if text in screen or any(text[:n].rstrip() + CUT in screen for n in range(FEWEST_OF_CUT, len(text))):
        return True
    lines = screen.split("\n")
    return any(
        _goes_on(text, lines[number:], start)
        for number, line in enumerate(lines)
        for start in range(len(line))
        if line.startswith(text[:FEWEST], start)
    )


def _goes_on(text: str, lines: list[str], start: int) -> bool:
    """Whether a text stands on the first of some lines from a place on, and then below, no further to the right."""
    length = next((n for n in range(len(text), 0, -1) if lines[0].startswith(text[:n].rstrip(), start)), 0)
    if not length:
        return False
    if length == len(text):
        return True
    after = lines[0][start + len(text[:length].rstrip()) :][:1]
    if after.strip(EDGES) or len(lines) == 1:
        return False
    rest = text[length:].lstrip()
    begins = (x for x in range(start + 1) if lines[1].startswith(rest[:1], x) and not lines[1][:x][-1:].strip(EDGES))
    return any(_goes_on(rest, lines[1:], x) for x in begins)


def lost(screens: Sequence[str], texts: Iterable[str] = tuple(MARKUP.values())) -> list[str]:
    """What stands on none of some screens as it is, but for small and large letters."""
    folded = [screen.casefold() for screen in screens]
    return [text for text in texts if not any(stands(text.casefold(), screen) for screen in folded)]

"""The signs of the screen. Colour is never the only signal: these say the same without it."""

from __future__ import annotations

from itertools import zip_longest

from article.model import Modality, Position, Stance
from article.wording import MODALITY_PHRASE, POSITION_WORD

POSITION_SIGN = {
    Position.SUPPORT: "▲",
    Position.OPPOSE: "▼",
    Position.MIXED: "◆",
    Position.NEUTRAL: "○",
    Position.UNCLEAR: "?",
}
_MODALITY_SIGN = {
    Modality.QUOTATION: "❝",
    Modality.PARAPHRASE: "≈",
    Modality.MIXED: "❝",
    Modality.ATTRIBUTED: "↪",
    Modality.INFERRED: "∴",
}
REPORTED = "↪"
FOUND_SIGN = "═"
FOUND_HERE_SIGN = "█"
"""On the rail: what a search found there, and the match that the reader was led to."""
LEGEND = tuple(
    zip_longest(
        (f"{sign} {POSITION_WORD[position]}" for position, sign in POSITION_SIGN.items()),
        (
            f"{sign} {MODALITY_PHRASE[modality]}"
            for modality, sign in _MODALITY_SIGN.items()
            if modality is not Modality.MIXED
        ),
        fillvalue="",
    )
)
"""The signs with their words: of positions at the left, of modalities at the right."""
BADGE = 11
"""Cells of a badge: a sign, the longest word, and a space at either end."""


def badge(position: Position) -> str:
    """What a position's badge says: its sign and its word, filled up to the longest."""
    return f" {POSITION_SIGN[position]} {POSITION_WORD[position].upper()}".ljust(BADGE)


def modality_sign(stance: Stance) -> str:
    """How the text carries the stance; whatever is told through others is reported."""
    if stance.via or stance.modality is None:
        return REPORTED
    return _MODALITY_SIGN[stance.modality]

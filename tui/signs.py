"""The signs of the screen. Colour is never the only signal: these say the same without it."""

from __future__ import annotations

from article.model import Modality, Position, Stance

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


def modality_sign(stance: Stance) -> str:
    """How the text carries the stance; whatever is told through others is reported."""
    if stance.via or stance.modality is None:
        return REPORTED
    return _MODALITY_SIGN[stance.modality]

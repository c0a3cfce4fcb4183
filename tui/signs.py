"""The signs of the screen. Colour is never the only signal: these say the same without it."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

from article.model import Modality, Position, Stance
from article.wording import MODALITY_PHRASE, POSITION_WORD, position_word

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
"""Cells of a badge: a sign, the longest word of a position, and a space at either end."""


def badge(stance: Stance) -> str:
    """What the badge of a stance says: the sign and the word of its position, filled up to the longest usual one."""
    return f" {POSITION_SIGN[stance.position]} {position_word(stance).upper()} ".ljust(BADGE)


def modality_sign(stance: Stance) -> str:
    """How the text carries the stance; whatever is told through others is reported."""
    if stance.via or stance.modality is None:
        return REPORTED
    return _MODALITY_SIGN[stance.modality]


def mark_sign(name: str) -> str:
    """What a place in the text is marked with: a letter, or a star where the mark was given none."""
    return name or "*"


_STRAIGHT = (
    # Positions, modalities, and what two actors' positions are to each other: all of them meet in the comparison,
    # where = agree and ~ differ stand as they are.
    ("▲▼◆○", "+-&o"),
    ("❝≈↪∴≠", '"%<:!'),
    # What a search found stands among the signs of the rail.
    (FOUND_SIGN + FOUND_HERE_SIGN, "/@"),
    # What has the focus or the cursor is heavy, what has not is light; and so it stays.
    ("━╍┅", "="),
    ("┃║▌▐■", "#"),
    ("─╌┄┈▔▀", "-"),
    ("│╎┆┊▎▍▏▕▊▉▋", "|"),
    ("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬▗▖▝▘▛▜▙▟", "+"),
    ("▁▄", "_"),
    ("▂▃▅▆▇", " "),
    # Bullets and pointers.
    ("●◉▪•★", "*"),
    ("·∙⋅▫☆", "."),
    ("□◻☐◇", "o"),
    ("▸▹▶▷→⇒↳›", ">"),
    ("◂◃◀◁←⇐⏎↵↩‹", "<"),
    ("▴△↑", "^"),
    ("▾▽↓✓✔", "v"),
    ("✗✘×", "x"),
    ("¶", "P"),
    ("§", "S"),
    ("🔎", "> "),
    # What stands for a character that is not shown as it is.
    ("\ufffd" + "".join(map(chr, range(0x2400, 0x2422))), "?"),
    ("\u25cc", "o"),
    # The punctuation of texts. What stands for a letter or a whole word stays.
    ("“”„‟«»″", '"'),
    ("‘’‚‛′", "'"),
    ("‐‑‒–—―−", "-"),
    ("…⋯‥", "."),
    ("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f", " "),
)
"""Signs, and the characters of ASCII that take their place: one for each, or one for all."""


@cache
def _straightened() -> dict[int, str]:
    table: dict[int, str] = {}
    for signs, straight_ones in _STRAIGHT:
        each = len(straight_ones) == len(signs)
        table |= {ord(sign): straight_ones[place] if each else straight_ones for place, sign in enumerate(signs)}
    return table


def straight(text: str) -> str:
    """A text with ASCII in place of all signs and typographic marks, in as many cells; letters of any script stay."""
    return text if text.isascii() else text.translate(_straightened())

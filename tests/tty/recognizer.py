"""What a terminal would obey among the bytes that it was sent: written from ECMA-48 and the Unicode Standard, with
nothing of the program's own tables."""

from __future__ import annotations

import re
from base64 import b64decode

STYLE = r"(?:[0-9]|39|49|[349][0-7]|10[0-7]|[34]8;5;\d{1,3}|[34]8;2;\d{1,3};\d{1,3};\d{1,3})"
FRAME = re.compile(
    rf"\x1b\[(?:{STYLE}(?:;{STYLE})*)?m"  # a style
    r"|\x1b\[\d{1,3};\d{1,3}H"  # a place
    r"|\x1b\[\?2026[hl]"  # the beginning and the end of a frame
    r"|\x1b\]22;(?:default|pointer|text)\x07"  # the shape of the mouse's pointer
    r"|\x1b\]52;c;(?P<copy>[A-Za-z0-9+/]*={0,2})\x07"  # a copy
    r"|\r?\n"
)
"""All that is sent while the program runs, besides text."""
WHOLE = re.compile(
    FRAME.pattern + r"|\x1b\[\?(?:1|5|6|7|25|66|69|1000|1002|1003|1004|1005|1006|1015|1016|1049|2004|2031|2048)[hl]"
    r"|\x1b\[\?20(?:26|48)\$p|\x1b\[>\d*u|\x1b\[<u|\x1b\[>4m|\x1b\[(?:4|20)l|\x1b\[0 q|\x1b\[r|\x1b>|\x1b\(B\x0f"
)
"""All that is sent when it begins and ends, too."""
LINES = re.compile(r"\r?\n|\t")
"""All that is sent besides text where there is no screen."""
OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff9-\ufffc\ue000-\uf8ff\ufe00-\ufe0f\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
"""What is no text to see: control characters, what turns letters about, what hides, what has no meaning."""


def obeyed(sent: bytes, allowed: re.Pattern[str] = FRAME) -> list[str]:
    """Whatever among the bytes is neither text nor allowed, each with what stands around it."""
    text = sent.decode("utf-8")
    rest = allowed.sub(lambda found: " " * len(found[0]), text)
    return [ascii(text[max(0, found.start() - 20) : found.end() + 20]) for found in OBEYED.finditer(rest)]


def is_plain(text: str) -> bool:
    """Whether a text is nothing but lines of what can be seen."""
    return not OBEYED.search(text.replace("\n", " "))


def copies(sent: bytes) -> list[str]:
    """What was put into the terminal's clipboard."""
    return [b64decode(found["copy"]).decode() for found in FRAME.finditer(sent.decode("utf-8")) if found["copy"]]

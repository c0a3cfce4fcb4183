"""What a terminal is said to show: every letter, or those of ASCII alone."""

from __future__ import annotations

import os
import re

from article.clean import clean_line

_LOCALE = ("LC_ALL", "LC_CTYPE", "LANG")
"""What names the coding of texts, the first that is set (POSIX.1-2017, Environment Variables, 8.2)."""
_UTF8 = re.compile("utf-?8", re.IGNORECASE)


def other_coding() -> str:
    """The variable that names a coding other than UTF-8, with what it says; nothing where none does. Where none is
    set, as in many a container, the terminal takes UTF-8 nearly always, which Python believes as well (PEP 538)."""
    name = next((name for name in _LOCALE if os.environ.get(name)), None)
    if name is None or _UTF8.search(os.environ[name]):
        return ""
    return f"{name}={clean_line(os.environ[name])}"

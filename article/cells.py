"""How many cells of a terminal a text takes."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Wide and full-width characters take two cells (Unicode Standard Annex 11), marks that combine none."""
    if text.isascii():
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.category(char) in ("Mn", "Me") else 1
        for char in text
    )


def cut(text: str, width: int) -> str:
    """The text, or as much of it as fits in a width with a sign that there is more."""
    if cells(text) <= width:
        return text
    used = 0
    for index, char in enumerate(text):
        used += cells(char)
        if used > width - 1:
            return f"{text[:index]}…" if width > 0 else ""
    return text


def wrapped(text: str, width: int, label: str = "") -> list[str]:
    """A text in lines of at most ``width`` cells, broken at spaces; only a word longer than a line, and of
    wide characters, is cut. ``label`` stands before the first line, and its width of spaces before the others.
    """
    lines: list[str] = []
    line, bare = label, True
    indent = " " * cells(label)
    for word in text.split(" "):
        for piece in _pieces(word, width - len(indent)):
            if not bare and cells(line) + 1 + cells(piece) > width:
                lines.append(line.rstrip(" "))
                line, bare = indent, True
            line, bare = (line + piece if bare else f"{line} {piece}"), False
    return [*lines, line.rstrip(" ")]


def _pieces(word: str, width: int) -> list[str]:
    """A word, or its parts where it is written in wide characters and longer than a line."""
    if cells(word) <= width or not any(unicodedata.east_asian_width(char) in "WF" for char in word):
        return [word]
    pieces = [""]
    for char in word:
        if pieces[-1] and cells(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces

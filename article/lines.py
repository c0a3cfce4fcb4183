"""On which line of its file something of an article stands, for editors to go there."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from article.clean import clean, lines_of, one_line
from article.nodes import Mapping, Node, Scalar, read_tree
from article.nodes import Sequence as ListNode
from article.problems import ArticleError, Problems

BEGUN = 24
"""Characters by which a paragraph is known that YAML joined of several lines."""


def line_of_paragraph(text: str, index: int) -> int | None:
    """The line on which a paragraph begins, by its index; where that cannot be told, the one of the body. None
    where the file is no article any more."""
    body = _value(text, "body")
    if not isinstance(body, Scalar):
        return None
    return _literal(text, body, index) if body.style == "|" else _told(text, body, index)


def line_of_actor(text: str, actor: str) -> int | None:
    """The line on which an actor begins, by its id; None where the file has none of this id."""
    actors = _value(text, "actors")
    for node in actors.items if isinstance(actors, ListNode) else ():
        named = node.entries.get("id") if isinstance(node, Mapping) else None
        if named and isinstance(named.value, Scalar) and named.value.text.strip() == actor:
            return node.place.line
    return None


def _value(text: str, key: str) -> Node | None:
    """What a file says under a key."""
    try:
        root = read_tree(text, Problems("")).root
    except ArticleError:
        return None
    entry = root.entries.get(key) if isinstance(root, Mapping) else None
    return entry.value if entry else None


def _literal(text: str, body: Scalar, index: int) -> int:
    """In a block that keeps its lines: blank ones part the paragraphs."""
    place = body.place
    lines = lines_of(text)[place.line : place.end_line]
    begun, after_blank = -1, True
    for number, line in enumerate(lines, place.line + 1):
        blank = not clean(line)[0].strip()
        begun += after_blank and not blank
        if begun == index:
            return number
        after_blank = blank
    return place.line


def _told(text: str, body: Scalar, index: int) -> int:
    """Elsewhere a paragraph is told by how it begins."""
    from article.schema import read_paragraphs

    place = body.place
    paragraphs = read_paragraphs(body.text)
    lines = [one_line(clean(line)[0]) for line in lines_of(text)[place.line - 1 : place.end_line]]
    at = " ".join(lines).find(paragraphs[index].text[:BEGUN]) if index < len(paragraphs) else -1
    ends = accumulate(len(line) + 1 for line in lines)
    return place.line + (bisect_right(list(ends), at) if at >= 0 else 0)

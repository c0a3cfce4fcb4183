"""The one way to lay an article out anew: it says the same afterwards, comments included, or it is refused."""

from __future__ import annotations

import re
from collections import Counter

import yaml

from article.branches import BREAK, Branch, Writing, read_branches
from article.canonical import canonical
from article.comments import comments_of, place_comments
from article.loader import load_text
from article.model import Article, without_places
from article.nodes import Mapping, Node, Scalar, Sequence, read_tree
from article.problems import ArticleError, Level, Problem, Problems

MOST_CHARACTERS = 2 * 2**20
"""A longer text is not laid out: ruamel.yaml, which is Python alone, reads it twice, some ten seconds for a million."""
_FOREIGN_BREAK = re.compile("\r\n|[\r\x85]")
_BYTE_ORDER_MARK = "\ufeff"
_LINE_NUMBER = re.compile(r"\bline \d+")


class LayoutError(Exception):
    """An article that cannot be laid out anew; says why, and what to do."""


def lay_out(text: str, name: str = "text") -> str:
    """The text of an article in canonical layout; ``name`` stands in its problems.

    Raises ArticleError when the text is no article, or holds what YAML would guess or expand (an
    anchor, a tag, a key twice, a second document), and LayoutError when it would say something else
    or lack a comment afterwards.
    """
    if len(text) > MOST_CHARACTERS:
        raise LayoutError(
            f"It has more than {MOST_CHARACTERS // 2**20} MiB: to prove its new layout would take minutes."
        )
    article = load_text(text, name)
    writing, file = _read(_with_newlines(text), name)
    new = canonical(writing, file)
    if new == text:
        return new
    try:
        new_article = load_text(new, name)
        _, new_file = _read(new, name)
    except ArticleError as error:
        raise LayoutError(f"Laid out anew it would be no article: please report this. ({error})") from error
    if _said(file.node) != _said(new_file.node) or _placeless(article) != _placeless(new_article):
        raise LayoutError("Laid out anew it would not say the same: please report this.")
    if Counter(comments_of(file)) != Counter(comments_of(new_file)):
        raise LayoutError("Laid out anew it would lose a comment: please report this.")
    if (read := _read_by_another(text)) is not None and read != _read_by_another(new):
        raise LayoutError("Laid out anew another reader of YAML would not find the same in it: please report this.")
    return new


def _read_by_another(text: str) -> object:
    """What ruamel.yaml finds in a text; None where it takes less than libyaml does.

    Its round trip does not write the layout: it puts escapes and line breaks of quotations in a way of its
    own, and ties a comment to what stands before it, which keys in another order would tear apart.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="base", pure=True).load(_with_newlines(text))
    except (YAMLError, ValueError):
        return None


def _with_newlines(text: str) -> str:
    """The text without a byte order mark, every line ended by a newline; YAML takes it for the same."""
    text = _FOREIGN_BREAK.sub("\n", text).removeprefix(_BYTE_ORDER_MARK)
    return text if text.endswith("\n") else text + "\n"


def _read(text: str, name: str) -> tuple[Writing, Branch]:
    """A file with its comments in their places; raises ArticleError and LayoutError when it is refused."""
    if _BYTE_ORDER_MARK in text and not yaml.__with_libyaml__:
        raise LayoutError("It holds U+FEFF, which PyYAML miscounts without libyaml: take it out.")
    problems = Problems(name)
    problems.text = text
    root = read_tree(text, problems).root
    if any(problem.level is not Level.WARNING for problem in problems.found) or not isinstance(root, Mapping):
        raise ArticleError(problems.found)
    writing = Writing(text)
    _refuse_tags_and_odd_keys(writing, root)
    file, comments = read_branches(writing, root)
    place_comments(writing, file, comments)
    return writing, file


def _refuse_tags_and_odd_keys(writing: Writing, node: Node) -> None:
    if writing.text.startswith("!", writing.start(node.place)):
        raise LayoutError(f"The tag on line {node.place.line} is not needed: take it out.")
    if isinstance(node, Sequence):
        for item in node.items:
            _refuse_tags_and_odd_keys(writing, item)
    if isinstance(node, Mapping):
        for entry in node.entries.values():
            _refuse_tags_and_odd_keys(writing, entry.key)
            _refuse_tags_and_odd_keys(writing, entry.value)
            key = writing.of(entry.key)
            if not key or BREAK.search(key):
                raise LayoutError(f"The key on line {entry.key.place.line} is not on one line: write it there.")


def _said(node: Node) -> object:
    """What a tree says and how its texts are quoted, whatever the order of its keys."""
    if isinstance(node, Scalar):
        return node.text, node.style
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return {name: _said(entry.value) for name, entry in node.entries.items()}


def _placeless(article: Article) -> tuple[Article, list[tuple[str, ...]]]:
    """An article, and its problems, without the places in its file; where a comment stands is none of its own."""
    problems = sorted(_message(problem) for problem in article.problems if problem.code != "comment-after-text")
    return without_places(article), problems


def _message(problem: Problem) -> tuple[str, ...]:
    """What a problem says wherever it stands; its hint may depend on how things are written there."""
    return problem.level, problem.code, problem.path, _LINE_NUMBER.sub("", problem.message)

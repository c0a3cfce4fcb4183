"""A text of YAML as this program and as another reader take it, in a form in which the two can be compared."""

from __future__ import annotations

import warnings
from typing import cast

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from article.clean import clean
from article.nodes import Node, Scalar, Sequence, read_tree
from article.problems import ArticleError, Level, Problem, Problems
from article.source import check_characters
from tests.spec.cases import Plain, Refused


def read(text: str) -> tuple[Plain, tuple[Problem, ...]]:
    """What a text becomes, None where nothing is read, with all its problems."""
    problems = Problems("a.yaml")
    problems.text = text
    try:
        check_characters(text, problems)
        return plain(read_tree(text, problems).root), problems.found
    except ArticleError as error:
        return None, error.problems


def outcome(text: str) -> Plain | Refused:
    """What a text becomes, or that it is refused in whole or in part."""
    tree, problems = read(text)
    codes = dict.fromkeys(problem.code for problem in problems if problem.level is not Level.WARNING)
    return Refused(" ".join(codes)) if codes else tree


def plain(node: Node | None) -> Plain:
    """A tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node and {key: plain(entry.value) for key, entry in node.entries.items()}


def outcome_elsewhere(text: str) -> Plain | Refused:
    """What ruamel.yaml, a parser of YAML 1.2, finds in the first document of a text, all scalars being text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            documents = list(YAML(typ="base", pure=True).load_all(text))
    except (YAMLError, ValueError) as error:
        return Refused(type(error).__name__)
    return cleaned(documents[0]) if documents else None


def cleaned(value: object) -> Plain:
    """A tree as our boundary for text leaves it."""
    if isinstance(value, dict):
        entries = cast("dict[object, object]", value)
        return {clean(str(key))[0]: cleaned(item) for key, item in entries.items()}
    if isinstance(value, list):
        return [cleaned(item) for item in cast("list[object]", value)]
    return clean(str(value or ""))[0]

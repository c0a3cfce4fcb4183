"""An article to complete by hand: YAML in which the text is all there, and the coding still to come."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain, islice

import yaml

from article.anchors import Passages
from article.canonical import WIDTH
from article.cells import cells
from article.clean import clean
from article.importers.actors import SuggestedActor
from article.importers.draft import Draft
from article.model import Act, Certainty, Modality, Paragraph, Position
from article.schema import FORMAT
from article.slugs import slug_of

MOST_COLUMNS = 110
"""Of a line of the body, before it is set in."""
FEWEST_WORDS, MOST_WORDS = 4, 20
"""Of the passage that shows what evidence is."""
MOST_TRIED = 100
"""Passages looked at for it; in a report one of the first will do."""
MOST_SEARCHED = 1_000_000
"""Characters of a text in which it is looked for: more than a report has."""

_QUOTATION = re.compile('“([^“”]+)”|«([^«»]+)»|„([^„“”]+)[“”]|"([^"]+)"')
_GERMAN_QUOTATION = re.compile("»([^«»]+)«")
"""Where a text opens its quotations with what others close them with."""
_SENTENCE = re.compile('[^.!?…。“”„«»"]+')
_TOLD = {
    "publisher": "Who published it",
    "author": "Who wrote it",
    "published": "2031-04-09  # the date of publication: year-month-day",
    "url": "https://example.org/where-it-was-published",
    "language": "en  # the language of the text: en, de, ru, tr, ...",
}
"""What the article may say of its publication, with a pattern for what the text does not tell."""
_PARTIES = """\
# The sides of the story, in the order to show them; an actor of the first then has “party: side-1”.
parties:
  # - {id: side-1, name: Its name}
"""
_ACTORS = "# Who takes a position, reports one, or is addressed by one."
_ISSUES = """\
# What is contested: each issue a sentence that one may support or oppose. Remove the “# ” to use the pattern.
issues:
  # - {id: issue-1, label: Its short name, proposition: The sentence.}
"""
_STANCES = """\
# Who takes which position on which issue, in which words of the text. Remove the first “# ” of each line to use
# the pattern; it shows the form only: whose words these are, and for what, is yours to say.
stances:
"""


class _Dumper(yaml.SafeDumper):
    """Quotes a text only where YAML needs it: the format takes every value for a text as it is."""


_Dumper.yaml_implicit_resolvers = {}


def skeleton(draft: Draft, actors: Sequence[SuggestedActor], language: str | None, source: str, file: str) -> str:
    """The text of a file that loads without an error; ``source`` is what the draft was made from and
    ``file`` what the file is going to be called, both safe to show."""
    lines = [
        f"# What follows was made from {source}. Complete it, then: kremlin-tui check {file}",
        *_head(draft, language),
        "",
        "body: |",
        *_body(draft.paragraphs),
        "",
        _PARTIES,
        *_actors(actors),
        "",
        _ISSUES,
        *_stances(draft.paragraphs, actors),
    ]
    return "\n".join(lines) + "\n"


def _head(draft: Draft, language: str | None) -> Iterator[str]:
    yield f"format: {FORMAT}"
    yield _line("id", slug_of(draft.headline))
    yield _line("headline", draft.headline)
    told = {
        "publisher": draft.publisher,
        "author": draft.author,
        "published": draft.published,
        "url": draft.url,
        "language": language,
    }
    for key, pattern in _TOLD.items():
        text = told[key]
        yield _line(key, text) if text else f"# {key}: {pattern}"


def _body(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The lines of a literal block that the format reads as these paragraphs."""
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        text = paragraph.text if paragraph.number else f"## {paragraph.text}"
        yield from (f"  {line}" for line in _wrapped(text))


def _wrapped(text: str) -> list[str]:
    """A paragraph in lines that, joined by spaces and cleaned, are the paragraph."""
    first, *others = text.split(" ")
    lines, columns, before = [[first]], len(first), first
    for word in others:
        columns += 1 + len(word)
        if columns > MOST_COLUMNS and _may_part(before, word):
            lines.append([])
            columns = len(word)
        lines[-1].append(word)
        before = word
    return [" ".join(line) for line in lines]


def _may_part(before: str, after: str) -> bool:
    """Whether a line break between two words is read as the space it stands for, and no more."""
    at_break = before[-1:], after[:1]
    return all(char and not char.isspace() for char in at_break) and clean(after)[0] == after


def _actors(actors: Sequence[SuggestedActor]) -> Iterator[str]:
    if not actors:
        yield f"{_ACTORS} Remove the “# ” to use the pattern."
        yield "actors:"
        yield "  # - {id: actor-1, name: The name as the text has it, kind: person}"
        return
    yield f"{_ACTORS} Suggested from the text: correct, complete, delete."
    yield "actors:"
    for actor in actors:
        yield from _actor(actor)


def _actor(actor: SuggestedActor) -> Iterator[str]:
    """The actor on one line where it fits, laid out as ``kremlin-tui fmt`` does."""
    every = {
        "id": actor.id,
        "name": actor.name,
        "short": actor.short,
        "kind": str(actor.kind),
        "role": actor.role,
        "aliases": list(actor.aliases),
    }
    record = {key: value for key, value in every.items() if value}
    line = f"  - {_dumped(record, in_line=True)}"
    if cells(line) <= WIDTH:
        yield f"{line}  # {actor.reason}"
        return
    yield f"  # {actor.reason}"
    for number, (key, value) in enumerate(record.items()):
        yield f"  {' ' if number else '-'} {key}: {_dumped([value], in_line=True)[1:-1]}"


def _stances(paragraphs: Sequence[Paragraph], actors: Sequence[SuggestedActor]) -> Iterator[str]:
    person = next((actor.id for actor in actors if actor.kind == "person"), "")
    actor = person or (actors[0].id if actors else "actor-1")
    reporter = next((other.id for other in actors if other.id != actor), "actor-2")
    evidence = example_evidence(paragraphs) or "words of the text, such as are found in it once"
    yield _STANCES.rstrip("\n")
    yield f"  # - {_line('id', f'{actor}-issue-1')}"
    yield f"  #   {_line('actor', actor)}"
    yield f"  #   # via: [{reporter}]  # who reports it, where the text has it from somebody else"
    yield "  #   issue: issue-1"
    yield f"  #   position: support  # {_alternatives(Position)}"
    yield f"  #   modality: quotation  # {_alternatives(Modality)}"
    yield f"  #   # act: warning  # {_alternatives(Act)}"
    yield f"  #   # certainty: conditional  # {_alternatives(Certainty)}"
    yield "  #   summary: The position in one sentence, in your own words."
    yield f"  #   {_line('evidence', evidence)}"
    yield "  #   # Words in several pieces are a list: one that only holds on a condition, for instance, is"
    yield '  #   # evidence: ["the lane will open", {exact: "if the grant comes", role: condition}]'
    yield '  #   # and words that occur twice are told apart: {exact: "the lane", suffix: "will open"}'


def _alternatives(vocabulary: type[StrEnum]) -> str:
    *words, last = (str(word) for word in vocabulary)
    return f"{', '.join(words)} or {last}"


def example_evidence(paragraphs: Sequence[Paragraph]) -> str:
    """Words that occur exactly once in the text, a quotation rather than a sentence; empty when there
    are none, or the text is too long to look for them."""
    texts = [paragraph.text for paragraph in paragraphs if paragraph.number]
    if sum(map(len, texts)) > MOST_SEARCHED:
        return ""
    passages = Passages(paragraphs)
    for candidate in islice(chain(_quotations(texts), _sentences(texts), texts), MOST_TRIED):
        if clean(candidate)[0] == candidate and len(passages.find(candidate)) == 1:
            return candidate
    return ""


def _quotations(texts: Sequence[str]) -> Iterator[str]:
    marks = [mark for text in texts for mark in text if mark in "«»"]
    quotation = _GERMAN_QUOTATION if marks[:1] == ["»"] else _QUOTATION
    for text in texts:
        for found in quotation.finditer(text):
            yield from _passage(found[found.lastindex or 0])


def _sentences(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        for found in _SENTENCE.finditer(text):
            yield from _passage(found[0])


def _passage(text: str) -> Iterator[str]:
    """The first words of a text, if there are enough of them; not the marks at its ends."""
    words = text.split(" ")
    passage = " ".join(words[:MOST_WORDS]).strip(" ,.;:!?…–—-")
    if len(passage.split()) >= FEWEST_WORDS:
        yield passage


def _line(key: str, text: str) -> str:
    return _dumped({key: text}, in_line=False)


def _dumped(value: object, *, in_line: bool) -> str:
    text = yaml.dump(
        value,
        Dumper=_Dumper,
        allow_unicode=True,
        width=sys.maxsize,
        sort_keys=False,
        default_flow_style=in_line,
    )
    return text.rstrip("\n")

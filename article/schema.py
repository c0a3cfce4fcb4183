"""An article: the reading of its tree into the model, by the tables of the format's fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from article.actors import ACTOR_FIELDS, PARTY_FIELDS, read_actors, read_parties
from article.anchors import Passages
from article.clean import quoted
from article.fields import Field, Record, Records, Table, named_once
from article.garbage import without_collecting
from article.issues import ISSUE_FIELDS, read_issues
from article.mentions import find_mentions
from article.model import Actor, Article, Issue, Paragraph, Party, PublishedBasis, Stance
from article.nodes import Mapping, Scalar, Tree
from article.nodes import Sequence as ListNode
from article.problems import Code, Problems
from article.spans import Mentions
from article.stances import STANCE_FIELDS, Known, read_stances
from article.values import DATE, LANGUAGE, LINE, PROSE, SLUG, At, JsonSchema, Line, OneOf

FORMAT = "1"
MOST_PARAGRAPHS = 60_000
"""Several times what the longest novels have, and as many as 200 MB hold, whatever is in them."""
_LINE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_MANY = 100_000
"""Characters of which the lines are joined at once, as each takes 80 bytes meanwhile."""


class _Version(Line):
    """The version of the format; only one is known."""

    told = f"`{FORMAT}`"

    def schema(self) -> JsonSchema:
        return {"enum": [int(FORMAT), FORMAT]}


_FORMAT = Field("format", _Version(), "The version of this format.", required=True)
_ID = Field("id", SLUG, "The name by which the article is known among others.", required=True)
_HEADLINE = Field("headline", LINE, "The article's own headline.", required=True)
_PUBLISHER = Field("publisher", LINE, "Who published it.")
_AUTHOR = Field("author", LINE, "Who wrote it.")
_PUBLISHED = Field("published", DATE, "When it was published.")
_PUBLISHED_BASIS = Field(
    "published_basis", OneOf(PublishedBasis), "Whether the source states that date (it does unless said)."
)
_URL = Field("url", LINE, "Where it was published.")
_LANGUAGE = Field("language", LANGUAGE, "The language of the body, as a BCP 47 tag: `en`.")
_RIGHTS = Field("rights", LINE, "Who has which rights in the text.")
_CODER = Field("coder", LINE, "Who encoded it.")
_NOTE = Field("note", PROSE, "What readers should know about it; shown under the headline.")
_BODY = Field(
    "body",
    PROSE,
    "The text. A blank line ends a paragraph; one that begins with `## ` is a cross-heading.",
    required=True,
)
_PARTIES = Field("parties", Records(PARTY_FIELDS), "The sides of the story, in the order to show them.")
_ACTORS = Field(
    "actors", Records(ACTOR_FIELDS), "Who takes a position, reports one, or is addressed by one.", required=True
)
_ISSUES = Field("issues", Records(ISSUE_FIELDS), "What is contested.", required=True)
_STANCES = Field(
    "stances", Records(STANCE_FIELDS), "Who takes which position on what, and on which words.", required=True
)
ARTICLE_FIELDS = (
    *(_FORMAT, _ID, _HEADLINE, _PUBLISHER, _AUTHOR, _PUBLISHED, _PUBLISHED_BASIS, _URL, _LANGUAGE, _RIGHTS),
    *(_CODER, _NOTE, _BODY, _PARTIES, _ACTORS, _ISSUES, _STANCES),
)

_READ = Table.of(replace(field, required=False) if field in (_HEADLINE, _BODY) else field for field in ARTICLE_FIELDS)
"""The lack of a headline or a body is said apart, as it is fatal."""


def read_article(tree: Tree, problems: Problems) -> Beginning:
    """The beginning of the article that a tree encodes; its problems are added to ``problems``.

    Raises ArticleError when it has no headline or no body, or is of another format.
    """
    root = tree.root
    if root is None:
        problems.stop("empty", None, "The file is empty.")
    if not isinstance(root, Mapping):
        problems.stop("not-an-article", root.place, "An article is a list of keys and values, “headline: ...” first.")
    record = Record(root, _READ, At(problems))
    _check_format(record, problems)
    headline = record.get(_HEADLINE)
    if headline is None:
        problems.fatal("no-headline", record.place_of(_HEADLINE), "headline", "The article has no headline.")
    paragraphs = read_paragraphs(record.get(_BODY) or "", MOST_PARAGRAPHS + 1)
    if len(paragraphs) > MOST_PARAGRAPHS:
        message = f"The body has more than {MOST_PARAGRAPHS:,} paragraphs."
        problems.stop("too-many-paragraphs", record.place_of(_BODY), message)
    passages = Passages(paragraphs)
    if not passages:
        problems.fatal("no-body", record.place_of(_BODY), "body", "The article has no body.")
    _warn_of_joined_paragraphs(record)
    lists = _read_lists(record, passages)
    article = Article(
        id=record.get(_ID) or "",
        headline=headline or "",
        paragraphs=passages.paragraphs,
        parties=lists.parties,
        actors=lists.actors,
        issues=lists.issues,
        stances=lists.stances,
        left_out=lists.left_out,
        source=problems.file,
        hidden=tree.hidden,
        publisher=record.get(_PUBLISHER),
        author=record.get(_AUTHOR),
        url=record.get(_URL),
        language=record.get(_LANGUAGE),
        rights=record.get(_RIGHTS),
        note=record.get(_NOTE),
        coder=record.get(_CODER),
        published=record.get(_PUBLISHED),
        published_basis=record.get(_PUBLISHED_BASIS) or PublishedBasis.STATED,
    )
    beginning = Beginning(article, passages, lists.named, problems)
    if problems.fatal_found:
        beginning.complete()
    return beginning


def read_paragraphs(body: str, most: int | None = None) -> tuple[Paragraph, ...]:
    """The paragraphs of a body, no more than ``most``: a blank line ends one, its lines are joined by a space, and
    one that begins with ``## `` is a cross-heading."""
    paragraphs: list[Paragraph] = []
    number = 0
    for block in _blocks(body.strip()):
        if len(paragraphs) == most:
            break
        text = _joined(block)
        if text.startswith("## "):
            paragraphs.append(Paragraph(text[3:].strip(), None))
        elif text:
            number += 1
            paragraphs.append(Paragraph(text, number))
    return tuple(paragraphs)


def _blocks(body: str) -> Iterator[str]:
    """What stands between the blank lines of a body."""
    at = 0
    for blank in _BLANK_LINES.finditer(body):
        yield body[at : blank.start()]
        at = blank.end()
    yield body[at:]


def _joined(block: str) -> str:
    """The lines of a paragraph as one."""
    if "\n" not in block:
        return block.strip()
    joined: list[str] = []
    at = 0
    while at <= len(block):
        end = block.find("\n", at + _MANY)
        end = end if end >= 0 else len(block)
        joined.append(" ".join(line.strip() for line in block[at:end].split("\n")))
        at = end + 1
    return " ".join(joined).strip()


class Beginning:
    """An article as far as it is read at once; in a long text it takes longer to look for its actors' names."""

    def __init__(self, article: Article, passages: Passages, named: _Named, problems: Problems) -> None:
        self._passages = passages
        self._named = named
        self._problems = problems
        self.article = replace(article, problems=problems.found)
        """Everything but the mentions, and the warnings of what nothing uses."""

    @without_collecting()
    def complete(self) -> Article:
        """The whole article; raises ArticleError where what was read is none. To be called once."""
        mentions = find_mentions(self._passages.folded, self.article.actors)
        self._warn_of_unused(mentions)
        self._problems.stop_if_fatal()
        return self.article.with_mentions(mentions, self._problems.found)

    def _warn_of_unused(self, mentions: Mentions) -> None:
        actors, issues, stances = self._named
        used_actors = _referred(stances, "actor", "via", "target") | mentions.counts().keys()
        used_actors |= {membership.org for actor in self.article.actors for membership in actor.member_of}
        used_issues = _referred(stances, "issue") | {issue.broader or "" for issue in self.article.issues}
        if self._passages:
            _warn_of_unused("actor", "unused-actor", actors, used_actors)
        _warn_of_unused("issue", "unused-issue", issues, used_issues)


class _Named(NamedTuple):
    """The records of what the file names, with their ids, and those that may use the names."""

    actors: list[tuple[str | None, Record]]
    issues: list[tuple[str | None, Record]]
    stances: tuple[Record, ...]


class _Lists(NamedTuple):
    """The lists of an article, each checked against the others."""

    parties: tuple[Party, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    stances: tuple[Stance, ...]
    left_out: int
    named: _Named


def _read_lists(record: Record, passages: Passages) -> _Lists:
    parties = read_parties(record.get(_PARTIES) or ())
    actor_records = list(named_once(record.get(_ACTORS) or ()))
    actors = read_actors(actor_records, dict.fromkeys(party.id for party in parties))
    issue_records = list(named_once(record.get(_ISSUES) or ()))
    issues = read_issues(issue_records)
    known = Known(dict.fromkeys(actor.id for actor in actors), dict.fromkeys(issue.id for issue in issues))
    stance_records = record.get(_STANCES) or ()
    stances = read_stances(stance_records, known, passages)
    named = _Named(actor_records, issue_records, stance_records)
    return _Lists(parties, actors, issues, stances, len(stance_records) - len(stances), named)


def _check_format(record: Record, problems: Problems) -> None:
    given = record.get(_FORMAT)
    if given not in (None, FORMAT):
        message = f"The format is {quoted(given)}; this program reads format {FORMAT}."
        problems.fatal("unknown-format", record.place_of(_FORMAT), _FORMAT.name, message)


def _warn_of_joined_paragraphs(record: Record) -> None:
    """Only a literal block keeps its lines: elsewhere YAML makes a blank line a line break, no more."""
    entry = record.node.entries.get(_BODY.name)
    if entry is None or not isinstance(entry.value, Scalar) or entry.value.style == "|":
        return
    place = entry.value.place
    if place.end_line > place.line and _LINE_BREAK.search(entry.value.text.strip()):
        message = "Written like this, the body's paragraphs run into one another."
        record.at_of(_BODY).warning("folded-body", place, message, "Write “body: |”.")


def _referred(stances: Iterable[Record], *keys: str) -> set[str]:
    """The names that stances give under some keys, also such as are left out for another problem."""
    values = [entry.value for record in stances for key in keys if (entry := record.node.entries.get(key))]
    nodes = [node for value in values for node in (value.items if isinstance(value, ListNode) else [value])]
    return {node.text.strip() for node in nodes if isinstance(node, Scalar)}


def _warn_of_unused(what: str, code: Code, named: list[tuple[str | None, Record]], used: Collection[str]) -> None:
    for name, record in named:
        if name and name not in used:
            record.at.warning(code, record.node.place, f"Nothing uses the {what} “{name}”.")

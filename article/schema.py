"""The tables of the format's fields, and the reading of a tree by them into the model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from article.anchors import Passages
from article.cells import cells
from article.clean import quoted
from article.fields import (
    DATE,
    LINE,
    PROSE,
    RAW,
    SLUG,
    At,
    Field,
    ListOf,
    OneOf,
    Record,
    Reference,
    named_once,
    records,
)
from article.mentions import find_mentions, names_of
from article.model import Actor, Article, Issue, Kind, Membership, Mention, Paragraph, Party, PublishedBasis, Stance
from article.nodes import Mapping, Scalar, Tree
from article.nodes import Sequence as ListNode
from article.problems import Problems
from article.stances import Known, read_stances
from article.tags import tags_for

FORMAT = "1"

_FORMAT = Field("format", LINE, required=True)
_ID = Field("id", SLUG, required=True)
_HEADLINE = Field("headline", LINE)
_BODY = Field("body", PROSE)
_PUBLISHER = Field("publisher", LINE)
_AUTHOR = Field("author", LINE)
_URL = Field("url", LINE)
_LANGUAGE = Field("language", LINE)
_RIGHTS = Field("rights", LINE)
_NOTE = Field("note", PROSE)
_CODER = Field("coder", LINE)
_PUBLISHED = Field("published", DATE)
_PUBLISHED_BASIS = Field("published_basis", OneOf(PublishedBasis))
_PARTIES = Field("parties", RAW)
_ACTORS = Field("actors", RAW, required=True)
_ISSUES = Field("issues", RAW, required=True)
_STANCES = Field("stances", RAW, required=True)
ARTICLE_FIELDS = (
    *(_FORMAT, _ID, _HEADLINE, _BODY, _PUBLISHER, _AUTHOR, _URL, _LANGUAGE, _RIGHTS, _NOTE, _CODER),
    *(_PUBLISHED, _PUBLISHED_BASIS, _PARTIES, _ACTORS, _ISSUES, _STANCES),
)
"""The headline and the body are required too, but their lack is fatal and said apart."""

_NAME = Field("name", LINE, required=True)
PARTY_FIELDS = (_ID, _NAME)

_KIND = Field("kind", OneOf(Kind), required=True)
_PARTY = Field("party", SLUG)
_ROLE = Field("role", LINE)
_SHORT = Field("short", LINE)
_TAG = Field("tag", LINE)
_ALIASES = Field("aliases", ListOf(LINE))
_MEMBER_OF = Field("member_of", RAW)
_SAME_AS = Field("same_as", LINE)
ACTOR_FIELDS = (_ID, _NAME, _KIND, _PARTY, _ROLE, _SHORT, _TAG, _ALIASES, _MEMBER_OF, _SAME_AS)

_ORG = Field("org", SLUG, required=True)
_FROM = Field("from", DATE)
_TO = Field("to", DATE)
MEMBERSHIP_FIELDS = (_ORG, _ROLE, _FROM, _TO)

_LABEL = Field("label", LINE, required=True)
_PROPOSITION = Field("proposition", LINE, required=True)
_BROADER = Field("broader", SLUG)
ISSUE_FIELDS = (_ID, _LABEL, _PROPOSITION, _BROADER, _SAME_AS)

_LANGUAGE_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
"""BCP 47, as far as its form goes."""


def read_article(tree: Tree, problems: Problems) -> Article:
    """The article that a tree encodes; its problems are added to ``problems``.

    Raises ArticleError when it has no headline or no body, or is of another format.
    """
    root = tree.root
    if root is None:
        problems.stop("empty", None, "The file is empty.")
    if not isinstance(root, Mapping):
        problems.stop("not-an-article", root.place, "An article is a list of keys and values, “headline: ...” first.")
    _check_format(root, problems)
    at = At(problems)
    record = Record(root, ARTICLE_FIELDS, at)
    headline = record.get(_HEADLINE)
    if headline is None:
        problems.fatal("no-headline", record.place_of(_HEADLINE), "headline", "The article has no headline.")
    paragraphs = read_paragraphs(record.get(_BODY) or "")
    if not paragraphs:
        problems.fatal("no-body", record.place_of(_BODY), "body", "The article has no body.")
    parts = _read_parts(record, paragraphs)
    article = Article(
        id=record.get(_ID) or "",
        headline=headline or "",
        paragraphs=paragraphs,
        parties=parts.parties,
        actors=parts.actors,
        issues=parts.issues,
        stances=parts.stances,
        mentions=parts.mentions,
        source=problems.file,
        hidden=tree.hidden,
        publisher=record.get(_PUBLISHER),
        author=record.get(_AUTHOR),
        url=record.get(_URL),
        language=_read_language(record),
        rights=record.get(_RIGHTS),
        note=record.get(_NOTE),
        coder=record.get(_CODER),
        published=record.get(_PUBLISHED),
        published_basis=record.get(_PUBLISHED_BASIS) or PublishedBasis.STATED,
    )
    problems.stop_if_fatal()
    return replace(article, problems=problems.found)


def read_paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a body: a blank line ends one, its lines are joined by a space, and one that
    begins with ``## `` is a cross-heading."""
    paragraphs: list[Paragraph] = []
    number = 0
    for block in re.split(r"\n[^\S\n]*\n\s*", body.strip()):
        text = " ".join(line.strip() for line in block.split("\n")).strip()
        if text.startswith("## "):
            paragraphs.append(Paragraph(text[3:].strip(), None))
        elif text:
            number += 1
            paragraphs.append(Paragraph(text, number))
    return tuple(paragraphs)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lists of an article, each checked against the others."""

    parties: tuple[Party, ...]
    actors: tuple[Actor, ...]
    issues: tuple[Issue, ...]
    stances: tuple[Stance, ...]
    mentions: tuple[Mention, ...]


def _read_parts(record: Record, paragraphs: Sequence[Paragraph]) -> _Parts:
    parties = _read_parties(record)
    actor_records = _named(record, _ACTORS, ACTOR_FIELDS)
    actors = _read_actors(actor_records, {party.id for party in parties})
    issue_records = _named(record, _ISSUES, ISSUE_FIELDS)
    issues = _read_issues(issue_records)
    passages = Passages(paragraphs)
    known = Known({actor.id for actor in actors}, {issue.id for issue in issues})
    stances = read_stances(record.get(_STANCES), known, passages, record.at.key("stances"))
    mentions = find_mentions(passages.folded, actors)
    parts = _Parts(parties, actors, issues, stances, mentions)
    _warn_of_unused(parts, actor_records, issue_records)
    return parts


def _check_format(root: Mapping, problems: Problems) -> None:
    entry = root.entries.get(_FORMAT.name)
    given = _FORMAT.type.read(entry.value, At(problems, _FORMAT.name)) if entry else None
    if entry and given not in (None, FORMAT):
        problems.stop("unknown-format", entry.value.place, f"The format is “{given}”; this program reads format 1.")


def _read_language(record: Record) -> str | None:
    language = record.get(_LANGUAGE)
    if language is None or _LANGUAGE_TAG.fullmatch(language):
        return language
    message = f"“{language}” is no BCP 47 language tag."
    record.at.key("language").error("bad-value", record.place_of(_LANGUAGE), message, "English is en.")
    return None


_Named = list[tuple[str | None, Record]]
"""Records with their ids; those without one of their own are read for their problems, and left out."""


def _named(article: Record, part: Field[object], fields: tuple[Field[object], ...]) -> _Named:
    entry = article.node.entries.get(part.name)
    return list(named_once(records(entry.value if entry else None, fields, article.at.key(part.name)), _ID))


def _read_parties(article: Record) -> tuple[Party, ...]:
    parties = [(name, record.get(_NAME)) for name, record in _named(article, _PARTIES, PARTY_FIELDS)]
    return tuple(Party(name, title or name) for name, title in parties if name)


def _read_actors(named: _Named, parties: set[str]) -> tuple[Actor, ...]:
    known = {name for name, _ in named if name}
    read = [(_read_actor(name or "", record, known, parties), record) for name, record in named]
    kept = [(actor, record) for actor, record in read if actor.id]
    tags = tags_for([actor.name for actor, _ in kept], [actor.tag or None for actor, _ in kept])
    _check_tags_and_aliases(kept)
    return tuple(replace(actor, tag=tag) for (actor, _), tag in zip(kept, tags, strict=True))


def _read_actor(name: str, record: Record, known: Collection[str], parties: Collection[str]) -> Actor:
    """The actor, with no tag yet where the file gives none."""
    return Actor(
        id=name,
        name=record.get(_NAME) or name,
        kind=record.get(_KIND),
        tag=_read_tag(record) or "",
        party=record.get(_PARTY, Reference("party", parties)),
        role=record.get(_ROLE),
        short=record.get(_SHORT),
        aliases=record.get(_ALIASES) or (),
        member_of=_read_memberships(record, known),
        same_as=record.get(_SAME_AS),
    )


def _read_tag(record: Record) -> str | None:
    tag = record.get(_TAG)
    if tag is None or (len(tag) <= 2 and cells(tag) == 2 and tag.isalnum()):
        return tag
    record.at.key("tag").error("bad-value", record.place_of(_TAG), f"“{tag}” is not a tag of two letters.")
    return None


def _check_tags_and_aliases(actors: list[tuple[Actor, Record]]) -> None:
    times = Counter(actor.tag for actor, _ in actors)
    owner: dict[str, str] = {}
    for actor, record in actors:
        if actor.tag and times[actor.tag] > 1:
            message = f"The tag “{actor.tag}” is given to two actors."
            record.at.key("tag").error("tag-twice", record.place_of(_TAG), message)
        for name in names_of(actor):
            if owner.setdefault(name, actor.id) != actor.id:
                message = f"{quoted(name)} names {owner[name]} too; where the text says it, {owner[name]} is meant."
                record.at.warning("shared-name", record.node.place, message)


def _read_memberships(record: Record, actors: Collection[str]) -> tuple[Membership, ...]:
    node, at = record.get(_MEMBER_OF), record.at.key(_MEMBER_OF.name)
    an_actor = Reference("actor", actors)
    if isinstance(node, Scalar):
        org = an_actor.read(node, at)
        return (Membership(org),) if org else ()
    found: list[Membership] = []
    for member in records(ListNode(node.place, [node]) if isinstance(node, Mapping) else node, MEMBERSHIP_FIELDS, at):
        org = member.get(_ORG, an_actor)
        membership = Membership(org or "", member.get(_ROLE), member.get(_FROM), member.get(_TO))
        found.extend([membership] if org else [])
    return tuple(found)


def _read_issues(named: _Named) -> tuple[Issue, ...]:
    known = {name for name, _ in named if name}
    read = [(_read_issue(name or "", record, known), record) for name, record in named]
    kept = {issue.id: (issue, record) for issue, record in read if issue.id}
    for name in _closing({name: issue.broader for name, (issue, _) in kept.items()}):
        issue, record = kept[name]
        message = f"“{name}” is broader than itself in the end."
        record.at.key(_BROADER.name).error("broader-circle", record.place_of(_BROADER), message)
        kept[name] = replace(issue, broader=None), record
    return tuple(issue for issue, _ in kept.values())


def _read_issue(name: str, record: Record, known: Collection[str]) -> Issue:
    return Issue(
        id=name,
        label=record.get(_LABEL) or name,
        proposition=record.get(_PROPOSITION) or "",
        broader=record.get(_BROADER, Reference("issue", known)),
        same_as=record.get(_SAME_AS),
    )


def _closing(broader: dict[str, str | None]) -> list[str]:
    """The issues whose broader one closes a circle; every issue is passed once."""
    closing: list[str] = []
    done: set[str] = set()
    for start in broader:
        way: dict[str, None] = {}
        at: str | None = start
        while at is not None and at not in done and at not in way:
            way[at] = None
            at = broader[at]
        if at in way:
            closing.append(next(reversed(way)))
        done.update(way)
    return closing


def _warn_of_unused(parts: _Parts, actor_records: _Named, issue_records: _Named) -> None:
    issues = {stance.issue for stance in parts.stances} | {issue.broader for issue in parts.issues}
    actors = {mention.actor for mention in parts.mentions} | {m.org for a in parts.actors for m in a.member_of}
    for stance in parts.stances:
        actors.update((stance.actor, *stance.via, *((stance.target,) if stance.target else ())))
    for what, used, named in (("actor", actors, actor_records), ("issue", issues, issue_records)):
        for name, record in named:
            if name and name not in used:
                record.at.warning(f"unused-{what}", record.node.place, f"Nothing uses the {what} “{name}”.")

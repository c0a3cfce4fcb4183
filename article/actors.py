"""Parties and actors: the reading of whose sides there are, and who is on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from article.clean import quoted
from article.fields import ID, Field, Record, Records, named_once
from article.mentions import names_of
from article.model import Actor, Kind, Membership, Party
from article.tags import tags_for
from article.values import DATE, LINE, SLUG, TWO_LETTERS, ListOf, OneOf, Reference

_NAME = Field("name", LINE, "What it is called on the screen.", required=True)
PARTY_FIELDS = (ID, _NAME)

_ORG = Field("org", SLUG, "The id of the actor it belongs to.", required=True)
_ORG_ROLE = Field("role", LINE, "What it is there: “director”.")
_FROM = Field("from", DATE, "Since when.")
_TO = Field("to", DATE, "Until when.")
MEMBERSHIP_FIELDS = (_ORG, _ORG_ROLE, _FROM, _TO)

_KIND = Field("kind", OneOf(Kind), "What sort of actor it is.", required=True)
_PARTY = Field("party", SLUG, "The id of its party.")
_ROLE = Field("role", LINE, "What it is: “Kremlin spokesperson”.")
_SHORT = Field("short", LINE, "Its name for narrow places; also looked for in the text.")
_TAG = Field("tag", TWO_LETTERS, "Two letters that stand for it; made when absent, no two alike.")
_ALIASES = Field("aliases", ListOf(LINE), "Other ways the text names it.")
_MEMBER_OF = Field(
    "member_of", Records(MEMBERSHIP_FIELDS, alone=_ORG), "The actor it belongs to; alone, that one's id."
)
_SAME_AS = Field("same_as", LINE, "The URI of the same actor elsewhere, at Wikidata for instance.")
ACTOR_FIELDS = (ID, _NAME, _SHORT, _KIND, _PARTY, _ROLE, _TAG, _ALIASES, _MEMBER_OF, _SAME_AS)


def read_parties(found: Iterable[Record]) -> tuple[Party, ...]:
    """The parties of the list, each with an id of its own."""
    parties = [(name, record.get(_NAME)) for name, record in named_once(found)]
    return tuple(Party(name, title or name) for name, title in parties if name)


def read_actors(named: list[tuple[str | None, Record]], parties: Collection[str]) -> tuple[Actor, ...]:
    """The actors of the list, each with an id and a tag of its own; ``parties`` are the ids that there are."""
    known = dict.fromkeys(name for name, _ in named if name)
    read = [(_read_actor(name or "", record, known, parties), record) for name, record in named]
    kept = [(actor, record) for actor, record in read if actor.id]
    tags = tags_for([actor.name for actor, _ in kept], [actor.tag or None for actor, _ in kept])
    _check_tags_and_aliases(kept)
    return tuple(actor._replace(tag=tag) for (actor, _), tag in zip(kept, tags, strict=True))


def _read_actor(name: str, record: Record, known: Collection[str], parties: Collection[str]) -> Actor:
    """The actor, with no tag yet where the file gives none."""
    return Actor(
        id=name,
        name=record.get(_NAME) or name,
        kind=record.get(_KIND),
        tag=record.get(_TAG) or "",
        party=record.get(_PARTY, Reference("party", parties)),
        role=record.get(_ROLE),
        short=record.get(_SHORT),
        aliases=record.get(_ALIASES) or (),
        member_of=_read_memberships(record.get(_MEMBER_OF) or (), known),
        same_as=record.get(_SAME_AS),
    )


def _read_memberships(found: Iterable[Record], actors: Collection[str]) -> tuple[Membership, ...]:
    an_actor = Reference("actor", actors)
    read = [(member.get(_ORG, an_actor), member) for member in found]
    return tuple(Membership(org, m.get(_ORG_ROLE), m.get(_FROM), m.get(_TO)) for org, m in read if org)


def _check_tags_and_aliases(actors: list[tuple[Actor, Record]]) -> None:
    times = Counter(actor.tag for actor, _ in actors)
    owner: dict[str, str] = {}
    for actor, record in actors:
        if actor.tag and times[actor.tag] > 1:
            message = f"The tag “{actor.tag}” is given to two actors."
            record.at_of(_TAG).error("tag-twice", record.place_of(_TAG), message)
        for name in names_of(actor):
            if owner.setdefault(name, actor.id) != actor.id:
                message = f"{quoted(name)} names {owner[name]} too; where the text says it, {owner[name]} is meant."
                record.at.warning("shared-name", record.node.place, message)

"""Which actors are in focus: a filter is a value, and matching is pure."""

from __future__ import annotations

from dataclasses import dataclass

from article.model import Article, Stance


@dataclass(frozen=True, slots=True)
class Filter:
    """A set of actors' ids. Nothing selected means everyone; selecting adds."""

    actors: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.actors)

    def toggled(self, actors: frozenset[str]) -> Filter:
        """With these actors; without them when all of them were selected."""
        return Filter(self.actors - actors if actors <= self.actors else self.actors | actors)

    def admits(self, stance: Stance) -> bool:
        """Whether the stance is in focus."""
        return not self.actors or stance.actor in self.actors


EVERYONE = Filter()


def party_of(article: Article, actor: str) -> frozenset[str]:
    """The actors of an actor's party; the actor alone where it has none."""
    party = article.actor[actor].party
    return frozenset(a.id for a in article.actors if a.party == party) if party else frozenset({actor})


def relevant_paragraphs(article: Article, chosen: Filter) -> frozenset[int]:
    """The indexes of the paragraphs that name a selected actor or hold evidence of theirs.

    With nothing selected all of them. A cross-heading is relevant when a paragraph under it is.
    """
    if not chosen:
        return frozenset(range(len(article.paragraphs)))
    found = {mention.span.paragraph for mention in article.mentions if mention.actor in chosen.actors}
    for stance in article.stances:
        if chosen.admits(stance):
            found.update(piece.span.paragraph for piece in stance.evidence if piece.span)
    heading: int | None = None
    for index, paragraph in enumerate(article.paragraphs):
        if paragraph.is_heading:
            heading = index
        elif index in found and heading is not None:
            found.add(heading)
    return frozenset(found)

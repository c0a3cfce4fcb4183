"""Actors suggested from a text: whom it names, of what kind they seem to be, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from article.clean import clean_line, quoted
from article.importers import cases
from article.importers.gathering import Gathered, gather
from article.importers.lexicon import Lexicon
from article.importers.lexicons import lexicon_of
from article.importers.names import find_names
from article.model import Kind
from article.slugs import slug_of, unique_slug

MOST_ACTORS = 20
"""A longer list helps nobody to begin."""
MOST_READ = 400_000
"""Characters in which actors are looked for: more than a report has."""
MOST_ALIASES = 12
ENOUGH_TIMES = 2
ENOUGH_TIMES_ALONE = 3
"""For a name of one word that nothing else shows to be an actor's."""


@dataclass(frozen=True, slots=True)
class SuggestedActor:
    """An actor that the text seems to have, and why."""

    id: str
    name: str
    kind: Kind
    reason: str
    short: str | None = None
    role: str | None = None
    aliases: tuple[str, ...] = ()


def suggest_actors(texts: Iterable[str], language: str | None) -> tuple[SuggestedActor, ...]:
    """The actors whom paragraphs seem to name, those first who matter most."""
    lexicon = lexicon_of(language)
    candidates = [_Candidate(one, lexicon) for one in gather(find_names(_beginning(texts), lexicon), lexicon)]
    likely = sorted((one for one in candidates if one.is_likely), key=lambda one: -one.weight)
    return tuple(_suggestions(likely[:MOST_ACTORS]))


def _beginning(texts: Iterable[str]) -> Iterator[str]:
    left = MOST_READ
    for text in texts:
        if left > 0:
            yield text[:left]
            left -= len(text)


def _suggestions(candidates: Sequence[_Candidate]) -> Iterator[SuggestedActor]:
    """The candidates with ids, and so that no name is given twice."""
    ids: set[str] = set()
    named: set[str] = set()
    for candidate in candidates:
        name, short = candidate.name, candidate.short
        wanted = slug_of(candidate.brief, fallback="actor")
        slug = unique_slug(slug_of(name, fallback="actor") if wanted in ids else wanted, ids)
        ids.add(slug)
        aliases = tuple(form for form in candidate.forms if form not in {name, short, *named})
        named.update((name, *aliases), (short,) if short else ())
        yield SuggestedActor(
            slug, name, candidate.kind, candidate.reason, short, candidate.role, aliases[:MOST_ALIASES]
        )


class _Candidate:
    """Somebody whom the text names, judged by the signs beside the names."""

    def __init__(self, gathered: Gathered, lexicon: Lexicon) -> None:
        names = gathered.names
        self.name = clean_line(gathered.text)
        self.short = clean_line(" ".join(gathered.short)) or None
        self._gathered = gathered
        self._lexicon = lexicon
        self._names = names
        self._times = len(names)
        self._is_word = len(gathered.key) == 1
        self._titled = [name for name in names if name.title]
        self._is_titled = bool(self._titled) or any(name.has_honorific for name in names)
        self._speaks = [name.said or name.source for name in names if name.said or name.source]
        self._is_labelled = any(name.has_label for name in names)
        self._known = lexicon.known.get(" ".join(gathered.key))
        self._kind_of_word = lexicon.kind_of(gathered.key[-1]) or lexicon.kind_of(gathered.key[0])

    # ---------------------------------------------------------------------- what it is

    @cached_property
    def kind(self) -> Kind:
        """What it seems to be."""
        told = self._known or self._kind_of_word or (Kind.ORGANIZATION if self._is_acronym else None)
        if told:
            return told
        return Kind.PERSON if self._is_titled or self._is_like_a_person else Kind.ORGANIZATION

    @property
    def role(self) -> str | None:
        """The title that stands beside the name most often."""
        if self.kind is not Kind.PERSON or not self._titled:
            return None
        title = Counter(name.title for name in self._titled).most_common(1)[0][0]
        return clean_line(cases.title_of(title, self._lexicon))

    @property
    def brief(self) -> str:
        """What its id is made of."""
        return self._gathered.words[-1] if self.kind is Kind.PERSON else self.name

    @property
    def forms(self) -> tuple[str, ...]:
        """All that the text calls it, what it does most often first."""
        forms = Counter(clean_line(name.text) for name in self._names)
        forms.update(name.acronym for name in self._names if name.acronym)
        return tuple(form for form, _ in forms.most_common())

    @property
    def reason(self) -> str:
        """Why it is suggested, for the person who completes the list."""
        times = "once" if self._times == 1 else f"{self._times} times"
        titled = next((name.titled for name in self._titled), "")
        words = next((name.said for name in self._names if name.said), "") or next(iter(self._speaks), "") or titled
        told = f"{times}; {quoted(words)}" if words else times
        if self._known or self._kind_of_word or self._is_titled:
            return told
        if self.kind is not Kind.PERSON:
            return f"{told}; the kind is a guess"
        also = "" if words else f"; also {quoted(self.short or '')} alone"
        return f"{told}{also}, so perhaps a person"

    # ---------------------------------------------------------------------- whether it is one

    @property
    def is_likely(self) -> bool:
        """Whether an editor would rather have it suggested than not."""
        if self._known or self._is_acronym:
            return self._is_frequent_or_speaks and not self._is_place
        if self._kind_of_word:
            return self._is_likely_organization
        if self._is_titled and not self._is_word:
            return True
        if all(name.is_ordinary for name in self._names) or all(name.is_initial for name in self._names):
            return False
        if self._is_titled or self._speaks or self._is_labelled:
            return True
        if self._lexicon.nouns_have_capitals:
            return bool(self.short) and not self._is_place and not any(name.is_ordinary for name in self._names)
        return self._times >= (ENOUGH_TIMES_ALONE if self._is_word else ENOUGH_TIMES) and not self._is_place

    @property
    def weight(self) -> int:
        """How much it matters to the story."""
        return 2 * self._times + 2 * min(len(self._speaks), 2) + bool(self._titled) + bool(self._kind_of_word)

    @property
    def _is_frequent_or_speaks(self) -> bool:
        return self._times >= ENOUGH_TIMES or bool(self._speaks)

    @property
    def _is_likely_organization(self) -> bool:
        """A word like Ministry alone names none, unless it is a German compound."""
        first, *others = self._gathered.key
        if others:
            return not self._lexicon.is_place(others[-1])
        return first not in self._lexicon.kinds and self._is_frequent_or_speaks

    @property
    def _is_like_a_person(self) -> bool:
        """Reports name a person in full once, and then by the surname; the names of persons bear no article."""
        impersonal = sum(name.has_article or name.is_quoted for name in self._names)
        if self._is_labelled or self._has_link or 2 * impersonal >= self._times:
            return False
        is_always_in_full = not self._is_word and self._times >= ENOUGH_TIMES_ALONE
        return bool(self.short) or (any(name.said for name in self._names) and not is_always_in_full)

    @property
    def _has_link(self) -> bool:
        return any(word.islower() and word not in self._lexicon.particles for word in self._gathered.words)

    @property
    def _is_acronym(self) -> bool:
        return self._is_word and any(name.words[0].is_acronym for name in self._names)

    @property
    def _is_place(self) -> bool:
        ends = () if self._has_link else (self._gathered.key[0], self._gathered.key[-1])
        placed = sum(name.is_placed for name in self._names)
        share = 2 if self._known or self._is_acronym or self._kind_of_word else 3
        return any(map(self._lexicon.is_place, ends)) or share * placed >= self._times

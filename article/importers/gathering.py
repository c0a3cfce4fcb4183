"""The names of a text gathered by whom they name: Dmitry Peskov, Peskov, Peskov's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from article.importers import cases
from article.importers.lexicon import Lexicon
from article.importers.signs import Name
from article.importers.tokens import small

Words = tuple[str, ...]
"""The words of a name in the nominative."""
Key = tuple[str, ...]
"""The same in small letters."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Somebody with all the names the text has for them; ``short`` is the surname to which it reduces
    the name."""

    key: Key
    words: Words
    names: tuple[Name, ...]
    short: Words = ()

    @property
    def text(self) -> str:
        """The name as it stands in the text, where it does so in the nominative."""
        whole = " ".join(self.words)
        return next((name.text for name in self.names if tuple(word.text for word in name.words) == self.words), whole)


def gather(names: Sequence[Name], lexicon: Lexicon) -> list[Gathered]:
    """Whom the names name, in the order of the text."""
    groups: dict[Key, list[tuple[Name, Words]]] = {}
    for name, words in _apart(names, lexicon):
        key = tuple(small(word, lexicon.language) for word in words)
        groups.setdefault(key, []).append((_as_it_stands(name, words, lexicon), words))
    owners = _Owners(groups, {name.acronym: key for key in groups for name, _ in groups[key] if name.acronym}, lexicon)
    owned: dict[Key, list[Key]] = {}
    for key in groups:
        owner = owners.of(key)
        if owner is not None:
            owned.setdefault(owner, []).append(key)
    return [_gathered(owner, keys, groups, lexicon) for owner, keys in owned.items()]


def _apart(names: Sequence[Name], lexicon: Lexicon) -> Iterator[tuple[Name, Words]]:
    """The names with their nominatives; a German genitive is no part of the noun before it: Kurs Trumps."""
    nominatives = cases.nominatives([name.words for name in names], [bool(name.source) for name in names], lexicon)
    whole = {name.text for name in names}
    for name, words in zip(names, nominatives, strict=True):
        is_genitive = lexicon.genitives and name.words[-1].text != words[-1] and not lexicon.kind_of(words[-1].lower())
        if is_genitive and " ".join(words) not in whole:
            yield replace(name, words=name.words[-1:]), words[-1:]
        else:
            yield name, words


def _as_it_stands(name: Name, nominative: Words, lexicon: Lexicon) -> Name:
    """The name with the signs that its case allows: in Russian who speaks stands in the nominative, and
    the title of a lone name as well (президент Путин, but глава Росатома)."""
    if not lexicon.has_cases:
        return name
    stands = tuple(word.text for word in name.words) == nominative
    titled = len(name.words) > 1 or (stands and bool(name.title) and name.title[0].small in lexicon.titles)
    return replace(name, said=name.said if stands else "", title=name.title if titled else ())


def _gathered(
    owner: Key, keys: Sequence[Key], groups: dict[Key, list[tuple[Name, Words]]], lexicon: Lexicon
) -> Gathered:
    words = Counter(words for _, words in groups[owner]).most_common(1)[0][0]
    names = tuple(name for key in keys for name, _ in groups[key])
    is_reduced = any(len(key) == 1 and key[-1] == owner[-1] and key != owner for key in keys)
    return Gathered(owner, words, names, _surname(words, lexicon) if is_reduced else ())


def _surname(words: Words, lexicon: Lexicon) -> Words:
    """The last word with the particles before it: von der Leyen."""
    begin = len(words) - 1
    while begin > 1 and words[begin - 1] in lexicon.particles:
        begin -= 1
    return words[begin:]


class _Owners:
    """Which longer name a name stands for."""

    def __init__(self, keys: Iterable[Key], acronyms: dict[str, Key], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._acronyms = {small(text, lexicon.language): key for text, key in acronyms.items() if len(key) > 1}
        self._beginning: dict[str, list[Key]] = {}
        self._ending: dict[str, list[Key]] = {}
        for key in keys:
            if len(key) > 1:
                self._beginning.setdefault(key[0], []).append(key)
                self._ending.setdefault(key[-1], []).append(key)

    def of(self, key: Key) -> Key | None:
        """The longest name for the same actor; None when there are several, and so it names nobody."""
        while key not in (longer := self._longer(key)):
            if len(longer) != 1:
                return None
            key = longer[0]
        return key

    def _longer(self, key: Key) -> Sequence[Key]:
        """The longer names that a name may stand for; itself when there are none."""
        return self._longer_of_word(key[0]) if len(key) == 1 else self._longer_of_words(key)

    def _longer_of_words(self, key: Key) -> Sequence[Key]:
        longer = [
            other
            for other in self._ending[key[-1]]
            if len(other) > len(key) and (other[-len(key) :] == key or other[0] == key[0])
        ]
        return longer if len(longer) == 1 else [key]

    def _longer_of_word(self, word: str) -> Sequence[Key]:
        beginning, ending = self._beginning.get(word, []), self._ending.get(word, [])
        if word in self._acronyms:
            return [self._acronyms[word]]
        if word in self._lexicon.known:
            return [(word,)]
        if self._lexicon.kind_of(word):
            return list(dict.fromkeys((*beginning, *ending))) or [(word,)]
        of_surname = [key for key in ending if not self._is_organization(key)]
        of_first_name = [key for key in beginning if not self._is_organization(key)]
        return of_surname or (of_first_name if len(of_first_name) == 1 else [(word,)])

    def _is_organization(self, key: Key) -> bool:
        kind_of = self._lexicon.kind_of
        return bool(kind_of(key[-1]) or kind_of(key[0])) or " ".join(key) in self._lexicon.known

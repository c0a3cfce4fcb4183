"""Which forms of a name are one name, and what its nominative is.

A Russian form may be a case of several names (Пескова of a man Песков or of a woman Пескова): each
occurrence in the text votes for all of them, and the one with most votes has it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from article.importers.lexicon import Lexicon
from article.importers.tokens import Word, phrase

VOTES_OF_KNOWN = 12
"""A name that every story may have has more votes than a rare form can give another."""

_SURNAME = "(ов|ев|ёв|ин|ын)$"
_CONSONANT = "[бвгджзклмнпрстфхцчшщ]$"
_VOWEL = "[аеёиоуыэюя]$"
_ANY = "[а-яё]$"
_PARADIGMS = (
    ("m", _SURNAME, ("", "а", "у", "а", "ым", "е")),
    ("f", _SURNAME, ("а", "ой", "ой", "у", "ой", "ой")),
    ("m", _CONSONANT, ("", "а", "у", "а|", "ом|ем", "е")),
    ("m", _VOWEL, ("й", "я", "ю", "я|й", "ем|ём", "е|и")),
    ("m", _CONSONANT, ("ь", "я", "ю", "я|ь", "ем|ём", "е")),
    ("f", _CONSONANT, ("а", "ы|и", "е", "у", "ой|ей", "е")),
    ("f", _ANY, ("я", "и", "е|и", "ю", "ей|ёй", "е|и")),
    ("f", _CONSONANT, ("ь", "и", "и", "ь", "ью", "и")),
    ("m", _CONSONANT, ("ий|ый|ой", "ого|его", "ому|ему", "ого|его", "им|ым", "ом|ем")),
    ("f", _CONSONANT, ("ая|яя", "ой|ей", "ой|ей", "ую|юю", "ой|ей", "ой|ей")),
)
"""Gender, end of the stem, and the endings of the six cases in the singular."""

NOMINATIVE, GENITIVE = 0, 1
_SHORTEST_STEM = 2
_FLEETING = {"павл": "павел", "петр": "пётр", "льв": "лев"}
"""Names that lose a vowel of their stem."""
_UNCHANGED = re.compile("(?<!ого|его|ому|ему)(?<=[оеёиуюыэ])$|[A-Za-z]")
"""Foreign names that have one form."""
_ACRONYM = re.compile("([А-ЯЁ]{2,})(?:а|у|ом|е)?")
_PATRONYMIC = re.compile("(ович|евич|ич|овн|евн|ичн)(|а|у|ем|е|ы|ой)$")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form may be: the case of a name, given in the nominative."""

    case: int
    gender: str
    lemma: str


@cache
def readings(form: str) -> tuple[Reading, ...]:
    """What a Russian form may be, the likelier first; what cannot be declined is itself in every case."""
    if acronym := _ACRONYM.fullmatch(form):
        return _every_case(acronym[1], "mf")
    found = [
        Reading(case, gender, _restored(stem, first))
        for gender, stem_end, endings in _PARADIGMS
        for case, ending in enumerate(endings)
        for end in ending.split("|")
        if form.endswith(end) and len(stem := form[: len(form) - len(end)]) >= _SHORTEST_STEM
        if re.search(stem_end, stem)
        for first in endings[0].split("|")
    ]
    if not found or _UNCHANGED.search(form):
        return (*found, *_every_case(form, "mf"))
    return (*found, *(_every_case(form, "f") if re.search(_CONSONANT, form) else ()))


def lemmas(word: Word, lexicon: Lexicon) -> frozenset[str]:
    """What a word may be in the nominative, in small letters."""
    if not lexicon.has_cases:
        return frozenset([word.small])
    return frozenset(reading.lemma for reading in readings(word.small))


def parts(words: Sequence[Word], lexicon: Lexicon, *, has_title: bool) -> Iterator[Sequence[Word]]:
    """The names in a run of capitals; in Russian they may stand side by side: Кремля Дмитрий Песков."""
    if not lexicon.has_cases:
        yield from (words,) if words else ()
        return
    begin = len(words)
    found: list[Sequence[Word]] = []
    while begin:
        end = begin
        tails = (words[max(0, end - size) : end] for size in (3, 2, 1))
        begin -= len(next(tail for tail in tails if _is_one_name(tail, lexicon, has_title=has_title)))
        while begin and words[begin - 1].text.endswith("."):
            begin -= 1
        found.append(words[begin:end])
    yield from reversed(found)


def _is_one_name(words: Sequence[Word], lexicon: Lexicon, *, has_title: bool) -> bool:
    """Whether words agree as those of a name do; after a title the first of three may go with the title."""
    if len(words) == 1:
        return True
    forms = tuple(word.text for word in words)
    together = _agreeing(forms)
    if any(word.is_acronym for word in words):
        return False
    if len(words) == 3 and not _PATRONYMIC.search(words[1].small):
        return not has_title and forms in _agreeing(forms, (NOMINATIVE,))
    stands_alone = any(lemma in lexicon.known for lemma in lemmas(words[0], lexicon))
    return bool(together) and (not stands_alone or any(" ".join(name).lower() in lexicon.known for name in together))


def _agreeing(forms: Sequence[str], of_cases: Sequence[int] = range(6)) -> list[tuple[str, ...]]:
    """What forms that agree in case and gender may be the name of, each once."""
    found: dict[tuple[str, ...], None] = {}
    for case, gender in product(of_cases, "mf"):
        of_each = [[r.lemma for r in readings(form) if (r.case, r.gender) == (case, gender)] for form in forms]
        found.update(dict.fromkeys(product(*of_each)))
    return list(found)


def nominatives(names: Sequence[tuple[Word, ...]], sources: Sequence[bool], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """The words of each name in the nominative, as far as the text and the lexicon tell it; a source
    stands in the genitive (по словам Пескова)."""
    if not lexicon.has_cases:
        last = {name[-1].text for name in names}
        return [tuple(_without_suffix(word, last, lexicon) for word in name) for name in names]
    forms = [tuple(word.text for word in name) for name in names]
    candidates = [
        (is_source and _agreeing(form, (GENITIVE,))) or _agreeing(form) or [form]
        for form, is_source in zip(forms, sources, strict=True)
    ]
    votes = Counter(lemma for of_one in candidates for lemma in {lemma for name in of_one for lemma in name})
    for lemma in votes:
        votes[lemma] += VOTES_OF_KNOWN * (lemma.lower() in lexicon.known or lemma.lower() in lexicon.first_names)
    return [
        max(of_one, key=lambda name, form=form: (sum(votes[lemma] for lemma in name), name == form))
        for form, of_one in zip(forms, candidates, strict=True)
    ]


def title_of(words: Sequence[Word], lexicon: Lexicon) -> str:
    """A title as it is given for a role: its first word in the nominative, in small letters where they
    are usual."""
    text = phrase(words) + ("»" if words[-1].begins_quotation else "")
    if lexicon.nouns_have_capitals or lexicon.owned_title_endings:
        return text
    first = next((lemma for lemma in sorted(lemmas(words[0], lexicon)) if lemma in lexicon.titles), words[0].small)
    rest = text[len(words[0].text) :]
    return first + (rest if lexicon.has_cases else rest.lower())


def _without_suffix(word: Word, seen: set[str], lexicon: Lexicon) -> str:
    """The word without what declension adds: Bakanlığının, Ministeriums, Linds."""
    text = word.text
    for suffix in lexicon.kind_suffixes:
        if text.endswith(suffix) and lexicon.kind_of(word.small.removesuffix(suffix)):
            return text.removesuffix(suffix)
    for suffix in lexicon.genitives:
        if text.endswith(suffix) and text.removesuffix(suffix) in seen:
            return text.removesuffix(suffix)
    return text


def _every_case(form: str, genders: str) -> tuple[Reading, ...]:
    return tuple(Reading(case, gender, form) for case in range(6) for gender in genders)


def _restored(stem: str, ending: str) -> str:
    whole = _FLEETING.get(stem.lower()) if not ending else None
    return (whole.capitalize() if stem[0].isupper() else whole) if whole else stem + ending

"""What tells the names of actors from other words."""

from __future__ import annotations

from dataclasses import dataclass, field

from article.model import Kind

Words = frozenset[str]


def words(text: str) -> Words:
    """Words, or phrases of words joined by ``_``."""
    return frozenset(word.replace("_", " ") for word in text.split())


def endings(text: str) -> tuple[str, ...]:
    """Ends of words."""
    return tuple(text.split())


def kinds(**texts: str) -> dict[str, Kind]:
    """Words by the kind of actor that they tell."""
    return {word: Kind(kind) for kind, text in texts.items() for word in words(text)}


PARTICLES = words("de la del della di da dos do du des van von der den ten ter zu zum bin bint ibn ben abu al el")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of one language, all in small letters; in Russian in the nominative."""

    language: str | None = None
    small_words: Words = field(default_factory=Words)
    """Articles, prepositions, pronouns and the like: no name begins with one."""
    excluded: Words = field(default_factory=Words)
    """Words that bear a capital and are no part of an actor's name: months, feasts, coins."""
    ordinary: Words = field(default_factory=Words)
    """Words that begin sentences, and are no name alone."""
    demonyms: Words = field(default_factory=Words)
    """Adjectives of peoples and places: part of a name, but none alone."""
    first_names: Words = field(default_factory=Words)
    """Whose nominative must be known, whatever case a text has them in."""
    titles: Words = field(default_factory=Words)
    """What a person is, said before the name."""
    title_complements: int = 0
    """Words that may stand between a title and a name: губернатор области Лещинский."""
    owned_title_endings: tuple[str, ...] = ()
    """Ends of a title whose rest stands before it: Esnaf Odası Başkanı Gürsoy."""
    title_endings: tuple[str, ...] = ()
    honorifics: Words = field(default_factory=Words)
    """Said before a person's name, but no role."""
    abbreviations: Words = field(default_factory=Words)
    """After which a full stop ends no sentence."""
    speech: Words = field(default_factory=Words)
    """Verbs after the name of who says or holds something."""
    speech_before: Words = field(default_factory=Words)
    """Those that may also stand before the name."""
    speech_before_follows_quotation: bool = False
    """Whether they do so only behind what is said: he said Putin knew."""
    sources: Words = field(default_factory=Words)
    """What stands before the name of a source: according to."""
    sources_after: Words = field(default_factory=Words)
    """The same where it stands behind the name with its suffix."""
    between: Words = field(default_factory=Words)
    """Small words that may stand between a name and its verb."""
    adverb_endings: tuple[str, ...] = ("",)
    """Ends of other words that may."""
    articles: Words = field(default_factory=Words)
    locatives: Words = field(default_factory=Words)
    """What stands before a place."""
    locative_suffixes: Words = field(default_factory=Words)
    labels: Words = field(default_factory=Words)
    """What an organization is, said before its name: Firma Alpengleit."""
    places: Words = field(default_factory=Words)
    """Last words, or first, of the name of a place."""
    place_endings: tuple[str, ...] = ()
    particles: Words = PARTICLES
    """Small words inside the name of a person."""
    links: Words = field(default_factory=Words)
    """Small words inside the name of an organization."""
    kinds: dict[str, Kind] = field(default_factory=dict[str, Kind])
    """Words at the end, or at the beginning, of the name of an organization, and what it then is."""
    kind_endings: dict[str, Kind] = field(default_factory=dict[str, Kind])
    kind_suffixes: Words = field(default_factory=Words)
    """What declension adds to those words."""
    genitives: Words = field(default_factory=Words)
    """What it adds to names, without an apostrophe."""
    known: dict[str, Kind] = field(default_factory=dict[str, Kind])
    """Names that many stories have."""
    nouns_have_capitals: bool = False
    verb_ends_sentence: bool = False
    has_cases: bool = False

    def kind_of(self, word: str) -> Kind | None:
        """What a name is that ends, or begins, with a word; None when the word does not tell."""
        for suffix in ("", *self.kind_suffixes):
            stem = word.removesuffix(suffix) if word.endswith(suffix) else word
            ending = next((ending for ending in self.kind_endings if stem.endswith(ending)), "")
            if kind := self.kinds.get(stem) or self.kind_endings.get(ending):
                return kind
        return None

    def is_place(self, word: str) -> bool:
        """Whether a name that ends, or begins, with a word is that of a place."""
        return word in self.places or (bool(self.place_endings) and word.endswith(self.place_endings))


ARABIC_ARTICLES = words("al el as ash an ar at ad az ul")
"""Begin a name in small letters, with a hyphen after them."""

NO_ACRONYMS = words(
    "ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xix xx xxi am pm tv ok id pr hr pc cd dvd pdf sms gps vip faq usd"
    " eur gbp rub try chf gdp gnp vat ceo cfo coo cto mp mps phd sos diy ad bc ce it ai bip mwst pkw lkw km kg cm dna"
    " atm covid covid-19 q1 q2 q3 q4 o.k. a.m. p.m. e.g. i.e. d.h. z.b. u.a. s.o.s. кв тв см км кг млн млрд руб ввп сми"
    " фио abd't tl ç.n. m.ö. m.s. gsyh ötv kdv"
)
"""Written in capitals, and no actors."""

KNOWN = kinds(
    intergovernmental="nato eu un u.n. osce who imf opec icc iaea unesco unicef unhcr wto nafta asean brics"
    " european_union united_nations european_commission",
    country="us u.s. usa u.s.a. uk u.k. uae",
    government="kremlin white_house",
)

"""Articles that come near what a file may hold, by stances and by a text at once: several stages of the reading are
kept busy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from article.schema import MOST_PARAGRAPHS
from article.source import A_VALUE, AN_ITEM, MOST_HELD
from tests.hostile.case import Case, article, refused, shown, stance, stances, written

ACCENTS = "de\u0301cide\u0301 "
UNLIKE = "de\u0301cix\u0302 "
"""The first accent is composed with its letter, the second cannot be."""
ASTRAL, JOINER, MARK = "\U0001d4d0", "\u200d", "\u0301"
_UNCLEAN = '"{0}\\0a\\u200d' + MARK * 5 + '": "\\0a\\u200d' + MARK * 5 + '"'
JOINED_KEY = "{" + "a\u200d" * 59 + "a: "
NUMBERS = (6_000, 16_500)
"""Stances of a file that has a long text too, and of one that holds little else."""


def _room(number: int) -> int:
    """Characters that a text in which not all are of ASCII may have beside so many stances."""
    return (MOST_HELD - number * (AN_ITEM + 14 * A_VALUE + 120)) // 4


def _sentences(words: str, size: int, number: int) -> str:
    """A text in which each of so many sentences stands once, far from the next."""
    between = words * max(1, (size // number - 25) // len(words))
    return "".join(f"This is the end {index}. {between}" for index in range(number))


def _in_mixed_order(number: int) -> Callable[[int], str]:
    return lambda index: f"the end {index * 4_001 % number}."


def _named(name: str) -> str:
    return f"[{{id: ann, name: {name}, kind: person}}, {{id: bob, name: Bob, kind: person}}]"


def _among_marks(number: int) -> Iterator[str]:
    """Texts that begin with a name, and then have letters with marks that do not compose, but have another order."""
    marks = [chr(code) for code in range(0x316, 0x340)]
    letters = [f"{letter}{one}{other}" for letter in "qxvb" for one in marks for other in marks]
    return (f"Ann {''.join(letters[at : at + 30])}" for n in range(number) if (at := n * 31 % (len(letters) - 30)) + 1)


def _cases(number: int) -> Iterator[Case]:
    room, in_mixed_order = _room(number), _in_mixed_order(number)
    yield written(
        f"{number:,} stances in mixed order, accents",
        shown(),
        lambda: article(_sentences(ACCENTS, room, number), stances=stances(in_mixed_order, number)),
    )
    yield written(
        f"{number:,} stances in mixed order, accents of which half are composed",
        shown(),
        lambda: article(_sentences(UNLIKE, room, number), stances=stances(in_mixed_order, number)),
    )
    yield written(
        f"{number:,} stances in mixed order, an actor named everywhere",
        shown(),
        lambda: article(
            _sentences(ACCENTS, room, number), actors=_named(ACCENTS), stances=stances(in_mixed_order, number)
        ),
    )
    yield written(
        f"{number:,} stances on words that stand a hundred times, accents",
        shown("evidence-ambiguous"),
        lambda: article(_sentences(ACCENTS, room, 100), stances=stances(lambda _: "This is the end", number)),
    )
    yield written(
        f"{number:,} stances on words that stand nowhere, accents",
        shown("evidence-not-found"),
        lambda: article(_sentences(ACCENTS, room, number), stances=stances(lambda n: f"nowhere {n}", number)),
    )


CASES = (
    *(case for number in NUMBERS for case in _cases(number)),
    written(
        "6,000 stances in mixed order, 12 MB",
        shown(),
        lambda: article(_sentences("words ", 12_000_000, 6_000), stances=stances(_in_mixed_order(6_000), 6_000)),
    ),
    written(
        "paragraphs with accents and double spaces",
        shown(),
        lambda: article("No lane\n\n" + f"\u0301{ACCENTS * 7} x\n\n" * (MOST_PARAGRAPHS - 1)),
    ),
    written(
        "an actor named everywhere, in words and by themselves",
        shown(),
        lambda: article("No lane " + "annx ann " * 1_300_000, actors=_named("ann")),
    ),
    written(
        "2,000 cues that stand twice before a long paragraph",
        shown("evidence-ambiguous"),
        lambda: article(
            "x aab aab\n\nNo lane " + "aa-" * 3_500_000,
            stances=stance(1, f"[No lane, {', '.join(['{exact: aab, role: cue}'] * 2_000)}]"),
        ),
    ),
    written(
        "an id of 4 million ligatures",
        shown("bad-id"),
        lambda: article().replace("id: lane", f"id: {chr(0xFDFA) * 4_000_000}", 1),
    ),
    written("skin tones without end", shown(), lambda: article("No lane e\u0301" + "\U0001f3fb" * 3_000_000)),
    written(
        "one joiner in 7 million letters of Russian",
        shown(),
        lambda: article("No lane a\u200da " + "слово " * 1_150_000),
    ),
    written(
        "60,000 aliases, 30 deep",
        shown("too-many-problems"),
        lambda: article(more=f"x_a: {'{k: ' * 28}[{'*a , ' * 60_000}]{'}' * 28}\n"),
    ),
    written(
        "a name within a word in every 100 kB of 12 MB of signs",
        shown(),
        lambda: article(f"No lane{'-.' * 49_990} xAnnx" * 120),
    ),
    written(
        "a name within a word beside a name of 1,000 signs, 12 MB",
        shown(),
        lambda: article(
            f"No lane {'-.' * 400} xAnnx" * 14_500,
            actors=f"[{{id: ann, name: Ann, kind: person, aliases: [x{'-.' * 499}]}}]",
        ),
    ),
    written(
        "an actor named among 7,000 kinds of letters with marks, in one paragraph",
        shown(),
        lambda: article(f"No lane {' '.join(_among_marks(73_000))}"),
    ),
    written(
        "an actor named among 7,000 kinds of letters with marks, in 60,000 paragraphs",
        shown(),
        lambda: article("No lane\n\n" + "\n\n".join(_among_marks(MOST_PARAGRAPHS - 1))),
    ),
    written(
        "1,000 aliases of 990 astral letters",
        shown(),
        lambda: article(
            actors="[{id: ann, name: Ann, kind: person, aliases: ["
            + ", ".join(f"{number}{ASTRAL * 986}" for number in range(1_000))
            + "]}]"
        ),
    ),
    written(
        "110,000 texts and their keys, all to be cleaned",
        shown(),
        lambda: article(more=f"x_a: {{{', '.join(_UNCLEAN.format(number) for number in range(110_000))}}}\n"),
    ),
    written(
        "2,000 problems on lines of joiners",
        shown("alias"),
        lambda: article(more="x_a:\n" + f"  - *a # {('a' + JOINER) * 220}\n" * 2_000),
    ),
    written(
        "2,000 problems on lines of joiners and marks",
        shown("alias"),
        lambda: article(more="x_a:\n" + f"  - *a # {('a' + MARK + JOINER) * 155}\n" * 2_000),
    ),
    written(
        "invisible characters between all Russian letters", shown(), lambda: article("No lane " + "ж\u200b" * 2_500_000)
    ),
    written("bidi controls between all Russian letters", shown(), lambda: article("No lane " + "ж\u202e" * 2_500_000)),
    written("joiners before marks", shown(), lambda: article("No lane " + (JOINER + MARK) * 2_500_000)),
    written("a mark on each of 2 million lines", shown(), lambda: article("No lane\n" + f"{MARK}\n" * 2_000_000)),
    written(
        "a problem after 4 million comments", shown("unknown-key"), lambda: article(more="##\n" * 4_300_000 + "y: a\n")
    ),
    written(
        "2 million paragraphs between blank lines",
        refused("too-many-paragraphs"),
        lambda: article().replace("May.\n", "May.\n" + "\n  a\n" * 2_400_000, 1),
    ),
    written(
        "1,000 aliases under keys of joiners",
        shown("alias"),
        lambda: article(more=f"x_a: {JOINED_KEY * 28}[{'*a , ' * 1_000}]{'}' * 28}\n"),
    ),
)

"""Lists and fields within the limits, each meant to keep one stage of the reading busy for long, or to fill memory."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import article, ends, refused, shown, stance, stances, written


def _records(each: str, number: int) -> str:
    return "".join("\n  - {" + each.replace("#", str(index)) + "}" for index in range(number))


def _accented(number: int) -> str:
    """A text in which each of so many sentences stands once, far from the next."""
    between = "de\u0301cide\u0301 " * 25
    return "".join(f"This is the end {index}. {between}" for index in range(number))


LISTS = (
    written(
        "10,000 actors with aliases that are prefixes of each other",
        shown(),
        lambda: article(
            f"No lane {'a' * 100_000} " * 4,
            actors="\n  - {id: ann, name: Ann, kind: person}"
            + "".join(
                f"\n  - {{id: p{n}, name: {'a' * (n % 90 + 1)}{n}, kind: person, aliases: [{'a' * (n % 400 + 1)}]}}"
                for n in range(10_000)
            ),
        ),
    ),
    written(
        "aliases of a million letters, one within the other",
        shown(),
        lambda: article(
            "No lane " + "ab" * 1_000_000,
            actors="\n  - {id: ann, name: Ann, kind: person, aliases: ["
            + ", ".join(f"{'ab' * n}c" for n in range(1, 1_500))
            + "]}",
        ),
    ),
    written(
        "an actor with 60,000 aliases",
        shown(),
        lambda: article(
            actors=f"[{{id: ann, name: Ann, kind: person, aliases: [{', '.join(f'n{n}' for n in range(60_000))}]}}]"
        ),
    ),
    written(
        "60,000 aliases that are all one",
        shown(),
        lambda: article(
            actors=f"[{{id: ann, name: Ann, kind: person, aliases: [{', '.join('Ann' for _ in range(60_000))}]}}]"
        ),
    ),
    written(
        "an alias of one letter in 5 MB of it",
        shown(),
        lambda: article("No lane " + "a " * 2_500_000, actors="[{id: ann, name: a, kind: person}]"),
    ),
    written(
        "an alias of one Han character in 3 MB of it",
        shown(),
        lambda: article("No lane " + "的" * 1_000_000, actors="[{id: ann, name: 的, kind: person}]"),
    ),
    written(
        "names within words, so that no name is whole",
        shown(),
        lambda: article(
            "No lane " + "xannx" * 800_000, actors="[{id: ann, name: ann, kind: person, aliases: [xa, nx, xannxxannx]}]"
        ),
    ),
    written(
        "names of 5 MB", shown(), lambda: article(actors=f"[{{id: ann, name: {'Ann ' * 1_230_000}, kind: person}}]")
    ),
    written(
        "31,000 actors, all of one name",
        shown("shared-name"),
        lambda: article(actors=_records("id: ann#, name: Ann, kind: person", 31_000)),
    ),
    written(
        "31,000 actors",
        shown("unused-actor"),
        lambda: article(actors=_records("id: ann#, name: N#, kind: person", 31_000)),
    ),
    written(
        "49,000 actors with nothing but an id",
        shown("missing-key"),
        lambda: article(actors=_records("id: ann#", 49_000)),
    ),
    written(
        "65,000 actors of whom nothing is said",
        shown("missing-key"),
        lambda: article(actors=f"[{', '.join(['{}'] * 65_000)}]"),
    ),
    written(
        "31,000 actors of one id",
        shown("id-twice"),
        lambda: article(actors=_records("id: ann, name: N#, kind: person", 31_000)),
    ),
    written(
        "26,500 actors of one tag",
        shown("tag-twice"),
        lambda: article(actors=_records("id: n#, name: N#, tag: AA, kind: person", 26_500)),
    ),
    written(
        "26,500 actors that belong to the one before",
        shown(),
        lambda: article(actors=_chain("id: n#, name: N#, kind: group, member_of: n", 26_500)),
    ),
    written(
        "31,000 actors of an unknown kind",
        shown("bad-value"),
        lambda: article(actors=_records("id: n#, name: N#, kind: persom", 31_000)),
    ),
    written(
        "26,500 actors of unknown parties",
        shown("unknown-party"),
        lambda: article(actors=_records("id: n#, name: N#, kind: person, party: nobody#", 26_500)),
    ),
    written(
        "900 parties and 25,000 actors that miss them narrowly",
        shown("unknown-party"),
        lambda: article(
            actors=_records("id: n#, name: N#, kind: person, party: party-of-the-people-x#", 25_000),
            more=f"parties: {_records('id: party-of-the-people-#, name: P', 900)}\n",
        ),
    ),
    written("38,000 parties", shown(), lambda: article(more=f"parties: {_records('id: p#, name: P', 38_000)}\n")),
    written(
        "31,500 issues",
        shown("unused-issue"),
        lambda: article(issues=_records("id: n#, label: N, proposition: P", 31_500)),
    ),
    written(
        "26,500 issues, each broader than the next",
        shown(),
        lambda: article(issues=_chain("id: n#, label: N, proposition: P, broader: n", 26_500)),
    ),
    written(
        "a circle of 26,500 issues",
        shown("broader-circle"),
        lambda: article(issues=_chain("id: n#, label: N, proposition: P, broader: n", 26_500, 26_499)),
    ),
    written(
        "26,500 issues that are broader than themselves",
        shown("broader-circle"),
        lambda: article(issues=_records("id: n#, label: N, proposition: P, broader: n#", 26_500)),
    ),
    written("17,000 stances", shown(), lambda: article(stances=stances(lambda n: "No lane", 17_000))),
    written(
        "17,000 stances with words of their own",
        shown(),
        lambda: article(ends(17_000), stances=stances(lambda n: f"the end {n}.", 17_000)),
    ),
    written(
        "7,000 stances with words of their own, in mixed order in 3 MB of accents",
        shown(),
        lambda: article(_accented(7_000), stances=stances(lambda n: f"the end {n * 4_001 % 7_000}.", 7_000)),
    ),
    written(
        "16,000 stances of unknown actors",
        shown("unknown-actor"),
        lambda: article(stances=stances(lambda n: "No lane, target: nobody", 16_000)),
    ),
    written(
        "900 actors and 10,000 stances that miss them narrowly",
        shown("unknown-actor"),
        lambda: article(
            actors=_records("id: minister-of-the-interior-#, name: N#, kind: person", 900),
            stances=stances(lambda n: f"No lane, target: minister-of-the-interior-x{n}", 10_000),
        ),
    ),
    written(
        "11,000 stances, each answering the next", shown(), lambda: article(stances=_answering(lambda n: f"s{n + 1}"))
    ),
    written("11,000 stances, all answering one", shown(), lambda: article(stances=_answering(lambda n: "s0"))),
    written(
        "11,000 stances that answer nothing there is",
        shown("unknown-stance"),
        lambda: article(stances=_answering(lambda n: f"t{n}")),
    ),
    written(
        "a stance with 38,000 answers",
        shown(),
        lambda: article(
            stances=stance(
                1, "No lane", f", relations: [{', '.join('{type: rejects, stance: s1}' for _ in range(38_000))}]"
            )
        ),
    ),
    written(
        "a stance on the same words 65,000 times",
        shown(),
        lambda: article(stances=stance(1, f"[{', '.join(['No lane'] * 65_000)}]")),
    ),
    written(
        "a stance on the same words in 45,000 records",
        shown(),
        lambda: article(stances=stance(1, f"[{', '.join(['{exact: No lane}'] * 45_000)}]")),
    ),
    written(
        "a stance reported by 60,000",
        shown(),
        lambda: article(stances=stance(1, "No lane", f", via: [{', '.join('bob' for _ in range(60_000))}]")),
    ),
    written(
        "a stance reported by 60,000 unknown",
        shown("unknown-actor"),
        lambda: article(stances=stance(1, "No lane", f", via: [{', '.join(f'nobody{n}' for n in range(60_000))}]")),
    ),
)


def _chain(each: str, number: int, first: int = 0) -> str:
    """Records, each of which names the one before."""
    return "".join("\n  - {" + each.replace("#", str(n)) + str(n - 1 if n else first) + "}" for n in range(number))


def _answering(whom: Callable[[int], str]) -> str:
    return "".join(stance(n, "No lane", f", relations: [{{type: rejects, stance: {whom(n)}}}]") for n in range(11_000))


FIELDS = (
    written("an address of 5 MB", shown(), lambda: article(more=f"url: https://example.org/{'a' * 5_000_000}\n")),
    written("a date of 5 MB", shown("bad-date"), lambda: article(more=f"published: 2024-02-27T{'0' * 5_000_000}\n")),
    written(
        "a date of 5 MB of colons",
        shown("bad-date"),
        lambda: article(more=f"published: '2024-02-27T{'00:' * 1_600_000}'\n"),
    ),
    written("a language of 5 MB", shown("bad-value"), lambda: article(more=f"language: en{'-abcdefgh' * 530_000}!\n")),
    written("a headline of 5 MB", shown(), lambda: article().replace("A lane for", "A lane for " * 430_000)),
    written(
        "a headline of 400,000 lines",
        shown(),
        lambda: article().replace("A lane for", "|\n" + "  A\n" * 400_000 + "  lane"),
    ),
    written("a note of 5 MB", shown(), lambda: article(more=f"note: {'note ' * 1_000_000}\n")),
    written("an id of 5 MB", shown("bad-id"), lambda: article().replace("id: lane", f"id: {'Lane ' * 1_000_000}", 1)),
    written(
        "an id of 5 MB of Han", shown("bad-id"), lambda: article().replace("id: lane", f"id: {'的' * 1_600_000}", 1)
    ),
    written(
        "a format of 5 MB",
        refused("unknown-format"),
        lambda: article().replace("format: 1", f"format: {'1' * 5_000_000}", 1),
    ),
    written(
        "a tag of 5 MB",
        shown("bad-value"),
        lambda: article(actors=f"[{{id: ann, name: Ann, kind: person, tag: {'A' * 5_000_000}}}]"),
    ),
    written(
        "an unknown position of 5 MB",
        shown("bad-value"),
        lambda: article().replace("position: oppose", f"position: {'oppose' * 800_000}", 1),
    ),
    written(
        "an unknown actor of 5 MB",
        shown("unknown-actor"),
        lambda: article().replace("actor: ann", f"actor: {'ann' * 1_600_000}", 1),
    ),
    written(
        "a summary of 5 MB", shown(), lambda: article().replace("summary: No.", f"summary: {'No. ' * 1_200_000}", 1)
    ),
    written(
        "a flag of 5 MB",
        shown("bad-value"),
        lambda: article().replace("summary: No.", f"summary: No., negated: {'true' * 1_200_000}", 1),
    ),
    written("an unknown key of 5 MB", shown("unknown-key"), lambda: article(more=f'? "{"headlin" * 700_000}"\n: x\n')),
    written("an own key of 5 MB", shown(), lambda: article(more=f'? "x_{"a" * 5_000_000}"\n: x\n')),
    written(
        "170,000 unknown keys that miss known ones narrowly",
        shown("unknown-key"),
        lambda: article(more="".join(f"headlime{n}: x\n" for n in range(170_000))),
    ),
    written(
        "170,000 unknown keys in brackets on one line",
        shown("unknown-key"),
        lambda: article(
            issues=f"[{{id: lane, label: L, proposition: P, {', '.join(f'labell{n}: ' for n in range(170_000))}}}]"
        ),
    ),
    written("170,000 own keys", shown(), lambda: article(more="".join(f"x_{n}: x\n" for n in range(170_000)))),
    written(
        "60,000 unknown values on one line",
        shown("not-a-mapping"),
        lambda: article(issues=f"[{', '.join('x' for _ in range(60_000))}]"),
    ),
    written("65,000 records without keys", shown("missing-key"), lambda: article(stances="\n" + "  - {}\n" * 65_000)),
    written(
        "65,000 records without keys on one line",
        shown("missing-key"),
        lambda: article(stances=f"[{', '.join('{}' for _ in range(65_000))}]"),
    ),
    written(
        "texts where lists belong",
        shown("not-a-list"),
        lambda: article(actors="x", issues="x", stances="'" + "x" * 3_000_000 + "'"),
    ),
    written("lists where texts belong", shown("not-a-text"), lambda: article(more=f"author: [{'[], ' * 60_000}]\n")),
    written(
        "90,000 comments that stand beside texts",
        shown("comment-after-text"),
        lambda: article(more="".join(f"x_{n}: a #b\n" for n in range(90_000))),
    ),
    written("comments of 8 MB", shown(), lambda: article(more="# a\n" * 2_000_000)),
    written("a comment of 8 MB", shown(), lambda: article(more=f"#{'a' * 8_000_000}\n")),
    written(
        "a problem at the end of a line of 8 MB",
        shown("unknown-key"),
        lambda: article(issues=f'[{{x_a: "{"a" * 8_000_000}", keyy: a, id: lane, label: L, proposition: P}}]'),
    ),
)

CASES = (*LISTS, *FIELDS)

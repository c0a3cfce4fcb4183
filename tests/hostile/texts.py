"""Bodies and quotations within the limits, each meant to keep a stage of the reading busy, or to fill the memory."""

from __future__ import annotations

from article.source import MOST_HELD
from tests.hostile.case import article, ends, refused, shown, stance, stances, written

MANY = 10_000
MOST = MOST_HELD // 4 - 10_000
"""Characters of a body in which not all are of ASCII, beside a little else."""
WORDS = "the council said on Tuesday that the lane may open in June if the state pays for it "
LINE = "He said that the lane may open in June, and that nothing else will be built before. "


def _orphan(index: int) -> str:
    return f"'words {index} that nobody has ever said about the lane in June, as far as is known'"


BODY = (
    written("a paragraph of 13 MB", shown(), lambda: article(WORDS * (13_000_000 // len(WORDS)) + "No lane")),
    written("a word of 5 MB", shown(), lambda: article("No lane " + "a" * 5_000_000)),
    written("a word of 5 MB of Han", shown(), lambda: article("No lane " + "的" * 1_600_000)),
    written("a million empty paragraphs", shown(), lambda: article("No lane" + "\n" * 2_000_000 + "the end")),
    written(
        "a million paragraphs", refused("too-many-paragraphs"), lambda: article("No lane\n\n" + "a\n\n" * 1_000_000)
    ),
    written(
        "a million cross-headings",
        refused("too-many-paragraphs"),
        lambda: article("No lane\n\n" + "## a\n\n" * 1_000_000),
    ),
    written("a million lines of one paragraph", shown(), lambda: article("No lane\n" + "a\n" * 1_000_000)),
    written(
        "a million lines of spaces", shown(), lambda: article("No lane\n" + " " * 9 + "\n" + " \n" * 1_000_000 + "a")
    ),
    written("spaces of 5 MB", shown(), lambda: article("No lane" + " " * 5_000_000 + "the end")),
    written("no-break spaces of 5 MB", shown(), lambda: article("No lane" + "\u00a0" * 2_500_000 + "the end")),
    written("ideographic spaces and lines", shown(), lambda: article("No lane" + "\u3000\n" * 700_000 + "the end")),
    written("tabs of 4 MB", shown(), lambda: article("No lane" + "\t" * 4_000_000 + "the end")),
    written("combining marks, half a million in a row", shown(), lambda: article("No lane e" + "\u0301" * 500_000)),
    written(
        "combining marks, four by four", shown(), lambda: article("No lane " + "e\u0301\u0302\u0323\u0308" * 300_000)
    ),
    written("combining marks of many kinds", shown(), lambda: article("No lane " + "a\u0323\u0301 " * 600_000)),
    written("a mark on every line", shown(), lambda: article("No lane\n" + "\u0301\n" * 600_000)),
    written("jamo without end", shown(), lambda: article("No lane " + "\u1112\u1161\u11ab" * 400_000)),
    written(
        "ligatures that NFKC would make 18 times as long", shown(), lambda: article("No lane " + "\ufdfa" * 900_000)
    ),
    written("characters that NFC makes three of", shown(), lambda: article("No lane " + "\U0001d160" * 500_000)),
    written("half a million joiners", shown(), lambda: article("No lane " + "a\u200d" * 700_000)),
    written("half a million invisible characters", shown(), lambda: article("No lane " + "a\u200b" * 700_000)),
    written("half a million bidi controls", shown(), lambda: article("No lane " + "\u202e" * 700_000)),
    written("private use of 4 MB", shown(), lambda: article("No lane " + "\ue000" * 1_300_000)),
    written(
        "controls of C1, of which YAML allows one",
        refused("not-yaml"),
        lambda: article("No lane " + "a\\\x85 " * 700_000),
    ),
    written("astral letters of 4 MB", shown(), lambda: article("No lane " + "\U0001d4d0" * 1_000_000)),
    written(
        "one astral letter in 8 MB",
        refused("too-large", 5),
        lambda: article("No lane \U0001f600 " + WORDS * (8_000_000 // len(WORDS))),
    ),
    written("one astral letter in 7 MB", shown(), lambda: article("No lane \U0001f600 " + WORDS * (MOST // 84))),
    written(
        "one astral letter in 7 MB of double spaces",
        shown(),
        lambda: article("No lane \U0001f600 e\u0301 " + f"{WORDS} " * (MOST // 85)),
    ),
    written(
        "one astral letter on each of 59,000 lines",
        shown(),
        lambda: article("No lane" + f"\n\n{WORDS}\U0001f600" * 59_000),
    ),
    written(
        "one astral letter in 8 MB, as an escape",
        refused("too-large", 4),
        lambda: _quoted_body('"', "No lane \\U0001f600 " + WORDS * (8_000_000 // len(WORDS))),
    ),
    written(
        "one accent in 7 MB of double spaces",
        shown(),
        lambda: article("No lane’ e\u0301 " + f"{WORDS} " * (MOST // 85)),
    ),
    written("accents and double spaces of 9 MB", shown(), lambda: article("No lane " + "e\u0301  " * (MOST // 4))),
    written(
        "one accent in 8 MB",
        refused("too-large", 4),
        lambda: article("No lane é " + WORDS * (8_000_000 // len(WORDS))),
    ),
    written("marks on spaces, 7 MB", shown(), lambda: article("No lane e\u0301" + " \u0301" * (MOST // 2 - 10))),
    written("flags of 4 MB", shown(), lambda: article("No lane " + "\U0001f1fa" * 1_000_000)),
    written("quotation marks of 4 MB", shown(), lambda: article("No lane " + "“”" * 630_000)),
    written("dashes between all letters", shown(), lambda: article("No lane " + "a—b-" * 700_000)),
    written("brackets of markup", shown(), lambda: article("No lane " + "[/][@click=app.quit][" * 130_000)),
    written("Thai without a space", shown(), lambda: article("No lane " + "ก็" * 600_000)),
    written("Arabic and Hebrew mixed", shown(), lambda: article("No lane " + "שלום مرحبا " * 130_000)),
    written("a body in single quotation marks, 5 MB", shown(), lambda: _quoted_body("'", LINE * 60_000)),
    written(
        "a body in double quotation marks, all escapes",
        shown(),
        lambda: _quoted_body('"', "No lane " + "\\u00e9" * 800_000),
    ),
    written(
        "a body in double quotation marks, 200,000 lines", shown(), lambda: _quoted_body('"', "No lane\n  " * 200_000)
    ),
    written(
        "a folded body of 400,000 lines",
        shown(),
        lambda: article().replace("body: |", "body: >", 1).replace("May.\n", "May.\n" + "  a\n" * 400_000, 1),
    ),
    written(
        "a plain body of 400,000 lines",
        shown(),
        lambda: (
            article().replace("body: |\n  “No", "body: x\n  “No", 1).replace("May.\n", "May.\n" + "  a\n" * 400_000, 1)
        ),
    ),
    written("a body set in by a million spaces", shown(), lambda: article().replace("  “", " " * 1_000_000 + "“", 1)),
)


def _quoted_body(mark: str, text: str) -> str:
    head, _, rest = article().partition("body: |\n")
    lists = rest.partition("\n")[2].replace("evidence: No lane", "evidence: lane", 1)
    return f"{head}body: {mark}{text}{mark}\n{lists}"


EVIDENCE = (
    written(
        "500 quotations with a prefix that never fits in 2 MB",
        shown("context-not-found"),
        lambda: article(LINE * 25_000, stances=stances(lambda n: f"{{exact: the lane, prefix: never {n}}}", 500)),
    ),
    written(
        "5,000 quotations with a prefix that never fits in 2 MB",
        shown("context-not-found"),
        lambda: article(LINE * 25_000, stances=stances(lambda n: f"{{exact: the lane, prefix: never {n}}}", 5_000)),
    ),
    written(
        "500 quotations of the end of 5 MB, with a prefix that never fits",
        shown("context-not-found"),
        lambda: article(
            LINE * 60_000 + ends(500), stances=stances(lambda n: f"{{exact: end {n}., prefix: never}}", 500)
        ),
    ),
    written(
        "500 orphans in 4.7 MB of one repeated phrase",
        shown("evidence-not-found"),
        lambda: article(LINE * 56_000, stances=stances(_orphan, 500)),
    ),
    written(
        "10,000 orphans in 1 MB",
        shown("evidence-not-found"),
        lambda: article(LINE * 12_000, stances=stances(_orphan, 10_000)),
    ),
    written(
        "orphans of 10 kB in 200 kB",
        shown("evidence-not-found"),
        lambda: article(LINE * 2_500, stances=stances(lambda n: f"{'lane ' * 2_000}{n}", 100)),
    ),
    written(
        "an orphan of 3 MB in 3 MB",
        shown("evidence-not-found"),
        lambda: article(LINE * 36_000, stances=stances(lambda n: f"'{LINE * 36_000} and no more'", 1)),
    ),
    written(
        "orphans of one letter",
        shown("evidence-not-found"),
        lambda: article("a " * 1_000_000, stances=stances(lambda n: "q", 10_000)),
    ),
    written(
        "orphans in one word of 2 MB",
        shown("evidence-not-found"),
        lambda: article("a" * 2_000_000, stances=stances(lambda n: "aaaaaaaab" * 10 + str(n), 200)),
    ),
    written(
        "orphans in Han of 3 MB",
        shown("evidence-not-found"),
        lambda: article("北京表示中国不会" * 120_000, stances=stances(lambda n: f"北京不会向中国表示{n}", 500)),
    ),
    written(
        "orphans of quotation marks",
        shown("evidence-not-found"),
        lambda: article("“ ” ‘ ’ – " * 100_000, stances=stances(lambda n: "'” “ x – – ” “'", 500)),
    ),
    written(
        "10,000 ambiguous quotations in 8 MB",
        shown("evidence-ambiguous"),
        lambda: article("a" * 4_000_000 + " b" * 2_000_000, stances=stances(lambda n: "b " * (n % 50) + "b", 10_000)),
    ),
    written(
        "quotations that are prefixes of each other",
        shown("evidence-ambiguous"),
        lambda: article("a" * 1_000_000, stances=stances(lambda n: "a" * (n + 1), 1_500)),
    ),
    written(
        "quotations that differ in the last letter alone",
        shown("evidence-not-found"),
        lambda: article("a" * 2_000_000, stances=stances(lambda n: f"{'a' * 300}b{n}", 3_000)),
    ),
    written(
        "quotations with prefix and suffix of 10 kB",
        shown("context-not-found"),
        lambda: article(
            LINE * 3_000,
            stances=stances(lambda n: f"{{exact: lane, prefix: '{LINE * 120}{n}', suffix: '{LINE * 120}'}}", 100),
        ),
    ),
    written(
        "400 quotations with prefix and suffix of 10 kB",
        shown("context-not-found"),
        lambda: article(
            LINE * 48_000,
            stances=stances(lambda n: f"{{exact: lane, prefix: '{n} {LINE * 120}', suffix: '{LINE * 120}{n}'}}", 400),
        ),
    ),
    written(
        "25,000 quotations with prefix and suffix",
        shown("context-not-found"),
        lambda: article(
            LINE * 48_000,
            stances=stance(
                1, f"[{', '.join(f'{{exact: lane, prefix: {n} {WORDS}, suffix: it}}' for n in range(25_000))}]"
            ),
        ),
    ),
    written(
        "ambiguous quotations of 200 kB",
        shown("evidence-ambiguous"),
        lambda: article("ab " * 500_000, stances=stances(lambda n: "ab " * (70_000 - n) + "ab", 10)),
    ),
    written(
        "quotations of 10 kB, one within the other",
        shown("evidence-ambiguous"),
        lambda: article("ab" * 3_000_000, stances=stances(lambda n: "ab" * (5_000 - n), 500)),
    ),
    written(
        "quotations of 10 kB that end otherwise",
        shown("evidence-not-found"),
        lambda: article("ab" * 3_000_000, stances=stances(lambda n: f"{'ab' * (5_000 - n)}c", 500)),
    ),
    written(
        "quotations of 50 kB that end otherwise",
        shown("evidence-not-found"),
        lambda: article("ab" * 3_000_000, stances=stances(lambda n: f"{'ab' * (25_000 - n)}c", 110)),
    ),
    written(
        "quotations of all lengths that end otherwise",
        shown("evidence-not-found"),
        lambda: article("a" * 5_000_000, stances=stances(lambda n: f"{'a' * 2 ** (n // 7)}b{n}", 120)),
    ),
    written(
        "a stance with 30,000 pieces of evidence",
        shown(),
        lambda: article(ends(30_000), stances=stance(1, f"[{', '.join(f'the end {n}.' for n in range(30_000))}]")),
    ),
    written(
        "30,000 conditions that are nowhere",
        shown("evidence-not-found"),
        lambda: article(
            LINE * 2_000,
            stances=stance(1, f"[{', '.join(f'{{exact: nowhere {n}, role: condition}}' for n in range(30_000))}]"),
        ),
    ),
    written(
        "30,000 cues that are everywhere",
        shown("evidence-ambiguous"),
        lambda: article(
            "No lane. " + LINE * 20_000,
            stances=stance(1, f"[No lane, {', '.join('{exact: lane, role: cue}' for _ in range(30_000))}]"),
        ),
    ),
    written(
        "quotations of combining marks",
        shown("evidence-not-found"),
        lambda: article("e\u0301\u0302" * 300_000, stances=stances(lambda n: "e\u0302\u0301" * 30, 1_000)),
    ),
)


CASES = (*BODY, *EVIDENCE)

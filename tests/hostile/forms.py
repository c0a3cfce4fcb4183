"""Files that attack the reading of YAML, or of characters: most are small."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from article.nodes import MOST_DEPTH, MOST_DIRECTIVES
from article.source import A_VALUE, AN_ITEM, MOST_BYTES, MOST_HELD
from tests.hostile.case import Case, Expected, article, refused, shown, written

MOST_VALUES = MOST_HELD // A_VALUE
_STYLES: tuple[tuple[str, str], ...] = (
    ("brackets", "["),
    ("braces", "{a: "),
    ("pairs in brackets", "[a: "),
)


def _own(name: str, expected: Expected, value: str | Callable[[], str]) -> Case:
    """An article whose first line has a key of the user's own with a value."""
    make = value if callable(value) else lambda: value
    return written(name, expected, lambda: article(more=f"x_a: {make()}\n"))


DEEP = (
    *(
        written(f"{number:,} {name}", refused("too-deep", 1), lambda sign=sign, number=number: sign * number)
        for name, sign in _STYLES
        for number in (40, 10_000, 1_000_000)
    ),
    written("a million question marks", refused("too-deep"), lambda: "? " * 1_000_000),
    written("a million dashes", refused("too-deep", 1), lambda: "- " * 1_000_000),
    written(
        "lists set in one within the other",
        refused("too-deep", MOST_DEPTH + 1),
        lambda: "".join(f"{' ' * n}-\n" for n in range(2_000)),
    ),
    written(
        "keys set in one within the other",
        refused("too-deep", MOST_DEPTH + 1),
        lambda: "".join(f"{' ' * n}a:\n" for n in range(2_000)),
    ),
    written("brackets closed again", refused("too-deep", 1), lambda: "[" * 50_000 + "]" * 50_000),
    written("brackets that are never opened", refused("not-yaml", 1), lambda: "]" * 100_000),
    _own("as deep as is allowed", shown(), "[" * (MOST_DEPTH - 1) + "]" * (MOST_DEPTH - 1)),
    _own("deeper than is allowed by one", refused("too-deep", 1), "[" * MOST_DEPTH + "]" * MOST_DEPTH),
)

_LAUGHS = "".join(f"x_{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 10))
_MERGES = "x_0: &m0 {a: b}\n" + "".join(
    f"x_{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 5)}]}}\n" for n in range(1, 13)
)

BOMBS = (
    written("a billion laughs", shown("alias"), lambda: article(more=f"x_0: &l0 [lol]\n{_LAUGHS}")),
    written("merge keys that double", shown("merge-key"), lambda: article(more=_MERGES)),
    written("merge keys, 90,000 of them", shown("merge-key"), lambda: article(more=f"x_a: {{{'<<: a, ' * 90_000}}}\n")),
    written("an anchor that holds itself", shown("alias"), lambda: article(more="x_a: &a [*a]\n")),
    written("an alias of nothing", shown("alias"), lambda: article(more="x_a: *nothing\n")),
    written("an anchor on everything", shown("anchor"), lambda: article(more="x_a: [" + "&a b, " * 60_000 + "]\n")),
    written("an alias on everything", shown("alias"), lambda: article(more="x_a: [" + "*a , " * 60_000 + "]\n")),
    written("an anchor of 5 MB", shown("anchor"), lambda: article(more=f"x_a: &{'a' * 5_000_000} b\n")),
    written("an alias of 5 MB", shown("alias"), lambda: article(more=f"x_a: *{'a' * 5_000_000}\n")),
    written("an anchor that is the whole article", shown("anchor", 1), lambda: f"&a\n{article()}"),
    written("a key that is an alias", shown("alias"), lambda: article(more="*a : b\n")),
    written(
        "tags by the thousand",
        shown("tag"),
        lambda: article(more="x_a: [" + "!!python/object:os.system b, " * 60_000 + "]\n"),
    ),
    written(
        "a tag of 5 MB that is never closed",
        refused("not-yaml", 1),
        lambda: article(more=f"x_a: !<{'a' * 5_000_000}\n"),
    ),
    written("a long tag that is closed", shown("tag", 1), lambda: article(more=f"x_a: !<{'a' * 1_000_000}> b\n")),
    written("a tag with escapes", refused("not-yaml", 1), lambda: article(more=f"x_a: !{'%FF' * 300_000} b\n")),
    _own("a tag that makes an object of Python", shown("tag", 1), "!!python/object/apply:os.system [echo pwned]"),
    _own("a tag that imports a module", shown("tag", 1), "!!python/module:antigravity ''"),
    _own("a tag that makes a tuple", shown("tag", 1), "!!python/tuple [a]"),
    _own("a tag for a set", shown("tag", 1), "!!set {a, b}"),
    _own("a tag for an ordered mapping", shown("tag", 1), "!!omap [a: b]"),
    _own("a tag for bytes", shown("tag", 1), "!!binary R0lGODlhDAAMAIQAAP"),
    _own("a tag for a number that is none", shown("tag", 1), "!!int x"),
    _own("a tag for a time that is none", shown("tag", 1), "!!timestamp 9999-99-99"),
    _own("a tag of somebody's own", shown("tag", 1), "!mine {a: b}"),
    _own("a tag that no directive explains", refused("not-yaml", 1), "!e!tag b"),
    written(
        "directives by the hundred thousand",
        refused("too-many-directives", MOST_DIRECTIVES + 1),
        lambda: "%A b\n" * 100_000,
    ),
    written("directives after other line breaks", refused("too-many-directives"), lambda: "%A b\u2028" * 40),
    written("a directive of 5 MB", refused("not-yaml"), lambda: f"%TAG ! {'a' * 5_000_000}\n"),
    written("a directive for another YAML", refused("not-yaml"), lambda: "%YAML 9.9\n---\na: b\n"),
    written("a directive given twice", refused("not-yaml"), lambda: "%YAML 1.1\n%YAML 1.1\n---\na: b\n"),
)

GUESSES = (
    *(
        _own(name, shown(), value)
        for name, value in (
            ("a number in sexagesimals without end", "1" + ":59" * 1_000_000),
            ("a number of 3 MB", "9" * 3_000_000),
            ("a number in octal of 1 MB", "0o" + "7" * 1_000_000),
            ("a fraction of 3 MB", "0." + "3" * 3_000_000),
            ("an exponent without end", "1e" + "9" * 1_000_000),
            ("underscores in a number", "1" + "_" * 1_000_000),
            ("infinity", ".inf"),
            ("not a number", ".nan"),
            ("a time that there is not", "9999-99-99T99:99:99.999Z"),
            ("a year of 1 MB", "2" * 1_000_000 + "-01-01"),
            ("the word no", "no"),
            ("a tilde", "~"),
            ("an equals sign", "="),
        )
    ),
    written("a date that there is not", shown("bad-date", 1), lambda: article(more="published: 2024-02-30\n")),
    written("a year before the first", shown("bad-date", 1), lambda: article(more="published: 0000-01-01\n")),
    written(
        "a date with an offset of days",
        shown("bad-date", 1),
        lambda: article(more="published: 2024-01-01T00:00:00+99:99\n"),
    ),
    written("a date in other digits", shown("bad-date", 1), lambda: article(more="published: ２０２４-01-01\n")),
    written("a date of Thai digits", shown("bad-date", 1), lambda: article(more="published: ๒๐๒๔\n")),
)

KEYS = (
    written("the same key 90,000 times", shown("key-twice"), lambda: article(more="headline: a\n" * 90_000)),
    written(
        "the same key 90,000 times in brackets",
        shown("key-twice"),
        lambda: article(more=f"x_a: {{{'a: b, ' * 90_000}}}\n"),
    ),
    written("the body twice", shown("key-twice"), lambda: article(more="body: A b.\n")),
    written("a key that is a list", shown("bad-key", 1), lambda: article(more="? [a]\n: b\n")),
    written("a key that is a mapping", shown("bad-key", 1), lambda: article(more="{a: b}: c\n")),
    written("a key of nothing", shown("unknown-key", 1), lambda: article(more="'': a\n")),
    written("a key with a line break", shown("unknown-key", 1), lambda: article(more='"a\\nb": c\n')),
    written("a key with controls", shown("unknown-key", 1), lambda: article(more='"\\e]0;pwned\\a": c\n')),
    written("a key of bidi controls", shown("unknown-key", 1), lambda: article(more='"\\u202Eenildaeh": c\n')),
    written(
        "keys that are one when they are clean", shown("key-twice", 4), lambda: article(more='"head\\u200Bline": a\n')
    ),
    written("a key of markup", shown("unknown-key", 1), lambda: article(more='"[@click=app.quit]a[/]": b\n')),
    written(
        "90,000 keys that hash alike in other programs",
        shown("unknown-key"),
        lambda: article(more="".join(f"{'A' * (n % 50)}{n}: b\n" for n in range(90_000))),
    ),
    written(
        "a key of 5 MB with a question mark", shown("unknown-key"), lambda: article(more=f"? {'a' * 5_000_000}\n: b\n")
    ),
    written(
        "2,000 problems under a key of 5 MB",
        shown("alias"),
        lambda: article(more=f"? {'a' * 5_000_000}\n: [{'*a , ' * 2_000}]\n"),
    ),
    written("a key of 5 MB twice", shown("key-twice"), lambda: article(more=f"? {'a' * 5_000_000}\n: b\n" * 2)),
    written("a key longer than libyaml allows", refused("not-yaml"), lambda: article(more=f"{'a' * 2_000}: b\n")),
    written("a key without a value at the end", shown("unknown-key"), lambda: article() + "keyy:"),
    written("a stance that is a list", shown("not-a-mapping"), lambda: article(stances="[[a]]")),
    written("an article that is a list", refused("not-an-article", 1), lambda: "- a\n"),
    written("an article that is a text", refused("not-an-article", 1), lambda: "a\n"),
    written("an article that is nothing", refused("empty"), lambda: "---\n...\n" * 0),
    written("an article of comments", refused("empty"), lambda: "# a\n" * 1_000),
    written("an article of line breaks", refused("empty"), lambda: "\n" * 5_000_000),
    written("an article of spaces", refused("empty"), lambda: " " * 5_000_000),
    written("two documents", shown("second-document"), lambda: article() + "---\n" + article()),
    written("a million documents", refused("not-an-article", 1), lambda: "--- a\n" * 1_000_000),
    written("a million ends of documents", refused("not-yaml", 1), lambda: "...\n" * 1_000_000),
    written(
        "a document of another format",
        refused("unknown-format", 1),
        lambda: article().replace("format: 1", "format: 2", 1),
    ),
    written("too many values", refused("too-large", 1), lambda: "[" + "a," * MOST_VALUES + "]"),
    written(
        "too many values that are nothing",
        refused("too-large", 1),
        lambda: "{" + "a" * 8 + ",b" * MOST_VALUES + "}",
    ),
    written(
        "too many values in lists",
        refused("too-large", 1),
        lambda: "[" + "a," * (MOST_HELD // AN_ITEM) + "]",
    ),
    written("too many aliases", refused("too-large", 1), lambda: "[" + "*a," * MOST_VALUES + "]"),
)

BROKEN = (
    written("a bracket that is never closed", refused("not-yaml", 1), lambda: article(more="x_a: [a\n")),
    written(
        "a bracket that is never closed in 60,000 values",
        refused("not-yaml"),
        lambda: article(more=f"x_a: [a{', a' * 60_000}\n"),
    ),
    written(
        "a quotation mark that is never closed in 5 MB",
        refused("not-yaml", 1),
        lambda: article(more=f'x_a: "a{" a" * 2_500_000}\n'),
    ),
    written("a million quotation marks", refused("not-yaml", 1), lambda: '"' * 1_000_001),
    written("a tab for an indent", refused("not-yaml", 2), lambda: article(more="x_a:\n\tb: c\n")),
    written("a backslash that begins nothing", refused("not-yaml", 1), lambda: article(more='x_a: "\\q"\n')),
    written("an escape past Unicode", refused("not-yaml", 1), lambda: article(more='x_a: "\\UFFFFFFFF"\n')),
    written("an escape of a surrogate", refused("not-yaml", 1), lambda: article(more='x_a: "\\uD800"\n')),
    written("an escape of nothing", shown(), lambda: article(more='x_a: "\\0"\n')),
    written(
        "2 million escapes of nothing",
        shown(),
        lambda: article(more=f'x_a: "{chr(92)}0{(chr(92) + "0") * 4_000_000}"\n'),
    ),
    written("3 million line separators", shown(), lambda: article(more='x_a: "a' + "\u2028" * 3_000_000 + '"\n')),
    written(
        "all escapes that YAML has",
        shown(),
        lambda: article(more='x_a: "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\x20\\"\\/\\\\\\N\\_\\L\\P\\u00e9\\U0001F600"\n'),
    ),
    written("a colon within a text", refused("not-yaml", 3), lambda: article().replace("A lane", "A: lane")),
    written("a sign of the at", refused("not-yaml", 1), lambda: article(more="x_a: @b\n")),
    written("a block that is set in by nothing", refused("not-yaml"), lambda: article(more="x_a: |0\n  a\n")),
    written("a block with two numbers", refused("not-yaml"), lambda: article(more="x_a: |22\n  a\n")),
    written(
        "a block whose first lines are set in further",
        refused("not-yaml"),
        lambda: article(more="x_a: |\n" + " " * 9 + "\n  a\n"),
    ),
    written(
        "a web page", refused("not-an-article", 1), lambda: "<!DOCTYPE html>\n<html><body>[a</body></html>\n" * 1_000
    ),
    written("JSON", refused("no-headline"), lambda: '{"a": [1, 2, null, true]}'),
    written("JSON with tabs", refused("not-yaml"), lambda: '{\n\t"a": 1,\n\t"b": [}'),
    written("a program", refused("not-yaml"), lambda: "#!/bin/sh\nrm -rf / ; { : } | : &\n"),
    written(
        "noise of letters",
        refused("not-yaml"),
        lambda: "".join("{}[]&*!|>'\"%@`,?:-# \nab"[n * n * 7 % 24] for n in range(50_000)),
    ),
)

CODINGS = (
    *(
        written(
            f"a file in {coding}",
            refused("not-utf-8"),
            lambda coding=coding: article("Größe, “No lane”, 的").encode(coding),
        )
        for coding in ("utf-16", "utf-32", "gb18030")
    ),
    written("a file in UTF-16 without a mark", refused("not-yaml", 1), lambda: article("No lane").encode("utf-16-le")),
    written("a file in Windows-1252", refused("not-utf-8", 5), lambda: article("Größe").encode("cp1252")),
    written("a file in Shift JIS", refused("not-utf-8", 5), lambda: article("日本").encode("shift-jis")),
    written("a file with a byte order mark", shown(), lambda: codecs.BOM_UTF8 + article().encode()),
    written("a file with two byte order marks", shown(), lambda: codecs.BOM_UTF8 * 2 + article().encode()),
    written("byte order marks in the text", shown(), lambda: article("No lane " + "\ufeff" * 100_000)),
    written("nothing but a byte order mark", refused("empty"), lambda: codecs.BOM_UTF8),
    written("half a byte order mark", refused("not-utf-8", 1), lambda: codecs.BOM_UTF8[:2]),
    written("a byte that is none of UTF-8", refused("not-utf-8", 1), lambda: b"x_a: \xff\n"),
    written("a letter in more bytes than it needs", refused("not-utf-8", 1), lambda: b"x_a: \xc0\xaf\n"),
    written("a surrogate in UTF-8", refused("not-utf-8", 1), lambda: b"x_a: \xed\xa0\x80\n"),
    written("a character past Unicode", refused("not-utf-8", 1), lambda: b"x_a: \xf7\xbf\xbf\xbf\n"),
    written("a letter that is cut at the end", refused("not-utf-8"), lambda: article().encode() + b"\xe2\x80"),
    written("a bad byte at the end of 11 MB", refused("not-utf-8", 2), lambda: b"#" + b"a" * 11_000_000 + b"\n\xff"),
    written("a bad byte after a million lines", refused("not-utf-8", 5_000_001), lambda: b"\n" * 5_000_000 + b"\xff"),
    written("bad bytes, 11 MB", refused("not-utf-8", 1), lambda: b"\xff" * 11_000_000),
    *(
        written(
            f"the character U+{code:04X}",
            refused("not-yaml", 1),
            lambda code=code: article(more=f"x_a: a{chr(code)}b\n"),
        )
        for code in (0x00, 0x07, 0x08, 0x0B, 0x1B, 0x7F, 0x80, 0x9B, 0x9D, 0xFFFE)
    ),
    written("zeros, 11 MB", refused("not-yaml", 1), lambda: b"\0" * 11_000_000),
    written(
        "a bad character after 5 million lines", refused("not-yaml", 5_000_001), lambda: b"\n" * 5_000_000 + b"\x1b"
    ),
    written(
        "line breaks of all kinds",
        shown(),
        lambda: article().replace("\n", "\r\n").replace("id: lane\r\n", "id: lane\r", 1),
    ),
    written("line breaks of old Macs", shown(), lambda: article().replace("\n", "\r")),
    written("an archive", refused("not-utf-8", 3), lambda: b"PK\x03\x04" + bytes(range(256)) * 1_000),
    written("a picture", refused("not-utf-8", 1), lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 1_000),
    written("a program for a processor", refused("not-yaml", 1), lambda: b"\x7fELF" + bytes(range(128)) * 1_000),
    written("as large as is allowed, of comments", refused("empty"), lambda: b"#" * MOST_BYTES),
    written("as large as is allowed, of brackets", refused("too-deep", 1), lambda: b"[" * MOST_BYTES),
    written("as large as is allowed, of commas", refused("not-yaml", 1), lambda: b"," * MOST_BYTES),
    written("as large as is allowed, of line breaks", refused("empty"), lambda: b"\n" * MOST_BYTES),
    written("as large as is allowed, of quotation marks", refused("not-an-article", 1), lambda: b"'" * MOST_BYTES),
    written("as large as is allowed, of dashes", refused("not-an-article"), lambda: b"-" * MOST_BYTES),
    written("as large as is allowed, of colons", refused("not-yaml"), lambda: b":" * MOST_BYTES),
    written("larger than is allowed by a byte", refused("too-large"), lambda: b"#" * (MOST_BYTES + 1)),
)

CASES = (*DEEP, *BOMBS, *GUESSES, *KEYS, *BROKEN, *CODINGS)

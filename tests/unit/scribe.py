"""A scribe who writes articles in every way that YAML allows, by chance, with comments wherever they may stand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random
from typing import TypeVar

import yaml

Value = str | list["Value"] | dict[str, "Value"]
Choice = TypeVar("Choice")

WORDS = (
    *("no", "true", "~", "null", "2024-02-27", "1_000", "0o7", "1e3", "012", "1:30", "0x1F", ".inf", "=", "-1", "---"),
    *(
        "Ann’s",
        "it's",
        'a "b"',
        "x#y",
        "a:b",
        "https://a.b/c?d=e",
        "who?",
        "a, b",
        "[sic]",
        "{x}",
        "日本語" * 9,
        "x" * 130,
    ),
    *(
        "🙂👩‍👩‍👧",
        "e\u0301",
        "a\u200bb",
        "\u00ada",
        "é\u00a0",
        "a\u2028b",
        "back\\slash",
        "a\tb",
        "100%",
        "a #b",
        "#c",
        "a: b",
    ),
    *("- d", "? e", ": f", "...", "|", ">", "]", "@x", "*x", "&y", "!z", "%a", "`q`", "c' # d", "''", '"', "}, {"),
)
KEYS = ("x_a", "x_b c", "x_日", "x_1:30", "odd", "no", "1", "f,g")
COMMENTS = ("# {}", "#{}", "# {}: 'x' \"y", "#  - id: {}", "# {} # [", "#\t{}")


BODY = "Ann wants the lane. And it is: “so”."


class Scribe:
    """Writes one article; ``comments`` are those it put in."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.comments: list[str] = []
        self._most_comments = chance.choice((0, 3, 1000))

    def text(self) -> str:
        """An article that loads, as long as YAML takes what the scribe wrote."""
        lines = [self._comment()] if self._is(0.2) else []
        if self._is(0.1):
            lines.append(self.chance.choice(("---", "%YAML 1.1\n---")))
        if self._is(0.07):
            lines += self._in_brackets(self._article(), 0)
        else:
            lines += self._block(self._article(), self.chance.choice((0, 0, 0, 2)), [0])
        text = "\n".join(lines) + self.chance.choice(("\n", "", "\n\n", "\n...\n"))
        return text.replace("\n", self.chance.choice(("\n", "\n", "\n", "\n", "\r\n", "\x85")))

    def _is(self, probability: float) -> bool:
        return self.chance.random() < probability

    def _some(self, values: dict[str, Value]) -> dict[str, Value]:
        return {name: value for name, value in values.items() if self._is(0.4)}

    # ------------------------------------------------------------------ what is written

    def _article(self) -> Value:
        note: dict[str, Value] = {"note": self._phrase(), "coder": ""}
        parties: dict[str, Value] = {"parties": [{"id": "p", "name": "P"}]}
        return self._record(
            {
                "format": "1",
                "id": "x",
                "headline": f"h {self._phrase()}",
                "body": BODY,
                **self._some(note | parties),
                "actors": [self._actor("a1"), self._actor("a2")],
                "issues": [self._record({"id": "i1", "label": "Lane", "proposition": self._phrase()})],
                "stances": [self._stance(f"s{number}") for number in range(self.chance.choice((0, 1, 3)))],
            }
        )

    def _actor(self, name: str) -> Value:
        aliases: list[Value] = [self._phrase(), self._phrase()]
        membership: Value = {"org": "a1"}
        memberships: list[Value] = [self._record({"role": self._phrase(), "org": "a2"}), "a1"]
        return self._record(
            {
                "id": name,
                "name": self.chance.choice(("Ann", "李", "Lee, Jr.", "no")),
                "kind": "person",
                **self._some({"role": self._phrase(), "short": "", "same_as": "https://x.y/z", "aliases": aliases}),
                **self._some({"member_of": self.chance.choice(("a2", membership, memberships))}),
            }
        )

    def _stance(self, name: str) -> Value:
        piece = self._record({"exact": "Ann wants", "role": "cue", "prefix": ""})
        pieces: list[Value] = ["the lane", "it is: “so”", piece]
        relations: list[Value] = [self._record({"type": "repeats", "stance": "s0"})]
        return self._record(
            {
                "id": name,
                "actor": "a1",
                "issue": "i1",
                "position": "support",
                "summary": self._phrase(),
                "modality": "paraphrase",
                "evidence": self.chance.choice((piece, pieces, "the lane")),
                **self._some({"via": ["a2"], "note": self._phrase(), "negated": "true", "coder": ""}),
                **self._some({"relations": relations * self.chance.choice((0, 1, 4))}),
            }
        )

    def _record(self, record: dict[str, Value]) -> dict[str, Value]:
        own: dict[str, Value] = {key: self._anything(3) for key in KEYS if self._is(0.08)}
        entries = list({**own, **record}.items())
        self.chance.shuffle(entries)
        return dict(entries)

    def _anything(self, depth: int) -> Value:
        kind = self.chance.random() if depth else 0
        if kind < 0.5:
            return self._phrase() if self._is(0.8) else ""
        if kind < 0.75:
            return [self._anything(depth - 1) for _ in range(self.chance.randrange(4))]
        return {self.chance.choice(KEYS): self._anything(depth - 1) for _ in range(self.chance.randrange(3))}

    def _phrase(self) -> str:
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.choice((1, 1, 1, 2, 3, 12))))

    def _comment(self) -> str:
        self.comments.append(self.chance.choice(COMMENTS).format(f"c{len(self.comments)}"))
        return self.comments[-1]

    # ------------------------------------------------------------------ how it is written

    def _tail(self) -> str:
        """A comment at the end of a line, or nothing."""
        return f" {self._comment()}" if self._may_comment(0.1) else ""

    def _may_comment(self, probability: float) -> bool:
        return len(self.comments) < self._most_comments and self._is(probability)

    def _gap(self, columns: Sequence[int]) -> list[str]:
        """Comments and empty lines between two lines."""
        lines: list[str] = []
        while self._is(0.15):
            column = self.chance.choice((*columns, 0, 3))
            lines.append(" " * column + self._comment() if self._may_comment(0.6) else "")
        return lines

    def _block(self, value: Value, column: int, columns: Sequence[int]) -> list[str]:
        lines: list[str] = []
        inner = [*columns, column]
        entries = value.items() if isinstance(value, dict) else [(None, item) for item in value]
        for key, item in entries:
            lead = " " * column + ("-" if key is None else f"{self._key(key, in_brackets=False)}:")
            lines += [*(self._gap(inner) if lines else ()), *self._after(lead, item, column, inner)]
        return lines + self._gap(inner)

    def _after(self, lead: str, value: Value, column: int, columns: Sequence[int]) -> list[str]:
        """The lines of a key or an item, its value among them."""
        if not isinstance(value, str) and value and self._is(0.6):
            if lead.endswith("-") and self._is(0.7):
                space = self.chance.choice((1, 1, 3))
                first, *others = self._block(value, column + 1 + space, columns)
                return [lead + " " * space + first.lstrip(" "), *others]
            least = 0 if isinstance(value, list) and not lead.endswith("-") else 1
            return [lead + self._tail(), *self._block(value, column + self.chance.choice((least, 2, 4)), columns)]
        if value == "":
            return [lead + self._tail()]
        first, *others = self._text(value, column) if isinstance(value, str) else self._in_brackets(value, column)
        if first[0] in "|>":
            return [f"{lead} {first}{self._tail()}", *others]
        lines = [f"{lead} {first}", *others]
        if self._is(0.1):
            comment = [f"  {self._comment()}"] if self._may_comment(0.3) else []
            lines = [lead + self._tail(), *comment, " " * (column + self.chance.choice((1, 2, 4))) + first, *others]
        return [*lines[:-1], lines[-1] + self._tail()]

    def _in_brackets(self, value: Value, column: int) -> list[str]:
        if isinstance(value, str):
            return self._quoted(value, column) if value else ["''"]
        lines = ["{" if isinstance(value, dict) else "["]
        breaks = self._is(0.3)
        entries = value.items() if isinstance(value, dict) else [(None, item) for item in value]
        for number, (key, item) in enumerate(entries):
            lines[-1] += ", " if number else ""
            if breaks and self._is(0.6):
                lines = [*lines[:-1], lines[-1] + self._tail(), *self._gap((column + 1,)), " " * (column + 3)]
            first, *others = self._in_brackets(item, column)
            lead = "" if key is None else f"{self._key(key, in_brackets=True)}: "
            lines = [*lines[:-1], lines[-1] + lead + first, *others]
        if breaks and self._is(0.5):
            lines = [*lines[:-1], lines[-1] + self._tail(), *self._gap((column + 1,)), " " * (column + 1)]
        lines[-1] += "}" if isinstance(value, dict) else "]"
        return lines

    def _key(self, key: str, *, in_brackets: bool) -> str:
        is_plain = _reads_as(f"[{key}]" if in_brackets else f"- {key}", key)
        return key if is_plain and self._is(0.9) else _in_double_quotes(key)

    def _text(self, text: str, column: int) -> list[str]:
        """The lines of a text outside of brackets; only the first is not set in."""
        can_be_block = not any(char in text for char in "\t\u2028\u00a0")
        if not can_be_block or self._is(0.7):
            return self._quoted(text, column)
        step = self.chance.choice((1, 2, 4))
        number = self.chance.choice(("", str(step)))
        lines = [self.chance.choice("|>") + number + self.chance.choice(("", "-", "+"))]
        for words in text.split(" ", self.chance.choice((0, 1, 3))):
            further = self.chance.choice((0, 0, 3)) if number or len(lines) > 1 else 0
            lines.append(" " * (column + step + further) + words)
            lines += [""] * self.chance.choice((0, 0, 0, 1, 2))
        return lines

    def _quoted(self, text: str, column: int) -> list[str]:
        """The lines of a text that may stand in brackets."""
        written = self._on_one_line(text)
        if self._is(0.7) or "  " in text or "\t" in text:
            return [written]
        break_ = self.chance.choice(("\n", "\n", "\n\n", " \\\n")) + " " * (column + self.chance.choice((1, 4)))
        broken = written.replace(" ", break_, self.chance.choice((1, 3)))
        return (broken if written[0] in "'\"" or _reads_as(f"[{broken}]", text) else written).split("\n")

    def _on_one_line(self, text: str) -> str:
        if _reads_as(f"[{text}]", text) and self._is(0.6):
            return text
        if self._is(0.3) and "\u2028" not in text:
            return "'" + text.replace("'", "''") + "'"
        return _in_double_quotes(text, escaped=self._is(0.2))


def _in_double_quotes(text: str, *, escaped: bool = False) -> str:
    # JSON escapes what is beyond U+FFFF in two halves, which YAML does not take.
    return json.dumps(text, ensure_ascii=escaped and max(text) < "\U00010000").replace("\u2028", "\\L")


def _reads_as(written: str, text: str) -> bool:
    """Whether YAML takes what is written for a list of one text."""
    try:
        return yaml.load(written, yaml.CBaseLoader) == [text]  # noqa: S506
    except yaml.YAMLError:
        return False

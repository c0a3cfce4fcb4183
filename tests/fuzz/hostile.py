"""Hostile input of every sort, for hypothesis to choose from."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from article.actors import ACTOR_FIELDS, MEMBERSHIP_FIELDS, PARTY_FIELDS
from article.issues import ISSUE_FIELDS
from article.schema import ARTICLE_FIELDS
from article.stances import EVIDENCE_FIELDS, RELATION_FIELDS, STANCE_FIELDS
from tests.fuzz.seeds import SIGNS, SMALL, WORDS, articles

Tree = str | list["Tree"] | dict[str, "Tree"]

PAYLOADS = (
    *("\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\u202eevil", "a\u200bb", "[@click=app.quit]x[/]", "[/]", "\ud800"),
    *("e" + "\u0301" * 50, "\u1100" + "\u1161" * 9, "x" * 3000, "\U000e0041", "\ufff9", "\r\r\n\x85\u2028", "\t\t"),
    *("", " ", "~", "<<", "*a", "&a", "!!int 1", "a: b", "- a", "# a", '"', "'", "|", "%", "@", "`", "{", "[a", "\\"),
    *("漢字", "👩\u200d👩\u200d👧", "\u05d0\u0591", "“”", "–", "\u00a0", "9" * 50, "0x1F", "2024-02-30", "../../x"),
)
"""Values that are not what they seem, or more than they seem."""
RECORDS = {
    "parties": PARTY_FIELDS,
    "actors": ACTOR_FIELDS,
    "member_of": MEMBERSHIP_FIELDS,
    "issues": ISSUE_FIELDS,
    "stances": STANCE_FIELDS,
    "evidence": EVIDENCE_FIELDS,
    "relations": RELATION_FIELDS,
}
KNOWN = (
    "ann",
    "bob",
    "lane",
    "s1",
    "s2",
    "Ann",
    "the lane",
    "wants",
    "support",
    "person",
    "content",
    "2024-02-27",
    "1",
)

TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
TRICKY = st.lists(st.sampled_from([*SIGNS, *PAYLOADS, *"ab .,"]), max_size=20).map("".join)
ANYTHING = TEXT | TRICKY
PROSE = st.text(st.sampled_from("abcA  .,;–“”’'é\u0301\u0323\u00a0\u200b漢ᄀ\u1161🙂\n"), max_size=60)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """One of our articles with bytes flipped, cut out or put in twice, parts of another put in, lines repeated or in
    each other's places, keys exchanged and values replaced."""
    good = articles()
    data = draw(st.sampled_from(good))
    for _ in range(draw(st.integers(1, 3))):
        data = draw(st.sampled_from(DAMAGES))(draw, data, good)
    return data


def _flipped(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    if not data:
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + bytes([data[at] ^ 1 << draw(st.integers(0, 7))]) + data[at + 1 :]


def _cut(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    start, end = sorted(draw(st.tuples(st.integers(0, len(data)), st.integers(0, len(data)))))
    return data[:start] if draw(st.booleans()) else data[:start] + data[end:]


def _spliced(draw: st.DrawFn, data: bytes, good: list[bytes]) -> bytes:
    other = draw(st.sampled_from(good))
    start = draw(st.integers(0, len(other)))
    at = draw(st.integers(0, len(data)))
    return data[:at] + other[start : start + draw(st.integers(0, 500))] + data[at:]


def _put_in(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(ANYTHING).encode("utf-8", "surrogatepass") + data[at:]


def _lines_mixed(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    if draw(st.booleans()):
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one:one] = lines[other : other + 1] * draw(st.integers(1, 30))
    return b"\n".join(lines)


def _keys_exchanged(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    one, other = (draw(st.sampled_from(WORDS)).encode() for _ in range(2))
    return data.replace(one + b":", b"\0").replace(other + b":", one + b":").replace(b"\0", other + b":")


def _value_replaced(draw: st.DrawFn, data: bytes, _: list[bytes]) -> bytes:
    lines = data.split(b"\n")
    index = draw(st.integers(0, len(lines) - 1))
    key, sign, _value = lines[index].partition(b": ")
    payload = draw(st.sampled_from(PAYLOADS))
    written = json.dumps(payload, ensure_ascii=draw(st.booleans())) if draw(st.booleans()) else payload
    lines[index] = key + sign + written.encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


DAMAGES = (_flipped, _cut, _spliced, _put_in, _lines_mixed, _keys_exchanged, _value_replaced)


def value_of(key: str) -> st.SearchStrategy[Tree]:
    """What the format wants under a key, mostly, or something hostile."""
    if key not in RECORDS:
        return st.sampled_from([*KNOWN, *KNOWN, *PAYLOADS]) | st.lists(st.sampled_from(KNOWN), max_size=3).map(
            list[Tree]
        )
    record: st.SearchStrategy[dict[str, Tree]] = st.fixed_dictionaries(
        {}, optional={field.name: value_of(field.name) for field in RECORDS[key]}
    )
    return st.lists(record, max_size=3).map(list[Tree]) | st.sampled_from(PAYLOADS)


@st.composite
def trees(draw: st.DrawFn) -> bytes:
    """The small article with some of its keys replaced by trees of any shape, or with keys that no format knows."""
    names = [field.name for field in ARTICLE_FIELDS]
    values = {name: draw(value_of(name)) for name in draw(st.lists(st.sampled_from(names), max_size=4, unique=True))}
    values |= draw(
        st.dictionaries(st.sampled_from([*PAYLOADS, "x_a"]), st.sampled_from([*KNOWN, *PAYLOADS]), max_size=2)
    )
    tops = {f"{name}:" for name in values}
    kept: list[str] = []
    leaves_out = False
    for line in SMALL.splitlines(keepends=True):
        if line[0].isalpha():
            leaves_out = any(line.startswith(top) for top in tops)
        if not leaves_out:
            kept.append(line)
    more = "".join(f"{json.dumps(name)}: {json.dumps(value)}\n" for name, value in values.items())
    return ("".join(kept) + more).encode()

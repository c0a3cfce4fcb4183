"""The canonical layout: the order of keys, what stands on one line, and texts that are left as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from article.actors import ACTOR_FIELDS, MEMBERSHIP_FIELDS, PARTY_FIELDS
from article.canonical import WIDTH
from article.cells import cells
from article.fields import Field
from article.issues import ISSUE_FIELDS
from article.layout import lay_out
from article.schema import ARTICLE_FIELDS
from article.stances import EVIDENCE_FIELDS, RELATION_FIELDS, STANCE_FIELDS

DATA = Path(__file__).parents[1] / "data"

Compose = Callable[..., str]


def laid_out(compose: Compose, **values: str) -> str:
    """What becomes of some keys of a small article: their lines, without empty ones at the end."""
    blocks = re.findall(r"^(\S.*\n(?:(?: .*)?\n)*)", lay_out(compose(**values)), re.MULTILINE)
    return "".join(block.rstrip("\n") + "\n" for block in blocks if block.split(":")[0] in values)


# ---------------------------------------------------------------------- the order of keys


def keys(fields: Iterable[Field[object]]) -> list[str]:
    return [*(field.name for field in fields), "x_b", "x_a", "odd", "also"]


@pytest.mark.parametrize(
    ("fields", "around"),
    [
        (PARTY_FIELDS, "parties: [{}]"),
        (ACTOR_FIELDS, "actors: [{}]"),
        (MEMBERSHIP_FIELDS, "actors: [{{member_of: {}}}]"),
        (MEMBERSHIP_FIELDS, "actors: [{{member_of: [{}]}}]"),
        (ISSUE_FIELDS, "issues: [{}]"),
        (STANCE_FIELDS, "stances: [{}]"),
        (EVIDENCE_FIELDS, "stances: [{{evidence: {}}}]"),
        (EVIDENCE_FIELDS, "stances: [{{evidence: [{}]}}]"),
        (RELATION_FIELDS, "stances: [{{relations: [{}]}}]"),
    ],
)
def test_keys_are_in_the_order_of_their_table_then_those_of_the_user_then_unknown_ones(
    fields: Iterable[Field[object]], around: str
) -> None:
    names = keys(fields)
    record = "{x_b: 1, odd: 1, also: 1, x_a: 1, " + "".join(f"{name}: 1, " for name in reversed(names[:-4])) + "}"
    new = lay_out(f"headline: h\nbody: b\n{around.format(record)}\n")
    assert re.findall(r"(\w+): 1", new) == names


def test_keys_of_the_article_are_in_the_order_of_their_table(compose: Compose) -> None:
    text = compose(x_b="1", odd="1", x_a="1", note="1")
    new = lay_out("".join(reversed(text.splitlines(keepends=True))))
    order = [field.name for field in ARTICLE_FIELDS]
    names = re.findall(r"^(\w+):", new, re.MULTILINE)
    assert names == [*sorted(names[:-3], key=order.index), "x_a", "x_b", "odd"]


def test_the_order_of_items_is_kept(compose: Compose) -> None:
    assert laid_out(compose, x_a="[c, a, b]") == "x_a: [c, a, b]\n"


def test_the_user_s_own_keys_within_a_key_of_the_user_keep_their_order(compose: Compose) -> None:
    assert laid_out(compose, x_a="{name: 1, id: 2, x_b: 3}") == "x_a: {name: 1, id: 2, x_b: 3}\n"


# ---------------------------------------------------------------------- the look


def test_an_empty_line_precedes_each_section_and_each_further_stance() -> None:
    new = lay_out((DATA / "harbor-ave-lane.yaml").read_text("utf-8"))
    after_empty = re.findall(r"\n\n(\w+:|  - \w+:|.)", new)
    assert after_empty == ["body:", " ", "parties:", "actors:", "issues:", "stances:", *["  - id:"] * 4]


@pytest.mark.parametrize("key", ["parties", "actors", "issues", "stances"])
def test_lists_of_the_article_have_an_item_a_line_set_in_by_two(compose: Compose, key: str) -> None:
    new = laid_out(compose, **{key: "[{id: a},\n  {id: b}]"})
    assert re.fullmatch(rf"{key}:\n  - {{?id: a}}?\n\n?  - {{?id: b}}?\n", new)


def test_a_short_record_stands_on_one_line(compose: Compose) -> None:
    parties = "\n- id: a\n  name: 'A'\n-   {name: B,\n   id: b}"
    assert laid_out(compose, parties=parties) == "parties:\n  - {id: a, name: 'A'}\n  - {id: b, name: B}\n"


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("char", ["a", "漢"])
def test_a_record_stands_on_one_line_as_long_as_there_is_room(compose: Compose, char: str, more: int) -> None:
    room = WIDTH - len("  - {id: a, name: }") + more
    name = char * (room // cells(char)) + "a" * (room % cells(char))
    one_line, lines = f"  - {{id: a, name: {name}}}\n", f"  - id: a\n    name: {name}\n"
    assert laid_out(compose, parties=f"[{{id: a, name: {name}}}]") == f"parties:\n{lines if more else one_line}"


@pytest.mark.parametrize("name", ["a, b", "a]", "who?", "|\n      a", "a\n      b", "'a\n      b'", ""], ids=repr)
def test_a_record_with_a_text_that_has_no_place_in_brackets_has_a_key_a_line(compose: Compose, name: str) -> None:
    text = f"\n  - id: a\n    name: {name}"
    assert laid_out(compose, parties=text).startswith("parties:\n  - id: a\n    name:")


def test_a_stance_always_has_a_key_a_line(compose: Compose) -> None:
    assert laid_out(compose, stances="[{id: a}]") == "stances:\n  - id: a\n"


def test_evidence_is_a_record_on_one_line_or_a_list_of_an_item_a_line(compose: Compose) -> None:
    text = "[{evidence: {role: cue, exact: b}}, {evidence: [a, {exact: b}]}]"
    assert laid_out(compose, stances=text) == (
        "stances:\n  - evidence: {exact: b, role: cue}\n\n  - evidence:\n      - a\n      - {exact: b}\n"
    )


def test_relations_and_names_stand_on_one_line(compose: Compose) -> None:
    text = "\n- via:\n  - a\n  - b\n  relations:\n  - stance: s\n    type: repeats"
    assert laid_out(compose, stances=text) == (
        "stances:\n  - via: [a, b]\n    relations: [{type: repeats, stance: s}]\n"
    )


def test_relations_without_room_for_them_have_an_item_a_line(compose: Compose) -> None:
    relations = ", ".join(f"{{stance: stance-number-{number}, type: repeats}}" for number in range(4))
    new = laid_out(compose, stances=f"[{{relations: [{relations}]}}]")
    assert new.startswith("stances:\n  - relations:\n      - {type: repeats, stance: stance-number-0}\n")


@pytest.mark.parametrize("own", ["\n  a: [b]\n  c:\n    - d\n    - {e: f}\n", " {a: [b], c: {d: e}}\n"])
def test_what_is_the_user_s_own_keeps_its_brackets_or_lines(compose: Compose, own: str) -> None:
    assert laid_out(compose, x_a=own.lstrip(" ").rstrip("\n")) == f"x_a:{own}".replace(": \n", ":\n")


@pytest.mark.parametrize("empty", ["[]", "{}", ""])
def test_an_empty_value_stays_as_it_is(compose: Compose, empty: str) -> None:
    assert laid_out(compose, stances=empty) == f"stances: {empty}".rstrip() + "\n"


# ---------------------------------------------------------------------- texts

TEXTS = [
    *("no", "~", "null", "2024-02-27", "1_000", "0o7", "1e3", "012", "1:30", "0x1F", "'it''s'", '"\\x41\\u00e9\\e"'),
    *(
        "a #b: c",
        "'# a'",
        '"a: b"',
        "“a”",
        "x" * 300,
        "x " * 300 + "x",
        "a\u200bb\u00ad",
        "é\u00a0b",
        "日本語 🙂👩‍👩‍👧",
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_written_as_it_was(compose: Compose, text: str) -> None:
    if ": " in text and text[0] not in "'\"":
        text = f"'{text}'"
    assert laid_out(compose, x_a=text) == f"x_a: {text}\n"


@pytest.mark.parametrize("sign", ["|", "|-", "|+", ">", ">-", ">+"])
def test_a_block_of_text_keeps_its_lines(compose: Compose, sign: str) -> None:
    text = f"{sign}\n     a  b\n\n       c\n     d"
    assert laid_out(compose, x_a=text) == f"x_a: {sign}\n  a  b\n\n    c\n  d\n"


@pytest.mark.parametrize("step", [1, 2, 4])
def test_a_block_that_begins_set_in_further_says_so_by_the_new_number(compose: Compose, step: int) -> None:
    text = f"|{step}-\n{' ' * step}  a\n{' ' * step}b"
    assert laid_out(compose, x_a=text) == "x_a: |2-\n    a\n  b\n"


@pytest.mark.parametrize("lines", ["", "\n", "      \n    \n"])
@pytest.mark.parametrize("sign", ["|", ">-"])
def test_a_block_without_a_text_stays_empty(compose: Compose, sign: str, lines: str) -> None:
    assert lay_out(f"{compose()}x_a: {sign}\n{lines}x_b: 1\n").endswith(f"\nx_a: {sign}\nx_b: 1\n")


def test_empty_lines_of_a_block_without_a_text_are_part_of_it_where_it_says_so(compose: Compose) -> None:
    assert lay_out(f"{compose()}x_a: |+\n\n    \nx_b: 1\n").endswith("\nx_a: |+\n\n\nx_b: 1\n")
    assert lay_out(f"{compose()}x_a: |+\nx_b: 1\n").endswith("\nx_a: |+\nx_b: 1\n")


@pytest.mark.parametrize(("sign", "kept"), [("|", 0), ("|-", 0), ("|+", 2)])
def test_empty_lines_after_a_block_stay_where_they_are_part_of_it(compose: Compose, sign: str, kept: int) -> None:
    new = lay_out(compose(note=f"{sign}\n  a\n\n"))
    assert f"note: {sign}\n  a\n" + "\n" * (kept or 1) + "body:" in new


@pytest.mark.parametrize("quote", ["", "'", '"'])
def test_a_text_over_several_lines_keeps_them_set_in_by_two(compose: Compose, quote: str) -> None:
    text = f"{quote}a\n      b\n\n \t c{quote}"
    assert laid_out(compose, x_a=text) == f"x_a: {quote}a\n  b\n\n  c{quote}\n"


@pytest.mark.parametrize("style", ["|", ">"])
def test_the_body_stays_in_the_style_it_has(compose: Compose, style: str) -> None:
    assert laid_out(compose, body=f"{style}\n   Ann wants the lane.").startswith(f"body: {style}\n  Ann")

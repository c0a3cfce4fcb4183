"""The tree that a YAML text becomes, and all that is refused on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise

import pytest
import yaml

from article.nodes import MOST_DEPTH, Mapping, Node, Scalar, Sequence, Tree, read_tree
from article.problems import ArticleError, Place, Problem, Problems
from article.source import A_VALUE, AN_ITEM

Told = Callable[[Iterable[Problem]], list[str]]
Plain = str | list["Plain"] | dict[str, "Plain"] | None


@pytest.fixture(params=["libyaml", "pure Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the parsers PyYAML may come with."""
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "libyaml")


def parsed(text: str) -> tuple[Tree, tuple[Problem, ...]]:
    problems = Problems("a.yaml")
    return read_tree(text, problems), problems.found


def stopped(text: str) -> tuple[Problem, ...]:
    with pytest.raises(ArticleError) as caught:
        read_tree(text, Problems("a.yaml"))
    return caught.value.problems


def plain(node: Node | None) -> Plain:
    """A tree without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node and {key: plain(entry.value) for key, entry in node.entries.items()}


def value(node: Node | None, *steps: str | int) -> Node:
    """The node that keys and indexes lead to."""
    for step in steps:
        if isinstance(step, str):
            assert isinstance(node, Mapping)
            node = node.entries[step].value
        else:
            assert isinstance(node, Sequence)
            node = node.items[step]
    assert node is not None
    return node


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a: b", {"a": "b"}),
        ("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}),
        ("- a\n- - b\n  - c\n", ["a", ["b", "c"]]),
        ("a:\nb: ''\nc: ~\n", {"a": "", "b": "", "c": "~"}),
        ("a: |\n  b\n  c\nd: >-\n  e\n  f\n", {"a": "b\nc\n", "d": "e f"}),
        ('a: "\\x1b[0m\\u202e"', {"a": "␛[0m\ufffd"}),
        ("{b: 1, a: 2}", {"b": "1", "a": "2"}),
        ("%YAML 1.1\n---\na: b\n...\n", {"a": "b"}),
        ("---\n", ""),
        ("", None),
        ("# nothing\n", None),
    ],
)
def test_yaml_becomes_a_tree(text: str, tree: Plain) -> None:
    assert [plain(parsed(text)[0].root), parsed(text)[1]] == [tree, ()]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    ["no", "yes", "null", "~", "12", "0o14", "1e3", ".inf", "1:30", "1:59" + ":59" * 2000, "2024-02-27", "=", "'<<'"],
)
def test_a_scalar_is_text_and_nothing_is_guessed(text: str) -> None:
    assert plain(parsed(f"a: {text}")[0].root) == {"a": text.strip("'")}


def test_a_value_knows_its_place() -> None:
    root = parsed("é:\n  - {b: 'c d', 🙂: [e]}\n  - f\n")[0].root
    assert value(root, "é", 0, "b").place == Place(2, 9, 2, 14)
    assert value(root, "é", 0, "🙂", 0).place == Place(2, 20, 2, 21)
    assert value(root, "é", 1).place == Place(3, 5, 3, 6)


def test_a_key_knows_its_place() -> None:
    root = parsed("a: 1\nb : 2\n")[0].root
    assert isinstance(root, Mapping)
    key = root.entries["b"].key
    assert (key.text, key.place) == ("b", Place(2, 1, 2, 2))


def test_a_block_of_text_begins_at_its_mark() -> None:
    assert value(parsed("a: |\n  b\n  c\nd: e\n")[0].root, "a").place == Place(1, 4, 4, 1)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("written", "style"),
    [("b", ""), ("'b'", "'"), ('"b"', '"'), ("|\n  b", "|"), ("|+2\n  b", "|"), (">\n  b", ">"), (">-\n  b", ">")],
)
def test_a_text_knows_how_it_is_written(written: str, style: str) -> None:
    text = value(parsed(f"a: {written}\n")[0].root, "a")
    assert isinstance(text, Scalar)
    assert text.style == style


@pytest.mark.usefixtures("parser")
def test_a_key_knows_how_it_is_written() -> None:
    root = parsed("'a': 1\nb: 2\n")[0].root
    assert isinstance(root, Mapping)
    assert [entry.key.style for entry in root.entries.values()] == ["'", ""]


def test_hidden_characters_of_keys_and_values_are_counted() -> None:
    tree, _ = parsed("a\u200b: [b\u00adc, \ufeff]")
    assert (plain(tree.root), tree.hidden) == ({"a": ["bc", ""]}, 3)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "problem", "tree"),
    [
        ("a:\n  - b: &c d\n", "2:8 error anchor a[0].b", {"a": [{"b": "d"}]}),
        ("a: &b [c]", "1:4 error anchor a", {"a": ["c"]}),
        ("&a b: c", "1:1 error anchor", {"b": "c"}),
        ("a: *b\nc: d", "1:4 error alias a", {"c": "d"}),
        ("a: [b, *c, d]", "1:8 error alias a[1]", {"a": ["b", "d"]}),
        ("*a : b\nc: d", "1:1 error alias", {"c": "d"}),
        ("a: !!int 1", "1:4 error tag a", {"a": "1"}),
        ("a: !!str [b]", "1:4 error tag a", {"a": ["b"]}),
        ("a: !b {c: d}", "1:4 error tag a", {"a": {"c": "d"}}),
        ("a: !!python/object/apply:os.system [b]", "1:4 error tag a", {"a": ["b"]}),
        ("a:\n  <<: {b: c}\n  d: e", "2:3 error merge-key a", {"a": {"d": "e"}}),
        ("? [a, b]\n: c\nd: e", "1:3 error bad-key", {"d": "e"}),
        ("a: {? {b: c} : d, e: f}", "1:7 error bad-key a", {"a": {"e": "f"}}),
        ("a: 1\nb:\n  - {c: 1, d: 2, c: 3}", "3:18 error key-twice b[0]", {"a": "1", "b": [{"c": "1", "d": "2"}]}),
        ("a: b\n---\nc: d", "2:1 error second-document", {"a": "b"}),
        ("a: b\n...\n---\nc: d", "3:1 error second-document", {"a": "b"}),
    ],
)
def test_what_yaml_would_expand_or_guess_is_a_problem_with_its_place(
    told: Told, text: str, problem: str, tree: Plain
) -> None:
    read, problems = parsed(text)
    assert told(problems) == [problem]
    assert plain(read.root) == tree


@pytest.mark.parametrize("text", ["! a", "!!str a", "!!seq [a]", "!!map {a: b}", "!<tag:yaml.org,2002:str> a"])
def test_a_tag_that_says_what_a_value_is_anyway_is_allowed(text: str) -> None:
    assert parsed(text)[1] == ()


def test_a_key_given_twice_is_a_problem_with_both_lines(told: Told) -> None:
    tree, problems = parsed("a: 1\nb: 2\na: [3]\n")
    assert told(problems) == ["3:1 error key-twice"]
    assert problems[0].message == "The key “a” is given twice; the first, on line 1, counts."
    assert plain(tree.root) == {"a": "1", "b": "2"}


def test_keys_that_differ_only_by_what_cannot_be_seen_are_the_same_key(told: Told) -> None:
    assert told(parsed("a: 1\na\u200b: 2\n")[1]) == ["2:1 error key-twice"]


@pytest.mark.usefixtures("parser")
def test_the_items_after_a_refused_one_keep_their_index(told: Told) -> None:
    tree, problems = parsed("a: [*b, c, *d, {e: *f}, [g, *h]]")
    assert told(problems) == [
        "1:5 error alias a[0]",
        "1:12 error alias a[2]",
        "1:20 error alias a[3].e",
        "1:29 error alias a[4][1]",
    ]
    assert plain(tree.root) == {"a": ["c", {}, ["g"]]}


def test_an_anchor_and_an_alias_say_how_to_write_a_text_that_begins_so() -> None:
    _, problems = parsed("a: &b c\nd: *b\n")
    assert [problem.hint for problem in problems] == [
        "Quote a text that begins with &.",
        "Quote a text that begins with *.",
    ]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [b}\n", 1, 6),
        ("a: [b\n", 1, 4),
        ("a: b\n  c: d\n", 2, 4),
        ("a: 'b\\n", 1, 4),
        ("a: !e!f b", 1, 4),
        ("a: @b", 1, 4),
    ],
)
def test_what_is_not_yaml_is_a_problem_with_its_place(text: str, line: int, column: int) -> None:
    (problem,) = stopped(text)
    assert (problem.code, problem.place) == ("not-yaml", Place(line, column, line, column + 1))


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b #c\n", "1:6"),
        ("a: é🙂  #12\n", "1:8"),
        ("a: b\n  c #d\n", "2:5"),
        ("a: #c\n", "1:4"),
        ("a #b: c\n", "1:3"),
    ],
)
def test_a_comment_right_after_a_text_is_a_warning_at_its_sign(told: Told, text: str, place: str) -> None:
    (problem,) = parsed(text)[1]
    assert told([problem])[0].startswith(f"{place} warning comment-after-text")
    assert problem.message == "What follows # is a comment and no part of the text."
    assert problem.hint == "Put the text in quotation marks; or a space after #, if it is a comment."


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "path"), [("a: {b: [c, d #e\n ]}\n", "a.b[1]"), ("a:\n  - b: c #d\n", "a[0].b"), ("- a #b\n", "[0]")]
)
def test_a_comment_right_after_a_text_has_the_path_of_the_text(told: Told, text: str, path: str) -> None:
    assert told(parsed(text)[1])[0].endswith(f" warning comment-after-text {path}")


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        *("a: b # c\n", "a: b #\n", "a: b ##c\n", "a: b #!c\n", "a: b#c\n", "a: b# c\n", "a: https://b/#c\n"),
        *("a: 'b #c'\n", 'a: "b #c"\n', "a: 'b' #c\n", "a: |\n  b #c\n", "a: >-  #c\n  b #d\n"),
        *("a: b\n#c\nd: e\n", "a: b\n  #c\nd: e\n", "#a\nb: c\n", "a: [b, c] #d\n"),
    ],
)
def test_any_other_sign_of_a_comment_is_no_warning(text: str) -> None:
    assert parsed(text)[1] == ()


def test_problems_found_before_the_file_stops_being_yaml_are_told_too(told: Told) -> None:
    assert told(stopped("a: &b c\nd: ]\n")) == ["1:4 error anchor a", "2:4 fatal not-yaml"]


@pytest.mark.usefixtures("parser")
def test_nesting_ends_at_the_limit(told: Told) -> None:
    assert parsed("[" * MOST_DEPTH + "]" * MOST_DEPTH)[1] == ()
    assert told(stopped("[" * (MOST_DEPTH + 1))) == [f"1:{MOST_DEPTH + 1} fatal too-deep"]


def test_blocks_nest_no_deeper_than_brackets(told: Told) -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(MOST_DEPTH + 1))
    assert told(stopped(text)) == [f"{MOST_DEPTH + 1}:{MOST_DEPTH + 1} fatal too-deep"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("more", ["- a\n", "- {}\n", "- []\n", "- *a\n", "- &a\n", "-\n"])
def test_values_of_every_kind_count_towards_the_limit(monkeypatch: pytest.MonkeyPatch, more: str) -> None:
    most = 11 * AN_ITEM  # A text counts for its characters too, and the list that holds them for a value.
    monkeypatch.setattr("article.nodes.MOST_HELD", most)
    parsed(more * 9)
    assert stopped(more * 11)[-1].code == "too-large"


@pytest.mark.parametrize(("texts", "counted"), [("abc", 3), ("é", 4), ("\U0001f600", 4), ("a\u201cb", 12)])
def test_characters_count_towards_the_limit(monkeypatch: pytest.MonkeyPatch, texts: str, counted: int) -> None:
    monkeypatch.setattr("article.nodes.MOST_HELD", A_VALUE + counted)
    parsed(texts)
    problem = stopped(f"{texts}a")[-1]
    assert (problem.code, problem.message) == ("too-large", "What the file holds is larger than 30 MiB.")
    assert f"A value counts for {A_VALUE} bytes, in a list for {AN_ITEM}," in problem.hint


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("line_break", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029"])
def test_sixteen_lines_may_begin_with_a_percent_sign(told: Told, line_break: str) -> None:
    assert parsed(f"'{f'{line_break}%' * 16}'")[1] == ()
    assert told(stopped(f"'{f'{line_break}%' * 17}'")) == ["18:1 fatal too-many-directives"]


def test_a_percent_sign_that_begins_the_file_counts_too(told: Told) -> None:
    assert told(stopped("%a\n" * 17)) == ["17:1 fatal too-many-directives"]


def test_without_libyaml_less_may_be_read(monkeypatch: pytest.MonkeyPatch, told: Told) -> None:
    monkeypatch.setattr("article.nodes.MOST_CHARACTERS_WITHOUT_LIBYAML", 10)
    assert parsed("a: bcdefghi")[1] == ()
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert parsed("a: bcdefgh")[1] == ()
    assert told(stopped("a: bcdefghi")) == ["- fatal too-large"]


LAUGHS = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]\n" for a, b in pairwise("abcdefghij"))
MERGES = "".join(f"- &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(20))


@pytest.mark.parametrize(
    ("bomb", "code"),
    [
        (LAUGHS, "anchor"),
        (MERGES, "merge-key"),
        ("[" * 25_000, "too-deep"),
        ("{a: " * 25_000, "too-deep"),
        ("- " * 25_000, "too-deep"),
        ("? " * 25_000, "too-deep"),
        ("%a\n" * 25_000, "too-many-directives"),
        ("&a " * 25_000, "not-yaml"),
        ("a: " * 25_000, "not-yaml"),
        ("--- a\n" * 25_000, "second-document"),
        ("[" + "*a," * 1_000_000 + "]", "too-large"),
        ("{" + "a," * 100_000 + "}", "too-many-problems"),
        ("!!python/object/new:os.system ['true']", "tag"),
    ],
    ids=lambda bomb: bomb[:10].strip(),
)
def test_a_bomb_does_not_go_off(bomb: str, code: str) -> None:
    problems = Problems("a.yaml")
    with suppress(ArticleError):
        read_tree(bomb, problems)
    assert code in {problem.code for problem in problems.found}


def test_a_long_scalar_in_base_sixty_is_not_counted_out() -> None:
    text = "1" + ":59" * 1_000_000
    assert plain(parsed(text)[0].root) == text

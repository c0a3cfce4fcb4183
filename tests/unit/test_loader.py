"""Whatever a file holds, loading it gives an article or says what is wrong with it."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article import Article, ArticleError, Problem, load
from article.garbage import without_collecting
from article.loader import begin, load_text
from article.problems import Excerpt
from article.schema import ARTICLE_FIELDS
from article.source import Source
from article.spans import Mentions
from tests.fuzz.hostile import RECORDS

Compose = Callable[..., str]

SHIPPED = Path(str(Source.shipped().path)).read_text("utf-8")
KEYS = sorted({field.name for fields in (ARTICLE_FIELDS, *RECORDS.values()) for field in fields})
VALUES = ["ann", "bob", "lane", "s1", "Ann", "wants the lane", "support", "content", "2024-02-27", "true", "1", ""]
SIGNS = [
    *(": ", "- ", "? ", ", ", "[", "]", "{", "}", "\n", "\n  ", "\n    ", "\n  - ", "'", '"', "|\n", ">-\n", "# ", "~"),
    *("&a ", "*a ", "!!str ", "!!int ", "! ", "!a!b ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\\", '"\\u202e"'),
    *("\t", "\r", "\u2028", "\u202e", "\u200b", "\u200d", "\ufeff", "\u0301", "\u1161", "é", "漢", "🙂", "“", "[/]"),
]
YAMLISH = st.lists(st.sampled_from([*(f"{key}: " for key in KEYS), *VALUES, *SIGNS * 2]), max_size=60).map("".join)
Tree = str | list["Tree"] | dict[str, "Tree"]
ANY_VALUE: st.SearchStrategy[Tree] = st.recursive(
    st.sampled_from(VALUES) | st.sampled_from([*SIGNS, "\x1b", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    max_leaves=8,
)
NOT_FOR_A_TERMINAL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("articles") / "a.yaml"


def check(file: Path, data: str | bytes) -> None:
    """Loading data from a file gives an article that hangs together, or problems that can be shown."""
    file.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8", "replace"))
    try:
        article = load(file)
    except ArticleError as error:
        check_problems(error.problems, fatal=True)
    else:
        check_problems(article.problems, fatal=False)
        check_parts(article)


def check_problems(problems: tuple[Problem, ...], *, fatal: bool) -> None:
    assert ("fatal" in [problem.level for problem in problems]) is fatal
    for problem in problems:
        excerpt = problem.excerpt
        quoted = f"{excerpt.before}{excerpt.matter}{excerpt.after}" if excerpt else ""
        assert not NOT_FOR_A_TERMINAL.search(f"{problem}{quoted}")


def check_parts(article: Article) -> None:
    assert article.headline
    assert article.paragraphs
    spans = [mention.span for mention in article.mentions]
    for stance in article.stances:
        assert {stance.actor, *stance.via} <= article.actor.keys()
        assert stance.target is None or stance.target in article.actor
        assert stance.issue in article.issue
        assert {relation.stance for relation in stance.relations} <= article.stance.keys()
        spans += [piece.span for piece in stance.evidence if piece.span]
    for span in spans:
        assert 0 <= span.start < span.end <= len(article.paragraphs[span.paragraph].text)
    tags = [actor.tag for actor in article.actors]
    assert len(set(tags)) == len(tags)
    assert sum(len(actors) for _, actors in article.by_party) == len(tags)


@given(st.binary(max_size=200))
def test_any_bytes_are_an_article_or_a_problem(file: Path, data: bytes) -> None:
    check(file, data)


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_an_article_or_a_problem(file: Path, text: str) -> None:
    check(file, text)


@given(YAMLISH)
def test_anything_like_the_format_is_an_article_or_a_problem(file: Path, text: str) -> None:
    check(file, text)


@settings(max_examples=300)
@given(st.sampled_from([field.name for field in ARTICLE_FIELDS]), YAMLISH)
def test_anything_in_the_place_of_a_value_is_an_article_or_a_problem(
    file: Path, compose: Compose, key: str, value: str
) -> None:
    check(file, compose(**{key: value}))


def value_of(key: str) -> st.SearchStrategy[Tree]:
    """Mostly what the format wants under a key, and sometimes anything at all."""
    if key not in RECORDS:
        return st.sampled_from(VALUES) | ANY_VALUE
    record: st.SearchStrategy[dict[str, Tree]] = st.fixed_dictionaries(
        {}, optional={field.name: value_of(field.name) for field in RECORDS[key]}
    )
    return st.lists(record, max_size=4).map(list[Tree]) | ANY_VALUE


@settings(max_examples=200)
@given(st.fixed_dictionaries({}, optional={field.name: value_of(field.name) for field in ARTICLE_FIELDS}))
def test_any_values_under_the_keys_of_the_format_are_an_article_or_a_problem(
    file: Path, compose: Compose, values: dict[str, Tree]
) -> None:
    check(file, compose(**{key: json.dumps(value, ensure_ascii=False) for key, value in values.items()}))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(SHIPPED)), st.integers(0, 40), YAMLISH | st.just("")), max_size=4))
def test_a_shipped_article_that_is_damaged_is_an_article_or_a_problem(
    file: Path, damages: list[tuple[int, int, str]]
) -> None:
    text = SHIPPED
    for at, length, instead in damages:
        text = text[:at] + instead + text[at + length :]
    check(file, text)


@settings(max_examples=50)
@given(st.data())
def test_a_shipped_article_whose_lines_are_mixed_is_an_article_or_a_problem(file: Path, data: st.DataObject) -> None:
    lines = SHIPPED.split("\n")
    for _ in range(data.draw(st.integers(1, 5))):
        line = lines.pop(data.draw(st.integers(0, len(lines) - 1)))
        lines.insert(data.draw(st.integers(0, len(lines))), line)
    check(file, "\n".join(lines))


@pytest.mark.parametrize("length", [0, 1, 10, 100, 1000, 5000, 10000, len(SHIPPED) - 1])
def test_a_file_that_breaks_off_is_an_article_or_a_problem(file: Path, length: int) -> None:
    check(file, SHIPPED.encode()[:length])


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_that_no_file_was_is_a_problem(text: str) -> None:
    with pytest.raises(ArticleError) as caught:
        load_text(text)
    check_problems(caught.value.problems, fatal=True)


def test_a_character_that_no_file_may_hold_has_its_place_in_a_text_too() -> None:
    with pytest.raises(ArticleError) as caught:
        load_text("a: b\nc: \x00\n")
    assert [(problem.code, problem.where) for problem in caught.value.problems] == [("not-yaml", "text:2:4")]


def test_a_text_is_read_as_a_file_is(file: Path, compose: Compose) -> None:
    text = compose(actors="[{id: ann, name: Ann, kind: persn}]", stances="[]")
    file.write_text(text, "utf-8")
    assert load_text(text, str(file)) == load(file)


def test_an_article_begins_without_what_takes_long(file: Path, compose: Compose) -> None:
    file.write_text(compose(actors="[{id: ann, name: Ann, kind: person}, {id: cem, name: Cem, kind: persn}]"), "utf-8")
    beginning, whole = begin(file), load(file)
    assert [problem.code for problem in whole.problems] == ["unused-actor", "bad-value"]
    assert beginning.article == replace(whole, mentions=Mentions(), problems=whole.problems[1:])
    assert beginning.complete() == whole


@pytest.mark.parametrize("is_on", [True, False])
@pytest.mark.parametrize("headline", ["A", None], ids=["read", "refused"])
def test_the_search_for_garbage_is_on_or_off_after_reading_as_before(
    compose: Compose, headline: str | None, is_on: object
) -> None:
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with suppress(ArticleError):
            load_text(compose(headline=headline))
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if before else gc.disable)()


def test_an_article_leaves_no_garbage_in_circles(compose: Compose) -> None:
    load_text(compose())
    gc.collect()
    with without_collecting():
        load_text(compose())
        assert gc.collect() == 0


def test_what_is_no_article_has_no_beginning_and_all_its_problems_are_told(file: Path, compose: Compose) -> None:
    cem = "[{id: ann, name: Ann, kind: person}, {id: cem, name: Cem, kind: person}]"
    file.write_text(compose(headline=None, actors=cem), "utf-8")
    with pytest.raises(ArticleError) as caught:
        begin(file)
    assert [problem.code for problem in caught.value.problems] == ["no-headline", "unused-actor"]


@pytest.mark.parametrize(("names", "name"), [((), "text"), (("a.yaml",), "a.yaml")], ids=["none", "one"])
def test_the_problems_of_a_text_bear_the_name_it_is_given(names: tuple[str, ...], name: str) -> None:
    with pytest.raises(ArticleError) as caught:
        load_text("- a\n", *names)
    assert [problem.where for problem in caught.value.problems] == [f"{name}:1:1"]


def test_the_problems_of_a_text_quote_its_lines() -> None:
    with pytest.raises(ArticleError) as caught:
        load_text("\nid: b\n")
    excerpts = {problem.code: problem.excerpt for problem in caught.value.problems}
    assert excerpts["no-body"] == Excerpt(2, "", "", "id: b")


@pytest.mark.parametrize("name", [str, Path, Source.of])
def test_a_source_may_be_named_in_several_ways(
    file: Path, compose: Compose, name: Callable[[Path], str | Path | Source]
) -> None:
    file.write_text(compose(), "utf-8")
    article = load(name(file))
    assert (article.id, article.source) == ("lane", str(file))


def test_problems_bear_the_name_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m.yaml").write_text("headline: A\n", "utf-8")
    with pytest.raises(ArticleError) as caught:
        load(tmp_path / "\x1b[31m.yaml")
    assert {problem.file for problem in caught.value.problems} == {f"{tmp_path}/␛[31m.yaml"}


def listed(line: str, times: int) -> str:
    """A list with one item a line, ``#`` in it standing for the number of the line."""
    return "\n" + "".join(f"- {line}\n".replace("#", str(number)) for number in range(times))


@pytest.mark.parametrize(
    "parts",
    [
        {"actors": listed("{id: a#}", 10_000)},
        {"actors": listed("{id: a#, member_of: a}", 10_000)},
        {"issues": listed("{id: i#, broader: i9999}", 10_000)},
        {"stances": listed("{id: s#, actor: x#, issue: x#}", 10_000)},
        {"stances": listed("{id: s, evidence: not there #}", 10_000)},
        {"stances": listed("{evidence: '" + "x y" * 20_000 + "'}", 3), "body": "y x" * 30_000},
        {"x_line": "[" + "*a, " * 10_000 + "x" * 5_000_000 + "]"},
        {"body": "\n  " + "## a\n\n  b\n\n  " * 50_000},
    ],
    ids=lambda parts: next(iter(parts)),
)
def test_a_file_that_is_large_in_an_odd_way_is_read_all_the_same(
    file: Path, compose: Compose, parts: dict[str, str]
) -> None:
    check(file, compose(**parts))

"""Articles laid out anew: one order, one look, and the same article."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from article.branches import Branch, Writing
from article.layout import LayoutError, lay_out
from article.loader import load_text
from article.model import Article
from article.problems import ArticleError, Place
from article.source import Source
from tests.unit.scribe import Scribe

DATA = Path(__file__).parents[1] / "data"
NOWHERE = Place(0, 0, 0, 0)

Compose = Callable[..., str]


def placeless(article: Article) -> Article:
    """An article as it would be if its lines stood elsewhere in the file."""
    stances = (
        stance._replace(place=NOWHERE, evidence=tuple(piece._replace(place=NOWHERE) for piece in stance.evidence))
        for stance in article.stances
    )
    return replace(article, stances=tuple(stances), problems=())


# ---------------------------------------------------------------------- whatever was written


@st.composite
def scribes(draw: st.DrawFn) -> tuple[Scribe, str, str]:
    """A scribe, the article written, and the same laid out anew."""
    scribe = Scribe(draw(st.randoms(use_true_random=True)))
    text = scribe.text()
    try:
        return scribe, text, lay_out(text, "a.yaml")
    except ArticleError:
        assume(condition=False)
        raise


@given(scribes())
def test_laid_out_twice_is_laid_out_once(written: tuple[Scribe, str, str]) -> None:
    _, _, new = written
    assert lay_out(new) == new


@given(scribes())
def test_the_article_stays_the_same(written: tuple[Scribe, str, str]) -> None:
    _, text, new = written
    assert placeless(load_text(new)) == placeless(load_text(text))


@given(scribes())
def test_every_comment_is_kept_once(written: tuple[Scribe, str, str]) -> None:
    scribe, _, new = written
    assert [len(re.findall(rf"{re.escape(comment)}$", new, re.MULTILINE)) for comment in scribe.comments] == [1] * len(
        scribe.comments
    )


@given(scribes())
def test_another_reader_of_yaml_reads_the_same(written: tuple[Scribe, str, str]) -> None:
    """ruamel.yaml has a parser of its own, of YAML 1.2; it does not take all that 1.1 allows."""
    _, text, new = written
    text = re.sub("\r\n|\x85", "\n", text)
    reader = YAML(typ="base", pure=True)
    try:
        before = reader.load(text if text.endswith("\n") else f"{text}\n")
    except YAMLError:
        assume(condition=False)
    else:
        assert reader.load(new) == before


@given(st.randoms(use_true_random=True))
def test_without_libyaml_the_layout_is_the_same(chance: Random) -> None:
    text = Scribe(chance).text()
    try:
        new = lay_out(text)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml, "__with_libyaml__", False)
            assert lay_out(text) == new
    except ArticleError:
        assume(condition=False)


@pytest.mark.parametrize("path", [Source.shipped().path, *sorted(DATA.glob("*.yaml"))], ids=str)
def test_our_own_articles_stay_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    new = lay_out(text)
    assert placeless(load_text(new)) == placeless(load_text(text))
    assert lay_out(new) == new


def test_an_article_with_thousands_of_stances_is_laid_out(compose: Compose) -> None:
    stance = "\n  - {{actor: ann, id: s{0}, issue: lane, position: support, evidence: wants the lane}} # c{0}"
    new = lay_out(compose(stances="".join(map(stance.format, range(2000)))))
    assert new.count("\n\n  # c") + new.count("stances:\n  # c0\n") == 2000


# ---------------------------------------------------------------------- the file


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\x85"])
def test_every_line_ends_in_a_newline(compose: Compose, line_break: str) -> None:
    text = compose(body="|\n  Ann wants\n  the lane.", note="'a\n  b'")
    assert lay_out(text.replace("\n", line_break)) == lay_out(text)


def test_a_byte_order_mark_goes_and_a_last_newline_comes(compose: Compose) -> None:
    assert lay_out("\ufeff" + compose().rstrip("\n")) == lay_out(compose())


def test_json_is_laid_out_as_yaml() -> None:
    text = '{"headline": "h", "body": "b", "stances": [{"id": "s", "evidence": ["b"]}]}'
    assert lay_out(text) == (
        '"headline": "h"\n\n"body": "b"\n\n"stances":\n  - "id": "s"\n    "evidence":\n      - "b"\n'
    )


def test_the_sign_of_a_document_goes(compose: Compose) -> None:
    assert lay_out(f"%YAML 1.1\n---\n{compose()}...\n") == lay_out(compose())


def test_an_article_with_errors_that_loads_is_laid_out(compose: Compose) -> None:
    new = lay_out(compose(stances="[{actor: nobody, id: s, evidence: not there}, {id: s}]"))
    assert new.endswith("stances:\n  - id: s\n    actor: nobody\n    evidence: not there\n\n  - id: s\n")


@pytest.mark.parametrize(("written", "laid_out"), [("h #one", "h  #one"), ("h  #12", "h  #12")])
def test_a_comment_right_after_a_text_stays_its_comment(compose: Compose, written: str, laid_out: str) -> None:
    assert f"headline: {laid_out}\n" in lay_out(compose(headline=written))


# ---------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("x_a: &a b\n", "anchor"),
        ("x_a: *b\n", "alias"),
        ("x_a: !!int 1\n", "tag"),
        ("x_a: 1\nx_a: 1\n", "key-twice"),
        ("x_a: {<<: {b: c}}\n", "merge-key"),
        ("? [a]\n: b\n", "bad-key"),
        ("---\nx_a: b\n", "second-document"),
        ("x_a: [\n", "not-yaml"),
        ("format: 2\n", "unknown-format"),
    ],
)
def test_what_yaml_would_guess_or_expand_is_refused_with_its_problem(compose: Compose, more: str, code: str) -> None:
    with pytest.raises(ArticleError) as caught:
        lay_out(compose(format=None) + more, "a.yaml")
    assert [problem.code for problem in caught.value.problems if problem.level != "warning"][-1] == code


@pytest.mark.parametrize("value", ["! a", "!!str a", "!!seq [a]", "!!map {a: b}", "{!!str a: b}"])
def test_a_tag_is_refused_though_it_changes_nothing(compose: Compose, value: str) -> None:
    with pytest.raises(LayoutError, match="The tag on line 8 "):
        lay_out(compose(x_a=value))


@pytest.mark.parametrize("key", ["? x_a\n  b\n: c\n", "? |\n  x_a\n: c\n", "?\n: c\n"])
def test_a_key_that_is_not_on_one_line_is_refused(compose: Compose, key: str) -> None:
    with pytest.raises(LayoutError, match="The key on line 8 is not on one line"):
        lay_out(compose() + key)


def test_what_would_not_load_afterwards_is_refused(compose: Compose) -> None:
    """A key of more than 1,024 characters must have a question mark before it."""
    with pytest.raises(LayoutError, match="it would be no article"):
        lay_out(compose() + f"? x_{'a' * 1024}\n: b\n")


def test_what_would_say_something_else_afterwards_is_refused(compose: Compose) -> None:
    with pytest.raises(LayoutError, match="it would not say the same"):
        lay_out(compose() + "x_a: |+\n  b\u2028\u2028x_b: c\n")


def test_what_would_lose_a_comment_is_refused(compose: Compose, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(writing: Writing, _file: Branch) -> str:
        return writing.text.replace(" # a", "")

    monkeypatch.setattr("article.layout.canonical", forgetful)
    with pytest.raises(LayoutError, match="it would lose a comment"):
        lay_out(compose(x_a="b # a"))


def test_a_byte_order_mark_within_the_text_is_refused_without_libyaml(
    compose: Compose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    with pytest.raises(LayoutError, match="U\\+FEFF"):
        lay_out(compose(x_a="b\ufeffc"))

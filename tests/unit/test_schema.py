"""The reading of a tree into an article, and the checks of its parts against each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.model import Article, Paragraph, PublishedBasis
from article.problems import ArticleError, Problem
from article.schema import read_paragraphs

Compose = Callable[..., str]
Read = Callable[[str], Article]
Told = Callable[[Iterable[Problem]], list[str]]

ANN, BOB = "{id: ann, name: Ann, kind: person}", "{id: bob, name: Bob, kind: person}"


def stopped(read: Read, text: str) -> tuple[Problem, ...]:
    with pytest.raises(ArticleError) as caught:
        read(text)
    return caught.value.problems


def test_a_small_article_has_no_problem(read: Read, compose: Compose) -> None:
    assert read(compose()).problems == ()


def test_every_key_of_an_article_is_read(read: Read, compose: Compose) -> None:
    article = read(
        compose(
            publisher="Ledger",
            author="A. Writer",
            url="https://example.org/a",
            language="pt-BR",
            rights="All",
            note='"two\\nlines"',
            coder="me",
            published="2031-04",
            published_basis="inferred",
            x_mine="[1, 2]",
        )
    )
    assert article.problems == ()
    assert (article.id, article.headline, article.source, article.hidden) == ("lane", "A lane", "a.yaml", 0)
    assert (article.publisher, article.author, article.url) == ("Ledger", "A. Writer", "https://example.org/a")
    assert (article.language, article.rights, article.note, article.coder) == ("pt-BR", "All", "two\nlines", "me")
    assert (article.published, article.published_basis) == ("2031-04", PublishedBasis.INFERRED)


def test_what_an_article_does_not_say_is_absent(read: Read, compose: Compose) -> None:
    article = read(compose())
    assert (article.publisher, article.author, article.url, article.language) == (None, None, None, None)
    assert (article.rights, article.note, article.coder, article.published) == (None, None, None, None)
    assert article.published_basis is PublishedBasis.STATED
    assert article.parties == ()


@pytest.mark.parametrize(
    ("body", "paragraphs"),
    [
        ("a", [Paragraph("a", 1)]),
        ("a\nb\n\nc\n", [Paragraph("a b", 1), Paragraph("c", 2)]),
        ("  a  \n  b\n \u00a0 \n\n\n  c", [Paragraph("a b", 1), Paragraph("c", 2)]),
        ("a\n\n## b\n\nc", [Paragraph("a", 1), Paragraph("b", None), Paragraph("c", 2)]),
        ("## a\nb\n\nc", [Paragraph("a b", None), Paragraph("c", 1)]),
        ("#a\n\n##b\n\n### c", [Paragraph("#a", 1), Paragraph("##b", 2), Paragraph("### c", 3)]),
        ("a\n## b", [Paragraph("a ## b", 1)]),
        ("", []),
        (" \n\n \n", []),
    ],
)
def test_a_blank_line_ends_a_paragraph_and_a_cross_heading_has_no_number(
    body: str, paragraphs: list[Paragraph]
) -> None:
    assert read_paragraphs(body) == tuple(paragraphs)


@given(st.text("a \n\u3000"), st.integers(1, 5))
def test_the_lines_of_a_paragraph_are_joined_wherever_it_is_parted(body: str, many: int) -> None:
    whole = read_paragraphs(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("article.schema._MANY", many)
        assert read_paragraphs(body) == whole


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_is_no_article(read: Read, told: Told, text: str) -> None:
    assert told(stopped(read, text)) == ["- fatal empty"]


@pytest.mark.parametrize(("text", "place"), [("a text", "1:1"), ("\n- a\n", "2:1"), ("---\n", "2:1")])
def test_a_file_without_keys_is_no_article(read: Read, told: Told, text: str, place: str) -> None:
    assert told(stopped(read, text)) == [f"{place} fatal not-an-article"]


@pytest.mark.parametrize("given", ["2", "1.0", "one", "-1"])
def test_an_article_of_another_format_is_not_read(read: Read, compose: Compose, told: Told, given: str) -> None:
    problems = stopped(read, compose(format=given))
    assert told(problems) == ["1:9 fatal unknown-format format"]
    assert problems[0].message == f"The format is “{given}”; this program reads format 1."


def test_an_unknown_format_hides_nothing_else_that_is_wrong(read: Read, compose: Compose, told: Told) -> None:
    assert told(stopped(read, compose(format="2", headline=None, body="", actors=f"[{ANN}]", language="'!'"))) == [
        "1:1 fatal no-headline headline",
        "1:9 fatal unknown-format format",
        "3:6 fatal no-body body",
        "7:11 error bad-value language",
    ]


def test_a_format_that_is_no_text_is_a_problem(read: Read, compose: Compose, told: Told) -> None:
    assert told(read(compose(format="[1]")).problems) == ["1:9 error not-a-text format"]


@pytest.mark.parametrize("value", [None, "", "' '", "''"])
@pytest.mark.parametrize(("key", "code", "line"), [("headline", "no-headline", 3), ("body", "no-body", 4)])
def test_without_a_headline_or_a_body_it_is_no_article(
    read: Read, compose: Compose, key: str, code: str, line: int, value: str | None
) -> None:
    fatal = [problem for problem in stopped(read, compose(**{key: value})) if problem.level == "fatal"]
    assert [(problem.code, problem.path) for problem in fatal] == [(code, key)]
    assert fatal[0].place is not None
    assert fatal[0].place.line == (line if value is not None else 1)


@pytest.mark.parametrize("body", [None, "", "' '", "|", "[a]"])
@pytest.mark.parametrize("evidence", ["not there", "[a, {exact: b, role: cue}]", "{exact: a, prefix: b}"])
def test_without_a_body_quotations_are_no_further_problems(
    read: Read, compose: Compose, body: str | None, evidence: str
) -> None:
    stance = "id: s, actor: ann, issue: lane, position: support, modality: quotation, summary: Yes."
    problems = stopped(read, compose(body=body, stances=f"[{{{stance}, evidence: {evidence}}}]"))
    assert [p.code for p in problems if p.level == "fatal"] == ["no-body"]
    assert [p for p in problems if p.path.startswith("stances")] == []


def test_without_a_body_stances_are_read_for_their_other_problems(read: Read, compose: Compose, told: Told) -> None:
    problems = stopped(read, compose(body=None, stances="[{id: s1, actor: an, issue: lane, evidence: x}]"))
    assert "6:27 error unknown-actor stances[0].actor" in told(problems)


@pytest.mark.parametrize("key", ["format", "id", "actors", "issues", "stances"])
def test_any_other_required_key_that_is_missing_is_an_error(read: Read, compose: Compose, key: str) -> None:
    problems = read(compose(**{key: None})).problems
    assert (problems[0].level, problems[0].code) == ("error", "missing-key")
    assert problems[0].message == f"“{key}” is missing or empty."


@pytest.mark.parametrize("empty", ["", "[]", "''"])
def test_lists_that_are_still_to_be_filled_are_warnings(read: Read, compose: Compose, told: Told, empty: str) -> None:
    article = read(compose(actors=empty, issues=empty, stances=empty))
    assert (article.actors, article.issues, article.stances) == ((), (), ())
    assert told(article.problems) == [
        "5:1 warning empty-list actors",
        "6:1 warning empty-list issues",
        "7:1 warning empty-list stances",
    ]


TWO_PARAGRAPHS = "Ann wants the lane.\n\n  Bob does not.\n"


@pytest.mark.parametrize(
    "body",
    [
        f">\n  {TWO_PARAGRAPHS}",
        f">-  # a note\n  {TWO_PARAGRAPHS}",
        f"\n  {TWO_PARAGRAPHS}",
        f"'{TWO_PARAGRAPHS}  '",
        f'"{TWO_PARAGRAPHS}  "',
    ],
    ids=["folded", "folded and stripped", "plain", "single quotes", "double quotes"],
)
def test_a_body_whose_paragraphs_yaml_joins_is_a_warning(read: Read, compose: Compose, body: str) -> None:
    article = read(compose(body=body))
    assert [paragraph.text for paragraph in article.paragraphs] == ["Ann wants the lane. Bob does not."]
    assert [(problem.level, problem.code, problem.path) for problem in article.problems] == [
        ("warning", "folded-body", "body")
    ]
    assert article.problems[0].hint == "Write “body: |”."


@pytest.mark.parametrize(
    "body",
    [
        f"|\n  {TWO_PARAGRAPHS}",
        f"|-\n  {TWO_PARAGRAPHS}",
        "|\n  Ann wants the lane.\n  Bob does not.\n",
        ">\n  Ann wants\n  the lane. Bob does not.\n",
        ">\n  Ann wants the lane.\n\n\n  Bob does not.\n",
        "Ann wants\n  the lane. Bob does not.",
        '"Ann wants the lane.\\n\\nBob does not."',
        '"Ann wants the lane.\\nBob does not."',
        '"Ann wants the lane.\\n\\n\\\n  Bob does not."',
    ],
    ids=[
        *("literal", "literal and stripped", "literal lines", "folded paragraph", "folded, two blank lines"),
        *("plain paragraph", "quoted", "quoted line break", "quoted on two lines"),
    ],
)
def test_a_body_that_keeps_its_paragraphs_is_no_problem(read: Read, compose: Compose, body: str) -> None:
    assert read(compose(body=body)).problems == ()


def test_all_problems_are_told_in_one_go_in_the_order_of_the_file(read: Read, told: Told) -> None:
    text = (
        "format: 1\nid: A\nhedline: x\nbody: Ann.\nlanguage: '!'\nactors:\n  - {id: ann, name: Ann, kind: man}\n"
        "  - {id: bob, name: Bob, party: x, kind: person}\nissues: [{id: i, label: I}]\nstances:\n"
        "  - {id: s, actor: an, issue: i}\nid: b\n"
    )
    assert told(stopped(read, text)) == [
        "1:1 fatal no-headline headline",
        "2:5 error bad-id id",
        "3:1 error unknown-key hedline",
        "5:11 error bad-value language",
        "7:32 error bad-value actors[0].kind",
        "8:5 warning unused-actor actors[1]",
        "8:33 error unknown-party actors[1].party",
        "9:10 error missing-key issues[0]",
        "11:5 error missing-key stances[0]",
        "11:5 error missing-key stances[0]",
        "11:5 error missing-key stances[0]",
        "11:5 error missing-key stances[0]",
        "11:20 error unknown-actor stances[0].actor",
        "12:1 error key-twice",
    ]


def test_hidden_characters_of_the_whole_file_are_counted(read: Read, compose: Compose) -> None:
    article = read(compose(headline="A\u200b la\u00adne"))
    assert (article.headline, article.hidden) == ("A lane", 2)


@pytest.mark.parametrize("language", ["en", "pt-BR", "zh-Hant-TW", "sr-Latn-RS", "no"])
def test_a_language_is_a_bcp_47_tag(read: Read, compose: Compose, language: str) -> None:
    article = read(compose(language=language))
    assert (article.language, article.problems) == (language, ())


@pytest.mark.parametrize("key", ["parties", "actors", "issues", "stances"])
def test_an_id_given_twice_is_a_problem_and_the_first_counts(
    read: Read, compose: Compose, told: Told, key: str
) -> None:
    stance = "actor: ann, issue: lane, position: support, modality: paraphrase, evidence: wants the lane"
    lists = {
        "parties": "\n  - {id: p, name: P}\n  - {id: p, name: Q}",
        "actors": "\n  - {id: ann, name: Ann, kind: person}\n  - {id: ann, name: Bob, kind: person}",
        "issues": "\n  - {id: lane, label: A, proposition: A.}\n  - {id: lane, label: B, proposition: B.}",
        "stances": f"\n  - {{id: s, summary: A, {stance}}}\n  - {{id: s, summary: B, {stance}}}",
    }
    article = read(compose(**{key: lists[key]}))
    (problem,) = article.problems
    line = problem.place.line if problem.place else 0
    assert told([problem]) == [f"{line}:10 error id-twice {key}[1].id"]
    assert problem.message.endswith(f"; the first, on line {line - 1}, counts.")
    assert len({"parties": article.parties, "actors": article.actors, "issues": article.issues}.get(key, "1")) == 1
    assert article.actors[0].name == "Ann"


@pytest.mark.parametrize(
    ("key", "given", "problems"),
    [
        ("parties", "{ide: p}", ["missing-key", "missing-key", "unknown-key .ide"]),
        ("parties", "{id: p, nam: Q}", ["missing-key", "id-twice .id", "unknown-key .nam"]),
        (
            "actors",
            "{name: X, kind: man, party: x, tag: ABC, member_of: [{org: x}, {org: ann, from: x}]}",
            [
                *("missing-key", "bad-value .kind", "unknown-party .party", "bad-value .tag"),
                *("unknown-actor .member_of[0].org", "bad-date .member_of[1].from"),
            ],
        ),
        (
            "actors",
            "{id: ann, kind: man, party: x, tag: ABC, member_of: x}",
            [
                *("missing-key", "id-twice .id", "bad-value .kind", "unknown-party .party", "bad-value .tag"),
                "unknown-actor .member_of",
            ],
        ),
        ("issues", "{label: L, broader: x}", ["missing-key", "missing-key", "unknown-issue .broader"]),
        (
            "issues",
            "{id: lane, broader: x}",
            ["missing-key", "missing-key", "id-twice .id", "unknown-issue .broader"],
        ),
    ],
)
def test_what_has_no_id_of_its_own_is_read_for_all_its_problems(
    read: Read, compose: Compose, key: str, given: str, problems: list[str]
) -> None:
    lists = {
        "parties": "[{id: p, name: P}, %s]",
        "actors": f"[{ANN}, %s]",
        "issues": "[{id: lane, label: Lane, proposition: Build it.}, %s]",
    }
    article = read(compose(**{key: lists[key] % given}))
    assert [len(article.parties), len(article.actors), len(article.issues)] == [
        *(int(key == "parties"), 1 if key == "actors" else 2, 1),
    ]
    found = [f"{problem.code} {problem.path.removeprefix(f'{key}[1]')}".strip() for problem in article.problems]
    assert found == problems


def test_what_lacks_a_name_is_called_by_its_id(read: Read, compose: Compose) -> None:
    article = read(
        compose(
            parties="[{id: p}]",
            actors=f"[{{id: ann, kind: person}}, {BOB}]",
            issues="[{id: lane, proposition: Build it.}]",
        )
    )
    assert (article.parties[0].name, article.actors[0].name, article.issues[0].label) == ("p", "ann", "lane")
    assert [problem.code for problem in article.problems] == ["missing-key"] * 3


ANN_AND_CY = f"[{ANN}, {{id: cy, name: Cy, kind: person}}]"


def test_an_actor_that_nothing_uses_is_a_warning(read: Read, compose: Compose, told: Told) -> None:
    assert told(read(compose(actors=ANN_AND_CY)).problems) == ["5:46 warning unused-actor actors[1]"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("wants the lane.", "wants the lane, Cy too."),
        ("name: Ann", "name: Ann, member_of: cy"),
        ("id: s1", "id: s1, target: cy"),
        ("id: s1", "id: s1, via: [cy]"),
        ("actor: ann", "actor: cy"),
    ],
)
def test_any_use_of_an_actor_will_do(read: Read, compose: Compose, old: str, new: str) -> None:
    text = compose(actors=ANN_AND_CY)
    assert read(text.replace(old, new, 1)).problems == ()


LEFT_OUT = "{id: Bad, position: support, modality: paraphrase, summary: No., evidence: Bob does not, "


@pytest.mark.parametrize("use", ["actor: cy", "via: cy", "via: [ann, cy]", "via: [no-one, ' cy ']", "target: cy"])
def test_an_actor_that_only_a_stance_left_out_uses_is_used(read: Read, compose: Compose, use: str) -> None:
    article = read(compose(actors=ANN_AND_CY, stances=f"[{LEFT_OUT}issue: lane, {use}}}]"))
    assert article.stances == ()
    assert "unused-actor" not in [problem.code for problem in article.problems]


def test_an_issue_that_only_a_stance_left_out_uses_is_used(read: Read, compose: Compose) -> None:
    article = read(compose(stances=f"[{LEFT_OUT}actor: ann, issue: lane}}]"))
    assert article.stances == ()
    assert "unused-issue" not in [problem.code for problem in article.problems]


@pytest.mark.parametrize("key", ["x_actor", "note", "coder"])
def test_a_name_under_another_key_is_no_use(read: Read, compose: Compose, key: str) -> None:
    article = read(compose(actors=ANN_AND_CY).replace("id: s1", f"id: s1, {key}: cy"))
    assert [problem.code for problem in article.problems] == ["unused-actor"]


def test_an_issue_that_nothing_uses_is_a_warning(read: Read, compose: Compose, told: Told) -> None:
    issues = "[{id: lane, label: L, proposition: P., broader: top}, {id: top, label: T, proposition: T.}"
    article = read(compose(issues=f"{issues}, {{id: odd, label: O, proposition: O.}}]"))
    assert told(article.problems) == ["6:101 warning unused-issue issues[2]"]


@pytest.mark.parametrize("key", ["parties", "actors", "issues", "stances"])
@pytest.mark.parametrize(("value", "code", "path"), [("a", "not-a-list", ""), ("[a]", "not-a-mapping", "[0]")])
def test_the_parts_of_an_article_are_lists_of_mappings(
    read: Read, compose: Compose, key: str, value: str, code: str, path: str
) -> None:
    found = [(problem.code, problem.path) for problem in read(compose(**{key: value})).problems]
    assert (code, f"{key}{path}") in found

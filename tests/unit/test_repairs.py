"""Quotations that no longer fit: what would mend them, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article.loader import load_text
from article.model import Evidence
from article.repairs import Repair, mended, repairs

OLD = "the long lane along the river will open in early June"
NEW = "the long lane along the river may open in early June"


def article(evidence: str, body: str = f"Ann said {NEW}. Bob did not.") -> str:
    return f"""\
format: 1
id: lane
headline: A lane
body: |
  {body}
actors: [{{id: ann, name: Ann, kind: person}}, {{id: bob, name: Bob, kind: person}}]
issues: [{{id: lane, label: Lane, proposition: Build it.}}]
stances:
  - id: s1
    actor: ann
    issue: lane
    position: support
    modality: paraphrase
    summary: Yes.  # sure
    {evidence}
    # the end
    note: Kept.
"""


def found(text: str) -> list[Repair]:
    return repairs(load_text(text).problems, text)


def words_after(text: str) -> list[Evidence]:
    changed, _ = mended(text, found(text))
    return [piece for stance in load_text(changed).stances for piece in stance.evidence]


def test_words_that_changed_get_the_passage_and_its_likeness() -> None:
    (repair,) = found(article(f"evidence: {OLD}"))
    assert (repair.passage.old, repair.passage.new, repair.written, repair.doubt) == (OLD, NEW, NEW, "")
    assert 90 < repair.passage.score < 100


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("the lane along the river will open", "fewer than 8 words"),
        ("the longer lane by the river could open in late June", "less like than 85 of 100"),
        (OLD, ""),
    ],
)
def test_what_is_short_or_unlike_is_left_to_a_person(words: str, doubt: str) -> None:
    (repair,) = found(article(f"evidence: {words}"))
    assert repair.doubt == doubt


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"evidence: {OLD}", f"evidence: {NEW}"),
        (f'evidence: "{OLD}"', f'evidence: "{NEW}"'),
        (f"evidence: '{OLD}'  # so", f"evidence: '{NEW}'  # so"),
        (f"evidence: [{OLD}]", f"evidence: [{NEW}]"),
        (f"evidence: {{exact: {OLD}, role: content}}", f"evidence: {{exact: {NEW}, role: content}}"),
        ("evidence: >-\n      the long lane along the river\n      will open in early June\n", f"evidence: {NEW}\n"),
        ("evidence: the long lane along the river\n      will open in early June", f"evidence: {NEW}"),
        (f"evidence:\n      - {OLD}\n      - Bob did not", f"evidence:\n      - {NEW}\n      - Bob did not"),
    ],
    ids=["plain", "double", "single", "flow list", "flow record", "folded block", "two lines", "list"],
)
def test_only_the_words_change_in_the_file(before: str, after: str) -> None:
    text = article(before)
    changed, done = mended(text, found(text))
    assert changed == article(after)
    assert len(done) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Ann said “the long lane: along the river may open in early June”.",
        "Ann said the long lane # along the river may open in early June.",
        "Ann said the long lane, along [the] river may open in early June.",
        "Ann said the long lane's end along the river may open in early June.",
    ],
)
@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_words_that_yaml_would_misread_are_quoted(body: str, quote: str) -> None:
    (piece,) = words_after(
        article(f"evidence: [{quote}the long lane along the river will open in early June{quote}]", body)
    )
    assert piece.span is not None


def test_words_that_would_be_ambiguous_are_not_taken() -> None:
    text = article(f"evidence: {OLD}", f"Ann said {NEW}. Bob said {NEW}.")
    assert mended(text, found(text)) == (text, [])


def test_words_that_would_not_stand_beside_their_prefix_are_not_taken() -> None:
    text = article(f"evidence: {{exact: {OLD}, prefix: Bob said}}")
    assert len(found(text)) == 1
    assert mended(text, found(text)) == (text, [])


def test_a_warning_about_the_same_words_is_no_hindrance() -> None:
    text = article(f"evidence: {OLD} #so")
    changed, done = mended(text, found(text))
    assert (changed, len(done)) == (article(f"evidence: {NEW} #so"), 1)


def test_one_repair_that_fails_does_not_stop_another() -> None:
    body = f"Ann said {NEW}. Bob said {NEW}. Nobody ever thought that this short day would come so soon."
    text = article(f"evidence:\n      - {OLD}\n      - nobody ever thought that this long day would come so soon", body)
    changed, done = mended(text, found(text))
    assert [repair.problem.path for repair in done] == ["stances[0].evidence[1]"]
    assert OLD in changed
    assert "- Nobody ever thought that this short day would come so soon" in changed


def test_a_repair_that_would_take_a_comment_away_is_left_to_a_person() -> None:
    (repair,) = found(article(f"evidence: |  # to be checked\n      {OLD}\n"))
    assert repair.doubt == "a comment stands in it"


def test_an_invisible_character_in_the_old_words_is_no_hindrance() -> None:
    text = article(f'evidence: "\u200b{OLD}"')
    changed, done = mended(text, found(text))
    assert (changed, len(done)) == (article(f'evidence: "{NEW}"'), 1)


def test_a_file_with_other_line_ends_keeps_them() -> None:
    text = article(f"evidence: {OLD}").replace("\n", "\r\n")
    changed, _ = mended(text, found(text))
    assert changed == article(f"evidence: {NEW}").replace("\n", "\r\n")


WORDS = st.text("abcdefgh '\"#:,[]{}-–“”!&*?|>%@`é漢", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(WORDS, min_size=10, max_size=14), st.integers(2, 9), st.sampled_from(["", "'", '"']))
def test_whatever_the_words_are_the_mended_file_holds_them_or_is_as_it_was(
    words: list[str], place: int, quote: str
) -> None:
    body = " ".join(["Start", *words, "end."])
    old = " ".join(["Start", *words[:place], "another", *words[place + 1 :]])
    written = old.replace("'", "''") if quote == "'" else old.replace('"', '\\"') if quote == '"' else "x"
    text = article(f"evidence: [{quote}{written}{quote}]", body)
    changed, done = mended(text, found(text))
    if not done:
        assert changed == text
    else:
        assert [problem for problem in load_text(changed).problems if problem.code.startswith("evidence")] == []
        assert load_text(changed).paragraphs == load_text(text).paragraphs

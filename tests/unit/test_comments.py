"""Comments: with what each of them goes when a file is laid out anew."""

from __future__ import annotations

from textwrap import dedent

import pytest

from article.layout import lay_out

START = "headline: h\n\nbody: b\n"


def after_body(text: str) -> str:
    """What stands after the body when an article with this text after it is laid out."""
    new = lay_out(START + dedent(text).lstrip("\n"))
    assert lay_out(new) == new
    return new.removeprefix(START).removeprefix("\n")


def stays(text: str) -> bool:
    """Whether a text after the body is laid out already."""
    return after_body(text) == dedent(text).lstrip("\n")


# ---------------------------------------------------------------------- with a key


def test_a_comment_goes_with_the_key_below_it() -> None:
    assert lay_out("# top\nbody: b\n# of h\nheadline: h\n") == "# top\n\n# of h\nheadline: h\n\nbody: b\n"


def test_a_comment_goes_with_the_key_on_its_line() -> None:
    assert lay_out("body: b #of b\nheadline: h    # of h \t\n") == "headline: h  # of h\n\nbody: b  #of b\n"


def test_comments_go_with_the_keys_of_a_record() -> None:
    text = """
        actors:
          - name: A  # its name
            # what it is
            kind: person
            id: a  # its id
        """
    assert after_body(text) == dedent(
        """\
        actors:
          - id: a  # its id
            name: A  # its name
            # what it is
            kind: person
        """
    )


def test_a_comment_above_a_section_stands_below_the_empty_line() -> None:
    assert after_body("# who\nactors: []\n\n# what\n\nissues: []\n") == "# who\nactors: []\n\n# what\nissues: []\n"


def test_a_comment_beside_the_key_of_a_list_stays_there() -> None:
    assert stays("actors:  # who\n  - {id: a}\n")


def test_a_comment_beside_the_sign_of_a_block_of_text_stays_there() -> None:
    assert stays("x_a: |-  # why\n  b # not a comment\n")


def test_a_comment_beside_a_text_over_several_lines_stays_at_its_end() -> None:
    assert stays("x_a: 'b # not a comment\n  # neither\n  c'  # why\n")


@pytest.mark.parametrize("value", ["b", "'b'", "[b]", "{b: c}"])
def test_a_comment_between_a_key_and_its_value_goes_above_the_key(value: str) -> None:
    assert after_body(f"x_a:\n  # why\n  {value}\n") == f"# why\nx_a: {value}\n"


def test_of_two_comments_beside_a_key_the_first_goes_above() -> None:
    assert after_body("x_a: # 1\n  b # 2\n") == "# 1\nx_a: b  # 2\n"


def test_comments_of_a_key_with_a_question_mark_go_with_it() -> None:
    assert after_body("? x_a # 1\n# 2\n: # 3\n  b\n") == "# 2\n# 3\nx_a: b  # 1\n"


# ---------------------------------------------------------------------- with an item


def test_a_comment_above_an_item_stays_there() -> None:
    assert stays("issues:\n  # first\n  - {id: a}\n  # second\n  - {id: b}\n")


def test_a_comment_beside_a_record_on_one_line_stays_there() -> None:
    assert stays("issues:\n  - {id: a}  # why\n")


def test_a_comment_beside_a_record_does_not_count_for_its_width() -> None:
    assert stays(f"issues:\n  - {{id: a}}  # {'why ' * 40}so\n")


def test_a_comment_above_the_first_key_of_an_item_goes_above_the_item() -> None:
    text = "issues:\n  - label: a\n    # of the id\n    id: a\n"
    assert after_body(text) == "issues:\n  # of the id\n  - {id: a, label: a}\n"


@pytest.mark.parametrize("start", ["- # why\n    ", "-\n    # why\n    ", "- { # why\n    ", "# why\n  - "])
def test_a_comment_between_a_dash_and_its_record_goes_above_the_item(start: str) -> None:
    end = "}" if "{" in start else ""
    assert after_body(f"issues:\n  {start}id: a{end}\n") == "issues:\n  # why\n  - {id: a}\n"


@pytest.mark.parametrize("text", ["- {label: a, # why\n   id: a}", "- label: a # why\n    id: a"])
def test_a_record_with_a_comment_in_it_has_a_key_a_line(text: str) -> None:
    assert after_body(f"issues:\n  {text}\n") == "issues:\n  - id: a\n    label: a  # why\n"


def test_a_comment_beside_a_record_that_needs_several_lines_goes_above_it() -> None:
    text = "issues:\n  - {id: a, # 1\n     label: a} # 2\n"
    assert after_body(text) == "issues:\n  # 2\n  - id: a  # 1\n    label: a\n"


def test_a_comment_before_the_closing_bracket_stays_at_the_end() -> None:
    assert after_body("x_a: [\n  b,\n# 1\n  c,\n# 2\n  ] # 3\n") == "x_a:  # 3\n  - b\n  # 1\n  - c\n  # 2\n"


def test_a_comment_in_empty_brackets_goes_above() -> None:
    assert after_body("x_a: [\n  # 1\n  ]\n") == "# 1\nx_a: []\n"


def test_a_comment_right_after_a_comma_is_one() -> None:
    assert after_body("x_a: [b,#1\n  c]\n") == "x_a:\n  - b  #1\n  - c\n"


# ---------------------------------------------------------------------- at the end of a list or record


def test_an_item_put_out_of_use_stays_at_the_end_of_its_list() -> None:
    assert stays("issues:\n  - {id: a}\n  # - {id: b}\n\nstances:\n  - id: s\n  # - id: t\n  #   actor: a\n# end\n")


def test_what_ends_a_list_goes_with_it() -> None:
    text = "issues:\n  - {id: a}\n  # - {id: b}\nactors:\n  - {id: a}\n  # - {id: b}\n"
    assert after_body(text) == "actors:\n  - {id: a}\n  # - {id: b}\n\nissues:\n  - {id: a}\n  # - {id: b}\n"


def test_a_key_put_out_of_use_stays_at_the_end_of_its_record() -> None:
    assert stays("stances:\n  - id: s\n    actor: a\n    # note: n\n\n  - id: t\n    actor: a\n    # note: n\n")


def test_a_comment_between_two_depths_ends_the_deeper_list() -> None:
    text = "issues:\n    - {id: a}\n  # out\nstances:\n"
    assert after_body(text) == "issues:\n  - {id: a}\n  # out\n\nstances:\n"


def test_a_comment_that_is_not_set_in_belongs_to_the_next_key() -> None:
    text = "issues:\n- {id: a}\n# stances\nstances:\n"
    assert after_body(text) == "issues:\n  - {id: a}\n\n# stances\nstances:\n"


def test_a_comment_below_one_that_is_set_in_less_is_no_deeper() -> None:
    text = "issues:\n  - {id: a}\n# 1\n    # 2\nstances:\n"
    assert after_body(text) == "issues:\n  - {id: a}\n\n# 1\n# 2\nstances:\n"


def test_a_comment_set_in_deeper_than_its_record_belongs_to_the_next_key() -> None:
    text = "stances:\n  - id: s\n        # deep\n    actor: a\n"
    assert after_body(text) == "stances:\n  - id: s\n    # deep\n    actor: a\n"


@pytest.mark.parametrize("empty", ["", " []", "  # nothing yet"])
def test_comments_below_an_empty_list_stay_there(empty: str) -> None:
    comments = "  # - id: s1\n  #   actor: ann\n"
    assert stays(f"stances:{empty}\n{comments}x_a: b\n")
    assert stays(f"stances:{empty}\n{comments}")


def test_comments_after_a_block_of_text_do_not_become_part_of_it() -> None:
    text = "stances:\n  - id: s\n    note: |\n        a\n      # 1\n    # 2\n  # 3\n# 4\n"
    assert after_body(text) == "stances:\n  - id: s\n    note: |\n      a\n    # 1\n    # 2\n  # 3\n# 4\n"


# ---------------------------------------------------------------------- at the top and at the end

SERVER = "# yaml-language-server: $schema=a.json\n"


def test_the_line_for_the_editor_stays_first() -> None:
    assert lay_out(f"{SERVER}body: b\nheadline: h\n") == f"{SERVER}headline: h\n\nbody: b\n"


def test_what_stands_at_the_top_stays_there_but_for_what_is_right_above_the_first_key() -> None:
    text = f"{SERVER}\n\n# 1\n# 2\n\n# of b\nbody: b\nheadline: h\n"
    assert lay_out(text) == f"{SERVER}\n# 1\n# 2\nheadline: h\n\n# of b\nbody: b\n"


def test_an_empty_line_parts_what_is_at_the_top_from_what_is_above_the_first_key() -> None:
    text = f"{SERVER}body: b\n# of h\nheadline: h\n"
    assert lay_out(text) == f"{SERVER}\n# of h\nheadline: h\n\nbody: b\n"


def test_what_stands_at_the_end_stays_there() -> None:
    assert lay_out("body: b\nheadline: h\n\n# 1\n\n# 2") == "headline: h\n\nbody: b\n# 1\n# 2\n"


def test_comments_beside_the_signs_of_a_document_are_kept() -> None:
    text = "# 1\n--- # 2\nheadline: h\nbody: b\n... # 3\n# 4\n"
    assert lay_out(text) == "# 1\n# 2\nheadline: h\n\nbody: b\n# 3\n# 4\n"


def test_comments_of_a_file_in_brackets_are_kept() -> None:
    text = "# 1\n{ # 2\nheadline: h, # 3\n# 4\nbody: b # 5\n# 6\n} # 7\n# 8\n"
    assert lay_out(text) == "# 1\n# 2\nheadline: h  # 3\n\n# 4\nbody: b  # 5\n# 6\n# 7\n# 8\n"

"""The tables of keys, and how they are named on the screen."""

from __future__ import annotations

from collections import Counter

import pytest
from textual.binding import ActiveBinding, Binding
from textual.widget import Widget

from tui.keyboard import by_description, key_of, pressed, shown
from tui.keys import ACTORS, ARTICLE, MOVE, POSITIONS, PROMPT, READER, RECALL
from tui.screen_keys import (
    BAD_FILE,
    COMPARE,
    DETAIL,
    MARKS,
    MATRIX,
    MENDING,
    OPENING,
    OUTLINE,
    OVERLAY,
    PROBLEM_LIST,
    PROBLEMS,
    SECTIONS,
    TABLE,
)

TABLES = {
    "move": MOVE,
    "article": ARTICLE,
    "actors": ACTORS,
    "positions": POSITIONS,
    "reader": READER,
    "marks": MARKS,
    "opening": OPENING,
    "overlay": OVERLAY,
    "table": TABLE,
    "matrix": MATRIX,
    "comparison": COMPARE,
    "outline": OUTLINE,
    "detail": DETAIL,
    "problems": PROBLEMS,
    "mending": MENDING,
    "problem-list": PROBLEM_LIST,
    "bad-file": BAD_FILE,
    "prompt": [*PROMPT, *RECALL],
}
EVERY = [binding for table in TABLES.values() for binding in table]


def active(*bindings: Binding) -> list[ActiveBinding]:
    node = Widget()
    return [ActiveBinding(node, binding, enabled=True) for binding in Binding.make_bindings(bindings)]


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("j", "j"),
        ("G", "G"),
        ("1", "1"),
        ("tab", "tab"),
        ("shift+tab", "shift+tab"),
        ("space", "space"),
        ("ctrl+d", "^d"),
        ("enter", "⏎"),
        ("escape", "esc"),
        ("down", "↓"),
        ("up", "↑"),
        ("pagedown", "pgdn"),
        ("pageup", "pgup"),
        ("right_square_bracket", "]"),
        ("left_square_bracket", "["),
        ("right_curly_bracket", "}"),
        ("left_curly_bracket", "{"),
        ("question_mark", "?"),
        ("exclamation_mark", "!"),
        ("dollar_sign", "$"),
        ("f1", "F1"),
        ("apostrophe", "'"),
        ("alt+left", "alt+←"),
    ],
)
def test_a_key_is_named_as_it_is_on_the_keyboard(key: str, name: str) -> None:
    assert shown(key) == name


def test_no_key_is_shown_by_a_name_that_only_the_program_knows() -> None:
    names = {shown(key) for binding in EVERY for key in binding.key.split(",")}
    assert [name for name in names if ("_" in name and name != "_") or "ctrl" in name] == []


@pytest.mark.parametrize(
    ("binding_id", "key"),
    [
        ("reader.next-words", "n"),
        ("reader.previous-words", "N"),
        ("reader.peel", "esc"),
        ("reader.next-paragraph", "}"),
    ],
)
def test_a_binding_is_named_by_its_first_key(binding_id: str, key: str) -> None:
    assert key_of(binding_id, READER) == key


def test_a_binding_is_pressed_by_its_first_key() -> None:
    assert pressed("reader.next-paragraph", READER) == "right_curly_bracket"


def test_keys_that_do_the_same_come_together() -> None:
    found = by_description(
        active(Binding("j,down", "move(1)", "Down"), Binding("q", "quit", "Quit"), Binding("enter", "move(1)", "Down"))
    )
    assert [(keys, entry.binding.description) for keys, entry in found] == [
        (["j", "↓", "⏎"], "Down"),
        (["q"], "Quit"),
    ]


@pytest.mark.parametrize(
    "other", [Binding("x", "move(2)", "Down"), Binding("x", "move(1)", "Line down")], ids=["action", "description"]
)
def test_keys_that_differ_in_action_or_description_stay_apart(other: Binding) -> None:
    found = by_description(active(Binding("j", "move(1)", "Down"), other))
    assert [keys for keys, _ in found] == [["j"], ["x"]]


def test_each_group_is_told_by_its_first_binding() -> None:
    bindings = active(Binding("j", "move(1)", "Down", id="first"), Binding("k", "move(1)", "Down", id="second"))
    assert [entry for _, entry in by_description(bindings)] == bindings[:1]


def test_no_active_binding_makes_no_group() -> None:
    assert by_description([]) == []


@pytest.mark.parametrize("binding", EVERY, ids=lambda binding: binding.id)
def test_every_binding_has_an_id_a_description_and_a_tooltip(binding: Binding) -> None:
    assert binding.id
    assert binding.description
    assert binding.tooltip


def test_every_id_is_that_of_one_binding() -> None:
    assert [name for name, number in Counter(binding.id for binding in EVERY).items() if number > 1] == []


@pytest.mark.parametrize("table", TABLES)
def test_an_id_begins_with_its_tables_name(table: str) -> None:
    assert {(binding.id or "").split(".")[0] for binding in TABLES[table]} == {table}


@pytest.mark.parametrize("name", ["article", "actors", "positions"])
def test_a_key_does_one_thing_in_a_pane(name: str) -> None:
    keys = [key for table in (MOVE, TABLES[name], READER) for binding in table for key in binding.key.split(",")]
    assert [key for key, number in Counter(keys).items() if number > 1] == []


@pytest.mark.parametrize("name", ["matrix", "comparison"])
def test_a_key_does_one_thing_in_a_view(name: str) -> None:
    keys = [key for table in (MOVE, TABLES[name], TABLE) for binding in table for key in binding.key.split(",")]
    assert [key for key, number in Counter(keys).items() if number > 1] == []


@pytest.mark.parametrize("binding", EVERY, ids=lambda binding: binding.id)
def test_no_key_is_one_that_terminals_can_not_tell_from_another(binding: Binding) -> None:
    assert {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+left_square_bracket"}.isdisjoint(binding.key.split(","))


@pytest.mark.parametrize("binding", EVERY, ids=lambda binding: binding.id)
def test_a_function_key_is_never_the_only_way(binding: Binding) -> None:
    assert any(not (key[0] == "f" and key[1:].isdigit()) for key in binding.key.split(","))


@pytest.mark.parametrize(("key", "means"), [("w", "Own words"), ("u", "Undo filter")])
def test_what_changes_the_filter_does_so_wherever_its_key_does_something(key: str, means: str) -> None:
    bound = {binding for table in SECTIONS.values() for binding in table if key in binding.key.split(",")}
    assert {binding.description for binding in bound} == {means}
    assert {(binding.id or "").split(".")[0] for binding in bound} == {"reader", "table", "outline", "detail"}

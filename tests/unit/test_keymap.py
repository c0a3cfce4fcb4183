"""Keys that users set: what a key is called, which can be had, and which clash."""

from __future__ import annotations

from typing import cast

import pytest
from textual.binding import Binding

import tui.keys
import tui.screen_keys
from tui.keyboard import Keymap, key_of, shown, use, written
from tui.keymap import SAME, NoKeyError, fitting_keys, key_named
from tui.screen_keys import SCREENS, SECTIONS
from tui.settings import Origin, Settings

EVERY = {binding.id or "": binding for table in SECTIONS.values() for binding in table}


def tell(**keys: str | tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """The keys in force of what was asked, and what is said, for ids written with two underscores in place of the
    point."""
    found, told = tell_all(**keys)
    return {name: key for name, key in found.items() if name.replace(".", "__").replace("-", "_") in keys}, told


def tell_all(**keys: str | tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """The same with those of other screens that are set with them."""
    asked = {
        name.replace("__", ".").replace("_", "-"): (text,) if isinstance(text, str) else text
        for name, text in keys.items()
    }
    found, settings = fitting_keys(Settings(keys=asked))
    return found, [trouble.text for trouble in settings.troubles]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("?", "question_mark"),
        ("+", "plus"),
        (",", "comma"),
        ("G", "G"),
        ("ü", "ü"),
        ("^d", "ctrl+d"),
        ("ctrl+D", "ctrl+d"),
        ("Ctrl+Left", "ctrl+left"),
        ("esc", "escape"),
        ("⏎", "enter"),
        ("PageDown", "pagedown"),
        ("question mark", "question_mark"),
        ("question_mark", "question_mark"),
        ("alt+x", "alt+x"),
        ("alt++", "alt+plus"),
        ("alt+left", "alt+left"),
        ("F2", "f2"),
        ("shift+tab", "shift+tab"),
        ("space", "space"),
    ],
)
def test_a_key_may_be_written_as_people_know_it(text: str, key: str) -> None:
    assert key_named(text) == key


@pytest.mark.parametrize("key", sorted({key for binding in EVERY.values() for key in binding.key.split(",")}))
def test_every_key_is_read_as_it_is_written_and_as_it_is_shown(key: str) -> None:
    assert (key_named(written(key)), key_named(shown(key))) == (key, key)


@pytest.mark.parametrize(
    "text", ["", " ", "\x1b", "ab", "super+k", "ctrl+/", "kontrol+x", "<any>", "ctrl-at", "\u0301"]
)
def test_what_no_terminal_sends_is_no_key(text: str) -> None:
    with pytest.raises(NoKeyError, match="There is no key"):
        key_named(text)


def test_the_nearest_key_is_suggested() -> None:
    with pytest.raises(NoKeyError, match="Did you mean “pagedown”"):
        key_named("pagdown")


def test_a_capital_letter_is_written_as_one() -> None:
    with pytest.raises(NoKeyError, match="Write “G” instead of “shift\\+g”"):
        key_named("shift+g")


def test_keys_that_can_be_had_are_in_force() -> None:
    assert tell(reader__help=("h", "f2")) == ({"reader.help": "h,f2"}, [])


def test_two_bindings_can_change_keys_with_each_other() -> None:
    assert tell(reader__fold="u", reader__undo="f") == ({"reader.fold": "u", "reader.undo": "f"}, [])


@pytest.mark.parametrize("names", [("reader__edit", "move__down"), ("move__down", "reader__edit")])
def test_a_key_that_is_free_because_its_binding_has_another_everywhere_can_be_had(names: tuple[str, str]) -> None:
    wanted = {"reader__edit": "E", "move__down": "e"}
    found, told = tell_all(**{name: wanted[name] for name in names})
    assert told == []
    assert (found["table.edit"], found["move.down"]) == ("E", "e")


def test_a_key_of_the_reader_is_set_for_what_does_the_same_elsewhere() -> None:
    found, told = tell_all(reader__theme="t", reader__outline="X", reader__copy="c", reader__compare="K")
    assert told == []
    assert (found["table.theme"], found["table.compare"], found["detail.copy"]) == ("t", "K", "c")


def test_what_opens_something_closes_it_in_place_of_the_usual_key() -> None:
    found, told = tell_all(reader__outline="X", reader__detail=("d", "f2"), table__problems="P", reader__mark="alt+m")
    assert told == []
    assert (found["outline.close"], found["detail.close"]) == ("escape,q,X", "escape,q,d,f2")
    assert found["problem-list.close"] == "escape,q,exclamation_mark,P"
    assert found["marks.choose"] == "enter,alt+m"
    assert "overlay.close" not in found


def test_what_closes_something_stays_where_it_was_set_by_itself_or_is_needed_there() -> None:
    found, told = tell_all(reader__outline="X", outline__close="Z", reader__detail="b", article__page_up="B")
    assert told == []
    assert found["outline.close"] == "Z"
    assert "detail.close" not in found


def test_a_key_that_is_set_elsewhere_too_stays_so() -> None:
    found, _ = tell_all(reader__theme="S", table__theme="Z")
    assert (found["reader.theme"], found["table.theme"]) == ("S", "Z")


def test_a_key_that_another_screen_needs_is_not_set_there() -> None:
    found, told = tell_all(reader__help="h")
    assert told == []
    assert "table.help" not in found
    assert found["outline.help"] == "h"


def test_keys_that_change_with_each_other_do_so_elsewhere() -> None:
    found, _ = tell_all(reader__matrix="c", reader__compare="m")
    assert (found["table.matrix"], found["table.compare"]) == ("c", "m")


def test_keys_that_move_do_so_in_every_list() -> None:
    found, _ = tell_all(move__down=("s", "down"))
    assert found["overlay.down"] == found["marks.down"] == "s,down"


def test_panes_may_have_the_same_key() -> None:
    assert tell(article__page_up="Z", actors__only="Z")[1] == []


def test_a_binding_that_there_is_not_is_said_with_the_nearest() -> None:
    assert tell(reader__hlp="h") == ({}, ["There is no binding “reader.hlp”. Did you mean “reader.help”?"])


def test_a_clash_names_both_bindings_and_the_place_and_is_not_in_force() -> None:
    told = "“reader.zen” cannot have G: “move.bottom” (Bottom) has it in the article. “reader.zen” stays on z."
    assert tell(reader__zen="G") == ({}, [told])


def test_a_binding_that_stays_may_take_back_a_key_that_was_given_away() -> None:
    found, told = tell(reader__help="z", reader__zen="q")
    assert found == {}
    assert len(told) == 2


@pytest.mark.parametrize("key", [*SAME])
def test_a_key_that_terminals_cannot_tell_from_another_is_refused(key: str) -> None:
    found, told = tell(reader__help=key)
    assert found == {}
    assert told == [f"No terminal can tell “{key}” from {SAME[key]}. “reader.help” stays on ? F1."]


def test_a_key_of_the_system_is_refused() -> None:
    assert tell(reader__help="ctrl+c")[1] == [
        "“ctrl+c” is taken: it copies what is selected. “reader.help” stays on ? F1."
    ]


@pytest.mark.parametrize("key", ["x", "space", "left", "?"])
def test_a_key_that_types_cannot_leave_what_is_typed(key: str) -> None:
    assert "is for typing there" in tell(prompt__leave=key)[1][0]


def test_what_works_everywhere_works_where_something_is_typed_too() -> None:
    assert "is for typing where something is typed" in tell(reader__suspend="x")[1][0]


def test_what_works_everywhere_can_have_no_key_of_any_screen() -> None:
    assert "(Regex) has it in" in tell(reader__suspend="alt+r")[1][0]
    assert tell(reader__suspend="ctrl+x") == ({"reader.suspend": "ctrl+x"}, [])


def test_what_is_said_bears_its_line() -> None:
    origin = Origin("config.toml", 7)
    _, settings = fitting_keys(Settings(keys={"reader.x": ("h",)}, origins={"keys.reader.x": origin}))
    assert str(settings.troubles[0]).startswith("config.toml:7: ")


def test_every_table_of_keys_is_somewhere_in_force_and_told_of_somewhere() -> None:
    lists = [
        cast("list[object]", value)
        for value in (*vars(tui.keys).values(), *vars(tui.screen_keys).values())
        if isinstance(value, list)
    ]
    tables = [one.id for value in lists for one in value if isinstance(one, Binding)]
    in_force = {binding.id for tables in SCREENS.values() for table in tables for binding in table}
    assert set(tables) == in_force == set(EVERY)


def test_hints_take_the_keys_that_are_in_force() -> None:
    from contextvars import copy_context

    def seen() -> str:
        use(Keymap({"reader.help": "h,f2"}))
        return key_of("reader.help", tui.keys.READER)

    assert copy_context().run(seen) == "h"
    assert key_of("reader.help", tui.keys.READER) == "?"


def test_keys_with_signs_are_named_in_letters_where_signs_are_none() -> None:
    from contextvars import copy_context

    def seen() -> list[str]:
        use(Keymap(spelt=True))
        return [shown(key) for key in ("enter", "down", "escape", "ctrl+up", "question_mark")]

    assert copy_context().run(seen) == ["enter", "down", "esc", "^up", "?"]

"""The inks on every theme."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from tui.inks import INKS, PLAIN, ink
from tui.theme import THEMES, css_variables

ALL = [*BUILTIN_THEMES.values(), *THEMES]


def variables_of(theme: Theme) -> dict[str, str]:
    """The variables of a theme, Textual's and ours."""
    app = App[None]()
    app.register_theme(theme)
    app.theme = theme.name
    generated = app.get_css_variables()
    return generated | css_variables(theme, generated)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize("plain", [True, False])
def test_every_ink_can_be_mixed_on_every_theme(theme: Theme, *, plain: bool) -> None:
    variables = variables_of(theme)
    for name in INKS:
        assert ink(name, variables, plain=plain) != Style.null()


def test_an_ink_has_the_colours_of_the_theme() -> None:
    variables = {"ink": "#010203", "found": "#040506"}
    assert ink("found", variables, plain=False) == Style(color="#010203", bgcolor="#040506", underline=True)


def test_the_terminals_own_colours_are_left_to_it() -> None:
    assert ink("key", {"ink-accent": "ansi_yellow"}, plain=True) == Style(color="yellow", bold=True)


def test_where_colours_say_nothing_weight_says_the_same() -> None:
    """Of two inks that differ by colour alone, one is bold, dim or reversed."""
    variables = dict.fromkeys(variables_of(THEMES[0]), "ansi_default")
    for one, other in (("muted", "chosen"), ("rule", "rule-in-focus"), ("track", "thumb"), ("cursor", "lit")):
        assert ink(one, variables, plain=True) != ink(other, variables, plain=True)


def test_what_is_said_by_weight_is_an_ink() -> None:
    assert PLAIN.keys() <= INKS.keys()

"""What a terminal is said to show, and what it gets instead of the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.coding import other_coding
from tui.letters import in_ascii


@pytest.mark.parametrize(
    ("locale", "other"),
    [
        ({}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "de_DE.utf8"}, ""),
        ({"LC_ALL": "C"}, "LC_ALL=C"),
        ({"LC_ALL": "POSIX", "LANG": "C.UTF-8"}, "LC_ALL=POSIX"),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "en_US.UTF-8"}, ""),
        ({"LC_CTYPE": "de_DE.ISO-8859-1", "LANG": "de_DE.UTF-8"}, "LC_CTYPE=de_DE.ISO-8859-1"),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, ""),
    ],
)
def test_the_first_variable_that_is_set_names_the_coding(
    monkeypatch: pytest.MonkeyPatch,
    locale: dict[str, str],
    other: str,
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert other_coding() == other


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("“Café” – ─│", '"Cafe" - -|'),
        ("щ", "?"),
        ("中文", "????"),
        ("\x1b[1mé\x1b[0m", "\x1b[1me\x1b[0m"),
    ],
)
def test_letters_of_ascii_stand_for_others(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_it_is_ascii_in_as_many_cells(text: str) -> None:
    shown = in_ascii(text)
    assert shown.isascii()
    assert len(shown) == sum(cell_len(letter) for letter in text)

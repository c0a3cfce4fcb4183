"""Whatever a key changes on the screen comes in one frame: no pane lags behind another."""

from __future__ import annotations

import pytest

from tests.tty.terminal import Terminal


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24)])
def test_a_line_on_is_one_frame_even_into_the_next_paragraph(size: tuple[int, int]) -> None:
    with Terminal("kremlin-tui", size=size) as terminal:
        terminal.wait_for("Article")
        assert [terminal.frames("j") for _ in range(8)] == [1] * 8


@pytest.mark.parametrize("size", [(160, 45), (100, 30), (60, 24)])
def test_another_pane_is_one_frame(size: tuple[int, int]) -> None:
    with Terminal("kremlin-tui", size=size) as terminal:
        terminal.wait_for("Article")
        assert [terminal.frames(key) for key in ("2", "3", "1", "tab", "tab", "tab", "2")] == [1] * 7


@pytest.mark.parametrize("keys", ["1 bGgnn}{\x0f", "3jjk", "2jjo"])
def test_every_key_that_changes_something_in_a_pane_is_one_frame(keys: str) -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.press(keys[0])
        assert [terminal.frames(key) for key in keys[1:]] == [1] * (len(keys) - 1)


def test_every_key_in_the_other_views_is_one_frame() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.press("m")
        assert [terminal.frames(key) for key in "jlnNk$0"] == [1] * 7
        terminal.press("c")
        assert [terminal.frames(key) for key in ("]", "j", "tab", "k", "[")] == [1] * 5


def test_from_one_view_to_another_the_reader_does_not_flash() -> None:
    with Terminal("kremlin-tui", size=(160, 45)) as terminal:
        terminal.wait_for("Positions")
        terminal.press("m")
        for key in "cm":
            before = len(terminal.raw)
            terminal.press(key)
            assert b"Positions" not in terminal.raw[before:]


def test_however_often_something_is_said_it_is_seen() -> None:
    with Terminal("kremlin-tui", size=(60, 24)) as terminal:
        terminal.wait_for("Page down")
        for _ in range(30):
            terminal.frames("\x0f")
        assert "No jump to go back from." in terminal.text()

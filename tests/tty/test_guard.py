"""The guard before the terminal, where a fault of the program lets through what comes from outside."""

from __future__ import annotations

import pytest

from tests.tty.mishap import KEY, reader_with
from tests.tty.recognizer import obeyed
from tests.tty.terminal import Terminal

SHOWN = "Positions  19"
TEXT = "'safe\\x1b]0;owned\\x07\\x9b2J\\u202e\\x00\\ud800end'"
"""As Python writes it; of its seven characters to replace each is of another kind."""
FAULTS = {
    "a widget of Textual's": f"from textual.widgets import Static\nself.mount(Static({TEXT}, markup=False))",
    "a notice": f"self.notify({TEXT}, markup=False)",
    "an input": f"from textual.widgets import Input\nself.mount(Input({TEXT}))",
    "options": f"from textual.widgets import OptionList\nself.mount(OptionList({TEXT}, markup=False))",
    "a tooltip": (f"pane = self.query('ArticlePane').first()\npane.tooltip = {TEXT}\nself._handle_tooltip_timer(pane)"),
    "a title": (
        "from textual.widgets import Static\nwidget = Static('text')\nwidget.styles.border = ('round', 'red')\n"
        f"widget.border_title = {TEXT}.replace('[', '')\nself.mount(widget)"
    ),
    "a row of ours": (
        "from textual.strip import Strip\nfrom rich.segment import Segment\nfrom tui.widgets.painted import Painted\n"
        f"class Row(Painted):\n    def render_line(self, y): return Strip([Segment({TEXT})])\n"
        "row = Row()\nrow.styles.height = 1\nself.mount(row)"
    ),
    "a link": (
        "from rich.text import Text\nfrom textual.widgets import Static\n"
        "self.mount(Static(Text.from_markup('[link=https://owned.example]safe[/link] end')))"
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_comes_so_far_is_seen_and_not_obeyed(fault: str) -> None:
    with reader_with(FAULTS[fault]) as terminal:
        terminal.wait_for(SHOWN)
        begun = len(terminal.raw)
        terminal.send(KEY)
        terminal.wait_for("safe")
        assert obeyed(terminal.raw[begun:]) == []
        assert ("safe" if fault == "a link" else "safe\ufffd") in terminal.text()
        assert b"\x1b]8" not in terminal.raw


def test_lines_of_the_command_line_are_guarded_on_a_terminal_too() -> None:
    code = f"from tui.cli.streams import say, write; say({TEXT}); write({TEXT} + chr(10))"
    with Terminal("python", "-c", code) as terminal:
        assert terminal.wait() == 0
        assert terminal.text().count("safe\ufffd]0;owned") == 2
        assert not set(terminal.raw) & {0x1B, 0x07, 0x00}

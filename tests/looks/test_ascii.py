"""Plain-text pictures of the screen in signs of ASCII; kept and renewed as the others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

HERE = Path(__file__).parent
LOOKS = {
    "ascii-wide": ((160, 45), "3 j j j"),
    "ascii-medium-help": ((100, 30), "2 ?"),
    "ascii-narrow": ((60, 24), "n"),
}


@pytest.mark.parametrize("name", LOOKS)
def test_the_screen_looks_as_in_its_picture(name: str, request: pytest.FixtureRequest) -> None:
    size, keys = LOOKS[name]
    with Terminal("kremlin-tui", "--ascii", size=size) as terminal:
        terminal.wait_for("Article")
        terminal.press(*keys.split())
        seen = terminal.text() + "\n"
    picture = HERE / f"{name}.txt"
    if request.config.getoption("--renew-looks"):
        picture.write_text(seen, encoding="utf-8")
    assert seen == picture.read_text(encoding="utf-8")

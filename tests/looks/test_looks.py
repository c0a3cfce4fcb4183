"""Plain-text pictures of the screen, kept as files that a person can read in a diff.

``pytest tests/looks --renew-looks`` writes them anew; look at each before keeping it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tty.terminal import Terminal

HERE = Path(__file__).parent
LOOKS = {
    "wide": ((160, 45), ""),
    "wide-filter": ((160, 45), "2 j j o"),
    "wide-outline": ((160, 45), "} } t"),
    "wide-detail": ((160, 45), "n i"),
    "wide-pinned": ((160, 45), "3 j j j"),
    "wide-zen": ((160, 45), "} } z"),
    "medium": ((100, 30), "3 j j j"),
    "medium-fold": ((100, 30), "2 j j o f"),
    "medium-outline": ((100, 30), "2 j j o t"),
    "medium-detail": ((100, 30), "3 j j j j j j j j i"),
    "medium-marks": ((100, 30), "} \x02 a } \x02 b G ' j"),
    "medium-help": ((100, 30), "?"),
    "medium-search": ((100, 30), "/ n a t o enter n"),
    "medium-searching": ((100, 30), "2 j j o 1 / e u r o p"),
    "medium-narrowed": ((100, 30), "3 / p u t i n enter"),
    "narrow": ((60, 24), "n"),
    "narrow-outline": ((60, 24), "t G"),
    "narrow-detail": ((60, 24), "n i j"),
    "narrow-actors": ((60, 24), "2 p"),
    "narrow-positions": ((60, 24), "3 j"),
    "smallest": ((24, 8), "j j"),
    "wide-matrix": ((160, 45), "m"),
    "medium-matrix": ((100, 30), "2 j o m"),
    "narrow-matrix": ((60, 24), "3 G m"),
    "smallest-matrix": ((24, 8), "m j j"),
    "wide-compare": ((160, 45), "c"),
    "medium-compare": ((100, 30), "m c tab"),
    "narrow-compare": ((60, 24), "c"),
    "smallest-outline": ((24, 8), "t j j"),
    "smallest-detail": ((24, 8), "n i j j"),
}

BAD = "bad-file"
"""The look of a file that is no article."""


@pytest.mark.parametrize("name", [*LOOKS, BAD])
def test_the_screen_looks_as_in_its_picture(name: str, request: pytest.FixtureRequest) -> None:
    size, keys = LOOKS.get(name, ((100, 30), "j j"))
    file = [str(HERE / "no-article.yaml")] if name == BAD else []
    with Terminal("kremlin-tui", *file, size=size) as terminal:
        terminal.wait_for("Reload" if name == BAD else "Article")
        terminal.press(*keys.split())
        seen = terminal.text() + "\n"
    picture = HERE / f"{name}.txt"
    if request.config.getoption("--renew-looks"):
        picture.write_text(seen, encoding="utf-8")
    assert seen == picture.read_text(encoding="utf-8")

"""What a search is told as, and how the reader's state takes it in."""

from __future__ import annotations

import pytest
from textual.color import Color

from article import Article
from article.search import Query
from article.spans import Span
from tui.app import KremlinApp
from tui.oklch import contrast
from tui.state import Caret, Found, ReaderState
from tui.theme import css_variables

QUERY = Query("lane")
MATCHES = (Span(0, 3, 7), Span(2, 0, 4))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Found(QUERY), "no match"),
        (Found(QUERY, is_over=False), "…"),
        (Found(QUERY, MATCHES), "2"),
        (Found(QUERY, MATCHES, MATCHES[1]), "2/2"),
        (Found(QUERY, MATCHES, MATCHES[0], is_over=False), "1/2…"),
        (Found(QUERY, tuple(Span(0, n, n + 1) for n in range(10_000)), Span(0, 3, 4), has_more=True), "4/10,000+"),
        (Found(QUERY, fault="took too long"), "took too long"),
        (Found(QUERY, MATCHES, MATCHES[0], fault="took too long"), "1/2 · took too long"),
        (Found(QUERY, MATCHES, MATCHES[0], note="from the top"), "1/2 · from the top"),
        (Found(Query("")), ""),
    ],
)
def test_a_search_is_told_in_a_few_words(found: Found, told: str) -> None:
    assert found.told == told


def test_a_match_is_a_place_and_unfolds_the_text_where_it_is_hidden() -> None:
    state = ReaderState(folded=True).at_match(Found(QUERY, MATCHES), MATCHES[1], unfolds=True)
    assert state.caret == Caret(2, 0)
    assert not state.folded
    assert state.found
    assert state.found.note == "unfolded"


def test_leaving_a_search_gives_back_everything_but_what_else_was_changed() -> None:
    before = ReaderState(caret=Caret(1, 5), actors_sought=QUERY)
    now = before.at_match(Found(QUERY, MATCHES), MATCHES[0])._replace(pinned="s1")
    back = now.back_at(before)
    assert (back.caret, back.found, back.actors_sought, back.pinned) == (Caret(1, 5), None, QUERY, "s1")


@pytest.mark.parametrize("pane", ["actors", "positions"])
def test_a_list_is_narrowed_and_whole_again(pane: str) -> None:
    state = ReaderState().narrowed(pane, QUERY)
    assert (state.actors_sought, state.positions_sought) == ((QUERY, None) if pane == "actors" else (None, QUERY))
    assert state.narrowed(pane, None) == ReaderState()


@pytest.mark.parametrize("theme", ["ink", "paper", "textual-light", "dracula", "gruvbox", "solarized-light"])
async def test_what_is_found_is_readable_on_every_theme(shipped: Article, theme: str) -> None:
    app = KremlinApp(shipped)
    async with app.run_test():
        app.theme = theme
        variables = css_variables(app.current_theme, app.theme_variables)
        ground, background = Color.parse(variables["found"]), Color.parse(app.theme_variables["background"])
        assert contrast(Color.parse(variables["ink"]), ground) >= 4.5
        assert contrast(background, Color.parse(variables["ink-accent"])) >= 4.5

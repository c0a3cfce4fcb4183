"""Where on a page something is shown: for tests, which look at rows."""

from __future__ import annotations

from tui.lines import Page
from tui.state import Caret


def y_of(page: Page, caret: Caret) -> int:
    """The row that shows a place in the text, or the fold that hides it."""
    return page.rows.row(page.place_of(caret))


def span_of(page: Page, paragraph: int) -> tuple[int, int]:
    """The first row of a paragraph, or of the fold that hides it, and the one after its last."""
    block = page.block_of(paragraph)
    return page.rows.top(block), page.rows.end(block) - 1

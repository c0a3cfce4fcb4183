"""The problems of a file: each with its place, its line, and what would be right."""

from __future__ import annotations

from textual.content import Content

from article.model import Article
from article.problems import Problem
from article.wording import count
from tui.screens.overlay import Overlay

MOST_LISTED = 500
"""Past this many, mending from the top is quicker than reading on."""


class ProblemList(Overlay):
    """All problems of the article's file, in its order."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        self._problems = article.problems
        self.title = f"{article.source} has {count(len(article.problems), 'problem')}"

    def text(self) -> Content:
        shown = self._problems[:MOST_LISTED]
        parts = [part for number, problem in enumerate(shown, 1) for part in _told(number, problem)]
        if len(shown) < len(self._problems):
            parts.append(Content.styled(f"and {len(self._problems) - len(shown):,} more", "$ink-muted"))
        return Content("\n").join(parts)


def _told(number: int, problem: Problem) -> list[Content]:
    place = problem.place
    where = f"line {place.line}, column {place.column}" if place else "the file"
    lines = [
        Content.assemble(
            (f"{number:>3} ", "bold $ink-error"),
            (where, "bold"),
            (f"   {problem.path}   {problem.level}", "$ink-muted"),
        ),
        Content(f"    {problem.message}"),
    ]
    if place and problem.excerpt:
        before, marked, after = problem.excerpt
        margin = f"{place.line:>8} │ "
        lines.append(Content.assemble((margin, "$ink-muted"), before, marked, after))
        carets = "^" * max(1, Content(marked).cell_length)
        lines.append(
            Content.assemble(
                (" " * (len(margin) - 2) + "│ ", "$ink-muted"),
                " " * Content(before).cell_length,
                (carets, "$ink-error"),
            )
        )
    if problem.hint:
        lines.append(Content(f"    {problem.hint}"))
    return [*lines, Content("")]

"""The problems of a file: each with its place, its line, and what would be right."""

from __future__ import annotations

from textual.content import Content

from article.model import Article
from article.problems import Excerpt, Problem
from article.wording import count
from tui.screens.overlay import Overlay

WIDEST = 110
"""Columns of the sheet at most, as its style sheet has it; it takes nine tenths of a smaller screen."""
FRAME = 5
"""Columns of the sheet's border, padding and scrollbar."""
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
        width = min(WIDEST, self.app.size.width * 9 // 10) - FRAME
        parts = [part for number, problem in enumerate(shown, 1) for part in _told(number, problem, width)]
        if len(shown) < len(self._problems):
            parts.append(Content.styled(f"and {len(self._problems) - len(shown):,} more", "$ink-muted"))
        return Content("\n").join(parts)


def _told(number: int, problem: Problem, width: int) -> list[Content]:
    """A problem in lines: where it is, what is wrong, the line of the file with carets, and a hint."""
    place = problem.place
    where = f"line {place.line}, column {place.column}" if place else "the file"
    about = (f"   {problem.path}   {problem.level}   {problem.code}", "$ink-muted")
    lines = [
        Content.assemble((f"{number:>3} ", "bold $ink-error"), (where, "bold"), about),
        Content(f"    {problem.message}"),
    ]
    if problem.excerpt:
        lines.extend(_quoted(problem.excerpt, width))
    if problem.hint:
        lines.append(Content(f"    {problem.hint}"))
    return [*lines, Content("")]


def _quoted(excerpt: Excerpt, width: int) -> list[Content]:
    """The line of the file with carets under what is the matter, cut to the width around it."""
    margin = f"{excerpt.line:>8} │ "
    line, carets = excerpt.pointed(width - len(margin))
    return [
        Content.assemble((margin, "$ink-muted"), line),
        Content.assemble((f"{'│ ':>{len(margin)}}", "$ink-muted"), (carets, "$ink-error")),
    ]

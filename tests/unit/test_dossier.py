"""The rows of a position's detail, at any width."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style

from article import Article, load
from article.model import Stance
from tui.dossier import LEFT, Dossier
from tui.theme import INK, Palette

DATA = Path(__file__).parents[1] / "data"
INKS: dict[str, Style] = {"muted": Style.null(), "error": Style.null(), "accent": Style.null()}


def dossier(article: Article, stance: Stance, width: int) -> Dossier:
    return Dossier(article, stance, Palette(article, INK, {}, colour=False), INKS, width)


def text_of(found: Dossier) -> str:
    rows = ("".join(segment.text for segment in row.segments) for row in found.rows)
    return "".join("".join(rows).split())


@pytest.fixture(params=["harbor", "shipped", "broken"])
def article(request: pytest.FixtureRequest) -> Article:
    return load(DATA / "three-problems.yaml") if request.param == "broken" else request.getfixturevalue(request.param)


@pytest.mark.parametrize("width", [20, 24, 40, 47, 48, 84])
def test_every_row_fits(article: Article, width: int) -> None:
    for stance in article.stances:
        for row in dossier(article, stance, width).rows:
            beside = cell_len(row.right.text) + 1 if row.right else 0
            assert sum(cell_len(segment.text) for segment in row.segments) + beside <= width - LEFT


@pytest.mark.parametrize("width", [20, 60, 84])
def test_nothing_is_lost_at_any_width(article: Article, width: int) -> None:
    for stance in article.stances:
        told = text_of(dossier(article, stance, width))
        issue = article.issue[stance.issue]
        for said in (article.actor[stance.actor].name, issue.label, issue.proposition, stance.summary, stance.id):
            assert "".join(said.split()) in told
        for piece in stance.evidence:
            assert "".join(piece.exact.split()) in told


def test_every_item_leads_somewhere(article: Article) -> None:
    for stance in article.stances:
        found = dossier(article, stance, 60)
        assert {row.item for row in found.rows if row.item is not None} == set(range(len(found.goals)))

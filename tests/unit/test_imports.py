"""The package knows no terminal, and loads no more than it needs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import article

ROOT = Path(__file__).parents[2]


def loaded_after(code: str) -> set[str]:
    """The modules that are loaded in a fresh interpreter after some code has run."""
    run = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("module", [f"article.{path.stem}" for path in (ROOT / "article").glob("[a-z]*.py")])
def test_no_module_of_the_package_pulls_in_a_terminal(module: str) -> None:
    assert loaded_after(f"import {module}").isdisjoint({"textual", "rich", "tui", "styles"})


def test_reading_an_article_without_a_problem_loads_no_search_for_what_is_near() -> None:
    loaded = loaded_after("from article.source import Source; import article; article.load(Source.shipped())")
    assert "yaml" in loaded
    assert loaded.isdisjoint({"textual", "rich", "rapidfuzz"})


def test_who_is_handed_an_article_does_not_load_what_reads_one() -> None:
    loaded = loaded_after("import article.model, article.wording, article.filters, article.clean, article.problems")
    assert loaded.isdisjoint({"yaml", "article.loader", "article.values", "ahocorasick_rs"})


@pytest.mark.parametrize("name", article.__all__)
def test_the_package_gives_what_it_offers(name: str) -> None:
    assert getattr(article, name).__name__ == name


def test_the_package_gives_nothing_else() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'save'"):
        article.save  # noqa: B018

"""What all tests share: the articles they read, and an option to renew the pictures of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from article import Article, load
from article.source import Source

DATA = Path(__file__).parent / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-looks", action="store_true", help="write the pictures of the screen anew")


@pytest.fixture(scope="session")
def shipped() -> Article:
    """The article that opens when none is named."""
    return load(Source.shipped())


@pytest.fixture(scope="session")
def harbor() -> Article:
    """The example of the format's description."""
    return load(DATA / "harbor-ave-lane.yaml")


@pytest.fixture(autouse=True, scope="session")
def _nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees what whoever runs it has set for the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        patch.setenv("LC_ALL", "C.UTF-8")
        for name in ("THEME", "WIDTH", "GLYPHS"):
            patch.delenv(f"KREMLIN_TUI_{name}", raising=False)
        yield

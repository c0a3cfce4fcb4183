"""One server for all trials of a test process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.hostile.trial import Trials


@pytest.fixture(scope="session")
def trials() -> Iterator[Trials]:
    server = Trials()
    yield server
    server.close()

"""The benchmark measures every goal; whether they are met is for its users to see, never for a test."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from article.loader import load
from tests.bench.texts import Text

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("script", ["plain", "CJK"])
def test_an_article_as_design_performance_asks_for_is_within_the_limits(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    article = load(Text(1_000_000, stances=10_000, actors=1_000, script=script).article())
    assert (len(article.stances), len(article.actors), article.problems) == (10_000, 1_000, ())


@pytest.mark.skipif(sys.platform != "linux", reason="it reads what Linux tells of processes")
def test_every_goal_is_measured(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    run = subprocess.run(
        [sys.executable, ROOT / "tests/bench/goals.py", "--smoke", "--json", file],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert file.exists(), run.stderr
    goals = json.loads(file.read_text())["goals"]
    assert list(dict.fromkeys(goal["goal"].rstrip("abcde") for goal in goals)) == [str(one) for one in range(1, 12)]
    assert [goal["goal"] for goal in goals if goal["measured"] is None] == [], run.stdout

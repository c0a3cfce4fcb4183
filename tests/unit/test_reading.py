"""A file that a process of its own reads: what comes of it, and what becomes of the process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from article import Article, load
from article.problems import ArticleError
from article.reading import Reading
from tests.errand import GENEROUS, Errand

DATA = Path(__file__).parents[1] / "data"
HARBOR = DATA / "harbor-ave-lane.yaml"
FLAWED = DATA / "three-problems.yaml"

Opened = Callable[[Path], Errand]


@pytest.fixture
def errand() -> Iterator[Opened]:
    """Begins to read a file step by step."""
    begun: list[Errand] = []

    def begin(path: Path) -> Errand:
        begun.append(Errand(path))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


def read(path: str | None) -> Reading:
    """What a reading comes to that nobody interferes with."""
    reading = Reading.start(path)
    assert reading
    end = time.monotonic() + GENEROUS
    while not reading.ended:
        assert time.monotonic() < end, "still being read"
        time.sleep(0.01)
    return reading


def problems_of(path: Path) -> tuple[object, ...]:
    with pytest.raises(ArticleError) as error:
        load(path)
    return error.value.problems


# ---------------------------------------------------------------------- what comes of it


def test_an_article_comes_as_it_is_loaded_here() -> None:
    assert read(str(FLAWED)).article == load(FLAWED)


def test_without_a_path_the_shipped_article_comes(shipped: Article) -> None:
    assert read(None).article == shipped


def test_a_large_article_comes_whole_in_the_end(tmp_path: Path, harbor: Article) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(HARBOR.read_text().replace("body: |\n", "body: |\n" + "  Nothing much.\n\n" * 20_000))
    article = read(str(path)).article
    assert article
    assert len(article.mentions) == len(harbor.mentions) > 0


def test_a_file_that_is_no_article_comes_with_its_problems(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\nid: x\nactors: [")
    reading = read(str(path))
    assert (reading.article, reading.problems, reading.fault) == (None, problems_of(path), "")


@pytest.mark.parametrize("name", ["none.yaml", "a\0b", "\udce4.yaml", "line\nbreak"])
def test_every_name_reaches_the_process(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert read(str(path)).problems == problems_of(path)


def test_standard_input_is_read_where_it_is(harbor: Article) -> None:
    code = """
import time
from article.reading import Reading
reading = Reading.start("-")
while not reading.ended: time.sleep(0.01)
print(reading.name, len(reading.article.stances))
"""
    with HARBOR.open("rb") as file:
        run = subprocess.run([sys.executable, "-c", code], stdin=file, capture_output=True, text=True, check=True)
    assert run.stdout == f"standard input {len(harbor.stances)}\n"


def test_the_size_of_a_file_is_known_before_it_is_read(errand: Opened) -> None:
    reading = Reading.start(str(HARBOR))
    assert reading
    assert reading.size == HARBOR.stat().st_size
    reading.stop()


# ---------------------------------------------------------------------- part by part


def test_the_article_comes_before_its_mentions(errand: Opened, harbor: Article) -> None:
    hand = errand(HARBOR)
    article = hand.begun().article
    assert article
    assert (article.paragraphs, len(article.mentions), hand.reading.ended) == (harbor.paragraphs, 0, False)
    hand.tell("complete")
    assert hand.wait_for_end().article == load(HARBOR)


def test_a_listener_is_told_of_everything_new(errand: Opened) -> None:
    hand = errand(HARBOR)
    told: list[bool] = []
    hand.reading.listen(lambda: told.append(hand.reading.ended))
    hand.begun()
    hand.tell("complete")
    hand.wait_for_end()
    assert told == [False, True]


def test_nobody_is_told_after_a_stop(errand: Opened) -> None:
    hand = errand(HARBOR)
    reading = hand.begun()
    told: list[None] = []
    reading.listen(lambda: told.append(None))
    reading.stop()
    hand.process.wait(GENEROUS)
    time.sleep(0.05)
    assert (told, reading.fault, reading.ended) == ([], "", True)


# ---------------------------------------------------------------------- what becomes of the process


def test_a_process_that_is_killed_is_told_with_the_signal(errand: Opened) -> None:
    hand = errand(HARBOR)
    hand.kill()
    reading = hand.wait_for_end()
    assert (reading.article, reading.fault) == (None, "the process that reads it was ended by signal 9 (Killed)")


def test_what_was_read_stays_when_the_process_is_killed(errand: Opened) -> None:
    hand = errand(HARBOR)
    hand.begun()
    hand.kill()
    reading = hand.wait_for_end()
    assert reading.article
    assert reading.fault


def test_half_a_piece_of_news_is_none(errand: Opened) -> None:
    hand = errand(HARBOR)
    hand.tell("stutter")
    assert hand.wait_for_end().fault == "the process that reads it was ended with code 3"


def test_a_fault_of_the_program_is_told_without_the_article() -> None:
    """As when the process cannot do its work for a bug."""
    code = """
import article.loader
from article.errand import run
def begin(source): raise KeyError("the text of the article")
article.loader.begin = begin
run(None)
"""
    reading = Reading(subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE))
    end = time.monotonic() + GENEROUS
    while not reading.ended:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert reading.fault == "a fault of this program, KeyError in __main__, line 4"


def test_the_process_ends_when_nobody_listens_any_more() -> None:
    code = """
import time, article.loader
from article.errand import run
article.loader.begin = lambda source: time.sleep(1000)
run(None)
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.close()
    assert process.wait(GENEROUS) == 1


def test_the_process_finds_modules_where_this_one_does_and_not_in_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "article.py").write_text("raise SystemExit(9)")
    (tmp_path / "yaml.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert read(str(HARBOR)).article


# ---------------------------------------------------------------------- where there is no process


def test_without_an_interpreter_there_is_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "")
    assert Reading.start(None) is None


def test_where_no_process_can_be_had_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert Reading.start(None) is None


def test_one_core_reads_a_small_file_sooner_without_a_process(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def one_core(_pid: int) -> set[int]:
        return {0}

    monkeypatch.setattr(os, "sched_getaffinity", one_core, raising=False)
    assert Reading.start(str(HARBOR)) is None
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * 2**21)
    reading = Reading.start(str(large))
    assert reading
    reading.stop()

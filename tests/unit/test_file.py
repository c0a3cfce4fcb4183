"""The file behind the article: whether it has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from article.problems import ArticleError
from article.reading import Read
from article.source import Source
from tui.file import MISSING, File


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    return path


def test_a_file_that_is_left_alone_has_not_changed(path: Path) -> None:
    file = File(str(path))
    assert [file.has_changed() for _ in range(5)] == [False] * 5


def test_a_file_has_changed_when_two_looks_find_the_same_change(path: Path) -> None:
    file = File(str(path))
    path.write_text("one and")
    assert not file.has_changed()
    path.write_text("one and two")
    assert not file.has_changed()
    assert file.has_changed()


def test_a_file_that_is_replaced_by_another_has_changed(path: Path) -> None:
    file = File(str(path))
    other = path.with_suffix(".new")
    other.write_text("two")
    path.unlink()
    assert not file.has_changed()
    other.rename(path)
    assert [file.has_changed() for _ in range(2)] == [False, True]


def test_a_file_that_comes_back_as_it_was_has_not_changed(path: Path) -> None:
    file = File(str(path))
    path.rename(path.with_suffix(".old"))
    assert not file.has_changed()
    path.with_suffix(".old").rename(path)
    assert [file.has_changed() for _ in range(3)] == [False] * 3


def test_a_file_that_stays_away_has_changed_once(path: Path) -> None:
    file = File(str(path))
    path.unlink()
    assert [file.has_changed() for _ in range(MISSING)] == [False] * (MISSING - 1) + [True]
    read = file.read()
    if not isinstance(read, Read):
        read.stop()
    assert [file.has_changed() for _ in range(MISSING + 1)] == [False] * (MISSING + 1)


def test_a_change_between_the_first_reading_and_the_first_look_is_seen(path: Path) -> None:
    file = File(str(path))
    path.write_text("another")
    assert [file.has_changed() for _ in range(2)] == [False, True]


@pytest.mark.parametrize("name", [None, "-", "a\0b"])
def test_what_is_no_file_never_changes(name: str | None) -> None:
    assert not any(File(name).has_changed() for _ in range(MISSING + 1))


def test_what_could_be_read_can_be_mended(path: Path) -> None:
    bad, gone = Read.of(str(path)), Read.of(f"{path}.gone")
    file = File(str(path))
    assert file.can_be_mended(bad.problems)
    assert not file.can_be_mended(gone.problems)
    assert not file.can_be_mended(())
    assert not File("-").can_be_mended(bad.problems)


def test_what_is_read_at_once_is_what_is_loaded(path: Path) -> None:
    from article import load

    assert Read.of(None).article == load(Source.shipped())
    with pytest.raises(ArticleError) as raised:
        load(path)
    assert Read.of(str(path)).problems == raised.value.problems

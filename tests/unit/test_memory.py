"""What is kept of an article, and found again."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article import Article
from article.filters import Filter
from tui import memory as memories
from tui.memory import Memory
from tui.record import record_of, state_of
from tui.renewal import renewed
from tui.state import Caret, ReaderState

ROOT = Path(__file__).parents[2]


def edited(article: Article, index: int, text: str) -> Article:
    """The article with another paragraph put in."""
    from dataclasses import replace

    from article.model import Paragraph

    return replace(article, paragraphs=(*article.paragraphs[:index], Paragraph(text, 1), *article.paragraphs[index:]))


def through_a_file(folder: Path, state: ReaderState, article: Article) -> ReaderState:
    Memory(folder, "a").keep(record_of(state, article))
    return state_of(Memory(folder, "a").recall(), article)


@pytest.fixture
def reading(shipped: Article) -> ReaderState:
    actor = shipped.actors[0].id
    return ReaderState(
        Filter(frozenset({actor})), folded=True, pinned=shipped.stances[0].id, caret=Caret(2, 30), zen=True
    )


# ---------------------------------------------------------------------- a state and its record


def test_a_state_comes_back_as_it_was(tmp_path: Path, shipped: Article, reading: ReaderState) -> None:
    assert through_a_file(tmp_path, reading, shipped) == reading


def test_a_place_comes_back_at_its_words_when_the_text_has_changed(shipped: Article, reading: ReaderState) -> None:
    later = edited(shipped, 1, "Something was put in.")
    assert state_of(record_of(reading, shipped), later).caret == (3, 30)
    assert renewed(reading, shipped, later).caret == (3, 30)


def test_every_place_moves_with_the_text(shipped: Article) -> None:
    state = ReaderState(caret=Caret(2, 3), home=Caret(4, 1))
    after = renewed(state, shipped, edited(shipped, 3, "Something was put in."))
    assert (after.caret, after.home) == (Caret(2, 3), Caret(5, 1))


def test_what_the_article_no_longer_has_is_left_out(shipped: Article) -> None:
    gone, here = frozenset({"gone"}), frozenset({shipped.actors[0].id})
    before = ((Filter(gone), bool(gone)),)
    state = ReaderState(Filter(gone | here), folded=True, before=before, pinned="gone")
    for after in (
        renewed(state, shipped, shipped),
        state_of(record_of(state, shipped), shipped)._replace(before=state.before),
    ):
        assert after.chosen == Filter(here)
        assert after.folded
        assert after.pinned is None
    assert renewed(state, shipped, shipped).before == ((Filter(), True),)
    assert not renewed(state._replace(chosen=Filter(gone)), shipped, shipped).folded


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(
    record=st.fixed_dictionaries({}, optional=dict.fromkeys(ReaderState._fields, JSON)),
    more=st.dictionaries(st.text(), JSON),
)
def test_whatever_a_record_holds_makes_a_state(
    record: dict[str, object], more: dict[str, object], shipped: Article
) -> None:
    state = state_of(more | record, shipped)
    assert isinstance(state.chosen, Filter)
    assert state.caret.paragraph < len(shipped.paragraphs)
    assert isinstance(state.zen, bool)


def test_a_record_of_an_earlier_or_later_program_is_read_as_far_as_it_goes(shipped: Article) -> None:
    record = record_of(ReaderState(zen=True), shipped) | {"caret": 7, "moods": ["good"]}
    assert "folded" not in record
    assert state_of(record, shipped) == ReaderState(zen=True)


@pytest.mark.parametrize(
    "name", ["j", "k", "ab", "1", "\x1b", "\x1b[2J", "\u202e", "[b]", " ", "\n", "漢", "\ud800", "a\u0301", "x" * 5_000]
)
def test_a_mark_has_no_name_that_nobody_could_have_given_it(shipped: Article, name: str) -> None:
    place = record_of(ReaderState(caret=Caret(2, 3)), shipped)["caret"]
    assert state_of({"marks": {name: place, "b": place}}, shipped).marks == {"b": Caret(2, 3)}


@pytest.mark.parametrize("marks", [[], "abc", 7, None, {"a": 7}, {"a": None}, {"a": {"paragraph": 1}}])
def test_marks_that_are_none_leave_none(shipped: Article, marks: object) -> None:
    assert state_of({"marks": marks}, shipped).marks == {}


def test_of_the_marks_in_a_damaged_file_no_place_is_out_of_the_text(shipped: Article) -> None:
    place = {"paragraph": 10**12, "offset": -5, "before": "", "after": ""}
    (caret,) = state_of({"marks": {"a": place}}, shipped).marks.values()
    assert 0 <= caret.paragraph < len(shipped.paragraphs)
    assert 0 <= caret.offset <= len(shipped.paragraphs[caret.paragraph].text)


# ---------------------------------------------------------------------- the files


def test_each_article_has_a_file_of_its_own_for_its_reader_alone(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "articles"
    for name in ("/a", "/b"):
        Memory(folder, name).keep({"zen": name})
    assert [Memory(folder, name).recall() for name in ("/a", "/b", "/c")] == [{"zen": "/a"}, {"zen": "/b"}, {}]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 2


def test_a_fresh_start_ignores_what_was_kept_and_keeps_anew(tmp_path: Path) -> None:
    Memory(tmp_path, "a").keep({"zen": 1})
    fresh = Memory(tmp_path, "a", fresh=True)
    assert fresh.recall() == {}
    fresh.keep({"zen": 2})
    assert Memory(tmp_path, "a").recall() == {"zen": 2}


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"{", b"[]", b"\xff\xfe", b"[" * 60_000, b"1" * 6_000, b'{"format": 1, "kept": []}'),
        *(b'{"format": 99, "kept": {}}', b'{"format": 1, "kept": {"a": "' + b"x" * memories.LARGEST + b'"}}'),
    ],
    ids=lambda data: repr(data[:30]),
)
def test_what_is_damaged_is_set_aside(tmp_path: Path, data: bytes) -> None:
    memory = Memory(tmp_path, "a")
    memory.keep({"zen": 1})
    file = next(tmp_path.iterdir())
    file.write_bytes(data)
    assert memory.recall() == {}
    assert [(found.suffix, found.read_bytes()) for found in tmp_path.iterdir()] == [(".damaged", data)]
    memory.keep({"zen": 2})
    assert memory.recall() == {"zen": 2}


@pytest.mark.parametrize("kind", ["fifo", "link", "folder"])
def test_what_is_no_file_is_not_read(tmp_path: Path, kind: str) -> None:
    memory = Memory(tmp_path / "kept", "a")
    memory.keep({"zen": 1})
    file = next((tmp_path / "kept").iterdir())
    file.rename(tmp_path / "other")
    if kind == "fifo":
        os.mkfifo(file)
    elif kind == "link":
        file.symlink_to(tmp_path / "other")
    else:
        file.mkdir()
    assert memory.recall() == {}


def test_where_nothing_can_be_written_the_fault_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "articles", "a")
    memory.keep({})
    assert memory.fault == "Not a directory"
    assert memory.recall() == {}


def test_what_is_too_large_is_not_kept_and_what_was_stays(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "a")
    memory.keep({"zen": True})
    memory.keep({"zen": "x" * memories.LARGEST})
    assert memory.fault == "there is too much to keep"
    assert memory.recall() == {"zen": True}
    assert len(list(tmp_path.iterdir())) == 1
    memory.keep({"zen": False})
    assert memory.fault == ""
    assert memory.recall() == {"zen": False}


def test_what_is_just_small_enough_is_kept_and_read_again(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "a")
    memory.keep({"zen": ""})
    (file,) = tmp_path.iterdir()
    text = "x" * (memories.LARGEST - file.stat().st_size)
    memory.keep({"zen": text})
    assert file.stat().st_size == memories.LARGEST
    assert memory.recall() == {"zen": text}


def test_what_was_to_be_kept_first_never_takes_the_place_of_what_came_later(tmp_path: Path) -> None:
    memory = Memory(tmp_path, "a")
    for number in range(20):
        memory.keep_aside({"zen": number})
    memory.keep({"zen": "last"})
    assert memory.recall() == {"zen": "last"}


def test_of_too_many_articles_those_read_longest_ago_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memories, "MOST_ARTICLES", 3)
    for number in range(5):
        Memory(tmp_path, str(number)).keep({"zen": number})
        for file in tmp_path.iterdir():
            os.utime(file, (file.stat().st_atime, file.stat().st_mtime - 60))
    assert [Memory(tmp_path, str(number)).recall().get("zen") for number in range(5)] == [None, None, 2, 3, 4]


def test_an_article_that_was_not_read_for_a_year_is_forgotten(tmp_path: Path) -> None:
    Memory(tmp_path, "old").keep({"zen": 1})
    os.utime(next(tmp_path.iterdir()), (0, 0))
    (tmp_path / "notes.txt").write_text("mine")
    os.utime(tmp_path / "notes.txt", (0, 0))
    Memory(tmp_path, "new").keep({"zen": 2})
    assert Memory(tmp_path, "old").recall() == {}
    assert (tmp_path / "notes.txt").exists()


def test_several_programs_at_once_never_leave_half_a_file(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from tui.memory import Memory
memory = Memory(Path({str(tmp_path)!r}), "a")
for number in range(100):
    memory.keep({{"zen": [sys.argv[1]] * (1 + number * 17 % 400)}})
    kept = memory.recall().get("zen")
    assert kept and len(set(kept)) == 1, kept
assert not memory.fault, memory.fault
"""
    started = [subprocess.Popen([sys.executable, "-c", code, str(number)], cwd=ROOT) for number in range(4)]
    assert [process.wait() for process in started] == [0] * 4
    assert len(list(tmp_path.iterdir())) == 1


def test_the_file_names_the_article_for_its_reader(tmp_path: Path) -> None:
    Memory(tmp_path, "/news/\x1b[2Jstory.yaml").keep({})
    text = next(tmp_path.iterdir()).read_text()
    assert json.loads(text)["article"] == "/news/\x1b[2Jstory.yaml"
    assert text.isascii()
    assert text.replace("\n", "").isprintable()


def test_the_memory_stands_in_the_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.chdir(ROOT)
    memory = Memory.of("README.md")
    memory.keep({"zen": 1})
    assert [file.parent for file in tmp_path.rglob("*.json")] == [tmp_path / "kremlin-tui" / "articles"]
    again = Memory.of(str(ROOT / "README.md"))
    assert again.recall() == {"zen": 1}
    shipped = Memory.of(None)
    assert shipped.recall() == {}


def test_a_state_folder_that_is_not_absolute_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    memory = Memory.of(None)
    memory.keep({"zen": 1})
    assert [file.parent for file in tmp_path.rglob("*.json")] == [tmp_path / ".local/state/kremlin-tui/articles"]


@pytest.mark.parametrize(
    ("home", "why"),
    [
        ("foo", "HOME is “foo”; set it or XDG_STATE_HOME to an absolute path"),
        ("", "there is no HOME; set it or XDG_STATE_HOME to an absolute path"),
    ],
)
def test_without_a_home_nothing_is_kept_and_the_fault_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: str, why: str
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    monkeypatch.setenv("HOME", home)
    monkeypatch.chdir(tmp_path)
    memory = Memory.of(None)
    memory.keep({"zen": 1})
    assert (memory.fault, memory.recall(), [*tmp_path.iterdir()]) == (why, {}, [])


def test_what_a_record_does_not_tell_is_as_at_the_beginning(shipped: Article) -> None:
    beginning = ReaderState(zen=True)
    assert state_of({}, shipped, beginning) == beginning
    assert state_of(record_of(ReaderState(caret=Caret(1, 2)), shipped), shipped, beginning).zen

"""Several programs that have the same article open, or the same folder: nobody's marks are lost or mixed up."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from article.saving import save
from tests.state.killed import cut_off
from tui import memory as memories
from tui.memory import Memory, Record

ROOT = Path(__file__).parents[2]
WRITERS, MARKS = 4, 60
READER = """
import json, os, sys
from pathlib import Path
from tui.memory import Memory
folder, tries = Path(sys.argv[1]), 0
file = next(folder.glob("*.json"))
while not (folder / "done").exists():
    kept = json.loads(file.read_bytes())["kept"]
    assert kept["zen"] == kept["folded"], kept
    again = Memory(folder, "/a").recall()
    assert again["zen"] == again["folded"], again
    tries += 1
assert not [*folder.glob("*.damaged")]
print(tries)
"""


def place(number: int) -> Record:
    return {"paragraph": number, "offset": 0, "before": "", "after": "words"}


def in_processes(number: int, act: Callable[[int], object]) -> list[int]:
    """Have something done by several processes at once; returns their exit codes."""
    pids: list[int] = []
    for one in range(number):
        pid = os.fork()
        if pid == 0:
            try:
                act(one)
                os._exit(0)
            finally:
                os._exit(1)
        pids.append(pid)
    return [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in pids]


def test_four_programs_that_write_at_once_lose_no_mark_and_a_fifth_never_reads_half(tmp_path: Path) -> None:
    Memory(tmp_path, "/a").keep({"zen": -1, "folded": -1, "marks": {"first": place(1)}})
    reader = subprocess.Popen([sys.executable, "-c", READER, tmp_path], cwd=ROOT, stdout=subprocess.PIPE, text=True)

    def write(one: int) -> None:
        mine: dict[str, object] = {"first": place(1)}
        kept = Memory(tmp_path, "/a")
        for number in range(MARKS):
            name = f"{one}-{number}"
            mine[name] = place(number)
            kept.keep({"zen": name, "folded": name, "marks": mine}, frozenset((name,)))
            assert not kept.fault
            if number % 4 == 3:
                gone = f"{one}-{number - 1}"
                del mine[gone]
                kept.keep({"zen": gone, "folded": gone, "marks": mine}, frozenset((gone,)))

    assert in_processes(WRITERS, write) == [0] * WRITERS
    (tmp_path / "done").touch()
    said, _ = reader.communicate()
    assert reader.returncode == 0
    assert int(said) > 0
    marks = Memory(tmp_path, "/a").recall()["marks"]
    left = {f"{one}-{number}": place(number) for one in range(WRITERS) for number in range(MARKS) if number % 4 != 2}
    assert marks == {"first": place(1), **left}
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".json"]


def test_a_mark_is_where_it_was_set_last_and_stays_off_where_it_was_taken_off(tmp_path: Path) -> None:
    Memory(tmp_path, "/a").keep({"marks": {"a": place(1), "b": place(2)}})
    one, other = Memory(tmp_path, "/a"), Memory(tmp_path, "/a")
    one.keep({"marks": {"a": place(5), "b": place(2)}}, frozenset("a"))
    other.keep({"marks": {"a": place(1)}}, frozenset("b"))
    one.keep({"caret": place(9), "marks": {"a": place(5), "b": place(2)}})
    assert Memory(tmp_path, "/a").recall() == {"caret": place(9), "marks": {"a": place(5)}}


def test_a_mark_that_could_not_be_written_is_written_with_the_next_record(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.touch()
    kept = Memory(folder, "/a")
    kept.keep({"marks": {"a": place(1)}}, frozenset("a"))
    assert kept.fault == "Not a directory"
    folder.unlink()
    Memory(folder, "/a").keep({"marks": {"b": place(2)}}, frozenset("b"))
    kept.keep({"zen": True, "marks": {"a": place(1)}})
    assert not kept.fault
    assert Memory(folder, "/a").recall()["marks"] == {"a": place(1), "b": place(2)}


def test_a_fresh_start_loses_no_marks(tmp_path: Path) -> None:
    Memory(tmp_path, "/a").keep({"zen": True, "marks": {"a": place(1)}})
    fresh = Memory(tmp_path, "/a", fresh=True)
    assert fresh.recall() == {"marks": {"a": place(1)}}
    fresh.keep({"folded": True})
    assert Memory(tmp_path, "/a").recall() == {"folded": True, "marks": {"a": place(1)}}


def test_a_program_that_stands_still_in_the_midst_of_writing_holds_up_no_other(tmp_path: Path) -> None:
    Memory(tmp_path, "/a").keep({"zen": 0})
    told, tells = os.pipe()
    pid = os.fork()
    if pid == 0:
        from tui.private import alone_in

        with alone_in(tmp_path):
            os.write(tells, b"x")
            signal.pause()
    assert os.read(told, 1)
    kept = Memory(tmp_path, "/a")
    kept.keep({"zen": 1})
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert not kept.fault
    assert Memory(tmp_path, "/a").recall() == {"zen": 1}


# ---------------------------------------------------------------------- articles of the same name


def alike() -> tuple[str, str]:
    """Two paths with the same checksum and the same end."""
    end = "/" + "x" * 120
    known: dict[int, str] = {}
    for number in range(10**7):
        start = f"/{number * 0x9E3779B97F4A7C15 % 2**64:016x}"
        checksum = zlib.crc32(start.encode())
        if checksum in known:
            return known[checksum] + end, start + end
        known[checksum] = start
    raise AssertionError


def test_two_articles_whose_files_would_bear_the_same_name_are_told_apart(tmp_path: Path) -> None:
    one, other = alike()
    assert memories._named(one) == memories._named(other)
    Memory(tmp_path, one).keep({"zen": 1, "marks": {"a": place(1)}}, frozenset("a"))
    assert Memory(tmp_path, other).recall() == {}
    Memory(tmp_path, other).keep({"zen": 2, "marks": {"b": place(2)}}, frozenset("b"))
    assert Memory(tmp_path, one).recall() == {"zen": 1, "marks": {"a": place(1)}}
    assert Memory(tmp_path, other).recall() == {"zen": 2, "marks": {"b": place(2)}}
    next(tmp_path.glob(f"{memories._named(one)}.json")).unlink()
    assert Memory(tmp_path, other).recall() == {"zen": 2, "marks": {"b": place(2)}}
    assert Memory(tmp_path, one).recall() == {}


def test_where_all_places_are_others_the_fault_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memories, "MOST_ALIKE", 1)
    one, other = alike()
    Memory(tmp_path, one).keep({"zen": 1})
    kept = Memory(tmp_path, other)
    kept.keep({"zen": 2})
    assert kept.fault == "its place is taken by other articles"
    assert kept.recall() == {}
    assert Memory(tmp_path, one).recall() == {"zen": 1}


# ---------------------------------------------------------------------- the same article, written


def test_several_programs_that_write_an_article_leave_one_of_their_texts(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old")
    texts = [str(one) * (1000 + one * 500) for one in range(WRITERS)]

    def write(one: int) -> None:
        for _ in range(30):
            save(file, texts[one])
            assert file.read_text() in texts

    assert in_processes(WRITERS, write) == [0] * WRITERS
    assert file.read_text() in texts
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_text_that_somebody_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("theirs")
    with pytest.raises(OSError, match="It has changed meanwhile"):
        save(file, "mine", "old")
    assert file.read_text() == "theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
    file.write_bytes("\ufeffold".encode())
    save(file, "mine", "old")
    assert file.read_text() == "mine"


def test_who_is_killed_while_another_waits_holds_it_up_no_longer(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old")
    for _ in range(3):
        assert cut_off(lambda: save(file, "new" * 1000), 100) == -signal.SIGXFSZ
    assert len([*tmp_path.iterdir()]) == 2
    assert in_processes(WRITERS, lambda one: save(file, f"new {one}")) == [0] * WRITERS
    assert json.dumps(file.read_text())[:5] == '"new '
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_where_the_file_system_knows_no_locks_everything_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    file = tmp_path / "a.yaml"
    file.write_text("old")
    save(file, "new")
    Memory(tmp_path / "articles", "/a").keep({"zen": 1})
    assert (file.read_text(), Memory(tmp_path / "articles", "/a").recall()) == ("new", {"zen": 1})
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["a.yaml"]

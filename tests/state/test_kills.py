"""kill -9 at every moment: what was kept, or what was to be kept, is there, whole; and so is the article."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import signal
import stat
from pathlib import Path
from time import sleep
from typing import cast

import pytest

from article import saving
from tests.state.killed import cut_off, killed_at_each_step
from tui import memory, private
from tui.cli import crash, main
from tui.memory import Memory, Record

DATA = Path(__file__).parents[1] / "data"
HARBOR = (DATA / "harbor-ave-lane.yaml").read_text()
MANGLED = HARBOR.replace("headline:", "headline:   ")
"""As fmt would lay it out anew."""
QUOTED = "evidence: the city has no plans for a pilot"
MISQUOTED = HARBOR.replace(QUOTED, "evidence: the city had no plans for a pilot")
"""As check mends it: a word is another."""
KILLS = 200


def place(number: int) -> Record:
    return {"paragraph": number, "offset": 0, "before": "", "after": "words"}


OLD: Record = {"caret": place(1), "zen": True, "marks": {"a": place(1), "b": place(2)}}
NEW: Record = {"caret": place(3), "marks": {"a": place(1), "c": place(3)}}
"""The same after b was taken off, and c was set."""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def modes_in(folder: Path) -> set[int]:
    return {stat.S_IMODE(path.lstat().st_mode) for path in folder.iterdir()}


def test_a_program_killed_at_any_step_has_kept_the_old_or_the_new(tmp_path: Path) -> None:
    Memory(tmp_path, "a").keep(OLD)
    found: list[Record] = []
    for _ in killed_at_each_step(lambda: Memory(tmp_path, "a").keep(NEW, frozenset("bc")), memory, private):
        found.append(Memory(tmp_path, "a").recall())
        assert len(names_in(tmp_path)) <= 2
        assert modes_in(tmp_path) == {0o600}
        Memory(tmp_path, "a").keep(OLD, frozenset("abc"))
    assert [record for record in found if record not in (OLD, NEW)] == []
    assert [record for record, _ in itertools.groupby(found, key=str)] == [str(OLD), str(NEW)]
    assert len(found) > 60
    assert Memory(tmp_path, "a").recall() == NEW
    assert len(names_in(tmp_path)) == 1


def test_a_program_killed_when_it_first_keeps_something_leaves_folders_that_are_the_users_alone(tmp_path: Path) -> None:
    top = tmp_path / "state"
    folder = top / "kremlin-tui" / "articles"
    for _ in killed_at_each_step(lambda: Memory(folder, "a").keep(NEW), private):
        assert Memory(folder, "a").recall() in ({}, NEW)
        assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*") if path.is_dir()} <= {0o700}
        shutil.rmtree(top, ignore_errors=True)
    assert Memory(folder, "a").recall() == NEW


def test_what_is_damaged_is_somewhere_whenever_the_program_is_killed(tmp_path: Path) -> None:
    Memory(tmp_path, "a").keep(OLD)
    file = next(tmp_path.iterdir())
    aside = file.with_suffix(".damaged")
    file.write_bytes(b"{damaged")
    for _ in killed_at_each_step(lambda: Memory(tmp_path, "a").keep(NEW), memory, private):
        held = [path.read_bytes() for path in (file, aside) if path.exists()]
        assert b"{damaged" in held
        aside.unlink(missing_ok=True)
        file.write_bytes(b"{damaged")
    assert aside.read_bytes() == b"{damaged"
    assert Memory(tmp_path, "a").recall() == NEW


def test_a_program_cut_off_at_any_byte_has_kept_the_old(tmp_path: Path) -> None:
    Memory(tmp_path, "a").keep(OLD)
    size = next(tmp_path.iterdir()).stat().st_size
    for bytes_ in range(0, size - 100, 7):
        assert cut_off(lambda: Memory(tmp_path, "a").keep(NEW, frozenset("bc")), bytes_) == -signal.SIGXFSZ
        assert Memory(tmp_path, "a").recall() == OLD
    assert len(names_in(tmp_path)) == 2
    Memory(tmp_path, "a").keep(NEW, frozenset("bc"))
    assert len(names_in(tmp_path)) == 1


def test_a_program_killed_while_it_writes_again_and_again_has_kept_what_it_kept_last(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - not for secrets
    for number in range(KILLS):
        told, tells = os.pipe()
        pid = os.fork()
        if pid == 0:
            kept = Memory(tmp_path, "a")
            for turn in itertools.count(number * 1000):
                kept.keep({"turn": turn, "marks": {str(number): place(turn)}}, frozenset((str(number),)))
                os.write(tells, turn.to_bytes(4, "big"))
        os.close(tells)
        last = int.from_bytes(os.read(told, 4), "big")
        sleep(chance.random() / 100)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        while said := os.read(told, 4):
            last = int.from_bytes(said, "big")
        os.close(told)
        record = Memory(tmp_path, "a").recall()
        assert record["turn"] in (last, last + 1)
        marks = cast("Record", record["marks"])
        assert sorted(marks) == sorted(map(str, range(number + 1)))
        assert marks[str(number)] == place(cast("int", record["turn"]))
    assert len(names_in(tmp_path)) <= 2


# ---------------------------------------------------------------------- articles


@pytest.mark.parametrize(
    ("command", "text"), [(["fmt"], MANGLED), (["check", "--fix"], MISQUOTED)], ids=["fmt", "check --fix"]
)
def test_an_article_is_the_old_or_the_new_whenever_the_program_that_writes_it_is_killed(
    tmp_path: Path, command: list[str], text: str
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    file, link = folder / "story.yaml", tmp_path / "link.yaml"
    link.symlink_to(file)

    def put_back() -> None:
        file.write_text(text)
        file.chmod(0o640)

    put_back()
    main([*command, str(link)])
    new = file.read_text()
    assert new != text
    put_back()
    found: list[str] = []
    for _ in killed_at_each_step(lambda: main([*command, str(link)]), saving, every=4):
        found.append(file.read_text())
        assert stat.S_IMODE(file.stat().st_mode) == 0o640
        assert file.stat().st_uid == os.geteuid()
        assert link.readlink() == file
        assert len(names_in(folder)) <= 2
        put_back()
    assert set(found) <= {text, new}
    assert len(found) > 10
    assert names_in(folder) == ["story.yaml"]
    assert file.read_text() == new


def test_a_text_is_saved_or_not_whenever_the_program_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    file.write_text("old")
    found: list[str] = []
    for _ in killed_at_each_step(lambda: saving.save(file, "new", "old"), saving):
        found.append(file.read_text())
        assert len(names_in(tmp_path)) <= 2
        file.write_text("old")
    assert [known for known, _ in itertools.groupby(found)] == ["old", "new"]
    assert len(found) > 50
    assert names_in(tmp_path) == ["story.yaml"]


def test_an_article_is_whole_wherever_the_program_that_writes_it_is_cut_off(tmp_path: Path) -> None:
    file = tmp_path / "story.yaml"
    file.write_text(MANGLED)
    for bytes_ in range(0, len(HARBOR.encode()), 401):
        assert cut_off(lambda: saving.save(file, HARBOR), bytes_) == -signal.SIGXFSZ
        assert file.read_text() == MANGLED
    saving.save(file, HARBOR)
    assert names_in(tmp_path) == ["story.yaml"]


def test_a_new_article_is_not_there_or_whole_whenever_the_program_is_killed(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    for _ in killed_at_each_step(lambda: saving.save_new(file, HARBOR), saving):
        assert not file.exists() or file.read_text() == HARBOR
        file.unlink(missing_ok=True)
    assert names_in(tmp_path) == ["new.yaml"]


# ---------------------------------------------------------------------- the log of crashes


def test_the_log_holds_the_old_crashes_whenever_the_program_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    crash.tell(ValueError())
    log = tmp_path / "kremlin-tui" / "crash.log"
    before = log.read_text()
    for _ in killed_at_each_step(lambda: crash.tell(LookupError()), private):
        assert log.read_text().startswith(before.rstrip())
        assert len(names_in(log.parent)) <= 2
        log.write_text(before)
    assert "LookupError" in log.read_text()
    assert names_in(log.parent) == ["crash.log"]

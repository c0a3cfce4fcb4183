"""State that is damaged, or is something else than a file: said or set aside, and never the end of the program."""

from __future__ import annotations

import os
import random
import socket
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from article import Article
from tests.state.killed import as_nobody, with_little_room
from tui.memory import LARGEST, Memory
from tui.record import record_of, state_of
from tui.screens.resuming import FRONT
from tui.settings import load
from tui.state import Caret, ReaderState

KEPT = {"zen": True, "marks": {"a": {"paragraph": 1, "offset": 2, "before": "b", "after": "a"}}}


@pytest.fixture
def kept(tmp_path: Path) -> Memory:
    memory = Memory(tmp_path / "articles", "/a")
    memory.keep(dict(KEPT))
    return memory


@pytest.fixture
def file(kept: Memory, tmp_path: Path) -> Path:
    return next((tmp_path / "articles").iterdir())


def test_a_file_that_is_cut_off_at_any_byte_is_set_aside(kept: Memory, file: Path) -> None:
    data = file.read_bytes()
    for length in range(len(data)):
        file.write_bytes(data[:length])
        assert kept.recall() == {}
        assert file.with_suffix(".damaged").read_bytes() == data[:length]
    kept.keep({"zen": False})
    assert (kept.fault, kept.recall()) == ("", {"zen": False})


def test_a_file_in_which_any_byte_is_another_makes_a_state(kept: Memory, file: Path, shipped: Article) -> None:
    data = file.read_bytes()
    chance = random.Random(1)  # noqa: S311 - not for secrets
    for at in range(len(data)):
        file.write_bytes(data[:at] + chance.randbytes(1) + data[at + 1 :])
        assert isinstance(state_of(kept.recall(), shipped).caret, Caret)


@pytest.mark.parametrize("size", [0, 1, 100, 10_000, LARGEST, LARGEST + 1])
def test_random_bytes_are_set_aside(kept: Memory, file: Path, size: int) -> None:
    data = random.Random(size).randbytes(size)  # noqa: S311 - not for secrets
    file.write_bytes(data)
    assert kept.recall() == {}
    assert file.with_suffix(".damaged").read_bytes() == data


def test_a_file_of_huge_size_is_not_read_whole(kept: Memory, file: Path) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(2**40)
    assert kept.recall() == {}


WRONG = [
    "1",
    "-1e999",
    '""',
    "[]",
    "{}",
    "null",
    '[["a"]]',
    '{"a": {"a": {}}}',
    '"\\ud800"',
    "1" * 4000,
    "[" * 900 + "]" * 900,
]


@pytest.mark.parametrize("value", WRONG, ids=lambda value: value[:12])
@pytest.mark.parametrize("name", ["caret", "chosen", "folded", "pinned", "zen", "marks", FRONT])
def test_a_value_of_the_wrong_kind_is_left_out_and_the_rest_counts(
    kept: Memory, file: Path, shipped: Article, name: str, value: str
) -> None:
    file.write_text(f'{{"format": 1, "article": "/a", "kept": {{"width": 1, "{name}": {value}}}}}')
    record = kept.recall()
    state_of(record, shipped)
    kept.keep(record_of(ReaderState(zen=True), shipped), frozenset("a"))
    assert (kept.fault, kept.recall().get("zen")) == ("", True)


def a_fifo(path: Path) -> None:
    os.mkfifo(path)


def a_link(path: Path) -> None:
    other = path.parents[1] / "other"
    other.write_text("another's")
    path.symlink_to(other)


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_folder(path: Path) -> None:
    path.mkdir()
    (path / "mine").touch()


def a_socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name[:90])
        Path(path.name[:90]).rename(path)
    finally:
        os.chdir(before)


@pytest.mark.parametrize("make", [a_fifo, a_link, a_loop, a_folder, a_socket])
def test_what_is_no_file_is_set_aside_and_never_waited_for(
    kept: Memory, file: Path, make: Callable[[Path], None]
) -> None:
    file.unlink()
    make(file)
    assert kept.recall() == {}
    kept.keep({"zen": 3})
    assert (kept.fault, kept.recall()) == ("", {"zen": 3})
    assert stat.S_ISREG(file.lstat().st_mode)
    other = file.parents[1] / "other"
    assert not other.exists() or other.read_text() == "another's"


def test_a_file_that_others_could_write_is_the_users_alone_from_then_on(kept: Memory, file: Path) -> None:
    file.chmod(0o666)
    kept.keep({"zen": 1})
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_umask_that_lets_all_in_changes_nothing(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Memory(tmp_path / "a" / "b", "/a").keep({"zen": 1})
    finally:
        os.umask(before)
    assert [stat.S_IMODE(path.stat().st_mode) for path in sorted(tmp_path.rglob("*"))] == [0o700, 0o700, 0o600]


# ---------------------------------------------------------------------- no room, no right


def test_a_full_disk_leaves_what_was_kept_and_is_told(kept: Memory, file: Path) -> None:
    data = file.read_bytes()

    def keep() -> None:
        kept.keep({"zen": "x" * 3000})
        assert kept.fault == "File too large"

    for bytes_ in (0, 1, 100, 1000):
        assert with_little_room(keep, bytes_) == 0
        assert file.read_bytes() == data
        assert len([*file.parent.iterdir()]) == 1


@pytest.fixture
def anyones(tmp_path: Path) -> Path:
    """A folder that somebody else than the user of the tests can come to."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/"):
            folder.chmod(folder.stat().st_mode | 0o055)
    return tmp_path


def test_a_folder_that_must_not_be_written_is_told_and_what_is_in_it_still_read(anyones: Path) -> None:
    folder = anyones / "articles"
    Memory(folder, "/a").keep(dict(KEPT))
    next(folder.iterdir()).chmod(0o644)
    folder.chmod(0o555)

    def use() -> None:
        memory = Memory(folder, "/a")
        assert memory.recall() == KEPT
        memory.keep({"zen": False})
        assert memory.fault == "Permission denied"

    try:
        assert as_nobody(use) == 0
        assert Memory(folder, "/a").recall() == KEPT
    finally:
        folder.chmod(0o755)


def test_a_file_that_must_not_be_read_is_no_trouble(anyones: Path) -> None:
    folder = anyones / "articles"
    Memory(folder, "/a").keep(dict(KEPT))
    next(folder.iterdir()).chmod(0)
    folder.chmod(0o777)

    def use() -> None:
        memory = Memory(folder, "/a")
        assert memory.recall() == {}
        memory.keep({"zen": False})
        assert (memory.fault, memory.recall()) == ("", {"zen": False})

    assert as_nobody(use) == 0


@pytest.mark.parametrize("home", ["/proc/nobody/here", "/dev/full/here", "/dev/null", "/" + "x" * 300])
def test_a_home_that_cannot_be_is_told(home: str) -> None:
    memory = Memory(Path(home) / "state" / "articles", "/a")
    assert memory.recall() == {}
    memory.keep({"zen": 1})
    assert memory.fault
    assert memory.recall() == {}


def test_who_has_no_home_gets_no_settings_of_the_folder_one_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", "~")
    config = tmp_path / "~" / ".config" / "kremlin-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("width = 50\n")
    assert load().width == 72


def test_settings_that_must_not_be_read_are_told(anyones: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(anyones))
    file = anyones / "kremlin-tui" / "config.toml"
    file.parent.mkdir()
    file.write_text("width = 50\n")
    file.parent.chmod(0o755)
    file.chmod(0)

    def use() -> None:
        assert [trouble.text for trouble in load().troubles] == ["The file cannot be read: Permission denied."]

    assert as_nobody(use) == 0

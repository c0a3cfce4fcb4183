"""Texts put into files: the old file or the new one is there, whole, whatever happens."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from zlib import crc32

import pytest

from article.saving import BEGUN, save, save_new

ROOT = Path(__file__).parents[2]
NOT_UTF_8 = "a \ud800 that UTF-8 does not have"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that is alone in its folder."""
    path = tmp_path / "folder" / "a.yaml"
    path.parent.mkdir()
    path.write_text("old", "utf-8")
    return path


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# ---------------------------------------------------------------------- a file that is there


@pytest.mark.parametrize("text", ["", "é漢🙂\n", "a\r\nb\rc\n", "x" * 100_000])
def test_a_text_is_saved_in_utf_8_with_the_line_ends_it_has(file: Path, text: str) -> None:
    save(file, text)
    assert file.read_bytes() == text.encode()


AS_ANOTHER = """
import os, sys, tempfile
from pathlib import Path
from article.saving import save
if os.geteuid() == 0:
    os.seteuid(65534)
save(Path(sys.argv[1]), "new")
"""


def test_what_another_user_has_left_half_written_keeps_nobody_from_saving() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "a.yaml"
        file.write_text("old", "utf-8")
        left = folder / f"{BEGUN}{crc32(b'a.yaml'):08x}"
        left.touch()
        for path, mode in ((folder, 0o777), (file, 0o666), (left, 0)):
            path.chmod(mode)
        subprocess.run([sys.executable, "-c", AS_ANOTHER, str(file)], check=True, cwd=ROOT)
        assert file.read_text("utf-8") == "new"
        assert names_in(folder) == [left.name, "a.yaml"]


def test_nothing_but_the_file_is_left_in_its_folder(file: Path) -> None:
    save(file, "new")
    assert names_in(file.parent) == ["a.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755])
def test_a_file_keeps_its_permissions(file: Path, mode: int) -> None:
    file.chmod(mode)
    save(file, "new")
    assert (file.read_text("utf-8"), oct(mode_of(file))) == ("new", oct(mode))


def test_a_file_that_is_read_only_stays_as_it_is(file: Path) -> None:
    before = file.read_text("utf-8")
    file.chmod(0o444)
    with pytest.raises(PermissionError):
        save(file, "new")
    assert (file.read_text("utf-8"), names_in(file.parent)) == (before, ["a.yaml"])


def test_a_link_keeps_its_target(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.yaml"
    link.symlink_to(Path("folder") / "a.yaml")
    save(link, "new")
    assert link.readlink() == Path("folder") / "a.yaml"
    assert (file.is_symlink(), file.read_text("utf-8")) == (False, "new")


def test_links_in_a_row_and_linked_folders_are_followed(file: Path, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(file.parent)
    (tmp_path / "b.yaml").symlink_to(tmp_path / "linked" / "a.yaml")
    save(tmp_path / "b.yaml", "new")
    assert file.read_text("utf-8") == "new"
    assert names_in(tmp_path) == ["b.yaml", "folder", "linked"]


def test_who_has_the_old_file_open_still_reads_it_whole(file: Path) -> None:
    with file.open(encoding="utf-8") as opened:
        save(file, "new, and longer than it was")
        assert opened.read() == "old"


@pytest.mark.parametrize("name", ["x" * 255, "漢" * 85, "-", " a\n.yaml"], ids=["long", "long and wide", "dash", "odd"])
def test_a_file_of_any_name_is_saved(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("old", "utf-8")
    save(tmp_path / name, "new")
    assert (tmp_path / name).read_text("utf-8") == "new"
    assert names_in(tmp_path) == [name]


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_file_that_is_not_there_yet_gets_the_permissions_of_a_new_one(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        save(tmp_path / "a.yaml", "new")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert oct(mode_of(tmp_path / "a.yaml")) == oct(0o666 & ~mask)


# ---------------------------------------------------------------------- when it cannot be done


def test_a_text_that_cannot_be_written_leaves_the_file_as_it_was(file: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        save(file, "x" * 100_000 + NOT_UTF_8)
    assert file.read_text("utf-8") == "old"
    assert names_in(file.parent) == ["a.yaml"]


def run_with_little_room(code: str, path: Path) -> None:
    """Run code in an interpreter that may write no more than 1,000 bytes into a file."""
    limits = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    limits += "; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
    script = f"import sys; from pathlib import Path; from article import saving; {limits}; {code}"
    run = subprocess.run([sys.executable, "-c", script, path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "OSError: [Errno 27] File too large" in run.stderr


def test_a_disk_that_takes_no_more_leaves_the_file_as_it_was(file: Path) -> None:
    run_with_little_room("saving.save(Path(sys.argv[1]), 'x' * 5000)", file)
    assert file.read_text("utf-8") == "old"
    assert names_in(file.parent) == ["a.yaml"]


def test_a_folder_that_does_not_exist_is_an_error_and_stays_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save(tmp_path / "none" / "a.yaml", "new")
    assert names_in(tmp_path) == []


def test_a_file_in_the_place_of_a_folder_is_an_error_and_left_as_it_was(file: Path) -> None:
    with pytest.raises(NotADirectoryError):
        save(file / "b.yaml", "new")
    assert file.read_text("utf-8") == "old"


def test_a_folder_is_not_overwritten_and_nothing_is_left_beside_it(file: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        save(file.parent, "new")
    assert names_in(tmp_path) == ["folder"]
    assert names_in(file.parent) == ["a.yaml"]


# ---------------------------------------------------------------------- a file that is not there


@pytest.mark.parametrize("text", ["", "é漢🙂\n", "a\r\nb\rc\n"])
def test_a_new_file_holds_the_text_in_utf_8_with_the_line_ends_it_has(tmp_path: Path, text: str) -> None:
    save_new(tmp_path / "a.yaml", text)
    assert (tmp_path / "a.yaml").read_bytes() == text.encode()


def test_a_new_file_is_not_put_over_one_that_exists(file: Path) -> None:
    with pytest.raises(FileExistsError):
        save_new(file, "new")
    assert file.read_text("utf-8") == "old"


@pytest.mark.parametrize("target", ["a.yaml", "none.yaml"], ids=["to a file", "to nothing"])
def test_a_new_file_is_not_put_over_a_link(file: Path, target: str) -> None:
    link = file.parent / "link.yaml"
    link.symlink_to(target)
    with pytest.raises(FileExistsError):
        save_new(link, "new")
    assert link.readlink() == Path(target)
    assert names_in(file.parent) == ["a.yaml", "link.yaml"]
    assert file.read_text("utf-8") == "old"


def test_a_new_file_has_the_permissions_that_new_files_have(tmp_path: Path) -> None:
    before = os.umask(0o007)
    try:
        save_new(tmp_path / "a.yaml", "new")
    finally:
        os.umask(before)
    assert oct(mode_of(tmp_path / "a.yaml")) == "0o660"


def test_a_new_file_in_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        save_new(tmp_path / "none" / "a.yaml", "new")
    assert names_in(tmp_path) == []


def test_a_new_text_that_cannot_be_written_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        save_new(tmp_path / "a.yaml", NOT_UTF_8)
    assert names_in(tmp_path) == []


def test_a_disk_that_takes_no_more_gets_no_part_of_a_new_file(tmp_path: Path) -> None:
    run_with_little_room("saving.save_new(Path(sys.argv[1]), 'x' * 5000)", tmp_path / "a.yaml")
    assert names_in(tmp_path) == []

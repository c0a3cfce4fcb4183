"""Where bytes come from, and what of them is refused before YAML sees them."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from article.problems import ArticleError, Place, Problem, Problems
from article.source import MOST_BYTES, SHIPPED, Source


def refusal(source: Source) -> Problem:
    with pytest.raises(ArticleError) as caught:
        source.read(Problems(source.name))
    (problem,) = caught.value.problems
    return problem


def refusal_of(tmp_path: Path, data: bytes) -> Problem:
    (tmp_path / "a.yaml").write_bytes(data)
    return refusal(Source.of(tmp_path / "a.yaml"))


def test_a_dash_is_standard_input() -> None:
    assert Source.of("-") == Source("standard input", None)


def test_a_path_keeps_its_bytes_and_gets_a_name_that_can_be_shown() -> None:
    assert Source.of("a\x1b.yaml") == Source("a␛.yaml", Path("a\x1b.yaml"))


def test_the_shipped_article_is_a_file() -> None:
    source = Source.shipped()
    assert source.name == SHIPPED
    assert source.path is not None
    assert source.path.is_file()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, mark: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(mark + "é\r\n漢🙂\t\x85".encode())
    assert Source.of(tmp_path / "a.yaml").read(Problems("a.yaml")) == "é\r\n漢🙂\t\x85"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("é".encode())))
    assert Source.of("-").read(Problems("standard input")) == "é"


def test_a_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal(Source.of("-")).code == "cannot-read"


def test_a_missing_file_is_a_problem_in_the_words_of_the_system(tmp_path: Path) -> None:
    problem = refusal(Source.of(tmp_path / "none.yaml"))
    assert (problem.code, problem.message) == ("cannot-read", "The file cannot be read: No such file or directory.")


@pytest.mark.parametrize(("path", "shown"), [("a\0b", "a␀b"), ("a\ud800b", "a\ufffdb")])
def test_a_path_that_cannot_be_one_is_a_problem(path: str, shown: str) -> None:
    problem = refusal(Source.of(path))
    assert (problem.code, problem.file) == ("cannot-read", shown)


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    problem = refusal(Source.of(tmp_path))
    assert (problem.code, problem.message) == ("not-a-file", "This is a folder, not a file.")


def test_a_pipe_without_a_writer_is_a_problem_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    problem = refusal(Source.of(tmp_path / "pipe"))
    assert (problem.code, problem.hint) == ("not-a-file", "To read a pipe, name it “-”.")


def test_a_device_is_a_problem() -> None:
    assert refusal(Source.of("/dev/zero")).code == "not-a-file"


def test_what_is_not_read_is_closed(tmp_path: Path) -> None:
    before = os.dup(0)
    os.close(before)
    refusal(Source.of(tmp_path))
    refusal(Source.of("/dev/zero"))
    after = os.dup(0)
    os.close(after)
    assert after == before


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (MOST_BYTES, "The character U+0000 is not allowed in YAML."),
        (MOST_BYTES + 1, "The file is larger than 13 MiB."),
    ],
)
def test_a_file_may_have_13_mebibytes_and_no_byte_more(tmp_path: Path, size: int, message: str) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(size)
    assert refusal(Source.of(tmp_path / "a.yaml")).message == message


@pytest.mark.parametrize("coding", ["utf-16", "utf-32", "utf-16-be", "utf-32-be"])
def test_utf_16_and_utf_32_are_refused_by_their_byte_order_mark(tmp_path: Path, coding: str) -> None:
    mark = "" if coding in {"utf-16", "utf-32"} else "\ufeff"
    problem = refusal_of(tmp_path, f"{mark}id: a".encode(coding))
    assert (problem.code, problem.hint) == ("not-utf-8", "Save it as UTF-8.")


@pytest.mark.parametrize(
    ("data", "byte", "line", "column"),
    [
        (b"\xff", "0xff", 1, 1),
        (b"a\xc3", "0xc3", 1, 2),
        ("é\r\n漢é".encode() + b"\xe9", "0xe9", 2, 3),
        (b"\xef\xbb\xbfab\x80", "0x80", 1, 3),
        (b"\xed\xa0\x80", "0xed", 1, 1),
        (b"a\n\xc0\xaf", "0xc0", 2, 1),
    ],
)
def test_a_byte_that_is_not_utf_8_has_its_place(tmp_path: Path, data: bytes, byte: str, line: int, column: int) -> None:
    problem = refusal_of(tmp_path, data)
    assert (problem.code, problem.place) == ("not-utf-8", Place(line, column, line, column + 1))
    assert byte in problem.message


@pytest.mark.parametrize("point", [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF])
def test_a_character_that_yaml_does_not_allow_has_its_place(tmp_path: Path, point: int) -> None:
    problem = refusal_of(tmp_path, f"é: a\n- {chr(point)}".encode())
    assert (problem.code, problem.place) == ("not-yaml", Place(2, 3, 2, 4))
    assert f"U+{point:04X}" in problem.message


def test_utf_16_without_a_byte_order_mark_is_refused_too(tmp_path: Path) -> None:
    problem = refusal_of(tmp_path, "id: a".encode("utf-16-le"))
    assert (problem.code, problem.place) == ("not-yaml", Place(1, 2, 1, 3))


# ---------------------------------------------------------------------- what an argument names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with articles and other things in it."""
    for name in (
        *("b.yaml", "a.yml", "C.YAML", "notes.txt", "yaml", "d.yaml.bak", ".hidden.yaml"),
        *("a/e.yaml", "a/deep/f.yml", ".git/g.yaml", "a/.cache/h.yaml", "odd.yaml/i.yaml"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    return tmp_path


def test_a_folder_names_its_articles_and_those_beneath_in_order_and_no_hidden_ones(folder: Path) -> None:
    found = [source.path for source in Source.all_of(folder)]
    names = ["C.YAML", "a.yml", "a/deep/f.yml", "a/e.yaml", "b.yaml", "odd.yaml/i.yaml"]
    assert sorted(path.relative_to(folder).as_posix() for path in found if path) == sorted(names)
    assert found == sorted(found, key=str)


def test_a_folder_that_is_hidden_itself_is_read_when_it_is_named(folder: Path) -> None:
    assert Source.all_of(folder / ".git") == (Source.of(folder / ".git" / "g.yaml"),)


def test_a_folder_without_articles_names_none(tmp_path: Path) -> None:
    assert Source.all_of(tmp_path) == ()


def test_a_circle_of_linked_folders_is_not_followed(folder: Path) -> None:
    before = Source.all_of(folder)
    (folder / "a" / "up").symlink_to(folder)
    assert Source.all_of(folder) == before


def test_an_empty_name_is_not_the_folder_one_is_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert Source.all_of("") == (Source.of(""),)


@pytest.mark.parametrize("name", ["notes.txt", ".hidden.yaml", "none.yaml", "a\0b"])
def test_what_is_no_folder_names_itself(folder: Path, name: str) -> None:
    assert Source.all_of(f"{folder}/{name}") == (Source.of(f"{folder}/{name}"),)


def test_a_dash_names_standard_input_even_where_a_folder_is_called_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "-").mkdir()
    monkeypatch.chdir(tmp_path)
    assert Source.all_of("-") == (Source("standard input", None),)


def test_names_of_articles_in_a_folder_can_be_shown(tmp_path: Path) -> None:
    (tmp_path / "a\x1b.yaml").write_text("", "utf-8")
    (source,) = Source.all_of(tmp_path)
    assert (source.name, source.path) == (f"{tmp_path}/a␛.yaml", tmp_path / "a\x1b.yaml")

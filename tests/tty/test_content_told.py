"""Nothing from outside reaches the terminal as more than text in what is told in passing: notices, what is read,
crashes, and the commands where files have names that a terminal would obey."""

from __future__ import annotations

import os
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.tty import hostile
from tests.tty.mishap import KEY, program_with
from tests.tty.payloads import MARKUP, PAYLOADS
from tests.tty.recognizer import LINES, WHOLE, is_plain, obeyed
from tests.tty.sight import lost
from tests.tty.terminal import Terminal
from tests.tty.test_mouse import mouse, place
from tests.tty.test_reading import Stop, process_of, see, stop
from tests.tty.watched import LEFT, Watched

__all__ = ["stop"]
NAME = "[sic] [@click=app.quit]x[b] \x1b]0;owned\x07\x9b2J\u202e\x7f.yaml"
SEEN = "[sic] [@click=app.quit]x[b] ␛]0;owned␇"
"""What is to be seen of it."""
ENDED = b"\x1b[?1004l"
"""The last that is sent of a screen that is left."""
FAULT = "\x1b]0;owned\x07\x9b2J\u202e[/][@click=app.quit]"
NO_POSITIONS = "format: 1\nid: a\nlanguage: en\npublished: 2031-04-09\nheadline: Nobody takes a position\n"
SIZES = [(132, 36), (60, 24)]
CRASHES = {
    "a key": (
        f"raise type({FAULT!r}, (ValueError,), {{'__module__': {FAULT!r}, '__qualname__': {FAULT!r}}})({FAULT!r})"
    ),
    "a place": f"exec(compile('def fail(): 1 / 0\\nfail()', {FAULT!r}, 'exec'), {{'__name__': {FAULT!r}}})",
}
"""Kinds and places that no fault has, but which would come from outside if one had."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / NAME
    path.write_text(hostile.article(hostile.TEXTS[::4]))
    return path


@pytest.mark.parametrize("argument", ["", "--debug"])
@pytest.mark.parametrize("crash", CRASHES)
def test_a_crash_is_told_as_text(tmp_path: Path, file: Path, crash: str, argument: str) -> None:
    state = tmp_path / FAULT
    code = program_with(CRASHES[crash], file, *argument.split())
    environment = {"XDG_STATE_HOME": str(state), "COLORTERM": FAULT, "LC_ALL": FAULT, "LC_CTYPE": "C.UTF-8"}
    with Terminal("python", "-c", code, size=(300, 60), env=environment) as terminal:
        terminal.wait_for("Hostile")
        terminal.send(KEY)
        assert terminal.wait() == 70
        terminal.settle()
        assert obeyed(terminal.raw, WHOLE) == []
        told = terminal.raw.rpartition(ENDED)[2]
        assert obeyed(told, LINES) == []
        assert "a fault of this program" in told.decode()
        assert ("\n  <string>, line" in told.decode()) == bool(argument)
    log = next(state.parent.rglob("crash.log")).read_text()
    assert is_plain(log)
    assert "a fault of this program" in log


@pytest.mark.parametrize("argument", ["", "--debug"])
def test_a_crash_of_the_process_that_reads_is_told_as_text(file: Path, argument: str) -> None:
    code = "import sys, article.loader\nfrom tui.cli import main\n"
    code += f"article.loader.begin = lambda *_: {{}}[{FAULT!r}]\nsys.exit(main({[str(file), *argument.split()]!r}))"
    with Terminal("python", "-c", code, size=(300, 60)) as terminal:
        assert terminal.wait() == 70
        terminal.settle()
        assert f"{SEEN}\ufffd2J\ufffd␡.yaml could not be read: a fault of this program, KeyError" in terminal.text()
        assert obeyed(terminal.raw, LINES) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_file_that_takes_long_is_named_as_text(stop: Stop, tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / NAME
    path.write_text(hostile.article() + "#" * 2**21)
    with Terminal("kremlin-tui", str(path), size=size) as terminal:
        stop(process_of(terminal.pid))
        see(terminal, "Reading [sic] [@click=app.quit]x[b]")
        terminal.press("q")
        assert terminal.wait() == 0
        assert obeyed(terminal.raw, WHOLE) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_notice_names_actors_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    names = tuple(MARKUP.values())
    actors = "".join(
        f"  - {{id: a{n}, name: {hostile.in_quotes(f'N{n} {text}')}, kind: person}}\n" for n, text in enumerate(names)
    )
    path = tmp_path / "a.yaml"
    path.write_text(f"{NO_POSITIONS}body: Words.\nactors:\n{actors}")
    with Watched(tmp_path / "canary", path, size=size) as reader:
        reader.begin("Nobody")
        reader.walk("2 g")
        for _ in names:
            reader.walk("enter")
            reader.settle()
            reader.walk("j")
        told = [f"N{number} {text} takes no position of its own." for number, text in enumerate(names)]
        assert lost(reader.screens, told) == []
        assert reader.end() == []


@pytest.mark.parametrize("size", SIZES)
def test_what_lies_under_the_mouse_says_nothing_of_its_own(tmp_path: Path, file: Path, size: tuple[int, int]) -> None:
    with Watched(tmp_path / "canary", file, size=size) as reader:
        reader.begin("Hostile")
        column, row = place(reader, "Hostile")
        for x in (column, *range(3, size[0] - 2, 16)):
            reader.send(mouse(35, x, row))
            reader.settle()  # Textual shows a tooltip after 0.3 s.
            reader.settle()
        reader.type(mouse(0, column, row) + mouse(0, column, row, "m"))
        assert reader.end() == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of evil names: some are articles, some are none."""
    path = tmp_path_factory.mktemp("names") / "\x1b]0;owned\x07\u202e[/]"
    path.mkdir(parents=True)
    texts = (*hostile.TEXTS, "%0A::error::x", "a\nb::error::x", "\r::error::x", "-o", "\x1b[31m")
    for number, text in enumerate(text for text in texts if "\0" not in text):
        article = hostile.article(hostile.TEXTS[:2]) if number % 8 == 0 else "headline: [\n"
        (path / f"{text.replace('/', '∕')}.yaml").write_text(article)
    (path / os.fsdecode(b"\xff\xfe\x9b.yaml")).write_text("a")
    return path


@pytest.mark.parametrize(
    "command",
    [
        *("check", "check --suggest", "check --format=json", "check --format=github", "fmt --check", "--plain", ""),
        *("new", "new - -o", "--theme", "--width"),
    ],
)
def test_files_of_evil_names_are_told_as_text_on_a_terminal(folder: Path, command: str) -> None:
    with Terminal("kremlin-tui", *command.split(), str(folder), size=(200, 50)) as terminal:
        terminal.send("Head\r\x04\x04")
        terminal.wait(60)
        terminal.settle()
        assert terminal.raw
        assert obeyed(terminal.raw, LINES) == []
        lines = terminal.raw.decode().splitlines()
        assert command != "check --format=github" or all(line.startswith("::") for line in lines if line != "Head")


def _answers() -> Iterator[tuple[str, list[tuple[str, str]], bytes]]:
    """What a server may say: the first line, what follows it, and the page."""
    text = "\x1b]0;owned\x07\x9b2J\x7f\x85"
    page = "".join(f"<p>{text} {each} said so.</p>" for each in PAYLOADS.values()).encode("utf-8", "replace")
    yield f"404 {text}", [], b""
    yield "302 Found", [("Location", f"http://{text}/{text}")], b""
    yield "302 Found", [("Location", f"file:///{text}")], b""
    yield "302 Found", [("Location", f"{text}:{text}")], b""
    yield "200 OK", [("Content-Type", f"text/plain; charset={text}")], page
    yield "200 OK", [("Content-Type", f"text/html; charset={text}")], b"<title>" + page + b"</title>" + page * 3
    yield "200 OK", [("Content-Type", f"{text}/{text}")], page
    yield "200 OK", [("Content-Type", "text/plain"), ("Content-Length", f"9{text}")], page
    yield "200 OK", [("Content-Type", "text/plain"), ("Transfer-Encoding", "chunked")], b"\x1b]0;owned\x07\r\n"
    yield text, [], page


ANSWERS = tuple(_answers())


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        first, headers, page = ANSWERS[int(self.path.strip("/"))]
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        self.wfile.write(f"HTTP/1.0 {first}\r\n{head}\r\n".encode("latin-1") + page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = HTTPServer(("127.0.0.1", 0), _Server)
    Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_address[1]}"
    served.shutdown()
    served.server_close()


@pytest.mark.parametrize("number", range(len(ANSWERS)))
def test_what_a_server_says_is_told_as_text(server: str, number: int) -> None:
    with Terminal("kremlin-tui", "new", f"{server}/{number}", env={"no_proxy": "*"}) as terminal:
        assert terminal.wait(30) in (0, 1)
        terminal.settle()
        assert terminal.raw
        assert LEFT not in terminal.raw
        assert obeyed(terminal.raw, LINES) == []

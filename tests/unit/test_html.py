"""Web pages read as articles."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from article.importers import web
from article.importers.draft import NoDraftError
from article.importers.html import is_html, read_html
from article.importers.texts import read_draft
from article.source import MOST_BYTES

ROOT = Path(__file__).parents[2]
PAGE = """\
<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Council keeps the night ferry | Lakeford Ledger</title>
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="Lakeford Ledger">
<meta property="article:published_time" content="2024-04-09T10:00:00Z">
<link rel="canonical" href="https://ledger.example/ferry"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Council keeps the night ferry</h1>
<p>The council voted on Tuesday to keep the <b>night ferry</b> running, despite doubts about\u200b its cost.</p>
<h2>What comes next</h2>
<p>“We will look at the numbers again in the spring,” said Mayor Ines Okoro after the vote in the town hall.</p>
<p>Opponents say the ferry is too expensive for a town of this size, and they want it stopped soon.</p></article>
<footer>Copyright Lakeford Ledger</footer></body></html>
"""
PARAGRAPHS = [
    ("The council voted on Tuesday to keep the night ferry running, despite doubts about its cost.", 1),
    ("What comes next", None),
    ("“We will look at the numbers again in the spring,” said Mayor Ines Okoro after the vote in the town hall.", 2),
    ("Opponents say the ferry is too expensive for a town of this size, and they want it stopped soon.", 3),
]


# ---------------------------------------------------------------------- pages


def test_a_page_gives_its_headline_paragraphs_and_headings() -> None:
    draft = read_html(PAGE.encode())
    assert draft.headline == "Council keeps the night ferry"
    assert [(paragraph.text, paragraph.number) for paragraph in draft.paragraphs] == PARAGRAPHS


def test_a_page_gives_what_it_tells_of_its_publication() -> None:
    draft = read_html(PAGE.encode())
    assert (draft.publisher, draft.author, draft.published, draft.url) == (
        "Lakeford Ledger",
        "Jane Doe",
        "2024-04-09",
        "https://ledger.example/ferry",
    )


@pytest.mark.parametrize(
    "page",
    ["<html></html>", "<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>", "<html", ""],
    ids=["empty", "navigation", "broken", "nothing"],
)
def test_a_page_without_an_article_is_told(page: str) -> None:
    with pytest.raises(NoDraftError, match="There is no article in the page"):
        read_html(page.encode())


def test_a_page_nested_beyond_measure_does_no_harm() -> None:
    page = f"<html><body>{'<div>' * 20_000}{PAGE}{'</div>' * 20_000}</body></html>"
    with suppress(NoDraftError):
        read_html(page.encode())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b""),
        ("a.HTM", b""),
        ("a.xhtml", b""),
        ("a", b"\n<!DOCTYPE html>"),
        ("-", b"\xef\xbb\xbf<HTML lang='en'>"),
        ("a", b"<?xml version='1.0'?>\n<html>"),
    ],
)
def test_html_is_known_by_its_name_or_its_beginning(name: str, data: bytes) -> None:
    assert is_html(name, data)


@pytest.mark.parametrize("data", [b"HTML is a language", b"<p>", b"", b"html"])
def test_other_texts_are_no_html(data: bytes) -> None:
    assert not is_html("a.txt", data)


def test_a_file_in_html_is_read_as_such(tmp_path: Path) -> None:
    path = tmp_path / "saved"
    path.write_text(PAGE, encoding="utf-8")
    assert read_draft(str(path)).headline == "Council keeps the night ferry"


def test_without_trafilatura_it_is_told_how_to_install_it(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(PAGE, encoding="utf-8")
    code = "import sys; sys.modules['trafilatura'] = None; from tui.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "new", str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{path}: Reading HTML needs trafilatura: pip install 'kremlin-tui[web]'.\n"


# ---------------------------------------------------------------------- the web


class Server(BaseHTTPRequestHandler):
    """A few pages, and what servers do wrong."""

    def do_GET(self) -> None:
        asked.append(self.headers["User-Agent"])
        name = self.path.partition("?")[0].strip("/")
        {
            "ferry": self.page,
            "latin": self.latin,
            "text": self.text,
            "moved": lambda: self.redirect("/ferry"),
            "ftp": lambda: self.redirect("ftp://127.0.0.1/ferry"),
            "file": lambda: self.redirect("file:///etc/passwd"),
            "round": lambda: self.redirect("/round"),
            "large": self.large,
            "cut": lambda: self.answer(PAGE.encode()[:300], "text/html", length=9_999),
            "slow": lambda: stopped.wait(5),
            "garbled": lambda: self.wfile.write(b"garbled\r\n\r\n"),
        }.get(name, lambda: self.send_error(404))()

    def page(self) -> None:
        self.answer(PAGE.encode(), "text/html")

    def latin(self) -> None:
        self.answer(PAGE.replace("Okoro", "Økoro").encode("cp1252", "ignore"), "text/html; charset=windows-1252")

    def text(self) -> None:
        self.answer(b"Ferry\n\nIt runs.", "text/plain")

    def large(self) -> None:
        self.answer(b"a" * 2_000, "text/html")

    def answer(self, data: bytes, content_type: str, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Type", content_type)
        if length:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep quiet."""


asked: list[str] = []
stopped = threading.Event()


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server that runs."""
    with serving() as address:
        yield address


@contextmanager
def serving() -> Generator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


def test_an_address_is_read(site: str) -> None:
    draft = read_draft(f"{site}/ferry")
    assert (draft.headline, draft.url) == ("Council keeps the night ferry", "https://ledger.example/ferry")
    assert asked[-1] == "kremlin-tui"


def test_an_address_may_be_written_as_people_do(site: str) -> None:
    assert read_draft(f"HTTP{site[4:]}/ferry?é=1#top").headline == "Council keeps the night ferry"


def test_a_redirection_is_followed(site: str) -> None:
    assert read_draft(f"{site}/moved").headline == "Council keeps the night ferry"


def test_the_coding_that_a_server_tells_is_believed(site: str) -> None:
    assert "Mayor Ines Økoro" in read_draft(f"{site}/latin").paragraphs[2].text


def test_a_plain_text_at_an_address_is_read_as_such(site: str) -> None:
    draft = read_draft(f"{site}/text")
    assert (draft.headline, draft.paragraphs[0].text, draft.url) == ("Ferry", "It runs.", f"{site}/text")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("none", "the server answers 404 Not Found"),
        ("ftp", "unknown url type: ftp"),
        ("file", "the server answers 302 .* 'file:///etc/passwd' is not allowed"),
        ("round", "the server answers 302 .*"),
        ("garbled", ".+"),
    ],
)
def test_what_a_server_does_wrong_is_told_in_a_line(site: str, path: str, reason: str) -> None:
    with pytest.raises(NoDraftError, match=rf"\AThe page cannot be read: {reason}\.\Z"):
        read_draft(f"{site}/{path}")


@pytest.mark.parametrize(
    "address",
    ["http://nowhere.invalid/", "http://127.0.0.1:1/", "http://", "http://a b/", "https://[", "http://a\x1b/"],
)
def test_an_address_that_leads_nowhere_is_told_in_a_line(address: str) -> None:
    with pytest.raises(NoDraftError, match=r"\AThe page cannot be read: [^\n\x1b]+\.\Z"):
        read_draft(address)


def test_a_page_that_does_not_come_is_not_waited_for(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_SECONDS", 0.05)
    with pytest.raises(NoDraftError, match="it did not come within"):
        read_draft(f"{site}/slow")


def test_a_page_that_breaks_off_is_refused(site: str) -> None:
    with pytest.raises(NoDraftError, match="broke off"):
        read_draft(f"{site}/cut")


def test_a_page_in_html_that_would_take_too_long_is_refused() -> None:
    with pytest.raises(NoDraftError, match="larger than 2 MiB"):
        read_html(PAGE.encode() + b"<p>" * 2**20)


def test_a_page_over_the_limit_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_BYTES", 1_000)
    assert MOST_BYTES > 1_000
    with pytest.raises(NoDraftError, match="The page is larger than"):
        read_draft(f"{site}/large")

"""A page of the web, fetched: plain HTTP, with limits of time and size, and nothing but HTTP."""

from __future__ import annotations

import re
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from time import monotonic
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from article.clean import clean_line, one_line, reason_of
from article.importers.draft import NoDraftError
from article.source import MOST_BYTES

MOST_SECONDS = 20
AGENT = "kremlin-tui"

_ADDRESS = re.compile("https?://", re.IGNORECASE)
_SAFE_IN_ADDRESS = "%/:=&?~+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server answers; ``url`` is where it was found in the end."""

    data: bytes
    url: str
    content_type: str
    charset: str | None


def is_address(text: str) -> bool:
    """Whether a text is the address of a web page."""
    return bool(_ADDRESS.match(text))


def fetch(address: str) -> Page:
    """The page at an address; raises NoDraftError when none comes, in time and within the limit."""
    try:
        with _opener().open(_ascii(address), timeout=MOST_SECONDS) as response:
            answer = cast("HTTPResponse", response)
            headers = answer.headers
            data = _content(answer)
            return Page(data, answer.url, headers.get_content_type(), headers.get_content_charset())
    except (OSError, HTTPException, ValueError) as error:
        raise NoDraftError(f"The page cannot be read: {one_line(clean_line(_reason(error)))}.") from None


def _opener() -> urllib.request.OpenerDirector:
    """Opens http and https, and follows redirections to these: no file, no FTP, no data."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.UnknownHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    opener.addheaders = [("User-Agent", AGENT), ("Accept", "text/html, application/xhtml+xml, text/plain")]
    return opener


def _ascii(address: str) -> str:
    """An address as a browser sends it; the host is left to IDNA."""
    parts = urlsplit(address.strip())
    return urlunsplit(
        parts._replace(path=quote(parts.path, _SAFE_IN_ADDRESS), query=quote(parts.query, _SAFE_IN_ADDRESS))
    )


def _content(response: HTTPResponse) -> bytes:
    """The body; a server that sends it drop by drop is not waited for."""
    latest = monotonic() + MOST_SECONDS
    data = bytearray()
    while part := response.read1(2**16):
        data += part
        if len(data) > MOST_BYTES:
            raise NoDraftError(f"The page is larger than {MOST_BYTES // 2**20} MiB.")
        if monotonic() > latest:
            raise TimeoutError
    if response.length:
        raise NoDraftError("The page broke off before its end. Try again.")
    return bytes(data)


def _reason(error: Exception) -> str:
    if isinstance(error, HTTPError):
        return f"the server answers {error.code} {error.reason}"
    if isinstance(error, URLError):
        return _reason(error.reason) if isinstance(error.reason, Exception) else str(error.reason)
    if isinstance(error, TimeoutError):
        return f"it did not come within {MOST_SECONDS} seconds"
    return reason_of(error) or type(error).__name__

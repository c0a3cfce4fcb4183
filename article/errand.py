"""What a process does that reads a file for somebody else: it sends the article on, part by part.

``article.reading`` starts it and takes in what it sends. Each piece of news is a pickle.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from article.model import Article
    from article.problems import Problem
    from article.spans import Mentions

AT_ONCE = 250_000
"""Characters of a body in which names are found in a blink (5 ms): these are sent with the article."""
A_NAME = 300
"""Characters that are searched in the time it takes to get ready for one more name."""


class Begun(NamedTuple):
    """The article; unless it is ``whole``, the places that name its actors are still sought."""

    article: Article
    whole: bool


class Completed(NamedTuple):
    """What was still to be found, and the problems, all of them."""

    mentions: Mentions
    problems: tuple[Problem, ...]


class Refused(NamedTuple):
    """The file is no article, for these problems."""

    problems: tuple[Problem, ...]


class Failed(NamedTuple):
    """A fault of the program; it is told without a word of the article."""

    fault: str
    trace: str = ""
    """Where in the program it is, place by place, where it is the program's own."""

    @classmethod
    def by(cls, error: Exception) -> Failed:
        """What is told of an error."""
        from article.fault import fault_of, trace_of

        return cls(fault_of(error), trace_of(error))


News = Begun | Completed | Refused | Failed


def run(path: str | None) -> None:
    """Read a file, or the shipped article, and send what comes of it to standard output; then end."""
    import gc
    from _thread import start_new_thread

    gc.disable()  # Nothing is garbage before the end.
    start_new_thread(_end_with_the_listener, (sys.stdout.fileno(),))
    try:
        for news in _news(path):
            send(news, sys.stdout.buffer)
    except Exception as error:  # the outermost edge of a process
        send(Failed.by(error), sys.stdout.buffer)
    os._exit(0)  # Taking apart what was read, value by value, would take a while.


def send(news: News, pipe: BinaryIO) -> None:
    """Put a piece of news into a pipe, little by little: a second copy of a long article would be a lot of memory."""
    import pickle

    pickle.dump(news, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()


def received(pipe: BinaryIO) -> News | None:
    """The next piece of news out of a pipe; None at its end, also where that is in the middle of one."""
    import pickle

    try:
        return pickle.load(pipe)  # noqa: S301 - of our own process
    except (EOFError, pickle.UnpicklingError):
        return None


def _news(path: str | None) -> Iterator[News]:
    from article.loader import begin
    from article.problems import ArticleError
    from article.source import Source

    try:
        beginning = begin(Source.shipped() if path is None else Source.of(path))
    except ArticleError as error:
        yield Refused(error.problems)
        return
    if _is_quick(beginning.article):
        yield Begun(beginning.complete().prepared(), whole=True)
        return
    yield Begun(beginning.article.prepared(), whole=False)
    whole = beginning.complete()
    yield Completed(whole.mentions, whole.problems)


def _is_quick(article: Article) -> bool:
    """Whether the names are found so soon that nobody need see the article without them."""
    names = sum(2 + len(actor.aliases) for actor in article.actors)
    return sum(len(paragraph.text) for paragraph in article.paragraphs) + A_NAME * names <= AT_ONCE


def _end_with_the_listener(pipe: int) -> None:
    """End this process, whatever it is at, as soon as nobody can read any more what it sends."""
    import select

    poll = select.poll()
    poll.register(pipe, 0)  # An end that is gone is told unasked.
    poll.poll()
    os._exit(1)

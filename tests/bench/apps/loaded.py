"""The reader on an article that is loaded already: ``loaded.py save ARTICLE FILE`` keeps one as the process that
reads files sends it, ``loaded.py open FILE`` opens it.

How long it takes to get the article back, which is none of the reader's, is told in the window's title, in
seconds, so that it can be taken off.
"""

from __future__ import annotations

import pickle
import sys
from pathlib import Path
from time import perf_counter


def save(article: str, file: str) -> None:
    from article import load

    Path(file).write_bytes(pickle.dumps(load(article).prepared()))


def open_loaded(file: str) -> None:
    import gc
    import importlib

    importlib.import_module("article.model")  # which is part of every start; getting the article back is not
    gc.disable()  # as the command does while the reader opens
    start = perf_counter()
    article = pickle.loads(Path(file).read_bytes())  # noqa: S301 - written by this module
    sys.stderr.write(f"\x1b]2;{perf_counter() - start}\x07")
    sys.stderr.flush()

    from tui.app import KremlinApp

    KremlinApp(article).run()


if __name__ == "__main__":
    if sys.argv[1] == "save":
        save(sys.argv[2], sys.argv[3])
    else:
        open_loaded(sys.argv[2])

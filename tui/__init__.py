"""The reader: an article, its actors and their positions side by side in a terminal."""

import os
import sys

__version__ = "0.1.0"

_signal = sys.modules["_signal"]
"""What Python has of signals from its beginning; ``signal`` would take a while to load."""


def leave(number: int, _: object) -> None:
    """The end that ctrl+c asks for while there is nothing to put in order yet: at once, and without a word."""
    os._exit(128 + number)


def leaves() -> bool:
    """Whether that is what ctrl+c does."""
    return _signal.getsignal(_signal.SIGINT) is leave


if (sys.argv[0] == "-m" or sys.argv[0].endswith("kremlin-tui")) and (
    _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler
):  # This is the program, and no other one that needs a part of it; and nobody has it pass over ctrl+c.
    _signal.signal(_signal.SIGINT, leave)

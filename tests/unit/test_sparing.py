"""What Textual loads and a start does without is had when it is needed."""

from __future__ import annotations

import subprocess
import sys

SPARED = """
import sys
from tui.cli.sparing import ABSENT, LATER, sparing
with sparing():
    import textual.app
print(not {*ABSENT, *LATER} & {*sys.modules})
"""


def run(code: str) -> list[str]:
    """What a program of Python prints that has imported Textual while being spared."""
    program = [sys.executable, "-c", SPARED + code]
    return subprocess.run(program, capture_output=True, text=True, check=True).stdout.split()


def test_nothing_of_it_is_loaded_and_nothing_stands_in_for_it_afterwards() -> None:
    assert run("") == ["True"]


def test_a_notice_has_an_identity_of_its_own() -> None:
    code = """
from textual.notifications import Notification
one, other = Notification("told"), Notification("told")
print(len(one.identity), one.identity != other.identity, "uuid" in sys.modules)
"""
    assert run(code) == ["True", "36", "True", "True"]


def test_functions_that_are_called_later_are_those_of_the_module() -> None:
    code = """
from pathlib import Path
print(isinstance(textual.app.user_downloads_path(), Path), textual.app.uuid.uuid4().version)
print(type(textual.design.Table(box=None)).__name__)
"""
    assert run(code) == ["True", "True", "4", "Table"]


def test_what_is_imported_afterwards_gets_the_module_itself() -> None:
    code = """
from textual.types import CSSPathType
import ssl, uuid
print(uuid.UUID.__name__, ssl.SSLContext.__name__)
"""
    assert run(code) == ["True", "UUID", "SSLContext"]


def test_what_is_loaded_already_stays() -> None:
    code = "import uuid; mine = uuid\nwith sparing(): import uuid\nprint(uuid is mine)"
    assert run(code) == ["True", "True"]

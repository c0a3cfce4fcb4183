"""What is told of a fault: kinds and places, and never what an error says."""

from __future__ import annotations

import errno
import re
from typing import cast

import pytest

from article.clean import one_line
from article.fault import MOST_PLACES, fault_of, trace_of

SAID = "the text of the article"


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    with pytest.raises(type(error)) as caught:
        raise error from cause
    return caught.value


def test_a_fault_is_told_by_its_kind_and_place() -> None:
    told = fault_of(raised(KeyError(SAID)))
    assert told.startswith(f"a fault of this program, KeyError in {__name__}, line ")


def test_a_fault_within_a_library_is_told_by_where_the_program_called_it() -> None:
    with pytest.raises(TypeError) as caught:
        one_line(cast("str", [SAID, "\n"]))
    assert fault_of(caught.value).startswith("a fault of this program, TypeError in article.clean, line ")


def test_an_error_that_was_never_raised_has_no_place() -> None:
    assert fault_of(ValueError(SAID)) == "a fault of this program, ValueError"


def test_the_system_has_a_name_for_its_errors() -> None:
    assert trace_of(OSError(errno.ENOSPC, SAID)) == "OSError (ENOSPC)"


def test_a_trace_begins_with_what_led_to_the_fault() -> None:
    trace = trace_of(raised(LookupError(SAID), raised(ValueError(SAID))))
    assert [line for line in trace.splitlines() if not line.startswith(" ")] == ["ValueError", "LookupError"]
    assert SAID not in trace


def test_a_trace_names_file_line_and_function_without_the_folders_around() -> None:
    trace = trace_of(raised(ValueError(SAID))).splitlines()[-1]
    assert re.fullmatch(r"  \w.*test_fault\.py, line \d+, in raised", trace)


def test_a_recursion_is_told_by_its_ends() -> None:
    def again(number: int) -> int:
        return again(number - 1) if number else 1 // number

    with pytest.raises(ZeroDivisionError) as caught:
        again(500)
    trace = trace_of(caught.value)
    assert len(trace.splitlines()) == 2 * MOST_PLACES + 2
    assert "places more" in trace


def test_errors_that_lead_to_each_other_come_to_an_end() -> None:
    first, second = ValueError(SAID), KeyError(SAID)
    first.__cause__, second.__cause__ = second, first
    assert trace_of(first).splitlines() == ["KeyError", "ValueError"]

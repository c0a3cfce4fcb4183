"""All hostile files."""

from __future__ import annotations

from tests.hostile import forms, places, stages

CASES = (*forms.CASES, *places.CASES, *stages.CASES)

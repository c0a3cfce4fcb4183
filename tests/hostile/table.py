"""All hostile files."""

from __future__ import annotations

from tests.hostile import forms, places, records, texts, together

CASES = (*forms.CASES, *places.CASES, *texts.CASES, *records.CASES, *together.CASES)

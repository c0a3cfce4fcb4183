"""The language of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from article.importers.languages import language_of

TEXTS = Path(__file__).parents[1] / "data" / "texts"


@pytest.mark.parametrize(
    ("name", "language"),
    [("english", "en"), ("short", "en"), ("german", "de"), ("turkish", "tr"), ("russian", "ru")],
)
def test_a_report_tells_its_language(name: str, language: str) -> None:
    assert language_of((TEXTS / f"{name}.txt").read_text(encoding="utf-8")) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le pont de la ville est fermé, a dit le maire, et il ne sera pas rouvert avant la fin des travaux.", "fr"),
        ("De brug is dicht en het verkeer moet door de stad, zegt de burgemeester van Dordrecht.", "nl"),
        ("Міст закрито, і це не новина: він був у поганому стані ще до війни, а також після неї.", "uk"),
        ("El puente de la ciudad no se abre hasta el verano, según el alcalde, que lo dijo por la tarde.", "es"),
    ],
)
def test_a_sentence_in_a_kindred_language_is_not_taken_for_another(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "42", "Peskov: NATO", "lorem ipsum dolor sit amet", "東京で地震がありました。"])
def test_what_is_not_clear_is_left_open(text: str) -> None:
    assert language_of(text) is None

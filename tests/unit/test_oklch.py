"""Colours in OKLCH and their contrast, against values published elsewhere."""

from __future__ import annotations

import pytest
from textual.color import Color

from tests.unit.perceived import hues_apart, lch_of
from tui.oklch import contrast, oklch


@pytest.mark.parametrize(
    ("lightness", "chroma", "hue", "rgb"),
    [
        (0.6280, 0.2577, 29.23, "#ff0000"),
        (0.8664, 0.2948, 142.50, "#00ff00"),
        (0.4520, 0.3132, 264.05, "#0000ff"),
        (0.9680, 0.2110, 109.77, "#ffff00"),
        (0.9054, 0.1546, 194.77, "#00ffff"),
        (0.7017, 0.3225, 328.36, "#ff00ff"),
        (0.5999, 0.0, 0.0, "#808080"),
        (0.0, 0.0, 0.0, "#000000"),
        (1.0, 0.0, 0.0, "#ffffff"),
    ],
)
def test_the_corners_of_srgb_are_where_they_are_known_to_be(
    lightness: float, chroma: float, hue: float, rgb: str
) -> None:
    """Values of CSS Color 4 (its sample conversions), rounded to four digits."""
    color, known = oklch(lightness, chroma, hue), Color.parse(rgb)
    assert all(abs(got - wanted) <= 1 for got, wanted in zip(color.rgb, known.rgb, strict=True)), color.hex


@pytest.mark.parametrize("hue", range(0, 360, 15))
@pytest.mark.parametrize("lightness", [0.25, 0.46, 0.76, 0.9])
def test_what_srgb_can_show_is_what_was_asked_for(lightness: float, hue: int) -> None:
    shown = lch_of(oklch(lightness, 0.03, hue))
    assert shown[:2] == (pytest.approx(lightness, abs=0.003), pytest.approx(0.03, abs=0.002))
    assert hues_apart(shown[2], hue) < 4


@pytest.mark.parametrize("hue", range(0, 360, 15))
@pytest.mark.parametrize("lightness", [0.25, 0.46, 0.76, 0.9])
def test_what_srgb_can_not_show_gives_way_in_chroma_alone(lightness: float, hue: int) -> None:
    shown = lch_of(oklch(lightness, 0.4, hue))
    assert shown[0] == pytest.approx(lightness, abs=0.003)
    assert shown[1] < 0.34
    assert hues_apart(shown[2], hue) < 3


def test_hues_go_round() -> None:
    assert oklch(0.6, 0.1, 380) == oklch(0.6, 0.1, 20) == oklch(0.6, 0.1, -340)


def test_without_chroma_the_hue_does_not_matter() -> None:
    assert {oklch(0.6, 0, hue) for hue in range(0, 360, 30)} == {oklch(0.6, 0, 0)}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.00),
        ("#0000ff", "#ffffff", 8.59),
        ("#00ff00", "#000000", 15.30),
        ("#0a0a0a", "#000000", 1.06),
        ("#123456", "#123456", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


def test_contrast_is_the_same_both_ways() -> None:
    one, other = Color.parse("#3d6b3c"), Color.parse("#f5bfa2")
    assert contrast(one, other) == contrast(other, one)

"""Colours in OKLCH, where equal steps look equal (Björn Ottosson, “A perceptual color space for image
processing”, 2020), and the contrast that WCAG 2 defines."""

from __future__ import annotations

from functools import lru_cache
from math import cos, radians, sin

from textual.color import Color


def oklch(lightness: float, chroma: float, hue: float) -> Color:
    """A colour from lightness (0 to 1), chroma (0 to about 0.37) and hue in degrees; chroma gives way
    until the colour can be shown in sRGB."""
    while True:
        rgb = _linear_rgb(lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue)))
        if chroma <= 0 or all(-0.0005 <= part <= 1.0005 for part in rgb):
            red, green, blue = (round(255 * _encoded(part)) for part in rgb)
            return Color(red, green, blue)
        chroma -= 0.004


def _linear_rgb(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(1024)  # the same few grounds are asked about again and again
def _luminance(color: Color) -> float:
    return sum(
        weight * (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
        for weight, part in zip((0.2126, 0.7152, 0.0722), color.normalized, strict=True)
    )

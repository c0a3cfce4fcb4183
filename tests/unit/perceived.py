"""How a colour looks: the way back from sRGB to OKLCH, so that tests can measure what the program chose."""

from __future__ import annotations

from math import atan2, degrees, hypot

from textual.color import Color


def lch_of(color: Color) -> tuple[float, float, float]:
    """Lightness, chroma and hue in degrees (Björn Ottosson, “A perceptual color space for image processing”)."""
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in color.normalized)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), degrees(atan2(b, a)) % 360


def hues_apart(one: float, other: float) -> float:
    """Degrees from one hue to another, the shorter way round."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)

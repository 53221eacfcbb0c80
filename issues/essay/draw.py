"""Draws the cut-out of the essay: a glazed jar, transparent round its contour. ``python issues/essay/draw.py``."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path

from PIL import Image, ImageDraw

SIZE = (1800, 2600)
PROFILE = ((0.00, 0.16), (0.05, 0.17), (0.12, 0.13), (0.20, 0.20), (0.34, 0.42), (0.48, 0.49), (0.64, 0.46),
           (0.82, 0.34), (0.94, 0.24), (1.00, 0.25))  # fmt: skip
"""How wide the jar is on either side of its axis, from its lip to its foot, both as shares of the picture."""


def half_width(height: float) -> float:
    """The jar's half width at a height, between the points of its profile along a smooth line."""
    for (y0, x0), (y1, x1) in pairwise(PROFILE):
        if y0 <= height <= y1:
            share = (1 - cos(pi * (height - y0) / (y1 - y0))) / 2
            return x0 + (x1 - x0) * share
    return 0.0


def jar() -> Image.Image:
    """The jar, lit from the left, with three bands of waves."""
    width, height = SIZE
    picture = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    pixels = picture.load()
    for y in range(height):
        half = half_width(y / (height - 1)) * width
        for x in range(int(width / 2 - half), int(width / 2 + half)):
            across = (x - width / 2) / max(1.0, half)
            light = 205 - 120 * (across + 0.35) ** 2
            for band in (0.42, 0.54, 0.66):
                wave = band + 0.012 * sin(24 * across + 40 * band)
                light -= 70 * (abs(y / height - wave) < 0.006)
            grey = max(25, min(235, round(light)))
            pixels[x, y] = (grey, grey, grey, 255)
    ImageDraw.Draw(picture).ellipse((740, 16, 1060, 80), fill=(45, 45, 45, 255))
    return picture.resize((SIZE[0] * 2 // 3, SIZE[1] * 2 // 3), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    jar().save(Path(__file__).parent / "pictures" / "jar.png", optimize=True)

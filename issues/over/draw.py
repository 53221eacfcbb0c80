"""Draws the picture that type stands on: a river at dusk, light above, dark below. ``python issues/over/draw.py``."""

from __future__ import annotations

from math import sin
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

SIZE = (2700, 2400)


def dusk() -> Image.Image:
    """Hills, a bridge of three arches and its mirror."""
    width, height = SIZE
    picture = Image.linear_gradient("L").resize((width, height // 2)).point(lambda level: 225 - level // 3)
    whole = Image.new("L", SIZE, 70)
    whole.paste(picture, (0, 0))
    pen = ImageDraw.Draw(whole)
    for depth, shade in enumerate((150, 120, 95)):
        top = [height // 2 - 220 + 90 * depth + 80 * sin(x / (260 - 40 * depth) + depth) for x in range(0, width, 20)]
        hill = [*zip(range(0, width, 20), top, strict=True)]
        pen.polygon([(0, height // 2), *hill, (width, height // 2)], fill=shade)
    for y in range(height // 2, height):
        pen.line((0, y, width, y), fill=max(28, 90 - (y - height // 2) // 14 + round(6 * sin(y / 9))))
    pen.rectangle((0, height // 2 - 60, width, height // 2 - 10), fill=48)
    for arch in range(3):
        left = 350 + 700 * arch
        pen.pieslice((left, height // 2 - 210, left + 560, height // 2 + 190), 180, 360, fill=48)
        pen.pieslice((left + 60, height // 2 - 150, left + 500, height // 2 + 190), 180, 360, fill=132)
    return whole.filter(ImageFilter.GaussianBlur(2))


if __name__ == "__main__":
    dusk().save(Path(__file__).parent / "pictures" / "dusk.jpg", quality=88)

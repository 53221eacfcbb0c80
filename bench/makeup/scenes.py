"""Photographs and adverts for drawn issues: flat shapes in a few colours, so that whoever looks at a page sees a page.

What they show is drawn from a generator of their own, so that an issue is the same whatever its pictures show.
"""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FACE = Path(__file__).parents[2] / "fonts" / "noto-sans-sc-900.ttf"

SKIES = ((150, 186, 214), (202, 214, 220), (236, 198, 160), (120, 156, 190))
LANDS = ((88, 120, 72), (150, 140, 96), (104, 128, 120), (170, 158, 140))
WALLS = ((214, 204, 188), (168, 92, 76), (120, 124, 132), (232, 226, 212))
COATS = ((36, 52, 84), (150, 40, 40), (220, 190, 60), (60, 60, 64))
SHADE, LIGHT = 0.72, 1.16
PALETTE = 12

GROUNDS = ((232, 240, 228), (240, 228, 222), (224, 232, 244), (248, 240, 214))
INKS = ((24, 92, 60), (168, 24, 32), (20, 60, 130), (120, 72, 16))


def toned(colour: tuple[int, int, int], by: float) -> tuple[int, int, int]:
    """A colour darker or lighter by a factor."""
    red, green, blue = (min(255, round(part * by)) for part in colour)
    return red, green, blue


def photograph(rng: random.Random, width: int, height: int) -> Image.Image:
    """People before houses before hills, of a few colours."""
    sky, land, wall = rng.choice(SKIES), rng.choice(LANDS), rng.choice(WALLS)
    coats = rng.sample(COATS, 3)
    colours = [sky, toned(sky, LIGHT), toned(land, SHADE), land, toned(land, LIGHT), wall, toned(wall, SHADE), *coats,
               (226, 188, 160), (40, 44, 48)]  # fmt: skip
    image = Image.new("P", (width, height), 0)
    image.putpalette([part for colour in colours for part in colour])
    draw = ImageDraw.Draw(image)
    horizon, step = height * rng.uniform(0.35, 0.6), width // 8
    draw.rectangle((0, horizon * rng.uniform(0.5, 0.8), width, height), fill=1)
    for shade, rise in ((2, 0.3), (3, 0.1)):
        ridge = [(x, horizon - height * rng.uniform(0, rise)) for x in range(0, width + step, step)]
        draw.polygon([(0, height), *ridge, (width, height)], fill=shade)
    draw.rectangle((0, horizon + height * 0.08, width, height), fill=4)
    for _ in range(rng.randint(1, 5)):
        left, top = rng.uniform(0, width * 0.85), horizon - height * rng.uniform(0.05, 0.3)
        right, foot = left + min(width, height) * rng.uniform(0.15, 0.4), horizon + height * 0.1
        draw.rectangle((left, top, right, foot), fill=5)
        draw.polygon([(left, top), ((left + right) / 2, top - height * 0.06), (right, top)], fill=6)
    for _ in range(rng.randint(2, 9)):
        tall = height * rng.uniform(0.25, 0.5)
        x, foot = rng.uniform(0.05, 0.95) * width, height * rng.uniform(0.85, 1.0)
        head, coat = tall / 15, rng.choice((7, 8, 9))
        draw.rectangle((x - head * 1.1, foot - tall * 0.5, x + head * 1.1, foot), fill=11)
        draw.rounded_rectangle(
            (x - head * 1.9, foot - tall * 0.86, x + head * 1.9, foot - tall * 0.45), head, fill=coat
        )
        draw.ellipse((x - head, foot - tall, x + head, foot - tall + head * 2), fill=10)
    return image


def advert(rng: random.Random, width: int, height: int, words: str) -> Image.Image:
    """Words on a light ground in a frame, a block of colour beside them."""
    ground, ink = rng.choice(GROUNDS), rng.choice(INKS)
    image = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width - 1, height - 1), outline=ink, width=8)
    side = min(height, width // 4)
    draw.rectangle((width - side, 0, width, height), fill=ink)
    size = min(int((width - side) * 0.86 / len(words)), height // 3)
    draw.text((width * 0.04, height / 2), words, fill=ink, font=ImageFont.truetype(str(FACE), size), anchor="lm")
    return image

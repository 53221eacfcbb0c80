"""Draw the two pictures of this issue again: ``python issues/heads/draw.py``. They follow no photograph."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

HERE = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1700, 2250
HORIZON = HEIGHT * 47 // 100
STONE, ARCH = (70, 62, 58), (52, 46, 44)
HILLS = ((120, 128, 140), (84, 94, 112), (52, 64, 84))
GLINTS = ((196, 178, 150), (170, 160, 148), (90, 88, 92))


def sky_and_water(draw: ImageDraw.ImageDraw) -> None:
    """Dawn above, its reflection below."""
    for y in range(HEIGHT):
        above, below = y / HORIZON, (y - HORIZON) / (HEIGHT - HORIZON)
        colour = (150 - 120 * below, 140 - 100 * below, 128 - 72 * below)
        if y < HORIZON:
            colour = (38 + 205 * above**1.4, 62 + 150 * above**1.2, 104 + 76 * above)
        draw.line([(0, y), (WIDTH, y)], fill=tuple(map(round, colour)))
    draw.ellipse([1180, 620, 1420, 860], fill=(255, 236, 196))


def hills(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    """Three ranges, the nearest the darkest."""
    for nearness, colour in enumerate(HILLS):
        x, points = 0, [(0, HORIZON)]
        while x < WIDTH:
            x += dice.randint(110, 220)
            points.append((x, HORIZON - dice.randint(40, 360 - 90 * nearness)))
        draw.polygon([*points, (WIDTH, HORIZON)], fill=colour)


def bridge(draw: ImageDraw.ImageDraw) -> None:
    """A bridge of arches."""
    deck = HEIGHT * 56 // 100
    draw.rectangle([0, deck - 36, WIDTH, deck], fill=STONE)
    for left in range(60, WIDTH, 400):
        draw.pieslice([left - 40, deck - 30, left + 360, deck + 330], 180, 360, fill=STONE)
        draw.pieslice([left + 10, deck + 30, left + 310, deck + 300], 180, 360, fill=ARCH)


def glints(draw: ImageDraw.ImageDraw, dice: random.Random) -> None:
    """Light on the water, longer towards us."""
    for _ in range(260):
        x, y = dice.randint(0, WIDTH), dice.randint(HORIZON + 10, HEIGHT - 1)
        length = dice.randint(30, 260) * (0.4 + (y - HORIZON) / (HEIGHT - HORIZON))
        draw.line([(x, y), (x + length, y)], fill=dice.choice(GLINTS), width=dice.choice((2, 3, 4)))


def main() -> None:
    """Draw both: the whole, and a part of it."""
    dice = random.Random(7)
    image = Image.new("RGB", (WIDTH, HEIGHT))
    draw = ImageDraw.Draw(image)
    sky_and_water(draw)
    hills(draw, dice)
    bridge(draw)
    glints(draw, dice)
    image = image.filter(ImageFilter.GaussianBlur(1.6))
    image.save(HERE / "bridge.jpg", quality=80)
    image.crop((0, 1050, 1700, 1900)).save(HERE / "arches.jpg", quality=80)


if __name__ == "__main__":
    main()

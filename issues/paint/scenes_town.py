"""A market by day and a street by night."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

from .buildings import lantern, village
from .canvas import Canvas, Colour, Point, curve, mixed, shade
from .land import clouds, sky, slope, stars
from .people import Dress, person
from .plants import LEAVES, tree


def market() -> Image.Image:
    """A morning market: stalls below awnings, people who buy, baskets at the front."""
    canvas = Canvas(1500, 870, 71)
    sky(canvas, [(0, (112, 168, 208)), (0.7, (204, 224, 228)), (1, (250, 236, 208))], 0.6)
    clouds(canvas, 0.5, (255, 252, 240), (176, 198, 214), 0.34)
    village(canvas, 0.56, (-0.02, 1.02), 0.2, 0.22, (238, 230, 212), bank=False)
    for x in (0.18, 0.83):
        tree(canvas, (x, 0.58), 0.52, (84, 66, 52), LEAVES)
    slope(canvas, curve([(-0.01, 0.56), (1.01, 0.56)]), (222, 206, 176), (150, 132, 108), 0.05)
    cloths = ((206, 66, 48), (44, 110, 128), (232, 166, 58), (84, 128, 82), (206, 66, 48))
    shoppers = _shoppers()
    for number in range(5):
        _stall(canvas, (0.02 + number * 0.2, 0.72), cloths[number], number)
    for at, h, dress in shoppers:
        canvas.lay(
            lambda pen, at=at, h=h: pen.disc((at[0] + 0.012, at[1]), h * 0.2, flat=0.14), (92, 74, 60), 0.4, 0.006
        )
        person(canvas, at, h, dress)
    for number in range(8):
        _basket(canvas, (0.045 + number * 0.132, 0.985 - 0.02 * (number % 2)), 0.062, number)
    return canvas.picture()


def _shoppers() -> list[tuple[Point, float, Dress]]:
    """Two who talk, one who chooses, a child by the hand, an old one with a stick, a load that is carried through."""
    return [
        ((0.055, 0.85), 0.29, Dress((176, 60, 52), head="bun", load="reach", long=True)),
        ((0.215, 0.875), 0.32, Dress((58, 92, 130), load="bag")),
        ((0.3, 0.865), 0.28, Dress((150, 140, 128), (70, 66, 70), "hair", load="stick", facing=-1, old=True)),
        ((0.47, 0.9), 0.33, Dress((196, 150, 70), (58, 62, 74), "cone", load="pole")),
        ((0.625, 0.86), 0.3, Dress((126, 84, 120), head="bun", load="bag", long=True)),
        ((0.675, 0.865), 0.18, Dress((214, 168, 60), (62, 78, 110), "cap", facing=-1)),
        ((0.805, 0.84), 0.3, Dress((70, 92, 84), load="reach", facing=-1)),
        ((0.905, 0.885), 0.31, Dress((60, 110, 120), (74, 60, 64), "cone", load="basket", facing=-1)),
    ]


def _stall(canvas: Canvas, at: Point, cloth: Colour, number: int) -> None:
    """A stall: posts, a striped awning that sags, shade below it, a seller, heaps on the board."""
    x, y = at
    w, high = 0.17, 0.34
    canvas.lay(lambda pen: pen.area([(x, y - high), (x + w, y - high), (x + w, y), (x, y)]), (90, 76, 70), 0.42, 0.03)
    canvas.lay(
        lambda pen: [pen.line([(x + w * p, y - high), (x + w * p, y + 0.08)], 0.011) for p in (0.03, 0.97)],
        (104, 78, 58),
    )
    person(
        canvas,
        (x + w * 0.5, y + 0.02),
        0.25,
        Dress(mixed(cloth, (60, 70, 90), 0.5), head=("bun", "cap", "cone")[number % 3], apron=(230, 222, 204)),
    )
    board = [(x - 0.004, y - 0.05), (x + w + 0.004, y - 0.05), (x + w + 0.004, y + 0.09), (x - 0.004, y + 0.09)]
    canvas.lay(lambda pen: pen.area(board), (142, 102, 70))
    canvas.lay(
        lambda pen: [pen.line([(x, y - 0.05 + n * 0.035), (x + w, y - 0.05 + n * 0.035)], 0.003) for n in range(5)],
        (98, 68, 48),
        0.8,
    )
    for heap in range(3):
        _heap(canvas, (x + w * (0.18 + 0.32 * heap), y - 0.045), 0.052, number * 3 + heap)
    for stripe in range(9):
        a, b = x - 0.012 + (w + 0.024) * stripe / 9, x - 0.012 + (w + 0.024) * (stripe + 1) / 9
        fill = cloth if stripe % 2 == 0 else (250, 244, 230)
        top, low = y - high - 0.085, y - high + 0.012 + 0.01 * math.sin(stripe)
        canvas.lay(lambda pen, a=a, b=b, t=top, f=low: pen.area([(a + 0.01, t), (b + 0.01, t), (b, f), (a, f)]), fill)
        canvas.lay(
            lambda pen, a=a, b=b, f=low: pen.area(
                curve([(a, f), (a, f + 0.026), ((a + b) / 2, f + 0.04), (b, f + 0.026), (b, f)], 4)
            ),
            mixed(fill, (40, 30, 40), 0.22),
        )
    canvas.lay(
        lambda pen: pen.area(
            [
                (x - 0.01, y - high - 0.03),
                (x + w + 0.01, y - high - 0.03),
                (x + w, y - high + 0.012),
                (x, y - high + 0.012),
            ]
        ),
        (60, 44, 50),
        0.2,
        0.012,
    )


GOODS = (
    ((112, 152, 74), (62, 100, 50)),
    ((214, 66, 44), (150, 34, 32)),
    ((240, 176, 62), (190, 116, 38)),
    ((236, 236, 220), (176, 180, 160)),
    ((128, 62, 110), (80, 36, 76)),
    ((232, 124, 46), (170, 78, 30)),
    ((150, 176, 92), (96, 124, 60)),
    ((206, 190, 150), (150, 128, 92)),
)
"""What is sold, in the light and in the shade."""


def _heap(canvas: Canvas, foot: Point, size: float, kind: int) -> None:
    """Round things in a heap, each with its light and its shade."""
    lit, dark = GOODS[kind % len(GOODS)]
    ratio = canvas.height / canvas.width
    r = size * 0.23
    for row in range(4):
        spots = [
            (foot[0] + (n - (6 - row) / 2 + 0.5) * size * 0.36 * ratio, foot[1] - row * size * 0.3 - size * 0.1)
            for n in range(6 - row)
        ]
        canvas.lay(lambda pen, s=spots: [pen.disc(at, r) for at in s], mixed(dark, (30, 24, 30), 0.25))
        canvas.lay(
            lambda pen, s=spots: [pen.disc((x - r * 0.12 * ratio, y - r * 0.12), r * 0.82) for x, y in s],
            mixed(lit, dark, canvas.dice.random() * 0.3),
        )
        canvas.lay(
            lambda pen, s=spots: [pen.disc((x - r * 0.34 * ratio, y - r * 0.36), r * 0.26) for x, y in s],
            mixed(lit, (255, 255, 250), 0.55),
            0.8,
            r * 0.12,
        )


def _basket(canvas: Canvas, foot: Point, size: float, kind: int) -> None:
    """A basket woven of bamboo, full."""
    x, y = foot
    ratio = canvas.height / canvas.width
    wide = size * 0.95 * ratio
    _heap(canvas, (x, y - size * 1.02), size * 0.95, kind * 3 + 1)
    outline = curve([(x - wide, y - size), (x - wide * 0.86, y - size * 0.4), (x - wide * 0.66, y)], 6) + curve(
        [(x + wide * 0.66, y), (x + wide * 0.86, y - size * 0.4), (x + wide, y - size)], 6
    )
    canvas.lay(lambda pen: pen.area(outline), (176, 130, 78))
    canvas.lay(
        lambda pen: pen.area([(px * 0.55 + (x + wide) * 0.45, py) for px, py in outline]), (104, 70, 44), 0.6, 0.012
    )
    weave = [
        [
            (x - wide * (0.98 - 0.3 * n / 6), y - size * (1 - n / 6)),
            (x + wide * (0.98 - 0.3 * n / 6), y - size * (1 - n / 6)),
        ]
        for n in range(7)
    ]
    canvas.lay(lambda pen: [pen.line(line, 0.0035) for line in weave], (226, 186, 124), 0.8)
    canvas.lay(
        lambda pen: [
            pen.line([(x + wide * p, y - size), (x + wide * p * 0.68, y)], 0.0025)
            for p in (-0.8, -0.5, -0.2, 0.1, 0.4, 0.7)
        ],
        (120, 82, 50),
        0.8,
    )


def lanterns() -> Image.Image:
    """A street by night: lanterns along both sides, wet stones that shine, people on their way home."""
    canvas = Canvas(1300, 760, 41)
    sky(canvas, [(0, (12, 22, 52)), (0.6, (36, 52, 96)), (1, (110, 88, 104))], 0.6)
    stars(canvas, 0.3, 40)
    vanish = (0.5, 0.6)
    for side in (-1, 1):
        for step in range(7):
            _front(canvas, vanish, side, step)
    _street(canvas)
    for step in range(6, -1, -1):
        part = 0.74**step
        for side in (-1, 1):
            at = (vanish[0] + side * 0.43 * part, vanish[1] - 0.36 * part)
            lantern(canvas, at, 0.085 * part)
            canvas.lay(
                lambda pen, s=side, p=part: pen.disc(
                    (vanish[0] + s * 0.3 * p, vanish[1] + 0.3 * p), 0.12 * p, flat=0.3
                ),
                (255, 150, 70),
                0.4,
                0.05 * part + 0.004,
            )
    for at, h, dress in (
        ((0.46, 0.79), 0.19, Dress((70, 60, 74), head="hair", night=0.5, load="bag")),
        ((0.505, 0.8), 0.2, Dress((130, 50, 52), head="bun", night=0.45)),
        ((0.53, 0.795), 0.11, Dress((190, 120, 60), head="cap", night=0.4)),
        ((0.6, 0.93), 0.32, Dress((58, 70, 96), head="cone", night=0.5, load="pole", facing=-1)),
    ):
        canvas.lay(lambda pen, at=at, h=h: pen.disc(at, h * 0.22, flat=0.14), (12, 12, 20), 0.6, 0.006)
        person(canvas, at, h, dress)
    return canvas.picture()


def _street(canvas: Canvas) -> None:
    """The street between the walls: courses of stone that run away from us, wet in places."""
    wet = canvas.texture(0.05, 0.02, 3, 0.6)
    tone = np.clip(0.5 + wet * 0.5, 0, 1)[..., None]
    field = shade((92, 76, 80)) * tone + shade((38, 36, 50)) * (1 - tone)
    canvas.lay(
        lambda pen: pen.area([(-0.12, 1.01), (0.47, 0.62), (0.53, 0.62), (1.12, 1.01)]), field.astype(np.float32)
    )
    across = [0.622 + 0.39 * (n / 16) ** 2.2 for n in range(17)]
    half = [0.03 + 0.59 * (y - 0.62) / 0.39 for y in across]  # as wide as the street is there: none runs on over a wall
    canvas.lay(
        lambda pen: [pen.line([(0.5 - w, y), (0.5 + w, y)], 0.002) for y, w in zip(across, half, strict=True)],
        (24, 24, 36),
        0.35,
    )
    canvas.lay(
        lambda pen: [pen.line([(0.5 + 0.006 * n, 0.62), (0.5 + 0.124 * n, 1.01)], 0.002) for n in range(-4, 5)],
        (24, 24, 36),
        0.35,
    )


def _front(canvas: Canvas, vanish: Point, side: int, step: int) -> None:
    """The front of a shop on one side of the street: wall, eaves, a door and windows with light in them."""
    near, far = 0.74**step, 0.74 ** (step + 1)

    def spot(depth: float, height: float) -> Point:
        part = near + (far - near) * depth
        return vanish[0] + side * 0.62 * part, vanish[1] + height * part

    wall = mixed((58, 50, 58), (96, 78, 88), step / 7)
    canvas.lay(lambda pen: pen.area([spot(0, -0.62), spot(1, -0.62), spot(1, 0.5), spot(0, 0.5)]), wall)
    light = (250, 178, 92)
    for a, b in ((0.12, 0.44), (0.58, 0.88)):
        box = [spot(a, -0.16), spot(b, -0.16), spot(b, 0.26), spot(a, 0.26)]
        canvas.lay(lambda pen, box=box: pen.area(box), mixed(light, wall, 0.25))
        bars = [[spot(a + (b - a) * n / 4, -0.16), spot(a + (b - a) * n / 4, 0.26)] for n in range(5)] + [
            [spot(a, h), spot(b, h)] for h in (-0.16, -0.02, 0.12, 0.26)
        ]
        canvas.lay(lambda pen, bars=bars: [pen.line(bar, 0.006 * near + 0.001) for bar in bars], (62, 40, 34))
    canvas.lay(lambda pen: pen.area([spot(0, -0.64), spot(1, -0.64), spot(1, -0.5), spot(0, -0.5)]), (26, 26, 40))
    canvas.lay(lambda pen: pen.line([spot(0, -0.5), spot(1, -0.5)], 0.01 * near), (150, 90, 62), 0.8)
    canvas.lay(lambda pen: pen.area([spot(0, -0.24), spot(1, -0.24), spot(1, -0.2), spot(0, -0.2)]), (44, 34, 40))

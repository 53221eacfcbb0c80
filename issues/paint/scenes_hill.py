"""Forest, kiln, fields and snow."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PIL import Image

from .afloat import birds
from .buildings import village
from .canvas import Canvas, Colour, Field, Pen, Point, curve, mixed, shade
from .land import clouds, mist, ridge, sky, slope, stars, sun
from .people import Dress, person
from .plants import LEAVES, fir_rank, reeds, tree


def forest() -> Image.Image:
    """Firs on slopes, rank behind rank, and a watch-tower above them, at sunrise."""
    canvas = Canvas(1300, 690, 131)
    sky(canvas, [(0, (92, 142, 182)), (0.6, (196, 212, 208)), (1, (255, 228, 180))], 0.46)
    clouds(canvas, 0.4, (255, 246, 226), (170, 186, 200), 0.3)
    sun(canvas, (0.24, 0.3), 0.035, (255, 240, 200), 9)
    ridge(canvas, 0.42, 0.24, ((172, 194, 200), (120, 154, 172), (244, 230, 204)), 3, 0.46, 0.2)
    mist(canvas, 0.42, 0.1, (255, 238, 208), 0.7)
    for rank in range(8):
        near = rank / 7
        y = 0.44 + 0.62 * near**1.25
        dark = mixed((124, 158, 156), (12, 42, 38), near)
        tops = ridge(
            canvas,
            y,
            0.09,
            (mixed(dark, (220, 226, 190), 0.3), dark, mixed(dark, (240, 234, 208), 0.4 * (1 - near))),
            2 + rank % 3,
        )
        if rank == 3:
            _tower(canvas, (0.73, y - 0.03), 0.36)
        tall = 0.075 + 0.2 * near
        feet = [
            (x / 1000, tops[min(1299, round(x * 1.3))] + 0.02)
            for x in range(-10, 1010, max(9, round(34 * tall / 0.1 / (1.4 + near))))
        ]
        fir_rank(
            canvas,
            [(x + canvas.dice.uniform(-0.008, 0.008), y + canvas.dice.uniform(0, 0.03)) for x, y in feet],
            tall,
            dark,
            mixed(dark, (196, 208, 130), 0.42),
        )
        if rank < 6:
            mist(canvas, y + 0.05, 0.06, (248, 238, 212), 0.36 * (1 - near))
    birds(canvas, (0.5, 0.15), 7, 0.014, (66, 84, 96))
    return canvas.picture()


def _tower(canvas: Canvas, foot: Point, height: float) -> None:
    """A watch-tower of beams with a cabin, a gallery and a roof."""
    ratio = canvas.height / canvas.width
    x, y = foot
    wood, dark = (132, 94, 64), (84, 58, 42)

    def spot(across: float, up: float) -> Point:
        return x + across * height * ratio, y - up * height

    def leg(up: float) -> float:
        return 0.2 - 0.11 * (up + 0.05) / 0.73

    for low, high in pairwise((-0.05, 0.13, 0.31, 0.49, 0.67)):
        a, b = leg(low), leg(high)
        canvas.lay(
            lambda pen, a=a, b=b, p=low, q=high: [
                pen.line([spot(-a, p), spot(b, q)], height * 0.012),
                pen.line([spot(a, p), spot(-b, q)], height * 0.012),
                pen.line([spot(-b, q), spot(b, q)], height * 0.014),
            ],
            dark,
        )
    for side in (-1, 1):
        canvas.lay(
            lambda pen, s=side: pen.line([spot(s * leg(-0.05), -0.05), spot(s * leg(0.68), 0.68)], height * 0.026), wood
        )
    canvas.lay(lambda pen: pen.area([spot(-0.2, 0.66), spot(0.2, 0.66), spot(0.2, 0.69), spot(-0.2, 0.69)]), dark)
    canvas.lay(
        lambda pen: pen.area([spot(-0.14, 0.69), spot(0.14, 0.69), spot(0.14, 0.9), spot(-0.14, 0.9)]), (226, 206, 170)
    )
    canvas.lay(
        lambda pen: pen.area([spot(0.02, 0.69), spot(0.14, 0.69), spot(0.14, 0.9), spot(0.02, 0.9)]), (168, 142, 112)
    )
    canvas.lay(
        lambda pen: [
            pen.area([spot(a, 0.76), spot(a + 0.08, 0.76), spot(a + 0.08, 0.86), spot(a, 0.86)]) for a in (-0.11, 0.04)
        ],
        (48, 60, 70),
    )
    canvas.lay(
        lambda pen: pen.area([spot(-0.22, 0.88), spot(-0.02, 1.06), spot(0.02, 1.06), spot(0.22, 0.88)]), (178, 66, 48)
    )
    canvas.lay(lambda pen: pen.area([spot(0.02, 1.06), spot(0.22, 0.88), spot(0.04, 0.88)]), (128, 44, 38))


def kiln() -> Image.Image:
    """The long kiln at night: fire in its doors, people before them, sparks over the hill."""
    canvas = Canvas(1500, 850, 51)
    sky(canvas, [(0, (22, 32, 66)), (0.55, (66, 76, 118)), (0.85, (188, 120, 104)), (1, (244, 170, 104))], 0.66)
    stars(canvas, 0.36, 70)
    clouds(canvas, 0.6, (236, 152, 116), (66, 62, 98), 0.16)
    ridge(canvas, 0.6, 0.24, ((112, 96, 122), (64, 62, 100), (206, 138, 116)), 3, 0.46, 0.24)
    ridge(canvas, 0.68, 0.16, ((84, 72, 84), (42, 42, 62), (132, 88, 84)), 4, 0.46, 0.2)
    slope(
        canvas, curve([(-0.01, 0.8), (0.2, 0.76), (0.5, 0.66), (0.8, 0.555), (1.01, 0.54)]), (78, 62, 52), (28, 26, 30)
    )
    for x, tall in ((0.7, 0.5), (0.775, 0.42)):
        _chimney(canvas, (x, 0.575), tall)
    _kiln_body(canvas)
    for x, tall in ((0.93, 0.3), (1.0, 0.36)):
        tree(canvas, (x, 0.6), tall, (26, 22, 26), ((24, 26, 32), (52, 44, 40), (116, 76, 48)))
    _kiln_yard(canvas)
    return canvas.picture()


def _chimney(canvas: Canvas, foot: Point, tall: float) -> None:
    """A round stack of bricks, lit from the left, with its smoke."""
    x, y = foot
    ratio = canvas.height / canvas.width
    for puff in range(26):
        rise = puff / 25
        at = (
            x - 0.22 * rise**1.3 + canvas.dice.gauss(0, 0.008 + 0.02 * rise),
            y - tall - 0.24 * rise**0.8 + canvas.dice.gauss(0, 0.012),
        )
        canvas.lay(
            lambda pen, at=at, r=0.018 + 0.06 * rise: pen.disc(at, r),
            mixed((214, 176, 158), (110, 104, 132), rise),
            0.2 * (1 - rise) + 0.04,
            0.022,
        )
    wide = 0.024 * ratio

    def stack(pen: Pen, share: float) -> None:
        pen.area(
            [
                (x - wide * 1.5, y),
                (x - wide, y - tall),
                (x - wide + 2 * wide * share, y - tall),
                (x - wide * 1.5 + 3 * wide * share, y),
            ]
        )

    canvas.lay(lambda pen: stack(pen, 1), (92, 50, 42))
    canvas.lay(lambda pen: stack(pen, 0.45), (172, 92, 62), 0.85, 0.004)
    canvas.lay(
        lambda pen: [
            pen.line(
                [
                    (x - wide * (1 + 0.5 * (1 - n / 22)), y - tall * n / 22),
                    (x + wide * (1 + 0.5 * (1 - n / 22)), y - tall * n / 22),
                ],
                0.0016,
            )
            for n in range(22)
        ],
        (56, 32, 30),
        0.7,
    )
    canvas.lay(
        lambda pen: pen.area(
            [
                (x - wide * 1.25, y - tall),
                (x - wide * 1.25, y - tall - 0.014),
                (x + wide * 1.25, y - tall - 0.014),
                (x + wide * 1.25, y - tall),
            ]
        ),
        (70, 40, 36),
    )


def _bricks(canvas: Canvas, lit: Colour, dark: Colour) -> Field:
    rows = np.arange(canvas.height, dtype=np.float32)[:, None]
    dots = np.arange(canvas.width, dtype=np.float32)[None]
    leaning = rows + dots * 0.21
    course = np.floor(leaning / 9)
    joints = (leaning % 9 < 1.6) | ((dots + (course % 2) * 11) % 22 < 1.6)
    tone = np.clip(0.5 + canvas.texture(0.02, 0.03, 3) * 0.4 + joints * 0.35, 0, 1)[..., None]
    return (shade(lit) * (1 - tone) + shade(dark) * tone).astype(np.float32)


def _kiln_body(canvas: Canvas) -> None:
    """The kiln's long back up the hill, under a roof on posts, a fire in every door, the lowest the brightest."""
    first, last = (0.07, 0.795), (0.86, 0.585)

    def on(part: float, up: float) -> Point:
        return first[0] + (last[0] - first[0]) * part, first[1] + (last[1] - first[1]) * part - up * (1 - 0.32 * part)

    canvas.lay(
        lambda pen: pen.area([on(0, 0), on(0, 0.13), on(1, 0.13), on(1, 0)]),
        _bricks(canvas, (196, 112, 74), (92, 48, 40)),
    )
    canvas.lay(
        lambda pen: pen.area([on(-0.01, 0.135), on(0.03, 0.175), on(0.99, 0.175), on(1.01, 0.135)]), (116, 70, 58)
    )
    roof = [on(-0.05, 0.225), on(0.04, 0.33), on(0.96, 0.33), on(1.04, 0.225)]
    canvas.lay(lambda pen: [pen.line([on(p / 12, 0.0), on(p / 12, 0.24)], 0.009) for p in range(13)], (58, 44, 42))
    canvas.lay(lambda pen: pen.area(roof), (52, 54, 70))
    canvas.lay(
        lambda pen: [
            pen.line([on(-0.05 + 1.09 * n / 60, 0.225), on(0.04 + 0.92 * n / 60, 0.33)], 0.0022) for n in range(61)
        ],
        (84, 84, 100),
        0.8,
    )
    canvas.lay(lambda pen: pen.line([on(0.04, 0.33), on(0.96, 0.33)], 0.01), (110, 104, 116))
    canvas.lay(lambda pen: pen.line([on(-0.05, 0.222), on(1.04, 0.222)], 0.006), (236, 150, 88), 0.75)
    for door in range(18):
        part = 0.03 + door * 0.0545
        heat = 1 - 0.5 * part
        x, y = on(part, 0.0)
        _door(canvas, (x, y), 0.075 * (1 - 0.32 * part), heat)


def _door(canvas: Canvas, foot: Point, high: float, heat: float) -> None:
    x, y = foot
    wide = high * 0.3 * canvas.height / canvas.width / (canvas.height / canvas.width) * 0.58
    arch = [
        (x - wide, y),
        (x - wide, y - high * 0.6),
        *[
            (x - wide * math.cos(a / 10 * math.pi), y - high * (0.6 + 0.4 * math.sin(a / 10 * math.pi)))
            for a in range(11)
        ],
        (x + wide, y),
    ]
    canvas.glow((x, y - high * 0.4), high * 2.4, (255, 130, 50), 0.55 * heat)
    canvas.lay(lambda pen: pen.area([(x + (px - x) * 1.3, y + (py - y) * 1.14) for px, py in arch]), (70, 40, 34))
    canvas.lay(lambda pen: pen.area(arch), mixed((150, 52, 26), (250, 136, 40), heat))
    canvas.lay(
        lambda pen: pen.disc((x, y - high * 0.22), high * 0.34, flat=0.9), (255, 226, 140), 0.9 * heat, high * 0.1
    )


def _kiln_yard(canvas: Canvas) -> None:
    """People before the fire, wood in stacks, pots on boards, sparks."""
    for at, h, dress in (
        ((0.2, 0.885), 0.19, Dress((120, 76, 60), (60, 52, 60), "cap", 0.5, "bag")),
        ((0.27, 0.87), 0.18, Dress((70, 84, 104), head="hair", night=0.55, facing=-1)),
        ((0.42, 0.815), 0.15, Dress((140, 64, 54), head="bun", night=0.5, apron=(196, 176, 150))),
        ((0.64, 0.74), 0.12, Dress((80, 80, 84), head="cone", night=0.6, load="pole")),
    ):
        person(canvas, at, h, dress)
    ratio = canvas.height / canvas.width
    for row in range(5):
        for number in range(11 - row):
            at = (0.015 + number * 0.018 + row * 0.009, 0.975 - row * 0.03)
            canvas.lay(lambda pen, at=at: pen.disc(at, 0.0165), (96, 66, 48))
            canvas.lay(
                lambda pen, at=at: pen.disc((at[0] + 0.0012, at[1]), 0.011),
                mixed((214, 160, 104), (150, 100, 66), canvas.dice.random()),
            )
    for shelf, y in enumerate((0.945, 0.99)):
        canvas.lay(
            lambda pen, y=y: pen.area([(0.52, y), (0.99, y), (0.99, y + 0.012), (0.52, y + 0.012)]), (104, 76, 58)
        )
        for number in range(13):
            _pot(canvas, (0.542 + number * 0.0355 + shelf * 0.008, y), canvas.dice.uniform(0.058, 0.085), ratio)
    for _ in range(70):
        x = canvas.dice.uniform(0.06, 0.66)
        at = (x, 0.72 - 0.2 * x - canvas.dice.random() ** 1.5 * 0.34)
        size = canvas.dice.uniform(0.0009, 0.0022)
        canvas.lay(lambda pen, at=at, r=size: pen.disc(at, r), (255, 190, 96), canvas.dice.uniform(0.4, 1))


def _pot(canvas: Canvas, foot: Point, high: float, ratio: float) -> None:
    """An unfired pot: a bowl, a jar or a vase, round in the light of the fire at its left."""
    x, y = foot
    kinds = ((0.2, 0.42, 0.5, 0.24), (0.22, 0.5, 0.42, 0.34), (0.16, 0.3, 0.36, 0.14), (0.16, 0.4, 0.5, 0.5))
    widths = canvas.dice.choice(kinds)
    right = [(x + w * high * ratio, y - high * part) for w, part in zip(widths, (0, 0.35, 0.65, 1), strict=True)]
    left = [(2 * x - px, py) for px, py in reversed(right)]
    outline = curve(right, 5) + curve(left, 5)
    clay = canvas.dice.choice(((206, 172, 136), (186, 150, 118), (150, 160, 150), (196, 186, 166)))
    canvas.lay(lambda pen: pen.area(outline), mixed(clay, (40, 34, 44), 0.62))
    canvas.lay(
        lambda pen: pen.area([(px - (px - (x - 0.2 * high * ratio)) * 0.4, py) for px, py in outline]),
        mixed(clay, (255, 180, 110), 0.25),
        0.75,
        high * 0.07,
    )
    canvas.lay(lambda pen: pen.disc((x, y - high), high * widths[3] * 0.98, flat=0.16), (40, 32, 34), 0.8)


def fields() -> Image.Image:
    """Fields in steps down a hillside."""
    return _hillside(0.42).picture()


def terraces() -> Image.Image:
    """The same fields with people in them: two who come down with their loads, two guests on their way up."""
    canvas = _hillside(0.405)
    person(canvas, (0.44, 0.585), 0.085, Dress((62, 92, 128), head="cone", load="pole", facing=-1))
    person(canvas, (0.52, 0.575), 0.08, Dress((178, 84, 62), (70, 74, 96), "bun", load="basket", facing=-1))
    person(canvas, (0.7, 0.87), 0.24, Dress((190, 62, 54), (58, 66, 92), "cap", load="stick", facing=-1))
    person(canvas, (0.8, 0.885), 0.22, Dress((224, 176, 84), (84, 78, 96), "bun", load="bag", facing=-1))
    return canvas.picture()


def _hillside(foot: float) -> Canvas:
    """Fields in steps below a village that stands at a height."""
    canvas = Canvas(1560, 1190, 21)
    sky(canvas, [(0, (112, 166, 206)), (0.7, (200, 222, 226)), (1, (246, 238, 214))], 0.36)
    clouds(canvas, 0.3, (255, 255, 250), (180, 202, 216), 0.34)
    ridge(canvas, 0.36, 0.22, ((160, 186, 188), (112, 148, 160), (232, 232, 214)), 3, 0.45, 0.16)
    village(canvas, foot, (0.6, 0.86), 0.06, 0.2, (230, 230, 214), bank=False)
    green = ((172, 184, 92), (214, 194, 96), (128, 160, 84), (228, 208, 126), (150, 174, 92))
    for step in range(14):
        y = 0.42 + 0.6 * (step / 13) ** 1.3
        line = curve(
            [
                (-0.01, y),
                (0.3, y + canvas.dice.uniform(-0.02, 0.02)),
                (0.65, y + canvas.dice.uniform(-0.03, 0.03)),
                (1.01, y),
            ]
        )
        slope(canvas, [(x, py - 0.012) for x, py in line], mixed(green[step % 5], (60, 70, 40), 0.45), (70, 80, 44))
        slope(canvas, line, green[step % 5], mixed(green[step % 5], (60, 84, 44), 0.5), 0.02)
    tree(canvas, (0.14, 0.9), 0.5, (70, 58, 48), LEAVES)
    return canvas


def winter() -> Image.Image:
    """A village in its first snow."""
    canvas = Canvas(1200, 800, 31)
    sky(canvas, [(0, (150, 164, 180)), (1, (226, 226, 224))], 0.66)
    ridge(canvas, 0.56, 0.26, ((214, 220, 226), (166, 180, 194), (232, 232, 232)), 3, 0.46, 0.2)
    village(canvas, 0.68, (0.04, 0.96), 0.17, 0.16, (226, 228, 230), bank=False)
    slope(canvas, curve([(-0.01, 0.68), (0.4, 0.69), (1.01, 0.67)]), (248, 248, 250), (206, 214, 224), 0.1)
    for x, h in ((0.1, 0.46), (0.52, 0.36), (0.92, 0.54)):
        tree(canvas, (x, 0.76), h, (66, 62, 64), ((232, 234, 238), (246, 246, 248), (252, 252, 252)))
    reeds(canvas, (0.6, 0.9), 1.01, 0.2, ((120, 116, 100), (150, 140, 120), (250, 250, 250)), 24)
    for _ in range(240):
        at = (canvas.dice.random(), canvas.dice.random())
        size = canvas.dice.uniform(0.001, 0.003)
        canvas.lay(lambda pen, at=at, r=size: pen.disc(at, r), (255, 255, 255))
    return canvas.picture()


def snow() -> Image.Image:
    """The first snow on a village at dusk, lamps in its windows, somebody below an umbrella; a poster."""
    canvas = Canvas(1650, 2350, 43)
    sky(canvas, [(0, (26, 40, 74)), (0.45, (70, 92, 132)), (0.8, (150, 160, 184)), (1, (214, 200, 196))], 0.58)
    clouds(canvas, 0.5, (150, 160, 184), (52, 68, 108), 0.3)
    ridge(canvas, 0.56, 0.1, ((196, 206, 222), (116, 134, 166), (214, 214, 222)), 2, 0.47, 0.16)
    mist(canvas, 0.55, 0.05, (222, 218, 222), 0.5)
    ridge(canvas, 0.6, 0.09, ((176, 190, 208), (92, 112, 142), (206, 208, 218)), 4, 0.46, 0.1)
    fir_rank(
        canvas,
        [(n / 40, 0.61 + canvas.dice.uniform(-0.006, 0.01)) for n in range(41)],
        0.035,
        (62, 84, 104),
        (214, 224, 234),
    )
    slope(canvas, curve([(-0.01, 0.64), (0.4, 0.625), (1.01, 0.635)]), (232, 236, 244), (176, 190, 212), 0.1)
    for foot, size, across in ((0.645, 0.05, (0.46, 1.02)), (0.69, 0.075, (-0.04, 0.62))):
        village(canvas, foot, across, size, 0.12, (198, 206, 222), lit=True, bank=False)
    slope(
        canvas, curve([(-0.01, 0.7), (0.3, 0.705), (0.6, 0.69), (1.01, 0.665)]), (246, 248, 252), (186, 200, 220), 0.12
    )
    for x, y, h in ((0.9, 0.8, 0.34), (0.06, 0.78, 0.24)):
        tree(canvas, (x, y), h, (52, 50, 58), ((190, 200, 216), (226, 232, 240), (252, 252, 254)))
    path = curve([(0.56, 0.7), (0.66, 0.735), (0.6, 0.79), (0.49, 0.846)], 9)
    canvas.lay(lambda pen: pen.line(path, 0.016), (206, 214, 228), 0.8, 0.006)
    _footprints(canvas, path)
    _umbrella(canvas, (0.47, 0.85), 0.13)
    reeds(canvas, (0.62, 1.02), 0.965, 0.13, ((112, 104, 88), (150, 136, 110), (236, 232, 222)), 40)
    slope(canvas, curve([(-0.01, 0.93), (0.3, 0.955), (0.7, 0.95), (1.01, 0.9)]), (252, 252, 254), (206, 216, 232), 0.1)
    for size, count, part in ((0.0012, 900, 0.7), (0.0022, 260, 0.85), (0.004, 60, 0.9)):
        spots = [(canvas.dice.random(), canvas.dice.random()) for _ in range(count)]
        spots = [(x, y) for x, y in spots if not (0.24 < x < 0.76 and 0.1 < y < 0.42)]  # type stands there
        canvas.lay(
            lambda pen, s=spots, r=size: [pen.disc(at, r * canvas.dice.uniform(0.6, 1.2)) for at in s],
            (255, 255, 255),
            part,
        )
    return canvas.picture()


def _footprints(canvas: Canvas, path: list[Point]) -> None:
    """Steps in the snow along a path, left and right in turn, larger as they come near."""
    steps = [(x, y, 0.2 + 0.8 * n / len(path)) for n, (x, y) in enumerate(path)]
    canvas.lay(
        lambda pen: [
            pen.disc((x + (0.006 if n % 2 else -0.006) * near, y), 0.0042 * near, flat=0.55)
            for n, (x, y, near) in enumerate(steps)
        ],
        (128, 144, 178),
        0.9,
        0.0006,
    )


def _umbrella(canvas: Canvas, foot: Point, height: float) -> None:
    """Somebody below a red umbrella, with a shadow on the snow."""
    ratio = canvas.height / canvas.width
    x, y = foot
    canvas.lay(lambda pen: pen.disc((x + 0.03, y), height * 0.3, flat=0.14), (120, 136, 168), 0.5, 0.006)
    person(canvas, foot, height, Dress((62, 74, 102), (50, 54, 70), load="umbrella", long=True))
    middle = x + 0.11 * height * ratio
    top = [
        (middle + (a - 10) / 10 * height * 0.5 * ratio, y - height * (0.98 + 0.3 * (1 - ((a - 10) / 10) ** 2)))
        for a in range(21)
    ]
    rim = [
        (middle + (10 - a) / 10 * height * 0.5 * ratio, y - height * (0.98 + 0.045 * abs(math.sin(a * math.pi / 4))))
        for a in range(21)
    ]
    canvas.lay(lambda pen: pen.area(top + rim), (196, 40, 44))
    canvas.lay(lambda pen: pen.area([*top[:11], *rim[10:]]), (228, 72, 66), 0.8)
    for rib in (-0.25, 0.25):
        end = (middle + rib * height * ratio, y - height * 0.98)
        canvas.lay(lambda pen, end=end: pen.line([top[10], end], height * 0.008), (150, 26, 32), 0.7)
    canvas.lay(lambda pen: pen.line(top[3:18], height * 0.03), (255, 255, 255), 0.9)

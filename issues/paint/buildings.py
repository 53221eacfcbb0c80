"""Houses, bridges, landings, lamps and lanterns."""

from __future__ import annotations

import math

import numpy as np

from .canvas import Canvas, Colour, Field, Pen, Point, curve, mixed, shade

WALL, TILE, INK = (240, 236, 226), (72, 78, 86), (40, 42, 50)


def house(canvas: Canvas, foot: Point, size: tuple[float, float], fade: float, haze: Colour, lit: bool = False) -> None:
    """A house of white walls below a tiled roof between stepped gables; ``size`` by parts of the height, paler by
    ``fade`` towards the ``haze``; ``lit``: lamps burn in it.
    """
    ratio = canvas.height / canvas.width
    (x, y), (w, h) = foot, size
    w *= ratio
    wall, tile, dark = (mixed(colour, haze, fade) for colour in (WALL, TILE, INK))
    stain = _stained(canvas, wall, mixed((150, 146, 130), haze, fade), y - h, y)
    canvas.lay(lambda pen: pen.area([(x, y), (x, y - h), (x + w, y - h), (x + w, y)]), stain)
    roof = [(x - w * 0.02, y - h), (x + w * 0.06, y - h * 1.34), (x + w * 0.94, y - h * 1.34), (x + w * 1.02, y - h)]
    canvas.lay(lambda pen: pen.area(roof), tile)
    rows = [(x + w * (0.08 + 0.84 * n / 26), x + w * (0.01 + 0.98 * n / 26)) for n in range(27)]
    canvas.lay(
        lambda pen: [pen.line([(a, y - h * 1.33), (b, y - h)], h * 0.014) for a, b in rows], mixed(tile, wall, 0.3), 0.7
    )
    canvas.lay(
        lambda pen: pen.area([(x, y - h), (x + w, y - h), (x + w, y - h * 0.9), (x, y - h * 0.9)]), dark, 0.35, h * 0.02
    )
    for side in (0.0, 0.88):
        _gable(canvas, (x + w * side, y - h), (w * 0.12, h), wall, tile)
    openings = _openings((x, y), (w, h))
    canvas.lay(lambda pen: [pen.area(each) for each in openings], mixed(dark, (90, 60, 40), 0.3))
    canvas.lay(lambda pen: [pen.line([each[0], each[1]], h * 0.03) for each in openings], mixed(tile, wall, 0.2))
    for window in openings[1:] if lit else ():
        canvas.glow(
            ((window[0][0] + window[1][0]) / 2, (window[0][1] + window[2][1]) / 2), h * 0.5, (255, 190, 96), 0.5
        )
        canvas.lay(lambda pen, each=window: pen.area(each), (255, 220, 140))


def _stained(canvas: Canvas, wall: Colour, stain: Colour, top: float, foot: float) -> Field:
    """A wall that the weather has stained from its foot."""
    rows = (np.arange(canvas.height, dtype=np.float32) / canvas.height)[:, None]
    wet = np.clip((rows - top) / (foot - top), 0, 1) ** 3 * 0.7 + canvas.texture(0.02, 0.05, 3) * 0.1
    amount = np.clip(wet, 0, 1)[..., None]
    return (shade(wall) * (1 - amount) + shade(stain) * amount).astype(np.float32)


def _gable(canvas: Canvas, at: Point, size: tuple[float, float], wall: Colour, tile: Colour) -> None:
    """A gable in two steps, each with tiles on it."""
    (x, y), (w, h) = at, size
    for inset, rise in ((0.0, 0.36), (0.22, 0.52)):
        left, right, top = x + w * inset, x + w * (1 - inset), y - h * rise
        canvas.lay(
            lambda pen, a=left, b=right, t=top: pen.area([(a, y), (a, t), (b, t), (b, y)]), mixed(wall, tile, 0.06)
        )
        canvas.lay(
            lambda pen, a=left, b=right, t=top: pen.area(
                [
                    (a - w * 0.14, t + h * 0.03),
                    (a - w * 0.2, t - h * 0.03),
                    (b + w * 0.2, t - h * 0.03),
                    (b + w * 0.14, t + h * 0.03),
                ]
            ),
            tile,
        )


def _openings(foot: Point, size: tuple[float, float]) -> list[list[Point]]:
    """A door and windows, each from its top left."""
    (x, y), (w, h) = foot, size
    boxes = [(0.42, 0.58, 0.5, 0.0), (0.2, 0.3, 0.72, 0.5), (0.68, 0.78, 0.72, 0.5)]
    return [
        [(x + w * a, y - h * t), (x + w * b, y - h * t), (x + w * b, y - h * f), (x + w * a, y - h * f)]
        for a, b, t, f in boxes
    ]


BANK = (112, 130, 92)
"""The grass that houses and the ends of bridges stand on beside water."""


def village(
    canvas: Canvas,
    foot: float,
    across: tuple[float, float],
    size: float,
    fade: float,
    haze: Colour,
    lit: bool = False,
    bank: bool = True,
) -> None:
    """Houses side by side along ``foot``, of about that height; on a ``bank``, where no other ground is below them."""
    x, ratio = across[0], canvas.height / canvas.width
    if bank:
        ground = mixed(mixed(BANK, (30, 30, 44), 0.55 * lit), haze, min(0.7, fade + 0.1))
        (left, right), rim = across, size * ratio
        top = [(left - 2.4 * rim, foot + 0.4 * size), (left - 0.8 * rim, foot - 0.12 * size)]
        top += [(left + (right - left) * n / 4, foot - 0.34 * size) for n in (0, 1, 2, 3, 4)]
        top += [(right + 1.4 * rim, foot - 0.12 * size), (right + 3 * rim, foot + 0.4 * size)]
        canvas.lay(lambda pen: pen.area(curve(top)), ground)
        foot -= 0.2 * size
    while x < across[1]:
        w, h = size * canvas.dice.uniform(1.3, 2.2), size * canvas.dice.uniform(0.75, 1.25)
        house(canvas, (x, foot + canvas.dice.uniform(-0.05, 0.05) * size), (w, h), fade, haze, lit)
        x += w * ratio * canvas.dice.uniform(0.8, 1.04)


def arch_bridge(
    canvas: Canvas, foot: float, across: tuple[float, float], count: int, rise: float, stones: tuple[Colour, Colour]
) -> None:
    """A bridge of stone over ``count`` round arches, through which one sees; its roadway bent, its courses seen.
    ``stones``: in the light and in the shade.
    """
    first, last = across
    span = (last - first) / count
    ramp = RAMP * rise * canvas.height / canvas.width
    road = [
        (first + (last - first) * n / 80, foot - rise * (0.5 + 0.5 * math.sin(math.pi * n / 80))) for n in range(81)
    ]
    down = [(ramp * n / 16, rise * (0.5 - 0.42 * math.sin(math.pi * n / 32))) for n in range(1, 17)]
    road = [
        *((first - x, foot - y) for x, y in reversed(down)),
        *road,
        *((last + x, foot - y) for x, y in down),
    ]
    highs = [rise * (0.36 + 0.4 * math.sin(math.pi * (n + 0.5) / count)) for n in range(count)]
    middles = [first + span * (n + 0.5) for n in range(count)]

    def through(pen: Pen, more: float, tone: int, shift: float = 0) -> None:
        for middle, high in zip(middles, highs, strict=True):
            x, y = pen.at((middle + shift, foot))
            wide, tall = span * (0.4 + more) * pen.width, (high + more * rise * 0.9) * pen.height
            pen.ink.pieslice((x - wide, y - tall, x + wide, y + tall), 180, 360, fill=tone)

    def body(pen: Pen) -> None:
        pen.area([(first - ramp, foot + 0.002), *road, (last + ramp, foot + 0.002)])
        through(pen, 0, 0)

    lit, dark = stones
    rows = (np.arange(canvas.height, dtype=np.float32) / canvas.height)[:, None]
    blocks = canvas.texture(0.012, 0.012, 3, 0.7) * 0.22
    courses = 0.1 * np.sign(np.sin(rows * math.tau / (rise * 0.085)))
    tone = np.clip((rows - (foot - rise)) / rise * 0.75 + blocks + courses, 0, 1)[..., None]
    field = (shade(lit) * (1 - tone) + shade(dark) * tone).astype(np.float32)
    canvas.lay(lambda pen: (through(pen, 0.0, 255), through(pen, 0.0, 0, span * 0.07)), mixed(dark, INK, 0.45))
    canvas.lay(body, field)
    canvas.lay(lambda pen: (through(pen, 0.035, 255), through(pen, 0, 0)), mixed(lit, (255, 244, 220), 0.25), 0.75)
    canvas.lay(lambda pen: pen.line([(x, y + rise * 0.03) for x, y in road], rise * 0.02), mixed(dark, INK, 0.3), 0.6)
    canvas.lay(lambda pen: _parapet(pen, road, rise), mixed(lit, (255, 248, 230), 0.3))
    dusk = 1 - min(1.0, sum(lit) / 500)  # stones that are dark in the light stand in the dusk
    grass = mixed(mixed(mixed(lit, dark, 0.3), BANK, 0.65), dark, min(1.0, 4 * dusk))
    for end, away in ((first, -1), (last, 1)):
        mound = [
            (end - away * 0.06 * span, foot + 0.04 * rise),
            (end + away * 0.2 * ramp, foot - 0.14 * rise),
            (end + away * 0.8 * ramp, foot - 0.16 * rise),
            (end + away * 1.6 * ramp, foot - 0.1 * rise),
            (end + away * 2.6 * ramp, foot + 0.04 * rise),
        ]
        canvas.lay(lambda pen, mound=mound: pen.area(curve(mound)), grass)


RAMP = 1.3
"""How long the road goes down behind the last arch, in the bridge's rise."""


def _parapet(pen: Pen, road: list[Point], rise: float) -> None:
    """A rail on short posts along the roadway."""
    pen.line([(x, y - rise * 0.1) for x, y in road], rise * 0.025)
    pen.line(road, rise * 0.035)
    for x, y in road[::2]:
        pen.line([(x, y), (x, y - rise * 0.12)], rise * 0.022)


def landing(canvas: Canvas, corner: Point, steps: int, step: tuple[float, float], tones: tuple[Colour, Colour]) -> None:
    """Steps of stone from the left edge down to the water: each is lit on its edge and longer than the one above."""
    for number in range(steps):
        right, top = corner[0] + step[0] * number, corner[1] + step[1] * number
        shadow = mixed(tones[0], tones[1], number / steps)
        canvas.lay(
            lambda pen, r=right, t=top: pen.area([(-0.01, t), (r, t), (r + step[0] * 0.25, 1.01), (-0.01, 1.01)]),
            shadow,
        )
        canvas.lay(
            lambda pen, r=right, t=top: pen.area(
                [(-0.01, t), (r, t), (r, t + step[1] * 0.24), (-0.01, t + step[1] * 0.24)]
            ),
            mixed(shadow, (255, 250, 235), 0.3),
        )
        joints = [right * (n + canvas.dice.uniform(0.2, 0.8)) / 5 for n in range(5)]
        canvas.lay(
            lambda pen, j=joints, t=top: [pen.line([(x, t + step[1] * 0.24), (x, t + step[1])], 0.0018) for x in j],
            mixed(shadow, INK, 0.5),
            0.6,
        )


def lantern(canvas: Canvas, at: Point, radius: float) -> None:
    """A red lantern, lit from within, with its ribs, caps and tassel; ``radius`` by parts of the height."""
    ratio = canvas.height / canvas.width
    x, y = at
    canvas.glow(at, radius * 5, (255, 140, 60), 0.5)
    canvas.lay(lambda pen: pen.disc(at, radius, flat=0.82), (196, 36, 28))
    canvas.lay(
        lambda pen: pen.disc((x, y + radius * 0.05), radius * 0.78, flat=0.8), (244, 92, 44), 0.85, radius * 0.16
    )
    canvas.lay(lambda pen: pen.disc((x, y + radius * 0.12), radius * 0.4, flat=0.8), (255, 214, 120), 0.9, radius * 0.2)
    for part in (-0.66, -0.33, 0.0, 0.33, 0.66):
        canvas.lay(
            lambda pen, p=part: pen.line(
                [
                    (x + p * radius * ratio * math.cos(a / 10), y + radius * 0.82 * math.sin(a / 10))
                    for a in range(-15, 16)
                ],
                radius * 0.035,
            ),
            (150, 24, 20),
            0.55,
        )
    for side in (-1, 1):
        edge = y + side * radius * 0.84
        canvas.lay(
            lambda pen, e=edge: pen.area(
                [
                    (x - radius * 0.4 * ratio, e - radius * 0.09),
                    (x + radius * 0.4 * ratio, e - radius * 0.09),
                    (x + radius * 0.4 * ratio, e + radius * 0.09),
                    (x - radius * 0.4 * ratio, e + radius * 0.09),
                ]
            ),
            (236, 186, 84),
        )
    canvas.lay(
        lambda pen: [
            pen.line(
                [(x + n * radius * 0.06 * ratio, y + radius * 0.92), (x + n * radius * 0.05 * ratio, y + radius * 1.5)],
                radius * 0.05,
            )
            for n in (-2, -1, 0, 1, 2)
        ],
        (214, 60, 40),
    )

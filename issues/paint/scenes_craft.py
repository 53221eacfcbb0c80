"""Dyed cloth, a cobbler's stall, bamboo and plum in ink, a jar."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PIL import Image

from .buildings import arch_bridge, village
from .canvas import Canvas, Field, Pen, Point, curve, mixed, ramp, shade
from .land import clouds, ridge, sky, slope
from .people import Dress, person
from .plants import LEAVES, bamboo, tree


def loom() -> Image.Image:
    """Cloth hung out to dry: lengths of blue print on poles, in the wind."""
    canvas = Canvas(1000, 820, 61)
    sky(canvas, [(0, (136, 184, 214)), (0.7, (208, 226, 226)), (1, (246, 238, 218))], 0.8)
    clouds(canvas, 0.7, (255, 255, 250), (186, 206, 220), 0.34)
    ridge(canvas, 0.8, 0.2, ((160, 184, 150), (112, 146, 128), (222, 226, 200)), 3, 0.45, 0.16)
    village(canvas, 0.84, (0.5, 1.03), 0.13, 0.12, (230, 228, 214), bank=False)
    slope(canvas, curve([(-0.01, 0.84), (0.5, 0.83), (1.01, 0.85)]), (176, 180, 110), (112, 122, 72))
    for row, (top, drop, first) in enumerate(((0.2, 0.5, 0.12), (0.07, 0.82, 0.0))):
        canvas.lay(
            lambda pen, t=top, r=row: pen.line([(-0.01, t + 0.012), (1.01, t - 0.012)], 0.01 + 0.006 * r),
            (124, 94, 62),
        )
        for number in range(5 - row):
            left = first + number * (0.2 + 0.05 * row)
            _cloth(canvas, (left, top), (0.155 + 0.025 * row, drop * canvas.dice.uniform(0.86, 1)), number + row * 2)
    person(canvas, (0.71, 1.0), 0.42, Dress((206, 84, 66), (60, 66, 90), "bun", apron=(236, 230, 214), facing=-1), 0.05)
    return canvas.picture()


def _cloth(canvas: Canvas, at: Point, size: tuple[float, float], number: int) -> None:
    """A length of cloth with folds that run down it, printed with flowers in white."""
    (x, y), (w, h) = at, size
    blue = ((34, 66, 124), (64, 106, 166), (24, 46, 96), (90, 134, 184))[number % 4]
    sway = canvas.dice.uniform(-0.03, 0.05)
    dots = np.arange(canvas.width, dtype=np.float32)[None] / canvas.width
    rows = np.arange(canvas.height, dtype=np.float32)[:, None] / canvas.height
    down = np.clip((rows - y) / h, 0, 1)
    across = (dots - x - sway * down**1.5) / w
    folds = np.sin((across * 3.2 + 0.25 * np.sin(down * 4 + number)) * math.tau)
    tone = np.clip(0.5 + 0.5 * folds * (0.35 + 0.65 * down), 0, 1)[..., None]
    field = shade(mixed(blue, (10, 14, 40), 0.35)) * (1 - tone) + shade(mixed(blue, (210, 226, 244), 0.22)) * tone
    side = [(x + sway * (n / 20) ** 1.5, y + h * n / 20) for n in range(21)]
    edge = [(px + w + 0.008 * math.sin(n * 0.7 + number), py) for n, (px, py) in enumerate(side)]
    shape = canvas.mask(
        lambda pen: pen.area(
            [*side, *[(px, py + 0.02 * math.sin(px * 40)) for px, py in curve([side[-1], edge[-1]])], *reversed(edge)]
        )
    )
    canvas.lay(shape, field.astype(np.float32))
    canvas.lay(lambda pen: _print(pen, (x, y), (w, h), sway, number), (238, 242, 246), 0.92)


def _print(pen: Pen, at: Point, size: tuple[float, float], sway: float, number: int) -> None:
    """Flowers and sprigs in rows between two borders of dots."""
    (x, y), (w, h) = at, size
    rows = max(3, round(h / 0.085))
    for row in range(rows):
        part = (row + 0.5) / rows
        for column in range(3):
            cx = x + w * (0.2 + 0.3 * column + (0.05 if row % 2 else -0.02)) + sway * part**1.5
            cy = y + h * part
            for petal in range(5 if number % 2 else 6):
                turn = petal * math.tau / (5 if number % 2 else 6) + row
                pen.disc((cx + 0.0125 * math.cos(turn) * pen.height / pen.width, cy + 0.0125 * math.sin(turn)), 0.0072)
            pen.disc((cx, cy), 0.004, 0)
        for edge in (0.05, 0.95):
            for dot in range(3):
                p = part + dot / rows / 3
                pen.disc((x + w * edge + sway * p**1.5, y + h * p), 0.0034)


def stall() -> Image.Image:
    """A cobbler's stall below an umbrella at the bridge: a chest of trays, tools, a pair of small red shoes."""
    canvas = Canvas(1000, 540, 191)
    sky(canvas, [(0, (150, 186, 202)), (0.7, (226, 226, 208)), (1, (252, 234, 198))], 0.7)
    clouds(canvas, 0.5, (255, 250, 236), (190, 204, 210), 0.3)
    ridge(canvas, 0.7, 0.24, ((182, 196, 188), (140, 164, 164), (240, 230, 204)), 3, 0.45, 0.2)
    arch_bridge(canvas, 0.74, (0.42, 1.2), 3, 0.42, ((208, 196, 172), (140, 128, 114)))
    slope(canvas, curve([(-0.01, 0.74), (1.01, 0.74)]), (212, 194, 158), (160, 138, 106), 0.04)
    tree(canvas, (0.06, 0.78), 0.7, (84, 66, 52), LEAVES)
    x, ratio = 0.36, canvas.height / canvas.width
    canvas.lay(lambda pen: pen.disc((x + 0.03, 0.9), 0.36, flat=0.16), (90, 72, 56), 0.42, 0.02)
    person(canvas, (x - 0.1, 0.92), 0.5, Dress((62, 84, 112), (74, 70, 66), "cap", apron=(150, 108, 72)), 0.1)
    canvas.lay(lambda pen: pen.line([(x, 0.94), (x, 0.12)], 0.014), (112, 84, 60))
    for rib in range(8):
        a, b = -0.56 + rib * 0.14, -0.42 + rib * 0.14
        fill = mixed(((38, 92, 122), (66, 126, 150))[rib % 2], (16, 30, 50), abs(rib - 2) * 0.06)
        foot = [
            (x + p * ratio, 0.34 + 0.02 * math.sin((p - a) / 0.14 * math.pi) + abs(p) * 0.03)
            for p in (a, (a + b) / 2, b)
        ]
        canvas.lay(
            lambda pen, foot=foot: pen.area(
                curve([(x, 0.09), (foot[0][0] * 0.6 + x * 0.4, 0.2), foot[0]], 5)
                + foot
                + curve([foot[2], (foot[2][0] * 0.6 + x * 0.4, 0.2), (x, 0.09)], 5)
            ),
            fill,
        )
    _chest(canvas, (x + 0.06, 0.93), (0.16, 0.34))
    for number in range(2):
        _shoe(canvas, (x + 0.3 + number * 0.1, 0.95 - 0.012 * number), 0.14)
    person(canvas, (0.86, 0.93), 0.46, Dress((190, 72, 60), (70, 74, 96), "bun", load="bag", facing=-1))
    return canvas.picture()


def _chest(canvas: Canvas, foot: Point, size: tuple[float, float]) -> None:
    """A chest of three trays, tools upon it."""
    (x, y), (w, h) = foot, size
    for tray in range(3):
        top = y - h + h / 3 * tray
        canvas.lay(
            lambda pen, t=top: pen.area([(x, t), (x + w, t), (x + w, t + h / 3 - 0.008), (x, t + h / 3 - 0.008)]),
            (164 - 14 * tray, 112 - 12 * tray, 70 - 8 * tray),
        )
        canvas.lay(lambda pen, t=top: pen.line([(x, t + 0.006), (x + w, t + 0.006)], 0.006), (222, 176, 118), 0.8)
        canvas.lay(lambda pen, t=top: pen.disc((x + w / 2, t + h / 6), 0.016), (236, 204, 130))
    canvas.lay(
        lambda pen: pen.area([(x + w * 0.7, y - h), (x + w, y - h), (x + w, y), (x + w * 0.8, y)]),
        (60, 36, 26),
        0.35,
        0.02,
    )
    canvas.lay(
        lambda pen: [
            pen.line([(x + w * p, y - h), (x + w * (p + 0.06), y - h - 0.06)], 0.009) for p in (0.15, 0.32, 0.5)
        ],
        (90, 96, 104),
    )


def _shoe(canvas: Canvas, at: Point, length: float) -> None:
    """A small red shoe with a strap, seen from the side."""
    ratio = canvas.height / canvas.width

    def spot(across: float, up: float) -> Point:
        return at[0] + across * length * ratio, at[1] - up * length

    upper = curve(
        [
            spot(0, 0.05),
            spot(0, 0.4),
            spot(0.2, 0.36),
            spot(0.42, 0.24),
            spot(0.7, 0.32),
            spot(0.98, 0.18),
            spot(1.02, 0.05),
        ]
    )
    canvas.lay(lambda pen: pen.area(upper), (200, 36, 40))
    canvas.lay(
        lambda pen: pen.area(
            curve([spot(0.02, 0.38), spot(0.2, 0.34), spot(0.42, 0.24), spot(0.5, 0.3), spot(0.2, 0.46)], 5)
        ),
        (96, 16, 24),
    )
    canvas.lay(
        lambda pen: pen.line(curve([spot(0.2, 0.2), spot(0.34, 0.44), spot(0.5, 0.26)]), length * 0.05), (226, 70, 66)
    )
    canvas.lay(lambda pen: pen.area([spot(-0.02, 0.06), spot(1.04, 0.06), spot(1.0, 0), spot(0, 0)]), (58, 34, 30))
    canvas.lay(lambda pen: pen.disc(spot(0.82, 0.24), length * 0.07, flat=0.5), (255, 170, 160), 0.7, length * 0.03)


def grove() -> Image.Image:
    """Bamboo, near and far, in ink."""
    canvas = Canvas(700, 1100, 91)
    sky(canvas, [(0, (255, 255, 255)), (1, (255, 255, 255))])
    canvas.lay(lambda pen: pen.disc((0.68, 0.2), 0.085), (224, 224, 224), 1, 0.002)
    for x, tone, height in (
        (0.3, 214, 0.92),
        (0.7, 206, 0.86),
        (0.5, 176, 1.0),
        (0.84, 120, 0.96),
        (0.12, 84, 1.02),
        (0.6, 44, 0.8),
        (0.24, 26, 1.05),
    ):
        bamboo(canvas, (x, 1.04), height, tone, canvas.dice.uniform(0.02, 0.09))
    return canvas.picture(0).convert("L")


def plum() -> Image.Image:
    """A bough in flower over an empty sheet, in ink."""
    canvas = Canvas(700, 900, 81)
    sky(canvas, [(0, (255, 255, 255)), (1, (255, 255, 255))])
    tree(canvas, (0.86, 1.02), 0.9, (44, 44, 44), ((188, 188, 188), (214, 214, 214), (150, 150, 150)))
    return canvas.picture(0).convert("L")


PROFILE = (
    (0.00, 0.16), (0.05, 0.17), (0.12, 0.13), (0.20, 0.20), (0.34, 0.42), (0.48, 0.49), (0.64, 0.46), (0.82, 0.34),
    (0.94, 0.24), (1.00, 0.25),
)  # fmt: skip
"""How wide the jar is on either side of its axis, from its lip to its foot, both as shares of the picture."""


def jar() -> Image.Image:
    """A jar with a brown glaze that ran down, three bands of waves cut into it; a cut-out, empty round its contour."""
    canvas = Canvas(930, 1343, 61)
    down = np.arange(canvas.height, dtype=np.float32)[:, None] / (canvas.height - 1)
    half = _widths(down)
    across = ((np.arange(canvas.width, dtype=np.float32)[None] + 0.5) / canvas.width - 0.5) / half
    round_ = np.sqrt(np.clip(1 - across**2, 0, 1))
    light = np.clip(0.24 + 0.62 * (round_ * 0.72 - across * 0.42), 0, 1)  # a dull glaze: it gleams nowhere
    drips = 0.83 + 0.05 * canvas.texture(0.06, 1, 3, 0.6)[:1]
    bare = np.clip((down - drips) * 60, 0, 1)[..., None]
    speck = canvas.texture(0.2, 0.12, 4) * 0.11
    tone = np.clip(light + speck, 0, 1)
    browns = [
        (0, (24, 14, 12)),
        (0.35, (78, 40, 22)),
        (0.65, (146, 86, 44)),
        (0.9, (206, 150, 88)),
        (1, (240, 206, 154)),
    ]
    glaze = ramp(browns, tone)
    clay = ramp([(0, (58, 44, 38)), (0.5, (150, 122, 98)), (1, (220, 196, 166))], tone)
    canvas.light = glaze + (clay - glaze) * bare
    for band in (0.42, 0.54, 0.66):
        wave = down - band - 0.012 * np.sin(24 * across + 40 * band)
        groove = np.exp(-((wave / 0.0042) ** 2))[..., None]
        edge = np.exp(-(((wave - 0.008) / 0.003) ** 2))[..., None]
        canvas.light = canvas.light * (1 - 0.62 * groove) + edge * 0.14 * light[..., None]
    shine = np.exp(-(((across + 0.46) / 0.1) ** 2)) * np.exp(-(((down - 0.42) / 0.13) ** 2))
    canvas.light += (0.16 * shine * (1 + canvas.texture(0.05, 0.01, 2) * 0.3))[..., None]
    canvas.lay(lambda pen: pen.area([(x, 0.026 + 0.02 * s) for x, s in _oval(0.135)]), (126, 78, 44))
    canvas.lay(lambda pen: pen.area([(x, 0.027 + 0.015 * s) for x, s in _oval(0.115)]), (26, 16, 14))
    picture = canvas.picture(0).convert("RGBA")
    # Its lip and its foot are round, and seen from a little above.
    ends = np.minimum(down - 0.02 * (1 - round_), 1 - 0.014 * (1 - round_) - down) * canvas.height
    body = np.minimum((1 - np.abs(across)) * half * canvas.width, ends)
    picture.putalpha(Image.fromarray((np.clip(body, 0, 1) * 255).astype(np.uint8)))
    return picture


def _widths(down: Field) -> Field:
    """The jar's half widths by height, between the points of its profile along a smooth line."""
    found = np.zeros_like(down)
    for (y0, x0), (y1, x1) in pairwise(PROFILE):
        share = (1 - np.cos(math.pi * np.clip((down - y0) / (y1 - y0), 0, 1))) / 2
        found = np.where((down >= y0) & (down <= y1), x0 + (x1 - x0) * share, found)
    return np.maximum(found, 1e-3)


def _oval(half: float) -> list[Point]:
    """An oval round the middle, its height from −1 to 1."""
    return [(0.5 + half * math.cos(n / 24 * math.tau), math.sin(n / 24 * math.tau)) for n in range(24)]

"""Trees, bamboo, reeds, firs."""

from __future__ import annotations

import math
from itertools import pairwise

from .canvas import Canvas, Colour, Pen, Point, curve, mixed

LEAVES = ((58, 82, 52), (104, 128, 62), (168, 172, 84))
"""The leaves of a summer's tree: in the shade, as they are, in the light."""


def tree(canvas: Canvas, foot: Point, height: float, bark: Colour, leaves: tuple[Colour, Colour, Colour]) -> None:
    """A tree ``height`` by parts of the picture's: boughs, and leaves dark below, light where the light falls."""
    boughs: list[tuple[Point, Point, float]] = []
    tips: list[Point] = []
    _bough(canvas, (foot, height * 0.22, -math.pi / 2, 0), height, (boughs, tips))
    _root(canvas, foot, height, bark)
    canvas.lay(lambda pen: [pen.line([a, b], thick) for a, b, thick in boughs], bark)
    canvas.lay(
        lambda pen: [pen.line([a, b], thick * 0.3) for a, b, thick in boughs], mixed(bark, (250, 236, 200), 0.35), 0.6
    )
    for tone, (shift, size, count) in enumerate(((0.016, 0.034, 6), (0.0, 0.026, 6), (-0.018, 0.017, 5))):
        canvas.lay(lambda pen, s=shift, z=size, n=count: _leaves(canvas, pen, tips, height, (s, z, n)), leaves[tone])


def _root(canvas: Canvas, foot: Point, height: float, bark: Colour) -> None:
    """Where a stem goes into the ground: its shadow there, and its foot, which spreads."""
    (x, y), wide = foot, height * canvas.height / canvas.width
    canvas.lay(
        lambda pen: pen.disc((x + 0.02 * wide, y), height * 0.085, flat=0.22), (24, 30, 22), 0.45, height * 0.012
    )
    spread = [(-0.02, -0.09), (-0.024, -0.025), (-0.036, 0.004), (0.036, 0.004), (0.024, -0.025), (0.02, -0.09)]
    canvas.lay(lambda pen: pen.area([(x + across * wide, y + down * height) for across, down in spread]), bark)


def _bough(
    canvas: Canvas,
    limb: tuple[Point, float, float, int],
    height: float,
    found: tuple[list[tuple[Point, Point, float]], list[Point]],
) -> None:
    """A bough and those that grow from it: where it begins, its length, its turn, how many it grew from."""
    (x, y), length, turn, order = limb
    end = (x + length * math.cos(turn) * canvas.height / canvas.width, y + length * math.sin(turn))
    found[0].append(((x, y), end, height * 0.04 * 0.6**order))
    if order == 5:
        found[1].append(end)
        return
    for _ in range(2 if canvas.dice.random() < 0.45 else 3):
        swing = canvas.dice.gauss(0, 0.52)
        _bough(
            canvas,
            (end, length * canvas.dice.uniform(0.68, 0.86), turn * 0.92 - 0.125 + swing, order + 1),
            height,
            found,
        )


def _leaves(canvas: Canvas, pen: Pen, tips: list[Point], height: float, how: tuple[float, float, int]) -> None:
    shift, size, count = how
    ratio = canvas.height / canvas.width
    for x, y in tips:
        for _ in range(count):
            at = (
                x + (canvas.dice.gauss(0, 0.042) + shift) * height * ratio,
                y + (canvas.dice.gauss(0, 0.036) + shift) * height,
            )
            pen.disc(at, height * size * canvas.dice.uniform(0.3, 0.75), flat=canvas.dice.uniform(0.55, 0.9))


def willow(canvas: Canvas, foot: Point, height: float, bark: Colour, leaves: tuple[Colour, Colour, Colour]) -> None:
    """A willow: a leaning stem and curtains of leaves."""
    ratio = canvas.height / canvas.width
    x, y = foot
    stem = curve(
        [(x, y), (x + 0.03 * height * ratio, y - 0.3 * height), (x - 0.05 * height * ratio, y - 0.62 * height)]
    )
    _root(canvas, foot, height, bark)
    crown = (x - 0.04 * height * ratio, y - 0.74 * height)
    canvas.lay(lambda pen: (pen.line(stem, height * 0.045), pen.line([stem[-1], crown], height * 0.03)), bark)
    for tone, colour in enumerate(leaves):
        strands = [_strand(canvas, crown, height, tone) for _ in range(24)]
        canvas.lay(lambda pen, s=strands: [pen.line(each[:8], height * 0.006) for each in s[::3]], bark)
        canvas.lay(lambda pen, s=strands: [_hang(canvas, pen, each, height) for each in s], colour)


def _strand(canvas: Canvas, crown: Point, height: float, tone: int) -> list[Point]:
    ratio = canvas.height / canvas.width
    turn, far = canvas.dice.uniform(-math.pi, 0), canvas.dice.uniform(0.25, 1)
    x = crown[0] + math.cos(turn) * 0.36 * height * ratio * far
    y = crown[1] + math.sin(turn) * 0.22 * height * far + tone * -0.012 * height
    drop = height * canvas.dice.uniform(0.3, 0.62)
    return curve(
        [crown, (x, y), (x + 0.03 * height * ratio, y + drop * 0.6), (x + 0.045 * height * ratio, y + drop)], 6
    )


def _hang(canvas: Canvas, pen: Pen, strand: list[Point], height: float) -> None:
    pen.line(strand[3:], height * 0.0028)
    for x, y in strand[3:]:
        for side in (-1, 1):
            pen.line(
                [(x, y), (x + side * height * 0.008 * canvas.height / canvas.width, y + height * 0.034)],
                height * 0.0042,
            )


def fir_rank(canvas: Canvas, tops: list[Point], height: float, dark: Colour, lit: Colour) -> None:
    """A rank of firs with their feet on a line, their left sides in the light."""
    ratio = canvas.height / canvas.width
    firs = [(at, height * canvas.dice.uniform(0.6, 1.2)) for at in tops]
    canvas.lay(lambda pen: [_fir(pen, at, tall, ratio, 1) for at, tall in firs], dark)
    canvas.lay(lambda pen: [_fir(pen, at, tall, ratio, 0) for at, tall in firs], lit, 0.55)


def _fir(pen: Pen, foot: Point, tall: float, ratio: float, right: float) -> None:
    """A fir in seven tiers; only its left half without the ``right``."""
    x, y = foot
    for tier in range(7):
        wide = tall * (0.05 + 0.032 * tier) * ratio
        top, low = y - tall * (1 - 0.12 * tier), y - tall * (0.78 - 0.12 * tier)
        tip = (x, top)
        pen.area(
            [
                tip,
                (x - wide, low),
                (x - wide * 0.5, low - tall * 0.02),
                (x, low + tall * 0.01),
                (x + wide * 0.5 * right, low - tall * 0.02),
                (x + wide * right, low),
            ]
        )


def bamboo(canvas: Canvas, foot: Point, height: float, tone: int, lean: float = 0.06) -> None:
    """A stem of bamboo in ink: joints, twigs, leaves in fans, all of one tone."""
    ratio = canvas.height / canvas.width
    ink = (tone, tone, tone)
    joints = [(foot[0] + lean * (n / 9) ** 1.6 * height * ratio, foot[1] - height * n / 9) for n in range(10)]
    thick = height * 0.021

    def stem(pen: Pen) -> None:
        for (ax, ay), (bx, by) in pairwise(joints):
            pen.line([(ax, ay - 0.004), (bx, by + 0.004)], thick)
            pen.line([(bx - thick * ratio * 0.7, by + 0.003), (bx + thick * ratio * 0.7, by + 0.003)], 0.003)

    canvas.lay(stem, ink, 0.92)
    canvas.lay(
        lambda pen: [
            pen.line([(a - thick * ratio * 0.28, b - 0.006), (c - thick * ratio * 0.28, d + 0.006)], thick * 0.22)
            for (a, b), (c, d) in pairwise(joints)
        ],
        mixed(ink, (255, 255, 255), 0.45),
        0.8,
    )
    canvas.lay(lambda pen: [_fans(canvas, pen, joint, height) for joint in joints[3:]], ink)


def _fans(canvas: Canvas, pen: Pen, joint: Point, height: float) -> None:
    """Twigs from a joint, each with a fan of hanging leaves."""
    ratio = canvas.height / canvas.width
    for _ in range(canvas.dice.randint(1, 3)):
        side, reach = canvas.dice.choice((-1, 1)), height * canvas.dice.uniform(0.06, 0.16)
        end = (joint[0] + side * reach * ratio, joint[1] - reach * canvas.dice.uniform(0.0, 0.5))
        pen.line([joint, end], 0.0022)
        for number in range(canvas.dice.randint(3, 6)):
            blade(
                pen,
                end,
                height * canvas.dice.uniform(0.07, 0.13),
                math.pi / 2 + side * -0.3 + (number - 2) * 0.38 * side,
                ratio,
            )


def blade(pen: Pen, at: Point, length: float, turn: float, ratio: float) -> None:
    """A pointed leaf, widest a third of its length from the stalk."""

    def along(part: float, wide: float) -> Point:
        dx, dy = math.cos(turn), math.sin(turn)
        return (at[0] + (dx * part * length - dy * wide) * ratio, at[1] + dy * part * length + dx * wide)

    pen.area(
        curve([along(0, 0), along(0.33, length * 0.075), along(1, 0)], 6)
        + curve([along(1, 0), along(0.33, -length * 0.075), along(0, 0)], 6)
    )


def reeds(
    canvas: Canvas,
    across: tuple[float, float],
    foot: float,
    height: float,
    colours: tuple[Colour, Colour, Colour],
    count: int,
) -> None:
    """Reeds bent by one wind: blades, stalks, plumes; the back ones darker. ``colours``: blades, stalks, plumes."""
    ratio = canvas.height / canvas.width
    for rank in range(3):
        near = 0.55 + 0.225 * rank
        stalks = [
            (canvas.dice.uniform(*across), height * near * canvas.dice.uniform(0.72, 1.06)) for _ in range(count // 3)
        ]
        dark = 0.4 - 0.2 * rank
        canvas.lay(
            lambda pen, s=stalks: [_blades(canvas, pen, (x, foot), h, ratio) for x, h in s],
            mixed(colours[0], (20, 26, 24), dark),
        )
        lines = [_stalk(canvas, (x, foot), h, ratio) for x, h in stalks]
        canvas.lay(
            lambda pen, s=lines: [pen.line(line, height * 0.006) for line in s], mixed(colours[1], (20, 26, 24), dark)
        )
        canvas.lay(
            lambda pen, s=lines: [_plume(canvas, pen, line, height, ratio) for line in s],
            mixed(colours[2], (40, 40, 40), dark * 0.7),
        )


def _stalk(canvas: Canvas, foot: Point, h: float, ratio: float) -> list[Point]:
    lean = canvas.dice.uniform(0.06, 0.2)
    return curve(
        [foot, (foot[0] + lean * 0.25 * h * ratio, foot[1] - h * 0.55), (foot[0] + lean * h * ratio, foot[1] - h)], 8
    )


def _blades(canvas: Canvas, pen: Pen, foot: Point, h: float, ratio: float) -> None:
    for _ in range(3):
        reach, rise = canvas.dice.uniform(-0.22, 0.4) * h, canvas.dice.uniform(0.35, 0.8) * h
        wide = h * 0.012 * ratio
        back = curve(
            [foot, (foot[0] + reach * 0.35 * ratio, foot[1] - rise), (foot[0] + reach * ratio, foot[1] - rise * 0.86)],
            8,
        )
        pen.area(back + [(x - wide * (1 - n / len(back)), y) for n, (x, y) in reversed(list(enumerate(back)))])


def _plume(canvas: Canvas, pen: Pen, stalk: list[Point], height: float, ratio: float) -> None:
    """A feathery plume that hangs to the lee side of the stalk's tip."""
    tip, size = stalk[-1], height * canvas.dice.uniform(0.09, 0.14)
    for number in range(24):
        part = number / 23
        x, y = tip[0] + part * size * 0.24 * ratio - size * 0.1 * ratio, tip[1] - size * 0.5 + part * size
        swing = size * canvas.dice.uniform(0.12, 0.36) * (1.1 - abs(part - 0.55))
        pen.line(
            curve([(x, y), (x + swing * 0.7 * ratio, y + swing * 0.25), (x + swing * ratio, y + swing * 0.8)], 3),
            height * 0.0036,
        )

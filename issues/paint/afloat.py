"""Boats, and birds over the water."""

from __future__ import annotations

from .canvas import Canvas, Colour, Pen, Point, curve, mixed
from .land import afloat
from .people import Dress, person

HULL = (66, 48, 38)


def boat(canvas: Canvas, at: Point, size: float, night: float = 0, boatman: bool = True, lamp: bool = False) -> None:
    """A river boat under an awning of mats, ``size`` long by parts of the height, its water-line at ``at``; the colours
    go down to dusk by ``night``.
    """
    layer, ratio = canvas.layer(), canvas.height / canvas.width
    dusk = (22, 22, 34)
    hull, mat, rim = (mixed(colour, dusk, night) for colour in (HULL, (150, 116, 74), (188, 154, 108)))
    x, y = at
    s = size * ratio

    def spot(across: float, up: float) -> Point:
        return x + across * s, y - up * size

    sheer = curve([spot(-0.56, 0.15), spot(-0.3, 0.085), spot(0.05, 0.07), spot(0.34, 0.09), spot(0.58, 0.17)])
    keel = curve([spot(0.58, 0.17), spot(0.42, 0.0), spot(0, -0.012), spot(-0.42, 0.0), spot(-0.56, 0.15)])
    if boatman:
        person(
            layer,
            spot(0.4, 0.09),
            size * 0.36,
            Dress(mixed((54, 74, 96), dusk, night), mixed((60, 56, 58), dusk, night), "cone", night),
        )
        layer.lay(
            lambda pen: pen.line([spot(0.36, 0.5), spot(0.62, -0.1)], size * 0.009), mixed((120, 90, 58), dusk, night)
        )
    arch = curve([spot(-0.24, 0.08), spot(-0.22, 0.22), spot(-0.02, 0.31), spot(0.18, 0.22), spot(0.21, 0.08)])
    layer.lay(lambda pen: pen.area(arch), mat)
    layer.lay(
        lambda pen: pen.area(curve([spot(0.1, 0.08), spot(0.12, 0.2), spot(0.18, 0.22), spot(0.21, 0.08)])),
        mixed(mat, (20, 16, 16), 0.75),
    )
    ribs = [
        curve(
            [
                spot(p, 0.08),
                spot(p + 0.01, 0.2 + 0.09 * (1 - abs(p + 0.02) * 4)),
                spot(p + 0.03, 0.22 + 0.09 * (1 - abs(p) * 4)),
            ]
        )
        for p in (-0.18, -0.1, -0.02, 0.06)
    ]
    layer.lay(lambda pen: [pen.line(rib, size * 0.006) for rib in ribs], mixed(mat, (30, 24, 20), 0.5), 0.7)
    layer.lay(lambda pen: pen.line(arch[10:34], size * 0.014), mixed(mat, (255, 230, 180), 0.35), 0.7)
    layer.lay(lambda pen: pen.area([*sheer, *keel]), hull)
    layer.lay(lambda pen: pen.line(sheer, size * 0.014), rim)
    planks = [[(a, b + (0.035 + 0.03 * n) * size) for a, b in sheer[9:40]] for n in (0, 1)]
    layer.lay(lambda pen: [pen.line(line, size * 0.005) for line in planks], mixed(hull, (0, 0, 0), 0.4), 0.8)
    afloat(canvas, layer, y, 0.6)
    if lamp:
        light = spot(0.26, 0.2)
        canvas.glow(light, size * 0.5, (255, 190, 96), 0.85)
        canvas.lay(lambda pen: pen.disc(light, size * 0.022), (255, 240, 196), 1, size * 0.006)


def sail(canvas: Canvas, at: Point, size: float, cloth: Colour = (236, 228, 208)) -> None:
    """A boat under a battened sail, far off."""
    layer, ratio = canvas.layer(), canvas.height / canvas.width
    (x, y), s = at, size * ratio
    layer.lay(
        lambda pen: pen.area(
            curve(
                [(x - s * 0.5, y - size * 0.09), (x - s * 0.3, y), (x + s * 0.34, y), (x + s * 0.56, y - size * 0.1)], 5
            )
        ),
        HULL,
    )
    leech = curve(
        [
            (x + s * 0.02, y - size * 1.0),
            (x + s * 0.34, y - size * 0.84),
            (x + s * 0.4, y - size * 0.42),
            (x + s * 0.34, y - size * 0.12),
        ],
        6,
    )
    layer.lay(lambda pen: pen.area([(x - s * 0.1, y - size * 0.9), *leech, (x - s * 0.16, y - size * 0.1)]), cloth)
    layer.lay(
        lambda pen: [
            pen.line(
                [(x - s * 0.14, y - size * (0.14 + 0.15 * n)), (x + s * 0.37, y - size * (0.16 + 0.145 * n))],
                size * 0.012,
            )
            for n in range(5)
        ],
        mixed(cloth, (90, 70, 50), 0.55),
    )
    afloat(canvas, layer, y, 0.45)


def birds(canvas: Canvas, at: Point, count: int, size: float, colour: Colour) -> None:
    """Birds in flight in a loose skein, their wings as the beat has them."""
    ratio = canvas.height / canvas.width
    flock = []
    for number in range(count):
        away = number - count // 2
        x = at[0] + away * size * 2.6 * ratio + canvas.dice.uniform(-1, 1) * size * ratio
        flock.append(
            ((x, at[1] + abs(away) * size * 0.8 + canvas.dice.uniform(-1, 1) * size), canvas.dice.uniform(0.1, 0.75))
        )
    canvas.lay(lambda pen: [_bird(pen, place, size, lift, ratio) for place, lift in flock], colour)


def _bird(pen: Pen, at: Point, size: float, lift: float, ratio: float) -> None:
    x, y = at
    for side in (-1, 1):
        wing = curve(
            [
                (x, y),
                (x + side * size * 0.5 * ratio, y - size * lift),
                (x + side * size * 1.1 * ratio, y - size * (lift * 0.6 - 0.15)),
            ],
            5,
        )
        pen.area([*wing, (x + side * size * 0.4 * ratio, y - size * lift * 0.5), (x, y + size * 0.16)])
    pen.disc(at, size * 0.16, flat=0.7)

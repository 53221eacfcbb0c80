"""Boats, and birds over the water."""

from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas, Colour, Pen, Point, curve, mixed
from .land import afloat
from .people import Dress, person

HULL = (66, 48, 38)


def boat(canvas: Canvas, at: Point, size: float, night: float = 0, boatman: bool = True, lamp: bool = False) -> None:
    """A river boat under an awning of mats, ``size`` long by parts of the height, its water-line at ``at``; the colours
    go down to dusk by ``night``.
    """
    layer, spot, dusk = canvas.layer(), _spots(canvas, at, size), (22, 22, 34)
    hull, mat, rim = (mixed(colour, dusk, night) for colour in (HULL, (150, 116, 74), (188, 154, 108)))
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
    afloat(canvas, layer, at[1], 0.6)
    if lamp:
        _lamp(canvas, spot(0.26, 0.2), size)


def skiff(canvas: Canvas, at: Point, size: float, night: float = 0, rower: bool = True, lamp: bool = False) -> None:
    """An open boat with two thwarts, ``size`` long by parts of the height; somebody at the oar astern, or nobody."""
    layer, spot, dusk = canvas.layer(), _spots(canvas, at, size), (22, 22, 34)
    wood, rim, dark = (mixed(each, dusk, night) for each in ((126, 84, 54), (196, 156, 110), (58, 40, 32)))
    sheer = curve([spot(-0.54, 0.17), spot(-0.25, 0.075), spot(0.1, 0.06), spot(0.36, 0.075), spot(0.5, 0.12)])
    inner = curve([spot(-0.5, 0.15), spot(-0.22, 0.105), spot(0.1, 0.095), spot(0.34, 0.105), spot(0.48, 0.12)])
    keel = curve([spot(0.5, 0.12), spot(0.44, 0.0), spot(0, -0.01), spot(-0.36, 0.0), spot(-0.54, 0.17)])
    layer.lay(lambda pen: pen.area([*inner, *reversed(sheer)]), dark)
    layer.lay(lambda pen: pen.line(inner, size * 0.01), rim)
    if rower:
        dress = Dress(mixed((156, 62, 50), dusk, night), mixed((58, 60, 72), dusk, night), "cone", night)
        person(layer, spot(0.22, 0.06), size * 0.4, dress)
        oar = [spot(0.3, 0.34), spot(0.66, -0.05)]
        layer.lay(lambda pen: pen.line(oar, size * 0.014), mixed((150, 112, 70), dusk, night))
    layer.lay(lambda pen: [pen.line([spot(p, 0.08), spot(p + 0.05, 0.105)], size * 0.03) for p in (-0.2, 0.04)], rim)
    layer.lay(lambda pen: pen.area([*sheer, *keel]), wood)
    layer.lay(lambda pen: pen.line(sheer, size * 0.016), rim)
    layer.lay(lambda pen: pen.line([(x, y + 0.05 * size) for x, y in sheer[8:42]], size * 0.006), dark, 0.7)
    afloat(canvas, layer, at[1], 0.6)
    if lamp:
        _lamp(canvas, spot(-0.46, 0.24), size)


def raft(canvas: Canvas, at: Point, size: float, night: float = 0) -> None:
    """A raft of bamboo, bent up at its bow, with baskets on it; somebody drives it with a pole."""
    layer, spot, dusk = canvas.layer(), _spots(canvas, at, size), (22, 22, 34)
    bamboo, dark, straw = (mixed(each, dusk, night) for each in ((176, 160, 96), (96, 84, 50), (186, 140, 84)))
    dress = Dress(mixed((70, 104, 96), dusk, night), mixed((62, 60, 66), dusk, night), "cone", night)
    person(layer, spot(0.2, 0.05), size * 0.42, dress)
    layer.lay(lambda pen: pen.line([spot(0.24, 0.5), spot(0.42, -0.08)], size * 0.013), dark)
    for x in (-0.2, -0.04):
        layer.lay(
            lambda pen, x=x: pen.area(
                [spot(x - 0.07, 0.17), spot(x + 0.07, 0.17), spot(x + 0.05, 0.04), spot(x - 0.05, 0.04)]
            ),
            straw,
        )
        layer.lay(lambda pen, x=x: pen.disc(spot(x, 0.17), size * 0.06, flat=0.45), mixed((110, 150, 70), dusk, night))
    for row in range(3):
        low = 0.045 - 0.026 * row
        stem = curve([spot(-0.58, low + 0.12), spot(-0.42, low + 0.02), spot(0, low), spot(0.5, low)])
        layer.lay(lambda pen, stem=stem: pen.line(stem, size * 0.024), mixed(bamboo, dark, 0.25 * row))
        layer.lay(lambda pen, stem=stem: [pen.disc(knot, size * 0.012) for knot in stem[3::6]], dark, 0.5)
    afloat(canvas, layer, at[1], 0.55)


def launch(canvas: Canvas, at: Point, size: float, night: float = 0) -> None:
    """A motor ferry with its cabin, rail and flag, people aboard; its windows are lit as the night falls."""
    layer, spot, dusk = canvas.layer(), _spots(canvas, at, size), (24, 26, 40)
    white, hull, roof, red = (
        mixed(each, dusk, night) for each in ((240, 236, 224), (40, 88, 106), (96, 110, 118), (206, 58, 44))
    )
    sheer = curve([spot(-0.56, 0.16), spot(-0.3, 0.1), spot(0.1, 0.085), spot(0.5, 0.09)])
    keel = curve([spot(0.5, 0.09), spot(0.47, 0.0), spot(0, -0.01), spot(-0.4, 0.0), spot(-0.56, 0.16)])
    for x, coat in ((-0.3, (196, 90, 60)), (-0.22, (70, 96, 130)), (0.4, (90, 110, 80))):
        person(layer, spot(x, 0.08), size * 0.24, Dress(mixed(coat, dusk, night), head="hair", night=night))
    layer.lay(lambda pen: pen.area([spot(-0.14, 0.08), spot(-0.1, 0.3), spot(0.34, 0.3), spot(0.34, 0.08)]), white)
    layer.lay(lambda pen: pen.area([spot(-0.16, 0.3), spot(-0.15, 0.34), spot(0.37, 0.34), spot(0.37, 0.3)]), roof)
    glass = mixed((120, 160, 176), (255, 220, 140), min(1.0, night * 2))
    for n in range(4):
        x = -0.07 + 0.1 * n
        layer.lay(
            lambda pen, x=x: pen.area([spot(x, 0.17), spot(x, 0.26), spot(x + 0.07, 0.26), spot(x + 0.07, 0.17)]), glass
        )
    layer.lay(lambda pen: pen.line([spot(0.3, 0.34), spot(0.3, 0.52)], size * 0.01), roof)
    layer.lay(lambda pen: pen.area([spot(0.3, 0.52), spot(0.4, 0.5), spot(0.3, 0.45)]), red)
    layer.lay(lambda pen: pen.line([spot(-0.5, 0.23), spot(-0.16, 0.2)], size * 0.008), white)
    layer.lay(
        lambda pen: [
            pen.line([spot(x, 0.12), spot(x, 0.22)], size * 0.006) for x in (-0.48, -0.4, -0.33, -0.26, -0.18)
        ],
        white,
    )
    layer.lay(lambda pen: pen.area([*sheer, *keel]), hull)
    layer.lay(lambda pen: pen.line(sheer, size * 0.02), white)
    for x in (-0.2, 0.02, 0.24):
        layer.lay(lambda pen, x=x: pen.disc(spot(x, 0.05), size * 0.026), mixed((30, 30, 34), dusk, night))
    afloat(canvas, layer, at[1], 0.6)
    if night > 0.2:
        canvas.glow(spot(0.1, 0.22), size * 0.5, (255, 196, 110), 0.5)


def fisher(canvas: Canvas, at: Point, size: float, night: float = 0) -> None:
    """An open boat with a lift-net on two bowed poles over the water."""
    skiff(canvas, at, size, night)
    spot, dusk = _spots(canvas, at, size), (22, 22, 34)
    wood, mesh = mixed((110, 80, 52), dusk, night), mixed((132, 136, 128), dusk, night)
    top, left, right, low = spot(-0.75, 0.62), spot(-1.08, 0.2), spot(-0.46, 0.22), spot(-0.78, 0.04)
    net = [left, *curve([left, spot(-0.95, 0.07), low, spot(-0.6, 0.08), right])[1:]]
    canvas.lay(lambda pen: pen.area(net), mesh, 0.35)
    canvas.lay(lambda pen: pen.line([*net, left], size * 0.006), mesh, 0.8)
    for foot in (left, right):
        bow = curve([top, (foot[0] * 0.6 + top[0] * 0.4, top[1] + 0.04 * size), foot])
        canvas.lay(lambda pen, bow=bow: pen.line(bow, size * 0.01), wood)
    canvas.lay(lambda pen: pen.line([top, spot(-0.3, 0.1)], size * 0.014), wood)


def _spots(canvas: Canvas, at: Point, size: float) -> Callable[[float, float], Point]:
    """From parts of a boat's length, along it and up from its water-line, to the picture's."""
    ratio = canvas.height / canvas.width
    return lambda across, up: (at[0] + across * size * ratio, at[1] - up * size)


def _lamp(canvas: Canvas, at: Point, size: float) -> None:
    """A lamp aboard a boat of some size."""
    canvas.glow(at, size * 0.5, (255, 190, 96), 0.85)
    canvas.lay(lambda pen: pen.disc(at, size * 0.022), (255, 240, 196), 1, size * 0.006)


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

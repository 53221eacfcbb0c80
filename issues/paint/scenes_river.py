"""The river at every hour: the pictures of the spread, of the photo page and of the supplement."""

from __future__ import annotations

import numpy as np
from PIL import Image

from .afloat import birds, boat, fisher, launch, raft, sail, skiff
from .buildings import arch_bridge, landing, village
from .canvas import Canvas, curve
from .land import clouds, mist, ridge, sky, slope, stars, sun, track, water
from .people import Dress, person
from .plants import LEAVES, reeds, tree, willow

AUTUMN = ((98, 72, 40), (176, 122, 48), (226, 178, 76))
REED = ((104, 116, 66), (150, 134, 82), (228, 212, 170))


def panorama() -> Image.Image:
    """A river town at dawn, as wide as two pages."""
    canvas = Canvas(2500, 1221, 11)
    sky(canvas, [(0, (38, 74, 120)), (0.45, (112, 146, 178)), (0.8, (238, 206, 164)), (1, (252, 226, 184))], 0.56)
    clouds(canvas, 0.5, (255, 234, 204), (176, 160, 168), 0.16)
    sun(canvas, (0.66, 0.43), 0.032, (255, 238, 200), 9)
    ridge(canvas, 0.5, 0.3, ((146, 160, 182), (98, 116, 150), (232, 214, 196)), 5, 0.48, 0.26)
    mist(canvas, 0.48, 0.1, (246, 222, 190), 0.6)
    ridge(canvas, 0.55, 0.22, ((128, 148, 160), (70, 96, 120), (222, 208, 190)), 7, 0.46, 0.2)
    mist(canvas, 0.55, 0.07, (248, 226, 196), 0.6)
    ridge(canvas, 0.6, 0.13, ((116, 140, 128), (52, 82, 84), (196, 190, 170)), 9, 0.46, 0.14)
    mist(canvas, 0.6, 0.04, (244, 224, 196), 0.5)
    village(canvas, 0.615, (0.0, 0.33), 0.034, 0.34, (216, 206, 196))
    slope(
        canvas, curve([(0, 0.622), (0.2, 0.617), (0.4, 0.628), (0.7, 0.632), (1, 0.62)]), (124, 140, 96), (60, 80, 66)
    )
    village(canvas, 0.632, (-0.01, 0.37), 0.052, 0.1, (216, 206, 196))
    for x, h in ((0.055, 0.2), (0.15, 0.24), (0.275, 0.19), (0.365, 0.22)):
        tree(canvas, (x, 0.64), h, (64, 54, 48), AUTUMN if x in (0.15, 0.365) else LEAVES)
    arch_bridge(canvas, 0.652, (0.395, 0.715), 7, 0.135, ((206, 190, 164), (118, 106, 100)))
    tree(canvas, (0.75, 0.645), 0.17, (64, 54, 48), LEAVES)
    village(canvas, 0.64, (0.79, 1.02), 0.036, 0.2, (216, 206, 196))
    water(canvas, 0.648, (70, 96, 122), (255, 232, 196), 0.2)
    raft(canvas, (0.45, 0.77), 0.11, 0.12)
    boat(canvas, (0.62, 0.865), 0.18, 0.12)
    sail(canvas, (0.83, 0.71), 0.09)
    tree(canvas, (0.955, 0.93), 0.44, (54, 46, 40), AUTUMN)
    slope(canvas, curve([(0.82, 1.01), (0.9, 0.95), (1.0, 0.92)]), (120, 116, 72), (58, 64, 46))
    reeds(canvas, (0.84, 1.0), 1.01, 0.2, REED, 66)
    birds(canvas, (0.66, 0.16), 9, 0.012, (46, 58, 82))
    return canvas.picture()


def ferry() -> Image.Image:
    """The first boat of the day with its lamp, before sunrise."""
    canvas = Canvas(1300, 1422, 5)
    sky(canvas, [(0, (46, 54, 104)), (0.4, (120, 94, 142)), (0.75, (232, 138, 112)), (1, (255, 204, 138))], 0.53)
    clouds(canvas, 0.5, (255, 190, 150), (110, 84, 130), 0.2)
    sun(canvas, (0.3, 0.5), 0.022, (255, 216, 150), 14)
    ridge(canvas, 0.52, 0.24, ((148, 112, 148), (98, 78, 126), (238, 168, 134)), 3, 0.46, 0.2)
    mist(canvas, 0.51, 0.05, (255, 196, 150), 0.5)
    ridge(canvas, 0.545, 0.12, ((98, 78, 118), (58, 50, 88), (180, 126, 128)), 5, 0.46, 0.1)
    water(canvas, 0.545, (48, 44, 86), (255, 206, 150), 0.16)
    track(canvas, (0.3, 0.56), (255, 214, 150), 0.34, 0.7)
    boat(canvas, (0.6, 0.77), 0.34, 0.55, lamp=True)
    boat(canvas, (0.22, 0.6), 0.07, 0.6, boatman=False)
    reeds(canvas, (-0.02, 0.4), 1.01, 0.4, ((40, 40, 52), (66, 54, 60), (190, 140, 122)), 54)
    birds(canvas, (0.64, 0.37), 5, 0.014, (70, 56, 86))
    return canvas.picture()


def egrets() -> Image.Image:
    """Birds over a shoal with reeds."""
    canvas = Canvas(1000, 1330, 8)
    sky(canvas, [(0, (92, 150, 196)), (0.6, (178, 208, 220)), (1, (244, 236, 212))], 0.5)
    clouds(canvas, 0.46, (255, 252, 242), (170, 192, 206), 0.28)
    ridge(canvas, 0.5, 0.16, ((150, 178, 180), (104, 140, 152), (220, 226, 214)), 2, 0.45, 0.14)
    ridge(canvas, 0.525, 0.07, ((128, 158, 120), (74, 112, 98), (196, 206, 180)), 4, 0.45, 0.08)
    water(canvas, 0.525, (96, 146, 164), (246, 248, 236), 0.2)
    slope(canvas, curve([(0.3, 0.72), (0.5, 0.69), (0.8, 0.675), (1.01, 0.68)]), (206, 192, 140), (160, 146, 104), 0.02)
    water_foot = curve([(-0.01, 0.74), (0.3, 0.735), (0.6, 0.76), (1.01, 0.745)])
    canvas.lay(lambda pen: pen.area([*water_foot, (1.01, 1.01), (-0.01, 1.01)]), (104, 152, 166), 0.94, 0.004)
    reeds(canvas, (0.5, 1.02), 0.72, 0.22, REED, 60)
    for x, y, s in ((0.3, 0.735, 0.09), (0.44, 0.715, 0.075), (0.18, 0.76, 0.1)):
        _egret(canvas, (x, y), s)
    reeds(canvas, (-0.03, 0.34), 1.01, 0.36, REED, 45)
    reeds(canvas, (0.66, 1.03), 1.01, 0.3, REED, 36)
    birds(canvas, (0.4, 0.2), 7, 0.022, (250, 250, 246))
    return canvas.picture()


def _egret(canvas: Canvas, foot: tuple[float, float], height: float) -> None:
    """A white bird that stands in the shallows."""
    ratio = canvas.height / canvas.width
    x, y = foot

    def spot(across: float, up: float) -> tuple[float, float]:
        return x + across * height * ratio, y - up * height

    canvas.lay(
        lambda pen: [pen.line([spot(d, 0.42), spot(d * 1.2, 0.0)], height * 0.02) for d in (-0.03, 0.05)], (60, 60, 56)
    )
    canvas.lay(
        lambda pen: pen.area(
            curve(
                [
                    spot(-0.34, 0.38),
                    spot(-0.1, 0.6),
                    spot(0.14, 0.6),
                    spot(0.12, 0.42),
                    spot(-0.1, 0.36),
                    spot(-0.34, 0.38),
                ]
            )
        ),
        (252, 252, 248),
    )
    canvas.lay(
        lambda pen: pen.area(
            curve([spot(-0.3, 0.38), spot(-0.1, 0.46), spot(0.1, 0.44), spot(-0.06, 0.36), spot(-0.3, 0.38)])
        ),
        (206, 214, 220),
    )
    canvas.lay(
        lambda pen: pen.line(
            curve([spot(0.1, 0.56), spot(0.2, 0.68), spot(0.12, 0.82), spot(0.19, 0.93)]), height * 0.045
        ),
        (252, 252, 248),
    )
    canvas.lay(lambda pen: pen.disc(spot(0.2, 0.93), height * 0.045), (252, 252, 248))
    canvas.lay(lambda pen: pen.area([spot(0.22, 0.955), spot(0.42, 0.9), spot(0.22, 0.91)]), (226, 168, 60))


def bridge() -> Image.Image:
    """An old bridge that comes out of the mist, from the bank."""
    canvas = Canvas(900, 890, 141)
    sky(canvas, [(0, (150, 172, 192)), (0.6, (216, 216, 210)), (1, (246, 236, 214))], 0.62)
    sun(canvas, (0.26, 0.26), 0.03, (255, 248, 226), 8)
    ridge(canvas, 0.5, 0.2, ((190, 200, 206), (160, 176, 188), (234, 230, 220)), 3, 0.46, 0.2)
    mist(canvas, 0.5, 0.14, (240, 236, 226), 0.8)
    ridge(canvas, 0.6, 0.12, ((160, 174, 168), (122, 144, 146), (226, 224, 214)), 4, 0.46, 0.12)
    village(canvas, 0.63, (0.7, 1.04), 0.06, 0.45, (222, 220, 212))
    mist(canvas, 0.6, 0.07, (242, 238, 228), 0.75)
    arch_bridge(canvas, 0.66, (-0.12, 0.86), 5, 0.26, ((198, 188, 170), (104, 102, 102)))
    person(canvas, (0.37, 0.4), 0.075, Dress((74, 78, 90), head="cone", night=0.2, load="pole"))
    person(canvas, (0.53, 0.425), 0.07, Dress((150, 70, 60), night=0.2))
    water(canvas, 0.66, (124, 142, 150), (250, 244, 230), 0.24)
    mist(canvas, 0.68, 0.08, (244, 240, 230), 0.55)
    raft(canvas, (0.66, 0.86), 0.26, 0.2)
    willow(canvas, (0.03, 1.04), 0.98, (60, 54, 48), ((76, 96, 62), (116, 140, 78), (168, 184, 108)))
    return canvas.picture()


def noon() -> Image.Image:
    """A wide river at midday: a boat at the landing, sails far off."""
    canvas = Canvas(1000, 930, 151)
    sky(canvas, [(0, (70, 140, 200)), (0.7, (176, 214, 232)), (1, (232, 240, 236))], 0.48)
    clouds(canvas, 0.46, (255, 255, 252), (176, 202, 222), 0.38)
    ridge(canvas, 0.46, 0.13, ((140, 178, 184), (100, 146, 162), (214, 228, 226)), 3, 0.44, 0.12)
    ridge(canvas, 0.485, 0.06, ((136, 172, 118), (80, 128, 98), (180, 206, 176)), 6, 0.44, 0.06)
    village(canvas, 0.492, (0.5, 0.86), 0.036, 0.12, (214, 228, 226))
    water(canvas, 0.492, (58, 128, 158), (250, 252, 248), 0.26)
    for at, size in (((0.3, 0.56), 0.16), ((0.12, 0.53), 0.1), ((0.9, 0.54), 0.11)):
        sail(canvas, at, size)
    launch(canvas, (0.66, 0.83), 0.4)
    landing(canvas, (0.2, 0.78), 5, (0.075, 0.05), ((206, 196, 178), (150, 144, 136)))
    person(canvas, (0.1, 0.795), 0.2, Dress((196, 74, 60), (70, 76, 96), "bun", load="basket"))
    person(canvas, (0.24, 0.84), 0.21, Dress((78, 116, 140), (84, 78, 70), "cone", load="pole", facing=-1))
    return canvas.picture()


def afternoon() -> Image.Image:
    """Reeds on a bank in the slanting light, a boat that goes by; tall and narrow."""
    canvas = Canvas(800, 1640, 201)
    sky(canvas, [(0, (96, 148, 186)), (0.55, (190, 212, 210)), (1, (255, 230, 178))], 0.46)
    clouds(canvas, 0.42, (255, 246, 220), (168, 180, 190), 0.3)
    ridge(canvas, 0.44, 0.12, ((176, 190, 176), (122, 150, 154), (246, 230, 194)), 2, 0.45, 0.12)
    mist(canvas, 0.43, 0.05, (255, 236, 194), 0.5)
    ridge(canvas, 0.47, 0.05, ((160, 172, 120), (98, 124, 96), (226, 214, 168)), 3, 0.45, 0.06)
    village(canvas, 0.474, (0.1, 0.6), 0.024, 0.2, (240, 228, 196))
    water(canvas, 0.474, (110, 150, 156), (255, 244, 206), 0.22)
    fisher(canvas, (0.66, 0.63), 0.13, 0.05)
    birds(canvas, (0.52, 0.17), 7, 0.014, (252, 250, 240))
    reeds(canvas, (-0.05, 1.05), 1.01, 0.3, ((96, 104, 58), (160, 138, 84), (250, 230, 180)), 110)
    return canvas.picture()


def evening() -> Image.Image:
    """People on their way home along a landing, the sun low over the river."""
    canvas = Canvas(1000, 740, 161)
    sky(canvas, [(0, (66, 66, 118)), (0.5, (196, 112, 120)), (0.85, (250, 166, 106)), (1, (255, 212, 140))], 0.58)
    clouds(canvas, 0.55, (255, 178, 120), (120, 80, 118), 0.3)
    sun(canvas, (0.64, 0.5), 0.05, (255, 224, 150), 10)
    ridge(canvas, 0.575, 0.16, ((150, 96, 114), (100, 68, 104), (236, 160, 118)), 4, 0.45, 0.14)
    water(canvas, 0.58, (84, 58, 92), (255, 206, 140), 0.16)
    track(canvas, (0.64, 0.6), (255, 226, 160), 0.22, 0.8)
    launch(canvas, (0.2, 0.8), 0.4, 0.7)
    canvas.lay(lambda pen: pen.area([(0, 0.88), (1, 0.86), (1, 1.01), (0, 1.01)]), (46, 36, 52))
    canvas.lay(lambda pen: pen.line([(0, 0.882), (1, 0.862)], 0.006), (206, 128, 100), 0.7)
    loads, heads = (
        ("basket", "pole", "bag", "", "pole", "bag", "basket"),
        ("hair", "cone", "bun", "cap", "cone", "hair", "cone"),
    )
    for number, x in enumerate((0.34, 0.43, 0.52, 0.585, 0.73, 0.84, 0.94)):
        height = 0.19 if number == 3 else canvas.dice.uniform(0.26, 0.3)
        person(canvas, (x, 0.9), height, Dress((110, 66, 70), head=heads[number], night=0.9, load=loads[number]), 0.14)
    return canvas.picture()


def moon() -> Image.Image:
    """The moon over a river."""
    canvas = Canvas(1000, 1500, 101)
    sky(canvas, [(0, (14, 26, 58)), (0.6, (44, 76, 120)), (1, (128, 152, 170))], 0.6)
    stars(canvas, 0.4, 70)
    sun(canvas, (0.68, 0.2), 0.05, (252, 246, 220), 9)
    clouds(canvas, 0.52, (150, 176, 200), (40, 62, 104), 0.12)
    ridge(canvas, 0.58, 0.2, ((96, 128, 158), (44, 70, 108), (136, 158, 172)), 2, 0.46, 0.2)
    mist(canvas, 0.57, 0.06, (176, 192, 200), 0.5)
    ridge(canvas, 0.615, 0.1, ((58, 86, 118), (24, 42, 76), (84, 110, 138)), 3, 0.46, 0.1)
    water(canvas, 0.615, (18, 38, 76), (220, 230, 226), 0.22)
    track(canvas, (0.68, 0.63), (244, 240, 214), 0.34, 0.85)
    boat(canvas, (0.38, 0.79), 0.17, 0.55, lamp=True)
    reeds(canvas, (0.62, 1.03), 1.01, 0.28, ((16, 28, 50), (34, 48, 70), (128, 148, 164)), 48)
    return canvas.picture()


def span() -> Image.Image:
    """Two arches of an old bridge, near at hand."""
    canvas = Canvas(1000, 416, 111)
    sky(canvas, [(0, (136, 168, 190)), (0.7, (226, 218, 196)), (1, (250, 226, 184))], 0.7)
    clouds(canvas, 0.6, (255, 244, 222), (170, 180, 190), 0.3)
    ridge(canvas, 0.68, 0.24, ((158, 174, 170), (112, 138, 144), (236, 222, 194)), 3, 0.46, 0.2)
    arch_bridge(canvas, 0.76, (-0.28, 1.24), 3, 0.66, ((214, 196, 162), (122, 104, 90)))
    water(canvas, 0.76, (92, 112, 116), (250, 234, 200), 0.24)
    return canvas.picture()


def steps() -> Image.Image:
    """A landing by night: somebody sits on the steps, a lamp on the other bank."""
    canvas = Canvas(1300, 925, 171)
    sky(canvas, [(0, (16, 30, 66)), (0.6, (52, 82, 128)), (1, (138, 152, 172))], 0.6)
    stars(canvas, 0.34, 60)
    ridge(canvas, 0.55, 0.26, ((92, 120, 154), (50, 76, 116), (140, 154, 172)), 3, 0.46, 0.2)
    mist(canvas, 0.55, 0.06, (160, 172, 186), 0.45)
    ridge(canvas, 0.595, 0.1, ((50, 76, 108), (24, 44, 78), (84, 108, 138)), 5, 0.46, 0.08)
    village(canvas, 0.596, (0.6, 0.84), 0.03, 0.62, (40, 60, 96))
    water(canvas, 0.598, (18, 38, 78), (186, 206, 220), 0.22)
    for x, part in ((0.655, 0.5), (0.73, 1.0), (0.8, 0.4)):
        canvas.glow((x, 0.575), 0.16 * part, (255, 196, 100), 0.8)
        canvas.lay(lambda pen, x=x: pen.disc((x, 0.575), 0.005), (255, 240, 200), 1, 0.002)
        track(canvas, (x, 0.605), (255, 204, 120), 0.3 * part, 0.8 * part)
    landing(canvas, (0.16, 0.68), 8, (0.048, 0.042), ((112, 128, 152), (44, 58, 88)))
    _sitting(canvas, (0.176, 0.724), 0.15)
    return canvas.picture()


def _sitting(canvas: Canvas, at: tuple[float, float], height: float) -> None:
    """Somebody who sits on a step with a lamp beside, seen from behind."""
    ratio = canvas.height / canvas.width
    x, y = at

    def spot(across: float, up: float) -> tuple[float, float]:
        return x + across * height * ratio, y - up * height

    dark = (14, 20, 36)
    canvas.lay(
        lambda pen: pen.area(
            curve(
                [spot(-0.3, 0.0), spot(-0.3, 0.4), spot(-0.16, 0.66), spot(0.06, 0.62), spot(0.12, 0.2), spot(0.1, 0.0)]
            )
        ),
        dark,
    )
    canvas.lay(lambda pen: pen.disc(spot(-0.03, 0.78), height * 0.125, flat=1.1), dark)
    canvas.lay(lambda pen: pen.line(curve([spot(0.0, 0.1), spot(0.42, 0.14), spot(0.48, -0.34)]), height * 0.16), dark)
    canvas.lay(
        lambda pen: pen.line(curve([spot(0.0, 0.5), spot(0.2, 0.34), spot(0.36, 0.22)]), height * 0.09), (30, 40, 64)
    )


def lamp() -> Image.Image:
    """A lamp on a post above the water, a boat that comes towards it; tall and narrow."""
    canvas = Canvas(560, 1340, 181)
    sky(canvas, [(0, (18, 30, 62)), (0.6, (58, 80, 120)), (1, (148, 148, 158))], 0.58)
    stars(canvas, 0.3, 40)
    ridge(canvas, 0.57, 0.12, ((82, 106, 140), (46, 66, 104), (140, 150, 168)), 2, 0.45, 0.12)
    mist(canvas, 0.57, 0.05, (164, 172, 186), 0.5)
    water(canvas, 0.59, (20, 36, 72), (210, 204, 184), 0.2)
    skiff(canvas, (0.38, 0.84), 0.2, 0.25, rower=False)
    post = (10, 14, 24)
    canvas.glow((0.52, 0.325), 0.2, (255, 190, 96), 0.9)
    canvas.lay(lambda pen: pen.line([(0.72, 0.28), (0.72, 1.0)], 0.011), post)
    canvas.lay(lambda pen: pen.line(curve([(0.72, 0.31), (0.64, 0.27), (0.52, 0.285)]), 0.006), post)
    canvas.lay(lambda pen: pen.area([(0.45, 0.3), (0.59, 0.3), (0.57, 0.35), (0.47, 0.35)]), (255, 226, 150))
    canvas.lay(lambda pen: pen.area([(0.43, 0.302), (0.52, 0.282), (0.61, 0.302)]), post)
    track(canvas, (0.52, 0.6), (255, 206, 120), 0.24, 0.7)
    canvas.lay(lambda pen: pen.area([(0.6, 0.9), (1.01, 0.88), (1.01, 1.01), (0.52, 1.01)]), (22, 28, 46))
    canvas.lay(lambda pen: pen.line([(0.6, 0.9), (1.01, 0.88)], 0.004), (150, 130, 100), 0.8)
    reeds(canvas, (-0.05, 0.5), 1.01, 0.2, ((14, 22, 40), (34, 44, 62), (150, 150, 150)), 30)
    return canvas.picture()


def spring() -> Image.Image:
    """A morning in spring: sun over the hills, a bridge, a willow; below, wide water with room for a head and copy."""
    canvas = Canvas(1680, 2150, 7)
    sky(canvas, [(0, (30, 66, 120)), (0.5, (108, 142, 176)), (0.82, (236, 196, 150)), (1, (255, 226, 176))], 0.47)
    clouds(canvas, 0.42, (255, 226, 190), (150, 150, 170), 0.16)
    sun(canvas, (0.72, 0.37), 0.034, (255, 238, 196), 9)
    ridge(canvas, 0.45, 0.14, ((150, 160, 178), (100, 116, 148), (238, 214, 184)), 3, 0.47, 0.14)
    mist(canvas, 0.44, 0.05, (255, 226, 184), 0.6)
    ridge(canvas, 0.475, 0.08, ((128, 150, 140), (70, 98, 104), (214, 204, 176)), 5, 0.46, 0.08)
    village(canvas, 0.492, (0.62, 1.03), 0.03, 0.25, (226, 214, 192))
    arch_bridge(canvas, 0.505, (0.02, 0.66), 5, 0.085, ((212, 196, 168), (116, 106, 100)))
    person(canvas, (0.34, 0.42), 0.026, Dress((70, 80, 100), head="cone", night=0.3, load="pole"))
    water(canvas, 0.505, (44, 74, 104), (255, 228, 184), 0.22)
    track(canvas, (0.72, 0.52), (255, 232, 180), 0.2, 0.6)
    fisher(canvas, (0.5, 0.66), 0.1, 0.15)
    sail(canvas, (0.82, 0.57), 0.05)
    bank = curve([(-0.01, 0.8), (0.1, 0.81), (0.24, 0.85), (0.3, 0.9), (0.2, 1.01)])
    slope(canvas, bank, (126, 140, 84), (54, 74, 52))
    willow(canvas, (0.08, 0.83), 0.42, (56, 50, 46), ((58, 84, 56), (104, 134, 70), (170, 188, 104)))
    reeds(canvas, (-0.03, 0.4), 1.01, 0.15, REED, 70)
    return canvas.picture()


def arches() -> Image.Image:
    """Arches of the old bridge, and a boat that goes through."""
    canvas = Canvas(1400, 735, 17)
    sky(canvas, [(0, (112, 156, 192)), (0.7, (214, 218, 206)), (1, (252, 228, 184))], 0.7)
    clouds(canvas, 0.6, (255, 246, 226), (168, 180, 196), 0.3)
    ridge(canvas, 0.68, 0.24, ((164, 180, 176), (112, 140, 146), (240, 224, 194)), 3, 0.46, 0.2)
    village(canvas, 0.73, (0.72, 1.03), 0.1, 0.2, (232, 222, 200))
    arch_bridge(canvas, 0.74, (-0.1, 0.82), 4, 0.42, ((216, 198, 166), (120, 106, 94)))
    water(canvas, 0.74, (84, 114, 126), (252, 236, 204), 0.22)
    skiff(canvas, (0.29, 0.88), 0.3, 0.1)
    return canvas.picture()


def saplings() -> Image.Image:
    """A levee with young willows, somebody who waters them, the river beside it; tall."""
    canvas = Canvas(900, 1360, 61)
    sky(canvas, [(0, (96, 152, 196)), (0.6, (188, 214, 222)), (1, (250, 238, 208))], 0.46)
    clouds(canvas, 0.42, (255, 252, 240), (174, 196, 212), 0.3)
    ridge(canvas, 0.45, 0.12, ((156, 182, 186), (110, 146, 158), (234, 232, 212)), 6, 0.45, 0.12)
    ridge(canvas, 0.475, 0.05, ((136, 162, 116), (84, 122, 96), (210, 214, 178)), 3, 0.45, 0.06)
    water(canvas, 0.475, (92, 140, 160), (250, 248, 230), 0.2)
    sail(canvas, (0.82, 0.53), 0.06)
    bank = [(-0.02, 0.5), (0.1, 0.52), (0.34, 0.62), (0.62, 0.8), (0.9, 1.01)]
    slope(
        canvas,
        curve([(-0.02, 0.545), (0.14, 0.56), (0.4, 0.66), (0.7, 0.84), (1.02, 1.02)]),
        (176, 164, 116),
        (96, 100, 70),
    )
    slope(canvas, curve(bank), (146, 176, 92), (66, 96, 56), 0.05)
    path = curve([(0.02, 0.55), (0.12, 0.64), (0.24, 0.8), (0.34, 1.01)])
    canvas.lay(lambda pen: pen.area([*path, (0.1, 1.01), (0.06, 0.8), (0.0, 0.62)]), (214, 198, 152), 0.9, 0.006)
    green = ((86, 112, 60), (134, 164, 80), (190, 206, 120))
    for foot, height in (((0.15, 0.575), 0.11), ((0.27, 0.65), 0.18), ((0.46, 0.78), 0.3)):
        willow(canvas, foot, height, (70, 60, 50), green)
    person(canvas, (0.33, 0.86), 0.15, Dress((196, 84, 60), (70, 76, 96), "cone", load="basket"))
    person(canvas, (0.12, 0.7), 0.085, Dress((70, 104, 140), head="cone", load="pole"))
    reeds(canvas, (0.7, 1.04), 1.02, 0.2, REED, 40)
    birds(canvas, (0.6, 0.16), 5, 0.016, (250, 250, 246))
    return canvas.picture()


def dusk() -> Image.Image:
    """A bridge at dusk under a sky that goes dark above: white type stands there, and on the dark water below."""
    canvas = Canvas(1660, 2120, 23)
    sky(canvas, [(0, (16, 26, 58)), (0.42, (44, 52, 98)), (0.72, (136, 92, 112)), (1, (246, 176, 118))], 0.54)
    stars(canvas, 0.2, 60)
    clouds(canvas, 0.5, (250, 178, 130), (86, 66, 104), 0.14)
    ridge(canvas, 0.48, 0.12, ((120, 92, 122), (72, 62, 100), (226, 158, 122)), 3, 0.47, 0.12)
    mist(canvas, 0.47, 0.05, (246, 186, 140), 0.5)
    ridge(canvas, 0.52, 0.07, ((74, 64, 92), (40, 38, 66), (150, 108, 112)), 5, 0.46, 0.08)
    village(canvas, 0.53, (-0.02, 0.2), 0.04, 0.5, (92, 74, 96), lit=True)
    arch_bridge(canvas, 0.545, (0.13, 0.87), 3, 0.12, ((150, 122, 118), (54, 46, 62)))
    for n in range(9):
        x = 0.18 + 0.08 * n
        lift = 0.06 + 0.06 * (1 - abs(n - 4) / 4) ** 0.7
        canvas.lay(lambda pen, x=x, y=0.545 - lift: pen.line([(x, y), (x, y - 0.022)], 0.0022), (30, 28, 40))
        canvas.glow((x, 0.523 - lift), 0.02, (255, 214, 140), 0.9)
    water(canvas, 0.545, (18, 22, 46), (236, 168, 128), 0.42, 0.8)
    rows = np.arange(canvas.height, dtype=np.float32)[:, None, None] / canvas.height
    canvas.light *= 1 - 0.72 * np.clip((rows - 0.6) / 0.3, 0, 1) ** 0.8
    skiff(canvas, (0.3, 0.71), 0.15, 0.25, lamp=True)
    return canvas.picture()


def quay() -> Image.Image:
    """A lamp on an iron post at the landing, an old locust tree, the ferry at its steps."""
    canvas = Canvas(1560, 1190, 31)
    sky(canvas, [(0, (70, 96, 140)), (0.5, (168, 160, 170)), (0.85, (246, 190, 134)), (1, (255, 218, 160))], 0.5)
    clouds(canvas, 0.46, (255, 214, 170), (140, 124, 150), 0.26)
    ridge(canvas, 0.49, 0.14, ((150, 142, 160), (104, 104, 134), (244, 200, 156)), 2, 0.46, 0.14)
    ridge(canvas, 0.52, 0.06, ((116, 118, 118), (70, 78, 90), (206, 170, 142)), 4, 0.46, 0.08)
    water(canvas, 0.52, (62, 74, 106), (255, 216, 164), 0.2)
    launch(canvas, (0.68, 0.7), 0.26, 0.3)
    tree(canvas, (0.12, 0.78), 0.62, (50, 42, 40), ((44, 50, 42), (86, 84, 50), (156, 130, 66)))
    landing(canvas, (0.3, 0.76), 6, (0.06, 0.045), ((176, 160, 148), (92, 86, 94)))
    canvas.lay(lambda pen: pen.line([(0.335, 0.82), (0.335, 0.42)], 0.011), (26, 26, 34))
    canvas.glow((0.335, 0.4), 0.16, (255, 206, 120), 0.9)
    canvas.lay(lambda pen: pen.area([(0.321, 0.425), (0.349, 0.425), (0.357, 0.375), (0.313, 0.375)]), (255, 238, 186))
    canvas.lay(lambda pen: pen.area([(0.305, 0.377), (0.335, 0.345), (0.365, 0.377)]), (26, 26, 34))
    person(canvas, (0.2, 0.8), 0.17, Dress((96, 78, 74), head="cap", night=0.25))
    person(canvas, (0.27, 0.82), 0.11, Dress((180, 70, 56), head="bun", night=0.2))
    return canvas.picture()


def wetland() -> Image.Image:
    """Shoals and reeds given back to the river, egrets among them, the bridge far off; a long strip."""
    canvas = Canvas(1300, 470, 53)
    sky(canvas, [(0, (112, 162, 204)), (0.6, (190, 214, 222)), (1, (250, 236, 206))], 0.5)
    clouds(canvas, 0.46, (255, 252, 242), (172, 194, 210), 0.3)
    ridge(canvas, 0.48, 0.22, ((150, 178, 184), (104, 140, 156), (230, 230, 214)), 5, 0.45, 0.2)
    ridge(canvas, 0.54, 0.1, ((132, 160, 122), (78, 116, 100), (206, 212, 184)), 8, 0.45, 0.1)
    village(canvas, 0.56, (0.04, 0.2), 0.07, 0.25, (230, 230, 214))
    arch_bridge(canvas, 0.57, (0.62, 0.9), 5, 0.16, ((206, 194, 168), (124, 116, 108)))
    water(canvas, 0.565, (84, 138, 160), (248, 248, 234), 0.2)
    for line in ([(0.3, 0.72), (0.42, 0.69), (0.6, 0.7), (0.7, 0.73)], [(-0.02, 0.82), (0.12, 0.78), (0.3, 0.83)]):
        shoal = [*curve(line), *reversed(curve([(x, y + 0.05) for x, y in line]))]
        canvas.lay(lambda pen, shoal=shoal: pen.area(shoal), (206, 194, 144), 0.95, 0.006)
    reeds(canvas, (0.42, 0.66), 0.73, 0.26, REED, 48)
    for x, y, s in ((0.33, 0.76, 0.16), (0.37, 0.74, 0.13), (0.72, 0.8, 0.19), (0.16, 0.86, 0.2)):
        _egret(canvas, (x, y), s)
    skiff(canvas, (0.86, 0.84), 0.26, 0.05)
    reeds(canvas, (-0.02, 0.12), 1.02, 0.46, REED, 36)
    reeds(canvas, (0.48, 0.7), 1.02, 0.4, REED, 48)
    birds(canvas, (0.42, 0.2), 9, 0.03, (252, 252, 248))
    return canvas.picture()


def wharf() -> Image.Image:
    """Daybreak at the ferry: a lamp still burning on its iron post, boats tied up, a village in the mist beyond."""
    canvas = Canvas(1400, 700, 47)
    sky(canvas, [(0, (84, 104, 132)), (0.5, (170, 172, 178)), (0.85, (238, 208, 168)), (1, (250, 222, 178))], 0.6)
    clouds(canvas, 0.55, (250, 226, 196), (148, 148, 162), 0.2)
    ridge(canvas, 0.52, 0.22, ((158, 168, 178), (128, 142, 160), (238, 218, 190)), 4, 0.46, 0.2)
    mist(canvas, 0.54, 0.1, (244, 224, 194), 0.7)
    ridge(canvas, 0.59, 0.12, ((130, 146, 148), (96, 114, 124), (232, 214, 188)), 6, 0.46, 0.12)
    village(canvas, 0.615, (0.52, 0.86), 0.075, 0.35, (236, 218, 190))
    mist(canvas, 0.61, 0.07, (244, 226, 198), 0.6)
    water(canvas, 0.62, (88, 104, 122), (252, 230, 196), 0.24)
    sail(canvas, (0.6, 0.66), 0.1)
    launch(canvas, (0.82, 0.78), 0.3, 0.15)
    skiff(canvas, (0.5, 0.86), 0.3, 0.15, rower=False)
    tree(canvas, (0.09, 0.84), 0.78, (54, 46, 42), ((52, 58, 46), (98, 96, 58), (172, 144, 80)))
    landing(canvas, (0.3, 0.8), 5, (0.035, 0.05), ((184, 170, 152), (104, 98, 98)))
    canvas.lay(lambda pen: pen.line([(0.285, 0.86), (0.285, 0.36)], 0.016), (34, 34, 40))
    canvas.glow((0.285, 0.34), 0.22, (255, 210, 130), 0.8)
    canvas.lay(lambda pen: pen.area([(0.275, 0.37), (0.295, 0.37), (0.3, 0.3), (0.27, 0.3)]), (255, 238, 190))
    canvas.lay(lambda pen: pen.area([(0.264, 0.302), (0.285, 0.25), (0.306, 0.302)]), (34, 34, 40))
    person(canvas, (0.2, 0.86), 0.24, Dress((86, 92, 108), head="cone", night=0.15, load="pole"), 0.1)
    reeds(canvas, (0.86, 1.02), 1.02, 0.4, REED, 40)
    birds(canvas, (0.46, 0.2), 7, 0.022, (70, 82, 100))
    return canvas.picture()


def levee() -> Image.Image:
    """The mended levee from its crown: its stone face and the path on it, the sluice over the channel, wide water."""
    canvas = Canvas(1400, 520, 83)
    sky(canvas, [(0, (92, 142, 188)), (0.6, (190, 214, 222)), (1, (250, 234, 204))], 0.5)
    clouds(canvas, 0.46, (255, 250, 238), (172, 192, 208), 0.28)
    ridge(canvas, 0.47, 0.22, ((154, 176, 188), (116, 146, 166), (232, 228, 210)), 5, 0.46, 0.2)
    ridge(canvas, 0.52, 0.1, ((136, 160, 132), (92, 126, 108), (208, 212, 184)), 8, 0.46, 0.1)
    village(canvas, 0.54, (0.08, 0.3), 0.07, 0.3, (226, 226, 210))
    water(canvas, 0.54, (84, 128, 152), (248, 246, 230), 0.2)
    sail(canvas, (0.16, 0.62), 0.12)
    launch(canvas, (0.33, 0.74), 0.26, 0.05)
    _sluice(canvas, (0.57, 0.655), 0.78)
    face = curve([(0.2, 1.02), (0.42, 0.74), (0.66, 0.6), (1.02, 0.52)])
    slope(canvas, face, (190, 182, 164), (122, 116, 108), 0.02)
    for step in range(1, 7):
        course = [(x + 0.012 * step, y + 0.045 * step) for x, y in face]
        canvas.lay(lambda pen, course=course: pen.line(course, 0.006), (112, 106, 98), 0.5)
    crown = curve([(0.46, 1.02), (0.6, 0.79), (0.78, 0.65), (1.02, 0.565)])
    slope(canvas, crown, (150, 176, 98), (74, 102, 60), 0.05)
    path = [*curve([(0.62, 1.02), (0.69, 0.84), (0.82, 0.7), (1.02, 0.6)])]
    canvas.lay(
        lambda pen: pen.area([*path, *reversed(curve([(0.76, 1.02), (0.78, 0.86), (0.87, 0.73), (1.02, 0.635)]))]),
        (216, 202, 162),
        0.95,
        0.004,
    )
    green = ((78, 104, 58), (128, 158, 78), (186, 202, 118))
    for foot, height in (((0.93, 0.66), 0.3), ((0.85, 0.8), 0.48)):
        willow(canvas, foot, height, (70, 60, 50), green)
    person(canvas, (0.715, 0.9), 0.24, Dress((176, 76, 58), (66, 72, 92), "cone", load="pole"))
    person(canvas, (0.79, 0.79), 0.15, Dress((66, 98, 134), head="cap"))
    reeds(canvas, (-0.02, 0.2), 1.02, 0.42, REED, 46)
    birds(canvas, (0.5, 0.16), 7, 0.026, (250, 250, 246))
    return canvas.picture()


def _sluice(canvas: Canvas, foot: tuple[float, float], size: float) -> None:
    """A sluice: three gates between piers, a bridge over them, a house with a red roof on top; ``foot`` its middle."""

    def box(left: float, right: float, up: float, down: float, lean: float = 0) -> list[tuple[float, float]]:
        corners = ((left, up), (right, up), (right + lean, down), (left - lean, down))
        return [(foot[0] + across * size, foot[1] + below * size) for across, below in corners]

    canvas.lay(lambda pen: pen.area(box(-0.12, 0.12, -0.2, 0.04)), (96, 92, 88))
    for gate in (-0.075, 0.0, 0.075):
        canvas.lay(lambda pen, at=gate: pen.area(box(at - 0.03, at + 0.03, -0.12, 0.02)), (86, 128, 158))
        canvas.lay(
            lambda pen, at=gate: [pen.area(box(at - 0.03, at + 0.03, -h, 0.008 - h)) for h in (0.09, 0.055, 0.02)],
            (58, 92, 118),
        )
    for at in (-0.1125, -0.0375, 0.0375, 0.1125):
        canvas.lay(lambda pen, at=at: pen.area(box(at - 0.009, at + 0.009, -0.24, 0.05, 0.002)), (206, 200, 186))
    canvas.lay(lambda pen: pen.area(box(-0.15, 0.15, -0.24, -0.19)), (222, 216, 202))
    canvas.lay(lambda pen: pen.area(box(-0.15, 0.15, -0.2, -0.19)), (128, 122, 114))
    canvas.lay(lambda pen: pen.area(box(-0.11, 0.11, -0.4, -0.24)), (238, 234, 224))
    windows = [box(d, d + 0.022, -0.36, -0.29) for d in (-0.095, -0.053, -0.011, 0.031, 0.073)]
    canvas.lay(lambda pen: [pen.area(window) for window in windows], (92, 122, 144))
    canvas.lay(lambda pen: pen.area(box(-0.1, 0.1, -0.48, -0.395, 0.025)), (184, 84, 64))
    canvas.lay(lambda pen: pen.area(box(-0.125, 0.125, -0.4, -0.388)), (132, 56, 46))

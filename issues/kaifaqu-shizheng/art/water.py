"""The water works: a sluice over a canal, a pump house on its bank, a dredger at work, willows on both sides."""

from __future__ import annotations

from functools import partial

from .ink import BLUE, FLOOR, GRASS, INK, LEAF, RED, SKY, STEEL, STONE, WATER, WHITE, WOOD, YELLOW
from .path import cloud, drawn, ellipse, limb, points, rect, smooth
from .people import PEOPLE, standing
from .sheet import Sheet
from .space import FLAT, UPRIGHT, Camera, Place, Stage
from .trees import KINDS, egret, reeds

SIZE = (1800, 900)
CAMERA = Camera(eye=(-9, -33, 15), target=(1.2, 22, 3.2), focal=1500, centre=(905, 430))
FAR = 900.0
TOE, BROW, BANK = 8.0, 11.0, 2.0  # half width of the water and of the cut, height of the land over the water; metres

TREES = (  # kind, height, x, first y, step, how many
    ("willow", 6.5, -17, 13, 9, 2),
    ("willow", 6.5, -17, 34, 10, 9),
    ("willow", 6.5, 16.6, 38, 10, 9),
    ("round", 6.0, -24, 20, 9, 10),
    ("round", 6.5, 27, 13, 11, 9),
    ("poplar", 10, -33, 34, 9, 9),
    ("poplar", 10, 23, 40, 9, 9),
    ("bush", 1.0, 11.9, -10, 2.2, 6),
    ("bush", 1.0, -15.9, -6, 2.2, 7),
)
RIPPLES = (
    (-6, -6, 3), (-2, -12, 4), (4, 1, 3), (-2, 14, 3), (4, 11, 3), (-6.5, 15, 2), (1, 18, 3), (-5, 48, 4), (2, 60, 4),
    (-1, -3, 2.4), (2.5, -7, 3), (-7, 6, 2),
)  # fmt: skip
BAYS = ((-7.6, 0.5), (-2.35, 1.9), (2.9, 0.5))  # left edge of a gate, how far it is raised
GATE = 4.7
EGRETS = ((7, 26, 15.6, 2.4), (15, 40, 18.2, 2.6))


def draw() -> Sheet:
    """Return the picture."""
    sheet = Sheet(*SIZE)
    stage = Stage(sheet, CAMERA)
    _sky(sheet)
    _land(stage)
    _water(stage)
    stage.later((0, 24, 0), partial(_sluice, stage))
    stage.later((16, 15, 0), partial(_pump_house, stage))
    stage.later((-2.5, 3, 0), partial(_dredger, stage))
    stage.later((-13.6, 4, 0), partial(_board, stage, (-13.9, 4.0, BANK)))
    _green(stage)
    stage.flush()
    for x, y, z, size in EGRETS:
        egret(stage.frame((x, y, z), size))
    return sheet


def _sky(sheet: Sheet) -> None:
    sheet.shape(rect(0, 0, *SIZE), SKY[0])
    for x, y, s in ((340, 1100, 1.0), (1450, 1075, 1.2), (960, 1150, 0.6)):
        puff = ((-130, 0), (-70, 24), (0, 40), (60, 20), (140, 0), (20, -10))
        sheet.shape(smooth([(x + u * s, y + v * s) for u, v in puff]), WHITE)


def _land(stage: Stage) -> None:
    sheet = stage.sheet
    horizon = stage.camera.see((0, 1e5, 0))[1]
    for i in range(46):
        sheet.shape(cloud(i * 41 - 10, horizon - 4, 26, 14 + (i * 7 % 5) * 3, 7, i * 1.3), LEAF[0])
    sheet.shape(rect(0, 0, SIZE[0], horizon), GRASS[0])
    fields = (
        (20, 34, GRASS[1]), (52, 66, FLOOR[0]), (66, 84, GRASS[1]), (100, 124, YELLOW[0]), (124, 150, GRASS[2]),
        (170, 220, FLOOR[0]), (220, 300, GRASS[1]), (380, 600, GRASS[2]),
    )  # fmt: skip
    for side in (-1, 1):
        for y0, y1, tone in fields:
            far = side * (40 + y0)  # as wide as the camera sees there, and a little more
            stage.ground((side * 19, y0, BANK), (far - side * 19, y1 - y0), tone)
        for x0, x1, tone in ((BROW, BROW + 0.5, STONE[2]), (BROW + 0.5, 12.4, GRASS[1]), (12.4, 15.2, FLOOR[0])):
            stage.ground((side * x0, -32, BANK), (side * (x1 - x0), FAR), tone)
        slope = [
            (side * TOE, -32, 0),
            (side * BROW, -32, BANK),
            (side * BROW, FAR - 32, BANK),
            (side * TOE, FAR - 32, 0),
        ]
        stage.face(slope, STONE[0 if side < 0 else 1])
        for k in range(-8, 34):
            stage.line([(side * TOE, k * 2.4, 0), (side * BROW, k * 2.4, BANK)], STONE[2], 1)
        for t in (0.33, 0.66):
            x, z = side * (TOE + (BROW - TOE) * t), BANK * t
            stage.line([(x, -22, z), (x, 160, z)], STONE[2], 1)
        for x in (12.4, 15.2):
            stage.line([(side * x, -20, BANK), (side * x, 160, BANK)], FLOOR[2], 1.2)


def _water(stage: Stage) -> None:
    stage.ground((-TOE, -32, 0), (2 * TOE, FAR), WATER[1])
    for side in (-1, 1):
        stage.line([(side * TOE, -24, 0), (side * TOE, 300, 0)], pen=1.6)
        stage.line([(side * BROW, -20, BANK), (side * BROW, 300, BANK)], pen=1.4)
    for x, y, w in RIPPLES:
        stage.line([(x, y, 0), (x + w, y, 0)], WHITE, 2.4)
        stage.line([(x + 0.6, y + 0.5, 0), (x + w * 0.7, y + 0.5, 0)], WATER[2], 1.6)


def _sluice(stage: Stage) -> None:
    y, d = 24.0, 6.0
    for x in (-BROW - 1, TOE):
        stage.box((x, y, 0), (4, d, 5.2), STONE, pen=1.6)
    for x, lift in BAYS:
        _gate(stage, x, y + 2, lift)
    for x in (-8.2, -2.9, 2.35, 7.6):
        stage.box((x, y - 0.6, 0), (0.58, d + 0.6, 5.2), (STONE[0], STONE[0], STONE[2]), pen=1.5)
    stage.box((-BROW - 1, y - 0.5, 5.2), (2 * BROW + 2, d + 0.5, 0.5), (STONE[0], WHITE, STONE[1]), pen=1.6)
    for x in (-7.8, -2.6, 2.6, 7.8):
        stage.box((x - 0.3, y + 2.6, 5.7), (0.6, 2.4, 2.4), (STONE[0], WHITE, STEEL[1]), pen=1.4)
    _gate_house(stage, y + 1.6)
    for u in range(-12, 13):
        stage.line([(u, y - 0.4, 5.7), (u, y - 0.4, 6.7)], pen=1.3)
    for z in (6.2, 6.7):
        stage.line([(-12, y - 0.4, z), (12, y - 0.4, z)], pen=1.5)


def _gate(stage: Stage, x: float, y: float, lift: float) -> None:
    stage.box((x, y, lift), (GATE, 0.4, 4.0), BLUE, pen=1.5)
    for k in (1, 2, 3):
        stage.line([(x, y, lift + k), (x + GATE, y, lift + k)], BLUE[2], 1.6)
    for u in (1.5, 3.2):
        stage.line([(x + u, y, lift), (x + u, y, lift + 4)], BLUE[2], 1.6)
    for k in range(8):
        u = x + 0.35 + k * 0.57
        stage.line([(u, y - 0.1, 0.02), (u - 0.1, y - 3.4 - (k * 3 % 4) * 0.5, 0.02)], WHITE, 2.6)


def _gate_house(stage: Stage, y: float) -> None:
    stage.box((-9.2, y, 8.1), (18.4, 4.2, 3.0), (WHITE, WHITE, STEEL[1]), pen=1.8)
    for i in (0, 1, 2, 6, 7, 8):
        _window(stage, (-8.4 + i * 1.98, y, 8.8), 1.1, 1.6)
    stage.letter("水美岸绿", (0, y - 0.02, 9.6), 1.1, BLUE[2], tracking=0.2)
    low, high = ((-10, y - 0.7, 11.1), (10, y - 0.7, 11.1)), ((-9.2, y + 2.1, 12.9), (9.2, y + 2.1, 12.9))
    stage.face([low[0], low[1], high[1], high[0]], RED[0], INK, 1.8)
    for k in range(1, 20):
        t = k / 20
        stage.line([(-10 + 20 * t, y - 0.7, 11.1), (-9.2 + 18.4 * t, y + 2.1, 12.9)], RED[1], 1)


def _window(stage: Stage, at: Place, w: float, h: float) -> None:
    x, y, z = at
    stage.wall(at, (w, h), SKY[2], INK, 1.3)
    stage.line([(x + w / 2, y, z), (x + w / 2, y, z + h)], pen=1)


def _pump_house(stage: Stage) -> None:
    stage.box((15.5, 12, BANK), (10, 8, 4.6), (STONE[0], WHITE, STEEL[1]), pen=1.7)
    stage.box((15.1, 11.6, 6.6), (10.8, 8.8, 0.6), (STEEL[0], BLUE[1], BLUE[2]), pen=1.7)
    for u in (16.3, 18.6, 23.4):
        _window(stage, (u, 12, 3.7), 1.6, 2.0)
    stage.wall((21, 12, 2), (1.7, 3), BLUE[1], INK, 1.4)
    for v in (13.3, 16.2):
        stage.side((15.5, v, 3.7), (1.7, 2), SKY[1], INK, 1.3)
    for v in (18.4, 16.0, 13.6):
        _pipe(stage, v)


def _pipe(stage: Stage, y: float) -> None:
    """A discharge pipe from the pump house over the bank, and its water."""
    camera, r = stage.camera, 0.42
    run = ((15.5, y, 2.6), (11.2, y, 2.6), (8.0, y, 0.72))
    seen = [camera.see(p) for p in run]
    up = [camera.scale(p) * r for p in run]
    top = [(x, v + u) for (x, v), u in zip(seen, up, strict=True)]
    foot = [(x, v - u) for (x, v), u in zip(seen, up, strict=True)]
    stage.sheet.shape(drawn([*top, *foot[::-1]]), BLUE[0], INK, 1.6)
    stage.sheet.line(drawn([top[1], foot[1]], closed=False), INK, 1.6)
    x, v = seen[-1]
    s = up[-1]
    fall = [(x, v, 1.4 * s), (x - 1.3 * s, v - 0.5 * s, 1.4 * s), (x - 2.0 * s, v - 2.2 * s, 1.6 * s)]
    stage.sheet.shape(limb(fall, 0.1), WHITE, INK, 1.2)
    stage.sheet.shape(ellipse(x, v, 0.5 * s, s), BLUE[2], INK, 1.5)
    for w in (1.4, 2.4):
        stage.sheet.line(ellipse(x - 2.1 * s, v - 2.6 * s, w * s, 0.4 * w * s), WHITE, 2)


def _dredger(stage: Stage) -> None:
    x, y = -5.4, 2.6
    stage.box((x, y, -0.1), (6.3, 3.2, 0.9), (WOOD[0], BLUE[1], BLUE[2]), pen=1.8)
    for u in (0.5, 1.9, 3.3, 4.7):
        stage.sheet.shape(stage.on((x, y - 0.01, 0), *UPRIGHT, ellipse(u + 0.3, 0.32, 0.26)), INK)
        stage.sheet.shape(stage.on((x, y - 0.01, 0), *UPRIGHT, ellipse(u + 0.3, 0.32, 0.12)), STEEL[1])
    stage.box((x + 0.6, y + 0.9, 0.8), (1.9, 1.5, 0.95), YELLOW, pen=1.6)
    stage.box((x + 2.4, y + 0.6, 0.8), (1.5, 1.6, 2.2), YELLOW, pen=1.6)
    stage.wall((x + 2.6, y + 0.6, 1.75), (1.1, 1.05), SKY[1], INK, 1.4)
    f = stage.frame((x + 3.9, y + 1.4, 0.8))
    f.shape(smooth(points("-.1,.5 .9,2.5 1.9,3.65 3.1,3.75 3.2,3.45 2.1,3.2 1.3,2.3 .4,.2")), YELLOW[1], INK, 1.8)
    f.shape(limb([(0.9, 1.2, 0.16), (1.75, 2.75, 0.16)], 0), STEEL[0], INK, 1.2)
    f.shape(limb([(2.6, 4.0, 0.3), (3.1, 3.55, 0.42), (3.75, 1.9, 0.32), (4.1, 0.9, 0.24)], 0.3), YELLOW[1], INK, 1.8)
    f.shape(limb([(1.7, 3.75, 0.14), (2.6, 4.0, 0.14)], 0), STEEL[0], INK, 1.2)
    f.shape(smooth(points("3.7,.85 4.4,1.0 4.5,.3 4.0,-.15 3.3,.05")), STEEL[2], INK, 1.8)
    f.shape(cloud(3.85, 0.85, 0.45, 0.16, 7), LEAF[2], INK, 1.2)
    for k in range(4):
        f.stroke((3.5 + k * 0.25, -0.02), (3.47 + k * 0.25, -0.5 - 0.1 * (k % 2)), colour=WHITE, pen=2)
    for r in (1.0, 1.7):
        stage.sheet.line(stage.on((x + 7.9, y + 1.4, 0.01), *FLAT, ellipse(0, 0, r, r * 0.7)), WHITE, 2.2)


def _board(stage: Stage, at: Place) -> None:
    x, y, z = at
    for u in (x + 0.2, x + 2.4):
        stage.line([(u, y, z), (u, y, z + 1.4)], pen=3)
    stage.box((x, y, z + 1.2), (2.6, 0.12, 1.7), (WHITE, WHITE, STEEL[1]), pen=1.8)
    y -= 0.01
    stage.wall((x + 0.08, y, z + 2.22), (2.44, 0.6), BLUE[2])
    stage.letter("河长公示牌", (x + 1.3, y - 0.01, z + 2.52), 0.42, WHITE)
    for k, w in enumerate((2.1, 1.7, 2.0)):
        v = z + 2.0 - k * 0.26
        stage.line([(x + 0.25, y, v), (x + 0.25 + w, y, v)], STEEL[2], 3)


def _green(stage: Stage) -> None:
    for kind, height, x, y0, step, count in TREES:
        for i in range(count):
            place, size = (x, y0 + i * step, BANK), height * (1 + 0.1 * ((i * 5) % 4 - 1.5))
            stage.later(place, partial(KINDS[kind], stage.frame(place, size), i))
    for i in range(30):
        place = ((-7.75, 7.75, -7.9)[i % 3], -17 + i * 1.25, 0)
        stage.later(place, partial(reeds, stage.frame(place, 1.25), i))
    for x, y, who, pose in ((13.2, 6.5, "helmet", "point"), (14.1, 6.2, "blue", "hold")):
        figure = stage.frame((x, y, BANK), 1.75).part(0, 0, flip=True)
        stage.later((x, y, BANK), partial(standing, figure, PEOPLE[who], pose))

"""The park: halls under solar roofs, batteries and chargers, offices, a lake and trees, and the town beyond."""

from __future__ import annotations

from functools import partial

from .ink import BLUE, FLOOR, GRASS, INK, LEAF, RED, SKY, STEEL, STONE, WATER, WHITE, WOOD, YELLOW
from .path import cloud, ellipse, poly, rect, smooth
from .people import PEOPLE, standing
from .sheet import Sheet
from .space import FLAT, Camera, Place, Stage
from .trees import KINDS, egret, reeds
from .works import block, boat, car, container, lorry, panels, shed

SIZE = (1800, 1012)
CAMERA = Camera(eye=(6, -40, 40), target=(4, 130, 0), focal=1400, centre=(900, 425))
HORIZON = 425 + 1400 * 40 / 170

SKYLINE = (  # pixels from the left, width, height over the horizon
    (-10, 60, 34), (70, 40, 58), (116, 52, 40), (180, 34, 84), (222, 64, 46), (300, 44, 66), (352, 30, 104),
    (392, 58, 52), (470, 40, 74), (520, 70, 38), (640, 46, 60), (694, 36, 112), (738, 30, 92), (780, 66, 48),
    (870, 40, 72), (930, 58, 40), (1040, 44, 62), (1092, 34, 96), (1134, 60, 50), (1210, 40, 80), (1258, 70, 44),
    (1350, 42, 64), (1400, 34, 90), (1446, 58, 46), (1520, 40, 70), (1580, 66, 42), (1660, 44, 60), (1720, 90, 36),
)  # fmt: skip
CLOUDS = ((240, 905, 1.0), (800, 950, 0.7), (1580, 915, 1.1))
ROADS = (  # x from, x to, y from, y to
    (-400, 400, 300, 310), (-400, 400, 214, 226), (-400, 400, 128, 140), (-9, 9, 5, 900),
)  # fmt: skip
SHEDS = (  # x, y, width, depth, height, rows and columns of panels, gates
    (-330, 400, 120, 44, 9, 3, 12, 0), (-190, 400, 80, 44, 9, 3, 9, 0), (-96, 400, 70, 44, 9, 3, 9, 0),
    (30, 400, 90, 44, 9, 3, 10, 0), (140, 400, 120, 44, 9, 3, 12, 0),
    (-260, 318, 96, 50, 9, 4, 12, 0), (-150, 318, 60, 50, 9, 4, 8, 0), (-80, 318, 60, 50, 9, 4, 8, 0),
    (20, 318, 60, 50, 9, 4, 8, 0), (96, 318, 80, 50, 9, 4, 10, 0), (190, 318, 90, 50, 9, 4, 10, 0),
    (-190, 232, 80, 50, 10, 5, 12, 3), (-100, 232, 80, 50, 10, 5, 11, 3), (96, 232, 90, 50, 10, 5, 12, 3),
    (-145, 148, 64, 54, 10, 6, 10, 3), (-71, 148, 56, 54, 10, 6, 9, 3), (84, 150, 66, 52, 11, 6, 10, 3),
)  # fmt: skip
LAKE = ((20, 12), (18, 38), (30, 64), (58, 86), (110, 100), (260, 104), (260, 82), (150, 60), (110, 30), (100, 12))
RIPPLES = (
    (34, 46, 9), (44, 60, 12), (58, 42, 8), (76, 72, 14), (100, 88, 20), (40, 32, 7), (62, 56, 10), (50, 24, 8),
    (70, 34, 9),
)  # fmt: skip
REEDS = ((31, 15), (35, 14), (47, 15.5), (49.5, 14.5), (52, 16), (54, 15), (62, 14), (66, 15))
EGRETS = ((62, 66, 3, 4.4), (71, 72, 5, 3.8), (57, 76, 4.5, 3.2))  # right, away, up, from tip to tip
TREES = (  # kind, height, first place, last place, how many
    ("poplar", 12, (-13, 76), (-13, 290), 15),
    ("poplar", 12, (13, 104), (13, 290), 13),
    ("round", 8, (-180, 125), (-20, 125), 20),
    ("round", 8, (24, 125), (220, 125), 22),
    ("round", 8, (-230, 211), (-20, 211), 26),
    ("round", 8, (24, 211), (240, 211), 26),
    ("round", 8, (-300, 296), (-20, 296), 30),
    ("round", 8, (24, 296), (300, 296), 30),
    ("willow", 8, (15, 24), (15.5, 38), 2),
    ("willow", 8, (20, 58), (26, 70), 2),
    ("willow", 8, (32, 76), (92, 106), 6),
    ("bush", 1.5, (-12.5, 26), (-12.5, 70), 16),
)
# letter, the place it names, its stem in pixels
TAGS = (("光", (-44, 160, 14), 74), ("储", (-40, 92, 4), 66), ("充", (-24, 58, 5), 60))


def draw() -> Sheet:
    """Return the picture."""
    sheet = Sheet(*SIZE, pen=2.0)
    stage = Stage(sheet, CAMERA)
    _sky(sheet)
    _ground(stage)
    for x, y, w, d, h, rows, columns, gates in SHEDS:
        hall = partial(shed, stage, (x, y, 0), (w, d, h), rows=rows, columns=columns, doors=gates)
        stage.later((x, y, 0), hall)
    stage.later((30, 150, 0), partial(_offices, stage))
    _storage(stage)
    _charging(stage)
    _trees(stage)
    _traffic(stage)
    stage.flush()
    for letter, place, stem in TAGS:
        _tag(stage, letter, place, stem)
    return sheet


def _sky(sheet: Sheet) -> None:
    sheet.shape(rect(0, 0, *SIZE), SKY[0])
    sheet.shape(ellipse(1290, HORIZON + 104, 46), YELLOW[0])
    for x, y, s in CLOUDS:
        puff = ((-130, 0), (-80, 22), (-20, 38), (50, 24), (130, 3), (30, -8))
        sheet.shape(smooth([(x + u * s, y + v * s) for u, v in puff]), WHITE)
    for x, w, h in SKYLINE:
        sheet.shape(rect(x, HORIZON - 8, w, h), SKY[1])
        sheet.shape(rect(x + w * 0.62, HORIZON - 8, w * 0.38, h), SKY[2])


def _ground(stage: Stage) -> None:
    sheet = stage.sheet
    sheet.shape(rect(0, 0, SIZE[0], HORIZON - 2), GRASS[0])
    for i in range(46):
        sheet.shape(cloud(i * 41 - 10, HORIZON - 4, 26, 12 + (i * 7 % 5) * 2, 7, i * 1.3), LEAF[0])
    for i in range(60):
        sheet.shape(cloud(i * 31 - 10, HORIZON - 34 - (i * 5 % 3) * 4, 18, 7, 7, i * 1.7), GRASS[2])
    for y0, y1, tone in ((560, 640, GRASS[1]), (500, 545, FLOOR[0])):
        stage.ground((-700, y0, 0), (1400, y1 - y0), tone)
    for x0, x1, y0, y1 in ROADS:
        stage.ground((x0, y0, 0), (x1 - x0, y1 - y0), STEEL[0])
    for x in (-9, 9):
        stage.ground((x - 0.3, 5, 0), (0.6, 120), WHITE)
        stage.line([(x * 1.06, 8, 0), (x * 1.06, 128, 0)], STEEL[2], 1.4)
    for y in range(8, 290, 10):
        stage.ground((-0.25, y, 0), (0.5, 4), WHITE)
    for k in range(7):
        stage.ground((-7.4 + k * 2.3, 119, 0), (1.2, 6), WHITE)
    _lake(stage)


def _lake(stage: Stage) -> None:
    sheet = stage.sheet
    bank = smooth([(x - 2.2, y + 1.6) if i < 6 else (x, y) for i, (x, y) in enumerate(LAKE)])
    sheet.shape(stage.on((0, 0, 0), *FLAT, bank), STONE[1], INK, 1.5)
    sheet.shape(stage.on((0, 0, 0), *FLAT, smooth(LAKE)), WATER[1], INK, 1.2)
    for x, y, w in RIPPLES:
        stage.line([(x, y, 0), (x + w, y, 0)], WHITE, 2.2)
        stage.line([(x + w * 0.3, y - 1.2, 0), (x + w * 0.75, y - 1.2, 0)], WATER[2], 1.4)
    for i, reed in enumerate(REEDS):
        stage.later((*reed, 0), partial(reeds, stage.frame((*reed, 0), 3.0), i))
    stage.later((52, 36, 0), partial(boat, stage, (52, 36, 0), 7.0, LEAF[2]))
    for x, y, z, size in EGRETS:
        stage.later((x, y, 0), partial(egret, stage.frame((x, y, z), size)))
    stage.later((26, 50, 0), partial(_deck, stage))


def _deck(stage: Stage) -> None:
    """A look-out over the lake, and two who look."""
    for x in (24.6, 33.4):
        stage.line([(x, 45.4, -0.8), (x, 45.4, 0.3)], pen=2.4)
    stage.box((18, 45, 0.2), (16, 6, 0.4), WOOD, pen=1.3)
    for k in range(1, 10):
        stage.line([(18 + k * 1.6, 45, 0.6), (18 + k * 1.6, 51, 0.6)], WOOD[2], 1)
    for x, who in ((26.5, "blue"), (29.0, "red")):
        standing(stage.frame((x, 48, 0.6), 2.3), PEOPLE[who], "still" if who == "red" else "lead")
    for u in (0.0, 4.0, 8.0, 12.0, 15.9):
        stage.line([(18 + u, 45, 0.6), (18 + u, 45, 1.9)], pen=1.5)
    stage.line([(18, 45, 1.9), (33.9, 45, 1.9), (33.9, 51, 1.9)], pen=1.8)


def _offices(stage: Stage) -> None:
    block(stage, (22, 184, 0), (24, 16, 40), 10, 8)
    block(stage, (50, 178, 0), (24, 18, 25), 6, 7)
    block(stage, (20, 152, 0), (44, 14, 8), 2, 12)


def _storage(stage: Stage) -> None:
    stage.ground((-62, 80, 0), (44, 36), STONE[0], INK, 1.2)
    for row, y in enumerate((84, 93, 102, 111)):
        for x in (-60, -46.5, -33):
            stage.later((x, y, 0), partial(container, stage, (x, y, 0), (BLUE[2], LEAF[2])[row % 2]))


def _charging(stage: Stage) -> None:
    stage.ground((-58, 28, 0), (43, 38), FLOOR[1], INK, 1.2)
    paints = ((WHITE, STEEL[0], STEEL[1]), BLUE, (RED[0], RED[0], RED[1]), (WHITE, WHITE, STEEL[1]), LEAF)
    for row, y in enumerate((34, 54)):
        for i in range(5):
            x = -55 + i * 7.8
            stage.ground((x, y, 0), (7, 5), FLOOR[0], WHITE, 2)
            stage.later((x, y + 5.4, 0), partial(_charger, stage, (x + 6.2, y + 5.2, 0)))
            if (i + row * 2) % 4 != 3:
                place = (x + 0.6, y + 1.6, 0)
                stage.later(place, partial(car, stage, place, paints[(i + row * 3) % 5], bool(row), 1.15))
        stage.later((-36, y + 5.8, 0), partial(_canopy, stage, y + 6.0))


def _charger(stage: Stage, at: Place) -> None:
    x, y, _ = at
    stage.box((x, y, 0), (0.9, 0.5, 2.0), (WHITE, WHITE, LEAF[1]), pen=1.3)
    stage.wall((x + 0.15, y, 1.2), (0.6, 0.55), LEAF[2])


def _canopy(stage: Stage, y: float) -> None:
    for x in (-55, -45.5, -36, -26.5, -17):
        stage.line([(x, y, 0), (x, y, 4.6)], pen=2.6)
        stage.line([(x, y, 3.4), (x, y - 2.6, 4.5)], pen=1.8)
    panels(stage, (-57, y - 3.4, 4.2), (41, 8), 1, 16, 1.4)


def _trees(stage: Stage) -> None:
    for kind, height, (ax, ay), (bx, by), count in TREES:
        for i in range(count):
            t = i / (count - 1)
            place = (ax + (bx - ax) * t, ay + (by - ay) * t, 0)
            size = height * (1 + 0.12 * ((i * 5) % 4 - 1.5))
            stage.later(place, partial(KINDS[kind], stage.frame(place, size), i))


def _traffic(stage: Stage) -> None:
    stage.later((3.4, 62, 0), partial(lorry, stage, (3.0, 62, 0), LEAF[1]))
    stage.later((-5.6, 100, 0), partial(lorry, stage, (-5.8, 100, 0), BLUE[2], away=False))


def _tag(stage: Stage, letter: str, place: Place, stem: float) -> None:
    """A letter in a ring on a stem: what in the picture makes the light, the store, the charge."""
    x, y = stage.camera.see(place)
    sheet, size = stage.sheet, 31.0
    sheet.line(poly([(x, y), (x, y + stem)], closed=False), INK, 2)
    sheet.shape(ellipse(x, y, 5), INK)
    sheet.shape(ellipse(x, y + stem + size, size), WHITE, BLUE[2], 4)
    sheet.letter(letter, x, y + stem + size, size * 1.2, BLUE[2])

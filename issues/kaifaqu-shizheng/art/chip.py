"""The power module: an IPM on its board, traces leading to the five fields where such modules work."""

from __future__ import annotations

from functools import partial
from math import cos, pi, sin

from .ink import BLUE, GRASS, INK, LEAF, RED, SKY, STEEL, WHITE, YELLOW
from .path import Point, ellipse, limb, poly, rect
from .sheet import Sheet
from .space import FLAT, UPRIGHT, Camera, Place, Stage
from .works import car

SIZE = (1500, 1000)
CAMERA = Camera(eye=(-21, -40, 33), target=(0, 0.3, 0.6), focal=3330, centre=(750, 508))
LEAD: tuple[str, str, str] = (WHITE, STEEL[1], STEEL[2])
PINS = 11

FIELDS = (  # name, where it stands about the plate in pixels, the plate, the trace's way there from the module
    ("太阳能", (0, -122), (-7.8, 2.6), ((-4.4, 1.2), (-6.4, 1.2))),
    ("风力发电", (150, 92), (-1.9, 7.4), ((-1.9, 2.4),)),
    ("工业", (0, 118), (5.4, 6.6), ((2.6, 2.4), (2.6, 6.6))),
    ("白色家电", (0, -128), (-2.7, -6.4), ((-2.7, -2.4),)),
    ("新能源汽车", (0, -122), (6.2, -4.4), ((2.7, -2.4), (2.7, -4.4))),
)


def draw() -> Sheet:
    """Return the picture."""
    sheet = Sheet(*SIZE)
    sheet.shape(rect(0, 0, *SIZE), SKY[0])
    stage = Stage(sheet, CAMERA)
    _board(stage)
    for name, shift, (x, y), trace in FIELDS:
        _trace(stage, [*trace, (x, y)])
        _plate(stage, x, y, name, shift)
    for draw_field, (_, _, (x, y), _) in zip((_solar, _wind, _motor, _washer, _vehicle), FIELDS, strict=True):
        stage.later((x, y, 0), partial(draw_field, stage, (x, y, 0.12)))
    stage.later((0, 0, 0), partial(_module, stage))
    stage.flush()
    return sheet


def _board(stage: Stage) -> None:
    for k in range(-24, 25, 2):
        stage.line([(k, -16, 0), (k, 22, 0)], SKY[1], 1.2)
        stage.line([(-24, k, 0), (24, k, 0)], SKY[1], 1.2)
    for x, y in ((-8, -2.4), (8.4, 1.4), (9.6, -1), (2.2, 11), (-10.4, 0), (9.4, 4), (1.6, -6.6), (-5, 9)):
        stage.disc((x, y, 0), 0.22, WHITE, BLUE[1], 2)


def _trace(stage: Stage, way: list[tuple[float, float]]) -> None:
    places = [(x, y, 0) for x, y in way]
    stage.line(places, BLUE[1], 10)
    stage.line(places, WHITE, 4)
    (ax, ay), (bx, by) = way[0], way[1]
    for t in (0.34, 0.68):
        stage.disc((ax + (bx - ax) * t, ay + (by - ay) * t, 0), 0.13, RED[1])


def _plate(stage: Stage, x: float, y: float, name: str, shift: Point) -> None:
    for z, tone in ((0, STEEL[1]), (0.12, WHITE)):
        stage.disc((x, y, z), 1.95, tone, INK, 1.8)
    stage.disc((x, y, 0.12), 1.72, GRASS[0], BLUE[1], 1.4)
    u, v = stage.camera.see((x, y, 0))
    stage.sheet.letter(name, u + shift[0], v + shift[1], 34, INK)


def _module(stage: Stage) -> None:
    _pins(stage, 1.9, 1)
    stage.box((-4.5, -2.1, 0.06), (9.0, 4.2, 0.3), YELLOW, pen=1.8)
    for x in (-4.22, 4.22):
        stage.sheet.shape(stage.on((x, 0, 0.36), *FLAT, ellipse(0, 0, 0.17, 0.3)), WHITE, INK, 1.6)
    stage.box((-4.0, -2.0, 0.36), (8.0, 4.0, 1.05), (STEEL[1], BLUE[1], BLUE[2]), pen=2.2)
    stage.line([(-4, 2, 0.9), (-4, -2, 0.9), (4, -2, 0.9)], BLUE[0], 2)
    rim = [(-3.7, -1.7, 1.41), (3.7, -1.7, 1.41), (3.7, 1.7, 1.41), (-3.7, 1.7, 1.41)]
    stage.face(rim, STEEL[0], BLUE[2], 1.6)
    stage.letter("IPM", (0, 0.45, 1.42), 1.75, BLUE[2], *FLAT, tracking=0.14)
    stage.letter("智能功率模块", (0, -1.05, 1.42), 0.62, INK, *FLAT, tracking=0.22)
    stage.disc((-3.3, 1.3, 1.42), 0.18, RED[1])
    _pins(stage, -1.9, -1)


def _pins(stage: Stage, y: float, away: int) -> None:
    """A row of leads: out of the body at *y*, away from it, and down to the board."""
    for i in range(PINS):
        x = -3.4 + i * 6.8 / (PINS - 1)
        near, far = sorted((y, y + away * 1.0))
        stage.box((x - 0.13, near, 0.5), (0.26, far - near, 0.1), LEAD, pen=1.4)
        stage.box((x - 0.13, far if away > 0 else near - 0.1, 0), (0.26, 0.1, 0.6), LEAD, pen=1.4)


def _solar(stage: Stage, at: Place) -> None:
    x, y, z = at
    for v in (y + 0.35, y - 1.0):
        for u in (x - 1.0, x + 1.0):
            stage.line([(u, v + 0.85, z), (u, v + 0.85, z + 0.95)], pen=2.4)
        low, high = (v, z + 0.15), (v + 0.9, z + 1.15)
        stage.face([(x - 1.4, *low), (x + 1.4, *low), (x + 1.4, *high), (x - 1.4, *high)], BLUE[1], INK, 1.8)
        for i in range(1, 6):
            u = x - 1.4 + i * 2.8 / 6
            stage.line([(u, v, z + 0.15), (u, v + 0.9, z + 1.15)], WHITE, 1.4)
        stage.line([(x - 1.4, v + 0.45, z + 0.65), (x + 1.4, v + 0.45, z + 0.65)], WHITE, 1.4)


def _wind(stage: Stage, at: Place) -> None:
    f = stage.frame(at)
    f.shape(poly([(-0.14, 0), (0.14, 0), (0.06, 4.0), (-0.06, 4.0)]), WHITE, INK, 1.7)
    for turn in (100, 220, 340):
        c, s = cos(turn * pi / 180), sin(turn * pi / 180)
        blade = [(0, 4.0, 0.1), (0.7 * c, 4.0 + 0.7 * s, 0.24), (1.9 * c, 4.0 + 1.9 * s, 0.05)]
        f.shape(limb(blade, 0.2), WHITE, INK, 1.6)
    f.shape(ellipse(0, 4.0, 0.15), STEEL[1], INK, 1.6)


def _motor(stage: Stage, at: Place) -> None:
    """An industrial motor with its cooling fins, shaft to the right."""
    x, y, z = at
    stage.box((x - 1.2, y - 0.6, z), (2.1, 1.2, 0.2), (STEEL[0], STEEL[1], STEEL[2]), pen=1.6)
    stage.box((x + 0.7, y - 0.12, z + 0.65), (0.7, 0.24, 0.24), LEAD, pen=1.5)
    stage.box((x - 1.1, y - 0.55, z + 0.2), (1.8, 1.1, 1.15), LEAF, pen=1.8)
    for k in range(1, 8):
        u = x - 1.1 + k * 0.225
        stage.line([(u, y - 0.55, z + 0.25), (u, y - 0.55, z + 1.35), (u, y + 0.55, z + 1.35)], LEAF[2], 1.8)
    stage.box((x - 0.6, y - 0.35, z + 1.35), (0.8, 0.7, 0.34), LEAF, pen=1.6)


def _washer(stage: Stage, at: Place) -> None:
    x, y, z = at
    stage.box((x - 0.85, y - 0.7, z), (1.6, 1.4, 1.95), (WHITE, WHITE, STEEL[1]), pen=1.8)
    door = (x - 0.05, y - 0.71, z + 0.8)
    for radius, tone in ((0.56, STEEL[0]), (0.4, BLUE[0])):
        stage.sheet.shape(stage.on(door, *UPRIGHT, ellipse(0, 0, radius)), tone, INK, 1.7)
    y -= 0.71
    stage.line([(x - 0.85, y, z + 1.56), (x + 0.75, y, z + 1.56)], pen=1.4)
    stage.wall((x - 0.7, y, z + 1.66), (0.55, 0.18), BLUE[1])
    for u in (0.2, 0.5):
        stage.sheet.shape(stage.on((x + u, y, z + 1.75), *UPRIGHT, ellipse(0, 0, 0.08)), STEEL[1], INK, 1.2)


def _vehicle(stage: Stage, at: Place) -> None:
    x, y, z = at
    car(stage, (x - 1.5, y - 0.6, z), (RED[0], RED[0], RED[1]), flip=True, scale=0.72)

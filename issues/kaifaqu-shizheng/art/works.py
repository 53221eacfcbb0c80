"""Works: the buildings, panels, cars and vessels that the landscapes share; sizes in metres."""

from __future__ import annotations

from .ink import BLUE, INK, SKY, SLATE, STEEL, STONE, WHITE, Tones
from .path import Point, ellipse, points, poly, smooth
from .people import PEOPLE, standing
from .sheet import Colour
from .space import UPRIGHT, Place, Stage

SHED: Tones = (STEEL[0], WHITE, STEEL[1])
HULL = points("-.5,.14 -.42,.02 -.3,-.02 .3,-.02 .42,.03 .52,.17 .3,.115 -.3,.115")  # of the boat, in its lengths

# an electric car's side, metres from its tail and from the ground, nose to the right
BODY = points("0,.35 0,.8 .12,1.0 .7,1.06 3.35,1.02 4.1,.86 4.3,.62 4.3,.35")[::-1]
CABIN = points(".45,1.02 1.0,1.46 1.5,1.54 2.3,1.52 3.3,1.02")[::-1]
GLASS = points(".68,1.06 1.08,1.4 1.52,1.47 2.24,1.45 3.02,1.06")
WHEELS = (0.85, 3.45)


def panels(stage: Stage, at: Place, size: tuple[float, float], rows: int, columns: int, tilt: float = 0.35) -> None:
    """Rows of solar panels on a roof at *at*, over *size*; each row a tilted plane that faces the south, the viewer."""
    x, y, z = at
    pitch = size[1] / rows
    for row in reversed(range(rows)):
        y0 = y + row * pitch
        y1 = y0 + pitch * 0.68
        z1 = z + tilt + pitch * 0.12
        plane = [(x, y0, z + tilt * 0.4), (x + size[0], y0, z + tilt * 0.4), (x + size[0], y1, z1), (x, y1, z1)]
        stage.face(plane, BLUE[1], INK, stage.pen(at, 0.11))
        for k in range(1, columns):
            u = x + size[0] * k / columns
            stage.line([(u, y0, z + tilt * 0.4), (u, y1, z1)], BLUE[0], stage.pen(at, 0.08))


def shed(
    stage: Stage, at: Place, size: Place, band: Colour = BLUE[2], rows: int = 5, columns: int = 10, doors: int = 3
) -> None:
    """A factory hall with a coloured band, a strip of windows, gates, and solar panels on the roof."""
    x, y, z = at
    w, d, h = size
    pen = stage.pen((x, y, 0), 0.16)
    stage.box(at, size, SHED, pen=pen)
    edge = _edge(stage, x, w)
    for low, high, fill, line in ((0.78, 0.93, band, None), (0.5, 0.66, SKY[2], INK)):
        stage.wall((x, y, z + h * low), (w, h * (high - low)), fill, line, pen * 0.5)
        if edge is not None:
            stage.side((edge, y, z + h * low), (d, h * (high - low)), fill, line, pen * 0.5)
    for i in range(doors):
        u = x + w * (i + 0.6) / (doors + 0.2)
        stage.wall((u - 1.9, y, z), (3.8, 3.9), STEEL[1], INK, pen * 0.8)
        for k in (1, 2, 3):
            stage.line([(u - 1.9, y, z + k), (u + 1.9, y, z + k)], STEEL[2], pen * 0.6)
    for i in range(1, 2 * columns):
        u = x + w * i / (2 * columns)
        stage.line([(u, y, z + h * 0.5), (u, y, z + h * 0.66)], INK, pen * 0.5)
    panels(stage, (x + 2, y + 2, z + h), (w - 4, d - 4), rows, columns)


def _edge(stage: Stage, x: float, w: float) -> float | None:
    """Where the side wall stands that the camera sees, if it sees one."""
    eye = stage.camera.eye[0]
    return x + w if eye > x + w else x if eye < x else None


def block(stage: Stage, at: Place, size: Place, floors: int, bays: int) -> None:
    """An office block with rows of windows."""
    x, y, z = at
    w, d, h = size
    pen = stage.pen(at, 0.16)
    stage.box(at, size, (STONE[0], WHITE, STEEL[0]), pen=pen)
    rise, edge = h / (floors + 0.6), _edge(stage, x, w)
    for floor in range(floors):
        sill = z + rise * (floor + 0.35)
        for i in range(bays):
            stage.wall((x + w * (i + 0.18) / bays, y, sill), (w * 0.64 / bays, rise * 0.6), SKY[2], INK, pen * 0.5)
        if edge is not None:
            stage.side((edge, y + 2, sill), (d - 4, rise * 0.6), BLUE[0])


def container(stage: Stage, at: Place, stripe: Colour) -> None:
    """A battery container, 12 m by 2.6 m, its doors and fans towards the viewer."""
    x, y, z = at
    stage.box(at, (12, 2.8, 3.1), (WHITE, WHITE, STEEL[1]), pen=stage.pen(at, 0.12))
    stage.wall((x, y, z + 2.3), (12, 0.45), stripe)
    for i in range(1, 6):
        stage.line([(x + 2 * i, y, z + 0.2), (x + 2 * i, y, z + 2.2)], STEEL[2], stage.pen(at, 0.08))
    for u in (1.0, 11.0):
        fan = stage.on((x, y, z), *UPRIGHT, ellipse(u, 1.25, 0.62))
        stage.sheet.shape(fan, SKY[1], INK, stage.pen(at, 0.08))


def car(stage: Stage, at: Place, paint: Tones, flip: bool = False, scale: float = 1.0) -> None:
    """A small electric car seen from its side, nose to the right or, with *flip*, to the left."""
    pen = stage.pen(at, 0.045 * scale)

    def turned(outline: list[Point]) -> list[Point]:
        if not flip:
            return [(x * scale, y * scale) for x, y in outline]
        return [((4.3 - x) * scale, y * scale) for x, y in reversed(outline)]

    width = 1.75 * scale
    stage.solid(turned(BODY), at, width, paint, pen)
    x, y, z = at
    stage.solid(turned(CABIN), (x, y + 0.12 * scale, z), width - 0.24 * scale, (paint[0], paint[1], SKY[2]), pen)
    stage.sheet.shape(stage.on((x, y + 0.12 * scale, z), *UPRIGHT, poly(turned(GLASS))), SKY[1], INK, pen * 0.8)
    stage.line([(x + u, y, z + v) for u, v in turned([(1.62, 0.45), (1.62, 1.05)])], pen=pen * 0.7)
    for u, v in turned([(wheel, 0.36) for wheel in WHEELS]):
        for radius, tone in ((0.36, SLATE[2]), (0.17, STEEL[0])):
            disc = stage.on((x, y - 0.01, z), *UPRIGHT, ellipse(u, v, radius * scale))
            stage.sheet.shape(disc, tone, INK, pen)


def lorry(stage: Stage, at: Place, stripe: Colour, away: bool = True) -> None:
    """A box lorry on the road, its tail or its cab towards the viewer."""
    x, y, z = at
    pen = stage.pen(at, 0.06)
    cab, load = ((x, y + 8.4, z + 0.5), (x, y, z + 0.5)) if away else ((x, y, z + 0.5), (x, y + 2.2, z + 0.5))
    parts = [(cab, (2.4, 2.0, 2.3), (WHITE, WHITE, STEEL[1])), (load, (2.5, 8.0, 3.0), (WHITE, WHITE, STEEL[0]))]
    for corner, size, tones in parts if away else parts[::-1]:
        stage.box(corner, size, tones, pen=pen)
    stage.wall((x + 0.2, y, z + 1.7), (2.0, 0.9), WHITE if away else SKY[2], INK, pen * 0.7)
    stage.wall((x, y, z + 0.8), (2.4, 0.5), stripe)
    for u in (0.15, 1.75):
        stage.wall((x + u, y, z), (0.5, 0.5), SLATE[2])


def boat(stage: Stage, at: Place, length: float, trim: Colour) -> None:
    """A flat workboat seen from its side, a crew of one standing in it."""
    f = stage.frame(at, length)
    standing(stage.frame((at[0] + length * 0.12, at[1] + 0.2, at[2] + 0.15), 1.7), PEOPLE["helmet"], "hold")
    f.shape(smooth(HULL), WHITE, INK, f.sheet.pen * 0.8)
    f.stroke((-0.44, 0.075), (0.44, 0.085), colour=trim, pen=f.sheet.pen * 2)
    for x0, x1, y in ((-0.62, 0.5, -0.05), (-0.3, 0.66, -0.085)):
        f.stroke((x0, y), (x1, y), colour=WHITE, pen=f.sheet.pen)

"""Space: a camera, and solids seen by it as flat faces with a pen line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import sqrt

from .ink import INK, Tones
from .letters import HAN_MIDDLE, outline
from .path import Path, Point, drawn, ellipse, mapped
from .sheet import Colour, Frame, Sheet

Place = tuple[float, float, float]  # metres: right, away, up

NEAR = 0.5  # metres before the eye, where faces are cut off
STEEP = 0.35  # a slope beyond this is shaded as a side, below it as a top


def _minus(a: Place, b: Place) -> Place:
    return a[0] - b[0], a[1] - b[1], a[2] - b[2]


def _dot(a: Place, b: Place) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: Place, b: Place) -> Place:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _unit(a: Place) -> Place:
    length = sqrt(_dot(a, a))
    return a[0] / length, a[1] / length, a[2] / length


@dataclass(frozen=True, slots=True)
class Camera:
    """A central projection: *eye* looks at *target*; *focal* is in units of the sheet, *centre* is the target on it."""

    eye: Place
    target: Place
    focal: float
    centre: Point
    axes: tuple[Place, Place, Place] = field(init=False)

    def __post_init__(self) -> None:
        ahead = _unit(_minus(self.target, self.eye))
        right = _unit(_cross(ahead, (0, 0, 1)))
        object.__setattr__(self, "axes", (right, _cross(right, ahead), ahead))

    def depth(self, p: Place) -> float:
        return _dot(_minus(p, self.eye), self.axes[2])

    def scale(self, p: Place) -> float:
        """Units of the sheet per metre at *p*."""
        return self.focal / max(self.depth(p), NEAR)

    def see(self, p: Place) -> Point:
        d, s = _minus(p, self.eye), self.scale(p)
        return self.centre[0] + _dot(d, self.axes[0]) * s, self.centre[1] + _dot(d, self.axes[1]) * s

    def clip(self, places: Sequence[Place]) -> list[Place]:
        """*places* as a polygon, cut off at the near plane."""
        kept: list[Place] = []
        for a, b in zip(places, [*places[1:], places[0]], strict=True):
            da, db = self.depth(a) - NEAR, self.depth(b) - NEAR
            if da >= 0:
                kept.append(a)
            if (da >= 0) != (db >= 0):
                t = da / (da - db)
                kept.append((a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t))
        return kept


# the two ways of a plane that lies and of one that faces the viewer
FLAT: tuple[Place, Place] = (1, 0, 0), (0, 1, 0)
UPRIGHT: tuple[Place, Place] = (1, 0, 0), (0, 0, 1)

# corners of a box, numbered x + 2 y + 4 z, and its faces: outward normal, corners, which tone
BOX_FACES: tuple[tuple[Place, tuple[int, int, int, int], int], ...] = (
    ((0, 1, 0), (3, 2, 6, 7), 1),
    ((-1, 0, 0), (2, 0, 4, 6), 2),
    ((1, 0, 0), (1, 3, 7, 5), 2),
    ((0, -1, 0), (0, 1, 5, 4), 1),
    ((0, 0, -1), (0, 2, 3, 1), 2),
    ((0, 0, 1), (4, 5, 7, 6), 0),
)


@dataclass(slots=True)
class Stage:
    """A sheet with a camera before it. Things drawn with ``later`` wait, and appear from far to near."""

    sheet: Sheet
    camera: Camera
    waiting: list[tuple[float, Callable[[], None]]] = field(default_factory=list)

    def later(self, p: Place, draw: Callable[[], None], bias: float = 0.0) -> None:
        """Draw with the things at *p*'s distance; a positive *bias* (metres) brings it forward."""
        self.waiting.append((self.camera.depth(p) - bias, draw))

    def flush(self) -> None:
        """Draw what waits, the farthest first."""
        for _, draw in sorted(self.waiting, key=lambda item: -item[0]):
            draw()
        self.waiting.clear()

    def pen(self, p: Place, width: float) -> float:
        """A pen of *width* metres as seen at *p*, kept between a hairline and a strong line."""
        return min(max(self.camera.scale(p) * width, 0.9), 3.0)

    def face(
        self, places: Sequence[Place], fill: Colour | None, line: Colour | None = None, pen: float | None = None
    ) -> None:
        """A flat polygon in space."""
        seen = [self.camera.see(p) for p in self.camera.clip(places)]
        if len(seen) > 2:
            self.sheet.shape(drawn(seen), fill, line, pen)

    def wall(self, at: Place, size: Point, fill: Colour, line: Colour | None = None, pen: float | None = None) -> None:
        """An upright rectangle that faces the viewer, by its lower left corner, its width and height."""
        (x, y, z), (w, h) = at, size
        self.face([at, (x + w, y, z), (x + w, y, z + h), (x, y, z + h)], fill, line, pen)

    def side(self, at: Place, size: Point, fill: Colour, line: Colour | None = None, pen: float | None = None) -> None:
        """An upright rectangle that runs away from the viewer, by its near lower corner, its depth and height."""
        (x, y, z), (d, h) = at, size
        self.face([at, (x, y + d, z), (x, y + d, z + h), (x, y, z + h)], fill, line, pen)

    def ground(
        self, at: Place, size: Point, fill: Colour, line: Colour | None = None, pen: float | None = None
    ) -> None:
        """A lying rectangle by its near left corner, its width and depth."""
        (x, y, z), (w, d) = at, size
        self.face([at, (x + w, y, z), (x + w, y + d, z), (x, y + d, z)], fill, line, pen)

    def disc(
        self, at: Place, radius: float, fill: Colour, line: Colour | None = None, pen: float | None = None
    ) -> None:
        """A circle lying on the ground."""
        self.sheet.shape(self.on(at, *FLAT, ellipse(0, 0, radius)), fill, line, pen)

    def line(self, places: Sequence[Place], colour: Colour | None = None, pen: float | None = None) -> None:
        """An open line in space, all of it before the camera."""
        self.sheet.line(drawn([self.camera.see(p) for p in places], closed=False), colour, pen)

    def box(self, at: Place, size: Place, tones: Tones, line: Colour | None = INK, pen: float | None = None) -> None:
        """A box by its least corner; only the faces turned to the eye are drawn."""
        (x, y, z), (w, d, h) = at, size
        corner = [(x + w * (i & 1), y + d * (i >> 1 & 1), z + h * (i >> 2)) for i in range(8)]
        for normal, ring, tone in BOX_FACES:
            if _dot(_minus(self.camera.eye, corner[ring[0]]), normal) > 0:
                self.face([corner[i] for i in ring], tones[tone], line, pen)

    def solid(self, profile: Sequence[Point], at: Place, depth: float, tones: Tones, pen: float | None = None) -> None:
        """A prism: *profile*, right and up from *at*, counter-clockwise, running *depth* metres away."""
        x, y, z = at
        ring = [(x + u, y, z + v) for u, v in profile]
        strips = []
        for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
            normal = (b[2] - a[2], 0.0, a[0] - b[0])
            if _dot(_minus(self.camera.eye, a), normal) > 0:
                steep = abs(normal[0]) > STEEP * abs(normal[2])
                strips.append(([a, b, (b[0], y + depth, b[2]), (a[0], y + depth, a[2])], tones[2 if steep else 0]))
        strips.sort(key=lambda strip: -max(self.camera.depth(p) for p in strip[0]))
        for places, tone in strips:
            self.face(places, tone, INK, pen)
        self.face(ring, tones[1], INK, pen)

    def on(self, origin: Place, across: Place, up: Place, path: Path) -> Path:
        """*path*, drawn in metres on the plane through *origin*, as the camera sees it."""

        def see(p: Point) -> Point:
            return self.camera.see(
                (
                    origin[0] + across[0] * p[0] + up[0] * p[1],
                    origin[1] + across[1] * p[0] + up[1] * p[1],
                    origin[2] + across[2] * p[0] + up[2] * p[1],
                )
            )

        return mapped(path, see)

    def letter(
        self,
        text: str,
        middle: Place,
        size: float,
        colour: Colour,
        across: Place = (1, 0, 0),
        up: Place = (0, 0, 1),
        face: str = "hei-bold",
        tracking: float = 0.06,
    ) -> None:
        """Letter *text* in space, centred on *middle*; *size* in metres."""
        path, width = outline(text, face, size, tracking)
        path = mapped(path, lambda p: (p[0] - width / 2, p[1] - HAN_MIDDLE * size))
        self.sheet.shape(self.on(middle, across, up, path), colour)

    def frame(self, p: Place, height: float = 1.0) -> Frame:
        """An upright frame standing at *p*, one unit being *height* metres across and, foreshortened, up."""
        x, y = self.camera.see(p)
        top = self.camera.see((p[0], p[1], p[2] + height))
        return Frame(self.sheet, x, y, self.camera.scale(p) * height, top[1] - y)

"""Paths: lists of PDF path steps, and the few shapes that the drawings are made of.

A path is a list of steps ``(operator, points)`` with the operators of PDF: ``m``, ``l``, ``c``, ``h``. Units are
those of the sheet or, inside a frame, of the frame; y points up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, sin

Point = tuple[float, float]
Step = tuple[str, tuple[Point, ...]]
Path = list[Step]

BOWED, BOW, BOW_MOST = 40.0, 0.006, 1.7  # the shortest edge that bows, by how much of its length, and at most
CIRCLE = 0.5523  # handle length of a quarter circle drawn as a Bézier curve


def points(text: str) -> list[Point]:
    """Points from a compact table: ``"x,y x,y …"``, as drawings keep them."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]


def mapped(path: Path, see: Callable[[Point], Point]) -> Path:
    """Return *path* with each point, handles included, sent through *see*."""
    return [(op, tuple(see(p) for p in points)) for op, points in path]


def poly(points: Iterable[Point], closed: bool = True) -> Path:
    """A polygon or an open line through *points*."""
    path: Path = [("l" if i else "m", (p,)) for i, p in enumerate(points)]
    return [*path, ("h", ())] if closed else path


def drawn(corners: Sequence[Point], closed: bool = True) -> Path:
    """A polygon or line through *corners* as a hand draws it: each edge bows by a hair.

    The bow depends on the edge's two ends alone, so faces that share an edge share its line.
    """
    path: Path = [("m", (corners[0],))]
    ends = [*corners[1:], corners[0]] if closed else list(corners[1:])
    for (ax, ay), (bx, by) in zip(corners, ends, strict=False):
        length = hypot(bx - ax, by - ay)
        if length < BOWED:
            path.append(("l", ((bx, by),)))
            continue
        lean = ((ax + bx) * 0.731 + (ay + by) * 1.137) % 2 - 1
        bow = lean * min(BOW * length, BOW_MOST) * (1 if (bx, by) > (ax, ay) else -1) / length
        nx, ny = -(by - ay) * bow, (bx - ax) * bow
        one = (ax + (bx - ax) * 0.3 + nx, ay + (by - ay) * 0.3 + ny)
        two = (ax + (bx - ax) * 0.72 + nx, ay + (by - ay) * 0.72 + ny)
        path.append(("c", (one, two, (bx, by))))
    return [*path, ("h", ())] if closed else path


def rect(x: float, y: float, w: float, h: float) -> Path:
    """A rectangle by its lower left corner."""
    return poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> Path:
    """An ellipse about (x, y); a circle without *ry*."""
    ry = rx if ry is None else ry
    kx, ky = rx * CIRCLE, ry * CIRCLE
    return [
        ("m", ((x + rx, y),)),
        ("c", ((x + rx, y + ky), (x + kx, y + ry), (x, y + ry))),
        ("c", ((x - kx, y + ry), (x - rx, y + ky), (x - rx, y))),
        ("c", ((x - rx, y - ky), (x - kx, y - ry), (x, y - ry))),
        ("c", ((x + kx, y - ry), (x + rx, y - ky), (x + rx, y))),
        ("h", ()),
    ]


def smooth(knots: Sequence[Point], closed: bool = True) -> Path:
    """A soft curve through *knots* (Catmull–Rom, as Bézier curves)."""
    n = len(knots)

    def at(i: int) -> Point:
        return knots[i % n] if closed else knots[min(max(i, 0), n - 1)]

    path: Path = [("m", (knots[0],))]
    for i in range(n if closed else n - 1):
        a, b, c, d = at(i - 1), at(i), at(i + 1), at(i + 2)
        one = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        two = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        path.append(("c", (one, two, c)))
    return [*path, ("h", ())] if closed else path


def cloud(x: float, y: float, rx: float, ry: float, lobes: int, phase: float = 0.0, swell: float = 0.36) -> Path:
    """A crown or a bush: *lobes* round bulges of uneven size about an ellipse, with a cusp between neighbours."""
    turns = [2 * pi * (i + 0.22 * sin(2.4 * i + phase)) / lobes + phase for i in range(lobes)]
    rim = [(x + rx * (1 + 0.06 * sin(3.1 * i + phase)) * cos(t), y + ry * sin(t)) for i, t in enumerate(turns)]
    path: Path = [("m", (rim[0],))]
    for i, (ax, ay) in enumerate(rim):
        bx, by = rim[(i + 1) % lobes]
        out = (by - ay) * swell * 1.6, (ax - bx) * swell * 1.6
        one = (ax + out[0] - (bx - ax) * 0.06, ay + out[1] - (by - ay) * 0.06)
        two = (bx + out[0] + (bx - ax) * 0.06, by + out[1] + (by - ay) * 0.06)
        path.append(("c", (one, two, (bx, by))))
    return [*path, ("h", ())]


def limb(spine: Sequence[tuple[float, float, float]], cap: float = 0.5) -> Path:
    """A strip along *spine*, points (x, y, width): an arm, a branch; its ends round, or cut straight without *cap*."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y, w) in enumerate(spine):
        (ax, ay, _), (bx, by, _) = spine[max(i - 1, 0)], spine[min(i + 1, len(spine) - 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / length * w / 2, (bx - ax) / length * w / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    if not cap:
        there, back = smooth(left, closed=False), smooth(right[::-1], closed=False)
        return [*there, ("l", (right[-1],)), *back[1:], ("h", ())]
    return smooth([_tip(spine[1], spine[0], cap), *left, _tip(spine[-2], spine[-1], cap), *reversed(right)])


def _tip(before: tuple[float, float, float], end: tuple[float, float, float], cap: float) -> Point:
    length = hypot(end[0] - before[0], end[1] - before[1]) or 1.0
    reach = end[2] * cap / length
    return end[0] + (end[0] - before[0]) * reach, end[1] + (end[1] - before[1]) * reach


def arc(x: float, y: float, r: float, start: float, stop: float, steps: int = 12) -> list[Point]:
    """Points of an arc, angles in degrees, counter-clockwise from the right."""
    turn = [pi / 180 * (start + (stop - start) * i / steps) for i in range(steps + 1)]
    return [(x + r * cos(t), y + r * sin(t)) for t in turn]

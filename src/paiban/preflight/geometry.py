"""Matrices, boxes and outlines in PDF axes: x right, y up, points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, sqrt

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT_SQUARE: tuple[Point, ...] = ((0, 0), (1, 0), (1, 1), (0, 1))
FAR = 1e9
"""Nothing of a page lies further out; larger numbers only make trouble."""

_CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)

SLACK = 0.01
"""What two points of one line may differ by, in points of the page: a rounding error."""


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and then ``then``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    found = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
    if all(-FAR < v < FAR for v in found):
        return found
    a, b, c, d, e, f = (min(max(v, -FAR), FAR) if v == v else 0.0 for v in found)  # noqa: PLR0124 - not a number
    return (a, b, c, d, e, f)


def moved(matrix: Matrix, x: float, y: float) -> Point:
    """Where ``matrix`` takes the point."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def outline(matrix: Matrix, points: Iterable[Point]) -> list[Point]:
    """Where ``matrix`` takes each of the points."""
    a, b, c, d, e, f = matrix
    return [(a * x + c * y + e, b * x + d * y + f) for x, y in points]


def scale(matrix: Matrix) -> float:
    """By how much ``matrix`` enlarges lengths, on the mean of both axes."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def sides(matrix: Matrix) -> tuple[float, float]:
    """How long ``matrix`` makes the sides of the unit square."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])


def bounds(points: Sequence[Point]) -> Bounds:
    """The box around the points (at least one)."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def common(one: Bounds, other: Bounds) -> Bounds | None:
    """What two boxes share; None where they do not meet."""
    box = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return box if box[0] <= box[2] and box[1] <= box[3] else None


def grown(box: Bounds, by: float) -> Bounds:
    """The box moved outward by ``by`` on all sides."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def holds(outer: Bounds, inner: Bounds) -> bool:
    """Whether ``inner`` lies within ``outer``, but for a rounding error."""
    left, bottom, right, top = grown(outer, SLACK)
    return left <= inner[0] and bottom <= inner[1] and inner[2] <= right and inner[3] <= top


def corners(box: Bounds) -> list[Point]:
    """The corners of a box, in order."""
    return [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]


def is_upright(points: Sequence[Point]) -> bool:
    """Whether the outline is a rectangle with sides along the axes."""
    ring = points[:-1] if len(points) == 5 and _same(points[0], points[4]) else points
    if len(ring) != 4:
        return False
    return all(
        (abs(p[0] - q[0]) <= SLACK) != (abs(p[1] - q[1]) <= SLACK) or _same(p, q)
        for p, q in zip(ring, [*ring[1:], ring[0]], strict=True)
    )


def _same(p: Point, q: Point) -> bool:
    return abs(p[0] - q[0]) <= SLACK and abs(p[1] - q[1]) <= SLACK


def curve(start: Point, one: Point, two: Point, end: Point) -> list[Point]:
    """A Bézier curve as a few straight steps, without its start."""
    steps = []
    for t in _CURVE_STEPS:
        s = 1 - t
        w0, w1, w2, w3 = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        x = w0 * start[0] + w1 * one[0] + w2 * two[0] + w3 * end[0]
        y = w0 * start[1] + w1 * one[1] + w2 * two[1] + w3 * end[1]
        steps.append((x, y))
    return steps


def clipped(points: Sequence[Point], box: Bounds) -> list[Point]:
    """The part of a closed outline inside a box (Sutherland and Hodgman)."""
    ring = list(points)
    for axis, edge, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        if ring:
            ring = _cut(ring, axis, edge, sign)
    return ring


def _cut(ring: list[Point], axis: int, edge: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    before = ring[-1]
    for point in ring:
        inside, was_inside = (point[axis] - edge) * sign >= 0, (before[axis] - edge) * sign >= 0
        if inside != was_inside:
            part = (edge - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside:
            kept.append(point)
        before = point
    return kept

"""A drawing in black and white to the outlines of its ink, on a grid of a thousandth of an em.

In comes the ink as a picture of whole pixels, out go closed loops of points with the ink on their right (y down), so
that outlines and the holes in them run opposite ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

Point = tuple[int, int]
Loop = list[Point]
Span = tuple[int, int]

TOLERANCE = 0.6
"""How far a line may leave the pixels' edges so as to run straight where these are steps, in pixels."""


def loops_of(rows: Sequence[bytes]) -> list[Loop]:
    """The outlines of the pixels that are not 0, each without the points that a straight line does not need."""
    ends: dict[Point, list[Point]] = defaultdict(list)
    for start, end in _edges(rows):
        ends[start].append(end)
    loops = []
    while ends:
        start = at = next(iter(ends))
        loop = []
        while True:
            loop.append(at)
            follow = ends[at]
            following = follow.pop()
            if not follow:
                del ends[at]
            at = following
            if at == start:
                break
        loops.append(straightened(loop))
    return [loop for loop in loops if len(loop) > 2]


def _edges(rows: Sequence[bytes]) -> Iterator[tuple[Point, Point]]:
    """The edges between ink and paper, the ink on their right."""
    above: list[Span] = []
    for y, row in enumerate((*rows, b"")):
        spans = _spans(row)
        for x0, x1 in spans:
            yield (x0, y + 1), (x0, y)
            yield (x1, y), (x1, y + 1)
        for x0, x1, is_top in _differences(above, spans):
            yield ((x0, y), (x1, y)) if is_top else ((x1, y), (x0, y))
        above = spans


def _spans(row: bytes) -> list[Span]:
    """Where a row of pixels has ink."""
    found, at = [], 0
    solid = row.translate(_SOLID)
    while (begin := solid.find(b"\1", at)) >= 0:
        at = solid.find(b"\0", begin)
        at = len(solid) if at < 0 else at
        found.append((begin, at))
    return found


_SOLID = bytes([0]) + bytes([1]) * 255


def _differences(above: Sequence[Span], below: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """The stretches where just one of two rows has ink, cut at every end of either, and whether it is the lower one."""
    places = sorted({x for span in (*above, *below) for x in span})
    upper, lower = iter(above), iter(below)
    one, other = next(upper, None), next(lower, None)
    for x0, x1 in pairwise(places):
        while one is not None and one[1] <= x0:
            one = next(upper, None)
        while other is not None and other[1] <= x0:
            other = next(lower, None)
        over, under = one is not None and one[0] <= x0, other is not None and other[0] <= x0
        if over != under:
            yield x0, x1, under


def straightened(loop: Loop) -> Loop:
    """The loop with the points alone from which it strays by more than ``TOLERANCE`` (Douglas and Peucker's way)."""
    far = max(range(len(loop)), key=lambda i: (loop[i][0] - loop[0][0]) ** 2 + (loop[i][1] - loop[0][1]) ** 2)
    closed = [*loop, loop[0]]
    kept = {0, far}
    parts = [(0, far), (far, len(loop))]
    while parts:
        first, last = parts.pop()
        index, off = _furthest(closed, first, last)
        if off > TOLERANCE:
            kept.add(index)
            parts += [(first, index), (index, last)]
    return [loop[index] for index in sorted(kept)]


def _furthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """The point between two others that is furthest from their line, and how far it is."""
    (x0, y0), (x1, y1) = points[first], points[last]
    dx, dy = x1 - x0, y1 - y0
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    best, most = first, 0.0
    for index in range(first + 1, last):
        x, y = points[index]
        off = abs(dx * (y - y0) - dy * (x - x0)) / length
        if off > most:
            best, most = index, off
    return best, most

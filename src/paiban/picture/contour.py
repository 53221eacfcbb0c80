"""The contour of a cut-out: what of a picture is not transparent, as a polygon."""

from __future__ import annotations

import json
from pathlib import Path

from paiban import cache

ROWS = 240
"""A picture is looked at in so many rows: a cut-out over a page has one every millimetre and a half."""

SOLID = 128
"""From so much on a pixel is no longer clear."""

CODE_VERSION = 2
"""Raised whenever the same picture would give another polygon."""

Points = tuple[tuple[float, float], ...]
"""Corners from the left and from the top, 0 … 1."""


def contour_of(path: Path) -> Points:
    """The contour of a picture that was found good; no corners where nothing of it is transparent, or where it cannot
    be read, which is told where it is drawn."""
    try:
        key = cache.name_of("contour", CODE_VERSION, *cache.file_facts(path))
    except OSError:
        return ()
    kept = cache.load(key, _unpack)
    if kept is None:
        kept = _traced(path)
        cache.store(key, json.dumps(kept).encode())
    return kept


def _unpack(entry: bytes) -> Points:
    return tuple((x, y) for x, y in json.loads(entry))


def _traced(path: Path) -> Points:
    from paiban.picture.alpha import alpha_rows  # noqa: PLC0415  brings in Pillow

    rows = alpha_rows(path, ROWS, SOLID)
    if not rows or all(row == (0.0, 1.0) for row in rows):
        return ()
    solid = [(index, row) for index, row in enumerate(rows) if row is not None]
    (first, head), (last, foot), count = solid[0], solid[-1], len(rows)
    # A row's edge stands in its middle, so that what leans is drawn as a line and not as stairs.
    left = [(row[0], (index + 0.5) / count) for index, row in solid]
    right = [(row[1], (index + 0.5) / count) for index, row in reversed(solid)]
    top, end = first / count, (last + 1) / count
    return _thinned(((head[0], top), *left, (foot[0], end), (foot[1], end), *right, (head[1], top)))


def _thinned(points: Points) -> Points:
    """Without the corners that lie on a line between their neighbours."""
    kept: list[tuple[float, float]] = []
    for point in points:
        while len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple((round(x, 5), round(y, 5)) for x, y in kept)


def _straight(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> bool:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) < 1e-9

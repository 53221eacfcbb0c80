"""Polygons: how far they reach along a band that lies across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from paiban.display import Polygon
from paiban.units import Length, rounded


def extent(polygons: Sequence[Polygon], low: Length, high: Length) -> tuple[Length, Length] | None:
    """From where to where polygons of (across, along) reach along a band from ``low`` to ``high`` across it.

    None where none reaches into it: to touch it is not to.

    >>> extent([((0, 0), (10, 20), (0, 40))], 4, 100)
    (10, 30)
    """
    found = [along for polygon in polygons for along in _crossings(polygon, low, high)]
    return (min(found), max(found)) if found else None


def _crossings(polygon: Polygon, low: Length, high: Length) -> Iterator[Length]:
    """Where the corners of a polygon lie in a band, and where its sides enter and leave it."""
    low, high = low + 1, high - 1
    for begin, end in pairwise((*polygon, polygon[0])):
        (across, along), (other, beside) = sorted((begin, end))
        yield from (place for place, inside in ((along, across), (beside, other)) if low <= inside <= high)
        for edge in (low, high):
            if across < edge < other:
                yield along + rounded((edge - across) * (beside - along), other - across)

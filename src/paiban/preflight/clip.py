"""The clip: what of the page painting reaches, by its box and by the shapes that are cut out of that.

A clip that is an upright rectangle is its box alone, as nearly all are. Type that clips counts as the boxes of its em
squares, as type that is painted does, and what is painted through it is type of that size.
"""

from __future__ import annotations

from collections.abc import Sequence

from paiban.preflight.geometry import Bounds, Point, bounds, common, is_upright
from paiban.value import NamedTuple

MOST_SHAPES = 8
"""So many shapes are cut out one after another; further ones count as their boxes."""


class PathShape(NamedTuple):
    """Closed outlines in points on the page, and the rule by which they have an inside."""

    rings: tuple[tuple[Point, ...], ...]
    even_odd: bool


class Clip(NamedTuple):
    """A box in points on the page, the shapes of which painting has to lie in each, the size of type that clips."""

    box: Bounds
    shapes: tuple[PathShape, ...] = ()
    type_size: float | None = None

    def in_box(self, box: Bounds) -> Clip:
        """The clip made smaller by a box; where they do not meet, one without an area."""
        left, bottom = self.box[:2]
        return self._replace(box=common(self.box, box) or (left, bottom, left, bottom))

    def in_rings(self, rings: Sequence[Sequence[Point]], even_odd: bool = False) -> Clip:
        """The clip made smaller by outlines; by none of them to nothing."""
        if not rings:
            return self.in_box((0.0, 0.0, 0.0, 0.0))
        within = self.in_box(bounds([point for ring in rings for point in ring]))
        if (len(rings) == 1 and is_upright(rings[0])) or len(self.shapes) >= MOST_SHAPES:
            return within
        shape = PathShape(tuple(tuple(ring) for ring in rings), even_odd)
        return within._replace(shapes=(*self.shapes, shape))

    def in_type(self, quads: Sequence[Sequence[Point]], size: float) -> Clip:
        """The clip made smaller by type of ``size`` points."""
        known = size if self.type_size is None else min(size, self.type_size)
        return self.in_rings(quads)._replace(type_size=known)

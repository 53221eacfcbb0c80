"""What a picture is cut out along: its contour, or its rounded corners (圆角), as a polygon."""

from __future__ import annotations

from math import cos, pi, sin

from paiban.display import Polygon, Rect
from paiban.kinds.picture.model import PictureContent, Shown
from paiban.makeup.frame.kind import PageKit
from paiban.units import Length

STEPS = 12
"""A quarter of a circle is drawn in so many straight sides: none of them is seen."""


def rounded_corners(rect: Rect, radius: Length) -> Polygon:
    """A rectangle with rounded corners, counted from its top left, clockwise from the top of its left side."""
    radius = min(radius, rect.width // 2, rect.height // 2)
    middles = ((radius, radius), (rect.width - radius, radius),
               (rect.width - radius, rect.height - radius), (radius, rect.height - radius))  # fmt: skip
    return tuple(
        (round(x - radius * cos(angle)), round(y - radius * sin(angle)))
        for quarter, (x, y) in enumerate(middles)
        for step in range(STEPS + 1)
        for angle in (pi / 2 * (quarter + step / STEPS),)
    )


def clip_of(
    picture: PictureContent, shown: Shown, rect: Rect, box: tuple[float, float, float, float], kit: PageKit
) -> Polygon:
    """What a picture is cut out along, its contour or its rounded corners; nothing where all of it shows."""
    if picture.cut_out:
        return clipped(picture, shown, rect, box, kit)
    return rounded_corners(rect, picture.corners) if picture.corners else ()


def clipped(
    picture: PictureContent, shown: Shown, rect: Rect, box: tuple[float, float, float, float], kit: PageKit
) -> Polygon:
    """The contour of a cut-out, counted from its top left; nothing where nothing of it is transparent."""
    left, top, right, foot = box
    return tuple(
        (
            round(rect.width * min(1, max(0, (float(x) - left) / (right - left)))),
            round(rect.height * min(1, max(0, (float(y) - top) / (foot - top)))),
        )
        for x, y in picture.contour or kit.rack.contour(shown.file)
    )

"""The graphics state, as far as print depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from paiban.preflight.clip import Clip
from paiban.preflight.colour import GRAY, Space, inks
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import IDENTITY, Matrix, Point, scale
from paiban.preflight.ink import Ink
from paiban.preflight.streams import Pdf

EVEN = 1e-3
"""A matrix whose axes differ by less than this part is one that enlarges evenly."""

SHORT_PT = 0.5
"""A step shorter than this has no side to be seen from."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour of a space, or a pattern; of an uncoloured pattern ``colour`` holds its tint."""

    space: Space = GRAY
    colour: tuple[float, ...] = (0.0,)
    pattern: Pdf = None


@dataclass(slots=True)
class State:
    """What ``q`` saves. Lengths are in the user space of their operator, except ``clip``, in the page's points."""

    clip: Clip
    ctm: Matrix = IDENTITY
    fill: Paint = Paint()
    stroke: Paint = Paint()
    line_width: float = 1.0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    see_through_alpha: bool = False
    see_through_blend: bool = False
    see_through_mask: bool = False
    font: Font | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    h_scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0

    def saved(self) -> State:
        """A copy to come back to."""
        return copy(self)

    @property
    def see_through(self) -> bool:
        """Whether what is painted mixes with what lies under it."""
        return self.see_through_alpha or self.see_through_blend or self.see_through_mask

    @property
    def pen(self) -> float:
        """The line width on the page, on the mean of both axes."""
        return self.line_width * scale(self.ctm)

    def pen_along(self, points: Sequence[Point]) -> float:
        """The weight of a line along the points (on the page) where it is finest: a matrix may squeeze one axis."""
        a, b, c, d, _, _ = self.ctm
        area = abs(a * d - b * c)
        if not area or (abs(a * c + b * d) < EVEN * area and abs(hypot(a, b) - hypot(c, d)) < EVEN * hypot(a, b)):
            return self.pen
        steps = [(q[0] - p[0], q[1] - p[1]) for p, q in pairwise(points)]
        weights = [hypot(d * x - c * y, a * y - b * x) / hypot(x, y) for x, y in steps if hypot(x, y) > SHORT_PT]
        return self.line_width * min(weights, default=scale(self.ctm))

    def ink(self, stroke: bool) -> Ink | None:
        """The ink of the current fill or stroke colour; None where it is no ink (RGB, a pattern)."""
        paint = self.stroke if stroke else self.fill
        amounts = inks(paint.space, paint.colour)
        if amounts is None:
            return None
        asked = self.overprint_stroke if stroke else self.overprint_fill
        by_plate = bool(paint.space.names) or (paint.space.family == "DeviceCMYK" and self.overprint_mode == 1)
        return Ink(amounts, asked and by_plate and not self.see_through, paint.space.registration)

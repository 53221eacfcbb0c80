"""The graphics state, as far as print depends on it."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from paiban.preflight.colour import GRAY, Space, inks
from paiban.preflight.fonts import Font
from paiban.preflight.geometry import IDENTITY, Bounds, Matrix, scale
from paiban.preflight.ink import Ink
from paiban.preflight.streams import Pdf


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour of a space, or a pattern; of an uncoloured pattern ``colour`` holds its tint."""

    space: Space = GRAY
    colour: tuple[float, ...] = (0.0,)
    pattern: Pdf = None


@dataclass(slots=True)
class State:
    """What ``q`` saves. Lengths are in the user space of their operator, except ``clip``, in the page's points."""

    clip: Bounds
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
        """The line width on the page."""
        return self.line_width * scale(self.ctm)

    def ink(self, stroke: bool) -> Ink | None:
        """The ink of the current fill or stroke colour; None where it is no ink (RGB, a pattern)."""
        paint = self.stroke if stroke else self.fill
        amounts = inks(paint.space, paint.colour)
        if amounts is None:
            return None
        asked = self.overprint_stroke if stroke else self.overprint_fill
        by_plate = bool(paint.space.names) or (paint.space.family == "DeviceCMYK" and self.overprint_mode == 1)
        return Ink(amounts, asked and by_plate and not self.see_through, paint.space.registration)

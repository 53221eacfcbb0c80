"""What a frame keeps around its copy: the white row at its head, a box's row and insets, a rail's label.

Counted here and nowhere else: setting, shapes, needs, the search and the remedies all ask it.
"""

from __future__ import annotations

from paiban.display import Rect
from paiban.grid import Grid, GridRect
from paiban.units import Length, rounded
from paiban.value import NamedTuple

WHITE_ROWS = 1
"""Every block keeps a white row at its head, which carries the hairline; at the head of the page only a box does."""

BOX_ROWS = 1
"""A box (加框) keeps a row at its foot, in the middle of which its line runs."""

LABEL_ROWS = 2
"""The label of a rail (栏头)."""

CLEAR_ROWS = 1
"""Lines keep a row clear of a picture, above and below."""

RULED_ROWS = 6
"""A rule in a gutter shorter than this is a splinter, not a rule."""


class Surround(NamedTuple):
    """Whether a frame is ``boxed`` or ``labelled``, and the white ``inset`` inside its box, on either side.

    What is ``hosted``, inside the block that it belongs to, has its white from that.
    """

    boxed: bool = False
    labelled: bool = False
    inset: Length = 0
    hosted: bool = False

    def white(self, row: int) -> int:
        """Rows of white at the head of a frame that begins in ``row`` of the page."""
        return WHITE_ROWS if self.boxed or (row > 0 and not self.hosted) else 0

    @property
    def label_rows(self) -> int:
        """Rows of the label, below the white."""
        return LABEL_ROWS if self.labelled else 0

    def first_row(self, row: int) -> int:
        """The first row, of a frame that begins in ``row`` of the page, that is free for a head or copy."""
        return self.white(row) + self.label_rows

    @property
    def foot_rows(self) -> int:
        """Rows kept at the foot."""
        return BOX_ROWS if self.boxed else 0

    def rows_at(self, row: int) -> int:
        """Rows that copy cannot have in a frame that begins in ``row`` of the page."""
        return self.first_row(row) + self.foot_rows

    @property
    def rows(self) -> int:
        """All rows that copy cannot have, wherever the frame stands but at the head of the page."""
        return WHITE_ROWS + self.label_rows + self.foot_rows

    def measure(self, span: Length) -> Length:
        """What a span leaves for copy."""
        return span - 2 * self.inset

    def leg(self, measure: Length, legs: int, em: Length) -> Length:
        """The measure of each of so many ``legs`` of boxed copy that would have ``measure``: a whole number of ``em``.

        At half an em more a line without a mark stands open and one with a comma squeezed, in turn. The box's white
        takes what is left; it gives where that is no more than a third of it.
        """
        if not self.inset or measure < em:
            return measure
        lacking = -measure % em
        return measure + lacking if 3 * legs * lacking <= 2 * self.inset else measure - measure % em


def box_rect(place: GridRect, grid: Grid) -> Rect:
    """The outline of a box: the frame's columns, from the middle of its first row to the middle of its last.

    At the head and the foot of the page it reaches the type area's edge, so that the edge stays straight.
    """
    frame = grid.frame(place)
    half = rounded(grid.leading, 2)
    top = grid.face_top(0) if place.row == 0 else frame.y0 + half
    foot = grid.face_foot(grid.rows) if place.end_row == grid.rows else frame.y1 - half
    return Rect(frame.x0, top, frame.x1, foot)


PLAIN = Surround()
"""The surround of what has neither box nor label: most stories, every picture and advert."""

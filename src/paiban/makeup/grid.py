"""The page's grid: columns along the line, rows of the one baseline grid down the page."""

from __future__ import annotations

from typing import NamedTuple

from paiban.display import Rect
from paiban.template import Body, PageTemplate
from paiban.units import Length, rounded

IDEOGRAPHIC_ASCENT = 880
"""The baseline's distance from the top of an em box, in thousandths of an em: the convention of Han faces."""

FACE_INSET = 40
"""The white between an em box and the character face (字面) inside it, in thousandths of an em, above and below."""


class GridRect(NamedTuple):
    """A rectangle of whole columns and rows, both ends inclusive, counted from 1."""

    first_column: int
    last_column: int
    first_row: int
    last_row: int

    @property
    def columns(self) -> int:
        return self.last_column - self.first_column + 1

    @property
    def rows(self) -> int:
        return self.last_row - self.first_row + 1

    def meets(self, other: GridRect) -> bool:
        """Whether the two share a cell."""
        return self.meets_rows(other) and (
            self.first_column <= other.last_column and other.first_column <= self.last_column
        )

    def meets_rows(self, other: GridRect) -> bool:
        """Whether the two share a row of the page."""
        return self.first_row <= other.last_row and other.first_row <= self.last_row

    def holds(self, other: GridRect) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.first_column <= other.first_column
            and other.last_column <= self.last_column
            and self.first_row <= other.first_row
            and other.last_row <= self.last_row
        )


class Grid(NamedTuple):
    """A template at one body setting, in Lengths from the trim's top left corner.

    ``column`` is the measure of a basic column (基本栏) and ``gutter`` the white between two. Row ``r`` is a slot of
    one leading; the body's em box stands in its middle. ``sheet`` is the trim with its bleed.
    """

    left: Length
    top: Length
    columns: int
    column: Length
    gutter: Length
    rows: int
    leading: Length
    size: Length
    sheet: Rect

    def span(self, columns: int) -> Length:
        """The measure of ``columns`` joined (长栏): 13n + n − 1 em on a page of 13."""
        return columns * self.column + (columns - 1) * self.gutter

    def recut(self, span: Length, legs: int) -> Length:
        """The measure of one of ``legs`` that share ``span`` (破栏); what does not divide widens the gutters."""
        return (span - (legs - 1) * self.gutter) // legs

    def column_left(self, column: int) -> Length:
        """The left edge of a column."""
        return self.left + (column - 1) * (self.column + self.gutter)

    def row_top(self, row: int) -> Length:
        """The top of a row's slot."""
        return self.top + (row - 1) * self.leading

    def baseline(self, row: int) -> Length:
        """The baseline of body type in a row."""
        return self.row_top(row) + rounded(self.leading - self.size, 2) + rounded(self.size * IDEOGRAPHIC_ASCENT, 1000)

    def face_top(self, row: int) -> Length:
        """Where the character face of a row's body type begins: the line for a picture's top edge."""
        return self.row_top(row) + rounded(self.leading - self.size, 2) + rounded(self.size * FACE_INSET, 1000)

    def face_foot(self, row: int) -> Length:
        """Where the character face of a row's body type ends: the line for a picture's foot."""
        inset = rounded(self.leading - self.size, 2) + rounded(self.size * FACE_INSET, 1000)
        return self.row_top(row + 1) - inset

    def frame(self, place: GridRect) -> Rect:
        """The rectangle of a place: column edges, and whole row slots."""
        return Rect(
            self.column_left(place.first_column),
            self.row_top(place.first_row),
            self.column_left(place.last_column) + self.column,
            self.row_top(place.last_row + 1),
        )

    def type_area(self) -> Rect:
        """The columns from the first row's character face to the last's."""
        return Rect(self.left, self.face_top(1), self.left + self.span(self.columns), self.face_foot(self.rows))

    def baselines(self) -> tuple[Length, ...]:
        """The baseline of every row."""
        first = self.baseline(1)
        return tuple(first + row * self.leading for row in range(self.rows))


def make_grid(template: PageTemplate, body: Body) -> Grid:
    """The grid of ``template`` at ``body``."""
    column = body.measure_em * body.size
    gutter = body.gutter_em * body.size
    return Grid(
        left=template.left,
        top=template.grid_top,
        columns=template.columns,
        column=column,
        gutter=gutter,
        rows=body.rows,
        leading=body.leading,
        size=body.size,
        sheet=Rect(-template.bleed, -template.bleed, template.width + template.bleed, template.height + template.bleed),
    )

"""The page's grid: columns across, rows of the one baseline grid down, both counted from 0 and half open.

Here an editor's numbers end: he counts from 1 and names both ends. ``GridRect.counted`` takes them, ``first_column`` …
``last_row`` give them back.
"""

from __future__ import annotations

from paiban.display import Rect
from paiban.units import PER_MM, Length, rounded
from paiban.value import NamedTuple

IDEOGRAPHIC_ASCENT = 880
"""The baseline's distance from the top of an em box, in thousandths of an em: the convention of Han faces."""

FACE_INSET = 40
"""The white between an em box and the character face (字面) inside it, in thousandths of an em, above and below."""


FOLD_CLEAR = 4 * PER_MM
"""How far type keeps from the fold of a spread, on either side: further than pages bleed into each other."""


class GridRect(NamedTuple):
    """A rectangle of whole columns and rows: the first of each, and how many.

    ``inset`` is the white that what stands there keeps at its left and its right, because it is narrower.
    """

    column: int
    row: int
    columns: int
    rows: int
    inset: tuple[Length, Length] = (0, 0)

    @classmethod
    def counted(cls, first_column: int, last_column: int, first_row: int, last_row: int) -> GridRect:
        """The rectangle that an editor means by the numbers, from 1, of its first and last column and row."""
        return cls(first_column - 1, first_row - 1, last_column - first_column + 1, last_row - first_row + 1)

    @property
    def first_column(self) -> int:
        """The number, from 1, of the first column, as an editor counts; the next three likewise."""
        return self.column + 1

    @property
    def last_column(self) -> int:
        return self.end_column

    @property
    def first_row(self) -> int:
        return self.row + 1

    @property
    def last_row(self) -> int:
        return self.end_row

    @property
    def end_column(self) -> int:
        """The first column after it."""
        return self.column + self.columns

    @property
    def end_row(self) -> int:
        """The first row below it."""
        return self.row + self.rows

    @property
    def cells(self) -> int:
        """How much of the page it is: a cell is a row of a column."""
        return self.columns * self.rows

    def shared(self, other: GridRect) -> GridRect:
        """What the two have in common; 0 columns or rows where they only touch, fewer where they lie apart."""
        column, row = max(self.column, other.column), max(self.row, other.row)
        return GridRect(
            column, row, min(self.end_column, other.end_column) - column, min(self.end_row, other.end_row) - row
        )

    def meets(self, other: GridRect) -> bool:
        """Whether the two share a cell."""
        return self.meets_columns(other) and self.meets_rows(other)

    def meets_columns(self, other: GridRect) -> bool:
        """Whether the two share a column of the page: one stands over the other, or in it."""
        return min(self.end_column, other.end_column) > max(self.column, other.column)

    def meets_rows(self, other: GridRect) -> bool:
        """Whether the two share a row of the page."""
        return min(self.end_row, other.end_row) > max(self.row, other.row)

    def touches(self, other: GridRect) -> bool:
        """Whether the two share a part of an edge, or more; a corner is no edge."""
        _, _, columns, rows, _ = self.shared(other)
        return columns >= 0 and rows >= 0 and columns + rows > 0

    def holds(self, other: GridRect) -> bool:
        """Whether the other lies wholly inside."""
        return self.shared(other)[:4] == other[:4]

    def around(self, other: GridRect) -> GridRect:
        """The least rectangle that holds both."""
        column, row = min(self.column, other.column), min(self.row, other.row)
        return GridRect(
            column, row, max(self.end_column, other.end_column) - column, max(self.end_row, other.end_row) - row
        )

    def mirrored(self, columns: int) -> GridRect:
        """The rectangle on a page of so many columns that is seen in a mirror."""
        return self._replace(column=columns - self.end_column)


class Grid(NamedTuple):
    """A template at one body setting, in Lengths from the trim's top left corner.

    ``column`` is the measure of a basic column (基本栏) and ``gutter`` the white between two. Row ``r`` is a slot of
    one leading; the body's em box stands in its middle. ``sheet`` is the trim with its bleed.

    A spread (跨版) is one grid over both pages: before column ``fold`` stands ``fold_white`` in place of a gutter.
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
    fold: int = 0
    fold_white: Length = 0

    def span(self, columns: int) -> Length:
        """The measure of ``columns`` joined (长栏): 13n + n − 1 em on a page of 13."""
        return columns * self.column + (columns - 1) * self.gutter

    def recut(self, span: Length, legs: int) -> Length:
        """The measure of one of ``legs`` that share ``span`` (破栏); what does not divide widens the gutters."""
        return (span - (legs - 1) * self.gutter) // legs

    def column_left(self, column: int) -> Length:
        """The left edge of a column."""
        beyond = self.fold_more if self.fold and column >= self.fold else 0
        return self.left + column * (self.column + self.gutter) + beyond

    @property
    def fold_more(self) -> Length:
        """By how much the white at the fold is wider than a gutter."""
        return self.fold_white - self.gutter if self.fold else 0

    @property
    def fold_at(self) -> Length:
        """Where a spread is folded, in the middle of the sheet."""
        return (self.sheet.x0 + self.sheet.x1) // 2

    def crosses(self, place: GridRect) -> bool:
        """Whether a place lies over the fold."""
        return place.column < self.fold < place.end_column

    def before_fold(self, place: GridRect) -> GridRect:
        """A place as far as the fold: where type may stand that is parted nowhere."""
        return place._replace(columns=self.fold - place.column) if self.crosses(place) else place

    def legs_before_fold(self, place: GridRect, legs: int) -> int | None:
        """How many of the legs in a place stand before the fold; None where one would lie over it."""
        if not self.crosses(place):
            return 0
        before, left_over = divmod(legs * (self.fold - place.column), place.columns)
        return None if left_over else before

    def side(self, number: int) -> Grid:
        """One page of a spread: 0 the left, 1 the right; of a single page itself."""
        if not self.fold:
            return self
        return self._replace(left=self.column_left(number * self.fold), columns=self.fold, fold=0, fold_white=0)

    def width(self, place: GridRect) -> Length:
        """From the left edge of a place's first column to the right edge of its last, its inset taken off."""
        across = self.column_left(place.end_column - 1) + self.column - self.column_left(place.column)
        return across - sum(place.inset)

    def narrowed(self, place: GridRect, width: Length, side: str) -> GridRect:
        """A place for what is only so wide, and stands at its ``side``: ``left``, ``centre`` or ``right``."""
        spare = max(0, self.width(place) - width)
        before = {"left": 0, "centre": spare // 2, "right": spare}[side]
        return place._replace(inset=(before, spare - before))

    def row_top(self, row: int) -> Length:
        """The top of a row's slot."""
        return self.top + row * self.leading

    def baseline(self, row: int) -> Length:
        """The baseline of body type in a row."""
        return self.row_top(row) + rounded(self.leading - self.size, 2) + rounded(self.size * IDEOGRAPHIC_ASCENT, 1000)

    def face_top(self, row: int) -> Length:
        """Where the character face of a row's body type begins: the line for a picture's top edge."""
        return self.row_top(row) + rounded(self.leading - self.size, 2) + rounded(self.size * FACE_INSET, 1000)

    def face_foot(self, end: int) -> Length:
        """Where the character face (字面) of the row before ``end`` ends: the line for a picture's foot."""
        return self.row_top(end) - rounded(self.leading - self.size, 2) - rounded(self.size * FACE_INSET, 1000)

    def frame(self, place: GridRect) -> Rect:
        """The rectangle of a place: column edges within its inset, and whole row slots."""
        x0 = self.column_left(place.column) + place.inset[0]
        return Rect(x0, self.row_top(place.row), x0 + self.width(place), self.row_top(place.end_row))

    def type_area(self) -> Rect:
        """The columns from the first row's character face to the last's."""
        right = self.column_left(self.columns - 1) + self.column
        return Rect(self.left, self.face_top(0), right, self.face_foot(self.rows))

    def baselines(self) -> tuple[Length, ...]:
        """The baseline of every row."""
        return tuple(self.baseline(row) for row in range(self.rows))

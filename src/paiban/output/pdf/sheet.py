"""The sheet that a page is printed on: its boxes, and page axes to PDF axes.

A page counts from its trim's top left corner with y down; a PDF counts points from the sheet's bottom left with y up.
"""

from __future__ import annotations

from paiban.display import Page, Rect
from paiban.output.pdf.objects import Real, number, point
from paiban.units import PER_PT, Length, to_pt
from paiban.value import NamedTuple


class Sheet(NamedTuple):
    """A page's trim with ``bleed`` around it and ``margin`` (bleed included) to the sheet's edge.

    One page of a spread is a part of its sheet: its trim begins ``left`` of that of the whole.
    """

    width: Length
    height: Length
    bleed: Length
    margin: Length
    left: Length = 0

    def milli_x(self, x: Length) -> int:
        """A page's x as thousandths of a point from the sheet's left."""
        return (2000 * (x + self.left + self.margin) + PER_PT) // (2 * PER_PT)

    def milli_y(self, y: Length) -> int:
        """A page's y as thousandths of a point from the sheet's bottom."""
        return (2000 * (self.height + self.margin - y) + PER_PT) // (2 * PER_PT)

    def x(self, x: Length) -> float:
        """A page's x in points from the sheet's left."""
        return to_pt(x + self.left + self.margin)

    def y(self, y: Length) -> float:
        """A page's y in points from the sheet's bottom."""
        return to_pt(self.height + self.margin - y)

    def grown(self, by: Length) -> Rect:
        """The trim grown on every side, in page axes."""
        return Rect(-by, -by, self.width + by, self.height + by)

    def boxes(self) -> dict[str, list[Real]]:
        """MediaBox, BleedBox and TrimBox, each within the one before (ISO 15930-4, 6.9)."""
        reach = {"MediaBox": self.margin, "BleedBox": self.bleed, "TrimBox": 0}
        return {name: self._box(self.grown(by)) for name, by in reach.items()}

    def _box(self, rect: Rect) -> list[Real]:
        return [point(v) for v in (self.x(rect.x0), self.y(rect.y1), self.x(rect.x1), self.y(rect.y0))]


def clip_box(sheet: Sheet, rect: Rect) -> str:
    """A rectangle of the page as the operands of ``re``, from its left foot."""
    box = sheet.x(rect.x0), sheet.y(rect.y1), to_pt(rect.width), to_pt(rect.height)
    return " ".join(number(value, 4) for value in box)


def halves(page: Page) -> tuple[tuple[Page, Length], ...]:
    """The two pages of a spread, by their numbers, each with its left edge; nothing is on them yet."""
    half = page.fold
    numbers = (page.number + 1, page.number) if page.from_right else (page.number, page.number + 1)
    edges = zip(numbers, (0, half), strict=True)
    sides = [(page._replace(number=number, width=half, fold=0, items=()), left) for number, left in edges]
    return tuple(sorted(sides, key=lambda side: side[0].number))


def sheet_of(page: Page, beyond: Length = 0) -> Sheet:
    """The sheet of ``page``, with room for marks that reach ``beyond`` the trim."""
    return Sheet(page.width, page.height, page.bleed, max(page.bleed, beyond))

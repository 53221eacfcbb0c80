"""Classifieds in automatic make-up: over all columns or half of them, as low as their items can be.

Vertical ones stand over any number of columns: their lines are as long as their place is high.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.classifieds.packing import least_room
from paiban.kinds.classifieds.setting import OVER_LABEL, elements_of, frame_of, sheet_of
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Hosted, Need, Offer, plain_planning, solid_need
from paiban.makeup.search import Shape

WHITE_GIVE = 2
"""Rows of white that the gaps between items may take beyond the lowest height."""

LEAST_ROWS = 8
"""Vertical lines in a place of fewer rows are hardly any."""

TALLER = 8
"""Vertical classifieds are tried in places that are so many rows higher than the lowest, where they are filled too."""

FULL = 9, 10
"""A place of vertical classifieds is filled from this share of its width on: the gaps between items take the rest."""


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """Every width from half the page on, or every one in which vertical lines are no mere strip."""
    return Offer(tuple((upright_shapes if block.content.vertical else level_shapes)(block, kit)))


def level_shapes(block: Block, kit: PageKit) -> Iterator[Shape]:
    """The shapes of horizontal lines: as low as they can be at each width, with a little white."""
    for columns in range(max(1, kit.grid.columns // 2), kit.grid.columns + 1):
        rows = rows_over(block, columns, kit) + PLAIN.rows
        if rows <= kit.grid.rows:
            yield Shape(columns, rows, rows, min(rows + WHITE_GIVE, kit.grid.rows), form="none")


def upright_shapes(block: Block, kit: PageKit) -> list[Shape]:
    """The shapes of vertical lines: at each width the heights that they fill, or the lowest that holds them."""
    filled: list[Shape] = []
    lowest: list[Shape] = []
    for columns in range(max(1, kit.grid.columns // 2), kit.grid.columns + 1):
        least = lowest_rows(block, columns, kit)
        for rows in range(least, min(kit.grid.rows, least + TALLER) + 1):
            taken, free = taken_in(block, GridRect(0, 1, columns, rows), kit)
            if taken <= free:
                shape = Shape(columns, rows, rows, rows, form="none")
                lowest += [shape] if rows == least else []
                filled += [shape] if taken * FULL[1] >= free * FULL[0] else []
    return filled or lowest


def lowest_rows(block: Block, columns: int, kit: PageKit) -> int:
    """About the fewest rows in which vertical lines have room over so many columns; more than the page's for none."""
    tried: Sequence[int] = range(LEAST_ROWS, kit.grid.rows + 1)

    def holds(rows: int) -> bool:
        taken, free = taken_in(block, GridRect(0, 1, columns, rows), kit)
        return taken <= free

    return LEAST_ROWS + bisect_left(tried, True, key=holds)


def taken_in(block: Block, place: GridRect, kit: PageKit) -> tuple[int, int]:
    """The half lines that the fullest leg of a place takes, and those that there are."""
    sheet = sheet_of(block, frame_of(place, kit), place.columns, kit)
    elements, _ = elements_of(sheet)
    return least_room(elements, sheet.legs), sheet.units


def rows_over(block: Block, columns: int, kit: PageKit) -> int:
    """Rows of the grid that horizontal lines take over so many columns."""
    grid = kit.grid
    sheet = sheet_of(block, frame_of(GridRect(0, 1, columns, grid.rows), kit), columns, kit, OVER_LABEL)
    elements, _ = elements_of(sheet)
    tall = sheet.room.y0 + least_room(elements, sheet.legs) * sheet.unit
    return -(-(tall + grid.face_top(1) - grid.face_foot(1)) // grid.leading)


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A block without a place: over the whole page."""
    columns = kit.grid.columns
    rows = lowest_rows(block, columns, kit) if block.content.vertical else rows_over(block, columns, kit) + PLAIN.rows
    return Need(block.id, block.kind, solid=columns * rows, least=columns * rows)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=None)

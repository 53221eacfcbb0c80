"""Classifieds in automatic make-up: over all columns or half of them, as low as their items can be."""

from __future__ import annotations

from paiban.display import Rect
from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.classifieds.packing import least_room
from paiban.kinds.classifieds.setting import elements_of, label_height, sheet_of
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import Hosted, Need, Offer, plain_planning, solid_need
from paiban.makeup.search import Shape

WHITE_GIVE = 2
"""Rows of white that the gaps between items may take beyond the lowest height."""


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """Every width from half the page on."""
    shapes = []
    for columns in range(max(1, kit.grid.columns // 2), kit.grid.columns + 1):
        rows = rows_over(block, columns, kit) + PLAIN.rows
        if rows <= kit.grid.rows:
            shapes.append(Shape(columns, rows, rows, min(rows + WHITE_GIVE, kit.grid.rows), form="none"))
    return Offer(tuple(shapes))


def rows_over(block: Block, columns: int, kit: PageKit) -> int:
    """Rows of the grid that a block takes over so many columns."""
    grid = kit.grid
    sheet = sheet_of(block, Rect(0, 0, grid.span(columns), grid.rows * grid.leading), columns, kit)
    elements, _ = elements_of(sheet)
    tall = label_height(kit) + least_room(elements, sheet.legs) * sheet.unit
    return -(-(tall + grid.face_top(1) - grid.face_foot(1)) // grid.leading)


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A block without a place: over the whole page."""
    cells = kit.grid.columns * (rows_over(block, kit.grid.columns, kit) + PLAIN.rows)
    return Need(block.id, block.kind, solid=cells, least=cells)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=None)

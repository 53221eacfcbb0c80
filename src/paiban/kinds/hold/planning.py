"""Room held open in automatic make-up: at any width, as high as its lines come to there."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.hold.model import Hold
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import PLAIN
from paiban.makeup.propose.kind import LEAST_LEG, Hosted, Need, Offer, plain_planning, solid_need
from paiban.makeup.search import Shape


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """A shape for every number of columns over which a story of so many lines could stand."""
    shapes: list[Shape] = []
    for columns in range(1, kit.grid.columns + 1):
        rows = rows_over(block, columns) + PLAIN.rows
        if rows <= kit.grid.rows and (rows >= LEAST_LEG or not shapes):
            shapes.append(Shape(columns, rows, rows, rows, form="none"))
    return Offer(tuple(shapes))


def rows_over(block: Block, columns: int) -> int:
    """The rows that its lines take over so many columns."""
    hold: Hold = block.content
    return -(-hold.lines // columns)


def need(block: Block, _galley: Galley | None, _host: Galley | None, _kit: PageKit) -> Need:
    """As many cells as lines, and the white above them."""
    hold: Hold = block.content
    lines = hold.lines
    return Need(block.id, block.kind, solid=lines + PLAIN.rows, least=lines, filler=block.filler)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=None)

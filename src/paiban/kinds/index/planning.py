"""An index in automatic make-up: a rail of one column, or two."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.index.setting import number_width, picture_rows, surround
from paiban.makeup.frame.capacity import least_lines
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import (
    Guest,
    Need,
    Offer,
    Planning,
    always_alike,
    anywhere,
    place_alone,
    takes_none,
)
from paiban.makeup.search import Shape


def offer(block: Block, _guest: Guest | None, galley: Galley | None, kit: PageKit) -> Offer:
    """One basic column, as high as its label, picture and entries; white between entries is its reach."""
    assert galley is not None
    around = surround(block, kit)
    rows = around.rows + picture_rows(block, GridRect(0, 0, 1, kit.grid.rows), kit)
    choices = galley.choices(around.measure(kit.grid.column) - number_width(kit.setter), kit.limit)
    least, most = (sum(pick(c.lines for c in o) for o in choices) + rows for pick in (min, max))
    natural = sum(o[0].lines for o in choices) + rows
    if block.boxed:
        least, natural, most = anywhere(least, natural, most)
    return Offer((Shape(1, least, natural, most, form="none", legs=1, boxed=block.boxed),))


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """An index without a place: one basic column."""
    assert galley is not None
    around = surround(block, kit)
    lines = galley.count(around.measure(kit.grid.column) - number_width(kit.setter))
    head = around.rows + picture_rows(block, GridRect(0, 0, 1, kit.grid.rows), kit)
    return Need(block.id, block.kind, copy=lines, head=head, least=least_lines(galley, kit.grid))


def need_placed(block: Block, cells: int, _columns: int, _maker: PageKit) -> Need:
    """An index in its place."""
    return Need(block.id, block.kind, copy=cells, least=cells)


PLANNING = Planning(
    free=None,
    takes=takes_none,
    guest=None,
    offer=offer,
    standing=None,
    places=place_alone,
    alike=always_alike,
    hold=None,
    need=need,
    need_placed=need_placed,
)

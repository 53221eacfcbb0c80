"""A rail of briefs in automatic make-up."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.briefs.setting import surround
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
    """A rail: one basic column, as high as its items and their label; white between items is its reach."""
    assert galley is not None
    around = surround(block, kit)
    choices = galley.choices(around.measure(kit.grid.column), kit.limit)
    least, most = (sum(pick(c.lines for c in o) for o in choices) + around.rows for pick in (min, max))
    natural = sum(o[0].lines for o in choices) + around.rows
    if block.boxed:
        least, natural, most = anywhere(least, natural, most)
    return Offer((Shape(1, least, natural, most, form="none", legs=1, boxed=block.boxed),))


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A rail without a place: one basic column, with its label."""
    assert galley is not None
    around = surround(block, kit)
    lines = galley.count(around.measure(kit.grid.column))
    return Need(block.id, block.kind, copy=lines, head=around.rows, least=least_lines(galley, kit.grid))


def need_placed(block: Block, cells: int, _columns: int, _maker: PageKit) -> Need:
    """A rail in its place."""
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

"""An index in automatic make-up: a rail of one column."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.grid import GridRect
from paiban.issue import Block
from paiban.kinds.index.setting import number_width, picture_rows, room_of, surround
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import Hosted, Need, Offer, copy_need, plain_planning
from paiban.makeup.propose.rail import need_rail, offer_rail, offer_upright
from paiban.units import Length


def room(block: Block, kit: PageKit) -> tuple[Length, int]:
    """The measure of its entries beside their page numbers; the rows of its label and its picture."""
    around = surround(block, kit)
    rows = around.rows + picture_rows(block, GridRect(0, 0, 1, kit.grid.rows), kit)
    return around.measure(kit.grid.column) - number_width(kit.setter), rows


def offer(block: Block, _company: Hosted | None, galley: Galley | None, kit: PageKit) -> Offer:
    """As high as its label, picture and entries."""
    assert galley is not None
    if block.content.vertical:
        return offer_upright(block, galley, lambda place: room_of(block, place, kit), kit)
    return offer_rail(block, galley, *room(block, kit), kit)


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """An index without a place."""
    assert galley is not None
    return need_rail(block, galley, *room(block, kit), kit)


PLANNING = plain_planning(offer=offer, need=need, need_placed=copy_need, guest=None)

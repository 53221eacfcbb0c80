"""A rail of briefs in automatic make-up."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.briefs.setting import room_of, surround
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.frame.surround import Surround
from paiban.makeup.propose.kind import Hosted, Need, Offer, copy_need, plain_planning
from paiban.makeup.propose.rail import need_rail, offer_members, offer_rail, offer_upright
from paiban.units import Length


def offer(block: Block, _company: Hosted | None, galley: Galley | None, kit: PageKit) -> Offer:
    """A rail as high as its items and their label, or a band of them."""
    assert galley is not None
    if block.content.vertical:
        return offer_upright(block, galley, lambda place: room_of(block, place, kit), kit)
    around = surround(block, kit)
    if block.boxed:
        return offer_rail(block, galley, measure(around, kit), around.rows, kit)
    return offer_members(galley, lambda place: room_of(block, place, kit), kit)


def need(block: Block, galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """A rail without a place."""
    assert galley is not None
    around = surround(block, kit)
    return need_rail(block, galley, measure(around, kit), around.rows, kit)


def measure(around: Surround, kit: PageKit) -> Length:
    """What the lines of a rail have."""
    return around.leg(around.measure(kit.grid.column), 1, kit.grid.size)


PLANNING = plain_planning(offer=offer, need=need, need_placed=copy_need, guest=None)

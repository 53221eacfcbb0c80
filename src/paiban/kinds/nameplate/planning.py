"""A nameplate in automatic make-up: it has its place at the head of the page, and keeps it."""

from __future__ import annotations

from paiban.galley.galley import Galley
from paiban.issue import Block
from paiban.kinds.nameplate.setting import home
from paiban.makeup.frame.kind import PageKit
from paiban.makeup.propose.kind import Hosted, Need, Offer, bare_shape, plain_planning, solid_need


def offer(block: Block, _company: Hosted | None, _galley: Galley | None, kit: PageKit) -> Offer:
    """The one shape of its own place."""
    return Offer((bare_shape(home(block, kit), boxed=False),))


def need(block: Block, _galley: Galley | None, _host: Galley | None, kit: PageKit) -> Need:
    """The cells of its own place."""
    return solid_need(block, home(block, kit).cells, kit.grid.columns, kit)


PLANNING = plain_planning(offer=offer, need=need, need_placed=solid_need, guest=None)
